"""The people of the desk, as their names tell them apart."""

from __future__ import annotations

from claimtrack.core.texts.cleaning import clean_line


def is_same_actor(one: str | None, other: str | None) -> bool:
    """Whether two names are one person's: large and small letters are alike, as they are to the log-in.

    The system may call her `ada`, and her log-in `Ada`. The triggers of the database compare with `collate nocase`. Two that
    are not known (None) are alike, too.
    """
    return one == other or (None not in (one, other) and str(one).casefold() == str(other).casefold())


def one_name(name: str | None) -> str | None:
    """A person's name without capitals and further blanks, as people type it for an assignee: " JO  Field" is "jo field"."""
    return None if name is None else clean_line(name).casefold()
