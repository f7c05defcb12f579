"""The command `import claimreview`: import other publishers' reviews, or your own earlier ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from claimtrack.cli.output.messages import ending_on_interrupt, progress, say, say_first
from claimtrack.cli.output.results import write_results
from claimtrack.cli.parameters.inputs import confirm, is_interactive, standard_input
from claimtrack.cli.parameters.options import preview_options, result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import LOCATION, OneOf
from claimtrack.core.model import Status
from claimtrack.core.sheets.days import DayOrder
from claimtrack.core.texts.printable import brief, plural, printable

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.output.rows import Row
    from claimtrack.core.claimreview.claimreview import ClaimReview
    from claimtrack.importing.records import Record, Tell
    from claimtrack.store.reviews.imports import ChangeListener
    from claimtrack.workflow.reviews.importing import Imported, Rejected

DAY_ORDER = OneOf(DayOrder)
"""Which number of 3/4/2025 is the day; for both kinds of import."""
_MAX_SHOWN = 10
"""New, changed and rejected records to print; --rejected writes all rejected ones."""
_MAX_VALUE = 70
"""Characters of a claim or a value to print."""


_STOPPED = (
    "Stopped. What was imported so far is kept: run the same command again to continue. `claimtrack import list` "
    "shows the import, and `claimtrack import undo` takes it back."
)


@click.command("claimreview")
@click.argument("source", metavar="FILE", type=LOCATION)
@click.option(
    "--status",
    type=OneOf(status for status in Status if status is not Status.PUBLISHED),
    default=str(Status.PARKED),
    show_default=True,
    help="Status of claims that are new to the desk.",
)
@click.option(
    "--dates",
    type=DAY_ORDER,
    help="How to read dates such as 3/4/2025. Without it they are left out, with a message.",
)
@click.option(
    "--whole",
    is_flag=True,
    help="FILE has everything that its publishers have published: name what else the desk has, such as withdrawn reviews.",
)
@preview_options
@click.option(
    "--rejected",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="File for rejected records: place, reason and web address, one JSON object per line.",
)
@result_option
@pass_session
def claimreview_command(
    session: Session,
    /,
    source: str,
    status: str,
    dates: str | None,
    dry_run: bool,
    yes: bool,
    rejected: str | None,
    output_format: str,
    **how: Any,
) -> None:
    """Import other publishers' reviews.

    FILE is a file, a folder of files, or `-` for standard input. Reads JSON-LD, a DataFeed, a web page that contains ClaimReview, JSON
    from Google's Fact Check Tools API, Duke's CSV, and sheets (CSV, XLSX) with its headers.

    In a terminal it shows what is new and what changes, and asks; in a script it writes at once. A review imported before is updated if
    it changed, and never added twice. If interrupted, run it again to continue.

    \b
    claimtrack import claimreview feed.json
    claimtrack import claimreview partner.json --whole
    claimtrack import claimreview saved-pages/ --rejected rejected.ndjson
    curl -s https://other.example/check | claimtrack import claimreview -
    """
    from claimtrack.importing.claimreview import files_of

    how |= {"status": Status(status), "order": DayOrder(dates) if dates else None, "actor": session.actor}
    asks = not (dry_run or yes or source == "-") and is_interactive()
    if source != "-":
        files_of(Path(source))  # raises if there is nothing to read, before a desk is created
    _check_writable(rejected)
    with session.open_or_create(dry_run=dry_run) as db:
        undo = None
        if dry_run or asks:
            report = _preview(db, source, output_format, **how)
            _report_import(report, rejected, dry_run=True, whole=how["whole"])
        if asks and not (report.added or report.updated):
            say("There is nothing to write.")
        elif not dry_run and (not asks or confirm("Write this?", "Nothing was written.")):
            with ending_on_interrupt(_STOPPED):
                report = (_import if asks else _import_and_report)(db, source, **how)
            _report_import(report, rejected, dry_run=False, whole=how["whole"])
            undo = session.tell_import(db, report.written)
        write_results([_report_row(report, undo)], output_format)
    if report.rejected:
        raise click.exceptions.Exit(1)


def _report_row(report: Imported, undo: str | None) -> Row:
    """What the import did, for programs."""
    return {
        "new": report.added,
        "changed": report.updated,
        "known": report.known,
        "refused": [one._asdict() for one in report.rejected],
        "left_out_dates": [one._asdict() for one in report.undated],
        "missed": [one._asdict() for one in report.missed],
        "undo": undo,
    }


def _preview(db: Database, source: str, output_format: str, **how: Any) -> Imported:
    """Print what an import would do, a line for each of the first new and changed reviews."""
    new, changed = _Lines(), _Lines()
    report = _import(db, source, say, dry_run=True, watch=_collect_lines(new, changed), **how)
    if output_format == "table":
        for lines, count, told in ((new, report.added, "new"), (changed, report.updated, "changed")):
            for line in lines:
                click.echo(printable(line))
            _say_rest(lines, count, told)
    return report


def _import_and_report(db: Database, source: str, **how: Any) -> Imported:
    """Import, and print which verdicts have changed, since there was no preview."""
    changed = _Lines()
    report = _import(db, source, say, watch=_collect_lines(_Lines(), changed), **how)
    for line in changed:
        say(line)
    _say_rest(changed, report.updated, "changed")
    return report


def _say_rest(lines: _Lines, count: int, told: str) -> None:
    """Say of how many more reviews no line was printed, if only the first were collected."""
    if len(lines) == _MAX_SHOWN < count:
        say(f"... and {count - _MAX_SHOWN:,} more {told}")


_Lines = dict[str, None]
"""An ordered set: a batch that is refused is tried again record by record, which must not repeat lines."""


def _collect_lines(new: _Lines, changed: _Lines) -> ChangeListener:
    def watch(review: ClaimReview, changes: dict[str, tuple[Any, Any]]) -> None:
        shown = changed if changes else new
        if len(shown) < _MAX_SHOWN:
            told = "; ".join(
                f"{name}: {brief(old, _MAX_VALUE)} → {brief(new, _MAX_VALUE)}"
                for name, (old, new) in changes.items()
            )
            line = f"{'changed' if changes else 'new'}, {review.publisher} on {brief(review.claim, _MAX_VALUE)}: {told or review.rating}"
            shown[line] = None

    return watch


def _import(db: Database, source: str, tell: Tell | None = None, **how: Any) -> Imported:
    """Import the source; `tell` receives what is not read of its sheets, which a preview has said already."""
    from claimtrack.workflow.reviews.importing import import_reviews

    records, length, place = _open_records(source, tell)
    with progress("Importing, bytes") as advance:
        return import_reviews(db, records, progress=lambda _: advance(place(), length), **how)


def _open_records(source: str, tell: Tell | None) -> tuple[Iterator[Record], int, Callable[[], int]]:
    """The records of the source, its size in bytes, and a function that returns the bytes read so far."""
    from claimtrack.importing.claimreview import files_of, records

    if source == "-":
        return records(standard_input(), "standard input", tell), 0, lambda: 0
    files = files_of(Path(source))
    read = 0
    current: IO[bytes] | None = None

    def every_record() -> Iterator[Record]:
        nonlocal read, current
        for path in files:
            with path.open("rb") as file:
                current = file
                yield from records(file, str(path), tell)
                current = None
            read += path.stat().st_size

    def place() -> int:
        return read + (current.tell() if current else 0)

    return every_record(), sum(path.stat().st_size for path in files), place


def _report_import(report: Imported, rejected: str | None, *, dry_run: bool, whole: bool) -> None:
    would = "Would import" if dry_run else "Imported"
    counts = f": {report.added:,} new, {report.updated:,} changed; {report.known:,} already known, {len(report.rejected):,} rejected"
    written = report.added + report.updated
    say(
        f"{would} {written:,} of {plural(report.read, 'record')}{counts if report.read else ': there is no ClaimReview in it'}"
    )
    say_first(
        report.undated, _MAX_SHOWN, lambda one: f"{one.place}: {one.reason}", "more dates that are left out"
    )
    if report.orders and any("--dates" in one.reason for one in report.undated):
        _report_order(report.orders)
    _report_missing(report)
    if whole and report.is_in_part:
        say("--whole: what the file no longer has is not named, because not all of the file could be read")
    if rejected:
        _write_rejected(rejected, report.rejected)
    else:
        say_first(
            report.rejected, _MAX_SHOWN, _describe_rejected, "more: to get them all, use --rejected FILE"
        )
    _report_filled(report.filled)  # last, because what is rejected has no heading of its own


def _report_order(orders: dict[DayOrder, str]) -> None:
    """Say in which order other dates have the day, so that those that may be read either way can be had."""
    shown = ", but ".join(f"{cell} is {order}" for order, cell in orders.items())
    contrary = "others do not agree: " if len(orders) > 1 else ""
    option = "" if contrary else f". If all are, import it again with --dates {next(iter(orders))}"
    say(f"Some dates can be read either way, and {contrary}{shown}{option}")


def _describe_rejected(one: Rejected) -> str:
    return f"{one.place}{f' ({one.url})' if one.url else ''}: {one.reason}"


def _report_filled(filled: dict[str, list[str]]) -> None:
    """Name speakers of the desk about whom the file says more: readers of your own verdicts see that, too."""
    if not filled:
        return
    say(
        f"The file says more about {plural(len(filled), 'speaker')} of the desk. Readers see it with your next verdict; an editor can change it on the speaker's page:"
    )
    say_first(filled, _MAX_SHOWN, lambda name: f"{name}: {brief(', '.join(filled[name]), _MAX_VALUE)}")


def _report_missing(report: Imported) -> None:
    """List reviews on the desk that the file no longer has: only their publisher knows why, so a person must decide."""
    if not report.missed:
        return
    say(
        f"The desk has {plural(len(report.missed), 'review')} that the file no longer has: withdrawn, or now with other words or another name?"
    )
    say_first(
        report.missed,
        _MAX_SHOWN,
        lambda one: (
            f"review {one.id}, {one.publisher}: {brief(one.rating, _MAX_VALUE)}, on claim {one.claim_id} "
            f"(“{brief(one.claim, _MAX_VALUE)}”), {one.url}"
        ),
    )
    say("If one was withdrawn: `claimtrack review withdraw REVIEW --note WHY`")


def _check_writable(file: str | None) -> None:
    """Raise if the file cannot be written, before anything is imported. It is left as it is: it may be part of the source."""
    from claimtrack.export.target import naming

    # Opening and closing a pipe would signal the end of file to its reader.
    if file and not (path := Path(file)).is_fifo():
        is_new = not path.exists()
        with naming(path), path.open("a"):
            pass
        if is_new:
            path.unlink()


def _write_rejected(path: str, rejected: Iterable[Rejected]) -> None:
    from claimtrack.export.target import naming

    lines = (json.dumps(one._asdict()) for one in rejected)
    with naming(Path(path)):
        Path(path).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
