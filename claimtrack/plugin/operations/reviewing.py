"""The verdict and its sign-off: draft, revise, submit, send back, approve, publish, hold, release, withdraw, correct, update."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.core.model import ReviewStatus
from claimtrack.core.steps import put_back, take_down, withdrawn_while_held
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Kind, Values, sent_text
from claimtrack.plugin.operations import about
from claimtrack.plugin.pages.claim import PAGE
from claimtrack.plugin.visit import Operation, Result, Visit
from claimtrack.plugin.wording import page_text
from claimtrack.store.reviews import ratings, reviews
from claimtrack.workflow.days import describe_time, local_time
from claimtrack.workflow.reviews import beginning, holding, linting, reviewing, rules, timing

if TYPE_CHECKING:
    from sqlite_utils import Database


def _reviews_section(visit: Visit) -> str:
    return f"{visit.claim_page}#reviews"


def _find_review(db: Database, visit: Visit) -> int:
    """The id of the review in the address. Raises NotFound if it is not a review of this claim."""
    review = reviews.get(db, visit.ids["review_id"])
    if review.claim_id != visit.ids["claim_id"]:
        raise NotFound(f"claim {visit.ids['claim_id']} has no review {review.id}")
    return review.id


def _review_fields(db: Database, values: Values) -> dict[str, Any]:
    """The fields of a review; the form identifies a rating by id, since scales may share labels."""
    fields = {name: value for name, value in values.items() if name not in ("rating_id", "note")}
    return fields | find_rating(db, values)


def _with_time(db: Database, review_id: int, values: Values) -> Values:
    """The values, with the very time of the review if that is what they have in the words of the form, which have no offset."""
    moment, given = reviews.get(db, review_id).not_before, values.get("not_before")
    is_same = moment and given and given.replace("T", " ") == local_time(moment)
    return {**values, "not_before": moment} if is_same else values


def find_rating(db: Database, values: Values) -> dict[str, Any]:
    """The label and the scale of the rating whose id the form contains. Raises NotFound."""
    if "rating_id" not in values:
        return {}
    if values["rating_id"] is None:
        return {"rating": None}
    known = {choice["id"]: choice for choice in ratings.choices(db)}
    choice = known.get(values["rating_id"])
    if choice is None:
        raise NotFound(f"there is no rating {values['rating_id']}, or it can no longer be given")
    return {"rating": choice["name"], "scale": choice["scale"]}


def draft(db: Database, visit: Visit, values: Values) -> Result:
    """Start a review. Raises InvalidValue for a form that was sent empty: it would move the claim to checking."""
    if not (visit.as_json or any(str(value or "").strip() for value in values.values())):
        raise InvalidValue("nothing is filled in: choose a rating, or write a headline or a summary")
    begun = beginning.begin(db, visit.ids["claim_id"], actor=visit.actor, **_review_fields(db, values))
    review_id = begun.review_id
    told = ["Draft saved."]
    if begun.assignee:
        told.append(f"The claim is assigned to {'you' if visit.is_by(begun.assignee) else begun.assignee}.")
    message = " ".join([*told, *_describe_rivals(db, visit, review_id)])
    warnings = (begun.warning, *linting.early_warnings(db, review_id))
    return Result(message, _reviews_section(visit), data={"review_id": review_id}, warnings=warnings)


def _describe_rivals(db: Database, visit: Visit, review_id: int) -> list[str]:
    """A sentence for each other verdict on the claim, of which only one can be public."""
    who = "" if permissions.SIGN_OFF in visit.may else "ask an editor to "
    review = reviews.get(db, review_id)
    return [
        f"{linting.describe_rival(one)}: to change its verdict, {who}correct or update that one"
        f"{page_text(rules.suggest_translation(review, one))}."
        if one.status is ReviewStatus.PUBLISHED
        else f"{linting.describe_rival(one)}: only one of them can be published, so withdraw the other."
        for one in linting.rivals(db, review_id)
    ]


def revise(db: Database, visit: Visit, values: Values) -> Result:
    """Change a draft."""
    review_id = _find_review(db, visit)
    fields = _review_fields(db, _with_time(db, review_id, values))
    reviewing.revise(db, review_id, note=sent_text(values, "note"), actor=visit.actor, **fields)
    return Result("Review saved.", _reviews_section(visit))


def _review_step(
    function: Callable[..., object], message: str, *, warns: bool = False
) -> Callable[[Database, Visit, Values], Result]:
    """An operation that calls `function` with the review and the form's values as its keyword arguments.

    With `warns`, for a step towards publication, the result also names retracted sources and other verdicts on the claim.
    """

    def run(db: Database, visit: Visit, values: Values) -> Result:
        review_id = _find_review(db, visit)
        function(db, review_id, actor=visit.actor, **values)
        if not warns:
            return Result(message, _reviews_section(visit))
        told = " ".join([message, *_describe_rivals(db, visit, review_id)])
        return Result(told, _reviews_section(visit), warnings=linting.early_warnings(db, review_id))

    return run


def publish(db: Database, visit: Visit, values: Values) -> Result:
    """Record that an approved review is published, and report what lint finds."""
    review_id = _find_review(db, visit)
    due = reviewing.publish(db, review_id, actor=visit.actor, **values)
    message, warnings = f"Published{due.of_published()}.", linting.obstacles(db, review_id)
    return Result(message, _reviews_section(visit), warnings=warnings)


def set_not_before(db: Database, visit: Visit, values: Values) -> Result:
    """Change the time before which nobody publishes a review."""
    review_id = _find_review(db, visit)
    moment = timing.set_not_before(db, review_id, actor=visit.actor, **_with_time(db, review_id, values))
    message = (
        f"Nobody publishes it before {describe_time(moment)}."
        if moment
        else "It can be published at any time."
    )
    return Result(message, _reviews_section(visit))


def hold(db: Database, visit: Visit, values: Values) -> Result:
    """Take a published review off what readers get, and say where they still have it."""
    held = holding.hold(db, _find_review(db, visit), actor=visit.actor, **values)
    further = []
    if new := held.replacement:
        further.append(
            f" Review {new.id}, its {new.replacement}, is approved: once it is published, readers get that. Send it back if they must not."
        )
    further += [
        f" Readers still get review {one.id}: hold that, too, if they must not." for one in held.others
    ]
    return Result(
        page_text("Held. " + take_down(held.review.url) + ".") + "".join(further), _reviews_section(visit)
    )


def release(db: Database, visit: Visit, values: Values) -> Result:
    """Give a held review back to readers."""
    holding.release(db, _find_review(db, visit), actor=visit.actor, **values)
    return Result(page_text("No longer held. " + put_back() + "."), _reviews_section(visit))


def withdraw(db: Database, visit: Visit, values: Values) -> Result:
    """Withdraw a review, and say where readers still have it."""
    review = reviews.get(db, _find_review(db, visit))
    reviewing.withdraw(db, review.id, actor=visit.actor, **values)
    left = withdrawn_while_held() if review.held_on else take_down(review.url)
    told = "Withdrawn. " + left + "." if review.is_ours_in_public else "Withdrawn."
    return Result(page_text(told), _reviews_section(visit))


def change_address(db: Database, visit: Visit, values: Values) -> Result:
    """Change the web address of a published review."""
    review_id = _find_review(db, visit)
    left = reviewing.mend_address(db, review_id, **values, actor=visit.actor)
    told = [
        "Address saved.",
        *(
            f"Its {one.replacement}, review {one.id}, still has the old address: change that when you publish it."
            for one in left
        ),
    ]
    return Result(" ".join(told), _reviews_section(visit), warnings=linting.address_warnings(db, review_id))


def correct(db: Database, visit: Visit, values: Values, *, is_update: bool = False) -> Result:
    """Start a correction of a published review, or an update."""
    fields = _review_fields(db, values)  # those left empty are copied from the review
    review_id = reviewing.correct(
        db, _find_review(db, visit), note=values["note"], is_update=is_update, actor=visit.actor, **fields
    )
    message = f"The {'update' if is_update else 'correction'} is a draft: edit it, then submit it."
    return Result(message, _reviews_section(visit), data={"review_id": review_id})


_NOT_BEFORE = Field(
    "not_before",
    "the time before which nobody publishes it, as in 2024-05-03T18:00; without an offset, the time where the desk runs",
)
_CONTENT = (
    Field("rating_id", "the number of the rating", Kind.INTEGER),
    Field("headline", "the headline of the published review"),
    Field("summary", "the verdict in a few sentences", Kind.TEXT),
    Field("url", "the web address where the review is or will be published"),
    Field("reviewed_on", "the date of the verdict, as YYYY-MM-DD"),
    Field("language", "the language it is written in, such as en"),
    _NOT_BEFORE,
)
_PUBLISH = (
    Field("url", "the web address of the review"),
    Field("reviewed_on", "the date of the verdict, as YYYY-MM-DD"),
    Field(
        "look_again",
        "the day on which the claim is due again, as YYYY-MM-DD; without it, a correction or update leaves a day after its own",
    ),
)
_WITHDRAW = (
    Field("note", "what changed or why, for the public", Kind.TEXT),
    Field("withdrawn_on", "the date it was withdrawn, as YYYY-MM-DD; default: today"),
)
_HOLD = (Field("note", "why, as a note on the claim, which readers never see", Kind.TEXT),)
_SEND_BACK = (Field("note", "what is to be changed, as a note on the claim", Kind.TEXT),)
_ADDRESS = (Field("url", "the current web address of the published review", required=True),)
_PUBLIC_NOTE = (Field("note", "what changed, for the public", Kind.TEXT, required=True),)

_REPLACEMENT = (
    Field("note", "the public note of a correction or update", Kind.TEXT),
    Field("is_update", "whether a correction is to be an update, or an update to stay one", Kind.FLAG),
)

_REVIEW = "claim/{claim_id}/review/{review_id}"
_DRAFT, _SIGN = permissions.ANNOTATE, permissions.SIGN_OFF

OPERATIONS = (
    Operation("claim/{claim_id}/draft", "Start a review", _DRAFT, _CONTENT, draft, PAGE, about=None),
    Operation(f"{_REVIEW}/revise", "Edit a draft", _DRAFT, (*_CONTENT, *_REPLACEMENT), revise, PAGE,
         about=about.draft, changes=True),
    Operation(f"{_REVIEW}/submit", "Submit a draft for approval", _DRAFT, (),
         _review_step(reviewing.submit, "Submitted. Another person must approve it.", warns=True), PAGE, about=about.verdict),
    Operation(f"{_REVIEW}/give-up", "Withdraw your own draft", _DRAFT, (),
         _review_step(reviewing.give_up, "Withdrawn."), PAGE, about=about.verdict),
    Operation(f"{_REVIEW}/send-back", "Return a review to its drafter", _SIGN, _SEND_BACK,
         _review_step(reviewing.send_back, "Sent back."), PAGE, about=about.verdict, bare=True),
    Operation(f"{_REVIEW}/approve", "Approve someone else's review", _SIGN, (),
         _review_step(reviewing.approve, "Approved.", warns=True), PAGE, about=about.signature),
    Operation(f"{_REVIEW}/not-before", "Change the time before which nobody publishes a review", _SIGN,
         (_NOT_BEFORE,), set_not_before, PAGE, about=about.draft),
    Operation(f"{_REVIEW}/publish", "Publish an approved review", _SIGN, _PUBLISH, publish, PAGE, about=about.verdict),
    Operation(f"{_REVIEW}/address", "Change the web address of a published review", _SIGN, _ADDRESS, change_address, PAGE,
         about=about.review_address),
    Operation(f"{_REVIEW}/hold", "Take a published review off what readers get", _SIGN, _HOLD, hold, PAGE, about=None),
    Operation(f"{_REVIEW}/release", "Give a held review back to readers", _SIGN, _HOLD, release, PAGE, about=about.hold),
    Operation(f"{_REVIEW}/withdraw", "Withdraw a review", _SIGN, _WITHDRAW, withdraw, PAGE, about=about.verdict),
    Operation(f"{_REVIEW}/correct", "Start a correction of a published review, which was wrong", _SIGN,
         (*_PUBLIC_NOTE, *_CONTENT), correct, PAGE, about=about.verdict),
    Operation(f"{_REVIEW}/update", "Start an update of a published review, which was right when it was given", _SIGN,
         (*_PUBLIC_NOTE, *_CONTENT), partial(correct, is_update=True), PAGE, about=about.verdict),
)  # fmt: skip
