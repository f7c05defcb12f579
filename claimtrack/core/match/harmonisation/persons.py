"""Naming the people of two statements alike: "Joe Biden", "US President Joe Biden", "Mr Biden".

Which first names, titles and country accompany a surname is a matter of house style. Two people whom nothing distinguishes are named
by their common first name and surname; if a title, first name, initial or country differs, both texts stay as they are, so that the
guards can report it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.countries import COUNTRY_WORDS, TWO_WORD_COUNTRIES, find_country
from claimtrack.core.language.word_lists import ARTICLES, STOP_WORDS
from claimtrack.core.match.reading.names.abbreviations import named_countries
from claimtrack.core.match.reading.names.people import (
    FEMALE_TITLES,
    FORMER,
    MALE_TITLES,
    PREMIER,
    TITLES,
    find_descriptions,
    find_names,
    find_office,
    has_set_off_text,
    is_name_set_off,
    may_share_first_name,
    names_by_surname,
)
from claimtrack.core.match.reading.names.variants import are_transliterations
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.typography import unify

if TYPE_CHECKING:
    from claimtrack.core.match.reading.names.people import Description
    from claimtrack.core.match.reading.reading import Reading


class _TitlePhrase(NamedTuple):
    """The titles and country given with a name, and where they begin."""

    start: int
    titles: tuple[str, ...] = ()
    country: str = ""

    @property
    def office(self) -> str:
        """Their present or former office; "" if they have only courtesy titles."""
        return find_office(self.titles)


class _Person(NamedTuple):
    """A person as named: the text with titles and without, the first names, the surname, and the titles."""

    written: str
    name: str
    first: tuple[str, ...]
    surname: str
    title_phrase: _TitlePhrase


def align_names(one: str, other: str) -> tuple[str, str]:
    """Return two texts in which a person whom both name, and who may be the same, is named in the same words."""
    a, b = read(one), read(other)
    theirs = _unique_names(b)
    for surname, name in _unique_names(a).items() if theirs else ():
        known = surname if surname in theirs else _find_transliteration(surname, theirs)
        if known and (pair := _find_two_namings(a, name, b, theirs[known])):
            x, y = pair
            same = _same_titles(x.title_phrase, y.title_phrase)
            one, other = _rename(one, x, y, same), _rename(other, y, x, same)
    return one, other


@lru_cache(maxsize=64)
def _unique_names(reading: Reading) -> dict[str, range]:
    """Return the names that occur once in a statement, by surname; no countries."""
    names = find_names(reading)
    surnames = [reading.words[name.stop - 1].removesuffix("'s") for name in names]
    return {
        surname: name
        for surname, name in zip(surnames, names, strict=True)
        if surname not in COUNTRY_WORDS and surnames.count(surname) == 1
    }


def _find_transliteration(surname: str, known: Iterable[str]) -> str | None:
    """Return the surname among the known ones that is another spelling of this, if any."""
    alike = (name for name in known if name[0] == surname[0])
    return next((name for name in alike if are_transliterations(name, surname)), None)


def _find_two_namings(a: Reading, name: range, b: Reading, other: range) -> tuple[_Person, _Person] | None:
    """Return the two namings of the bearers of a surname, if they may be one person who is named in two ways."""
    alike = a.written[name.start : name.stop] == b.written[other.start : other.stop]
    if alike and TITLES.isdisjoint(a.vocabulary) and TITLES.isdisjoint(b.vocabulary):
        return None  # like most pairs
    x, y = _parse_person(a, name), _parse_person(b, other)
    if x is None or y is None or not _is_surely_person(x, y) or not _may_be_same_person(x, y):
        return None
    return None if _is_titled_elsewhere(x, y, b) or _is_titled_elsewhere(y, x, a) else (x, y)


def _is_surely_person(x: _Person, y: _Person) -> bool:
    """Whether titles, or first names in two forms, show that a name is no place or firm."""
    if not FORMER.issuperset((*x.title_phrase.titles, *y.title_phrase.titles)):
        return True
    if x.first and y.first:
        return x.first[0] != y.first[0] or (x.first != y.first and len(x.first) == len(y.first))
    return bool(x.first or y.first) and _fold_name(x.surname) != _fold_name(y.surname)


def _same_titles(one: _TitlePhrase, other: _TitlePhrase) -> bool:
    """Whether two have the same titles, even if one is "PM", which is read as "prime minister" anyway."""
    in_words = one.titles == other.titles or one.office == other.office == PREMIER
    return in_words and one.country == other.country


def _is_titled_elsewhere(one: _Person, other: _Person, reading: Reading) -> bool:
    """Whether the other statement expresses the title of only one in other words: "Peru's president Lee", "Lee, who is president of Peru"."""
    sole_country = one.title_phrase.country if not other.title_phrase.country else ""
    if sole_country and sole_country in named_countries(reading):
        return True
    sole_office = one.title_phrase.office if not other.title_phrase.office else ""
    return bool(sole_office) and not reading.vocabulary.isdisjoint((sole_office, *one.title_phrase.titles))


def _fold_name(name: str) -> str:
    """Return a name in lower case without a possessive ending."""
    return name.casefold().removesuffix("'s")


def _rename(text: str, person: _Person, other: _Person, is_titled: bool) -> str:
    """Return a text with a person named as in both; titles that both have stay, and so does a possessive ending."""
    both = person.first[:1], other.first[:1]
    longest = max(both, key=lambda first: (len(first[0]), first[0])) if all(both) else ()
    first = longest or (person.first if is_titled else ())
    surname = min(person.surname, other.surname, key=_fold_name).removesuffix("'s")
    name = " ".join((*first, surname)) + ("'s" if person.surname.endswith("'s") else "")
    written = person.name if is_titled else person.written
    if written == name:
        return text
    whole = rf"(?<![^\W_]){re.escape(written)}(?![^\W_])"
    return re.sub(whole, lambda _: name, unify(text))


def _parse_person(reading: Reading, name: range) -> _Person | None:
    """Return the bearer of a name with the titles before it or between commas; None if they are described in other words."""
    start, stop, closed = name.start, name.stop, _follows_comma(reading, name.stop)
    places = range(stop + 1, len(reading.words) if closed else 0)
    end = next((at for at in places if reading.is_boundary(at)), 0)
    titles = _parse_titles(reading, end) if _follows_comma(reading, end) else None
    if titles and titles.titles and titles.start == stop:
        stop = end
    elif reading.is_boundary(start) and not (closed and _follows_comma(reading, start)):
        titles, closed = _TitlePhrase(start), False
    else:
        closed = reading.is_boundary(start)
        titles = _parse_titles(reading, start)
        if closed and titles and not titles.titles:
            titles, closed = _TitlePhrase(start), False
    if titles is None:
        return None
    begins = min(start, titles.start)
    *first, surname = reading.written[name.start : name.stop]
    text, tokens = reading.cleaned, reading.tokens
    return _Person(
        text[tokens[begins].start : tokens[stop - 1].end + closed],
        text[tokens[start].start : tokens[name.stop - 1].end],
        tuple(first),
        surname,
        titles,
    )


def _follows_comma(reading: Reading, at: int) -> bool:
    """Whether a comma precedes a place."""
    return 0 < at < len(reading.words) and reading.gap_before(at)[:1] == ","


def _parse_titles(reading: Reading, end: int) -> _TitlePhrase | None:
    """Return the titles and country before a place; None if the words before them may belong to them."""
    words, start = reading.words, end
    while start and words[start - 1] in TITLES and (start == end or not reading.is_boundary(start)):
        start -= 1
    titles, country = tuple(words[start:end]), ""
    if start and not reading.is_boundary(start) and reading.has_capital(start - 1):
        bare, before = words[start - 1].removesuffix("'s"), words[start - 2] if start > 1 else ""
        if titles or bare != words[start - 1]:
            country = find_country(before, bare) or ""
            start -= bool(country) + bool(country and (before, bare) in TWO_WORD_COUNTRIES)
    while country and start and words[start - 1] in FORMER and not reading.is_boundary(start):
        start -= 1
        titles = (words[start], *titles)  # "the former US president"
    if titles and start and words[start - 1] in ARTICLES and not reading.is_boundary(start):
        start -= 1
    return _TitlePhrase(start, titles, country) if not titles or _is_complete_title(reading, start) else None


def _is_complete_title(reading: Reading, start: int) -> bool:
    """Whether the words before a title are no part of it: "charged Senator Lee"; but "police chief Lee", "Deputy Sheriff Lee"."""
    if not start or reading.is_boundary(start) or reading.words[start - 1] in STOP_WORDS:
        return True
    if reading.words[start] in FORMER:
        return True
    begins = reading.has_capital(start) or reading.words[start] in ARTICLES
    return begins and (reading.written[start - 1][0].islower() or start - 1 in reading.openings)


def _may_be_same_person(x: _Person, y: _Person) -> bool:
    """Whether nothing distinguishes two people of one surname."""
    one, other = x.title_phrase, y.title_phrase
    if one.country and other.country and one.country != other.country:
        return False
    past, past_b = (not FORMER.isdisjoint(titles.titles) for titles in (one, other))
    if one.office and other.office and (one.office != other.office or past != past_b):
        return False
    return _first_names_agree(x.first, y.first) and not (_may_be_spouses(x, y) or _may_be_spouses(y, x))


def _first_names_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two may have the same first names, shortened or left out in one: "Donald J.", "Don"; but "George W.", "George H. W."."""
    if not one or not other:
        return True
    (first, *more), (first_b, *more_b) = ([name.casefold() for name in names] for names in (one, other))
    pairs = zip(more, more_b, strict=False)
    return may_share_first_name(first, first_b) and all(x.startswith(y) or y.startswith(x) for x, y in pairs)


def _may_be_spouses(x: _Person, y: _Person) -> bool:
    """Whether one of a surname has a title only, and the other may be their wife or husband: "Mr Lee", "Anna Lee"."""
    his, hers = MALE_TITLES & {*x.title_phrase.titles}, FEMALE_TITLES & {*x.title_phrase.titles}
    if not y.first:
        return bool(his) and not FEMALE_TITLES.isdisjoint(y.title_phrase.titles)
    is_her = _fold_name(y.first[0]).endswith("a")
    if hers:
        return FEMALE_TITLES.isdisjoint(y.title_phrase.titles) and not is_her
    return bool(x.title_phrase.titles) and not x.first and is_her and not y.title_phrase.titles


def align_descriptions(one: str, other: str) -> tuple[str, str]:
    """Return two texts in which a person is described in the shorter of their two wordings."""
    a, b = read(one), read(other)
    if not (has_set_off_text(a) or has_set_off_text(b)):
        return one, other
    known = names_by_surname(b)
    for surname, name in names_by_surname(a).items():
        other_name = known.get(surname)
        if other_name is None or not (is_name_set_off(a, name) or is_name_set_off(b, other_name)):
            continue
        ours, theirs = find_descriptions(a, name), find_descriptions(b, other_name)
        if both := ours.keys() & theirs.keys():
            longest = max(both, key=lambda name: (len(name), name))
            places, places_b = ours[longest], theirs[longest]
            x, y = places.written(a), places_b.written(b)
            if _without_articles(x) == _without_articles(y):
                continue  # equal but for an article, which the guards compare: "a founder", "the founder"
            if (len(x), x) < (len(y), y):
                other = _redescribe(other, b, places_b, places, a)
            else:
                one = _redescribe(one, a, places, places_b, b)
    return one, other


def _without_articles(written: str) -> list[str]:
    return [word for word in written.lower().replace(",", " ").split() if word not in ARTICLES]


def _redescribe(text: str, one: Reading, ours: Description, theirs: Description, other: Reading) -> str:
    """Return a text with a description in the other's words, but with the name in its own."""
    written, wanted = ours.written(one), theirs.written(other).replace(theirs.named(other), ours.named(one))
    first = other.words[theirs.whole.start]
    if first in ARTICLES or any(one.written[at] == first for at in ours.whole):
        wanted = wanted[0].lower() + wanted[1:]
    if theirs.closed and not ours.closed:
        wanted = wanted.rstrip(", -")
    if ours.whole.start in one.openings:
        wanted = wanted[0].upper() + wanted[1:]
    return text if wanted == written else unify(text).replace(written, wanted)
