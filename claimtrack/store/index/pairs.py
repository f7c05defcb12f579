"""Finds pairs of claims that may be the same, over the whole desk at once.

Comparing all pairs of 100,000 claims takes hours: only those that share enough of their rare terms are compared in full.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match import is_exact_repeat
from claimtrack.core.match.reading.reading import read
from claimtrack.core.model import Comparison, Statement, Suggestion
from claimtrack.store import rows
from claimtrack.store.claims import statement_sql
from claimtrack.store.file.errors import translate_errors

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database

    from claimtrack.core.match import Matcher
    from claimtrack.core.match.similarity import Similarity
    from claimtrack.store.index.lookups import DeskMatcher

MIN_TERMS = 3
"""Terms that a claim needs to be compared, unless it is repeated word for word."""
CONFLICT_MARGIN, MIN_CONFLICT_SCORE = 0.15, 0.5
"""How far below the duplicate threshold a conflict's similarity may be if its score, despite the difference, is at least the second value.

`match` and `ingest` show such conflicts. Of 4,114 labelled conflicts 94 % are found so, 84 % without this, and 1 of 36 unrelated pairs in either case.
"""
MAX_CONFLICTS = 5
"""Most similar conflicts kept for each claim: a number reported each week in the same words has hundreds."""
BATCH = 500
"""Claims whose pairs are yielded together, to be written in one transaction."""
_LOOKAHEAD = 100 * BATCH
"""Claims whose candidates are searched together; their number does not depend on the size of the desk."""


class FoundPair(NamedTuple):
    """Two claims, the lower id first, and their comparison."""

    left_id: int
    right_id: int
    comparison: Comparison


class ComparedBatch(NamedTuple):
    """A batch of compared claims: their texts and clusters at that time, the pairs found, and the number of conflicts left out.

    `clusters` has the claims that they were compared with, too, and `compared` the texts of all.
    """

    texts: dict[int, str | None]
    compared: dict[int, str]
    clusters: dict[int, int]
    found: list[FoundPair]
    not_kept: int


def find_pairs(matcher: DeskMatcher, claim_ids: Sequence[int]) -> Iterator[ComparedBatch]:
    """Compare these claims with all others of the desk; yield batches in the order of their ids.

    Pairs must be worth judging (`is_worth_judging`), and of a claim's conflicts only the most similar are kept. Of several claims that were
    judged the same, a claim is paired with the most similar duplicate and those that differ from it: one judgement decides for the others.
    Only indexed claims are found: call `index_pending` before.
    """
    from claimtrack.store.index.sharing import CandidatePairs  # loads numpy, which a look-up has no use for

    conn, ordered = matcher.vocabulary.conn, sorted(claim_ids)
    sharing = CandidatePairs(conn, claim_ids)
    others: Mapping[int, Sequence[int]] = {}
    for start in range(0, len(ordered), BATCH):
        batch = ordered[start : start + BATCH]
        if start % _LOOKAHEAD == 0:
            others = sharing.near(ordered[start : start + _LOOKAHEAD])
        wanted = {one for claim_id in batch for one in (claim_id, *others.get(claim_id, ()))}
        statements = _statements(conn, wanted)
        matcher.vocabulary.learn(term for s in statements.values() for term in read(s.text).terms)
        clusters = _clusters(conn, wanted)
        search = _PairSearch(matcher, statements, clusters, _judged_in_other_words(conn, batch))
        found = sorted(pair for claim_id in batch for pair in search(claim_id, others.get(claim_id, ())))
        texts = {i: statements[i].text if i in statements else None for i in batch}
        compared = {claim_id: one.text for claim_id, one in statements.items()}
        yield ComparedBatch(texts, compared, clusters, found, search.not_kept)


def were_parted(conn: sqlite3.Connection, clusters: Mapping[int, int]) -> bool:
    """Whether claims that were in one of these clusters no longer are, because a judgement was taken back or a claim rejected."""
    now = _clusters(conn, set(clusters))
    return len({(before, now.get(one)) for one, before in clusters.items()}) > len(set(clusters.values()))


@dataclass(slots=True)
class _PairSearch:
    """Compares each claim with its candidates, and counts the conflicts left out.

    `clusters` are those of claims judged the same. `outdated` are the pairs that were judged different or unsure before one of the two was
    reworded: they decide about no other pair.
    """

    matcher: Matcher
    statements: Mapping[int, Statement]
    clusters: Mapping[int, int]
    outdated: Container[tuple[int, int]]
    not_kept: int = 0

    def __call__(self, claim_id: int, others: Sequence[int]) -> Iterator[FoundPair]:
        """Yield the pairs of a claim, most similar first."""
        kept = 0
        settled: dict[int | None, set[Suggestion]] = {}
        for like, left, right, measured in self._promising(claim_id, others):
            pair = self.statements[left], self.statements[right]
            if measured and self._is_too_different(like, measured):
                continue
            if kept == MAX_CONFLICTS and measured and self.matcher.conflicts_plainly(measured):
                self.not_kept += not _is_small_talk(*pair)
                continue
            said = self.matcher.compare(*pair, measured)
            cluster = self.clusters.get(right if left == claim_id else left)
            if said.suggestion in settled.get(cluster, ()):
                continue
            if is_worth_judging(self.matcher, said, *pair, like):
                is_conflict = said.suggestion is Suggestion.CONFLICT
                if is_conflict and kept == MAX_CONFLICTS:
                    self.not_kept += 1
                    continue
                kept += is_conflict
                if cluster is not None and not is_conflict and (left, right) not in self.outdated:
                    # Where a related pair comes first, a duplicate is still worth knowing.
                    settled.setdefault(cluster, set()).update((Suggestion.RELATED, said.suggestion))
                yield FoundPair(left, right, said)

    def _is_too_different(self, like: float, measured: Similarity) -> bool:
        """Whether a pair less similar than a duplicate would be a conflict not worth judging, or none: most pairs of numbers from one table."""
        is_less = like < self.matcher.thresholds.duplicate
        return is_less and self.matcher.is_refuted_plainly(measured, MIN_CONFLICT_SCORE)

    def _promising(
        self, claim_id: int, others: Sequence[int]
    ) -> list[tuple[float, int, int, Similarity | None]]:
        """Return the pairs that are similar enough to be worth judging, ignoring differences, most similar first; exact repeats unmeasured."""
        found = []
        for other in others if claim_id in self.statements else ():
            left, right = min(claim_id, other), max(claim_id, other)
            if other in self.statements:
                a, b = self.statements[left], self.statements[right]
                measured = None if is_exact_repeat(a.text, b.text) else self.matcher.measure(a, b)
                like = measured.score if measured else 1.0
                if like >= self.matcher.thresholds.duplicate - CONFLICT_MARGIN:
                    found.append((like, left, right, measured))
        return sorted(found, key=lambda one: (-one[0], *one[1:3]))


def is_worth_judging(
    matcher: Matcher, said: Comparison, left: Statement, right: Statement, like: float | None = None
) -> bool:
    """Whether a person should judge the pair: a duplicate, or one that scores like a duplicate but is too short or differs in a fact.

    A conflict slightly less similar is judged, too, if it scores well despite its difference. Small talk ("I don't think so") and
    conflicts with dissimilar words are left out. `like` is the pair's similarity score, if known.
    """
    least = matcher.thresholds.duplicate
    if said.suggestion is Suggestion.DUPLICATE or _is_small_talk(left, right):
        return said.suggestion is Suggestion.DUPLICATE
    if said.suggestion is Suggestion.RELATED:
        return said.score >= least
    like = matcher.similarity(left, right) if like is None else like
    return like >= least or (like >= least - CONFLICT_MARGIN and said.score >= MIN_CONFLICT_SCORE)


def _is_small_talk(left: Statement, right: Statement) -> bool:
    return min(len(read(one.text).terms) for one in (left, right)) < MIN_TERMS


def _statements(conn: sqlite3.Connection, ids: set[int]) -> dict[int, Statement]:
    sql = f"select c.id, {statement_sql('c')} from json_each(?) j join claims c on c.id = j.value"
    rows = conn.execute(sql, [json.dumps(sorted(ids))])
    return {claim_id: Statement(*rest) for claim_id, *rest in rows}


def _clusters(conn: sqlite3.Connection, ids: set[int]) -> dict[int, int]:
    # Not of rejected claims: a pair with one of them waits for no judgement, and decides nothing.
    sql = """
        select claim_id, cluster_id from match_clusters join claims on claims.id = claim_id
        where claim_id in (select value from json_each(?)) and status <> 'rejected'
    """
    return dict(conn.execute(sql, [json.dumps(sorted(ids))]))


def _judged_in_other_words(conn: sqlite3.Connection, ids: Sequence[int]) -> set[tuple[int, int]]:
    sql = """
        with judged as (
            select matches.id, left_id, right_id from json_each(:ids) cross join matches on left_id = value
            where judgement in ('different', 'unsure')
            union
            select matches.id, left_id, right_id from json_each(:ids) cross join matches on right_id = value
            where judgement in ('different', 'unsure')
        )
        select left_id, right_id from judged
        where (select is_judged_otherwise from match_words where match_words.id = judged.id)
    """
    return set(conn.execute(sql, {"ids": json.dumps(ids)}))


# ── which claims were not yet compared with all others ──────────────────────────────────────────


def pending_claims(db: Database, scorer: str) -> list[int]:
    """Return the claims still to be compared: all of them if the scorer has changed."""
    sql = "update match_compared_by set scorer = :scorer where id = 1 and scorer is not :scorer"
    if rows.execute(db, sql, {"scorer": scorer}).rowcount:
        rows.execute(db, "insert or ignore into match_uncompared (claim_id) select id from claims")
    return rows.fetch_numbers(db, "select claim_id from match_uncompared order by claim_id")


def mark_compared(db: Database, texts: Mapping[int, str | None]) -> None:
    """Mark claims as compared, except those whose text changed meanwhile."""
    sql = """
        delete from match_uncompared
        where claim_id = ? and (select text from claims where id = match_uncompared.claim_id) is ?
    """
    with translate_errors():
        db.conn.executemany(sql, texts.items())
