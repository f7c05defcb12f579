"""Describes what `ingest` did, or would do, as rows and sentences: the same on the command line, on pages and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from claimtrack.core.extract import not_english
from claimtrack.core.model import Article, ExtractedClaim
from claimtrack.core.steps import Worded, by_command
from claimtrack.core.texts.languages import foreign_language
from claimtrack.core.texts.printable import (
    MOST_NAMED,
    MOST_SHOWN,
    brief,
    humanise_name,
    list_some,
    numbered,
    plural,
)
from claimtrack.workflow.articles import naming, truncated_claims, version_order, withdrawing
from claimtrack.workflow.days import last_begun
from claimtrack.workflow.matching.parking import describe_standing

if TYPE_CHECKING:
    from claimtrack.core.extract.context import ForeignParagraphs
    from claimtrack.fetch import Loaded
    from claimtrack.workflow.articles.dropping import Dropped
    from claimtrack.workflow.articles.dry_run import PlannedArticle, PlannedClaim
    from claimtrack.workflow.articles.ingesting import Ingested
    from claimtrack.workflow.articles.proposing import Filed
    from claimtrack.workflow.articles.truncated_claims import CompletedClaim
    from claimtrack.workflow.articles.version_carryover import SpeakerChange

    Row = dict[str, Any]

_FACTS = {"url": "address", "published_on": "date"}
"""What messages call the facts of an article whose columns have other names."""
_LONG = 300_000
"""The length of a text, in characters, above which reading it takes long enough for a warning."""
_APART = (
    "but is treated as another article, since neither its quotations nor its title are the same. That is right "
    "for a front page or a live page. If it is a new version of that article, "
)


# ── rows ────────────────────────────────────────────────────────────────────────────────────────


def planned_rows(planned: PlannedArticle, *, source: str | None, url: str | None) -> Iterator[Row]:
    """A row for each claim of a dry run's article."""
    # Spans count in this article's text: of several it is the only way to tell which.
    where = {"source": source, "url": url, **_version(planned.ingested)}
    for claim in planned.claims:
        yield {"outcome": claim.outcome, **_claim(claim, claim.claim_id), **where}


def filed_rows(done: Ingested) -> Iterator[Row]:
    """A row for each claim that was filed from an article, or continues where it broke off."""
    for one in done.reported:
        yield {
            "article_id": done.article_id,
            "outcome": one.outcome,
            **_claim(one, one.claim_id),
            "source": done.source,
            "url": done.url,
            **_version(done),
        }


_FOUND = [field.name for field in fields(ExtractedClaim)]
PLANNED_KEYS = (
    "outcome", "claim_id", *_FOUND, "resembles", "source", "url", "previous_id", "dropped_claim_ids", "corrected_claim_ids",
)  # fmt: skip
FILED_KEYS = ("article_id", *PLANNED_KEYS)
"""The keys of a claim that would be filed, and of one that was."""


def _claim(one: Filed | PlannedClaim | CompletedClaim, claim_id: int | None) -> Row:
    resembles = [match.claim_id for match in one.matches if match.claim_id != claim_id]
    found = {name: getattr(one.found, name) for name in _FOUND}  # not asdict, which copies each value deeply
    return {"claim_id": claim_id, **found, "resembles": resembles}


def _version(article: Ingested) -> Row:
    return {
        "previous_id": article.previous_id,
        "dropped_claim_ids": [one.claim_id for one in article.dropped],
        "corrected_claim_ids": [one.claim_id for one in article.corrected],
    }


# ── sentences ───────────────────────────────────────────────────────────────────────────────────


def loading_warnings(one: Loaded, *, by_rules: bool = True) -> Iterator[str]:
    """Yield warnings about an article that was loaded; `by_rules` if our own rules extract the claims, which read only English."""
    for warning in one.warnings:
        yield f"{one.source}: " + warning
    if (day := one.article.published_on) and day > last_begun():
        of = f" of {brief(one.article.title, MOST_SHOWN)!r}" if one.article.title else ""
        yield f"{one.source}: the date{of} is {day}, in the future, and “yesterday” is counted from it: if it is wrong, take the article back and bring it in again with the right one"
    if is_long(one.article):
        length = len(one.article.text or "")
        yield f"{one.source}: this is a long text ({length:,} characters), which may take a minute per million characters"
    if by_rules and (unread := not_english(one.article.text or "")):
        yield f"{one.source}: " + _foreign_language_warning(unread, one.article.language)


def _foreign_language_warning(unread: ForeignParagraphs, language: str | None) -> str:
    """A warning about how much of an article is not in English, what is extracted, and what to do about the rest.

    `language` is that of the article, if it is known.
    """
    number, of, guess = unread
    seen = f" but, as it seems, in {guess}" if guess else ""
    if known := foreign_language(language):
        seen = f" but in {known}"
    part = f"{number:,} of {of:,} paragraphs {'is' if number == 1 else 'are'} not in English"
    most = "this is not in English" if number == of else part
    it = "it" if number == of or number == 1 else "them"
    return (
        f"{most}{seen}: only quotations are proposed from {it}, mostly without a speaker. To file more, mark claims on the "
        "article's page"
        + Worded(
            " (`claimtrack serve`), add them with `claimtrack add`, or use an extractor that reads the language "
            "(`--extractor llm`)",
            ", or file them as claims",
        )
    )


def is_long(article: Article) -> bool:
    """Whether reading the article takes long enough to warn of."""
    return len(article.text or "") > _LONG


def dry_run_notices(planned: PlannedArticle, source: str) -> Iterator[str]:
    """Yield a dry run's notices about an article as a whole, under the name of its source."""
    done = planned.ingested
    yield from _notices(done, source, planned.claims, "would be ")
    if done.same_address_id is not None:
        yield f"{source} would be at the same address as " + _same_address(done.same_address_id)


def ingest_notices(done: Ingested) -> Iterator[str]:
    """Yield the notices about an article as a whole: of which one it is a version, and which facts were filled in."""
    yield from _notices(done, f"Article {done.article_id}", done.filed)


def _notices(
    done: Ingested, named: str, claims: Sequence[Filed | PlannedClaim], would: str = ""
) -> Iterator[str]:
    if done.grown:
        yield f"Article {done.article_id} {'would have' if would else 'has'} grown by {done.grown:,} characters."
    elif done.is_withdrawal or done.withdrawn_on:
        yield from withdrawing.notices(done, named, would)
    elif done.previous_id is not None and (done.is_new_article or done.joined_by_hand):
        yield f"{named} {would or 'is '}a new version of article {done.previous_id}."
    elif done.previous_id is not None:
        yield version_order.reverted_notice(done, would or "is ")
    yield from truncated_claims.notices(done.continued)
    if not done.is_withdrawal:
        yield from _dropped_notices(done.dropped, claims)
    yield from naming.unnamed_author_notice([one.found for one in claims], named, would)
    yield from _corrected_notices(done.corrected)
    yield from version_order.old_copy_notices(done, named, would)
    for one in done.parked[:MOST_NAMED]:
        yield f"{named} {'would repeat' if would else 'repeats'} " + describe_standing(one)
    if len(done.parked) > MOST_NAMED:
        yield f"It repeats {len(done.parked) - MOST_NAMED:,} more that are parked."
    if done.linked or done.unlinked:
        yield _cited_notice(done.linked, done.unlinked, would)
    if done.filled:
        told = ", ".join(f"{_FACTS.get(name, name)} {value}" for name, value in done.filled.items())
        yield f"Article {done.article_id} is already on the desk. {'Would be filled' if would else 'Filled'} in: {told}"
    for name, (stored, told) in done.kept.items():
        # A dry run's version has no number yet; the one before it has the same language.
        is_planned = done.is_new_article and would != ""
        number = done.previous_id if is_planned else done.article_id
        table = "an editor edits the articles table in Datasette" + by_command("serve")
        page = Worded(f"run `claimtrack articles edit {number} --language {told}`", "open its page")
        keeps = f"{named} would keep" if is_planned else f"Article {number} keeps"
        kept = f"{keeps} the {_FACTS.get(name, name)} {stored!r}, not {told!r}"
        yield f"{kept}. To change it, " + (page if name == "language" else table)


def counted(new: int, repeated: int, known: int) -> str:
    """The number of claims with each outcome, in words."""
    return f"{new:,} new, {repeated:,} repeating a claim of the desk, {known:,} known"


def nothing_found_notices(found: int, *, by_rules: bool = True) -> Iterator[str]:
    """Yield what is never extracted, if nothing was `found`: a line without a full stop is no claim."""
    if not found and not by_rules:
        yield "No claims were found, or none that the article contains word for word."
    elif not found:
        yield (
            "No claims were found. Short lines without a full stop are taken for headings. Questions, bylines, notices, "
            + Worded("text without spaces, and claims scoring under --min-score", "and text without spaces")
            + " are left out too."
        )


def empty_article_notices(results: Sequence[Ingested]) -> Iterator[str]:
    """Yield which new articles have no claim, why they are kept, and how to remove one."""
    numbers = [
        one.article_id
        for one in results
        if one.is_new_article and not (one.filed or one.known or one.skipped or one.withdrawn_on)
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
        + by_command("serve")
        + " you can mark claims that were missed. An editor can delete it from the articles "
        "table in Datasette if it is not an article"
    )


def same_address_notices(results: Sequence[Ingested]) -> Iterator[str]:
    """Yield which new articles have the address of another one, why they are not versions of it, and how to make one a version."""
    read = {
        (one.article_id, one.source) for one in results
    }  # entries of one feed are known to be different articles
    apart = [
        (one.article_id, one.same_address_id)
        for one in results
        if one.same_address_id is not None and (one.same_address_id, one.source) not in read
    ]
    if not apart:
        return
    [(article_id, beside), *others] = apart
    yield f"Article {article_id} is at the same address as " + _same_address(beside)
    if others:
        named = list_some(f"{one} (at that of {beside})" for one, beside in others)
        yield f"The same goes for articles {named}."


def _same_address(beside: int) -> str:
    """Why an article is not a version of the one at its address, and how to make it one."""
    again = Worded(
        f"ingest it again with --version-of {beside}",
        f"bring it in again as a new version of article {beside} (the last field)",
    )
    return f"article {beside}, {_APART}" + again + ", to see which claims it no longer contains"


def _cited_notice(linked: int, unlinked: int, would: str) -> str:
    """How many of the sources that a draft cites became (or `would` become) evidence of its claims, and how many are near no claim."""
    beside = f", {unlinked:,} not, because there is no claim beside them: see the draft" if unlinked else ""
    return f"Links and footnotes: {linked:,} {would}filed as evidence{beside}"


def _dropped_notices(dropped: Iterable[Dropped], found: Sequence[Filed | PlannedClaim]) -> Iterator[str]:
    """Yield the claims that the newer text no longer contains, each with its possible new wording: a number or word was corrected."""
    for one in dropped:
        yield f"  It no longer contains claim {one.claim_id} ({humanise_name(one.status)}): {one.text}"
        now = [
            f"{f' (claim {other.claim_id})' if other.claim_id else ''}: {other.found.text}"
            for other in found
            if other.claim_id != one.claim_id and one.claim_id in (match.claim_id for match in other.matches)
        ]
        yield from (f"    Perhaps it now reads{told}" for told in dict.fromkeys(now))


def _corrected_notices(corrected: Iterable[SpeakerChange]) -> Iterator[str]:
    """Yield the claims with another speaker; where a label was corrected, which may have hundreds, the first few and how many more.

    A claim that did not change speaker with its article is always named: somebody has to look at it.
    """
    renamed: Counter[tuple[str | None, str | None]] = Counter()
    for one in corrected:
        if not one.is_kept and one.claimant == one.now:
            renamed[one.was, one.now] += 1
            if renamed[one.was, one.now] > MOST_NAMED:
                continue
        now, status = one.now or "nobody", humanise_name(one.status)
        if one.is_kept:
            stays = f"where {one.was} stays" if one.was else "which stays without a claimant"
            told = f"{stays}, because someone corrected that"
        else:
            told = f"no longer {one.was or 'nobody'}"
            if one.claimant != one.now:
                told += f" (its claimant stays {one.claimant or 'nobody'})"
        yield f"  It now has {now} as the speaker of claim {one.claim_id} ({status}), {told}: {one.text}"
    for (was, becomes), count in renamed.items():
        if count > MOST_NAMED:
            more = plural(count - MOST_NAMED, "more claim")
            yield f"  It now has {becomes or 'nobody'} as the speaker of {more}, no longer {was or 'nobody'}."
