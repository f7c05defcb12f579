"""Words that the other side need not have, since it says them otherwise or they go without saying beside what it has."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.language.american_states import STATES
from claimtrack.core.language.countries import COUNTRY_WORDS, GOVERNMENT_SEATS
from claimtrack.core.language.legal_forms import is_legal_form
from claimtrack.core.match.alignment.numbers import MOST, is_majority
from claimtrack.core.match.alignment.prepositions import IMPOSED
from claimtrack.core.match.guards.polarity.implicit_negation import find_ending_verbs
from claimtrack.core.match.guards.scope.exceptions import EXCEPTION_WORDS, find_exception
from claimtrack.core.match.guards.time.habits import FORMERLY, find_past_habit
from claimtrack.core.match.guards.time.modality import PERMITTING_VERBS
from claimtrack.core.match.guards.time.stages import RESUMING_VERBS, is_achievement_verb
from claimtrack.core.match.reading.names.abbreviations import countries_at
from claimtrack.core.match.reading.names.names import ALIASES
from claimtrack.core.match.reading.semantics.near_denials import REBUFFING_VERBS
from claimtrack.core.match.reading.semantics.negation import is_negator
from claimtrack.core.match.words.antonyms import sides
from claimtrack.core.match.words.forms import are_forms_of_one_word, may_be_finite
from claimtrack.core.match.words.lexicon import EACH, FORMS_OF_TAKE, STOP_WORDS, groups_by_word, words_of
from claimtrack.core.match.words.negators import LEAVING_UNDONE, with_prefix, without_prefix
from claimtrack.core.match.words.set_phrases import is_phrasal_verb
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_SORTS = words_of(
    "river party company firm carmaker automaker airline retailer brewery newspaper magazine broadcaster"
)
"""What beside a name only tells what it is the name of: "the river Drava", "the Ennahda party"."""
_VACCINATING = stems_of("vaccine vaccination vaccinate immunise immunize inoculate jab")
"""Behind these "for" an illness is against it."""
_PROTESTING = stems_of("protest demonstrate demonstration rally march")
_GUARDING = stems_of("protect guard shield defend immune safeguard insure shelter")
_LIVING = words_of("live lives living")
_LET, _MAY = words_of("allowed permitted able"), words_of("may can could cannot can't")
_LAW = words_of("law laws rule rules act bill plan")
_WATERS = words_of("ocean river sea")


_MORE = words_of("additional extra further")
_OTHERWISE = {"more": _MORE, "poorest": words_of("bottom"), "bottom": words_of("poorest")} | {
    **dict.fromkeys(_MORE, _MORE | {"more"}),
    "richest": words_of("top wealthiest"),
    "top": words_of("richest wealthiest"),
}
"""Beside a number these are said by those: "300 additional guards", "300 more guards"."""
_MEASURING = words_of("weighing measuring lasting totalling totaling")
_JOINING = words_of("to") | {"-", "–"}


_SAID_BY = {
    **dict.fromkeys(RESUMING_VERBS, words_of("again")),
    "again": RESUMING_VERBS,
    **dict.fromkeys(words_of("remain remains remained remaining"), words_of("still")),
}
"""What is said by one of these: "resumed paying", "is paying again"; "remains closed", "is still closed"."""
_FORCED, _HAD_TO = words_of("forced obliged compelled"), {("had", "to"), ("has", "to"), ("have", "to")}
_ADDED = words_of("new more extra additional further any fewer")


def adds(word: str) -> bool:
    """Whether behind "take" and "take on" alike it is told whom somebody took in addition: "taking (on) new patients"; not "took on the bank"."""
    return word in _ADDED or word[:1].isdecimal()


_EVERY = groups_by_word("day: daily | week: weekly | month: monthly | year: yearly annually")
_SPANS = {*_EVERY, *_EVERY.values()}


_COUNTED = 5
"""Words from a number to how often it is reached at most."""


def _is_rate(at: int, one: Reading, other: Reading) -> bool:
    """Whether a word tells how often a number is reached, and the other side tells the same: "9,000 *daily*", "9,000 a *day*"."""
    span = _EVERY.get(one.words[at], one.words[at])
    told, told_b = (_told_of_rates(reading, span) for reading in (one, other))
    return at in told and bool(told_b)


def _told_of_rates(reading: Reading, span: str) -> list[int]:
    """The places of a length of time that tells how often a number behind which it stands is reached."""
    words = reading.words
    found = (
        at
        for at in range(1, len(words))
        if _EVERY.get(words[at]) == span or (words[at] == span and words[at - 1] in EACH)
    )
    return [at for at in found if any(0 < at - q.last <= _COUNTED for q in reading.amounts)]


_OWNED = words_of("owned run")


def goes_without_saying(at: int, one: Reading, other: Reading) -> bool:
    """Whether the other side need not have the word at a place of one side."""
    word = one.words[at]
    if at in one.negators or (at - 1 in one.negators and one.words[at - 1] in REBUFFING_VERBS):
        return True  # denials are compared elsewhere: "failed to act", "rejected calls to act"
    if word in LEAVING_UNDONE and one.words[at + 1 : at + 2] == ["to"] and is_negator(one.words[at - 1]):
        return True  # "did not fail to act"
    if word in find_ending_verbs(other, one):
        return True  # "abolished it in 1948", "has not had it since 1948"
    if word in _MEASURING and any(q.first == at + 1 and q.unit_words for q in one.quantities):
        return True  # "a meteorite weighing 3 kilograms", "a 3-kilogram meteorite"
    if word in _OTHERWISE:
        return not _OTHERWISE[word].isdisjoint(other.vocabulary) and _by_a_number(at, one)
    if word in MOST and any(map(is_majority, other.quantities)):
        return True  # "most", "more than half"
    if word in FORMERLY and find_past_habit(other) is not None:
        return True  # "once paid", "in the past paid", "used to pay"
    if word in _SAID_BY and not _SAID_BY[word].isdisjoint(other.vocabulary):
        return True
    if word in _SPANS and _is_rate(at, one, other):
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
    if word == "under" and not _LAW.isdisjoint(one.words[at + 1 : at + 4]):
        return not _LAW.isdisjoint(other.vocabulary)  # "under the law"
    if word in _OWNED and one.words[at - 1] == "state":
        return "state" in other.vocabulary  # "the state-owned oil firm", "the state oil company"
    if word in FORMS_OF_TAKE and one.words[at + 1 : at + 2] == ["on"]:
        taken = [other.words[i + 1 : i + 2] for i, their in enumerate(other.words) if their in FORMS_OF_TAKE]
        return one.words[at + 2 : at + 3] in taken and adds(one.words[at + 2])
    if word in _LIVING:
        return not _LIVING.isdisjoint(other.vocabulary)  # "one in five lives", "20 percent live"
    if word == "between" and one.words[at + 1 : at + 2] and one.words[at + 1][0].isdecimal():
        return not _JOINING.isdisjoint(other.words)  # "between 5 and 10 percent", "5-10%"
    if word == "against":  # "protects them against it", "are protected from it"
        both = one.terms & other.terms
        if "protest" in other.terms and not _PROTESTING.isdisjoint(one.terms):
            return True  # "demonstrated against the war", "protested the war"
        guarded = "from" in other.vocabulary and not _GUARDING.isdisjoint(both)
        vaccinated = "for" in other.vocabulary and stem(one.words[at - 1]) in _VACCINATING & both
        return guarded or vaccinated or ("on" in other.vocabulary and not IMPOSED.isdisjoint(both))
    return _beside_a_name(at, one, other)


def _beside_a_name(at: int, one: Reading, other: Reading) -> bool:
    """Whether a word only tells what bears a name, or where that is, which the other side has without it."""
    word, written = one.words[at], one.written[at]
    if word in _GOVERNING:
        return _governs(at, one, other)
    if at and is_legal_form(written) and one.has_capital(at - 1):
        return one.words[at - 1] in other.vocabulary  # "Acme Inc"
    if (one.is_boundary(at) or word in _SECOND) and _tells_where(at, one, other):
        return True  # "Houston, Texas"
    is_sort = word in _WATERS if written[0].isupper() else word in _SORTS and written.islower()
    return is_sort and _beside_its_name(at, one, other)  # "the Pacific Ocean", "the river Drava"


_GOVERNING = words_of("government administration")
_SECOND = frozenset(state.split()[1] for state in STATES if " " in state)
"""What stands second in the name of a state: "New *York*"."""


def _governs(at: int, one: Reading, other: Reading) -> bool:
    """Whether it is a country's government, for which the other names the country, or where it sits: "the Russian *government*", Moscow."""
    behind = one.words[at + 1] if at + 1 < len(one.words) else ""
    acts = behind in STOP_WORDS or may_be_finite(behind) or one.is_boundary(at + 1)
    if one.words[at] in other.vocabulary or not acts:  # "Ghana's government debt"
        return False
    ours = countries_at(one, range(max(0, at - 2), at), seats=False)
    return bool(ours) and not ours.isdisjoint(countries_at(other, range(len(other.words))))


def _tells_where(at: int, one: Reading, other: Reading) -> bool:
    """Whether a state or country only tells where a town is that the other names, too: "Houston, *Texas*"; but "Paris, Texas"."""
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


def _by_a_number(at: int, reading: Reading) -> bool:
    """Whether a word stands beside a number, with which nothing is compared: "20,000 *more* officers", "the *bottom* half"."""
    beside = {i for q in reading.quantities for i in (q.first - 1, q.last + 1)}
    return at in beside and "than" not in reading.vocabulary


def _beside_its_name(at: int, one: Reading, other: Reading) -> bool:
    """Whether the name stands on the other side, too, and is no country's: the river Congo is another thing than Congo."""
    beside = (i for i in (at - 1, at + 1) if 0 <= i < len(one.words) and one.has_capital(i))
    return any(
        one.written[i] in other.written
        and one.words[i] not in STOP_WORDS
        and stem(one.words[i]) not in ALIASES
        for i in beside
    )


def takes_side(word: str, one: Reading, other: Reading) -> bool:
    """Whether the other side has a word of its own on the axis of a word: up or down, more or less.

    Where the one has both sides of a deed, as in "banned there and allowed here", it must have one on the same side.
    """
    return any(
        pole == their_pole
        or (
            axis not in _NO_COMPLEMENTS
            and (axis not in _DEEDS or len({side for side, *_ in one.poles.get(axis, ())}) == 1)
        )
        for axis, pole, their_pole, _ in _beside_on_an_axis(word, one, other)
    )


_NO_COMPLEMENTS = frozenset({"parting", "way out of prison", "advice", "footing", "hold on a sum"})
"""Axes of which to deny the one side is not to say the other: who has not resigned has not been sacked for that."""


def says_the_same_of_its_side(word: str, one: Reading, other: Reading) -> bool:
    """Whether the other side has such a word that says the same, since it takes that side only where it stands, or none but degrees part them.

    Two words that take one side by themselves need not say the same: to own and to sell, to stop and to complete.
    """
    figures = bool(one.amounts and other.amounts)
    return any(
        (axis, pole) not in sides(their)
        or axis in _OF_ONE_MEANING
        or (figures and axis in _OF_FIGURES and word not in _MULTIPLYING)
        for axis, pole, _, their in _beside_on_an_axis(word, one, other)
    )


def _beside_on_an_axis(word: str, one: Reading, other: Reading) -> Iterator[tuple[str, int, int, str]]:
    """Each word that the other side alone has on an axis of a word: the axis, the side of the one and of the other, and the other or the verb that it is with its particle."""
    for axis, pole in sides(word):
        if axis not in _LOOSE:
            for their_pole, their, at in other.poles.get(axis, ()):
                if their not in one.vocabulary and stem(their) not in one.terms:
                    phrase = other.set_phrases.get(at)
                    verb = phrase.meaning if phrase and is_phrasal_verb(other.words, phrase) else their
                    yield axis, pole, their_pole, verb


_OF_ONE_MEANING = frozenset({"compass", "comparative", "superlative", "standing"})
"""Axes on which all words of a side say the same: more and higher, north and northern."""
_OF_FIGURES = frozenset({"direction", "keeping a post"})
"""Axes on which they do beside a figure, which tells the degree: "lost 12 percent", "fell 12 percent"; but "fell" alone is not "halved"."""
_MULTIPLYING = words_of(
    "halve halved halves double doubled doubles treble trebled triple tripled triples quadruple quadrupled"
)
_DEEDS = frozenset({"permission", "verdict", "custody", "answer", "stand"})
"""Axes of what may be done by one and not by another."""


_LOOSE = frozenset({"sex"})
"""Axes on which two words of one side are two things: the king, the actor."""


def done_again(word: str, one: Reading, other: Reading) -> bool:
    """Whether one side has in a word with "re-" what the other says to be so again: "reopened", "open again"."""
    return (
        "again" in other.vocabulary
        and any(are_forms_of_one_word(f"re{known}", word) for known in other.words)
    ) or (
        "again" in one.vocabulary and any(are_forms_of_one_word(f"re{word}", known) for known in other.words)
    )


def in_a_denying_form(word: str, other: Reading) -> bool:
    """Whether a word stands on the other side with "un-" or the like, or without it."""
    return any(made in other.vocabulary for made in (*without_prefix(word), *with_prefix(word)))
