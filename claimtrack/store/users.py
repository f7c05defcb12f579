"""The people of a desk: a file beside the database, for its owner alone; never in the database itself.

A copy of the database that is handed on, or published, carries no password. The file holds, for
each person, a role, a scrypt hash with its own salt, and a key that changes with the password: a
session that was begun with the old one ends.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import DatabaseError, DatabaseLocked
from claimtrack.core.model import Role
from claimtrack.core.texts.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LOCK_TIMEOUT = 10
"""Seconds: writing the file takes milliseconds."""


@dataclass(frozen=True, slots=True)
class User:
    """One person, as the file keeps them."""

    name: str
    role: Role
    salt: str
    hash: str
    key: str


def users_path(database: str | Path) -> Path:
    """Where the users of a database are kept: claims.db has them in claims.db.users.json.

    A link leads to the users of the file it names: else a desk would be open to all under its other name.
    """
    path = Path(database).resolve()
    return path.with_name(f"{path.name}.users.json")


@dataclass(frozen=True, slots=True)
class _UsersFile:
    """What the file holds: the people by name, and what signs their log-in cookies."""

    users: dict[str, User]
    secret: str | None = None


def load(database: str | Path | None) -> dict[str, User]:
    """The users of a desk by name; none where there is no file, or no file of its own (in memory).

    Raises DatabaseError where the file cannot be read, or holds something else.
    """
    return dict(_load_file(database).users)


def requires_login(database: str | Path | None) -> bool:
    """Whether strangers see nothing of the desk: somebody was added, be it that all were removed since.

    Else who leaves last would open it to all. It is open again once the file is removed.
    """
    return database is not None and users_path(database).exists()


def find(known: Mapping[str, User], name: str) -> User | None:
    """The person of that name, large and small letters alike unless two people's names differ in nothing else.

    Names are kept composed: one that is pasted from a Mac's file list or a PDF may have its accents as letters of their own.
    """
    name = clean_line(name)
    alike = [one for one in known.values() if one.name.casefold() == name.casefold()]
    return known.get(name) or (alike[0] if len(alike) == 1 else None)


def secret(database: str | Path) -> str | None:
    """What signs the desk's log-in cookies; None until somebody was added. Raises DatabaseError as `load` does."""
    return _load_file(database).secret


@contextmanager
def edit_users(database: str | Path) -> Iterator[dict[str, User]]:
    """Within it the users, by name, are this caller's alone to change; as they stand at its end they are written.

    The file is written anew, whole or not at all, and its owner alone can read it from the first byte on. It is written
    beside the old one, and while that draft is there others wait: of two who add somebody at once neither undoes the
    other's. Raises DatabaseLocked where one goes on being there, OSError naming the file.
    """
    path = users_path(database)
    draft = path.with_name(f"{path.name}.new")
    handle = _create_exclusively(draft)
    try:
        with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123  # of a handle, for its mode
            known = load(database)
            yield known
            rows = {name: asdict(user) for name, user in sorted(known.items())}
            json.dump({"secret": secret(database) or token_hex(32), "users": rows}, file, indent=2)
            _give_to_owner(handle, Path(database))
        draft.replace(path)
    except BaseException as error:
        draft.unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename = str(path)  # the system names no file where the disk is full
        raise


def _give_to_owner(handle: int, database: Path) -> None:
    """As root, make it the file of whoever has the desk: else `sudo claimtrack user add` closes the desk to its own server.

    By its handle: they could put a link to a file of root's in its place.
    """
    if sys.platform != "win32" and os.geteuid() == 0 and database.exists():
        owner = database.stat()
        os.fchown(handle, owner.st_uid, owner.st_gid)


def _create_exclusively(draft: Path) -> int:
    """A handle of the file, which nobody else has made; until whoever has is done, wait."""
    until = time.monotonic() + _LOCK_TIMEOUT
    while True:
        try:
            return os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError as error:
            if time.monotonic() > until:
                raise DatabaseLocked(
                    f"someone else is changing the users of the desk, or was interrupted while doing so: if nobody is, delete {draft}"
                ) from error
        time.sleep(0.02)


def _load_file(database: str | Path | None) -> _UsersFile:
    if database is None:
        return _UsersFile({})
    path = users_path(database)
    try:
        stamp = path.stat()
    except FileNotFoundError:
        return _UsersFile({})
    return _parse_file(path, stamp.st_mtime_ns, stamp.st_ino)


@lru_cache(maxsize=32)
def _parse_file(path: Path, mtime_ns: int, inode: int) -> _UsersFile:
    """The file's content, read again whenever it has been written."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except PermissionError as error:
        raise DatabaseError(
            f"the users of the desk cannot be read: this account may not read {path}. Give that file to the account that runs "
            "`claimtrack serve`, as with chown, and run `claimtrack user` as that account"
        ) from error
    except (OSError, ValueError) as error:
        raise _unreadable_error(path, str(error)) from error
    try:
        rows, signer = content["users"].items(), content["secret"]
        return _UsersFile(
            {name: _parse_user(row) for name, row in rows}, None if signer is None else str(signer)
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _unreadable_error(path, "it is not a users file of claimtrack") from error


def _parse_user(row: dict[str, Any]) -> User:
    """The person of a row. Raises KeyError, TypeError, ValueError where it is none."""
    bytes.fromhex(row["salt"] + row["hash"])
    return User(**{**row, "role": Role(row["role"])})


def _unreadable_error(path: Path, why: str) -> DatabaseError:
    return DatabaseError(
        f"the users of the desk cannot be read from {path}: {why}. Restore the file from a copy. Without a copy: stop `claimtrack serve`, delete the file and add the users again"
    )
