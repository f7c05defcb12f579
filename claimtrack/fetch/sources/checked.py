"""Cleans a loaded article so that the desk can store it, and adds the facts that the caller gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Article
from claimtrack.core.texts.cleaning import clean_date, clean_line, clean_url, has_login, is_url, without_login
from claimtrack.core.texts.languages import clean_language, read_language
from claimtrack.core.texts.printable import brief_line
from claimtrack.fetch.decoding.repairs import repair_mojibake, replace_unstorable

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Loaded

_MOST_SHOWN = 200
"""How many characters of a title, date or address a warning shows."""


@dataclass(frozen=True, slots=True)
class Given:
    """The facts that the caller gives about the article, which override those of the source."""

    url: str | None
    title: str | None
    outlet: str | None
    published_on: str | None
    language: str | None

    @classmethod
    def checked(
        cls,
        url: str | None,
        title: str | None,
        outlet: str | None,
        published_on: str | None,
        language: str | None,
    ) -> Given:
        """Make it with every value validated. Raises InvalidValue."""
        return cls(
            url=clean_url(url) if url else None,
            title=clean_line(title or ""),
            outlet=clean_line(outlet or ""),
            published_on=clean_date(published_on) if published_on else None,
            language=clean_language(language) if language else None,
        )

    def refuse_for_many(self, source: str) -> None:
        """Raise InvalidValue for facts that can only be true of one article."""
        if self.url or self.title:
            raise InvalidValue(
                f"{source} has several articles: a url or title can only be given for a single article"
            )


def checked(item: Loaded, given: Given) -> Loaded:
    """Clean an item for the desk, and add the given facts; warnings list what was repaired or left out."""
    article = item.article
    of = f" of {_shown(article.title)}" if article.title else ""
    text, mended_text = _text(article.text or "")
    day, odd_day = _day(article, given.published_on, of)
    address, odd_address = (given.url, ()) if given.url else _address(article, of)
    kept = replace(
        article,
        text=text,
        url=address,
        title=given.title or _mended_line(article.title),
        outlet=given.outlet or _mended_line(article.outlet),
        author=_mended_line(article.author),
        published_on=day,
        language=given.language or read_language(article.language),
    )
    told = item.warnings + mended_text + odd_day + odd_address
    cited = item.cited if text == article.text else ()  # a repaired text has other positions
    return replace(item, article=kept, warnings=told, written=_text(item.written)[0], cited=cited)


def _text(text: str) -> tuple[str, tuple[str, ...]]:
    """Repair garbled text and replace what cannot be stored; also returns warnings."""
    text, odd = replace_unstorable(text)
    text, garbled = repair_mojibake(
        text
    )  # now, because characters written as entities or \\u00e2 are only decoded here
    return text, odd + garbled


def _day(article: Article, given: str | None, of: str) -> tuple[str | None, tuple[str, ...]]:
    """The given day, else the article's own, with a warning if they differ or the article's cannot be parsed."""
    own = _own_day(article)
    if article.published_on and not (given or own):
        return None, (
            f"the date{of} cannot be read, so the article has none: {_shown(article.published_on)}",
        )
    if given and own and own != given:
        return given, (
            f"the date{of} is {own} according to the article itself; using the date you gave, {given}",
        )
    return given or own, ()


def _address(article: Article, of: str) -> tuple[str | None, tuple[str, ...]]:
    """The source's own address, with a warning if all or part of it is left out. `of` names the article."""
    address = (article.url or "").strip()
    if not address:
        return None, ()
    if not is_url(address):
        return None, (f"the address{of} is not a web address, so the article has none: {_shown(address)}",)
    if has_login(address):
        address = without_login(address)
        return address, (f"the address{of} had a name or password in it, which was removed: {address}",)
    return address, ()


def _shown(text: str) -> str:
    return repr(brief_line(text, _MOST_SHOWN))


def _line(text: str | None) -> str | None:
    return clean_line(text or "") or None


def _mended_line(text: str | None) -> str | None:
    return _line(repair_mojibake(text or "")[0])


def _own_day(article: Article) -> str | None:
    try:
        return clean_date((article.published_on or "")[:10])
    except InvalidValue:
        return None
