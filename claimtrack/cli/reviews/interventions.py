"""The command `intervention`: record requests to others to correct a claim or to comment on it."""

from __future__ import annotations

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.output.rows import write_rows
from claimtrack.cli.parameters.options import format_option, result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import COUNT, DATE, URL, OneOf
from claimtrack.core.model import Outcome, Purpose

_COLUMNS = {
    "id": "id",
    "asked_on": "asked on",
    "asked": "whom",
    "purpose": "for a",
    "request": "what for",
    "outcome": "outcome",
    "outcome_on": "on",
    "claim_id": "claim",
}


@click.group("intervention")
def intervention_command() -> None:
    """Track requests to others to comment on a claim or to correct it.

    \b
    claimtrack intervention ask 12 "Ada Moor" "Where is the figure from?" --for comment
    claimtrack intervention close 1 answered
    claimtrack intervention ask 12 "Daily Echo" "Correct the figure in the third paragraph"
    claimtrack intervention close 2 corrected
    """


@intervention_command.command("ask")
@click.argument("claim_id", metavar="CLAIM", type=COUNT)
@click.argument("whom")
@click.argument("request")
@click.option(
    "--date", "asked_on", type=DATE, metavar="DATE", help="Date you asked, YYYY-MM-DD. Default: today."
)
@click.option(
    "--for",
    "purpose",
    type=OneOf(Purpose),
    default=str(Purpose.CORRECTION),
    show_default=True,
    help="What you asked for: to correct the claim, or to comment on it before you publish.",
)
@click.option("--url", type=URL, help="Web address of the claim as it stands.")
@result_option
@pass_session
def ask_command(
    session: Session,
    claim_id: int,
    whom: str,
    request: str,
    asked_on: str | None,
    purpose: str,
    url: str | None,
    output_format: str,
) -> None:
    """Record that you asked WHOM to correct a claim or to comment on it.

    WHOM and REQUEST become public when the claim is published.

    \b
    claimtrack intervention ask 12 "Ada Moor" "Where is the figure from?" --for comment
    claimtrack intervention ask 12 "Daily Echo" "Correct the figure" --date 2024-05-06
    """
    from claimtrack.workflow import intervening
    from claimtrack.workflow.days import today

    day = asked_on or today()
    with session.open() as db:
        number = intervening.ask(
            db,
            claim_id,
            whom,
            request,
            asked_on=day,
            url=url,
            purpose=Purpose(purpose),
            actor=session.actor,
        )
    outcome = Outcome.CORRECTED if purpose == Purpose.CORRECTION else Outcome.ANSWERED
    close = f"`claimtrack intervention close {number} {outcome}`"
    say(f"Recorded intervention {number}. When there is an outcome, run: {close}")
    _write_request(session, number, output_format)


@intervention_command.command("close")
@click.argument("intervention_id", metavar="INTERVENTION", type=COUNT)
@click.argument("outcome", type=OneOf(Outcome), metavar="OUTCOME")
@click.option(
    "--date", "outcome_on", type=DATE, metavar="DATE", help="Date of the outcome, YYYY-MM-DD. Default: today."
)
@click.option("--note", help="Details, for the desk only.")
@result_option
@pass_session
def close_command(
    session: Session,
    intervention_id: int,
    outcome: str,
    outcome_on: str | None,
    note: str | None,
    output_format: str,
) -> None:
    """Record the outcome of a request.

    OUTCOME is answered, corrected, partly, declined or no_answer; `waiting` reopens the request.

    \b
    claimtrack intervention close 1 corrected --date 2024-05-09
    """
    from claimtrack.workflow import intervening

    with session.open() as db:
        intervening.close(
            db, intervention_id, Outcome(outcome), outcome_on=outcome_on, note=note, actor=session.actor
        )
    say(f"Intervention {intervention_id}: {outcome.replace('_', ' ')}")
    _write_request(session, intervention_id, output_format)


def _write_request(session: Session, intervention_id: int, output_format: str) -> None:
    """For programs, print the request as `intervention list` does."""
    from claimtrack.store import interventions

    session.print_results(
        output_format, lambda db: interventions.list_all(db, intervention_id=intervention_id)
    )


@intervention_command.command("list")
@click.option("--claim", "claim_id", metavar="ID", type=COUNT, help="Only requests about this claim.")
@format_option
@pass_session
def list_command(session: Session, claim_id: int | None, output_format: str) -> None:
    """List requests, unanswered ones first.

    \b
    claimtrack intervention list
    claimtrack intervention list --claim 12 --format json
    """
    from claimtrack.store import interventions

    with session.open() as db:
        rows = list(interventions.list_all(db, claim_id))
    asked = "a claim" if claim_id is None else f"claim {claim_id}"
    nothing = f"Nobody was asked about {asked}. To record a request, use `claimtrack intervention ask`."
    write_rows(rows, output_format, columns=_COLUMNS, keys=interventions.COLUMNS, nothing=nothing)
