"""What changed after a version of the desk of all that a verdict shows: more than its own row and its claim's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database


def shown_since(db: Database, claim_id: int, rating_id: int | None, change_id: int) -> list[dict[str, Any]]:
    """Return the changes after a given change of what a verdict shows beside its own row and the claim's, oldest first; rows are JSON text.

    The claim's evidence, its quotes (not those that were added) and the requests about it; the rating; the claimant; the articles.
    """
    sql = """
        select table_name, row_id, actor, operation, old_row, new_row from history
        where id > :after and (
            claim_id = :claim
            and (table_name in ('evidence', 'interventions') or table_name = 'appearances' and old_row ->> 'quote' is not null)
            or operation = 'update' and (
                table_name = 'ratings' and row_id = :rating
                or table_name = 'claimants' and row_id in (
                    select standing_id from claims join standing_claimants on standing_claimants.id = claims.claimant_id where claims.id = :claim
                )
                or table_name = 'articles' and row_id in (
                    -- Later versions, too: an outlet withdraws the newest, which need not have the claim.
                    with recursive versions (id) as (
                        select article_id from claim_sightings where claim_id = :claim
                        union
                        select articles.id from versions join articles on articles.previous_id = versions.id
                    )
                    select id from versions
                )
            )
        )
        order by id
    """
    return list(db.query(sql, {"after": change_id, "claim": claim_id, "rating": rating_id}))


def renamed_since(
    db: Database, claim_id: int, rating_id: int | None, change_id: int
) -> list[tuple[str, str | None, str, str]]:
    """Return the changes of what a claim's claimant, or a rating, is called after a given change, oldest first.

    Each with what it is, the actor, and the name before and after, of a claimant the one of today.
    """
    sql = """
        select iif(table_name = 'ratings', 'rating', 'claimant'), actor, old_row ->> 'name', iif(
            table_name = 'ratings',
            new_row ->> 'name',
            (select named.name from claims join standing_claimants as named on named.id = claimant_id where claims.id = :claim)
        )
        from history
        where id > :after and operation = 'update' and (
            table_name = 'ratings' and row_id = :rating and old_row ->> 'name' is not new_row ->> 'name'
            or table_name = 'claimants' and exists (
                select 1 from claims join standing_claimants as named on named.id = claims.claimant_id
                where claims.id = :claim and (
                    row_id in (named.id, standing_id) and old_row ->> 'name' is not new_row ->> 'name'
                    or row_id = named.id and old_row ->> 'name_of_id' is not new_row ->> 'name_of_id'
                )
            )
        )
        order by id
    """
    return db.execute(sql, {"after": change_id, "rating": rating_id, "claim": claim_id}).fetchall()
