"""Triage: a person decides about each proposed claim, and may take it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.desk.decisions import Decision, Ruling, encoding_guess_error
from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.model import Judgement, Status, Suggestion
from claimtrack.core.steps import Worded, set_status_step
from claimtrack.core.texts.cleaning import clean_claim, clean_note, clean_speaker
from claimtrack.core.texts.printable import humanise_name, numbered
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
from claimtrack.store.history_ranges import write_step
from claimtrack.workflow import concurrent_edits, dossier, editing, marking
from claimtrack.workflow.matching import judging
from claimtrack.workflow.printed_decisions import as_written, without_former_quote
from claimtrack.workflow.rulings import carry_out
from claimtrack.workflow.undoing import refuse_foreign

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange

    Row = dict[str, Any]

_DECIDED_BY = ("text", "claimant_id", "claimed_on", "status")
"""The columns on which a decision depends: a new assignee or due day is no conflict."""
_DECIDE_AGAIN = Worded("Decide on what it says now", concurrent_edits.AGAIN)
SUGGESTIONS = 5
"""How many claims that it may repeat are shown with a claim, at most."""


@dataclass(frozen=True, slots=True)
class Case:
    """A proposed claim with what a person needs to decide about it.

    `appearance` is one that quotes an article, if any; `suggestions` are the stored pairs that nobody has judged
    different, duplicates with a verdict first. `appearances` counts the occasions, `dropped` those whose article no longer contains it.
    """

    claim: claims.ClaimRow
    appearance: Row | None
    appearances: int
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
    "resembles": lambda case, _: [pair["claim_id"] for pair in case.suggestions],
    "url": lambda _, found: found.get("url"),
    "dropped": lambda case, _: case.dropped,
    "version": lambda case, _: case.claim.version,
}
"""How to compute each column of `Case.row` from the case or its appearance."""
CASE_KEYS = tuple(_CELLS)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was made; from `same_as` on, the fields are as in `Edited`."""

    ruling: Ruling
    status: Status
    """The claim's status after the decision."""
    written: HistoryRange
    also: tuple[int, ...]
    """The claims rejected together with this one, because they were parked as its repeats."""
    stands: clusters.Standing | None
    """The claim that stands for this one from now on, if it is parked as a duplicate."""
    same_as: tuple[int, ...]
    repeats: tuple[int, ...]
    respelt: int


def queue(
    db: Database,
    *,
    article_id: int | None = None,
    min_score: float = 0.0,
    flag: str | None = None,
    limit: int | None = None,
) -> list[int]:
    """The ids of the proposed claims, most worth checking first; of an article only its current version's. Raises NotFound."""
    if article_id is not None:
        article_id = articles.newest_version(db, article_id)
    return queues.proposed_ids(db, article_id=article_id, min_score=min_score, flag=flag, limit=limit)


def case(db: Database, claim_id: int, *, timed: bool = False) -> Case:
    """Collect what it takes to decide about a claim; `timed` adds the time in the recording, which is slow. Raises NotFound."""
    claim = claims.get(db, claim_id)
    if (found := _quoted(appearances.of_claim(db, claim_id))) and timed:
        dossier.add_recording_times(db, [found])
    pairs = [pair for pair in matches.of_claim(db, claim_id) if pair["judgement"] != Judgement.DIFFERENT]
    # If somebody repeats a claim all evening, last year's verdict must be among the suggestions, not only the evening's other claims.
    pairs.sort(key=lambda pair: not (pair["rating"] and pair["suggestion"] == Suggestion.DUPLICATE))
    del pairs[SUGGESTIONS:]
    shown = [claim_id, *(pair["claim_id"] for pair in pairs)]
    counted = views.claims_by_id(db, shown, "id, appearances, first_seen, last_seen, dropped")
    return Case(
        claim=claim,
        appearance=articles.add_article_names(db, [found])[0] if found else None,
        appearances=counted[claim_id]["appearances"],
        dropped=counted[claim_id]["dropped"],
        suggestions=tuple(counted[pair["claim_id"]] | pair for pair in pairs),
    )


def _quoted(seen: Sequence[Row]) -> Row | None:
    """The first appearance in the current version of an article; if there is none, the newest in an earlier version."""
    quoted = [row for row in seen if row["quote"]]
    return next((row for row in quoted if not row["superseded_by_id"]), quoted[-1] if quoted else None)


def decided_before(claim: claims.ClaimRow) -> str | None:
    """The message that somebody has already decided about a claim; None if nobody has."""
    if claim.status is Status.PROPOSED:
        return None
    return f"claim {claim.id} is already {humanise_name(claim.status)}: someone has decided on it"


def decide(db: Database, ruling: Ruling, *, seen: int | None = None, actor: str | None) -> Decided:
    """Carry out one decision in one transaction, which `undo` takes back completely.

    ACCEPT and EDIT open the claim, with new words or another speaker if the ruling has them. A DUPLICATE is judged the same as `other`
    and leaves the queue: it is parked while the claim that it repeats stays on the desk, or rejected if that one is rejected, before
    or later. `seen` is the version of the claim that was shown: raises ChangedMeanwhile if there is a newer one. Raises NotFound, Refused
    for a claim that is already decided, for a judgement that contradicts others, for a duplicate that would leave no claim to check, and
    for words that both the sheet and the desk changed, InvalidValue for empty words, InvalidSpan for a quote that the article does not
    contain or that is a claim already.
    """
    with write_step(db, actor) as written:
        claim = claims.get(db, ruling.claim_id)
        if (reason := decided_before(claim)) and ruling.decision is not Decision.SKIP:
            raise Refused(reason)
        concurrent_edits.check(db, "claims", claim.id, seen, columns=_DECIDED_BY, then=_DECIDE_AGAIN)
        ruling = without_former_quote(db, as_written(db, claim, ruling), seen)
        if words := clean_note(ruling.note or ""):
            notes.add(db, claim.id, words, author=actor)
        also = _carry_out(db, claim, ruling, actor)
        now = claims.get(db, claim.id)
        others = editing.find_consequences(db, claim, now)
        stands = clusters.find_standing(db, claim.id) if now.status is Status.PARKED else None
        return Decided(ruling, now.status, written(), also, stands, **others._asdict())


def undo(db: Database, decided: Decided | editing.Edited, *, actor: str | None) -> None:
    """Undo a decision or an edit: everything that it changed is as before, and history records who undid it.

    Raises Refused if another desk returned it, if somebody has changed the same rows since, or if somebody else wrote a note with it.
    """
    with write_transaction(db, actor):
        refuse_foreign(db, [decided.written])
        rewinding.rewind(db, decided.written)


def decide_all(
    db: Database,
    rulings: Iterable[tuple[int, Ruling | InvalidValue]],
    *,
    actor: str | None,
    is_guessed: bool = False,
) -> list[Decided]:
    """Carry out the decisions of a file, each given with its line number: all of them or none.

    Each result has the claim's status at the end. `is_guessed`: the encoding is a guess, so new words must be ASCII. Raises InvalidValue,
    which names every line that cannot be read or carried out.
    """
    joined: dict[int | None, tuple[int, int | None]] = {}

    def rule(line: int, ruling: Ruling) -> Decided:
        if is_guessed:
            _refuse_guessed(db, ruling)
        if ruling.decision is Decision.DUPLICATE:
            _refuse_circle(ruling, joined)
        decided = decide(db, ruling, actor=actor)
        if ruling.decision is Decision.DUPLICATE:
            joined[ruling.claim_id] = line, ruling.other
        return decided

    with write_transaction(db, actor):
        done = carry_out(db, rulings, rule, undone="nothing was decided", actor=actor)
        return [replace(one, status=claims.get(db, one.ruling.claim_id).status) for one in done]


def _refuse_circle(ruling: Ruling, joined: Mapping[int | None, tuple[int, int | None]]) -> None:
    """Raise InvalidValue if earlier lines make the claim that this one repeats a duplicate of this one, directly or by others."""
    lines, other = [], ruling.other
    while found := joined.get(other):
        line, other = found
        lines.append(line)
    if lines and other == ruling.claim_id:
        told = f"{numbered('line', lines)} of the file {'calls' if len(lines) == 1 else 'call'}"
        raise InvalidValue(
            f"claim {ruling.claim_id} cannot be a duplicate of claim {ruling.other}, which {told} a duplicate of claim {ruling.claim_id}: no claim would be left to "
            "check, so keep only one of these lines"
        )


def _refuse_guessed(db: Database, ruling: Ruling) -> None:
    is_taken_in = ruling.decision in (Decision.ACCEPT, Decision.EDIT)
    there = case(db, ruling.claim_id).row()
    for name in ("text", "speaker", "quote", "note") if is_taken_in else ("note",):
        if (given := getattr(ruling, name)) and not given.isascii() and given != there[name]:
            raise encoding_guess_error(given)


def _carry_out(db: Database, claim: claims.ClaimRow, ruling: Ruling, actor: str | None) -> tuple[int, ...]:
    """Carry out a decision; return the ids of other claims that are rejected with this one."""
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
    judging.judge(db, claim.id, other_id, Judgement.SAME, actor=actor, in_triage=True)
    if not clusters.has_remaining_member(db, claim.id):
        if claims.get(db, other_id).status is Status.REJECTED:
            return _reject(db, claim.id)
        if was_same:
            raise Refused(
                f"claim {other_id} is already a duplicate of claim {claim.id}, so no claim would be left to check: accept or reject claim "
                f"{claim.id}, or reopen the other first" + set_status_step(other_id, Status.OPEN)
            )
    claims.set_status(db, claim.id, Status.PARKED)
    return ()


def _reject(db: Database, claim_id: int) -> tuple[int, ...]:
    """Reject a claim, and the claims parked as its duplicates if no other claim of theirs is left."""
    claims.set_status(db, claim_id, Status.REJECTED)
    also = [] if clusters.has_remaining_member(db, claim_id) else clusters.parked_duplicates(db, claim_id)
    for one in also:
        claims.set_status(db, one, Status.REJECTED)
    return tuple(also)


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
        # The appearance that was shown is corrected, too, if it named somebody else than the claim.
        if found and appearances.get(db, found["id"])["claimant_id"] != claimant_id:
            speakers.set_claimant(db, found["id"], claimant_id)
    editing.renew_suggestions(db, claim)


def _is_left_alone(db: Database, claim: claims.ClaimRow, ruling: Ruling, name: str | None) -> bool:
    """Whether an accepted claim's claimant stays: its name in the list only differs because it was joined or split since."""
    return ruling.decision is Decision.ACCEPT and name in claimants.names_since(db, claim.claimant_id)
