"""Guards on which country is meant, be it told by its name, its people or its capital, and on what is whose: "the Serbian delegate and the Croatian ambassador"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.language.countries import (
    GOVERNMENT_SEATS,
    NOT_AFTER_REGION,
    ONE_WORD_COUNTRIES,
    REGION_MODIFIERS,
    TWO_WORD_COUNTRIES,
)
from claimtrack.core.match.guards.comparison.comparisons import are_converse_comparisons
from claimtrack.core.match.guards.quantities.bindings import find_shared_bindings
from claimtrack.core.match.guards.roles.contests import have_same_winner
from claimtrack.core.match.guards.roles.transfers import share_transfer
from claimtrack.core.match.guards.roles.word_order import is_only_reordered
from claimtrack.core.match.reading.clauses import clauses, predicates
from claimtrack.core.match.reading.names.abbreviations import named_countries
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.noun_phrases import RECIPROCALS
from claimtrack.core.match.reading.syntax.phrases import BREAKS, find_sole_list
from claimtrack.core.match.words.currencies import CURRENCIES
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.kinds import KINDS
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import stems_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading


def countries_differ(a: Reading, b: Reading) -> str | None:
    """Each is about a country that the other does not name, by its name, its people or its capital."""
    ours, theirs = named_countries(a), named_countries(b)
    if not ours or not theirs:
        return None
    mine, yours = (
        [at for at in _missing(named, other, known) if not _of_its_money(one, at, other)]
        for one, named, other, known in ((a, ours, b, theirs), (b, theirs, a, ours))
    )
    if not mine or not yours:
        return None
    return f"differs: {_told(a, mine[0])} / {_told(b, yours[0])}"


def _of_its_money(one: Reading, at: int, other: Reading) -> bool:
    """Whether a country only tells whose money it is, which the other side names alone: "the South African rand", "the rand"."""
    money = one.word(at + 1)
    return money in CURRENCIES and any(
        word == money and (not i or i - 1 not in named_countries(other).values())
        for i, word in enumerate(other.words)
    )


def _told(reading: Reading, at: int) -> str:
    two = at > 0 and (reading.words[at - 1], reading.words[at].removesuffix("'s")) in TWO_WORD_COUNTRIES
    return reading.as_written(at - two, at + 1)


def _missing(named: dict[str, int], other: Reading, theirs: dict[str, int]) -> list[int]:
    """The places of the countries of one statement that the other does not name, not even by the capital."""
    apart = named.keys() - theirs.keys()
    if not apart:
        return []
    meant = {GOVERNMENT_SEATS.get(word.removesuffix("'s"), "") for word in other.words}
    return [at for country, at in named.items() if country in apart and country not in meant]


_REACH = 3
"""Words behind a country's name of which one may be what is its: "Croatian health minister"."""


_OF = words_of("of from in for")
_NUMBERS_OF = [
    [word, "of"]
    for word in ("number", "numbers", "hundreds", "thousands", "dozens", "share", "group", "majority")
]
"""What stands behind these is counted: "the number of Chinese tourists"."""
_GETTING = stems_of(
    "buy import get receive purchase obtain source order borrow acquire recall withdraw pull evacuate bring return remove smuggle"
)
_NAMES = ONE_WORD_COUNTRIES - {"us", "uk"}
"""Of the words for each country its name, which does something itself: "Norway exports"; but "Norwegian exports"."""


def countries_swapped(a: Reading, b: Reading) -> str | None:
    """Both name two countries, and what is the one's in the one is the other's in the other: Serbian delegate, Croatian delegate."""
    if len(find_countries(a)) < 2 or len(find_countries(b)) < 2:
        return None
    known = {member for member, _ in find_countries(a)} & {member for member, _ in find_countries(b)}
    if len(known) < 2 or have_same_winner(a, b) or are_converse_comparisons(a, b) or _are_each_others(a, b):
        return None
    ours, theirs = _owned(a), _owned(b)
    for thing, countries in ours.items():
        others = theirs.get(thing, countries)
        one_each = len(countries) == len(others) == 1 and countries != others
        if (
            one_each
            and countries | others <= known
            and not (is_only_reordered(a, b) or _told_alike(a, b, countries))
        ):
            return f"roles swapped: {_told_of(a, countries)} / {_told_of(b, others)}"
    return None


def _are_each_others(a: Reading, b: Reading) -> bool:
    """Whether of two of a kind each does the same, whichever is told to be the other's rival: "a Danish runner beat a Swedish rival"."""
    if RECIPROCALS.isdisjoint(a.terms | b.terms):
        return False
    named, both = named_countries(a).keys(), predicates(a) & predicates(b)
    deeds = ((one, other) for one in clauses(a, both) for other in clauses(b, both))
    roles = ((x.agent & y.agent, x.patient & y.patient) for x, y in deeds if x.predicate & y.predicate)
    return any(not named.isdisjoint(x) and not named.isdisjoint(y) for x, y in roles) or share_transfer(a, b)


def _told_alike(a: Reading, b: Reading, countries: set[int]) -> bool:
    """Whether what is told to be in a country is told to be there in both: "in Japan a flop", "a flop in Japan, in Korea a hit"."""
    same = find_shared_bindings(a, b)
    return any(at in same for member, at in find_countries(a) if member in countries)


def _told_of(reading: Reading, countries: set[int]) -> str:
    return next(reading.written[at] for member, at in find_countries(reading) if member in countries)


@lru_cache(maxsize=64)
def find_countries(reading: Reading) -> list[tuple[int, int]]:
    """The countries that a statement names, each by its number and its place."""
    if _FORMS.isdisjoint(reading.vocabulary):
        return []
    two = reading.phrase_meanings
    words = [two.get(at, word) for at, word in enumerate(reading.words)] if two else reading.words
    found = ((KINDS.get(word.removesuffix("'s"), {}).get("country"), at) for at, word in enumerate(words))
    return [
        (member, at)
        for member, at in found
        if member is not None
        and not (words[at] in NOT_AFTER_REGION and at and words[at - 1] in REGION_MODIFIERS)
    ]


_FORMS = frozenset(
    form for word, kinds in KINDS.items() if "country" in kinds for form in (word, f"{word}'s")
)


def _owned(reading: Reading) -> dict[str | int, set[int]]:
    """What is told to be each country's, in its meanings: "the Croatian delegate", "Serbia's envoy", "the embassy of Ecuador"."""
    found: dict[str | int, set[int]] = {}
    terms = {at: term for term, at in reading.placed_terms if term[0] != "#"}
    listed = find_sole_list(reading)
    for member, at in find_countries(reading):
        if at in listed or "and" in reading.words[max(0, at - 2) : at + 2]:
            continue  # what is told of both is of either
        for place in _beside(reading, at):
            if place in terms:
                for meaning in (terms[place], *meanings(terms[place])):
                    found.setdefault(meaning, set()).add(member)
    return found


def _beside(reading: Reading, at: int) -> Sequence[int]:
    """The places of what may be the country's that is named at a place."""
    words = reading.words
    before = at - 1 - (at > 0 and words[at - 1] == "the")
    counted = words[max(0, before - 1) : at] in _NUMBERS_OF and words[at] not in _NAMES
    if before > 0 and words[before] in _OF and not counted and not words[at].endswith("'s"):
        bought = words[before] == "from" and not _GETTING.isdisjoint(reading.terms)
        return [] if bought else [before - 1]  # "buys wheat from Russia", of which it is no longer
    if words[at] in _NAMES or (
        words[at].endswith("s") and not words[at].endswith("'s") and words[at] != "us"
    ):
        return []  # "Norway exports", "Danes export"
    end = at + 1
    while (
        end < min(len(words), at + 1 + _REACH) and words[end] not in BREAKS and not reading.is_boundary(end)
    ):
        if end > at + 1 and is_verb_form(words[end]):
            break  # "Serbian hackers read mail"
        end += 1
    return range(at + 1, end)
