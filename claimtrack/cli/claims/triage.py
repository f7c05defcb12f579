"""Triage: a key per proposed claim, or a file of decisions."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from claimtrack.cli.claims.cards import all_reasons, card
from claimtrack.cli.claims.keys import QUIT, Keyboard
from claimtrack.cli.given.inputs import Input, sheet
from claimtrack.cli.given.options import flag_option, format_option
from claimtrack.cli.given.session import Session, pass_session
from claimtrack.cli.given.values import COUNT, SCORE
from claimtrack.cli.printed.rows import Row, write_rows
from claimtrack.cli.printed.talk import say
from claimtrack.cli.printed.words import tell_of_others
from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.desk.reasons import weightiest
from claimtrack.core.desk.verdicts import told_rating
from claimtrack.core.errors import ClaimtrackError, InvalidValue, Refused
from claimtrack.core.model import Status

if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import BinaryIO

    from sqlite_utils import Database

    from claimtrack.workflow.triage import Case, Decided

UNDO, HELP = "u", "?"
KEYS = {
    "a": "accept: worth checking; opens the claim",
    "e": "edit the words, speaker or quote, and accept",
    "r": "reject: not worth checking, or not a claim",
    "d": "duplicate of another claim; asks which",
    "s": "skip: decide later",
    UNDO: "undo the last decision; press again to go further back",
    QUIT: "quit; all decisions are saved",
    HELP: "show these keys, and all the reasons for the score",
}
_QUEUE_COLUMNS = {
    "id": "id",
    "score": "score",
    "text": "claim",
    "speaker": "speaker",
    "kind": "kind",
    "reasons": "why",
    "flags": "flags",
    "matches": "may repeat",
}


@click.command("triage")
@click.option(
    "--decisions",
    type=Input(),
    help="Spreadsheet (CSV, XLSX) of decisions to carry out, all or none. Columns: id, decision, and if "
    "needed text, speaker, quote, other, note. `-` is standard input.",
)
@click.option(
    "--list",
    "listing",
    is_flag=True,
    help="Print the queue and stop. The CSV output can be filled in for --decisions.",
)
@click.option(
    "--article", "article_id", type=COUNT, help="Only claims from this article (see `claimtrack articles`)."
)
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
    from claimtrack.workflow import triage

    if decisions and listing:
        raise click.UsageError("--list only prints the queue: leave it out to use --decisions")
    with session.open() as db:
        if decisions:
            _carry_out_file(db, decisions, session.actor, output_format)
            return
        ids = triage.queue(db, article_id=article_id, min_score=min_score, flag=flag, limit=limit)
        if listing:
            rows = (_queued(triage.case(db, claim_id), output_format) for claim_id in ids)
            write_rows(rows, output_format, columns=_QUEUE_COLUMNS, keys=triage.CASE_KEYS)
        elif ids and sys.stdin is None:
            raise click.UsageError("standard input is closed, so nobody can be asked: use --decisions")
        elif ids:
            Sitting(db, ids, session.actor).run()
        if not ids:
            say(f"No claims{' like this' * bool(triage.queue(db, limit=1))} are waiting for triage.")


def _queued(case: Case, output_format: str) -> Row:
    """A line of the queue; a table has the weightiest reasons, and what a claim may repeat with its rating."""
    row = case.row()
    if output_format != "table":
        return row
    rated = (f" rated {rating}" if (rating := told_rating(pair)) else "" for pair in case.suggestions)
    repeats = [f"{number}{told}" for number, told in zip(row["matches"], rated, strict=True)]
    return {**row, "reasons": weightiest(row["reasons"]), "matches": repeats}


def _carry_out_file(db: Database, decisions: BinaryIO, actor: str, output_format: str) -> None:
    from claimtrack.importing.decisions import read_decisions
    from claimtrack.workflow.triage import decide_all

    table = sheet(decisions)
    done = decide_all(db, read_decisions(table), actor=actor, is_guessed=table.is_guessed)
    if output_format != "table":
        write_rows((_outcome(one) for one in done), output_format)
    say(_summary([one.ruling.decision for one in done]))
    decided = {one.ruling.claim_id for one in done}
    for one in done:
        _say_also(one, but=decided)


def _say_also(done: Decided, but: Collection[int] = ()) -> None:
    """Tell which claims were rejected along, and which the claim may no longer be the same as."""
    if also := [str(claim_id) for claim_id in done.also if claim_id not in but]:
        say(f"Also rejected, as duplicates of claim {done.ruling.claim_id}: {', '.join(also)}")
    tell_of_others(done.ruling.claim_id, done)


def _outcome(done: Decided) -> Row:
    return {"id": done.ruling.claim_id, "decision": done.ruling.decision, "status": done.status}


def _summary(decisions: list[Decision]) -> str:
    counts = Counter(decisions)
    words = {
        Decision.ACCEPT: "accepted",
        Decision.EDIT: "edited and accepted",
        Decision.REJECT: str(Status.REJECTED),
        Decision.DUPLICATE: "marked as duplicates",
        Decision.SKIP: "skipped",
    }
    said = [f"{counts[decision]} {word}" for decision, word in words.items() if counts[decision]]
    return ", ".join(said) or "Nothing was decided."


class Sitting:
    """One run through the queue: where it stands, and the decisions that can be taken back."""

    def __init__(self, db: Database, ids: list[int], actor: str) -> None:
        self._db = db
        self._ids = ids
        self._actor = actor
        self._keyboard = Keyboard()
        self._done: list[Decided] = []
        # What was typed for the claim on the table, so that nobody types it twice after an error.
        self._typed: dict[str, str] = {}

    def run(self) -> None:
        """Ask about each claim until the queue or the person is done.

        Raises InvalidValue for a piped key that decides nothing: it was meant for this claim, and what follows it
        for the next.
        """
        try:
            while len(self._done) < len(self._ids):
                if not self._ask():
                    break
        except (click.Abort, KeyboardInterrupt):
            say("")
        finally:
            say(_summary([done.ruling.decision for done in self._done]))

    def _ask(self) -> bool:
        """Show the next claim and obey a key; False to stop."""
        from claimtrack.workflow.triage import case, decided_before

        current = case(self._db, self._ids[len(self._done)])
        if told := decided_before(current.claim):
            say(told)
            self._decide(Ruling(current.claim.id, Decision.SKIP))
            return True
        self._typed = {}
        for line in card(current, len(self._done) + 1, len(self._ids)):
            click.echo(line)
        while True:
            key = self._keyboard.key().lower()
            if key == QUIT:
                return False
            try:
                if self._obey(key, current):
                    return True
            except click.Abort:
                say(f"\nclaim {current.claim.id}: nothing decided")
            except ClaimtrackError as error:
                if self._keyboard.is_piped:
                    after = "the keys after it were ignored"
                    raise InvalidValue(f"at claim {current.claim.id}, key {key}: {error}; {after}") from error
                say(f"Error: {error}{self._told_on(current)}")

    def _told_on(self, current: Case) -> str:
        """How to go on from a claim that somebody decided about while it was shown."""
        from claimtrack.workflow.triage import case, decided_before

        is_decided = decided_before(case(self._db, current.claim.id).claim)
        return "; press s for the next claim" if is_decided else ""

    def _obey(self, key: str, current: Case) -> bool:
        """Whether the key moved on to another claim."""
        if key == UNDO:
            return self._undo()
        if key not in KEYS and self._keyboard.is_piped:
            raise InvalidValue(f"not a key; the keys are {', '.join(KEYS)}")
        if key not in KEYS:
            named = repr(key) if key.isprintable() else "An arrow or other special key"
            say(f"{named} does nothing here; the keys are {' '.join(KEYS)}")
            return False
        if key == HELP:
            keys = (f"  {name}  {meaning}" for name, meaning in KEYS.items())
            say("\n".join([*all_reasons(current), *keys]))
            return False
        self._decide(self._ruling(key, current))
        return True

    def _ruling(self, key: str, current: Case) -> Ruling:
        claim = current.claim
        if key == "d":
            return Ruling(claim.id, Decision.DUPLICATE, other=self._other(current))
        if key == "e":
            quote = current.appearance["quote"] if current.appearance else None
            return Ruling(
                claim.id,
                Decision.EDIT,
                text=self._line("Claim", claim.text),
                speaker=self._line("Speaker (- for nobody)", claim.claimant or "-"),
                quote=self._line("Quote, exactly as in the article", quote) if quote else None,
            )
        return Ruling(claim.id, {"a": Decision.ACCEPT, "r": Decision.REJECT, "s": Decision.SKIP}[key])

    def _line(self, prompt: str, default: str) -> str:
        self._typed[prompt] = self._keyboard.line(prompt, self._typed.get(prompt) or default)
        return self._typed[prompt]

    def _other(self, current: Case) -> int | None:
        from claimtrack.importing.decisions import id_of

        likeliest = str(current.suggestions[0]["claim_id"]) if current.suggestions else ""
        answer = self._keyboard.line("Duplicate of claim", likeliest)
        return id_of(answer) if answer else None

    def _decide(self, ruling: Ruling) -> None:
        from claimtrack.workflow.triage import decide

        done = decide(self._db, ruling, actor=self._actor)
        self._done.append(done)
        of = f" of claim {ruling.other}" if ruling.decision is Decision.DUPLICATE else ""
        click.echo(f"claim {ruling.claim_id}: {ruling.decision}{of}, now {done.status}")
        _say_also(done)

    def _undo(self) -> bool:
        from claimtrack.workflow.triage import undo

        # What somebody else had decided was only passed by.
        own = [at for at, done in enumerate(self._done) if not _is_passed_by(done)]
        if not own:
            raise Refused("there is nothing to undo yet")
        ruling = self._done[own[-1]].ruling
        undo(self._db, self._done[own[-1]], actor=self._actor)
        del self._done[own[-1] :]
        click.echo(f"claim {ruling.claim_id}: {ruling.decision} undone")
        return True


def _is_passed_by(done: Decided) -> bool:
    return done.ruling.decision is Decision.SKIP and done.status is not Status.PROPOSED
