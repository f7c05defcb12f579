"""Compares signed verdicts with the present state of the desk."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from claimtrack.core.desk.signed import describe_changes
from claimtrack.core.texts.addresses import is_private_address, leads_inside, without_reader
from claimtrack.store import rows

# Compared as text first: of thousands of verdicts few differ, and only these are parsed.
_DIFFERING_VERDICTS = """
    select * from (
        select
            reviews.claim_id, reviews.id, signed_verdicts.said as signed, verdict_contents.said as now,
            json_object(
                'text', reviews.claim_reviewed, 'claimant', reviews.claimant_reviewed, 'claimed_on', reviews.claimed_on_reviewed
            ) as about,
            json_object(
                'text', claims.text,
                'claimant', ( -- by this name, or by the one that it was joined to since
                    select iif(claimant_reviewed collate nocase in (written, name), claimant_reviewed, name)
                    from standing_claimants where standing_claimants.id = claims.claimant_id
                ),
                'claimed_on', claims.claimed_on
            ) as claim
        from reviews
        join signed_verdicts on signed_verdicts.review_id = reviews.id
        join verdict_contents on verdict_contents.review_id = reviews.id
        join claims on claims.id = reviews.claim_id
        where reviews.status = 'published' and {chosen}
    )
    where (signed, about) is not (now, claim)
"""

_WORDS_TO_RESTORE = """
    with ours as (
        select reviews.*, (
            select max(id) from history
            where table_name = 'reviews' and row_id = reviews.id and new_row ->> 'status' = 'published' and old_row ->> 'status' <> 'published'
        ) as publication
        from reviews where claim_id = ? and status = 'published' and origin = 'desk' and claim_reviewed is not null
    )
    select claim_reviewed as text, claimant_reviewed as claimant, claimed_on_reviewed as claimed_on from ours
    where not exists (
        select 1 from ours join claims on claims.id = ours.claim_id
        left join standing_claimants on standing_claimants.id = claims.claimant_id
        where (claim_reviewed, claimed_on_reviewed) is (claims.text, claims.claimed_on)
            and (claimant_reviewed is written or claimant_reviewed is name) -- null if it has no claimant
    )
    order by publication desc limit 1
"""


def claims_of_corrections_given_up(db: Database, after: int) -> list[int]:
    """Return the claims with a published verdict of ours of which a correction or update was given up after that change in history."""
    sql = """
        select distinct history.claim_id from history join reviews as standing on standing.claim_id = history.claim_id
        where history.id > ? and +table_name = 'reviews' and operation = 'update' and new_row ->> 'corrects_id' is not null
            and old_row ->> 'status' <> 'withdrawn' and new_row ->> 'status' = 'withdrawn'
            and standing.origin = 'desk' and standing.status = 'published'
    """
    return rows.fetch_numbers(db, sql, [after])


def words_to_restore(db: Database, claim_id: int) -> dict[str, Any] | None:
    """Return the statement of a claim as the verdict that we published last has it: text, claimant, claimed_on.

    None if there is none, or if the claim already says what one of our published verdicts says, such as that in another language.
    """
    return next(iter(db.query(_WORDS_TO_RESTORE, [claim_id])), None)


def is_signed(db: Database, claim_id: int) -> bool:
    """Whether a verdict of ours on the claim is approved or published: nobody signs what is written for its readers from now on."""
    sql = """
        select 1 from reviews join publishers on publishers.id = publisher_id
        where claim_id = ? and is_desk and status in ('approved', 'published')
    """
    return rows.fetch_number(db, sql, [claim_id]) is not None


def requests_changed(db: Database, change_id: int) -> bool:
    """Whether a request was added, reworded or removed after that change although a verdict of ours on its claim is signed; its outcome is no such change."""
    sql = """
        select claim_id from history
        where id > ? and table_name = 'interventions' and (old_row ->> 'request') is not (new_row ->> 'request')
    """
    return any(is_signed(db, claim_id) for claim_id in rows.fetch_numbers(db, sql, [change_id]))


def places_added_since(db: Database, review_id: int) -> list[str]:
    """Return the places where readers of our approved or published review see that its claim was said, although nobody had filed them when it was signed."""
    unnamed = "a place without a name"
    sql = """
        select later.url, coalesce(later.title, nullif(overview.place, ''), later.outlet, :unnamed)
        from later_sightings as later join appearance_overview as overview on overview.id = later.id
        where later.review_id = :review and later.counts order by later.id
    """
    found: list[str] = []
    for url, words in db.execute(sql, {"unnamed": unnamed, "review": review_id}):
        # What only this computer or its network has stays on the desk, as in schema/public.sql.
        if url and not is_private_address(url):
            found.append(without_reader(url))
        else:
            found.append(unnamed if leads_inside(words) else words)
    return found


def changed_since(db: Database, claim_id: int) -> dict[int, list[str]]:
    """Return what has changed since our published reviews of the claim were signed: review id -> phrases."""
    return {
        review_id: phrases for _, review_id, phrases in _find_changes(db, "reviews.claim_id = ?", [claim_id])
    }


def changed_claims(db: Database, claim_ids: Sequence[int]) -> set[int]:
    """Return which of these claims, or without ids of all, have changed since their published verdict was signed."""
    chosen = "reviews.claim_id in (select value from json_each(?))" if claim_ids else "1"
    values = [json.dumps(list(claim_ids))] if claim_ids else []
    return {claim_id for claim_id, _, _ in _find_changes(db, chosen, values)}


def _find_changes(db: Database, chosen: str, values: list[Any]) -> Iterator[tuple[int, int, list[str]]]:
    for claim_id, review_id, signed, now, about, claim in db.execute(
        _DIFFERING_VERDICTS.format(chosen=chosen), values
    ).fetchall():
        phrases = describe_changes(
            json.loads(signed) | json.loads(about), json.loads(now) | json.loads(claim)
        )
        if phrases:
            yield claim_id, review_id, phrases
