"""Types of options and arguments: text, files, dates, web addresses, numbers; each is validated while arguments are parsed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimtrack.core.errors import ClaimtrackError, InvalidValue
from claimtrack.core.model import Stance
from claimtrack.core.texts.cleaning import clean_date, clean_url
from claimtrack.core.texts.languages import clean_language
from claimtrack.core.texts.legible import legible
from claimtrack.workflow.days import clean_beginning, clean_past_date, clean_time, name_day

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from claimtrack.store.history_ranges import HistoryRange

T = TypeVar("T")

MAX_INTEGER = 2**63 - 2
"""The largest integer that SQLite stores, less one: lists ask for one row more than they show."""


class Text(click.types.StringParamType):
    """Text to store or look up; invalid UTF-8 is refused, since no desk can store it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text in normalised spelling."""
        words = str(super().convert(value, param, ctx))
        try:
            words.encode()
        except UnicodeEncodeError:
            # Python decodes an invalid byte as a lone surrogate: show the byte.
            shown = words[:60].encode("utf-8", "backslashreplace").decode().replace("\\udc", "\\x")
            self.fail(f"'{shown}' is not UTF-8 text: type it as UTF-8 and try again", param, ctx)
        return legible(words)


class Location(click.types.StringParamType):
    """A file name, a web address, or `-`. A file name may contain any bytes, valid UTF-8 or not.

    An empty or blank name is refused: an unset shell variable would otherwise mean the current folder.
    """

    def __init__(
        self, empty: str = "the name is empty: give a file, or - for standard input or output"
    ) -> None:
        self._empty = empty

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name or address."""
        place = str(super().convert(value, param, ctx))
        if not place.strip():
            self.fail(self._empty, param, ctx)
        return place

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Have the shell complete the name of a file, as click does for its own types of files."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


class NewPath(click.Path):
    """The path of a file or folder to create; standard output and, as for `Location`, an empty name are refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
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
    """Give each untyped text parameter of the command the type TEXT."""
    for param in command.params:
        if type(param.type) is click.types.StringParamType:
            param.type = TEXT
    if isinstance(command, click.Group):
        for one in command.commands.values():
            require_utf8_text(one)
    return command


def is_free_text(param: click.Parameter) -> bool:
    """Whether the parameter takes text or a file name, which may begin with a dash."""
    return isinstance(param.type, (click.types.StringParamType, click.File, click.Path))


class Checked(click.ParamType[T]):
    """A value that a function reads from the text; what it refuses is a usage error (exit code 2)."""

    def __init__(self, name: str, read: Callable[[str], T]) -> None:
        self.name = name
        self._read = read

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> T:
        """Return what the function makes of the text."""
        try:
            return self._read(str(value))
        except ClaimtrackError as error:
            self.fail(str(error), param, ctx)


def _read_link(text: str) -> tuple[str, Stance | None]:
    from claimtrack.core.texts.links import read_link

    TEXT.convert(text, None, None)  # refuses invalid UTF-8, which would otherwise be dropped from the words
    return read_link(text)


def _read_changes(text: str) -> tuple[HistoryRange, str]:
    from claimtrack.workflow.undoing import parse_changes_name

    return parse_changes_name(text)


def _read_past_date(text: str) -> str:
    word = text.strip()
    return clean_past_date(text if word.casefold() == "tomorrow" else name_day(word))


def _read_time(text: str) -> str:
    day, *rest = text.split(maxsplit=1) or [""]
    return clean_time(" ".join([name_day(day), *rest]))


class Clearable(click.ParamType[str]):
    """A value of another type, or "", which clears the field."""

    def __init__(self, inner: click.ParamType[str]) -> None:
        self.name = inner.name
        self._inner = inner

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the value; "" if it is blank."""
        return self._inner.convert(value, param, ctx) if value.strip() else ""


class WholeNumber(click.IntRange):
    """An integer within bounds; the error for anything else names the bounds."""

    name = "number"  # in the help, where click has "INTEGER RANGE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        try:
            number = int(super().convert(value, param, ctx))
        except click.BadParameter:
            if param and param.nargs == -1 and re.fullmatch(r"(?:\d+[,;]\s*)+\d*", str(value)):
                self.fail(f"{str(value)[:40]!r}: put spaces between numbers, as in 12 15", param, ctx)
            bounds = f"from {self.min} to {self.max}" if self.max is not None else f"of {self.min} or more"
            self.fail(f"{str(value)[:40]!r} is not a whole number {bounds}", param, ctx)
        if number > MAX_INTEGER:
            raise InvalidValue("the number is too large: ids and limits have at most 18 digits")
        return number


PIPED = 0
"""Stands for `-` among claim ids, which start at 1."""


class IdOrPiped(WholeNumber):
    """A claim id, or `-` for ids from standard input."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; PIPED for `-`."""
        return PIPED if value in ("-", PIPED) else super().convert(value, param, ctx)


class OneOf(click.Choice[str]):
    """A choice that ignores case and treats blanks and hyphens as underscores: "In review" is in_review."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__([str(word) for word in words])
        self._known = {_normalise(word): word for word in self.choices}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the choice as the desk spells it."""
        return super().convert(self._known.get(_normalise(str(value)), value), param, ctx)


def _normalise(word: str) -> str:
    return re.sub(r"[\s_-]+", "_", word.strip()).casefold()


class Number(click.FloatRange):
    """A number within bounds; "nan" is refused explicitly, since every comparison with it is false."""

    name = "number"

    def __init__(self, low: float, high: float | None = None, *, such_as: str) -> None:
        super().__init__(low, high)
        self._told = (
            f"{f'from {low:g} to {high:g}' if high is not None else f'of {low:g} or more'}, such as {such_as}"
        )

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number."""
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
DATE = Checked("date", _read_past_date)
"""A date, "yesterday" or "today"."""
DAY = Checked("date", lambda text: clean_date(name_day(text.strip())))
"""A date that may be in the future, such as a due date."""
TIME = Checked("time", _read_time)
"""A date and a time as the moment in UTC; "today" or "tomorrow" stands for the date by the local clock."""
SINCE = Checked("date", clean_beginning)
URL = Checked("url", clean_url)
LANGUAGE = Checked("language", clean_language)
LINK = Checked("link", _read_link)
"""SOURCE or SOURCE=STANCE: the source, a web address or words, and the stance after it."""
CHANGES = Checked("changes", _read_changes)
"""A range of changes and its checksum, as `import list` prints it: 179-204-3f9a2c."""
