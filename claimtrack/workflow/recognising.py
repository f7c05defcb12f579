"""Whether the desk holds an article already, or an earlier version of it, and what is newly told of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from claimtrack.core.anchor import anchor
from claimtrack.store import appearances, articles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from claimtrack.core.model import Article

Place = tuple[int, tuple[int, int]]
"""An appearance's id, and the span where its words stand in another text."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An article with all that is known of it: what was told, else what the desk holds of it or of its last version.

    `filled` is newly told, `kept` the stored value of what was told otherwise (both empty for an article that is
    new). `moved` are the previous version's appearances that stand in this text.
    """

    article: Article
    article_id: int | None = None
    previous_id: int | None = None
    filled: dict[str, str] = field(default_factory=dict)
    kept: dict[str, tuple[str, str]] = field(default_factory=dict)
    moved: tuple[Place, ...] = ()


def recognise(db: Database, article: Article, source: str | None) -> Standing:
    """The article as it stands on the desk. Reads only."""
    article_id = articles.find(db, article, source)
    if article_id is not None:
        return _known(db, article, article_id)
    previous_id, moved = _previous(db, article, source)
    if previous_id is None:
        return Standing(article)
    told = _completed(article, articles.get(db, previous_id))
    # With the address that only the first version was told, this one may be on the desk, too.
    again = articles.find(db, told, source)
    return _known(db, article, again) if again else Standing(told, previous_id=previous_id, moved=moved)


def _known(db: Database, article: Article, article_id: int) -> Standing:
    row = articles.get(db, article_id)
    told = {name: value for name in articles.FACTS if (value := getattr(article, name)) is not None}
    filled = {name: value for name, value in told.items() if row[name] is None}
    kept = {name: (row[name], value) for name, value in told.items() if row[name] not in (None, value)}
    stored = {name: row[name] for name in kept}
    return Standing(replace(_completed(article, row), **stored), article_id, filled=filled, kept=kept)


def _completed(article: Article, row: dict[str, Any]) -> Article:
    missing = {name: row[name] for name in articles.FACTS if getattr(article, name) is None}
    return replace(article, **missing)


def _previous(db: Database, article: Article, source: str | None) -> tuple[int | None, tuple[Place, ...]]:
    """The article that this one is a new version of: the one of which most of what was quoted still stands here.

    An address may lead to other texts under the same headline. A file's name is used again for another article,
    and a live page's address is that of many.
    """
    earlier = articles.earlier_readings(db, article, source)
    best: tuple[float, int | None, tuple[Place, ...]] = (0.5, None, ())
    for row in earlier:
        quoted = [seen for seen in appearances.of_article(db, row["id"]) if seen["quote"] is not None]
        places = tuple(_places(article, quoted))
        share = len(places) / len(quoted) if quoted else 0.0
        by_title = (
            article.url is not None and row["url"] == article.url and _may_be_one(article.title, row["title"])
        )
        if share > best[0] or (best[1] is None and by_title):
            best = (max(share, 0.5), row["id"], places)
    return best[1:]


def _may_be_one(title: str | None, other: str | None) -> bool:
    return title is None or other is None or title == other


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
