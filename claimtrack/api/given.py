"""What a notebook gives, at the door: each value becomes one of the desk's, or an InvalidValue that says what it is to be."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from os import PathLike, fspath
from typing import Any, TypeVar

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Stance
from claimtrack.core.sheets.cells import split_list
from claimtrack.core.texts.cleaning import clean_date, clean_name

Word = TypeVar("Word", bound=StrEnum)

_TOO_LARGE = 2**63
_DAY = len("2024-04-22")

Day = str | date
"""A day: YYYY-MM-DD, or a date of Python's. Of a datetime only the date counts."""

Link = str | tuple[str, Stance | str]
"""A web address, alone or with what it does to the claim."""


def number(value: int, what: str = "the number of a claim") -> int:
    """A whole number, of Python's or of numpy's, that SQLite can hold. Raises InvalidValue for anything else."""
    try:
        whole = operator.index(value)
    except TypeError:
        raise InvalidValue(f"{what} must be a whole number, not {_shown(value)}") from None
    if not -_TOO_LARGE <= whole < _TOO_LARGE:
        raise InvalidValue(f"{what} is too large: {_shown(value)}")
    return whole


def some_number(value: int | None, what: str) -> int | None:
    """A whole number, or None. Raises InvalidValue."""
    return None if value is None else number(value, what)


def count(value: int, what: str) -> int:
    """How many of something: 1 or more. Raises InvalidValue."""
    if (many := number(value, what)) < 1:
        raise InvalidValue(f"{what} must be 1 or more, not {many}")
    return many


def some_flag(value: bool | None, what: str) -> bool | None:
    """True or False, of Python's or of numpy's, or None. Raises InvalidValue."""
    if value is None:
        return None
    if value not in (True, False):
        raise InvalidValue(f"{what} must be True, False or None, not {_shown(value)}")
    return bool(value)


def path(value: str | PathLike[str], what: str) -> str:
    """The name of a file or folder, or an address. Raises InvalidValue."""
    named = fspath(value) if isinstance(value, PathLike) else value
    if not isinstance(named, str) or "\0" in named:
        raise InvalidValue(f"{what} must be the name of a file, not {_shown(value)}")
    return named


def text(value: str, what: str) -> str:
    """A text. Raises InvalidValue for anything else."""
    if not isinstance(value, str):
        raise InvalidValue(f"{what} must be text, not {_shown(value)}")
    return value


def some_text(value: str | None, what: str) -> str | None:
    """A text, or None. Raises InvalidValue for anything else."""
    return None if value is None else text(value, what)


def actor(value: str | None) -> str | None:
    """The name that history keeps, as the desk's pages would write it; None for nobody. Raises InvalidValue for none or a far too long one."""
    name = None if value is None else clean_name(text(value, "actor"))
    if name == "":
        raise InvalidValue("actor must be a name, or None for nobody")
    return name


def day(value: Day | None, what: str) -> str | None:
    """A day as text, or None; the desk checks what the text says. Raises InvalidValue for what is neither a day nor text."""
    if isinstance(value, datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, date) else some_text(value, what)


def calendar_day(value: Day | None, what: str) -> str | None:
    """A day as the desk writes it, or None. Raises InvalidValue for anything else, also for a text that is no day."""
    written = day(value, what)
    try:
        return None if written is None else clean_date(written)
    except InvalidValue as error:
        raise InvalidValue(f"{what} is {error}") from None


def moment(value: Day | None, what: str) -> str | None:
    """A moment as the desk writes it; of a datetime without a zone that of this machine counts, of a text UTC. Raises InvalidValue."""
    if isinstance(value, str):
        try:
            read = datetime.fromisoformat(value)
        except ValueError:
            raise InvalidValue(
                f"{what} is not a time: {_shown(value)}. Write it like 2024-04-22 or 2024-04-22T09:30Z"
            ) from None
        value = read.date() if len(value) <= _DAY else read.replace(tzinfo=read.tzinfo or UTC)
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{value.microsecond // 1000:03d}Z"
    return day(value, what)


def word(words: type[Word], value: Word | str, what: str) -> Word:
    """One of the desk's words. Raises InvalidValue, naming them."""
    try:
        return words(value)
    except ValueError:
        raise InvalidValue(f"there is no {what} {_shown(value)}. Use one of: {', '.join(words)}") from None


def texts(value: str | Iterable[str], what: str) -> tuple[str, ...]:
    """Several texts. A text alone is one of them, and not the letters it is made of. Raises InvalidValue."""
    given = (value,) if isinstance(value, str) else _each(value, what)
    return tuple(text(one, what) for one in given)


def tags(value: str | Iterable[str]) -> tuple[str, ...]:
    """Several tags: a list, each as it is written, or one text, read as a cell of a sheet is. Raises InvalidValue."""
    return tuple(split_list(value)) if isinstance(value, str) else texts(value, "a tag")


def links(value: Link | Iterable[Link]) -> tuple[tuple[str, Stance], ...]:
    """Web addresses, each with what it does to the claim; one alone is one of them. Raises InvalidValue."""
    is_pair = isinstance(value, tuple) and len(value) == 2 and value[1] in list(Stance)
    given = (value,) if isinstance(value, str) or is_pair else _each(value, "links")
    return tuple(_link(one) for one in given)


def _link(value: Any) -> tuple[str, Stance]:
    if isinstance(value, str):
        return value, Stance.CONTEXT
    try:
        url, stance = value
    except (TypeError, ValueError):
        raise InvalidValue(
            f"a link must be a web address, or (address, stance), not {_shown(value)}"
        ) from None
    return text(url, "the address of a link"), word(Stance, stance, "stance")


def _each(value: Any, what: str) -> Iterable[Any]:
    if not isinstance(value, Iterable):
        raise InvalidValue(f"{what} must be a text or a list of texts, not {_shown(value)}")
    return value


def _shown(value: Any) -> str:
    return repr(value)[:60]
