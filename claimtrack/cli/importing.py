"""`claimtrack import`: edited spreadsheets and other publishers' reviews."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from claimtrack.cli.inputs import in_utf8
from claimtrack.cli.options import PLACE, Session, pass_session, standard_input
from claimtrack.cli.output import plural, say, stopping
from claimtrack.cli.sheet_plan import print_plan, say_columns, say_others
from claimtrack.core.model import Status
from claimtrack.core.printable import brief, printable
from claimtrack.core.sheetdays import DayOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlite_utils import Database

    from claimtrack.core.claimreview import ClaimReview
    from claimtrack.importing.claimreview import Record
    from claimtrack.workflow.importing_reviews import Imported

_SHOWN = 10
"""New, changed and rejected records that are printed; --rejected writes all of the last."""
_BRIEF = 70
"""Characters of a claim or a value that a line shows."""


@click.group("import")
def import_command() -> None:
    """Read edited spreadsheets back, and other publishers' reviews in.

    \b
    claimtrack import csv claims.csv
    claimtrack import claimreview feed.json
    """


@import_command.command("csv")
@click.argument("source", metavar="FILE", type=PLACE)
@click.option(
    "--map",
    "mapped",
    multiple=True,
    metavar="HEADER=FIELD",
    help="Read that column as that field; HEADER= leaves it out. As often as needed.",
)
@click.option("--sheet", metavar="NAME", help="Read that sheet of a workbook; the first without it.")
@click.option(
    "--header-row",
    type=click.IntRange(min=1),
    metavar="N",
    help="Which row has the headers; without it the first with a known one, below a title of a cell or two.",
)
@click.option(
    "--dates",
    type=click.Choice([str(order) for order in DayOrder]),
    help="How days such as 3/4/2025 are written; without it they are refused unless another cell of the column tells.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    help="What a text file is in, such as windows-1250 or mac-roman; without it the bytes tell, or it is guessed.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@pass_session
def csv_command(
    session: Session,
    /,
    source: str,
    mapped: tuple[str, ...],
    sheet: str | None,
    header_row: int | None,
    dates: str | None,
    encoding: str | None,
    dry_run: bool,
    yes: bool,
) -> None:
    """Read an edited export back from FILE, or new claims from any sheet; - is standard input.

    It takes CSV of any delimiter and encoding, XLSX, and JSON Lines, with columns in any order. It shows
    which columns it reads, which it does not, and every cell that would change, and asks. A row is matched by its id, then
    by its words and claimant: on another day or in another place it is a further occasion of that claim.
    A claim that was changed on the desk since the export, too, is refused, and so are exports of other rows than
    claims. All rows are written, or none.

    \b
    claimtrack export csv -o claims.csv
    claimtrack import csv claims.csv --dry-run
    claimtrack import csv theirs.xlsx --map "Exact words=text" --map "Notes=" --yes
    claimtrack import csv theirs.xlsx --sheet 2024 --dates day-first --map "Programme=note" --dry-run
    """
    from claimtrack.core.sheets import map_headers, names_claims
    from claimtrack.importing.headers import Find
    from claimtrack.importing.table import read_table
    from claimtrack.workflow.importing_sheets import apply_plan, plan_import

    adjusted = dict(_header_and_field(one) for one in mapped)
    with _binary(source) as file:
        find = Find(sheet, header_row, is_header=partial(names_claims, adjusted=adjusted))
        table = read_table(file, source, find=find, encoding=encoding)
    say_others(table)
    columns = map_headers(table.headers, adjusted)
    lost = say_columns(table, columns)
    table = replace(
        table, rows=iter(list(table.rows))
    )  # all of the file is read before a desk is made for it
    with session.open_or_create() as db:
        plan = plan_import(db, table, columns, DayOrder(dates) if dates else None)
        print_plan(plan)
        if plan.problems:
            raise click.ClickException("nothing was imported; put these rows right and import again")
        if plan.changes and (dry_run or yes or _confirmed(source)):
            apply_plan(db, plan, dry_run=dry_run, actor=session.actor)
            without = f", without {', '.join(lost)}" if lost else ""
            say("A dry run: nothing was written" if dry_run else f"Written{without}")


def _header_and_field(text: str) -> tuple[str, str]:
    header, equals, field = text.rpartition("=")
    if not equals:
        raise click.UsageError(f"--map {text!r}: write HEADER=FIELD, or HEADER= to leave a column out")
    return header, field.strip()


@contextmanager
def _binary(source: str) -> Iterator[IO[bytes]]:
    if source == "-":
        yield standard_input()
        return
    with Path(source).open("rb") as file:
        yield file


def _confirmed(source: str) -> bool:
    """Whether the person agrees; where nobody can be asked it takes --yes."""
    if source == "-" or not sys.stdin.isatty():
        raise click.ClickException("nothing was written: add --yes to write it, or --dry-run to only look")
    return _agreed()


def _agreed() -> bool:
    with stopping("Stopped. Nothing was written."), in_utf8():
        return click.confirm("Write this?", err=True)


@import_command.command("claimreview")
@click.argument("source", metavar="FILE", type=PLACE)
@click.option(
    "--status",
    type=click.Choice([str(status) for status in Status if status is not Status.PUBLISHED]),
    default=str(Status.PARKED),
    show_default=True,
    help="Where claims that are new on the desk start.",
)
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@click.option(
    "--yes", is_flag=True, help="Write without showing it first and asking, as where nobody can be asked."
)
@click.option(
    "--rejected",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write each rejected record's place, reason and address there, a JSON object a line.",
)
@pass_session
def claimreview_command(
    session: Session, /, source: str, status: str, dry_run: bool, yes: bool, rejected: str | None
) -> None:
    """Other publishers' reviews from FILE: a file, a folder of files, or - for standard input.

    In a terminal it first shows what would be new and what would change, and asks; in a script it
    writes at once.

    It reads JSON-LD, a DataFeed, a page that holds ClaimReview, the JSON of Google's Fact Check Tools
    API, and Duke's CSV. A review that was imported before is not added again; one that has changed is
    brought up to date. Interrupted, it goes on where it was when it is started again.

    \b
    claimtrack import claimreview feed.json
    claimtrack import claimreview saved-pages/ --rejected rejected.ndjson
    curl -s https://other.example/check | claimtrack import claimreview -
    """
    from claimtrack.importing.claimreview import files_of

    asks = not (dry_run or yes or source == "-") and sys.stdin.isatty()
    if source != "-":
        files_of(Path(source))  # raises where there is nothing to read, before a desk is made for it
    with session.open_or_create() as db:
        if dry_run or asks:
            report = _foretell(db, source, Status(status), actor=session.actor)
            _say_imported(report, rejected, dry_run=True)
        if asks and not (report.added or report.updated):
            say("There is nothing to write")
        elif not dry_run and (not asks or _agreed()):
            report = _import(db, source, Status(status), actor=session.actor)
            _say_imported(report, rejected, dry_run=False)
    if report.rejected:
        raise click.exceptions.Exit(1)


def _foretell(db: Database, source: str, status: Status, *, actor: str | None) -> Imported:
    """What an import would do, each of the first new and changed reviews in a line."""
    lines: dict[bool, list[str]] = {False: [], True: []}

    def watch(review: ClaimReview, changes: dict[str, tuple[Any, Any]]) -> None:
        shown = lines[bool(changes)]
        if len(shown) < _SHOWN:
            told = "; ".join(
                f"{name}: {brief(old, _BRIEF)} → {brief(new, _BRIEF)}" for name, (old, new) in changes.items()
            )
            shown.append(
                f"{'changed' if changes else 'new'}, {review.publisher} on {brief(review.claim, _BRIEF)}: {told or review.rating}"
            )

    report = _import(db, source, status, dry_run=True, watch=watch, actor=actor)
    for line in lines[False] + lines[True]:
        click.echo(printable(line))
    return report


def _import(db: Database, source: str, status: Status, **options: Any) -> Imported:
    from claimtrack.workflow.importing_reviews import import_reviews

    with ExitStack() as stack:
        records, length, place = _opened(source, stack)
        bar = stack.enter_context(
            click.progressbar(
                length=length, label="Importing", file=sys.stderr, hidden=not sys.stderr.isatty()
            )
        )
        return import_reviews(
            db,
            records,
            status=status,
            progress=lambda _: bar.update(max(0, place() - bar.pos)),
            **options,
        )


def _opened(source: str, stack: ExitStack) -> tuple[Iterator[Record], int, Callable[[], int]]:
    """The records of the source, how many bytes it has, and how many of them have been read."""
    from claimtrack.importing.claimreview import files_of, records

    if source == "-":
        return records(standard_input(), "standard input"), 0, lambda: 0
    files = files_of(Path(source))
    read = 0
    current: IO[bytes] | None = None

    def every_record() -> Iterator[Record]:
        nonlocal read, current
        for path in files:
            with path.open("rb") as file:
                current = file
                yield from records(file, str(path))
                current = None
            read += path.stat().st_size

    def place() -> int:
        return read + (current.tell() if current else 0)

    return every_record(), sum(path.stat().st_size for path in files), place


def _say_imported(report: Imported, rejected: str | None, *, dry_run: bool) -> None:
    would = "Would import" if dry_run else "Imported"
    say(
        f"{would} {plural(report.read, 'record')}: {report.added:,} new, {report.updated:,} changed, "
        f"{report.known:,} known, {len(report.rejected):,} rejected"
    )
    if rejected:
        from claimtrack.export.target import naming

        lines = (json.dumps(one._asdict()) for one in report.rejected)
        with naming(Path(rejected)):
            Path(rejected).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return
    for one in report.rejected[:_SHOWN]:
        say(f"  {one.place}{f' ({one.url})' if one.url else ''}: {one.reason}")
    if len(report.rejected) > _SHOWN:
        say(f"  ... and {len(report.rejected) - _SHOWN:,} more: --rejected FILE writes them all")
