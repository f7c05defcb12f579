"""Typed readers of the schema's views: what lists, pages and exports show."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import Any

from sqlite_utils import Database

from claimtrack.core.model import DONE, SET_ASIDE, Priority, Status
from claimtrack.core.texts.folding import alphabetical
from claimtrack.store import rows
from claimtrack.store.tag_filters import conditions


def any_of(statuses: Iterable[Status]) -> str:
    """Return statuses as an SQL list for `in`."""
    return str(tuple(map(str, statuses)))


# Materialized, so that the function runs once for each spelling, not for each claim.
SPELLINGS = """
    with spelt as materialized (select distinct assignee as name from claims where assignee is not null)
    select name from spelt where one_name(name) = one_name({})
"""
"""SQL for all spellings of one person's name among the assignees: "kai" and "Kai" are the same person."""


NOT_DONE = f"status not in {any_of(DONE)}"
"""SQL condition for claims on which somebody may still have to work."""
NOT_SET_ASIDE = f"status not in {any_of(SET_ASIDE)}"
"""SQL condition for claims that can be due."""
UNDER_WAY = "reviews.status in ('draft', 'submitted', 'approved')"
"""SQL condition for reviews that are not published yet."""
TIME_HAS_COME = "reviews.not_before <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
"""SQL condition for reviews with a time before which nobody publishes them, if it has come; null without one."""
BY_PRIORITY = "priority = 'high' desc, priority = 'low'"
"""SQL order with high priority first and low priority last."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims a list shows; None, or no statuses, means no restriction.

    A claim must have one of the statuses, all of the tags and none of those in `without`; "Platform:" is any tag that begins so. An empty `assignee` means unassigned, an empty `rating` unrated, an
    empty `language` unknown, and `min_score` leaves out claims without a score; our own approved verdicts count, published or not. A `language` includes its regions.
    `since` and `until` are moments, ISO in UTC, the second exclusive. The other bounds are inclusive ISO dates: a claim
    meets `said_since` and `said_until` if it was said at least once in that range. Without statuses, `due_until` leaves out
    parked and rejected claims. With `is_once`, of claims judged the same that meet the rest only the first by the view claim_places, and
    of those to be checked none that the view claims_published_already has, if `statuses` ask for work and not for what is published.
    """

    statuses: tuple[Status, ...] = ()
    claimant: str | None = None
    assignee: str | None = None
    tags: tuple[str, ...] = ()
    since: str | None = None
    article_id: int | None = None
    priority: Priority | None = None
    rating: str | None = None
    until: str | None = None
    said_since: str | None = None
    said_until: str | None = None
    due_until: str | None = None
    flag: str | None = None
    language: str | None = None
    min_score: float | None = None
    is_once: bool = False
    without: tuple[str, ...] = ()

    @property
    def is_of_work(self) -> bool:
        """Whether it leaves out the claims to be checked that say the same as a published one."""
        return self.is_once and bool(self.statuses) and Status.PUBLISHED not in self.statuses

    def where(self) -> tuple[str, dict[str, Any]]:
        """Return the SQL condition on claim_overview, and its parameters."""
        criteria = {
            "statuses": "status in (select value from json_each(:statuses))",
            "claimant": (  # under all their names, whichever is given; without a "the" as claimants.find has it
                "id in (select claims.id from standing_claimants as named"
                " cross join standing_claimants as names on names.standing_id = named.standing_id"
                " cross join claims on claims.claimant_id = names.id where named.id = coalesce("
                "(select id from claimants where name = :claimant),"
                " (select id from claimants where :claimant glob 'the *' and name = substr(:claimant, 5))))"
            ),
            "assignee": f"assignee in ({SPELLINGS.format(':assignee')})"
            if self.assignee
            else "assignee is null",
            "since": "created_at >= :since",
            "until": "created_at < :until",
            "article_id": IN_ARTICLE,
            "priority": "priority = :priority",
            "flag": FLAGGED,
            "min_score": "score >= :min_score",
            "language": _IN_LANGUAGE if self.language else "language is null",
            "rating": _RATED if self.rating else "rating is null and approved_rating is null",
            "due_until": "due_on <= :due_until" + (f" and {NOT_SET_ASIDE}" if not self.statuses else ""),
        }
        values = {name: getattr(self, name) for name in criteria if getattr(self, name) not in (None, ())}
        wanted = [criteria[name] for name in values]
        if self.statuses:
            values["statuses"] = json.dumps(self.statuses)
        tagged, named = conditions(self.tags, self.without)
        wanted += tagged
        values |= named
        if self.said_since or self.said_until:
            values |= {"said_since": self.said_since or "0", "said_until": self.said_until or "9999-12-31"}
            wanted.append(_SAID)
        if self.is_of_work:
            wanted.append("id not in (select claim_id from claims_published_already)")
        where = " and ".join(wanted) or "1"
        return f"{where} and not {_NOT_FIRST.format(where)}" if self.is_once else where, values

    def where_claim(self, column: str) -> tuple[str, dict[str, Any]]:
        """Return the SQL condition on a column with the id of a claim, and its parameters."""
        where, values = self.where()
        return f"{column} in (select id from claim_overview where {where})" if where != "1" else "1", values


# By the reviews with this rating: to ask each claim for its own takes seconds.
_RATED = """:rating collate nocase in (rating, approved_rating) and id in (
    with rated as (
        select reviews.claim_id as id
        from ratings
        cross join reviews on reviews.rating_id = ratings.id and reviews.status in ('published', 'approved')
        where ratings.name = :rating collate nocase
    )
    select id from rated
    union
    select others.claim_id
    from rated
    cross join match_clusters as own on own.claim_id = rated.id
    cross join match_clusters as others on others.cluster_id = own.cluster_id
)"""
_LANGUAGE_IS = "({0} = :language collate nocase or {0} like :language || '-%')"
# By the claims and articles with this language: to work out that of each claim takes a second.
_IN_LANGUAGE = f"""{_LANGUAGE_IS.format("language")} and id in (
    select id from claims where {_LANGUAGE_IS.format("language")}
    union
    select claim_id from articles cross join appearances on article_id = articles.id
    where {_LANGUAGE_IS.format("replace(articles.language, '_', '-')")}
)"""
FLAGGED = """id in (select claim_id from appearances where instr(flags, '"' || :flag || '"'))"""
"""SQL for the claims with a flag."""
IN_ARTICLE = "id in (select claim_id from appearances where article_id = :article_id)"
"""SQL for the claims of an article."""
_SAID = """id in (
    select id from claims where claimed_on between :said_since and :said_until
    union
    select claim_id from appearances where said_on between :said_since and :said_until
    union
    select claim_id from articles cross join appearances on article_id = articles.id and said_on is null
    where published_on between :said_since and :said_until
)"""


class KnownNames(StrEnum):
    """Kinds of names by which claims can be filtered, each with SQL for the existing names."""

    TAG = "select name from tags where id in (select tag_id from claim_tags)"
    RATING = "select distinct name from ratings"
    FLAG = "select distinct value from appearances, json_each(flags)"
    LANGUAGE = "select distinct language from claim_languages where language is not null"
    ASSIGNEE = "select distinct assignee from claims where assignee is not null"


def list_known(db: Database, what: KnownNames) -> list[str]:
    """Return the existing names of a kind, in alphabetical order."""
    return sorted((row[0] for row in db.execute(what)), key=alphabetical)


def article_order_sql(claim: str) -> str:
    """Return SQL that orders claims as in the text of the article :article_id, those without a span last."""
    return f"(select min(span_start) from appearances where claim_id = {claim} and article_id = :article_id) nulls last"


class Order(StrEnum):
    """The order of a list."""

    ID = "id"
    NEWEST = "newest"
    SAID = "said"
    SCORE = "score"
    SEEN = "seen"
    PRIORITY = "priority"
    DUE = "due"
    PLACE = "place"


_ORDERS = {
    Order.ID: "id",
    Order.NEWEST: "id desc",
    Order.SAID: "coalesce(last_seen, claimed_on) desc, id desc",
    Order.SCORE: "score desc, id",
    Order.SEEN: "appearances desc, id",
    Order.PRIORITY: f"{BY_PRIORITY}, id",
    Order.DUE: f"due_on is null, due_on, {BY_PRIORITY}, id",
    Order.PLACE: f"{article_order_sql('claim_overview.id')}, id",
}


_COUNTED_AT_ONCE = 500
"""Claims whose occasions are counted before looking whether any other may have been seen as often."""
_NOT_FIRST = """id in (
    select id from (
        select id, row_number() over (partition by cluster_id order by place, id) as rank
        from (
            select id, cluster_id, (select place from claim_places where claim_places.claim_id = id) as place
            from match_clusters cross join claim_overview on id = match_clusters.claim_id
            where {}
        )
    ) where rank > 1
)"""


def claims(
    db: Database, criteria: ClaimFilter | None = None, *, limit: int | None = None, order: Order = Order.ID
) -> Iterator[dict[str, Any]]:
    """Return rows of claim_overview that meet the criteria. Claims without a value in the sort column come last."""
    where, values = (criteria or ClaimFilter()).where()
    if order is Order.SEEN and limit is not None and limit > 0:
        yield from claims_in_order(db, _most_seen(db, where, values, limit))
        return
    # Sorted by the ids alone, then read in that order: else all columns of all claims would be worked out first.
    sql = f"""
        select claim_overview.*
        from (select id from claim_overview where {where} order by {_ORDERS[order]} limit :limit) as sorted
        cross join claim_overview on claim_overview.id = sorted.id
    """
    yield from rows.query(db, sql, {**values, "limit": -1 if limit is None else limit})


def _most_seen(db: Database, where: str, values: dict[str, Any], limit: int) -> list[int]:
    """Return the ids of the claims that meet a condition and were seen most often.

    To count the occasions of all claims takes seconds on a big desk. No claim was seen oftener than it and those judged the same appear.
    """
    sql = f"""
        select id, (
            select count(*) from cluster_members cross join appearances on appearances.claim_id = member_id
            where cluster_members.claim_id = claim_overview.id
        ) as most
        from claim_overview where {where} order by most desc, id
    """
    found = ((-most, claim_id) for claim_id, most in db.execute(sql, values))
    best: list[tuple[int, int]] = []
    while some := list(islice(found, _COUNTED_AT_ONCE)):
        if len(best) == limit and best[-1] < some[0]:
            break
        seen = claims_by_id(db, [claim_id for _, claim_id in some], "id, appearances")
        best = sorted([*best, *((-row["appearances"], row["id"]) for row in seen.values())])[:limit]
    return [claim_id for _, claim_id in best]


def count_published_already(db: Database, criteria: ClaimFilter) -> int:
    """Return how many claims a filter leaves out because they say the same as a published one; see `ClaimFilter.is_of_work`."""
    if not criteria.is_of_work:
        return 0
    where, values = replace(criteria, is_once=False).where()
    sql = f"select count(*) from claim_overview where {where} and id in (select claim_id from claims_published_already)"
    return rows.fetch_number(db, sql, values) or 0


def claim_columns(db: Database) -> list[str]:
    """Return the columns of claim_overview, the rows of `claims` and `search`."""
    return rows.columns(db, "claim_overview")


def claims_by_id(db: Database, ids: Sequence[int], columns: str = "*") -> dict[int, dict[str, Any]]:
    """Return rows of claim_overview by id; faster with only some `columns`, which must include id."""
    sql = f"select {columns} from claim_overview where id in (select value from json_each(?))"
    return {row["id"]: row for row in rows.query(db, sql, [json.dumps(list(ids))])}


def claims_in_order(db: Database, ids: Sequence[int]) -> list[dict[str, Any]]:
    """Return rows of claim_overview for these ids, in the order of the ids."""
    found = claims_by_id(db, ids)
    return [found[claim_id] for claim_id in ids]


def reviews_of_claim(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """Return a claim's reviews, oldest first."""
    return list(rows.query(db, "select * from review_overview where claim_id = ? order by id", [claim_id]))


def reviews_of_same(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """Return the published reviews of the other claims judged the same: ours first, then the newest."""
    sql = """
        select review_overview.* from cluster_members
        cross join review_overview on review_overview.claim_id = member_id
        where cluster_members.claim_id = :claim_id and member_id <> :claim_id and status = 'published'
        order by is_desk desc, reviewed_on desc, id
    """
    return list(rows.query(db, sql, {"claim_id": claim_id}))
