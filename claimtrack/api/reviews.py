"""Verdicts on claims, and their sign-off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, cast

from claimtrack.api import given
from claimtrack.core.errors import InvalidValue
from claimtrack.workflow.days import today
from claimtrack.workflow.reviews import beginning, holding, reviewing, timing

if TYPE_CHECKING:
    from datetime import datetime

    from claimtrack.api.desk import Desk
    from claimtrack.api.given import Day
    from claimtrack.workflow.reviews.fields import Fields
    from claimtrack.workflow.reviews.timing import Published


class Said(TypedDict, total=False):
    """The fields of a review; None empties one. See `workflow.reviews.fields.Fields`."""

    rating: str | None
    scale: str | None
    headline: str | None
    summary: str | None
    url: str | None
    reviewed_on: Day | None
    language: str | None
    not_before: str | datetime | None


class Reviews:
    """The desk's own reviews, as `desk.reviews`. Methods take a review's id.

    One person drafts and another approves, so open the desk a second time with another `actor` to approve. All methods
    raise NotFound if there is no such review or claim, InvalidValue for a value that cannot be used, and Refused if the
    review has not come that far or another rule forbids the step.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def draft(self, claim_id: int, **said: Unpack[Said]) -> int:
        """Begin a review of a claim, and return the review's id. A claim that nobody has is assigned to you."""
        number = given.number(claim_id)
        return beginning.begin(self._desk.db, number, actor=self._desk.actor, **_fields(said)).review_id

    def revise(
        self,
        review_id: int,
        *,
        note: str | None = None,
        is_update: bool | None = None,
        **said: Unpack[Said],
    ) -> None:
        """Change a review that is not approved yet. Fields that you leave out stay; None or "" empties one.

        `is_update` makes a correction an update, or with False the reverse; `note` is their public note.
        """
        told, number, actor = given.some_text(note, "note"), _number(review_id), self._desk.actor
        is_one = given.some_flag(is_update, "is_update")
        reviewing.revise(self._desk.db, number, note=told, is_update=is_one, actor=actor, **_fields(said))

    def submit(self, review_id: int) -> None:
        """Submit a draft for approval by a second person."""
        reviewing.submit(self._desk.db, _number(review_id), actor=self._desk.actor)

    def send_back(self, review_id: int, *, note: str | None = None) -> None:
        """Return a review to its drafter. What is to be changed is kept as a note on the claim."""
        told = given.some_text(note, "note")
        reviewing.send_back(self._desk.db, _number(review_id), note=told, actor=self._desk.actor)

    def give_up(self, review_id: int) -> None:
        """Give up your own draft, or a submitted review that nobody has approved."""
        reviewing.give_up(self._desk.db, _number(review_id), actor=self._desk.actor)

    def approve(self, review_id: int) -> None:
        """Approve a submitted review. It must be somebody else's."""
        reviewing.approve(self._desk.db, _number(review_id), actor=self._desk.actor)

    def publish(
        self,
        review_id: int,
        *,
        url: str | None = None,
        reviewed_on: Day | None = None,
        look_again: Day | None = None,
    ) -> None:
        """Record that an approved review was published, at which address (`url`) and on which day, which cannot be after today.

        The claim is due again on the day `look_again`. Without one it is no longer due, but a correction or update leaves a day after
        its own.
        """
        told: dict[str, Any] = {
            "url": given.some_text(url, "url"),
            "reviewed_on": given.day(reviewed_on, "reviewed_on"),
            "look_again": given.day(look_again, "look_again"),
        }
        reviewing.publish(self._desk.db, _number(review_id), today=today(), actor=self._desk.actor, **told)

    def set_not_before(self, review_id: int, not_before: str | datetime | None) -> None:
        """Set the time before which nobody publishes a review, approved or not; None removes it. Without a time zone it is local time."""
        told = given.time(not_before, "not_before")
        timing.set_not_before(self._desk.db, _number(review_id), told, actor=self._desk.actor)

    def publish_due(self) -> Published:
        """Publish every approved review whose `not_before` has come, each in its approver's name.

        The result has the ids of those that are `done`, of those `without_address`, which you publish yourself, and of those that were
        `refused`, with the reasons.
        """
        return timing.publish_due(self._desk.db)

    def mend_address(self, review_id: int, url: str) -> None:
        """Record the new address of a published review. The review must be somebody else's."""
        reviewing.mend_address(
            self._desk.db, _number(review_id), given.text(url, "url"), actor=self._desk.actor
        )

    def hold(self, review_id: int, *, note: str | None = None) -> None:
        """Take a published review off what readers get, until it is released. The note, why, is the desk's."""
        told = given.some_text(note, "note")
        holding.hold(self._desk.db, _number(review_id), note=told, actor=self._desk.actor)

    def release(self, review_id: int, *, note: str | None = None) -> None:
        """Give a held review back to readers, as it was signed and with its dates."""
        told = given.some_text(note, "note")
        holding.release(self._desk.db, _number(review_id), note=told, actor=self._desk.actor)

    def withdraw(self, review_id: int, *, note: str | None = None, withdrawn_on: Day | None = None) -> None:
        """Withdraw a review for good. A published one needs a note, which is public."""
        told, day = given.some_text(note, "note"), given.day(withdrawn_on, "withdrawn_on")
        reviewing.withdraw(
            self._desk.db, _number(review_id), note=told, withdrawn_on=day, actor=self._desk.actor
        )

    def correct(self, review_id: int, note: str, **said: Unpack[Said]) -> int:
        """Begin a correction of a published review, and return its id. The note is public and says what was wrong."""
        return self._replace(review_id, note, is_update=False, **said)

    def update(self, review_id: int, note: str, **said: Unpack[Said]) -> int:
        """Begin an update of a published review, which was right when it was given, and return its id.

        The note is public and says what is new.
        """
        return self._replace(review_id, note, is_update=True, **said)

    def _replace(self, review_id: int, note: str, *, is_update: bool, **said: Unpack[Said]) -> int:
        told, number, actor = given.text(note, "note"), _number(review_id), self._desk.actor
        return reviewing.correct(
            self._desk.db, number, note=told, is_update=is_update, actor=actor, **_fields(said)
        )


def _number(review_id: int) -> int:
    return given.number(review_id, "the number of a review")


def _fields(said: Said) -> Fields:
    known = Said.__annotations__
    for name in said:
        if name not in known:
            raise InvalidValue(f"a review has no {name!r}. Its fields: {', '.join(known)}")
    checks: dict[str, Callable[[Any, str], str | None]] = {"reviewed_on": given.day, "not_before": given.time}
    checked = {name: checks.get(name, given.some_text)(value, name) for name, value in said.items()}
    return cast("Fields", checked)
