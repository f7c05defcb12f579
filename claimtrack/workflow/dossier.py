"""Everything that the desk knows about one claim, and its history, for a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice
from typing import Any

from sqlite_utils import Database

from claimtrack.core.desk.verdicts import describe_contradiction
from claimtrack.core.texts import timestamps
from claimtrack.store import (
    appearances,
    articles,
    claimants,
    claims,
    clusters,
    evidence,
    history,
    interventions,
    matches,
    notes,
    same_claims,
    views,
)
from claimtrack.store.reviews import reviews, signed
from claimtrack.store.reviews.readiness import find_differing
from claimtrack.workflow.changes import describe_change
from claimtrack.workflow.following import last_read
from claimtrack.workflow.ledger import ledger

Row = dict[str, Any]


def claim_dossier(db: Database, claim_id: int, *, newest: int | None = None) -> Row:
    """The claim with its appearances, evidence, notes, matches, reviews and requests to others. Raises NotFound.

    `claim` is its row of claim_overview, `version` the id of its last change, `claimant_details` what a verdict says of its claimant besides
    the name, `ledger` its ledger over all claims judged the same. The `article` of an appearance is the article's name. With `newest`, only
    so many of the newest appearances and the most similar matches are included; `appearances_in_all` and `matches_in_all` are their total
    numbers. `verdict_on` is the claim whose verdict the rating is: itself, or one judged the same;
    `repeats` is the claim that stands for one that was parked in triage as its repeat; `taken_as` is the one judged the same that
    somebody has, or that is being checked, in review or published (None if this is published); `contradictions` lists our published
    verdicts on these claims, or on one that seems to say the same, that contradict each other; `other_reviews` are the published ones of
    the other claims judged the same, by any publisher. For a published review, `changed_since` lists what changed on the desk since it was signed, and
    `being_corrected_by_id` is the correction or update in progress. Other publishers' reviews have the claim in their own words.
    """
    version = claims.get(db, claim_id).version
    seen = articles.add_article_names(db, appearances.of_claim(db, claim_id, newest=newest))
    in_all = {} if newest is None else _count_all(db, claim_id)
    add_recording_times(db, seen)
    stands = clusters.find_standing(db, claim_id) if clusters.was_parked_as_repeat(db, claim_id) else None
    taken = same_claims.taken_elsewhere(db, [claim_id]).get(claim_id)
    return {
        "claim": views.claims_by_id(db, [claim_id])[claim_id],
        "version": version,
        "claimant_details": claimants.details_of(db, claim_id),
        "appearances": seen,
        **in_all,
        "ledger": ledger(db, claim_id),
        "repeats": stands._asdict() if stands else None,
        "taken_as": taken._asdict() if taken else None,
        "evidence": evidence.of_claim(db, claim_id),
        "notes": notes.of_claim(db, claim_id),
        "matches": matches.of_claim(db, claim_id, limit=newest),
        "reviews": _reviews(db, claim_id),
        "other_reviews": views.reviews_of_same(db, claim_id),
        "interventions": interventions.list_all(db, claim_id),
        "verdict_on": reviews.verdict_on(db, claim_id),
        "contradictions": list(_contradictions(db, claim_id)),
    }


def _count_all(db: Database, claim_id: int) -> dict[str, int]:
    """The number of rows in the lists that are not shown whole."""
    return {
        "appearances_in_all": appearances.count(db, claim_id),
        "matches_in_all": matches.count(db, claim_id),
    }


def _contradictions(db: Database, claim_id: int) -> Iterator[str]:
    for pair in clusters.contradicting_verdicts(db, claim_id):
        yield describe_contradiction(*pair)
    for review in reviews.published_reviews(db, claim_id):
        found = find_differing(db, claim_id, review.id)
        if found and found.are_published and not found.is_judged:
            yield describe_contradiction(found.own, found.other, "which seems to say the same")


def add_recording_times(db: Database, seen: Iterable[Row]) -> None:
    """Add to appearances the time in the recording at which the words were said (`timecode`) and a link to it (`timecode_url`).

    Both are None if the article's text has no times. For an earlier version they are given only if the next one has none, such as the
    official transcript that replaces captions.
    """
    times_in = cache(
        lambda article_id: timestamps.find_timestamps(articles.get(db, article_id)["text"] or "")
    )
    for row in seen:
        next_id = row["superseded_by_id"]
        stands = row["span_start"] is not None and not (next_id and times_in(next_id))
        second = timestamps.second_at(times_in(row["article_id"]), row["span_start"]) if stands else None
        row["timecode"] = None if second is None else timestamps.format_clock(second)
        row["timecode_url"] = None if second is None else timestamps.link_at(row["url"], second)


def _reviews(db: Database, claim_id: int) -> list[Row]:
    changed = signed.changed_since(db, claim_id)
    under_way = {one.corrects_id: one.id for one in reviews.unpublished_reviews(db, claim_id)}
    return [
        {
            **row,
            "changed_since": changed.get(row["id"], []),
            "being_corrected_by_id": under_way.get(row["id"]),
        }
        for row in views.reviews_of_claim(db, claim_id)
    ]


def claim_history(db: Database, claim_id: int) -> list[Row]:
    """Every change of the claim and of what belongs to it, oldest first. Raises NotFound.

    `changes` maps a column to its old and new value; `summary` is the change in one line, a Summary.
    """
    claims.get(db, claim_id)
    return list(claim_changes(db, claim_id))[::-1]


def claim_changes(db: Database, claim_id: int) -> Iterator[Row]:
    """Yield the rows of `claim_history`, newest first, each read only when needed."""
    return ({**describe_change(row), "claim_id": claim_id} for row in history.of_claim(db, claim_id))


_ALL = history.Selection()


def desk_history(
    db: Database, chosen: history.Selection = _ALL, *, after: str | None = None, limit: int | None
) -> Iterator[Row]:
    """Yield the newest changes of the whole desk, or those chosen, each read only when needed; after a cursor the oldest first.

    The rows are those of `claim_history`. Suggestions of the matcher are left out. Raises NotFound, and as `last_read` does.
    """
    if chosen.article_id is not None:
        articles.get(db, chosen.article_id)
    if after is not None:
        chosen = chosen._replace(after=last_read(db, after), oldest_first=True)
    found = chain.from_iterable(rows for _, rows in history.of_desk(db, chosen))
    return map(describe_change, islice(found, limit))
