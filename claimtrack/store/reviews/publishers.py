"""Publishers of reviews: our own desk and the others."""

from __future__ import annotations

from typing import NamedTuple

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue
from claimtrack.store import rows


def get_or_add(db: Database, name: str, *, url: str | None = None) -> int:
    """Return the id of the publisher with this name, ignoring case; added if new."""
    known = rows.fetch_number(db, "select id from publishers where name = ?", [name])
    return rows.insert(db, "publishers", {"name": name, "url": url}) if known is None else known


class Publisher(NamedTuple):
    """A publisher of reviews."""

    id: int
    name: str


def find_desk(db: Database) -> Publisher | None:
    """Return our own desk as a publisher; None while it has no name."""
    row = db.execute("select id, name from publishers where is_desk = 1").fetchone()
    return Publisher(*row) if row else None


def is_desk(db: Database, publisher_id: int) -> bool:
    """Whether the publisher is our own desk."""
    desk = find_desk(db)
    return desk is not None and desk.id == publisher_id


def require_desk(db: Database) -> Publisher:
    """Return our own desk as a publisher. Raises InvalidValue while it has no name."""
    known = find_desk(db)
    if known is None:
        raise InvalidValue(
            'the desk has no name to publish under: give it one with `claimtrack init --name "The Fact Desk"`'
        )
    return known


def set_desk_url(db: Database, url: str | None) -> None:
    """Set the address of our own desk's home page. Raises InvalidValue while the desk has no name."""
    rows.update(db, "publishers", require_desk(db).id, {"url": url})


def name_desk(db: Database, name: str) -> None:
    """Name or rename our own desk.

    If a publisher of imported reviews has that name, it becomes the desk, unless the desk has reviews under its present name:
    then InvalidValue is raised.
    """
    known = find_desk(db)
    if known is None:
        rows.update(db, "publishers", get_or_add(db, name), {"is_desk": 1})
    elif rows.fetch_number(db, "select id from publishers where name = ?", [name]) in (None, known.id):
        rows.update(db, "publishers", known.id, {"name": name})
    elif rows.fetch_number(db, "select 1 from reviews where publisher_id = ?", [known.id]):
        raise InvalidValue(
            f"the desk has imported reviews by {name}, and its own reviews are by {known.name}: choose another name, or import "
            "everything into a new desk that you first name with `claimtrack --db NEW.db init --name NAME`"
        )
    else:
        rows.update(db, "publishers", known.id, {"is_desk": 0})
        rows.update(db, "publishers", get_or_add(db, name), {"is_desk": 1})
