"""People of the desk: when two spellings of a name mean the same person, and who has a claim."""

from __future__ import annotations

from claimtrack.core.model import IN_HAND, Status
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.printable import humanise_name

_PLACES: dict[str, str] = {Status.PROPOSED: "waits for triage", Status.CHECKING: "is being checked"}


def is_same_actor(one: str | None, other: str | None) -> bool:
    """Whether two names belong to one person: case does not matter, just as at the log-in.

    Her system account may be `ada`, and her log-in `Ada`. The database triggers compare with `collate nocase`. Two unknown
    names (None) count as the same.
    """
    return one == other or (None not in (one, other) and str(one).casefold() == str(other).casefold())


def one_name(name: str | None) -> str | None:
    """Return a person's name without capitals and extra spaces, for comparing typed names: " JO  Field" gives "jo field"."""
    return None if name is None else clean_line(name).casefold()


def holder(assignee: str | None, status: str) -> str | None:
    """Return who works on a claim: its assignee, unless it waits for triage or is done. None for nobody."""
    return assignee if status in IN_HAND else None


def describe_progress(status: str) -> str:
    """Say how far a claim is, after its number: "is being checked"."""
    return _PLACES.get(status, f"is {humanise_name(status)}")


def whereabouts(assignee: str | None, status: str) -> tuple[str, str | None]:
    """Say who has a claim, after its number, with the name apart: ("is with", "Ana"). If nobody has it, how far it is, and None."""
    who = holder(assignee, status)
    return (describe_progress(status) if who is None else "is with"), who
