"""Features: one small function each, 0 to 1, of how far two statements agree.

The first line of a docstring is shown to people as the reason for a suggestion.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import chain, pairwise, product
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import APPROXIMATE
from claimtrack.core.match.passages import passage_overlap, shorter_first
from claimtrack.core.match.reading.lazy_property import lazy
from claimtrack.core.match.reading.names.variants import LOOKALIKE_NAMES, is_among
from claimtrack.core.match.reading.numbers.agreement import (
    MAX_COMPARED,
    ROUNDING_TOLERANCE,
    amounts_by_term,
    can_be_equal,
    contains_number,
)
from claimtrack.core.match.reading.paraphrases import paraphrased_terms
from claimtrack.core.match.reading.reading import PREFIX_LENGTH, meanings
from claimtrack.core.match.words.frequencies import frequency
from claimtrack.core.match.words.misprints import are_distinct_words
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

    Rarity = Callable[[str], float]
    Feature = Callable[["Pair"], float]

_MISSPELT_CREDIT = 0.8
"""What a term counts that the other side has misspelt, or in a form a letter or two apart ..."""
SYNONYM_CREDIT = 0.7
"""... in a synonym, such as "joblessness" for "unemployment" ..."""
SAME_HEAD_CREDIT = 0.6
"""... in another form with the same first letters, such as "voters" for "voting" ..."""
_RUN_TOGETHER_CREDIT = 0.95
"""... as one word where it has two, or as two: "tedcruz", "cease-fire" ..."""
_SIGNATURE_CREDIT = 0.8
"""... or in its signature and date, as in embedded tweets."""
_LONG_WORD, _LONG_SUPERLATIVE, _MOST = 7, 9, 2
"""Letters of a word that may have two misprints, the most there are, and of a superlative that may have one, since "-est" is shared."""
_ROUNDING_STEMS = stems_of(APPROXIMATE)
_LONG_ENOUGH = 6
"""The fewest letters of a word that may be two run together."""
_RE_WORDS = frozenset(
    f"re{verb}{ending}"
    for verb, endings in (
        ("sign", "s ed ing"), ("cover", "s ed ing"), ("form", "s ed ing"), ("lease", "s d"), ("press", "ed ing"), ("lay", "s ing"),
        ("sort", "s ed ing"), ("tire", "s d"), ("treat", "s ed ing"), ("mark", "s ed ing"), ("serve", "s d"), ("present", "s ed ing"),
        ("sent", " ed"), ("count", "s ed ing"), ("fuse", "s d"),
    )
    for ending in ("", *endings.split())
)  # fmt: skip
"""Words that are another word without their hyphen: to re-sign is not to resign."""
_CLEAR_OVERLAP = 0.15
"""The overlap of two statements that clearly have something in common."""

_NONE: frozenset[str] = frozenset()

_WeighedTerm = tuple[str, float, float]
"""A term of one side, its rarity, and how much of that the other side has."""


@lru_cache(maxsize=100_000)
def default_rarity(term: str) -> float:
    """The rarity of a term in everyday English, where no desk gives one."""
    return -math.log(frequency(term))


class Pair:
    """Two readings, with what several features and checks need of both."""

    def __init__(self, a: Reading, b: Reading, rarity: Rarity) -> None:
        self.a, self.b, self.rarity = a, b, rarity

    @lazy
    def misspelt(self) -> frozenset[str]:
        """The terms of either side that the other has misspelt."""
        misprints = [pair for pair in self._near_terms if _may_be_misprints(self.a, pair[0], self.b, pair[1])]
        return frozenset(chain.from_iterable(misprints))

    @lazy
    def similar_forms(self) -> frozenset[str]:
        """The terms of either side that share their first letters with one of the other's and are a letter or two apart."""
        kin = [pair for pair in self._near_terms if pair[0][:PREFIX_LENGTH] == pair[1][:PREFIX_LENGTH]]
        return frozenset(chain.from_iterable(kin))

    @lazy
    def _near_terms(self) -> list[tuple[str, str]]:
        """Each two unshared terms, one of each side, that are a letter or two apart."""
        from rapidfuzz.distance import OSA

        ours = [t for t in self.a.terms - self.b.terms if len(t) >= PREFIX_LENGTH and t.isalpha()]
        theirs = [t for t in self.b.terms - self.a.terms if len(t) >= PREFIX_LENGTH and t.isalpha()]
        near = [
            (term, other, letters)
            for term in ours
            for other in theirs
            if (letters := OSA.distance(term, other, score_cutoff=_MOST)) <= _MOST
        ]
        return [(term, other) for term, other, letters in near if _may_be_same_word(term, other, letters)]

    @lazy
    def run_together(self) -> frozenset[str]:
        """The terms of either side that the other writes as one word or as two: "tedcruz", "cease-fire"."""
        return _find_run_together(self.a, self.b) | _find_run_together(self.b, self.a)

    @lazy
    def _ours(self) -> list[_WeighedTerm]:
        return self._weighed(self.a, self.b)

    @lazy
    def _theirs(self) -> list[_WeighedTerm]:
        return self._weighed(self.b, self.a)

    def _weighed(self, one: Reading, other: Reading) -> list[_WeighedTerm]:
        """The terms of one side, each with its rarity and how much of that the other side has."""
        joined = paraphrased_terms(one, other) if one.set_phrases else _NONE
        found = []
        for term in one.terms:
            weight, had = self.rarity(term), 1.0
            if term not in other.terms:
                had = max(self._credit(term, one, other), SYNONYM_CREDIT * (term in joined))
            found.append((term, weight, weight * had))
        return found

    def _credit(self, term: str, one: Reading, other: Reading) -> float:
        """The share of a term's weight that counts where the other side lacks the term itself."""
        if term in self.similar_forms or term in self.misspelt:
            return _MISSPELT_CREDIT
        if not other.senses.isdisjoint(meanings(term)):
            return SYNONYM_CREDIT
        if term in self.run_together:
            return _RUN_TOGETHER_CREDIT
        if term[0] == "#" and other.amounts:
            ours = amounts_by_term(one).get(term, ())
            pairs = product(ours, other.amounts[:MAX_COMPARED])
            if any(can_be_equal(x, y) and _are_equal(x, y) for x, y in pairs):
                return SYNONYM_CREDIT
        elif len(term) >= PREFIX_LENGTH and term[:PREFIX_LENGTH] in other.prefixes:
            return SAME_HEAD_CREDIT
        return _SIGNATURE_CREDIT if term in other.signature else 0.0

    @property
    def shared(self) -> int:
        """The number of terms that both have, in the same or in other words."""
        return min(sum(had > 0 for _, _, had in side) for side in (self._ours, self._theirs))

    @property
    def shares_words(self) -> bool:
        """Whether they share more than a number: "nearly 5 million have fled", "nearly 5 million own a dog" do not."""
        return any(had > 0 and term[0] != "#" and term not in _ROUNDING_STEMS for term, _, had in self._ours)

    @lazy
    def forward(self) -> float:
        """How much of the first statement the second covers."""
        return _coverage(self._ours)

    @lazy
    def backward(self) -> float:
        """How much of the second statement the first covers."""
        return _coverage(self._theirs)

    @property
    def overlap(self) -> float:
        """How much of each other's terms they cover; little where either is covered little."""
        return math.sqrt(self.forward * self.backward)

    @lazy
    def near(self) -> float:
        """How much of each other's terms both cover, with or without their numbers, which may be what differs."""
        words = [_coverage([one for one in side if one[0][0] != "#"]) for side in (self._ours, self._theirs)]
        return max(min(words), min(self.forward, self.backward))

    @lazy
    def joined(self) -> tuple[str, str]:
        """Each side's words in lower case, separated by spaces; the shorter first, whichever side it is."""
        return shorter_first(" ".join(self.a.words), " ".join(self.b.words))

    @lazy
    def in_order(self) -> float:
        """The share of the terms that are in both in the same order, 0 to 1."""
        from rapidfuzz.distance import LCSseq

        return LCSseq.normalized_similarity(self.a.sequence, self.b.sequence)


def _may_be_same_word(term: str, other: str, letters: int) -> bool:
    """Whether two terms that differ in so many letters may be one word, by their length and the known exceptions."""
    shorter = min(len(term), len(other))
    if shorter < _LONG_SUPERLATIVE and term.endswith("est") and other.endswith("est"):
        return False  # "hottest", "wettest": of short ones the ending is half
    allowed = 1 if shorter < _LONG_WORD else _MOST
    return letters <= allowed and frozenset((term, other)) not in LOOKALIKE_NAMES


def _may_be_misprints(a: Reading, term: str, b: Reading, other: str) -> bool:
    """Whether the words of two terms are not both words in their own right."""
    ours, theirs = ([w for w in r.vocabulary if stem(w) == t] for r, t in ((a, term), (b, other)))
    return not any(are_distinct_words(x, y) for x in ours for y in theirs)


def _are_equal(x: Quantity, y: Quantity) -> bool:
    """Whether two numbers that may agree are equal but for rounding: 67 percent and two thirds, but not 11 and a tenth."""
    if x.kind != y.kind and "number" not in (x.kind, y.kind):
        return True  # degrees of two scales
    one, other = (x.size, y.size) if x.kind == y.kind else (x.value, y.value)
    return abs(one - other) <= ROUNDING_TOLERANCE * max(abs(one), abs(other))


def _find_run_together(one: Reading, other: Reading) -> frozenset[str]:
    """The terms of words of one side that are two of the other's run together, and of those two."""
    long = {word for word in (one.vocabulary & other.joined_bigrams) - _RE_WORDS if len(word) >= _LONG_ENOUGH}
    if not long:
        return _NONE
    return frozenset(
        stem(part)
        for first, second in pairwise(other.words)
        if first + second in long
        for part in (first, second, first + second)
    )


def _coverage(terms: list[_WeighedTerm]) -> float:
    """The share of one side's terms, weighed by rarity, that the other has, in the same or in other words."""
    # fsum: the same in whatever order a set gives its terms.
    total = math.fsum(weight for _, weight, _ in terms)
    return math.fsum(had for _, _, had in terms) / total if total else 0.0


def words_in_common(pair: Pair) -> float:
    """Share rare words."""
    return 1 - math.exp(-pair.overlap / _CLEAR_OVERLAP)


def rare_words_of_both(pair: Pair) -> float:
    """Share most of their rare words."""
    return pair.overlap


def same_wording(pair: Pair) -> float:
    """Similar wording throughout."""
    from rapidfuzz import fuzz

    shorter, longer = sorted((len(pair.a.words), len(pair.b.words)))
    return max(0.0, fuzz.ratio(*pair.joined) / 50 - 1) * shorter / max(longer, 1)


def same_passage(pair: Pair) -> float:
    """Share a passage word for word."""
    return passage_overlap(*pair.joined)


def same_numbers(pair: Pair) -> float:
    """Same numbers."""
    ours, theirs = pair.a.quantities, pair.b.quantities
    if not ours or not theirs:
        return 0.0
    found = sum(contains_number(pair.b, number) for number in ours) / len(ours)
    return min(found, sum(contains_number(pair.a, number) for number in theirs) / len(theirs))


def same_names(pair: Pair) -> float:
    """Same people, places or organisations."""
    ours = pair.a.names
    theirs = pair.b.names if ours else ours
    if not theirs or pair.a.capitalises_nouns or pair.b.capitalises_nouns:
        return 0.0
    fewer, other = (ours, pair.b) if len(ours) <= len(theirs) else (theirs, pair.a)
    return sum(n in other.terms or is_among(n, other.terms) for n in fewer) / len(fewer)


FEATURES: tuple[Feature, ...] = (
    words_in_common, rare_words_of_both, same_wording, same_passage, same_numbers, same_names,
)  # fmt: skip


def supporting_features(values: Mapping[str, float]) -> list[Feature]:
    """The features that support a suggestion, by their values: three numbers of four are not "the same numbers"; "most of their rare words" includes "some"."""
    named = [one for one in FEATURES if values[one.__name__] >= (1 if one is same_numbers else _LEAST_SHOWN)]
    return [one for one in named if one is not words_in_common or rare_words_of_both not in named]


_LEAST_SHOWN = 0.7
"""The value from which a feature is shown."""
