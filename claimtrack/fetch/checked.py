"""What was read as the desk can keep it, with what the caller says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue
from claimtrack.core.texts.cleaning import clean_date, clean_line, clean_url, has_login, is_url, without_login
from claimtrack.core.texts.printable import brief
from claimtrack.fetch.encoding import repair_mojibake, replace_unstorable

if TYPE_CHECKING:
    from claimtrack.core.model import Article
    from claimtrack.fetch.loaded import Loaded

_MOST_SHOWN = 200
"""Characters of a title, date or address that a warning repeats."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says about the article; it wins over what the source says of itself."""

    url: str | None
    title: str | None
    outlet: str | None
    published_on: str | None

    @classmethod
    def checked(
        cls, url: str | None, title: str | None, outlet: str | None, published_on: str | None
    ) -> Given:
        """The same with every value checked. Raises InvalidValue."""
        return cls(
            url=clean_url(url) if url else None,
            title=clean_line(title or "") or None,
            outlet=clean_line(outlet or "") or None,
            published_on=clean_date(published_on) if published_on else None,
        )

    def refuse_for_many(self, source: str) -> None:
        """Raise InvalidValue where it can be true of one article only."""
        if self.url or self.title:
            raise InvalidValue(
                f"{source} has several articles: a url or title can only be given for a single article"
            )


def checked(item: Loaded, given: Given) -> Loaded:
    """The item as the desk can keep it, with what the caller says of it; its warnings tell what was mended or left out."""
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
        language=_line(article.language),
    )
    told = item.warnings + mended_text + odd_day + odd_address
    cited = item.cited if text == article.text else ()  # what was mended stands elsewhere now
    return replace(item, article=kept, warnings=told, written=_text(item.written)[0], cited=cited)


def _text(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what cannot be stored and as it was before it was garbled, with warnings."""
    text, odd = replace_unstorable(text)
    text, garbled = repair_mojibake(text)  # what was spelt in entities or \\u00e2 is text only now
    return text, odd + garbled


def _day(article: Article, given: str | None, of: str) -> tuple[str | None, tuple[str, ...]]:
    """The day that is given, else the article's own, and a warning where they differ or that cannot be read."""
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
    """The address that the source tells, and a warning where it is left out, or a part of it is. `of` names the article."""
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
    return repr(brief(clean_line(text), _MOST_SHOWN))


def _line(text: str | None) -> str | None:
    return clean_line(text or "") or None


def _mended_line(text: str | None) -> str | None:
    return _line(repair_mojibake(text or "")[0])


def _own_day(article: Article) -> str | None:
    try:
        return clean_date((article.published_on or "")[:10])
    except InvalidValue:
        return None
