"""The command `stats`: figures about the desk."""

from __future__ import annotations

import click

from claimtrack.cli.output.rows import Row, write_rows
from claimtrack.cli.parameters.filters import check_day_order, day_bounds
from claimtrack.cli.parameters.options import format_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import DAY
from claimtrack.core.texts.printable import humanise_name


@click.command("stats")
@click.option("--since", type=DAY, help="First day to count.")
@click.option("--until", type=DAY, help="Last day to count.")
@click.option(
    "--by",
    "groups",
    multiple=True,
    metavar="WHAT",
    help="Count by month, quarter, year, rating, tag or speaker, or by a column of your own, such as Platform. Repeatable.",
)
@format_option
@pass_session
def stats_command(
    session: Session, since: str | None, until: str | None, groups: tuple[str, ...], output_format: str
) -> None:
    """Show figures for the desk, or for a period of time.

    A verdict counts on its own date (`review draft --date`), with the rating it had then, even if it was replaced or withdrawn later.
    Corrections and updates count on their own dates. Imported verdicts are counted apart, by their dates, too. The sources of a verdict are those that its claim has
    now; somebody was asked for comment if that was recorded for a day up to the verdict's (`intervention ask --for comment`). Claims count on the day they were filed, local time.

    With --by, a row has the claims filed, the verdicts of yours and the corrections of a month, a tag and so on. A claim with two tags
    counts for both.

    \b
    claimtrack stats
    claimtrack stats --since 2024-04-01 --until 2024-04-30
    claimtrack stats --by month --since 2024-01-01
    claimtrack stats --by quarter --by Platform --format csv
    """
    from claimtrack.store.breakdown import FIGURES, by_groups
    from claimtrack.store.statistics import Period, of_period, totals

    check_day_order(since, until)
    period = Period(since, until, *day_bounds(since, until))
    with session.open() as db:
        if groups:
            counted = by_groups(db, groups, period)
            write_rows(counted, output_format, keys=(*groups, *FIGURES), nothing="Nothing to count.")
            return
        rows = of_period(db, period) if since or until else totals(db)
    if output_format == "table":
        rows = [{"what": _name(row), "count": row["count"]} for row in rows]
    write_rows(rows, output_format)


def _name(row: Row) -> str:
    """What a row counts, in words: "claims: in review"."""
    of = row["rating"] or humanise_name(row["status"] or "")
    return ": ".join(filter(None, [humanise_name(row["figure"]), of]))
