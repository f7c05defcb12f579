"""The command `articles`: list the articles of the desk, correct their language, and mark those that their outlets have withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from claimtrack.cli.output.messages import say, say_cut
from claimtrack.cli.output.results import write_results
from claimtrack.cli.output.rows import write_rows
from claimtrack.cli.parameters.options import format_option, result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import COUNT, DATE, LANGUAGE, Clearable
from claimtrack.core.texts.languages import language_name, names_if_foreign
from claimtrack.core.texts.printable import humanise_name

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.workflow.articles.withdrawing import Withdrawn

_COLUMNS = {
    "id": "id",
    "article": "article",
    "outlet": "outlet",
    "published_on": "date",
    "appearances": "claims",
    "statuses": "status",
    "language": "language",
    "previous_id": "changed from",
    "withdrawn_on": "withdrawn on",
    "where": "source",
}
_ONLY_IF_ANY = ("previous_id", "withdrawn_on", "language")


@click.group("articles", invoke_without_command=True)
@click.option("--limit", type=COUNT, default=20, show_default=True, help="Maximum number to show.")
@format_option
@click.pass_context
@pass_session
def articles_command(session: Session, context: click.Context, limit: int, output_format: str) -> None:
    """List the articles and other sources of claims, newest first, and how far the work on their claims has come.

    An article that changed is listed once, as its newest version.

    Use the numbers with `list`, `lint`, `triage` and `export` (`--article`), and with `ingest --version-of`.

    \b
    claimtrack articles
    claimtrack articles --limit 100 --format csv
    claimtrack articles edit 12 --language cy
    claimtrack articles withdraw 12 --note "Deleted after a complaint"
    """
    from claimtrack.store import articles

    if context.invoked_subcommand:
        _refuse_options_of_the_list(context, context.invoked_subcommand)
        return
    with session.open() as db:
        found = articles.newest(db, limit=limit + 1)
        keys = articles.overview_columns(db)
    rows = found[:limit]
    if output_format == "table":
        names = names_if_foreign(row["language"] for row in rows)
        rows = [
            {
                **row,
                "statuses": _in_words(row["statuses"]),
                "where": row["url"] or row["source"],
                "language": names.get(row["language"]),
            }
            for row in rows
        ]
    empty = {key for key in _ONLY_IF_ANY if not any(row[key] for row in rows)}
    columns = {key: name for key, name in _COLUMNS.items() if key not in empty}
    nothing = "No articles yet. Read one with `claimtrack ingest`."
    write_rows(rows, output_format, columns=columns, keys=keys, nothing=nothing)
    if len(found) > limit:
        say_cut(f"newest {limit:,}")


@articles_command.command("edit")
@click.argument("article_id", metavar="ARTICLE", type=COUNT)
@click.option(
    "--language",
    required=True,
    type=Clearable(LANGUAGE),
    help='Language of the article, such as cy or Welsh; "" if unknown.',
)
@result_option
@pass_session
def edit_command(session: Session, article_id: int, language: str, output_format: str) -> None:
    """Correct the language of an article, in all its versions.

    Its claims are then in that language, too, except those to which `edit --language` gave another.

    \b
    claimtrack articles edit 12 --language cy
    """
    from claimtrack.store import articles
    from claimtrack.workflow.articles.describing import set_language
    from claimtrack.workflow.undoing import changes_name

    with session.open() as db:
        done = set_language(db, article_id, language, actor=session.actor)
        before, now = (language_name(code) if code else "unknown" for code in (done.before, done.language))
        say(
            f"Article {article_id}, language: {before} → {now}"
            if before != now
            else f"Article {article_id}, language: {now}, as before"
        )
        if undo := session.undo(db, [done.written], "To undo"):
            say(undo)
        if output_format != "table":
            row = articles.overview(db, article_id)
            write_results([{**row, "undo": changes_name(db, [done.written])}], output_format)


@articles_command.command("withdraw")
@click.argument("article_id", metavar="ARTICLE", type=COUNT)
@click.option(
    "--date",
    "withdrawn_on",
    type=DATE,
    metavar="DATE",
    help="Date of the withdrawal, YYYY-MM-DD. Default: the one recorded, or today.",
)
@click.option("--note", help="Why, and who says so. It stays on the desk.")
@result_option
@pass_session
def withdraw_command(
    session: Session, article_id: int, withdrawn_on: str | None, note: str | None, output_format: str
) -> None:
    """Record that an outlet has withdrawn an article, or taken its page down.

    The claims in it stay as they are, since somebody did make them, but are marked wherever they are shown. Published ones become
    due, so that somebody looks at the verdict again. Run it again to change the date or the note.

    \b
    claimtrack articles withdraw 12
    claimtrack articles withdraw 12 --date 2024-05-03 --note "410 Gone; the editor says the interview was made up"
    """
    from claimtrack.workflow.articles import withdrawing

    with session.open() as db:
        done = withdrawing.withdraw(db, article_id, withdrawn_on=withdrawn_on, note=note, actor=session.actor)
        _report(
            session,
            db,
            f"Article {done.article_id} is marked as withdrawn on {done.withdrawn_on}.",
            done,
            output_format,
        )


@articles_command.command("restore")
@click.argument("article_id", metavar="ARTICLE", type=COUNT)
@result_option
@pass_session
def restore_command(session: Session, article_id: int, output_format: str) -> None:
    """Record that an article is not withdrawn after all, or is published again.

    Published claims that `articles withdraw` or the notice made due are no longer due, unless somebody has changed the day since, or
    another article with them is withdrawn.

    \b
    claimtrack articles restore 12
    """
    from claimtrack.workflow.articles import withdrawing

    with session.open() as db:
        done = withdrawing.restore(db, article_id, actor=session.actor)
        _report(
            session, db, f"Article {done.article_id} is no longer marked as withdrawn.", done, output_format
        )


def _report(session: Session, db: Database, message: str, done: Withdrawn, output_format: str) -> None:
    from claimtrack.store import articles
    from claimtrack.workflow.articles import withdrawing
    from claimtrack.workflow.taken_back import due_notices
    from claimtrack.workflow.undoing import changes_name

    told: Iterable[str | None] = ()
    if not done.withdrawn_on:
        told = [withdrawing.still_gone(db, done), *due_notices(done)]
    elif not done.was_marked:
        told = withdrawing.concerned(done.claims, withdrawing.version_with_claims(db, done.article_id))
    undo = session.undo(db, [done.written], "To undo")
    say("\n".join(filter(None, [message, *told, undo])))
    if output_format != "table":
        row = articles.overview(db, done.article_id) | done.due_claims
        write_results([{**row, "undo": changes_name(db, [done.written])}], output_format)


def _refuse_options_of_the_list(context: click.Context, subcommand: str) -> None:
    for name, option in {"limit": "--limit", "output_format": "--format"}.items():
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(
                f"{option} before `{subcommand}` is for the list of articles: leave it out, or give it after `{subcommand}`"
            )


def _in_words(statuses: dict[str, int]) -> str:
    """Counts for people: "3 proposed, 1 in review"."""
    return ", ".join(f"{count:,} {humanise_name(status)}" for status, count in statuses.items())
