"""Looks up the claims that a statement may repeat, and suggests pairs of claims for a person to judge."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlite_utils import Database

from claimtrack.core.advancing import Advance, tell_nobody
from claimtrack.core.match import is_own_scorer, share_enough_terms
from claimtrack.core.match.meaning import CLOSE_IN_MEANING
from claimtrack.core.model import Comparison, Match, Statement, Status, Suggestion
from claimtrack.store import claimants, claims, clusters, matches, tuning, views
from claimtrack.store.file.database import write_transaction
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.index import derived, pairs, postings, vectors
from claimtrack.store.index.compacting import QUICK_REBUILD_CLAIMS, compact_if_outdated, is_outdated
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.workflow.matching import encoding

_MIN_WAITING = 50
_ROWS = 500
"""How many pairs are written in one transaction."""
_PAUSE = 0.005
"""Seconds between two transactions, in which others may write."""
_SHOWN = "id, text, status, rating, rated_by, appearances, first_seen, last_seen, claimant, held_on"


def look_up(
    db: Database,
    statement: Statement,
    *,
    limit: int = 5,
    by_words_alone: bool = False,
) -> list[Match]:
    """The claims of the desk that the statement may repeat, best first. Reads only.

    `by_words_alone` leaves out the encoder, if there is one: it finds related claims, never duplicates.
    """
    matcher = DeskMatcher.of(db, None if by_words_alone else encoding.nearness(db))
    return _find(db, matcher, statement, limit)


def _find(db: Database, matcher: DeskMatcher, statement: Statement, limit: int) -> list[Match]:
    [matched] = describe_hits(db, [matcher.find(with_main_name(db, statement), limit)])
    return list(matched)


def related_threshold(db: Database) -> float:
    """The score, 0 to 1, from which on this desk a match is about the same thing (see `tune`); 0 if an encoder is in force."""
    return 0.0 if vectors.active_encoder(db.conn) else tuning.load_matching(db).thresholds.related


_MAX_CACHED = 500
"""How many look-ups are cached: a file repeats many lines, but may also have a million different ones."""


class LookUps:
    """Consecutive look-ups on one desk, which share what they read of its terms until somebody writes."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._matcher: DeskMatcher | None = None
        self._found: dict[tuple[Statement, int], list[Match]] = {}

    def __call__(self, statement: Statement, *, limit: int = 5) -> list[Match]:
        """The same as `look_up`, in less time."""
        if self._matcher is None or not self._matcher.vocabulary.is_current:
            self._matcher = DeskMatcher.of(self._db, encoding.nearness(self._db))
            self._found.clear()
        asked = statement, limit
        if asked not in self._found:
            if len(self._found) >= _MAX_CACHED:
                self._found.clear()
            self._found[asked] = _find(self._db, self._matcher, statement, limit)
        return list(self._found[asked])


class Repeats(NamedTuple):
    """The claims that a statement may well repeat, and the ids of those that a person should judge if it is filed as another claim."""

    matches: tuple[Match, ...] = ()
    worth_judging: frozenset[int] = frozenset()


def look_up_repeats(db: Database, statements: Iterable[Statement]) -> dict[Statement, Repeats]:
    """The few claims that each statement may well repeat: the quick look-up for thousands at once. Reads only.

    Statements must have the main names of their claimants: see `with_main_name`.
    """
    asked, matcher = list(dict.fromkeys(statements)), DeskMatcher.of(db)
    met = describe_hits(db, matcher.find_repeats(asked))
    return {
        one: Repeats(found, frozenset(_worth_judging(matcher, one, found)))
        for one, found in zip(asked, met, strict=True)
    }


def describe_hits(
    db: Database, found: Sequence[Sequence[tuple[int, Comparison]]]
) -> Iterator[tuple[Match, ...]]:
    """Yield the matches of each look-up, with the columns that a person wants to see."""
    ids = list({claim_id for one in found for claim_id, _ in one})
    rows, same = (views.claims_by_id(db, ids, _SHOWN), clusters.same_as(db, ids)) if ids else ({}, {})
    withdrawn = clusters.withdrawn_ratings(db, rows.values())
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
            if claim_id in rows  # somebody may have deleted it between the two queries
        )


def _match(
    row: dict[str, Any],
    comparison: Comparison,
    same_as: tuple[int, ...],
    withdrawn: str | None,
    url: str | None,
) -> Match:
    """A match with a row of the columns `_SHOWN`, which it has, too."""
    shown = dict(row)
    return Match(
        claim_id=shown.pop("id"),
        status=Status(shown.pop("status")),
        score=comparison.score,
        suggestion=comparison.suggestion,
        reasons=comparison.reasons,
        differences=comparison.differences,
        same_as=same_as,
        withdrawn=withdrawn,
        review_url=url,
        **shown,
    )


def update_index(db: Database) -> None:
    """Index the waiting claims, once there are enough of them, and encode them.

    Look-ups read waiting claims one by one: they are found at once, but each slows the look-up down. Call it after a write, outside its
    transaction. If another program wrote very many, one batch is indexed: the next write takes the next.
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
    """Index the waiting claims, once there are `at_least` so many; `progress` receives the size of each batch."""
    with translate_errors():
        if postings.index_pending(db.conn, at_least, progress, at_most=at_most):
            compact_if_outdated(db.conn, at_most=QUICK_REBUILD_CLAIMS)


def queue_outdated_index(db: Database) -> None:
    """Queue all claims for the match index if too much of it is outdated, so that `index_pending_claims` rebuilds it.

    Raises DatabaseError if the index is damaged.
    """
    derived.refuse_damaged_index(db)
    with translate_errors():
        if is_outdated(db.conn):
            postings.queue_all(db.conn)


def suggest(db: Database, claim_id: int, found: Iterable[Match]) -> set[int]:
    """Store those of the matches of a new claim that a person should judge; return their ids."""
    own, found = claims.get(db, claim_id).statement, tuple(found)
    return record_suggestions(
        db, {claim_id: Repeats(found, frozenset(_worth_judging(DeskMatcher.of(db), own, found)))}
    )[claim_id]


def record_suggestions(db: Database, found: Mapping[int, Repeats]) -> dict[int, set[int]]:
    """Store the matches of new claims, by their ids, that a person should judge; return the ids of those."""
    kept = {
        claim_id: [match for match in met.matches if match.claim_id in met.worth_judging]
        for claim_id, met in found.items()
    }
    suggested = (
        (
            claim_id,
            match.claim_id,
            Comparison(match.score, match.suggestion, match.reasons, match.differences),
        )
        for claim_id, several in kept.items()
        for match in several
    )
    compared = {match.claim_id: match.text for several in kept.values() for match in several}
    named = encoding.scorer_name(db, tuning.load_matching(db).scorer)
    matches.record_suggestions(db, suggested, scorer=named, compared=compared)
    return {claim_id: {match.claim_id for match in several} for claim_id, several in kept.items()}


def renew_suggestions(db: Database, claim_id: int) -> tuple[Match, ...]:
    """Store the suggestions for a claim's new words or new speaker, and return them. Call it within a write transaction."""
    found = [one for one in look_up(db, claims.get(db, claim_id).statement) if one.claim_id != claim_id]
    kept = suggest(db, claim_id, found)
    return tuple(one for one in found if one.claim_id in kept)


def _worth_judging(matcher: DeskMatcher, own: Statement, found: Iterable[Match]) -> Iterator[int]:
    """Yield the ids of the matches worth a person's judgement: conflicts worded alike except for a fact, and likely rewordings."""
    # An article has hundreds of claims that only share a subject with one of the desk.
    for match in filter_by_score(found, matcher.thresholds.related):
        if match.suggestion is Suggestion.RELATED:
            is_worth = CLOSE_IN_MEANING in match.reasons or (
                match.score >= matcher.thresholds.waiting
                and share_enough_terms(own.text, match.text, but_for=0)
            )
        else:
            said = Comparison(match.score, match.suggestion, match.reasons, match.differences)
            is_worth = pairs.is_worth_judging(matcher, said, own, Statement(match.text, match.claimant))
        if is_worth:
            yield match.claim_id


class ComparedCounts(NamedTuple):
    """How many claims were compared with all others, and how many conflicts were not stored: see `pairs.MAX_CONFLICTS`."""

    claims: int
    not_kept: int


def find_duplicates(db: Database, *, actor: str | None, progress: Advance = tell_nobody) -> ComparedCounts:
    """Compare the claims that are new or reworded with all others, and store the pairs worth a judgement.

    Each batch is a transaction that also stores how far it came: after an interruption, the next run continues from there. Raises
    DatabaseError if the match index is damaged.
    """
    derived.refuse_damaged_index(db, closely=True)
    index_pending_claims(db)
    encoding.encode_new_claims(db)
    with translate_errors():
        compact_if_outdated(db.conn)
    matcher = DeskMatcher.of(db)
    scorer = matcher.tuned.scorer
    with write_transaction(db, actor):
        waiting = pairs.pending_claims(db, scorer)
    done = not_kept = 0
    for batch in pairs.find_pairs(matcher, waiting):
        for start in range(0, len(batch.found), _ROWS):
            with write_transaction(db, actor):
                some = batch.found[start : start + _ROWS]
                matches.record_suggestions(db, some, scorer=scorer, compared=batch.compared)
            time.sleep(_PAUSE)
        with write_transaction(db, actor):
            # Whoever parted claims judged the same meanwhile wants them compared again: this would undo it.
            if not pairs.were_parted(db.conn, batch.clusters):
                pairs.mark_compared(db, batch.texts)
        done, not_kept = done + len(batch.texts), not_kept + batch.not_kept
        progress(done, len(waiting))
    # What only an encoder found is not found here.
    if waiting and encoding.scorer_name(db, scorer) == scorer:
        _drop_outdated(db, scorer, actor)
    return ComparedCounts(len(waiting), not_kept)


def _drop_outdated(db: Database, scorer: str, actor: str | None) -> None:
    """Delete what an older version of the scorer suggested and this one did not: a conflict, say, that is none any more."""
    for name in matches.scorers_of_unjudged(db):
        dropped = _ROWS if name != scorer and is_own_scorer(name) else 0
        while dropped == _ROWS:
            with write_transaction(db, actor):
                dropped = matches.drop_suggestions(db, name, at_most=_ROWS)
            time.sleep(_PAUSE)


def filter_worth_showing(db: Database, found: Iterable[Match]) -> list[Match]:
    """The matches worth showing to a person: duplicates, conflicts, and clearly related claims."""
    found = list(found)
    # Most sentences of an article have no matches, and need no query.
    return filter_by_score(found, tuning.load_matching(db).thresholds.related) if found else []


def filter_by_score(found: Iterable[Match], least: float) -> list[Match]:
    """The matches without the related ones that score below `least`, 0 to 1."""
    return [match for match in found if match.suggestion is not Suggestion.RELATED or match.score >= least]


def with_main_name(db: Database, statement: Statement) -> Statement:
    """The statement with its claimant's main name, by which claims are compared: two names of a speaker count as one."""
    name = claimants.standing_name(db, statement.claimant)
    return statement if name == statement.claimant else replace(statement, claimant=name)
