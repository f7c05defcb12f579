"""Readiness and figures: lint, stats."""

from __future__ import annotations

from dataclasses import asdict

import click

from claimtrack.cli.filters import DAY, in_order, moments
from claimtrack.cli.options import COUNT, Session, format_option, pass_session
from claimtrack.cli.output import plural, say, write_rows


@click.command("lint")
@click.argument("claim_ids", metavar="[ID]...", nargs=-1, type=COUNT)
@click.option("--strict", is_flag=True, help="Hints count as obstacles.")
@format_option
@pass_session
def lint_command(session: Session, claim_ids: tuple[int, ...], strict: bool, output_format: str) -> None:
    """What stands between a claim and publication: no review, no evidence, no second person, and more.

    Without IDs it looks at every claim that is being checked, in review, or published. It ends with 1
    where something stands in the way, so that a script can tell.

    \b
    claimtrack lint 12
    claimtrack lint --format json
    """
    from claimtrack.workflow.reviews.linting import lint

    with session.open() as db:
        claims, found = lint(db, claim_ids)
    blocking = sum(obstacle.blocks or strict for obstacle in found)
    rows = ({**asdict(one), "weight": "obstacle" if one.blocks or strict else "hint"} for one in found)
    write_rows(rows, output_format, columns={"claim_id": "claim", "weight": "is", "message": "what"})
    weights = f"{plural(blocking, 'obstacle')}, {plural(len(found) - blocking, 'hint')}"
    say(f"{plural(len(claims), 'claim')}: {weights}")
    if blocking:
        raise click.exceptions.Exit(1)


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
