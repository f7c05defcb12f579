"""An interactive triage session: one person decides on one proposed claim after another, pressing a key for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING

import click

from claimtrack.cli.claims.cards import format_case, list_reasons
from claimtrack.cli.claims.keyboard import QUIT, Keyboard
from claimtrack.cli.interrupts import is_ending
from claimtrack.cli.output.descriptions import describe_side_effects
from claimtrack.cli.output.messages import say
from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.errors import ChangedMeanwhile, ClaimtrackError, InvalidValue, Refused
from claimtrack.core.model import Status

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.parameters.session import Session
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
    """One pass through the queue, with the position and the decisions that can be undone."""

    def __init__(self, db: Database, ids: list[int], session: Session) -> None:
        self._db = db
        self._ids = ids
        self._actor = session.actor
        self._keyboard = Keyboard()
        self._done: list[Decided] = []
        # Answers typed for the current claim, offered again after an error; and what was offered first.
        self._typed: dict[str, str] = {}
        self._offered: dict[str, str] = {}

    def run(self) -> None:
        """Ask about each claim until the queue ends or the user quits.

        Raises InvalidValue for an invalid key from a pipe: it was meant for this claim, and the keys after it for the
        next ones.
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
        """Show the next claim and handle keys until one decides it; return False to stop."""
        from claimtrack.workflow.triage import case, decided_before

        current = case(self._db, self._ids[len(self._done)], timed=True)
        if told := decided_before(current.claim):
            say(told)
            self._decide(Ruling(current.claim.id, Decision.SKIP))
            self._typed = {}
            return True
        self._offered = {}
        for line in format_case(current, len(self._done) + 1, len(self._ids)):
            click.echo(line)
        while True:
            key = self._keyboard.key().lower()
            if key == QUIT:
                return False
            try:
                if self._handle_key(key, current):
                    self._typed = {}
                    return True
            except click.Abort:
                if is_ending():
                    return False
                say(f"\nclaim {current.claim.id}: nothing decided")
            except ClaimtrackError as error:
                if self._keyboard.is_piped:
                    after = "the keys after it were ignored"
                    raise InvalidValue(f"at claim {current.claim.id}, key {key}: {error}; {after}") from error
                say(f"Error: {error}{self._explain_next_key(current)}")
                if isinstance(error, ChangedMeanwhile):
                    self._keep_own_words()
                    return True  # to be shown as it is now

    def _keep_own_words(self) -> None:
        """Keep only answers that differ from what was offered, which is not what the claim says any more; say that they are kept."""
        own = {prompt: typed for prompt, typed in self._typed.items() if typed != self._offered.get(prompt)}
        if own:
            say(
                f"You typed {'; '.join(f'{prompt}: {typed}' for prompt, typed in own.items())}. The key e offers it again"
            )
        self._typed = own

    def _explain_next_key(self, current: Case) -> str:
        """How to go on if somebody else decided the claim while it was shown; otherwise empty."""
        from claimtrack.workflow.triage import case, decided_before

        is_decided = decided_before(case(self._db, current.claim.id).claim)
        return "; press s for the next claim" if is_decided else ""

    def _handle_key(self, key: str, current: Case) -> bool:
        """Handle a key, and return whether it moved on to another claim."""
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
        self._decide(self._read_ruling(key, current), seen=current.claim.version)
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
        self._offered.setdefault(prompt, default)
        self._typed[prompt] = self._keyboard.line(prompt, self._typed.get(prompt) or default)
        return self._typed[prompt]

    def _other(self, current: Case) -> int | None:
        from claimtrack.importing.decisions import parse_id

        likeliest = str(current.suggestions[0]["claim_id"]) if current.suggestions else ""
        answer = self._keyboard.line("Duplicate of claim", likeliest, is_editable=False)
        return parse_id(answer) if answer else None

    def _decide(self, ruling: Ruling, *, seen: int | None = None) -> None:
        from claimtrack.workflow.triage import decide

        done = decide(self._db, ruling, seen=seen, actor=self._actor)
        self._done.append(done)
        of = f" of claim {ruling.other}" if ruling.decision is Decision.DUPLICATE else ""
        click.echo(f"claim {ruling.claim_id}: {ruling.decision}{of}, now {done.status}")
        report_standing(done)
        report_side_effects(done)

    def _undo(self) -> bool:
        from claimtrack.workflow.triage import undo

        # Claims that somebody else had decided were only skipped, so there is nothing to undo.
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
    """Say which claims were rejected as duplicates of this one, and which may now be repeats of it, or no longer."""
    if also := [str(claim_id) for claim_id in done.also if claim_id not in but]:
        say(f"Also rejected, as duplicates of claim {done.ruling.claim_id}: {', '.join(also)}")
    for told in describe_side_effects(done.ruling.claim_id, done):
        say(told)


def report_standing(done: Decided) -> None:
    """Say where the claim stands that a duplicate repeats, and who has it."""
    from claimtrack.workflow.matching.parking import describe_standing

    if done.stands:
        say(f"Claim {done.ruling.claim_id} repeats " + describe_standing(done.stands))


def summarise_decisions(decisions: list[Decision]) -> str:
    """Count the decisions by kind."""
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
