"""How rare each term is among the desk's claims."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

from claimtrack.core.errors import DatabaseError
from claimtrack.core.match.words.everyday import frequency
from claimtrack.store.file.errors import REPAIR
from claimtrack.store.index.posting_lists import Posted, read_postings
from claimtrack.store.index.postings import emptied, pending_count

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping

    import numpy as np

BACKGROUND = 3_000
"""Claims that everyday English stands for; see docs/matching.md for what it does on desks of several sizes."""


class Vocabulary:
    """How rare each term is among the desk's claims, read as needed and kept for the next look-up."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._as_of = _writes(conn)
        if damage := emptied(conn):
            raise DatabaseError(f"the match index is damaged ({damage}): {REPAIR}")
        indexed, terms = conn.execute("select claims, terms from match_totals").fetchone()
        self.indexed: int = indexed
        self.average = terms / max(indexed, 1)
        self.size = max(indexed, pending_count(conn), 1)
        self._known: dict[str, tuple[int, int]] = {}
        self._rarities: dict[str, float] = {}
        self._held: Posted | None = None
        self._room: np.ndarray | None = None
        self.named: dict[str, float] = {}
        """How often a term is a name, 0 to 1, as far as it was looked at (see query_expansion.py)."""

    @property
    def is_current(self) -> bool:
        """Whether nobody has written to the desk since this began to be read."""
        return _writes(self._conn) == self._as_of

    def learn(self, terms: Iterable[str]) -> None:
        """Read the counts of many terms at once: one by one is several times slower."""
        missing = list(set(terms).difference(self._known))
        if not missing:
            return
        self._known.update(dict.fromkeys(missing, (0, 0)))
        # By its place in the list: to read the term back takes as long as to find it.
        rows = self._conn.execute(
            "select j.key, t.id, t.claims from json_each(?) j cross join match_terms t on t.term = j.value",
            [json.dumps(missing)],
        )
        self._known.update((missing[at], (term_id, claims)) for at, term_id, claims in rows)

    def hold(self, terms: Iterable[str]) -> None:
        """Learn many terms and read their postings, for look-ups that come now; what was held before is let go."""
        terms = set(terms)
        self.learn(terms)
        self._held = read_postings(self._conn, {self.term_id(term) for term in terms} - {0})

    def postings(self, term_ids: Collection[int]) -> Posted:
        """Where these terms stand, perhaps beside others that are held."""
        if self._held and self._held.by_term.keys() >= set(term_ids):
            return self._held
        return read_postings(self._conn, term_ids)

    def room_for_totals(self, places: int) -> np.ndarray:
        """A zero for each place, to be added to until the next look-up asks: new room for each costs as much as the sums."""
        import numpy as np

        if self._room is None or len(self._room) < places:
            self._room = np.zeros(places, dtype=np.float32)
        else:
            self._room.fill(0)
        return self._room

    def weighed(self, counts: Mapping[str, float]) -> dict[str, float]:
        """What each term weighs that counts so much: the more, the rarer it is."""
        self.learn(counts)
        return {term: count * self.rarity(term) for term, count in counts.items()}

    def term_id(self, term: str) -> int:
        """The id of a term; 0 for one that no indexed claim has."""
        if term not in self._known:
            self.learn([term])
        return self._known[term][0]

    def claims(self, term: str) -> int:
        """How many indexed claims have the term."""
        if term not in self._known:
            self.learn([term])
        return self._known[term][1]

    def rarity(self, term: str) -> float:
        """BM25's inverse document frequency: near 0 for a term in every claim, about 14 for one in a million.

        Everyday English counts as much as BACKGROUND claims of the desk's own: on a desk of 200 a word that
        one claim has is not yet a rare word.
        """
        found = self._rarities.get(term)
        if found is None:
            size = self.size + BACKGROUND
            claims = min(self.claims(term), self.size) + BACKGROUND * frequency(term)
            found = math.log(1 + (size - claims + 0.5) / (claims + 0.5))
            self._rarities[term] = found
        return found


def _writes(conn: sqlite3.Connection) -> tuple[int, int]:
    """What goes on with each write: with those of other connections, and with this one's own."""
    [version] = conn.execute("pragma data_version").fetchone()
    return version, conn.total_changes
