"""How worth checking a sentence is: small features with points, and their sum squeezed to 0..1."""

from claimtrack.core.extract.checkworthy.checkworthy import (
    DEFAULT_THRESHOLD,
    OFFSET,
    scale,
    score,
    score_together,
)

__all__ = ["DEFAULT_THRESHOLD", "OFFSET", "scale", "score", "score_together"]
