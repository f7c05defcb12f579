"""Recognising an article: whether the desk has it already, or an earlier version of it, and which of its facts are new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from sqlite_utils import Database

from claimtrack.core.desk.withdrawals import is_withdrawal
from claimtrack.core.errors import Refused
from claimtrack.core.extract.page.boilerplate.credits import is_credit
from claimtrack.core.extract.page.sentences import paragraphs, sentences
from claimtrack.core.extract.words.reading import normalise
from claimtrack.core.model import Article, ExtractedClaim
from claimtrack.core.texts.addresses import is_urn
from claimtrack.core.texts.anchor import anchor, common_prefix_length, is_continued
from claimtrack.core.texts.cleaning import is_url, normalise_line_ends
from claimtrack.core.texts.languages import base_language
from claimtrack.core.texts.spans import Spans
from claimtrack.store import appearances, articles, versions
from claimtrack.workflow.articles import version_order, withdrawing

Place = tuple[int, tuple[int, int]]
"""An appearance's id, and the span of its words in another text."""

_KEPT_SHARE = 0.5
_SHORT_SHARE = 0.5
"""A file holds a new version of its article if more than this share of the earlier quotations remain; a feed's text is an excerpt of a
page's if it is shorter than this share of the page's."""
_MIN_SHARED, _LAST_LINES = 40, 300
"""How many characters two readings of a growing text must share at the beginning, and how many may differ at the end."""
_CUT = ".… []"
"""Characters that feeds put where they cut a text: "..." or "[…]"."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What the desk already has of an article."""

    article: Article
    """The article with all known facts: those given, else those of the desk's copy or of its last version."""
    article_id: int | None = None
    """Its id, if it is on the desk."""
    previous_id: int | None = None
    """The version that it follows; the newest version for an older text that is read again."""
    filled: dict[str, str] = field(default_factory=dict)
    """The facts that a known article lacked and now has."""
    kept: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The facts of a known article that stay although others were given, as (stored, given)."""
    carried: tuple[Place, ...] = ()
    """The previous version's appearances whose words are in this text, where it has no appearance yet."""
    continued: tuple[tuple[int, ExtractedClaim], ...] = ()
    """Appearances that were cut off at the end of the previous version, each with the complete claim: see `truncated_claims`."""
    quoted_already: tuple[Place, ...] = ()
    """The previous version's appearances whose words are in this text, where it has an appearance already."""
    newer_id: int | None = None
    """The newest version, if this text is an old copy; the version before which a new text belongs, by its date; the article itself, if
    its text has grown since."""
    same_address_id: int | None = None
    """The newest article that has the same address, if this one is new and not a version of it."""
    joined_by_hand: bool = False
    """Whether a person made a known article the next version (`version_of`)."""
    grown_from: int | None = None
    """The length of the previous version's text, if this text is only longer than that one and otherwise the same: it needs no new version."""
    withdrawn_on: str | None = None
    """The day from which the article is to be marked as withdrawn; None if it is not, or is marked already."""


def recognise(
    db: Database, article: Article, source: str | None, *, version_of: int | None = None
) -> Recognised:
    """Find the article on the desk, or the version before it. Reads only.

    Line ends are normalised, unless the desk has the same text with other line ends. `version_of` is an article that this is a new
    version of, as a person says; any of its versions will do. Raises NotFound if there is no such article, Refused if the article
    already follows another one. A notice of withdrawal withdraws the article of which it is a version.
    """
    recognised = _recognise(db, article, source, version_of)
    withdraws = article.is_withdrawn or (is_withdrawal(article) and recognised.previous_id is not None)
    there = {} if recognised.article_id is None else articles.get(db, recognised.article_id)
    if not withdraws or recognised.newer_id is not None or there.get("withdrawn_on"):
        return recognised
    return replace(recognised, withdrawn_on=withdrawing.withdrawal_day(db, article, recognised))


def _recognise(db: Database, article: Article, source: str | None, version_of: int | None) -> Recognised:
    article = articles.with_known_names(db, with_stored_line_ends(article))
    given_id = None if version_of is None else articles.newest_version(db, version_of)
    article_id = articles.find(db, article, source)
    if article_id is not None:
        return _recognise_known(db, article, article_id, source, given_id)
    if given_id is None and (grown := articles.find_grown(db, article, source)) is not None:
        # It may not have gone back to this text: the copy of a page that grows is often an old one for a while.
        return replace(_recognise_known(db, article, grown, source, None), newer_id=grown)
    if given_id is None:
        previous_id, carried = _find_previous(db, article, source)
    else:
        previous_id, carried = given_id, tuple(_find_quotes(article, _quoting_appearances(db, given_id)))
    if previous_id is None:
        return Recognised(article, same_address_id=_find_at_address(db, article, source))
    last = articles.get(db, previous_id)
    if given_id is None and not is_withdrawal(article) and _is_feed_excerpt(article, source, last):
        if not _contains_sentences(last["text"], article.text or ""):
            # A summary in other words, or with another number: the page keeps its claims.
            return Recognised(article)
        stored = {name: last[name] for name in articles.METADATA if last[name] is not None}
        return _recognise_known(db, replace(article, **stored), previous_id, source, None)
    told = _stored_language(article, last) or last["language"]
    # Its versions have one language: that of the page may be wrong, and somebody corrected it.
    completed = replace(_with_missing_facts(article, last), language=last["language"] or told)
    # With the address, which only the first version has, this one may turn out to be on the desk, too.
    again = articles.find(db, completed, source)
    if again is not None:
        return _recognise_known(db, article, again, source, given_id)
    if given_id is None and version_order.is_older(source, article, last):
        newer_id = versions.next_by_date(db, previous_id, article.published_on or "")
        carried = tuple(_find_quotes(article, _quoting_appearances(db, newer_id)))
        return Recognised(completed, carried=carried, newer_id=newer_id)
    if given_id is None and _has_only_grown(completed, source, last):
        quoted = _quoting_appearances(db, previous_id)
        carried = tuple((row["id"], (row["span_start"], row["span_end"])) for row in quoted)
        return Recognised(completed, previous_id=previous_id, carried=carried, grown_from=len(last["text"]))
    kept = {} if completed.language == told else {"language": (last["language"], told)}
    return Recognised(completed, previous_id=previous_id, carried=carried, kept=kept)


def _has_only_grown(article: Article, source: str | None, last: dict[str, Any]) -> bool:
    """Whether an article is that of the desk, read from the same source, with more text at its end and nothing else changed.

    One that was withdrawn is published anew as another version.
    """
    facts = ((getattr(article, name), last[name]) for name in articles.METADATA)
    is_same = source == last["source"] and all(given == stored for given, stored in facts)
    return is_same and last["withdrawn_on"] is None and is_continued(last["text"], article.text or "")


def with_stored_line_ends(article: Article) -> Article:
    """Normalise an article's line ends: a text saved on another system is the same text."""
    return article if article.text is None else replace(article, text=normalise_line_ends(article.text))


def _recognise_known(
    db: Database, article: Article, article_id: int, source: str | None, given_id: int | None
) -> Recognised:
    row = articles.get(db, article_id)
    # An older claimtrack kept the line ends of the file, and spans count them.
    article = replace(article, text=row["text"], language=_stored_language(article, row))
    given = {name: value for name in articles.METADATA if (value := getattr(article, name)) is not None}
    filled = {name: value for name, value in given.items() if row[name] is None}
    kept = {name: (row[name], value) for name, value in given.items() if row[name] not in (None, value)}
    stored = {name: row[name] for name in kept}
    recognised = Recognised(
        replace(_with_missing_facts(article, row), **stored), article_id, filled=filled, kept=kept
    )
    newest = articles.newest_version(db, article_id)
    if given_id is not None and given_id != newest:
        if row["previous_id"] is not None:
            raise Refused(
                f"article {article_id} has this same text, and is already a version of article {row['previous_id']}"
            )
        return _chain_version(db, replace(recognised, joined_by_hand=True), given_id)
    if newest == article_id:
        return recognised
    if given_id is None and version_order.is_old_copy(source, article, row, articles.get(db, newest)):
        # A feed has the same old words each hour: that is no news.
        return recognised if is_url(source or "") else replace(recognised, newer_id=newest)
    return _chain_version(db, recognised, newest)


def _chain_version(db: Database, recognised: Recognised, previous_id: int) -> Recognised:
    """Make the known article the version after `previous_id`."""
    taken = Spans(appearances.spans(db, recognised.article_id or 0))
    places = _find_quotes(recognised.article, _quoting_appearances(db, previous_id))
    carried = tuple((one, span) for one, span in places if not taken.overlap(*span))
    there = tuple(place for place in places if place not in carried)
    return replace(recognised, previous_id=previous_id, carried=carried, quoted_already=there)


def _is_feed_excerpt(article: Article, source: str | None, last: dict[str, Any]) -> bool:
    """Whether a feed has so much less text than the desk's page that it is no new version."""
    is_elsewhere = is_url(source or "") and not version_order.is_page(source or "", article.url)
    is_short = len(article.text or "") < _SHORT_SHARE * len(last["text"] or "")
    return is_elsewhere and is_short and source != last["source"]


def _contains_sentences(page: str, excerpt: str) -> bool:
    """Whether the page contains every sentence of the excerpt, of which the last may be cut off."""
    reading = normalise(excerpt)
    parts = [reading[slice(*span)] for block in paragraphs(reading) for span in sentences(reading, block)]
    expected = (part.rstrip(_CUT) for part in parts if not is_credit(part))
    page = normalise(page)
    return all(anchor(page, part, "", "") is not None for part in expected if part)


def _stored_language(article: Article, row: dict[str, Any]) -> str | None:
    """The stored language if it is the same, in whichever region or spelling: a page says en-GB, and its text is known to be en."""
    told, stored = article.language, row["language"]
    return stored if told and stored and base_language(told) == base_language(stored) else told


def _with_missing_facts(article: Article, row: dict[str, Any]) -> Article:
    article = replace(article, language=_stored_language(article, row))
    missing = {name: row[name] for name in articles.METADATA if getattr(article, name) is None}
    return replace(article, **missing)


def _find_previous(
    db: Database, article: Article, source: str | None
) -> tuple[int | None, tuple[Place, ...]]:
    """The article that this one is a new version of, and its quotations that this one still contains.

    At the same address it is the article with the largest share of them; if there are none, the last one with the same headline or
    without quotations, since many articles may stand at the address of a live page; of a notice of withdrawal, the last one. From the
    same file more than half must remain, since a file name is used again for other articles, unless the text only grew at its end: it
    was read while it was being written. A URN, under which a plug-in reads the items of a news agency, names one article, whatever
    becomes of its text.
    """
    best: tuple[float, int | None, tuple[Place, ...]] = (0.0, None, ())
    titled: int | None = None
    for row in articles.find_earlier_versions(db, article, source):
        quoted = _quoting_appearances(db, row["id"])
        places = tuple(_find_quotes(article, quoted))
        share = len(places) / len(quoted) if quoted else 0.0
        is_item = is_urn(source) and source == row["source"]
        at_address = is_item or (article.url is not None and row["url"] == article.url)
        if share > best[0] and (at_address or share > _KEPT_SHARE):
            best = share, row["id"], places
        is_grown = not at_address and _is_extended(articles.get(db, row["id"])["text"], article.text or "")
        is_headed = article.title is not None and article.title == row["title"]
        is_of_page = is_headed or not quoted or is_withdrawal(article)
        if titled is None and (is_grown or is_item or (at_address and is_of_page)):
            titled = row["id"]
    return (titled, ()) if best[1] is None else best[1:]


def _is_extended(before: str, now: str) -> bool:
    """Whether a text begins with the earlier one, but for its last lines, and is longer."""
    alike = common_prefix_length(before, now)
    return len(now) > len(before) and alike >= max(_MIN_SHARED, len(before) // 2, len(before) - _LAST_LINES)


def _find_at_address(db: Database, article: Article, source: str | None) -> int | None:
    at_address = (
        row["id"] for row in articles.find_earlier_versions(db, article, source) if row["url"] == article.url
    )
    return None if article.url is None else next(at_address, None)


def _quoting_appearances(db: Database, article_id: int) -> list[dict[str, Any]]:
    return [seen for seen in versions.last_appearances(db, article_id) if seen["quote"] is not None]


def _find_quotes(article: Article, seen: Iterable[dict[str, Any]]) -> list[Place]:
    """Find each appearance in another text of its article, by its words and their context."""
    places: list[Place] = []
    taken = set()
    for row in seen:
        if article.text is None:
            continue
        span = anchor(article.text, row["quote"], row["context_before"] or "", row["context_after"] or "")
        # A sentence that occurred twice may occur once now: then the second appearance has no place.
        if span is not None and span not in taken:
            taken.add(span)
            places.append((row["id"], span))
    return places
