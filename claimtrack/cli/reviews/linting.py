"""Readiness: lint."""

from __future__ import annotations

from dataclasses import asdict, fields

import click

from claimtrack.cli.given.filters import article_option
from claimtrack.cli.given.options import format_option
from claimtrack.cli.given.session import Session, pass_session
from claimtrack.cli.given.values import COUNT
from claimtrack.cli.printed.rows import REMEDIED, write_rows
from claimtrack.cli.printed.talk import plural, say
from claimtrack.core.desk.readiness import Obstacle


@click.command("lint")
@click.argument("claim_ids", metavar="[ID]...", nargs=-1, type=COUNT)
@article_option("Only claims from this article, in the order of its text")
@click.option("--strict", is_flag=True, help="Treat hints as obstacles.")
@format_option
@pass_session
def lint_command(
    session: Session, claim_ids: tuple[int, ...], article_id: int | None, strict: bool, output_format: str
) -> None:
    """Check what keeps claims from being published.

    For example no review, no evidence, or no second person. Without ID it checks every claim that is being checked, in review or published; with --article, those of that article. If
    a claim has several reviews, the newest counts. The exit code is 1 if there is an obstacle, for use in scripts.

    \b
    claimtrack lint 12
    claimtrack lint --article 2
    claimtrack lint --format json
    """
    from claimtrack.workflow.reviews.linting import lint, not_begun

    if claim_ids and article_id:
        raise click.UsageError("give the numbers of claims, or --article: one of them")
    with session.open() as db:
        claims, found = lint(db, claim_ids, article_id)
        waiting = not_begun(db, article_id) if article_id else {}
    blocking = sum(obstacle.blocks or strict for obstacle in found)
    rows = ({**asdict(one), "weight": "obstacle" if one.blocks or strict else "hint"} for one in found)
    keys = [*(field.name for field in fields(Obstacle)), "weight"]
    shown = {"claim_id": "claim", "review_id": "review", "weight": "is", "message": "what"}
    write_rows(rows, output_format, columns=shown, keys=keys, widest=REMEDIED)
    weights = f"{plural(blocking, 'obstacle')}, {plural(len(found) - blocking, 'hint')}"
    say(f"{plural(len(claims), 'claim')}: {weights}")
    if waiting:
        told = ", ".join(f"{number} {status}" for status, number in waiting.items())
        say(f"Not looked at, for nobody checks them yet: {told} (`claimtrack list --article {article_id}`)")
    if blocking:
        raise click.exceptions.Exit(1)
