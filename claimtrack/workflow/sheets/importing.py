"""Plans the import of an edited sheet: what it changes, and the problems that prevent it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.errors import ClaimtrackError, InvalidTransition, InvalidValue, Refused
from claimtrack.core.model import Status
from claimtrack.core.sheets.cell_links import describe_unread_links, take_links_of_names
from claimtrack.core.sheets.edited_cells import (
    describe_bad_cells,
    is_divider,
    is_total,
    lacks_claim_text,
    parse_cell,
)
from claimtrack.core.sheets.map_options import name_headers
from claimtrack.core.sheets.sheets import cells_by_field, is_claims_export
from claimtrack.core.sheets.words import find_unknown_words, translate_words
from claimtrack.core.texts.printable import numbered
from claimtrack.store import claims
from claimtrack.store.file.connecting import file_of
from claimtrack.store.statuses import refuse_step
from claimtrack.workflow.days import clean_past_date
from claimtrack.workflow.progress import Progress, count_progress, no_progress
from claimtrack.workflow.sheets import cell_notices, notices
from claimtrack.workflow.sheets.changes import Change, Refusal
from claimtrack.workflow.sheets.days import settle_days
from claimtrack.workflow.sheets.ids import exported_claim, names_claim, parse_number
from claimtrack.workflow.sheets.markup import remove_markup
from claimtrack.workflow.sheets.read_only_cells import report_ignored_edits, report_left_behind
from claimtrack.workflow.sheets.repeats import Contradiction, DeskLookUp, EarlierRows, merge_with_earlier
from claimtrack.workflow.sheets.rows import compare_row

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.core.sheets.days import DayOrder
    from claimtrack.core.sheets.words import UnknownWord, Words
    from claimtrack.importing.table import Table
    from claimtrack.workflow.sheets.changes import Row


@dataclass(slots=True)
class Plan:
    """What importing a file would do: its changes, the number of rows that change nothing, and the reasons to refuse it."""

    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    refused: list[Refusal] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    remedies: list[str] = field(default_factory=list)
    """One remedy for each kind of problem, however many rows have it."""
    newest: int = 0
    """The newest claim of the desk when the rows were compared with it."""
    filed: dict[int, int] = field(default_factory=dict)
    """The claims that new rows were filed as, by their lines, once they are written."""

    @property
    def problems(self) -> list[str]:
        """The reasons to refuse the file, in words."""
        return [one.message for one in self.refused]

    @property
    def cells(self) -> int:
        """How many cells of existing claims change."""
        return sum(len(change.fields) for change in self.changes if not change.is_new)

    @property
    def changed(self) -> int:
        """How many existing claims have changed cells."""
        return sum(bool(change.fields) and not change.is_new for change in self.changes)

    @property
    def new(self) -> int:
        """How many claims are new."""
        return sum(change.is_new for change in self.changes)

    @property
    def again(self) -> int:
        """How many rows give a further occasion of a claim."""
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
        """How many existing sources get a quote."""
        return sum(one.held is not None for change in self.changes for one in change.links)


def plan_import(
    db: Database,
    table: Table,
    columns: Mapping[int, str],
    order: DayOrder | None = None,
    words: Words | None = None,
    follow: Progress = no_progress,
    *,
    file: Path | None = None,
) -> Plan:
    """Compare a table with the desk; changes nothing. `columns` is what `map_headers` made of the headers.

    A row is matched by its id, then by its text. `order` says how days such as 3/4/2025 are written, `words` maps the sheet's own words
    for statuses and priorities to the desk's; `follow` receives the progress. `file` is the desk's, whose users may be assigned, where
    `db` is a copy to try things on. Raises UnreadableSource for a table that breaks off,
    InvalidValue for `words` that the desk does not have.
    """
    plan = Plan()
    header = {name: table.headers[at] for at, name in columns.items()}
    written = list(table.rows)
    if not written:
        plan.notices.append("The sheet has no rows below its headers")
    plan.notices += cell_notices.report_unheaded_cells(table.headers, written)
    plan.notices += cell_notices.report_hidden_rows(table.hidden, written)
    if "text" not in header and not is_claims_export(table.headers):
        plan.notices.append(cell_notices.explain_missing_words(header["id"]))
    rows = _rows_of_claims(db, table, written, columns, plan.notices)
    rows = translate_words(rows, words or {}, plan.notices)
    rows = settle_days(db, rows, order, plan.notices)
    rows = _drop_rows(rows, lacks_claim_text, cell_notices.report_empty_claims, plan.notices)
    plan.newest = claims.newest_id(db)
    strange = find_unknown_words(rows)
    compared, refused, has_stuck_status = _compare_rows(db, rows, strange, plan.notices, follow)
    misworded, plan.remedies = cell_notices.report_unknown_words(header, strange)
    plan.refused += sorted(refused + misworded, key=lambda one: one.lines[0])
    if has_stuck_status:
        plan.remedies.append(cell_notices.explain_stuck_status(header["status"]))
    plan.changes = [change for change in compared if change]
    plan.unchanged = len(compared) - len(plan.changes)
    findings = notices.report_changes(db, compared, file or file_of(db))
    plan.notices += cell_notices.report_unkept_places(header, rows, compared)
    plan.notices += cell_notices.report_bare_addresses(rows, plan.changes)
    plan.notices += cell_notices.report_speakers(rows, () if is_claims_export(table.headers) else compared)
    plan.notices += report_left_behind(db, table.headers, written, compared)
    plan.notices += report_ignored_edits(
        db, table.headers, written, {one.line: one.named for one in compared if one.named}
    )
    plan.notices += findings.notices
    plan.refused = [_name_headers(one, header) for one in plan.refused + findings.refused]
    return plan


def _name_headers(refusal: Refusal, header: Mapping[str, str]) -> Refusal:
    return refusal._replace(message=name_headers(refusal.message, header))


def _rows_of_claims(
    db: Database,
    table: Table,
    written: Iterable[tuple[int, list[str]]],
    columns: Mapping[int, str],
    reports: list[str],
) -> list[Row]:
    """The cells of the rows that are about a claim, with their hyperlinks and without HTML."""
    links = _links_of_cells(table, written, columns)
    rows = [(line, cells_by_field(table.headers, row, columns, links.get(line))) for line, row in written]
    reports += describe_unread_links(table.headers, columns, links)
    if not is_claims_export(table.headers):  # whose claims come as another desk has them
        rows = remove_markup(db, rows, reports)
    rows = _drop_rows(rows, is_divider, cell_notices.report_dividers, reports)
    return _drop_rows(rows, is_total, cell_notices.report_totals, reports)


def _links_of_cells(
    table: Table, written: Iterable[tuple[int, list[str]]], columns: Mapping[int, str]
) -> dict[int, dict[int, str]]:
    """The hyperlinks by line and column, with those after names, which leave the names. A desk's own export has none of these."""
    links = {line: dict(behind) for line, behind in table.links.items()}
    for line, row in () if is_claims_export(table.headers) else written:
        if found := take_links_of_names(row, columns):
            links[line] = found | links.get(line, {})
    return links


def _drop_rows(
    rows: list[Row],
    is_no_claim: Callable[[Mapping[str, str]], bool],
    report: Callable[[Mapping[int, Mapping[str, str]]], str],
    reports: list[str],
) -> list[Row]:
    """The rows without those that are no claim, which are reported."""
    left_out = {line: cells for line, cells in rows if is_no_claim(cells)}
    if left_out:
        reports.append(report(left_out))
    return [row for row in rows if row[0] not in left_out]


def _compare_rows(
    db: Database, rows: list[Row], strange: Iterable[UnknownWord], reports: list[str], follow: Progress
) -> tuple[list[Change], list[Refusal], bool]:
    """The changes of the readable rows, and why the others are refused: each reason once for all its rows.

    Also whether one is refused because its claim cannot take the row's status.
    """
    with follow("Looking rows up") as advance:
        on_desk = DeskLookUp(db, (cells for _, cells in rows if not names_claim(db, cells)), advance)
    earlier = EarlierRows(db)
    misworded = {(line, one.field) for one in strange for line in one.lines}
    compared: list[Change] = []
    refused: dict[str, list[int]] = {}
    contradicting: dict[str, list[tuple[int, Contradiction]]] = {}
    has_stuck_status = False
    for line, cells in count_progress(rows, follow, "Comparing rows"):
        readable = {field: cell for field, cell in cells.items() if (line, field) not in misworded}
        try:
            change = _settle_status(db, compare_row(db, line, readable, on_desk, reports))
            _refuse_future_day(change)
            change = merge_with_earlier(change, earlier.about(change), reports)
        except Contradiction as error:
            contradicting.setdefault(error.what, []).append((line, error))
            continue
        except ClaimtrackError as error:
            errors = [*_find_refused_cells(db, line, readable), error]
            has_stuck_status |= any(isinstance(one, _StuckStatus) for one in errors)
            bad_cells = describe_bad_cells(readable, exported_claim(db, readable))
            for why in dict.fromkeys([*bad_cells, *map(str, errors)]):
                refused.setdefault(why, []).append(line)
            continue
        if len(readable) == len(cells):
            compared.append(change)
    refusals = [Refusal(tuple(lines), f"{numbered('line', lines)}: {why}") for why, lines in refused.items()]
    return compared, [*refusals, *notices.report_contradictions(contradicting)], has_stuck_status


def _find_refused_cells(db: Database, line: int, cells: dict[str, str]) -> Iterator[ClaimtrackError]:
    """Why the desk refuses a status or a day of a row, whatever else is wrong with it: one import shows all there is to mend."""
    base = exported_claim(db, cells)
    named = parse_number(cells, "id") if base else None
    fields = {}
    for name in ("status", "claimed_on"):
        with suppress(InvalidValue):  # a bad cell
            before = getattr(base, name, None)
            if (after := parse_cell(name, cells.get(name, ""), before)) != before:
                fields[name] = (before, after)
    change = Change(line, named, fields, named=named)
    for check in (partial(_settle_status, db), _refuse_future_day):
        try:
            check(change)
        except ClaimtrackError as error:
            yield error


class _StuckStatus(Refused):
    """A claim cannot take the status of its row."""


def _settle_status(db: Database, change: Change) -> Change:
    """The change without a status that its claim cannot take, if the row only repeats it and has the status of new claims.

    Raises _StuckStatus for any other that the claim cannot take.
    """
    before, after = change.fields.get("status", (None, None))
    if change.claim_id is None or before is None:
        return change
    try:
        refuse_step(db, change.claim_id, Status(before), Status(after))
    except (InvalidTransition, Refused) as error:
        if change.named is not None or after not in (Status.PROPOSED, Status.OPEN):
            raise _StuckStatus(error.words) from error
        fields = {name: values for name, values in change.fields.items() if name != "status"}
        return replace(change, fields=fields, kept=("status",))
    return change


def _refuse_future_day(change: Change) -> None:
    claimed_on = change.after.get("claimed_on")
    said_on = change.said.day if change.said and (change.is_new or change.is_again) else None
    for day in filter(None, (claimed_on, said_on)):
        clean_past_date(day)
