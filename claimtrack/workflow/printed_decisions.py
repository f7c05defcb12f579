"""Compares decisions in a sheet with the claims as printed there: a cell that nobody edited changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.desk.decisions import Decision
from claimtrack.core.errors import Refused
from claimtrack.core.match import fold_text
from claimtrack.core.texts.printable import MOST_SHOWN, brief
from claimtrack.store import edits, versions
from claimtrack.workflow.sheets.ids import describe_another, is_another

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.core.desk.decisions import Ruling
    from claimtrack.store.claims import ClaimRow

_WITH_WORDS = (Decision.ACCEPT, Decision.EDIT)


def as_written(db: Database, claim: ClaimRow, ruling: Ruling) -> Ruling:
    """Drop the unedited words from a decision: a claim that was reworded since keeps its new ones.

    Raises Refused if a cell was edited and the desk has changed meanwhile, too, if a claim is to leave the queue for words that it no
    longer has, or if the sheet is another desk's.
    """
    if ruling.version is None or ruling.decision is Decision.SKIP:
        return ruling
    found = edits.current(db, claim.id)
    if found is None or ruling.version >= found[1]:
        _refuse_another(claim, ruling, found[1] if found else 0)
        return ruling
    printed = edits.as_of(db, claim.id, found[0], ruling.version)
    if ruling.decision not in _WITH_WORDS:
        _refuse_reworded(claim, printed.text, ruling.text)
        return ruling
    return replace(
        ruling,
        text=_edited_value(claim.id, "text", ruling.text, printed.text, claim.text),
        speaker=_edited_value(claim.id, "speaker", ruling.speaker, printed.claimant, claim.claimant),
    )


def without_former_quote(db: Database, ruling: Ruling, seen: int | None) -> Ruling:
    """Drop the quote from a decision if it is that of the version that was printed, or `seen`: the article has other words now."""
    shown = seen if ruling.version is None else ruling.version
    if ruling.quote is None or shown is None:
        return ruling
    is_former = versions.is_former_quote(db, ruling.claim_id, ruling.quote, shown)
    return replace(ruling, quote=None) if is_former else ruling


def edited_in_vain(db: Database, rulings: Iterable[Ruling]) -> list[int]:
    """Return the claims that were reworded, or given another speaker, in a sheet whose decision about them takes neither: a duplicate, or one to skip."""
    found = []
    for ruling in (one for one in rulings if one.decision in (Decision.DUPLICATE, Decision.SKIP)):
        now = edits.current(db, ruling.claim_id)
        if now and ruling.version:
            text = edits.as_of(db, ruling.claim_id, now[0], ruling.version).text
            names = edits.names_since(db, ruling.claim_id, ruling.version)
            if ruling.text not in (None, text.strip()) or ruling.speaker not in (None, *names):
                found.append(ruling.claim_id)
    return found


def _refuse_another(claim: ClaimRow, ruling: Ruling, version: int) -> None:
    """Raise Refused if this is not the claim that was printed, whose last change here is `version`: every desk has a claim of that number."""
    takes_words = ruling.decision in _WITH_WORDS  # which may have nothing in common with the claim's
    is_later = (ruling.version or 0) > version
    if is_later or (not takes_words and is_another(ruling.text or claim.text, claim.text)):
        words = ruling.text or "another claim"
        raise Refused(f"{describe_another(claim.id, words, claim.text)}: print the sheet again")


def _refuse_reworded(claim: ClaimRow, printed: str, cell: str | None) -> None:
    if fold_text(claim.text) not in (fold_text(printed), fold_text(cell or "")):
        raise Refused(
            f"claim {claim.id} now says “{brief(claim.text, MOST_SHOWN)}”, but “{brief(printed, MOST_SHOWN)}” when the sheet was printed: print the "
            "sheet again, or put the new words in its cell"
        )


def _edited_value(
    claim_id: int, field: str, cell: str | None, printed: str | None, now: str | None
) -> str | None:
    if cell is None or cell == (printed or "").strip():
        return None
    if now not in (printed, cell):
        raise Refused(
            f"claim {claim_id}, {field}: changed to “{brief(now or 'nobody', MOST_SHOWN)}” on the desk since the sheet was printed, but “{brief(cell, MOST_SHOWN)}” in the sheet: empty the "
            "cell to keep the desk's, or print the sheet again"
        )
    return cell
