"""Imports other publishers' reviews: each once, updated if it has changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.errors import InvalidClaimReview
from claimtrack.core.model import Article, ReviewStatus, Status
from claimtrack.core.texts.addresses import page_key
from claimtrack.store import appearances, articles, claimants, claims, rows
from claimtrack.store.file.database import savepoint
from claimtrack.store.reviews import publishers, reviews
from claimtrack.store.reviews.missed import SeenReviews

if TYPE_CHECKING:
    from claimtrack.core.claimreview.claimreview import ClaimReview


class ImportResult(StrEnum):
    """The result of importing a review."""

    ADDED = "added"
    UPDATED = "updated"
    KNOWN = "known"


ChangeListener = Callable[["ClaimReview", dict[str, tuple[Any, Any]]], object]
"""Called with each review that is added or updated: column -> (old, new) of what changed, empty for a new review."""


def _review_columns(review: ClaimReview) -> dict[str, Any]:
    return {name: getattr(review, name) for name in ("headline", "summary", "reviewed_on", "language")}


class ReviewImporter:
    """Imports reviews, inside the caller's transaction.

    It caches the publishers, labels and claimants it has seen, since a feed repeats them thousands of
    times. Make a new importer after a rollback.
    """

    def __init__(
        self,
        db: Database,
        *,
        status: Status,
        actor: str | None,
        watch: ChangeListener | None = None,
        met: SeenReviews | None = None,
    ) -> None:
        self._db = db
        self._met = met or SeenReviews()
        self._watch = watch
        self._status = status
        self._actor = actor
        desk = publishers.find_desk(db)
        self._desk_id = desk.id if desk else None
        self._publishers: dict[str, int] = {}
        self._ratings: dict[tuple[Any, ...], int] = {}
        self._claimants: dict[str, int] = {}
        self._pages: dict[int, dict[tuple[Hashable, str], int]] = {}
        self._our_pages = {page_key(url): known for known, url in reviews.public_addresses(db)}

    def put_alone(self, review: ClaimReview) -> ImportResult:
        """Import a review in a savepoint, so that a failure only undoes this one; 5 % slower than `put`."""
        try:
            with savepoint(self._db):
                return self.put(review)
        except Exception:
            # Cached rows may have been rolled back.
            for remembered in (self._publishers, self._ratings, self._claimants, self._pages):
                remembered.clear()
            raise

    def put(self, review: ClaimReview) -> ImportResult:
        """Add the review and its claim, or update the existing review.

        A review is identified by its publisher, its address (in any variant) and the claim in the publisher's words. A claim of
        the desk with the same words and claimant is reused, else one is added. A withdrawn review stays withdrawn until
        its publisher gives another verdict or date. Raises InvalidClaimReview, with nothing written, for a review in our own desk's
        name or at the address of one of ours; after any other error the transaction must be rolled back.
        """
        if own := self._our_pages.get(page_key(review.url)):
            raise InvalidClaimReview(
                f"url is the address of review {own}, which is our own, and those cannot be imported"
            )
        publisher_id = self._publisher(review)
        self._met.publishers.add(publisher_id)
        self._met.urls.add(review.url)
        known = self._known(publisher_id, review)
        is_anew = known and reviews.is_new_verdict(self._db, known[0], review.rating, review.reviewed_on)
        if is_anew is False:
            return ImportResult.KNOWN
        if known and is_anew:
            rows.delete(self._db, "reviews", known[0])
            known = None
        if known is None:
            row = {"rating_id": self._rating(publisher_id, review), **_review_columns(review)}
            claim_id = self._claim(review)
            self._insert_review(claim_id, publisher_id, review, row)
            self._appear(claim_id, review)
            if self._watch:
                self._watch(review, {})
            return ImportResult.ADDED
        review_id, before = known
        self._met.reviews.add(review_id)
        row = self._brought_up_to_date(before, publisher_id, review)
        if before == tuple(row.values()):
            return ImportResult.KNOWN
        if self._watch:
            self._watch(review, self._differences(before, row))
        rows.update(self._db, "reviews", review_id, row)
        if before[-1] != row["claim_reviewed"]:  # another record of the page may have its former wording
            self._pages.pop(publisher_id, None)
        return ImportResult.UPDATED

    def _brought_up_to_date(
        self, before: tuple[Any, ...], publisher_id: int, review: ClaimReview
    ) -> dict[str, Any]:
        """Return the updated columns. Values missing from the review are kept: not every format and feed has a headline."""
        says_less = review.value is None and self._named(before[0]) == review.rating
        row = {
            "rating_id": before[0] if says_less else self._rating(publisher_id, review),
            **_review_columns(review),
            "claim_reviewed": review.claim,
        }
        return {
            name: old if new is None else new for (name, new), old in zip(row.items(), before, strict=True)
        }

    def _differences(self, before: tuple[Any, ...], row: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
        """Return the changed columns of a review as (old, new), with the rating as its label."""
        pairs = zip(row, before, row.values(), strict=True)
        changed = {name: (old, new) for name, old, new in pairs if old != new}
        if rating := changed.pop("rating_id", None):
            old, new = map(self._named, rating)
            changed = {"rating": (old, new), **changed}
        return changed

    def _named(self, rating_id: int | None) -> str | None:
        return rows.fetch_text(self._db, "select name from ratings where id = ?", [rating_id])

    def _known(self, publisher_id: int, review: ClaimReview) -> tuple[int, tuple[Any, ...]] | None:
        said = "select id, rating_id, headline, summary, reviewed_on, language, claim_reviewed from reviews"
        there = f"{said} where publisher_id = ? and url = ? and origin = 'imported'"
        found = self._db.execute(
            f"{there} and claim_reviewed = ?", [publisher_id, review.url, review.claim]
        ).fetchone()
        if not found:
            known = self._reviews_of(publisher_id).get((page_key(review.url), review.claim))
            found = self._db.execute(f"{said} where id = ?", [known]).fetchone()
        if not found:  # the publisher reworded the claim, and the desk has the new wording
            same = [publisher_id, review.url, self._claim_on_desk(review)]
            found = self._db.execute(f"{there} and claim_id = ?", same).fetchone()
        return (found[0], found[1:]) if found else None

    def _reviews_of(self, publisher_id: int) -> dict[tuple[Hashable, str], int]:
        """Return the publisher's reviews by page and claim: SQL cannot compare the many addresses of one page."""
        if publisher_id not in self._pages:
            sql = """
                select url, claim_reviewed, id from reviews
                where publisher_id = ? and origin = 'imported' and url is not null order by id desc
            """
            there = self._db.execute(sql, [publisher_id])
            self._pages[publisher_id] = {(page_key(url), claim): known for url, claim, known in there}
        return self._pages[publisher_id]

    def _insert_review(
        self, claim_id: int, publisher_id: int, review: ClaimReview, row: dict[str, Any]
    ) -> None:
        told = {
            "origin": "imported",
            "url": review.url,
            "status": ReviewStatus.PUBLISHED,
            "drafted_by": self._actor,
            "claim_reviewed": review.claim,
        }
        review_id = reviews.add(self._db, claim_id, publisher_id, **told, **row)
        self._met.reviews.add(review_id)
        self._reviews_of(publisher_id)[page_key(review.url), review.claim] = review_id

    # ── the rows to which a review belongs ──────────────────────────────────────────────────────

    def _publisher(self, review: ClaimReview) -> int:
        name = review.publisher.casefold()
        if name not in self._publishers:
            self._publishers[name] = publishers.get_or_add(
                self._db, review.publisher, url=review.publisher_url
            )
        publisher_id = self._publishers[name]
        if publisher_id == self._desk_id:
            raise InvalidClaimReview(
                "author is our own desk, and its reviews cannot be imported: give verdicts from before it another author, such as "
                f'"{review.publisher} (archive)"'
            )
        return publisher_id

    def _rating(self, publisher_id: int, review: ClaimReview) -> int:
        """Return the id of the label on the publisher's own scale; other bounds make another scale."""
        key = (publisher_id, review.worst, review.best, review.rating)
        if key not in self._ratings:
            scale = review.publisher
            if review.worst is not None:
                scale = f"{scale} ({review.worst:g} to {review.best:g})"
            self._db.execute(
                "insert into rating_scales (name, worst, best, publisher_id) values (?, ?, ?, ?)"
                " on conflict (name) do nothing",
                [scale, review.worst, review.best, publisher_id],
            )
            [scale_id] = rows.fetch_numbers(self._db, "select id from rating_scales where name = ?", [scale])
            self._ratings[key] = self._label(scale_id, review)
        return self._ratings[key]

    def _label(self, scale_id: int, review: ClaimReview) -> int:
        sql = """
            insert into ratings (scale_id, name, position, value)
            select ?, ?, coalesce(max(position), 0) + 1, ? from ratings where scale_id = ?
            on conflict (scale_id, name) do nothing
        """
        self._db.execute(sql, [scale_id, review.rating, review.value, scale_id])
        named = "select id from ratings where scale_id = ? and name = ?"
        [label_id] = rows.fetch_numbers(self._db, named, [scale_id, review.rating])
        return label_id

    def _claim_on_desk(self, review: ClaimReview) -> int | None:
        sql = f"""
            select id from claims
            where text = :text and (claimant_id is null or :by is null or claimant_id in ({claimants.all_names_sql(":by")}))
            order by id limit 1
        """
        return rows.fetch_number(self._db, sql, {"text": review.claim, "by": self._claimant(review)})

    def _claim(self, review: ClaimReview) -> int:
        known = self._claim_on_desk(review)
        if known is not None:
            return known
        return claims.add(
            self._db,
            review.claim,
            claimant_id=self._claimant(review),
            claimed_on=review.claimed_on,
            status=self._status,
            language=review.claim_language,
        )

    def _claimant(self, review: ClaimReview) -> int | None:
        if review.claimant is None:
            return None
        name = review.claimant.casefold()
        if name not in self._claimants:
            self._claimants[name] = claimants.get_or_add(
                self._db,
                review.claimant,
                review.claimant_kind,
                role=review.claimant_role,
                url=review.claimant_url,
            )
        return self._claimants[name]

    def _appear(self, claim_id: int, review: ClaimReview) -> None:
        """Add the pages on which the claim appears, except those that the desk has already.

        Claimant and date belong to the page of the first appearance; to all pages, if none is marked as the first.
        """
        said = {"claimant_id": self._claimant(review), "said_on": review.claimed_on}
        known = {page_key(one.url) for one in appearances.occasions(self._db, claim_id) if one.url}
        for number, url in enumerate(review.appearances):
            if page_key(url) in known:
                continue
            article_id = articles.get_or_add(self._db, Article(text=None, url=url))
            heard = {"claim_id": claim_id, "article_id": article_id}
            rows.insert(self._db, "appearances", heard | ({} if review.first_page_on and number else said))
            known.add(page_key(url))
