"""Judging pairs of claims, and taking judgements back."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.desk.actors import is_same_actor
from claimtrack.core.desk.decisions import encoding_guess_error
from claimtrack.core.desk.verdicts import describe_contradiction
from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.match import fold_text
from claimtrack.core.model import Comparison, Judgement, NoteStep, Suggestion
from claimtrack.core.steps import (
    Worded,
    join_texts,
    undo_judgement_clause,
    undo_judgement_step,
)
from claimtrack.core.texts.cleaning import clean_note
from claimtrack.core.texts.printable import MOST_NAMED, list_some
from claimtrack.store import claims, clusters, judgements, matches, notes, tuning
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history_ranges import NOTHING, HistoryRange, write_step
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.workflow import concurrent_edits
from claimtrack.workflow.desk import add_note
from claimtrack.workflow.matching import parking
from claimtrack.workflow.rulings import carry_out

if TYPE_CHECKING:
    from claimtrack.core.desk.decisions import PairRuling

_NO_JUDGEMENT = Worded(
    ". For a change to many claims, or what `add` added to one, use `undo --changes` as it was printed; for an import or `ingest`, "
    "`claimtrack import undo`"
)


@dataclass(frozen=True, slots=True)
class Judged:
    """The current judgement of a pair, and the previous one. Only the pair and the judgements count when two are compared."""

    left_id: int
    right_id: int
    judgement: Judgement
    before: Judgement
    by: str | None = field(default=None, compare=False)
    """Who made the judgement; if it was already in force, who made it first."""
    taken_from: str | None = field(default=None, compare=False)
    """Who made the previous one."""
    written: HistoryRange = field(default=NOTHING, compare=False)
    contradictions: tuple[str, ...] = field(default=(), compare=False)
    """Our published verdicts that contradict each other, on claims that are now the same: each claim keeps its own."""
    in_spite_of: tuple[str, ...] = field(default=(), compare=False)
    """The differing facts of claims judged the same although the matcher sees a conflict."""
    unlike: str = field(default="", compare=False)
    """A warning that they have little in common, for instance because an id was mistyped; else empty."""
    moved: tuple[parking.Move, ...] = field(default=(), compare=False)
    """The claims that left triage as repeats (parked) or returned to it (proposed), with their status now."""
    stands: clusters.Standing | None = field(default=None, compare=False)
    """The claim that the parked one of these repeats."""
    is_made: bool = field(default=True, compare=False)
    """Whether it was recorded now; False if it was already in force, whatever else was written."""
    noted: bool = field(default=False, compare=False)
    """Whether a note on both claims says why; when a judgement is taken back, whether the actor's notes were, too."""


def judge(
    db: Database,
    one: int,
    other: int,
    judgement: Judgement,
    *,
    actor: str | None,
    version: int | None = None,
    in_triage: bool = False,
    note: str | None = None,
) -> Judged:
    """Judge a pair of claims, suggested or not. Judging again replaces the judgement. `note`, why, is added to both claims.

    The same judgement again keeps its first author, unless one of the claims was reworded since. A repeat that waits for triage is parked
    as long as the other claim stays, except `in_triage`, which itself decides what becomes of it. Raises NotFound, InvalidValue for a
    claim with itself, Refused if the judgement contradicts others, ChangedMeanwhile if somebody judged the pair differently after the
    `version` that was shown.
    """
    if one == other:
        raise InvalidValue("a claim cannot be judged against itself: give two different claims")
    with write_step(db, actor) as written:
        left, right = claims.get(db, min(one, other)), claims.get(db, max(one, other))
        before = judgements.get_state(db, one, other)
        is_same = judgement is Judgement.SAME
        said = _compare_claims(db, left, right) if is_same or before is None else None
        if said and before is None:
            matches.record_suggestions(
                db, [(left.id, right.id, said)], scorer=tuning.load_matching(db).scorer
            )
        before = before or judgements.JudgementState()
        waiting = parking.waiting_alone(db, left.id, right.id) if is_same and not in_triage else []
        if is_made := before.judgement is not judgement or matches.is_reworded(db, one, other):
            concurrent_edits.check_judgement(db, left.id, right.id, version)
            with _naming_obstacles(db, left.id, right.id):
                matches.judge(db, one, other, judgement)
        is_apart = before.judgement is Judgement.SAME is not judgement
        moved = parking.return_to_triage(db, left.id, right.id) if is_apart else parking.park(db, waiting)
        now = judgements.get_state(db, one, other) or before
        noted = _add_reason(db, left.id, right.id, judgement, note, actor)
        changes = written()
        doubts = _find_doubts(db, left, right, said) if said and is_same else ((), (), "")
        stands = parking.find_standing(db, moved)
    states = (judgement, before.judgement, now.by, before.by)
    return Judged(left.id, right.id, *states, changes, *doubts, moved, stands, is_made, noted)


def _add_reason(
    db: Database, one: int, other: int, judgement: Judgement, note: str | None, actor: str | None
) -> bool:
    """Add why a pair was judged so to both claims; False if there are no words."""
    words = clean_note(note or "")
    for claim_id, pair in ((one, other), (other, one)) if words else ():
        add_note(
            db, claim_id, f"{notes.begin_reason(pair, judgement)}{words}", step=NoteStep.JUDGE, actor=actor
        )
    return bool(words)


def _find_doubts(
    db: Database, left: claims.ClaimRow, right: claims.ClaimRow, said: Comparison
) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """What speaks against judging two claims the same: `contradictions`, `in_spite_of` and `unlike` of `Judged`."""
    contrary = clusters.contradicting_verdicts(db, left.id)
    differ = _conflicting_facts(said)
    unlike = "" if differ else describe_dissimilarity(left, right, said)
    return tuple(describe_contradiction(*pair) for pair in contrary), differ, unlike


def judge_all(
    db: Database,
    rulings: Iterable[tuple[int, PairRuling | InvalidValue]],
    *,
    actor: str | None,
    is_guessed: bool,
) -> list[Judged]:
    """Carry out the judgements of a file, each given with its line number: all of them or none.

    A judgement is refused if its claim was reworded since the file was printed. If it is new, its note is added to both claims.
    `is_guessed`: the file's encoding is a guess, so notes must be ASCII. Raises InvalidValue, which names every line that cannot be read
    or carried out.
    """

    def rule(line: int, ruling: PairRuling) -> Judged:
        if is_guessed and ruling.note and not ruling.note.isascii():
            raise encoding_guess_error(ruling.note)
        for claim_id, shown in zip((ruling.one, ruling.other), ruling.shown, strict=True):
            if shown and (shown.isascii() or not is_guessed):
                _refuse_reworded(db, claim_id, shown)
        judged = judge(db, ruling.one, ruling.other, ruling.judgement, actor=actor)
        if not judged.written.is_empty:
            _add_reason(db, judged.left_id, judged.right_id, ruling.judgement, ruling.note, actor)
        return judged

    return carry_out(db, rulings, rule, undone="no judgement was made", actor=actor)


def _refuse_reworded(db: Database, claim_id: int, shown: str) -> None:
    """Raise Refused if the claim was reworded since it was shown: the judgement was about other words."""
    text = claims.get(db, claim_id).text
    if fold_text(shown) != fold_text(text):
        raise Refused(
            f"claim {claim_id} now says “{_brief(text)}”, but “{_brief(shown)}” in the sheet: print the sheet again, or put the new words in its cell"
        )


def conflict_between(db: Database, one: int, other: int) -> tuple[str, ...]:
    """The facts that differ between two claims as now worded, if the matcher sees a conflict; else none. Raises NotFound."""
    return _conflicting_facts(
        _compare_claims(db, claims.get(db, min(one, other)), claims.get(db, max(one, other)))
    )


def _conflicting_facts(said: Comparison) -> tuple[str, ...]:
    return said.differences if said.suggestion is Suggestion.CONFLICT else ()


def describe_conflict(differ: Sequence[str]) -> str:
    """The warning that two claims judged the same differ in a fact, without a remedy."""
    return f"they differ in a fact ({'; '.join(differ)}), and claims judged the same share one verdict and one ledger"


def describe_dissimilarity(left: claims.ClaimRow, right: claims.ClaimRow, said: Comparison) -> str:
    """The warning that two claims judged the same have little in common, without a remedy; empty if they have enough."""
    if said.score >= _UNLIKE:
        return ""
    return (
        f"claims {left.id} (“{_brief(left.text)}”) and {right.id} (“{_brief(right.text)}”) have little in common (score {said.score:.2f}), and claims judged the same share one "
        "verdict and one ledger"
    )


def _brief(text: str) -> str:
    return textwrap.shorten(text, _SHOWN, placeholder=" …")


_SHOWN = 70
"""How many characters of a claim identify it in a message."""
_UNLIKE = 0.2
"""Below this score two claims judged the same may not be the pair that was meant."""


def _compare_claims(db: Database, left: claims.ClaimRow, right: claims.ClaimRow) -> Comparison:
    return DeskMatcher.of(db).compare(left.statement, right.statement)


@contextmanager
def _naming_obstacles(db: Database, one: int, other: int) -> Iterator[None]:
    """Within the block, a refused judgement names the pairs that contradict it, and how to undo each."""
    try:
        yield
    except Refused as error:
        if pair := judgements.find_separating_pair(db, one, other):
            raise Refused(
                f"claims {pair[0]} and {pair[1]} were judged different, and this keeps claims {one} and {other}, or claims judged the same as "
                "them, apart: " + undo_judgement_clause(*pair)
            ) from error
        if pairs := judgements.find_joining_pairs(db, one, other):
            raise Refused(
                f"claims {one} and {other} are linked by other judgements of same: {list_some(f'{left} and {right}' for left, right in pairs)}. First take one of these back: "
                + join_texts(" or ", (undo_judgement_step(*pair) for pair in pairs[:MOST_NAMED]))
            ) from error
        raise


def undo_judgement(db: Database, pair: tuple[int, int] | None = None, *, actor: str | None) -> Judged:
    """Undo the last judgement of this actor, or of a pair: the previous judgement is in force again, by whoever made it.

    The actor's own notes that said why go with it; only their author can remove a note.

    Undoing again takes back the judgement before that. Raises Refused if there is nothing to undo, or if the previous judgement
    contradicts later ones.
    """
    with write_transaction(db, actor):
        standing = judgements.list_standing(db, pair)
        mine = standing if pair else [one for one in standing if is_same_actor(one.actor, actor)]
        if not mine:
            who = f"claims {pair[0]} and {pair[1]} have" if pair else f"{actor or 'nobody'} has"
            raise Refused(f"{who} no judgement to undo" + ("" if pair else _NO_JUDGEMENT))
        last = mine[-1]
        left, right = last.pair
        newest = next(one for one in reversed(standing) if one.pair == last.pair)
        if newest is not last:
            raise Refused(
                f"{newest.actor or 'somebody'} has judged claims {left} and {right} since then: "
                + undo_judgement_clause(left, right)
                + " first"
            )
        waiting = parking.waiting_alone(db, left, right)
        with _naming_obstacles(db, left, right):
            judgements.restore(db, left, right, last.before)
        noted = is_same_actor(last.actor, actor) and notes.remove_reasons(db, last)
        is_apart = last.after.judgement is Judgement.SAME is not last.before.judgement
        moved = parking.return_to_triage(db, left, right) if is_apart else parking.park(db, waiting)
        stands = parking.find_standing(db, moved)
        matches.delete_unlike(db, left, right, below=tuning.load_matching(db).thresholds.related)
    return Judged(
        left,
        right,
        last.before.judgement,
        last.after.judgement,
        last.before.by,
        taken_from=last.after.by or last.actor,
        moved=moved,
        stands=stands,
        noted=noted,
    )
