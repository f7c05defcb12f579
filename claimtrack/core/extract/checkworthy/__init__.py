"""How check-worthy is a sentence? Small features with points, whose sum is squashed to 0..1."""

from claimtrack.core.extract.checkworthy.checkworthy import (
    DEFAULT_THRESHOLD,
    OFFSET,
    scale,
    score,
    score_together,
)

__all__ = ["DEFAULT_THRESHOLD", "OFFSET", "scale", "score", "score_together"]
