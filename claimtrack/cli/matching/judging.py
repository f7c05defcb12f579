"""The commands `judge` and `undo`; `undo` also takes back changes to many claims."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, BinaryIO

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.output.results import write_results
from claimtrack.cli.parameters.inputs import InputFile, confirm, is_interactive, read_sheet
from claimtrack.cli.parameters.options import result_option, single_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import CHANGES, COUNT, OneOf
from claimtrack.core.desk.actors import is_same_actor
from claimtrack.core.model import Judgement
from claimtrack.core.texts.printable import plural

if TYPE_CHECKING:
    from claimtrack.cli.output.rows import Row
    from claimtrack.store.history_ranges import HistoryRange
    from claimtrack.workflow.matching.judging import Judged

_PAIR_KEYS = ("left_id", "right_id", "judgement", "judged_by", "before", "in_spite_of", "contradictions")


@click.command("judge")
@click.argument("claim_id", metavar="[ID]", type=COUNT, required=False)
@click.argument("other_id", metavar="[OTHER]", type=COUNT, required=False)
@click.argument(
    "judgement",
    type=OneOf(one for one in Judgement if one is not Judgement.UNJUDGED),
    required=False,
)
@click.option("--yes", is_flag=True, help="Do not ask for confirmation, even if a fact differs.")
@click.option("--note", help="Why, as a note on both claims.")
@click.option(
    "--file",
    "rulings",
    type=InputFile(),
    help="Spreadsheet (CSV, XLSX) of judgements to carry out, all or none: the output of `duplicates --format "
    "csv` with its judgement column filled in, or one with the columns a, b, judgement and, if you like, "
    "note. `-` is standard input.",
)
@result_option
@pass_session
def judge_command(
    session: Session,
    claim_id: int | None,
    other_id: int | None,
    judgement: str | None,
    yes: bool,
    note: str | None,
    rulings: BinaryIO | None,
    output_format: str,
) -> None:
    """Record whether two claims say the same thing.

    You are warned if the claims differ in a fact or have little in common (perhaps a mistyped ID), and asked first in a terminal. Claims
    judged the same share a rating, but a published verdict of ours never replaces another: if two contradict each other, both are shown.
    With --file nothing is asked. `undo` takes a judgement back, with your notes on it.

    \b
    claimtrack judge 12 57 same
    claimtrack judge 12 57 different --note "One is about the city, the other about the region"
    claimtrack duplicates --format csv > pairs.csv
    claimtrack judge --file pairs.csv
    """
    from claimtrack.workflow.matching.judging import conflict_between, describe_conflict, judge

    if rulings is not None:
        if claim_id is not None:
            raise click.UsageError("a pair and --file cannot be given together: leave one out")
        if note is not None:
            raise click.UsageError("notes of --file are in its column note: leave out --note")
        _judge_file(session, rulings, output_format)
        return
    if claim_id is None or other_id is None or judgement is None:
        raise click.UsageError(
            "nothing to judge: give ID, OTHER and a judgement, or a spreadsheet with --file"
        )
    made = Judgement(judgement)
    with session.open() as db:
        asks = made is Judgement.SAME and not yes and is_interactive()
        if asks and (differ := conflict_between(db, claim_id, other_id)):
            say(f"Warning: {describe_conflict(differ)}.")
            if not confirm("Judge them the same anyway?", "No judgement was made."):
                say("No judgement was made.")
                return
        done = judge(db, claim_id, other_id, made, note=note, actor=session.actor)
    _report_judgement(done, session)
    _warn_about_judgement(done, is_asked=asks)
    write_results([_pair_row(done)], output_format)


def _pair_row(done: Judged) -> Row:
    """A judged pair for programs."""
    values = (
        done.left_id,
        done.right_id,
        done.judgement,
        done.by,
        done.before,
        done.in_spite_of,
        done.contradictions,
    )
    return dict(zip(_PAIR_KEYS, values, strict=True))


def _report_judgement(done: Judged, session: Session) -> None:
    """Print the judgement of a pair, and the previous one."""
    was = f" (was {_describe_previous(done, session)})" if done.before is not Judgement.UNJUDGED else ""
    if not done.is_made:
        added = "your note is on both" if done.noted else "nothing changed"
        was = f", as {done.by or 'somebody'} had already judged; {added}"
    elif done.before is done.judgement:
        was = ", for their present wording"
    say(f"Claims {done.left_id} and {done.right_id}: {done.judgement}{was}")
    _report_moves(done)


def _report_moves(done: Judged) -> None:
    """Say which claims left triage, or are back there."""
    from claimtrack.workflow.matching.parking import describe_moves

    if done.moved:
        say(describe_moves(done.moved, done.stands))


def _warn_about_judgement(done: Judged, *, is_asked: bool = False) -> None:
    """Warn of evidence against a judgement, and say how to undo it."""
    from claimtrack.workflow.matching.judging import describe_conflict

    undo = f"`claimtrack undo {done.left_id} {done.right_id}`"
    beware = describe_conflict(done.in_spite_of) if done.in_spite_of and not is_asked else done.unlike
    if beware:
        say(f"Warning: {beware}. To take the judgement back: {undo}")
    for contradiction in done.contradictions:
        say(
            f"Warning: {contradiction}. Each keeps its own verdict: correct one of them with `claimtrack review correct REVIEW --note WHY`, or take the "
            f"judgement back with {undo}"
        )


def _judge_file(session: Session, rulings: BinaryIO, output_format: str) -> None:
    from claimtrack.importing.judgements import read_judgements
    from claimtrack.workflow.matching.judging import judge_all

    table = read_sheet(rulings)
    with session.open() as db:
        done = judge_all(db, read_judgements(table), actor=session.actor, is_guessed=table.is_guessed)
    counts = Counter(one.judgement for one in done)
    said = ", ".join(f"{counts[one]:,} {one}" for one in Judgement if counts[one])
    known = sum(not one.is_made for one in done)
    say(f"Judged {plural(len(done), 'pair')}: {said}" if done else "No judgements were made.")
    if known:
        say(f"{known:,} of these had already been judged that way")
    for one in done:
        # Somebody may have judged the pair since the sheet was exported.
        if one.before not in (Judgement.UNJUDGED, one.judgement):
            _report_judgement(one, session)
        else:
            _report_moves(one)
        _warn_about_judgement(one)
    write_results(map(_pair_row, done), output_format)


@click.command("undo")
@click.argument("pair", metavar="[ID OTHER]", nargs=-1, type=COUNT)
@single_option(
    "--changes",
    type=CHANGES,
    metavar="CHANGES",
    help="Instead: take back your changes to many claims or articles. The command that made them printed CHANGES at its end.",
)
@result_option
@pass_session
def undo_command(
    session: Session, pair: tuple[int, ...], changes: tuple[HistoryRange, str] | None, output_format: str
) -> None:
    """Take back a judgement, changes to many claims, or an `add`.

    Without arguments it takes back your last judgement. The judgement before it, if any, applies again. To undo an import or `ingest`, use `claimtrack import undo`. To remove one place where a claim
    was said, an editor deletes the row from the appearances table in `claimtrack serve`.

    \b
    claimtrack undo
    claimtrack undo 12 57
    claimtrack undo --changes 179-204-3f9a2c
    """
    from claimtrack.workflow.matching.judging import undo_judgement
    from claimtrack.workflow.undoing import take_back

    if changes is not None:
        if pair:
            raise click.UsageError("a pair and --changes cannot be given together: leave one out")
        with session.open() as db:
            take_back(db, *changes, actor=session.actor)
        say("Undone: everything that these changes changed is as it was before.")
        write_results([], output_format, keys=_PAIR_KEYS)
        return
    if len(pair) not in (0, 2):
        raise click.UsageError("give both claims of the pair, or none to undo your last judgement")
    with session.open() as db:
        done = undo_judgement(db, (pair[0], pair[1]) if pair else None, actor=session.actor)
    by = f", as judged before by {done.by}" if done.by else ""
    notes = ". The notes that said why are taken back, too" if done.noted else ""
    say(
        f"Claims {done.left_id} and {done.right_id}: no longer {_describe_previous(done, session)}, now {done.judgement}{by}{notes}"
    )
    _report_moves(done)
    write_results([_pair_row(done)], output_format)


def _describe_previous(done: Judged, session: Session) -> str:
    """The previous judgement, and its author if that is somebody else."""
    is_own = is_same_actor(done.taken_from, session.actor)
    return str(done.before) if is_own else f"{done.before}, as judged by {done.taken_from or 'somebody'}"
