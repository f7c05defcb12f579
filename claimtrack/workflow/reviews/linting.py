"""What stands between a claim and publication, told to whoever is about to sign or publish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.desk.readiness import contrary_verdicts, examine
from claimtrack.core.model import ReviewStatus, Status
from claimtrack.store import articles, clusters, queues, views
from claimtrack.store.reviews import reviews, signed
from claimtrack.store.reviews.readiness import dossier_of, dossiers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlite_utils import Database

    from claimtrack.core.desk.readiness import Dossier, Obstacle
    from claimtrack.store.reviews.reviews import ReviewRow


def lint(
    db: Database, claim_ids: Sequence[int], article_id: int | None = None
) -> tuple[list[Dossier], list[Obstacle]]:
    """These claims, or all that are on their way, or those of them in the article, as the rules see them, and everything the rules find.

    Raises NotFound.

    Verdicts that contradict each other are told of the first of the claims judged the same, not of each of them.
    """
    if article_id is not None:
        articles.get(db, article_id)
    claims = list(dossiers(db, claim_ids, article_id))
    contrary: dict[int, int] = {}
    for claim in claims:
        if claim.contrary:
            contrary.setdefault(clusters.members(db, claim.claim_id)[0], claim.claim_id)
    first = set(contrary.values())
    return claims, [
        found
        for claim in claims
        for found in examine(claim)
        if found.rule != contrary_verdicts.__name__ or claim.claim_id in first
    ]


def not_begun(db: Database, article_id: int) -> dict[Status, int]:
    """How many claims of the article nobody checks yet: lint does not look at them."""
    count = {
        status: queues.count_in_article(db, article_id, status) for status in (Status.PROPOSED, Status.OPEN)
    }
    return {status: number for status, number in count.items() if number}


def obstacles(db: Database, review_id: int) -> list[str]:
    """What stands in the way of a review, in words: nobody is kept from publishing it, but nobody does so unawares."""
    review = reviews.get(db, review_id)
    found = [one.message for one in examine(dossier_of(db, review.claim_id, review_id)) if one.blocks]
    return [*found, *_contradictions(db, review), *_left_out(db, review)]


def _left_out(db: Database, review: ReviewRow) -> Iterator[str]:
    """What came after the second person had signed, and so is not published with the review."""
    changes = signed.changed_since(db, review.claim_id).get(review.id)
    if changes:
        yield (
            f"readers get the version that was approved. Changed on the desk since: {', '.join(changes)}. "
            "To show readers, publish a correction"
        )


def rivals(db: Database, review_id: int) -> list[ReviewRow]:
    """The other reviews of ours on the claim that are out or on their way, where only one of them and this one can be out.

    None of them stands in the way of a correction of another verdict, or of one in another language.
    """
    review = reviews.get(db, review_id)
    others = [*reviews.standing(db, review.claim_id), *reviews.under_way(db, review.claim_id)]
    return [other for other in others if other.id != review.id and _excludes(review, other)]


def _excludes(review: ReviewRow, other: ReviewRow) -> bool:
    if other.id == review.corrects_id or other.corrects_id == review.id:
        return False
    if review.corrects_id is not None and other.status is ReviewStatus.PUBLISHED:
        return False
    if None not in (review.corrects_id, other.corrects_id):
        return review.corrects_id == other.corrects_id
    return None in (review.language, other.language) or review.language == other.language


def told(rival: ReviewRow) -> str:
    """What there is to say of a rival, without a remedy."""
    if rival.status is ReviewStatus.PUBLISHED:
        return f"Review {rival.id} is published"
    return f"Review {rival.id} of the same claim is {rival.status} (by {rival.drafted_by or 'nobody known'})"


def _contradictions(db: Database, review: ReviewRow) -> Iterator[str]:
    """The verdicts in other languages that say something else, as before this one was corrected."""
    labels = {row["id"]: row["rating"] for row in views.reviews_of_claim(db, review.claim_id)}
    for other in reviews.standing(db, review.claim_id):
        if other.id == review.id or other.rating_id == review.rating_id:
            continue
        named = f"review {other.id} ({other.language})" if other.language else f"review {other.id}"
        under_way = reviews.corrections_of(db, other.id)
        remedy = f"publish its correction, review {under_way[0].id}" if under_way else "correct it"
        yield f"{named} still says {labels[other.id] or 'nothing'}: {remedy} too"
