"""What only stands elsewhere and says the same: a phrase with its preposition, what somebody is, two who do it together; or a little word exchanged for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.attribution import find_content_start
from claimtrack.core.match.words.lexicon import POSSESSIVES, SEQUENCE_WORDS, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

LOCATIVE_PREPOSITIONS = words_of(
    "in at on near since from of during after before across around outside inside until by"
)
"""Behind these a name tells where or when, and may stand anywhere."""
MOVABLE_PREPOSITIONS = LOCATIVE_PREPOSITIONS | {"under"}
CLAUSE_CONJUNCTIONS = words_of("when while because as although")
"""Behind these stands a clause that may open a sentence or close it."""
_OPENING = (MOVABLE_PREPOSITIONS - {"of", "by"}) | words_of(
    "within throughout among amid despite with without over"
)
"""How a phrase begins that may stand at the beginning or the end."""
FRONTABLE_WORDS = _OPENING | words_of("to into for against like unlike")
"""The same, with such as seldom stand at the beginning: "against Rome she scored"; behind a noun they belong to that."""
_TELLING = _OPENING | words_of("by of to into for against than")


def is_only_reordered(a: Reading, b: Reading) -> bool:
    """Whether two statements of the same words differ only in where their phrases stand, or in who of two is named first."""
    return (
        _phrases_moved(a, b)
        or _past_the_next(a, b)
        or _apposed(a, b)
        or _together(a, b)
        or _named_as_two(a, b)
    )


def find_crossed_places(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, int] | None:
    """The two places in which two rows differ, where each holds what the other has in the other place."""
    if len(ours) != len(theirs):
        return None
    apart = [at for at, (x, y) in enumerate(zip(ours, theirs, strict=True)) if x != y]
    if len(apart) != 2 or ours[apart[0]] != theirs[apart[1]] or ours[apart[1]] != theirs[apart[0]]:
        return None
    return apart[0], apart[1]


def function_words_swapped(a: Reading, b: Reading) -> str | None:
    """Two words stand in each other's place, one of them grammar, and all others as they did: for it and against it, against and for."""
    apart = find_crossed_places(a.words, b.words)
    if apart is None or not {a.words[at] for at in apart} & _TURNED:
        return None
    return f"swapped: {' / '.join(a.written[at] for at in apart)}"


_TURNED = words_of("for from to by before after with without above below")
"""Grammar of which the place tells who or what is meant."""


def terms_with_countries(reading: Reading) -> list[str]:
    """The terms in order, those of a country by its number: Armenia attacks Azerbaijani positions, Azerbaijan Armenian ones."""
    named = {at: f"country {member}" for member, _, at in reading.kinds.get("country", ())}
    return [named.get(at, term) for term, at in reading.placed_terms] if len(named) > 1 else reading.sequence


def _phrases_moved(a: Reading, b: Reading) -> bool:
    """Whether phrases at the beginning of one, or of each, stand elsewhere in the other: "in Rome she won", "she won in Rome"."""
    ours, theirs = _with_prepositions(a), _with_prepositions(b)
    if sorted(ours) != sorted(theirs):
        return False
    for one, other in ((ours, theirs), (theirs, ours)):
        for length, at in _openings(one, other):
            rest, rest_b = one[length:], other[:at] + other[at + length :]
            if rest == rest_b:
                return True
            twice = ((n, i) for n, i in _openings(rest_b, rest) if rest_b[0] != one[0])
            if any(rest_b[n:] == rest[:i] + rest[i + n :] for n, i in twice):
                return True
    return False


def _past_the_next(a: Reading, b: Reading) -> bool:
    """Whether one phrase has only changed places with that behind it: "from Oslo to Rome", "to Rome from Oslo"."""
    ours, theirs = _with_prepositions(a), _with_prepositions(b)
    first = next((at for at, (x, y) in enumerate(zip(ours, theirs, strict=False)) if x != y), 0)
    one, other = ours[first:], theirs[first:]
    if not first or not other or other[0] not in FRONTABLE_WORDS or sorted(one) != sorted(other):
        return False
    return any(
        one[length:] == other[:at] + other[at + length :] and _TELLING.isdisjoint(other[1:at])
        for length, at in _openings(one, other)
        if 1 < at <= _SHORT
    )


_SHORT = 4
"""Words of the phrase that it goes past, with its preposition, at most."""


def _with_prepositions(reading: Reading) -> list[str]:
    """The terms of what is said in order, with the prepositions that are none."""
    start = find_content_start(reading)
    small = [(at, word) for at, word in enumerate(reading.words) if at >= start and word in _TELLING]
    found = {at for at, _ in small}
    terms = [(at, term) for term, at in reading.placed_terms if at >= start and at not in found]
    return [key for _, key in sorted([*small, *terms], key=lambda one: one[0])]


def _openings(one: list[str], other: list[str]) -> list[tuple[int, int]]:
    """The lengths of the phrases that may open one row and stand somewhere behind the beginning of the other, with where."""
    if not one or one[0] not in FRONTABLE_WORDS:
        return []
    starts = [at for at, key in enumerate(other) if at and key == one[0]]
    longest = min(_LONGEST, len(one) - 1)
    return [(n, at) for n in range(2, longest + 1) for at in starts if other[at : at + n] == one[:n]]


_LONGEST = 8
"""Words of such a phrase at most."""


_LINKS = words_of("a an the his her its their who which is was are were of")


def _apposed(a: Reading, b: Reading) -> bool:
    """Whether a name and what is told of it have changed sides: "Raisi, who was Iran's president", "Iran's president Raisi"."""
    ours, theirs = a.sequence, b.sequence
    if len(ours) != len(theirs):
        return False
    apart = [at for at, (x, y) in enumerate(zip(ours, theirs, strict=True)) if x != y]
    if not apart:
        return False
    first, end = apart[0], apart[-1] + 1
    one, other = ours[first:end], theirs[first:end]
    k = next((k for k in range(1, len(one)) if one[k:] + one[:k] == other), 0)
    runs = (range(first, first + k), range(first + k, end)), (range(end - k, end), range(first, end - k))
    names = [
        all(_is_name(r, span) for r, span in zip((a, b), both, strict=True))
        for both in zip(*runs, strict=True)
    ]
    if not k or sum(names) != 1:
        return False
    told = _told_of_it(a, first + k), _told_of_it(b, end - k)
    return None not in told and any(told)


def _is_name(reading: Reading, terms: range) -> bool:
    """Whether all of some terms have a capital."""
    return all(reading.has_capital(reading.places[at]) for at in terms)


def _told_of_it(reading: Reading, second: int) -> bool | None:
    """Whether a comma parts the second of two runs of terms from the first; None where more stands between."""
    between = range(reading.places[second - 1] + 1, reading.places[second])
    if any(reading.words[at] not in _LINKS for at in between):
        return None
    return reading.has_boundary_in(range(between.start, between.stop + 1))


def _named_as_two(a: Reading, b: Reading) -> bool:
    """Whether two are named first whom an "and" joins, only in the other order: "Sara Lund and Sarah Lund are twins"."""
    if a.words[:1] == b.words[:1] or not SEQUENCE_WORDS.isdisjoint(a.vocabulary):
        return False
    joined = a.words.index("and") if "and" in a.vocabulary else 0
    end = joined + 1
    while end < len(a.words) and a.has_capital(end) and not a.is_boundary(end):
        end += 1
    two = [*a.words[joined + 1 : end], "and", *a.words[:joined]]
    return 0 < joined <= _NEAR and end > joined + 1 and b.words == two + a.words[end:]


_COUNTERPARTS = words_of("counterpart counterparts colleague colleagues")
_JOINING = words_of("and met meets meet")
_MEETING = words_of("talks met meets meeting spoke treaty deal agreement pact summit")
_NEAR = 4


def _together(a: Reading, b: Reading) -> bool:
    """Whether two do it together, and each is named first once: "the Uzbek president and his Kazakh counterpart"."""
    if not SEQUENCE_WORDS.isdisjoint(a.vocabulary):
        return False
    at, at_b = _joined(a), _joined(b)
    apart = find_crossed_places(terms_with_countries(a), terms_with_countries(b)) if at and at_b else None
    if apart is None:
        return False
    return all(
        r.places[apart[0]] < joined < r.places[apart[1]] <= joined + _NEAR
        for r, joined in ((a, at), (b, at_b))
    )


def _joined(reading: Reading) -> int:
    """The place of "his" in "and his counterpart", "met his counterpart", "talks with his counterpart"; 0 where there is none."""
    if _COUNTERPARTS.isdisjoint(reading.vocabulary):
        return 0
    words = reading.words
    return next(
        (
            at
            for at in range(2, len(words))
            if words[at] in POSSESSIVES
            and (words[at - 1] in _JOINING or (words[at - 1] == "with" and words[at - 2] in _MEETING))
            and not _COUNTERPARTS.isdisjoint(words[at : at + _NEAR])
        ),
        0,
    )
