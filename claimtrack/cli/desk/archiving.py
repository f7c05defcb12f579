"""The command `archive`: save the pages that claims rest on in a web archive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.output.rows import write_rows
from claimtrack.cli.parameters.options import format_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import COUNT, URL, Location
from claimtrack.core.model import ArchiveStatus
from claimtrack.core.texts.addresses import has_key
from claimtrack.core.texts.printable import list_some, numbered, plural, printable, shell_command
from claimtrack.workflow.days import local_time

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.output.rows import Row
    from claimtrack.fetch.web.archive import Result
    from claimtrack.workflow.archiving import Archived

_COLUMNS = {
    "status": "is",
    "url": "page",
    "archived_url": "copy",
    "attempts": "tries",
    "try_after": "next try",
    "error": "error",
}


_now = partial(datetime.now, UTC)
_PROGRAM = Location("it is empty: name a program, as in `archive-now {url}`, or leave it out")


@click.command("archive")
@click.argument("urls", metavar="[URL]...", nargs=-1, type=URL)
@click.option("--queue", "only_queue", is_flag=True, help="Queue the pages, and save them later.")
@click.option("--list", "only_list", is_flag=True, help="List the queue and the saved copies.")
@click.option("--limit", type=COUNT, default=100, show_default=True, help="Maximum number of pages to save.")
@click.option(
    "--service",
    envvar="CLAIMTRACK_ARCHIVE_SERVICE",
    default="https://web.archive.org/save/",
    show_default=True,
    show_envvar=True,
    help="Web address of the archive, to which the page's address is added.",
)
@click.option(
    "--command",
    "command_line",
    type=_PROGRAM,
    envvar="CLAIMTRACK_ARCHIVE_COMMAND",
    show_envvar=True,
    help="Program to use instead of the service; it saves {url} and prints the address of the copy.",
)
@click.option(
    "--copy", type=URL, help="Web address of a copy that you made yourself, of the one URL that you give."
)
@format_option
@pass_session
def archive_command(
    session: Session,
    urls: tuple[str, ...],
    only_queue: bool,
    only_list: bool,
    limit: int,
    service: str,
    command_line: str | None,
    copy: str | None,
    output_format: str,
) -> None:
    """Save evidence links and articles in a web archive.

    Give URLs to save only those pages. Pages wait in a queue, so nothing is lost while you are offline. A page that fails makes the exit code 1 and is
    tried again in later runs, up to five times. The address of each copy is added to the evidence. Pages on your own computer or network
    (localhost, 192.168.1.20, http://intranet/) are left out, and so are addresses with what may be a password (?token=), which an archive shows
    to everybody, unless you name them or the archive is on that network too. One with a password is saved only in a run that names it.

    \b
    claimtrack archive
    claimtrack archive --list
    claimtrack archive https://stats.example/rent --command "archive-now {url}"
    claimtrack archive https://social.example/posts/1 --copy https://archive.example/xYz
    """
    from claimtrack.core.texts.addresses import is_private_address
    from claimtrack.fetch.web import archive
    from claimtrack.workflow.archiving import next_due, queue_pages, save_due

    if copy:
        _file_copy(session, urls, copy, output_format, is_alone=not (only_list or only_queue))
        return
    with session.open() as db:
        if only_list:
            _write_queue(db, output_format)
            return
        is_ours = not command_line and is_private_address(service)
        queued, left_out = queue_pages(db, urls, inside=is_ours, actor=session.actor)
        say(f"Queued {plural(queued, 'page')}{_left_out_note(left_out)}")
        failed = False
        if only_queue:
            _report_keys(() if is_ours else urls)
        else:
            saver = archive.command(command_line) if command_line else archive.wayback(service)
            work = partial(save_due, db, saver, now=_now, actor=session.actor)
            report = work(limit=limit, left_out=left_out, progress=_report_page)
            _report_run(report, next_due(db, left_out))
            failed = bool(report.stopped or report.put_off or report.given_up)
        _write_total(db, output_format)
    if failed:
        raise click.exceptions.Exit(1)


def _write_total(db: Database, output_format: str) -> None:
    from claimtrack.store import archives

    counts = archives.counts(db)
    say(
        f"In total: {counts[ArchiveStatus.QUEUED]:,} queued, {counts[ArchiveStatus.SAVED]:,} saved, {counts[ArchiveStatus.FAILED]:,} given up"
    )
    if output_format != "table":
        _write_queue(db, output_format)


def _file_copy(
    session: Session, urls: Sequence[str], copy: str, output_format: str, *, is_alone: bool
) -> None:
    from claimtrack.workflow.archiving import file_copy

    if len(urls) != 1 or not is_alone:
        raise click.UsageError(
            "--copy is the copy of a single page: give that page's URL, without --list or --queue"
        )
    with session.open() as db:
        kept = file_copy(db, urls[0], copy, now=_now(), actor=session.actor)
        say(f"{urls[0]} → {copy}")
        if kept:
            command = shell_command("claimtrack", "link", str(kept[0]), urls[0], "--archived", copy)
            say(
                f"The evidence of {numbered('claim', kept)} keeps another copy. To change it, use `{command}`"
            )
        if output_format != "table":
            _write_queue(db, output_format)


def _write_queue(db: Database, output_format: str) -> None:
    from claimtrack.store import archives

    rows = _table_rows(archives.list_all(db), output_format)
    write_rows(
        rows, output_format, columns=_COLUMNS, keys=archives.COLUMNS, nothing="No page is in the queue."
    )


def _left_out_note(pages: Sequence[str]) -> str:
    why = "on your own computer or network, or with what may be a password in the address (such as ?token=)"
    named = list_some(map(printable, pages))
    return (
        f"; left out {len(pages):,} {why}: {named}. To have one saved nevertheless, name it" if pages else ""
    )


def _report_keys(urls: Sequence[str]) -> None:
    """Name the pages, of those queued by name, that no later run saves by itself, because a public archive would learn a password."""
    for url in filter(has_key, urls):
        command = shell_command("claimtrack", "archive", url)
        say(
            f"{printable(url)} has what may be a password in its address: only a run that names it saves it, as with `{command}`"
        )


def _table_rows(rows: list[Row], output_format: str) -> list[Row]:
    if output_format != "table":
        return rows
    return [{**row, "try_after": row["try_after"] and local_time(row["try_after"])} for row in rows]


def _report_run(report: Archived, again: str | None) -> None:
    """Print the result of a run; `again` is when the next page is due."""
    if report.stopped:
        say(f"Stopped: {report.stopped}. Run this again later; nothing is lost")
    tried = report.saved + report.put_off + report.given_up
    later = " (will be tried again in a later run)" if report.put_off else ""
    if tried:
        say(f"Now: {report.saved:,} saved, {report.put_off:,} failed{later}, {report.given_up:,} given up")
    elif again:
        say(f"Nothing is due now. The next try is at {local_time(again)}.")


def _report_page(url: str, result: Result) -> None:
    say(f"{url} → {result.archived_url or result.detail}")
