"""Where history keeps what was written in several transactions, between which others may have written."""

from __future__ import annotations

import json
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from claimtrack.store.rewinding import last_change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlite_utils import Database

Stretch = tuple[int, int]
"""The history ids (after, until] of changes that follow each other."""


@contextmanager
def noted(db: Database, written: list[Stretch]) -> Iterator[None]:
    """Within an open write transaction: where history keeps what it writes here is added to `written`."""
    after = last_change(db)
    yield
    written.append((after, last_change(db)))


@contextmanager
def recorded(db: Database, written: list[Stretch]) -> Iterator[None]:
    """The same of an import, which the desk remembers, too; `written` has what it wrote before."""
    with noted(db, written):
        yield
    after, until = written[-1]
    if until > after:
        sql = """
            insert into imports (first_change, last_change) values (?, ?)
            on conflict do update set last_change = excluded.last_change
        """
        db.execute(sql, [join(written)[-1][0] + 1, until])


def forget(db: Database, after: int, until: int) -> None:
    """What was imported with these changes was taken back."""
    db.execute("delete from imports where first_change > ? and last_change <= ?", [after, until])


def has_import(db: Database, after: int, until: int) -> bool:
    """Whether an import made any of these changes."""
    sql = "select 1 from imports where first_change <= ? and last_change > ?"
    return db.execute(sql, [until, after]).fetchone() is not None


def count_imports(db: Database) -> int:
    """How many imports were not taken back."""
    return int(
        db.execute("select count(*) from imports join history on history.id = last_change").fetchone()[0]
    )


def imports(db: Database, limit: int) -> list[dict[str, Any]]:
    """The imports that were not taken back, newest first: where history keeps them, when, whose, what they read and filed.

    `article_id` is the article that was read, None where it was a sheet or reviews.
    """
    # The plus keeps SQLite from going through all history of a table.
    within = "history.id between first_change and last_change"
    sql = f"""
        select first_change, last_change, happened_at, actor,
            coalesce(
                (
                    select row_id from history join articles on articles.id = row_id
                    where {within} and +table_name = 'articles' and articles.text is not null limit 1
                ),
                (
                    select new_row ->> 'article_id' from history
                    where {within} and +table_name = 'appearances' and operation = 'insert'
                        and new_row ->> 'quote' is not null limit 1
                )
            ) as article_id,
            (select count(*) from history where {within} and +table_name = 'claims' and operation = 'insert') as claims,
            (select count(*) from history where {within} and +table_name = 'reviews' and operation = 'insert') as reviews
        from imports join history as last on last.id = last_change
        order by first_change desc limit ?
    """
    return list(db.query(sql, [limit]))


def mark(db: Database, after: int, until: int) -> str:
    """Six hex digits that tell exactly the changes with history ids in (after, until] from any others."""
    sql = """
        select id, table_name, row_id, operation, actor, happened_at from history
        where id > ? and id <= ? order by id
    """
    changes = db.execute(sql, [after, until]).fetchall()
    return f"{zlib.crc32(json.dumps(changes).encode()) & 0xFFFFFF:06x}"


def join(written: Iterable[Stretch]) -> list[Stretch]:
    """The stretches that were written one after the other, as one where nobody wrote in between, nor the same person elsewhere."""
    joined: list[Stretch] = []
    for after, until in written:
        if joined and joined[-1][1] == after:
            joined[-1] = joined[-1][0], until
        elif until > after:
            joined.append((after, until))
    return joined
