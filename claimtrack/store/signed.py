"""Verdicts as two people signed them, beside what the desk says now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.core.signed import differences

if TYPE_CHECKING:
    from sqlite_utils import Database

_SIGNED_AND_NOW = """
    select
        reviews.id, signed_verdicts.said, verdict_contents.said,
        json_object(
            'text', reviews.claim_reviewed, 'claimant', reviews.claimant_reviewed, 'claimed_on', reviews.claimed_on_reviewed
        ),
        json_object(
            'text', claims.text,
            'claimant', (select name from standing_claimants where standing_claimants.id = claims.claimant_id),
            'claimed_on', claims.claimed_on
        )
    from reviews
    join signed_verdicts on signed_verdicts.review_id = reviews.id
    join verdict_contents on verdict_contents.review_id = reviews.id
    join claims on claims.id = reviews.claim_id
    where reviews.claim_id = ? and reviews.status = 'published'
    order by reviews.id
"""


def changed_since(db: Database, claim_id: int) -> dict[int, list[str]]:
    """Of each published review of ours on the claim what the desk has another way since it was signed, in words."""
    return {
        review_id: differences(json.loads(signed) | json.loads(about), json.loads(now) | json.loads(claim))
        for review_id, signed, now, about, claim in db.execute(_SIGNED_AND_NOW, [claim_id]).fetchall()
    }
