"""Which paragraphs are no prose: headings, bylines, captions, links to other pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Span

_MOST_WORDS = 14
_FURNITURE = re.compile(
    r"(?:read (?:more|also|next)|related|see also|watch|listen|photo(?:graph)?s?|image|video|caption|credit|"
    r"share|follow us|sign up|subscribe|advertisement|copyright|©|by [A-Z]|(?:additional )?reporting by|editing by|writing by|compiled by"
    r"|updated|published)\b.{0,160}$",
    re.IGNORECASE,
)
_STOP = tuple(".!?…:;\"')”’")


def is_heading(plain: str, paragraph: Span, *, title: str | None, first: bool) -> bool:
    """Whether a paragraph is furniture rather than prose: short and without a full stop, or the title."""
    text = plain[paragraph.start : paragraph.end]
    if title and text.strip().lower() == title.strip().lower():
        return True
    if len(text) > 200:
        return False
    words = len(text.split())
    if words <= 30 and _FURNITURE.match(text.lstrip("([")) and not text.endswith("."):
        return True
    if text.endswith(_STOP):
        return text.endswith("?") and words <= 8
    return words <= _MOST_WORDS or first
