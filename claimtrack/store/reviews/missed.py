"""Which reviews an import did not see again: the only sign that a publisher withdrew a verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlite_utils import Database

from claimtrack.core.texts.addresses import page_key


@dataclass(slots=True)
class SeenReviews:
    """What a run has imported or recognised: the ids of reviews and publishers, and the addresses given."""

    reviews: set[int] = field(default_factory=set)
    publishers: set[int] = field(default_factory=set)
    urls: set[str] = field(default_factory=set)


class MissedReview(NamedTuple):
    """Another publisher's published review that a run did not see."""

    id: int
    claim_id: int
    publisher: str
    rating: str
    claim: str
    url: str


def missed(db: Database, met: SeenReviews, unread: Iterable[str], *, whole: bool) -> list[MissedReview]:
    """Return the desk's reviews at the pages of this run that the run did not have.

    A `whole` run has everything its publishers have, so that reviews at other pages count as missed, too. At `unread` addresses
    some record could not be read or imported, so nothing is missed there.
    """
    sql = """
        select reviews.id, claim_id, publishers.name, ratings.name, claim_reviewed, reviews.url, publisher_id
        from reviews join publishers on publishers.id = publisher_id join ratings on ratings.id = rating_id
        where origin = 'imported' and status = 'published' order by reviews.id
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
