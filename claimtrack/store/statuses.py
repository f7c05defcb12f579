"""How many claims have which status, which changes of it are possible, and what prevents one."""

from __future__ import annotations

import json

from sqlite_utils import Database

from claimtrack.core.errors import InvalidTransition, Refused
from claimtrack.core.model import Status
from claimtrack.core.steps import by_command
from claimtrack.core.texts.printable import humanise_name
from claimtrack.store import rows


def refuse_step(db: Database, claim_id: int, before: Status, after: Status) -> None:
    """Raise InvalidTransition, which names the possible statuses, if this change of status is not allowed.

    Raises Refused while our published verdict on the claim stands: the database allows no change then.
    """
    if after is before:
        return
    verdict = _verdict_that_stands(db, claim_id) if before is Status.PUBLISHED else None
    if verdict is not None:
        is_held = rows.fetch_number(db, "select held_on is not null from reviews where id = ?", [verdict])
        seen = "which is held for now" if is_held else "which readers can see"
        raise Refused(
            f"claim {claim_id} is published with review {verdict}, {seen}: correct, update or withdraw the "
            "review, and the claim moves with it" + by_command(f"review correct {verdict} --note WHY")
        )
    steps = next_statuses(db, before)
    if after not in steps:
        raise InvalidTransition(
            f"claim {claim_id} is {humanise_name(before)}: it can go to {', '.join(map(humanise_name, steps))}, but not to {humanise_name(after)}"
        )


def _verdict_that_stands(db: Database, claim_id: int) -> int | None:
    """Return our published review that keeps the claim published; None while one is being corrected."""
    sql = """
        select min(standing.id)
        from reviews as standing
        where standing.claim_id = :claim and standing.status = 'published' and standing.origin = 'desk' and not exists (
            select 1 from reviews as corrections join reviews as corrected on corrected.id = corrections.corrects_id
            where corrections.claim_id = :claim and corrections.status in ('draft', 'submitted', 'approved')
                and corrected.claim_id = :claim and corrected.status = 'published'
        )
    """
    return rows.fetch_number(db, sql, {"claim": claim_id})


def next_statuses(db: Database, status: Status) -> list[Status]:
    """Return the statuses to which a claim with this status can move, in the desk's order."""
    sql = """
        select to_status from status_transitions join statuses on statuses.name = to_status
        where from_status = ? order by statuses.position
    """
    return [Status(row[0]) for row in db.execute(sql, [status])]


def described(db: Database) -> list[dict[str, str]]:
    """Return the `label` and `description` of each status, in the order of the workflow."""
    return list(db.query("select label, description from statuses order by position"))


def proposed_in_newest_articles(db: Database, *, limit: int) -> dict[int, int]:
    """Return how many proposed claims the fifty articles that came last have, by id, the newest first; those with none are left out."""
    sql = """
        select article_id, count(distinct claims.id)
        from (
            select id from articles
            where not exists (select 1 from articles as newer where newer.previous_id = articles.id) order by id desc limit 50
        ) as newest
        cross join appearances on article_id = newest.id
        cross join claims on claims.id = claim_id and status = 'proposed'
        group by article_id order by article_id desc limit ?
    """
    return dict(db.execute(sql, [limit]).fetchall())


def of_articles(db: Database, article_ids: list[int]) -> dict[int, dict[str, int]]:
    """Return for each article that has claims the number of them with each status, in the order of the workflow."""
    sql = """
        select article_id, statuses.name, count(distinct claims.id)
        from json_each(?) as given
        cross join appearances on appearances.article_id = given.value
        cross join claims on claims.id = appearances.claim_id
        cross join statuses on statuses.name = claims.status
        group by article_id, statuses.position order by statuses.position
    """
    found: dict[int, dict[str, int]] = {}
    for article_id, status, claims in db.execute(sql, [json.dumps(article_ids)]):
        found.setdefault(article_id, {})[status] = claims
    return found
