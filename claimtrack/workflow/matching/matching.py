"""Recognising what the desk holds already: statements are looked up, and pairs suggested for a person to judge."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.core.desk.decisions import WaitingPairs
from claimtrack.core.match.features import default_rarity
from claimtrack.core.model import Comparison, Match, Statement, Status, Suggestion
from claimtrack.store import claimants, claims, clusters, matches, queues, tuning, views
from claimtrack.store.file.database import write_transaction
from claimtrack.store.file.errors import translated
from claimtrack.store.index import comparing, derived, lookups, pairs, postings, vectors
from claimtrack.store.index.compacting import QUICK, compact_where_outdated, is_outdated
from claimtrack.store.index.vocabulary import Vocabulary
from claimtrack.store.rows import decoded
from claimtrack.workflow.matching import encoding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sqlite_utils import Database

    Progress = Callable[[int, int], None]

_MIN_WAITING = 50
_ROWS = 500
"""Pairs that are written in one transaction, and the seconds in which others may write between two."""
_PAUSE = 0.005
_SHOWN = "id, text, status, rating, rated_by, appearances, first_seen, last_seen, claimant"


def look_up(
    db: Database,
    statement: Statement,
    *,
    limit: int = 5,
    vocabulary: Vocabulary | None = None,
    by_words_alone: bool = False,
) -> list[Match]:
    """The claims of the desk that the statement may repeat, best first. Reads only.

    `LookUps` keeps a `vocabulary` for those that come one after the other. `by_words_alone` leaves the
    encoder out, if there is one: it brings related claims, never duplicates.
    """
    tuned = tuning.matching(db)
    found = lookups.lookup(
        db.conn,
        with_main_name(db, statement),
        limit=limit,
        thresholds=tuned.thresholds,
        weights=tuned.weights,
        vocabulary=vocabulary,
        nearness=None if by_words_alone else encoding.nearness(db),
    )
    [told] = _matches(db, [found])
    return list(told)


def related_threshold(db: Database) -> float:
    """From which score on, 0 to 1, what is found is about the same thing on this desk, see `tune`; 0 where an encoder finds more."""
    return 0.0 if vectors.in_force(db.conn) else tuning.matching(db).thresholds.related


_MAX_CACHED = 500
"""Statements of which it is kept what was found: a file has many lines twice, and may have a million that are all different."""


class LookUps:
    """Look-ups of one desk, one after the other: what one has read of the desk's terms serves the next, until somebody writes."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._vocabulary: Vocabulary | None = None
        self._found: dict[tuple[Statement, int], list[Match]] = {}

    def __call__(self, statement: Statement, *, limit: int = 5) -> list[Match]:
        """The same as `look_up`, in less time."""
        if self._vocabulary is None or not self._vocabulary.is_current:
            self._vocabulary = Vocabulary(self._db.conn)
            self._found.clear()
        asked = statement, limit
        if asked not in self._found:
            if len(self._found) >= _MAX_CACHED:
                self._found.clear()
            self._found[asked] = look_up(self._db, statement, limit=limit, vocabulary=self._vocabulary)
        return list(self._found[asked])


def look_up_repeats(db: Database, statements: Iterable[Statement]) -> dict[Statement, tuple[Match, ...]]:
    """The few claims that each statement, `as_known`, may well repeat: the quick look-up for reading in thousands. Reads only."""
    tuned = tuning.matching(db)
    asked = list(dict.fromkeys(statements))
    found = lookups.likely_repeats(db.conn, asked, tuned.thresholds, tuned.weights)
    return dict(zip(asked, _matches(db, found), strict=True))


def _matches(db: Database, found: Sequence[Sequence[tuple[int, Comparison]]]) -> Iterator[tuple[Match, ...]]:
    """What each of several look-ups found, with what a person wants to see of it."""
    ids = list({claim_id for one in found for claim_id, _ in one})
    rows, same = (views.claims_by_id(db, ids, _SHOWN), clusters.same_as(db, ids)) if ids else ({}, {})
    withdrawn = clusters.withdrawn(db, rows.values())
    urls = clusters.review_urls(db, rows.values())
    for one in found:
        yield tuple(
            _match(
                rows[claim_id],
                comparison,
                same.get(claim_id, ()),
                withdrawn.get(claim_id),
                urls.get(claim_id),
            )
            for claim_id, comparison in one
            if claim_id in rows  # another may have deleted it between the two queries
        )


def _match(
    row: dict[str, Any],
    comparison: Comparison,
    same_as: tuple[int, ...],
    withdrawn: str | None,
    url: str | None,
) -> Match:
    return Match(
        claim_id=row["id"],
        text=row["text"],
        score=comparison.score,
        suggestion=comparison.suggestion,
        reasons=comparison.reasons,
        differences=comparison.differences,
        status=Status(row["status"]),
        rating=row["rating"],
        rated_by=row["rated_by"],
        appearances=row["appearances"],
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
        claimant=row["claimant"],
        same_as=same_as,
        withdrawn=withdrawn,
        review_url=url,
    )


def update_index(db: Database) -> None:
    """Take the claims that wait into the match index, once so many of them do, and give them their vectors.

    Look-ups read waiting claims one by one: right at once, but slower with each. Call it after a
    write, outside its transaction. Where another program wrote very many, a batch of them: the next write takes the next.
    """
    index_pending_claims(db, at_least=_MIN_WAITING, at_most=postings.BATCH)
    encoding.encode_new_claims(db)


def index_pending_claims(
    db: Database,
    *,
    at_least: int = 1,
    at_most: float = math.inf,
    progress: Callable[[int], object] | None = None,
) -> None:
    """Take the claims that wait into the match index, once so many of them do; `progress` hears the number of each batch."""
    with translated():
        if postings.index_pending(db.conn, at_least, progress, at_most=at_most):
            compact_where_outdated(db.conn, at_most=QUICK)


def queue_outdated_index(db: Database) -> None:
    """Let all claims wait for the match index if too much of it is outdated, so that `take_in` builds it anew and tells how far it is.

    Raises DatabaseError where the index is damaged.
    """
    derived.refuse_damage(db)
    with translated():
        if is_outdated(db.conn):
            postings.queue_all(db.conn)


def record_suggestions(db: Database, found: Mapping[int, Iterable[Match]]) -> set[tuple[int, int]]:
    """Keep the suggestions for claims that are new on the desk, by their ids, for a person to judge; the pairs that are kept."""
    tuned = tuning.matching(db)
    told = (
        (claim_id, match, Comparison(match.score, match.suggestion, match.reasons, match.differences))
        for claim_id, several in found.items()
        for match in filter_by_score(several, tuned.thresholds.related)
    )
    kept = [
        (one, match.claim_id, said)
        for one, match, said in told
        if _is_worth_judging(db, one, match, said, tuned)
    ]
    matches.suggest(db, kept, scorer=encoding.scorer_name(db, tuned.scorer))
    return {(one, other) for one, other, _ in kept}


def renew_suggestions(db: Database, claim_id: int) -> None:
    """Keep what a claim resembles in its new words, or by its new speaker. Within a write transaction."""
    found = look_up(db, claims.get(db, claim_id).statement)
    record_suggestions(db, {claim_id: [match for match in found if match.claim_id != claim_id]})


def _is_worth_judging(
    db: Database, claim_id: int, match: Match, said: Comparison, tuned: tuning.MatchTuning
) -> bool:
    """Whether a conflict is one that a person should judge, as `duplicates` finds it: it is worded alike but for a fact."""
    if said.suggestion is not Suggestion.CONFLICT:
        return True
    own, other = claims.get(db, claim_id).statement, Statement(match.text, match.claimant)
    return pairs.is_worth_judging(said, own, other, default_rarity, tuned.thresholds, tuned.weights)


class ComparedCounts(NamedTuple):
    """How many claims were compared with all others, and how many conflicts between them are not kept: see `pairs.CONFLICTS`."""

    claims: int
    not_kept: int


def find_duplicates(
    db: Database, *, actor: str | None, progress: Progress = lambda done, total: None
) -> ComparedCounts:
    """Compare with all others the claims that were not yet, and record the pairs worth a judgement.

    A batch is a transaction and remembers how far it came: interrupted, the next run goes on from there,
    and a second one has nothing to do until claims are added or reworded. Raises DatabaseError where the match
    index is damaged.
    """
    tuned = tuning.matching(db)
    derived.refuse_damage(db, closely=True)
    index_pending_claims(db)
    encoding.encode_new_claims(db)
    with translated():
        compact_where_outdated(db.conn)
    with write_transaction(db, actor):
        waiting = comparing.waiting(db, tuned.scorer)
    done = not_kept = 0
    for batch in pairs.find_pairs(db.conn, waiting, tuned.thresholds, tuned.weights):
        for start in range(0, len(batch.found), _ROWS):
            with write_transaction(db, actor):
                matches.suggest(db, batch.found[start : start + _ROWS], scorer=tuned.scorer)
            time.sleep(_PAUSE)
        with write_transaction(db, actor):
            comparing.done(db, batch.texts)
        done, not_kept = done + len(batch.texts), not_kept + batch.not_kept
        progress(done, len(waiting))
    return ComparedCounts(len(waiting), not_kept)


def waiting_pairs(
    db: Database, show: WaitingPairs = WaitingPairs.ALL, *, limit: int | None = None
) -> Iterator[dict[str, Any]]:
    """The pairs that wait for a judgement, as they are read, with reasons and differences as lists.

    Likely repeats come first, likeliest on top; then conflicts, those most alike in their words on top.
    """
    return map(decoded, queues.unjudged_pairs(db, show, limit=limit))


def count_waiting_pairs(db: Database, show: WaitingPairs, *, at_most: int) -> int:
    """How many pairs wait for a judgement; counting stops at `at_most`, if that is not negative."""
    return queues.count_unjudged_pairs(db, show, at_most=at_most)


def filter_worth_showing(db: Database, found: Iterable[Match]) -> list[Match]:
    """The matches that a person wants to hear of: duplicates, conflicts, and what is clearly related."""
    found = list(found)
    # Of most sentences of an article there are none: nothing to read for them.
    return filter_by_score(found, tuning.matching(db).thresholds.related) if found else []


def filter_by_score(found: Iterable[Match], least: float) -> list[Match]:
    """The matches but those that are about the same thing with a lower score than this, 0 to 1."""
    return [match for match in found if match.suggestion is not Suggestion.RELATED or match.score >= least]


def with_main_name(db: Database, statement: Statement) -> Statement:
    """The statement by the name that its claimant goes by: claims are told by that, too, and so two names are one speaker."""
    name = claimants.standing_name(db, statement.claimant)
    return statement if name == statement.claimant else replace(statement, claimant=name)
