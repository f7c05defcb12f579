"""Guards on how many of a kind something is said of: none, some, most or all of the schools. Not all is not some, but may be so beside it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.polarity.implicit_negation import have_all_gone
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.words.lexicon import STOP_WORDS, words_of
from claimtrack.core.match.words.negators import without_prefix
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_NONE, _SOME, _MOST, _ALL, _NOT_ALL = range(5)
_OPENINGS: tuple[tuple[int, tuple[str, ...]], ...] = tuple(
    (kind, tuple(words.split()))
    for kind, phrases in (
        (_NONE, "not one|not a single|not any|none of|neither of|no single|none|no"),
        (_NOT_ALL, "not all|not every|not each"),
        (_MOST, "the majority of|most of|most"),
        (_SOME, "at least one|one or more|more than one|a few|a number of|a handful of|some of|some|several|many|various"),
        (_ALL, "each and every|each one of|every single|every one of|all of|each of|every|each|all"),
    )
    for words in phrases.split("|")
)  # fmt: skip
"""How something that is told of so many opens, longer openings first."""
_PERSONS: dict[tuple[str, ...], int] = {
    **dict.fromkeys((("nobody",), ("no", "one")), _NONE),
    **dict.fromkeys((("not", "everybody"), ("not", "everyone")), _NOT_ALL),
    **dict.fromkeys((("somebody",), ("someone",)), _SOME),
    **dict.fromkeys((("everybody",), ("everyone",)), _ALL),
}
_TELLING = frozenset(opening[0] for opening in (*(words for _, words in _OPENINGS), *_PERSONS))
"""Without one of these nothing is told of how many: most claims have none."""
_PEOPLE = frozenset({"people", "person", "persons", "individuals"})
_OF = words_of("of the its his her their our these those this that them us")
_SCALE = words_of(
    "more less fewer longer other doubt idea need chance way than such matter wonder part least"
)
"""Behind "no", "some" or "all" these count no things."""
_ANYBODY = ""
"""What is told of people as such is told of this."""
_BEFORE = frozenset({"that", "and", "but"})
_HELPERS = words_of("has have had was were is are been be being ever yet already will would can could")
_CLAUSE = 6
"""Words at most between what opens a statement and how many it is told of: "In the north, no school"."""


class Quantified(NamedTuple):
    """Of how many (`kind`) of which things, the places of the words that say so, and how it is put."""

    kind: int
    things: str
    first: int
    last: int


@lru_cache(maxsize=256)
def _told(reading: Reading) -> Quantified | None:
    """Of how many of what the statement tells what it tells, where it opens with that."""
    if _TELLING.isdisjoint(reading.vocabulary):
        return None
    return next((told for told in _found(reading) if not _is_made_up_for(reading, told)), None)


def _is_made_up_for(reading: Reading, told: Quantified) -> bool:
    """Whether another denial makes up for "no": "there is no school that has none" is every school."""
    denies = told.kind in (_NONE, _NOT_ALL)
    return denies and not any(told.first <= at <= told.last for at in reading.negators)


def _found(reading: Reading) -> Iterator[Quantified]:
    words = reading.words
    for at in range(min(len(words), _CLAUSE)):
        if words[at] not in _TELLING:
            continue
        if at and not reading.is_boundary(at) and words[at - 1] not in _BEFORE and words[:1] != ["there"]:
            continue
        for opening, kind in _PERSONS.items():
            if tuple(words[at : at + len(opening)]) == opening:
                yield Quantified(kind, _ANYBODY, at, at + len(opening) - 1)
        for kind, opening in _OPENINGS:
            end = at + len(opening)
            if tuple(words[at:end]) == opening and (things := _things(reading, end)):
                yield Quantified(kind, things[0], at, things[1])
                break


def _things(reading: Reading, at: int) -> tuple[str, int] | None:
    """What things are counted at a place, and where the word for them stands."""
    words = reading.words
    while at < len(words) and words[at] in _OF:
        at += 1
    if at >= len(words) or words[at] in STOP_WORDS or words[at] in _SCALE or words[at][0].isdecimal():
        return None
    return (_ANYBODY if words[at] in _PEOPLE else stem(words[at])), at


def none_some_or_all(a: Reading, b: Reading) -> str | None:
    """One says of none what the other says of some, most or all; or of all what the other says of some: "no school", "a few schools"."""
    told = _of_the_same(a, b)
    if not told:
        return None
    kinds = {one.kind for one in told}
    if len(kinds) == 1 or (
        _NONE not in kinds and kinds not in ({_ALL, _SOME}, {_ALL, _MOST}, {_ALL, _NOT_ALL})
    ):
        return None
    return f"differs: {_put(a, told[0])} / {_put(b, told[1])}"


def some_or_not_all(a: Reading, b: Reading) -> str | None:
    """One says of some or most what the other says not of all, and both may be so: "some schools", "not all schools"."""
    told = _of_the_same(a, b)
    if not told or {one.kind for one in told} not in ({_SOME, _NOT_ALL}, {_MOST, _NOT_ALL}):
        return None
    return f"differs: {_put(a, told[0])} / {_put(b, told[1])}"


def both_quantify_none(a: Reading, b: Reading) -> bool:
    """Whether both say the same of none of the same things, in whatever words: "no school", "not one of the schools"."""
    told = _of_the_same(a, b)
    return bool(told) and {one.kind for one in told} == {_NONE}


def _of_the_same(a: Reading, b: Reading) -> tuple[Quantified, Quantified] | tuple[()]:
    """Of how many each tells the same of the same things; empty where these, or what is told, is something else."""
    one, other = _told(a), _told(b)
    if one is None or other is None or _denials(a, one) != _denials(b, other) or _turned(a, b):
        return ()
    ours, theirs = _rest(a, one), _rest(b, other)
    if one.things == other.things:
        mostly = 2 * len(ours & theirs) > max(len(ours), len(theirs))
        return (one, other) if mostly or _did_the_same(a, one, b, other) else ()
    # Of nobody at all, whoever they are: "nobody waits", "some patients wait".
    whoever = any(told.kind == _NONE and told.things == _ANYBODY for told in (one, other))
    return (one, other) if whoever and ours == theirs else ()


def _did_the_same(a: Reading, one: Quantified, b: Reading, other: Quantified) -> bool:
    """Whether the first thing that is told of them is the same, whatever else is: "no patient was *refused* care", "some were *refused* it"."""
    ours, theirs = _first_told(a, one), _first_told(b, other)
    if ours is None or theirs is None:
        return False
    return ours[0] == theirs[0] or not ours[1].isdisjoint(theirs[1])


def _first_told(reading: Reading, told: Quantified) -> tuple[str, frozenset[int | str]] | None:
    """The first word of weight behind some things, where they are and whose left out, or what its phrase stands for; and what that means."""
    words, start = reading.words, told.last + 1
    if reading.word(start) in STOP_WORDS - _HELPERS:
        start = next((at for at in range(start, len(words)) if words[at] in _HELPERS), len(words))
    for at in range(start, len(words)):
        if reading.is_boundary(at):
            return None
        if words[at] not in STOP_WORDS and words[at] not in _HELPERS:
            word = reading.phrase_meanings.get(at, words[at])
            return None if without_prefix(word) else (stem(word), meanings(stem(word)))
    return None


def _denials(reading: Reading, told: Quantified) -> int:
    return sum(not told.first <= at <= told.last for at in reading.negators)


def _turned(a: Reading, b: Reading) -> bool:
    """Whether what is said is the opposite: "no school failed", "some schools passed"; "none was unaffected", "all were affected"."""
    if not a.vocabulary.isdisjoint(_made_from(b)) or not b.vocabulary.isdisjoint(_made_from(a)):
        return True
    if have_all_gone(a, b) or have_all_gone(b, a):
        return True
    return any(
        axis != "all" and a.poles_on(axis).isdisjoint(b.poles_on(axis))
        for axis in a.poles.keys() & b.poles.keys()
    )


def _made_from(reading: Reading) -> set[str]:
    """What its words with un-, in- or dis- are made from: "*affected*" of "unaffected"."""
    return {word for one in reading.vocabulary for word in without_prefix(one)}


def _rest(reading: Reading, told: Quantified) -> frozenset[str]:
    """The terms of what is said of them."""
    return frozenset(term for term, place in reading.placed_terms if not told.first <= place <= told.last)


def _put(reading: Reading, told: Quantified) -> str:
    return reading.as_written(told.first, told.last + 1)
