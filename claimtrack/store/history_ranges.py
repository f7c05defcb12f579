"""Ranges of history: the changes that results refer to, and those of an import, which may have other people's changes in between."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from sqlite_utils import Database

from claimtrack.core.expressions import expression
from claimtrack.store import rows
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history import last_change_id


class HistoryRange(NamedTuple):
    """Consecutive changes, with history ids in (after, until]; empty if nothing was changed."""

    after: int
    until: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was changed."""
        return self.after == self.until


NOTHING = HistoryRange(0, 0)
"""The range of a step that was skipped."""


class Written(HistoryRange):
    """A range as a step returns it: `last` is the mark of its last change, by which a result of another desk is recognised."""

    last = ""


def since(db: Database, after: int) -> HistoryRange:
    """Return the changes written after this one. Call it within the write transaction, so that all of them are its own."""
    done = Written(after, last_change_id(db))
    done.last = _mark_of_last(db, done)
    return done


def is_of(db: Database, written: HistoryRange) -> bool:
    """Whether a step on this desk returned the range: there, its last change is the one that it had then."""
    return not isinstance(written, Written) or written.last == _mark_of_last(db, written)


def _mark_of_last(db: Database, written: HistoryRange) -> str:
    return mark(db, HistoryRange(max(written.after, written.until - 1), written.until))


@contextmanager
def write_step(db: Database, actor: str | None) -> Iterator[Callable[[], HistoryRange]]:
    """A write transaction; what it yields returns the range of its changes so far."""
    with write_transaction(db, actor):
        yield partial(since, db, last_change_id(db))


@dataclass
class Run:
    """An import over several transactions: its first change, and its latest range without other people's changes."""

    first: int | None = None
    part: HistoryRange = NOTHING

    def add(self, written: HistoryRange) -> None:
        """Add a range to the import."""
        is_next = self.first is not None and self.part.until == written.after
        self.part = HistoryRange(self.part.after, written.until) if is_next else written
        self.first = self.first or written.after + 1


@contextmanager
def record_import(db: Database, written: list[HistoryRange], run: Run) -> Iterator[None]:
    """Context within a write transaction, for an import: the range of its changes is appended to `written` and stored in the table imports."""
    after = last_change_id(db)
    yield
    done = since(db, after)
    written.append(done)
    if not done.is_empty:
        run.add(done)
        sql = """
            insert into imports (first_change, last_change, run) values (?, ?, ?)
            on conflict do update set last_change = excluded.last_change
        """
        db.execute(sql, [run.part.after + 1, run.part.until, run.first])


@contextmanager
def record_undoing(db: Database, taken_back: HistoryRange) -> Iterator[None]:
    """Context within a write transaction in which the imports in this range are undone: their run is null meanwhile, and negative from then on.

    So is the run of the changes that undo them. Both stay known as what reading did, so that nobody counts as having worked on these claims
    (`is_untouched`).
    """
    sql = "select -run, first_change from imports where first_change > ? and last_change <= ? and run > 0"
    undone = db.execute(sql, taken_back).fetchall()
    of_import = "update imports set run = ? where first_change = ?"
    db.conn.executemany(of_import, [(None, first) for _, first in undone])
    after = last_change_id(db)
    yield
    db.conn.executemany(of_import, undone)
    by = since(db, after)
    if not by.is_empty:
        sql = "insert into imports (first_change, last_change, run) select ?, ?, run from imports where first_change = ?"
        db.execute(sql, [by.after + 1, by.until, taken_back.after + 1])


def includes_import(db: Database, changes: HistoryRange) -> bool:
    """Whether an import that was not undone made any of these changes."""
    sql = "select 1 from imports where first_change <= :until and last_change > :after and run > 0"
    return rows.fetch_number(db, sql, changes._asdict()) is not None


def is_untouched(db: Database, appearance_id: int) -> bool:
    """Whether nobody has worked on the claim of an appearance: it is proposed, and only reading articles has changed it.

    It must only appear in this article, once in each version: not edited, noted, linked, assigned or judged by anybody.
    """
    sql = """
        with recursive seen as (select * from appearances where id = :id),
        versions (id) as (
            select article_id from seen
            union
            select articles.id from versions join articles on articles.previous_id = versions.id
            union
            select previous_id from versions join articles using (id) where previous_id is not null
        )
        select count(*) from seen join claims on claims.id = seen.claim_id
        where claims.status = 'proposed'
            and not exists (
                select 1 from appearances as other where other.claim_id = claims.id and (
                    other.article_id not in (select id from versions)
                    or other.article_id = seen.article_id and other.id <> seen.id
                )
            )
            and not exists (
                select 1 from matches
                where (left_id = claims.id or right_id = claims.id) and judgement <> 'unjudged'
            )
            and not exists (
                select 1 from history as own where own.claim_id = claims.id and own.table_name <> 'matches' and not exists (
                    select 1
                    from imports
                    cross join imports as part on part.run = imports.run
                    cross join history as read on read.id between part.first_change and part.last_change
                    where imports.first_change = (select max(first_change) from imports where first_change <= own.id)
                        and not exists (select 1 from copy_imports where first_change = abs(imports.run))
                        and own.id <= imports.last_change
                        and +read.table_name = 'articles' and read.new_row ->> 'text_sha256' is not null
                )
            )
    """
    return rows.fetch_number(db, sql, {"id": appearance_id}) == 1


class ImportPart(NamedTuple):
    """The changes that an import made without interruption by others, from the id `first` to `last`. `run` is below 0 if it was undone."""

    first: int
    last: int
    run: int


def parts_between(db: Database, first: int, last: int) -> list[ImportPart]:
    """Return the parts of imports that have any of the changes from `first` to `last`."""
    sql = """
        select first_change, last_change, run from imports
        where first_change <= :last and last_change >= :first
            and first_change >= coalesce((select max(first_change) from imports where first_change <= :first), 0)
    """
    return [ImportPart(*found) for found in db.execute(sql, {"first": first, "last": last})]


def count_imports(db: Database) -> int:
    """Return the number of imports that were not undone."""
    return rows.fetch_number(db, "select count(distinct run) from imports where run > 0") or 0


def list_runs(db: Database) -> Iterator[tuple[int, int, str | None]]:
    """Yield the imports that were not undone, newest first: first change, last change, actor."""
    sql = """
        select run, max(imports.last_change), iif(copy_imports.id, copy_imports.actor, history.actor)
        from imports join history on history.id = run left join copy_imports on copy_imports.first_change = run
        group by run order by run desc
    """
    yield from db.execute(sql)


def describe_runs(db: Database, named: Sequence[int]) -> list[dict[str, Any]]:
    """Return these imports, given by their first changes, newest first: range, time, actor, and how much they read and filed.

    `article_id` is the first article that was read, not one before which it was filed as an earlier version; None for a sheet or reviews, or if only evidence was added to a known article. `copy` is
    the file of a copy that was brought back.
    """
    sql = """
        with runs as (select value as run from json_each(?)),
        changes as (
            select run, history.*,
                case
                    when table_name = 'articles' and new_row ->> 'text_sha256' is not null and not (
                        operation = 'update' and old_row ->> 'previous_id' is not new_row ->> 'previous_id' and exists (
                            select 1 from imports as part
                            cross join history as read on read.id between part.first_change and part.last_change
                            where part.run = runs.run and read.operation = 'insert'
                                and (read.table_name, read.row_id) = ('articles', history.new_row ->> 'previous_id')
                        )
                    ) then (select id from articles where id = row_id and text is not null)
                    when table_name = 'appearances' and operation = 'insert' and new_row ->> 'quote' is not null
                        then new_row ->> 'article_id'
                end as article_id
            from runs join imports using (run) join history on history.id between first_change and last_change
        )
        select run as first_change, max(changes.id) as last_change, max(happened_at) as happened_at,
            iif(copy_imports.id, copy_imports.actor, min(changes.actor)) as actor, file as copy, is_desk,
            count(distinct article_id) as articles, min(article_id) as article_id,
            count(*) filter (where table_name = 'claims' and operation = 'insert') as claims,
            count(*) filter (where table_name = 'reviews' and operation = 'insert') as reviews,
            count(*) filter (where table_name <> 'evidence') as but_evidence
        from changes left join copy_imports on copy_imports.first_change = run
        group by run order by run desc
    """
    return list(db.query(sql, [json.dumps(named)]))


def ranges_of_run(db: Database, whole: HistoryRange) -> list[HistoryRange]:
    """Return the ranges of the import whose first and last changes are those of `whole`; `whole` itself if it is not recorded."""
    sql = "select first_change - 1, last_change from imports where run = ? order by 1"
    written = [HistoryRange(*found) for found in db.execute(sql, [whole.after + 1])]
    return written if written and written[-1].until == whole.until else [whole]


_MARKED = ("id", "table_name", "row_id", "operation", "actor", "happened_at")
"""The columns of a change of which a checksum is made."""


def mark(db: Database, *ranges: HistoryRange) -> str:
    """Return a checksum of the changes in these ranges, six hex digits, that identifies them."""
    sql = f"select {', '.join(_MARKED)} from history where id > ? and id <= ? order by id"
    return _checksum([change for part in ranges for change in db.execute(sql, part)])


def _checksum(changes: Sequence[Sequence[Any]]) -> str:
    return f"{zlib.crc32(json.dumps(changes).encode()) & 0xFFFFFF:06x}"


def version_name(db: Database, change_id: int) -> str:
    """Return the name of the desk's version with this last change, such as 204-3f9a2c, by which a page of it is recognised."""
    return f"{change_id}-{mark(db, HistoryRange(change_id - 1, change_id))}"


def change_name(change: Mapping[str, Any]) -> str:
    """Return the `version_name` of a change that was read as a row of history."""
    return f"{change['id']}-{_checksum([[change[key] for key in _MARKED]])}"


_VERSION_NAME = expression(r"[0-9]{1,18}-[0-9a-f]{6}")


def is_version_name(text: str) -> bool:
    """Whether a text has the form of a `version_name`."""
    return _VERSION_NAME.fullmatch(text) is not None


def is_version(db: Database, name: str) -> bool:
    """Whether the desk has, or had, the version of this name: another desk did, or this one before it was put back from a backup."""
    number = name.partition("-")[0]
    return name == version_name(db, int(number))


def join_ranges(written: Iterable[HistoryRange]) -> list[HistoryRange]:
    """Return consecutive ranges merged into one where nothing was written in between, without empty ones."""
    joined: list[HistoryRange] = []
    for one in written:
        if joined and joined[-1].until == one.after:
            joined[-1] = HistoryRange(joined[-1].after, one.until)
        elif not one.is_empty:
            joined.append(one)
    return joined
