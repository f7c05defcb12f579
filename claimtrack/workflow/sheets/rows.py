"""Compares a row of an edited sheet with the desk: which claim it is about, and what it changes.

Each row of an export has the claim's `version`, its last change in history. A cell is therefore compared with the claim as it was
then: what the editor did not touch stays as the desk has it now, and a cell that both sides changed differently is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue, NotFound, Refused
from claimtrack.core.language.capitals import is_same_name_respelt
from claimtrack.core.model import Stance, Status
from claimtrack.core.sheets.cells import refuse_formulas
from claimtrack.core.sheets.edited_cells import has_value, parse_cell
from claimtrack.core.sheets.own_columns import move_into_tags
from claimtrack.core.sheets.sheets import EDITABLE_FIELDS
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.languages import read_language
from claimtrack.core.texts.links import read_links, read_sources
from claimtrack.store import appearances, claimants, claims, edits, evidence, notes, tags
from claimtrack.workflow import occasions
from claimtrack.workflow.occasions import Occasion
from claimtrack.workflow.sheets.changes import COMPARED, Change, RowSource
from claimtrack.workflow.sheets.ids import (
    claim_at_version,
    is_from_other_desk,
    named,
    parse_number,
    refuse_another_claim,
)
from claimtrack.workflow.sheets.repeats import is_occasion_known, read_occasion

if TYPE_CHECKING:
    from claimtrack.workflow.sheets.repeats import DeskLookUp

_WORK = ("status", "priority", "assignee", "due_on", "tags")
"""Fields for a desk's own work on a claim, not for the claim itself."""
_WITHOUT_REVIEW = {Status.PUBLISHED: Status.PARKED, Status.IN_REVIEW: Status.CHECKING}
"""A status of another desk that depends on a review, which no sheet contains -> the status of the claim without it."""

_NAMELESS = "neither an id nor a text: add the claim, or delete the row"


def compare_row(
    db: Database, line: int, cells: dict[str, str], on_desk: DeskLookUp, notices: list[str]
) -> Change:
    """The change that a row makes. Raises ClaimtrackError if it cannot be parsed, or conflicts with a later change on the desk."""
    refuse_formulas(cells)
    claim_id, is_named = _match_claim(db, line, cells, on_desk, notices)
    if claim_id is None:
        change = _new_claim(db, line, cells, on_desk)
        return _without_review(change) if is_from_other_desk(db, cells) else change
    found = edits.current(db, claim_id)
    if found is None:
        raise claims.unknown_claim(claim_id)
    note = _note(cells)
    if note and any(one["body"] == note for one in notes.of_claim(db, claim_id)):
        note = None
    if not is_named:  # a row without an id was not exported from here: its empty cells clear nothing
        cells = {name: cell for name, cell in cells.items() if has_value(name, cell)}
    is_from_elsewhere = is_from_other_desk(db, cells)
    if is_from_elsewhere:  # its version is one of that desk's history
        cells.pop("version", None)
    fields, stays = _find_edits(db, claim_id, cells, *found)
    links = _new_links(db, line, claim_id, cells, notices)
    notices += [f"line {line}: claim {claim_id} keeps later changes on the desk: {stays}"] if stays else []
    if "text" in fields:
        refuse_another_claim(claim_id, cells, found[0].text)
    held = found[0].text
    is_respelt = not is_named and clean_line(cells["text"]) != clean_line(held)
    change = Change(
        line,
        claim_id,
        fields,
        note=note,
        links=links,
        version=found[1],
        held=held if is_respelt else None,
    )
    if is_named:
        return replace(change, named=claim_id)
    change = _with_occasion(db, change, cells)
    return _without_other_desks_work(change) if is_from_elsewhere else change


def _without_other_desks_work(change: Change) -> Change:
    """Drop another desk's work on a claim: this desk has the claim, too, and keeps its own status, tags and so on."""
    kept = tuple(name for name in _WORK if name in change.fields)
    fields = {name: values for name, values in change.fields.items() if name not in kept}
    return replace(change, fields=fields, kept=kept)


def _find_edits(
    db: Database, claim_id: int, cells: Mapping[str, str], now: edits.EditableClaim, version: int
) -> tuple[dict[str, tuple[Any, Any]], str]:
    """The fields that the row changes, and in words what the desk has changed in its other cells since the export."""
    exported_at = parse_number(cells, "version")
    base = claim_at_version(db, claim_id, now, version, exported_at)
    base = replace(base, tags=tags.resolve_all(db, base.tags))
    cells = move_into_tags(cells, base.tags)
    edited = {
        name: value
        for name in EDITABLE_FIELDS
        if name in cells
        and (value := _read(db, name, cells[name], getattr(base, name))) != getattr(base, name)
        and not (name == "claimant" and _is_known_as(db, claim_id, value, base, exported_at))
        and not (name == "language" and _is_only_shown(db, claim_id, value, base, exported_at or version))
    }
    moved = {
        name: getattr(now, name) for name in EDITABLE_FIELDS if getattr(base, name) != getattr(now, name)
    }
    _refuse_conflicting_edit(claim_id, edited, base, moved)
    fields = {
        name: (getattr(now, name), value) for name, value in edited.items() if value != getattr(now, name)
    }
    stays = [_step(name, getattr(base, name), value) for name, value in moved.items() if name not in edited]
    return fields, "; ".join(stays) if fields else ""


def _read(db: Database, field: str, cell: str, held: Any = None) -> Any:
    value = parse_cell(field, cell, held)
    return tags.resolve_all(db, value) if field == "tags" else value


def _is_known_as(
    db: Database, claim_id: int, name: str | None, base: edits.EditableClaim, exported_at: int | None
) -> bool:
    """Whether a name is another name of the claim's claimant, or was its name when the sheet was written.

    The same name in another spelling is a change: the claimant is spelt so from then on.
    """
    if not is_same_name_respelt(base.claimant, name) and claimants.standing_name(db, name) == base.claimant:
        return True
    return exported_at is not None and name in edits.names_since(db, claim_id, exported_at)


def _is_only_shown(
    db: Database, claim_id: int, language: str | None, base: edits.EditableClaim, since: int
) -> bool:
    """Whether a language is that of an article, which sheets show for a claim without one of its own."""
    return base.language is None and language in map(
        read_language, edits.languages_shown(db, claim_id, since)
    )


def _with_occasion(db: Database, change: Change, cells: Mapping[str, str]) -> Change:
    """Add the occasion of a row that was matched to a claim by its words: another day or place is a further occasion.

    The claim keeps its spelling, claimant, day and language. The row supplies them only where they are missing, and the day only if the desk knows
    no occasion on that day or before.
    """
    claim = claims.get(db, change.claim_id or 0)
    said = read_occasion(cells, held=claim.claimed_on)
    fields = {
        name: values for name, values in change.fields.items() if name not in COMPARED or values[0] is None
    }
    if not occasions.is_claim_day(db, claim, Occasion(said_on=said.day, source=said.place)):
        fields.pop("claimant", None)
    if said.day and appearances.is_day_known(db, claim.id, said.day):
        fields.pop("claimed_on", None)
    if claims.language(db, claim.id) is not None:
        fields.pop("language", None)
    is_own_day = said.day in (None, claim.claimed_on) or "claimed_on" in fields
    is_again = not (is_own_day and said.place is None) and not is_occasion_known(db, claim, said)
    return replace(change, fields=fields, said=said, is_again=is_again)


def _refuse_conflicting_edit(
    claim_id: int, edited: Mapping[str, Any], base: edits.EditableClaim, moved: Mapping[str, Any]
) -> None:
    """Raise Refused if both the desk and the row changed a cell, to different values."""
    both = [name for name, value in edited.items() if name in moved and moved[name] != value]
    if both:
        conflicts = "; ".join(
            f"{_step(name, getattr(base, name), moved[name])} on the desk, {quote_value(edited[name])} in the file"
            for name in both
        )
        raise Refused(
            f"claim {claim_id} was changed both on the desk and in the file, {conflicts}. Put the desk's value in the cell, or delete "
            "the row to import the others"
        )


def _step(name: str, before: Any, after: Any) -> str:
    return f"{name}: {quote_value(before)} → {quote_value(after)}"


def _match_claim(
    db: Database, line: int, cells: Mapping[str, str], on_desk: DeskLookUp, notices: list[str]
) -> tuple[int | None, bool]:
    """Find the row's claim by its id, else by its words; None for a new one. Also returns whether it was found by the id."""
    claim_id = parse_number(cells, "id")
    if (found := named(db, cells)) is not None:
        return found, True
    if not cells.get("text", "").strip():
        raise claims.unknown_claim(claim_id) if claim_id else NotFound(_NAMELESS)
    same = on_desk.repeated(cells)
    if claim_id is not None:
        which = f"matched to claim {same} by its words" if same else "filed as a new claim"
        is_taken = edits.exists(db, claim_id)
        why = f"claim {claim_id} is from another desk" if is_taken else f"there is no claim {claim_id}"
        notices.append(f"line {line}: {why}; {which}")
    return same, False


def _new_claim(db: Database, line: int, cells: Mapping[str, str], on_desk: DeskLookUp) -> Change:
    cells = move_into_tags(cells, ())
    values = {
        name: _read(db, name, cells[name]) for name in EDITABLE_FIELDS if has_value(name, cells.get(name, ""))
    }
    fields = {name: (None, value) for name, value in values.items()}
    is_numbered = bool(cells.get("id", "").strip())
    like = on_desk.resembled(cells)
    sources, quote = _read_sources(cells)
    links = tuple(RowSource(source, stance or Stance.CONTEXT, quote) for source, stance in sources.items())
    return Change(
        line,
        None,
        fields,
        said=read_occasion(cells),
        note=_note(cells),
        links=links,
        is_numbered=is_numbered,
        resembles=like.matches,
        worth_judging=like.worth_judging,
    )


def _without_review(change: Change) -> Change:
    """Reset the status of another desk's new claim if that depends on a review, which stays there."""
    status = change.after.get("status")
    if status not in _WITHOUT_REVIEW:
        return change
    return replace(
        change, fields=change.fields | {"status": (None, _WITHOUT_REVIEW[status])}, kept=("status",)
    )


def _note(cells: Mapping[str, str]) -> str | None:
    cell = cells.get("note", "")
    return parse_cell("note", cell) if cell.strip() else None


def _new_links(
    db: Database, line: int, claim_id: int, cells: Mapping[str, str], notices: list[str]
) -> tuple[RowSource, ...]:
    """The row's evidence that the claim does not have yet, or has without a quote. Existing evidence stays: differences are reported."""
    sources, quote = _read_sources(cells)
    held = evidence.by_source(db, claim_id) if sources else {}
    there = f"line {line}: claim {claim_id} already has the"
    notices += [
        f"{there} link {source} as {held[source]['stance']}, and keeps it that way"
        for source, stance in sources.items()
        if source in held and stance not in (None, held[source]["stance"])
    ]
    notices += [
        f"{there} link {source} with the quote {quote_value(held[source]['quote'])}, and keeps it"
        for source in sources
        if source in held and quote and held[source]["quote"] not in (None, quote)
    ]
    return tuple(
        RowSource(source, stance or Stance.CONTEXT, quote, held[source]["id"] if source in held else None)
        for source, stance in sources.items()
        if source not in held or (quote and held[source]["quote"] is None)
    )


def _read_sources(cells: Mapping[str, str]) -> tuple[dict[str, Stance | None], str | None]:
    """The sources of a row with their stances, and its quote. Raises InvalidValue if it is not clear which source is quoted."""
    sources = read_links(cells.get("evidence", "")) | read_sources(cells.get("evidence_source", ""))
    quote = parse_cell("evidence_quote", cells.get("evidence_quote", "")) or None
    if quote and len(sources) != 1:
        raise InvalidValue(
            f"evidence_quote is a passage of one source, and the row names {len(sources) or 'none'}: name one in `evidence url` or "
            "`evidence source`, and add others with `claimtrack link ID SOURCE`"
        )
    return sources, quote


def quote_value(value: Any) -> str:
    """A value in quotation marks, as a diff shows it."""
    if isinstance(value, tuple):
        value = ", ".join(value)
    return "nothing" if value in (None, "") else f"“{value}”"
