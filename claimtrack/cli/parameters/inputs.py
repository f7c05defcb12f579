"""What commands read from files and from standard input, and what is told where that cannot be read."""

from __future__ import annotations

import re
import sys
from codecs import BOM_UTF8
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.output.messages import ending_on_interrupt, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from claimtrack.importing.table import Table


def is_interactive() -> bool:
    """Whether somebody sits at standard input; it may also be closed (`<&-`)."""
    return sys.stdin is not None and sys.stdin.isatty()


def standard_input() -> BinaryIO:
    """The bytes of standard input. Raises UsageError where it is closed (`<&-`)."""
    if sys.stdin is None:
        raise click.UsageError("standard input is closed: give a file or text instead of `-`")
    return sys.stdin.buffer


def file_name(file: BinaryIO) -> str:
    """What a file that was opened for a command is called; `-` is standard input."""
    name = getattr(file, "name", "<stdin>")
    return "standard input" if name == "<stdin>" else str(name)


def read_sheet(file: BinaryIO) -> Table:
    """The table that a file of rulings holds; what is to be known of it is told."""
    from claimtrack.importing.table import read_table

    name = file_name(file)
    table = read_table(file, name, from_csv=True)
    for warning in table.warnings:
        say(f"{name}: {warning}")
    return table


def read_piped_ids() -> list[int]:
    """The numbers of claims on standard input: alone, or the column `id` of a table as `list --format csv` prints it.

    Raises ClickException where there is none.
    """
    from claimtrack.importing.table import read_table

    piped, name = standard_input().read().removeprefix(BOM_UTF8), "standard input"
    numbers = re.split(rb"[\s,;]+", piped.strip())
    if not all(map(bytes.isdigit, numbers)) and piped.strip():
        table = read_table(BytesIO(piped), name, from_csv=True)
        headers = [header.strip().casefold() for header in table.headers]
        if "id" not in headers:
            raise click.ClickException(
                f"{name} has no column id: pipe in the numbers of claims, or what `claimtrack list --format csv` prints"
            )
        column = headers.index("id")
        numbers = [row[column].strip().encode() for _, row in table.rows]
    if not any(numbers):
        raise click.ClickException(f"{name} names no claim: nothing was changed")
    wrong = next((one for one in numbers if not re.fullmatch(rb"[0-9]{1,18}", one)), None)
    if wrong is not None:
        told = wrong.decode(errors="replace")[:40]
        raise click.ClickException(f"{name}: {told!r} is not the number of a claim")
    return [int(one) for one in numbers]


def read_text(text: str) -> str:
    """The text itself, or what standard input holds, in whatever encoding, where it is `-`.

    What cannot be read or stored is told, as `ingest` tells it: no two words become one without a sign.
    """
    if text != "-":
        return text
    from claimtrack.fetch.encoding import decode, replace_unstorable
    from claimtrack.fetch.loaded import Hints

    piped, warnings = decode(standard_input().read(), Hints("standard input"))
    piped, unstorable = replace_unstorable(piped)
    for warning in warnings + unstorable:
        say(f"standard input: {warning}")
    return piped


class InputFile(click.File):
    """A file of bytes to read; `-` is standard input, which may be closed (`<&-`)."""

    def __init__(self) -> None:
        super().__init__("rb")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The open file."""
        if value == "-":
            standard_input()
        return super().convert(value, param, ctx)


@contextmanager
def requiring_utf8() -> Iterator[None]:
    """Within it text is taken from standard input. Raises ClickException for bytes that are no UTF-8."""
    try:
        yield
    except UnicodeError as error:
        raise click.ClickException("the input is not UTF-8 text: save it as UTF-8 and try again") from error


def confirm(question: str, otherwise: str, *, abort: bool = False) -> bool:
    """Whether the person at the terminal says yes; `otherwise` is told where they stop the command, or, with `abort`, say no."""
    with ending_on_interrupt(f"Stopped. {otherwise}"), requiring_utf8():
        return click.confirm(question, err=True, abort=abort)


def read_line() -> str:
    """The next line of standard input, as it stands; "" at its end, and where it is closed. Raises ClickException for bytes that are no UTF-8."""
    if sys.stdin is None:
        return ""
    with requiring_utf8():
        line = sys.stdin.readline()
        line.encode()  # where the terminal tells no encoding, Python passes such bytes on
        return line
