"""Claims: add, list, show, search, history."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from claimtrack.cli.desk import claim_argument
from claimtrack.cli.matches import print_matches
from claimtrack.cli.options import DATE, Session, at_terminal, format_option, pass_session, words
from claimtrack.cli.output import Row, say, write_json, write_rows
from claimtrack.core.model import Stance, Status, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from claimtrack.workflow.adding import Added, NewClaim

CLAIM_COLUMNS = {
    "id": "id",
    "text": "claim",
    "claimant": "claimant",
    "status": "status",
    "rating": "rating",
    "appearances": "seen",
    "evidence": "links",
    "score": "score",
    "assignee": "with",
}
_STATUSES = [str(status) for status in Status]


def _link(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, Stance], ...]:
    """URL or URL=stance: an address may hold `=` itself, so only a known stance at the end counts."""
    links = []
    for value in values:
        url, _, stance = value.rpartition("=")
        known = url and stance in set(Stance)
        links.append((url, Stance(stance)) if known else (value, Stance.CONTEXT))
    return tuple(links)


@click.command("add")
@click.argument("text")
@click.option("--claimant", help="Who says it.")
@click.option("--source", help='Where it was said: a web address, or words such as "Radio 4, Today, 8:10".')
@click.option("--date", "claimed_on", type=DATE, help="The day it was said, YYYY-MM-DD.")
@click.option(
    "--link",
    "links",
    multiple=True,
    callback=_link,
    metavar="URL[=STANCE]",
    help="Evidence; =supports, =refutes or =context (the default) says what it does. May be repeated.",
)
@click.option(
    "--status",
    type=click.Choice(_STATUSES),
    default=str(Status.OPEN),
    show_default=True,
    help="Where it starts.",
)
@click.option("--note", "notes", multiple=True, help="A note on it. May be repeated.")
@click.option("--tag", "tags", multiple=True, help="A tag. May be repeated.")
@click.option(
    "--on-duplicate",
    type=click.Choice(["ask", "attach", "new", "fail"]),
    help="What to do when the desk holds the claim already. Left out: ask at a terminal; else join a claim "
    "in the same words and file any other as new.",
)
@format_option
@pass_session
def add_command(
    session: Session,
    text: str,
    claimant: str | None,
    source: str | None,
    claimed_on: str | None,
    links: tuple[tuple[str, Stance], ...],
    status: str,
    notes: tuple[str, ...],
    tags: tuple[str, ...],
    on_duplicate: str | None,
    output_format: str,
) -> None:
    """File one claim, and say at once what it repeats; `-` reads its words from standard input.

    \b
    claimtrack add "Unemployment fell by a third" --claimant "Ada Miller" \\
        --source https://news.example/1 --date 2024-04-22 --link https://stats.example=refutes
    """
    from claimtrack.workflow.adding import NewClaim

    new = NewClaim(
        text=words(text),
        claimant=claimant,
        source=source,
        claimed_on=claimed_on,
        links=links,
        status=Status(status),
        notes=notes,
        tags=tags,
    ).cleaned()
    asking = on_duplicate == "ask" or (on_duplicate is None and at_terminal() and text != "-")
    if on_duplicate == "ask" and not at_terminal():
        raise click.UsageError("there is no terminal to ask at: choose --on-duplicate attach, new or fail")
    with session.writing() as db:
        added = _add(session, db, new, on_duplicate=on_duplicate, asking=asking)
    _report(added, output_format)
    if not added.is_new and not new.source:
        say("Where it was said this time is not recorded: give --source.")


def _add(session: Session, db: Database, new: NewClaim, *, on_duplicate: str | None, asking: bool) -> Added:
    from claimtrack.workflow.adding import OnDuplicate, add_claim

    if asking:
        attach_to, is_new = _ask(db, new)
        choice = OnDuplicate.NEW if is_new else OnDuplicate.SAME
        return add_claim(db, new, on_duplicate=choice, attach_to=attach_to, actor=session.actor)
    choice = OnDuplicate(on_duplicate) if on_duplicate else OnDuplicate.SAME
    return add_claim(db, new, on_duplicate=choice, actor=session.actor)


def _ask(db: Database, new: NewClaim) -> tuple[int | None, bool]:
    """Show what the claim may repeat and ask: the claim to join, or whether it is new all the same."""
    from claimtrack.workflow.matching import look_up, worth_telling

    found = worth_telling(db, look_up(db, new.statement()))
    if not found:
        return None, False
    print_matches(found, err=True)
    answer = click.prompt(
        "Which of these is it? Give the id to add to that claim, or n for a new one",
        type=click.Choice([*(str(match.claim_id) for match in found), "n"], case_sensitive=False),
        show_choices=False,
        err=True,
    )
    return (None, True) if answer == "n" else (int(answer), False)


def _report(added: Added, output_format: str) -> None:
    if output_format != "table":
        row = {"claim_id": added.claim_id, "new": added.is_new, "matches": [asdict(m) for m in added.matches]}
        if output_format == "json":
            write_json(row)
        else:
            write_rows([row], output_format)
        return
    if added.is_new:
        click.echo(f"Claim {added.claim_id} is new.")
    else:
        click.echo(f"Claim {added.claim_id} says the same: added to it.")
    if added.matches:
        click.echo("It resembles:")
        print_matches(list(added.matches))
    _tell_how_to_join(added)


def _tell_how_to_join(added: Added) -> None:
    likeliest = next((match for match in added.matches if match.suggestion == Suggestion.DUPLICATE), None)
    if added.is_new and likeliest is not None:
        say(
            f"If it says the same as claim {likeliest.claim_id}: claimtrack judge {likeliest.claim_id} {added.claim_id} same"
        )


@click.command("list")
@click.option("--status", type=click.Choice(_STATUSES), help="Only claims of this status.")
@click.option("--claimant", help="Only claims of this speaker.")
@click.option("--assignee", help="Only claims that are with this person.")
@click.option("--tag", help="Only claims with this tag.")
@click.option("--since", type=DATE, help="Only claims filed on this day or later.")
@click.option("--article", "article_id", type=int, help="Only claims found in this article.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@click.option("--newest", is_flag=True, help="Newest first.")
@format_option
@pass_session
def list_command(
    session: Session,
    status: str | None,
    claimant: str | None,
    assignee: str | None,
    tag: str | None,
    since: str | None,
    article_id: int | None,
    limit: int | None,
    newest: bool,
    output_format: str,
) -> None:
    """List the claims.

    \b
    claimtrack list --status proposed
    claimtrack list --claimant "Ada Miller" --format json
    """
    from claimtrack.store.views import ClaimFilter, claim_columns, claims

    criteria = ClaimFilter(Status(status) if status else None, claimant, assignee, tag, since, article_id)
    with session.reading() as db:
        rows: Iterable[Row] = (
            claim_row(row) for row in claims(db, criteria, limit=limit, newest_first=newest)
        )
        if output_format == "table":
            rows = list(rows)
        write_rows(rows, output_format, columns=CLAIM_COLUMNS, keys=claim_columns(db))
    if not rows:
        say("No claim of the desk meets this.")


def claim_row(row: Row) -> Row:
    """A row of claim_overview for printing: its tags as a list, not as JSON text."""
    import json

    return {**row, "tags": json.loads(row["tags"])}


@click.command("search")
@click.argument("query")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many.")
@format_option
@pass_session
def search_command(session: Session, query: str, limit: int, output_format: str) -> None:
    """Find claims by their words or their speaker, best first; "words in quotes" are a phrase.

    \b
    claimtrack search "defence exports"
    """
    from claimtrack.core.text import clean_line
    from claimtrack.store.views import claim_columns, search

    if not clean_line(query):
        raise click.UsageError("the query is empty: give a word of the claim or of its speaker")
    with session.reading() as db:
        rows = [claim_row(row) for row in search(db, query, limit=limit)]
        keys = claim_columns(db)
    write_rows(rows, output_format, columns=CLAIM_COLUMNS, keys=keys)
    if not rows and output_format == "table":
        say(f"No claim holds {query[:80]!r}. `claimtrack match` finds claims that say it in other words.")


@click.command("show")
@claim_argument
@format_option
@pass_session
def show_command(session: Session, claim_id: int, output_format: str) -> None:
    """Show claim ID with all that hangs on it: appearances, evidence, notes, matches, reviews.

    \b
    claimtrack show 12
    claimtrack show 12 --format json
    """
    from claimtrack.cli.dossier import print_dossier
    from claimtrack.workflow.dossier import claim_dossier

    with session.reading() as db:
        dossier = claim_dossier(db, claim_id)
    if output_format == "table":
        print_dossier(dossier)
    elif output_format == "json":
        write_json(dossier)
    else:
        write_rows([dossier], output_format)


@click.command("history")
@claim_argument
@format_option
@pass_session
def history_command(session: Session, claim_id: int, output_format: str) -> None:
    """Every change of claim ID and of what hangs on it: when, who, what.

    \b
    claimtrack history 12
    """
    from claimtrack.workflow.dossier import claim_history

    with session.reading() as db:
        rows = claim_history(db, claim_id)
    columns = {
        "happened_at": "when",
        "actor": "who",
        "operation": "did",
        "table_name": "to",
        "summary": "what",
    }
    write_rows(rows, output_format, columns=columns)
