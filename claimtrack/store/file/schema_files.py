"""The files of schema/: the migrations, and the views and triggers that are applied again after each upgrade."""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from claimtrack.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x636C6D74
"""Marks a file as a desk."""

_REPEATABLE = ("views*.sql", "triggers*.sql", "fill_*.sql")
_FORMER_RULES = ("reviews_published_note_stays",)
"""Names of triggers and views of earlier versions that the schema no longer has."""

_TRIGGER = re.compile(
    r"^create trigger (\w+)\s+(?:before|after|instead of)\s+(?:insert|delete|update(?:\s+of[\w\s,]+?)?)\s+on\s+(\w+)",
    re.MULTILINE,
)

_VIEW_BODY = re.compile(r"^create view (\w+)(.+?);$", re.MULTILINE | re.DOTALL)
_TRIGGER_BODY = re.compile(r"^create trigger (\w+)(.+?^end);$", re.MULTILINE | re.DOTALL)

ANOTHER_VERSION = (
    "the desk and this program are of different versions of claimtrack. If the desk was just upgraded, restart this program "
    "(such as `claimtrack serve`) in the new version; if not, run "
)
"""The message about a desk of another version, most often one that was upgraded while this program had it open; `init` is to follow."""

TEXT_INDEXES = ("claims_fts", "articles_fts", "notes_fts")


def is_desk(conn: sqlite3.Connection) -> bool:
    """Whether a claimtrack wrote the database, whichever version."""
    return bool(conn.execute("pragma application_id").fetchone()[0] == APPLICATION_ID)


@cache
def migrations() -> dict[str, Path]:
    """Return the migrations by name, in order."""
    return {path.name: path for path in sorted(resource("schema").glob("[0-9]*.sql"))}


def migration_set(name: str) -> Migrations:
    """Return the migrations as a set of this name, for sqlite-utils to apply."""
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
    """Yield the script's statements, each of which must end a line, to be run within a transaction.

    sqlite3's executescript would commit first, and that of sqlite-utils takes quadratic time (0.7 s for ours).
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
    """Return the scripts of the views and triggers, in the order in which they are applied.

    The triggers of history come after all others: SQLite fires the trigger created last first, so history has a change before what
    other triggers change with it.
    """
    paths = [path for pattern in _REPEATABLE for path in sorted(resource("schema").glob(pattern))]
    paths.sort(key=lambda path: path.name == "triggers_history.sql")
    return [path.read_text(encoding="utf-8") for path in paths]


@cache
def rules() -> dict[str, str]:
    """Return the names of the views and triggers, each with its table; for a view that is its own name."""
    of_triggers = triggers()
    return {name: of_triggers.get(name, name) for name in bodies()}


@cache
def bodies() -> dict[str, str]:
    """Return the names of the views, then of the triggers, each with its SQL after the name, as SQLite keeps it."""
    scripts = "\n".join(repeatable_scripts())
    return dict([*_VIEW_BODY.findall(scripts), *_TRIGGER_BODY.findall(scripts)])


def is_rule(name: str, sql: str) -> bool:
    """Whether this SQL of a file is the view or trigger of this name in the schema.

    Before its body is only its name, which another program may have put in quotes: a comment that is never closed could hide the body.
    """
    body = bodies().get(name, "")
    if not body or not sql.endswith(body):
        return False
    return [*map(str.lower, sql.removesuffix(body).split(maxsplit=2))][2:] in ([name], [f'"{name}"'])


@cache
def triggers() -> dict[str, str]:
    """Return the names of the triggers, each with its table."""
    return dict(_TRIGGER.findall("\n".join(repeatable_scripts())))


@cache
def numbered_tables() -> list[str]:
    """Return the tables whose ids must never be reused, because history refers to them."""
    return re.findall(r"^create trigger (\w+)_keeps_its_id", "\n".join(repeatable_scripts()), re.MULTILINE)


def own_rules() -> set[str]:
    """Return the names of the triggers and views of this and of earlier versions: any other is foreign."""
    return {*rules(), *_FORMER_RULES}


@cache
def digest() -> int:
    """Return a checksum of the triggers and views, stored as user_version to recognise a file with outdated ones."""
    return zlib.crc32("\0".join(repeatable_scripts()).encode()) & 0x7FFFFFFF


def has_current_digest(conn: sqlite3.Connection) -> bool:
    """Whether the file has the views and triggers of this version."""
    return bool(conn.execute("pragma user_version").fetchone()[0] == digest())
