"""Modifiers that restrict what a claim is about: "*extreme* poverty", "60 *used* buses", "half of *rural* women", "a captain *and a comrade*"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.core.language.word_lists import (
    AND_OR,
    BEFORE_A_NOUN,
    MAGNITUDES,
    NUMBER_WORDS,
    PASSIVE,
    RELATIVE_SUBJECTS,
    STOP_WORDS,
    UNIVERSAL_QUANTIFIERS,
    words_of,
)
from claimtrack.core.match.guards.scope.exceptions import EXCEPTION_WORDS
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.terms import stem, stems_of

_STATISTIC_NOUNS = words_of(
    "poverty inflation unemployment joblessness employment debt deficit surplus growth crime homelessness "
    "mortality deaths births emissions exports imports wages incomes income spending revenue profit profits "
    "turnover sales prices hunger malnutrition obesity literacy illiteracy migration immigration emigration "
    "murders homicides rapes thefts burglaries robberies cases infections salaries wage pensions pension "
    "rents expectancy"
)
"""Nouns of statistics; a modifier of one specifies which: "*extreme* poverty", "*youth* unemployment"."""


def modifies_statistic(words: Sequence[str], at: int) -> bool:
    """Whether a word is right before a noun of a statistic: "*extreme* poverty"."""
    return words[at + 1 : at + 2] != [] and words[at + 1] in _STATISTIC_NOUNS


def is_vague_multiplier(words: Sequence[str], at: int) -> bool:
    """Whether a word is part of a vague multiple: "*tens* of thousands", "hundreds of *thousands*"."""
    neighbours = (words[at + 1 : at + 3], words[max(0, at - 2) : at][::-1])
    return words[at] in _VAGUE_NUMBERS and any(
        two[:1] == ["of"] and two[1] in _VAGUE_NUMBERS for two in neighbours if two[1:]
    )


_VAGUE_NUMBERS = words_of("tens dozens scores hundreds thousands millions billions")


POPULATION_STEMS = stems_of("neonatal perinatal maternal infant healthy teenage")
"""Modifiers that name a population: "*maternal* mortality", "*teenage* pregnancy"."""


def specifies_statistic(reading: Reading, at: int) -> bool:
    """Whether a word is before a noun of a statistic, with one word between at most: "*real* house prices"."""
    words = reading.words
    is_close = reading.word(at + 1) not in STOP_WORDS and modifies_statistic(words, at + 1)
    return is_close or modifies_statistic(words, at)


def specifies_part(reading: Reading, at: int, other: Reading) -> bool:
    """Whether a word restricts the object of a statistic that the other has for all: "exports of *red* wine"."""
    words = reading.words
    figure = at > 1 and words[at - 1] == "of" and words[at - 2] in _STATISTIC_NOUNS
    return figure and reading.written[at].islower() and is_restrictive(reading, at, other)


def restricts_counted_noun(reading: Reading, at: int, other: Reading) -> bool:
    """Whether a word restricts what is counted where the other counts without it: "60 *used* buses", "60 buses"."""
    noun = reading.word(at + 1)
    if reading.words[at] in _UNRESTRICTIVE_MODIFIERS or not reading.written[at].islower():
        return False
    if not noun or noun in STOP_WORDS:
        return False
    counts = {number.value for number in reading.amounts if number.last == at - 1 and number.kind == "number"}
    return any(q.value in counts and other.word(q.last + 1) == noun for q in other.amounts)


_UNRESTRICTIVE_MODIFIERS = words_of(
    "single individual separate different other further additional more extra human living such whole full "
    "total entire big large small huge major minor key main own same fellow long great heavy eligible "
    "registered member"
)
"""Modifiers that make the count no smaller, or only assess what is counted."""


def excludes_some(reading: Reading, places: Sequence[int]) -> bool:
    """Whether the unaligned words of one side make an exception or change the base of a share: half of *rural* women."""
    if any(reading.words[at] in EXCEPTION_WORDS or _is_excepted_number(reading.words, at) for at in places):
        return True
    at = places[0]
    if len(places) == 1 and _is_share_base(reading, at):
        return True
    is_plain = len(places) == 1 and reading.written[at].islower() and reading.words[at - 1] not in PASSIVE
    if not is_plain or at + 1 == len(reading.words) or at + 1 in reading.openings:
        return False
    return any(
        0 < at - share.last <= _BASE_REACH and not reading.has_boundary_in(range(share.last + 1, at + 2))
        for share in reading.quantities
        if share.kind == "%" and (" in " in share.written or reading.word(share.last + 1) == "of")
    )


def _is_excepted_number(words: Sequence[str], at: int) -> bool:
    """Whether a number counts an exception: "every year but *one*"."""
    is_exception = at > 2 and words[at - 1] == "but" and words[at - 3] in UNIVERSAL_QUANTIFIERS
    return is_exception and words[at] in NUMBER_WORDS


_SHARE_NOUNS = words_of("share proportion percentage rate majority half most minority fraction")


def _is_share_base(reading: Reading, at: int) -> bool:
    """Whether a word is part of the base of a share without a number: "the share of American *children* without insurance"."""
    words = reading.words
    of = next((i for i in range(at - 1, max(0, at - 4), -1) if words[i] == "of"), 0)
    named = reading.has_capital(at)
    is_part = of > 0 and words[of - 1] in _SHARE_NOUNS and not named
    return is_part and not reading.has_boundary_in(range(of, at + 1))


_BASE_REACH = 6
"""The number of tokens after a share in which its base is stated."""


_NOUN_PHRASE_OPENERS = (
    DETERMINERS | NUMBER_WORDS.keys() | MAGNITUDES.keys() | words_of("of in on at for with from to by and")
)
_IMPLIED_MODIFIERS = words_of("country's nation's world's own central")
"""Modifiers that are implied before a noun: "its *central* bank"."""


def is_decisive_alone(reading: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether the single unaligned word of one side is a restrictive modifier or the main action."""
    at = places[0]
    return len(places) == 1 and (is_restrictive(reading, at, other) or is_main_action(reading, at, other))


def is_restrictive(reading: Reading, at: int, other: Reading) -> bool:
    """Whether a word restricts a noun that the other statement has without it: "60 *used* buses", "its *military* aid"."""
    words, noun = reading.words, at + 1
    if at == 0 or reading.ends_clause(noun) or words[at] in _IMPLIED_MODIFIERS:
        return False
    known = words[noun] not in STOP_WORDS and stem(words[noun]) in other.terms
    return known and reading.written[noun].islower() and _is_in_noun_phrase(reading, at, other)


def _is_in_noun_phrase(reading: Reading, at: int, other: Reading) -> bool:
    """Whether a token opens or continues a noun phrase: "the *rail* bridge", "sold *used* buses", "the main *rail* bridge"."""
    words, before = reading.words, reading.words[at - 1]
    if reading.is_boundary(at) or before in _NOUN_PHRASE_OPENERS:
        return True
    if before.endswith("'s") or before[0].isdecimal():
        return True
    may_be_verb = words[at].endswith(("s", "ed", "ing")) or is_verb_form(words[at])
    return is_verb_form(before) or (stem(before) in other.terms and not may_be_verb)


def is_main_action(reading: Reading, at: int, other: Reading) -> bool:
    """Whether a word is the main action where all of the other is in a subordinate part: "aid that had been cut *was restored*", "*an inquiry into* it"."""
    words = reading.words
    has_relative = not RELATIVE_SUBJECTS.isdisjoint(reading.vocabulary - other.vocabulary)
    is_passive = words[at - 1] in PASSIVE and is_verb_form(words[at])
    has_topic = reading.word(at + 1) == "into" and "into" not in other.vocabulary
    return (has_relative and is_passive) or (has_topic and words[at - 1] in BEFORE_A_NOUN)


def is_coordinated(words: Sequence[str], at: int) -> bool:
    """Whether a word is coordinated with what precedes it: "the captain *and a comrade*", "rents *or fees*"."""
    before = at - 1
    while before > 0 and (words[before] in BEFORE_A_NOUN or words[before] in NUMBER_WORDS):
        before -= 1
    return before > 0 and words[before] in AND_OR
