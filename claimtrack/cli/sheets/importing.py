"""The command `import`: import edited spreadsheets and other publishers' reviews."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import progress, say
from claimtrack.cli.output.results import write_results
from claimtrack.cli.parameters.inputs import confirm, is_interactive, standard_input
from claimtrack.cli.parameters.options import result_option
from claimtrack.cli.parameters.session import Session, index_written_claims, pass_session
from claimtrack.cli.parameters.types import COUNT, LOCATION
from claimtrack.cli.sheets.claimreview import DAY_ORDER, claimreview_command
from claimtrack.cli.sheets.copies import copy_command
from claimtrack.cli.sheets.plan import (
    PLAN_KEYS,
    plan_rows,
    print_plan,
    report_columns,
    report_ignored_content,
)
from claimtrack.cli.sheets.undoing import list_command, undo_command
from claimtrack.cli.sheets.uniting import desk_command
from claimtrack.core.errors import Refused
from claimtrack.core.sheets.days import DayOrder

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.importing.headers import Find
    from claimtrack.importing.table import Table
    from claimtrack.workflow.progress import Progress
    from claimtrack.workflow.sheets.importing import Plan

_MIN_ROWS_WITH_PROGRESS = 1000
"""Rows from which on progress is shown."""


@click.group("import")
def import_command() -> None:
    """Import spreadsheets, other publishers' reviews, the work done in a copy of the desk, and other desks.

    \b
    claimtrack import csv claims.csv
    claimtrack import claimreview feed.json
    claimtrack import copy laptop.db
    claimtrack import desk gazette.db
    claimtrack import list
    claimtrack import undo 179-204-3f9a2c
    """


for command in (claimreview_command, copy_command, desk_command, list_command, undo_command):
    import_command.add_command(command)


def _parse_pairs(ctx: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Parse BEFORE=AFTER values, split at the last `=`. Raises click.UsageError if there is no `=`."""
    parted = [(one, *one.rpartition("=")) for one in values]
    for one, _, equals, _ in parted:
        if not equals:
            thing = str(option.metavar).partition("=")[0]
            raise click.UsageError(
                f"{option.opts[0]} {one!r}: write {option.metavar}, or {thing}= to leave it out", ctx
            )
    return {before: after.strip() for _, before, _, after in parted}


@import_command.command("csv")
@click.argument("source", metavar="FILE", type=LOCATION)
@click.option(
    "--map",
    "adjusted",
    multiple=True,
    metavar="HEADER=FIELD",
    callback=_parse_pairs,
    help="Column to read as this field; HEADER= ignores the column. A field that ends in a colon is a column of your own, with any name: "
    "Platform=Platform: tags each claim with 'Platform: Facebook' or the like. Repeatable.",
)
@click.option(
    "--map-status",
    "statuses",
    multiple=True,
    metavar="WORD=STATUS",
    callback=_parse_pairs,
    help="Word in the sheet to read as this status; WORD= ignores such cells. Repeatable.",
)
@click.option(
    "--map-priority",
    "priorities",
    multiple=True,
    metavar="WORD=PRIORITY",
    callback=_parse_pairs,
    help="Word in the sheet to read as this priority. Repeatable.",
)
@click.option("--sheet", metavar="NAME", help="Sheet of the workbook to read. Default: the first.")
@click.option(
    "--header-row",
    type=COUNT,
    metavar="N",
    help="Row that holds the headers. Default: the first with a known header, which may follow a title.",
)
@click.option(
    "--dates",
    type=DAY_ORDER,
    help="How to read dates such as 3/4/2025. Without it they are refused, unless other dates in the column "
    "settle it.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    help="Encoding of a text file, such as windows-1250 or mac-roman. Default: detected or guessed.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--yes", is_flag=True, help="Do not ask for confirmation.")
@result_option
@pass_session
def csv_command(
    session: Session,
    /,
    source: str,
    adjusted: dict[str, str],
    statuses: dict[str, str],
    priorities: dict[str, str],
    sheet: str | None,
    header_row: int | None,
    dates: str | None,
    encoding: str | None,
    dry_run: bool,
    yes: bool,
    output_format: str,
) -> None:
    """Import an edited export, or new claims from any spreadsheet.

    FILE is CSV with any delimiter and encoding, XLSX, JSON Lines, or `-` for standard input. Columns can be in any order. You see which
    columns are read and every cell that would change, and are asked before anything is written. All rows are written, or none.

    Rows are matched to claims by id, then by words and claimant. The same claim on another day or in another place is filed as a repeat. A
    cell that was also changed on the desk since the export, to something else, is refused. Only exports of claims can be imported.

    \b
    claimtrack export csv -o claims.csv
    claimtrack import csv claims.csv --dry-run
    claimtrack import csv theirs.xlsx --map "Exact words=text" --map "Notes=" --yes
    claimtrack import csv theirs.csv --map-status "done=parked" --map-priority "A=high" --dry-run
    claimtrack import csv theirs.xlsx --sheet 2024 --dates day-first --map "Programme=note" --map "Seen on=Platform:" --dry-run
    """
    from claimtrack.core.sheets.sheets import has_claim_column
    from claimtrack.importing.headers import Find
    from claimtrack.workflow.sheets.importing import plan_import

    is_header = partial(has_claim_column, adjusted=adjusted)
    table = _read_table(source, Find(sheet, header_row, is_header), encoding)
    columns = _map_columns(session, table, adjusted)
    lost = report_columns(table, columns, adjusted)
    table, follow = _read_all_rows(table)
    order, words = DayOrder(dates) if dates else None, {"status": statuses, "priority": priorities}
    with session.open_or_create(dry_run=dry_run) as db:
        plan = plan_import(db, table, columns, order, words, follow, file=Path(session.path))
        print_plan(plan, output_format)
        undo = None
        if plan.changes and not plan.problems and (dry_run or yes or _is_confirmed(source)):
            undo = _write(db, session, plan, follow, lost, dry_run=dry_run)
        _finish(db, plan, undo, output_format)


def _finish(db: Database, plan: Plan, undo: str | None, output_format: str) -> None:
    """Print the rows for programs, and then index what was written. Raises Refused if nothing was, because of problems."""
    write_results(plan_rows(plan, undo), output_format, keys=PLAN_KEYS)
    if undo:
        index_written_claims(db)
    if plan.problems:
        raise Refused("nothing was imported: fix these rows and import again")


def _map_columns(session: Session, table: Table, adjusted: dict[str, str]) -> dict[int, str]:
    """Which field each column holds, also if it is one that the desk has of its own; there may be no desk yet."""
    from claimtrack.core.sheets.sheets import find_own_columns, map_headers
    from claimtrack.store.own_columns import names

    if Path(session.path).exists():
        with session.open() as db:
            adjusted = find_own_columns(table.headers, adjusted, names(db))
    return map_headers(table.headers, adjusted)


def _read_all_rows(table: Table) -> tuple[Table, Progress]:
    """Read all rows of the table before a desk is created for them, and choose a progress callback: none for a short table."""
    from claimtrack.workflow.progress import no_progress

    rows = list(table.rows)
    return replace(table, rows=iter(rows)), progress if len(rows) >= _MIN_ROWS_WITH_PROGRESS else no_progress


def _write(
    db: Database, session: Session, plan: Plan, follow: Progress, lost: Sequence[str], *, dry_run: bool
) -> str | None:
    """Write the changes, say so and return their name, or only try them."""
    from claimtrack.workflow.sheets.applying import apply_plan

    made = apply_plan(db, plan, dry_run=dry_run, actor=session.actor, follow=follow)
    if dry_run:
        say("Dry run: nothing was written")
        return None
    say(f"Written, without {', '.join(map(repr, lost))}" if lost else "Written")
    return session.tell_import(db, [made])


def _read_table(source: str, find: Find, encoding: str | None) -> Table:
    """Read the table in the file, and report which contents of a workbook are ignored."""
    from claimtrack.importing.table import read_table

    with nullcontext(standard_input()) if source == "-" else Path(source).open("rb") as file:
        name = "standard input" if source == "-" else source
        table = read_table(file, name, find=find, encoding=encoding)
    report_ignored_content(table)
    return table


def _is_confirmed(source: str) -> bool:
    """Whether the user agrees to the import; without a terminal, --yes is required."""
    if source == "-" or not is_interactive():
        raise Refused("nothing was written: add --yes to write it, or --dry-run for a preview")
    return confirm("Write this?", "Nothing was written.")
