"""Values at the door: a line, an address, a date, checked once and trusted inside."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from claimtrack.core.errors import InvalidValue

_MAX_CLAIM = 10_000
_MAX_URL = 4_000


def clean_line(text: str) -> str:
    """The text on one line: runs of white space become a space, NUL goes."""
    return " ".join(text.replace("\0", "").split())


def clean_claim(text: str) -> str:
    """The words of a claim on one line. Raises InvalidValue when there are none, or far too many."""
    text = clean_line(text)
    if not text:
        raise InvalidValue(
            'the claim is empty: give its words, as in `claimtrack add "Unemployment fell by a third"`'
        )
    if len(text) > _MAX_CLAIM:
        raise InvalidValue(
            f"the claim has {len(text):,} characters, and {_MAX_CLAIM:,} are the most: "
            "give one sentence, or read the whole text with `claimtrack ingest`"
        )
    return text


def is_url(text: str) -> bool:
    """Whether this is an http or https address with a host."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"\s", text)


def clean_url(text: str) -> str:
    """The address. Raises InvalidValue unless it is an http or https one."""
    text = text.strip()
    if not is_url(text) or len(text) > _MAX_URL:
        raise InvalidValue(f"not a web address: {text[:100]!r}. It starts with http:// or https://")
    return text


def clean_date(text: str) -> str:
    """The day as an ISO date. Raises InvalidValue for anything but YYYY-MM-DD."""
    text = text.strip()
    try:
        # fromisoformat also takes 20240422 and 2024-W17-1: one form in, one form out.
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise InvalidValue(f"not a day: {text[:40]!r}. Write it as YYYY-MM-DD, as in 2024-04-22")
