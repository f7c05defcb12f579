"""Translates SQLite's errors into errors that a person can act on."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimtrack.core import errors
from claimtrack.store.file.schema_files import TEXT_INDEXES

if TYPE_CHECKING:
    from pathlib import Path

# The triggers in schema/ start their messages with the name of one of these.
_ERRORS_BY_NAME = {
    "InvalidTransition": errors.InvalidTransition,
    "InvalidSpan": errors.InvalidSpan,
    "InvalidValue": errors.InvalidValue,
    "Refused": errors.Refused,
}
_TRIGGER_MESSAGE = re.compile(r"^(\w+): (.+)$", re.DOTALL)

_CONSTRAINTS = {
    "published_is_complete": "a published review needs a rating, a url and a date",
    "second_person": "a review must be approved by someone other than its drafter",
    "correction_has_note": "a correction or update needs a public note that says what changed",
    "not_before_is_a_time": "not_before must be a time in UTC from 2000 to 9998, as in 2024-04-22T18:00:00.000Z",
    "withdrawal_note_has_day": "a note about a withdrawn article needs the day of its withdrawal, and has at most 4,000 characters",
    "update_replaces_a_review": "an update must name the review that it updates (corrects_id)",
}

_CHECK_MESSAGE = re.compile(r"CHECK constraint failed: (.+)", re.DOTALL)
_UNIQUE_MESSAGE = re.compile(r"UNIQUE constraint failed: \w+\.(\w+)$")
# A condition in a CHECK on one column -> what it requires of the value.
_CHECK_CONDITIONS = (
    (re.compile(r"trim\((\w+)\) <> ''"), "not empty"),
    (re.compile(r"length\((\w+)\) <= (\d+)"), "of at most {1} characters"),
    (re.compile(r"instr\((\w+), char\(0\)\) = 0"), "without a NUL character"),
    (re.compile(r"(\w+) is date\("), "a day, as in 2024-04-22"),
    (re.compile(r"(\w+) like 'http"), "a web address that begins with http:// or https://"),
    (re.compile(r"(\w+) in \(0, 1\)"), "0 or 1"),
    (re.compile(r"(\w+) between (\S+) and (\S+)"), "between {1} and {2}"),
)

READ_ONLY = "the desk is read-only: check that its file and folder can be written to"
HALF_READ = (
    "a query of yours was not read to its end, and the desk was changed since: as long as it is open, nothing can be written. Read its "
    "rows at once, as in list(desk.db.query(SQL)), or delete its variable"
)
REPAIR_STEP = "`claimtrack doctor --repair` rebuilds it"


class InSql(str):
    """Words with a remedy in SQL, which a person runs."""


_MEANINGS = (
    ("locked|busy", errors.DatabaseLocked,
     # SQLite says the same of a network drive that cannot lock files (ENOLCK).
     "the database is locked: another program is writing to it. Close that program or wait, then try again. If there is none, the drive "
     "cannot lock files: keep the desk on a disk of this computer"),
    ("readonly", errors.DatabaseError, READ_ONLY),
    ("closed database", errors.DatabaseError, "the desk is closed: open it again"),
    ("unable to open", errors.DatabaseError,
     # SQLite says the same of a disk without room for one more file, and keeps files beside the desk whose names are longer than its own.
     "the file cannot be opened: check that it and its folder can be written to, that the disk has room for more files, and that its path has "
     "fewer than 500 characters, the last part of it fewer than 240"),
    ("disk is full", errors.DatabaseError,
     "{}: free some disk space and try again; nothing was lost. SQLite needs some in the folder of temporary files, too (TMPDIR names another)"),
    ("disk I/O", errors.DatabaseError,
     "{}: the desk cannot be read or written to. Check that the disk or network drive is connected, works and has space, that the folder "
     "of temporary files can be written to (TMPDIR names another), and that --db is an ordinary file. SQLite cannot work on some network drives "
     "and shared folders: keep the desk on a disk of this computer"),
    ("locking protocol", errors.DatabaseError,
     "{}: SQLite cannot work on some network drives and shared folders. Keep the desk on a disk of this computer"),
    ("not a database", errors.Damaged, "{}: restore the file from a backup, or give another with --db"),
    ("malformed", errors.Damaged,
     # SQLite says the same if the system cannot read from the drive (EIO).
     "{}. First check that the disk or network drive is connected and works, and try again: the file may be whole. If it stays so, restore the "
     "file from a backup, or give another with --db"),
    (r"no such table: (main\.)?match_", errors.DatabaseError, f"the match index is damaged ({{}}): {REPAIR_STEP}"),
    (rf"no such table: (main\.)?({'|'.join(TEXT_INDEXES)})$", errors.DatabaseError, f"a search index is gone ({{}}): {REPAIR_STEP}"),
    ("vtable constructor|^SQL logic error$", errors.DatabaseError, "a search index cannot be read ({}): restore a backup"),
    ("ambiguous column", errors.DatabaseError,
     "{}: a column that was added to a table of the desk has a name that claimtrack uses. Rename it, or move it to a table of your own"),
    ("no such (table|column)", errors.DatabaseError, "{}: run `claimtrack doctor` to see what is missing and how to fix it"),
)  # fmt: skip
"""(pattern of SQLite's message, error class, our message with SQLite's as {}); the first match counts."""


def translate_error(error: sqlite3.Error) -> errors.ClaimtrackError:
    """Return the ClaimtrackError for an SQLite error: the one that caused it, if there is one, else one that explains it."""
    if isinstance(error.__cause__, errors.ClaimtrackError):
        return error.__cause__
    message = str(error)
    raised = _TRIGGER_MESSAGE.match(message)
    if raised and raised[1] in _ERRORS_BY_NAME:
        return _ERRORS_BY_NAME[raised[1]](raised[2])
    if isinstance(error, sqlite3.IntegrityError):
        return errors.InvalidValue(_integrity_message(message))
    if getattr(error, "sqlite_errorname", None) == "SQLITE_IOERR_SHMSIZE":
        # On a full disk even a command that only reads cannot make the file that ends in -shm.
        message = "database or disk is full"
    for form, kind, told in _MEANINGS:
        if re.search(form, message):
            return kind(told.format(message))
    return errors.DatabaseError(message)


def _integrity_message(message: str) -> str:
    return explain_constraint(message) or f"the rules of the desk do not allow this ({message})"


def explain_constraint(message: str) -> str | None:
    """Return a message about a violated constraint for the person who typed the value; None if there is none for it."""
    for name, meaning in _CONSTRAINTS.items():
        if name in message:
            return meaning
    if broken := _CHECK_MESSAGE.match(message):
        demands = [
            (found[1], words.format(*found.groups()))
            for form, words in _CHECK_CONDITIONS
            if (found := form.search(broken[1]))
        ]
        if len({column for column, _ in demands}) == 1:
            return f"{demands[0][0]} must be {', '.join(words for _, words in demands)}"
    if doubled := _UNIQUE_MESSAGE.match(message):
        return f"there is already one with this {doubled[1]}"
    if message == "FOREIGN KEY constraint failed":
        return (
            "a row that it refers to does not exist or, if you are deleting it, other rows still refer to it"
        )
    return None


@contextmanager
def translate_errors(writing: Path | None = None) -> Iterator[None]:
    """Context in which SQLite errors are raised as ClaimtrackErrors, which name the file that is `writing`, if that may be the cause."""
    try:
        yield
    except sqlite3.Error as error:
        told = translate_error(error)
        is_of_desk = isinstance(told, errors.Damaged | errors.DatabaseLocked)
        if writing and not is_of_desk:
            # A copy has the desk's rules, so a row that breaks them stands in the desk.
            remedy = ": run `claimtrack doctor`" if isinstance(error, sqlite3.IntegrityError) else ""
            told = type(told)(f"could not write {writing}: {told}{remedy}")
        raise told from error
