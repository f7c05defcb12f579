"""Columns and op-eds, in which whoever stands in the byline speaks of himself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.monologues.monologue import Author, says_i, stretch
from claimtrack.core.extract.page.transcripts.lines import ends_sentence
from claimtrack.core.extract.words.reading import Span, name_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_BYLINE = name_pattern(
    r"(?:[Bb]y|BY) (?P<who>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})(?P<office>(?:, | is | \| | - )[^\n]{3,140})?\.?(?=\n|$)"
)
_BY = ("By ", "by ", "BY ")
_STAFF = expression(
    r"\b(?:correspondent|editor|reporter|writer|journalist|staff|news|agency|bureau)\b", re.IGNORECASE
)
_LABEL = expression(
    r"(?:opinion|comment(?:ary)?|op-?ed|column|guest (?:essay|column|post|opinion|commentary|contributor|view(?:point)?)|viewpoint|voices|perspectives?|my view|first person|essay|editorial)\b(?: ?[:|-] ?|$)",
    re.IGNORECASE,
)
"""What a page sets above an opinion."""
_IS = r"(?:is|was|has been|serves as|represents|writes|teaches|leads|chairs|runs|co-founded|founded) "
_WRITER = expression(r"(?:[(\[*_]{0,2})(?:the (?:writer|author) |[^\n.]{3,60}\bauthor of )", re.IGNORECASE)
_TOP, _TAIL, _OFTEN = 5, 4, 6


def column(plain: str, paragraphs: Sequence[Span], title: str | None) -> tuple[Author, range] | None:
    """Whoever stands in the byline of an opinion, with the paragraphs that are his; None where nothing tells that it is one.

    A reporter's news has a byline, too: a page says "Opinion" above, or below who the writer is, or the byline does.
    """
    for number, paragraph in enumerate(paragraphs[:_TOP]):
        byline = _BYLINE.match(plain, *paragraph) if plain.startswith(_BY, paragraph.start) else None
        if byline is None:
            continue
        author = Author(byline["who"], byline.start("who"))
        tells_office = byline["office"] is not None and not _STAFF.search(byline["office"])
        top = [title or "", *(plain[slice(*one)] for one in paragraphs[: _TOP + 1])]
        is_opinion = any(_LABEL.match(line) for line in top)
        is_told = _tells_writer(plain, paragraphs[-_TAIL:], author.words)
        if not (tells_office or is_opinion or is_told) or _STAFF.search(byline["office"] or ""):
            return None
        return _of(plain, paragraphs, author, number + 1)
    return None


def _of(plain: str, paragraphs: Sequence[Span], author: Author, first: int) -> tuple[Author, range] | None:
    found = stretch(plain, paragraphs, range(first, len(paragraphs)), author.words, to_end=True)
    own = sum(says_i(plain, paragraphs[number]) for number in found)
    prose = sum(ends_sentence(plain, paragraphs[number]) for number in found)
    return (author, found) if own and own * _OFTEN >= prose else None


def _tells_writer(plain: str, tail: Sequence[Span], name: str) -> bool:
    """Whether the end of a page tells who wrote it: "Ada Moor is minister of ports."."""
    texts = [plain[slice(*one)].lstrip("*_([- ") for one in tail]
    return any(
        _WRITER.match(text) or (text.startswith(name) and expression(_IS).match(text[len(name) :].lstrip()))
        for text in texts
    )
