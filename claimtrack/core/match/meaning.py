"""Nearness in meaning, from an encoder's vectors: what an encoder is, how vectors are kept, how they order a look-up.

A vector is kept as one signed byte for each dimension; only its direction counts. Nearness finds and orders claims,
and says nothing about whether they are the same: "rose" and "fell" lie close together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from claimtrack.core.errors import ClaimtrackError, PluginError
from claimtrack.core.match.normalisation.normalise import normalise_text
from claimtrack.core.model import Suggestion
from claimtrack.core.texts.printable import describe_error

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np

    from claimtrack.core.model import Comparison

NEAR_FLOOR = 2 / 3
"""Of an encoder's `near`: a claim that the words did not find must be nearer than that."""
_HEAD = 5
"""How much less the second place by words counts than the first: 1/5 beside 1/6."""
_AT_ONCE = 1_024


class Encoder(Protocol):
    """What a plug-in of the group claimtrack.encoders returns."""

    @property
    def version(self) -> str:
        """What made the vectors, with its version: vectors of two versions are never compared."""

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""

    @property
    def near(self) -> float:
        """From which cosine on, 0 to 1, two texts are usually about the same thing."""

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """A float32 array with one row for each text."""


def encoded(name: str, encoder: Encoder, texts: Sequence[str]) -> np.ndarray:
    """The vectors of texts as int8, a row each, checked: a plug-in can fail in any way. Raises PluginError."""
    import numpy as np

    try:
        found = np.asarray(
            encoder.encode([normalise_text(text).text.strip() for text in texts]), dtype=np.float32
        )
    except ClaimtrackError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(f"the encoder {name!r} failed: {describe_error(error)}") from error
    expected = (len(texts), encoder.dimensions)
    if found.shape != expected or not np.isfinite(found).all():
        raise PluginError(
            f"the encoder {name!r} must return {expected[0]} x {expected[1]} finite numbers, not {found.shape}"
        )
    largest = np.abs(found).max(axis=1, keepdims=True, initial=0.0)
    largest[largest == 0] = 1.0
    rows: np.ndarray = np.rint(found / largest * 127).astype(np.int8)
    return rows


def lengths(vectors: np.ndarray) -> np.ndarray:
    """The length of each row of int8 `vectors`; 1 for a row of zeros, which is near to nothing."""
    import numpy as np

    found = np.ones(len(vectors), dtype=np.float32)
    for start, some in _floats(vectors):
        found[start : start + len(some)] = np.sqrt(np.einsum("ij,ij->i", some, some))
    return np.maximum(found, 1.0)


def cosines(query: np.ndarray, vectors: np.ndarray, long: np.ndarray | None = None) -> np.ndarray:
    """How near each row of int8 `vectors` is to the int8 `query`: 1 is the same direction, 0 none of it.

    `long` are the rows' lengths, where they are known.
    """
    import numpy as np

    asked = query.astype(np.float32)
    asked /= np.linalg.norm(asked) or 1.0
    found = np.zeros(len(vectors), dtype=np.float32)
    for start, some in _floats(vectors):
        found[start : start + len(some)] = some @ asked
    products: np.ndarray = found / (lengths(vectors) if long is None else long)
    return products


def _floats(vectors: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """The rows as floats, some at a time: all at once would take four times the memory."""
    for start in range(0, len(vectors), _AT_ONCE):
        yield start, vectors[start : start + _AT_ONCE].astype("float32")


def merge_rankings(by_words: Sequence[int], nearness: Mapping[int, float]) -> list[int]:
    """The claims that words found, in their order, and those near in meaning, as one order.

    A claim counts for the reciprocal of its place by words and for its cosine. One without a vector counts as
    near as the nearest of those that words put behind it: so it is not put behind them for want of a vector.
    """
    scores = dict(nearness)
    behind = 0.0
    for place, claim_id in reversed(list(enumerate(by_words))):
        behind = max(behind, nearness.get(claim_id, 0.0))
        scores[claim_id] = 1 / (_HEAD + place) + nearness.get(claim_id, behind)
    places = {claim_id: place for place, claim_id in enumerate(by_words)}
    return sorted(scores, key=lambda one: (-scores[one], places.get(one, len(places)), one))


def add_meaning(comparison: Comparison, cosine: float, near: float, related: float) -> Comparison:
    """The comparison with what its nearness in meaning adds: a reason, and a score that is worth showing where they are close.

    Never more than "related": a conflict stays one, and nothing becomes a duplicate.
    """
    if comparison.suggestion is not Suggestion.RELATED or cosine < near * NEAR_FLOOR:
        return comparison
    if cosine < near:
        return comparison if comparison.reasons else replace(comparison, reasons=("not far in meaning",))
    reasons = (*comparison.reasons, "close in meaning")
    return replace(comparison, score=max(comparison.score, related), reasons=reasons)
