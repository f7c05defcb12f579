"""The files of schema/: the migrations, and the views and triggers that are applied anew after each."""

from __future__ import annotations

import re
import sqlite3
import zlib
from functools import cache
from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from claimtrack.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

APPLICATION_ID = 0x636C6D74
"""Marks a file as a desk."""

_REPEATABLE = ("views*.sql", "triggers*.sql", "fill_*.sql")
_FORMER_RULES = ("reviews_published_note_stays",)
"""Triggers and views that earlier versions made under names that the schema has no more."""

_TRIGGER = re.compile(
    r"^create trigger (\w+)\s+(?:before|after|instead of)\s+(?:insert|delete|update(?:\s+of[\w\s,]+?)?)\s+on\s+(\w+)",
    re.MULTILINE,
)

TEXT_INDEXES = ("claims_fts", "articles_fts", "notes_fts")


def is_desk(conn: sqlite3.Connection) -> bool:
    """Whether a claimtrack wrote the database, whichever version."""
    return bool(conn.execute("pragma application_id").fetchone()[0] == APPLICATION_ID)


@cache
def migrations() -> dict[str, Path]:
    """The migrations by name, in order."""
    return {path.name: path for path in sorted(resource("schema").glob("[0-9]*.sql"))}


def migration_set(name: str) -> Migrations:
    """The migrations as a set of this name, for sqlite-utils to apply."""
    found = Migrations(name)
    for file, path in migrations().items():
        found(name=file)(_script_runner(path))
    return found


def _script_runner(path: Path) -> Callable[[Database], None]:
    def run(db: Database) -> None:
        for statement in statements(path.read_text(encoding="utf-8")):
            db.execute(statement)

    return run


def statements(script: str) -> Iterator[str]:
    """The script's statements one by one, each ending a line: within a transaction it is run like this.

    sqlite3's executescript would commit first, and that of sqlite-utils looks at every letter of the script anew
    (0.7 s for ours).
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement


@cache
def repeatable_scripts() -> list[str]:
    """The scripts of the views and triggers, in the order they are applied."""
    paths = [path for pattern in _REPEATABLE for path in sorted(resource("schema").glob(pattern))]
    return [path.read_text(encoding="utf-8") for path in paths]


@cache
def rules() -> dict[str, str]:
    """The names of the views and triggers, each with the table that it stands on; a view stands on itself."""
    views = re.findall(r"^create view (\w+)", "\n".join(repeatable_scripts()), re.MULTILINE)
    return {**{name: name for name in views}, **triggers()}


@cache
def triggers() -> dict[str, str]:
    """The names of the triggers, each with its table."""
    return dict(_TRIGGER.findall("\n".join(repeatable_scripts())))


@cache
def triggers_with_tables() -> tuple[str, ...]:
    """The triggers, each as its name, a blank and its table: to make these takes longer than to look whether they stand."""
    return tuple(map(" ".join, triggers().items()))


@cache
def numbered_tables() -> list[str]:
    """The tables whose rows history knows by their numbers."""
    return re.findall(r"^create trigger (\w+)_keeps_its_id", "\n".join(repeatable_scripts()), re.MULTILINE)


def own_rules() -> set[str]:
    """The names of the triggers and views of this and of earlier versions: any other is somebody else's."""
    return {*rules(), *_FORMER_RULES}


@cache
def digest() -> int:
    """A checksum of the triggers and views, kept as user_version: it tells a file with stale ones."""
    return zlib.crc32("\0".join(repeatable_scripts()).encode()) & 0x7FFFFFFF


def has_current_digest(conn: sqlite3.Connection) -> bool:
    """Whether the views and triggers of the file are those of this version."""
    return bool(conn.execute("pragma user_version").fetchone()[0] == digest())
