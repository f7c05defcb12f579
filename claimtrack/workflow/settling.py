"""Settles what is in doubt of a claim: somebody has looked again, and says why what readers see stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.desk.doubts import Doubt, describe
from claimtrack.core.errors import Refused
from claimtrack.core.model import NoteStep
from claimtrack.core.steps import by_command
from claimtrack.store import doubts
from claimtrack.store.history_ranges import write_step
from claimtrack.workflow import second_looks
from claimtrack.workflow.desk import add_note

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.store.history_ranges import HistoryRange


@dataclass(frozen=True, slots=True)
class Settled:
    """The note that settles what was in doubt, whether the claim is `no_longer_due` with it, and the range of history."""

    note_id: int
    no_longer_due: bool
    written: HistoryRange


def settle_doubts(db: Database, claim_id: int, why: str, *, actor: str | None) -> Settled:
    """Settle all that is in doubt of a claim until now with a note that says why it stays as it is.

    A due day that a mark set is removed, unless somebody has changed it. Sent twice within minutes, it is done once. Raises NotFound,
    InvalidValue for an empty note, Refused if nothing is in doubt that a note can settle: a held verdict is released, corrected or
    withdrawn instead.
    """
    with write_step(db, actor) as written:
        found = doubts.current(db, claim_id=claim_id)
        note_id = add_note(db, claim_id, why, step=NoteStep.SETTLE, actor=actor)
        if all(row["doubt"] == Doubt.HELD for row in found) and not written().is_empty:
            if found:
                raise Refused(f"a note settles nothing of claim {claim_id}: " + describe(found[0]))
            listed = by_command("review doubts")
            raise Refused(f"nothing is in doubt of claim {claim_id} that a note could settle" + listed)
        is_over = second_looks.no_longer_due(db, claim_id)
        return Settled(note_id, is_over, written())
