"""History: the changes that the triggers record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from math import isclose
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlite_utils import Database

from claimtrack.core.desk.actors import one_name
from claimtrack.store import rows

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange

# Rows of history only have ids. `about` gives the name of a tag, or of the article of an appearance without a quote; the other columns
# give the names of a review's ratings and publisher, the published review that replaced it by this change, the names of the claimant of a
# claim or an appearance, and of the main name to which a claimant's name was joined.
_COLUMNS = """
    id, happened_at, actor, operation, table_name, row_id, claim_id, old_row, new_row,
    case
        when table_name = 'claim_tags' then (
            select name from tags where tags.id = json_extract(coalesce(new_row, old_row), '$.tag_id')
        )
        when table_name = 'appearances' and operation <> 'update' and coalesce(new_row, old_row) ->> 'quote' is null then (
            select coalesce(title, url, source) from articles where id = coalesce(new_row, old_row) ->> 'article_id'
        )
    end as about,
    (select name from ratings where table_name = 'reviews' and ratings.id = old_row ->> 'rating_id') as old_rating,
    (select name from ratings where table_name = 'reviews' and ratings.id = new_row ->> 'rating_id') as new_rating,
    (
        select name from publishers
        where table_name = 'reviews' and publishers.id = coalesce(new_row, old_row) ->> 'publisher_id'
    ) as publisher,
    (
        select later.id from reviews as later
        where table_name = 'reviews' and old_row ->> 'status' = 'published' and new_row ->> 'status' = 'withdrawn'
            and old_row ->> 'correction_note' is new_row ->> 'correction_note' -- whoever withdraws a verdict says why
            and later.corrects_id = row_id and later.claim_reviewed is not null
    ) as replaced_by,
    (select json_array(file, is_desk) from copy_imports where history.id between first_change and last_change) as copy,
    (select copied_changes.happened_at from copied_changes where change_id = history.id) as done_at,
    (select name from claimants where claimants.id = old_row ->> 'claimant_id') as old_claimant,
    (select name from claimants where claimants.id = new_row ->> 'claimant_id') as new_claimant,
    (select name from claimants where table_name = 'claimants' and claimants.id = old_row ->> 'name_of_id') as name_of_old,
    (select name from claimants where table_name = 'claimants' and claimants.id = new_row ->> 'name_of_id') as name_of_new
"""

_IS_INFORMATIVE = "exists (select 1 from recent_changes where recent_changes.id = history.id)"
"""SQL for changes worth showing: not that a claim was carried over to the next version of its article."""


# A match concerns two claims but is filed under the lower id: hence the second part, which leaves out other pairs that had
# the same match id before. A change of a claimant's name concerns all of its claims: joined, split or renamed.
_OF_CLAIMS = """id in (
    select id from history where claim_id in ({claims})
    union
    select id from history
    where table_name = 'matches' and row_id in (select id from matches where right_id in ({claims}))
        and (old_row ->> 'right_id' in ({claims}) or new_row ->> 'right_id' in ({claims}))
    union
    select history.id
    from claims
    join standing_claimants as named on named.id = claims.claimant_id
    cross join history on table_name = 'claimants' and row_id in (named.id, standing_id)
    where claims.id in ({claims}) and operation = 'update' and (
            old_row ->> 'name' is not new_row ->> 'name'
            or row_id = named.id and old_row ->> 'name_of_id' is not new_row ->> 'name_of_id'
        )
)"""
_OF_CLAIM = _OF_CLAIMS.format(claims=":id")
_OF_ARTICLE = _OF_CLAIMS.format(claims="select claim_id from appearances where article_id = :article_id")


def of_claim(db: Database, claim_id: int) -> Iterator[dict[str, Any]]:
    """Yield every change of a claim and of what belongs to it, newest first, read lazily; rows are JSON text.

    Appearances carried over to newer versions of articles are left out.
    """
    sql = f"select {_COLUMNS} from history where {_OF_CLAIM} and {_IS_INFORMATIVE} order by id desc"
    yield from db.query(sql, {"id": claim_id})


class Selection(NamedTuple):
    """Which changes of the desk to read: all, or only those that meet all of these conditions.

    `since` and `until` are ISO times in UTC, the latter exclusive; `actor` is a name in any spelling, "" for changes without one; `tables` are those of the changed
    rows; changes of a claim, or of the claims of an article, include those of what belongs to it. `after` and `before` are ids of changes,
    both exclusive. They are read newest first, or `oldest_first`.
    """

    since: str | None = None
    until: str | None = None
    actor: str | None = None
    tables: tuple[str, ...] = ()
    claim_id: int | None = None
    article_id: int | None = None
    after: int = 0
    before: int | None = None
    oldest_first: bool = False


def of_desk(db: Database, chosen: Selection) -> Iterator[tuple[list[int], Iterator[dict[str, Any]]]]:
    """Yield the chosen changes of the desk in order: the ids of some candidates, and the rows among these to show, as JSON text.

    The matcher's suggestions and appearances carried over are left out. Read lazily: a desk of 100,000 claims has half a million changes.
    Candidates are found by indexes alone, but only the whole row says whether to show it. So a reader who has seen many may stop.
    """
    after, before = _bounds(db, chosen)
    condition, values = _conditions(db, chosen)
    conditions = [condition]
    if chosen.actor:
        # For each spelling, the index of names gives ids in order, which SQLite merges: those of `actor in (...)` it would sort.
        names = {f"actor_{at}": name for at, name in enumerate(_spellings(db, chosen.actor))}
        conditions, values = [f"{condition} and actor = :{name}" for name in names], values | names
    # One bound at each end: of two, SQLite uses only one, which may be the one that hardly bounds anything.
    sql = " union all ".join(
        f"select id from history where id > :after and id < :before and {one}"
        for one in conditions or ["false"]
    )
    order = "order by id" if chosen.oldest_first else "order by id desc"
    sql += f" {order} limit {_CANDIDATES}"
    while found := rows.fetch_numbers(db, sql, {**values, "after": after, "before": before}):
        for first in range(0, len(found), _AT_ONCE):
            ids = found[first : first + _AT_ONCE]
            yield ids, db.query(f"{_SHOWN} {order}", {**values, "ids": json.dumps(ids)})
        after, before = (found[-1], before) if chosen.oldest_first else (after, found[-1])


_AFTER_ALL = 2**63 - 1
_CANDIDATES = 5_000
_AT_ONCE = 1_000
_SHOWN = f"""
    select {_COLUMNS} from history
    where id in (select value from json_each(:ids))
        and (:since is null or happened_at >= :since) and (:until is null or happened_at < :until)
        and not (
            table_name = 'matches' and coalesce(new_row, old_row) ->> 'judgement' = 'unjudged'
            and coalesce(old_row, new_row) ->> 'judgement' = 'unjudged'
        )
        and {_IS_INFORMATIVE}
"""


def _bounds(db: Database, chosen: Selection) -> tuple[int, int]:
    """The ids between which all chosen changes lie. With the clock set back, a change may have a later id than one of a later time."""
    after, before = chosen.after, _AFTER_ALL if chosen.before is None else chosen.before
    # The + makes SQLite search the index of times, instead of all changes in the order of their ids.
    if chosen.since is not None:
        first = rows.fetch_number(db, "select min(+id) from history where happened_at >= ?", [chosen.since])
        after = max(after, _AFTER_ALL if first is None else first - 1)
    if chosen.until is not None:
        last = rows.fetch_number(db, "select max(+id) from history where happened_at < ?", [chosen.until])
        before = min(before, (last or 0) + 1)
    return after, before


def _conditions(db: Database, chosen: Selection) -> tuple[str, dict[str, Any]]:
    """The SQL that selects the candidates, and its parameters."""
    conditions, values = ["true"], chosen._asdict()
    if chosen.actor == "":
        conditions.append("actor is null")
    if chosen.tables:
        values["tables"] = json.dumps(chosen.tables)
        of_tables = "in (select id from history where table_name in (select value from json_each(:tables)))"
        conditions.append(f"{'id' if chosen.actor is None else '+id'} {of_tables}")
    if chosen.claim_id is not None:
        conditions.append(_OF_CLAIM.replace(":id", ":claim_id"))
    if chosen.article_id is not None:
        conditions.append(_OF_ARTICLE)
    return " and ".join(conditions), values


def happened_at(db: Database, change_id: int) -> str:
    """Return when a change was made."""
    [moment] = db.execute("select happened_at from history where id = ?", [change_id]).fetchone()
    return str(moment)


def count_since(db: Database, change_id: int) -> int:
    """Return how many changes were made after this one."""
    return rows.fetch_number(db, "select count(*) from history where id > ?", [change_id]) or 0


def actors(db: Database) -> list[str]:
    """Return the names of all who changed anything, in each spelling, by jumping from name to name in the index."""
    sql = """
        with recursive names (name) as (
            select min(actor) from history
            union all
            select (select min(actor) from history where actor > name) from names where name is not null
        )
        select name from names where name is not null
    """
    return [name for (name,) in db.execute(sql)]


def _spellings(db: Database, name: str) -> list[str]:
    """The spellings under which a person changed anything."""
    return [spelt for spelt in actors(db) if one_name(spelt) == one_name(name)]


def has_nameless(db: Database) -> bool:
    """Whether anything was changed without a name, as by an SQL client."""
    return rows.fetch_number(db, "select 1 from history where actor is null limit 1", []) is not None


def last_change_by(db: Database, name: str, *, before: str) -> str | None:
    """Return when a person, in whichever spelling, last changed anything before this moment (UTC); None if never."""
    sql = "select happened_at from history where actor = ? and happened_at < ? order by id desc limit 1"
    found = [moment for spelt in _spellings(db, name) for (moment,) in db.execute(sql, [spelt, before])]
    return max(found, default=None)


def last_change_id(db: Database) -> int:
    """Return the id of the newest row of history; 0 if there is none."""
    return rows.fetch_number(db, "select max(id) from history") or 0


def has_claim(db: Database, claim_id: int) -> bool:
    """Whether there are changes of this claim, even if it was removed since."""
    return rows.fetch_number(db, "select 1 from history where claim_id = ?", [claim_id]) is not None


def of_row_since(db: Database, table_name: str, row_id: int, change_id: int) -> list[dict[str, Any]]:
    """Return the changes of one row after a given change, oldest first; rows are JSON text."""
    sql = f"""
        select {_COLUMNS} from history
        where table_name = ? and row_id = ? and id > ? order by id
    """
    return list(db.query(sql, [table_name, row_id, change_id]))


def last_actor(db: Database, table_name: str, row_id: int, columns: Iterable[str]) -> str | None:
    """Return who gave these columns of the row their present values, or deleted it; None if that is not known."""
    sql = """
        select actor from history where table_name = ? and row_id = ? and exists (
            select 1 from json_each(?) where old_row ->> value is not new_row ->> value
        )
        order by id desc limit 1
    """
    return rows.fetch_text(db, sql, [table_name, row_id, json.dumps([*columns])])


def actors_of(db: Database, changes: HistoryRange) -> set[str | None]:
    """Return who made these changes."""
    sql = "select distinct actor from history where id > ? and id <= ?"
    return {row[0] for row in db.execute(sql, changes)}


def is_equal(one: Any, other: Any) -> bool:
    """Whether two values are the same, as far as history prints them."""
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=1e-12)  # history prints 15 digits
    return bool(one == other)
