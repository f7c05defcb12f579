"""Versions: their order, what they share, and what becomes of an article's appearances when its text has changed or grown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from sqlite_utils import Database

from claimtrack.core.errors import DatabaseError
from claimtrack.core.model import CONTEXT
from claimtrack.store import appearances, articles, rows

# Columns that an appearance keeps in a newer version of its article: all but the article, the span and the context.
_COPIED_COLUMNS = (
    "claim_id", "claimant_id", "kind", "kind_certain", "speaker_as_written", "said_on", "score", "reasons", "flags",
    "extractor",
)  # fmt: skip


def last_appearances(
    db: Database, article_id: int, *, is_withdrawn: bool | None = None
) -> list[dict[str, Any]]:
    """Return an article's appearances and, if its outlet withdrew it, the earlier ones of claims that it no longer has.

    A notice of withdrawal has no claims of its own, and what is published again after it is a version of what it withdrew. Without
    `is_withdrawn`, the article's mark decides.
    """
    found: list[dict[str, Any]] = []
    for version in line_back_from(db, article_id):
        there = {row["claim_id"] for row in found}
        found += [row for row in appearances.of_article(db, version["id"]) if row["claim_id"] not in there]
        if not (version["withdrawn_on"] if is_withdrawn is None else is_withdrawn):
            break
        is_withdrawn = None  # of earlier ones, their marks decide
    return found


def line_back_from(db: Database, article_id: int) -> Iterator[dict[str, Any]]:
    """Yield an article and its earlier versions, the newest first. Raises DatabaseError if they form a circle, as older desks allowed."""
    met: set[int] = set()
    next_id: int | None = article_id
    while next_id is not None:
        if next_id in met:
            raise DatabaseError(f"article {next_id} is a later version of itself: run `claimtrack doctor`")
        met.add(next_id)
        yield (version := articles.get(db, next_id))
        next_id = version["previous_id"]


def next_by_date(db: Database, newest_id: int, day: str) -> int:
    """Return the version before which a text of that day belongs: the earliest of the newest ones that are all dated after it."""
    found = newest_id
    for before in islice(line_back_from(db, newest_id), 1, None):
        if (before["published_on"] or "") <= day:
            break
        found = before["id"]
    return found


def insert_before(db: Database, article_id: int, *, next_id: int) -> None:
    """Put an article before that version, after the one that it followed."""
    articles.fill_in(db, article_id, {"previous_id": articles.get(db, next_id)["previous_id"]})
    articles.fill_in(db, next_id, {"previous_id": article_id})


def move_unquoted_to(db: Database, *, article_id: int, newer_id: int) -> None:
    """Move the appearances without a quote to the newer version: they have no span, so nothing shows that they are gone."""
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
    """Copy an appearance to a newer version of its article, with the span and the quote as they are there; return its id.

    `said` are other columns that differ in this version: the context, the speaker.
    """
    there = {"article_id": article_id, "span_start": span[0], "span_end": span[1], "quote": quote, **said}
    kept = ", ".join(name for name in _COPIED_COLUMNS if name not in said)
    sql = f"""
        insert into appearances ({", ".join(there)}, {kept})
        select {", ".join(f":{name}" for name in there)}, {kept} from appearances where id = :copied
    """
    return rows.execute(db, sql, {**there, "copied": appearance_id}).lastrowid or 0


def extend_context(db: Database, article_id: int, former_length: int) -> None:
    """Set the words after those appearances that had few or none, before the article's text grew from that length."""
    sql = """
        update appearances
        set context_after = (select substr(text, span_end + 1, :context) from articles where articles.id = article_id)
        where article_id = :article_id and span_end >= :former_length - :context
    """
    rows.execute(db, sql, {"article_id": article_id, "former_length": former_length, "context": CONTEXT})


def is_former_quote(db: Database, claim_id: int, quote: str, change_id: int) -> bool:
    """Whether these words were quoted from an article that, as read after that change in history, has other words for the claim."""
    sql = """
        select exists (  -- since it grew
            select 1 from history
            where claim_id = :claim_id and table_name = 'appearances' and operation = 'delete'
                and old_row ->> 'quote' = :quote and id > :change_id
        ) or exists (  -- in a newer version
            select 1
            from appearances as former
            cross join articles as newer on newer.previous_id = former.article_id
            cross join appearances as again on again.article_id = newer.id and again.claim_id = former.claim_id
            cross join history on table_name = 'appearances' and row_id = again.id and operation = 'insert'
            where former.claim_id = :claim_id and former.quote = :quote and again.quote <> former.quote and history.id > :change_id
        )
    """
    values = {"claim_id": claim_id, "quote": quote, "change_id": change_id}
    return bool(rows.fetch_number(db, sql, values))


def set_language(db: Database, article_id: int, language: str | None) -> None:
    """Set the language of an article in all its versions, earlier and later."""
    sql = """
        with recursive versions (id, previous_id) as (
            select id, previous_id from articles where id = :id
            union
            select articles.id, articles.previous_id
            from versions join articles on articles.previous_id = versions.id or articles.id = versions.previous_id
        )
        update articles set language = :language where id in (select id from versions) and language is not :language
    """
    rows.execute(db, sql, {"id": article_id, "language": language})
