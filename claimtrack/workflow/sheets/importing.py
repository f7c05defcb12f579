"""An edited sheet comes back: what it changes, what stands against it, and then all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from claimtrack.core.errors import ClaimtrackError, Refused
from claimtrack.core.language.capitals import is_respelt
from claimtrack.core.model import Statement, Status
from claimtrack.core.sheets.cell_links import unread_links
from claimtrack.core.sheets.edited_cells import bad_cells, is_divider, is_wordless
from claimtrack.core.sheets.sheets import cells_of
from claimtrack.core.sheets.words import strange_words, translated
from claimtrack.core.texts.printable import numbered
from claimtrack.store import claimants, claims, edits, evidence, notes, speakers
from claimtrack.store.file.connecting import large_cache
from claimtrack.store.file.database import write_transaction
from claimtrack.store.index import postings
from claimtrack.store.statuses import refuse_step
from claimtrack.store.stretches import Run, recorded
from claimtrack.workflow import occasions
from claimtrack.workflow.days import clean_past_date
from claimtrack.workflow.following import Follow, counted, unfollowed
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.concurrent_additions import Latecomers
from claimtrack.workflow.occasions import Occasion
from claimtrack.workflow.sheets import notices
from claimtrack.workflow.sheets.changes import COMPARED, Change, Said
from claimtrack.workflow.sheets.days import settle_days
from claimtrack.workflow.sheets.ids import as_exported, is_named
from claimtrack.workflow.sheets.repeats import Contradiction, FurtherUp, OnTheDesk, beside
from claimtrack.workflow.sheets.retold import contradictions
from claimtrack.workflow.sheets.rows import compare
from claimtrack.workflow.sheets.shown import left_behind, not_taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sqlite_utils import Database

    from claimtrack.core.sheets.days import DayOrder
    from claimtrack.core.sheets.words import Strange, Words
    from claimtrack.importing.table import Table
    from claimtrack.store.stretches import Stretch
    from claimtrack.workflow.sheets.changes import Row, Source


@dataclass(slots=True)
class Plan:
    """What a file would do: the changes, the rows that change nothing, and the reasons to refuse it."""

    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    problems: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    remedies: list[str] = field(default_factory=list)
    """What to do about problems of one kind, however many rows have them."""
    newest: int = 0
    """The last claim that the desk had when the rows were compared with it."""

    @property
    def cells(self) -> int:
        """How many cells of claims that are there change."""
        return sum(len(change.fields) for change in self.changes if not change.is_new)

    @property
    def changed(self) -> int:
        """How many claims that are there have such cells."""
        return sum(bool(change.fields) and not change.is_new for change in self.changes)

    @property
    def new(self) -> int:
        """How many claims are new."""
        return sum(change.is_new for change in self.changes)

    @property
    def again(self) -> int:
        """How many rows tell that a claim was said another time."""
        return sum(change.is_again for change in self.changes)

    @property
    def notes(self) -> int:
        """How many notes are new, on whichever claims."""
        return sum(change.note is not None for change in self.changes)

    @property
    def links(self) -> int:
        """How many sources are new, on whichever claims."""
        return sum(one.held is None for change in self.changes for one in change.links)

    @property
    def quotes(self) -> int:
        """How many sources that are there get a passage."""
        return sum(one.held is not None for change in self.changes for one in change.links)


def plan_import(
    db: Database,
    table: Table,
    columns: Mapping[int, str],
    order: DayOrder | None = None,
    words: Words | None = None,
    follow: Follow = unfollowed,
) -> Plan:
    """Compare a table with the desk; changes nothing. `columns` is what `map_headers` made of the headers.

    A row is matched by its id, then by its text; `order` says how days such as 3/4/2025 are written, `words` what the sheet's own
    for a status or a priority mean; `follow` hears how far it is. Raises UnreadableSource for a table that breaks off, InvalidValue for a meaning that there is not.
    """
    plan = Plan()
    written = list(table.rows)
    rows = [(line, cells_of(table.headers, row, columns, table.links.get(line))) for line, row in written]
    plan.notices += unread_links(table.headers, columns, table.links)
    rows = _without(rows, is_divider, notices.of_dividers, plan.notices)
    rows = translated(rows, words or {}, plan.notices)
    rows = settle_days(db, rows, order, plan.notices)
    rows = _without(rows, is_wordless, notices.of_wordless, plan.notices)
    plan.newest = claims.newest_id(db)
    strange = strange_words(rows)
    compared, refused = _compared(db, rows, strange, plan.notices, follow)
    misworded, plan.remedies = notices.of_words(table.headers, columns, strange)
    plan.problems += [why for _, why in sorted(refused + misworded, key=itemgetter(0))]
    plan.changes = [change for change in compared if change]
    plan.unchanged = len(compared) - len(plan.changes)
    told = notices.of_changes(db, compared)
    plan.notices += left_behind(db, table.headers, written, compared)
    plan.notices += not_taken(
        db, table.headers, written, {one.line: one.named for one in compared if one.named}
    )
    plan.notices += told.notices
    plan.problems += told.problems
    return plan


def _without(
    rows: list[Row],
    is_none: Callable[[Mapping[str, str]], bool],
    tell: Callable[[Mapping[int, Mapping[str, str]]], str],
    told: list[str],
) -> list[Row]:
    """The rows but for those that are no claim, which are told."""
    left_out = {line: cells for line, cells in rows if is_none(cells)}
    if left_out:
        told.append(tell(left_out))
    return [row for row in rows if row[0] not in left_out]


def _compared(
    db: Database, rows: list[Row], strange: Iterable[Strange], told: list[str], follow: Follow
) -> tuple[list[Change], list[tuple[int, str]]]:
    """What the rows change that can be read, and what stands against the others, each with its first line: told once for all of them."""
    with follow("Looking rows up") as advance:
        on_desk = OnTheDesk(db, (cells for _, cells in rows if not is_named(db, cells)), advance)
    further_up = FurtherUp(db)
    misworded = {(line, one.field) for one in strange for line in one.lines}
    compared: list[Change] = []
    refused: dict[str, list[int]] = {}
    contradicting: dict[str, list[tuple[int, Contradiction]]] = {}
    for line, cells in counted(rows, follow, "Comparing rows"):
        readable = {field: cell for field, cell in cells.items() if (line, field) not in misworded}
        try:
            change = compare(db, line, readable, on_desk, told)
            _refuse_step(db, change)
            _refuse_day_to_come(change)
            change = beside(change, further_up.about(change), told)
        except Contradiction as error:
            contradicting.setdefault(error.what, []).append((line, error))
            continue
        except ClaimtrackError as error:
            for why in dict.fromkeys([*bad_cells(readable, as_exported(db, readable)), str(error)]):
                refused.setdefault(why, []).append(line)
            continue
        if len(readable) == len(cells):
            compared.append(change)
    told_once = [(lines[0], f"{numbered('line', lines)}: {why}") for why, lines in refused.items()]
    return compared, [*told_once, *contradictions(contradicting)]


def _refuse_step(db: Database, change: Change) -> None:
    before, after = change.fields.get("status", (None, None))
    if change.claim_id is not None and before is not None:
        refuse_step(db, change.claim_id, Status(before), Status(after))


def _refuse_day_to_come(change: Change) -> None:
    told = change.after.get("claimed_on")
    heard = change.said.day if change.said and (change.is_new or change.is_again) else None
    for day in filter(None, (told, heard)):
        clean_past_date(day)


def apply_plan(
    db: Database, plan: Plan, *, dry_run: bool = False, actor: str | None, follow: Follow = unfollowed
) -> tuple[int, int]:
    """Write all that the plan changes, in one transaction; a dry run tries it and takes it back.

    The history ids (after, until] of what it did are what `undoing.take_back_import` takes. Raises Refused for a plan with
    problems, or where the desk changed since it was made, and whatever a rule of the desk forbids, with the line of the row:
    then nothing is written.
    """
    if plan.problems:
        raise Refused(f"the file has {len(plan.problems):,} problems; nothing was imported")
    written: list[Stretch] = []
    with large_cache(db):
        with write_transaction(db, actor, dry_run=dry_run), recorded(db, written, Run()):
            late = Latecomers(db, plan.newest)
            filed: dict[int, int] = {}
            # Before any is written: a name that is respelt stands in other claims, too.
            for change in plan.changes:
                _refuse_changed(db, change)
            for change in counted(plan.changes, follow, "Writing rows"):
                _apply(db, change, late, filed, actor)
            _look_again(db, plan.changes)
        if not dry_run:
            postings.index_pending(db.conn)
    return written[0]


def _apply(db: Database, change: Change, late: Latecomers, filed: dict[int, int], actor: str | None) -> None:
    """Write one change. `filed` are the claims that earlier rows were filed as, by their lines."""
    try:
        if change.is_new:
            filed[change.line] = _file(db, change, late)
        claim_id = _write_fields(db, change, filed)
        if change.said and (change.is_new or change.is_again):
            _hear(db, claim_id, change.said, is_repeat=change.is_again)
        if change.note:
            notes.add(db, claim_id, change.note, author=actor)
        for one in change.links:
            _attach(db, claim_id, one, actor)
    except ClaimtrackError as error:
        raise type(error)(f"line {change.line}: {error}; nothing was imported") from error


def _attach(db: Database, claim_id: int, one: Source, actor: str | None) -> None:
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
            raise Refused(
                f"line {change.line}: claim {change.claim_id} was changed while you were looking; nothing was imported. Run the import again"
            )


def _look_again(db: Database, changes: Iterable[Change]) -> None:
    """Keep what the edited claims resemble now, once all of them are written."""
    edited = [one.claim_id for one in changes if one.claim_id is not None and one.fields.keys() & COMPARED]
    if edited:
        postings.index_pending(db.conn)  # else each look-up would read all the others' new words one by one
    for claim_id in edited:
        matching.suggest_anew(db, claim_id)


def _file(db: Database, change: Change, late: Latecomers) -> int:
    after = change.after
    said = Statement(after["text"], after.get("claimant"), after.get("claimed_on"))
    filed_meanwhile = late.repeated_by(matching.as_known(db, said))
    if filed_meanwhile is not None:
        raise Refused(
            f"claim {filed_meanwhile} was filed with these words while you were looking: run the import again"
        )
    claim_id = edits.add(db, after)
    if change.resembles:
        matching.record(db, {claim_id: change.resembles})
    return claim_id


def _write_fields(db: Database, change: Change, filed: dict[int, int]) -> int:
    if change.claim_id is None:
        return filed[change.repeats or change.line]
    after = change.after
    if is_respelt(*change.fields.get("claimant", (None, None))):
        claimants.respell(db, after.pop("claimant"))
    if after:
        before = claims.get(db, change.claim_id)
        edits.update(db, change.claim_id, after)
        if "claimant" in after:
            now = claimants.find(db, after["claimant"])
            speakers.put_right(db, change.claim_id, was=before.claimant_id, now=now)
    return change.claim_id


def _hear(db: Database, claim_id: int, said: Said, *, is_repeat: bool) -> None:
    claimant_id = claimants.get_or_add(db, said.claimant) if said.claimant else None
    occasions.hear(db, claim_id, Occasion.of(db, claimant_id, said.day, said.place), is_repeat=is_repeat)
