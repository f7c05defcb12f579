"""Which paragraphs are no prose: headings, bylines, captions, links to other pages."""

from __future__ import annotations

import re

from claimtrack.core.extract.clauses import has_predicate
from claimtrack.core.extract.reading import Span, tokens, word_count

_MOST_WORDS = 14
_FURNITURE = re.compile(
    r"(?:read (?:more|also|next)|related|see also|watch|listen|photo(?:graph)?s?|image|video|caption|credit|"
    r"share|follow us|sign up|subscribe|advertisement|copyright|©|by [A-Z]|(?:additional )?reporting by|editing by|writing by|compiled by"
    r"|updated|published)\b.{0,160}$",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:update|correction|clarification|editor's note)\b.{0,30}?: ?(?:add|updat|correct|clarif|this (?:story|article|post))"
    r"|(?:reach|contact|e-?mail|call|follow) [^.]{2,60} (?:at|on) [^.]{2,60}(?:newsroom|@|\d{3}|twitter|facebook|instagram|x\b)"
    r"|(?:subscribe|sign up|donate|register) (?:to|for|now|today|here)\b|(?:got|have) a (?:news )?(?:tip|story)\b",
    re.IGNORECASE,
)
"""How a paragraph begins that speaks of the page itself or asks for something of its reader."""
_TOLD = re.compile(
    r"[\w\"'], (?:[\w.'-]+ ){1,6}(?:said|told|added)\b|, according to \w|\bsaid (?:that )?\w+ \w+ \w+"
)
"""A line that reports what was said in the past is no heading, though its full stop is lost."""
_BULLET = re.compile(r"(?:(?:[-*·—]|\d{1,2}[.)]) |[•▪●◦‣]) *(?=[\w\"'$£€¥₹])")
_FEWEST_LISTED, _FEWEST_COUNTED = 5, 3
"""Words of an item of a list, and of one that begins with a figure."""
_LONGEST_KICKER = 8
_STOP = tuple(".!?…:;。！？।۔؟")
_MARKS = "\"')”’"


def is_heading(plain: str, paragraph: Span, *, title: str | None, first: bool) -> bool:
    """Whether a paragraph is furniture rather than prose: short and without a full stop, or the title."""
    text = plain[paragraph.start : paragraph.end]
    if title and text.strip().lower() == title.strip().lower():
        return True
    if len(text) > 200:
        return False
    words = word_count(text)
    if words <= 30 and _FURNITURE.match(text.lstrip("([")) and not text.endswith("."):
        return True
    if _NOTICE.match(text):
        return True
    bare = text.rstrip(_MARKS)
    if bare.endswith(_STOP):
        return text.endswith("?") and words <= _LONGEST_KICKER
    if bare != text and not first:
        return words <= _LONGEST_KICKER
    return (first or (words <= _MOST_WORDS and not _TOLD.search(text))) and not is_item(text)


def is_item(text: str) -> bool:
    """Whether the line is an item of a list that says something: "- Rents rose 12% last year"."""
    bullet = _BULLET.match(text)
    words = tokens(text[bullet.end() :]) if bullet else []
    goes_on = bool(words) and words[0].text.islower()  # the rest of a sentence that the list ends
    fewest = _FEWEST_COUNTED if words and words[0].text[0].isdigit() else _FEWEST_LISTED
    return len(words) >= fewest and (goes_on or has_predicate(words, 0, len(words)))


def past_bullet(plain: str, paragraph: Span) -> Span:
    """The paragraph without the mark of a list in front."""
    bullet = _BULLET.match(plain, *paragraph)
    return Span(bullet.end(), paragraph.end) if bullet else paragraph
