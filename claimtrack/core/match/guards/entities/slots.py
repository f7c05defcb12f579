"""Whether two names occupy the same position in their sentences."""

from __future__ import annotations

from claimtrack.core.language.word_lists import ARTICLES, STOP_WORDS, words_of
from claimtrack.core.match.reading.names.abbreviations import named_countries
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import share_list
from claimtrack.core.match.words.forms import may_be_past

ROLE_PREPOSITIONS = words_of("in at from to with of for against near on into")
"""Prepositions that mark the role of a name."""
_LINKING_PREPOSITIONS = ROLE_PREPOSITIONS | words_of("by over under about after before")


def share_slot(a: Reading, x: str, b: Reading, y: str) -> bool:
    """Whether the same word precedes or follows two names, with the same link: "shares in Paris", but "shares on the Dax"."""
    at, at_b = first_place(a, x), first_place(b, y)
    before, after = (
        bool(sides and sides_b)
        and sides[0][0] == sides_b[0][0]
        and _find_link(a, at, sides[0][1]) == _find_link(b, at_b, sides_b[0][1])
        for sides, sides_b in zip(_find_neighbours(a, at), _find_neighbours(b, at_b), strict=True)
    )
    return after or (before and _is_nationality(a, at) == _is_nationality(b, at_b))


def _is_nationality(reading: Reading, place: int) -> bool:
    """Whether a name only gives the country of something: "the *Korean* maker", "the *Cuban* revolution"."""
    after = place + 1
    of_a_country = any(
        at == place and not country.endswith(reading.words[at].removesuffix("'s"))
        for country, at in named_countries(reading).items()
    )
    return (
        of_a_country
        and after < len(reading.words)
        and not reading.is_boundary(after)
        and reading.written[after].islower()
        and reading.words[after] not in STOP_WORDS
        and not may_be_past(reading.words[after])
    )


def first_place(reading: Reading, name: str) -> int:
    """Where a name first occurs; 0 for a first word, whose capital proves nothing."""
    return reading.names.get(name, 0)


def _find_neighbours(reading: Reading, place: int) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """The terms before and after a place, each with its place, in two lists of at most one."""
    before = [item for item in reading.placed_terms if item[1] < place][-1:]
    return before, [item for item in reading.placed_terms if item[1] > place][:1]


def _find_link(reading: Reading, place: int, other: int) -> tuple[list[str], bool]:
    """The prepositions between a name and another word, or before the name if a punctuation mark separates them; and whether one does."""
    first, last = sorted((place, other))
    is_parted = reading.has_boundary_in(range(first + 1, last + 1))
    is_parted = is_parted and not _is_apposed(reading, place) and not share_list(reading, first, last)
    words = (
        reading.words[_phrase_start(reading, place) : place] if is_parted else reading.words[first + 1 : last]
    )
    return ["in" if word == "at" else word for word in words if word in _LINKING_PREPOSITIONS], is_parted


def _is_apposed(reading: Reading, place: int) -> bool:
    """Whether two punctuation marks enclose a name in apposition: "the clerk, *Jon Tarn*, said"."""
    start, end, last = place, place + 1, len(reading.words)
    while start and not reading.is_boundary(start) and reading.has_capital(start - 1):
        start -= 1
    while end < last and not reading.is_boundary(end) and reading.has_capital(end):
        end += 1
    return start > 0 and reading.is_boundary(start) and (end == last or reading.is_boundary(end))


def _phrase_start(reading: Reading, place: int) -> int:
    """The start of the phrase of a name: the last word before it in its clause that is neither an article nor a name."""
    at = place
    while at and not reading.is_boundary(at) and (reading.has_capital(at) or reading.words[at] in ARTICLES):
        at -= 1
    return at
