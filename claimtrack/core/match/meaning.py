"""Similarity in meaning, from the vectors of an encoder: what an encoder is, how vectors are stored, how they order a look-up.

A vector is stored as one signed byte per dimension; only its direction counts. Similarity finds and orders claims, and does not show
whether they are the same: "rose" and "fell" are close together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from claimtrack.core.errors import ClaimtrackError, PluginError
from claimtrack.core.match.normalisation.normalise import normalise_text
from claimtrack.core.model import Comparison, Suggestion
from claimtrack.core.texts.printable import describe_error

if TYPE_CHECKING:
    import numpy as np


CLOSE_IN_MEANING = "close in meaning"
"""The reason given for a pair whose vectors are near each other."""
NEAR_FLOOR = 2 / 3
"""The share of an encoder's `near` that a claim must exceed which the words did not find."""
_RANK_OFFSET = 5
"""How much less the second place by words counts than the first: 1/6 against 1/5."""
_ROWS_AT_ONCE = 1_024
"""Number of vectors that are converted at a time, to save memory."""


class Encoder(Protocol):
    """What a plug-in of the group claimtrack.encoders returns."""

    @property
    def version(self) -> str:
        """What made the vectors, with its version: vectors of two versions are never compared."""

    @property
    def dimensions(self) -> int:
        """The number of dimensions of a vector."""

    @property
    def near(self) -> float:
        """The cosine, 0 to 1, from which two texts are usually about the same thing."""

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """A float32 array with one row for each text."""


def encode_texts(name: str, encoder: Encoder, texts: Sequence[str]) -> np.ndarray:
    """The vectors of texts as int8, one per row, checked, since a plug-in can fail in any way. Raises PluginError."""
    import numpy as np

    try:
        plain = [normalise_text(text).text.strip() for text in texts]
        found = np.asarray(encoder.encode(plain), dtype=np.float32)
    except ClaimtrackError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(f"the encoder {name!r} failed: {describe_error(error)}") from error
    expected = (len(texts), encoder.dimensions)
    if found.shape != expected or not np.isfinite(found).all():
        given = "NaN or infinity" if found.shape == expected else f"an array of shape {found.shape}"
        raise PluginError(
            f"the encoder {name!r} must return {expected[0]} x {expected[1]} finite numbers, not {given}"
        )
    largest = np.abs(found).max(axis=1, keepdims=True, initial=0.0)
    largest[largest == 0] = 1.0
    rows: np.ndarray = np.rint(found / largest * 127).astype(np.int8)
    return rows


def vector_norms(vectors: np.ndarray) -> np.ndarray:
    """The length of each row of int8 `vectors`; 1 for a row of zeros, which is similar to nothing."""
    import numpy as np

    found = np.ones(len(vectors), dtype=np.float32)
    for start, batch in _float_rows(vectors):
        found[start : start + len(batch)] = np.sqrt(np.einsum("ij,ij->i", batch, batch))
    return np.maximum(found, 1.0)


def cosines(query: np.ndarray, vectors: np.ndarray, norms: np.ndarray | None = None) -> np.ndarray:
    """The cosine of each row of int8 `vectors` with the int8 `query`: 1 for the same direction, 0 for none of it.

    `norms` are the rows' lengths, where they are known.
    """
    import numpy as np

    direction = query.astype(np.float32)
    direction /= np.linalg.norm(direction) or 1.0
    found = np.zeros(len(vectors), dtype=np.float32)
    for start, batch in _float_rows(vectors):
        found[start : start + len(batch)] = batch @ direction
    products: np.ndarray = found / (vector_norms(vectors) if norms is None else norms)
    return products


def _float_rows(vectors: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """The rows as floats, in batches: all at once would take four times the memory."""
    for start in range(0, len(vectors), _ROWS_AT_ONCE):
        yield start, vectors[start : start + _ROWS_AT_ONCE].astype("float32")


def merge_rankings(by_words: Sequence[int], nearness: Mapping[int, float]) -> list[int]:
    """The claims found by words, in their order, and those similar in meaning, as one ranking.

    A claim counts the reciprocal of its place by words plus its cosine. One without a vector counts as similar as the best of those
    ranked after it by words, so that it is not ranked lower for lack of a vector.
    """
    scores = dict(nearness)
    best_after = 0.0
    for place, claim_id in reversed(list(enumerate(by_words))):
        best_after = max(best_after, nearness.get(claim_id, 0.0))
        scores[claim_id] = 1 / (_RANK_OFFSET + place) + nearness.get(claim_id, best_after)
    places = {claim_id: place for place, claim_id in enumerate(by_words)}
    return sorted(scores, key=lambda item: (-scores[item], places.get(item, len(places)), item))


def add_meaning(comparison: Comparison, cosine: float, near: float, related: float) -> Comparison:
    """The comparison with its similarity in meaning: a reason, and a score worth showing where they are close.

    Never more than "related": a conflict stays one, and nothing becomes a duplicate.
    """
    if comparison.suggestion is not Suggestion.RELATED or cosine < near * NEAR_FLOOR:
        return comparison
    if cosine < near:
        return comparison if comparison.reasons else replace(comparison, reasons=("not far in meaning",))
    reasons = (*comparison.reasons, CLOSE_IN_MEANING)
    return replace(comparison, score=max(comparison.score, related), reasons=reasons)
