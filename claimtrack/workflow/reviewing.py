"""The verdict and its sign-off: draft, submit, approve, publish, correct, withdraw.

Each function is one step by one person; the database itself refuses the steps that the desk's rules
forbid, above all that one person both drafts and approves. The claim moves along with its review.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from claimtrack.core.errors import ClaimtrackError, InvalidValue, Refused
from claimtrack.core.model import ReviewStatus, Status
from claimtrack.core.text import clean_language, clean_line, clean_note, clean_url
from claimtrack.store import claims, publishers, ratings, reviews
from claimtrack.store.database import write_transaction
from claimtrack.workflow import editing, review_rules
from claimtrack.workflow.days import clean_past_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

    from claimtrack.store.reviews import ReviewRow


class Fields(TypedDict, total=False):
    """What a review says. Each is text, or None to leave it out.

    `rating` is a label; `scale` says of which scale where several have it. `url` is where the review
    stands or will stand, `reviewed_on` its ISO date, never one to come, `language` a code such as en.
    """

    rating: str | None
    scale: str | None
    headline: str | None
    summary: str | None
    url: str | None
    reviewed_on: str | None
    language: str | None


_NOT_STARTED = (Status.PROPOSED, Status.OPEN, Status.PARKED)


def draft(db: Database, claim_id: int, *, actor: str | None, **fields: Unpack[Fields]) -> int:
    """Begin our desk's review of a claim; its id. A claim that nobody had started is now being checked.

    All fields may come later. Raises NotFound, InvalidValue.
    """
    with write_transaction(db, actor):
        claim = claims.get(db, claim_id)
        (desk_id, _), told = _desk_and_columns(db, fields)
        review_id = reviews.add(db, claim_id, desk_id, drafted_by=actor, **told)
        if claim.status in _NOT_STARTED:
            _advance(db, claim_id, Status.CHECKING)
    return review_id


def revise(db: Database, review_id: int, *, actor: str | None, **fields: Unpack[Fields]) -> None:
    """Change a review that is not approved yet. A field that is not named stays; None or "" clears it.

    Raises NotFound, InvalidValue, Refused.
    """
    with write_transaction(db, actor):
        review = reviews.get(db, review_id)
        _ours(review)
        reviews.update(db, review_id, **_cleaned(db, fields, beside=review.rating_id))


def submit(db: Database, review_id: int, *, actor: str | None) -> None:
    """Hand a draft in for a second person; its claim is in review. Raises InvalidValue without a rating."""
    with write_transaction(db, actor):
        review = _ours(reviews.get(db, review_id))
        if review.rating_id is None:
            raise InvalidValue(f"review {review_id} has no rating yet: a second person needs one to agree to")
        reviews.set_status(db, review, ReviewStatus.SUBMITTED)
        _advance(db, review.claim_id, Status.IN_REVIEW)


def send_back(db: Database, review_id: int, *, actor: str | None) -> None:
    """Return a submitted or approved review to its drafter; the signature is void."""
    with write_transaction(db, actor):
        review = _ours(reviews.get(db, review_id))
        reviews.set_status(db, review, ReviewStatus.DRAFT)
        if claims.get(db, review.claim_id).status is Status.IN_REVIEW:
            claims.set_status(db, review.claim_id, Status.CHECKING)


def approve(db: Database, review_id: int, *, actor: str | None) -> None:
    """Agree to a submitted review, as another person than its drafter. Raises Refused, InvalidTransition."""
    with write_transaction(db, actor):
        review = _ours(reviews.get(db, review_id))
        if actor is None or review.drafted_by is None or actor.casefold() == review.drafted_by.casefold():
            raise Refused(
                f"review {review_id} was drafted by {review.drafted_by or 'nobody known'}: another person approves it"
            )
        reviews.set_status(db, review, ReviewStatus.APPROVED, approved_by=actor)


def publish(
    db: Database,
    review_id: int,
    *,
    url: str | None = None,
    reviewed_on: str | None = None,
    actor: str | None,
) -> None:
    """Say that an approved review is out, at its address since its date; its claim is published.

    What the claim says is kept with it, as it was signed: that is what the public reads. A correction takes the place of
    the review it corrects, which is withdrawn and kept. Raises
    InvalidValue without an address or a date, or with one to come, before the claim was made or before the verdict it
    corrects, InvalidTransition before the approval, Refused beside another standing verdict of ours on the claim.
    """
    with write_transaction(db, actor):
        named = _cleaned(db, {"url": url, "reviewed_on": reviewed_on})
        named = {name: value for name, value in named.items() if value}
        review = _ours(reviews.get(db, review_id))
        if review.status is ReviewStatus.APPROVED:
            review_rules.refuse_incomplete(review, named)
            review_rules.refuse_wrong_day(db, review, named.get("reviewed_on") or review.reviewed_on)
            review_rules.refuse_second_verdict(db, review)
        claim = claims.get(db, review.claim_id)
        # The database keeps it for whoever does not (reviews_keep_what_was_signed), as a second change in history.
        signed = {
            "claim_reviewed": claim.text,
            "claimant_reviewed": claim.claimant,
            "claimed_on_reviewed": claim.claimed_on,
        }
        reviews.set_status(db, review, ReviewStatus.PUBLISHED, **named, **signed)
        if review.corrects_id is not None:
            _retire(db, reviews.get(db, review.corrects_id))
        _advance(db, review.claim_id, Status.PUBLISHED)


def withdraw(
    db: Database,
    review_id: int,
    *,
    note: str | None = None,
    withdrawn_on: str | None = None,
    actor: str | None,
) -> None:
    """Take a review back; its verdict stays on record. One that was published needs a public note.

    `withdrawn_on` is the ISO date on which readers were told, left out the day on which it is entered. Raises
    InvalidValue without that note, or for a day to come or before that of the verdict. A claim that no published review of
    ours covers any more is being checked again; one that was mended for a correction now given up says again what was signed.
    """
    with write_transaction(db, actor):
        review = _ours(reviews.get(db, review_id))
        was_public = review.status is ReviewStatus.PUBLISHED
        text = clean_note(note or "")
        if was_public and not text:
            raise InvalidValue("a published review is withdrawn with a public note that says why")
        if text and review.correction_note:  # a correction taken back: the public keeps both notes
            text = f"{review.correction_note} — Withdrawn: {text}"
        told = {"correction_note": text, "withdrawn_on": review_rules.day_after(review, withdrawn_on)}
        named = {name: value for name, value in told.items() if value}
        reviews.set_status(db, review, ReviewStatus.WITHDRAWN, **named)
        if reviews.has_standing(db, review.claim_id):
            if review.corrects_id is not None:  # the correction is given up: what it would correct stands
                _take_back_words(db, reviews.get(db, review.corrects_id))
                _advance(db, review.claim_id, Status.PUBLISHED)
        elif was_public:
            _reopen(db, review.claim_id)


def correct(db: Database, review_id: int, *, note: str, actor: str | None, **fields: Unpack[Fields]) -> int:
    """Begin a correction of a published review: a new draft under the same sign-off; its id.

    While it is a draft the claim, too, may be mended; the public reads what was signed until the correction is published.

    `note` is public and says what changed. A field that is not named, or None, is taken over from the
    review, which stands until the correction is published; its date is not. Raises InvalidValue
    without a note or for a day before that review's, Refused where the review is not published, a correction of it
    is under way, or another verdict stands in the language it is to have.
    """
    note = clean_note(note)
    if not note:
        raise InvalidValue("a correction needs a public note that says what changed")
    with write_transaction(db, actor):
        old = review_rules.correctable(db, _ours(reviews.get(db, review_id)))
        kept = {name: getattr(old, name) for name in ("rating_id", "headline", "summary", "url", "language")}
        changed = {
            name: value
            for name, value in _cleaned(db, fields, beside=old.rating_id).items()
            if value is not None
        }
        review_rules.refuse_before_corrected(old, changed.get("reviewed_on"))
        review_rules.refuse_other_place(db, old, changed.get("language"))
        said = {"corrects_id": old.id, "correction_note": note, "drafted_by": actor}
        correction_id = reviews.add(db, old.claim_id, old.publisher_id, **kept | changed | said)
        _reopen(db, old.claim_id)
    return correction_id


# ── the parts of a step ─────────────────────────────────────────────────────────────────────────


_CHECKS: dict[str, Callable[[str], str]] = {
    "url": clean_url,
    "reviewed_on": clean_past_date,
    "headline": clean_line,
    "language": clean_language,
    "summary": partial(clean_note, what="summary"),
}


def _cleaned(db: Database, fields: Fields, *, beside: int | None = None) -> dict[str, Any]:
    """The fields as columns, each checked at the door; an empty text becomes NULL.

    A label of several scales is taken from the one that the rating `beside` is on.
    """
    row: dict[str, Any] = {}
    for name, value in fields.items():
        text = str(value or "").strip()
        if name == "rating":
            label, scale = clean_line(text), fields.get("scale")
            row["rating_id"] = ratings.find(db, label, scale=scale, beside=beside) if label else None
        elif name != "scale":
            row[name] = (_CHECKS[name](text) or None) if text else None
    return row


def _desk_and_columns(db: Database, fields: Fields) -> tuple[tuple[int, str], dict[str, Any]]:
    """Our desk, and the fields as columns. Raises InvalidValue that tells at once what either lacks."""
    try:
        known = publishers.named_desk(db)
    except InvalidValue as nameless:
        try:
            _cleaned(db, fields)
        except ClaimtrackError as error:
            raise InvalidValue(f"{nameless}; and {error}") from error
        raise
    return known, _cleaned(db, fields)


def _ours(review: ReviewRow) -> ReviewRow:
    if review.origin != "desk":
        raise Refused(f"review {review.id} is another publisher's: import it again to bring it up to date")
    return review


def _retire(db: Database, review: ReviewRow) -> None:
    """Withdraw what a correction replaces. Its public note is the correction's."""
    if review.status is ReviewStatus.PUBLISHED:
        reviews.set_status(db, review, ReviewStatus.WITHDRAWN)


def _take_back_words(db: Database, standing: ReviewRow) -> None:
    """Let the claim say again what was signed, where it was mended for a correction that is given up."""
    if standing.status is ReviewStatus.PUBLISHED and standing.claim_reviewed is not None:
        editing.restore(
            db,
            standing.claim_id,
            text=standing.claim_reviewed,
            claimant=standing.claimant_reviewed,
            claimed_on=standing.claimed_on_reviewed,
        )


def _advance(db: Database, claim_id: int, goal: Status) -> None:
    """Move a claim towards the goal as far as the desk's steps lead, the longest step first.

    Never back: a claim whose check is out already stays published beside a further review.
    """
    way = [Status.CHECKING, Status.IN_REVIEW, Status.PUBLISHED]
    way = way[: way.index(goal) + 1]
    status = claims.get(db, claim_id).status
    while status is not Status.PUBLISHED:
        ahead = way[way.index(status) + 1 :] if status in way else way
        steps = claims.next_statuses(db, status)
        step = next((one for one in reversed(ahead) if one in steps), None)
        if step is None:
            return
        claims.set_status(db, claim_id, step)
        status = step


def _reopen(db: Database, claim_id: int) -> None:
    if claims.get(db, claim_id).status is Status.PUBLISHED:
        claims.set_status(db, claim_id, Status.CHECKING)
