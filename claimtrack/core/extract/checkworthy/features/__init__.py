"""The features of check-worthiness, one module per side of a sentence; importing this registers them all."""

from claimtrack.core.extract.checkworthy.features import (
    debate,
    event,
    matter,
    news,
    prose,
    quantity,
    record,
    shape,
    stance,
    told,
    tone,
)
from claimtrack.core.extract.checkworthy.features.registry import FEATURES, Feature, feature

__all__ = [
    "FEATURES",
    "Feature",
    "debate",
    "event",
    "feature",
    "matter",
    "news",
    "prose",
    "quantity",
    "record",
    "shape",
    "stance",
    "told",
    "tone",
]
