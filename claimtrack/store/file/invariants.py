"""The invariants of a desk's rows, in SQL: `doctor` names the rows that violate them."""

from __future__ import annotations

INVARIANTS = {
    ("no judgement contradicts another", "matches"): """
        select matches.id from matches
        join judged_clusters as lefts on lefts.claim_id = matches.left_id
        join judged_clusters as rights on rights.claim_id = matches.right_id
        where matches.judgement = 'different' and lefts.cluster_id = rights.cluster_id
    """,
    ("every published review has a second person", "reviews"): """
        select reviews.id from reviews
        where status = 'published' and origin = 'desk' and coalesce(approved_by = drafted_by collate nocase, 1)
    """,
    ("every published claim says what was signed", "claims"): """
        select claims.id from claims
        where id in (select claim_id from signed_reviews where claim_reviewed is not null) and not exists (
            select 1 from signed_reviews
            where claim_id = claims.id and claim_reviewed is claims.text and claimed_on_reviewed is claims.claimed_on
        )
    """,
    ("every signed verdict is kept as it was signed", "reviews"): """
        select reviews.id from reviews
        where status in ('approved', 'published') and origin = 'desk' and id not in (select review_id from signed_verdicts)
    """,
    ("every other name belongs to a main name", "claimants"): """
        select names.id from claimants as names left join claimants as stands on stands.id = names.name_of_id
        where names.name_of_id is not null and (stands.id is null or stands.name_of_id is not null)
    """,
    ("no article is a later version of itself", "articles"): """
        with recursive lines (id) as (
            select id from articles where previous_id is null or previous_id not in (select id from articles)
            union all
            select articles.id from lines join articles on articles.previous_id = lines.id
        )
        select id from articles where id not in (select id from lines)
    """,
    ("every claim has its history", "claims"): """
        select claims.id from claims
        where not exists (
            select 1 from history where table_name = 'claims' and row_id = claims.id and operation = 'insert'
        )
    """,
}
"""What must be so, of which table -> the query of the ids of rows that violate it; a healthy desk has none."""

UNREADABLE_OBJECTS = {
    ("every signed verdict can be read", "signed_verdicts"): """
        select review_id from signed_verdicts
        where case when json_valid(said) then
            json_type(said, '$.evidence') = 'array' and json_type(said, '$.appearances') = 'object'
            and not exists (select 1 from json_each(said, '$.appearances') where type <> 'object')
            and not exists (
                select 1 from json_each(said, '$.evidence')
                where iif(type = 'object', coalesce(value ->> 'url', value ->> 'source'), null) is null
            )
        end is not 1
    """,
    ("every import of a copy can be read", "copy_imports"): """
        select id from copy_imports
        where people is not null and case when json_valid(people) then json_type(people) end is not 'object'
    """,
    ("every change of the history can be read", "history"): """
        select id from history
        where old_row is not null and case when json_valid(old_row) then json_type(old_row) end is not 'object'
            or new_row is not null and case when json_valid(new_row) then json_type(new_row) end is not 'object'
    """,
}
"""The same for JSON, of which the tables only demand that it is some."""

UNREADABLE_TIME = """
    select rowid, {column} from {table}
    where {column} is not null and (
        julianday({column}) is null or {column} not glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'
    )
    order by rowid
"""
