"""What reading in articles did, or would do, in rows and in sentences: the same on the command line, on pages and for programs."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.cited import at_claims
from claimtrack.core.extract import not_english
from claimtrack.core.model import Article, ExtractedClaim
from claimtrack.core.steps import Worded, by
from claimtrack.core.texts.printable import humanise_name, list_some, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.core.extract.context import ForeignParagraphs
    from claimtrack.fetch import Loaded
    from claimtrack.workflow.articles.dry_run import PlannedArticle, PlannedClaim
    from claimtrack.workflow.articles.ingesting import Ingested
    from claimtrack.workflow.articles.proposing import Filed
    from claimtrack.workflow.articles.recognising import Dropped
    from claimtrack.workflow.articles.version_carryover import Corrected

    Row = dict[str, Any]

_FACTS = {
    "url": "address",
    "title": "title",
    "outlet": "outlet",
    "author": "author",
    "published_on": "date",
    "language": "language",
}
_LONG = 300_000
"""Characters of a text from which on reading it takes so long that the wait is told."""
_APART = (
    "but is treated as another article, since neither its quotations nor its title are the same. That is right "
    "for a front page or a live page. If it is a new version of that article, "
)


# ── rows ────────────────────────────────────────────────────────────────────────────────────────


def planned_rows(planned: PlannedArticle, *, source: str | None, url: str | None) -> Iterator[Row]:
    """A row for each claim of an article, of which nothing is written."""
    # Spans count in this article's text: of several it is the only way to tell which.
    where = {"source": source, "url": url, **_version(planned)}
    for claim in planned.claims:
        yield {"outcome": claim.outcome, **_claim(claim, claim.claim_id), **where}


def filed_rows(done: Ingested) -> Iterator[Row]:
    """A row for each claim that was filed from an article."""
    for one in done.filed:
        yield {
            "article_id": done.article_id,
            "outcome": "new" if one.is_new else "repeats",
            **_claim(one, one.claim_id),
            "source": done.source,
            "url": done.url,
            **_version(done),
        }


_FOUND = [field.name for field in fields(ExtractedClaim)]


def _claim(one: Filed | PlannedClaim, claim_id: int | None) -> Row:
    resembles = [match.claim_id for match in one.matches if match.claim_id != claim_id]
    found = {name: getattr(one.found, name) for name in _FOUND}  # not asdict, which copies each value deeply
    return {"claim_id": claim_id, **found, "resembles": resembles}


def _version(article: Ingested | PlannedArticle) -> Row:
    return {
        "previous_id": article.previous_id,
        "dropped": [one.claim_id for one in article.dropped],
        "corrected": [one.claim_id for one in article.corrected],
    }


# ── sentences ───────────────────────────────────────────────────────────────────────────────────


def told_of_loaded(one: Loaded, *, by_rules: bool = True) -> Iterator[str]:
    """What to know before trusting what was read; `by_rules` tells whether our own rules find the claims, which read English alone."""
    for warning in one.warnings:
        yield f"{one.source}: " + warning
    if is_long(one.article):
        length = len(one.article.text or "")
        yield f"{one.source}: this is a long text ({length:,} characters), which may take a minute per million characters"
    if by_rules and (unread := not_english(one.article.text or "")):
        yield f"{one.source}: " + _told_unread(unread)


def _told_unread(unread: ForeignParagraphs) -> str:
    """How much is not in English, what was read of it, and what to do about the rest."""
    number, of, language = unread
    list_some = f"{number:,} of {of:,} paragraphs {'is' if number == 1 else 'are'} not in English"
    most = "this is not in English" if number == of else list_some
    it = "it" if number == of or number == 1 else "them"
    return (
        f"{most}{f' but, as it seems, in {language}' if language else ''}: only quotations are proposed from {it}, mostly without a speaker. To file more, mark claims on the "
        "article's page"
        + Worded(
            " (`claimtrack serve`), add them with `claimtrack add`, or use an extractor that reads the language "
            "(`--extractor llm`)",
            ", or file them as claims",
        )
    )


def is_long(article: Article) -> bool:
    """Whether reading the article takes so long that the wait is told."""
    return len(article.text or "") > _LONG


def told_of_planned(planned: PlannedArticle, loaded: Loaded) -> Iterator[str]:
    """That an article would be a new version, and what that no longer holds; what of its sources would be filed."""
    if loaded.cited:
        spans = [(one.found.start, one.found.end) for one in planned.claims]
        at = [len(claims) for _, claims in at_claims(loaded.article.text or "", spans, loaded.cited)]
        # Of an article that is on the desk some may be filed already.
        would = "would be " if planned.article_id is None else "at most would be "
        yield _told_of_cited(sum(at), at.count(0), would)
    if planned.previous_id is not None:
        if planned.article_id is None or planned.joins:
            yield f"{loaded.source} would be a new version of article {planned.previous_id}."
        else:
            yield _told_back(planned, "would be")
        yield from _told_dropped(planned.dropped, planned.claims)
        yield from _told_corrected(planned.corrected)
    yield from _told_newer(planned)
    if planned.apart_id is not None:
        yield f"{loaded.source} would be at the same address as " + _told_apart(planned.apart_id)


def told_of_ingested(done: Ingested) -> Iterator[str]:
    """What became of an article beside its claims: of which it is a version, and what was told of it."""
    if done.previous_id is not None:
        if done.is_new_article or done.joins:
            yield f"Article {done.article_id} is a new version of article {done.previous_id}."
        else:
            yield _told_back(done, "is")
        for grown in done.grown:
            yield f"  Claim {grown.claim_id} now continues where it broke off: {grown.text}"
        yield from _told_dropped(done.dropped, done.filed)
        yield from _told_corrected(done.corrected)
    yield from _told_newer(done)
    if done.linked or done.unlinked:
        yield _told_of_cited(done.linked, done.unlinked)
    if done.filled:
        told = ", ".join(f"{_FACTS[name]} {value}" for name, value in done.filled.items())
        yield f"Article {done.article_id} is already on the desk. Filled in: {told}"
    for name, (stored, told) in done.kept.items():
        yield (
            f"Article {done.article_id} keeps the {_FACTS[name]} {stored!r}, not {told!r}. To change it, an editor edits the articles table in Datasette"
            + by("serve")
        )


def counted(new: int, repeated: int, known: int) -> str:
    """How many claims there were of each outcome, in words."""
    return f"{new} new, {repeated} repeating a claim of the desk, {known} known"


def told_if_nothing(found: int, *, by_rules: bool = True) -> Iterator[str]:
    """What is left out where nothing was `found`, so that nobody takes a lost full stop for a text without claims."""
    if not found and not by_rules:
        yield "No claims were found, or none that the article contains word for word."
    elif not found:
        yield (
            "No claims were found. Short lines without a full stop are taken for headings. Questions, bylines, notices, "
            + Worded("text without spaces, and claims scoring under --min-score", "and text without spaces")
            + " are left out too."
        )


def told_without_claim(results: Sequence[Ingested]) -> Iterator[str]:
    """Which articles are new on the desk and without a claim there: why they are kept, and how one is removed."""
    numbers = [
        one.article_id
        for one in results
        if one.is_new_article and not (one.filed or one.known or one.skipped)
    ]
    if not numbers:
        return
    which = (
        "are kept without claims. On their pages"
        if len(numbers) > 1
        else "is kept without claims. On its page"
    )
    yield (
        f"{numbered('Article', numbers)} {which}"
        + by("serve")
        + " you can mark claims that were missed. An editor can delete it from the articles "
        "table in Datasette if it is not an article"
    )


def told_apart(results: Sequence[Ingested]) -> Iterator[str]:
    """Which articles are new at the address of another one, why they are no versions of it, and how one becomes that."""
    read = {
        (one.article_id, one.source) for one in results
    }  # entries of one feed know of each other that they are several
    apart = [
        (one.article_id, one.apart_id)
        for one in results
        if one.apart_id is not None and (one.apart_id, one.source) not in read
    ]
    if not apart:
        return
    [(article_id, beside), *others] = apart
    yield f"Article {article_id} is at the same address as " + _told_apart(beside)
    if others:
        named = list_some(f"{one} (at that of {beside})" for one, beside in others)
        yield f"The same goes for articles {named}."


def _told_apart(beside: int) -> str:
    """Why an article is no version of the one at its address, and how it becomes that."""
    again = Worded(
        f"ingest it again with --version-of {beside}",
        f"bring it in again as a new version of article {beside} (the last field)",
    )
    return f"article {beside}, {_APART}" + again + ", to see which claims it no longer contains"


def _told_of_cited(linked: int, unlinked: int, would: str = "") -> str:
    """How many sources that a draft cites became evidence of its claims, or `would`, and how many stand at none of them."""
    beside = f", {unlinked:,} not, because there is no claim beside them: see the draft" if unlinked else ""
    return f"Links and footnotes: {linked:,} {would}filed as evidence{beside}"


def _told_back(article: Ingested | PlannedArticle, stands: str) -> str:
    """That an article is read in an older text again, and how to undo it."""
    return (
        f"Article {article.article_id} is already on the desk and {stands} current again, in place of its newer version, article {article.previous_id}. If this was an "
        "old copy, " + Worded("ingest", "bring in") + " the newer text again."
    )


def _told_newer(article: Ingested | PlannedArticle) -> Iterator[str]:
    if article.newer_id is not None:
        yield (
            f"Article {article.article_id} is already on the desk, and so is a newer version of it, article {article.newer_id}, which stays current. If "
            "the article did go back to this text, "
            + Worded(
                "ingest it with a --date after the newer version's, or from standard input",
                "bring it in with a date after the newer version's",
            )
            + "."
        )


def _told_dropped(dropped: Iterable[Dropped], found: Sequence[Filed | PlannedClaim]) -> Iterator[str]:
    """What the newer text no longer holds, each with what perhaps stands there instead: a figure was mended, a word."""
    for one in dropped:
        yield f"  It no longer contains claim {one.claim_id} ({humanise_name(one.status)}): {one.text}"
        now = [
            f"{f' (claim {other.claim_id})' if other.claim_id else ''}: {other.found.text}"
            for other in found
            if other.claim_id != one.claim_id and one.claim_id in (match.claim_id for match in other.matches)
        ]
        yield from (f"    Perhaps it now reads{told}" for told in dict.fromkeys(now))


def _told_corrected(corrected: Iterable[Corrected]) -> Iterator[str]:
    for one in corrected:
        now, status = one.now or "nobody", humanise_name(one.status)
        if one.is_kept:
            stays = f"where {one.was} stays" if one.was else "which stays without a claimant"
            told = f"{stays}, because someone corrected that"
        else:
            told = f"no longer {one.was or 'nobody'}"
            if one.claimant != one.now:
                told += f" (its claimant stays {one.claimant or 'nobody'})"
        yield f"  It now has {now} as the speaker of claim {one.claim_id} ({status}), {told}: {one.text}"
