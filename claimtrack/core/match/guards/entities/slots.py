"""Whether two names stand in the same place of their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.names.abbreviations import named_countries
from claimtrack.core.match.reading.syntax.phrases import share_list
from claimtrack.core.match.words.forms import may_be_past
from claimtrack.core.match.words.lexicon import ARTICLES, STOP_WORDS, words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

ROLE_PREPOSITIONS = words_of("in at from to with of for against near on into")
"""Prepositions that tell which part a name plays."""
_JOINING = ROLE_PREPOSITIONS | words_of("by over under about after before")


def share_slot(a: Reading, x: str, b: Reading, y: str) -> bool:
    """Whether before or behind two names there stands the same, and in the same way: "shares in Paris", but "shares on the Dax"."""
    at, at_b = first_place(a, x), first_place(b, y)
    before, behind = (
        bool(sides and sides_b)
        and sides[0][0] == sides_b[0][0]
        and _link(a, at, sides[0][1]) == _link(b, at_b, sides_b[0][1])
        for sides, sides_b in zip(_beside(a, at), _beside(b, at_b), strict=True)
    )
    return behind or (before and _tells_whose(a, at) == _tells_whose(b, at_b))


def _tells_whose(reading: Reading, name: int) -> bool:
    """Whether a name only tells of which country something is: "the *Korean* maker", "the *Cuban* revolution"."""
    behind = name + 1
    of_a_country = any(
        at == name and not country.endswith(reading.words[at].removesuffix("'s"))
        for country, at in named_countries(reading).items()
    )
    return (
        of_a_country
        and behind < len(reading.words)
        and not reading.is_boundary(behind)
        and reading.written[behind].islower()
        and reading.words[behind] not in STOP_WORDS
        and not may_be_past(reading.words[behind])
    )


def first_place(reading: Reading, name: str) -> int:
    """Where a name first stands, be it at the beginning, where its capital tells nothing."""
    return reading.names.get(name, 0)


def _beside(reading: Reading, place: int) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """The term before a place and the one behind it, each with its place, where there are any."""
    before = [one for one in reading.placed_terms if one[1] < place][-1:]
    return before, [one for one in reading.placed_terms if one[1] > place][:1]


def _link(reading: Reading, name: int, other: int) -> tuple[list[str], bool]:
    """What joins a name to another word: the prepositions between them, or before the name where a mark parts them; and whether one does."""
    first, last = sorted((name, other))
    is_parted = reading.has_boundary_in(range(first + 1, last + 1))
    is_parted = is_parted and not _set_off(reading, name) and not share_list(reading, first, last)
    words = reading.words[_start(reading, name) : name] if is_parted else reading.words[first + 1 : last]
    return ["in" if word == "at" else word for word in words if word in _JOINING], is_parted


def _set_off(reading: Reading, name: int) -> bool:
    """Whether a name stands between two marks, beside what it names: "the clerk, *Jon Tarn*, said"."""
    start, end, last = name, name + 1, len(reading.words)
    while start and not reading.is_boundary(start) and reading.has_capital(start - 1):
        start -= 1
    while end < last and not reading.is_boundary(end) and reading.has_capital(end):
        end += 1
    return start > 0 and reading.is_boundary(start) and (end == last or reading.is_boundary(end))


def _start(reading: Reading, name: int) -> int:
    """Where the phrase of a name begins: at the last word before it, but for articles and names, that is of its clause."""
    at = name
    while at and not reading.is_boundary(at) and (reading.has_capital(at) or reading.words[at] in ARTICLES):
        at -= 1
    return at
