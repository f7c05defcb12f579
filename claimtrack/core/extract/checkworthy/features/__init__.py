"""The features of check-worthiness, one module per aspect of a sentence; importing this package registers them all."""

from claimtrack.core.extract.checkworthy.features import (
    event,
    matter,
    notice,
    person,
    plan,
    quantity,
    record,
    report,
    shape,
    stance,
    style,
    talk,
)
from claimtrack.core.extract.checkworthy.features.registry import FEATURES, Feature, feature

__all__ = [
    "FEATURES",
    "Feature",
    "event",
    "feature",
    "matter",
    "notice",
    "person",
    "plan",
    "quantity",
    "record",
    "report",
    "shape",
    "stance",
    "style",
    "talk",
]
