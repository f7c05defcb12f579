"""The verdict on a claim and its sign-off."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack, cast

from claimtrack.api import given
from claimtrack.core.errors import InvalidValue

if TYPE_CHECKING:
    from claimtrack.api.desk import Desk
    from claimtrack.api.given import Day
    from claimtrack.workflow.reviews.fields import Fields


class Said(TypedDict, total=False):
    """What a review says; None leaves a field empty. See `workflow.reviews.fields.Fields`."""

    rating: str | None
    scale: str | None
    headline: str | None
    summary: str | None
    url: str | None
    reviewed_on: Day | None
    language: str | None


class Reviews:
    """Our desk's reviews, as `desk.reviews`; each is named by its id. All raise NotFound, InvalidValue, Refused.

    One person drafts and another approves: that takes a desk opened with another `actor`.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def draft(self, claim_id: int, **said: Unpack[Said]) -> int:
        """Begin a review of a claim; its id."""
        from claimtrack.workflow.reviews import reviewing

        return reviewing.draft(self._desk.db, given.number(claim_id), actor=self._desk.actor, **_fields(said))

    def revise(self, review_id: int, **said: Unpack[Said]) -> None:
        """Change a review that is not approved yet. What is not named stays; None or "" clears it."""
        from claimtrack.workflow.reviews import reviewing

        reviewing.revise(self._desk.db, _number(review_id), actor=self._desk.actor, **_fields(said))

    def submit(self, review_id: int) -> None:
        """Hand a draft in for a second person."""
        from claimtrack.workflow.reviews import reviewing

        reviewing.submit(self._desk.db, _number(review_id), actor=self._desk.actor)

    def send_back(self, review_id: int) -> None:
        """Return a review to its drafter."""
        from claimtrack.workflow.reviews import reviewing

        reviewing.send_back(self._desk.db, _number(review_id), actor=self._desk.actor)

    def give_up(self, review_id: int) -> None:
        """Withdraw one's own draft, or one handed in, that nobody has approved."""
        from claimtrack.workflow.reviews import reviewing

        reviewing.give_up(self._desk.db, _number(review_id), actor=self._desk.actor)

    def approve(self, review_id: int) -> None:
        """Agree to a review, as another person than its drafter."""
        from claimtrack.workflow.reviews import reviewing

        reviewing.approve(self._desk.db, _number(review_id), actor=self._desk.actor)

    def publish(self, review_id: int, *, url: str | None = None, reviewed_on: Day | None = None) -> None:
        """Say that an approved review is out, at its address since its day."""
        from claimtrack.workflow.reviews import reviewing

        address, day = given.some_text(url, "url"), given.day(reviewed_on, "reviewed_on")
        reviewing.publish(
            self._desk.db, _number(review_id), url=address, reviewed_on=day, actor=self._desk.actor
        )

    def mend_address(self, review_id: int, url: str) -> None:
        """Say where a published review stands now, as another person than its drafter."""
        from claimtrack.workflow.reviews import reviewing

        reviewing.mend_address(
            self._desk.db, _number(review_id), given.text(url, "url"), actor=self._desk.actor
        )

    def withdraw(self, review_id: int, *, note: str | None = None, withdrawn_on: Day | None = None) -> None:
        """Take a review back; one that was published needs a public note."""
        from claimtrack.workflow.reviews import reviewing

        told, day = given.some_text(note, "note"), given.day(withdrawn_on, "withdrawn_on")
        reviewing.withdraw(
            self._desk.db, _number(review_id), note=told, withdrawn_on=day, actor=self._desk.actor
        )

    def correct(self, review_id: int, note: str, **said: Unpack[Said]) -> int:
        """Begin a correction of a published review; its id. The note is public and says what changed."""
        from claimtrack.workflow.reviews import reviewing

        told = given.text(note, "note")
        return reviewing.correct(
            self._desk.db, _number(review_id), note=told, actor=self._desk.actor, **_fields(said)
        )


def _number(review_id: int) -> int:
    return given.number(review_id, "the number of a review")


def _fields(said: Said) -> Fields:
    known = Said.__annotations__
    for name in said:
        if name not in known:
            raise InvalidValue(f"a review has no {name!r}. Its fields: {', '.join(known)}")
    checked = {
        name: given.day(value, name) if name == "reviewed_on" else given.some_text(value, name)  # type: ignore[arg-type]
        for name, value in said.items()
    }
    return cast("Fields", checked)
