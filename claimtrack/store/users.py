"""The users of a desk, in a file beside the database that only its owner can read; never in the database itself.

So a copy of the database that is passed on or published contains no password. The file has, for
each user, a role, a scrypt hash with its own salt, and a key that changes with the password, which
ends sessions begun with the old one.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from secrets import token_hex
from typing import Any

from claimtrack.core.errors import DatabaseError, DatabaseLocked
from claimtrack.core.model import Role
from claimtrack.core.steps import Worded
from claimtrack.core.texts.cleaning import clean_line

_LOCK_TIMEOUT = 10
"""Seconds to wait for another writer, although writing the file takes milliseconds."""


@dataclass(frozen=True, slots=True)
class User:
    """One user, as stored in the file."""

    name: str
    role: Role
    salt: str
    hash: str
    key: str


def users_path(database: str | Path) -> Path:
    """Return the path of a database's users: claims.db.users.json for claims.db.

    Symbolic links are resolved: else a desk would be open to everybody under its other name.
    """
    path = Path(database).resolve()
    return path.with_name(f"{path.name}.users.json")


@dataclass(frozen=True, slots=True)
class _UsersFile:
    """The content of the file: the users by name, and the secret that signs their log-in cookies."""

    users: dict[str, User]
    secret: str | None = None


def load(database: str | Path | None) -> dict[str, User]:
    """Return the users of a desk by name; none if there is no file, or the desk is in memory.

    Raises DatabaseError if the file cannot be read or has other content.
    """
    return dict(_load_file(database).users)


def requires_login(database: str | Path | None) -> bool:
    """Whether the desk can only be seen after a log-in: a user was added, even if all have been removed since.

    Else removing the last user would open the desk to everybody. Deleting the file opens it again.
    """
    return database is not None and users_path(database).exists()


def find(known: Mapping[str, User], name: str) -> User | None:
    """Return the user with that name, ignoring case unless two names only differ in case.

    Names are stored in composed form (NFC): one pasted from a Mac's file list or a PDF may be decomposed.
    """
    name = clean_line(name)
    alike = [one for one in known.values() if one.name.casefold() == name.casefold()]
    return known.get(name) or (alike[0] if len(alike) == 1 else None)


def spell(database: str | Path | None, name: str) -> str:
    """Return a name as the desk's user spells it, so that one person has one name: "Ben Moor" for "ben moor". Any other name stays."""
    with suppress(DatabaseError, OSError):  # who works in a terminal needs no users file
        if user := find(load(database), name):
            return user.name
    return name


def secret(database: str | Path) -> str | None:
    """Return the secret that signs log-in cookies; None until a user is added. Raises DatabaseError as `load` does."""
    return _load_file(database).secret


@contextmanager
def edit_users(database: str | Path) -> Iterator[dict[str, User]]:
    """Context with exclusive access to the users by name; changes are written at its end.

    The file is replaced as a whole or not at all, and only its owner can ever read it. A draft beside it serves as the
    lock: of two people who add a user at the same time, neither overwrites the other's change. Raises DatabaseLocked if
    the draft does not go away, DatabaseError if the file cannot be written.
    """
    path = users_path(database)
    draft = path.with_name(f"{path.name}.new")
    try:
        handle = _create_exclusively(draft)
    except OSError as error:
        raise _unwritable_error(path, error) from error
    try:
        with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123  # of a handle, for its mode
            known = load(database)
            yield known
            rows = {name: asdict(user) for name, user in sorted(known.items())}
            json.dump({"secret": secret(database) or token_hex(32), "users": rows}, file, indent=2)
            _give_to_owner(handle, Path(database))
            file.flush()
            os.fsync(handle)  # else a power cut may leave an empty file, and nobody could log in any more
        draft.replace(path)
    except BaseException as error:
        draft.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _unwritable_error(path, error) from error
        raise


def _give_to_owner(handle: int, database: Path) -> None:
    """As root, give the file to the owner of the desk: after `sudo claimtrack user add` the server could not read it otherwise.

    By its handle, because the path could be replaced by a link to one of root's files.
    """
    if sys.platform != "win32" and os.geteuid() == 0 and database.exists():
        owner = database.stat()
        os.fchown(handle, owner.st_uid, owner.st_gid)


def _create_exclusively(draft: Path) -> int:
    """Create the file exclusively and return its handle, waiting while somebody else's exists."""
    until = time.monotonic() + _LOCK_TIMEOUT
    while True:
        try:
            return os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError as error:
            if time.monotonic() > until:
                remedy = Worded(f"delete {draft}", f"whoever runs the desk must delete {draft.name}")
                raise DatabaseLocked(
                    "someone else is changing the users of the desk, or was interrupted while doing so: if nobody is, "
                    + remedy
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


@lru_cache(maxsize=1024)
def _parse_file(path: Path, mtime_ns: int, inode: int) -> _UsersFile:
    """Return the file's content; cached until the file changes."""
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
    """Return the user of a row. Raises KeyError, TypeError or ValueError if it is invalid."""
    bytes.fromhex(row["salt"] + row["hash"])
    return User(**{**row, "role": Role(row["role"])})


def _unwritable_error(path: Path, error: OSError) -> DatabaseError:
    remedy = Worded(
        f"check that the disk of {path} has space, and that it and its folder can be written to",
        f"whoever runs the desk must check that the disk of {path.name} has space, and that it and its folder can be written to",
    )
    return DatabaseError(
        f"the users of the desk cannot be saved ({error.strerror}), and nothing was changed: " + remedy
    )


def _unreadable_error(path: Path, why: str) -> DatabaseError:
    return DatabaseError(
        f"the users of the desk cannot be read from {path}: {why}. Restore the file from a copy. Without a copy: stop `claimtrack serve`, delete the file and add the users again"
    )
