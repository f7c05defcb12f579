"""What a claim still lacks for publication, or the facts of an article before it is handed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.desk.doubts import Doubt, describe
from claimtrack.core.desk.readiness import (
    contrary_verdicts,
    differs_from_same,
    differs_from_similar,
    examine,
    examine_in_piece,
    no_longer_there,
    published_address_inside,
)
from claimtrack.core.model import SET_ASIDE, ReviewStatus, Status
from claimtrack.core.steps import TAKE_PLACE_AWAY
from claimtrack.core.texts.printable import list_some, printable
from claimtrack.store import articles, clusters, doubts, evidence, queues, views
from claimtrack.store.reviews import reviews, signed
from claimtrack.store.reviews.readiness import article_dossiers, dossiers, review_dossier
from claimtrack.workflow.reviews import rules

if TYPE_CHECKING:
    from claimtrack.core.desk.facts import Dossier
    from claimtrack.core.desk.readiness import Obstacle
    from claimtrack.store.reviews.reviews import ReviewRow


def lint(db: Database, claim_ids: Sequence[int]) -> tuple[list[Dossier], list[Obstacle]]:
    """Check these claims, or all in progress: their dossiers, and all obstacles that the rules find. Raises NotFound."""
    claims = list(dossiers(db, claim_ids))
    return claims, _found(db, claims, examine)


@dataclass(frozen=True, slots=True)
class Piece:
    """Whether an article is ready to be handed over.

    `facts` are the ids of its claims that count, in the order of the text; `ready` are those without an obstacle, and `verdicts` counts
    these by rating, most frequent first: a fact found false is checked, too. `found` are the obstacles that the rules find. `left_out`
    counts the claims that were rejected or set aside. `newer` are the articles that are new versions of it.
    """

    facts: tuple[int, ...]
    ready: tuple[int, ...]
    verdicts: dict[str, int]
    found: list[Obstacle]
    left_out: dict[Status, int]
    newer: tuple[int, ...] = ()

    def told(self) -> str:
        """A sentence on how many facts are ready, and with which verdicts."""
        if not self.facts:
            return "No facts to hand over: no claim is marked in it, or all were rejected or parked."
        verdicts = ", ".join(f"{number:,} {rating}" for rating, number in self.verdicts.items())
        each = " Each has a primary source and an approved verdict." if self.ready == self.facts else ""
        approved = f" Approved: {verdicts}." if verdicts else ""
        return f"Facts ready to hand over: {len(self.ready):,} of {len(self.facts):,}.{each}{approved}"


def lint_piece(db: Database, article_id: int) -> Piece:
    """What the facts of an article lack before it is handed over. Raises NotFound."""
    articles.get(db, article_id)
    claims = article_dossiers(db, article_id)
    found = _found(db, claims, examine_in_piece)
    lacking = {one.claim_id for one in found if one.blocks}
    ready = [claim for claim in claims if claim.claim_id not in lacking]
    count = {one: queues.count_in_article(db, article_id, one) for one in SET_ASIDE}
    return Piece(
        tuple(claim.claim_id for claim in claims),
        tuple(claim.claim_id for claim in ready),
        dict(Counter(str(claim.rating) for claim in ready).most_common()),
        found,
        {status: number for status, number in count.items() if number},
        tuple(articles.next_versions(db, article_id)),
    )


def _found(db: Database, claims: list[Dossier], rules: Callable[[Dossier], list[Obstacle]]) -> list[Obstacle]:
    """Apply the rules; contradicting verdicts are reported for the first of the claims judged the same, not for each."""
    contrary: dict[int, int] = {}
    for claim in claims:
        if claim.contrary:
            contrary.setdefault(clusters.members(db, claim.claim_id)[0], claim.claim_id)
    first = set(contrary.values())
    return [
        found
        for claim in claims
        for found in rules(claim)
        if found.rule != contrary_verdicts.__name__ or claim.claim_id in first
    ]


def obstacles(db: Database, review_id: int) -> list[str]:
    """The obstacles of a review, in words: those that do not prevent publication are warnings, so that nobody publishes unaware of them.

    So is that no article has the claim any longer and, once the review is published, that one of its claim changed or was withdrawn after it
    was signed: the verdict is in doubt at once.
    """
    review = reviews.get(db, review_id)
    rules = examine(review_dossier(db, review.claim_id, review_id))
    found = [one.message for one in rules if one.blocks or one.rule == no_longer_there.__name__]
    if not any(one.rule == no_longer_there.__name__ for one in rules):
        found += [
            describe(row)
            for row in doubts.current(db, claim_id=review.claim_id)
            if row["doubt"] in (Doubt.ARTICLE_CHANGED, Doubt.ARTICLE_WITHDRAWN)
        ]
    return [
        *found,
        *retracted_sources(db, review_id),
        *_contradictions(db, review),
        *_left_out(db, review),
        *_added(db, review),
    ]


def retracted_sources(db: Database, review_id: int) -> list[str]:
    """A warning for each source of the review's claim that its publisher retracted: the verdict may still hold."""
    return [
        f"{row['url'] or row['source']} was retracted by its publisher on {row['retracted_on']}: see whether the verdict holds without it"
        for row in evidence.of_claim(db, reviews.get(db, review_id).claim_id)
        if row["retracted_on"]
    ]


def early_warnings(db: Database, review_id: int) -> list[str]:
    """What whoever drafts or signs a review should know: retracted sources, that no article has the claim any longer, other verdicts on it.

    These are our verdicts on what seems to be the same claim.
    """
    early = (contrary_verdicts, differs_from_same, differs_from_similar, no_longer_there)
    return [*retracted_sources(db, review_id), *_messages(db, review_id, *early)]


def address_warnings(db: Database, review_id: int) -> list[str]:
    """A warning if readers cannot open the review's address."""
    return _messages(db, review_id, published_address_inside)


def _messages(db: Database, review_id: int, *rules: Callable[[Dossier], bool]) -> list[str]:
    """The messages of those of these rules that apply to the review."""
    names = {rule.__name__ for rule in rules}
    dossier = review_dossier(db, reviews.get(db, review_id).claim_id, review_id)
    return [one.message for one in examine(dossier) if one.rule in names]


def _left_out(db: Database, review: ReviewRow) -> Iterator[str]:
    """Yield a warning about changes since the second signature, which are not published with the review."""
    changes = signed.changed_since(db, review.claim_id).get(review.id)
    if changes:
        yield (
            f"readers get the version that was approved. Changed on the desk since: {', '.join(changes)}. "
            "To show readers, publish a correction or an update"
        )


def _added(db: Database, review: ReviewRow) -> Iterator[str]:
    """Yield a warning about places filed since the second signature, which are published with the review."""
    if places := signed.places_added_since(db, review.id):
        yield (
            f"readers also get what was filed after it was approved: {list_some(map(printable, places))}. "
            + TAKE_PLACE_AWAY
        )


def rivals(db: Database, review_id: int) -> list[ReviewRow]:
    """Our other reviews of the claim, published or in progress, that exclude this one: only one of the two can be published.

    Corrections and updates of different verdicts, and reviews in different languages, do not exclude each other.
    """
    review = reviews.get(db, review_id)
    others = [
        *reviews.published_reviews(db, review.claim_id),
        *reviews.unpublished_reviews(db, review.claim_id),
    ]
    return [other for other in others if other.id != review.id and _excludes(review, other)]


def _excludes(review: ReviewRow, other: ReviewRow) -> bool:
    if other.corrects_id == review.id:
        return False
    if review.corrects_id is not None and other.status is ReviewStatus.PUBLISHED:
        return False  # also the one that it corrects
    if None not in (review.corrects_id, other.corrects_id):
        return review.corrects_id == other.corrects_id
    return None in (review.language, other.language) or review.language == other.language


def describe_rival(rival: ReviewRow) -> str:
    """A sentence that describes a rival review, without a remedy."""
    people = f"drafted by {rules.drafter(rival)}"
    if rival.approved_by:
        people += f", approved by {rival.approved_by}"
    return f"Review {rival.id}, also of claim {rival.claim_id}, is {rival.status} ({people})"


def _contradictions(db: Database, review: ReviewRow) -> Iterator[str]:
    """Yield the verdicts in other languages that differ, usually because they have not been corrected yet."""
    labels = {row["id"]: row["rating"] for row in views.reviews_of_claim(db, review.claim_id)}
    for other in reviews.published_reviews(db, review.claim_id):
        if other.rating_id == review.rating_id:
            continue
        named = f"review {other.id} ({other.language})" if other.language else f"review {other.id}"
        under_way = reviews.replacements_of(db, other.id)
        remedy = "update it" if review.is_update else "correct it"
        if under_way:
            remedy = f"publish its {under_way[0].replacement}, review {under_way[0].id}"
        yield f"{named} still says {labels[other.id] or 'nothing'}: {remedy} too"
