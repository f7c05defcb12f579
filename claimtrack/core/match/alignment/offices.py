"""People by title or office: "Mrs Moor", "President Moor"; another office or its exchange is another claim."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.guards.difference import Difference, Excerpts, symmetric_check
from claimtrack.core.match.reading.names.people import (
    OFFICE_MODIFIERS,
    OFFICES,
    TITLES,
    find_descriptions,
    find_office,
    names_by_surname,
)
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.noun_phrases import RECIPROCALS
from claimtrack.core.match.words.forms import may_be_finite
from claimtrack.core.match.words.terms import stem

_WOMENS_TITLES = words_of("mrs ms miss")
_TITLES_ALONE = words_of(_WOMENS_TITLES, "mr president chancellor minister premier pm senator governor mayor")
_SPECIFYING_MODIFIERS = OFFICE_MODIFIERS - {"prime", "vice", "deputy", "acting"}
"""Modifiers that only specify an office: a foreign minister is called a minister."""


@symmetric_check("differs", sure=False)
def may_be_spouses(one: Reading, other: Reading) -> Excerpts | None:
    """Somebody by title and surname in one, and by that surname with a first name of the other gender in the other: perhaps a spouse."""
    for title, surname in pairwise(one.words) if not _TITLES_ALONE.isdisjoint(one.vocabulary) else ():
        alone = title in _TITLES_ALONE and title not in other.vocabulary
        name = names_by_surname(other).get(surname) if alone else None
        if name and len(name) > 1 and other.words[name.start].endswith("a") != (title in _WOMENS_TITLES):
            return f"{title.title()} {surname.title()}", other.text_of(name.start, name.stop - 1)
    return None


def offices_differ(a: Reading, b: Reading) -> Difference | None:
    """Somebody of one name holds two offices: "President Moor", "Prime Minister Moor"; an office that only adds to the other is no contradiction."""
    ours, theirs = _find_offices(a), _find_offices(b)
    for name in filter(theirs.__contains__, ours):
        one, other = ours[name], theirs[name]
        more = frozenset(one) ^ frozenset(other)
        is_contained = frozenset(one) <= frozenset(other) or frozenset(other) <= frozenset(one)
        if find_office(one) != find_office(other) and not (is_contained and more <= _SPECIFYING_MODIFIERS):
            quoted = (f"{' '.join(titles)} {name}".title() for titles in (one, other))
            return Difference(f"differs: {' / '.join(quoted)}", sure=not is_contained)
    return None


def _find_offices(reading: Reading) -> dict[str, list[str]]:
    """Surname -> the words of the office right before it."""
    words, found = reading.words, {}
    for at in range(1, len(words)):
        if words[at - 1] not in OFFICES or words[at] in TITLES or not reading.has_capital(at):
            continue
        first = at - 1
        while first and words[first - 1] in OFFICE_MODIFIERS | OFFICES:
            first -= 1
        found[words[at]] = list(words[first:at])
    return found


def offices_swapped(a: Reading, b: Reading) -> Difference | None:
    """Two people named by both have swapped offices: coach Zell and striker Falk, striker Zell and coach Falk."""
    if len(names_by_surname(a).keys() & names_by_surname(b).keys()) < 2:
        return None
    theirs = _find_holders(b)
    for office, holder in _find_holders(a).items():
        holder_b = theirs.get(office, holder)
        if holder != holder_b and holder in names_by_surname(b) and holder_b in names_by_surname(a):
            quoted = " / ".join(a.written[names_by_surname(a)[name].stop - 1] for name in (holder, holder_b))
            return Difference(f"swapped: {quoted}", sure=True, in_any_order=True)
    return None


def _find_holders(reading: Reading) -> dict[str, str]:
    """Head noun of an office or description -> the only person described by it."""
    found: dict[str, set[str]] = {}
    for surname, name in names_by_surname(reading).items():
        for holder in find_descriptions(reading, name):
            if not may_be_finite(holder[-1]) and stem(holder[-1]) not in RECIPROCALS:
                found.setdefault(holder[-1], set()).add(surname)
    return {office: names.pop() for office, names in found.items() if len(names) == 1}
