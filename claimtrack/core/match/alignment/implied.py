"""Words that the other statement need not have, since it implies them or expresses them differently."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.language.american_states import STATES
from claimtrack.core.language.countries import COUNTRY_WORDS, GOVERNMENT_SEATS
from claimtrack.core.language.legal_forms import is_legal_form
from claimtrack.core.match.alignment.numbers import MAJORITY_WORDS, is_majority
from claimtrack.core.match.alignment.prepositions import IMPOSED_STEMS
from claimtrack.core.match.guards.polarity.implicit_negation import find_ending_verbs
from claimtrack.core.match.guards.scope.exceptions import EXCEPTION_WORDS, find_exception
from claimtrack.core.match.guards.time.habits import FORMERLY, find_past_habit
from claimtrack.core.match.guards.time.modality import PERMITTING_VERBS
from claimtrack.core.match.guards.time.stages import RESUMING_VERBS, is_achievement_verb
from claimtrack.core.match.reading.names.abbreviations import countries_at
from claimtrack.core.match.reading.names.names import ALIASES
from claimtrack.core.match.reading.semantics.near_denials import REBUFFING_VERBS
from claimtrack.core.match.reading.semantics.negation import is_negator
from claimtrack.core.match.words.antonyms import poles_of
from claimtrack.core.match.words.forms import are_forms_of_one_word, may_be_finite
from claimtrack.core.match.words.lexicon import EACH, FORMS_OF_TAKE, STOP_WORDS, groups_by_word, words_of
from claimtrack.core.match.words.negators import LEAVING_UNDONE, with_prefix, without_prefix
from claimtrack.core.match.words.set_phrases import is_phrasal_verb
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_CATEGORY_NOUNS = words_of(
    "river party company firm carmaker automaker airline retailer brewery newspaper magazine broadcaster"
)
"""Nouns that, next to a name, only give its category: "the river Drava", "the Ennahda party"."""
_VACCINATION_STEMS = stems_of("vaccine vaccination vaccinate immunise immunize inoculate jab")
"""Stems after which "for" an illness means against it."""
_PROTEST_STEMS = stems_of("protest demonstrate demonstration rally march")
_PROTECTION_STEMS = stems_of("protect guard shield defend immune safeguard insure shelter")
_LIVE_FORMS = words_of("live lives living")
_LET, _MAY = words_of("allowed permitted able"), words_of("may can could cannot can't")
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


_EQUIVALENT_WORDS = {
    **dict.fromkeys(RESUMING_VERBS, words_of("again")),
    "again": RESUMING_VERBS,
    **dict.fromkeys(words_of("remain remains remained remaining"), words_of("still")),
}
"""Word -> words that make it redundant: "resumed paying", "is paying again"; "remains closed", "is still closed"."""
_FORCED, _HAD_TO = words_of("forced obliged compelled"), {("had", "to"), ("has", "to"), ("have", "to")}
_ADDITION_WORDS = words_of("new more extra additional further any fewer")


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


_OWNED_FORMS = words_of("owned run")


def is_implied(at: int, one: Reading, other: Reading) -> bool:
    """Whether a token of one statement needs no counterpart in the other: "managed to stop", "stopped"; "once paid", "used to pay"."""
    word = one.words[at]
    if at in one.negators or (at - 1 in one.negators and one.words[at - 1] in REBUFFING_VERBS):
        return True  # denials.py compares these: "failed to act", "rejected calls to act"
    if word in LEAVING_UNDONE and one.words[at + 1 : at + 2] == ["to"] and is_negator(one.words[at - 1]):
        return True  # "did not fail to act"
    if word in find_ending_verbs(other, one):
        return True  # "abolished it in 1948", "has not had it since 1948"
    if word in _MEASURE_PARTICIPLES and any(q.first == at + 1 and q.unit_words for q in one.quantities):
        return True  # "a meteorite weighing 3 kilograms", "a 3-kilogram meteorite"
    if word in _SYNONYMS_BY_NUMBERS:
        return not _SYNONYMS_BY_NUMBERS[word].isdisjoint(other.vocabulary) and _is_next_to_number(at, one)
    if word in MAJORITY_WORDS and any(map(is_majority, other.quantities)):
        return True  # "most", "more than half"
    if word in FORMERLY and find_past_habit(other) is not None:
        return True  # "once paid", "in the past paid", "used to pay"
    if word in _EQUIVALENT_WORDS and not _EQUIVALENT_WORDS[word].isdisjoint(other.vocabulary):
        return True
    if word in _PERIODS and _is_shared_rate(at, one, other):
        return True
    if is_achievement_verb(one.words, at):
        return True  # "managed to stop", "stopped"
    if word in _FORCED and one.words[at + 1 : at + 2] == ["to"]:
        return not _HAD_TO.isdisjoint(pairwise(other.words))
    if word in EXCEPTION_WORDS:
        return find_exception(other) is not None  # "all but one", "all except one"
    if word in _LET and one.words[at + 1 : at + 2] == ["to"]:
        return not _MAY.isdisjoint(other.vocabulary)  # "are not allowed to", "may not"
    if word in PERMITTING_VERBS and "to" in one.words[at + 1 : at + 5]:
        return not _MAY.isdisjoint(other.vocabulary)  # "the law allows police to hold", "police may hold"
    if word == "under" and not _LAW_NOUNS.isdisjoint(one.words[at + 1 : at + 4]):
        return not _LAW_NOUNS.isdisjoint(other.vocabulary)  # "under the law"
    if word in _OWNED_FORMS and one.words[at - 1] == "state":
        return "state" in other.vocabulary  # "the state-owned oil firm", "the state oil company"
    if word in FORMS_OF_TAKE and one.words[at + 1 : at + 2] == ["on"]:
        taken = [other.words[i + 1 : i + 2] for i, their in enumerate(other.words) if their in FORMS_OF_TAKE]
        return one.words[at + 2 : at + 3] in taken and denotes_addition(one.words[at + 2])
    if word in _LIVE_FORMS:
        return not _LIVE_FORMS.isdisjoint(other.vocabulary)  # "one in five lives", "20 percent live"
    if word == "between" and one.words[at + 1 : at + 2] and one.words[at + 1][0].isdecimal():
        return not _RANGE_MARKS.isdisjoint(other.words)  # "between 5 and 10 percent", "5-10%"
    if word == "against":  # "protects them against it", "are protected from it"
        both = one.terms & other.terms
        if "protest" in other.terms and not _PROTEST_STEMS.isdisjoint(one.terms):
            return True  # "demonstrated against the war", "protested the war"
        guarded = "from" in other.vocabulary and not _PROTECTION_STEMS.isdisjoint(both)
        vaccinated = "for" in other.vocabulary and stem(one.words[at - 1]) in _VACCINATION_STEMS & both
        return guarded or vaccinated or ("on" in other.vocabulary and not IMPOSED_STEMS.isdisjoint(both))
    return _is_implied_by_name(at, one, other)


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
    after = one.words[at + 1] if at + 1 < len(one.words) else ""
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
    if one.words[at + 1 : at + 2] in (["and"], ["or"]) and not one.is_boundary(at + 1):
        return False  # "in Hamburg, Poland and Latvia"
    is_state = place in STATES or f"{place} {''.join(one.words[at + 1 : at + 2])}" in STATES
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


def has_axis_counterpart(word: str, one: Reading, other: Reading) -> bool:
    """Whether the other side has a word of its own on the axis of a word: up or down, more or less.

    Where one has both sides of an action, "banned there and allowed here", the other's word must be on the same side.
    """
    return any(
        pole == their_pole
        or (
            axis not in _NON_COMPLEMENTARY_AXES
            and (axis not in _ACTION_AXES or len({side for side, *_ in one.poles.get(axis, ())}) == 1)
        )
        for axis, pole, their_pole, _ in _find_axis_words(word, one, other)
    )


_NON_COMPLEMENTARY_AXES = frozenset({"parting", "way out of prison", "advice", "footing", "hold on a sum"})
"""Axes on which negating one side does not assert the other: who has not resigned has not been sacked."""


def has_axis_synonym(word: str, one: Reading, other: Reading) -> bool:
    """Whether the other side has such a word with the same meaning: on that side only in its context, or different only in degree.

    Two words on one side of an axis need not be synonyms: to own and to sell, to stop and to complete.
    """
    figures = bool(one.amounts and other.amounts)
    return any(
        (axis, pole) not in poles_of(their)
        or axis in _SYNONYMOUS_AXES
        or (figures and axis in _AXES_WITH_NUMBERS and word not in _MULTIPLYING_VERBS)
        for axis, pole, _, their in _find_axis_words(word, one, other)
    )


def _find_axis_words(word: str, one: Reading, other: Reading) -> Iterator[tuple[str, int, int, str]]:
    """Each word that only the other has on an axis of a word: the axis, the side of each, and that word, or the phrasal verb it heads."""
    for axis, pole in poles_of(word):
        if axis not in _NON_SYNONYM_AXES:
            for their_pole, their, at in other.poles.get(axis, ()):
                if their not in one.vocabulary and stem(their) not in one.terms:
                    phrase = other.set_phrases.get(at)
                    verb = phrase.meaning if phrase and is_phrasal_verb(other.words, phrase) else their
                    yield axis, pole, their_pole, verb


_SYNONYMOUS_AXES = frozenset({"compass", "comparative", "superlative", "standing"})
"""Axes on which all words of a side are synonyms: more and higher, north and northern."""
_AXES_WITH_NUMBERS = frozenset({"direction", "keeping a post"})
"""Axes on which they are synonyms with a number, which states the degree: "lost 12 percent", "fell 12 percent"; but "fell" alone is not "halved"."""
_MULTIPLYING_VERBS = words_of(
    "halve halved halves double doubled doubles treble trebled triple tripled triples quadruple quadrupled"
)
_ACTION_AXES = frozenset({"permission", "verdict", "custody", "answer", "stand"})
"""Axes of actions that one may take and another not."""


_NON_SYNONYM_AXES = frozenset({"sex"})
"""Axes on which two words of a side are two things: the king, the actor."""


def is_repeated_action(word: str, one: Reading, other: Reading) -> bool:
    """Whether a word with "re-" on one side has "again" on the other: "reopened", "open again"."""
    return (
        "again" in other.vocabulary
        and any(are_forms_of_one_word(f"re{known}", word) for known in other.words)
    ) or (
        "again" in one.vocabulary and any(are_forms_of_one_word(f"re{word}", known) for known in other.words)
    )


def has_negated_form(word: str, other: Reading) -> bool:
    """Whether a word is on the other side with a prefix such as "un-", or without it."""
    return any(made in other.vocabulary for made in (*without_prefix(word), *with_prefix(word)))
