"""What may stand for an option or an argument: words, places, days, addresses, numbers; each checked at the door."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from claimtrack.core.errors import ClaimtrackError
from claimtrack.core.model import Stance
from claimtrack.core.texts.cleaning import clean_date, clean_url
from claimtrack.core.texts.legible import legible
from claimtrack.workflow.days import clean_past_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimtrack.store.stretches import HistoryRange

MAX_INTEGER = 2**63 - 1
"""The largest number that SQLite takes."""
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}


class Text(click.types.StringParamType):
    """Words to keep or to look up: bytes that are no UTF-8 are refused, for no desk can hold them."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words, spelled as they are filed."""
        words = str(super().convert(value, param, ctx))
        try:
            words.encode()
        except UnicodeEncodeError:
            # Python passes such a byte on as half a surrogate pair: shown is the byte.
            shown = words[:60].encode("utf-8", "backslashreplace").decode().replace("\\udc", "\\x")
            self.fail(f"'{shown}' is not UTF-8 text: type it as UTF-8 and try again", param, ctx)
        return legible(words)


class Location(click.types.StringParamType):
    """A file name, an address, or `-`. A file's name is whatever bytes it was given, in UTF-8 or not.

    An empty or blank one is refused: left by a variable of the shell that is not set, it would stand for the folder one is in.
    """

    def __init__(
        self, empty: str = "the name is empty: give a file, or - for standard input or output"
    ) -> None:
        self._empty = empty

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name or address."""
        place = str(super().convert(value, param, ctx))
        if not place.strip():
            self.fail(self._empty, param, ctx)
        return place


class NewPath(click.Path):
    """The name of a file or folder that is made: nothing of the kind goes to standard output, and an empty name is refused
    as `Location` does."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The name."""
        if not str(value).strip():
            self.fail("the name is empty: give a file or folder", param, ctx)
        if value == "-":
            self.fail(
                "this cannot go to standard output: give a file or folder (./- for one with that name)",
                param,
                ctx,
            )
        return super().convert(value, param, ctx)


def require_utf8_text(command: click.Command) -> click.Command:
    """The command, which from now on takes only words for what is text and has no type of its own."""
    for param in command.params:
        if type(param.type) is click.types.StringParamType:
            param.type = TEXT
    if isinstance(command, click.Group):
        for one in command.commands.values():
            require_utf8_text(one)
    return command


def is_free_text(param: click.Parameter) -> bool:
    """Whether what is given there is words or a file's name, which may begin with a dash."""
    return isinstance(param.type, (click.types.StringParamType, click.File, click.Path))


class CheckedText(click.ParamType[str]):
    """A parameter that a function checks: what it refuses is a usage error (exit 2)."""

    def __init__(self, name: str, check: Callable[[str], str]) -> None:
        self.name = name
        self._check = check

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The checked value."""
        try:
            return self._check(str(value))
        except ClaimtrackError as error:
            self.fail(str(error), param, ctx)


class Link(click.ParamType[tuple[str, Stance | None]]):
    """SOURCE or SOURCE=STANCE, as `core.texts.links` reads it."""

    name = "link"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Stance | None]:
        """The checked address or words, and the stance that stands behind it."""
        from claimtrack.core.texts.links import read_link

        TEXT.convert(value, param, ctx)  # refuses bytes that are no UTF-8, which words would be kept without
        try:
            return read_link(value)
        except ClaimtrackError as error:
            self.fail(str(error), param, ctx)


class Day(CheckedText):
    """A day, or a word for one by your clock; one that is `past` knows no tomorrow."""

    def __init__(self, *, past: bool = False) -> None:
        super().__init__("date", clean_past_date if past else clean_date)
        self._days = {word: away for word, away in _DAYS.items() if not (past and away > 0)}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day as an ISO date."""
        away = self._days.get(str(value).strip().casefold())
        if away is not None:
            value = (date.today() + timedelta(days=away)).isoformat()
        return super().convert(value, param, ctx)


class StartOfDay(Day):
    """A day, as the moment that it begins where the command runs: the desk keeps its times in UTC."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The moment as the desk writes it."""
        day = super().convert(value, param, ctx)
        try:
            return f"{datetime.fromisoformat(day).astimezone(UTC):%Y-%m-%dT%H:%M:%S.000Z}"
        except (OSError, OverflowError, ValueError):  # at either end of the calendar, on Windows before 1970
            return day


class WholeNumber(click.IntRange):
    """A whole number within bounds; whatever is none is told in the same plain words, which name the bounds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        try:
            number = int(super().convert(value, param, ctx))
        except click.BadParameter:
            if param and param.nargs == -1 and re.fullmatch(r"(?:\d+[,;]\s*)+\d*", str(value)):
                self.fail(f"{str(value)[:40]!r}: put blanks between numbers, as in 12 15", param, ctx)
            bounds = f"from {self.min} to {self.max}" if self.max is not None else f"of {self.min} or more"
            self.fail(f"{str(value)[:40]!r} is not a whole number {bounds}", param, ctx)
        if number > MAX_INTEGER:
            raise click.ClickException("the number is too large: ids and limits have at most 18 digits")
        return number


PIPED = 0
"""What `-` is among the numbers of claims: no claim has it."""


class IdOrPiped(WholeNumber):
    """The number of a claim, or `-` for the numbers that are piped in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; PIPED for `-`."""
        return PIPED if value in ("-", PIPED) else super().convert(value, param, ctx)


class ChangeRange(click.ParamType["tuple[HistoryRange, str]"]):
    """The first and the last change of many, as of an import, and the mark of all of them, as in 179-204-3f9a2c."""

    name = "changes"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[HistoryRange, str]:
        """The changes from the first to the last, and their mark."""
        from claimtrack.workflow.undoing import parse_changes_name

        try:
            return parse_changes_name(str(value))
        except ClaimtrackError as error:
            self.fail(str(error), param, ctx)


class OneOf(click.Choice[str]):
    """One of these words, in large or small letters, and with a blank or a hyphen for an underscore ("In review")."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__([str(word) for word in words])
        self._known = {_normalise(word): word for word in self.choices}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word as the desk spells it."""
        return super().convert(self._known.get(_normalise(str(value)), value), param, ctx)


def _normalise(word: str) -> str:
    return re.sub(r"[\s_-]+", "_", word.strip()).casefold()


class Number(click.FloatRange):
    """A number within bounds; "nan" is none, though no comparison says so."""

    def __init__(self, low: float, high: float | None = None, *, such_as: str) -> None:
        super().__init__(low, high)
        self._told = f"from {low:g} {f'to {high:g}' if high is not None else 'on'}, such as {such_as}"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number."""
        try:
            number = float(super().convert(value, param, ctx))
        except click.BadParameter:
            number = float("nan")
        if number != number:
            self.fail(f"{str(value)[:40]!r} is not a number {self._told}", param, ctx)
        return number


TEXT = Text()
LOCATION = Location()
COUNT = WholeNumber(min=1)
ID_OR_PIPED = IdOrPiped(min=1)
SCORE = Number(0, 1, such_as="0.5")
RATING_VALUE = Number(1, such_as="3")
DATE = Day(past=True)
DAY = Day()
"""A day that may lie ahead: "until the end of the month"."""
SINCE = StartOfDay()
URL = CheckedText("url", clean_url)
LINK = Link()
