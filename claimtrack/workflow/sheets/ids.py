"""Finds the claim that a row of a sheet names by its id, and how it was when the sheet was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.match import fold_text, share_no_terms
from claimtrack.core.sheets.map_options import map_option
from claimtrack.core.sheets.sheets import FILED_AT_COLUMN
from claimtrack.core.texts.printable import MOST_SHOWN, brief
from claimtrack.store import edits

_LARGEST = 19
"""How many digits the largest integer of SQLite has, 2**63 - 1."""
_NO_ID = (
    f"id is not a number: if the sheet numbers its own rows, leave that column out, {map_option('id', '')}"
)
"""The same words for each cell, so that a sheet of thousands reports it once."""
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z")


def parse_number(cells: Mapping[str, str], name: str) -> int | None:
    """Parse the id or the version of a row; None for an empty cell. Raises InvalidValue."""
    cell = cells.get(name, "").strip().removesuffix(".0")
    if not cell:
        return None
    if not cell.isascii() or not cell.isdigit():
        raise InvalidValue(_NO_ID if name == "id" else f"{name} is not a number: {brief(cell, MOST_SHOWN)!r}")
    if len(cell.lstrip("0")) > _LARGEST or int(cell) >= 2**63:
        raise InvalidValue(f"{name} is too large a number: {cell[:MOST_SHOWN]!r}")
    return int(cell)


def named(db: Database, cells: Mapping[str, str]) -> int | None:
    """The id of the claim that the row names; None if it names none, or one of another desk with the same id.

    Raises InvalidValue for an id that is no number.
    """
    claim_id = parse_number(cells, "id")
    return claim_id if claim_id is not None and edits.exists(db, claim_id, _filed_at(cells)) else None


def names_claim(db: Database, cells: Mapping[str, str]) -> bool:
    """Whether the row names a claim of the desk."""
    with suppress(InvalidValue):  # reported where the row is compared
        return named(db, cells) is not None
    return False


def is_from_other_desk(db: Database, cells: Mapping[str, str]) -> bool:
    """Whether the row was exported from another desk: its id and filing time are those of no claim here."""
    return parse_number(cells, "id") is not None and _filed_at(cells) is not None and named(db, cells) is None


def exported_claim(db: Database, cells: Mapping[str, str]) -> edits.EditableClaim | None:
    """The claim that the row names, as it was when the sheet was written; None if it names none."""
    with suppress(InvalidValue):
        claim_id = named(db, cells)
        found = edits.current(db, claim_id) if claim_id is not None else None
        if claim_id is not None and found is not None:
            return claim_at_version(db, claim_id, *found, parse_number(cells, "version"))
    return None


def claim_at_version(
    db: Database, claim_id: int, now: edits.EditableClaim, version: int, exported_at: int | None
) -> edits.EditableClaim:
    """The claim as it was at the change `exported_at` in history, if that is older than its current `version`."""
    is_older = exported_at is not None and exported_at < version
    return edits.as_of(db, claim_id, now, exported_at or 0) if is_older else now


def refuse_another_claim(claim_id: int, cells: Mapping[str, str], held: str) -> None:
    """Raise Refused if the row's words have nothing in common with the claim's: the sheet probably numbers its own rows.

    A row with the filing time of an export is that claim's, whatever its words.
    """
    text = cells["text"]
    if not _filed_at(cells) and share_no_terms(text, held):
        raise Refused(
            f"claim {claim_id} is “{brief(held, MOST_SHOWN)}”, which is not “{brief(text, MOST_SHOWN)}”. If the sheet numbers its own rows, leave that column out: "
            f"{map_option('id', '')}. To reword a claim this much, keep the created_at column of the export"
        )


def refuse_other_claims(db: Database, listed: Iterable[tuple[int, str]]) -> None:
    """Raise Refused if the words of a list, each after a claim's id, have nothing in common with that claim's: then the list is another desk's."""
    for claim_id, words in listed:
        found = edits.current(db, claim_id)
        if found and is_another(words, found[0].text):
            raise Refused(
                f"{describe_another(claim_id, words, found[0].text)}: make the list anew. Nothing was changed"
            )


def is_another(words: str, held: str) -> bool:
    """Whether these words of a sheet are those of another claim than the one of their id, which the desk holds."""
    return fold_text(words) != fold_text(held) and share_no_terms(words, held)


def describe_another(claim_id: int, words: str, held: str) -> str:
    """Say that the words belong to another claim, and where they may be from."""
    return (
        f"claim {claim_id} is “{brief(held, MOST_SHOWN)}” here, but “{brief(words, MOST_SHOWN)}” there, which was printed by another desk, or by this one "
        "before it was put back from a backup"
    )


def _filed_at(cells: Mapping[str, str]) -> str | None:
    """The time at which the claim was filed, as exported by its desk; None if the row has none."""
    filed_at = cells.get(FILED_AT_COLUMN, "").strip()
    return filed_at if _MOMENT.fullmatch(filed_at) else None
