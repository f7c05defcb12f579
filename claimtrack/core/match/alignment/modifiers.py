"""Which of a thing is told of, where that is no more than a word: "*extreme* poverty", "60 *used* buses", "half of *rural* women", "a captain *and a comrade*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.scope.exceptions import EXCEPTION_WORDS
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.lexicon import (
    BEFORE_A_NOUN,
    MAGNITUDES,
    NUMBER_WORDS,
    PASSIVE,
    RELATIVE_SUBJECTS,
    STOP_WORDS,
    words_of,
)
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading


_FIGURES = words_of(
    "poverty inflation unemployment joblessness employment debt deficit surplus growth crime homelessness mortality deaths births emissions"
    " exports imports wages incomes income spending revenue profit profits turnover sales prices hunger malnutrition obesity"
    " literacy illiteracy migration immigration emigration murders homicides rapes thefts burglaries robberies cases infections"
    " salaries wage pensions pension rents expectancy"
)
"""What statistics tell of: a word before one of these tells which it is, "*extreme* poverty", "*youth* unemployment"."""


def of_a_figure(words: Sequence[str], at: int) -> bool:
    """Whether a word tells of which poverty, inflation or the like a figure is."""
    return words[at + 1 : at + 2] != [] and words[at + 1] in _FIGURES


def of_how_many(words: Sequence[str], at: int) -> bool:
    """Whether a word makes a multiple of a number that is not told exactly: "*tens* of thousands", "hundreds of *thousands*"."""
    beside = (words[at + 1 : at + 3], words[max(0, at - 2) : at][::-1])
    return words[at] in _SEVERAL and any(
        two[:1] == ["of"] and two[1] in _SEVERAL for two in beside if two[1:]
    )


_SEVERAL = words_of("tens dozens scores hundreds thousands millions billions")


OF_PEOPLE = stems_of("neonatal perinatal maternal infant healthy teenage")
"""Whose mortality or pregnancy a figure is of."""


def tells_which_figure(reading: Reading, at: int) -> bool:
    """Whether a word stands before such a figure, with one word between at most: "*real* house prices"."""
    words = reading.words
    if of_a_figure(words, at):
        return True
    between = words[at + 1 : at + 2]
    return bool(between) and between[0] not in STOP_WORDS and of_a_figure(words, at + 1)


def of_a_part(reading: Reading, at: int, other: Reading) -> bool:
    """Whether a word tells of which of it a figure is that the other has of all: "exports of *red* wine"."""
    words = reading.words
    figure = at > 1 and words[at - 1] == "of" and words[at - 2] in _FIGURES
    return figure and reading.written[at].islower() and tells_which(reading, at, other)


def of_a_counted_thing(reading: Reading, at: int, other: Reading) -> bool:
    """Whether a word tells which are counted that the other counts without it: "60 *used* buses", "60 buses"."""
    words, thing = reading.words, reading.word(at + 1)
    if words[at] in _OF_ANY or not reading.written[at].islower() or not thing or thing in STOP_WORDS:
        return False
    counts = {number.value for number in reading.amounts if number.last == at - 1 and number.kind == "number"}
    return any(
        number.value in counts and other.words[number.last + 1 : number.last + 2] == [thing]
        for number in other.amounts
    )


_OF_ANY = words_of(
    "single individual separate different other further additional more extra human living such whole full total entire big large small"
    " huge major minor key main own same fellow long great heavy eligible registered member"
)
"""These count no fewer, or only judge what is counted."""


def leaves_out(reading: Reading, places: Sequence[int]) -> bool:
    """Whether the words that one side alone has make an exception, or make the whole that a share is of another: half of *rural* women."""
    if any(reading.words[at] in EXCEPTION_WORDS or _all_but(reading.words, at) for at in places):
        return True
    at = places[0]
    if len(places) == 1 and _is_of_a_share(reading, at):
        return True
    plain = len(places) == 1 and reading.written[at].islower() and reading.words[at - 1] not in PASSIVE
    if not plain or at + 1 == len(reading.words) or at + 1 in reading.openings:
        return False
    return any(
        0 < at - share.last <= _OF_THE_WHOLE and not reading.has_boundary_in(range(share.last + 1, at + 2))
        for share in reading.quantities
        if share.kind == "%"
        and (" in " in share.written or reading.words[share.last + 1 : share.last + 2] == ["of"])
    )


def _all_but(words: Sequence[str], at: int) -> bool:
    """Whether a number tells of how many it is not: "every year but *one*"."""
    return at > 2 and words[at - 1] == "but" and words[at - 3] in _EACH and words[at] in NUMBER_WORDS


_EACH = words_of("all every each no")
_SHARES = words_of("share proportion percentage rate majority half most minority fraction")


def _is_of_a_share(reading: Reading, at: int) -> bool:
    """Whether a word tells of what a share is that no number stands before: "the share of American *children* without insurance"."""
    words = reading.words
    of = next((i for i in range(at - 1, max(0, at - 4), -1) if words[i] == "of"), 0)
    named = reading.has_capital(at)
    return (
        of > 0 and words[of - 1] in _SHARES and not named and not reading.has_boundary_in(range(of, at + 1))
    )


_OF_THE_WHOLE = 6
"""Tokens behind a share in which it is told what it is of."""


_BEFORE_A_THING = (
    DETERMINERS | NUMBER_WORDS.keys() | MAGNITUDES.keys() | words_of("of in on at for with from to by and")
)
_OF_HERE = words_of("country's nation's world's own central")
"""What goes without saying before a thing: "its central bank"."""


def weighs_alone(reading: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether the one word that one side alone has tells which thing is meant, or the deed itself; what it tells may go without saying."""
    at = places[0]
    return len(places) == 1 and (tells_which(reading, at, other) or is_the_deed(reading, at, other))


def tells_which(reading: Reading, at: int, other: Reading) -> bool:
    """Whether a word tells which of a thing is meant that the other statement has: "60 *used* buses", "its *military* aid"."""
    words, thing = reading.words, at + 1
    if at == 0 or reading.ends_clause(thing) or words[at] in _OF_HERE:
        return False
    known = words[thing] not in STOP_WORDS and stem(words[thing]) in other.terms
    return known and reading.written[thing].islower() and _opens_a_thing(reading, at, other)


def _opens_a_thing(reading: Reading, at: int, other: Reading) -> bool:
    """Whether a thing begins at a place, or goes on there: "the *rail* bridge", "sold *used* buses", "the main *rail* bridge"."""
    words, before = reading.words, reading.words[at - 1]
    if reading.is_boundary(at) or before in _BEFORE_A_THING or before.endswith("'s") or before[0].isdecimal():
        return True
    may_be_verb = words[at].endswith(("s", "ed", "ing")) or is_verb_form(words[at])
    return is_verb_form(before) or (stem(before) in other.terms and not may_be_verb)


def is_the_deed(reading: Reading, at: int, other: Reading) -> bool:
    """Whether all that the other tells stands in a clause beside a word: "aid that had been cut *was restored*", "*an inquiry into* it"."""
    words = reading.words
    aside = not RELATIVE_SUBJECTS.isdisjoint(reading.vocabulary - other.vocabulary)
    done = words[at - 1] in PASSIVE and is_verb_form(words[at])
    about = (
        words[at + 1 : at + 2] == ["into"]
        and words[at - 1] in BEFORE_A_NOUN
        and "into" not in other.vocabulary
    )
    return (aside and done) or about


def is_joined(words: Sequence[str], at: int) -> bool:
    """Whether a word tells of one more: "the captain *and a comrade*", "rents *or fees*"."""
    before = at - 1
    while before > 0 and (words[before] in BEFORE_A_NOUN or words[before] in NUMBER_WORDS):
        before -= 1
    return before > 0 and words[before] in _AND_OR


_AND_OR = words_of("and or")
