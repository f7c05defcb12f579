"""The file of `match --file`: one text a line, JSON objects, a line each or in one array, or CSV with a column `text`."""

from __future__ import annotations

import csv
import io
import json
from typing import Any, BinaryIO

import click

from claimtrack.cli.output import say

Text = tuple[str | int, str]
"""What to look up, with its id: the line's number unless the object names one."""


def texts(file: BinaryIO) -> list[Text]:
    """All that the file asks for, checked before the first look-up, in any encoding (a guess is told).

    Raises ClickException naming the line.
    """
    from claimtrack.fetch.encoding import decode
    from claimtrack.fetch.loaded import Hints

    source = getattr(file, "name", "<stdin>")
    hints = Hints("-" if source == "<stdin>" else source)
    decoded, warnings = decode(file.read(), hints)
    for warning in warnings:
        say(f"{hints.name}: {warning}")
    # Files put together have a byte order mark in the middle.
    split = (
        (number, line.lstrip("\ufeff").strip()) for number, line in enumerate(decoded.split("\n"), start=1)
    )
    lines = [(number, line) for number, line in split if line]
    if not lines:
        return []
    if (entries := _array(decoded)) is not None:
        return [_checked(entry, number, "entry") for number, entry in enumerate(entries, start=1)]
    if hints.name.lower().endswith((".csv", ".tsv")) or lines[0][1].lower() in ("id,text", "text,id"):
        return _table(decoded)
    return [_line(line, number) for number, line in lines]


def _table(decoded: str) -> list[Text]:
    """The texts of a CSV file, each with its `id` where there is such a column."""
    rows = csv.DictReader(
        io.StringIO(decoded.lstrip("\ufeff"), newline=""),
        delimiter="\t" if "\t" in decoded.split("\n")[0] else ",",
    )
    columns = [(name or "").strip().lower() for name in rows.fieldnames or ()]
    if "text" not in columns:
        raise click.ClickException(
            f'the CSV has no column "text" but {", ".join(columns)}: name the column of the texts so, or give a file of lines'
        )
    rows.fieldnames = columns
    try:
        found = [(row, rows.line_num) for row in rows]
    except csv.Error as error:
        raise click.ClickException(f"line {rows.line_num}: {error}") from None
    return [
        _storable(row["text"], number, "line", row.get("id") or None)
        for row, number in found
        if (row["text"] or "").strip()
    ]


def _line(line: str, number: int) -> Text:
    """Plain text may begin with a brace ("{Laughter} Thank you"): what parses or has a first key is JSON."""
    if line.startswith(('{"', "{}")) or (line.startswith("{") and isinstance(_parsed(line), dict)):
        return _checked(_parsed(line), number, "line")
    return _storable(line, number, "line")


def _array(decoded: str) -> list[Any] | None:
    """The entries of a file that is one JSON array of objects; "[Applause] Thank you" is none."""
    found = _parsed(decoded) if decoded.lstrip().startswith("[") else None
    return found if isinstance(found, list) else None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _checked(entry: Any, number: int, what: str) -> Text:
    text = entry.get("text") if isinstance(entry, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise click.ClickException(
            f'{what} {number} is no JSON object with a "text": {json.dumps(entry)[:60] if entry else "mend its JSON"}'
        )
    key = entry.get("id")
    if key is not None and (isinstance(key, bool) or not isinstance(key, (str, int))):
        raise click.ClickException(f"the id of {what} {number} is to be text or a whole number")
    return _storable(text, number, what, number if key is None else key)


def _storable(text: str, number: int, what: str, key: str | int | None = None) -> Text:
    key = number if key is None else key
    try:
        f"{text}{key}".encode()
    except UnicodeEncodeError:
        raise click.ClickException(
            f"{what} {number} holds half a character (a lone surrogate): mend it"
        ) from None
    return key, text
