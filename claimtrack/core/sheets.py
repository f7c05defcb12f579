"""The sheets that the desk writes and reads back: which there are, and what their columns mean."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Preset(StrEnum):
    """What an export holds, one row each."""

    CLAIMS = "claims"
    REVIEWS = "reviews"
    APPEARANCES = "appearances"
    EVIDENCE = "evidence"
    CORRECTIONS = "corrections"
    LOG = "log"


class Layout(StrEnum):
    """How published reviews stand in a ClaimReview export."""

    FEED = "feed"
    LINES = "lines"
    FILES = "files"
    CSV = "csv"


# Columns that hold a JSON array in the database and words side by side in a cell.
LISTS = frozenset({"tags"})

# What an import may change of a claim that is there, in the order of the sheet.
EDITABLE = ("text", "claimant", "claimed_on", "status", "priority", "assignee", "tags")

# What an import reads: the above, which claim it is, how the desk stood, where it was said, and a note on it.
READ = ("id", "version", *EDITABLE, "url", "place", "note")

# How other people head these columns.
_SYNONYMS = {
    "claim": "text",
    "claim text": "text",
    "statement": "text",
    "exact words": "text",
    "quote": "text",
    "speaker": "claimant",
    "who": "claimant",
    "date": "claimed_on",
    "claim date": "claimed_on",
    "date said": "claimed_on",
    "said on": "claimed_on",
    "owner": "assignee",
    "assigned to": "assignee",
    "tag": "tags",
    "topics": "tags",
    "link": "url",
    "source url": "url",
    "where": "place",
    "notes": "note",
    "claim id": "id",
}

# A source is whoever spoke or, beside a column that says who did, the place, as in `claimtrack add --source`.
_SOURCE = ({"source": "claimant"}, {"source": "place"})


def map_headers(headers: Sequence[str], adjusted: Mapping[str, str] | None = None) -> dict[int, str]:
    """Which column of a file is which field: position -> name of READ. Columns that are none are left out.

    A column goes by its own name first, then by a usual one. `adjusted` maps headers of the file to
    fields, or to "" to leave the column out. Raises InvalidValue where a field would have two columns,
    or where there is neither an id nor a text to know a claim by.
    """
    mapped = known_columns(headers, adjusted)
    if not {"id", "text"} & set(mapped.values()):
        raise InvalidValue(
            f"no column is the claim's id or text; there are {', '.join(map(repr, headers))}. "
            "Say which one is, as in --map 'Their header=text'"
        )
    return mapped


def known_columns(headers: Sequence[str], adjusted: Mapping[str, str] | None = None) -> dict[int, str]:
    """The same of any file, whichever fields it has. Raises InvalidValue where two columns with one header would be a field."""
    adjusted = {_plain(header): field for header, field in (adjusted or {}).items()}
    _refuse_unknown(headers, adjusted)
    found: dict[int, str] = {}
    for known in (adjusted, {field: field for field in READ}, _SYNONYMS, *_SOURCE):
        is_export = "version" in found.values()
        for position, header in enumerate(headers):
            field = known.get(_plain(header))
            if field is None or position in found:
                continue
            if is_export and known is _SYNONYMS and field == "note":
                continue  # the column `notes` of an export says how many there are
            if field and field in found.values():
                if known is adjusted:
                    raise InvalidValue(f"two columns are to be {field!r}: map one of them to nothing")
                continue
            found[position] = field
    read = {position: field for position, field in found.items() if field}
    _refuse_doubled(headers, read)
    return read


def _refuse_doubled(headers: Sequence[str], read: Mapping[int, str]) -> None:
    plain = [_plain(header) for header in headers]
    for position, field in read.items():
        if plain.count(plain[position]) > 1:
            raise InvalidValue(
                f"{plain.count(plain[position])} columns are headed {headers[position]!r}, and only one can be read as {field}: "
                "rename the others"
            )


def _plain(header: str) -> str:
    """A header as it is compared: "Claim_ID " is "claim id"; names of fields keep their underscore."""
    name = " ".join(header.split()).casefold()
    underscored = name.replace(" ", "_")
    return underscored if underscored in READ else re.sub(r"[\s_-]+", " ", name).strip(" :*")


def _refuse_unknown(headers: Sequence[str], adjusted: Mapping[str, str]) -> None:
    plain = {_plain(header) for header in headers}
    for header, field in adjusted.items():
        if header not in plain:
            raise InvalidValue(f"no column {header!r} to map; there are {', '.join(map(repr, headers))}")
        if field and field not in READ:
            raise InvalidValue(f"{field!r} is no field to import: {', '.join(READ)}")
