"""A decision in a sheet is about the claim as it was printed there: what nobody wrote into the sheet changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.desk.decisions import Decision
from claimtrack.core.errors import Refused
from claimtrack.core.texts.printable import MOST_SHOWN, brief
from claimtrack.store import appearances, edits

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.core.desk.decisions import Ruling
    from claimtrack.store.claims import ClaimRow


def as_written(db: Database, claim: ClaimRow, ruling: Ruling) -> Ruling:
    """The decision without the words that were printed: a claim that was reworded since keeps its new ones.

    Raises Refused where somebody wrote other words into the sheet than the desk has come to have.
    """
    if ruling.version is None or ruling.decision is Decision.SKIP:
        return ruling
    found = edits.current(db, claim.id)
    is_taken_in = ruling.decision in (Decision.ACCEPT, Decision.EDIT)
    if not is_taken_in or found is None or ruling.version >= found[1]:
        return ruling
    printed = edits.as_of(db, claim.id, found[0], ruling.version)
    return replace(
        ruling,
        text=_written(claim.id, "text", ruling.text, printed.text, claim.text),
        speaker=_written(claim.id, "speaker", ruling.speaker, printed.claimant, claim.claimant),
    )


def without_former_quote(db: Database, ruling: Ruling, seen: int | None) -> Ruling:
    """The decision about a claim that was printed, or `seen`, in some version, without the words that its article had then: it has others now."""
    shown = seen if ruling.version is None else ruling.version
    if ruling.quote is None or shown is None:
        return ruling
    is_former = appearances.is_former_quote(db, ruling.claim_id, ruling.quote, shown)
    return replace(ruling, quote=None) if is_former else ruling


def _written(claim_id: int, field: str, cell: str | None, printed: str | None, now: str | None) -> str | None:
    if cell is None or cell == (printed or "").strip():
        return None
    if now not in (printed, cell):
        raise Refused(
            f"claim {claim_id}, {field}: changed to “{brief(now or 'nobody', MOST_SHOWN)}” on the desk since the sheet was printed, but “{brief(cell, MOST_SHOWN)}” in the sheet: empty the "
            "cell to keep the desk's, or print the sheet again"
        )
    return cell
