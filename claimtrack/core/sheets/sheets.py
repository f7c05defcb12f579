"""The sheets that the desk writes and reads back: which there are, and what their columns mean."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue
from claimtrack.core.sheets.cell_links import append_link, move_place_links
from claimtrack.core.sheets.cells import MISSING_FORMULA_VALUE
from claimtrack.core.sheets.others import refuse_other_sheet
from claimtrack.core.texts.links import contains_only_links

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Preset(StrEnum):
    """What an export holds, one row each."""

    CLAIMS = "claims"
    REVIEWS = "reviews"
    APPEARANCES = "appearances"
    EVIDENCE = "evidence"
    NOTES = "notes"
    CORRECTIONS = "corrections"
    LOG = "log"


class Format(StrEnum):
    """What the file of a sheet is."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"


class Layout(StrEnum):
    """How published reviews stand in a ClaimReview export."""

    FEED = "feed"
    LINES = "lines"
    FILES = "files"
    CSV = "csv"


# Columns that hold a JSON array in the database and words side by side in a cell.
LIST_COLUMNS = frozenset({"tags"})

# What an import may change of a claim that is there, in the order of the sheet.
EDITABLE_FIELDS = ("text", "claimant", "claimed_on", "status", "priority", "assignee", "due_on", "tags")

# Those that are days, which a spreadsheet writes in many ways.
DATE_FIELDS = ("claimed_on", "due_on")

# What an import reads: the above, which claim it is, how the desk stood, where it was said, a note on it, and its evidence: links, a
# source on each line, the passage that matters of the row's one source.
IMPORTED_FIELDS = (
    "id",
    "version",
    *EDITABLE_FIELDS,
    "url",
    "place",
    "note",
    "evidence",
    "evidence_source",
    "evidence_quote",
)

# What several columns of a sheet may be at once.
REPEATABLE_FIELDS = frozenset({"note", "evidence"})

# What an export of claims counts or shows besides: the desk works it out, and an import takes none of it.
FILED_AT_COLUMN = "created_at"  # which no two claims of several desks have alike: it tells whose id a row has
EXPORT_ONLY_COLUMNS = (
    "rating",
    "rated_by",
    "approved_rating",
    "approved_by",
    "appearances",
    "first_seen",
    "last_seen",
    "dropped",
    "evidence",
    "notes",
    "score",
    FILED_AT_COLUMN,
)

# Those that count what an import does read where somebody wrote it in the place of the count.
COUNT_COLUMNS = frozenset({"evidence", "notes"})

# A verdict is no field of a claim: it comes in with its review. A sheet's own is kept in a note.
_VERDICT_HEADERS = frozenset({"verdict", "rating", "ruling", "conclusion", "our verdict", "our rating"})
# Headers of notes whose cells need no header before them to be understood.
_REMARK_HEADERS = frozenset({"note", "notes", "comment", "comments", "remarks"})

# How other people head these columns.
_SYNONYMS = {
    "claim": "text",
    "claim text": "text",
    "the claim": "text",
    "statement": "text",
    "exact words": "text",
    "what was said": "text",
    "what they said": "text",
    "what is the claim": "text",
    "quote": "text",
    "speaker": "claimant",
    "who": "claimant",
    "who said it": "claimant",
    "who said this": "claimant",
    "said by": "claimant",
    "by whom": "claimant",
    "claimed by": "claimant",
    "politician": "claimant",
    "date": "claimed_on",
    "claim date": "claimed_on",
    "date of claim": "claimed_on",
    "date of statement": "claimed_on",
    "date said": "claimed_on",
    "said on": "claimed_on",
    "when": "claimed_on",
    "when said": "claimed_on",
    "when was it said": "claimed_on",
    "owner": "assignee",
    "assigned to": "assignee",
    "fact checker": "assignee",
    "checker": "assignee",
    "due": "due_on",
    "due by": "due_on",
    "due date": "due_on",
    "deadline": "due_on",
    "tag": "tags",
    "topics": "tags",
    "label": "tags",
    "labels": "tags",
    "link": "url",
    "source url": "url",
    "source link": "url",
    "link to claim": "url",
    "link to source": "url",
    "where": "place",
    "where was it said": "place",
    "where heard": "place",
    "claim id": "id",
    "evidence url": "evidence",
    "evidence urls": "evidence",
    "evidence link": "evidence",
    "evidence links": "evidence",
    "sources checked": "evidence",
    "evidence sources": "evidence_source",
    "evidence passage": "evidence_quote",
    **dict.fromkeys(_REMARK_HEADERS | _VERDICT_HEADERS, "note"),
}

# A source is whoever spoke or, beside a column that says who did, the place, as in `claimtrack add --source`.
_SOURCE_MEANINGS = ({"source": "claimant"}, {"source": "place"})


def map_headers(headers: Sequence[str], adjusted: Mapping[str, str] | None = None) -> dict[int, str]:
    """Which column of a file is which field: position -> name of READ. Columns that are none are left out.

    A column goes by its own name first, then by a usual one. `adjusted` maps headers of the file to
    fields, or to "" to leave the column out. Raises InvalidValue where a field would have two columns,
    where there is neither an id nor a text to know a claim by, and for a sheet of ours that is none of claims.
    """
    refuse_other_sheet(headers)
    mapped = recognise_columns(headers, adjusted)
    _refuse_two_ids(headers, mapped, adjusted or {})
    if not {"id", "text"} & set(mapped.values()):
        raise InvalidValue(
            f"no column is the claim's id or text. Columns: {_list_headers(headers)}. Say which one is, as in --map 'Their header=text', or in "
            "which row the headers are, as in --header-row 3"
        )
    return mapped


def _refuse_two_ids(headers: Sequence[str], mapped: Mapping[int, str], adjusted: Mapping[str, str]) -> None:
    """Rows that name their claim in a column of its own have another id for themselves."""
    told = {_normalise_header(header) for header in adjusted}
    names = {
        _normalise_header(header): header for at, header in enumerate(headers) if mapped.get(at, "id") == "id"
    }
    if {"id", "claim id"} <= names.keys() - told:
        raise InvalidValue(
            f"both {names['id']!r} and {names['claim id']!r} may be the claim's id. Choose: --map '{names['id']}=' ignores the first, --map '{names['claim id']}=' the second"
        )


def recognise_columns(headers: Sequence[str], adjusted: Mapping[str, str] | None = None) -> dict[int, str]:
    """The same of any file, whichever fields it has. Raises InvalidValue where two columns with one header would be a field."""
    adjusted = {_normalise_header(header): field for header, field in (adjusted or {}).items()}
    _refuse_unknown(headers, adjusted)
    shown = set(EXPORT_ONLY_COLUMNS) - COUNT_COLUMNS if is_claims_export(headers) else set()
    found: dict[int, str] = {}
    for known in (adjusted, {field: field for field in IMPORTED_FIELDS}, _SYNONYMS, *_SOURCE_MEANINGS):
        for position, header in enumerate(headers):
            field = _find_field(known, header)
            if field is None or position in found:
                continue
            if known is not adjusted and header.strip().casefold() in shown:
                continue
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


def is_claims_export(headers: Sequence[str]) -> bool:
    """Whether it is a sheet that the desk wrote of its claims: an export, or a list in CSV."""
    there = {header.strip().casefold() for header in headers}
    return "version" in there or {"first_seen", "last_seen"} <= there


def is_verdict_header(header: str) -> bool:
    """Whether a column tells verdicts, by its header."""
    return _normalise_header(header) in _VERDICT_HEADERS


def make_note(header: str, cell: str) -> str:
    """The note that a cell makes: what its header says comes first, but where that says nothing more.

    Remarks that are but a number are none: exports tell so how many there are.
    """
    cell = cell.strip()
    if _normalise_header(header) in _REMARK_HEADERS:
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
    """What the header of a column means; "Claim / statement" what both words do."""
    plain = _normalise_header(header)
    if plain in known or "/" not in plain:
        return known.get(plain)
    meant = {known.get(part.strip()) for part in plain.split("/")}
    return meant.pop() if len(meant) == 1 else None


def _normalise_header(header: str) -> str:
    """A header as it is compared: "Claim_ID " is "claim id", "When (said)?" "when said"; names of fields keep their underscore."""
    name = " ".join(header.split()).casefold()
    underscored = name.replace(" ", "_")
    return underscored if underscored in IMPORTED_FIELDS else re.sub(r"[\s_()-]+", " ", name).strip(" :*?!")


def _refuse_unknown(headers: Sequence[str], adjusted: Mapping[str, str]) -> None:
    plain = {_normalise_header(header) for header in headers}
    for header, field in adjusted.items():
        if header not in plain:
            raise InvalidValue(f"there is no column {header!r} to map. Columns: {_list_headers(headers)}")
        if field and field not in IMPORTED_FIELDS:
            raise InvalidValue(
                f"{field!r} is not a field that can be imported. Fields: {', '.join(IMPORTED_FIELDS)}"
            )


def cells_by_field(
    headers: Sequence[str],
    row: Sequence[str],
    columns: Mapping[int, str],
    links: Mapping[int, str] | None,
) -> dict[str, str]:
    """A row's cells by their fields. Several columns of notes are one note, a line each, and what stands beside links is in it, too.

    `links` are the addresses behind the texts of cells, by their columns.
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
    """Whether these may be the headers of a sheet: one of them is that of the claim's id or text."""
    known = _SYNONYMS | {field: field for field in IMPORTED_FIELDS}
    known |= {_normalise_header(header): field for header, field in (adjusted or {}).items()}
    return any(_find_field(known, header) in ("id", "text") for header in headers)


def _list_headers(headers: Sequence[str]) -> str:
    """The headers as a message names them."""
    return ", ".join(map(repr, filter(str.strip, headers))) or "none"
