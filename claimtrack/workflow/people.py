"""The people of a desk: add, remove, list, and whether a password is theirs."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.desk.actors import same_actor
from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.core.model import DONE, Role, Status
from claimtrack.core.steps import Worded, in_terminal
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.folding import folded
from claimtrack.core.texts.printable import shell_command
from claimtrack.store import users, views
from claimtrack.store.reviews import reviews
from claimtrack.store.users import User

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from sqlite_utils import Database

SHORTEST_PASSWORD = 10
LONGEST_NAME = 100
_LONGEST = 200
# 32 MB and about 0.1 s for each try: OWASP's second choice of parameters.
_N, _R, _P = 2**15, 8, 3


def add_user(path: Path, name: str, role: Role, password: str) -> None:
    """Add a person to the desk. Raises InvalidValue for a name or a password that will not do, or who is there already.

    Of two people of one name on a list the second would else get the first one's log-in.
    """
    name = _clean_name(name)
    added = _with_password(name, role, password)
    with users.changing(path) as known:
        if other := users.find(known, name):
            raise _name_taken(name, other)
        known[name] = added


def _name_taken(name: str, other: User) -> InvalidValue:
    if name != other.name:
        return InvalidValue(
            f"{name!r} would log in with the same name as {other.name!r}: choose another name"
        )
    return InvalidValue(
        f"there is a user {name!r} already, and nothing was changed: choose another name for another person. A new password for this one: "
        f"`{shell_command('claimtrack', 'user', 'password', name)}`. Another role: `{shell_command('claimtrack', 'user', 'role', name, 'ROLE')}`"
    )


def change_role(path: Path, name: str, role: Role) -> None:
    """Give a person another role; the password stays. Raises NotFound."""
    with users.changing(path) as known:
        known[name] = replace(_find_user(known, name), role=role)


def change_password(path: Path, name: str, password: str) -> User:
    """Give a person another password, which ends their sessions: as they are then. Raises NotFound, InvalidValue."""
    changed = _with_password(
        name, Role.VIEWER, password
    )  # before others are kept from changing anything: it takes a while
    with users.changing(path) as known:
        known[name] = changed = replace(changed, role=_find_user(known, name).role)
    return changed


def _with_password(name: str, role: Role, password: str) -> User:
    _check_password(password)
    salt = secrets.token_hex(16)
    return User(name, role, salt, _hash(password, salt), key=secrets.token_hex(8))


def _find_user(known: Mapping[str, User], name: str) -> User:
    if name not in known:
        raise NotFound(f"there is no user {name!r}. Users: {', '.join(sorted(known)) or 'nobody'}")
    return known[name]


def remove_user(path: Path, name: str) -> bool:
    """Take a person off the desk; what they did keeps their name. Whether anybody is left who can log in. Raises NotFound."""
    with users.changing(path) as known:
        del known[_find_user(known, name).name]
        return bool(known)


class Workload(NamedTuple):
    """What is with a person: claims that are not done, and reviews that they drafted and that are not out."""

    claims: int
    reviews: int


def workload_of(db: Database, name: str) -> Workload:
    """What is with a person, however the letters of the name are written."""
    drafts = [one for one in reviews.queue(db) if same_actor(one["drafted_by"], name)]
    return Workload(len(_open_claims(db, name)), len(drafts))


def open_claims_of(db: Database, name: str) -> list[int]:
    """The claims of a person that are not done, however the letters of the name are written. Raises NotFound where there is none, InvalidValue without a name."""
    if not clean_line(name):
        raise InvalidValue(
            "the name is empty: whose claims are they? "
            + Worded('`claimtrack list --assignee ""` lists those of nobody')
        )
    if not (found := _open_claims(db, name)):
        raise NotFound(
            f"{name!r} has no claims that are not done"
            + in_terminal(
                ": ", shell_command("claimtrack", "list", "--assignee", name), " lists all of theirs"
            )
        )
    return found


def _open_claims(db: Database, name: str) -> list[int]:
    undone = tuple(status for status in Status if status not in DONE)
    return [row["id"] for row in views.claims(db, views.ClaimFilter(statuses=undone, assignee=name))]


class ResolvedUser(NamedTuple):
    """Whom a name means: as that user is spelt, or as it was given; `unknown` tells where a desk with users has none so called."""

    name: str
    unknown: str | None = None


def resolve_user(path: str | Path | None, name: str) -> ResolvedUser:
    """The user of the desk of that name, large and small letters alike; the name as it is where there is none."""
    known = users.load(path)
    if user := users.find(known, name):
        return ResolvedUser(user.name)
    if not known or not name:
        return ResolvedUser(name)
    near = [repr(one) for one, *_ in _nearest(name, known)]
    return ResolvedUser(
        name,
        f"there is no user {name!r} on this desk. Users: {', '.join(near)}{f' and {more} more' if (more := len(known) - len(near)) else ''}",
    )


def _nearest(name: str, known: Iterable[str]) -> list[tuple[str, float, int]]:
    from rapidfuzz import fuzz, process

    return process.extract(folded(name), list(known), scorer=fuzz.ratio, processor=folded, limit=3)


def list_users(path: Path) -> list[dict[str, str]]:
    """Name and role of each person."""
    return [{"name": user.name, "role": user.role} for user in users.load(path).values()]


def verify_password(path: str | Path | None, name: str, password: str) -> User | None:
    """The person whose password this is, however the name's letters are written; None otherwise. As slow for a name that nobody has."""
    user = users.find(users.load(path), name)
    salt, expected = (user.salt, user.hash) if user else ("00" * 16, "")
    found = _hash(password[:_LONGEST], salt)
    return user if user and hmac.compare_digest(found, expected) else None


def _hash(password: str, salt: str) -> str:
    # A password may hold anything that a keyboard or a paste gives, half a surrogate pair included.
    given = password.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(given, salt=bytes.fromhex(salt), n=_N, r=_R, p=_P, maxmem=2**27).hex()


def _clean_name(name: str) -> str:
    name = clean_line(name)
    if not name or len(name) > LONGEST_NAME:
        raise InvalidValue(
            f"a user needs a name of 1 to {LONGEST_NAME} characters, so that the history can show it"
        )
    if name == "root":
        raise InvalidValue("Datasette uses the name 'root' itself: choose another name")
    return name


def _check_password(password: str) -> None:
    if not SHORTEST_PASSWORD <= len(password) <= _LONGEST:
        raise InvalidValue(
            f"a password must have {SHORTEST_PASSWORD} to {_LONGEST} characters: three or four words work well"
        )
