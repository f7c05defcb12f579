"""The sheets that the desk writes and reads back: which there are, and what their columns mean."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue
from claimtrack.core.sheets.cell_links import take_places, with_address
from claimtrack.core.sheets.cells import NO_VALUE
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
LISTS = frozenset({"tags"})

# What an import may change of a claim that is there, in the order of the sheet.
EDITABLE = ("text", "claimant", "claimed_on", "status", "priority", "assignee", "due_on", "tags")

# Those that are days, which a spreadsheet writes in many ways.
DAYS = ("claimed_on", "due_on")

# What an import reads: the above, which claim it is, how the desk stood, where it was said, a note on it, and its evidence: links, a
# source on each line, the passage that matters of the row's one source.
READ = ("id", "version", *EDITABLE, "url", "place", "note", "evidence", "evidence_source", "evidence_quote")

# What several columns of a sheet may be at once.
SEVERAL = frozenset({"note", "evidence"})

# What an export of claims counts or shows besides: the desk works it out, and an import takes none of it.
FILED_AT = "created_at"  # which no two claims of several desks have alike: it tells whose id a row has
SHOWN = (
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
    FILED_AT,
)

# Those that count what an import does read where somebody wrote it in the place of the count.
COUNTED = frozenset({"evidence", "notes"})

# A verdict is no field of a claim: it comes in with its review. A sheet's own is kept in a note.
_VERDICTS = frozenset({"verdict", "rating", "ruling", "conclusion", "our verdict", "our rating"})
# Headers of notes whose cells need no header before them to be understood.
_REMARKS = frozenset({"note", "notes", "comment", "comments", "remarks"})

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
    **dict.fromkeys(_REMARKS | _VERDICTS, "note"),
}

# A source is whoever spoke or, beside a column that says who did, the place, as in `claimtrack add --source`.
_SOURCE = ({"source": "claimant"}, {"source": "place"})


def map_headers(headers: Sequence[str], adjusted: Mapping[str, str] | None = None) -> dict[int, str]:
    """Which column of a file is which field: position -> name of READ. Columns that are none are left out.

    A column goes by its own name first, then by a usual one. `adjusted` maps headers of the file to
    fields, or to "" to leave the column out. Raises InvalidValue where a field would have two columns,
    where there is neither an id nor a text to know a claim by, and for a sheet of ours that is none of claims.
    """
    refuse_other_sheet(headers)
    mapped = known_columns(headers, adjusted)
    _refuse_two_ids(headers, mapped, adjusted or {})
    if not {"id", "text"} & set(mapped.values()):
        raise InvalidValue(
            f"no column is the claim's id or text. Columns: {_named(headers)}. Say which one is, as in --map 'Their header=text', or in "
            "which row the headers are, as in --header-row 3"
        )
    return mapped


def _refuse_two_ids(headers: Sequence[str], mapped: Mapping[int, str], adjusted: Mapping[str, str]) -> None:
    """Rows that name their claim in a column of its own have another id for themselves."""
    told = {_plain(header) for header in adjusted}
    names = {_plain(header): header for at, header in enumerate(headers) if mapped.get(at, "id") == "id"}
    if {"id", "claim id"} <= names.keys() - told:
        raise InvalidValue(
            f"both {names['id']!r} and {names['claim id']!r} may be the claim's id. Choose: --map '{names['id']}=' ignores the first, --map '{names['claim id']}=' the second"
        )


def known_columns(headers: Sequence[str], adjusted: Mapping[str, str] | None = None) -> dict[int, str]:
    """The same of any file, whichever fields it has. Raises InvalidValue where two columns with one header would be a field."""
    adjusted = {_plain(header): field for header, field in (adjusted or {}).items()}
    _refuse_unknown(headers, adjusted)
    shown = set(SHOWN) - COUNTED if is_of_claims(headers) else set()
    found: dict[int, str] = {}
    for known in (adjusted, {field: field for field in READ}, _SYNONYMS, *_SOURCE):
        for position, header in enumerate(headers):
            field = _field(known, header)
            if field is None or position in found:
                continue
            if known is not adjusted and header.strip().casefold() in shown:
                continue
            if field and field in found.values() and field not in SEVERAL:
                if known is adjusted:
                    raise InvalidValue(
                        f"two columns would be {field!r}: ignore one of them with --map 'Its header='"
                    )
                continue
            found[position] = field
    read = {position: field for position, field in found.items() if field}
    _refuse_doubled(headers, read)
    return read


def is_of_claims(headers: Sequence[str]) -> bool:
    """Whether it is a sheet that the desk wrote of its claims: an export, or a list in CSV."""
    there = {header.strip().casefold() for header in headers}
    return "version" in there or {"first_seen", "last_seen"} <= there


def is_verdict(header: str) -> bool:
    """Whether a column tells verdicts, by its header."""
    return _plain(header) in _VERDICTS


def note_of(header: str, cell: str) -> str:
    """The note that a cell makes: what its header says comes first, but where that says nothing more.

    Remarks that are but a number are none: exports tell so how many there are.
    """
    cell = cell.strip()
    if _plain(header) in _REMARKS:
        return "" if cell.isdigit() else cell
    return f"{header.strip()}: {cell}" if cell else ""


def _refuse_doubled(headers: Sequence[str], read: Mapping[int, str]) -> None:
    plain = [_plain(header) for header in headers]
    for position, field in read.items():
        if field not in SEVERAL and plain.count(plain[position]) > 1:
            raise InvalidValue(
                f"{plain.count(plain[position])} columns are called {headers[position]!r}, and only one can be read as {field}: rename the others"
            )


def _field(known: Mapping[str, str], header: str) -> str | None:
    """What the header of a column means; "Claim / statement" what both words do."""
    plain = _plain(header)
    if plain in known or "/" not in plain:
        return known.get(plain)
    meant = {known.get(part.strip()) for part in plain.split("/")}
    return meant.pop() if len(meant) == 1 else None


def _plain(header: str) -> str:
    """A header as it is compared: "Claim_ID " is "claim id", "When (said)?" "when said"; names of fields keep their underscore."""
    name = " ".join(header.split()).casefold()
    underscored = name.replace(" ", "_")
    return underscored if underscored in READ else re.sub(r"[\s_()-]+", " ", name).strip(" :*?!")


def _refuse_unknown(headers: Sequence[str], adjusted: Mapping[str, str]) -> None:
    plain = {_plain(header) for header in headers}
    for header, field in adjusted.items():
        if header not in plain:
            raise InvalidValue(f"there is no column {header!r} to map. Columns: {_named(headers)}")
        if field and field not in READ:
            raise InvalidValue(f"{field!r} is not a field that can be imported. Fields: {', '.join(READ)}")


def cells_of(
    headers: Sequence[str],
    row: Sequence[str],
    columns: Mapping[int, str],
    links: Mapping[int, str] | None,
) -> dict[str, str]:
    """A row's cells by their fields. Several columns of notes are one note, a line each, and what stands beside links is in it, too.

    `links` are the addresses behind the texts of cells, by their columns.
    """
    behind = links or {}
    row = [with_address(columns.get(at), cell, behind.get(at)) for at, cell in enumerate(row)]
    cells = {field: row[at] for at, field in columns.items() if field not in SEVERAL}
    notes = [note_of(headers[at], words) for at, words in take_places(cells, columns, behind)]
    notes += [note_of(headers[at], row[at]) for at, field in columns.items() if field == "note"]
    linked = [at for at, field in columns.items() if field == "evidence"]
    notes += [note_of(headers[at], row[at]) for at in linked if not contains_only_links(row[at])]
    cells["note"] = "\n".join(filter(None, notes))
    cells["evidence"] = "\n".join(row[at] for at in linked)
    cells |= {header: row[at] for at, header in enumerate(headers) if header == FILED_AT}
    return cells | {field: NO_VALUE for at, field in columns.items() if row[at] == NO_VALUE}


def names_claims(headers: Sequence[str], adjusted: Mapping[str, str] | None = None) -> bool:
    """Whether these may be the headers of a sheet: one of them is that of the claim's id or text."""
    known = _SYNONYMS | {field: field for field in READ}
    known |= {_plain(header): field for header, field in (adjusted or {}).items()}
    return any(_field(known, header) in ("id", "text") for header in headers)


def _named(headers: Sequence[str]) -> str:
    """The headers as a message names them."""
    return ", ".join(map(repr, filter(str.strip, headers))) or "none"
