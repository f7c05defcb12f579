"""The rarity of each term among the desk's claims."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from claimtrack.core.errors import DatabaseError
from claimtrack.core.match.words.frequencies import frequency
from claimtrack.store.file.errors import REPAIR_STEP
from claimtrack.store.index.posting_lists import read_postings
from claimtrack.store.index.postings import BLOCK, find_emptied, pending_count

if TYPE_CHECKING:
    import sqlite3

    import numpy as np

    from claimtrack.store.index.posting_lists import Posting

BACKGROUND_CLAIMS = 3_000
"""Number of claims as which everyday English counts; docs/matching.md shows its effect on desks of several sizes."""


class _RarityCache(dict[str, float]):
    """Term -> rarity, computed on first use: a look-up asks hundreds of times, nearly always for the same terms."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._of = vocabulary

    def __missing__(self, term: str) -> float:
        size = self._of.size + BACKGROUND_CLAIMS
        claims = min(self._of.claims(term), self._of.size) + BACKGROUND_CLAIMS * frequency(term)
        found = self[term] = math.log(1 + (size - claims + 0.5) / (claims + 0.5))
        return found


class Vocabulary:
    """The rarity of each term among the desk's claims, read as needed and cached for the next look-up."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn
        self._as_of = _write_counters(conn)
        if damage := find_emptied(conn):
            raise DatabaseError(f"the match index is damaged ({damage}): {REPAIR_STEP}")
        indexed, terms = conn.execute("select claims, terms from match_totals").fetchone()
        self.indexed: int = indexed
        self.average = terms / max(indexed, 1)
        self.size = max(indexed, pending_count(conn), 1)
        self._known: dict[str, tuple[int, int]] = {}
        self.rarity: Callable[[str], float] = _RarityCache(self).__getitem__
        """BM25's inverse document frequency: near 0 for a term in every claim, about 14 for one in a million.

        Everyday English counts as much as BACKGROUND claims of the desk's own: on a desk of 200 a word that
        one claim has is not yet a rare word.
        """
        self._held: Mapping[int, list[Posting]] = {}
        self._room: np.ndarray | None = None
        self.named: dict[str, float] = {}
        """How often a term is a name, 0 to 1, for the terms examined so far (see query_expansion.py)."""

    @property
    def is_current(self) -> bool:
        """Whether nobody has written to the desk since this object was made."""
        return _write_counters(self.conn) == self._as_of

    def learn(self, terms: Iterable[str]) -> None:
        """Load the counts of many terms at once, which is several times faster than one by one."""
        missing = list(set(terms).difference(self._known))
        if not missing:
            return
        self._known.update(dict.fromkeys(missing, (0, 0)))
        # Identified by index in the list: reading the term back takes as long as finding it.
        rows = self.conn.execute(
            "select j.key, t.id, t.claims from json_each(?) j cross join match_terms t on t.term = j.value",
            [json.dumps(missing)],
        )
        self._known.update((missing[at], (term_id, claims)) for at, term_id, claims in rows)

    def hold(self, terms: Iterable[str]) -> None:
        """Load the counts and postings of many terms for the next look-ups, replacing postings held before."""
        terms = set(terms)
        self.learn(terms)
        self._held = read_postings(self.conn, {self.term_id(term) for term in terms} - {0})

    def postings(self, term_ids: Collection[int]) -> Mapping[int, list[Posting]]:
        """Return the postings of these terms, perhaps with those of other terms held."""
        if self._held and self._held.keys() >= set(term_ids):
            return self._held
        return read_postings(self.conn, term_ids)

    def room_for_totals(self) -> np.ndarray:
        """Return a reused buffer with a total for each claim of a block; allocating it takes as long as the sums."""
        import numpy as np

        if self._room is None:
            self._room = np.zeros(BLOCK, dtype=np.float32)
        return self._room

    def weighed(self, counts: Mapping[str, float]) -> dict[str, float]:
        """Return the weight of each term: its count times its rarity."""
        self.learn(counts)
        return {term: count * self.rarity(term) for term, count in counts.items()}

    def term_id(self, term: str) -> int:
        """Return the id of a term; 0 if no indexed claim has it."""
        if term not in self._known:
            self.learn([term])
        return self._known[term][0]

    def claims(self, term: str) -> int:
        """Return how many indexed claims have the term."""
        if term not in self._known:
            self.learn([term])
        return self._known[term][1]


def _write_counters(conn: sqlite3.Connection) -> tuple[int, int]:
    """Return two counters that change with each write: of other connections, and of this one."""
    [version] = conn.execute("pragma data_version").fetchone()
    return version, conn.total_changes
