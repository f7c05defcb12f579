"""The options `--retracted` and `--retraction-note` of `link`: evidence that its publisher has taken back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.core.texts.printable import numbered

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.output.rows import Row
    from claimtrack.cli.parameters.session import Session
    from claimtrack.workflow.retracting import Retracted


class Marking:
    """What a run of `link` does about a retraction, to each of the claims that it was given.

    `retracted_on` is the day; "" takes the mark back. None leaves it and the `note` as they are.
    """

    def __init__(self, session: Session, retracted_on: str | None, note: str | None) -> None:
        self._session = session
        self._day = retracted_on
        self._note = note
        self._done: dict[int, Retracted] = {}

    @property
    def is_wanted(self) -> bool:
        """Whether the command was given a day or a note."""
        return self._day is not None or self._note is not None

    def mark(self, db: Database, claim_id: int, source: str, *, is_one: bool) -> Iterator[str]:
        """Mark the claim's source, or take the mark back, and yield messages. Of several claims, an earlier one may have done it."""
        from claimtrack.workflow import linking, retracting

        evidence_id, actor = linking.link_to(db, claim_id, source)["id"], self._session.actor
        if claim_id in self._done:
            did = "no longer marked," if self._day == "" else "marked"
            yield f"Claim {claim_id}: {did} with claim {self._done[claim_id].claim_id}"
            return
        if self._day == "":
            done = retracting.restore(db, evidence_id, actor=actor)
        else:
            done = retracting.retract(db, evidence_id, retracted_on=self._day, note=self._note, actor=actor)
        self._done |= {one.claim_id: done for one in done.claims}
        day = f"retracted by its publisher on {done.retracted_on}" if done.retracted_on else "not retracted"
        yield f"Claim {claim_id}, {done.source}: {day}"
        if others := [one.claim_id for one in done.claims if one.claim_id != claim_id]:
            yield f"  So is the same source on {numbered('claim', others)}."
        yield from map(str, retracting.notices(done))
        if is_one and (undo := self._session.undo(db, [done.written], "To undo")):
            yield undo

    def due_claims(self, claim_id: int) -> Row:
        """The claims whose due days the mark concerns, as programs get them."""
        done = self._done.get(claim_id)
        return dict(done.due_claims) if done else {}
