"""The people of the desk, as their names tell them apart."""

from __future__ import annotations


def same_actor(one: str | None, other: str | None) -> bool:
    """Whether two names are one person's: large and small letters are alike, as they are to the log-in.

    The system may call her `ada`, and her log-in `Ada`. The triggers of the database compare with `collate nocase`. Two that
    are not known (None) are alike, too.
    """
    return one == other or (None not in (one, other) and str(one).casefold() == str(other).casefold())
