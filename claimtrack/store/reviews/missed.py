"""What an import of reviews has not met again: a verdict that its publisher withdrew arrives as nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.texts.addresses import page_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database


@dataclass(slots=True)
class SeenReviews:
    """What a run has put or known again: the reviews and their publishers by id, and the addresses that they gave."""

    reviews: set[int] = field(default_factory=set)
    publishers: set[int] = field(default_factory=set)
    urls: set[str] = field(default_factory=set)


class MissedReview(NamedTuple):
    """Another publisher's review that stands on the desk, and that a run has not met."""

    id: int
    claim_id: int
    publisher: str
    rating: str | None
    claim: str
    url: str


def missed(db: Database, met: SeenReviews, unread: Iterable[str], *, whole: bool) -> list[MissedReview]:
    """The reviews that stand here at a page of this run, and were not among what it has of that.

    A `whole` run has all that its publishers have: then those of other pages are among them. Of the pages at `unread` addresses it
    has something that could not be read or taken, so nothing is missed there.
    """
    sql = """
        select reviews.id, claim_id, publishers.name, ratings.name, claim_reviewed, reviews.url, publisher_id
        from reviews join publishers on publishers.id = publisher_id left join ratings on ratings.id = rating_id
        where origin = 'imported' and status = 'published' and reviews.url is not null order by reviews.id
    """
    rows = [row for row in db.execute(sql) if row[0] not in met.reviews]
    if not rows:
        return []
    pages, closed = {page_key(url) for url in met.urls}, {page_key(url) for url in unread}
    return [
        MissedReview(*row[:-1])
        for row in rows
        if (row[5] in met.urls or (row[-1] in met.publishers and (whole or page_key(row[5]) in pages)))
        and page_key(row[5]) not in closed
    ]
