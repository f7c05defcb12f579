"""Compares signed verdicts with the present state of the desk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.signed import describe_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlite_utils import Database

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
