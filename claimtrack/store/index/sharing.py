"""Which claims share enough of their rare terms to be worth comparing, over the whole desk at once.

Two claims that say the same share two of their rarest terms nearly always: a join of the match index with itself on such pairs
of terms, in numpy, leaves a few candidates for each claim. Nothing here is larger than needs be: a desk of a million claims has
ten million postings.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from claimtrack.store.index.postings import BLOCK

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    import numpy as np

KEY_TERMS = 6
"""The rarest shared terms of a claim that make its keys, two and two: more finds more and takes longer."""
MAX_PER_KEY = 20
"""Earlier claims under one key that are candidates; a key with more says too little, and the newest go first."""
MIN_SHARED_WEIGHT = 0.4
"""The part of the larger claim's terms, weighed by rarity, that two claims share before they are compared ..."""
MIN_SHARED_TERMS, MIN_CONTAINED_WEIGHT = 5, 0.5
"""... or so many terms, and so much of the smaller: less is neither a duplicate nor a conflict."""
_PAIR_BATCH = 200_000
"""Pairs whose terms are looked at at once."""
_CLAIM_BATCH = 50_000
"""Claims whose keys are made at once."""


class CandidatePairs:
    """The claims asked for, and which of the desk's to compare each of them with, as the match index has them now."""

    def __init__(self, conn: sqlite3.Connection, claim_ids: Sequence[int]) -> None:
        import numpy as np

        self._index = _ForwardIndex.read(conn)
        self._asked = np.isin(self._index.ids, np.asarray(claim_ids, dtype=np.int64))
        self._keys, self._owners = _find_shared_keys(self._index, self._asked)

    def near(self, claim_ids: Sequence[int]) -> dict[int, list[int]]:
        """The claims to compare each of these with, which were asked for. A pair of two that were stands under the higher one."""
        import numpy as np

        ids = self._index.ids
        lower, higher = _filter_pairs(self._index, *self._with_a_key_of(np.isin(ids, claim_ids)))
        owner = np.where(self._asked[higher], higher, lower)
        found: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in zip(ids[owner].tolist(), ids[lower + higher - owner].tolist(), strict=True):
            found[one].append(other)
        return found

    def _with_a_key_of(self, some: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The pairs of claims, by number and the lower first, that have a key in common and stand under one of these."""
        import numpy as np

        keys, owners, size = self._keys, self._owners, len(self._index.ids)
        here = np.flatnonzero(some[owners])
        found = [np.empty(0, dtype=np.int64)]
        for apart in range(1, MAX_PER_KEY + 1):
            before = here[here >= apart]
            before = before[keys[before] == keys[before - apart]]
            after = here[here + apart < len(keys)]
            after = after[keys[after] == keys[after + apart]]
            after = after[~self._asked[owners[after + apart]]]
            lower = np.concatenate((owners[before - apart], owners[after])).astype(np.int64)
            found.append(_sort_unique(lower * size + np.concatenate((owners[before], owners[after + apart]))))
        lower, higher = np.divmod(_sort_unique(np.concatenate(found)), max(size, 1))
        return lower, higher


@dataclass(frozen=True, slots=True)
class _ForwardIndex:
    """The match index the other way round: the terms of each claim, rarest first. Claims and terms by number."""

    ids: np.ndarray
    """The claim ids, ascending: a claim's number is its place here."""
    starts: np.ndarray
    """Where the terms of each claim begin, and after the last where they end."""
    postings: np.ndarray
    """A claim's number times `size` and a term's; a lower number is a rarer term. Ascending."""
    claims: np.ndarray
    """By term number, how many claims have it."""
    rarity: np.ndarray
    """By term number."""
    weights: np.ndarray
    """By claim number, what its terms weigh together."""

    @property
    def size(self) -> int:
        """How many terms there are, at least one."""
        return max(len(self.claims), 1)

    def terms(self, begin: int, end: int) -> np.ndarray:
        """The terms of the claims from one number up to another, one after the other."""
        return self.postings[self.starts[begin] : self.starts[end]] % self.size

    @classmethod
    def read(cls, conn: sqlite3.Connection) -> _ForwardIndex:
        """All postings, turned round."""
        import numpy as np

        postings, terms, sizes = _read_postings(conn)
        ids = _sort_unique(postings.copy())
        counts = np.bincount(terms, weights=sizes).astype(np.int64)
        number = np.empty_like(counts)
        number[np.argsort(counts, kind="stable")] = np.arange(len(counts))
        size = max(len(counts), 1)
        postings = np.searchsorted(ids, postings)
        postings *= size
        postings += np.repeat(number[terms], sizes)
        # A claim that was indexed twice has a term twice here.
        postings = _sort_unique(postings)
        starts = np.searchsorted(postings, np.arange(len(ids) + 1) * size)
        of_each = postings % size
        claims = np.bincount(of_each, minlength=len(counts))
        rarity = np.log1p(len(ids) / np.maximum(claims, 1))
        owner = np.repeat(np.arange(len(ids)), np.diff(starts))
        weights = np.bincount(owner, weights=rarity[of_each], minlength=len(ids))
        return cls(ids, starts, postings, claims, rarity, weights)


def _read_postings(conn: sqlite3.Connection) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The claim id of each posting; then for each piece of them its term, numbered from 0 on, and how many claims it has."""
    import numpy as np

    offsets, terms, blocks, sizes = bytearray(), array("q"), array("q"), array("q")
    for term_id, block, some in conn.execute("select term_id, block, offsets from match_postings"):
        offsets += some
        terms.append(term_id)
        blocks.append(block)
        sizes.append(len(some) // 2)
    claims = np.frombuffer(offsets, dtype="<u2").astype(np.int64)
    claims += np.repeat(np.asarray(blocks) * BLOCK, sizes)
    return claims, np.unique(np.asarray(terms), return_inverse=True)[1], np.asarray(sizes)


def _find_shared_keys(index: _ForwardIndex, asked: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The keys that a claim asked for shares with another, ascending, and for each the claims that have it, by number and ascending."""
    import numpy as np

    sought = (
        None if asked.all() else _sort_unique(np.concatenate([k[asked[o]] for k, o in _make_keys(index)]))
    )
    keys, owners = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int32)]
    for some, of in _make_keys(index):
        wanted = slice(None) if sought is None else _is_in_sorted(some, sought)
        keys.append(some[wanted])
        owners.append(of[wanted])
    found, of_each = np.concatenate(keys), np.concatenate(owners)
    del keys, owners  # what is sorted now is as large again
    # The owners ascend: of equal keys they go on doing so.
    order = np.argsort(found, kind="stable")
    found = found[order]
    same = found[1:] == found[:-1]
    shared = np.append(same, False) | np.insert(same, 0, False)[: len(found)]
    return found[shared], of_each[order[shared]]


def _sort_unique(values: np.ndarray) -> np.ndarray:
    """The values, ascending and each once; they are sorted where they are. `np.unique` would take five times as long, and memory."""
    import numpy as np

    values.sort()
    return values[np.insert(values[1:] != values[:-1], 0, True)] if len(values) else values


def _is_in_sorted(values: np.ndarray, ascending: np.ndarray) -> np.ndarray:
    """For each value whether it is among others."""
    import numpy as np

    if not len(ascending):
        return np.zeros(len(values), dtype=bool)
    place = np.minimum(np.searchsorted(ascending, values), len(ascending) - 1)
    found: np.ndarray = ascending[place] == values
    return found


def _make_keys(index: _ForwardIndex) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Each two of a claim's rarest terms as one number, and the claim; its one term twice, where it has no other.

    Some claims at a time, by their numbers. Terms that no other claim has are left out: nothing can be found by them.
    """
    import numpy as np

    lonely = int(np.searchsorted(index.claims, 2))  # terms are numbered by how many claims have them
    for begin in range(0, len(index.ids), _CLAIM_BATCH):
        end = min(begin + _CLAIM_BATCH, len(index.ids))
        owner = np.repeat(np.arange(end - begin), np.diff(index.starts[begin : end + 1]))
        terms = index.terms(begin, end)
        owner, terms = owner[terms >= lonely], terms[terms >= lonely]
        count = np.bincount(owner, minlength=end - begin)
        first = np.cumsum(count) - count
        keys = np.full((end - begin, len(_TERM_PAIRS)), -1)
        single = np.flatnonzero(count == 1)
        keys[single, 0] = terms[first[single]] * (index.size + 1)
        for at, (i, j) in enumerate(_TERM_PAIRS):
            long = np.flatnonzero(count > j)
            keys[long, at] = terms[first[long] + i] * index.size + terms[first[long] + j]
        there = keys >= 0
        yield keys[there], np.nonzero(there)[0].astype(np.int32) + np.int32(begin)


_TERM_PAIRS = tuple(combinations(range(KEY_TERMS), 2))


def _filter_pairs(
    index: _ForwardIndex, lower: np.ndarray, higher: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Those pairs that share enough of their terms, weighed by rarity."""
    import numpy as np

    lengths = np.diff(index.starts)
    kept = [np.zeros(0, dtype=bool)]
    for start in range(0, len(lower), _PAIR_BATCH):
        a, b = lower[start : start + _PAIR_BATCH], higher[start : start + _PAIR_BATCH]
        pair = np.repeat(np.arange(len(a)), lengths[a])
        within = np.arange(len(pair)) - np.repeat(np.cumsum(lengths[a]) - lengths[a], lengths[a])
        terms = index.postings[np.repeat(index.starts[a], lengths[a]) + within] % index.size
        hit = _is_in_sorted(b[pair] * index.size + terms, index.postings)
        shared = np.bincount(pair, weights=index.rarity[terms] * hit, minlength=len(a))
        number = np.bincount(pair, weights=hit, minlength=len(a))
        of_a, of_b = index.weights[a], index.weights[b]
        contained = (number >= MIN_SHARED_TERMS) & (shared >= MIN_CONTAINED_WEIGHT * np.minimum(of_a, of_b))
        kept.append(contained | (shared >= MIN_SHARED_WEIGHT * np.maximum(of_a, of_b)))
    near = np.concatenate(kept)
    return lower[near], higher[near]
