"""What commands share: the session, the desk they open, the options that recur."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimtrack.core.errors import ClaimtrackError, NotFound
from claimtrack.core.legible import legible
from claimtrack.core.model import Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from sqlite_utils import Database

MAX_WHOLE = 2**63 - 1
"""The largest number that SQLite takes."""
FORMATS = ("table", "json", "ndjson", "csv")


def default_actor() -> str:
    """The name of the user at the keyboard; "unknown" where the system has none for the process."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


def at_terminal() -> bool:
    """Whether somebody sits at standard input; it may also be closed (`<&-`)."""
    return sys.stdin is not None and sys.stdin.isatty()


def standard_input() -> BinaryIO:
    """The bytes of standard input. Raises UsageError where it is closed (`<&-`)."""
    if sys.stdin is None:
        raise click.UsageError("standard input is closed: name a file, or give the words, instead of `-`")
    return sys.stdin.buffer


def file_name(file: BinaryIO) -> str:
    """What a file that was opened for a command is called; `-` is standard input."""
    name = getattr(file, "name", "<stdin>")
    return "standard input" if name == "<stdin>" else str(name)


def words(text: str) -> str:
    """The text itself, or what standard input holds, in whatever encoding, where it is `-`.

    What cannot be read or stored is told, as `ingest` tells it: no two words become one without a sign.
    """
    if text != "-":
        return text
    from claimtrack.cli.output import say
    from claimtrack.fetch.encoding import decode, storable
    from claimtrack.fetch.loaded import Hints

    piped, warnings = decode(standard_input().read(), Hints("standard input"))
    piped, unstorable = storable(piped)
    for warning in warnings + unstorable:
        say(f"standard input: {warning}")
    return piped


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command: which desk, and who is at it."""

    path: str
    actor: str

    @contextmanager
    def open(self) -> Iterator[Database]:
        """The desk, which must be there and up to date.

        That it can only be read is said at the end, unless an error is: that of a refused write says it itself.
        """
        from claimtrack.store.file.connecting import standing_still
        from claimtrack.store.file.database import open_desk

        path, is_refused = Path(self.path), False
        with standing_still(path), closing(open_desk(path)) as db:
            try:
                yield db
            except (ClaimtrackError, sqlite3.Error):
                is_refused = True
                raise
            finally:
                if not is_refused:
                    _tell_if_only_read(path)

    def is_only_read(self) -> bool:
        """Whether the desk is there and cannot be written by us."""
        from claimtrack.store.file.connecting import is_only_read

        return is_only_read(Path(self.path))

    def file(self) -> Path:
        """The desk's file, to be read; says so where it can only be."""
        path = Path(self.path)
        _tell_if_only_read(path)
        return path

    @contextmanager
    def open_or_create(self) -> Iterator[Database]:
        """The desk, created first where there is none yet."""
        from claimtrack.cli.output import say
        from claimtrack.workflow.setup import init_desk

        with ExitStack() as opened:
            try:
                db = opened.enter_context(self.open())
            except NotFound:
                # Whoever makes it at the same time may be first: then there is nothing left to tell.
                if init_desk(self.path, actor=self.actor):
                    say(f"Created the desk {self.path}: there was none")
                db = opened.enter_context(self.open())
            tell_of_waiting(db, remedy="they are taken in now, which takes a while the first time")
            yield db


def _tell_if_only_read(path: Path) -> None:
    from claimtrack.cli.output import say
    from claimtrack.store.file.connecting import is_only_read

    if is_only_read(path):
        say(f"{path} can only be read: the file, its folder or the disk is read-only.")


def tell_of_waiting(db: Database, **remedy: str) -> None:
    """Say where more claims wait for the match index than a look-up reads."""
    from claimtrack.cli.output import say
    from claimtrack.store.index.derived import told_waiting

    if told := told_waiting(db, **remedy):
        say(f"{told}.")


pass_session = click.make_pass_decorator(Session)


def format_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--format table|json|ndjson|csv`, on every command that reads."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="How to print it; json, ndjson and csv are for programs.",
    )(command)


class Words(click.types.StringParamType):
    """Words to keep or to look up: bytes that are no UTF-8 are refused, for no desk can hold them."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words, spelled as they are filed."""
        words = str(super().convert(value, param, ctx))
        try:
            words.encode()
        except UnicodeEncodeError:
            # Python passes such a byte on as half a surrogate pair: shown is the byte.
            shown = words[:60].encode("utf-8", "backslashreplace").decode().replace("\\udc", "\\x")
            self.fail(f"'{shown}' is not text in UTF-8: type it as UTF-8, then try again", param, ctx)
        return legible(words)


class Place(click.types.StringParamType):
    """A file name, an address, or `-`. A file's name is whatever bytes it was given, in UTF-8 or not.

    An empty one is refused: left by a variable of the shell that is not set, it would stand for the folder one is in.
    """

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name or address."""
        place = str(super().convert(value, param, ctx))
        if not place:
            self.fail("the name is empty: name a file, or - for standard input and output", param, ctx)
        return place


def only_words(command: click.Command) -> click.Command:
    """The command, which from now on takes only words for what is text and has no type of its own."""
    for param in command.params:
        if type(param.type) is click.types.StringParamType:
            param.type = WORDS
    if isinstance(command, click.Group):
        for one in command.commands.values():
            only_words(one)
    return command


def takes_words(param: click.Parameter) -> bool:
    """Whether what is given there is words or a file's name, which may begin with a dash."""
    return isinstance(param.type, (click.types.StringParamType, click.File, click.Path))


class CheckedText(click.ParamType[str]):
    """A parameter that a function checks, of core.text unless told: what it refuses is a usage error (exit 2)."""

    def __init__(self, name: str, check: str, module: str = "claimtrack.core.text") -> None:
        self.name = name
        self._check = check
        self._module = module

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The checked value."""
        try:
            return str(getattr(import_module(self._module), self._check)(value))
        except ClaimtrackError as error:
            self.fail(str(error), param, ctx)


class Link(click.ParamType[tuple[str, Stance | None]]):
    """URL or URL=STANCE, as `core.links` reads it."""

    name = "link"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Stance | None]:
        """The checked address and the stance that stands behind it."""
        from claimtrack.core.links import read_link

        try:
            return read_link(value)
        except ClaimtrackError as error:
            self.fail(str(error), param, ctx)


class Midnight(CheckedText):
    """A day, as the moment that it begins where the command runs: the desk keeps its times in UTC."""

    def __init__(self) -> None:
        super().__init__("date", "clean_date")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The moment as the desk writes it."""
        day = super().convert(value, param, ctx)
        try:
            return f"{datetime.fromisoformat(day).astimezone(UTC):%Y-%m-%dT%H:%M:%S.000Z}"
        except (OverflowError, ValueError):  # at either end of the calendar
            return day


class Whole(click.IntRange):
    """A whole number within bounds; whatever is none is told in the same plain words, which name the bounds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        try:
            number = int(super().convert(value, param, ctx))
        except click.BadParameter:
            bounds = f"from {self.min} to {self.max}" if self.max is not None else f"of {self.min} or more"
            self.fail(f"{str(value)[:40]!r} is not a whole number {bounds}", param, ctx)
        if number > MAX_WHOLE:
            raise click.ClickException(
                "a number is too large: the ids and limits of a desk have at most 18 digits"
            )
        return number


class Score(click.FloatRange):
    """A number from 0 to 1; "nan" is none, though no comparison says so."""

    def __init__(self) -> None:
        super().__init__(0, 1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number."""
        try:
            number = float(super().convert(value, param, ctx))
        except click.BadParameter:
            number = float("nan")
        if number != number:
            self.fail(f"{str(value)[:40]!r} is not a number from 0 to 1, such as 0.5", param, ctx)
        return number


WORDS = Words()
PLACE = Place()
COUNT = Whole(min=1)
SCORE = Score()
DATE = CheckedText("date", "clean_past_date", "claimtrack.workflow.days")
SINCE = Midnight()
URL = CheckedText("url", "clean_url")
LINK = Link()
