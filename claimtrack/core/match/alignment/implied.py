"""Words that the other statement need not have, since it implies them or expresses them differently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.language.american_states import STATES
from claimtrack.core.language.countries import COUNTRY_WORDS, GOVERNMENT_SEATS
from claimtrack.core.language.legal_forms import is_legal_form
from claimtrack.core.language.word_lists import BE, EACH, FORMS_OF_TAKE, STOP_WORDS, groups_by_word, words_of
from claimtrack.core.match.alignment.numbers import MAJORITY_WORDS, is_majority
from claimtrack.core.match.alignment.prepositions import IMPOSED_STEMS
from claimtrack.core.match.guards.polarity.implicit_negation import find_ending_verbs
from claimtrack.core.match.guards.scope.exceptions import EXCEPTION_WORDS, find_exception
from claimtrack.core.match.guards.time.habits import FORMERLY, find_past_habit
from claimtrack.core.match.guards.time.modality import PERMITTING_VERBS
from claimtrack.core.match.guards.time.stages import RESUMING_VERBS, is_achievement_verb
from claimtrack.core.match.reading.names.abbreviations import countries_at
from claimtrack.core.match.reading.names.names import ALIASES
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.semantics.near_denials import REBUFFING_VERBS
from claimtrack.core.match.words.forms import are_forms_of_one_word, may_be_finite
from claimtrack.core.match.words.negators import LEAVING_UNDONE, is_negator, with_prefix, without_prefix
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    _Test = Callable[[int, Reading, Reading], bool]

_CATEGORY_NOUNS = words_of(
    "river party company firm carmaker automaker airline retailer brewery newspaper magazine broadcaster"
)
"""Nouns that, next to a name, only give its category: "the river Drava", "the Ennahda party"."""
_VACCINATION_STEMS = stems_of("vaccine vaccination vaccinate immunise immunize inoculate jab")
"""Stems after which "for" an illness means against it."""
_PROTEST_STEMS = stems_of("protest demonstrate demonstration rally march")
_PROTECTION_STEMS = stems_of("protect guard shield defend immune safeguard insure shelter")
_LIVE_FORMS = words_of("live lives living")
_PERMISSIVE_MODALS = words_of("may can could cannot can't")
_LAW_NOUNS = words_of("law laws rule rules act bill plan")
_WATER_NOUNS = words_of("ocean river sea")


_ADDITIONAL_WORDS = words_of("additional extra further")
_SYNONYMS_BY_NUMBERS = {
    "more": _ADDITIONAL_WORDS,
    "poorest": words_of("bottom"),
    "bottom": words_of("poorest"),
} | {
    **dict.fromkeys(_ADDITIONAL_WORDS, _ADDITIONAL_WORDS | {"more"}),
    "richest": words_of("top wealthiest"),
    "top": words_of("richest wealthiest"),
}
"""Word -> its synonyms next to a number: "300 additional guards", "300 more guards"."""
_MEASURE_PARTICIPLES = words_of("weighing measuring lasting totalling totaling")
_RANGE_MARKS = words_of("to") | {"-", "–"}


_HAD_TO = {("had", "to"), ("has", "to"), ("have", "to")}
_ADDITION_WORDS = words_of("new more extra additional further any fewer")


RECEIVERS = words_of("us me")
_RECEIVING_PRONOUNS = RECEIVERS | words_of("you him her it them")
_GIVING_STEMS = stems_of("cost save take earn bring give send lend pay owe offer charge")


def is_receiver_implied(reading: Reading, at: int, other: Reading) -> bool:
    """Whether the receiver before a number may be left out, as the other statement does: "cost *us* 40 jobs"; but not of those who "were charged 40", nor beside another receiver: "cost us 40 and *them* 30"."""
    gives = at > 0 and stem(reading.words[at - 1]) in _GIVING_STEMS and reading.number_at(at + 1) is not None
    receivers = (reading.vocabulary ^ other.vocabulary) & _RECEIVING_PRONOUNS
    return gives and receivers == {reading.words[at]} and BE.isdisjoint(other.vocabulary - reading.vocabulary)


def denotes_addition(word: str) -> bool:
    """Whether the object of "take (on)" starts with a word of addition, so that "on" is optional: "taking (on) new patients"; not "took on the bank"."""
    return word in _ADDITION_WORDS or word[:1].isdecimal()


_ADVERBS_BY_PERIOD = groups_by_word("day: daily | week: weekly | month: monthly | year: yearly annually")
_PERIODS = {*_ADVERBS_BY_PERIOD, *_ADVERBS_BY_PERIOD.values()}


_RATE_REACH = 5
"""The most tokens from a number to the period of its rate."""


def _is_shared_rate(at: int, one: Reading, other: Reading) -> bool:
    """Whether a word is the period of a rate that the other states too: "9,000 *daily*", "9,000 a *day*"."""
    span = _ADVERBS_BY_PERIOD.get(one.words[at], one.words[at])
    periods, periods_b = (_find_rate_periods(reading, span) for reading in (one, other))
    return at in periods and bool(periods_b)


def _find_rate_periods(reading: Reading, span: str) -> list[int]:
    """The tokens that give a period of time as that of a rate, after its number."""
    words = reading.words
    found = (
        at
        for at in range(1, len(words))
        if _ADVERBS_BY_PERIOD.get(words[at]) == span or (words[at] == span and words[at - 1] in EACH)
    )
    return [at for at in found if any(0 < at - q.last <= _RATE_REACH for q in reading.amounts)]


def is_implied(at: int, one: Reading, other: Reading) -> bool:
    """Whether a token of one statement needs no counterpart in the other: "managed to stop", "stopped"; "once paid", "used to pay"."""
    word = one.words[at]
    return (
        _is_compared_as_denial(at, one)
        or word in find_ending_verbs(other, one)  # "abolished it in 1948", "has not had it since 1948"
        or is_achievement_verb(one.words, at)
        or (word in _TEST_OF_WORD and _TEST_OF_WORD[word](at, one, other))
        or _is_implied_by_name(at, one, other)
    )


def _is_compared_as_denial(at: int, one: Reading) -> bool:
    """Whether denials.py compares a token: "*failed* to act", "rejected *calls* to act", "did not *fail* to act"."""
    word, before = one.words[at], one.words[at - 1]
    return (
        at in one.negators
        or (at - 1 in one.negators and before in REBUFFING_VERBS)
        or (word in LEAVING_UNDONE and one.word(at + 1) == "to" and is_negator(before))
    )


def _is_paraphrased(paraphrases: Set[str], before: Set[str] = frozenset(), reach: int = 0) -> _Test:
    """Return the test whether the other has one of some paraphrases of a word, which is before one of some words within a number of tokens, if given."""
    return lambda at, one, other: (
        not paraphrases.isdisjoint(other.vocabulary)
        and not (before and before.isdisjoint(one.words[at + 1 : at + 1 + reach]))
    )


def _has_synonym_by_number(at: int, one: Reading, other: Reading) -> bool:
    """Whether the other has a synonym of a word that is next to a number: "300 *additional* guards", "300 more guards"."""
    synonyms = _SYNONYMS_BY_NUMBERS[one.words[at]]
    return not synonyms.isdisjoint(other.vocabulary) and _is_next_to_number(at, one)


def _takes_same_addition(at: int, one: Reading, other: Reading) -> bool:
    """Whether both take the same addition, one with "on": "*taking* on new patients", "takes new patients"."""
    added = [other.words[i + 1 : i + 2] for i, word in enumerate(other.words) if word in FORMS_OF_TAKE]
    is_shared = one.word(at + 1) == "on" and one.words[at + 2 : at + 3] in added
    return is_shared and denotes_addition(one.words[at + 2])


def _has_other_preposition(at: int, one: Reading, other: Reading) -> bool:
    """Whether the other says "against" with another preposition or none: "protects them *against* it", "are protected from it"."""
    both = one.terms & other.terms
    return (
        ("protest" in other.terms and not _PROTEST_STEMS.isdisjoint(one.terms))  # "protested the war"
        or ("from" in other.vocabulary and not _PROTECTION_STEMS.isdisjoint(both))
        or ("for" in other.vocabulary and stem(one.words[at - 1]) in _VACCINATION_STEMS & both)
        or ("on" in other.vocabulary and not IMPOSED_STEMS.isdisjoint(both))
    )


_TESTS: tuple[tuple[str | Iterable[str], _Test], ...] = (
    (_PERIODS, _is_shared_rate),
    (_SYNONYMS_BY_NUMBERS, _has_synonym_by_number),
    (FORMS_OF_TAKE, _takes_same_addition),
    ("against", _has_other_preposition),
    # "a meteorite weighing 3 kilograms", "a 3-kilogram meteorite"
    (
        _MEASURE_PARTICIPLES,
        lambda at, one, _: any(q.first == at + 1 and q.unit_words for q in one.quantities),
    ),
    (MAJORITY_WORDS, lambda _at, _one, other: any(map(is_majority, other.quantities))),  # "more than half"
    (FORMERLY, lambda _at, _one, other: find_past_habit(other) is not None),  # "once paid", "used to pay"
    (EXCEPTION_WORDS, lambda _at, _one, other: find_exception(other) is not None),  # "all but one"
    (
        "between",
        lambda at, one, other: one.word(at + 1)[:1].isdecimal() and not _RANGE_MARKS.isdisjoint(other.words),
    ),
    ("owned run", lambda at, one, other: one.words[at - 1] == "state" and "state" in other.vocabulary),
    (
        "forced obliged compelled",
        lambda at, one, other: one.word(at + 1) == "to" and not _HAD_TO.isdisjoint(pairwise(other.words)),
    ),
    ("again", _is_paraphrased(RESUMING_VERBS)),
    (RESUMING_VERBS, _is_paraphrased(words_of("again"))),  # "resumed paying", "is paying again"
    ("remain remains remained remaining", _is_paraphrased(words_of("still"))),
    (_LIVE_FORMS, _is_paraphrased(_LIVE_FORMS)),  # "one in five lives", "20 percent live"
    ("under", _is_paraphrased(_LAW_NOUNS, _LAW_NOUNS, 3)),  # "under the law", "by law"
    # "are not allowed to hold", "the law allows police to hold", "police may not hold"
    ("allowed permitted able", _is_paraphrased(_PERMISSIVE_MODALS, words_of("to"), 1)),
    (PERMITTING_VERBS, _is_paraphrased(_PERMISSIVE_MODALS, words_of("to"), 4)),
)
_TEST_OF_WORD = {
    word: test for words, test in _TESTS for word in (words.split() if isinstance(words, str) else words)
}
"""Word -> whether it is implied in its context."""


def _is_implied_by_name(at: int, one: Reading, other: Reading) -> bool:
    """Whether a word only classifies or locates a name that the other side has without it: "the *river* Drava", "Houston, *Texas*"."""
    word, written = one.words[at], one.written[at]
    if word in _GOVERNMENT_NOUNS:
        return _is_country_government(at, one, other)
    if at and is_legal_form(written) and one.has_capital(at - 1):
        return one.words[at - 1] in other.vocabulary  # "Acme Inc"
    if (one.is_boundary(at) or word in _SECOND_WORDS_OF_STATES) and _only_locates_town(at, one, other):
        return True  # "Houston, Texas"
    is_sort = word in _WATER_NOUNS if written[0].isupper() else word in _CATEGORY_NOUNS and written.islower()
    return is_sort and _is_next_to_shared_name(at, one, other)  # "the Pacific Ocean", "the river Drava"


_GOVERNMENT_NOUNS = words_of("government administration")
_SECOND_WORDS_OF_STATES = frozenset(state.split()[1] for state in STATES if " " in state)
"""The second words of names of states: "New *York*"."""


def _is_country_government(at: int, one: Reading, other: Reading) -> bool:
    """Whether a word means the government of a country that the other names by the country or its capital: "the Russian *government*", "Moscow"."""
    after = one.word(at + 1)
    acts = after in STOP_WORDS or may_be_finite(after) or one.is_boundary(at + 1)
    if one.words[at] in other.vocabulary or not acts:  # "Ghana's government debt"
        return False
    ours = countries_at(one, range(max(0, at - 2), at), seats=False)
    return bool(ours) and not ours.isdisjoint(countries_at(other, range(len(other.words))))


def _only_locates_town(at: int, one: Reading, other: Reading) -> bool:
    """Whether a state or country only locates a town that the other names too: "Houston, *Texas*"; but "Paris, Texas"."""
    first = at - (not one.is_boundary(at))
    town = one.words[first - 1] if first > 0 else ""
    if not one.is_boundary(first) or one.gap_before(first)[:1] != "," or town not in other.vocabulary:
        return False
    place = " ".join(one.words[first : at + 1])
    if town in STATES or town in COUNTRY_WORDS or not one.has_capital(first - 1):
        return False
    if one.word(at + 1) in ("and", "or") and not one.is_boundary(at + 1):
        return False  # "in Hamburg, Poland and Latvia"
    is_state = place in STATES or f"{place} {one.word(at + 1)}" in STATES
    land = countries_at(one, range(first, at + 1), seats=False)
    return (is_state or bool(land)) and (
        town not in GOVERNMENT_SEATS or GOVERNMENT_SEATS[town] in (land or {"us"})
    )


def _is_next_to_number(at: int, reading: Reading) -> bool:
    """Whether a word is next to a number in a statement without a comparison: "20,000 *more* officers", "the *bottom* half"."""
    neighbours = {i for q in reading.quantities for i in (q.first - 1, q.last + 1)}
    return at in neighbours and "than" not in reading.vocabulary


def _is_next_to_shared_name(at: int, one: Reading, other: Reading) -> bool:
    """Whether a word is next to a name that the other side has too and that is no country's: the river Congo is not Congo."""
    neighbours = (i for i in (at - 1, at + 1) if 0 <= i < len(one.words) and one.has_capital(i))
    return any(
        one.written[i] in other.written
        and one.words[i] not in STOP_WORDS
        and stem(one.words[i]) not in ALIASES
        for i in neighbours
    )


def is_repeated_action(word: str, one: Reading, other: Reading) -> bool:
    """Whether a word with "re-" on one side has "again" on the other: "reopened", "open again"."""
    if "again" in other.vocabulary and any(
        are_forms_of_one_word(f"re{known}", word) for known in other.words
    ):
        return True
    again = other.words if "again" in one.vocabulary else ()
    return any(are_forms_of_one_word(f"re{word}", known) for known in again)


def has_negated_form(word: str, other: Reading) -> bool:
    """Whether a word is on the other side with a prefix such as "un-", or without it."""
    return any(made in other.vocabulary for made in (*without_prefix(word), *with_prefix(word)))
