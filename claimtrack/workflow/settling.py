"""Settles what is in doubt of a claim: somebody has looked again, and says why what readers see stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.desk.doubts import Doubt, describe
from claimtrack.core.errors import ChangedMeanwhile, Refused
from claimtrack.core.model import NoteStep
from claimtrack.core.steps import by_command, join_texts
from claimtrack.core.texts.cleaning import require_note
from claimtrack.store import claims, doubts, notes
from claimtrack.store.history_ranges import write_step
from claimtrack.workflow import taken_back

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange


@dataclass(frozen=True, slots=True)
class Settled:
    """The note that settles what was in doubt, whether the claim is `no_longer_due` with it or `is_held` all the same, and the range of history."""

    note_id: int
    no_longer_due: bool
    is_held: bool
    written: HistoryRange

    @property
    def outcome(self) -> str:
        """What the claim is now, as the end of a sentence."""
        if self.is_held:
            due = ", no longer due" if self.no_longer_due else ""
            return f"in doubt only because its verdict is held{due}"
        return "no longer in doubt" + (", nor due" if self.no_longer_due else "")


def settle_doubts(db: Database, claim_id: int, why: str, *, actor: str | None) -> Settled:
    """Settle all that is in doubt of a claim until now with a note that says why it stays as it is.

    A due day that a mark set is removed, unless somebody has changed it. Sent twice within minutes, it is done once. Raises NotFound,
    InvalidValue for an empty note, Refused if nothing is in doubt that a note can settle: a held verdict is released, corrected or
    withdrawn instead.
    """
    body = require_note(why)
    with write_step(db, actor) as written:
        claims.get(db, claim_id)
        found = doubts.current(db, claim_id=claim_id)
        held = [row for row in found if row["doubt"] == Doubt.HELD]
        # The same words as those of a note before may settle a later mark. They were sent twice only if nothing is left to settle.
        add = notes.add if len(held) < len(found) else notes.add_once
        note_id = add(db, claim_id, body, author=actor, step=NoteStep.SETTLE)
        if len(held) == len(found) and not written().is_empty:
            if held:
                raise Refused(f"a note settles nothing of claim {claim_id}: " + describe(held[0]))
            listed = by_command("review doubts")
            raise Refused(f"nothing is in doubt of claim {claim_id} that a note could settle" + listed)
        is_over = taken_back.settle_due(db, claim_id)
        return Settled(note_id, is_over, bool(held), written())


def check_unseen(db: Database, claim_id: int, version: int) -> None:
    """Raise ChangedMeanwhile if something came into doubt of the claim after that version of the desk: a note to settle it is not about that."""
    if new := doubts.current(db, claim_id=claim_id, after=version):
        told = join_texts("; ", map(describe, new))
        raise ChangedMeanwhile("meanwhile something else came into doubt: " + told)
