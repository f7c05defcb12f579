"""Guards on degrees: happiest and least happy, largest and second largest, the lowest since 1990, more than ever, never so many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from claimtrack.core.language.word_lists import ORDINALS, STOP_WORDS, phrases_of, words_of
from claimtrack.core.match.guards.comparison.comparisons import are_converse_comparisons
from claimtrack.core.match.guards.difference import Excerpts, symmetric_guard
from claimtrack.core.match.guards.polarity.prefixes import are_antonym_superlatives
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.bindings import share_context
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import stem

_TOP_WORDS = words_of("leading top most main best worst")
_GRADING_WORDS = frozenset({"least", "less", *ORDINALS})
_DEGREE_SIGNS = {"most": 1, "more": 1, "least": -1, "less": -1}


@lru_cache(maxsize=20_000)
def _base_form(word: str) -> str | None:
    """The base of a comparative or superlative: "happiest" -> "happy", "larger" -> "larg"; None for other words.

    Only compared with other bases, so one that is no word does no harm.
    """
    for ending in ("est", "er"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3:
            if base.endswith("i"):
                return base[:-1] + "y"
            return base[:-1] if base[-1] == base[-2] and base[-1] not in "ls" else base
    return None


def degrees_differ(a: Reading, b: Reading) -> str | None:
    """One is "least" or "less" where the other is "most" or "more", or one is only second where the other is first."""
    if _GRADING_WORDS.isdisjoint(a.vocabulary | b.vocabulary) or are_converse_comparisons(a, b):
        return None
    return _least_or_most(a, b) or _second_or_first(a, b) or _ranks_second(a, b)


@symmetric_guard("opposite")
def _least_or_most(one: Reading, other: Reading) -> Excerpts | None:
    """One has "least happy", the other "happiest" or "most happy"."""
    for word, adjective in pairwise(one.words):
        if word not in ("least", "less") or adjective in STOP_WORDS or not adjective.isalpha():
            continue
        if (word, adjective) in pairwise(other.words):
            continue  # the other has it, too
        for before, graded in pairwise(["", *other.words]):
            is_plain = _DEGREE_SIGNS.get(before, 0) > 0 and graded == adjective
            base = _base_form(graded)
            if is_plain or (base and adjective in (base, f"{base}e")):
                return f"{word} {adjective}", f"{before} {graded}" if is_plain else graded
    return None


@symmetric_guard("differs")
def _second_or_first(one: Reading, other: Reading) -> Excerpts | None:
    """One has "second largest", the other "largest"."""
    for at, (rank, word) in enumerate(pairwise(one.words), 1):
        topmost = word in _TOP_WORDS or (word.endswith("est") and _base_form(word))
        if rank not in ORDINALS or rank == "first" or not topmost:
            continue
        for at_b, (before, graded) in enumerate(pairwise(["", *other.words])):
            alike = graded == word or (graded.endswith("est") and senses(stem(graded)) & senses(stem(word)))
            if alike and before not in ORDINALS and _concern_same_thing(one, at, other, at_b):
                return f"{rank} {word}", graded
    return None


def _concern_same_thing(one: Reading, at: int, other: Reading, at_b: int) -> bool:
    """Whether each mentions what the other ranks: "the fourth-highest *tax*", "the highest *wages*"; false if several are "among the highest"."""
    if not _PARTITIVE_WORDS.isdisjoint(other.words[max(0, at_b - 2) : at_b]):
        return False
    nouns = one.word(at + 1), other.word(at_b + 1)
    return all(
        not noun.isalpha() or noun in STOP_WORDS or reading.mentions(stem(noun))
        for noun, reading in zip(nouns, (other, one), strict=True)
    )


_PARTITIVE_WORDS = words_of("of among")


_RANKING_VERBS = words_of("ranks ranked ranking came comes placed finished")


@symmetric_guard("differs")
def _ranks_second(one: Reading, other: Reading) -> Excerpts | None:
    """What ranks second or third in one is the most of its kind in the other: "ranks only third among the most visited"."""
    words = one.words
    for at, word in enumerate(words[:-1]):
        rank = words[at + 1 + (words[at + 1] == "only")] if at + 2 < len(words) else words[at + 1]
        if word not in _RANKING_VERBS or rank not in ORDINALS or rank == "first":
            continue
        for before, graded in pairwise(["", *other.words]):
            topmost = graded in _TOP_WORDS or (graded.endswith("est") and _base_form(graded))
            if topmost and before == "the" and ORDINALS.keys().isdisjoint(other.vocabulary):
                return f"{word} {rank}", graded
    return None


_DEGREE_LIST = """
many much high large big great expensive dear | few little low small cheap ; more higher larger bigger greater dearer
    | fewer less lower smaller cheaper ; most highest largest biggest greatest dearest costliest peak | fewest least lowest smallest cheapest
warm hot | cold cool ; warmer hotter | colder cooler ; warmest hottest | coldest coolest
wet rainy | dry ; wetter rainier | drier ; wettest rainiest | driest
strong | weak ; stronger | weaker ; strongest | weakest
fast quickly | slow slowly ; faster quicker | slower ; fastest quickest | slowest
old | young ; older | younger ; oldest | youngest
long | short ; longer | shorter ; longest | shortest
rich | poor ; richer wealthier | poorer ; richest wealthiest | poorest
"""
"""The words of each axis: plain ones of its two poles, comparatives, superlatives."""
_PLAIN, _COMPARATIVE, _SUPERLATIVE = (
    {
        word: (axis, pole)
        for axis, line in enumerate(_DEGREE_LIST.replace("\n    ", " ").strip().splitlines())
        for pole, words in enumerate(line.split(";")[degree].split("|"))
        for word in words.split()
    }
    for degree in range(3)
)
_DEGREE_WORDS = frozenset(_PLAIN.keys() | _COMPARATIVE.keys() | _SUPERLATIVE.keys())
_TIME_SCOPES = words_of("since ever record records history recorded measured yet decade century generation")
_NEGATORS = words_of("never nowhere not no")
_UNEQUALLED_PHRASES = phrases_of("not since | not for | no other | no year | no time")
"""Phrases that deny any equal: "*not since* 1994 so many"."""
_SUCH_WORDS = words_of("so as such this that")
_UNIVERSAL_STANDARDS = words_of("ever any anywhere anyone before")
_UNIVERSAL_SUBJECTS = words_of("every all everywhere")
_EXPECTATION_WORDS = words_of(
    "feared expected hoped claimed planned forecast predicted thought reported some"
)
"""After "not as ... as" these make no extreme: "not as bad as feared"."""
_LACK_WORDS = words_of(
    "unemployment unemployed jobless joblessness workless loss losses lost shortage shortages abstention "
    "abstained absent vacant vacancies empty deficit debt dead deaths died mortality"
)
"""The fewest of these may be the most of what is lacking."""
_SCOPE_REACH, _NEGATOR_REACH, _STANDARD_REACH = 9, 13, 3
"""Numbers of words after a superlative that may limit it in time, or after a comparative up to its "than"; from a negator to it; and of the standard."""


class _Extreme(NamedTuple):
    """The most or least on an axis, with the places of the words that say so."""

    axis: int
    pole: int
    first: int
    last: int


def most_or_least(a: Reading, b: Reading) -> str | None:
    """The most in one is the least in the other, in any wording: "the lowest since", "more than ever", "never so many"."""
    ours = _find_extremes(a)
    theirs = _find_extremes(b) if ours else ()
    if not theirs or any(len({(x.axis, x.pole) for x in side}) > 1 for side in (ours, theirs)):
        return None
    x, y = ours[0], theirs[0]
    if x.axis != y.axis or x.pole == y.pole:
        return None
    if counts_a_lack(a) != counts_a_lack(b) or are_antonym_superlatives(a, b):
        return None
    if not share_context(a, x.last, b, y.last, 4):
        return None
    return f"opposite: {_quote_extreme(a, x)} / {_quote_extreme(b, y)}"


def _quote_extreme(reading: Reading, extreme: _Extreme) -> str:
    """The word for an extreme, with the "never" before it: "lowest", "never so many"."""
    if extreme.first == extreme.last:
        return reading.written[extreme.last]
    intensifier = extreme.last - 1 - (reading.words[extreme.last - 1] == "a")
    return reading.written_at((extreme.first, *range(intensifier, extreme.last + 1)))


def counts_a_lack(reading: Reading) -> bool:
    """Whether a statement may count those without something: the fewest jobless are the most in work."""
    return not _LACK_WORDS.isdisjoint(reading.vocabulary)


@lru_cache(maxsize=256)
def _find_extremes(reading: Reading) -> tuple[_Extreme, ...]:
    """The extremes that a statement mentions, cached."""
    return () if _DEGREE_WORDS.isdisjoint(reading.vocabulary) else tuple(_read_extremes(reading.words))


def _read_extremes(words: Sequence[str]) -> Iterator[_Extreme]:
    """Yield each extreme: a superlative of all time, "never so many", "record high", "more than ever"."""
    for at, word in enumerate(words):
        if word not in _DEGREE_WORDS:
            continue
        if word in _SUPERLATIVE and not _TIME_SCOPES.isdisjoint(words[at + 1 : at + _SCOPE_REACH]):
            axis, pole = _SUPERLATIVE[word]
            yield _Extreme(axis, pole, at, at)
        elif word in _PLAIN and (first := _unequalled_start(words, at)) is not None:
            yield _Extreme(*_PLAIN[word], first, at)
        elif word in ("high", "low") and at and words[at - 1] in ("record", "time"):
            yield _Extreme(*_PLAIN[word], at, at)
        elif word in _COMPARATIVE:
            axis, pole = _COMPARATIVE[word]
            if (side := _ranks_above_all(words, at)) is not None:
                yield _Extreme(axis, pole if side else 1 - pole, at, at)


def _unequalled_start(words: Sequence[str], at: int) -> int | None:
    """The place where "never so", "not since 2003 so" or "no other as" starts before a plain word, if one does."""
    intensifier = at - 1 - (words[at - 1] == "a")
    if at < 2 or words[intensifier] not in _SUCH_WORDS:
        return None
    before = range(at - 2, max(-1, at - 1 - _NEGATOR_REACH), -1)
    first = next((i for i in before if words[i] in _NEGATORS or words[i].endswith("n't")), None)
    if first is None or not _EXPECTATION_WORDS.isdisjoint(words[at + 1 : at + _SCOPE_REACH]):
        return None
    phrase = words[first : first + 2]
    ranks = words[first] in ("never", "nowhere") or phrase in _UNEQUALLED_PHRASES
    since = words[first].endswith("n't") and "since" in words[at + 1 :]
    return first if ranks or since else None


def _ranks_above_all(words: Sequence[str], at: int) -> bool | None:
    """Whether a comparative ranks its subject first (True) or last (False) of all; None if neither."""
    before = words[max(0, at - _STANDARD_REACH) : at]
    if "never" in before or (at > 1 and "nowhere" in words[:at]):
        return True
    than = next((i for i in range(at + 1, min(len(words), at + _SCOPE_REACH)) if words[i] == "than"), None)
    if than is None:
        return None
    if not _UNIVERSAL_SUBJECTS.isdisjoint(words[:at]) and words[0] in _UNIVERSAL_SUBJECTS:
        return False
    return True if not _UNIVERSAL_STANDARDS.isdisjoint(words[than + 1 : than + 1 + _STANDARD_REACH]) else None
