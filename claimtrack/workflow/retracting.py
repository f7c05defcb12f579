"""Evidence that its publisher has taken back, such as a retracted study: one mark for all evidence at its address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.errors import Refused
from claimtrack.core.model import Status
from claimtrack.core.steps import by_command, terminal_only
from claimtrack.core.texts.cleaning import clean_note
from claimtrack.core.texts.printable import shell_command
from claimtrack.store import claims, evidence, history
from claimtrack.store.history_ranges import write_step
from claimtrack.workflow import second_looks
from claimtrack.workflow.articles.dropping import Dropped
from claimtrack.workflow.articles.withdrawing import MAX_REASON
from claimtrack.workflow.days import clean_past_date, today
from claimtrack.workflow.second_looks import SecondLooks, make_due, take_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

    from claimtrack.core.steps import Worded
    from claimtrack.store.history_ranges import HistoryRange


@dataclass(frozen=True, slots=True)
class Retracted(SecondLooks):
    """Evidence that was marked as retracted, or no longer is (`retracted_on` is None): its claims, and the range of history.

    `claims` are all that have evidence at its address, and `claim_id` is the one that was named. `was_marked` is whether only its day or
    its note changed.
    """

    claim_id: int
    source: str
    retracted_on: str | None
    claims: tuple[Dropped, ...]
    written: HistoryRange
    was_marked: bool = False


def retract(
    db: Database,
    evidence_id: int,
    *,
    retracted_on: str | None = None,
    note: str | None = None,
    actor: str | None,
) -> Retracted:
    """Mark evidence as retracted by its publisher on this day, or change the day or the note if it is marked already.

    None keeps each; a new day is today by default. All evidence at the same address is marked, on other claims, too; of a source in words
    only this. The claims of which evidence is newly marked become due today if they are published and have no due day. What was signed
    stays. Raises NotFound, InvalidValue for a day in the future.
    """
    with write_step(db, actor) as written:
        named, same = evidence.get(db, evidence_id), evidence.same_source(db, evidence_id)
        known = _marked(named, same)
        given = known["retracted_on"] if retracted_on is None else retracted_on
        day = clean_past_date(given) if given else today()
        reason = known["retracted_note"] if note is None else clean_note(note, "reason", MAX_REASON)
        for row in same:
            evidence.change(db, row["id"], {"retracted_on": day, "retracted_note": reason or None})
        due = make_due(db, [row["claim_id"] for row in same if row["retracted_on"] is None])
        was_marked = known["retracted_on"] is not None
        return Retracted(*_named(named), day, _claims(db, same), written(), was_marked, due=due)


def restore(db: Database, evidence_id: int, *, actor: str | None) -> Retracted:
    """Record that evidence is not retracted after all, wherever it is, and take back the due days that the mark set.

    See `take_back` for those that stay. Raises NotFound, Refused if it is not marked so.
    """
    with write_step(db, actor) as written:
        known, same = evidence.get(db, evidence_id), evidence.same_source(db, evidence_id)
        claim_id, source = _named(known)
        if _marked(known, same)["retracted_on"] is None:
            raise Refused(f"{source} is not marked as retracted: nothing to take back")
        for row in same:
            evidence.change(db, row["id"], {"retracted_on": None, "retracted_note": None})
        marked, found = [row["id"] for row in same], _claims(db, same)
        over, still = take_back(db, history.RETRACTED, marked, [one.claim_id for one in found])
        return Retracted(claim_id, source, None, found, written(), no_longer_due=over, still_due=still)


def follow_marks(db: Database, after: int) -> set[int]:
    """Mark all evidence at an address where a step has marked some since this change, or take back the mark of that day; return its claims.

    For a step that knows only some of it, such as an import of a copy. Call it in the step's transaction. A mark of another day stays.
    """
    changed: set[int] = set()
    for evidence_id, before, day in history.marks_since(db, history.RETRACTED, after):
        known = evidence.get(db, evidence_id)
        if known["retracted_on"] != day:
            continue  # the step has changed it again
        rows = [row for row in evidence.same_source(db, evidence_id) if row["retracted_on"] == before]
        for row in rows:
            evidence.change(db, row["id"], {"retracted_on": day, "retracted_note": known["retracted_note"]})
        claim_ids = [row["claim_id"] for row in rows]
        if day:
            make_due(db, claim_ids)
        else:
            take_back(db, history.RETRACTED, [row["id"] for row in rows], claim_ids)
        changed |= set(claim_ids)
    return changed


def _marked(row: evidence.Row, same: list[evidence.Row]) -> evidence.Row:
    """The row if it is marked, or else one at its address that is: an undo or a copy that came back may leave one without the mark."""
    return next((one for one in (row, *same) if one["retracted_on"]), row)


def _named(row: evidence.Row) -> tuple[int, str]:
    return row["claim_id"], row["url"] or row["source"]


def _claims(db: Database, same: list[evidence.Row]) -> tuple[Dropped, ...]:
    found = [claims.get(db, claim_id) for claim_id in dict.fromkeys(row["claim_id"] for row in same)]
    return tuple(Dropped(one.id, one.text, Status(one.status)) for one in found)


def notices(done: Retracted) -> Iterator[str]:
    """Yield what becomes of the claims of evidence that was marked, or no longer is."""
    if done.retracted_on is None:
        yield from second_looks.due_notices(done)
    elif not done.was_marked:
        more = by_command(f"search {shell_command(done.source)}")
        yield from second_looks.concerned(done.claims, "It is evidence for", more)


def known_retraction(db: Database, evidence_id: int) -> Worded | None:
    """A warning that a piece of evidence is marked as retracted, as evidence at the same address is or was; None if it is not."""
    row = evidence.get(db, evidence_id)
    if row["retracted_on"] is None:
        return None
    why = terminal_only(". ", f"claimtrack show {row['claim_id']}", " says why")
    return f"its publisher retracted it on {row['retracted_on']}, as the desk has recorded before" + why
