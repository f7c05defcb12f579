"""Guards on countries, given by name, people or capital, and on what belongs to which: "the Serbian delegate and the Croatian ambassador"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claimtrack.core.language.countries import (
    GOVERNMENT_SEATS,
    NOT_AFTER_REGION,
    ONE_WORD_COUNTRIES,
    REGION_MODIFIERS,
    TWO_WORD_COUNTRIES,
)
from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.guards.comparison.comparisons import are_converse_comparisons
from claimtrack.core.match.guards.quantities.bindings import find_shared_bindings
from claimtrack.core.match.guards.roles.contests import have_same_winner
from claimtrack.core.match.guards.roles.transfers import share_transfer
from claimtrack.core.match.guards.roles.word_order import is_only_reordered
from claimtrack.core.match.reading.clauses import find_clauses, predicates
from claimtrack.core.match.reading.names.abbreviations import named_countries
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.reading.syntax.noun_phrases import RECIPROCALS
from claimtrack.core.match.reading.syntax.phrases import PHRASE_BREAKS, find_sole_list
from claimtrack.core.match.words.currencies import CURRENCIES
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.kinds import KINDS
from claimtrack.core.match.words.terms import stems_of


def countries_differ(a: Reading, b: Reading) -> str | None:
    """Each names a country, its people or its capital, of which the other says nothing."""
    ours, theirs = named_countries(a), named_countries(b)
    if not ours or not theirs:
        return None
    missing, missing_b = (
        [
            at
            for at in _find_missing_countries(named, other, known)
            if not _is_currency_country(one, at, other)
        ]
        for one, named, other, known in ((a, ours, b, theirs), (b, theirs, a, ours))
    )
    if not missing or not missing_b:
        return None
    return f"differs: {_quote_country(a, missing[0])} / {_quote_country(b, missing_b[0])}"


def _is_currency_country(one: Reading, at: int, other: Reading) -> bool:
    """Whether a country only specifies a currency that the other names alone: "the South African rand", "the rand"."""
    money = one.word(at + 1)
    return money in CURRENCIES and any(
        word == money and (not i or i - 1 not in named_countries(other).values())
        for i, word in enumerate(other.words)
    )


def _quote_country(reading: Reading, at: int) -> str:
    """A country as written, in two words if its name has two: "South Korea"."""
    two = at > 0 and (reading.words[at - 1], reading.words[at].removesuffix("'s")) in TWO_WORD_COUNTRIES
    return reading.as_written(at - two, at + 1)


def _find_missing_countries(named: dict[str, int], other: Reading, theirs: dict[str, int]) -> list[int]:
    """The places of the countries that the other statement names neither directly nor by their capital."""
    apart = named.keys() - theirs.keys()
    if not apart:
        return []
    meant = {GOVERNMENT_SEATS.get(word.removesuffix("'s"), "") for word in other.words}
    return [at for country, at in named.items() if country in apart and country not in meant]


_POSSESSION_REACH = 3
"""Words after a country's name that may belong to it: "Croatian health minister"."""


_PREPOSITIONS = words_of("of from in for")
_QUANTITY_PHRASES = [
    [word, "of"]
    for word in ("number", "numbers", "hundreds", "thousands", "dozens", "share", "group", "majority")
]
"""What follows these is counted: "the number of Chinese tourists"."""
_OBTAINING_VERBS = stems_of(
    "buy import get receive purchase obtain source order borrow acquire recall withdraw pull evacuate bring "
    "return remove smuggle"
)
_COUNTRY_NAMES = ONE_WORD_COUNTRIES - {"us", "uk"}
"""The names of countries without adjectives: "Norway exports"; but "Norwegian exports"."""


def countries_swapped(a: Reading, b: Reading) -> str | None:
    """Both name the same two countries, but something belongs to one here and to the other there: Serbian delegate, Croatian delegate."""
    if len(find_countries(a)) < 2 or len(find_countries(b)) < 2:
        return None
    known = {member for member, _ in find_countries(a)} & {member for member, _ in find_countries(b)}
    if len(known) < 2 or have_same_winner(a, b):
        return None
    if are_converse_comparisons(a, b) or _are_actions_shared(a, b):
        return None
    ours, theirs = _find_possessions(a), _find_possessions(b)
    for noun, countries in ours.items():
        countries_b = theirs.get(noun, countries)
        one_each = len(countries) == len(countries_b) == 1 and countries != countries_b
        is_exchanged = one_each and countries | countries_b <= known and not is_only_reordered(a, b)
        if is_exchanged and not _is_binding_shared(a, b, countries):
            return f"roles swapped: {_quote_mention(a, countries)} / {_quote_mention(b, countries_b)}"
    return None


def _are_actions_shared(a: Reading, b: Reading) -> bool:
    """Whether each of two rivals does the same, whichever is called the other's rival: "a Danish runner beat a Swedish rival"."""
    if RECIPROCALS.isdisjoint(a.terms | b.terms):
        return False
    named, both = named_countries(a).keys(), predicates(a) & predicates(b)
    pairs = ((one, other) for one in find_clauses(a, both) for other in find_clauses(b, both))
    roles = ((x.agent & y.agent, x.patient & y.patient) for x, y in pairs if x.predicate & y.predicate)
    return any(not named.isdisjoint(x) and not named.isdisjoint(y) for x, y in roles) or share_transfer(a, b)


def _is_binding_shared(a: Reading, b: Reading, countries: set[int]) -> bool:
    """Whether both place the same thing in a country: "in Japan a flop", "a flop in Japan, in Korea a hit"."""
    same = find_shared_bindings(a, b)
    return any(at in same for member, at in find_countries(a) if member in countries)


def _quote_mention(reading: Reading, countries: set[int]) -> str:
    """The first of some countries in a statement, as written."""
    return next(reading.written[at] for member, at in find_countries(reading) if member in countries)


@lru_cache(maxsize=64)
def find_countries(reading: Reading) -> list[tuple[int, int]]:
    """The countries that a statement names, cached: each by its number and its place."""
    if _COUNTRY_FORMS.isdisjoint(reading.vocabulary):
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


_COUNTRY_FORMS = frozenset(
    form for word, kinds in KINDS.items() if "country" in kinds for form in (word, f"{word}'s")
)


def _find_possessions(reading: Reading) -> dict[str | int, set[int]]:
    """What belongs to each country, by term and by meaning: "the Croatian delegate", "Serbia's envoy", "the embassy of Ecuador"."""
    found: dict[str | int, set[int]] = {}
    terms = {at: term for term, at in reading.placed_terms if term[0] != "#"}
    listed = find_sole_list(reading)
    for member, at in find_countries(reading):
        if at in listed or "and" in reading.words[max(0, at - 2) : at + 2]:
            continue  # coordinated or listed countries share what belongs to them
        for place in _possession_places(reading, at):
            if place in terms:
                for meaning in (terms[place], *meanings(terms[place])):
                    found.setdefault(meaning, set()).add(member)
    return found


def _possession_places(reading: Reading, at: int) -> Sequence[int]:
    """The places of the words that may belong to the country at a place."""
    words = reading.words
    before = at - 1 - (at > 0 and words[at - 1] == "the")
    counted = words[max(0, before - 1) : at] in _QUANTITY_PHRASES and words[at] not in _COUNTRY_NAMES
    if before > 0 and words[before] in _PREPOSITIONS and not counted and not words[at].endswith("'s"):
        is_obtained = words[before] == "from" and not _OBTAINING_VERBS.isdisjoint(reading.terms)
        return [] if is_obtained else [before - 1]  # "buys wheat from Russia": no longer Russia's
    is_plural = words[at].endswith("s") and not words[at].endswith("'s") and words[at] != "us"
    if words[at] in _COUNTRY_NAMES or is_plural:
        return []  # "Norway exports", "Danes export"
    places = range(at + 1, min(len(words), at + 1 + _POSSESSION_REACH))
    for end in places:
        parts = words[end] in PHRASE_BREAKS or reading.is_boundary(end)
        if parts or (end > at + 1 and is_verb_form(words[end])):
            return range(at + 1, end)  # "Serbian hackers read mail"
    return places
