"""Takes claims out of a file for good, with all that belongs to them alone and its history, for a desk that has only some of another's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from contextlib import suppress
from typing import NamedTuple

from sqlite_utils import Database
from sqlite_utils.db import quote_identifier

from claimtrack.core.errors import Refused
from claimtrack.core.texts.printable import list_some
from claimtrack.store import rows
from claimtrack.store.file import tables
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.file.migrating import without_rules
from claimtrack.store.file.schema_files import TEXT_INDEXES

COUNTED = ("claims", "articles", "appearances", "evidence", "notes", "reviews", "interventions", "history")
"""The tables whose rows are counted for people."""
_OF_A_CLAIM = ("appearances", "evidence", "notes", "claim_tags", "interventions", "reviews")
"""Tables with history whose rows are about one claim each."""
_OF_OTHERS = "rating_scales.publisher_id in (select id from publishers where not is_desk)"
_SHARED = {
    # Articles in all their versions, and speakers under all their names.
    "articles": """
        with recursive versions (id, first) as (
            select id, id from articles where previous_id is null
            union all
            select articles.id, first from versions join articles on articles.previous_id = versions.id
        )
        select versions.id, versions.first, claim_id from versions left join appearances on article_id = versions.id
    """,
    "claimants": """
        select claimants.id, coalesce(name_of_id, claimants.id), used.claim_id from claimants left join (
            select id as claim_id, claimant_id from claims union select claim_id, claimant_id from appearances
        ) as used on used.claimant_id = claimants.id
    """,
    # A tag that was renamed is still a row.
    "tags": """
        select tags.id, coalesce(current.id, tags.id), claim_id from tags left join claim_tags on tag_id = tags.id
        left join former_names on former_names.kind = 'tag' and former_names.name = tags.name
        left join tags as current on current.name = current_name
    """,
    # Ratings and scales of other publishers: the desk's own are settings, which both parts have.
    "ratings": f"""
        select ratings.id, ratings.id, claim_id from ratings join rating_scales on rating_scales.id = scale_id
        left join reviews on rating_id = ratings.id where {_OF_OTHERS}
    """,
    "rating_scales": f"""
        select rating_scales.id, rating_scales.id, claim_id from rating_scales left join ratings on scale_id = rating_scales.id
        left join reviews on rating_id = ratings.id where {_OF_OTHERS}
    """,
    "publishers": """
        select publishers.id, publishers.id, claim_id from publishers left join (
            select publisher_id, claim_id from reviews
            union select rating_scales.publisher_id, claim_id from rating_scales join ratings on scale_id = rating_scales.id
            join reviews on rating_id = ratings.id
        ) as used on used.publisher_id = publishers.id
        where not is_desk
    """,
}
"""For each table whose rows claims share: its rows, each with a row that stands for all that stay together, and with a claim that needs it."""
_NAMED = {
    "former_names": """
        not exists (select 1 from tags where kind = 'tag' and name = current_name collate nocase)
        and not exists (select 1 from articles where kind = 'outlet' and outlet = current_name)
    """,
    "archives": """
        url not in (select url from articles where url is not null)
        and url not in (select url from evidence where url is not null and claim_id not in (select id from gone))
    """,
}
"""Tables whose rows belong to others by words: which of them nothing needs that stays. Read when the articles and tags that go are gone."""
_FOR_ITSELF = ("articles", "ratings", "rating_scales", "publishers")
"""Those of these tables whose rows are worth keeping if no claim needs them: an article that was read and had no claims."""


class Left(NamedTuple):
    """What is in both parts, or in neither: articles whose whole text is in both, verdicts that say where a claim of the other part was said,
    judgements on two claims that are not in one part, tables of users."""

    shared_articles: int
    verdicts: int
    judgements: int
    tables: list[str]


def keep(db: Database, claims: Collection[int], *, others: bool) -> Left:
    """Keep only these claims in the file, or if `others` only those that are not among them; return what this cuts through.

    Articles that no claim needs stay with the others; speakers and tags that no claim needs go. History keeps its order, times and
    names, but gets new numbers without a gap. The search indexes and the match index are then to be rebuilt. Raises Refused if a kept row needs one that goes.
    """
    chosen = "select value from json_each(?)"
    db.execute("pragma foreign_keys = off")  # what goes refers to each other; what stays is checked below
    with translate_errors():
        db.execute(
            f"create temp table gone as select id from claims where id {'' if others else 'not'} in ({chosen})",
            [json.dumps(list(claims))],
        )
        db.execute(
            "create temp table dropped (table_name text, row_id integer, primary key (table_name, row_id))"
        )
        cut = _measure(db, others=others)
        with without_rules(db):
            _drop_shared(db, others=others)
            _drop_of_claims(db)
            _drop_history(db, others=others)
            _drop_statistics(db)
            for table in cut.tables:
                db.execute(f"drop table main.{quote_identifier(table)}")  # it may be called as one of ours
            _rebuild_own_searches(db)
    db.execute("pragma foreign_keys = on")
    _check_references(db)
    return cut


def _check_references(db: Database) -> None:
    broken = db.execute("pragma foreign_key_check").fetchall()
    if own := sorted({row[0] for row in broken} & set(tables.find_other_tables(db.conn))):
        raise Refused(
            f"tables of your own ({list_some(own)}) refer to rows that would not come along: delete what refers to them in a copy "
            "(`claimtrack backup`), and export from the copy"
        )
    if broken:
        told = list_some([f"{row[0]} {row[1]}" for row in broken])
        raise Refused(
            f"rows of these claims need others that would not come along: {told}. `claimtrack doctor` may say more"
        )


def _measure(db: Database, *, others: bool) -> Left:
    in_both = f"""
        with needed (id, stands, claim_id) as ({_SHARED["articles"]})
        select count(distinct id) from needed where stands in (
            select stands from needed group by stands
            having total(claim_id in (select id from gone)) > 0 and total(claim_id not in (select id from gone)) > 0
        )
    """
    # Signed while a claim of the other part was judged the same: they stay as they were signed.
    telling = """
        select count(distinct review_id) from signed_verdicts join reviews on reviews.id = review_id, json_each(said, '$.appearances') as place
        join appearances on appearances.id = place.key
        where reviews.claim_id not in (select id from gone) and appearances.claim_id in (select id from gone)
    """
    across = "select count(*) from matches where judgement <> 'unjudged' and (left_id in (select id from gone)) <> (right_id in (select id from gone))"
    own = [] if others else tables.find_other_tables(db.conn)
    articles, verdicts, judgements = (rows.fetch_number(db, sql) or 0 for sql in (in_both, telling, across))
    return Left(articles, verdicts, judgements, own)


def _drop_shared(db: Database, *, others: bool) -> None:
    """Delete what only the claims that go need, and what no claim needs, but for those of `_FOR_ITSELF` with the `others`."""
    for table, needed in _SHARED.items():
        db.execute(
            f"""
            insert into dropped with needed (id, stands, claim_id) as ({needed})
            select distinct '{table}', id from needed where stands in (
                select stands from needed group by stands
                having total(claim_id not in (select id from gone)) = 0 and (count(claim_id) > 0 or not ?)
            )
            """,
            [others and table in _FOR_ITSELF],
        )
    for table in _SHARED:
        db.execute(
            f"delete from {table} where id in (select row_id from dropped where table_name = '{table}')"
        )
    db.execute("delete from article_readings where article_id not in (select id from articles)")
    for table, unneeded in _NAMED.items():
        db.execute(f"insert into dropped select '{table}', id from {table} where {unneeded}")
        db.execute(
            f"delete from {table} where id in (select row_id from dropped where table_name = '{table}')"
        )


def _drop_of_claims(db: Database) -> None:
    gone = "in (select id from gone)"
    db.execute(
        f"delete from signed_verdicts where review_id in (select id from reviews where claim_id {gone})"
    )
    for table in _OF_A_CLAIM:
        db.execute(f"insert into dropped select '{table}', id from {table} where claim_id {gone}")
    for table in (*_OF_A_CLAIM, "claim_vectors", "match_uncompared"):
        db.execute(f"delete from {table} where claim_id {gone}")
    db.execute(
        f"insert into dropped select 'matches', id from matches where left_id {gone} or right_id {gone}"
    )
    db.execute("delete from matches where id in (select row_id from dropped where table_name = 'matches')")
    db.execute(f"delete from claims where id {gone}")
    for table in ("imports", "copied_rows", "copy_imports"):  # they name changes by their numbers
        db.execute(f"delete from {table}")


def _drop_history(db: Database, *, others: bool) -> None:
    """Delete the history of what went and, of claims unless this keeps the `others`, of what was deleted before; give the rest new numbers."""
    # A row may have been moved from a claim that goes to one that stays, or from that to the other.
    stays = " or ".join(
        f"(table_name = '{table}' and row_id in (select id from {table}))" for table in _OF_A_CLAIM
    )
    parted = "in (select id from gone)" if others else "not in (select id from claims)"
    db.execute(
        f"""
        delete from history where not ({stays}) and (
            (table_name, row_id) in (select table_name, row_id from dropped)
            or claim_id {parted}
            or table_name = 'matches' and (
                coalesce(new_row, old_row) ->> 'left_id' {parted} or coalesce(new_row, old_row) ->> 'right_id' {parted}
            )
        )
        """
    )
    if not others:
        db.execute("delete from history where table_name = 'tunings'")
        db.execute("delete from tunings")
    for table in (*_SHARED, *_NAMED):
        if not (others and table in _FOR_ITSELF):
            db.execute(
                f"delete from history where table_name = '{table}' and row_id not in (select id from {table})"
            )
    db.execute("delete from copied_changes where change_id not in (select id from history)")
    db.execute(
        "create temp table numbers as select id, row_number() over (order by id) as place from history"
    )
    db.execute("create unique index temp.numbers_id on numbers (id)")
    db.execute("update history set id = (select place from numbers where numbers.id = history.id)")
    db.execute(
        "update copied_changes set change_id = (select place from numbers where numbers.id = change_id)"
    )


def _drop_statistics(db: Database) -> None:
    """Delete what `analyze` found, if somebody ran it: with some SQLites it has samples of texts."""
    for (table,) in db.execute("select name from sqlite_master where name like 'sqlite_stat%'").fetchall():
        db.execute(f"delete from {quote_identifier(table)}")


def _rebuild_own_searches(db: Database) -> None:
    """Build the users' own search indexes anew, which may be on tables of the desk: they have the words of what went."""
    sql = f"select name from sqlite_master where sql like 'create virtual table%using fts%' and name not in {TEXT_INDEXES}"
    for (table,) in db.execute(sql).fetchall():
        name = quote_identifier(table)
        with suppress(sqlite3.Error):  # an index without its texts
            db.execute(f"insert into {name} ({name}) values ('rebuild')")


def count(db: Database) -> dict[str, int]:
    """Return the number of rows in the tables that are counted."""
    return {table: rows.fetch_number(db, f"select count(*) from {table}") or 0 for table in COUNTED}


def left_here(db: Database, claim_ids: Collection[int]) -> list[int]:
    """Return those of these numbers whose claims left this desk when it was divided: it gave them out, and has not even their history."""
    sql = """
        select value from json_each(?)
        where value <= (select seq from sqlite_sequence where name = 'claims')
            and not exists (select 1 from history where table_name = 'claims' and row_id = value)
        order by value
    """
    return rows.fetch_numbers(db, sql, [json.dumps([*claim_ids])])
