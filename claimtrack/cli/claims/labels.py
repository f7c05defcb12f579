"""`claimtrack tags` and `claimtrack outlets`: which there are, and how several spellings of one become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.cli.given.options import format_option
from claimtrack.cli.given.session import Session, pass_session
from claimtrack.cli.printed.rows import write_rows
from claimtrack.cli.printed.talk import plural, say
from claimtrack.core.texts.printable import some

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.store.labels import Label
    from claimtrack.workflow.relabelling import Relabelled


@click.group("tags")
def tags_command() -> None:
    """List the tags of the desk, and make several spellings one.

    Tags that differ only in capitals are one tag. `claimtrack tag` puts tags on a claim.

    \b
    claimtrack tags list vac
    claimtrack tags join vaccines vaccine vacine
    claimtrack tags rename vacine vaccines
    """


@click.group("outlets")
def outlets_command() -> None:
    """List the outlets of articles, and make several spellings one.

    Published verdicts keep the outlets they were approved with. An outlet that speaks for itself is a speaker, too: `claimtrack speaker
    join` joins its names.

    \b
    claimtrack outlets list example
    claimtrack outlets join "Example News" "example news" www.example.org
    claimtrack outlets rename www.example.org "Example News"
    """


@tags_command.command("list")
@click.argument("query", default="")
@format_option
@pass_session
def list_tags(session: Session, query: str, output_format: str) -> None:
    """List tags and how many claims have each, in the order of their letters.

    QUERY shows only tags that have all these words or parts of words.

    \b
    claimtrack tags list
    claimtrack tags list vac --format csv
    """
    from claimtrack.store.labels import TAG

    _list(session, TAG, query, output_format)


@outlets_command.command("list")
@click.argument("query", default="")
@format_option
@pass_session
def list_outlets(session: Session, query: str, output_format: str) -> None:
    """List outlets and how many articles each has, in the order of their letters.

    QUERY shows only outlets that have all these words or parts of words.

    \b
    claimtrack outlets list
    claimtrack outlets list example --format csv
    """
    from claimtrack.store.labels import OUTLET

    _list(session, OUTLET, query, output_format)


def _list(session: Session, label: Label, query: str, output_format: str) -> None:
    from claimtrack.store.labels import listed

    with session.open() as db:
        rows = listed(db, label, query)
    keys = ("name", f"{label.bearer}s")
    nothing = f"No {label.noun} has {query!r}." if query.strip() else f"No {label.noun}s yet."
    write_rows(rows, output_format, columns={key: key for key in keys}, keys=keys, nothing=nothing)


@tags_command.command("join")
@click.argument("name")
@click.argument("others", metavar="OTHER...", nargs=-1, required=True)
@pass_session
def join_tags(session: Session, name: str, others: tuple[str, ...]) -> None:
    """Give all claims that have an OTHER tag the tag NAME instead, once.

    \b
    claimtrack tags join vaccines vaccine vacine
    """
    from claimtrack.store.labels import TAG
    from claimtrack.workflow.relabelling import join

    with session.open() as db:
        _say(session, db, TAG, join(db, TAG, name, others, actor=session.actor))


@outlets_command.command("join")
@click.argument("name")
@click.argument("others", metavar="OTHER...", nargs=-1, required=True)
@pass_session
def join_outlets(session: Session, name: str, others: tuple[str, ...]) -> None:
    """Give all articles of an OTHER outlet the outlet NAME.

    \b
    claimtrack outlets join "Example News" "example news" www.example.org
    """
    from claimtrack.store.labels import OUTLET
    from claimtrack.workflow.relabelling import join

    with session.open() as db:
        _say(session, db, OUTLET, join(db, OUTLET, name, others, actor=session.actor))


@tags_command.command("rename")
@click.argument("name")
@click.argument("new")
@pass_session
def rename_tag(session: Session, name: str, new: str) -> None:
    """Give a tag a NEW name that the desk does not use, or other capitals.

    \b
    claimtrack tags rename vacine vaccines
    claimtrack tags rename nhs NHS
    """
    from claimtrack.store.labels import TAG
    from claimtrack.workflow.relabelling import rename

    with session.open() as db:
        _say(session, db, TAG, rename(db, TAG, name, new, actor=session.actor))


@outlets_command.command("rename")
@click.argument("name")
@click.argument("new")
@pass_session
def rename_outlet(session: Session, name: str, new: str) -> None:
    """Give an outlet a NEW name that the desk does not use.

    \b
    claimtrack outlets rename www.example.org "Example News"
    """
    from claimtrack.store.labels import OUTLET
    from claimtrack.workflow.relabelling import rename

    with session.open() as db:
        _say(session, db, OUTLET, rename(db, OUTLET, name, new, actor=session.actor))


def _say(session: Session, db: Database, label: Label, done: Relabelled) -> None:
    from claimtrack.workflow import joining

    undo = session.undo(db, done.after, done.until)
    say(f"{some(done.was, 10)}: now {done.name}, on {plural(done.changed, label.bearer)}. To undo: {undo}")
    if done.speakers:
        say(
            f"Claims of {some(done.speakers)} itself are still another speaker's. If they are the same: {joining.command('join', done.name, *done.speakers)}"
        )
