"""Whether a desk holds a value that its rules allow for nowhere, which only another program can have written, or a damaged file."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress

from sqlite_utils import Database

from claimtrack.core.errors import Damaged, DatabaseError
from claimtrack.store.file.connecting import file_of
from claimtrack.store.file.dangling import explain_broken_references
from claimtrack.store.file.invariants import UNREADABLE_OBJECTS
from claimtrack.store.file.mistyped import find_mistyped


def refuse_wrong_values(db: Database) -> None:
    """Raise Damaged if a table holds a value that its columns do not allow, DatabaseError for what no column can check."""
    if not _is_whole(db):
        raise Damaged(
            f"{file_of(db) or 'the desk'} is damaged: restore the file from a backup. `claimtrack doctor` says more"
        )
    if (
        explain_broken_references(db)
        or any(db.execute(sql).fetchone() for sql in UNREADABLE_OBJECTS.values())
        or any(find_mistyped(db))
    ):
        raise DatabaseError(
            "another program wrote what the desk does not know, such as a status, the id of a row that is not there or a number in place of a text: "
            "`claimtrack doctor` says where, and what mends it"
        )


def _is_whole(db: Database) -> bool:
    """Whether SQLite finds nothing wrong: over a connection that may write, since one that may only read, as those of pages, leaves out the CHECKs."""
    path, check = file_of(db), "pragma quick_check(1)"
    if path:
        with (
            suppress(sqlite3.Error),  # the file itself may only be read
            closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as conn,
        ):
            return bool(conn.execute(check).fetchone()[0] == "ok")
    return bool(db.execute(check).fetchone()[0] == "ok")
