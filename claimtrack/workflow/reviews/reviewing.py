"""The verdict and its sign-off: draft, submit, approve, publish, change the address, correct or update, withdraw.

Each function is one step by one person; the database itself refuses steps that the desk's rules forbid, above all that one person both
drafts and approves. The claim's status follows its review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from sqlite_utils import Database

from claimtrack.core.desk.actors import is_same_actor
from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.model import NoteStep, ReviewStatus, Status
from claimtrack.core.steps import by_command, terminal_only
from claimtrack.core.texts.cleaning import clean_date, clean_note, clean_url
from claimtrack.store import claims, notes
from claimtrack.store.file.database import write_transaction
from claimtrack.store.reviews import reviews, signed
from claimtrack.workflow import editing
from claimtrack.workflow.desk import Due
from claimtrack.workflow.reviews import claim_status, dating, rules
from claimtrack.workflow.reviews.fields import Fields, cleaned, desk_and_columns

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimtrack.store.reviews.reviews import ReviewRow

_NOT_STARTED = (Status.PROPOSED, Status.OPEN, Status.PARKED)


def draft(db: Database, claim_id: int, *, actor: str | None, **fields: Unpack[Fields]) -> int:
    """Begin our desk's review of a claim; return its id. An open claim is now being checked.

    All fields may be filled in later. The same draft, sent twice within minutes, is created once. Raises NotFound, InvalidValue.
    """
    with write_transaction(db, actor):
        claim = claims.get(db, claim_id)
        ours, told = desk_and_columns(db, fields)
        dating.refuse_past_time(told.get("not_before"))
        review_id = reviews.draft(db, claim_id, ours.id, drafted_by=actor, **told)
        if claim.status in _NOT_STARTED:
            claim_status.advance(db, claim_id, Status.CHECKING)
    return review_id


def revise(
    db: Database,
    review_id: int,
    *,
    note: str | None = None,
    is_update: bool | None = None,
    actor: str | None,
    **fields: Unpack[Fields],
) -> None:
    """Change a review that is not approved yet. A field that is not given stays; None or "" clears it.

    The public `note` of a correction or update cannot be cleared; `is_update` makes one of the two the other. Raises NotFound,
    InvalidValue, Refused.
    """
    with write_transaction(db, actor):
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_signed(db, review)
        replaced = rules.replacement_columns(review, note, is_update)
        columns = replaced | cleaned(db, fields, beside=review.rating_id)
        dating.refuse_past_time(columns.get("not_before"), review.not_before)
        reviews.update(db, review_id, **columns)


def submit(db: Database, review_id: int, *, actor: str | None) -> None:
    """Submit a draft for approval by a second person; its claim is now in review. Raises InvalidValue without a rating."""
    with write_transaction(db, actor):
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_taken_back(db, review)
        if review.rating_id is None:
            raise InvalidValue(
                f"review {review_id} has no rating yet: give one first"
                + by_command(f"review edit {review_id} --rating RATING")
                + ", for a second person to approve"
            )
        reviews.set_status(db, review, ReviewStatus.SUBMITTED)
        claim_status.advance(db, review.claim_id, Status.IN_REVIEW)


def send_back(db: Database, review_id: int, *, note: str | None = None, actor: str | None) -> None:
    """Return a submitted or approved review to its drafter, or reopen one that was given up; an approval is void.

    `note`, what to change, is added to the claim. Raises InvalidValue, Refused for a review that readers saw.
    """
    with write_transaction(db, actor):
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_taken_back(db, review)
        reviews.set_status(db, review, ReviewStatus.DRAFT)
        notes.add_to_review(db, review.claim_id, review_id, NoteStep.SEND_BACK, note, author=actor)
        if claims.get(db, review.claim_id).status is Status.IN_REVIEW:
            claims.set_status(db, review.claim_id, Status.CHECKING)


def approve(db: Database, review_id: int, *, actor: str | None) -> None:
    """Approve a submitted review, as another person than its drafter. Raises Refused, InvalidTransition."""
    with write_transaction(db, actor):
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_taken_back(db, review)
        if None in (actor, review.drafted_by) or is_same_actor(review.drafted_by, actor):
            raise Refused(
                f"review {review_id} was drafted by {rules.drafter(review)}: someone else must approve it"
            )
        reviews.set_status(db, review, ReviewStatus.APPROVED, approved_by=actor)


def publish(
    db: Database,
    review_id: int,
    *,
    url: str | None = None,
    reviewed_on: str | None = None,
    look_again: str | None = None,
    today: str | None = None,
    beside: Collection[int] = (),
    actor: str | None,
) -> Due:
    """Record that an approved review was published, with its address and date; its claim is published. Return when it was due, and is.

    The claim's statement is stored with the review as it was signed: that is what the public reads. A correction or update replaces an
    earlier review, which the database withdraws and keeps. The claim is due again on the day `look_again`, an ISO date; without one, on the
    day given with the earlier review, if that is after the new one's. `today` is the ISO date where the caller is, if that is known: a
    review dated later is refused, because readers would get it early. Reviews `beside` it were published in the same step, of which nothing
    stays if this one is refused.

    Raises InvalidValue without an address or a date, or for a date in the future, before the claim was made or before the replaced verdict,
    InvalidTransition before the approval, Refused before the time `not_before` of the review, and if another published verdict of ours is on
    the claim or at the address, or one with another rating on a claim judged the same.
    """
    due_on = clean_date(look_again) if look_again and look_again.strip() else None
    with write_transaction(db, actor):
        named = cleaned(db, {"url": url, "reviewed_on": reviewed_on})
        named = {name: value for name, value in named.items() if value}
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_taken_back(db, review)
        day = named.get("reviewed_on") or review.reviewed_on
        if review.status is ReviewStatus.APPROVED:
            _refuse_unready(db, review, named, day, today, beside)
        claim = claims.get(db, review.claim_id)
        # Else the trigger reviews_keep_what_was_signed does it, as a second change in history.
        signed = {
            "claim_reviewed": claim.text,
            "claimant_reviewed": claim.claimant,
            "claimed_on_reviewed": claim.claimed_on,
        }
        # There is one if this is the verdict in a second language.
        has_verdict = claim.status is Status.PUBLISHED or reviews.has_published(db, review.claim_id)
        reviews.set_status(db, review, ReviewStatus.PUBLISHED, **named, **signed)
        is_ahead = (claim.due_on or "") > (day or "")
        if due_on is None and (has_verdict if review.corrects_id is None else is_ahead):
            due_on = claim.due_on
        claim_status.advance(db, review.claim_id, Status.PUBLISHED, due_on=due_on)
        claims.update(db, review.claim_id, due_on=due_on)
    return Due(claim.due_on, due_on)


def withdraw(
    db: Database,
    review_id: int,
    *,
    note: str | None = None,
    withdrawn_on: str | None = None,
    actor: str | None,
) -> list[str]:
    """Withdraw a review; its verdict stays on record. A published one needs a public note.

    Another publisher's review is marked as withdrawn by them, which an import cannot detect. `withdrawn_on` is the ISO date on which
    readers were informed, by default today. A claim without another published review of ours is being checked again. If the review is a
    correction or update and a verdict of ours stays, the claim gets its signed words back, unless another correction or update is in
    progress; other changes, such as its links, stay and are returned in the words of `signed.changed_since`. Raises InvalidValue without
    the note, or for a day in the future or before the verdict.
    """
    with write_transaction(db, actor):
        review = reviews.get(db, review_id)
        rules.refuse_taken_back(db, review)
        was_public = review.status is ReviewStatus.PUBLISHED
        text = clean_note(note or "")
        if was_public and not text:
            what = "a public note" if review.origin == "desk" else "a note"
            how = terminal_only(" (", "--note", ")")
            raise InvalidValue(f"withdrawing a published review needs {what}" + how + " that says why")
        if text and review.correction_note:  # a withdrawn correction or update: the public sees both notes
            text = f"{review.correction_note} — Withdrawn: {text}"
        noted = {"correction_note": text} if text else {}
        day = dating.check_day(review, withdrawn_on)
        reviews.set_status(db, review, ReviewStatus.WITHDRAWN, withdrawn_on=day, **noted)
        if reviews.has_published(db, review.claim_id):
            if review.corrects_id is not None and restore_words(db, review.claim_id):
                due_on = claims.get(db, review.claim_id).due_on
                claim_status.advance(db, review.claim_id, Status.PUBLISHED, due_on=due_on)
                return signed.changed_since(db, review.claim_id).get(review.corrects_id, [])
        elif was_public:
            claim_status.reopen(db, review.claim_id)
        return []


def restore_words(db: Database, claim_id: int) -> bool:
    """Give a claim the words that its verdict was signed with, unless a correction or update is in progress; return whether none is."""
    # One in another language may be: the claim has the words of both.
    if any(other.corrects_id is not None for other in reviews.unpublished_reviews(db, claim_id)):
        return False
    if words := signed.words_to_restore(db, claim_id):
        editing.restore(db, claim_id, **words)
    return True


def give_up(db: Database, review_id: int, *, actor: str | None) -> None:
    """Withdraw one's own unsigned review. Raises Refused for any other."""
    with write_transaction(db, actor):
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_other_drafter(review, actor)
        withdraw(db, review_id, actor=actor)


def mend_address(db: Database, review_id: int, url: str, *, actor: str | None) -> list[ReviewRow]:
    """Change the address of a published review, because it was recorded wrongly or the page has moved.

    Another person than its drafter does so; history keeps both addresses and the name. Returns the corrections and updates in progress
    that still have the former address. Raises InvalidValue if it is no address, Refused for a review that is not published, for its drafter or
    nobody, and for the address of another verdict of ours.
    """
    with write_transaction(db, actor):
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_unmendable(review, actor)
        address = clean_url(url)
        rules.refuse_shared_address(db, review, address)
        reviews.move(db, review, address)
        return [one for one in reviews.replacements_of(db, review_id) if one.url == review.url != address]


def correct(
    db: Database,
    review_id: int,
    *,
    note: str,
    is_update: bool = False,
    actor: str | None,
    **fields: Unpack[Fields],
) -> int:
    """Begin a correction of a published review, or an update: a new draft with the same sign-off; return its id.

    A correction says that the verdict was wrong, an update that it was right and the world has changed since. While it is a draft, the
    claim may be changed, too; the public sees what was signed until the draft is published.

    `note` is public and says what changed. Fields that are not given, or None, are copied from the review, except its date and time. Raises
    InvalidValue without a note or for a day before that review's, Refused if the review is not published, a correction or update of it is
    in progress, or another verdict has its language.
    """
    note = rules.require_public_note(note, is_update=is_update)
    with write_transaction(db, actor):
        old = rules.require_replaceable(db, rules.require_ours(reviews.get(db, review_id)))
        kept = {name: getattr(old, name) for name in ("rating_id", "headline", "summary", "url", "language")}
        changed = {
            name: value
            for name, value in cleaned(db, fields, beside=old.rating_id).items()
            if value is not None
        }
        dating.refuse_past_time(changed.get("not_before"))
        dating.refuse_before_replaced(old, changed.get("reviewed_on"))
        rules.refuse_taken_language(db, old, changed.get("language"))
        told = kept | changed | {"corrects_id": old.id, "correction_note": note, "is_update": int(is_update)}
        replacement_id = reviews.add(db, old.claim_id, old.publisher_id, drafted_by=actor, **told)
        claim_status.reopen(db, old.claim_id)
    return replacement_id


def _refuse_unready(
    db: Database,
    review: ReviewRow,
    named: dict[str, str],
    day: str | None,
    today: str | None,
    beside: Collection[int],
) -> None:
    dating.refuse_early(db, review, day, today)
    rules.refuse_incomplete(review, named)
    dating.refuse_wrong_day(db, review, day)
    rules.refuse_second_verdict(db, review, beside)
    rules.refuse_contradiction(db, review, beside)
    rules.refuse_shared_address(db, review, named.get("url") or review.url)
