"""The command `lint`: check whether claims are ready to publish, or an article to hand over."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import name_desk, say
from claimtrack.cli.output.rows import MAX_CELL_WITH_REMEDY, write_rows
from claimtrack.cli.parameters.filters import article_option
from claimtrack.cli.parameters.options import format_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import COUNT
from claimtrack.core.desk.readiness import Obstacle
from claimtrack.core.texts.printable import plural

if TYPE_CHECKING:
    from claimtrack.workflow.reviews.linting import Piece


@click.command("lint")
@click.argument("claim_ids", metavar="[ID]...", nargs=-1, type=COUNT)
@article_option("The facts of this article, in the order of its text: whether the piece can be handed over")
@click.option("--strict", is_flag=True, help="Treat hints as obstacles.")
@format_option
@pass_session
def lint_command(
    session: Session, claim_ids: tuple[int, ...], article_id: int | None, strict: bool, output_format: str
) -> None:
    """Check what claims lack before they are published, or your own piece before it is handed over.

    Without ID it checks every claim that is being checked, in review or published. It asks for everything that readers of a verdict need: a review, evidence, a second person, a web address and more. If
    a claim has several reviews, the newest counts.

    With --article it asks for what a checked piece needs: a primary source and an approved verdict for each fact that was not rejected or parked. Nothing has to be published.

    An obstacle should be removed before that, and a hint is worth a look. `review publish` refuses a review without a rating, a date, a web
    address of its own or a second person's approval, and warns of other obstacles.

    The exit code is 1 if there is an obstacle, for use in scripts.

    \b
    claimtrack lint 12
    claimtrack lint --article 2
    claimtrack lint --format json
    """
    from claimtrack.workflow.reviews.linting import lint, lint_piece

    if claim_ids and article_id:
        raise click.UsageError("give the numbers of claims, or --article: one of them")
    with session.open() as db:
        piece = lint_piece(db, article_id) if article_id else None
        claims, found = (piece.facts, piece.found) if piece else lint(db, claim_ids)
    blocking = sum(obstacle.blocks or strict for obstacle in found)
    words = {True: "obstacle", False: "hint"}
    rows = (
        {**asdict(one), "message": name_desk(one.message), "weight": words[one.blocks or strict]}
        for one in found
    )
    keys = [*(field.name for field in fields(Obstacle)), "weight"]
    shown = {"claim_id": "claim", "review_id": "review", "weight": "is", "message": "what"}
    write_rows(rows, output_format, columns=shown, keys=keys, widest=MAX_CELL_WITH_REMEDY)
    weights = f"{plural(blocking, 'obstacle')}, {plural(len(found) - blocking, 'hint')}"
    say(f"{plural(len(claims), 'claim')}: {weights}")
    if piece:
        _report_readiness(piece)
    if blocking or (piece and not piece.facts):
        raise click.exceptions.Exit(1)


def _report_readiness(piece: Piece) -> None:
    say(piece.told())
    for newer in piece.newer:
        say(f"There is a newer version of it: `claimtrack lint --article {newer}`")
    if piece.left_out:
        say(f"Left out: {', '.join(f'{number:,} {status}' for status, number in piece.left_out.items())}")
