"""Which claim of the desk a row of a sheet names by its id, and how that stood when the sheet was written."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.match import share_no_terms
from claimtrack.core.sheets.sheets import FILED_AT
from claimtrack.core.texts.printable import MOST_SHOWN, brief
from claimtrack.store import edits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

_LARGEST = 19
"""Digits of the largest number that SQLite keeps, 2**63 - 1."""
_NO_ID = "id is not a number: if the sheet numbers its own rows, leave that column out, --map 'Its header='"
"""In the same words for each cell, so that a sheet of thousands has it told once."""
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z")


def parse_number(cells: Mapping[str, str], name: str) -> int | None:
    """The id or the version that a row has. Raises InvalidValue."""
    cell = cells.get(name, "").strip().removesuffix(".0")
    if not cell:
        return None
    if not cell.isascii() or not cell.isdigit():
        raise InvalidValue(_NO_ID if name == "id" else f"{name} is not a number: {brief(cell, MOST_SHOWN)!r}")
    if len(cell.lstrip("0")) > _LARGEST or int(cell) >= 2**63:
        raise InvalidValue(f"{name} is too large a number: {cell[:MOST_SHOWN]!r}")
    return int(cell)


def named(db: Database, cells: Mapping[str, str]) -> int | None:
    """The claim of the desk that the row names; None where it names none, or one that another desk has under this number.

    Raises InvalidValue for an id that is no number.
    """
    claim_id = parse_number(cells, "id")
    return claim_id if claim_id is not None and edits.is_there(db, claim_id, _filed_at(cells)) else None


def names_claim(db: Database, cells: Mapping[str, str]) -> bool:
    """Whether the row names a claim of the desk."""
    with suppress(InvalidValue):  # which is told where the row is compared
        return named(db, cells) is not None
    return False


def is_from_other_desk(db: Database, cells: Mapping[str, str]) -> bool:
    """Whether the row is of an export of another desk: it has an id, and the moment at which no claim of this desk's was filed under it."""
    return parse_number(cells, "id") is not None and _filed_at(cells) is not None and named(db, cells) is None


def exported_claim(db: Database, cells: Mapping[str, str]) -> edits.Editable | None:
    """The claim that the row names, as it stood when the sheet was written; None where it names none."""
    with suppress(InvalidValue):
        claim_id = named(db, cells)
        found = edits.current(db, claim_id) if claim_id is not None else None
        if claim_id is not None and found is not None:
            return claim_at_version(db, claim_id, *found, parse_number(cells, "version"))
    return None


def claim_at_version(
    db: Database, claim_id: int, now: edits.Editable, version: int, exported_at: int | None
) -> edits.Editable:
    """The claim as it stood at that change in history, where that is not its last `version`."""
    is_older = exported_at is not None and exported_at < version
    return edits.as_of(db, claim_id, now, exported_at or 0) if is_older else now


def refuse_another_claim(claim_id: int, cells: Mapping[str, str], held: str) -> None:
    """Raise Refused where the words have nothing in common with those of the claim: a sheet that numbers its own rows.

    A row that has the moment at which the claim was filed, as an export tells it, is that claim's, whatever it says.
    """
    text = cells["text"]
    if not _filed_at(cells) and share_no_terms(text, held):
        raise Refused(
            f"claim {claim_id} is “{brief(held, MOST_SHOWN)}”, which is not “{brief(text, MOST_SHOWN)}”. If the sheet numbers its own rows, leave that column out: --map "
            "'Its header='. To reword a claim this much, keep the created_at column of the export"
        )


def _filed_at(cells: Mapping[str, str]) -> str | None:
    """The moment at which the claim was filed on the desk that the sheet is of, as it stands there."""
    told = cells.get(FILED_AT, "").strip()
    return told if _MOMENT.fullmatch(told) else None
