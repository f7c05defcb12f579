"""Texts of other programs that are no UTF-8: SQLite stores the bytes that it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

# What is made of other rows: the index, and the history, which nobody changes.
_MADE = ("match", "history", "sqlite")


class Unreadable(NamedTuple):
    """A value that is read with a sign in place of what it is no text in."""

    table: str
    row_id: int
    column: str


def unreadable(db: Database) -> Iterator[Unreadable]:
    """The texts of the desk that are no UTF-8. Reads all of them: a second or two for 100,000 claims."""
    for table in db.tables:
        if table.name.startswith(_MADE) or "_fts" in table.name or "id" not in table.columns_dict:
            continue
        names = [one.name for one in table.columns if one.type.upper() == "TEXT"]
        blobs = ", ".join(f'cast("{name}" as blob)' for name in names)
        rows = db.execute(f'select id, {blobs} from "{table.name}" order by id') if names else ()
        for row_id, *values in rows:
            for name, value in zip(names, values, strict=True):
                if value is not None and not _is_text(value):
                    yield Unreadable(table.name, row_id, name)


def _is_text(value: bytes) -> bool:
    try:
        value.decode()
    except UnicodeDecodeError:
        return False
    return True
