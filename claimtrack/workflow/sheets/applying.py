"""Writes the changes of an import plan: all or nothing, and under the desk's own rules."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.errors import ClaimtrackError, Refused
from claimtrack.core.language.capitals import is_same_name_respelt
from claimtrack.core.model import Statement
from claimtrack.store import claimants, claims, edits, evidence, history, notes, speakers
from claimtrack.store.file.connecting import large_cache
from claimtrack.store.file.database import trial, write_transaction
from claimtrack.store.history_ranges import NOTHING, Run, record_import
from claimtrack.store.index import postings
from claimtrack.workflow import occasions
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.concurrent_additions import ConcurrentAdditions
from claimtrack.workflow.matching.matching import Repeats
from claimtrack.workflow.occasions import Occasion
from claimtrack.workflow.progress import Progress, count_progress, no_progress
from claimtrack.workflow.sheets.changes import COMPARED, Change, RowOccasion

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange
    from claimtrack.workflow.sheets.changes import RowSource
    from claimtrack.workflow.sheets.importing import Plan


def apply_plan(
    db: Database, plan: Plan, *, dry_run: bool = False, actor: str | None, follow: Progress = no_progress
) -> HistoryRange:
    """Write all changes of the plan in one transaction; a dry run writes nothing.

    Returns the range of history, for `undoing.take_back_import`. Raises Refused for a plan with problems, or if the desk changed since
    it was made, and any error of the desk's rules with the line of the row: then nothing is written.
    """
    if plan.problems:
        raise Refused(f"the file has {len(plan.problems):,} problems; nothing was imported")
    if dry_run:
        with trial(db, actor, size=len(plan.changes)) as desk:
            _apply(desk, plan, actor, follow)
        return NOTHING
    with large_cache(db):
        written, plan.filed = _apply(db, plan, actor, follow)
    return written


def _apply(
    db: Database, plan: Plan, actor: str | None, follow: Progress
) -> tuple[HistoryRange, dict[int, int]]:
    """Write all changes; return their range of history, and the claims that new rows were filed as, by their lines."""
    written: list[HistoryRange] = []
    filed: dict[int, int] = {}
    with write_transaction(db, actor), record_import(db, written, Run()):
        late = ConcurrentAdditions(db, plan.newest)
        # Checked before any is written: respelling a name changes other claims, too.
        for change in plan.changes:
            _refuse_changed(db, change)
        for change in count_progress(plan.changes, follow, "Writing rows"):
            _write_change(db, change, late, filed, actor)
        _renew_suggestions(db, plan.changes)
    return written[0], filed


def _write_change(
    db: Database, change: Change, late: ConcurrentAdditions, filed: dict[int, int], actor: str | None
) -> None:
    """Write one change. `filed` maps the lines of earlier rows to the claims that they were filed as."""
    try:
        if change.is_new:
            filed[change.line] = _file_claim(db, change, late)
        claim_id = _write_fields(db, change, filed)
        if change.said and (change.is_new or change.is_again):
            _record_occasion(db, claim_id, change.said, is_repeat=change.is_again)
        if change.note:
            notes.add(db, claim_id, change.note, author=actor)
        for one in change.links:
            _attach(db, claim_id, one, actor)
    except ClaimtrackError as error:
        raise type(error)(f"line {change.line}: {error}; nothing was imported") from error


def _attach(db: Database, claim_id: int, one: RowSource, actor: str | None) -> None:
    """Add a source, or a quote to one that the claim has."""
    if one.held is None:
        evidence.add(db, claim_id, one.source, stance=one.stance, quote=one.quote, added_by=actor)
    elif evidence.get(db, one.held)["quote"]:
        raise Refused(f"the quote of {one.source} was written while you were looking: run the import again")
    else:
        evidence.change(db, one.held, {"quote": one.quote})


def _refuse_changed(db: Database, change: Change) -> None:
    if change.claim_id is not None and change.fields:
        found = edits.current(db, change.claim_id)
        if found is None or found[1] != change.version:
            raise _changed_error(change)
    elif change.claim_id is not None and _is_another_claim(db, change.claim_id, change):
        raise _changed_error(change)


def _changed_error(change: Change) -> Refused:
    return Refused(
        f"line {change.line}: claim {change.claim_id} was changed while you were looking; nothing was imported. Run the import again"
    )


def _is_another_claim(db: Database, claim_id: int, change: Change) -> bool:
    """Whether the claim is gone since the row was compared with it or, if its words led to it, says something else, or somebody else says it."""
    for one in history.of_row_since(db, "claims", claim_id, change.version):
        if one["new_row"] is None:
            return True
        old, new = json.loads(one["old_row"]), json.loads(one["new_row"])
        if change.said and any(old[name] != new[name] for name in ("text", "claimant_id")):
            return True
    return False


def _renew_suggestions(db: Database, changes: Iterable[Change]) -> None:
    """Store new suggestions for the edited claims, once all of them are written."""
    edited = [one.claim_id for one in changes if one.claim_id is not None and one.fields.keys() & COMPARED]
    if edited:
        postings.index_pending(db.conn)  # else each look-up would read the new words of all others one by one
    for claim_id in edited:
        matching.renew_suggestions(db, claim_id)


def _file_claim(db: Database, change: Change, late: ConcurrentAdditions) -> int:
    after = change.after
    said = Statement(after["text"], after.get("claimant"), after.get("claimed_on"))
    filed_meanwhile = late.repeated_by(matching.with_main_name(db, said))
    if filed_meanwhile is not None:
        raise Refused(
            f"claim {filed_meanwhile} was filed with these words while you were looking: run the import again"
        )
    claim_id = edits.add(db, after)
    if change.resembles:
        matching.record_suggestions(db, {claim_id: Repeats(change.resembles, change.worth_judging)})
    return claim_id


def _write_fields(db: Database, change: Change, filed: dict[int, int]) -> int:
    if change.claim_id is None:
        return filed[change.repeats or change.line]
    after = change.after
    if is_same_name_respelt(*change.fields.get("claimant", (None, None))):
        claimants.respell(db, after.pop("claimant"))
    if after:
        before = claims.get(db, change.claim_id)
        edits.update(db, change.claim_id, after)
        if "claimant" in after:
            now = claimants.find(db, after["claimant"])
            speakers.correct_speaker(db, change.claim_id, was=before.claimant_id, now=now)
    return change.claim_id


def _record_occasion(db: Database, claim_id: int, said: RowOccasion, *, is_repeat: bool) -> None:
    claimant_id = claimants.get_or_add(db, said.claimant) if said.claimant else None
    occasions.record_occasion(
        db, claim_id, Occasion.of(db, claimant_id, said.day, said.place), is_repeat=is_repeat
    )
