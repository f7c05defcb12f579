"""Abbreviations and alternative names: GDP, the ICRC; and the countries that are named, by name, people or capital.

Listed is only what names one thing in nearly any text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.language.countries import (
    CAPITALS,
    COUNTRY_WORDS,
    GOVERNMENT_SEATS,
    NOT_AFTER_REGION,
    PRODUCT_NOUNS,
    REGION_MODIFIERS,
    find_country,
)
from claimtrack.core.language.word_lists import words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


_MIN_LETTERS, _MAX_LETTERS = 2, 6
"""Minimum and maximum number of letters of an abbreviation."""
_SKIPPABLE = words_of("of and for the in on to")
"""Words that may contribute no letter: "department *of* health"."""


def is_abbreviated(one: Reading, at: int, other: Reading) -> bool:
    """Whether a word abbreviates words of the other statement, or is one of the words that the other abbreviates."""
    if letters := _abbreviation_at(one, at):
        return bool(_find_long_form(letters, other))
    return at in _abbreviated_places(one, other)


@lru_cache(maxsize=64)
def _abbreviations(reading: Reading) -> frozenset[str]:
    """Return all abbreviations of a statement; cached, since each leftover word asks for them."""
    capitals = (at for at, written in enumerate(reading.written) if written[:2].isupper())
    return frozenset(letters for at in capitals if (letters := _abbreviation_at(reading, at)))


def _abbreviation_at(reading: Reading, at: int) -> str:
    """Return the letters of an abbreviation, without a plural ending, "GDP", "EVs"; "" for any other word."""
    text = reading.written[at].removesuffix("'s").replace(".", "")
    text = text.removesuffix("s")
    is_short = _MIN_LETTERS <= len(text) <= _MAX_LETTERS and text.isalpha() and text.isupper()
    return text.lower() if is_short else ""


@lru_cache(maxsize=64)
def _abbreviated_places(one: Reading, other: Reading) -> frozenset[int]:
    """Return the places of the words of one statement that the other abbreviates; cached for all its words."""
    return frozenset(at for letters in _abbreviations(other) for at in _find_long_form(letters, one))


def _find_long_form(letters: str, reading: Reading) -> range:
    """Return the places of consecutive words that begin with some letters."""
    for start in _index_initials(reading).get(letters[:_INDEX_LETTERS], ()):
        if end := _long_form_end(letters, reading, start):
            return range(start, end)
    return range(0)


_INDEX_LETTERS = 3
"""Number of initial letters by which long forms are indexed."""


@lru_cache(maxsize=64)
def _index_initials(reading: Reading) -> dict[str, list[int]]:
    """Index the initials of two and three consecutive words by where the first stands, so that a list of hundreds is read once."""
    found: dict[str, list[int]] = {}
    for start, word in enumerate(reading.words):
        keys = [(word[0], start + 1)]
        for key, at in keys:
            while len(key) < _INDEX_LETTERS and at < len(reading.words) and not reading.is_boundary(at):
                longer = key + reading.words[at][0]
                found.setdefault(longer, []).append(start)
                keys.append((longer, at + 1))
                if reading.words[at] not in _SKIPPABLE:
                    break
                at += 1
    return found


def _long_form_end(letters: str, reading: Reading, start: int) -> int:
    """Return where consecutive words that begin with some letters end; 0 if they do not begin with them."""
    at = start
    for letter in letters:
        while at < len(reading.words) and reading.words[at][0] != letter and reading.words[at] in _SKIPPABLE:
            at += 1
        if reading.word(at)[:1] != letter or (at > start and reading.is_boundary(at)):
            return 0
        at += 1
    return at


_LISTED = """
nato: atlantic alliance, western alliance, transatlantic alliance, defence alliance, defense alliance, military alliance
icrc: red cross | ifrc: red cross | msf: doctors without borders, medecins sans frontieres, médecins sans frontières
isis isil daesh: islamic state | irgc: revolutionary guard, revolutionary guards | pkk: kurdistan workers | houthi houthis: ansar allah
fed: federal reserve, us central bank, american central bank, america's central bank | congress: capitol hill
bundesbank: german central bank, germany's central bank | banxico: mexican central bank, mexico's central bank
boe: british central bank, britain's central bank | boj: japanese central bank, japan's central bank
w.h.o: un health agency, un's health agency | unhcr: refugee agency | unicef: un children's agency, un children's fund
iaea: nuclear watchdog, nuclear agency, atomic agency | ipcc: climate panel | wfp: un food agency | fao: un food agency
wada: anti doping agency | icj: world court, un's top court, un court | icc: war crimes court | echr: strasbourg court
fifa: football's governing body, football's world body, soccer's governing body, football's world governing body
uefa: european football's governing body | ioc: olympic committee | un: united nations, world body
pentagon: defense department, defence department, department of defense | doj: justice department | dhs: homeland security
pentagon: us military | kremlin: russian presidency, russian government | elysee: french presidency | bundestag: german parliament, germany's parliament
knesset: israeli parliament, israel's parliament | duma: russian parliament, russia's parliament | sejm: polish parliament, poland's parliament
riksdag: swedish parliament, sweden's parliament | folketing: danish parliament, denmark's parliament | rada: ukrainian parliament, ukraine's parliament
storting: norwegian parliament, norway's parliament | dail: irish parliament, ireland's parliament | saeima: latvian parliament, latvia's parliament
seimas: lithuanian parliament, lithuania's parliament | riigikogu: estonian parliament, estonia's parliament | majlis: iranian parliament, iran's parliament
holyrood: scottish parliament, scotland's parliament | senedd: welsh parliament, wales's parliament | cortes: spanish parliament, spain's parliament
idf: israeli army, israel's army, israeli military, israel's military | met: scotland yard, london police | yard: metropolitan police, london police
belfast: good friday agreement, good friday accord | jcpoa: iran nuclear deal, iranian nuclear deal, iran deal
tories tory: conservative party | libdems: liberal democrats
obamacare: affordable care act | aca: affordable care act | brexit: leaving the eu, leaving the european union | saigon: ho chi minh | uluru: ayers rock | denali: mount mckinley | astana: nur sultan
vw: volkswagen | bmw: bayerische motoren werke | gm: general motors | ge: general electric | hp: hewlett packard | bp: british petroleum
jlr: jaguar land rover | gsk: glaxosmithkline | pwc: pricewaterhousecoopers | kfc: kentucky fried chicken | ba: british airways | p&g: procter
aig: american international group | j&j: johnson & johnson | m&s: marks & spencer, marks and spencer | h&m: hennes | amex: american express | ubs: union bank
oscar oscars: academy award, academy awards | pyongyang: the north | seoul: the south
olympics: the games, summer games, winter games | fda: drug regulator, us regulator | muhammad mohammed muhammed: prophet
"""
_OTHER_NAMES: dict[str, list[tuple[str, ...]]] = {}
"""Name -> the other phrases that denote the same."""
_NAMES_BY_WORD: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
"""Word -> the names that have a phrase with it, and that phrase."""
for _entry in _LISTED.strip().replace("\n", "|").split("|"):
    _names, _, _phrases = _entry.partition(":")
    for _name in _names.split():
        for _phrase in _phrases.split(","):
            _called = tuple("usa" if word == "us" else word for word in _phrase.split())
            _OTHER_NAMES.setdefault(_name, []).append(_called)
            for _word in _called:
                _NAMES_BY_WORD.setdefault(_word.removesuffix("'s"), []).append((_name, _called))
_WORDS = frozenset(f"{word}{ending}" for word in (*_OTHER_NAMES, *_NAMES_BY_WORD) for ending in ("", "'s"))


def has_other_name(one: Reading, at: int, other: Reading) -> bool:
    """Whether the other statement uses another name for what is named at a place, alone or as part of a phrase."""
    if one.words[at] not in _WORDS:
        return False
    word = one.words[at].removesuffix("'s")
    other_name = _OTHER_NAMES.get(word)
    if other_name and any(_find_phrase(phrase, other.words) is not None for phrase in other_name):
        return True
    for name, phrase in _NAMES_BY_WORD.get(word, ()):
        if name in other.vocabulary or f"{name}'s" in other.vocabulary or name in other.initials:
            first = _find_phrase(phrase, one.words)
            if first is not None and first <= at < first + len(phrase):
                return True
    return False


def _find_phrase(phrase: tuple[str, ...], words: Sequence[str]) -> int | None:
    """Return where consecutive words stand, if they do."""
    for at, word in enumerate(words):
        if word == phrase[0]:
            *first, last = words[at : at + len(phrase)]
            if (*first, last.removesuffix("'s")) == phrase:
                return at
    return None


@lru_cache(maxsize=64)
def named_countries(reading: Reading) -> dict[str, int]:
    """Return the countries that a statement names, by name or people, each with its first place."""
    found: dict[str, int] = {}
    for at, country in countries_by_place(reading).items():
        found.setdefault(country, at)
    return found


@lru_cache(maxsize=64)
def countries_by_place(reading: Reading) -> dict[int, str]:
    """Map the places at which a statement names a country or its people to the country."""
    words = reading.words
    found: dict[int, str] = {}
    for at, written in enumerate(() if COUNTRY_WORDS.isdisjoint(reading.vocabulary) else reading.written):
        if not written[0].isupper():
            continue
        bare = words[at].removesuffix("'s")
        before = words[at - 1] if at else ""
        is_region = before in REGION_MODIFIERS and bare in NOT_AFTER_REGION
        if is_region or words[at + 1 : at + 2] in PRODUCT_NOUNS.get(bare, ()):
            continue
        country = find_country(before, bare)
        if country and (bare != "us" or written[1] != "s") and at not in reading.national_sums:
            found[at] = country
    return found


def matches_seat(one: Reading, at: int, other: Reading, at_other: int | None = None) -> bool:
    """Whether one statement names a country, at a place, and the other its seat of government.

    With `at_other` only the word at that place is considered.
    """
    if seat := country_of_seat(one, at):
        found = named_countries(other).get(seat)
        return found is not None and at_other in (None, found, found - (" " in seat))
    countries = {
        country for country, place in named_countries(one).items() if place in (at, at + (" " in country))
    }
    places = range(len(other.words)) if at_other is None else (at_other,)
    return bool(countries) and any(country_of_seat(other, place) in countries for place in places)


def country_of_seat(reading: Reading, at: int) -> str | None:
    """Return the country whose government sits in the city at a place, if any."""
    return GOVERNMENT_SEATS.get(reading.words[at].removesuffix("'s"))


def countries_at(reading: Reading, places: range, *, seats: bool = True) -> set[str]:
    """Return the countries named at some places, by default also by their seats of government."""
    named = {country for country, at in named_countries(reading).items() if at in places}
    if not seats:
        return named
    return named | {
        seat for at in places if reading.has_capital(at) and (seat := country_of_seat(reading, at))
    }


def capital_cities(reading: Reading) -> Iterator[tuple[int, str, str]]:
    """Yield the capital cities that a statement names: place, city and country."""
    for at, word in enumerate(reading.words):
        city = word.removesuffix("'s")
        if city in CAPITALS and reading.has_capital(at):
            yield at, city, GOVERNMENT_SEATS[city]
