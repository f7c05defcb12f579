"""Finds pairs of claims that share enough of their rare terms to be worth comparing, over the whole desk at once.

Two claims that say the same nearly always share two of their rarest terms: a self-join of the match index on such pairs
of terms, in numpy, leaves a few candidates for each claim. Memory matters here: a desk of a million claims has
ten million postings.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from claimtrack.store.index.postings import BLOCK

if TYPE_CHECKING:
    import sqlite3

KEY_TERMS = 6
"""Rarest shared terms of a claim whose pairs are its keys: more terms find more and take longer."""
MAX_PER_KEY = 20
"""Candidates under one key, the newest first: a key with more claims is too common to mean much."""
MIN_SHARED_WEIGHT = 0.4
"""Share of the larger claim's terms, weighted by rarity, that two claims must have in common to be compared ..."""
MIN_SHARED_TERMS, MIN_CONTAINED_WEIGHT = 5, 0.5
"""... or so many terms and this share of the smaller claim's: with less it is neither a duplicate nor a conflict."""
_PAIR_BATCH = 200_000
"""Pairs filtered at once."""
_CLAIM_BATCH = 50_000
"""Claims whose keys are computed at once."""


class CandidatePairs:
    """Finds, for the claims asked for, the claims of the desk to compare them with, from the present match index."""

    def __init__(self, conn: sqlite3.Connection, claim_ids: Sequence[int]) -> None:
        self._index = _ForwardIndex.read(conn)
        self._asked = np.isin(self._index.ids, np.asarray(claim_ids, dtype=np.int64))
        self._keys, self._owners = _find_shared_keys(self._index, self._asked)

    def near(self, claim_ids: Sequence[int]) -> dict[int, list[int]]:
        """Return the claims to compare with each of these, some of those asked for. A pair of two such claims is listed under the higher id."""
        ids = self._index.ids
        lower, higher = _filter_pairs(self._index, *self._with_a_key_of(np.isin(ids, claim_ids)))
        owner = np.where(self._asked[higher], higher, lower)
        found: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in zip(ids[owner].tolist(), ids[lower + higher - owner].tolist(), strict=True):
            found[one].append(other)
        return found

    def _with_a_key_of(self, some: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the pairs of claims, as numbers with the lower first, that share a key and are listed under one of these."""
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
    """The inverse of the match index: the terms of each claim, rarest first. Claims and terms are numbered."""

    ids: np.ndarray
    """The claim ids, ascending: a claim's number is its index here."""
    starts: np.ndarray
    """Where the terms of each claim start in `postings`, and where the last ones end."""
    postings: np.ndarray
    """Claim number times `size` plus term number, ascending; a lower term number means a rarer term."""
    claims: np.ndarray
    """Number of claims that have each term, by term number."""
    rarity: np.ndarray
    """Rarity of each term, by term number."""
    weights: np.ndarray
    """Total weight of each claim's terms, by claim number."""

    @property
    def size(self) -> int:
        """The number of terms, at least one."""
        return max(len(self.claims), 1)

    def terms(self, begin: int, end: int) -> np.ndarray:
        """Return the terms of the claims with numbers in [begin, end), concatenated."""
        return self.postings[self.starts[begin] : self.starts[end]] % self.size

    @classmethod
    def read(cls, conn: sqlite3.Connection) -> _ForwardIndex:
        """Read and invert all postings."""
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
    """Return the claim id of each posting; then, for each stored piece, its term, numbered from 0, and its number of claims."""
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
    """Return the keys that a claim asked for shares with another claim, ascending, and the number of the claim for each, ascending per key."""
    sought = (
        None if asked.all() else _sort_unique(np.concatenate([k[asked[o]] for k, o in _make_keys(index)]))
    )
    keys, owners = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int32)]
    for some, of in _make_keys(index):
        wanted = slice(None) if sought is None else _is_in_sorted(some, sought)
        keys.append(some[wanted])
        owners.append(of[wanted])
    found, of_each = np.concatenate(keys), np.concatenate(owners)
    del keys, owners  # frees memory: sorting needs as much again
    # The owners ascend, and a stable sort keeps that for equal keys.
    order = np.argsort(found, kind="stable")
    found = found[order]
    same = found[1:] == found[:-1]
    shared = np.append(same, False) | np.insert(same, 0, False)[: len(found)]
    return found[shared], of_each[order[shared]]


def _sort_unique(values: np.ndarray) -> np.ndarray:
    """Sort the values in place and return the distinct ones. `np.unique` would take five times as long, and more memory."""
    values.sort()
    return values[np.insert(values[1:] != values[:-1], 0, True)] if len(values) else values


def _is_in_sorted(values: np.ndarray, ascending: np.ndarray) -> np.ndarray:
    """Return whether each value is among sorted values."""
    if not len(ascending):
        return np.zeros(len(values), dtype=bool)
    place = np.minimum(np.searchsorted(ascending, values), len(ascending) - 1)
    found: np.ndarray = ascending[place] == values
    return found


def _make_keys(index: _ForwardIndex) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield the keys, each pair of a claim's rarest terms as one number, and their claims; a lone term is paired with itself.

    Yields batches of claims by number. Terms of a single claim are left out, since nothing can be found by them.
    """
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
    """Return the pairs that share enough of their terms, weighted by rarity."""
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
