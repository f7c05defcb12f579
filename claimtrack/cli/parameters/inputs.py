"""Read files, standard input and answers of the user, and report what cannot be read."""

from __future__ import annotations

import os
import re
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.output.messages import ending_on_interrupt, say
from claimtrack.core.errors import InvalidValue

if TYPE_CHECKING:
    from typing import BinaryIO

    from claimtrack.importing.table import Table


def is_interactive() -> bool:
    """Whether standard input is a terminal; it may also be closed (`<&-`)."""
    return sys.stdin is not None and sys.stdin.isatty()


def standard_input() -> BinaryIO:
    """Standard input as a binary stream. Raises click.UsageError if it is closed (`<&-`)."""
    if sys.stdin is None:
        raise click.UsageError("standard input is closed: give a file or text instead of `-`")
    return sys.stdin.buffer


def file_name(file: BinaryIO) -> str:
    """The name of an opened file for messages; "standard input" for `-`."""
    name = getattr(file, "name", "<stdin>")
    return "standard input" if name == "<stdin>" else str(name)


def refuse_file_name(text: str, instead: str) -> None:
    """Raise click.UsageError if a text is the name of a file: it would be filed or looked up as words, and nothing in the file is."""
    if os.path.isfile(text):  # noqa: PTH113  (Path raises OSError for a text longer than any name)
        raise click.UsageError(
            f"{text} is a file, and TEXT stands for the words themselves: {instead}. If these are the words, pipe them in and give `-`"
        )


def read_sheet(file: BinaryIO) -> Table:
    """Read a spreadsheet of decisions or judgements, and print its warnings."""
    from claimtrack.importing.table import read_table

    name = file_name(file)
    table = read_table(file, name, from_csv=True)
    for warning in table.warnings:
        say(f"{name}: {warning}")
    return table


def read_piped_ids() -> list[tuple[int, str]]:
    """Read claim ids from standard input, each with its claim's words or "": plain numbers, or a table's column `claim_id` or, if it has none, `id`.

    `import csv --format csv` prints the first, `list --format csv` the second; where rows have both, `id` is that of a review and the like.

    Raises InvalidValue if there are none.
    """
    from claimtrack.importing.table import read_table

    piped, name = standard_input().read().removeprefix(BOM_UTF8), "standard input"
    numbers = re.split(rb"[\s,;]+", piped.strip())
    words: list[str] = []
    if not all(map(bytes.isdigit, numbers)) and piped.strip():
        table = read_table(BytesIO(piped), name, from_csv=True)
        headers = [header.strip().casefold() for header in table.headers]
        column = next((headers.index(one) for one in ("claim_id", "id") if one in headers), None)
        if column is None:
            raise InvalidValue(
                f"{name} has no column id or claim_id: pipe in the numbers of claims, or what `claimtrack list --format csv` prints"
            )
        rows = [row for _, row in table.rows]
        numbers = [row[column].strip().encode() for row in rows]
        words = [row[headers.index("text")] for row in rows] if "text" in headers else []
    if not any(numbers):
        raise InvalidValue(f"{name} names no claim: nothing was changed")
    wrong = next((one for one in numbers if not re.fullmatch(rb"[0-9]{1,18}", one)), None)
    if wrong is not None:
        shown = wrong.decode(errors="replace")[:40]
        raise InvalidValue(f"{name}: {shown!r} is not the number of a claim")
    return list(zip(map(int, numbers), words or [""] * len(numbers), strict=True))


def read_text(text: str) -> str:
    """Return the text itself, or standard input, in whatever encoding, if it is `-`.

    Warns, as `ingest` does, of characters that cannot be read or stored: no two different texts may become the same
    unnoticed.
    """
    if text != "-":
        return text
    from claimtrack.fetch import Hints, decode
    from claimtrack.fetch.decoding.repairs import replace_unstorable

    piped, warnings = decode(standard_input().read(), Hints("standard input"))
    piped, unstorable = replace_unstorable(piped)
    for warning in warnings + unstorable:
        say(f"standard input: {warning}")
    return piped


class InputFile(click.File):
    """A binary input file; `-` is standard input, which may be closed (`<&-`)."""

    def __init__(self) -> None:
        super().__init__("rb")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Open the file."""
        if value == "-":
            standard_input()
        return super().convert(value, param, ctx)


@contextmanager
def requiring_utf8() -> Iterator[None]:
    """Within the context, raise InvalidValue if standard input is not UTF-8."""
    try:
        yield
    except UnicodeError as error:
        raise InvalidValue("the input is not UTF-8 text: save it as UTF-8 and try again") from error


def confirm(question: str, otherwise: str, *, abort: bool = False) -> bool:
    """Ask a yes/no question; `otherwise` is the message after Ctrl-C or, with `abort`, after no."""
    with ending_on_interrupt(f"Stopped. {otherwise}"), requiring_utf8():
        return click.confirm(question, err=True, abort=abort)


def read_line() -> str:
    """Read the next line of standard input, line break included; "" at the end or if it is closed. Raises InvalidValue if it is not UTF-8."""
    if sys.stdin is None:
        return ""
    with requiring_utf8():
        line = sys.stdin.readline()
        line.encode()  # without a declared encoding, Python lets undecodable bytes through as surrogates
        return line
