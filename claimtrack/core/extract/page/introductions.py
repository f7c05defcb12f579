"""Lines that only name whoever is quoted below them: "Our correspondent Mia Voss in Lenn:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.words.clauses import has_predicate
from claimtrack.core.extract.words.reading import MARKS, Span, name_pattern, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

_INTRODUCES = name_pattern(
    r"""(?:Here(?:'s| is) |This is )?(?P<who>[^"!?:\n]{0,80}\b[A-Z][\w'-]+ [A-Z][\w'-]+[^"!?:\n]{0,60}):"""
)


def with_introductions(plain: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The paragraphs, each of these lines one with the quotation below it: so it is read as if it stood before that."""
    found: list[Span] = []
    for paragraph in paragraphs:
        if plain.startswith(MARKS, paragraph.start) and found and _introduces(plain, found[-1]):
            found[-1] = Span(found[-1].start, paragraph.end)
        else:
            found.append(paragraph)
    return found


def _introduces(plain: str, line: Span) -> bool:
    if plain[line.end - 1] != ":":
        return False
    introduces = _INTRODUCES.fullmatch(plain, *line)
    if introduces is None:
        return False
    words = tokens(introduces["who"])
    return not has_predicate(words, 0, len(words))
