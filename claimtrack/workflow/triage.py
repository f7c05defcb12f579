"""Triage: a person decides about each proposed claim, and may take it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.decisions import Decision, Ruling, guessed
from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.model import Judgement, Status, Suggestion
from claimtrack.core.steps import to_set_status
from claimtrack.core.texts.cleaning import clean_claim, clean_speaker
from claimtrack.store import (
    appearances,
    articles,
    claimants,
    claims,
    clusters,
    matches,
    notes,
    queues,
    rewinding,
    speakers,
    views,
)
from claimtrack.store.file.database import write_transaction
from claimtrack.store.rows import decoded
from claimtrack.store.stretches import since
from claimtrack.workflow import concurrent_edits, dossier, editing, marking
from claimtrack.workflow.matching import judging
from claimtrack.workflow.printed_decisions import as_written, without_former_quote
from claimtrack.workflow.rulings import carry_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlite_utils import Database

    from claimtrack.store.stretches import Stretch

    Row = dict[str, Any]

_DECIDED_BY = ("text", "claimant_id", "claimed_on", "status")
"""What a person goes by who decides: that somebody takes the claim on or says when it is due changes nothing of it."""
SUGGESTIONS = 5
"""At most so many claims that it may repeat are shown with a claim."""


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with what a person needs to decide about it.

    `appearance` is one that quotes an article, if any; `suggestions` are the recorded pairs that nobody has judged
    different, duplicates with a verdict first. `times` counts the occasions, `dropped` those whose article no longer holds it.
    """

    claim: claims.ClaimRow
    appearance: Row | None
    times: int
    dropped: int
    suggestions: tuple[Row, ...]

    def row(self) -> Row:
        """The case as `triage --list` prints it; with the decision filled in, a line of a decisions file."""
        return {key: value(self, self.appearance or {}) for key, value in _CELLS.items()}


_CELLS: dict[str, Callable[[Case, Row], Any]] = {
    "id": lambda case, _: case.claim.id,
    "decision": lambda *_: None,
    "text": lambda case, _: case.claim.text,
    "speaker": lambda case, _: case.claim.claimant,
    "quote": lambda _, found: found.get("quote"),
    "other": lambda *_: None,
    "note": lambda *_: None,
    "score": lambda case, _: case.claim.score,
    "kind": lambda _, found: found.get("kind"),
    "reasons": lambda _, found: found.get("reasons", []),
    "flags": lambda _, found: found.get("flags", []),
    "matches": lambda case, _: [pair["claim_id"] for pair in case.suggestions],
    "url": lambda _, found: found.get("url"),
    "dropped": lambda case, _: case.dropped,
    "version": lambda case, _: case.claim.version,
}
"""What stands in each column of `Case.row`, of the case or of its appearance."""
CASE_KEYS = tuple(_CELLS)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was made; the last three fields are as in `Edited`."""

    ruling: Ruling
    status: Status
    """Where the claim stands after it."""
    written: Stretch
    also: tuple[int, ...] = ()
    """The claims that were parked as repeats of the one that this rejected: they are rejected with it."""
    same_as: tuple[int, ...] = ()
    repeats: tuple[int, ...] = ()
    respelt: int = 0


def queue(
    db: Database,
    *,
    article_id: int | None = None,
    min_score: float = 0.0,
    flag: str | None = None,
    limit: int | None = None,
) -> list[int]:
    """The ids of the proposed claims, most worth checking first, of an article as it stands now. `min_score` is 0..1. Raises NotFound."""
    if article_id is not None:
        article_id = articles.newest_version(db, article_id)
    return queues.proposed(db, article_id=article_id, min_score=min_score, flag=flag, limit=limit)


def case(db: Database, claim_id: int, *, timed: bool = False) -> Case:
    """A claim with what it takes to decide about it, and `timed` with when in a recording it was said: that reads the whole article. Raises NotFound."""
    claim = claims.get(db, claim_id)
    if (found := _quoted(appearances.of_claim(db, claim_id))) and timed:
        dossier.add_recording_times(db, [found])
    counted = views.claims_by_id(db, [claim_id], "id, appearances, dropped")[claim_id]
    pairs = [pair for pair in matches.of_claim(db, claim_id) if pair["judgement"] != Judgement.DIFFERENT]
    # Who repeats a claim all evening is to be met with last year's verdict, not with this evening's other times alone.
    pairs.sort(key=lambda pair: not (pair["rating"] and pair["suggestion"] == Suggestion.DUPLICATE))
    return Case(
        claim=claim,
        appearance=decoded(articles.named(db, [found])[0]) if found else None,
        times=counted["appearances"],
        dropped=counted["dropped"],
        suggestions=tuple(decoded(pair) for pair in pairs[:SUGGESTIONS]),
    )


def _quoted(seen: Sequence[Row]) -> Row | None:
    """The first one that quotes an article as that stands now; where none does any more, the newest of those that did."""
    quoted = [row for row in seen if row["quote"]]
    return next((row for row in quoted if not row["superseded_by"]), quoted[-1] if quoted else None)


def decided_before(claim: claims.ClaimRow) -> str | None:
    """Tells that somebody has decided about a claim already; None while nobody has."""
    if claim.status is Status.PROPOSED:
        return None
    return f"claim {claim.id} is already {claim.status}: someone has decided on it"


def decide(db: Database, ruling: Ruling, *, seen: int | None = None, actor: str | None) -> Decided:
    """Carry out one decision: one transaction, which `undo` takes back whole.

    ACCEPT and EDIT open the claim, reworded or with another speaker where the ruling says so. A DUPLICATE
    is judged the same as `other` and leaves the queue: parked, because the claim it repeats is the one to
    check; rejected where that one is rejected, before or after. `seen` is the version of the claim that was on the screen:
    with a newer one it raises ChangedMeanwhile. Raises NotFound, Refused for a claim that is decided already, a judgement that
    contradicts others or a duplicate that would leave none of its like to check or for words that both the sheet and the desk
    changed, InvalidValue for empty words, InvalidSpan for a quote that the article does not hold or that is a claim already.
    """
    with write_transaction(db, actor):
        claim = claims.get(db, ruling.claim_id)
        if (told := decided_before(claim)) and ruling.decision is not Decision.SKIP:
            raise Refused(told)
        concurrent_edits.check(db, "claims", claim.id, seen, columns=_DECIDED_BY)
        after = rewinding.last_change(db)
        ruling = without_former_quote(db, as_written(db, claim, ruling), seen)
        if ruling.note:
            notes.add(db, claim.id, ruling.note, author=actor)
        also = _carry_out(db, claim, ruling, actor)
        now = claims.get(db, claim.id)
        others = editing.find_consequences(db, claim, now)
        return Decided(ruling, now.status, since(db, after), also, **others._asdict())


def undo(db: Database, decided: Decided | editing.Edited, *, actor: str | None) -> None:
    """Take a decision or an edit back: everything it changed is as before, and history names who took it back.

    Raises Refused where somebody has changed the same things since, or another than the actor wrote a note with it.
    """
    with write_transaction(db, actor):
        rewinding.rewind(db, decided.written)


def decide_all(
    db: Database,
    rulings: Iterable[tuple[int, Ruling | InvalidValue]],
    *,
    actor: str | None,
    is_guessed: bool = False,
) -> list[Decided]:
    """Carry out the decisions of a file, each given with its line number: all of them or none.

    Each is told with the claim's status at the end. `is_guessed`: the letters beyond ASCII may be others than were
    written, so they may only stay as the desk has them. Raises InvalidValue that names every line that cannot be
    read or carried out.
    """
    joined: dict[int, tuple[int, int | None]] = {}

    def rule(line: int, ruling: Ruling) -> Decided:
        if is_guessed:
            _refuse_guessed(db, ruling)
        if ruling.decision is Decision.DUPLICATE:
            _refuse_circle(ruling, joined)
            joined[ruling.claim_id] = line, ruling.other
        return decide(db, ruling, actor=actor)

    with write_transaction(db, actor):
        done = carry_out(db, rulings, rule, undone="nothing was decided", actor=actor)
        return [replace(one, status=claims.get(db, one.ruling.claim_id).status) for one in done]


def _refuse_circle(ruling: Ruling, joined: Mapping[int, tuple[int, int | None]]) -> None:
    """Raise InvalidValue where lines further up call each claim that this one is to repeat a duplicate, and this one in the end."""
    lines, other = [], ruling.other
    while other is not None and other in joined and other != ruling.claim_id:
        line, other = joined[other]
        lines.append(str(line))
    if lines and other == ruling.claim_id:
        told = (
            f"line {lines[0]} of the file calls"
            if len(lines) == 1
            else f"lines {', '.join(lines)} of the file call"
        )
        raise InvalidValue(
            f"claim {ruling.claim_id} cannot be a duplicate of claim {ruling.other}, which {told} a duplicate of claim {ruling.claim_id}: no claim would be left to "
            "check, so keep only one of these lines"
        )


def _refuse_guessed(db: Database, ruling: Ruling) -> None:
    is_taken_in = ruling.decision in (Decision.ACCEPT, Decision.EDIT)
    there = case(db, ruling.claim_id).row()
    for name in ("text", "speaker", "quote", "note") if is_taken_in else ("note",):
        given = getattr(ruling, name)
        if given and not given.isascii() and given != there[name]:
            raise guessed(given)


# ── what each decision does ─────────────────────────────────────────────────────────────────────


def _carry_out(db: Database, claim: claims.ClaimRow, ruling: Ruling, actor: str | None) -> tuple[int, ...]:
    """Do it; the ids of other claims that are rejected with this one."""
    if ruling.decision is Decision.DUPLICATE:
        return _join(db, claim, ruling.other, actor)
    if ruling.decision is Decision.REJECT:
        return _reject(db, claim.id)
    if ruling.decision in (Decision.ACCEPT, Decision.EDIT):
        _correct(db, claim, ruling)
        claims.set_status(db, claim.id, Status.OPEN)
    return ()


def _join(db: Database, claim: claims.ClaimRow, other_id: int | None, actor: str | None) -> tuple[int, ...]:
    if other_id is None:
        raise InvalidValue("a duplicate needs the id of the claim that it repeats")
    was_same = other_id in clusters.members(db, claim.id)
    judging.judge(db, claim.id, other_id, Judgement.SAME, actor=actor)
    if not clusters.other_stays(db, claim.id):
        if claims.get(db, other_id).status is Status.REJECTED:
            return _reject(db, claim.id)
        if was_same:
            raise Refused(
                f"claim {other_id} is already a duplicate of claim {claim.id}, so no claim would be left to check: accept or reject claim "
                f"{claim.id}, or reopen the other first" + to_set_status(other_id, Status.OPEN)
            )
    claims.set_status(db, claim.id, Status.PARKED)
    return ()


def _reject(db: Database, claim_id: int) -> tuple[int, ...]:
    """Reject a claim and, where none is left that they may repeat, those that were parked as its duplicates."""
    claims.set_status(db, claim_id, Status.REJECTED)
    also = () if clusters.other_stays(db, claim_id) else tuple(clusters.repeats(db, claim_id))
    for one in also:
        claims.set_status(db, one, Status.REJECTED)
    return also


def _correct(db: Database, claim: claims.ClaimRow, ruling: Ruling) -> None:
    found = _quoted(appearances.of_claim(db, claim.id))
    if ruling.text is not None and (text := clean_claim(ruling.text)) != claim.text:
        claims.update(db, claim.id, text=text)
    if ruling.quote is not None and (found is None or ruling.quote != found["quote"]):
        if found is None:
            raise InvalidValue("no article contains this claim, so there is nothing to quote")
        marking.move(db, found, ruling.quote)
    name = claim.claimant if ruling.speaker is None else clean_speaker(ruling.speaker) or None
    if name != claim.claimant and not _is_left_alone(db, claim, ruling, name):
        claimant_id = editing.set_claimant(db, claim, name)
        # What was shown is put right, too, where it named somebody else than the claim did.
        if found and appearances.get(db, found["id"])["claimant_id"] != claimant_id:
            speakers.set_claimant(db, found["id"], claimant_id)
    editing.renew_suggestions(db, claim)


def _is_left_alone(db: Database, claim: claims.ClaimRow, ruling: Ruling, name: str | None) -> bool:
    """Whether an accepted claim came with what its claimant went by when it was listed: the name was joined or split since."""
    return ruling.decision is Decision.ACCEPT and name in claimants.names_since(db, claim.claimant_id)
