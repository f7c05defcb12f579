"""The name by which an article is shown, on every page and in every command."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression

_RELEASE_NOTICE = expression(
    r"\s*(?:(?:for immediate release|(?:press|news|media) (?:release|statement)|(?:strictly )?embargoed?)\b[^\n]{0,80}\n\s*){1,3}",
    re.IGNORECASE,
)
"""The line above the headline of a press release, which says when it may be printed ("For immediate release")."""
_TIMESTAMP = expression(r"\s*\[\d\d:\d\d:\d\d\]")
"""A timestamp above the first words of subtitles, if these begin late."""
_SPEAKER_CHANGE = ">>"
"""The mark in captions before a new speaker's first words, which are no heading."""
HEAD_LENGTH = 1_000
"""Characters at the beginning of an article that are enough to decide whether its first line is a heading."""


def article_name(
    *,
    title: str | None = None,
    head: str | None = None,
    outlet: str | None = None,
    published_on: str | None = None,
    url: str | None = None,
    source: str | None = None,
    otherwise: str = "the article",
) -> str:
    """Return an article's title, else its first line if that is a heading, else outlet and date, else its address or source.

    `head` is the beginning of the article's text, None if the desk does not have it.
    """
    if name := title or _find_headline(head):
        return name
    if outlet and published_on:
        return f"{outlet}, {published_on}"
    return url or (source if source != "-" else None) or outlet or otherwise


def _find_headline(head: str | None) -> str | None:
    if not (head and head.strip()):
        return None
    # Imported here, because most articles have a title and this package is slow to import.
    from claimtrack.core.extract.page.boilerplate.headings import is_heading
    from claimtrack.core.extract.words.reading import Span

    head = _RELEASE_NOTICE.sub("", head, count=1)
    head = head[time.end() :] if (time := _TIMESTAMP.match(head)) else head
    start = len(head) - len(head.lstrip())
    end = head.find("\n", start) if "\n" in head[start:] else len(head.rstrip())
    line = head[start:end].strip()
    if line.startswith(_SPEAKER_CHANGE):
        return None
    return line if is_heading(head, Span(start, start + len(line)), title=None, first=True) else None
