"""The people of a desk: a file beside the database, for its owner alone; never in the database itself.

A copy of the database that is handed on, or published, carries no password. The file holds, for
each person, a role, a scrypt hash with its own salt, and a key that changes with the password: a
session that was begun with the old one ends.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import DatabaseError
from claimtrack.core.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class User:
    """One person, as the file keeps them."""

    name: str
    role: Role
    salt: str
    hash: str
    key: str


def path_of(database: str | Path) -> Path:
    """Where the users of a database are kept: claims.db has them in claims.db.users.json.

    A link leads to the users of the file it names: else a desk would be open to all under its other name.
    """
    path = Path(database).resolve()
    return path.with_name(f"{path.name}.users.json")


def load(database: str | Path | None) -> dict[str, User]:
    """The users of a desk by name; none where there is no file, or no file of its own (in memory)."""
    content = _content(database)
    return {name: User(**{**row, "role": Role(row["role"])}) for name, row in content["users"].items()}


def find(known: Mapping[str, User], name: str) -> User | None:
    """The person of that name, large and small letters alike unless two people's names differ in nothing else."""
    alike = [one for one in known.values() if one.name.casefold() == name.casefold()]
    return known.get(name) or (alike[0] if len(alike) == 1 else None)


def secret(database: str | Path) -> str | None:
    """What signs the desk's log-in cookies; None until somebody was added."""
    found = _content(database)["secret"]
    return None if found is None else str(found)


def save(database: str | Path, users: dict[str, User], *, secret: str) -> None:
    """Write the file anew, whole or not at all, readable by its owner alone from the first byte on. Raises OSError naming it."""
    path = path_of(database)
    rows = {name: asdict(user) for name, user in sorted(users.items())}
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123  # of a handle, for its mode
            json.dump({"secret": secret, "users": rows}, file, indent=2)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        error.filename = str(path)  # the system names no file where the disk is full
        raise


def _content(database: str | Path | None) -> dict[str, Any]:
    if database is None:
        return {"secret": None, "users": {}}
    path = path_of(database)
    try:
        stamp = path.stat()
    except FileNotFoundError:
        return {"secret": None, "users": {}}
    return _parsed(path, stamp.st_mtime_ns, stamp.st_ino)


@lru_cache(maxsize=32)
def _parsed(path: Path, mtime_ns: int, inode: int) -> dict[str, Any]:
    """The file's content, read again whenever it has been written."""
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DatabaseError(
            f"the users of the desk cannot be read from {path}: {error}. "
            "Restore the file, or remove it and add the users anew"
        ) from error
    return content
