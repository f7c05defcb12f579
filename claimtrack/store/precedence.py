"""Which of several claims that say the same comes first, wherever only one of them is shown or kept."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.store.claims import claimant
from claimtrack.store.views import NOT_SET_ASIDE

if TYPE_CHECKING:
    import sqlite3


class Precedence(NamedTuple):
    """How much a claim goes before others that say the same: the greater goes first, by the first field that differs.

    `appearances` and `last_seen` (a day, or "") are those of all claims judged the same, and so is the verdict.
    """

    is_by_speaker: bool
    has_verdict: bool
    is_in_use: bool
    """Neither parked nor rejected."""
    appearances: int
    last_seen: str
    minus_id: int
    """With all else equal, the claim that was filed first."""


def precedences(
    conn: sqlite3.Connection, claim_ids: Iterable[int], speaker: str | None = None
) -> dict[int, Precedence]:
    """Return the precedence of each of these claims, to a reader of what `speaker` (a main name) says."""
    sql = f"""
        select id, {claimant("claims")},
            exists (select 1 from claim_verdicts where claim_verdicts.claim_id = claims.id),
            {NOT_SET_ASIDE},
            (select count(*) from claim_occasions where claim_occasions.claim_id = claims.id),
            coalesce((select max(seen_on) from claim_sightings where claim_sightings.claim_id = claims.id), '')
        from claims where id in (select value from json_each(?))
    """
    wanted = speaker and speaker.casefold()
    found = conn.execute(sql, [json.dumps(list(claim_ids))])
    return {
        claim_id: Precedence(bool(name) and name.casefold() == wanted, rated, used, times, last, -claim_id)
        for claim_id, name, rated, used, times, last in found
    }
