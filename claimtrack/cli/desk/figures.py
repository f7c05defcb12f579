"""Figures: stats."""

from __future__ import annotations

import click

from claimtrack.cli.given.filters import DAY, in_order, moments
from claimtrack.cli.given.options import format_option
from claimtrack.cli.given.session import Session, pass_session
from claimtrack.cli.printed.rows import write_rows


@click.command("stats")
@click.option("--since", type=DAY, help="Only what was done on this day or later.")
@click.option("--until", type=DAY, help="Only what was done on this day or earlier.")
@format_option
@pass_session
def stats_command(session: Session, since: str | None, until: str | None, output_format: str) -> None:
    """How much the desk holds and how far it has come; with --since or --until what was done in that time.

    A verdict is counted on the day that it bears (`review draft --date`), with the rating that it had then, also where it
    was corrected or withdrawn since. A correction counts on its own day, and claims on those of your clock.

    \b
    claimtrack stats
    claimtrack stats --since 2024-04-01 --until 2024-04-30
    claimtrack stats --format json
    """
    from claimtrack.store.statistics import Period, of_period, totals

    in_order(since, until)
    with session.open() as db:
        rows = of_period(db, Period(since, until, *moments(since, until))) if since or until else totals(db)
        write_rows(rows, output_format, columns={"what": "what", "count": "count"})
