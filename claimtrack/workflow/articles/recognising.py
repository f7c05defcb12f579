"""Whether the desk holds an article already, or an earlier version of it, and what is newly told of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import Refused
from claimtrack.core.extract.page.boilerplate.credits import is_credit
from claimtrack.core.extract.page.sentences import paragraphs, sentences
from claimtrack.core.extract.words.reading import normalise
from claimtrack.core.model import Status
from claimtrack.core.texts.addresses import is_same_page
from claimtrack.core.texts.anchor import anchor, common_prefix_length
from claimtrack.core.texts.cleaning import is_url, normalise_line_ends
from claimtrack.core.texts.spans import Spans
from claimtrack.store import appearances, articles, clusters

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from sqlite_utils import Database

    from claimtrack.core.model import Article, ExtractedClaim

Place = tuple[int, tuple[int, int]]
"""An appearance's id, and the span where its words stand in another text."""

_MOST = 0.5
_LEAST = 0.5
"""Of a page's length: a feed that has less of it has no new version of the page."""
_FEWEST_ALIKE, _LAST_LINES = 40, 300
"""Characters with which a text that is read while it is written begins again, and at its end those that may have another form."""
_CUT = ".… []"
"""What feeds put where they cut a text: "..." or "[…]"."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an article stands to those of the desk."""

    article: Article
    """With all that is known of it: what was told, else what the desk holds of it or of its last version."""
    article_id: int | None = None
    """Its own, where the desk holds it already."""
    previous_id: int | None = None
    """The version that it follows: of an older text that is read again, the newest."""
    filled: dict[str, str] = field(default_factory=dict)
    """What is newly told of a known article."""
    kept: dict[str, tuple[str, str]] = field(default_factory=dict)
    """What was told otherwise of a known article than it is stored, as (stored, told)."""
    moved: tuple[Place, ...] = ()
    """The previous version's appearances that stand in this text and are not known in it."""
    grown: tuple[tuple[int, ExtractedClaim], ...] = ()
    """Of what was quoted last in the previous version, what stands in its place now as it broke off there: see `broken_off`."""
    there: tuple[Place, ...] = ()
    """Those of them that are known in it."""
    newer_id: int | None = None
    """The newest version, where this text is known to be an old copy."""
    apart_id: int | None = None
    """The newest article at the address of a new one that is a version of none."""
    joins: bool = False
    """Whether a known article follows the previous version because a person says so."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A claim that a new version of its article no longer holds, and where it stands on the desk."""

    claim_id: int
    text: str
    status: Status


def recognise(
    db: Database, article: Article, source: str | None, *, version_of: int | None = None
) -> Standing:
    """The article as it stands on the desk. Reads only.

    Its text has one kind of line ends, or is the very one that the desk has of it.
    A person may tell which article it is a new `version_of`, in whichever version. Raises NotFound where there is none of that
    number, Refused where the article follows another one already.
    """
    article = articles.as_known(db, as_kept(article))
    told_id = None if version_of is None else articles.newest_version(db, version_of)
    article_id = articles.find(db, article, source)
    if article_id is not None:
        return _known(db, article, article_id, source, told_id)
    if told_id is None:
        previous_id, moved = _previous(db, article, source)
    else:
        previous_id, moved = told_id, tuple(_places(article, _quoted(db, told_id)))
    if previous_id is None:
        return Standing(article, apart_id=_at_its_address(db, article, source))
    last = articles.get(db, previous_id)
    if told_id is None and _is_much_less(article, source, last):
        if not _stands_in(last["text"], article.text or ""):
            # A summary in other words, or with another number: the page keeps its claims.
            return Standing(article)
        stored = {name: last[name] for name in articles.FACTS if last[name] is not None}
        return _known(db, replace(article, **stored), previous_id, source, None)
    told = _completed(article, last)
    # With the address that only the first version was told, this one may be on the desk, too.
    again = articles.find(db, told, source)
    if again is not None:
        return _known(db, article, again, source, told_id)
    return Standing(told, previous_id=previous_id, moved=moved)


def as_kept(article: Article) -> Article:
    """The article with line ends of one kind, as all are kept: a text that was saved on another system is the same text."""
    return article if article.text is None else replace(article, text=normalise_line_ends(article.text))


def dropped(db: Database, previous_id: int, held: Set[int]) -> tuple[Dropped, ...]:
    """The claims quoted of the previous version that are not among those `held` now, nor judged the same as one of them."""
    before = {row["claim_id"]: row for row in appearances.of_article(db, previous_id) if row["quote"]}
    gone = before.keys() - held
    same = clusters.same_as(db, sorted(gone))
    return tuple(
        Dropped(claim_id, row["claim"], Status(row["status"]))
        for claim_id, row in before.items()
        if claim_id in gone and held.isdisjoint(same.get(claim_id, ()))
    )


def _known(
    db: Database, article: Article, article_id: int, source: str | None, told_id: int | None
) -> Standing:
    row = articles.get(db, article_id)
    # An older claimtrack kept the line ends of the file, and spans count them.
    article = replace(article, text=row["text"])
    told = {name: value for name in articles.FACTS if (value := getattr(article, name)) is not None}
    filled = {name: value for name, value in told.items() if row[name] is None}
    kept = {name: (row[name], value) for name, value in told.items() if row[name] not in (None, value)}
    stored = {name: row[name] for name in kept}
    standing = Standing(replace(_completed(article, row), **stored), article_id, filled=filled, kept=kept)
    newest = articles.newest_version(db, article_id)
    if told_id is not None and told_id != newest:
        if row["previous_id"] is not None:
            raise Refused(
                f"article {article_id} has this same text, and is already a version of article {row['previous_id']}"
            )
        return _after(db, replace(standing, joins=True), told_id)
    if newest == article_id:
        return standing
    if told_id is None and _is_old_copy(source, article.published_on, row, articles.get(db, newest)):
        # A feed has the same old words each hour: that is no news.
        return standing if is_url(source or "") else replace(standing, newer_id=newest)
    return _after(db, standing, newest)


def _after(db: Database, standing: Standing, previous_id: int) -> Standing:
    """The known article in the place of that version."""
    taken = Spans(appearances.spans(db, standing.article_id or 0))
    places = _places(standing.article, _quoted(db, previous_id))
    moved = tuple((one, span) for one, span in places if not taken.overlap(*span))
    there = tuple(place for place in places if place not in moved)
    return replace(standing, previous_id=previous_id, moved=moved, there=there)


def _is_old_copy(
    source: str | None, told_on: str | None, older: dict[str, Any], newest: dict[str, Any]
) -> bool:
    """Whether it is the very file or feed that the older text was read from, and the newest one was read from elsewhere.

    Unchanged it tells nothing of the page, unless it is told with a day after those of both. A page, or a file that held the
    newest text meanwhile, went back.
    """
    days = [day for day in (older["published_on"], newest["published_on"]) if day is not None]
    is_of_later = told_on is not None and bool(days) and told_on > max(days)
    tells_of_page = source in (None, "-") or _is_page(source or "", older["url"])
    return not tells_of_page and source == older["source"] != newest["source"] and not is_of_later


def _is_page(source: str, url: str | None) -> bool:
    """Whether the source is the page itself, and no feed or other page that has some of its words."""
    return is_url(source) and (url is None or is_same_page(source, url))


def _is_much_less(article: Article, source: str | None, last: dict[str, Any]) -> bool:
    """Whether a feed has too little of the page, which the desk has as a whole, to be a new version of it."""
    is_elsewhere = is_url(source or "") and not _is_page(source or "", article.url)
    is_short = len(article.text or "") < _LEAST * len(last["text"] or "")
    return is_elsewhere and is_short and source != last["source"]


def _stands_in(page: str, excerpt: str) -> bool:
    """Whether every sentence of the excerpt stands in the page, the last one perhaps cut."""
    reading = normalise(excerpt)
    parts = [reading[slice(*span)] for block in paragraphs(reading) for span in sentences(reading, block)]
    told = (part.rstrip(_CUT) for part in parts if not is_credit(part))
    page = normalise(page)
    return all(anchor(page, part, "", "") is not None for part in told if part)


def _completed(article: Article, row: dict[str, Any]) -> Article:
    missing = {name: row[name] for name in articles.FACTS if getattr(article, name) is None}
    return replace(article, **missing)


def _previous(db: Database, article: Article, source: str | None) -> tuple[int | None, tuple[Place, ...]]:
    """The article that this one is a new version of, and what was quoted of it that stands here still.

    At the same address it is the one of which most still stands; where nothing does, the last under the same
    headline or without a quote: a live page's address is that of many. From the same file most has to stand here:
    its name is used again for another article, unless the text is the same but for its end: it was read while it was written.
    """
    best: tuple[float, int | None, tuple[Place, ...]] = (0.0, None, ())
    titled: int | None = None
    for row in articles.earlier_readings(db, article, source):
        quoted = _quoted(db, row["id"])
        places = tuple(_places(article, quoted))
        share = len(places) / len(quoted) if quoted else 0.0
        at_address = article.url is not None and row["url"] == article.url
        if share > best[0] and (at_address or share > _MOST):
            best = share, row["id"], places
        is_grown = not at_address and _goes_on(articles.get(db, row["id"])["text"], article.text or "")
        is_headed = article.title is not None and article.title == row["title"]
        if titled is None and (is_grown or (at_address and (is_headed or not quoted))):
            titled = row["id"]
    return (titled, ()) if best[1] is None else best[1:]


def _goes_on(before: str, now: str) -> bool:
    """Whether a text is longer and begins with the other, as far as the last lines of that."""
    alike = common_prefix_length(before, now)
    return len(now) > len(before) and alike >= max(_FEWEST_ALIKE, len(before) // 2, len(before) - _LAST_LINES)


def _at_its_address(db: Database, article: Article, source: str | None) -> int | None:
    at_address = (
        row["id"] for row in articles.earlier_readings(db, article, source) if row["url"] == article.url
    )
    return None if article.url is None else next(at_address, None)


def _quoted(db: Database, article_id: int) -> list[dict[str, Any]]:
    return [seen for seen in appearances.of_article(db, article_id) if seen["quote"] is not None]


def _places(article: Article, seen: Iterable[dict[str, Any]]) -> list[Place]:
    """Where each appearance stands in another text of its article, by its words and what stood around."""
    places: list[Place] = []
    taken = set()
    for row in seen:
        if article.text is None:
            continue
        span = anchor(article.text, row["quote"], row["context_before"] or "", row["context_after"] or "")
        # A sentence that stood twice may stand once now: the second has lost its place.
        if span is not None and span not in taken:
            taken.add(span)
            places.append((row["id"], span))
    return places
