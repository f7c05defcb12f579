"""Prints rows: a table for people, JSON, NDJSON and CSV for programs. Data on stdout, talk on stderr."""

from __future__ import annotations

import io
import json
import shutil
import sys
import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Row = dict[str, Any]

# One cell of a thousand characters would pad every row of its table to that width.
_WIDEST = 160
# Line ends and tabs, and the joiners that Persian, Hindi and family emoji are written with.
_HARMLESS = "\n\t\u200c\u200d"


def say(message: str) -> None:
    """Tell the person at the terminal something, beside the data."""
    click.echo(printable(message), err=True)


def printable(text: str) -> str:
    """The text with control characters and direction overrides made visible.

    A claim comes from anywhere: printed raw, an escape sequence in it could repaint the terminal, and
    an override could show the words in another order than they are stored.
    """
    return "".join(
        character
        if character in _HARMLESS or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
        else f"\\u{ord(character):04x}"
        for character in text
    )


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, nothing elsewhere. Call what it yields with (done, of how many)."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def advance(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        yield advance


def write_rows(
    rows: Iterable[Row],
    output_format: str,
    *,
    columns: Mapping[str, str] | None = None,
    keys: Sequence[str] = (),
) -> None:
    """Print rows in the format asked for.

    `columns` maps the keys that a table shows to their headings; programs get every key, in UTF-8
    whatever the terminal's encoding: a table may lose a letter, data may not. `keys` are those of a
    row, for the header of a CSV that turns out to have no rows.
    """
    if output_format != "table":
        _write_utf8()
    if output_format == "json":
        _write_json_array(rows)
    elif output_format == "ndjson":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif output_format == "csv":
        _write_csv(rows, keys)
    else:
        write_table(list(rows), columns)


def _write_utf8() -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def write_json(value: Any) -> None:
    """Print one value as JSON."""
    _write_utf8()
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _write_json_array(rows: Iterable[Row]) -> None:
    """One row a line, as they come: a hundred thousand rows need no more memory than one."""
    separator = "["
    for row in rows:
        click.echo(separator + json.dumps(row, ensure_ascii=False))
        separator = ","
    click.echo("[]" if separator == "[" else "]")


def _write_csv(rows: Iterable[Row], keys: Sequence[str]) -> None:
    import csv

    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, fieldnames=list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow({key: _cell(value) for key, value in row.items()})
    if writer is None and keys:
        csv.writer(sys.stdout, lineterminator="\n").writerow(keys)
    sys.stdout.flush()  # a reader that has gone shows here, not when the process ends


def _cell(value: Any) -> Any:
    """Lists and objects as JSON text, the rest as it is."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, tuple, dict)) else value


def write_table(rows: Sequence[Row], columns: Mapping[str, str] | None = None, *, err: bool = False) -> None:
    """Print a table as wide as the terminal; without one, only very long cells are shortened. `err`: beside the data."""
    from tabulate import tabulate

    if not rows:
        return
    shown = columns or {key: key.replace("_", " ") for key in rows[0]}
    cells = [[_shortened(_text(row.get(key)), _WIDEST) for key in shown] for row in rows]
    if (sys.stderr if err else sys.stdout).isatty():
        cells = list(_fitted(cells, list(shown.values()), shutil.get_terminal_size().columns))
    click.echo(
        tabulate(cells, headers=list(shown.values()), tablefmt="simple", disable_numparse=True), err=err
    )


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return printable(str(value)).replace("\n", " ")


def _fitted(cells: list[list[str]], headings: list[str], width: int) -> Iterator[list[str]]:
    """Shorten the widest column until the table fits; below 20 characters it stays as it is."""
    widths = [max(map(len, column)) for column in zip(headings, *cells, strict=True)]
    widest = widths.index(max(widths))
    room = max(20, width - (sum(widths) - widths[widest]) - 2 * (len(widths) - 1))
    for row in cells:
        yield [*row[:widest], _shortened(row[widest], room), *row[widest + 1 :]]


def _shortened(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1] + "…"
