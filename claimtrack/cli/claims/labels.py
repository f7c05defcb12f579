"""`claimtrack tags` and `claimtrack outlets`: which there are, and how several spellings of one become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.output.rows import write_rows
from claimtrack.cli.parameters.options import format_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.core.texts.printable import list_some, plural

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.store.labels import LabelKind
    from claimtrack.workflow.relabelling import Relabelled


@click.group("tags")
def tags_command() -> None:
    """List the tags of the desk, and make several spellings one.

    Tags that differ only in capitals are one tag. A joined or renamed tag stays so: whatever comes in under a former name gets the one of
    now. `claimtrack tag` puts tags on a claim.

    \b
    claimtrack tags list vac
    claimtrack tags join vaccines vaccine vacine
    claimtrack tags rename vacine vaccines
    claimtrack tags forget vacine
    """


@click.group("outlets")
def outlets_command() -> None:
    """List the outlets of articles, and make several spellings one.

    A joined or renamed outlet stays so: an article that comes in under a former name gets the one of now. Published verdicts keep the
    outlets they were approved with. An outlet that speaks for itself is a speaker, too: `claimtrack speaker
    join` joins its names.

    \b
    claimtrack outlets list example
    claimtrack outlets join "Example News" "example news" www.example.org
    claimtrack outlets rename www.example.org "Example News"
    """


def _add_list(group: click.Group, noun: str, bearer: str, part: str) -> None:
    """The command that lists tags or outlets; `part` of one is an example."""

    @group.command(
        "list",
        help=f"""List {noun}s with their former names and how many {bearer}s have each, in the order of their letters.

        QUERY shows only {noun}s that have all these words or parts of words, be it in a former name.

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
    """The command that makes several tags or outlets one; `names` are examples, as they are typed."""

    @group.command(
        "join",
        help=f"""Give all {bearer}s that have an OTHER {noun} the {noun} NAME instead.

        \b
        claimtrack {noun}s join {names}
        """,
    )
    @click.argument("name")
    @click.argument("others", metavar="OTHER...", nargs=-1, required=True)
    @pass_session
    def _join(session: Session, name: str, others: tuple[str, ...]) -> None:
        from claimtrack.store.labels import LABELS
        from claimtrack.workflow.relabelling import join

        with session.open() as db:
            _report_renaming(
                session, db, LABELS[noun], join(db, LABELS[noun], name, others, actor=session.actor)
            )


def _add_rename(group: click.Group, noun: str, names: str) -> None:
    """The command that gives a tag or an outlet another name; `names` are examples, as they are typed."""

    @group.command(
        "rename",
        help=f"""Give the {noun} NAME a NEW name that the desk does not use, or other capitals.

        \b
        claimtrack {noun}s rename {names}
        """,
    )
    @click.argument("name")
    @click.argument("new")
    @pass_session
    def _rename(session: Session, name: str, new: str) -> None:
        from claimtrack.store.labels import LABELS
        from claimtrack.workflow.relabelling import rename

        with session.open() as db:
            _report_renaming(
                session, db, LABELS[noun], rename(db, LABELS[noun], name, new, actor=session.actor)
            )


def _add_forget(group: click.Group, noun: str, name: str) -> None:
    """The command that lets a former name be used again; `name` is an example, as it is typed."""

    @group.command(
        "forget",
        help=f"""Let a former name be {"a tag" if noun == "tag" else "an outlet"} of its own again.

        What has the {noun} of now keeps it; from now on, whatever comes in under NAME gets NAME.

        \b
        claimtrack {noun}s forget {name}
        """,
    )
    @click.argument("name")
    @pass_session
    def _forget(session: Session, name: str) -> None:
        from claimtrack.store.labels import LABELS
        from claimtrack.workflow.relabelling import forget

        with session.open() as db:
            done = forget(db, LABELS[noun], name, actor=session.actor)
            undo = session.undo(db, [done.written], "To undo")
        say(f"{done.was[0]}: no longer a former name of {done.name}. {undo}")


def _report_renaming(session: Session, db: Database, label: LabelKind, done: Relabelled) -> None:
    from claimtrack.workflow import joining

    undo = session.undo(db, [done.written], "To undo")
    say(f"{list_some(done.was, 10)}: now {done.name}, on {plural(done.changed, label.bearer)}. {undo}")
    if done.speakers:
        say(
            f"Claims of {list_some(done.speakers)} itself are still another speaker's. If they are the same: {joining.command('join', done.name, *done.speakers)}"
        )


_add_list(tags_command, "tag", "claim", "vac")
_add_join(tags_command, "tag", "claim", "vaccines vaccine vacine")
_add_rename(tags_command, "tag", "vacine vaccines")
_add_forget(tags_command, "tag", "vacine")
_add_list(outlets_command, "outlet", "article", "example")
_add_join(outlets_command, "outlet", "article", '"Example News" "example news" www.example.org')
_add_rename(outlets_command, "outlet", 'www.example.org "Example News"')
_add_forget(outlets_command, "outlet", "www.example.org")
