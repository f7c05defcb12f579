"""Validates the arguments of API calls: each value is converted to the desk's form, or InvalidValue says what is expected."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from os import PathLike, fspath
from typing import Any, TypeVar

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Stance
from claimtrack.core.sheets.cells import split_list
from claimtrack.core.texts.cleaning import clean_date, clean_name
from claimtrack.workflow.days import clean_past_date, stamp, start_of_day

Word = TypeVar("Word", bound=StrEnum)

_TOO_LARGE = 2**63
_DAY = len("2024-04-22")

Day = str | date
"""A day: YYYY-MM-DD, or a Python date. Of a datetime only the date counts."""

Link = str | tuple[str, Stance | str]
"""A web address, alone or with its stance."""


def number(value: int, what: str = "the number of a claim") -> int:
    """An integer, of Python or numpy, that fits into SQLite; 12.0, as pandas has it beside empty cells, counts as 12. Raises InvalidValue for anything else."""
    loose: Any = value
    try:
        whole = operator.index(int(loose) if isinstance(loose, float) and loose.is_integer() else loose)
    except TypeError:
        raise InvalidValue(f"{what} must be a whole number, not {_shown(value)}") from None
    if not -_TOO_LARGE <= whole < _TOO_LARGE:
        raise InvalidValue(f"{what} is too large: {_shown(value)}")
    return whole


def some_number(value: int | None, what: str) -> int | None:
    """An integer, or None. Raises InvalidValue."""
    return None if value is None else number(value, what)


def count(value: int, what: str) -> int:
    """A count of 1 or more. Raises InvalidValue."""
    if (many := number(value, what)) < 1:
        raise InvalidValue(f"{what} must be 1 or more, not {many}")
    return many


def share(value: float, what: str) -> float:
    """A number from 0 to 1. Raises InvalidValue."""
    try:
        number_of = float(value)
    except (TypeError, ValueError):
        number_of = -1.0
    if not 0 <= number_of <= 1:
        raise InvalidValue(f"{what} must be a number from 0 to 1, not {_shown(value)}")
    return number_of


def some_flag(value: bool | None, what: str) -> bool | None:
    """True or False, of Python or numpy, or None. Raises InvalidValue."""
    if value is None:
        return None
    if _is_empty_cell(value) or value not in (True, False):
        raise InvalidValue(f"{what} must be True, False or None, not {_shown(value)}")
    return bool(value)


def path(value: str | PathLike[str] | None, what: str) -> str:
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
    if value is None or isinstance(value, str):
        return value
    raise InvalidValue(f"{what} must be text, {_not(value)}")


def actor(value: str | None) -> str | None:
    """The actor's name, cleaned as on the desk's pages; None for nobody. Raises InvalidValue for an empty or far too long one."""
    name = None if value is None else clean_name(text(value, "actor"))
    if name == "":
        raise InvalidValue("actor must be a name, or None for nobody")
    return name


def day(value: Day | None, what: str) -> str | None:
    """A day as text, or None; the desk validates the text later. Raises InvalidValue for anything but a date or text."""
    if value is None or isinstance(value, str):
        return value
    if not isinstance(value, date) or _is_empty_cell(value):
        raise InvalidValue(f"{what} must be text, as in 2024-04-22, or a datetime.date, {_not(value)}")
    return (value.date() if isinstance(value, datetime) else value).isoformat()


def past_day(value: Day | None, what: str) -> str | None:
    """A day up to today as an ISO date, or None. Raises InvalidValue for anything else."""
    written = day(value, what)
    return clean_past_date(written) if written else None


def calendar_day(value: Day | None, what: str) -> str | None:
    """A day as an ISO date, or None. Raises InvalidValue for anything else, also for a text that is no day."""
    written = day(value, what)
    try:
        return None if written is None else clean_date(written)
    except InvalidValue as error:
        raise InvalidValue(f"{what} is {error}") from None


def time(value: str | datetime | None, what: str) -> str | None:
    """A date and a time as text, or None; the desk validates the text later. Raises InvalidValue for anything else."""
    if not isinstance(value, datetime):
        return some_text(value, what)
    if _is_empty_cell(value):
        raise InvalidValue(f"{what} must be text, {_not(value)}")
    return value.isoformat()


def moment(value: Day | None, what: str) -> str | None:
    """A moment in UTC in the desk's format: of a day the one at which it begins. Without a time zone it is by the local clock. Raises InvalidValue."""
    if isinstance(value, str):
        try:
            read = datetime.fromisoformat(value)
        except ValueError:
            raise InvalidValue(
                f"{what} is not a time: {_shown(value)}. Write it like 2024-04-22 or 2024-04-22T09:30"
            ) from None
        value = read.date() if len(value) <= _DAY else read
    if isinstance(value, datetime) and not _is_empty_cell(value):
        value = datetime.combine(value.date(), value.timetz())  # pandas' kind cannot do the following
        try:
            return stamp(value.astimezone(UTC))
        except (ValueError, OverflowError, OSError):  # at either end of the calendar
            return value.date().isoformat()
    written = day(value, what)
    return written and start_of_day(written)


def word(words: type[Word], value: Word | str, what: str) -> Word:
    """A member of the enum `words`. Raises InvalidValue, which lists them."""
    try:
        return words(value)
    except ValueError:
        raise InvalidValue(f"there is no {what} {_shown(value)}. Use one of: {', '.join(words)}") from None


def some_words(
    words: type[Word], value: Word | str | Iterable[Word | str] | None, what: str
) -> tuple[Word, ...]:
    """Members of the enum `words`, one or several; none for None. Raises InvalidValue, for an empty list, too."""
    if value is None:
        return ()
    several = [value] if isinstance(value, str) or not isinstance(value, Iterable) else value
    found = tuple(word(words, one, what) for one in several)
    if not found:
        raise InvalidValue(f"{what} is an empty list: leave it out if any will do")
    return found


def texts(value: str | Iterable[str], what: str) -> tuple[str, ...]:
    """Several texts. A single string is one text, not a sequence of letters. Raises InvalidValue."""
    given = (value,) if isinstance(value, str) else _each(value, what)
    return tuple(text(one, what) for one in given)


def tags(value: str | Iterable[str]) -> tuple[str, ...]:
    """Several tags: a list of tags as they are, or one text, parsed like a cell of a sheet. Raises InvalidValue."""
    return tuple(split_list(value)) if isinstance(value, str) else texts(value, "a tag")


def links(value: Link | Iterable[Link] | Mapping[str, Stance | str]) -> tuple[tuple[str, Stance], ...]:
    """Web addresses, each with its stance; a single one is accepted, too, and a dict of stances by address. Raises InvalidValue."""
    if isinstance(value, Mapping):
        value = value.items()
    is_pair = isinstance(value, tuple) and len(value) == 2 and str(value[1]) in list(Stance)
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


def _not(value: Any) -> str:
    """What was given where None is possible, too, and for an empty cell of pandas how to get that."""
    remedy = (
        "which pandas has for an empty cell: give None, as df.astype(object).where(df.notna(), None) has it"
    )
    return f"not {_shown(value)}, {remedy}" if _is_empty_cell(value) else f"not {_shown(value)}"


def _is_empty_cell(value: Any) -> bool:
    """Whether it is numpy's NaN or pandas' NaT or NA."""
    return not isinstance(value, str) and str(value) in ("nan", "NaT", "<NA>")


def _shown(value: Any) -> str:
    return repr(value)[:60]
