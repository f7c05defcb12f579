"""Evidence that its publisher has taken back, such as a retracted study: one mark for all evidence at its address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.errors import Refused
from claimtrack.core.model import Status
from claimtrack.core.steps import by_command, terminal_only
from claimtrack.core.texts.printable import shell_command
from claimtrack.store import claims, evidence, marks
from claimtrack.store.history_ranges import write_step
from claimtrack.store.marks import RETRACTED
from claimtrack.workflow import taken_back
from claimtrack.workflow.articles.dropping import Dropped
from claimtrack.workflow.taken_back import TakenBack

if TYPE_CHECKING:
    from claimtrack.core.steps import Worded


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted(TakenBack):
    """Evidence that was marked as retracted, or no longer is (`retracted_on` is None).

    `claims` are all that have evidence at its address, and `claim_id` is the one that was named.
    """

    claim_id: int
    source: str
    retracted_on: str | None


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
        day, reason = taken_back.complete(RETRACTED, known, retracted_on, note)
        new = [row["claim_id"] for row in same if row["retracted_on"] is None]
        due = taken_back.put(db, RETRACTED, same, day, reason, new)
        return Retracted(
            claim_id=named["claim_id"],
            source=_name(named),
            retracted_on=day,
            claims=_claims(db, same),
            written=written(),
            was_marked=known["retracted_on"] is not None,
            due=due,
        )


def restore(db: Database, evidence_id: int, *, actor: str | None) -> Retracted:
    """Record that evidence is not retracted after all, wherever it is, and take back the due days that the mark set.

    See `taken_back.remove` for those that stay. Raises NotFound, Refused if it is not marked so.
    """
    with write_step(db, actor) as written:
        known, same = evidence.get(db, evidence_id), evidence.same_source(db, evidence_id)
        if _marked(known, same)["retracted_on"] is None:
            raise Refused(f"{_name(known)} is not marked as retracted: nothing to take back")
        over, still = taken_back.remove(db, RETRACTED, same, _claim_ids(same))
        return Retracted(
            claim_id=known["claim_id"],
            source=_name(known),
            retracted_on=None,
            claims=_claims(db, same),
            written=written(),
            no_longer_due=over,
            still_due=still,
        )


def follow_marks(db: Database, after: int) -> set[int]:
    """Mark all evidence at an address where a step has marked some since this change, or take back the mark of that day; return its claims.

    For a step that knows only some of it, such as an import of a copy. Call it in the step's transaction. A mark of another day stays.
    """
    changed: set[int] = set()
    for evidence_id, before, day in marks.since(db, RETRACTED, after):
        known = evidence.get(db, evidence_id)
        if known["retracted_on"] != day:
            continue  # the step has changed it again
        rows = [row for row in evidence.same_source(db, evidence_id) if row["retracted_on"] == before]
        claim_ids = _claim_ids(rows)
        if day:
            taken_back.put(db, RETRACTED, rows, day, known["retracted_note"], claim_ids)
        else:
            taken_back.remove(db, RETRACTED, rows, claim_ids)
        changed |= set(claim_ids)
    return changed


def _marked(row: evidence.Row, same: list[evidence.Row]) -> evidence.Row:
    """The row if it is marked, or else one at its address that is: an undo or a copy that came back may leave one without the mark."""
    return next((one for one in (row, *same) if one["retracted_on"]), row)


def _name(row: evidence.Row) -> str:
    return str(row["url"] or row["source"])


def _claim_ids(same: list[evidence.Row]) -> list[int]:
    return list(dict.fromkeys(row["claim_id"] for row in same))


def _claims(db: Database, same: list[evidence.Row]) -> tuple[Dropped, ...]:
    found = [claims.get(db, claim_id) for claim_id in _claim_ids(same)]
    return tuple(Dropped(one.id, one.text, Status(one.status)) for one in found)


def notices(done: Retracted) -> Iterator[str]:
    """Yield what becomes of the claims of evidence that was marked, or no longer is."""
    if done.retracted_on is None:
        yield from taken_back.due_notices(done)
    elif not done.was_marked:
        more = by_command(f"search {shell_command(done.source)}")
        yield from taken_back.concerned(done.claims, "It is evidence for", more)


def known_retraction(db: Database, evidence_id: int) -> Worded | None:
    """A warning that a piece of evidence is marked as retracted, as evidence at the same address is or was; None if it is not."""
    row = evidence.get(db, evidence_id)
    if row["retracted_on"] is None:
        return None
    why = terminal_only(". ", f"claimtrack show {row['claim_id']}", " says why")
    return f"its publisher retracted it on {row['retracted_on']}, as the desk has recorded before" + why
