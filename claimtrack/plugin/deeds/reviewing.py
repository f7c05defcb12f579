"""The verdict and its sign-off: draft, revise, submit, send back, approve, publish, withdraw, correct."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import NotFound
from claimtrack.core.model import ReviewStatus
from claimtrack.plugin import permissions
from claimtrack.plugin.deeds.annotating import DESK_VERSION
from claimtrack.plugin.fields import Field, Kind, Values
from claimtrack.plugin.pages.claim import PAGE
from claimtrack.plugin.visit import Deed, Done, Visit
from claimtrack.plugin.wording import on_page
from claimtrack.store.reviews import ratings, reviews
from claimtrack.workflow.reviews import linting, reviewing

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database


def _home(visit: Visit) -> str:
    return f"{visit.claim_page}#reviews"


def _review(db: Database, visit: Visit) -> int:
    """The review of the address, if it is one of the claim's. Raises NotFound."""
    review = reviews.get(db, visit.ids["review_id"])
    if review.claim_id != visit.ids["claim_id"]:
        raise NotFound(f"claim {visit.ids['claim_id']} has no review {review.id}")
    return review.id


def _fields(db: Database, values: Values) -> dict[str, Any]:
    """The fields of a review; the form names a rating by its number, for labels recur among scales."""
    fields = {name: value for name, value in values.items() if name not in ("rating_id", "note")}
    return fields | rated(db, values)


def rated(db: Database, values: Values) -> dict[str, Any]:
    """The rating that a form names by its number, with its scale. Raises NotFound."""
    if "rating_id" not in values:
        return {}
    if values["rating_id"] is None:
        return {"rating": None}
    known = {choice["id"]: choice for choice in ratings.choices(db)}
    choice = known.get(values["rating_id"])
    if choice is None:
        raise NotFound(f"there is no rating {values['rating_id']}, or it can no longer be given")
    return {"rating": choice["name"], "scale": choice["scale"]}


def draft(db: Database, visit: Visit, values: Values) -> Done:
    """Begin a review."""
    review_id = reviewing.draft(db, visit.ids["claim_id"], actor=visit.actor, **_fields(db, values))
    message = " ".join(["Draft saved.", *_rivals(db, review_id)])
    return Done(message, _home(visit), data={"review_id": review_id})


def _rivals(db: Database, review_id: int) -> list[str]:
    """Which other verdicts on the claim are out or on their way, a sentence each."""
    return [
        f"{linting.describe_rival(one)}: to change its verdict, correct that one."
        if one.status is ReviewStatus.PUBLISHED
        else f"{linting.describe_rival(one)}: only one of them can be published."
        for one in linting.rivals(db, review_id)
    ]


def revise(db: Database, visit: Visit, values: Values) -> Done:
    """Change a draft."""
    reviewing.revise(db, _review(db, visit), actor=visit.actor, **_fields(db, values))
    return Done("Review saved.", _home(visit))


def _step(
    function: Callable[..., object], message: str, *, tells_rivals: bool = False
) -> Callable[[Database, Visit, Values], Done]:
    """A step that takes no more than the review, or the values under the names of the function's own.

    One towards publication tells which other verdicts there are on the claim.
    """

    def run(db: Database, visit: Visit, values: Values) -> Done:
        review_id = _review(db, visit)
        function(db, review_id, actor=visit.actor, **values)
        told = _rivals(db, review_id) if tells_rivals else []
        return Done(" ".join([message, *told]), _home(visit))

    return run


def publish(db: Database, visit: Visit, values: Values) -> Done:
    """Say that an approved review is out, and what lint has to say of that."""
    review_id = _review(db, visit)
    reviewing.publish(db, review_id, actor=visit.actor, **values)
    told = [f"Warning: {on_page(message)}." for message in linting.obstacles(db, review_id)]
    return Done(" ".join(["Published.", *told]), _home(visit))


def mend_address(db: Database, visit: Visit, values: Values) -> Done:
    """Say where a published review stands now."""
    left = reviewing.mend_address(db, _review(db, visit), values["url"], actor=visit.actor)
    told = [
        f"Its correction, review {one.id}, still has the old address: change that when you publish it."
        for one in left
    ]
    return Done(" ".join(["Address saved.", *told]), _home(visit))


def correct(db: Database, visit: Visit, values: Values) -> Done:
    """Begin a correction of a published review."""
    fields = {name: value for name, value in _fields(db, values).items() if value is not None}
    review_id = reviewing.correct(db, _review(db, visit), note=values["note"], actor=visit.actor, **fields)
    message = "The correction is a draft: edit it, then submit it."
    return Done(message, _home(visit), data={"review_id": review_id})


_CONTENT = (
    Field("rating_id", "the number of the rating", Kind.INTEGER),
    Field("headline", "the headline of the published review"),
    Field("summary", "the verdict in a few sentences", Kind.TEXT),
    Field("url", "the web address where the review is or will be published"),
    Field("reviewed_on", "the date of the verdict, as YYYY-MM-DD"),
    Field("language", "the language it is written in, such as en"),
)
_OUT = (
    Field("url", "the web address of the review"),
    Field("reviewed_on", "the date of the verdict, as YYYY-MM-DD"),
)
_BACK = (
    Field("note", "what changed or why, for the public", Kind.TEXT),
    Field("withdrawn_on", "the date it was withdrawn, as YYYY-MM-DD; default: today"),
    DESK_VERSION,
)
_WHY = (Field("note", "what is to be changed, as a note on the claim", Kind.TEXT), DESK_VERSION)
_ADDRESS = (Field("url", "the current web address of the published review", required=True),)
_PUBLIC_NOTE = (Field("note", "what changed, for the public", Kind.TEXT, required=True),)

_REVIEW = "claim/{claim_id}/review/{review_id}"
_DRAFT, _SIGN = permissions.ANNOTATE, permissions.SIGN_OFF

DEEDS = (
    Deed("claim/{claim_id}/draft", "Start a review", _DRAFT, _CONTENT, draft, PAGE),
    Deed(f"{_REVIEW}/revise", "Edit a draft", _DRAFT, (*_CONTENT, DESK_VERSION), revise, PAGE, True),
    Deed(f"{_REVIEW}/submit", "Submit a draft for approval", _DRAFT, (),
         _step(reviewing.submit, "Submitted. Another person must approve it.", tells_rivals=True), PAGE),
    Deed(f"{_REVIEW}/give-up", "Withdraw your own draft", _DRAFT, (),
         _step(reviewing.give_up, "Withdrawn."), PAGE),
    Deed(f"{_REVIEW}/send-back", "Return a review to its drafter", _SIGN, _WHY,
         _step(reviewing.send_back, "Sent back."), PAGE, bare=True),
    Deed(f"{_REVIEW}/approve", "Approve someone else's review", _SIGN, (DESK_VERSION,),
         _step(reviewing.approve, "Approved.", tells_rivals=True), PAGE, bare=True),
    Deed(f"{_REVIEW}/publish", "Publish an approved review", _SIGN, _OUT, publish, PAGE),
    Deed(f"{_REVIEW}/address", "Change the web address of a published review", _SIGN, _ADDRESS, mend_address, PAGE),
    Deed(f"{_REVIEW}/withdraw", "Withdraw a review", _SIGN, _BACK,
         _step(reviewing.withdraw, "Withdrawn."), PAGE),
    Deed(f"{_REVIEW}/correct", "Start a correction of a published review", _SIGN,
         (*_PUBLIC_NOTE, *_CONTENT, DESK_VERSION), correct, PAGE),
)  # fmt: skip
