"""Print rows on standard output: as a table for people, as JSON, NDJSON or CSV for programs."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import SimpleNamespace
from typing import Any

import click

from claimtrack.cli.imports import LazyModule, substitute_modules
from claimtrack.cli.output.messages import say
from claimtrack.core.errors import ClaimtrackError
from claimtrack.core.sheets.cells import escape_formula, join_list
from claimtrack.core.sheets.sheets import LIST_COLUMNS
from claimtrack.core.texts.directions import CONTROLS
from claimtrack.core.texts.printable import brief, humanise_name, printable

Row = dict[str, Any]

# Characters that a terminal interprets; `json` escapes the remaining control characters itself.
_CONTROL_CHARACTERS = re.compile(f"[\x7f-\x9f\u200e\u200f{CONTROLS}]")

# Characters outside Latin script and common punctuation: they may be zero or two columns wide.
_MAY_NOT_BE_ONE_COLUMN = re.compile("[^ -~\xa0-\xac\xae-\u02ff\u2010-\u2027]")

# Characters of a cell: one of a thousand would pad its column to that width in every row.
_MAX_CELL = 160
MAX_CELL_WITH_REMEDY = 1000
"""The limit for tables whose last column says what to do, which must not be cut."""
# In a terminal: the width above which a column counts as long, and the most lines of a wrapped cell.
_LONG_COLUMN = 28
_MAX_CELL_LINES = 12
_MAX_TABLE_ROWS = 10_000
"""Rows of one table; longer output is printed as several tables with their own headings."""


def write_rows(
    rows: Iterable[Row],
    output_format: str,
    *,
    columns: Mapping[str, str] | None = None,
    keys: Sequence[str] = (),
    widest: int = _MAX_CELL,
    nothing: str = "",
) -> None:
    """Print rows in the given format; if there are none, print `nothing` on standard error.

    `columns` maps the keys shown in a table to their headings. Programs get every key, in UTF-8 whatever the terminal's
    encoding: a table may lose a character, data must not. `keys` are the CSV header if there are no rows. `widest` is
    the longest cell, in characters, of a table that is not printed to a terminal.
    """
    if output_format != "table":
        _write_utf8()
    if output_format == "json":
        _write_json_array(rows)
    elif output_format == "ndjson":
        for row in rows:
            click.echo(_json(row))
    elif output_format == "csv":
        _write_csv(rows, keys)
    else:
        for table in split_into_tables(rows):
            write_table(table, columns, widest=widest)
    if nothing and not rows:
        say(nothing)


def split_into_tables(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Split the rows into tables: laying out the claims of ten years in one would take gigabytes."""
    rest = iter(rows)
    while table := list(islice(rest, _MAX_TABLE_ROWS)):
        yield table


def _write_utf8() -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def write_one(row: Row, output_format: str) -> None:
    """Print a single row for programs; as JSON, an indented object rather than a list of one."""
    if output_format != "json":
        write_rows([row], output_format)
    else:
        _write_utf8()
        click.echo(_json(row, indent=2))


def _write_json_array(rows: Iterable[Row]) -> None:
    """Print one row per line as they arrive: a hundred thousand rows take no more memory than one.

    An error part-way still closes the array, so that the output can be parsed; the exit code reports the failure.
    """
    separator = "["
    try:
        for row in rows:
            click.echo(separator + _json(row))
            separator = ","
    except ClaimtrackError:
        click.echo("[]" if separator == "[" else "]")
        raise
    click.echo("[]" if separator == "[" else "]")


def _write_csv(rows: Iterable[Row], keys: Sequence[str]) -> None:
    import csv

    writer, is_seen = None, sys.stdout.isatty()
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, fieldnames=list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow({key: _cell(key, value, is_seen=is_seen) for key, value in row.items()})
    if writer is None and keys:
        csv.writer(sys.stdout, lineterminator="\n").writerow(keys)
    sys.stdout.flush()  # so that a closed pipe is noticed here, not at exit


def _cell(key: str, value: Any, *, is_seen: bool) -> Any:
    """A CSV cell: lists of words joined as `import csv` reads them, other lists and objects as JSON.

    Text that a spreadsheet would run as a formula is guarded, and on a terminal control characters are escaped.
    """
    if key in LIST_COLUMNS and isinstance(value, (list, tuple)):
        value = join_list(value)
    elif isinstance(value, (list, tuple, dict)):
        value = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, str):
        return value
    return escape_formula(printable(value) if is_seen else value)


def _json(value: Any, *, indent: int | None = None) -> str:
    """Format the value as JSON, escaping every character that a terminal would interpret."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return (
        text if text.isprintable() else _CONTROL_CHARACTERS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
    )


def write_table(
    rows: Sequence[Row],
    columns: Mapping[str, str] | None = None,
    *,
    err: bool = False,
    widest: int = _MAX_CELL,
) -> None:
    """Print a table as wide as the terminal, wrapping long cells; with `err`, on standard error.

    If the output is not a terminal, each row is one line, for `grep`, and only very long cells are shortened.
    """
    if not rows:
        return
    shown = columns or {key: humanise_name(key) for key in rows[0]}
    headings = list(shown.values())
    cells = [[_format_cell(row.get(key)) for key in shown] for row in rows]
    if (sys.stderr if err else sys.stdout).isatty():
        table = _fit_table(cells, headings, shutil.get_terminal_size().columns)
    else:
        table = _format_table([[brief(cell, widest) for cell in row] for row in cells], headings)
    click.echo(table, err=err)


class _TextWidths(LazyModule):
    """A substitute for `wcwidth` that loads its tables only for text with characters of other widths."""

    def wcswidth(self, text: str) -> int:
        """The columns that a text occupies. Loading the Unicode tables takes a twelfth of the time of `list`."""
        return (
            int(super().__getattr__("wcswidth")(text)) if _MAY_NOT_BE_ONE_COLUMN.search(text) else len(text)
        )


# tabulate asks for its own version on import, which loads all that parses e-mails: a tenth of the time of `list`.
_NO_METADATA = {
    "importlib.metadata": SimpleNamespace(version=lambda package: "", PackageNotFoundError=ImportError)
}


def _format_table(cells: list[list[str]], headings: list[str]) -> str:
    with substitute_modules(wcwidth=_TextWidths("wcwidth"), **_NO_METADATA):
        from tabulate import tabulate

    return str(tabulate(cells, headers=headings, tablefmt="simple", disable_numparse=True))


def _format_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return printable(str(value)).replace("\n", " ")


def _fit_table(cells: list[list[str]], headings: list[str], width: int) -> str:
    """Lay out the table in this width without cutting text.

    Long columns are wrapped or, if that would make them too narrow, their cells are printed on lines of their own below
    each row.
    """
    # `tabulate` pads a heading by two columns.
    widths = [
        max(len(heading) + 2, *(len(_padded(cell)) for cell in column))
        for heading, *column in zip(headings, *cells, strict=True)
    ]
    gaps = 2 * (len(widths) - 1)
    if sum(widths) + gaps <= width:
        return _format_table(cells, headings)
    long = [at for at, needed in enumerate(widths) if needed > _LONG_COLUMN] or [widths.index(max(widths))]
    room = (width - gaps - sum(needed for at, needed in enumerate(widths) if at not in long)) // len(long)
    if room >= _LONG_COLUMN or len(long) == len(widths):
        wrapped = [
            ["\n".join(_wrap(cell, room)) if at in long else cell for at, cell in enumerate(row)]
            for row in cells
        ]
        return _format_table(wrapped, headings)
    return _move_columns_below(cells, headings, _columns_to_move(widths, long, width), width)


def _columns_to_move(widths: list[int], long: list[int], width: int) -> list[int]:
    """The long columns, and as many of the widest others as necessary for the rest to fit; the first always stays."""
    kept = {at: needed + 2 for at, needed in enumerate(widths) if at not in long}
    for at in sorted(list(kept)[1:], key=kept.__getitem__, reverse=True):
        if sum(kept.values()) - 2 <= width:
            break
        del kept[at]
    return [at for at in range(len(widths)) if at not in kept]


def _move_columns_below(cells: list[list[str]], headings: list[str], long: list[int], width: int) -> str:
    def short(row: list[str]) -> list[str]:
        return [cell for at, cell in enumerate(row) if at not in long]

    head, rule, *lines = _format_table([short(row) for row in cells], short(headings)).split("\n")
    output = [head, rule]
    for line, row in zip(lines, cells, strict=True):
        output.append(line)
        for at in long:
            if row[at]:
                output += ["    " + part for part in _wrap(f"{headings[at]}: {row[at]}", width - 4)]
    return "\n".join(output)


def _wrap(text: str, width: int) -> list[str]:
    import textwrap

    padded = _padded(text)
    room = max(width, 12) - (padded != text)  # a line may end between a character and its second column
    lines = textwrap.wrap(padded, room, max_lines=_MAX_CELL_LINES, placeholder=" …")
    return [line.replace(_SECOND_COLUMN, "") for line in lines] or [""]


_SECOND_COLUMN = "\0"
"""A character that no cell has, for the second column of Chinese characters, Japanese ones and emoji."""


def _padded(text: str) -> str:
    """Return the text as long as it is wide."""
    if not _MAY_NOT_BE_ONE_COLUMN.search(text):
        return text
    return "".join(
        sign + _SECOND_COLUMN if unicodedata.east_asian_width(sign) in "WF" else sign for sign in text
    )
