"""What the other side has by its first letters or by another name: GDP, the ICRC; and which countries are named, by themselves, their peoples or the capitals that stand for them.

Listed is only what names one thing in nearly any text.
"""

from __future__ import annotations

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
from claimtrack.core.match.words.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.match.reading.reading import Reading


_SHORTEST, _LONGEST = 2, 6
"""Letters that words are shortened to."""
_SKIPPED = words_of("of and for the in on to")
"""What may give no letter: "department *of* health"."""


def is_abbreviated(one: Reading, at: int, other: Reading) -> bool:
    """Whether a word is short for words of the other side, or stands among words that are shortened there."""
    if letters := _letters(one, at):
        return bool(_spelt_out(letters, other))
    return at in _shortened(one, other)


@lru_cache(maxsize=64)
def _abbreviations(reading: Reading) -> frozenset[str]:
    """All abbreviations of a statement; kept, since each word that is left over asks for them."""
    capital_cities = (at for at, written in enumerate(reading.written) if written[:2].isupper())
    return frozenset(letters for at in capital_cities if (letters := _letters(reading, at)))


def _letters(reading: Reading, at: int) -> str:
    """The letters of an abbreviation, without the ending of its plural: "GDP", "EVs"; "" for any other word."""
    text = reading.written[at].removesuffix("'s").replace(".", "")
    text = text.removesuffix("s")
    short = _SHORTEST <= len(text) <= _LONGEST and text.isalpha() and text.isupper()
    return text.lower() if short else ""


@lru_cache(maxsize=64)
def _shortened(one: Reading, other: Reading) -> frozenset[int]:
    """The places of the words of one statement that the other shortens; kept for all its words."""
    return frozenset(at for letters in _abbreviations(other) for at in _spelt_out(letters, one))


def _spelt_out(letters: str, reading: Reading) -> range:
    """The places of words that begin with some letters, one after the other."""
    for start in _beginnings(reading).get(letters[:_KEY], ()):
        if end := _end(letters, reading, start):
            return range(start, end)
    return range(0)


_KEY = 3
"""Letters by which words that may be shortened are found."""


@lru_cache(maxsize=64)
def _beginnings(reading: Reading) -> dict[str, list[int]]:
    """The first letters of two and of three words that stand together -> where the first stands: a list of hundreds is read once."""
    found: dict[str, list[int]] = {}
    for start, word in enumerate(reading.words):
        keys = [(word[0], start + 1)]
        for key, at in keys:
            while len(key) < _KEY and at < len(reading.words) and not reading.is_boundary(at):
                longer = key + reading.words[at][0]
                found.setdefault(longer, []).append(start)
                keys.append((longer, at + 1))
                if reading.words[at] not in _SKIPPED:
                    break
                at += 1
    return found


def _end(letters: str, reading: Reading, start: int) -> int:
    """Where words from a place on end that begin with some letters; 0 where they do not."""
    at = start
    for letter in letters:
        while at < len(reading.words) and reading.words[at][0] != letter and reading.words[at] in _SKIPPED:
            at += 1
        if (
            at == len(reading.words)
            or reading.words[at][0] != letter
            or (at > start and reading.is_boundary(at))
        ):
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
_NAMES: dict[str, list[tuple[str, ...]]] = {}
"""A name -> the words by which else it is called."""
_WITHIN: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
"""A word -> the names that are called by it and others."""
for _entry in _LISTED.strip().replace("\n", "|").split("|"):
    _names, _, _phrases = _entry.partition(":")
    for _name in _names.split():
        for _phrase in _phrases.split(","):
            _called = tuple("usa" if word == "us" else word for word in _phrase.split())
            _NAMES.setdefault(_name, []).append(_called)
            for _word in _called:
                _WITHIN.setdefault(_word.removesuffix("'s"), []).append((_name, _called))
_WORDS = frozenset(f"{word}{ending}" for word in (*_NAMES, *_WITHIN) for ending in ("", "'s"))


def has_other_name(one: Reading, at: int, other: Reading) -> bool:
    """Whether the other side names what is named at a place, or by words of which one stands there, by another name."""
    if one.words[at] not in _WORDS:
        return False
    word = one.words[at].removesuffix("'s")
    called = _NAMES.get(word)
    if called and any(_place_of(phrase, other.words) is not None for phrase in called):
        return True
    for name, phrase in _WITHIN.get(word, ()):
        if name in other.vocabulary or f"{name}'s" in other.vocabulary or name in other.initials:
            first = _place_of(phrase, one.words)
            if first is not None and first <= at < first + len(phrase):
                return True
    return False


def _place_of(phrase: tuple[str, ...], words: Sequence[str]) -> int | None:
    """Where some words stand side by side."""
    for at, word in enumerate(words):
        if word == phrase[0]:
            *first, last = words[at : at + len(phrase)]
            if (*first, last.removesuffix("'s")) == phrase:
                return at
    return None


@lru_cache(maxsize=64)
def named_countries(reading: Reading) -> dict[str, int]:
    """The countries that a statement names, by their names or their peoples', each with its first place."""
    found: dict[str, int] = {}
    for at, country in countries_by_place(reading).items():
        found.setdefault(country, at)
    return found


@lru_cache(maxsize=64)
def countries_by_place(reading: Reading) -> dict[int, str]:
    """The places at which a statement names a country or its people, each with the country."""
    words = reading.words
    found: dict[int, str] = {}
    for at, written in enumerate(() if COUNTRY_WORDS.isdisjoint(reading.vocabulary) else reading.written):
        if not written[0].isupper():
            continue
        bare = words[at].removesuffix("'s")
        before = words[at - 1] if at else ""
        if (before in REGION_MODIFIERS and bare in NOT_AFTER_REGION) or words[
            at + 1 : at + 2
        ] in PRODUCT_NOUNS.get(bare, ()):
            continue
        country = find_country(before, bare)
        if country and (bare != "us" or written[1] != "s") and at not in reading.national_sums:
            found[at] = country
    return found


def matches_seat(one: Reading, at: int, other: Reading, at_other: int | None = None) -> bool:
    """Whether a country at a place is named on the other side by where its government sits, or the other way about.

    With `at_other` it is asked of the word at that place alone.
    """
    if seat := country_of_seat(one, at):
        found = named_countries(other).get(seat)
        return found is not None and at_other in (None, found, found - (" " in seat))
    mine = {
        country for country, place in named_countries(one).items() if place in (at, at + (" " in country))
    }
    places = range(len(other.words)) if at_other is None else (at_other,)
    return bool(mine) and any(country_of_seat(other, place) in mine for place in places)


def country_of_seat(reading: Reading, at: int) -> str | None:
    """The country whose government sits in the city that stands at a place."""
    return GOVERNMENT_SEATS.get(reading.words[at].removesuffix("'s"))


def countries_at(reading: Reading, places: range, *, seats: bool = True) -> set[str]:
    """The countries that are named at some places, be it by where their government sits, unless `seats` are left out."""
    named = {country for country, at in named_countries(reading).items() if at in places}
    if not seats:
        return named
    return named | {
        seat for at in places if reading.has_capital(at) and (seat := country_of_seat(reading, at))
    }


def capital_cities(reading: Reading) -> Iterator[tuple[int, str, str]]:
    """The capitals that a statement names, each with its place, and the country that it is of."""
    for at, word in enumerate(reading.words):
        city = word.removesuffix("'s")
        if city in CAPITALS and reading.has_capital(at):
            yield at, city, GOVERNMENT_SEATS[city]
