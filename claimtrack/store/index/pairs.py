"""Finds pairs of claims on the desk that may be the same, over the whole database at once.

Comparing all pairs of 100,000 claims takes hours. Two claims that say the same share two of their rarest
terms nearly always: a join of the match index with itself on such pairs of terms, in numpy, leaves a few
candidates for each claim, and only those that share enough of their rare words are compared in full.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match import DEFAULT_THRESHOLDS, Thresholds, compare, exact_repeat
from claimtrack.core.match.likeness import likeness, plainly_differ
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.score import WEIGHTS
from claimtrack.core.model import Statement, Suggestion
from claimtrack.store.claims import compared
from claimtrack.store.index.postings import BLOCK
from claimtrack.store.index.vocabulary import Vocabulary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import numpy as np

    from claimtrack.core.model import Comparison

PREFIX = 6
"""The rarest shared terms of a claim that make its keys, two and two: more finds more and takes longer."""
CROWD = 20
"""Earlier claims under one key that are candidates; a key with more says too little, and the newest go first."""
SHARED = 0.4
"""The part of the larger claim's terms, weighed by rarity, that two claims share before they are compared ..."""
MANY_SHARED, CONTAINED = 5, 0.5
"""... or so many terms, and so much of the smaller: less is neither a duplicate nor a conflict."""
LEAST_TERMS = 3
"""Terms of a claim below which it says too little to compare, unless it is repeated word by word."""
NEARLY, STILL_SCORED = 0.15, 0.5
"""How far below a duplicate a conflict may stay without what differs, where with it it scores so much: `match` and `ingest` show it.

Of 4,114 labelled conflicts 94 % are filed so, 84 % without this, and 1 of 36 unrelated pairs in either case.
"""
CONFLICTS = 5
"""Conflicts of a claim that are kept, those most like it: of a figure that is told each week in the same words there are hundreds."""
BATCH = 500
"""Claims whose pairs are given at once, to be written in one transaction."""
_CHUNK = 200_000


class FoundPair(NamedTuple):
    """Two claims, the lower id first, and what the matcher makes of them."""

    left_id: int
    right_id: int
    comparison: Comparison


class Compared(NamedTuple):
    """Claims that are done, as their texts stood, the pairs that they are in, and how many conflicts are not among these."""

    texts: dict[int, str | None]
    found: list[FoundPair]
    not_kept: int


def find_pairs(
    conn: sqlite3.Connection,
    claim_ids: Sequence[int],
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    weights: Mapping[str, float] | None = None,
) -> Iterator[Compared]:
    """Compare these claims with all of the desk's; a batch of them at a time, in the order of their ids.

    Given are those that `is_worth_judging` takes, but of the conflicts of a claim only those most like it.
    Only claims that the match index has taken in are seen: call `index_pending` before.
    """
    vocabulary = Vocabulary(conn)
    others, ordered = _candidates(conn, claim_ids), sorted(claim_ids)
    for start in range(0, len(ordered), BATCH):
        batch = ordered[start : start + BATCH]
        wanted = {one for claim_id in batch for one in (claim_id, *others.get(claim_id, ()))}
        statements = _statements(conn, wanted)
        vocabulary.learn(term for s in statements.values() for term in read(s.text).terms)
        search = _Search(statements, vocabulary.rarity, thresholds, weights or WEIGHTS)
        found = sorted(pair for claim_id in batch for pair in search(claim_id, others.get(claim_id, ())))
        texts = {i: statements[i].text if i in statements else None for i in batch}
        yield Compared(texts, found, search.not_kept)


@dataclass(slots=True)
class _Search:
    """Compares one claim after the other with those that may be like it, and counts the conflicts that it leaves out."""

    statements: Mapping[int, Statement]
    rarity: Callable[[str], float]
    thresholds: Thresholds
    weights: Mapping[str, float]
    not_kept: int = 0

    def __call__(self, claim_id: int, others: Sequence[int]) -> Iterator[FoundPair]:
        """The pairs of a claim, the most alike first."""
        kept = 0
        for like, left, right in self._promising(claim_id, others):
            pair = self.statements[left], self.statements[right]
            if kept == CONFLICTS and like >= self.thresholds.duplicate and plainly_differ(*pair, self.rarity):
                self.not_kept += not _is_small_talk(*pair)
                continue
            said = compare(*pair, self.rarity, self.thresholds, self.weights)
            if is_worth_judging(said, *pair, self.rarity, self.thresholds, self.weights, like):
                is_conflict = said.suggestion is Suggestion.CONFLICT
                if is_conflict and kept == CONFLICTS:
                    self.not_kept += 1
                    continue
                kept += is_conflict
                yield FoundPair(left, right, said)

    def _promising(self, claim_id: int, others: Sequence[int]) -> list[tuple[float, int, int]]:
        """The pairs that are alike enough to be worth judging but for what differs, the most alike first."""
        found = []
        for other in others if claim_id in self.statements else ():
            left, right = min(claim_id, other), max(claim_id, other)
            if other in self.statements:
                a, b = self.statements[left], self.statements[right]
                like = 1.0 if exact_repeat(a.text, b.text) else likeness(a, b, self.rarity, self.weights)
                if like >= self.thresholds.duplicate - NEARLY:
                    found.append((like, left, right))
        return sorted(found, key=lambda one: (-one[0], *one[1:]))


def is_worth_judging(
    said: Comparison,
    left: Statement,
    right: Statement,
    rarity: Callable[[str], float],
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    weights: Mapping[str, float] | None = None,
    like: float | None = None,
) -> bool:
    """Whether a person should judge the pair: a duplicate, or it scores like one but is short, or but for a difference.

    A conflict that comes near to that and scores well for all its difference is judged, too. Small talk ("I don't think so") is
    left out, and conflicts whose words are not even alike. `like` is the pair's `likeness`, where that is known.
    """
    least = thresholds.duplicate
    if said.suggestion is Suggestion.DUPLICATE or _is_small_talk(left, right):
        return said.suggestion is Suggestion.DUPLICATE
    if said.suggestion is Suggestion.RELATED:
        return said.score >= least
    like = likeness(left, right, rarity, weights or WEIGHTS) if like is None else like
    return like >= least or (like >= least - NEARLY and said.score >= STILL_SCORED)


def _is_small_talk(left: Statement, right: Statement) -> bool:
    return min(len(read(one.text).terms) for one in (left, right)) < LEAST_TERMS


def _statements(conn: sqlite3.Connection, ids: set[int]) -> dict[int, Statement]:
    sql = f"select c.id, {compared('c')} from json_each(?) j join claims c on c.id = j.value"
    rows = conn.execute(sql, [json.dumps(sorted(ids))])
    return {claim_id: Statement(*rest) for claim_id, *rest in rows}


def _candidates(conn: sqlite3.Connection, claim_ids: Sequence[int]) -> dict[int, list[int]]:
    """The claims to compare each claim with. A pair of two of `claim_ids` stands under the higher one."""
    import numpy as np

    index = _Index.read(conn)
    asked = np.isin(index.ids, np.asarray(claim_ids, dtype=np.int64))
    lower, higher = _near(index, *_sharing_a_key(index, asked))
    owner = np.where(asked[higher], higher, lower)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in zip(index.ids[owner].tolist(), index.ids[lower + higher - owner].tolist(), strict=True):
        found[one].append(other)
    return found


@dataclass(frozen=True, slots=True)
class _Index:
    """The match index the other way round: the terms of each claim, rarest first. Claims and terms by number."""

    ids: np.ndarray
    """The claim ids, ascending: a claim's number is its place here."""
    starts: np.ndarray
    """Where the terms of each claim begin, and after the last where they end."""
    terms: np.ndarray
    """The term numbers; a lower number is a rarer term."""
    claims: np.ndarray
    """By term number, how many claims have it."""

    @classmethod
    def read(cls, conn: sqlite3.Connection) -> _Index:
        """All postings, turned round."""
        import numpy as np

        claims, terms = _postings(conn)
        ids, claims = np.unique(claims, return_inverse=True)
        _, terms = np.unique(terms, return_inverse=True)
        counts = np.bincount(terms)
        by_rarity = np.argsort(counts, kind="stable")
        number = np.empty_like(by_rarity)
        number[by_rarity] = np.arange(len(by_rarity))
        # A claim that was indexed twice has a term twice here.
        both = np.unique(claims * max(len(counts), 1) + number[terms])
        claims, terms = np.divmod(both, max(len(counts), 1))
        starts = np.searchsorted(claims, np.arange(len(ids) + 1))
        return cls(ids, starts, terms, np.bincount(terms, minlength=len(counts)))


def _postings(conn: sqlite3.Connection) -> tuple[np.ndarray, np.ndarray]:
    """Claim id and term id of each posting."""
    import numpy as np

    claims, terms, lengths = [np.empty(0, dtype=np.int64)], [], []
    for term_id, block, offsets in conn.execute("select term_id, block, offsets from match_postings"):
        claims.append(np.frombuffer(offsets, dtype="<u2") + np.int64(block * BLOCK))
        terms.append(term_id)
        lengths.append(len(claims[-1]))
    return np.concatenate(claims), np.repeat(np.asarray(terms, dtype=np.int64), lengths)


def _sharing_a_key(index: _Index, asked: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The pairs of claims, by number and the lower first, that have a key in common; one at least is asked for."""
    import numpy as np

    keys, owners = _keys(index)
    kept = np.isin(keys, np.unique(keys[asked[owners]]))
    keys, owners = keys[kept], owners[kept]
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    fresh = [np.empty(0, dtype=np.int64)]
    at = np.arange(len(keys))
    for apart in range(1, CROWD + 1):
        at = at[at + apart < len(keys)]
        at = at[keys[at] == keys[at + apart]]
        if not len(at):
            break
        a, b = owners[at], owners[at + apart]
        wanted = asked[a] | asked[b]
        fresh.append(np.unique(a[wanted] * len(index.ids) + b[wanted]))
    pairs = np.unique(np.concatenate(fresh))
    lower, higher = np.divmod(pairs, max(len(index.ids), 1))
    return lower, higher


def _keys(index: _Index) -> tuple[np.ndarray, np.ndarray]:
    """Each two of a claim's rarest terms as one number, and the claim; its one term twice, where it has no other.

    Terms that no other claim has are left out: nothing can be found by them.
    """
    import numpy as np

    size = len(index.claims)
    lonely = int(np.searchsorted(index.claims, 2))  # terms are numbered by how many claims have them
    owner = np.repeat(np.arange(len(index.ids)), np.diff(index.starts))
    shared = index.terms >= lonely
    terms, owner = index.terms[shared], owner[shared]
    first = np.searchsorted(owner, np.arange(len(index.ids)))
    count = np.bincount(owner, minlength=len(index.ids))
    single = count == 1
    keys, owners = [terms[first[single]] * size + terms[first[single]]], [np.flatnonzero(single)]
    for i, j in combinations(range(PREFIX), 2):
        long = np.flatnonzero(count > j)
        keys.append(terms[first[long] + i] * size + terms[first[long] + j])
        owners.append(long)
    return np.concatenate(keys), np.concatenate(owners)


def _near(index: _Index, lower: np.ndarray, higher: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Those pairs that share enough of their terms, weighed by rarity."""
    import numpy as np

    rarity = np.log1p(len(index.ids) / np.maximum(index.claims, 1))
    lengths = np.diff(index.starts)
    owner = np.repeat(np.arange(len(index.ids)), lengths)
    weight = np.bincount(owner, weights=rarity[index.terms], minlength=len(index.ids))
    size = max(len(index.claims), 1)
    postings = owner * size + index.terms
    kept = [np.zeros(0, dtype=bool)]
    for start in range(0, len(lower), _CHUNK):
        a, b = lower[start : start + _CHUNK], higher[start : start + _CHUNK]
        pair = np.repeat(np.arange(len(a)), lengths[a])
        within = np.arange(len(pair)) - np.repeat(np.cumsum(lengths[a]) - lengths[a], lengths[a])
        terms = index.terms[np.repeat(index.starts[a], lengths[a]) + within]
        sought = b[pair] * size + terms
        place = np.minimum(np.searchsorted(postings, sought), len(postings) - 1)
        hit = postings[place] == sought
        shared = np.bincount(pair, weights=rarity[terms] * hit, minlength=len(a))
        number = np.bincount(pair, weights=hit, minlength=len(a))
        contained = (number >= MANY_SHARED) & (shared >= CONTAINED * np.minimum(weight[a], weight[b]))
        kept.append(contained | (shared >= SHARED * np.maximum(weight[a], weight[b])))
    near = np.concatenate(kept)
    return lower[near], higher[near]
