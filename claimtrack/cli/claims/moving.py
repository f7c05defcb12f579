"""The command `status`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.cli.parameters.options import claims_argument, result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import OneOf
from claimtrack.core.model import Status
from claimtrack.core.texts.printable import humanise_name

if TYPE_CHECKING:
    from sqlite_utils import Database


@click.command("status")
@claims_argument
@click.argument("status", metavar="STATUS", type=OneOf(Status))
@click.option("--note", help="Why, as a note on each claim.")
@result_option
@pass_session
def status_command(
    session: Session, claim_ids: tuple[int, ...], status: str, note: str | None, output_format: str
) -> None:
    """Move claims to another status.

    STATUS is proposed, open, checking, in_review, published, parked or rejected. Only the steps that the desk allows are possible. If one of several claims cannot move, none does.
    With checking, a claim that nobody has is assigned to you. `review publish` sets published for you, along with the verdict. A claim set to published without a published review is not shown to readers: the status only
    records that a check is out elsewhere.

    \b
    claimtrack status 12 checking
    claimtrack status 12 15 16 parked
    claimtrack status 12 parked --note "Until the figures of June are out"
    """
    from claimtrack.workflow import desk

    together = frozenset(claim_ids)

    def move(db: Database, claim_id: int) -> str:
        moved = desk.set_status(
            db, claim_id, Status(status), note=note, together=together, takes=True, actor=session.actor
        )
        before = moved.before
        was, now = humanise_name(before), humanise_name(status)
        result = f": {was} → {now}"
        if before == status:
            result = f" is already {now}{desk.explain_unchanged(db, claim_id)}"
            result += "\nYour note is added to it." if note and not moved.written.is_empty else ""
        if moved.taken_by:
            result += f" (assigned to {moved.taken_by})"
        if moved.warning:
            result += f"\nWarning: {moved.warning}"
        if desk.lacks_review(db, claim_id):
            result += (
                "\nIt has no published review of yours, so readers see no verdict. `claimtrack review publish` publishes a "
                f"review and sets this status; `claimtrack lint {claim_id}` shows what is missing."
            )
        return f"Claim {claim_id}{result}"

    session.report_each(claim_ids, move, output_format=output_format, undoes_one=bool(note))
