"""Appearances: where a claim was said, with the span that holds the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.model import ClaimantKind, Kind, Status
from claimtrack.core.steps import SEE_APPEARANCES
from claimtrack.store import rows
from claimtrack.store.claimants import all_names_sql

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlite_utils import Database

    from claimtrack.core.model import ExtractedClaim

# What a claim's appearance keeps when its article changes: all but the place, and how its words are set there.
_COPIED_COLUMNS = (
    "claim_id", "claimant_id", "kind", "kind_certain", "speaker_as_written", "said_on", "score", "reasons", "flags",
    "extractor",
)  # fmt: skip


def add_extracted(
    db: Database,
    found: ExtractedClaim,
    *,
    claim_id: int,
    article_id: int,
    claimant_id: int | None,
    extractor: str,
) -> int:
    """Insert the appearance of an extracted claim; the id. Raises InvalidSpan where the span is wrong."""
    more = {"claim_id": claim_id, "article_id": article_id, "claimant_id": claimant_id}
    return rows.insert(db, "appearances", more | extracted_columns(found, extractor))


def extracted_columns(found: ExtractedClaim, extractor: str) -> dict[str, Any]:
    """The columns that tell of an extracted claim as it stands in its article."""
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
    """Insert an appearance in an article whose text we do not hold; None when it is there already.

    It is there when the same speaker said it there on the same day, or what is known of either fits one
    that is: a reader who only repeats the address adds nothing. `filed_at` is when it was told (ISO, UTC) if not now.
    """
    known = find_unquoted(
        db, claim_id=claim_id, article_id=article_id, claimant_id=claimant_id, said_on=said_on
    )
    row = {"claim_id": claim_id, "article_id": article_id, "claimant_id": claimant_id, "said_on": said_on}
    if known is not None:
        return None
    return rows.insert(db, "appearances", row | ({"created_at": filed_at} if filed_at else {}))


def find_unquoted(
    db: Database, *, claim_id: int, article_id: int, claimant_id: int | None, said_on: str | None
) -> int | None:
    """The appearance in an article without text that speaker (by any name) and day fit, as far as they are told; else None."""
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
    """Say where an appearance without a quote was heard, once that is known."""
    rows.update(db, "appearances", appearance_id, {"article_id": article_id})


def fill_in(db: Database, appearance_id: int, *, claimant_id: int | None, said_on: str | None) -> None:
    """Say who was speaking and on which day, where the appearance does not tell yet."""
    sql = "update appearances set claimant_id = coalesce(claimant_id, ?), said_on = coalesce(said_on, ?) where id = ?"
    rows.execute(db, sql, [claimant_id, said_on, appearance_id])


@dataclass(frozen=True, slots=True)
class OccasionRow:
    """An appearance as an occasion: who said the claim and on which day, as far as either is known, and where.

    `claimant_id` is the name that it was filed under.
    """

    id: int
    claimant_id: int | None
    said_on: str | None
    url: str | None
    article_id: int


def occasions(db: Database, claim_id: int) -> list[OccasionRow]:
    """The claim's appearances as occasions."""
    sql = """
        select appearances.id, claimant_id, said_on, url, article_id
        from appearances join articles on articles.id = article_id where claim_id = ? order by appearances.id
    """
    return [OccasionRow(*row) for row in db.execute(sql, [claim_id])]


def is_day_known(db: Database, claim_id: int, day: str) -> bool:
    """Whether an appearance tells that day (ISO) for the claim's, or the claim was seen on one before it."""
    sql = """
        select exists (
            select 1 from appearances join articles on articles.id = article_id
            where claim_id = :claim_id and (said_on = :day or coalesce(said_on, published_on) < :day)
        )
    """
    return bool(rows.fetch_number(db, sql, {"claim_id": claim_id, "day": day}))


def move_unquoted_to(db: Database, *, article_id: int, newer_id: int) -> None:
    """Let what was told by hand to stand in an article stand in the newer version: nobody said where, so it is not gone."""
    sql = """
        update appearances set article_id = :newer_id
        where article_id = :article_id and span_start is null and not exists (
            select 1 from appearances as there
            where there.claim_id = appearances.claim_id and there.article_id = :newer_id and there.span_start is null
                and there.claimant_id is appearances.claimant_id and there.said_on is appearances.said_on
        )
    """
    rows.execute(db, sql, {"article_id": article_id, "newer_id": newer_id})


def copy_to_version(
    db: Database,
    appearance_id: int,
    *,
    article_id: int,
    span: tuple[int, int],
    quote: str,
    said: Mapping[str, Any],
) -> int:
    """File the same appearance in a newer version of its article, at the span where its words stand now, as they do.

    `said` are columns that this version has otherwise: the words around it, who says it there.
    """
    there = {"article_id": article_id, "span_start": span[0], "span_end": span[1], "quote": quote, **said}
    kept = ", ".join(name for name in _COPIED_COLUMNS if name not in said)
    sql = f"""
        insert into appearances ({", ".join(there)}, {kept})
        select {", ".join(f":{name}" for name in there)}, {kept} from appearances where id = :copied
    """
    return rows.execute(db, sql, {**there, "copied": appearance_id}).lastrowid or 0


def set_span(db: Database, appearance_id: int, *, span: tuple[int, int], quote: str) -> None:
    """Set the span of an appearance anew. Raises InvalidSpan where the article does not hold the quote there."""
    held = {"span_start": span[0], "span_end": span[1], "quote": quote}
    rows.update(db, "appearances", appearance_id, held)


def get(db: Database, appearance_id: int) -> dict[str, Any]:
    """The appearance. Raises NotFound."""
    return rows.get(db, "appearances", appearance_id, "appearance", SEE_APPEARANCES)


def find_at_span(db: Database, article_id: int, span: tuple[int, int]) -> int | None:
    """The id of the appearance that holds exactly this span of the article; None where there is none."""
    sql = "select id from appearances where article_id = ? and span_start = ? and span_end = ?"
    return rows.fetch_number(db, sql, [article_id, *span])


def spans(db: Database, article_id: int) -> Iterator[tuple[int, int]]:
    """The spans of the article that its appearances quote."""
    sql = "select span_start, span_end from appearances where article_id = ? and span_start is not null"
    yield from db.execute(sql, [article_id])


def claims_in_article(db: Database, article_id: int) -> list[int]:
    """The claims that appear in the article, quoted or only heard there."""
    return rows.fetch_numbers(
        db, "select distinct claim_id from appearances where article_id = ?", [article_id]
    )


def claims_quoted_in(db: Database, article_id: int) -> list[int]:
    """The claims that the article is quoted with."""
    sql = "select distinct claim_id from appearances where article_id = ? and quote is not null"
    return rows.fetch_numbers(db, sql, [article_id])


def is_former_quote(db: Database, claim_id: int, quote: str, change_id: int) -> bool:
    """Whether an article was quoted with these words, and a version that came after that change of history has others for the claim."""
    sql = """
        select exists (
            select 1
            from appearances as former
            cross join articles as newer on newer.previous_id = former.article_id
            cross join appearances as again on again.article_id = newer.id and again.claim_id = former.claim_id
            cross join history on table_name = 'appearances' and row_id = again.id and operation = 'insert'
            where former.claim_id = ? and former.quote = ? and again.quote <> former.quote and history.id > ?
        )
    """
    return bool(rows.fetch_number(db, sql, [claim_id, quote, change_id]))


def set_said_on(db: Database, appearance_id: int, day: str) -> None:
    """Say on which day (ISO date) it was said."""
    rows.update(db, "appearances", appearance_id, {"said_on": day})


def triaged_quotes(db: Database) -> Iterator[tuple[str, Kind, ClaimantKind, Status]]:
    """Words, kind, sort of speaker and claim's status of the first appearance of each extracted claim that left triage."""
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
    """An article's appearances in the order of the text, each with its claim's text and status.

    `speaker` is the name that whoever says it goes by, `filed_as` the one that it was filed under.
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
    return list(db.query(sql, [article_id]))


def of_claim(db: Database, claim_id: int, *, newest: int | None = None) -> list[dict[str, Any]]:
    """A claim's appearances, or so many of the newest, oldest first, each with its article and the words around it.

    `superseded_by` is the next version of the article, where the desk has read one: this one stands there no longer.
    `dropped_by` is the same version where that, and each later one, no longer holds the claim or one judged the same.
    """
    sql = """
        with dropped as materialized (  -- of a large cluster once, not once for each appearance
            select appearance_id, dropped_by from claim_occasions
            where claim_id = :claim_id and dropped_by is not null
        )
        select overview.*, appearances.context_before, appearances.context_after, appearances.kind_certain,
            appearances.created_at, articles.source, dropped.dropped_by,
            (select min(newer.id) from articles as newer where newer.previous_id = articles.id) as superseded_by
        from appearance_overview as overview
        join appearances on appearances.id = overview.id
        join articles on articles.id = overview.article_id
        left join dropped on dropped.appearance_id = overview.id
        where overview.claim_id = :claim_id
        order by coalesce(overview.seen_on, overview.filed_on) desc, overview.id desc limit :newest
    """
    return list(db.query(sql, {"claim_id": claim_id, "newest": -1 if newest is None else newest}))[::-1]


def count(db: Database, claim_id: int) -> int:
    """How many appearances a claim has."""
    return rows.fetch_number(db, "select count(*) from appearances where claim_id = ?", [claim_id]) or 0
