"""The sheets that the desk exports and imports: their kinds, and which field each column holds."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from claimtrack.core.errors import InvalidValue
from claimtrack.core.sheets.cell_links import append_link, move_place_links
from claimtrack.core.sheets.cells import MISSING_FORMULA_VALUE
from claimtrack.core.sheets.known_headers import (
    BESIDE_A_PLACE,
    FIRST_CHOICES,
    LAST_CHOICES,
    REMARK_HEADERS,
    SECOND_CHOICES,
    SOURCE_MEANINGS,
    VERDICT_HEADERS,
)
from claimtrack.core.sheets.others import refuse_other_sheet
from claimtrack.core.sheets.own_columns import field_of, fold, is_own_column
from claimtrack.core.texts.links import contains_only_links
from claimtrack.core.texts.printable import list_some


class Preset(StrEnum):
    """What each row of an export describes."""

    CLAIMS = "claims"
    REVIEWS = "reviews"
    APPEARANCES = "appearances"
    EVIDENCE = "evidence"
    NOTES = "notes"
    CORRECTIONS = "corrections"
    LOG = "log"


class Format(StrEnum):
    """The file format of a sheet."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"


class Layout(StrEnum):
    """How a ClaimReview export arranges the published reviews."""

    FEED = "feed"
    LINES = "lines"
    FILES = "files"
    CSV = "csv"


# Columns that are a JSON array in the database and a list of words in a cell.
LIST_COLUMNS = frozenset({"tags"})

# Columns that are 1 or 0 in the database, and true or false for programs; NULL is unknown.
FLAG_COLUMNS = frozenset({"is_primary", "is_desk", "is_update", "kind_certain", "retired"})

# Fields of an existing claim that an import may change, in the order of the sheet.
EDITABLE_FIELDS = (
    "text", "claimant", "claimed_on", "status", "priority", "assignee", "due_on", "tags", "language",
)  # fmt: skip

# Fields that are dates, which spreadsheets write in many ways.
DATE_FIELDS = ("claimed_on", "due_on")

# Fields that an import reads: the above, the claim's id, its version when exported, where it was said, a note, and its evidence: links,
# a source on each line, and the relevant passage if the row has one source.
IMPORTED_FIELDS = (
    "id", "version", *EDITABLE_FIELDS, "url", "place", "note", "evidence", "evidence_source", "evidence_quote",
)  # fmt: skip
_OWN_NAMES = {field: field for field in IMPORTED_FIELDS}
_MOST_LISTED = 50  # headers in a message

# Fields that several columns of a sheet may hold.
REPEATABLE_FIELDS = frozenset({"note", "evidence"})

# Further columns of an export of claims: the desk computes them, and an import ignores them.
FILED_AT_COLUMN = "created_at"  # unique across desks, so it shows whether an id belongs to this desk
EXPORT_ONLY_COLUMNS = (
    "rating", "rated_by", "approved_rating", "approved_by", "appearances", "first_seen", "last_seen",
    "not_before", "held_on", "dropped", "evidence", "notes", "score", FILED_AT_COLUMN,
)  # fmt: skip

# Those with a count, which an import reads if somebody wrote the thing itself instead of the count.
COUNT_COLUMNS = frozenset({"evidence", "notes"})


def map_headers(headers: Sequence[str], adjusted: Mapping[str, str] | None = None) -> dict[int, str]:
    """Return which field each column of a file holds: position -> a name of IMPORTED_FIELDS. Other columns are left out.

    A field's own name takes precedence over a synonym. `adjusted` maps headers of the file to
    fields, or to "" to leave the column out. Raises InvalidValue if a field would have two columns,
    if there is neither an id nor a text to identify a claim, and for an export that is not one of claims.
    """
    refuse_other_sheet(headers)
    mapped = recognise_columns(headers, adjusted)
    _refuse_two_ids(headers, mapped, adjusted or {})
    if not {"id", "text"} & set(mapped.values()):
        raise InvalidValue(
            f"no column is the claim's id or text. Columns: {_list_headers(headers)}. Say which one is, as in --map 'Their header=text', or in "
            "which row the headers are, as in --header-row 3. If there are none, put a row of headers above: text, claimant, url"
        )
    return mapped


def _refuse_two_ids(headers: Sequence[str], mapped: Mapping[int, str], adjusted: Mapping[str, str]) -> None:
    """Raise InvalidValue if both "id" and "claim id" are headers: the first is probably the id of the row itself."""
    mapped_by_user = {_normalise_header(header) for header in adjusted}
    names = {
        _normalise_header(header): header for at, header in enumerate(headers) if mapped.get(at, "id") == "id"
    }
    if {"id", "claim id"} <= names.keys() - mapped_by_user:
        raise InvalidValue(
            f"both {names['id']!r} and {names['claim id']!r} may be the claim's id. Choose: --map '{names['id']}=' ignores the first, --map '{names['claim id']}=' the second"
        )


def recognise_columns(headers: Sequence[str], adjusted: Mapping[str, str] | None = None) -> dict[int, str]:
    """Like `map_headers`, for any file, whichever fields it has. Raises InvalidValue if two columns share the header of a field."""
    adjusted = {
        _normalise_header(header): field_of(field) if is_own_column(field) else field
        for header, field in (adjusted or {}).items()
    }
    _refuse_unknown(headers, adjusted)
    shown = set(EXPORT_ONLY_COLUMNS) - COUNT_COLUMNS if is_claims_export(headers) else set()
    found: dict[int, str] = {}
    choices = (FIRST_CHOICES, SECOND_CHOICES, *SOURCE_MEANINGS, LAST_CHOICES, BESIDE_A_PLACE)
    for known in (adjusted, _OWN_NAMES, *choices):
        has_place = "place" in found.values()
        if known is BESIDE_A_PLACE and not (has_place or "url" in found.values()):
            break
        for position, header in enumerate(headers):
            field = _find_field(known, header)
            if field is None or position in found:
                continue
            if known is not adjusted and header.strip().casefold() in shown:
                continue
            if known is LAST_CHOICES and field == "url" and has_place:
                continue  # of an address and words only the address would be kept
            if field and field in found.values() and field not in REPEATABLE_FIELDS:
                if known is adjusted:
                    raise InvalidValue(
                        f"two columns would be {field!r}: ignore one of them with --map 'Its header='"
                    )
                continue
            found[position] = field
    read = {position: field for position, field in found.items() if field}
    _refuse_duplicate_headers(headers, read)
    return read


def find_own_columns(
    headers: Sequence[str], adjusted: Mapping[str, str], names: Iterable[str]
) -> dict[str, str]:
    """Return `adjusted` with the headers that nothing else is known by, and that are columns which the desk has of its own (`names`)."""
    own = {fold(name): field_of(name) for name in names}
    read = recognise_columns(headers, adjusted) if own else {}
    given = {_normalise_header(header) for header in adjusted}
    found = {
        header: own[fold(header)]
        for position, header in enumerate(headers)
        if position not in read and fold(header) in own and _normalise_header(header) not in given
    }
    return found | dict(adjusted)


def is_claims_export(headers: Sequence[str]) -> bool:
    """Whether the sheet is the desk's own export or CSV list of claims."""
    there = {header.strip().casefold() for header in headers}
    return "version" in there or {"first_seen", "last_seen"} <= there


def is_verdict_header(header: str) -> bool:
    """Whether a column holds verdicts, judging by its header: "Our rating"."""
    return _normalise_header(header) in VERDICT_HEADERS


def make_note(header: str, cell: str) -> str:
    """Return a cell as a note, with its header before it ("Verdict: false") unless that is just "Notes" or the like.

    A number under "Notes" gives no note: it is the count in an export.
    """
    cell = cell.strip()
    if _normalise_header(header) in REMARK_HEADERS:
        return "" if cell.isdigit() else cell
    return f"{header.strip()}: {cell}" if cell else ""


def _refuse_duplicate_headers(headers: Sequence[str], read: Mapping[int, str]) -> None:
    plain = [_normalise_header(header) for header in headers]
    for position, field in read.items():
        if field not in REPEATABLE_FIELDS and plain.count(plain[position]) > 1:
            raise InvalidValue(
                f"{plain.count(plain[position])} columns are called {headers[position]!r}, and only one can be read as {field}: rename the others"
            )


def _find_field(known: Mapping[str, str], header: str) -> str | None:
    """Return the field that a header means; for "Claim / statement" the field that both parts mean."""
    plain = _normalise_header(header)
    if plain in known or "/" not in plain:
        return known.get(plain)
    meant = {known.get(part.strip()) for part in plain.split("/")}
    return meant.pop() if len(meant) == 1 else None


def _normalise_header(header: str) -> str:
    """Normalise a header for comparison: "Claim_ID " gives "claim id", "When (said)?" "when said", "Topic(s)" "topics"; field names keep their underscore."""
    name = " ".join(header.split()).casefold().replace("(s)", "s")
    underscored = name.replace(" ", "_")
    return underscored if underscored in IMPORTED_FIELDS else re.sub(r"[\s_()-]+", " ", name).strip(" :*?!")


def _refuse_unknown(headers: Sequence[str], adjusted: Mapping[str, str]) -> None:
    plain = {_normalise_header(header) for header in headers}
    for header, field in adjusted.items():
        if header not in plain:
            raise InvalidValue(f"there is no column {header!r} to map. Columns: {_list_headers(headers)}")
        if field and field not in IMPORTED_FIELDS and not is_own_column(field):
            raise InvalidValue(
                f"{field!r} is not a field that can be imported. Fields: {', '.join(IMPORTED_FIELDS)}; or a column of your own, with a "
                f"colon at its end: --map 'Its header={field}:'"
            )


def cells_by_field(
    headers: Sequence[str],
    row: Sequence[str],
    columns: Mapping[int, str],
    links: Mapping[int, str] | None,
) -> dict[str, str]:
    """Return a row's cells by field. Several columns of notes become one note, a line each, with any text next to links.

    `links` are the hyperlinks of cells, by column.
    """
    behind = links or {}
    row = [append_link(columns.get(at), cell, behind.get(at)) for at, cell in enumerate(row)]
    cells = {field: row[at] for at, field in columns.items() if field not in REPEATABLE_FIELDS}
    notes = [make_note(headers[at], words) for at, words in move_place_links(cells, columns, behind)]
    notes += [make_note(headers[at], row[at]) for at, field in columns.items() if field == "note"]
    linked = [at for at, field in columns.items() if field == "evidence"]
    notes += [make_note(headers[at], row[at]) for at in linked if not contains_only_links(row[at])]
    cells["note"] = "\n".join(filter(None, notes))
    cells["evidence"] = "\n".join(row[at] for at in linked)
    cells |= {header: row[at] for at, header in enumerate(headers) if header == FILED_AT_COLUMN}
    return cells | {
        field: MISSING_FORMULA_VALUE for at, field in columns.items() if row[at] == MISSING_FORMULA_VALUE
    }


def has_claim_column(headers: Sequence[str], adjusted: Mapping[str, str] | None = None) -> bool:
    """Whether these can be the headers of a sheet of claims: one of them certainly means the claim's id or text.

    "Claims" may be part of a title: "Claims, corrections and more".
    """
    known = FIRST_CHOICES | _OWN_NAMES
    known |= {_normalise_header(header): field for header, field in (adjusted or {}).items()}
    return any(_find_field(known, header) in ("id", "text") for header in headers)


def _list_headers(headers: Sequence[str]) -> str:
    """Return the headers as a list for a message."""
    return list_some(map(repr, filter(str.strip, headers)), _MOST_LISTED) or "none"


def has_rows(text: str) -> bool:
    """Whether a text is a table: it begins with headers of claims, followed by a row of as many cells."""
    lines = text.lstrip("\ufeff\r\n").splitlines(keepends=True)
    sign = next((one for one in "\t;|," if lines and one in lines[0]), "")
    if not sign or lines[0].rstrip().endswith((".", "!", "?", ":")):
        return False
    rows = csv.reader(lines, delimiter=sign)
    try:
        cells, row = next(rows, []), next(rows, [])
    except csv.Error:  # for instance an endless line
        return False
    return has_claim_column([one.strip() for one in cells]) and len(cells) == len(row)
