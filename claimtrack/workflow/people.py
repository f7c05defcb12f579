"""The people of a desk: adding, removing and listing them, their open work, and checking passwords."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils import Database

from claimtrack.core.desk.actors import is_same_actor, one_name
from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.core.expressions import expression
from claimtrack.core.model import Role
from claimtrack.core.steps import Worded, terminal_only
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.folding import alphabetical, folded
from claimtrack.core.texts.printable import numbered, plural, shell_command
from claimtrack.store import history, queues, users
from claimtrack.store.file.connecting import command, file_of
from claimtrack.store.reviews import reviews
from claimtrack.store.users import User

if TYPE_CHECKING:
    from pathlib import Path


SHORTEST_PASSWORD = 10
LONGEST_NAME = 100
_MENTION = expression(r"(?<![\w./])@(\w[\w'-]*\w)(?![\w.]*@)")
_SHORTEST_MISSPELT = 3  # letters
_LONGEST = 200
# 32 MB and about 0.1 s for each try: OWASP's second choice of parameters.
_N, _R, _P = 2**15, 8, 3


def add_user(path: Path, name: str, role: Role, password: str) -> User:
    """Add a person to the desk, and return the new user. Raises InvalidValue for an unusable name or password, or a name that is taken.

    Else the second of two people with the same name would get the first one's log-in.
    """
    name = _clean_name(name)
    added = _make_user(name, role, password)
    with users.edit_users(path) as known:
        if other := users.find(known, name):
            raise _name_taken(path, name, other)
        known[name] = added
    return added


def _name_taken(path: Path, name: str, other: User) -> InvalidValue:
    if name != other.name:
        return InvalidValue(
            f"{name!r} would log in with the same name as {other.name!r}: choose another name"
        )
    return InvalidValue(
        f"there is a user {name!r} already, and nothing was changed: choose another name for another person. A new password for this one: "
        f"`{command(path, shell_command('user', 'password', name))}`. Another role: `{command(path, shell_command('user', 'role', name, 'ROLE'))}`"
    )


def change_role(path: Path, name: str, role: Role) -> User:
    """Give a person another role; the password stays. Returns the changed user. Raises NotFound."""
    with users.edit_users(path) as known:
        known[name] = changed = replace(_find_user(known, name), role=role)
    return changed


def change_password(path: Path, name: str, password: str) -> User:
    """Change a person's password, which ends their sessions; return the changed user. Raises NotFound, InvalidValue."""
    changed = _make_user(
        name, Role.VIEWER, password
    )  # before the file is locked, because hashing takes a while
    with users.edit_users(path) as known:
        known[name] = changed = replace(changed, role=_find_user(known, name).role)
    return changed


def refuse_unknown(path: Path, name: str) -> None:
    """Raise NotFound if the desk has no such user."""
    _find_user(users.load(path), name)


def _make_user(name: str, role: Role, password: str) -> User:
    _check_password(password)
    salt = secrets.token_hex(16)
    return User(name, role, salt, _hash(password, salt), key=secrets.token_hex(8))


def _find_user(known: Mapping[str, User], name: str) -> User:
    if name not in known:
        raise NotFound(
            f"there is no user {name!r}. Users: {', '.join(sorted(known, key=alphabetical)) or 'nobody'}"
        )
    return known[name]


def remove_user(path: Path, name: str) -> bool:
    """Remove a person; their work keeps their name. Returns whether anybody is left who can log in. Raises NotFound."""
    with users.edit_users(path) as known:
        del known[_find_user(known, name).name]
        return bool(known)


class Workload(NamedTuple):
    """A person's open work: claims that are not done or are to be looked at again, and reviews they drafted that are not published."""

    claims: int
    reviews: int


def workload_of(db: Database, name: str) -> Workload:
    """A person's open work, ignoring the case of the name."""
    drafts = [one for one in reviews.list_queue(db) if is_same_actor(one["drafted_by"], name)]
    return Workload(len(queues.held_by(db, name)), len(drafts))


def waiting_notes(db: Database, name: str) -> str | None:
    """The notes to a person that wait for an answer, in words; None if there are none. Nobody else has them on their first page."""
    found = queues.notes_mentioning(db, name, users.load(file_of(db)), limit=None)
    claim_ids = sorted({note["claim_id"] for note in found})
    waiting = f"{plural(len(found), 'note')} to {name} {'waits' if len(found) == 1 else 'wait'} for an answer"
    return f"{waiting}, on {numbered('claim', claim_ids)}" if found else None


def unheard_mention(db: Database, body: str, workers: Iterable[str] | None = None) -> str | None:
    """A warning that a note mentions a person ("@jo") who does not get it; None if all do, or it may be no person of the desk's.

    That is a name almost like one of the `workers`, by default the users who may write, or of somebody who left, or who only reads. Other
    words after "@" are names on social media.
    """
    there = users.load(file_of(db)).values()
    named = [one.name for one in there if one.role is not Role.VIEWER] if workers is None else workers
    hearing, others = _mentionable(named), _mentionable([*history.actors(db), *(one.name for one in there)])
    for mentioned in dict.fromkeys(_MENTION.findall(body)) if hearing else ():
        name = mentioned.casefold()
        meant = next((one for one in sorted(hearing) if _is_misspelt(name, one)), None)
        if name not in hearing and (meant or name in others):
            likely = f" (is @{meant} meant?)" if meant else ""
            return (
                f"nobody who works on this desk is called {mentioned}, so no first page has the note{likely}"
            )
    return None


def _mentionable(names: Iterable[str]) -> set[str]:
    return {word for name in map(one_name, names) if name for word in name.split()}


def _is_misspelt(name: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    return len(name) >= _SHORTEST_MISSPELT and OSA.distance(name, other) == 1


def open_claims_of(db: Database, name: str) -> list[int]:
    """A person's claims that are not done, or published with a day to look again, ignoring the case of the name.

    Raises NotFound if there are none, InvalidValue for an empty name.
    """
    if not clean_line(name):
        raise InvalidValue(
            "the name is empty: whose claims are they? "
            + Worded('`claimtrack list --assignee ""` lists unassigned claims')
        )
    if not (found := queues.held_by(db, name)):
        raise NotFound(
            f"{name!r} has no unfinished claims, nor any to look at again"
            + terminal_only(
                ": ", shell_command("claimtrack", "list", "--assignee", name), " lists all of theirs"
            )
        )
    return found


class ResolvedUser(NamedTuple):
    """A name as the user spells it, else as given; `unknown` is a warning if a desk with users has no such user.

    `likely` is the only user whose name contains the words of it: "Huw Lloyd" for "Huw".
    """

    name: str
    unknown: str | None = None
    likely: str | None = None


def resolve_user(path: str | Path | None, name: str) -> ResolvedUser:
    """Find the user of this name, ignoring case; the name itself if there is none."""
    known = users.load(path)
    if user := users.find(known, name):
        return ResolvedUser(user.name)
    if not known or not name:
        return ResolvedUser(name)
    words = {*folded(name).split()}
    fitting = [one for one in known if words and words <= {*folded(one).split()}]
    near = [repr(one) for one, *_ in _nearest(name, known)]
    return ResolvedUser(
        name,
        f"there is no user {name!r} on this desk. Users: {', '.join(near)}{f' and {more} more' if (more := len(known) - len(near)) else ''}",
        fitting[0] if len(fitting) == 1 else None,
    )


def _nearest(name: str, known: Iterable[str]) -> list[tuple[str, float, int]]:
    from rapidfuzz import fuzz, process

    return process.extract(folded(name), list(known), scorer=fuzz.ratio, processor=folded, limit=3)


def list_users(path: Path) -> list[dict[str, str]]:
    """The name and role of each person, in alphabetical order."""
    known = users.load(path)
    return [{"name": name, "role": known[name].role} for name in sorted(known, key=alphabetical)]


def verify_password(path: str | Path | None, name: str, password: str) -> User | None:
    """The user of this name (ignoring case) if the password is theirs, else None. It takes as long for an unknown name."""
    user = users.find(users.load(path), name)
    salt, expected = (user.salt, user.hash) if user else ("00" * 16, "")
    found = _hash(password[:_LONGEST], salt)
    return user if user and hmac.compare_digest(found, expected) else None


def _hash(password: str, salt: str) -> str:
    # A password may contain anything that can be typed or pasted, even a lone surrogate.
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
