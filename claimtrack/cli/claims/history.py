"""The command `history`: who changed what, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import say, say_cut
from claimtrack.cli.output.rows import write_rows
from claimtrack.cli.parameters.filters import article_option, day_bounds
from claimtrack.cli.parameters.options import format_option, single_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import COUNT, DAY, SINCE, TEXT
from claimtrack.workflow.days import local_time

if TYPE_CHECKING:
    from claimtrack.cli.output.rows import Row

_COLUMNS = {
    "happened_at": "when",
    "actor": "who",
    "claim_id": "claim",
    "summary": "what",
}
_DEFAULT_LIMIT = 50
_CUT = "newest", "raise --limit or change the dates"
_CUT_AFTER = "oldest", "raise --limit, or give the cursor of the last one to --after"


@click.command("history")
@click.argument("claim_id", metavar="[ID]", type=COUNT, required=False)
@article_option("Without ID: only changes of the claims in this article")
@single_option(
    "--since",
    type=SINCE,
    metavar="DATE",
    help='Without ID: only changes on this day or later (local time), or since a time, such as "yesterday 22:00".',
)
@single_option("--until", type=DAY, metavar="DATE", help="Without ID: only changes on this day or earlier.")
@single_option("--by", type=TEXT, metavar="NAME", help="Without ID: only changes by this person.")
@single_option(
    "--after",
    type=TEXT,
    metavar="CURSOR",
    help="Without ID: only changes after the one with this cursor, oldest first, all of them; 0 for those from the beginning. "
    "For programs: JSON, NDJSON and CSV have the cursor of each change.",
)
@click.option(
    "--limit",
    type=COUNT,
    help=f"Without ID: maximum number of changes.  [default: {_DEFAULT_LIMIT}, or with --after all]",
)
@format_option
@pass_session
def history_command(
    session: Session,
    claim_id: int | None,
    article_id: int | None,
    since: str | None,
    until: str | None,
    by: str | None,
    after: str | None,
    limit: int | None,
    output_format: str,
) -> None:
    """Show who changed what and when.

    Give ID for one claim. Without it, this lists the changes on the whole desk or, with --article, of all claims of a piece, newest first,
    leaving out what the matcher suggested. Newer versions of an article that only repeat a claim are left out, too. The table shows local time;
    other formats use UTC.

    \b
    claimtrack history 12
    claimtrack history --article 2
    claimtrack history --since "2024-04-22 22:00" --by "Ada Miller"
    claimtrack history --after 204-3f9a2c --format ndjson
    """
    from claimtrack.store.history import Selection
    from claimtrack.workflow.dossier import claim_history, desk_history

    if claim_id is not None and (article_id, since, until, by, after, limit) != (None,) * 6:
        raise click.UsageError(
            "--article, --since, --until, --by, --after and --limit are for the history of several claims: leave ID out"
        )
    _, ends = day_bounds(None, until)
    if since and ends and ends <= since:
        raise click.UsageError(f"{until} ends before --since: give the earlier day first")
    most = limit or (_DEFAULT_LIMIT if after is None else None)
    shown = {key: heading for key, heading in _COLUMNS.items() if claim_id is None or key != "claim_id"}
    with session.open() as db:
        if claim_id is None:
            chosen = Selection(since=since, until=ends, actor=by, article_id=article_id)
            found = desk_history(db, chosen, after=after, limit=most and most + 1)
            rows: Iterator[Row] = islice(found, most)
        else:
            found = rows = iter(claim_history(db, claim_id))
        first = next(rows, None)
        _write([] if first is None else chain([first], rows), output_format, shown)
        is_cut = next(found, None) is not None
    if first is None:
        say("No changes found.")
    elif is_cut:
        end, remedy = _CUT if after is None else _CUT_AFTER
        say_cut(f"{end} {most:,}", remedy)


def _write(rows: Iterable[Row], output_format: str, shown: dict[str, str]) -> None:
    """Print the changes; the table has local time, and each change as a sentence."""
    from claimtrack.workflow.changes import CHANGE_KEYS

    if output_format == "table":
        rows = (
            {**row, "happened_at": local_time(row["happened_at"]), "summary": row["summary"].sentence}
            for row in rows
        )
    write_rows(rows, output_format, columns=shown, keys=CHANGE_KEYS)
