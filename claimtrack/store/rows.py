"""Operations on a row of any table or view: insert, update, delete, get by id; columns; queries for one number or text.

sqlite-utils has most of these, but reads the schema each time: its insert or update takes 30 to 60 µs, these 2.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.errors import NotFound
from claimtrack.core.sheets.sheets import FLAG_COLUMNS
from claimtrack.core.texts.text_lists import parse_text_list
from claimtrack.store.file.errors import translate_errors

if TYPE_CHECKING:
    import sqlite3

    Values = Sequence[Any] | dict[str, Any]


_JSON_COLUMNS = ("tags", "reasons", "differences", "flags", "other_names")
_MINUTES_TO_RETRY = 10


def execute(db: Database, sql: str, values: Values = ()) -> sqlite3.Cursor:
    """Run a statement that writes. Raises an error if the desk's rules forbid it."""
    with translate_errors():
        return db.execute(sql, values)


def insert(db: Database, table: str, row: dict[str, Any]) -> int:
    """Insert a row and return its id. Raises an error if the desk's rules forbid it."""
    columns, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    return execute(db, f"insert into {table} ({columns}) values ({marks})", row).lastrowid or 0


def insert_once(db: Database, table: str, row: dict[str, Any]) -> int:
    """Insert a row, unless one with the same values was added in the last minutes (a form sent twice); return its id."""
    same = " and ".join(f"{name} is :{name}" for name in row)
    now = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '{} minutes')"
    recently = f"created_at between {now.format(-_MINUTES_TO_RETRY)} and {now.format(_MINUTES_TO_RETRY)}"
    there = fetch_number(db, f"select max(id) from {table} where {same} and {recently}", row)
    return there or insert(db, table, row)


def update(db: Database, table: str, row_id: int, changes: Mapping[str, Any]) -> bool:
    """Change columns of a row, if any; False if there is no such row. Raises an error if the desk's rules forbid it."""
    if not changes:
        return True
    assignments = ", ".join(f"{name} = :{name}" for name in changes)
    sql = f"update {table} set {assignments} where id = :id"
    return execute(db, sql, {**changes, "id": row_id}).rowcount > 0


def delete(db: Database, table: str, row_id: int) -> None:
    """Delete a row; history keeps it. Raises an error if the desk's rules forbid it."""
    execute(db, f"delete from {table} where id = ?", [row_id])


def fetch_number(db: Database, sql: str, values: Values = ()) -> int | None:
    """Return the number in the first column of a query's first row; None if it is NULL or there is no row."""
    return next(iter(db.execute(sql, values)), (None,))[0]


def fetch_text(db: Database, sql: str, values: Values = ()) -> str | None:
    """Return the text in the first column of a query's first row; None if it is NULL or there is no row."""
    return next(iter(db.execute(sql, values)), (None,))[0]


def fetch_numbers(db: Database, sql: str, values: Values = ()) -> list[int]:
    """Return the numbers in the first column of a query."""
    return [row[0] for row in db.execute(sql, values)]


def find_by_name(db: Database, table: str, name: str, columns: str) -> tuple[Any, ...] | None:
    """Return these columns (the last must be `name`) of the row with this name, ignoring case; None if there is none.

    SQLite only folds ASCII letters: for others LIKE finds candidates, using the index for the letters before them.
    """
    sql = f"select {columns} from {table} where name"
    row: tuple[Any, ...] | None = db.execute(f"{sql} = ?", [name]).fetchone()
    if row is None and not name.isascii():
        pattern = re.sub(r"[^\x00-\x7f]", "_", re.sub(r"([\\%_])", r"\\\1", name))
        alike = db.execute(f"{sql} like ? escape '\\' order by id", [pattern])
        row = next((one for one in alike if one[-1].casefold() == name.casefold()), None)
    return row


def get(db: Database, table: str, row_id: int, noun: str, remedy: str) -> dict[str, Any]:
    """Return the row. Raises NotFound with this noun and remedy."""
    row = next(iter(db.query(f"select * from {table} where id = ?", [row_id])), None)
    if row is None:
        raise NotFound(f"there is no {noun} {row_id}: " + remedy)
    return row


def query(db: Database, sql: str, values: Values = ()) -> Iterator[dict[str, Any]]:
    """Yield the rows of a query, their JSON columns as lists of strings, their flags as true or false."""
    return map(decode_json_columns, db.query(sql, values))


def columns(db: Database, view: str) -> list[str]:
    """Return the columns of a view, even if it has no rows."""
    return [column.name for column in db.view(view).columns]


@lru_cache(maxsize=1_000)
def as_json(words: tuple[str, ...]) -> str:
    """Return a list as JSON for storage. Cached, because the same few reasons and flags recur."""
    return json.dumps(words, ensure_ascii=False)


def decode_json_columns(row: dict[str, Any]) -> dict[str, Any]:
    """Return the row with its JSON columns as lists of strings, and its flags as true or false."""
    lists = {key: parse_text_list(row[key]) for key in _JSON_COLUMNS if isinstance(row.get(key), str)}
    flags = {key: bool(row[key]) for key in FLAG_COLUMNS & row.keys() if row[key] is not None}
    return {**row, **lists, **flags}
