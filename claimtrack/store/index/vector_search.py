"""Finds the claims nearest in meaning to a statement, by the vectors of the active encoder."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claimtrack.core.match.meaning import NEAR_FLOOR, cosines, vector_norms
from claimtrack.store.file.connecting import file_of
from claimtrack.store.file.desk_file import file_id
from claimtrack.store.index import vectors

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.store.index.vectors import EncoderRow

MAX_SCANNED = 250_000
"""Vectors up to which all are compared with every statement; on a larger desk vectors only affect the order of candidates."""


class Nearness:
    """Measures how near claims are to a statement. `encode` returns a text's vector as int8, None if it cannot."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        encoder: EncoderRow,
        near: float,
        encode: Callable[[str], np.ndarray | None],
    ) -> None:
        self._conn, self._encoder, self._encode = conn, encoder, encode
        self.near = near

    def to(self, text: str, found: Collection[int], limit: int, exclude: Collection[int]) -> dict[int, float]:
        """Return the cosines of the claims found by words and of the nearest others; claims without a vector are left out."""
        query = self._encode(text) if any(map(str.isalnum, text)) else None
        if query is None:
            return {}
        ids, rows = vectors.load_vectors(self._conn, self._encoder, found)
        known = dict(zip(ids, cosines(query, rows).tolist(), strict=True))
        return self._nearest(query, limit, exclude) | known

    def _nearest(self, query: np.ndarray, limit: int, exclude: Collection[int]) -> dict[int, float]:
        held = _load_all(self._conn, self._encoder)
        if held is None:
            return {}
        scores = cosines(query, held.rows, held.lengths)
        wanted = min(len(scores), limit + len(exclude))
        best = np.argpartition(-scores, wanted - 1)[:wanted]
        best = best[scores[best] >= NEAR_FLOOR * self.near]
        pairs = sorted(zip(scores[best].tolist(), held.claim_ids[best].tolist(), strict=True), reverse=True)
        return dict([(claim_id, score) for score, claim_id in pairs if claim_id not in exclude][:limit])


# ── all vectors of a desk, kept between look-ups ────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _CachedVectors:
    """The vectors of a desk at one state of its file."""

    key: tuple[object, ...]
    state: tuple[int, int, str]
    claim_ids: np.ndarray
    rows: np.ndarray
    lengths: np.ndarray


_cached: _CachedVectors | None = None
"""Vectors of the last desk used: 38 MB for 100,000 claims. Cached, because reading them takes longer than comparing."""


def _load_all(conn: sqlite3.Connection, encoder: EncoderRow) -> _CachedVectors | None:
    """Return all vectors of the encoder, cached until one is added or deleted; None if there are none, or too many."""
    global _cached
    state = conn.execute(
        "select count(*), coalesce(max(id), 0), coalesce((select made_at from claim_vectors order by id desc limit 1), '')"
        " from claim_vectors where encoder_id = ?",
        [encoder.id],
    ).fetchone()
    if not 0 < state[0] <= MAX_SCANNED:
        return None
    key = (*_file_identity(conn), encoder)
    held = _cached
    if held is None or held.key != key or held.state != state or key[0] == "":
        held = _cached = _read(conn, encoder, key, state)
    return held


def _file_identity(conn: sqlite3.Connection) -> tuple[object, ...]:
    """Return what identifies the desk's file, even if another replaces it."""
    path = file_of(conn)
    return ("",) if path is None else (path, file_id(path))


def _read(
    conn: sqlite3.Connection, encoder: EncoderRow, key: tuple[object, ...], state: tuple[int, int, str]
) -> _CachedVectors:
    rows = conn.execute(
        "select claim_id, vector from claim_vectors where encoder_id = ? and length(vector) = ?",
        [encoder.id, encoder.dimensions],
    ).fetchall()
    ids = np.array([row[0] for row in rows], dtype=np.int64)
    stacked = vectors.stack_vectors([row[1] for row in rows], encoder)
    return _CachedVectors(key, state, ids, stacked, vector_norms(stacked))
