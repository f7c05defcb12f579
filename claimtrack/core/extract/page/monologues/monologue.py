"""Which stretch of text does one person speak as a whole? It is in the first person, and does not mention its author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.interviews import ONE, OWN, outside_quotations
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.lexicon import PREPOSITIONS
from claimtrack.core.extract.words.nouns import SPEAKERS
from claimtrack.core.extract.words.reading import Span
from claimtrack.core.extract.words.titles import without_postnominals

_CALLS_ITSELF = expression(
    r"\b(?:I am|I'm|I, |[Mm]y name is|[Tt]his is|[Aa]s)(?: (?:[A-Z][\w'-]*|the|a|an|your))"
)

_ENTRY = expression(r"\d{1,2}(?::\d\d\b|\.\d\d ?[ap]\.?m\b)")
"""The start of an entry on a live page: "14:02 The minister is here"."""
_NOT_IN_OFFICE = PREPOSITIONS - {"of", "for"}
"""Words that do not occur within the name of an office."""


class Author(NamedTuple):
    """The author of a whole stretch of text: the words that name them, and their offset (0 in the title)."""

    words: str
    at: int


class Part(NamedTuple):
    """A paragraph of such a stretch: its author, the start of its text after a salutation, and its end before a signature."""

    author: Author
    start: int
    end: int | None = None

    def find_words(self, item: Span) -> Span:
        """Return its words in a paragraph, which `item` has without a bullet."""
        return Span(max(self.start, item.start), self.end or item.end)


def uses_we_or_i(plain: str, paragraph: Span) -> bool:
    """Whether "I" or "we" occurs outside quotation marks."""
    return OWN.search(outside_quotations(plain, paragraph)) is not None


def uses_i(plain: str, paragraph: Span) -> bool:
    """Whether "I" occurs outside quotation marks."""
    return ONE.search(outside_quotations(plain, paragraph)) is not None


def find_stretch(
    plain: str, paragraphs: Sequence[Span], numbers: range, author: str, *, to_end: bool
) -> range:
    """Return the leading paragraphs that the author may speak: up to the first that mentions them, and `to_end` or to the last that says "I".

    A news report mentions the person named above it, and a speech does not: nothing is left of the report.
    """
    name = _report_name(author)
    end, own = numbers.start, numbers.start
    for number in numbers:
        if mentions_author(plain, paragraphs[number], name) or _ENTRY.match(plain, paragraphs[number].start):
            break
        end = number + 1
        if uses_we_or_i(plain, paragraphs[number]):
            own = end
    return range(numbers.start, end if to_end else own)


def mentions_author(plain: str, paragraph: Span, name: str) -> bool:
    """Whether a paragraph mentions somebody outside quotation marks, as its own author would not."""
    words = outside_quotations(plain, paragraph)
    found = words.find(name) if name else -1
    if found < 0 or ONE.search(words) or _CALLS_ITSELF.search(words):
        return False
    return re.search(rf"\b{re.escape(name)}\b", words) is not None


def _report_name(author: str) -> str:
    """Return the name that a report would use for somebody: the surname, or the office with its article."""
    words = without_postnominals(author.split())
    last = words[-1] if words else ""
    return author if last[:1].islower() else last


def can_name_speaker(words: str) -> bool:
    """Whether words can name a speaker: "Ada Moor", "the finance minister", "the family of Bo Lund"; not "first" or "campaign"."""
    first, *others = words.split() or [""]
    last = others[-1] if others else first
    if not _NOT_IN_OFFICE.isdisjoint(others) or (last.islower() and is_given_name(first.lower())):
        return False  # a headline: "the minister sparks anger among farmers", "Ada Moor anger farmers"
    head = words.partition(" of ")[0].split()[-1:] or [""]
    return (
        last[:1].isupper()
        or last.lower() in SPEAKERS
        or head[0].lower() in {"family", "parents", "victim"}
        or head[0].lower() in SPEAKERS
    )
