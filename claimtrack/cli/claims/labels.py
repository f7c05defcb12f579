"""The commands `tags` and `outlets`: list labels and merge different spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.output.results import write_results
from claimtrack.cli.output.rows import write_rows
from claimtrack.cli.parameters.options import format_option, result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.core.texts.printable import list_some, plural

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.store.labels import LabelKind
    from claimtrack.workflow.relabelling import Relabelled


@click.group("tags")
def tags_command() -> None:
    """List the desk's tags, and combine several spellings into one.

    Tags that differ only in capitals are one tag. The desk remembers former names: whatever comes in under one gets the
    current tag. `claimtrack tag` puts tags on a claim.

    \b
    claimtrack tags list vac
    claimtrack tags join vaccines vaccine vacine
    claimtrack tags rename vacine vaccines
    claimtrack tags forget vacine
    """


@click.group("outlets")
def outlets_command() -> None:
    """List the outlets of articles, and combine several spellings into one.

    The desk remembers former names: an article that comes in under one gets the current outlet. Published verdicts keep the
    outlets they were approved with. An outlet that makes claims itself is a speaker, too: `claimtrack speaker
    join` joins its names.

    \b
    claimtrack outlets list example
    claimtrack outlets join "Example News" "example news" www.example.org
    claimtrack outlets rename www.example.org "Example News"
    """


def _add_list(group: click.Group, noun: str, bearer: str, part: str) -> None:
    """Add the command that lists tags or outlets; `part` is an example of part of a name."""

    @group.command(
        "list",
        help=f"""List {noun}s with their former names and how many {bearer}s have each, in alphabetical order.

        QUERY shows only {noun}s with all these words or parts of words, even in a former name.

        \b
        claimtrack {noun}s list
        claimtrack {noun}s list {part} --format csv
        """,
    )
    @click.argument("query", default="")
    @format_option
    @pass_session
    def _list(session: Session, query: str, output_format: str) -> None:
        from claimtrack.store.labels import LABELS, listed

        label = LABELS[noun]
        with session.open() as db:
            rows = listed(db, label, query)
        keys = ("name", "former_names", f"{label.bearer}s")
        nothing = f"No {noun} has {query!r}." if query.strip() else f"No {noun}s yet."
        write_rows(rows, output_format, keys=keys, nothing=nothing)


def _add_join(group: click.Group, noun: str, bearer: str, names: str) -> None:
    """Add the command that merges several tags or outlets; `names` are examples, as typed in a shell."""

    @group.command(
        "join",
        help=f"""Give all {bearer}s that have an OTHER {noun} the {noun} NAME instead.

        \b
        claimtrack {noun}s join {names}
        """,
    )
    @click.argument("name")
    @click.argument("others", metavar="OTHER...", nargs=-1, required=True)
    @result_option
    @pass_session
    def _join(session: Session, name: str, others: tuple[str, ...], output_format: str) -> None:
        from claimtrack.store.labels import LABELS
        from claimtrack.workflow.relabelling import join

        with session.open() as db:
            done = join(db, LABELS[noun], name, others, actor=session.actor)
            _report_renaming(session, db, LABELS[noun], done, output_format)


def _add_rename(group: click.Group, noun: str, names: str) -> None:
    """Add the command that renames a tag or an outlet; `names` are examples, as typed in a shell."""

    @group.command(
        "rename",
        help=f"""Give the {noun} NAME a NEW name that the desk does not use, or other capitals.

        \b
        claimtrack {noun}s rename {names}
        """,
    )
    @click.argument("name")
    @click.argument("new")
    @result_option
    @pass_session
    def _rename(session: Session, name: str, new: str, output_format: str) -> None:
        from claimtrack.store.labels import LABELS
        from claimtrack.workflow.relabelling import rename

        with session.open() as db:
            done = rename(db, LABELS[noun], name, new, actor=session.actor)
            _report_renaming(session, db, LABELS[noun], done, output_format)


def _add_forget(group: click.Group, noun: str, name: str) -> None:
    """Add the command that frees a former name for use; `name` is an example, as typed in a shell."""

    @group.command(
        "forget",
        help=f"""Let a former name be {"a tag" if noun == "tag" else "an outlet"} of its own again.

        What has the current {noun} keeps it; from now on, whatever comes in under NAME gets NAME.

        \b
        claimtrack {noun}s forget {name}
        """,
    )
    @click.argument("name")
    @result_option
    @pass_session
    def _forget(session: Session, name: str, output_format: str) -> None:
        from claimtrack.store.labels import LABELS
        from claimtrack.workflow.relabelling import forget

        with session.open() as db:
            done = forget(db, LABELS[noun], name, actor=session.actor)
            undo = session.undo(db, [done.written], "To undo")
            say(f"{done.was[0]}: no longer a former name of {done.name}. {undo}")
            _write_label(db, LABELS[noun], done, output_format)


def _report_renaming(
    session: Session, db: Database, label: LabelKind, done: Relabelled, output_format: str
) -> None:
    from claimtrack.workflow import joining

    undo = session.undo(db, [done.written], "To undo")
    say(f"{list_some(done.was, 10)}: now {done.name}, on {plural(done.changed, label.bearer)}. {undo}")
    if done.speakers:
        say(
            f"Claims of {list_some(done.speakers)} itself are still another speaker's. If they are the same: {joining.command('join', done.name, *done.speakers)}"
        )
    _write_label(db, label, done, output_format)


def _write_label(db: Database, label: LabelKind, done: Relabelled, output_format: str) -> None:
    """For programs, print the name in force as `list` does, and what undoes the change."""
    from claimtrack.store.labels import listed
    from claimtrack.workflow.undoing import changes_name

    if output_format != "table":
        undo = changes_name(db, [done.written])
        write_results(
            ({**row, "undo": undo} for row in listed(db, label) if row["name"] == done.name), output_format
        )


_add_list(tags_command, "tag", "claim", "vac")
_add_join(tags_command, "tag", "claim", "vaccines vaccine vacine")
_add_rename(tags_command, "tag", "vacine vaccines")
_add_forget(tags_command, "tag", "vacine")
_add_list(outlets_command, "outlet", "article", "example")
_add_join(outlets_command, "outlet", "article", '"Example News" "example news" www.example.org')
_add_rename(outlets_command, "outlet", 'www.example.org "Example News"')
_add_forget(outlets_command, "outlet", "www.example.org")
