"""Which articles are columns or op-eds, in which the author in the byline writes in the first person?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.monologues.monologue import Author, find_stretch, uses_i
from claimtrack.core.extract.page.transcripts.lines import ends_sentence
from claimtrack.core.extract.words.reading import Span, name_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.model import Article

_BYLINE = name_pattern(
    r"(?:[Bb]y|BY) (?P<who>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4}(?: (?:and|AND) [A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})?)(?P<office>(?:, | is | \| | - )[^\n]{3,140})?\.?(?=\n|$)"
)
_BY = ("By ", "by ", "BY ")
_NAME = name_pattern(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,3}")
_STAFF = expression(
    r"\b(?:correspondent|editor|reporter|writer|journalist|staff|news|agency|bureau)\b", re.IGNORECASE
)
_LABEL = expression(
    r"(?:(?:analysis ?/ ?)?opinion|comment(?:ary)?|op-?ed|column|guest (?:essay|column|post|opinion|commentary|contributor|view(?:point)?)|viewpoint|voices|perspectives?|my view|first person|essay|editorial)\b(?: ?[:|-] ?|$)",
    re.IGNORECASE,
)
"""Labels above an opinion piece: "Opinion"."""
_IS = expression(r" (?:is|was|has been|serves as|represents|teaches|leads|chairs|runs|co-founded|founded) ")
_WRITER = expression(r"(?:the (?:writer|author) |[^\n.]{3,60}\bauthor of )", re.IGNORECASE)
_FIRST_PARAGRAPHS, _LAST_PARAGRAPHS = 5, 4
_PARAGRAPHS_PER_SELF = 6  # one paragraph in so many says "I"


def find_column(plain: str, paragraphs: Sequence[Span], article: Article) -> tuple[Author, range] | None:
    """Return the author in the byline of an opinion piece and its paragraphs; None if nothing marks it as one.

    A reporter's news has a byline, too: the page says "Opinion" above, or who the writer is below, or the byline does.
    """
    author, office, first = _find_byline(plain, paragraphs, article.author)
    if author is None or _STAFF.search(office):
        return None
    top = [article.title or "", *(plain[slice(*one)] for one in paragraphs[: _FIRST_PARAGRAPHS + 1])]
    is_opinion = office or any(_LABEL.match(line) for line in top)
    if not (is_opinion or _describes_author(plain, paragraphs[-_LAST_PARAGRAPHS:], author.words)):
        return None
    found = find_stretch(plain, paragraphs, range(first, len(paragraphs)), author.words, to_end=True)
    own = sum(uses_i(plain, paragraphs[number]) for number in found)
    prose = sum(ends_sentence(plain, paragraphs[number]) for number in found)
    is_most = prose * 2 > sum(ends_sentence(plain, one) for one in paragraphs[first:])
    return (author, found) if is_most and own and own * _PARAGRAPHS_PER_SELF >= prose else None


def _find_byline(
    plain: str, paragraphs: Sequence[Span], page_author: str | None
) -> tuple[Author | None, str, int]:
    """Find the author, the description in the byline, and the number of the paragraph after it; without a byline, the `page_author`."""
    for number, paragraph in enumerate(paragraphs[:_FIRST_PARAGRAPHS]):
        if plain.startswith(_BY, paragraph.start) and (byline := _BYLINE.match(plain, *paragraph)):
            return Author(byline["who"], byline.start("who")), byline["office"] or "", number + 1
    return (Author(page_author, 0) if page_author and _NAME.fullmatch(page_author) else None), "", 0


def _describes_author(plain: str, tail: Sequence[Span], name: str) -> bool:
    """Whether the end of a page describes its author, other than as a reporter: "Ada Moor is minister of ports."."""
    for one in tail:
        text = plain[slice(*one)].lstrip("*_([- ")
        if _WRITER.match(text) or (text.startswith(name) and _IS.match(text, len(name))):
            return _STAFF.search(_WRITER.sub("", text)) is None
    return False
