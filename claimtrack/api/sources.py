"""Reads what a notebook gives as a source, or as a text, and logs the warnings about it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from claimtrack.api import given
from claimtrack.core.errors import InvalidValue

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.fetch import Loaded

_log = logging.getLogger("claimtrack.api")


def read_source(
    source: str | Path | None, text: str | None, warnings_of: Callable[[Loaded], Iterable[str]], **how: Any
) -> Iterator[Loaded]:
    """Return the articles of a source, or of a text, as they are read; the warnings about them are logged, each once.

    Raises InvalidValue at once for anything else; see `claimtrack.fetch.read`.
    """
    from claimtrack.fetch import read

    if text is None:
        return _warned(read(given.path(source, "source"), **how), "standard input", warnings_of)
    if source is not None:
        raise InvalidValue("give a source, or text: one of them")
    if not given.text(text, "text").strip():
        raise InvalidValue("the text is empty: give one with words")
    written = BytesIO(text.encode("utf-8", "replace"))
    return _warned(read("-", stdin=written, **how), "the text", warnings_of)


def only_one(articles: Iterable[Loaded]) -> list[Loaded]:
    """Return the articles of a source that must hold one. Raises InvalidValue."""
    found = list(articles)
    if len(found) > 1:
        raise InvalidValue("version_of is for a single article, and the source holds several")
    return found


def _warned(
    articles: Iterable[Loaded], without_file: str, warnings_of: Callable[[Loaded], Iterable[str]]
) -> Iterator[Loaded]:
    told = set[str]()
    for one in articles:
        named = replace(one, source=without_file) if one.source == "-" else one
        for warning in warnings_of(named):
            if warning not in told:
                told.add(warning)
                _log.warning("%s", warning)
        yield one
