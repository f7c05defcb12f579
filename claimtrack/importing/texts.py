"""Reads texts to look up from a file: a text a line, JSON objects (a line each or in one array), or a sheet with a column `text`."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO, Any, NamedTuple

from claimtrack.core.errors import InvalidValue, UnreadableSource
from claimtrack.core.sheets.cells import refuse_formulas
from claimtrack.core.sheets.sheets import has_claim_column, recognise_columns
from claimtrack.core.texts.cleaning import LONE_SURROGATE
from claimtrack.fetch import Hints, decode
from claimtrack.fetch.decoding.binary import WORKBOOKS, is_pdf, is_word, refuse_binary
from claimtrack.fetch.decoding.jsonstream import json_value
from claimtrack.fetch.decoding.repairs import replace_unstorable
from claimtrack.fetch.kinds.recognition import is_captions
from claimtrack.importing.headers import Find
from claimtrack.importing.opening import read_whole
from claimtrack.importing.table import delimiter_of, read_table

Text = tuple[str | int, str]
"""The id and the text to look up; the id is the line's number unless the object or the row gives one."""

_SHEETS = (".csv", ".tsv", ".xlsx")
_JSON_LINES = (".jsonl", ".ndjson", ".json")
_NAMED = 5
"""How many lines without a text are listed one by one."""
# "[Applause] Thank you" begins no array.
_ARRAY = re.compile(r'\s*\[\s*(?:\{\s*["}]|\]\s*$)')


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a file, and warnings: about a guessed encoding, or skipped lines."""

    found: list[Text]
    warnings: tuple[str, ...] = ()


def read_texts(file: IO[bytes], name: str) -> Texts:
    """Read all texts of a file in any encoding. Sheets are read as by `import csv`.

    Raises UnreadableSource for an empty file, and for an unreadable line, which it names.
    """
    data = read_whole(file, name)
    if is_word(data) or is_pdf(data):
        raise UnreadableSource(
            f"{name} is a document, not a list of texts: to look its sentences up, use `claimtrack check`"
        )
    if is_captions(data):
        raise UnreadableSource(
            f"{name} has subtitles, not a list of texts: to look its sentences up, use `claimtrack check`"
        )
    if data.startswith(WORKBOOKS):
        return _from_sheet(data, name)
    refuse_binary(data, name)
    decoded, warnings = decode(data, Hints(name))
    read = _from_text(decoded, data, name)
    odd = replace_unstorable("".join(text for _, text in read.found))[1]
    found = [(key, replace_unstorable(text)[0]) for key, text in read.found] if odd else read.found
    return Texts(found, (*warnings, *read.warnings, *odd))


def _from_text(decoded: str, data: bytes, name: str) -> Texts:
    # Concatenated files have a byte order mark in the middle.
    split = (
        (number, line.lstrip("\ufeff").strip()) for number, line in enumerate(decoded.split("\n"), start=1)
    )
    lines = [(number, line) for number, line in split if line]
    if not lines:
        raise UnreadableSource(f"{name} is empty: give a file with texts to look up")
    if (entries := _array(decoded)) is not None:
        return _skip_empty(_parse_entry(entry, at, "entry") for at, entry in enumerate(entries, start=1))
    if name.lower().endswith(_JSON_LINES):
        return _skip_empty(_parse_entry(_parsed(line), number, "line") for number, line in lines)
    if name.lower().endswith(_SHEETS) or _heads_a_sheet(lines[0][1]):
        return _from_sheet(data, name)
    has_objects = lines[0][1].startswith(('{"', "{}")) or any(_is_object(line) for _, line in lines)
    return _skip_empty(_line(line, number, has_objects=has_objects) for number, line in lines)


# ── sheets ──────────────────────────────────────────────────────────────────────────────────────


def _heads_a_sheet(line: str) -> bool:
    """Whether the first line has the headers of a sheet, one of them `text`: "id;text;speaker"."""
    cells = [cell.strip(' "').lower() for cell in line.split(delimiter_of(line)[0])]
    return len(cells) > 1 and "text" in cells


def _from_sheet(data: bytes, name: str) -> Texts:
    """The texts of a sheet, with their `id` if there is such a column; rows without a text are skipped with a warning."""
    table = read_table(io.BytesIO(data), name, find=Find(is_header=has_claim_column))
    columns = {field: position for position, field in recognise_columns(table.headers).items()}
    if "text" not in columns:
        raise UnreadableSource(
            f'{name} has no column "text", only {", ".join(table.headers)}: rename the column of texts, or give a file with one text per line'
        )
    found = [
        (number, row[columns["text"]], row[columns["id"]] if "id" in columns else "")
        for number, row in table.rows
    ]
    for number, text, _ in found:
        try:
            refuse_formulas({"text": text})
        except InvalidValue as error:
            raise UnreadableSource(f"{name}, line {number}: {error}") from None
    empty = [number for number, text, _ in found if not text.strip()]
    return Texts(
        [_storable(text, number, "line", key or None) for number, text, key in found if text.strip()],
        _skip_warning("no text in the column", "line", empty),
    )


# ── lines and JSON ──────────────────────────────────────────────────────────────────────────────


class _Empty(NamedTuple):
    """An object with an empty text; `what` is "line" or "entry", and has that number."""

    what: str
    number: int


def _skip_empty(read: Iterable[Text | _Empty]) -> Texts:
    """The texts without the empty ones, which are skipped with a warning."""
    found = list(read)
    empty = [one for one in found if isinstance(one, _Empty)]
    return Texts(
        [one for one in found if not isinstance(one, _Empty)],
        _skip_warning('no "text"', empty[0].what if empty else "", [one.number for one in empty]),
    )


def _skip_warning(why: str, what: str, numbers: list[int]) -> tuple[str, ...]:
    if not numbers:
        return ()
    several = {"line": "lines", "entry": "entries"}[what] if len(numbers) > 1 else what
    named = f"{', '.join(map(str, numbers[:_NAMED]))}{' ...' if len(numbers) > _NAMED else ''}"
    return (f"{why}, so left out: {several} {named}",)


def _line(line: str, number: int, *, has_objects: bool) -> Text | _Empty:
    """Parse a line. Plain text may begin with a brace ("{Laughter} Thank you"), but among JSON objects that is a broken one."""
    if line.startswith("{") and has_objects:
        return _parse_entry(_parsed(line), number, "line")
    return _storable(line, number, "line")


def _is_object(line: str) -> bool:
    return line.startswith("{") and isinstance(_parsed(line), dict)


def _array(decoded: str) -> list[Any] | None:
    """The entries of a file that is one JSON array of objects; None for another file. Raises UnreadableSource if it is broken."""
    decoded = decoded.lstrip("\ufeff")
    if not _ARRAY.match(decoded):
        return None
    try:
        found: list[Any] = json_value(decoded)
    except UnreadableSource as error:
        raise UnreadableSource(f"{error}: fix it") from None
    return found


def _parsed(text: str) -> Any:
    try:
        return json_value(text)
    except UnreadableSource:
        return None


def _parse_entry(entry: Any, number: int, what: str) -> Text | _Empty:
    text = entry.get("text") if isinstance(entry, dict) else None
    if isinstance(entry, dict) and "text" in entry and (text is None or not str(text).strip()):
        return _Empty(what, number)
    if not isinstance(text, str):
        raise UnreadableSource(
            f'{what} {number} is not a JSON object with a "text": {json.dumps(entry)[:60] if entry else "fix its JSON"}'
        )
    key = entry.get("id")
    if key is not None and (isinstance(key, bool) or not isinstance(key, (str, int))):
        raise UnreadableSource(f"the id of {what} {number} must be text or a whole number")
    return _storable(text, number, what, number if key is None else key)


def _storable(text: str, number: int, what: str, key: str | int | None = None) -> Text:
    key = number if key is None else key
    if LONE_SURROGATE.search(f"{text}{key}"):
        raise UnreadableSource(f"{what} {number} has half a character (a lone surrogate): fix it")
    return key, text
