"""The commands `list`, `show` and `search`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.claims.mine import mine_filters, say_waiting
from claimtrack.cli.claims.no_results import explain_no_results
from claimtrack.cli.output.descriptions import OWN_VOICE, describe_holder, describe_rating
from claimtrack.cli.output.messages import say, say_cut, say_left_out
from claimtrack.cli.output.rows import Row, split_into_tables, write_one, write_rows
from claimtrack.cli.parameters.filters import (
    article_option,
    check_day_order,
    claim_filter,
    language_option,
    min_score_option,
    once_option,
    status_option,
)
from claimtrack.cli.parameters.options import (
    claim_argument,
    flag_option,
    format_option,
    single_option,
    tag_option,
    without_option,
)
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import COUNT, DAY, SINCE, OneOf
from claimtrack.core.model import Priority
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.languages import names_if_foreign

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.store.views import ClaimFilter, Order


CLAIM_COLUMNS = {
    "id": "id",
    "text": "claim",
    "claimant": "claimant",
    "status": "status",
    "priority": "priority",
    "rating": "rating",
    "appearances": "seen",
    "dropped": "dropped",
    "evidence": "links",
    "score": "score",
    "assignee": "with",
    "taken_as": "taken as",
    "due_on": "due",
    "language": "language",
}
SEARCH_COLUMNS = {**CLAIM_COLUMNS, "found_in": "found in"}
_ORDERS = ("id", "newest", "said", "score", "seen", "priority", "due", "place")
_ORDERS_HELP = (
    "Sort order: id (order filed), newest (the reverse), said (most recently said), score (most "
    "check-worthy), seen (most often, whenever that was), priority, due (claims without a due date last), or place (order of the text of --article)."
)


@click.command("list")
@status_option
@single_option("--claimant", help="Only claims by this speaker, under any of their names.")
@single_option("--assignee", help='Only claims assigned to this person; "" for unassigned claims.')
@click.option(
    "--mine",
    is_flag=True,
    help="Only claims that you have and that are not done, those due first at the top. It also says which notes and verdicts wait for you.",
)
@tag_option
@without_option
@single_option("--priority", type=OneOf(Priority), help="Only claims with this priority.")
@single_option("--rating", help='Only claims with this rating, published or approved; "" for unrated claims.')
@single_option("--since", type=SINCE, help="Only claims filed on this day or later, or since a time (local).")
@single_option("--said-since", type=DAY, help="Only claims said at least once on this day or later.")
@single_option("--said-until", type=DAY, help="Only claims said at least once on this day or earlier.")
@single_option(
    "--due-until",
    type=DAY,
    help="Only claims due by this day (or `today`, `tomorrow`). A published claim is due on the day to "
    "look again. Leaves out parked and rejected claims unless --status asks for them.",
)
@article_option("Only claims from this article")
@language_option
@flag_option
@min_score_option
@once_option
@click.option("--limit", type=COUNT, help="Maximum number of claims.")
@click.option("--newest", is_flag=True, help="Newest first; the same as --sort newest.")
@click.option("--sort", type=OneOf(_ORDERS), help=_ORDERS_HELP)
@format_option
@pass_session
def list_command(
    session: Session,
    /,
    limit: int | None,
    newest: bool,
    sort: str | None,
    mine: bool,
    output_format: str,
    **filters: Any,
) -> None:
    """List claims, filtered and sorted as you like.

    A claim must meet all the filters. The default order is the order of filing.

    \b
    claimtrack list --claimant "Ada Miller" --format json
    claimtrack list --status open --status checking --assignee "" --sort priority
    claimtrack list --rating False --said-since 2024-04-01 --said-until 2024-04-30
    claimtrack list --mine
    claimtrack list --due-until today --sort due
    claimtrack list --article 2 --sort place
    claimtrack list --status published --without "Platform:"
    claimtrack list --status proposed --once --sort seen
    """
    from claimtrack.store.views import claim_columns, claims

    order = _order(sort, newest=newest, mine=mine, article_id=filters["article_id"])
    check_day_order(filters["said_since"], filters["said_until"])
    criteria = claim_filter(**(mine_filters(session.actor, filters) if mine else filters))
    with session.open() as db:
        found = claims(db, criteria, limit=None if limit is None else limit + 1, order=order)
        first = list(islice(found, 1))
        rows = islice(chain(first, found), limit)
        parts = (
            (_table_rows(db, part) for part in split_into_tables(rows))
            if output_format == "table"
            else [rows]
        )
        for part in parts:
            columns = _visible_columns(part, output_format)
            write_rows(part, output_format, columns=columns, keys=claim_columns(db))
        if not first:
            say(_describe_nothing(db, criteria))
        if limit is not None and next(found, None):
            say_cut(f"first {limit:,}")
        say_left_out(db, criteria)
        if mine:
            say_waiting(db, session.actor)


def _order(sort: str | None, *, newest: bool, mine: bool, article_id: int | None) -> Order:
    from claimtrack.store.views import Order

    if newest and sort not in (None, Order.NEWEST):
        raise click.UsageError(f"--newest and --sort {sort} contradict each other: leave one out")
    order = Order.NEWEST if newest else Order(sort or (Order.DUE if mine else Order.ID))
    if order is Order.PLACE and article_id is None:
        raise click.UsageError(
            "--sort place is the order of an article's text: name the article with --article"
        )
    return order


def _describe_nothing(db: Database, criteria: ClaimFilter) -> str:
    if criteria == claim_filter():
        from claimtrack.store.file.tables import refuse_lost_views

        refuse_lost_views(db)  # else an empty table of the name of a view passes for an empty desk
        return "No claims yet. Add some with `claimtrack ingest` or `claimtrack add`."
    return f"No claims found.{explain_no_results(db, criteria)}"


def _table_rows(db: Database, rows: Iterable[Row]) -> list[Row]:
    """Rows for a table, with the article's own voice as the claimant if nobody is named, and with who gave the rating if we did not.

    `taken_as` is the claim judged the same that somebody has. Only the printed keys are kept, because a table's column widths depend on all of its rows.
    """
    from claimtrack.store.same_claims import taken_elsewhere
    from claimtrack.store.speakers import claims_in_own_voice

    told = [
        {key: row[key] for key in SEARCH_COLUMNS if key in row} | {"rating": describe_rating(row)}
        for row in rows
    ]
    names = names_if_foreign(row["language"] for row in told)
    own = claims_in_own_voice(db, [row["id"] for row in told if not row["claimant"]])
    taken = taken_elsewhere(db, [row["id"] for row in told])
    for row in told:
        same = taken.get(row["id"])
        row["taken_as"] = describe_holder(*same) if same else ""
        if row["id"] in own:
            row["claimant"] = OWN_VOICE
        row["language"] = names.get(row["language"], "")
    return told


def _visible_columns(rows: Iterable[Row], output_format: str, columns: Row = CLAIM_COLUMNS) -> Row:
    """The columns to print; those that are usually empty are left out unless some row has a value."""
    if output_format != "table":
        return columns
    usual = {
        "dropped": 0,
        "priority": Priority.NORMAL,
        "found_in": "",
        "due_on": None,
        "language": "",
        "taken_as": "",
    }
    needless = {key for key, value in usual.items() if all(row.get(key) == value for row in rows)}
    return {key: heading for key, heading in columns.items() if key not in needless}


def _format_found_in(found_in: list[Row]) -> str:
    """Where the words were found, in one line: "tag: jobs; note: rang the ministry"."""
    return "; ".join(f"{one['where']}: {one['text']}" for one in found_in)


_MAX_PARTIAL_MATCHES = 5
"""Claims with some of the words to show if none has all of them."""


@click.command("search")
@click.argument("query")
@click.option("--limit", type=COUNT, default=20, show_default=True, help="Maximum number of claims.")
@format_option
@pass_session
def search_command(session: Session, query: str, limit: int, output_format: str) -> None:
    """Search claims and everything attached to them.

    Looks in the claim, speaker, tags, places, notes, links and our own reviews, and shows the best results first. All words must
    occur, in any of these; put a phrase in "double quotes". Accents and capitals make no difference. Where a word was found
    outside the claim itself, the table says where (`found_in` in JSON). If no claim has all the words, the table shows those
    that have some.

    \b
    claimtrack search "defence exports"
    claimtrack search memo
    """
    from claimtrack.store.searching import search, search_any_word, search_columns

    if not clean_line(query):
        raise click.UsageError(
            "the query is empty: give a word from the claim, its speaker, a tag, a place, a note or a review"
        )
    with session.open() as db:
        found = search(db, query, limit=limit + 1)
        rows = found[:limit]
        if output_format == "table":
            at_most = min(limit, _MAX_PARTIAL_MATCHES)
            rows = rows or search_any_word(db, query, limit=at_most)
            rows = [{**row, "found_in": _format_found_in(row["found_in"])} for row in _table_rows(db, rows)]
        keys = search_columns(db)
    write_rows(rows, output_format, columns=_visible_columns(rows, output_format, SEARCH_COLUMNS), keys=keys)
    if len(found) > limit:
        say_cut(f"best {limit:,}", "raise --limit or add words")
    if not found and output_format == "table":
        some = " These have some of the words." if rows else ""
        say(
            f"No claim has all of {query[:80]!r}.{some} To find claims that say it in other words, use `claimtrack match`."
        )


@click.command("show")
@claim_argument
@format_option
@pass_session
def show_command(session: Session, claim_id: int, output_format: str) -> None:
    """Show everything the desk has on a claim.

    Prints its appearances, ledger, evidence, notes, matches, reviews and requests to others. The table is limited to the 50 newest
    appearances and the 50 most likely matches; other formats have them all.

    \b
    claimtrack show 12
    claimtrack show 12 --format json
    """
    from claimtrack.cli.claims.dossier import MAX_LINES, print_dossier
    from claimtrack.workflow.dossier import claim_dossier

    with session.open() as db:
        dossier = claim_dossier(db, claim_id, newest=MAX_LINES if output_format == "table" else None)
        if output_format == "table":
            print_dossier(dossier)
        else:
            write_one(dossier, output_format)
