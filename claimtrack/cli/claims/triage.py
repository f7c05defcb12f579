"""The command `triage`: print the queue, apply a file of decisions, or start a session (triage_session.py)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from claimtrack.cli.claims.triage_session import (
    TriageSession,
    report_side_effects,
    report_standing,
    summarise_decisions,
)
from claimtrack.cli.output.messages import say
from claimtrack.cli.output.rows import Row, write_rows
from claimtrack.cli.parameters.filters import article_option
from claimtrack.cli.parameters.inputs import InputFile, read_sheet
from claimtrack.cli.parameters.options import flag_option, format_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import COUNT, SCORE
from claimtrack.core.desk.reasons import top_reasons
from claimtrack.core.desk.verdicts import format_rating
from claimtrack.core.model import Status
from claimtrack.core.texts.printable import numbered, plural

if TYPE_CHECKING:
    from typing import BinaryIO

    from sqlite_utils import Database

    from claimtrack.workflow.triage import Case, Decided

_QUEUE_COLUMNS = {
    "id": "id",
    "score": "score",
    "text": "claim",
    "speaker": "speaker",
    "kind": "kind",
    "reasons": "why",
    "flags": "flags",
    "resembles": "may repeat",
}


@click.command("triage")
@click.option(
    "--decisions",
    type=InputFile(),
    help="Spreadsheet (CSV, XLSX) of decisions to carry out, all or none. Columns: id, decision, and if "
    "needed text, speaker, quote, other, note. `-` is standard input.",
)
@click.option(
    "--list",
    "listing",
    is_flag=True,
    help="Print the queue and stop. The CSV output can be filled in for --decisions.",
)
@article_option("Only claims from this article")
@click.option(
    "--min-score",
    type=SCORE,
    default=0.0,
    show_default=True,
    help="Lowest check-worthiness score to include, 0 to 1.",
)
@flag_option
@click.option("--limit", type=COUNT, help="Maximum number of claims.")
@format_option
@pass_session
def triage_command(
    session: Session,
    decisions: BinaryIO | None,
    listing: bool,
    article_id: int | None,
    min_score: float,
    flag: str | None,
    limit: int | None,
    output_format: str,
) -> None:
    """Decide on proposed claims, most check-worthy first.

    Keys: a accept, e edit, r reject, d duplicate of, s skip, u undo, q quit, ? help. Each decision is saved at once. You can also
    pipe the keys in.

    \b
    claimtrack triage
    claimtrack triage --list --format csv > queue.csv
    claimtrack triage --decisions queue.csv
    """
    from claimtrack.cli.claims.no_results import explain_no_results
    from claimtrack.cli.parameters.filters import claim_filter
    from claimtrack.workflow import triage

    if decisions and listing:
        raise click.UsageError("--list only prints the queue: leave it out to use --decisions")
    if output_format != "table" and not (decisions or listing):
        raise click.UsageError(f"--format {output_format} is for --list or --decisions: add one of them")
    with session.open() as db:
        if decisions:
            _apply_decisions(db, decisions, session, output_format)
            return
        waiting = triage.queue(db, article_id=article_id, min_score=min_score, flag=flag)
        ids = waiting[:limit]
        if listing:
            rows = (_queue_row(triage.case(db, claim_id), output_format) for claim_id in ids)
            write_rows(rows, output_format, columns=_QUEUE_COLUMNS, keys=triage.CASE_KEYS)
            _report_queue(len(ids), len(waiting), output_format)
        elif ids and sys.stdin is None:
            raise click.UsageError("standard input is closed, so nobody can be asked: use --decisions")
        elif ids:
            TriageSession(db, ids, session).run()
        if not ids:
            others = bool(triage.queue(db, limit=1))
            why = explain_no_results(db, claim_filter(flag=flag)) if others and flag else ""
            say(f"No claims{' like this' * others} are waiting for triage.{why}")


def _report_queue(shown: int, waiting: int, output_format: str) -> None:
    """Say how many claims wait, and how to decide about them."""
    if shown and (shown < waiting or output_format == "table"):
        part = f": --limit shows the first {shown:,}" if shown < waiting else ""
        say(f"{plural(waiting, 'claim')} {'is' if waiting == 1 else 'are'} waiting for triage{part}.")
    if shown and output_format == "table":
        say(
            "To decide: `claimtrack triage`. In a spreadsheet: `claimtrack triage --list --format csv > queue.csv`"
        )
    elif shown and output_format == "csv":
        say("Once its column decision is filled in: `claimtrack triage --decisions FILE`")


def _queue_row(case: Case, output_format: str) -> Row:
    """A row of the queue; in a table, only with the weightiest reasons, and with the ratings of similar claims."""
    row = case.row()
    if output_format != "table":
        return row
    rated = (f" rated {rating}" if (rating := format_rating(pair)) else "" for pair in case.suggestions)
    repeats = [f"{number}{rating_note}" for number, rating_note in zip(row["resembles"], rated, strict=True)]
    return {**row, "reasons": top_reasons(row["reasons"]), "resembles": repeats}


def _apply_decisions(db: Database, decisions: BinaryIO, session: Session, output_format: str) -> None:
    from claimtrack.importing.decisions import read_decisions
    from claimtrack.workflow.printed_decisions import edited_in_vain
    from claimtrack.workflow.triage import decide_all

    table = read_sheet(decisions)
    done = decide_all(db, read_decisions(table), actor=session.actor, is_guessed=table.is_guessed)
    if output_format != "table":
        rows = (_decision_row(one) for one in done)
        write_rows(rows, output_format, keys=("id", "decision", "status"))
    say(summarise_decisions([one.ruling.decision for one in done]))
    if unread := edited_in_vain(db, [one.ruling for one in done]):
        say(
            f"Only `accept` and `edit` take new words or another speaker, so those of {numbered('claim', unread)} were left out. To change them: "
            "`claimtrack edit`"
        )
    decided = {one.ruling.claim_id for one in done}
    for one in done:
        if one.stands and one.stands.status is Status.PARKED:
            report_standing(one)
        report_side_effects(one, but=decided)


def _decision_row(done: Decided) -> Row:
    return {"id": done.ruling.claim_id, "decision": done.ruling.decision, "status": done.status}
