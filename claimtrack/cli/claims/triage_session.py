"""A sitting: one person decides on one proposed claim after the other, with a key for each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from claimtrack.cli.claims.cards import format_case, list_reasons
from claimtrack.cli.claims.keyboard import QUIT, Keyboard
from claimtrack.cli.output.descriptions import describe_side_effects
from claimtrack.cli.output.messages import say
from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.errors import ClaimtrackError, InvalidValue, Refused
from claimtrack.core.model import Status

if TYPE_CHECKING:
    from collections.abc import Collection

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


class TriageSession:
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
            say(summarise_decisions([done.ruling.decision for done in self._done]))

    def _ask(self) -> bool:
        """Show the next claim and obey a key; False to stop."""
        from claimtrack.workflow.triage import case, decided_before

        current = case(self._db, self._ids[len(self._done)], timed=True)
        if told := decided_before(current.claim):
            say(told)
            self._decide(Ruling(current.claim.id, Decision.SKIP))
            return True
        self._typed = {}
        for line in format_case(current, len(self._done) + 1, len(self._ids)):
            click.echo(line)
        while True:
            key = self._keyboard.key().lower()
            if key == QUIT:
                return False
            try:
                if self._handle_key(key, current):
                    return True
            except click.Abort:
                say(f"\nclaim {current.claim.id}: nothing decided")
            except ClaimtrackError as error:
                if self._keyboard.is_piped:
                    after = "the keys after it were ignored"
                    raise InvalidValue(f"at claim {current.claim.id}, key {key}: {error}; {after}") from error
                say(f"Error: {error}{self._explain_next_key(current)}")

    def _explain_next_key(self, current: Case) -> str:
        """How to go on from a claim that somebody decided about while it was shown."""
        from claimtrack.workflow.triage import case, decided_before

        is_decided = decided_before(case(self._db, current.claim.id).claim)
        return "; press s for the next claim" if is_decided else ""

    def _handle_key(self, key: str, current: Case) -> bool:
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
            say("\n".join([*list_reasons(current), *keys]))
            return False
        self._decide(self._read_ruling(key, current))
        return True

    def _read_ruling(self, key: str, current: Case) -> Ruling:
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
        from claimtrack.importing.decisions import parse_id

        likeliest = str(current.suggestions[0]["claim_id"]) if current.suggestions else ""
        answer = self._keyboard.line("Duplicate of claim", likeliest)
        return parse_id(answer) if answer else None

    def _decide(self, ruling: Ruling) -> None:
        from claimtrack.workflow.triage import decide

        done = decide(self._db, ruling, actor=self._actor)
        self._done.append(done)
        of = f" of claim {ruling.other}" if ruling.decision is Decision.DUPLICATE else ""
        click.echo(f"claim {ruling.claim_id}: {ruling.decision}{of}, now {done.status}")
        report_side_effects(done)

    def _undo(self) -> bool:
        from claimtrack.workflow.triage import undo

        # What somebody else had decided was only passed by.
        own = [at for at, done in enumerate(self._done) if not _was_passed_over(done)]
        if not own:
            raise Refused("there is nothing to undo yet")
        ruling = self._done[own[-1]].ruling
        undo(self._db, self._done[own[-1]], actor=self._actor)
        del self._done[own[-1] :]
        click.echo(f"claim {ruling.claim_id}: {ruling.decision} undone")
        return True


def _was_passed_over(done: Decided) -> bool:
    return done.ruling.decision is Decision.SKIP and done.status is not Status.PROPOSED


def report_side_effects(done: Decided, but: Collection[int] = ()) -> None:
    """Tell which claims were rejected along, and which the claim may no longer be the same as."""
    if also := [str(claim_id) for claim_id in done.also if claim_id not in but]:
        say(f"Also rejected, as duplicates of claim {done.ruling.claim_id}: {', '.join(also)}")
    for told in describe_side_effects(done.ruling.claim_id, done):
        say(told)


def summarise_decisions(decisions: list[Decision]) -> str:
    """How many were decided which way."""
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
