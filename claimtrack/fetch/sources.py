"""Reads a source, whatever it is: the one door to the rest of the package."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.core.errors import (
    EmptyValue,
    FetchError,
    InvalidValue,
    LeftOut,
    SourceError,
    UnreadableSource,
)
from claimtrack.core.texts.cleaning import clean_date, clean_line, clean_url, has_login, is_url, without_login
from claimtrack.fetch import kinds
from claimtrack.fetch.disk import contents, file_bytes, unreadable, within
from claimtrack.fetch.encoding import mended, storable
from claimtrack.fetch.loaded import Hints, Loaded

if TYPE_CHECKING:
    from typing import BinaryIO

    from claimtrack.core.model import Article

MAX_BYTES = 20_000_000
TIMEOUT = 20.0  # seconds

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")

_log = logging.getLogger("claimtrack.fetch")
_Skip = Callable[[SourceError], None]


def _logged(error: SourceError) -> None:
    _log.warning("%s", error)


@dataclass(frozen=True, slots=True)
class _Given:
    """What the caller says about the article; it wins over what the source says of itself."""

    url: str | None
    title: str | None
    outlet: str | None
    published_on: str | None

    @classmethod
    def checked(
        cls, url: str | None, title: str | None, outlet: str | None, published_on: str | None
    ) -> _Given:
        """The same with every value checked. Raises InvalidValue."""
        return cls(
            url=clean_url(url) if url else None,
            title=clean_line(title or "") or None,
            outlet=clean_line(outlet or "") or None,
            published_on=clean_date(published_on) if published_on else None,
        )

    def refuse_for_many(self, source: str) -> None:
        if self.url or self.title:
            raise InvalidValue(
                f"{source} has several articles: a url or title can only be given for a single article"
            )


def read(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    url: str | None = None,
    published_on: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    max_bytes: int = MAX_BYTES,
    timeout: float = TIMEOUT,
    whole: bool = False,
    links: bool = False,
    on_skip: _Skip = _logged,
) -> Iterator[Loaded]:
    """The articles of a source, one after the other as they are read.

    `source` is a file, a folder (its files in sorted order, subfolders included, hidden and linked ones not), `-`
    for standard input (`stdin`, else the process's own), or an http(s) address. The text of a plain
    file is the file as decoded, unless it holds subtitles; only U+0000 becomes U+FFFD. `url`, `title`, `outlet` and `published_on`
    (YYYY-MM-DD) win over what the source says. `max_bytes` limits each file or answer, `timeout` the
    seconds an address may be silent; for all of its answer it has six times as long. What a server broke off is
    refused. `whole`: cells of tables and footnotes, which are no running text, are read as paragraphs. `links`: what a draft cites is told.

    In a folder or feed, what cannot be read is passed to `on_skip` (default: logged) and the rest is
    read; what is left out by rule is passed as LeftOut. Raises InvalidValue at once for an empty source,
    a bad url or date; while reading, UnreadableSource or FetchError (both SourceError) when the source
    gives nothing at all, also because a plug-in is broken.
    """
    given = _Given.checked(url, title, outlet, published_on)
    load = partial(_articles, given=given, skip=on_skip, whole=whole, links=links)
    if not source.strip():  # pathlib would take it for the folder we are in
        raise EmptyValue("the source is empty: give a file, a folder, a web address, or - for standard input")
    scheme = _SCHEME.match(source)
    if source == "-":
        return _from_stdin(stdin, max_bytes, load)
    if scheme:
        return _from_web(source, scheme[1], max_bytes, timeout, load)
    return _from_disk(Path(source), source, given, max_bytes, load, on_skip)


def read_bytes(
    data: bytes,
    name: str,
    *,
    url: str | None = None,
    published_on: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    whole: bool = False,
    links: bool = False,
) -> list[Loaded]:
    """The articles in what somebody handed over: the bytes of a file of this name, or of a text that `name` is to be called by.

    As `read` reads them. Raises InvalidValue for a bad url or date, UnreadableSource where there is no article in it.
    """
    given = _Given.checked(url, title, outlet, published_on)
    return list(_articles(data, Hints(name), given=given, skip=_logged, whole=whole, links=links))


_Load = Callable[[bytes, Hints], Iterator[Loaded]]


def _from_stdin(stdin: BinaryIO | None, max_bytes: int, load: _Load) -> Iterator[Loaded]:
    hints = Hints("-")
    data = (stdin or sys.stdin.buffer).read(max_bytes + 1)
    yield from load(within(data, hints.name, max_bytes), hints)


def _from_web(source: str, scheme: str, max_bytes: int, timeout: float, load: _Load) -> Iterator[Loaded]:
    from claimtrack.fetch import web

    if scheme.lower() not in ("http", "https"):
        raise FetchError(
            f"{scheme}:// is not supported: give an http or https address, or the path of a file"
        )
    data, hints = web.get(source, max_bytes=max_bytes, timeout=timeout, accepts=kinds.is_welcome)
    yield from load(data, hints)


def _from_disk(
    path: Path, source: str, given: _Given, max_bytes: int, load: _Load, skip: _Skip
) -> Iterator[Loaded]:
    try:
        is_folder = path.is_dir()
    except OSError as error:
        raise unreadable(source, error) from error
    if is_folder:
        given.refuse_for_many(source)
        yield from _from_folder(path, source, max_bytes, load, skip)
    else:
        # ./brief.txt is brief.txt: by its name a file is known again.
        yield from load(file_bytes(path, source, max_bytes), Hints(str(path)))


def _from_folder(folder: Path, source: str, max_bytes: int, load: _Load, skip: _Skip) -> Iterator[Loaded]:
    there = contents(folder, source)
    found = False
    for path in there.wanted:
        try:
            for loaded in load(file_bytes(path, str(path), max_bytes), Hints(str(path))):
                found = True
                yield loaded
        except SourceError as error:
            skip(error)
    for refused in there.refused:
        skip(refused)
    left = there.named_others
    if not found:
        hidden = _told_hidden(there.hidden)
        only = f" (only {' and '.join(filter(None, [left, hidden]))})" if left or hidden else ""
        raise UnreadableSource(f"{source} is a folder with nothing to read{only}. Supported: {kinds.READ}")
    if left:
        skip(LeftOut(f"{left} in {source}. Supported: {kinds.READ}"))
    if there.hidden:
        skip(
            LeftOut(
                f"{_told_hidden(there.hidden)} in {source}, which begin with a full stop: give one as a source to read it"
            )
        )


def _told_hidden(count: int) -> str:
    return (
        ("1 hidden file or folder" if count == 1 else f"{count:,} hidden files or folders") if count else ""
    )


def _articles(
    data: bytes, hints: Hints, *, given: _Given, skip: _Skip, whole: bool = False, links: bool = False
) -> Iterator[Loaded]:
    """What the loader finds, checked; several articles do without those that have no text."""
    if not data.strip():
        raise UnreadableSource(f"{hints.name} is empty: give a source that has an article's text")
    items = list(kinds.load(data, replace(hints, whole=whole, links=links)))
    if len(items) > 1:
        given.refuse_for_many(hints.name)
    if not any(map(_has_text, items)):
        raise UnreadableSource(f"{hints.name} has no article text: give a source that has an article's text")
    for item in items:
        if _has_text(item):
            yield _checked(item, given)
        else:
            address, title = without_login(item.article.url or ""), _line(item.article.title)
            label = address or (f"{title!r}" if title else "without a title and address")
            remedy = (
                "ingest the page it links to"
                if address
                else "it has no link either, so there is nothing to read"
            )
            skip(LeftOut(f"{hints.name}: the entry {label} has no text; {remedy}"))


def _has_text(item: Loaded) -> bool:
    return bool((item.article.text or "").strip())


def _checked(item: Loaded, given: _Given) -> Loaded:
    """The item as the desk can keep it, with what the caller says of it; its warnings tell what was mended or left out."""
    article = item.article
    of = f" of {clean_line(article.title)[:200]!r}" if article.title else ""
    text, mended_text = _text(article.text or "")
    day, odd_day = _day(article, given.published_on, of)
    address, odd_address = (given.url, ()) if given.url else _address(article, of)
    checked = replace(
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
    return replace(item, article=checked, warnings=told, written=_text(item.written)[0], cited=cited)


def _text(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what cannot be stored and as it was before it was garbled, with warnings."""
    text, odd = storable(text)
    text, garbled = mended(text)  # what was spelt in entities or \\u00e2 is text only now
    return text, odd + garbled


def _day(article: Article, given: str | None, of: str) -> tuple[str | None, tuple[str, ...]]:
    """The day that is given, else the article's own, and a warning where they differ or that cannot be read."""
    own = _own_day(article)
    if article.published_on and not (given or own):
        return None, (
            f"the date{of} cannot be read, so the article has none: {clean_line(article.published_on)[:200]!r}",
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
        return None, (
            f"the address{of} is not a web address, so the article has none: {clean_line(address)[:200]!r}",
        )
    if has_login(address):
        address = without_login(address)
        return address, (f"the address{of} had a name or password in it, which was removed: {address}",)
    return address, ()


def _line(text: str | None) -> str | None:
    return clean_line(text or "") or None


def _mended_line(text: str | None) -> str | None:
    return _line(mended(text or "")[0])


def _own_day(article: Article) -> str | None:
    try:
        return clean_date((article.published_on or "")[:10])
    except InvalidValue:
        return None
