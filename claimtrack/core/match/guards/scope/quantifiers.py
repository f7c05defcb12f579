"""Guards on the quantifier of a subject: none, some, most or all of the schools. "Some" does not contradict "not all"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimtrack.core.language.word_lists import STOP_WORDS, words_of
from claimtrack.core.match.guards.polarity.implicit_negation import have_all_gone
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.words.negators import without_prefix
from claimtrack.core.match.words.terms import stem

_NONE, _SOME, _MOST, _ALL, _NOT_ALL = range(5)
_QUANTIFIERS: tuple[tuple[int, tuple[str, ...]], ...] = tuple(
    (kind, tuple(words.split()))
    for kind, phrases in (
        (_NONE, "not one|not a single|not any|none of|neither of|no single|none|no"),
        (_NOT_ALL, "not all|not every|not each"),
        (_MOST, "the majority of|a majority of|most of|most|nearly every one of|almost every one of"),
        (_SOME,
            "at least one|one or more|more than one|a minority of|a few|a number of|a handful of|some "
            "of|some|several|many|various"),
        (_ALL, "each and every|each one of|every single|every one of|all of|each of|every|each|all"),
    )
    for words in phrases.split("|")
)  # fmt: skip
"""Quantifiers with their kind, longer ones before the shorter ones they start with."""
_PERSON_QUANTIFIERS: dict[tuple[str, ...], int] = {
    **dict.fromkeys((("nobody",), ("no", "one")), _NONE),
    **dict.fromkeys((("not", "everybody"), ("not", "everyone")), _NOT_ALL),
    **dict.fromkeys((("somebody",), ("someone",)), _SOME),
    **dict.fromkeys((("everybody",), ("everyone",)), _ALL),
}
_FIRST_WORDS = frozenset(
    opening[0] for opening in (*(words for _, words in _QUANTIFIERS), *_PERSON_QUANTIFIERS)
)
"""First words of quantifiers: most claims have none of these."""
_PEOPLE_NOUNS = words_of("people person persons individuals")
_DETERMINERS = words_of("of the its his her their our these those this that them us")
_NOT_NOUNS = words_of(
    "more less fewer longer other doubt idea need chance way than such matter wonder part least"
)
"""After "no", "some" or "all" these are no noun."""
_PEOPLE_IN_GENERAL = ""
"""The noun of quantifiers of people as such: "nobody", "no people"."""
_CONJUNCTIONS = words_of("that and but")
_AUXILIARIES = words_of("has have had was were is are been be being ever yet already will would can could")
_MAX_OPENING_WORDS = 6
"""Words at most before the quantifier: "In the north, no school"."""


class Quantified(NamedTuple):
    """A quantified subject: the kind of quantifier, the stem of its noun, and the first and last place."""

    kind: int
    noun: str
    first: int
    last: int


@lru_cache(maxsize=256)
def _find_quantified(reading: Reading) -> Quantified | None:
    """The quantified subject with which a statement opens, cached; None if there is none."""
    if _FIRST_WORDS.isdisjoint(reading.vocabulary):
        return None
    for one in _read_quantified(reading):
        denies = one.kind in (_NONE, _NOT_ALL)
        # "there is no school that has none" is every school
        if not denies or any(one.first <= at <= one.last for at in reading.negators):
            return one
    return None


def _read_quantified(reading: Reading) -> Iterator[Quantified]:
    """Yield each quantifier with its noun near the start of a statement."""
    words = reading.words
    for at in range(min(len(words), _MAX_OPENING_WORDS)):
        if words[at] not in _FIRST_WORDS:
            continue
        opens = not at or reading.is_boundary(at) or words[at - 1] in _CONJUNCTIONS
        if not opens and words[0] != "there":
            continue
        for opening, kind in _PERSON_QUANTIFIERS.items():
            if tuple(words[at : at + len(opening)]) == opening:
                yield Quantified(kind, _PEOPLE_IN_GENERAL, at, at + len(opening) - 1)
        for kind, opening in _QUANTIFIERS:
            end = at + len(opening)
            if tuple(words[at:end]) == opening and (noun := _find_noun(reading, end)):
                yield Quantified(kind, noun[0], at, noun[1])
                break


def _find_noun(reading: Reading, at: int) -> tuple[str, int] | None:
    """The stem and the place of the noun of a quantifier; None if no noun follows."""
    words = reading.words
    while at < len(words) and words[at] in _DETERMINERS:
        at += 1
    if at >= len(words) or words[at] in STOP_WORDS or words[at] in _NOT_NOUNS or words[at][0].isdecimal():
        return None
    return (_PEOPLE_IN_GENERAL if words[at] in _PEOPLE_NOUNS else stem(words[at])), at


def none_some_or_all(a: Reading, b: Reading) -> str | None:
    """One says of none what the other says of some, most or all, or of all what the other says of some: "no school", "a few schools"."""
    pair = _pair_quantified(a, b)
    if not pair:
        return None
    kinds = {quantified.kind for quantified in pair}
    if len(kinds) == 1 or kinds.isdisjoint((_NONE, _ALL)):
        return None
    return f"differs: {_quote(a, pair[0])} / {_quote(b, pair[1])}"


def some_or_not_all(a: Reading, b: Reading) -> str | None:
    """One says of some or most what the other denies of all, and both may be true: "some schools", "not all schools"."""
    pair = _pair_quantified(a, b)
    if not pair or {quantified.kind for quantified in pair} not in ({_SOME, _NOT_ALL}, {_MOST, _NOT_ALL}):
        return None
    return f"differs: {_quote(a, pair[0])} / {_quote(b, pair[1])}"


def both_quantify_none(a: Reading, b: Reading) -> bool:
    """Whether both say the same of none of the same things: "no school", "not one of the schools"."""
    pair = _pair_quantified(a, b)
    return bool(pair) and {quantified.kind for quantified in pair} == {_NONE}


def _pair_quantified(a: Reading, b: Reading) -> tuple[Quantified, Quantified] | tuple[()]:
    """The quantified subjects of both statements, if noun and predicate are the same; else ()."""
    one, other = _find_quantified(a), _find_quantified(b)
    if not one or not other or _count_negators(a, one) != _count_negators(b, other) or _state_opposites(a, b):
        return ()
    ours, theirs = _predicate_terms(a, one), _predicate_terms(b, other)
    if one.noun == other.noun:
        mostly = 2 * len(ours & theirs) > max(len(ours), len(theirs))
        return (one, other) if mostly or _share_predicate(a, one, b, other) else ()
    # "Nobody" excludes every kind of person: "nobody waits", "some patients wait".
    excludes_all = any(x.kind == _NONE and x.noun == _PEOPLE_IN_GENERAL for x in (one, other))
    return (one, other) if excludes_all and ours == theirs else ()


def _share_predicate(a: Reading, one: Quantified, b: Reading, other: Quantified) -> bool:
    """Whether the first predicate is the same, whatever else is said: "no patient was *refused* care", "some were *refused* it"."""
    ours, theirs = _first_predicate(a, one), _first_predicate(b, other)
    if ours is None or theirs is None:
        return False
    return ours[0] == theirs[0] or not ours[1].isdisjoint(theirs[1])


def _first_predicate(reading: Reading, quantified: Quantified) -> tuple[str, frozenset[int | str]] | None:
    """The first content word after a quantified noun and its modifiers, or what its phrase stands for, and its meanings."""
    words, start = reading.words, quantified.last + 1
    if reading.word(start) in STOP_WORDS - _AUXILIARIES:
        start = next((at for at in range(start, len(words)) if words[at] in _AUXILIARIES), len(words))
    for at in range(start, len(words)):
        if reading.is_boundary(at):
            return None
        if words[at] not in STOP_WORDS and words[at] not in _AUXILIARIES:
            word = reading.phrase_meanings.get(at, words[at])
            return None if without_prefix(word) else (stem(word), meanings(stem(word)))
    return None


def _count_negators(reading: Reading, quantified: Quantified) -> int:
    """The number of negators outside the quantified subject."""
    return sum(not quantified.first <= at <= quantified.last for at in reading.negators)


def _state_opposites(a: Reading, b: Reading) -> bool:
    """Whether the predicates are antonyms: "no school failed", "some schools passed"; "none was unaffected", "all were affected"."""
    if not a.vocabulary.isdisjoint(_unprefixed_words(b)) or not b.vocabulary.isdisjoint(_unprefixed_words(a)):
        return True
    if have_all_gone(a, b) or have_all_gone(b, a):
        return True
    axes = a.poles.keys() & b.poles.keys() - {"all"}
    return any(a.poles_on(axis).isdisjoint(b.poles_on(axis)) for axis in axes)


def _unprefixed_words(reading: Reading) -> set[str]:
    """The bases of the words with "un-", "in-" or "dis-": "*affected*" of "unaffected"."""
    return {word for prefixed in reading.vocabulary for word in without_prefix(prefixed)}


def _predicate_terms(reading: Reading, quantified: Quantified) -> frozenset[str]:
    """The terms of a statement without its quantified subject."""
    return frozenset(
        term for term, place in reading.placed_terms if not quantified.first <= place <= quantified.last
    )


def _quote(reading: Reading, quantified: Quantified) -> str:
    """A quantified subject as written."""
    return reading.as_written(quantified.first, quantified.last + 1)
