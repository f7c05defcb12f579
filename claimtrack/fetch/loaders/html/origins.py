"""Where and when was a page published? Its address, the address that it forwards to, and its day."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from claimtrack.core.texts.cleaning import is_url
from claimtrack.fetch.loaders.html.json_ld import article_days

_SAVED_FROM = re.compile(
    r"<!--\s{0,9}(?:Page saved with SingleFile\s{1,9}url:|saved from url=\(\d{4}\))\s{0,9}(https?://[^\s<>]+)"
)
"""The note of a browser in a page that it saved."""
_HEAD = 4_096  # characters in which it writes it
_REFRESH = re.compile(r"\s*(\d{1,2})\s*[;,]\s*url\s*=\s*['\"]?\s*([^\s'\"]+)", re.IGNORECASE)
_AT_ONCE = 10  # seconds; after longer ones, a page is only loaded anew
_SLASHED = r"(?<![\d/])0?(?:{0}/0?{1}|{1}/0?{0})/{2}(?![\d/])"


def saved_from(page: str) -> str | None:
    """The address that a saved page was loaded from; None if its browser did not write it."""
    found = _SAVED_FROM.search(page, 0, _HEAD)
    return found[1] if found and is_url(found[1]) else None


def choose_address(told: str | None, fetched: str | None) -> str | None:
    """The address that a page gives, unless that is the front page of its site; else the one it was fetched from."""
    if told and fetched and _is_front(told) and not _is_front(fetched):
        return fetched
    return told or fetched


def _is_front(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:  # "http://["
        return False
    return parts.path in ("", "/") and not parts.query


def forwards_to(root: Any, address: str | None) -> str | None:
    """The other address that a page makes a browser load at once; None for most pages."""
    for meta in root.iter("meta"):
        for_others = next(meta.iterancestors("noscript"), None) is not None  # browsers without scripts
        if for_others or (meta.get("http-equiv") or "").lower() != "refresh":
            continue
        found = _REFRESH.match(meta.get("content") or "")
        try:
            target = urljoin(address or "", found[2]) if found and int(found[1]) <= _AT_ONCE else ""
        except ValueError:
            continue
        if is_url(target) and target != address:
            return target
    return None


def day_published(root: Any, found: str | None, page: str) -> str | None:
    """The day of a page's article, where htmldate `found` this one.

    If the page's JSON-LD gives its article another day, htmldate took that of a reader's comment or of another article.
    """
    days = article_days(root)
    own = next(iter(days)) if len(days) == 1 else None
    if own and (found is None or _are_apart(own, found)):
        return own
    return _as_written(found, page) if found else None


def _are_apart(day: str, other: str) -> bool:
    """Whether the days differ by more than the time zone may explain."""
    try:
        return abs((date.fromisoformat(day) - date.fromisoformat(other)).days) > 1
    except ValueError:
        return False


def _as_written(found: str, page: str) -> str:
    """The day that htmldate found or, if it had to guess, the words on the page, which then count as no date.

    It makes the first of the month of a day that is not in the calendar, and takes 04/05/2024 for a day in May.
    """
    if found in page:
        return found
    year, month, day = map(int, found.split("-"))
    if day <= 12 and day != month and not _is_in_words(year, month, day, page):
        slashed = re.search(_SLASHED.format(month, day, year), page)
        if slashed:
            return slashed[0]
    if day != 1:
        return found
    written = rf"(?<!\d)(?:{year}-{month:02}-(\d\d)|(\d\d)[./]{month:02}[./]{year})(?!\d)"
    days = ((one[0], int(one[1] or one[2])) for one in re.finditer(written, page))
    last = monthrange(year, month)[1]
    return next((words for words, number in days if not 1 <= number <= last), found)


def _is_in_words(year: int, month: int, day: int, page: str) -> bool:
    """Whether a page has a day with its month in words, in English."""
    name = rf"{month_name[month][:3]}[a-z]*\.?"
    return (
        re.search(
            rf"\b(?:0?{day}(?:st|nd|rd|th)? {name}|{name} 0?{day}(?:st|nd|rd|th)?),? {year}\b",
            page,
            re.IGNORECASE,
        )
        is not None
    )
