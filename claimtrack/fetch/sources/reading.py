"""Reads a source of any kind: the entry point to this package."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.core.errors import EmptyValue, FetchError, LeftOut, NothingYet, SourceError, UnreadableSource
from claimtrack.core.steps import Worded
from claimtrack.core.texts.cleaning import clean_line, without_login
from claimtrack.fetch.kinds.loading import load as load_bytes
from claimtrack.fetch.kinds.recognition import READ, is_code, is_welcome
from claimtrack.fetch.loaded import Hints, Loaded
from claimtrack.fetch.sources.checked import Given, checked
from claimtrack.fetch.sources.disk import contents, explain_os_error, file_bytes, limit_size, name_first

if TYPE_CHECKING:
    from typing import BinaryIO

MAX_BYTES = 20_000_000
TIMEOUT = 20.0  # seconds

_GIVE_ANOTHER = Worded("give a source that has text", "paste or choose one that has text")
_FOLLOW = Worded("ingest the pages that it links to", "save the pages that it links to, and choose those")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")

_log = logging.getLogger("claimtrack.fetch")
_Skip = Callable[[SourceError], None]


def _logged(error: SourceError) -> None:
    _log.warning("%s", error)


def read(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    url: str | None = None,
    published_on: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    max_bytes: int = MAX_BYTES,
    timeout: float = TIMEOUT,
    whole: bool = False,
    links: bool = False,
    on_skip: _Skip = _logged,
) -> Iterator[Loaded]:
    """Yield the articles of a source as they are read.

    `source` is a file, a folder (its files in sorted order, subfolders included, hidden and linked ones not), `-`
    for standard input (`stdin`, else the process's own), or an http(s) address. The text of a plain
    file is the file as decoded, unless it holds subtitles; only U+0000 becomes U+FFFD. `url`, `title`, `outlet`, `published_on`
    (YYYY-MM-DD) and `language` override what the source says. `max_bytes` limits each file or response, `timeout` the seconds a server may be silent;
    its whole response may take six times as long. A truncated response is refused. `whole`: table cells and footnotes, which are not
    running text, are read as paragraphs. `links`: the citations of a draft are returned, too.

    In a folder or feed, what cannot be read is passed to `on_skip` (default: logged) and the rest is read; what is left out by rule is
    passed as LeftOut. Raises InvalidValue at once for an empty source, a bad url, date or language; while reading, UnreadableSource or FetchError
    (both SourceError) if the source has no article at all, also because a plug-in is broken; NothingYet, an UnreadableSource, for an
    empty folder or feed.
    """
    given = Given.checked(url, title, outlet, published_on, language)
    load = partial(_articles, given=given, skip=on_skip, whole=whole, links=links)
    if not source.strip():  # pathlib would take it for the current folder
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
    language: str | None = None,
    whole: bool = False,
    links: bool = False,
    seconds: float | None = None,
) -> list[Loaded]:
    """The articles in the bytes of a file of this name, or of a text, which messages call `name`.

    They are read as by `read`; documents, pages, e-mails and feeds may take so many `seconds`. Raises InvalidValue for a bad url, date or language, UnreadableSource if there is no article.
    """
    given = Given.checked(url, title, outlet, published_on, language)
    hints = Hints(name, seconds=seconds)
    return list(_articles(data, hints, given=given, skip=_logged, whole=whole, links=links))


_Load = Callable[[bytes, Hints], Iterator[Loaded]]


def _from_stdin(stdin: BinaryIO | None, max_bytes: int, load: _Load) -> Iterator[Loaded]:
    hints = Hints("-")
    data = (stdin or sys.stdin.buffer).read(max_bytes + 1)
    yield from load(limit_size(data, hints.name, max_bytes), hints)


def _from_web(source: str, scheme: str, max_bytes: int, timeout: float, load: _Load) -> Iterator[Loaded]:
    from claimtrack.fetch.web.request import get

    if scheme.lower() not in ("http", "https"):
        raise FetchError(
            f"{scheme}:// is not supported: give an http or https address, or the path of a file"
        )
    data, hints = get(source, max_bytes=max_bytes, timeout=timeout, accepts=is_welcome)
    yield from load(data, hints)


def _from_disk(
    path: Path, source: str, given: Given, max_bytes: int, load: _Load, skip: _Skip
) -> Iterator[Loaded]:
    try:
        is_folder = path.is_dir()
    except OSError as error:
        raise explain_os_error(source, error) from error
    if is_folder:
        given.refuse_for_many(source)
        yield from _from_folder(path, source, max_bytes, load, skip)
    else:
        # ./brief.txt becomes brief.txt, because a file is recognised by its name.
        yield from load(file_bytes(path, source, max_bytes), Hints(str(path)))


def _from_folder(folder: Path, source: str, max_bytes: int, load: _Load, skip: _Skip) -> Iterator[Loaded]:
    there = contents(folder, source)
    found, code = False, list[Path]()
    for path in there.wanted:
        try:
            data = file_bytes(path, str(path), max_bytes)
            if not path.suffix and is_code(data):
                code.append(path)
                continue
            for loaded in load(data, Hints(str(path))):
                found = True
                yield loaded
        except SourceError as error:
            skip(error)
    for refused in there.refused:
        skip(refused)
    left = name_first(there.others)
    if not found:
        parts = [left, name_first(code), _warn_of_hidden(there.hidden)]
        only = f" (only {' and '.join(filter(None, parts))})" if any(parts) else ""
        kind = UnreadableSource if there.wanted or there.others or there.refused else NothingYet
        raise kind(f"{source} is a folder with nothing to read{only}. Supported: {READ}")
    if left:
        skip(LeftOut(f"{left} in {source}. Supported: {READ}"))
    if code:
        skip(
            LeftOut(
                f"{name_first(code)} in {source}, which look like programs or settings: give one as a source to read it"
            )
        )
    if there.hidden:
        skip(
            LeftOut(
                f"{_warn_of_hidden(there.hidden)} in {source}, which begin with a full stop: give one as a source to read it"
            )
        )


def _warn_of_hidden(count: int) -> str:
    if not count:
        return ""
    return "1 hidden file or folder" if count == 1 else f"{count:,} hidden files or folders"


def _articles(
    data: bytes, hints: Hints, *, given: Given, skip: _Skip, whole: bool = False, links: bool = False
) -> Iterator[Loaded]:
    """Yield the loader's articles, cleaned; of several, those without a text are left out."""
    if not data.strip():
        raise UnreadableSource(f"{hints.name} is empty: " + _GIVE_ANOTHER)
    items = list(load_bytes(data, replace(hints, whole=whole, links=links)))
    if len(items) > 1:
        given.refuse_for_many(hints.name)
    if not any(map(_has_text, items)):
        is_linked = any(item.article.url for item in items)
        raise UnreadableSource(
            f"{hints.name} has no article text"
            + (", only links: " + _FOLLOW if is_linked else ": " + _GIVE_ANOTHER)
        )
    for item in items:
        if _has_text(item):
            yield checked(item, given)
        else:
            address, title = without_login(item.article.url or ""), clean_line(item.article.title or "")
            label = address or (f"{title!r}" if title else "without a title and address")
            remedy = (
                Worded("ingest the page it links to", "save the page it links to, and choose that")
                if address
                else "it has no link either, so there is nothing to read"
            )
            skip(LeftOut(f"{hints.name}: the entry {label} has no text; " + remedy))


def _has_text(item: Loaded) -> bool:
    return bool((item.article.text or "").strip())
