"""Publishers of reviews: our own desk and the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue
from claimtrack.store.file.errors import translated

if TYPE_CHECKING:
    from sqlite_utils import Database


def get_or_add(db: Database, name: str, *, url: str | None = None) -> int:
    """The id of the publisher of this name (case aside), added when new."""
    with translated():
        row = db.execute("select id from publishers where name = ?", [name]).fetchone()
        if row:
            return int(row[0])
        return int(db.execute("insert into publishers (name, url) values (?, ?)", [name, url]).lastrowid or 0)


def desk(db: Database) -> tuple[int, str] | None:
    """Id and name of our own desk; None while it has no name."""
    row = db.execute("select id, name from publishers where is_desk = 1").fetchone()
    return (row[0], row[1]) if row else None


def named_desk(db: Database) -> tuple[int, str]:
    """Id and name of our own desk. Raises InvalidValue while it has no name."""
    known = desk(db)
    if known is None:
        raise InvalidValue(
            'the desk has no name to publish under: give it one with `claimtrack init --name "The Fact Desk"`'
        )
    return known


def set_desk(db: Database, name: str) -> int:
    """Give our own desk its name, or a new one; its id.

    A publisher of that name whose reviews are on the desk is the desk itself, as long as it has no reviews under its name so
    far. Raises InvalidValue where it has.
    """
    known = desk(db)
    with translated():
        if known and not _is_another(db, name, known[0]):
            db.execute("update publishers set name = ? where id = ?", [name, known[0]])
            return known[0]
        if known and db.execute("select 1 from reviews where publisher_id = ?", [known[0]]).fetchone():
            raise InvalidValue(
                f"the desk has imported reviews by {name}, and its own reviews are by {known[1]}: choose another name, or import "
                "everything into a new desk that you first name with `claimtrack init --name`"
            )
        publisher_id = get_or_add(db, name)
        db.execute("update publishers set is_desk = 0 where is_desk = 1")
        db.execute("update publishers set is_desk = 1 where id = ?", [publisher_id])
    return publisher_id


def _is_another(db: Database, name: str, publisher_id: int) -> bool:
    row = db.execute("select id from publishers where name = ?", [name]).fetchone()
    return row is not None and row[0] != publisher_id
