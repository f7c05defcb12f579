"""Claimants: who asserted a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import ClaimantKind
from claimtrack.store.errors import translated

if TYPE_CHECKING:
    from sqlite_utils import Database


def find(db: Database, name: str | None) -> int | None:
    """The id of the claimant of this name (case aside); None where there is none."""
    row = db.execute("select id from claimants where name = ?", [name]).fetchone()
    return None if row is None else int(row[0])


def get_or_add(
    db: Database,
    name: str,
    kind: ClaimantKind = ClaimantKind.UNKNOWN,
    *,
    role: str | None = None,
    url: str | None = None,
) -> int:
    """The id of the claimant of this name (case aside), added when new.

    A kind that was unknown is filled in, and so are a missing role and address; what somebody knew
    already stays.
    """
    name = " ".join(name.split())
    if not name:
        raise InvalidValue("a claimant needs a name")
    with translated():
        row = db.execute("select id, kind, role, url from claimants where name = ?", [name]).fetchone()
        if row is None:
            sql = "insert into claimants (name, kind, role, url) values (?, ?, ?, ?)"
            return int(db.execute(sql, [name, kind, role, url]).lastrowid or 0)
        filled = (kind if row[1] == ClaimantKind.UNKNOWN else row[1], row[2] or role, row[3] or url)
        if filled != row[1:]:
            db.execute("update claimants set kind = ?, role = ?, url = ? where id = ?", [*filled, row[0]])
        return int(row[0])
