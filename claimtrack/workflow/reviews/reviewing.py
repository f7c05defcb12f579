"""The verdict and its sign-off: draft, submit, approve, publish, mend the address, correct, withdraw.

Each function is one step by one person; the database itself refuses the steps that the desk's rules
forbid, above all that one person both drafts and approves. The claim moves along with its review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from claimtrack.core.desk.actors import same_actor
from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.model import STEPS_OF_A_CHECK, ReviewStatus, Status
from claimtrack.core.steps import in_terminal
from claimtrack.core.texts.cleaning import clean_note, clean_url
from claimtrack.store import claims, notes
from claimtrack.store.file.database import write_transaction
from claimtrack.store.reviews import reviews, signed
from claimtrack.store.statuses import next_statuses
from claimtrack.workflow import concurrent_edits, editing
from claimtrack.workflow.reviews import rules
from claimtrack.workflow.reviews.fields import Fields, cleaned, desk_and_columns

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.store.reviews.reviews import ReviewRow

_LOOK = "Read the claim and its review again before you go on"
_NOT_STARTED = (Status.PROPOSED, Status.OPEN, Status.PARKED)


def draft(db: Database, claim_id: int, *, actor: str | None, **fields: Unpack[Fields]) -> int:
    """Begin our desk's review of a claim; its id. A claim that nobody had started is now being checked.

    All fields may come later. The same draft, sent twice within minutes, is begun once. Raises NotFound, InvalidValue.
    """
    with write_transaction(db, actor):
        claim = claims.get(db, claim_id)
        ours, told = desk_and_columns(db, fields)
        review_id = reviews.draft(db, claim_id, ours.id, drafted_by=actor, **told)
        if claim.status in _NOT_STARTED:
            _advance(db, claim_id, Status.CHECKING)
    return review_id


def revise(
    db: Database, review_id: int, *, version: int | None = None, actor: str | None, **fields: Unpack[Fields]
) -> None:
    """Change a review that is not approved yet. A field that is not named stays; None or "" clears it.

    Raises NotFound, InvalidValue, Refused, and ChangedMeanwhile when it was changed after that `version` of the desk.
    """
    with write_transaction(db, actor):
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_signed(db, review)
        concurrent_edits.check(db, "reviews", review_id, version)
        reviews.update(db, review_id, **cleaned(db, fields, beside=review.rating_id))


def submit(db: Database, review_id: int, *, actor: str | None) -> None:
    """Hand a draft in for a second person; its claim is in review. Raises InvalidValue without a rating."""
    with write_transaction(db, actor):
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_taken_back(db, review)
        if review.rating_id is None:
            raise InvalidValue(
                f"review {review_id} has no rating yet: give one first, for a second person to approve"
            )
        reviews.set_status(db, review, ReviewStatus.SUBMITTED)
        _advance(db, review.claim_id, Status.IN_REVIEW)


def send_back(
    db: Database, review_id: int, *, note: str | None = None, version: int | None = None, actor: str | None
) -> None:
    """Return a submitted or approved review to its drafter, or take up one that was given up; the signature is void.

    What is to be changed is a note on the claim. Raises Refused for one that readers had, InvalidValue, and ChangedMeanwhile as
    `approve` does.
    """
    with write_transaction(db, actor):
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_taken_back(db, review)
        _refuse_unseen(db, review, version)
        reviews.set_status(db, review, ReviewStatus.DRAFT)
        if words := clean_note(note or ""):
            body = clean_note(f"Review {review_id} sent back: {words}")
            notes.add(db, review.claim_id, body, author=actor)
        if claims.get(db, review.claim_id).status is Status.IN_REVIEW:
            claims.set_status(db, review.claim_id, Status.CHECKING)


def approve(db: Database, review_id: int, *, version: int | None = None, actor: str | None) -> None:
    """Agree to a submitted review, as another person than its drafter.

    Raises Refused, InvalidTransition, and ChangedMeanwhile when it, or what its claim says, is another than in that `version` of the
    desk: nobody signs what they have not seen.
    """
    with write_transaction(db, actor):
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_taken_back(db, review)
        _refuse_unseen(db, review, version)
        if None in (actor, review.drafted_by) or same_actor(review.drafted_by, actor):
            raise Refused(
                f"review {review_id} was drafted by {review.drafted_by or 'nobody known'}: someone else must approve it"
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
    the review it corrects, which the database withdraws and keeps. Raises
    InvalidValue without an address or a date, or with one to come, before the claim was made or before the verdict it
    corrects, InvalidTransition before the approval, Refused beside another standing verdict of ours on the claim or
    at the address.
    """
    with write_transaction(db, actor):
        named = cleaned(db, {"url": url, "reviewed_on": reviewed_on})
        named = {name: value for name, value in named.items() if value}
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_taken_back(db, review)
        if review.status is ReviewStatus.APPROVED:
            rules.refuse_incomplete(review, named)
            rules.refuse_wrong_day(db, review, named.get("reviewed_on") or review.reviewed_on)
            rules.refuse_second_verdict(db, review)
            rules.refuse_shared_address(db, review, named.get("url") or review.url)
        claim = claims.get(db, review.claim_id)
        # The database keeps it for whoever does not (reviews_keep_what_was_signed), as a second change in history.
        signed = {
            "claim_reviewed": claim.text,
            "claimant_reviewed": claim.claimant,
            "claimed_on_reviewed": claim.claimed_on,
        }
        reviews.set_status(db, review, ReviewStatus.PUBLISHED, **named, **signed)
        _advance(db, review.claim_id, Status.PUBLISHED)


def withdraw(
    db: Database,
    review_id: int,
    *,
    note: str | None = None,
    withdrawn_on: str | None = None,
    version: int | None = None,
    actor: str | None,
) -> list[str]:
    """Take a review back; its verdict stays on record. One that was published needs a public note.

    Another publisher's is marked as withdrawn there: an import cannot tell. `withdrawn_on` is the ISO date on which readers were
    told; left out, it is the day on which it is entered. A claim that no published review of ours covers any more is being checked
    again; one that was mended for a correction now given up says again what was signed. What else was changed for that, such as
    its links, stays: this is returned, as `signed.changed_since` tells it. Raises InvalidValue without that note, or for a day to
    come or before that of the verdict, and ChangedMeanwhile as `approve` does.
    """
    with write_transaction(db, actor):
        review = reviews.get(db, review_id)
        rules.refuse_taken_back(db, review)
        _refuse_unseen(db, review, version)
        was_public = review.status is ReviewStatus.PUBLISHED
        text = clean_note(note or "")
        if was_public and not text:
            what = "a public note" if review.origin == "desk" else "a note" + in_terminal(" (", "--note", ")")
            raise InvalidValue("withdrawing a published review needs " + what + " that says why")
        if text and review.correction_note:  # a correction taken back: the public keeps both notes
            text = f"{review.correction_note} — Withdrawn: {text}"
        noted = {"correction_note": text} if text else {}
        day = rules.check_day(review, withdrawn_on)
        reviews.set_status(db, review, ReviewStatus.WITHDRAWN, withdrawn_on=day, **noted)
        if reviews.has_standing(db, review.claim_id):
            if review.corrects_id is not None:  # the correction is given up: what it would correct stands
                _take_back_words(db, reviews.get(db, review.corrects_id))
                _advance(db, review.claim_id, Status.PUBLISHED)
                return signed.changed_since(db, review.claim_id).get(review.corrects_id, [])
        elif was_public:
            _reopen(db, review.claim_id)
        return []


def give_up(db: Database, review_id: int, *, actor: str | None) -> None:
    """Withdraw one's own review that nobody has signed yet. Raises Refused for any other."""
    with write_transaction(db, actor):
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_other_drafter(review, actor)
        withdraw(db, review_id, actor=actor)


def mend_address(db: Database, review_id: int, url: str, *, actor: str | None) -> list[ReviewRow]:
    """Say where a published review stands now: it went online elsewhere than was told, or moved since.

    Another person than its drafter does so; history keeps both addresses and the name. Returns the corrections under way that
    still have the former address. Raises InvalidValue for what is no address, Refused for a review that is not published,
    its drafter, nobody, and an address at which another verdict of ours stands.
    """
    with write_transaction(db, actor):
        review = rules.require_ours(reviews.get(db, review_id))
        rules.refuse_unmendable(review, actor)
        address = clean_url(url)
        rules.refuse_shared_address(db, review, address)
        reviews.update(db, review_id, url=address)
        return [one for one in reviews.corrections_of(db, review_id) if one.url == review.url != address]


def correct(
    db: Database,
    review_id: int,
    *,
    note: str,
    version: int | None = None,
    actor: str | None,
    **fields: Unpack[Fields],
) -> int:
    """Begin a correction of a published review: a new draft under the same sign-off; its id.

    While it is a draft the claim, too, may be mended; the public reads what was signed until the correction is published.

    `note` is public and says what changed. A field that is not named, or None, is taken over from the
    review, which stands until the correction is published; its date is not. Raises InvalidValue
    without a note or for a day before that review's, Refused where the review is not published, a correction of it
    is under way, or another verdict stands in the language it is to have, and ChangedMeanwhile as `approve` does.
    """
    note = clean_note(note)
    if not note:
        raise InvalidValue("a correction needs a public note that says what changed")
    with write_transaction(db, actor):
        old = rules.require_correctable(db, rules.require_ours(reviews.get(db, review_id)))
        _refuse_unseen(db, old, version)
        kept = {name: getattr(old, name) for name in ("rating_id", "headline", "summary", "url", "language")}
        changed = {
            name: value
            for name, value in cleaned(db, fields, beside=old.rating_id).items()
            if value is not None
        }
        rules.refuse_before_corrected(old, changed.get("reviewed_on"))
        rules.refuse_taken_language(db, old, changed.get("language"))
        said = {"corrects_id": old.id, "correction_note": note, "drafted_by": actor}
        correction_id = reviews.add(db, old.claim_id, old.publisher_id, **kept | changed | said)
        _reopen(db, old.claim_id)
    return correction_id


# ── the parts of a step ─────────────────────────────────────────────────────────────────────────


def _refuse_unseen(db: Database, review: ReviewRow, version: int | None) -> None:
    """Raise ChangedMeanwhile when the review, or what its claim says, is another than in that version of the desk."""
    concurrent_edits.check(db, "reviews", review.id, version, then=_LOOK)
    said = ("text", "claimant_id", "claimed_on")
    concurrent_edits.check(db, "claims", review.claim_id, version, columns=said, then=_LOOK)


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
    way = STEPS_OF_A_CHECK[: STEPS_OF_A_CHECK.index(goal) + 1]
    status = claims.get(db, claim_id).status
    while status is not Status.PUBLISHED:
        ahead = way[way.index(status) + 1 :] if status in way else way
        steps = next_statuses(db, status)
        step = next((one for one in reversed(ahead) if one in steps), None)
        if step is None:
            return
        claims.set_status(db, claim_id, step)
        status = step


def _reopen(db: Database, claim_id: int) -> None:
    if claims.get(db, claim_id).status is Status.PUBLISHED:
        claims.set_status(db, claim_id, Status.CHECKING)
