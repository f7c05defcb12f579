"""The commands `init`, `demo`, `backup` and `doctor`: the desk as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import name_desk, say
from claimtrack.cli.output.results import write_results
from claimtrack.cli.output.rows import MAX_CELL_WITH_REMEDY, write_rows
from claimtrack.cli.parameters.options import format_option, result_option
from claimtrack.cli.parameters.session import (
    Session,
    index_waiting_claims,
    indexing_progress,
    pass_session,
    warn_if_shared,
)
from claimtrack.cli.parameters.types import URL, Clearable, NewPath
from claimtrack.core.errors import DatabaseError
from claimtrack.core.texts.printable import list_some, plural, shell_command

if TYPE_CHECKING:
    from sqlite_utils import Database


@click.command("init")
@click.option("--name", help="Name of your desk, shown as the publisher of its reviews.")
@click.option(
    "--url",
    type=Clearable(URL),
    help='Home page of your desk, for ClaimReview; "" for the beginning of each verdict\'s address, as in a new desk.',
)
@result_option
@pass_session
def init_command(session: Session, name: str | None, url: str | None, output_format: str) -> None:
    """Create a desk, or upgrade one made by an older version.

    An upgrade either completes or changes nothing, and keeps a copy of the old file beside the new one. After some upgrades
    all claims are indexed again, which can take a while. If that is interrupted, run `init` again to finish it.

    \b
    claimtrack init
    claimtrack --db desk.db init --name "The Daily Fact Desk"
    """
    from claimtrack.workflow.setup import init_desk

    applied, copy, put_back, named = init_desk(session.path, name=name, url=url, actor=session.actor)
    is_new = bool(applied) and copy is None  # nobody else made it meanwhile
    if is_new:
        say(f"Created the desk {session.path}. Next: `claimtrack ingest ARTICLE`")
    elif applied:
        say(f"Upgraded the desk {session.path}: {', '.join(applied)}")
        say(f"A copy of the old file is at {copy}")
        _report_set_aside(session)
    elif not put_back:
        say(f"The desk {session.path} is up to date.")
    if put_back:
        say(f"Restored the {list_some(put_back, 1)}, which the desk {session.path} needs to keep its rules.")
    if any(one.startswith("trigger ") for one in put_back):
        with session.open() as db:
            _rebuild(db)  # rows written without the triggers are not indexed
    is_renamed = named is not None and len(set(named)) > 1
    if named and not is_new:
        _report_name(*named)
    if url is not None:
        say(f"Its home page in ClaimReview is {url or 'the beginning of the address of each verdict'}.")
    warn_if_shared(session.path)
    # After the message that the upgrade is done, since this may take minutes.
    with session.open() as db:
        if taken := index_waiting_claims(db):
            say(f"Added {plural(taken, 'claim')} to the match index.")
    is_changed = applied or put_back or is_renamed or url is not None
    row = {
        "file": session.path,
        "outcome": "new" if is_new else "changed" if is_changed else "known",
        "copy": copy and str(copy),
        "claims": taken,
    }
    write_results([row], output_format)


def _report_name(was: str | None, name: str) -> None:
    if was == name:
        say(f"The desk is already called {name}.")
    elif was:
        say(
            f"The desk is now called {name}; its reviews, earlier ones too, are by {name}, no longer by {was}."
        )
    else:
        say(f"The desk is called {name}: its reviews are published under this name.")


def _rebuild(db: Database) -> None:
    from claimtrack.store.index import derived

    # The match index is rebuilt last, and takes the longest.
    stopped = (
        "Stopped. If claims were being indexed, `claimtrack init` indexes the others; else repair again."
    )
    with indexing_progress(db.table("claims").count, stopped) as count:
        say(f"Rebuilt the indexes: {plural(derived.rebuild(db, count), 'claim')}.")


def _report_set_aside(session: Session) -> None:
    from claimtrack.cli.desk.tuning import report_set_aside
    from claimtrack.store.tuning import outdated_versions

    with session.open() as db:
        report_set_aside(outdated_versions(db))


@click.command("demo")
@pass_session
def demo_command(session: Session) -> None:
    """Build a demo desk to try out.

    It holds two news briefs, their claims and a few reviews. The file must not exist yet, so the demo never touches a real desk.

    \b
    claimtrack --db demo.db demo
    claimtrack --db demo.db serve
    """
    from claimtrack.workflow.demo import build_demo

    counts = build_demo(session.path)
    say(
        f"Built the demo desk {session.path}: {counts['claims']} claims in {counts['articles']} articles. Open it with: `claimtrack serve`"
    )


@click.command("backup")
@click.argument("out", type=NewPath(dir_okay=False))
@result_option
@pass_session
def backup_command(session: Session, out: str, output_format: str) -> None:
    """Copy the whole desk to OUT, safely while others use it.

    Log-ins are kept in a separate file and are not copied, so you can pass the copy on without passwords. To restore a
    backup, stop every program that uses the desk and copy the backup over the desk file (docs/install.md).

    \b
    claimtrack backup claims-2024-04-22.db
    """
    from claimtrack.store import users
    from claimtrack.store.file.copying import backup

    with session.open() as db:
        backup(db, out)
    say(f"Wrote {out}")
    lacking = None
    try:
        if users.load(session.path):
            lacking = f"Log-ins are not included. To keep them too, copy {users.users_path(session.path)} to {users.users_path(out)}"
    except DatabaseError as error:
        lacking = f"Warning: the copy is complete but for the logins: {error}"
    if lacking:
        say(lacking)
    write_results([{"file": out, "message": lacking}], output_format)


@click.command("doctor")
@click.option(
    "--repair",
    is_flag=True,
    help="First restore missing triggers and rebuild the match index, clusters and search indexes.",
)
@format_option
@pass_session
def doctor_command(session: Session, repair: bool, output_format: str) -> None:
    """Check the file and the desk's rules.

    The exit code is 1 if anything is wrong. Claims written by another program are not in the match index yet, and matching may
    miss rewordings of them; `init` adds them, --repair rebuilds the whole index.

    \b
    claimtrack doctor
    claimtrack doctor --repair
    """
    from claimtrack.store.file.checks import examine

    with session.open() as db:
        if repair:
            _rebuild(db)
        findings = [*examine(db)]
    rows = [{"check": one.check, "ok": one.ok, "message": name_desk(one.detail) or None} for one in findings]
    write_rows(rows, output_format, widest=MAX_CELL_WITH_REMEDY)
    if any(one.has_sql for one in findings):
        query = shell_command("sqlite-utils", "query", str(session.path))
        say(
            f'What begins with update, delete or drop is SQL. Stop other programs that use the desk, and run: {query} "SQL"'
        )
    if not all(one.ok for one in findings):
        raise click.exceptions.Exit(1)
