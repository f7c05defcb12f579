"""Entering an article on the desk: as a new article, as the next version of one, or as more text of one that only grew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.extract import guess_language
from claimtrack.core.model import Article, ExtractedClaim, Kind, Status
from claimtrack.store import appearances, articles, claims, history_ranges, speakers, versions
from claimtrack.workflow.articles import (
    naming,
    proposing,
    truncated_claims,
    version_carryover,
    withdrawing,
)

if TYPE_CHECKING:
    from claimtrack.workflow.articles.recognising import Recognised
    from claimtrack.workflow.articles.truncated_claims import CompletedClaim
    from claimtrack.workflow.articles.version_carryover import SpeakerChange
    from claimtrack.workflow.matching.concurrent_additions import ConcurrentAdditions


@dataclass(frozen=True, slots=True)
class Entered:
    """The article as entered on the desk, or found there, with how many of its claims it had already.

    `previous_id` is the version that it follows since now, `grown` by how many characters its text has grown.
    """

    article_id: int
    is_new: bool
    previous_id: int | None = None
    corrected: tuple[SpeakerChange, ...] = ()
    continued: tuple[CompletedClaim, ...] = ()
    grown: int = 0
    known: int = 0


def enter_article(
    db: Database,
    recognised: Recognised,
    source: str | None,
    found: Sequence[ExtractedClaim],
    additions: ConcurrentAdditions,
    extractor: str,
) -> Entered:
    """Add the article, or find it on the desk, and take over the claims of the previous version that it still contains.

    Also adds the claims that it already quotes to `additions`. Call it within the write transaction, if the article would still be
    recognised like this.
    """
    grown = _grow_article(db, recognised, found, extractor)
    entered = grown or _enter_version(db, recognised, source, found, extractor)
    article_id = entered.article_id
    if recognised.withdrawn_on is not None:
        withdrawing.mark(db, article_id, recognised.withdrawn_on)
    additions.next_article(claims.get_wordings(db, appearances.claims_quoted_in(db, article_id)))
    for one in claims.get_wordings(db, [one.claim_id for one in entered.continued]):
        additions.add(one)
    taken = proposing.covered_spans(db, article_id)
    return replace(entered, known=sum(taken.overlap(one.start, one.end) for one in found))


def _grow_article(
    db: Database, recognised: Recognised, found: Sequence[ExtractedClaim], extractor: str
) -> Entered | None:
    """Add the new text to an article that only grew; None if it takes a new version.

    It does if a speaker is another one now, or if somebody has worked on the claim in which the text broke off: then both that claim and
    the complete one are needed.
    """
    article_id, text = recognised.previous_id, recognised.article.text or ""
    if recognised.grown_from is None or article_id is None:
        return None
    former = articles.get(db, article_id)["text"]
    changes = version_carryover.speaker_changes(version_carryover.find_corrections(db, recognised, found))
    is_free = all(history_ranges.is_untouched(db, one) for one, _ in recognised.continued)
    if not (is_free and all(one.is_kept for one in changes)):
        return None
    articles.grow(db, article_id, text)
    continued = truncated_claims.file_completed(db, recognised, article_id, extractor)
    # "Rents rose, Moor said" may have been cut off before "on Tuesday".
    last_line = former.removesuffix("\n").rfind("\n") + 1
    _fill_missing_facts(db, article_id, recognised.article, [one for one in found if one.start >= last_line])
    versions.extend_context(db, article_id, len(former))  # last: it touches claims
    return Entered(
        article_id, is_new=False, corrected=changes, continued=continued, grown=len(text) - len(former)
    )


def _enter_version(
    db: Database,
    recognised: Recognised,
    source: str | None,
    found: Sequence[ExtractedClaim],
    extractor: str,
) -> Entered:
    """Add the article, unless the desk has it, and carry over the claims of the version that it follows."""
    there, follows = recognised.article_id, recognised.previous_id
    corrected = {} if follows is None else version_carryover.find_corrections(db, recognised, found)
    article_id = there or articles.add_read(
        db, _with_language(recognised.article), source=source, previous_id=follows
    )
    if there is not None and recognised.filled:
        articles.fill_in(db, there, recognised.filled)
        _fill_missing_facts(db, there, recognised.article, found)
    continued: tuple[CompletedClaim, ...] = ()
    if follows is not None:
        articles.set_previous_version(db, article_id, follows)
        version_carryover.carry_over(db, recognised, article_id, corrected)
        continued = truncated_claims.file_completed(db, recognised, article_id, extractor)
        versions.move_unquoted_to(db, article_id=follows, newer_id=article_id)
    elif there is None and recognised.newer_id is not None:
        versions.insert_before(db, article_id, next_id=recognised.newer_id)
        version_carryover.carry_over(db, recognised, article_id, {})
    changes = version_carryover.speaker_changes(corrected)
    return Entered(article_id, there is None, follows, changes, continued)


def _with_language(article: Article) -> Article:
    """The article with the language of its text, if it does not say which and that is certain."""
    return replace(article, language=article.language or guess_language(article.text or ""))


def _fill_missing_facts(
    db: Database, article_id: int, article: Article, everything: Iterable[ExtractedClaim]
) -> None:
    """Set the date and the outlet of claims that wait for triage, now that the article's are known."""
    there = {(row["span_start"], row["span_end"]): row for row in appearances.of_article(db, article_id)}
    for found in everything:
        row = there.get((found.start, found.end))
        if row is None or row["status"] != Status.PROPOSED:
            continue
        if row["said_on"] is None and found.claimed_on is not None:
            appearances.set_said_on(db, row["id"], found.claimed_on)
            claims.fill_in(db, row["claim_id"], "claimed_on", found.claimed_on, appearance_id=row["id"])
        if row["claimant_id"] is None and found.kind is Kind.OUTLET and article.outlet is not None:
            claimant_id = naming.claimant_id(db, found, naming.claimant_name(article, found))
            speakers.set_claimant(db, row["id"], claimant_id)
            claims.fill_in(db, row["claim_id"], "claimant_id", claimant_id, appearance_id=row["id"])
