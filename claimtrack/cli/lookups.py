"""The file of `match --file`: a text a line, JSON objects (a line each or in one array), or a sheet with a column `text`."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

import click

from claimtrack.cli.options import file_name
from claimtrack.cli.output import say
from claimtrack.core.errors import InvalidValue
from claimtrack.core.text import LONE_SURROGATE

if TYPE_CHECKING:
    from collections.abc import Iterable

Text = tuple[str | int, str]
"""What to look up, with its id: the line's number unless the object or the row names one."""

_SHEETS = (".csv", ".tsv", ".xlsx")
_JSON_LINES = (".jsonl", ".ndjson", ".json")
_NAMED = 5
"""Lines without a text that are named one by one."""
_WORKBOOK = b"PK\x03\x04"
# "[Applause] Thank you" begins no array.
_ARRAY = re.compile(r'\s*\[\s*(?:\{\s*["}]|\]\s*$)')


def texts(file: BinaryIO) -> list[Text]:
    """All that the file asks for, checked before the first look-up, in any encoding (a guess is told).

    Sheets are read as `import csv` reads them. Raises ClickException or UnreadableSource naming the line.
    """
    from claimtrack.fetch.binary import refuse_binary
    from claimtrack.fetch.encoding import decode
    from claimtrack.fetch.loaded import Hints

    name = file_name(file)
    data = file.read()
    if data.startswith(_WORKBOOK):
        return _sheet(data, name)
    refuse_binary(data, name)
    decoded, warnings = decode(data, Hints(name))
    for warning in warnings:
        say(f"{name}: {warning}")
    # Files put together have a byte order mark in the middle.
    split = (
        (number, line.lstrip("\ufeff").strip()) for number, line in enumerate(decoded.split("\n"), start=1)
    )
    lines = [(number, line) for number, line in split if line]
    if not lines:
        return []
    if (entries := _array(decoded)) is not None:
        return _told_apart((_checked(entry, at, "entry") for at, entry in enumerate(entries, start=1)), name)
    if name.lower().endswith(_JSON_LINES):
        return _told_apart((_checked(_parsed(line), number, "line") for number, line in lines), name)
    if name.lower().endswith(_SHEETS) or _heads_a_sheet(lines[0][1]):
        return _sheet(data, name)
    has_objects = lines[0][1].startswith(('{"', "{}")) or any(_is_object(line) for _, line in lines)
    return _told_apart((_line(line, number, has_objects=has_objects) for number, line in lines), name)


def _heads_a_sheet(line: str) -> bool:
    """Whether the first line names columns, one of them `text`: "id;text;speaker"."""
    from claimtrack.importing.table import delimiter_of

    cells = [cell.strip(' "').lower() for cell in line.split(delimiter_of(line)[0])]
    return len(cells) > 1 and "text" in cells


def _sheet(data: bytes, name: str) -> list[Text]:
    """The texts of a sheet, each with its `id` where there is such a column; rows without a text are left out, and told."""
    from claimtrack.core.cells import refuse_formulas
    from claimtrack.core.sheets import known_columns, names_claims
    from claimtrack.importing.headers import Find
    from claimtrack.importing.table import read_table

    table = read_table(io.BytesIO(data), name, find=Find(is_header=names_claims))
    columns = {field: position for position, field in known_columns(table.headers).items()}
    if "text" not in columns:
        raise click.ClickException(
            f'{name} has no column "text" but {", ".join(table.headers)}: name the column of the texts so, or give a file of lines'
        )
    found = [
        (number, row[columns["text"]], row[columns["id"]] if "id" in columns else "")
        for number, row in table.rows
    ]
    for number, text, _ in found:
        try:
            refuse_formulas({"text": text})
        except InvalidValue as error:
            raise click.ClickException(f"{name}, line {number}: {error}") from None
    _tell_empty(
        name, "nothing in the column of texts", "line", [at for at, text, _ in found if not text.strip()]
    )
    return [_storable(text, number, "line", key or None) for number, text, key in found if text.strip()]


class _Empty(NamedTuple):
    """An object whose text has nothing in it: the `what`, a line or an entry, of that number."""

    what: str
    number: int


def _told_apart(read: Iterable[Text | _Empty], name: str) -> list[Text]:
    """The texts; what has none is left out, as an empty line is, and told."""
    found = list(read)
    empty = [one for one in found if isinstance(one, _Empty)]
    _tell_empty(name, 'nothing in "text"', empty[0].what if empty else "", [one.number for one in empty])
    return [one for one in found if not isinstance(one, _Empty)]


def _tell_empty(name: str, why: str, what: str, numbers: list[int]) -> None:
    if numbers:
        several = {"line": "lines", "entry": "entries"}[what] if len(numbers) > 1 else what
        named = f"{', '.join(map(str, numbers[:_NAMED]))}{' ...' if len(numbers) > _NAMED else ''}"
        say(f"{name}: {why}, so left out: {several} {named}")


def _line(line: str, number: int, *, has_objects: bool) -> Text | _Empty:
    """Plain text may begin with a brace ("{Laughter} Thank you"), but not among JSON objects: there it is a broken one."""
    if line.startswith("{") and has_objects:
        return _checked(_parsed(line), number, "line")
    return _storable(line, number, "line")


def _is_object(line: str) -> bool:
    return line.startswith("{") and isinstance(_parsed(line), dict)


def _array(decoded: str) -> list[Any] | None:
    """The entries of a file that is one JSON array of objects. Raises ClickException where it is broken."""
    decoded = decoded.lstrip("\ufeff")
    if not _ARRAY.match(decoded):
        return None
    try:
        found: list[Any] = json.loads(decoded)
    except json.JSONDecodeError as error:
        raise click.ClickException(f"line {error.lineno}: {error.msg}; mend its JSON") from None
    except (ValueError, RecursionError):
        raise click.ClickException("line 1: the JSON array cannot be read: mend it") from None
    return found


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _checked(entry: Any, number: int, what: str) -> Text | _Empty:
    text = entry.get("text") if isinstance(entry, dict) else None
    if isinstance(entry, dict) and "text" in entry and (text is None or not str(text).strip()):
        return _Empty(what, number)
    if not isinstance(text, str):
        raise click.ClickException(
            f'{what} {number} is no JSON object with a "text": {json.dumps(entry)[:60] if entry else "mend its JSON"}'
        )
    key = entry.get("id")
    if key is not None and (isinstance(key, bool) or not isinstance(key, (str, int))):
        raise click.ClickException(f"the id of {what} {number} is to be text or a whole number")
    return _storable(text, number, what, number if key is None else key)


def _storable(text: str, number: int, what: str, key: str | int | None = None) -> Text:
    key = number if key is None else key
    if LONE_SURROGATE.search(f"{text}{key}"):
        raise click.ClickException(f"{what} {number} holds half a character (a lone surrogate): mend it")
    return key, text
