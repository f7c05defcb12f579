"""Functions of SQLite that take hours for two long texts, as they do for people's own queries: replaced by some that end soon.

SQLite counts each call as one step, so that the time limit of a query never ends it, and neither does stopping the server.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from typing import Any

from claimtrack.store.file.connecting import MAX_VALUE_BYTES, decode_leniently

_MOST_COMPARED = 100_000_000
"""How many characters of one text times those of the other SQLite may compare in one call: at most about 0.1 s."""
_LONGEST_PATTERN = 4_000
"""Bytes of a pattern of LIKE and GLOB, which are slow in the same way; a name may have 300 letters."""
_PARAMETERS = {"instr": 2, "replace": 3, "trim": 2, "ltrim": 2, "rtrim": 2, "json_patch": 2, "jsonb_patch": 2}


def _replace(text: str, sought: str, other: str) -> str:
    if len(text) + text.count(sought) * (len(other) - len(sought)) > MAX_VALUE_BYTES:
        raise OverflowError("replace")  # before it is made: a short query can ask for hundreds of gigabytes
    return text.replace(sought, other)


_LINEAR: dict[str, Callable[..., Any]] = {
    "instr": lambda text, sought: text.find(sought) + 1,
    "replace": _replace,
}
"""What Python does in a time that grows only with the length of the texts."""
_of_thread = threading.local()


def replace_slow_functions(conn: sqlite3.Connection) -> None:
    """Replace the slow functions of a connection, with the same results but for two long texts, for which some fail.

    Builds of SQLite that do not trust a file's schema keep theirs: the views and an index of a desk use these functions.

    Python hands them no text that is not UTF-8, which another program may have written: it fails before the call. So the views of a desk
    give them such columns as bytes, and its connection that writes, whose checks and triggers use them, keeps SQLite's own.
    """
    conn.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, _LONGEST_PATTERN)
    if not conn.execute("pragma trusted_schema").fetchone()[0]:
        return
    for name, count in _PARAMETERS.items():
        conn.create_function(name, count, _quick(name, count), deterministic=True)


def _quick(name: str, count: int) -> Callable[..., Any]:
    sql = f"select {name}({', '.join('?' * count)})"
    linear = _LINEAR.get(name)

    def call(*values: Any) -> Any:
        text, sought = values[:2]
        if _length(text) * _length(sought) > _MOST_COMPARED:
            if isinstance(text, bytes) and isinstance(sought, str):
                text = decode_leniently(text)  # SQLite looks for a text in the text of a blob
            if linear is None or not all(isinstance(value, str) for value in (text, *values[1:])):
                raise OverflowError(name)  # "string or blob too big"
            return linear(text, *values[1:])
        try:
            return _builtin().execute(sql, values).fetchone()[0]
        except sqlite3.DataError as error:
            raise OverflowError(name) from error  # the same

    return call


def _length(value: Any) -> int:
    return len(value) if isinstance(value, str | bytes) else 1


def _builtin() -> sqlite3.Connection:
    """A connection of this thread with SQLite's own functions, and the limit of a desk for what they return."""
    if not hasattr(_of_thread, "connection"):
        _of_thread.connection = sqlite3.connect(":memory:")
        _of_thread.connection.text_factory = decode_leniently
        _of_thread.connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
    connection: sqlite3.Connection = _of_thread.connection
    return connection
