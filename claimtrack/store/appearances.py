"""Appearances: where a claim was said, with the span of the article that quotes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from claimtrack.core.model import ClaimantKind, ExtractedClaim, Kind, Status
from claimtrack.core.steps import SEE_APPEARANCES
from claimtrack.store import rows
from claimtrack.store.claimants import all_names_sql


def add_extracted(
    db: Database,
    found: ExtractedClaim,
    *,
    claim_id: int,
    article_id: int,
    claimant_id: int | None,
    extractor: str,
) -> int:
    """Insert the appearance of an extracted claim and return its id. Raises InvalidSpan if the span is wrong."""
    more = {"claim_id": claim_id, "article_id": article_id, "claimant_id": claimant_id}
    return rows.insert(db, "appearances", more | extracted_columns(found, extractor))


def extracted_columns(found: ExtractedClaim, extractor: str) -> dict[str, Any]:
    """Return the columns that describe an extracted claim in its article."""
    return {
        "span_start": found.start,
        "span_end": found.end,
        "quote": found.text,
        "kind": found.kind,
        "kind_certain": int(found.kind_certain),
        "speaker_as_written": found.speaker_as_written,
        "said_on": found.claimed_on,
        "context_before": found.context_before,
        "context_after": found.context_after,
        "score": found.score,
        "reasons": rows.as_json(tuple(found.reasons)),
        "flags": rows.as_json(tuple(found.flags)),
        "extractor": extractor,
    }


def add_unquoted(
    db: Database,
    *,
    claim_id: int,
    article_id: int,
    claimant_id: int | None,
    said_on: str | None,
    filed_at: str | None = None,
) -> int | None:
    """Insert an appearance without a quote, in an article whose text the desk may not have, and return its id; None if it exists already.

    It exists if speaker and day match an existing one as far as they are known, so that repeating only the address adds
    nothing. `filed_at` is when it was reported (ISO, UTC) if not now.
    """
    row: dict[str, Any] = {
        "claim_id": claim_id,
        "article_id": article_id,
        "claimant_id": claimant_id,
        "said_on": said_on,
    }
    if find_unquoted(db, **row) is not None:
        return None
    return rows.insert(db, "appearances", row | ({"created_at": filed_at} if filed_at else {}))


def find_unquoted(
    db: Database, *, claim_id: int, article_id: int, claimant_id: int | None, said_on: str | None
) -> int | None:
    """Return the appearance without a quote that matches the speaker (by any name) and the day, as far as they are given; else None."""
    row = {"claim_id": claim_id, "article_id": article_id, "claimant_id": claimant_id, "said_on": said_on}
    sql = f"""
        select id from appearances
        where claim_id = :claim_id and article_id = :article_id and span_start is null
            and (:claimant_id is null or claimant_id in ({all_names_sql(":claimant_id")}))
            and (:said_on is null or said_on is :said_on)
        order by id limit 1
    """
    return rows.fetch_number(db, sql, row)


def set_article(db: Database, appearance_id: int, article_id: int) -> None:
    """Set the article of an appearance without a quote, once it is known."""
    rows.update(db, "appearances", appearance_id, {"article_id": article_id})


def fill_in(db: Database, appearance_id: int, *, claimant_id: int | None, said_on: str | None) -> None:
    """Fill in the speaker and the day if the appearance lacks them."""
    sql = "update appearances set claimant_id = coalesce(claimant_id, ?), said_on = coalesce(said_on, ?) where id = ?"
    rows.execute(db, sql, [claimant_id, said_on, appearance_id])


@dataclass(frozen=True, slots=True)
class OccasionRow:
    """An appearance as an occasion: who said the claim and when, as far as that is known, and where.

    `claimant_id` is the name under which it was filed.
    """

    id: int
    claimant_id: int | None
    said_on: str | None
    url: str | None
    article_id: int


def occasions(db: Database, claim_id: int) -> list[OccasionRow]:
    """Return the claim's appearances as occasions."""
    sql = """
        select appearances.id, claimant_id, said_on, url, article_id
        from appearances join articles on articles.id = article_id where claim_id = ? order by appearances.id
    """
    return [OccasionRow(*row) for row in db.execute(sql, [claim_id])]


def is_day_known(db: Database, claim_id: int, day: str) -> bool:
    """Whether an appearance has this day (ISO), or the claim was seen on an earlier one."""
    sql = """
        select exists (
            select 1 from appearances join articles on articles.id = article_id
            where claim_id = :claim_id and (said_on = :day or coalesce(said_on, published_on) < :day)
        )
    """
    return bool(rows.fetch_number(db, sql, {"claim_id": claim_id, "day": day}))


def set_span(db: Database, appearance_id: int, *, span: tuple[int, int], quote: str) -> None:
    """Change the span of an appearance. Raises InvalidSpan if the article does not have the quote there."""
    held = {"span_start": span[0], "span_end": span[1], "quote": quote}
    rows.update(db, "appearances", appearance_id, held)


def delete(db: Database, appearance_id: int) -> None:
    """Delete an appearance; history keeps it."""
    rows.delete(db, "appearances", appearance_id)


def get(db: Database, appearance_id: int) -> dict[str, Any]:
    """Return the appearance's row. Raises NotFound."""
    return rows.get(db, "appearances", appearance_id, "appearance", SEE_APPEARANCES)


def find_at_span(db: Database, article_id: int, span: tuple[int, int]) -> int | None:
    """Return the id of the appearance with exactly this span of the article; None if there is none."""
    sql = "select id from appearances where article_id = ? and span_start = ? and span_end = ?"
    return rows.fetch_number(db, sql, [article_id, *span])


def spans(db: Database, article_id: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the article that its appearances quote."""
    sql = "select span_start, span_end from appearances where article_id = ? and span_start is not null"
    yield from db.execute(sql, [article_id])


def claims_in_article(db: Database, article_id: int) -> list[int]:
    """Return the ids of the claims that appear in the article, quoted or not."""
    return rows.fetch_numbers(
        db, "select distinct claim_id from appearances where article_id = ?", [article_id]
    )


def claims_quoted_in(db: Database, article_id: int) -> list[int]:
    """Return the ids of the claims for which the article is quoted."""
    sql = "select distinct claim_id from appearances where article_id = ? and quote is not null"
    return rows.fetch_numbers(db, sql, [article_id])


def set_said_on(db: Database, appearance_id: int, day: str) -> None:
    """Set the day (ISO date) on which it was said."""
    rows.update(db, "appearances", appearance_id, {"said_on": day})


def triaged_quotes(db: Database) -> Iterator[tuple[str, Kind, ClaimantKind, Status]]:
    """Yield quote, kind, kind of speaker and claim status of the first appearance of each extracted claim that left triage."""
    sql = """
        select appearances.quote, appearances.kind, coalesce(claimants.kind, 'unknown'), claims.status
        from claims join appearances on appearances.id = (
            select min(id) from appearances
            where claim_id = claims.id and quote is not null and kind is not null and extractor is not null
        )
        left join claimants on claimants.id = appearances.claimant_id
        where claims.score is not null and claims.status <> 'proposed' order by claims.id
    """
    for quote, kind, source, status in db.execute(sql):
        yield quote, Kind(kind), ClaimantKind(source), Status(status)


def of_article(db: Database, article_id: int) -> list[dict[str, Any]]:
    """Return an article's appearances in text order, each with its claim's text and status.

    `speaker` is the speaker's main name, `filed_as` the name under which it was filed.
    """
    sql = """
        select appearances.*, claims.text as claim, claims.status as status, claimants.name as filed_as, coalesce(
                (select name from standing_claimants where standing_claimants.id = appearances.claimant_id),
                appearances.speaker_as_written
            ) as speaker
        from appearances
        join claims on claims.id = appearances.claim_id
        left join claimants on claimants.id = appearances.claimant_id
        where appearances.article_id = ?
        order by appearances.span_start, appearances.span_end
    """
    return list(rows.query(db, sql, [article_id]))


def of_claim(db: Database, claim_id: int, *, newest: int | None = None) -> list[dict[str, Any]]:
    """Return a claim's appearances (or only the newest ones), oldest first, each with its article and context.

    `archived_url` is the copy of its page that `claimtrack archive` saved. `superseded_by_id` is the next version of the article, if the desk has one.
    `dropped_by_id` is that version if it and all later ones no longer contain the claim or one judged the same, or the article itself if
    its outlet withdrew it.
    """
    sql = """
        with dropped as materialized (  -- of a large cluster once, not once for each appearance
            select appearance_id, dropped_by_id from claim_occasions
            where claim_id = :claim_id and dropped_by_id is not null
        )
        select overview.*, appearances.context_before, appearances.context_after, appearances.kind_certain,
            appearances.created_at, articles.source, archives.archived_url, dropped.dropped_by_id,
            (select min(newer.id) from articles as newer where newer.previous_id = articles.id) as superseded_by_id
        from appearance_overview as overview
        join appearances on appearances.id = overview.id
        join articles on articles.id = overview.article_id
        left join archives on archives.url = overview.url
        left join dropped on dropped.appearance_id = overview.id
        where overview.claim_id = :claim_id
        order by coalesce(overview.seen_on, overview.filed_on) desc, overview.id desc limit :newest
    """
    values = {"claim_id": claim_id, "newest": -1 if newest is None else newest}
    return list(rows.query(db, sql, values))[::-1]


def count(db: Database, claim_id: int) -> int:
    """Return the number of a claim's appearances."""
    return rows.fetch_number(db, "select count(*) from appearances where claim_id = ?", [claim_id]) or 0
