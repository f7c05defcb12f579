"""The conditions for the steps of a review: each refusal names the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.desk.actors import is_same_actor
from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.model import Judgement, ReviewStatus
from claimtrack.core.steps import Worded, by_command, judge_again_step, terminal_only
from claimtrack.core.texts.cleaning import clean_note
from claimtrack.core.texts.printable import shell_command
from claimtrack.store import clusters
from claimtrack.store.reviews import publishers, reviews

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimtrack.store.reviews.reviews import ReviewRow


def require_ours(review: ReviewRow) -> ReviewRow:
    """The review itself, if it is our desk's own. Raises Refused if not."""
    if review.origin != "desk":
        raise Refused(
            f"review {review.id} is by another publisher: import it again to update it, or mark it as withdrawn there"
            + by_command(f"review withdraw {review.id} --note WHY")
        )
    return review


def drafter(review: ReviewRow) -> str:
    """Who drafted a review, for a message."""
    return review.drafted_by or "someone unknown"


def require_replaceable(db: Database, review: ReviewRow) -> ReviewRow:
    """The review itself, if a correction or update of it may begin. Raises Refused if not."""
    if review.status is not ReviewStatus.PUBLISHED:
        refuse_taken_back(db, review)
        command = "edit" if review.status in (ReviewStatus.DRAFT, ReviewStatus.SUBMITTED) else "return"
        raise Refused(
            f"review {review.id} is {review.status}: only a published review can be corrected or updated, and others can be edited"
            + by_command(f"review {command} {review.id}")
        )
    under_way = reviews.replacements_of(db, review.id)
    if under_way:
        noun = "an update" if under_way[0].is_update else "a correction"
        raise Refused(
            f"review {under_way[0].id} is already {noun} of review {review.id}, drafted by {drafter(under_way[0])}: finish "
            "that one, or withdraw it" + by_command(f"review withdraw {under_way[0].id}")
        )
    return review


def replacement_columns(review: ReviewRow, note: str | None, is_update: bool | None) -> dict[str, Any]:
    """The columns of a correction or update that change with a new public note, and if it becomes the other of the two; None leaves each.

    Raises Refused if the review is neither, InvalidValue for an empty note.
    """
    if note is None and is_update is None:
        return {}
    if review.corrects_id is None:
        raise Refused(
            f"review {review.id} replaces no published review, so it is neither a correction nor an update and has no public note: leave these out"
        )
    becomes = bool(review.is_update) if is_update is None else is_update
    noted = {} if note is None else {"correction_note": require_public_note(note, is_update=becomes)}
    return {**noted, "is_update": int(becomes)}


def require_public_note(note: str, *, is_update: bool) -> str:
    """The cleaned note of a correction or update. Raises InvalidValue if it is empty."""
    if cleaned := clean_note(note):
        return cleaned
    noun = "an update" if is_update else "a correction"
    raise InvalidValue(f"{noun} needs a public note that says what changed")


def refuse_signed(db: Database, review: ReviewRow) -> None:
    """Raise Refused if two people have signed the review: its contents stay, whatever its status now."""
    number = review.id
    if review.status is ReviewStatus.APPROVED:
        raise Refused(
            f"review {number} is approved and can no longer be edited: send it back first"
            + by_command(f"review return {number}")
            + ", or give its address and date when you publish it"
            + by_command(f"review publish {number} --url URL --date YYYY-MM-DD")
            + ". The time before which nobody publishes it can be changed"
            + by_command(f"review edit {number} --not-before TIME")
        )
    if review.status is ReviewStatus.PUBLISHED:
        raise Refused(
            f"review {number} is published and can no longer be edited: publish a correction"
            + by_command(f"review correct {number} --note WHY")
            + " or an update"
            + by_command(f"review update {number} --note NEWS")
            + ", or change its address"
            + by_command(f"review address {number} URL")
        )
    refuse_taken_back(db, review)


def _refuse_archived(db: Database, review: ReviewRow) -> None:
    """Raise Refused for an imported earlier review of ours: it was published elsewhere, so a correction here would reach no reader."""
    if review.origin == "imported" and publishers.is_desk(db, review.publisher_id):
        raise Refused(
            f"review {review.id} is an old one of your own that was not signed here: draft another review of its claim"
            + by_command(f"review draft {review.claim_id}")
            + ", or take it off what readers get"
            + by_command(f"review hold {review.id}")
        )


def refuse_taken_back(db: Database, review: ReviewRow) -> None:
    """Raise Refused if readers saw the review before it was replaced or withdrawn, or before this desk existed."""
    _refuse_archived(db, review)
    if review.status is not ReviewStatus.WITHDRAWN or review.claim_reviewed is None:
        return
    if review.origin != "desk":
        raise Refused(f"review {review.id} is already withdrawn")
    standing = reviews.published_reviews(db, review.claim_id)
    if standing:
        current = standing[-1].id
        remedy = (
            f"correct review {current}, the current one"
            + by_command(f"review correct {current} --note WHY")
            + ", or update it"
            + by_command(f"review update {current} --note NEWS")
        )
    else:
        remedy = "draft another review of its claim" + by_command(f"review draft {review.claim_id}")
    raise Refused(f"review {review.id} was public, and stays on record as readers saw it: " + remedy)


def refuse_other_drafter(review: ReviewRow, actor: str | None) -> None:
    """Raise Refused if somebody else drafted the review, or a second person has signed it."""
    if review.status not in (ReviewStatus.DRAFT, ReviewStatus.SUBMITTED):
        raise Refused(
            f"review {review.id} is {review.status}: a drafter can only withdraw a draft or a submitted review"
        )
    if actor is None or not is_same_actor(review.drafted_by, actor):
        raise Refused(
            f"review {review.id} was drafted by {drafter(review)}: only they, or someone who can approve it, can withdraw it"
        )


def refuse_unmendable(review: ReviewRow, actor: str | None) -> None:
    """Raise Refused if the review is not published, or if this person drafted it: its address cannot be changed, or not by them."""
    if review.status is not ReviewStatus.PUBLISHED:
        if review.status is ReviewStatus.WITHDRAWN:
            remedy = "the old address stays on record"
        elif review.status is ReviewStatus.APPROVED:
            remedy = "give the address when you publish it" + by_command(
                f"review publish {review.id} --url URL"
            )
        else:
            remedy = "change the address by editing the review" + by_command(
                f"review edit {review.id} --url URL"
            )
        raise Refused(f"review {review.id} is {review.status}: " + remedy)
    if actor is None or is_same_actor(review.drafted_by, actor):
        raise Refused(
            f"review {review.id} was drafted by {review.drafted_by}: someone else must change the address that readers are sent to"
        )


def refuse_shared_address(db: Database, review: ReviewRow, url: str | None) -> None:
    """Raise Refused if another published review of ours has the address, unless this one replaces it."""
    other = reviews.find_published_at(db, url, beside=review) if url else None
    if other is None:
        return
    is_out = review.status is ReviewStatus.PUBLISHED
    command = f"address {review.id} URL" if is_out else f"publish {review.id} --url URL"
    raise Refused(
        f"review {other} already has the address {url}: give this one its own page, or an anchor such as #rent"
        + by_command(f"review {command}")
        + ", or change the other's address"
        + by_command(f"review address {other} URL"),
        url,
    )


def refuse_incomplete(review: ReviewRow, named: dict[str, Any]) -> None:
    """Raise InvalidValue if an address or a date is neither in the review nor in the values `named` at its publication."""
    parts = [("url", "its address", "--url URL"), ("reviewed_on", "its date", "--date YYYY-MM-DD")]
    missing = [one for one in parts if not (named.get(one[0]) or getattr(review, one[0]))]
    if missing:
        words = " and ".join(one[1] for one in missing)
        # What was only named in the refused command was not kept, so the next one has to name it again.
        given = {name: f"--url {shell_command(value)}" for name, value in named.items() if name == "url"}
        options = " ".join(given.get(one[0], one[2]) for one in parts if not getattr(review, one[0]))
        raise InvalidValue(
            f"review {review.id} is not complete: {words} {'are' if missing[1:] else 'is'} missing. Add {'them' if missing[1:] else 'it'}"
            + terminal_only(" with ", f"claimtrack review publish {review.id} {options}")
        )


def refuse_second_verdict(db: Database, review: ReviewRow, beside: Collection[int] = ()) -> None:
    """Raise Refused if our desk has another published verdict on the claim that this one does not replace.

    Those `beside` it are to be published together with it, and are not yet. The same verdict in another language is allowed. The database enforces the same rule (triggers_reviews.sql).
    """
    standing = reviews.published_reviews(db, review.claim_id)
    corrected = next((other for other in standing if other.id == review.corrects_id), None)
    if corrected is not None:
        refuse_taken_language(db, corrected, review.language)
        return
    for other in standing:
        if not _is_translation(review, other):
            if other.id in beside:
                raise Refused(
                    f"claim {review.claim_id} would have two verdicts, review {other.id} and review {review.id}: publish only one of them"
                )
            raise Refused(
                f"claim {review.claim_id} already has a published verdict of this desk, review {other.id}: correct it"
                + by_command(f"review correct {other.id} --note WHY")
                + ", update it"
                + by_command(f"review update {other.id} --note NEWS")
                + ", or withdraw it first"
                + by_command(f"review withdraw {other.id} --note WHY")
                + suggest_translation(review, other)
            )


def refuse_contradiction(db: Database, review: ReviewRow, beside: Collection[int] = ()) -> None:
    """Raise Refused if readers would get another verdict of ours with another rating, on a claim judged the same.

    Those `beside` it are to be published together with it, and are not yet. A correction or update is let through: of two verdicts with the same wrong rating, one has to be corrected first.
    """
    if review.corrects_id is not None:
        return
    for pair in clusters.contradicting_verdicts(db, review.claim_id, as_if_published=review.id):
        own, other = sorted(pair, key=lambda one: one.review_id != review.id)
        if own.review_id == review.id and other.review_id in beside:
            raise Refused(
                f"claim {other.claim_id}, judged the same as claim {own.claim_id}, would be published as {other.rating} (review {other.review_id}), and review {own.review_id} says {own.rating}: send one of them back"
                + by_command(f"review return {own.review_id} --note WHY")
                + " or, if they are two claims, judge them different: "
                + judge_again_step(own.claim_id, other.claim_id, Judgement.DIFFERENT)
            )
        if own.review_id == review.id:
            raise Refused(
                f"claim {other.claim_id}, judged the same as claim {own.claim_id}, is published as {other.rating} (review {other.review_id}), and review {own.review_id} says {own.rating}: send this one back"
                + by_command(f"review return {own.review_id} --note WHY")
                + ", correct the other first"
                + by_command(f"review correct {other.review_id} --note WHY")
                + " or, if it was right and the world has changed, update it"
                + by_command(f"review update {other.review_id} --note NEWS")
                + ", or, if they are two claims, judge them different: "
                + judge_again_step(own.claim_id, other.claim_id, Judgement.DIFFERENT)
            )


def refuse_taken_language(db: Database, corrected: ReviewRow, language: str | None) -> None:
    """Raise Refused for a correction or update that changes the language to one in which another verdict is published.

    Two verdicts in one language, from before this rule, can still be corrected.
    """
    if language in (None, corrected.language):
        return
    for other in reviews.published_reviews(db, corrected.claim_id):
        if other.id != corrected.id and other.language == language:
            raise Refused(
                f"claim {corrected.claim_id} already has a published verdict in {language}, review {other.id}: correct that one"
                + by_command(f"review correct {other.id} --note WHY")
                + f", and keep review {corrected.id} in its own language"
            )


def suggest_translation(review: ReviewRow, published: ReviewRow) -> Worded | str:
    """Return how the same verdict can stand beside the published one in another language, if only one of the two says its language; else ""."""
    if review.rating_id != published.rating_id or (review.language is None) is (published.language is None):
        return ""
    lacks_one = f"review {review.id if review.language is None else published.id}"
    lead = (
        f". If one is a translation of the other, both can be public once {lacks_one} has its language, too"
    )
    if published.language is None:
        return lead + by_command(f"review update {published.id} --language CODE --note NEWS")
    return lead + by_command(f"review edit {review.id} --language CODE")


def _is_translation(review: ReviewRow, other: ReviewRow) -> bool:
    languages = {review.language, other.language} - {None}
    return review.rating_id == other.rating_id and len(languages) == 2
