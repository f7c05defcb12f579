"""Two statements in which whoever both name is named alike: "Joe Biden", "US President Joe Biden", "Mr Biden".

Which first names, titles and country stand beside a surname is a matter of house style. Where nothing tells two apart they are
named by the first name that both have and the surname; where a title, a first name, an initial or a country differs each stays as
it is, for the guards to tell.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.countries import COUNTRY_WORDS, TWO_WORD_COUNTRIES, find_country
from claimtrack.core.match.reading.names.abbreviations import named_countries
from claimtrack.core.match.reading.names.people import (
    FEMALE_TITLES,
    FORMER,
    MALE_TITLES,
    PREMIER,
    TITLES,
    find_descriptions,
    find_names,
    has_set_off_text,
    is_name_set_off,
    may_share_first_name,
    names_by_surname,
    office,
)
from claimtrack.core.match.reading.names.variants import are_transliterations
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.lexicon import ARTICLES, STOP_WORDS
from claimtrack.core.match.words.typography import unify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.core.match.reading.names.people import Description
    from claimtrack.core.match.reading.reading import Reading


class _Told(NamedTuple):
    """What is told of somebody beside the name: where that begins, their titles and country."""

    start: int
    titles: tuple[str, ...] = ()
    country: str = ""

    @property
    def office(self) -> str:
        """What they are or were; nothing where they are only called politely."""
        return office(self.titles)


class _Named(NamedTuple):
    """Somebody as they are named: as it is written, with what is told of them and without; the names before the surname, and this one."""

    written: str
    name: str
    first: tuple[str, ...]
    surname: str
    told: _Told


def align_names(one: str, other: str) -> tuple[str, str]:
    """Two texts, in which whoever is named in both and may be the same is named in the same words."""
    a, b = read(one), read(other)
    theirs = _once(b)
    for surname, name in _once(a).items() if theirs else ():
        known = surname if surname in theirs else _in_another_spelling(surname, theirs)
        if known and (pair := _two_ways(a, name, b, theirs[known])):
            x, y = pair
            same = _same_titles(x.told, y.told)
            one, other = _called(one, x, y, same), _called(other, y, x, same)
    return one, other


@lru_cache(maxsize=64)
def _once(reading: Reading) -> dict[str, range]:
    """Whoever is named once in a statement, by surname; no country."""
    names = find_names(reading)
    surnames = [reading.words[name.stop - 1].removesuffix("'s") for name in names]
    return {
        surname: name
        for surname, name in zip(surnames, names, strict=True)
        if surname not in COUNTRY_WORDS and surnames.count(surname) == 1
    }


def _in_another_spelling(surname: str, known: Iterable[str]) -> str | None:
    return next((one for one in known if one[0] == surname[0] and are_transliterations(one, surname)), None)


def _two_ways(a: Reading, name: range, b: Reading, other: range) -> tuple[_Named, _Named] | None:
    """Who bears a surname of two statements, where it may be one person who is named in two ways."""
    alike = a.written[name.start : name.stop] == b.written[other.start : other.stop]
    if alike and TITLES.isdisjoint(a.vocabulary) and TITLES.isdisjoint(b.vocabulary):
        return None  # as most
    x, y = _person(a, name), _person(b, other)
    if x is None or y is None or not _is_a_person(x, y) or not _may_be_one(x, y):
        return None
    return None if _told_elsewhere(x, y, b) or _told_elsewhere(y, x, a) else (x, y)


def _is_a_person(x: _Named, y: _Named) -> bool:
    """Whether two have a title or first names in two forms, so that they are surely no place or firm."""
    if not FORMER.issuperset((*x.told.titles, *y.told.titles)):
        return True
    if x.first and y.first:
        return x.first[0] != y.first[0] or (x.first != y.first and len(x.first) == len(y.first))
    return bool(x.first or y.first) and _plain(x.surname) != _plain(y.surname)


def _same_titles(one: _Told, other: _Told) -> bool:
    """Whether two are titled alike, be it that one writes "PM", which is read as "prime minister" anyway."""
    in_words = one.titles == other.titles or one.office == other.office == PREMIER
    return in_words and one.country == other.country


def _told_elsewhere(one: _Named, other: _Named, reading: Reading) -> bool:
    """Whether what only one is called is told of the other in other words: "Peru's president Lee", "Lee, who is president of Peru"."""
    if one.told.country and not other.told.country and one.told.country in named_countries(reading):
        return True
    office = one.told.office if not other.told.office else ""
    return bool(office) and not reading.vocabulary.isdisjoint((office, *one.told.titles))


def _plain(name: str) -> str:
    return name.casefold().removesuffix("'s")


def _in_full(first: tuple[str, ...]) -> tuple[int, str]:
    """What the fuller of two forms of a first name has more of."""
    return len(first[0]), first[0]


def _called(text: str, person: _Named, other: _Named, is_titled: bool) -> str:
    """A text with somebody named as both are; what is told of them besides stays where it is told of both, and so does an owner's form."""
    both = person.first[:1], other.first[:1]
    first = max(both, key=_in_full) if all(both) else person.first if is_titled else ()
    surname = min(person.surname, other.surname, key=_plain).removesuffix("'s")
    name = " ".join((*first, surname)) + ("'s" if person.surname.endswith("'s") else "")
    written = person.name if is_titled else person.written
    if written == name:
        return text
    whole = rf"(?<![^\W_]){re.escape(written)}(?![^\W_])"
    return re.sub(whole, lambda _: name, unify(text))


def _person(reading: Reading, name: range) -> _Named | None:
    """Who bears a name, with what is told of them before it or set off by commas; None where that is told in other words than titles."""
    start, stop, closed = name.start, name.stop, _behind_comma(reading, name.stop)
    end = (
        next((at for at in range(stop + 1, len(reading.words)) if reading.is_boundary(at)), 0)
        if closed
        else 0
    )
    told = _told(reading, end) if _behind_comma(reading, end) else None
    if told and told.titles and told.start == stop:
        stop = end
    elif reading.is_boundary(start) and not (closed and _behind_comma(reading, start)):
        told, closed = _Told(start), False
    else:
        closed = reading.is_boundary(start)
        told = _told(reading, start)
        if closed and told and not told.titles:
            told, closed = _Told(start), False
    if told is None:
        return None
    begins = min(start, told.start)
    *first, surname = reading.written[name.start : name.stop]
    text, tokens = reading.cleaned, reading.tokens
    return _Named(
        text[tokens[begins].start : tokens[stop - 1].end + closed],
        text[tokens[start].start : tokens[name.stop - 1].end],
        tuple(first),
        surname,
        told,
    )


def _behind_comma(reading: Reading, at: int) -> bool:
    return 0 < at < len(reading.words) and reading.gap_before(at)[:1] == ","


def _told(reading: Reading, end: int) -> _Told | None:
    """The titles and the country that stand before a place; None where what stands before these may belong to them."""
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
    return _Told(start, titles, country) if not titles or _stands_free(reading, start) else None


def _stands_free(reading: Reading, start: int) -> bool:
    """Whether what stands before a title is no part of it: "charged Senator Lee"; but "police chief Lee", "Deputy Sheriff Lee"."""
    if not start or reading.is_boundary(start) or reading.words[start - 1] in STOP_WORDS:
        return True
    if reading.words[start] in FORMER:
        return True
    begins = reading.has_capital(start) or reading.words[start] in ARTICLES
    return begins and (reading.written[start - 1][0].islower() or start - 1 in reading.openings)


def _may_be_one(x: _Named, y: _Named) -> bool:
    """Whether nothing tells two of one surname apart."""
    one, other = x.told, y.told
    if one.country and other.country and one.country != other.country:
        return False
    past, past_b = (not FORMER.isdisjoint(told.titles) for told in (one, other))
    if one.office and other.office and (one.office != other.office or past != past_b):
        return False
    return _first_names_agree(x.first, y.first) and not (_may_be_wed(x, y) or _may_be_wed(y, x))


def _first_names_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two may have the same first names, cut short or left out in one of them: "Donald J.", "Don"; but "George W.", "George H. W."."""
    if not one or not other:
        return True
    (first, *more), (first_b, *more_b) = ([name.casefold() for name in names] for names in (one, other))
    alike = (
        x.startswith(y) if len(x) > len(y) else y.startswith(x) for x, y in zip(more, more_b, strict=False)
    )
    return may_share_first_name(first, first_b) and all(alike)


def _may_be_wed(x: _Named, y: _Named) -> bool:
    """Whether of two of one surname the first is called by a title alone, and the other may be wife or husband: "Mr Lee", "Anna Lee"."""
    his, hers = MALE_TITLES & {*x.told.titles}, FEMALE_TITLES & {*x.told.titles}
    if not y.first:
        return bool(his) and not FEMALE_TITLES.isdisjoint(y.told.titles)
    is_her = _plain(y.first[0]).endswith("a")
    if hers:
        return FEMALE_TITLES.isdisjoint(y.told.titles) and not is_her
    return bool(x.told.titles) and not x.first and is_her and not y.told.titles


def align_descriptions(one: str, other: str) -> tuple[str, str]:
    """Two texts, with who somebody is in the words of the one that takes fewer letters for it."""
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
            who = max(both, key=lambda who: (len(who), who))
            mine, yours = ours[who], theirs[who]
            x, y = mine.written(a), yours.written(b)
            if _bare(x) == _bare(y):
                continue  # but for an article, which the guards compare: "a founder", "the founder"
            if (len(x), x) < (len(y), y):
                other = _written_as(other, b, yours, mine, a)
            else:
                one = _written_as(one, a, mine, yours, b)
    return one, other


def _bare(written: str) -> list[str]:
    return [word for word in written.lower().replace(",", " ").split() if word not in ARTICLES]


def _written_as(text: str, one: Reading, ours: Description, theirs: Description, other: Reading) -> str:
    """A text with who somebody is in the other's words, but by the name that it gives them itself."""
    written, wanted = ours.written(one), theirs.written(other).replace(theirs.named(other), ours.named(one))
    first = other.words[theirs.whole.start]
    if first in ARTICLES or any(one.written[at] == first for at in ours.whole):
        wanted = wanted[0].lower() + wanted[1:]
    if theirs.closed and not ours.closed:
        wanted = wanted.rstrip(", -")
    if ours.whole.start in one.openings:
        wanted = wanted[0].upper() + wanted[1:]
    return text if wanted == written else unify(text).replace(written, wanted)
