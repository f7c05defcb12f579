"""A guard on who is told to say it: "Erdogan said ...", "according to Lavrov"."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.entities.names import ORGANISATION_NOUNS, is_name_shared
from claimtrack.core.match.guards.entities.speakers import (
    are_associates,
    are_global_and_national,
    find_leading_speaker,
    find_trailing_speaker,
    share_personal_pronoun,
)
from claimtrack.core.match.reading.names.abbreviations import countries_at
from claimtrack.core.match.reading.names.names import OPENERS
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.words.lexicon import NUMBER_WORDS, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.core.match.reading.reading import Reading


GENERIC_SPEAKERS = words_of(
    "official authority police spokesman spokeswoman spokesperson source report study research researcher scientist expert analyst data"
    " figure statistic survey poll document statement agency watchdog regulator government state company firm operator"
    " group organisation organization people witness investigator lawyer critic campaigner observer media paper man woman resident villager"
    " neighbour neighbor passenger relative giant lender prosecutor indictment website site posting"
)
"""Who may be anybody, and so the one whom the other tells. Words and no stems: an office is no official."""
_SOMEBODY = words_of("police prosecutor lawyer")
"""Who is not anybody where all that is said is the same: the police say, the organisers say."""
_UNNAMED = GENERIC_SPEAKERS - _SOMEBODY


def sources_differ(a: Reading, b: Reading) -> str | None:
    """Each names who says it, and it is another: "Erdogan said", "according to Lavrov"; none of whom the other speaks in any form."""
    if countries := _of_two_countries(a, b):
        return countries
    mine, yours = (
        find_trailing_speaker(a) or find_leading_speaker(a),
        find_trailing_speaker(b) or find_leading_speaker(b),
    )
    first, first_b = find_leading_speaker(a), find_leading_speaker(b)
    if first and first_b and _terms(a, first) == _terms(b, first_b):
        return (
            None  # '"The report shows it," the clerk said', '"The report shows it," said the clerk, Jon Tarn'
        )
    if mine and yours and _accuse_each_other(a, mine, b, yours):
        return _told(a, mine, b, yours)
    ours = find_leading_speaker(a)
    theirs = find_leading_speaker(b) if ours else None
    if ours is None or theirs is None:
        return None
    if are_global_and_national(a, ours, b, theirs) or _two_of_a_kind(a, ours, b, theirs):
        return _told(a, ours, b, theirs)
    if _is_known(a, ours, b) or _is_known(b, theirs, a):
        return None
    if not _names(a, ours) or not _names(b, theirs) or _one_body(a, ours, b, theirs):
        return None
    return _told(a, ours, b, theirs)


def _two_of_a_kind(a: Reading, ours: range, b: Reading, theirs: range) -> bool:
    """Whether both are bodies of one kind, and each has a name that the other has not: the International Criminal Court, that of Justice."""
    kind = ORGANISATION_NOUNS.intersection(
        a.words[ours.start : ours.stop], b.words[theirs.start : theirs.stop]
    )
    return bool(kind) and all(
        any(not is_name_shared(one, at, other) for at in _names(one, places))
        for one, places, other in ((a, ours, b), (b, theirs, a))
    )


def find_speakers(a: Reading, b: Reading) -> tuple[range, range] | None:
    """Where each statement names who says it, at its beginning or its end; None where one does not."""
    ours = find_leading_speaker(a) or find_trailing_speaker(a)
    theirs = find_leading_speaker(b) or find_trailing_speaker(b) if ours else None
    return (ours, theirs) if ours and theirs else None


def _of_two_countries(a: Reading, b: Reading) -> str | None:
    """Each names a country that says it, and it is another, whatever else is told of either: "Moscow says Kyiv", "Kyiv says Moscow"."""
    if (told := find_speakers(a, b)) is None:
        return None
    ours, theirs = told
    mine, yours = countries_at(a, ours), countries_at(b, theirs)
    return _told(a, ours, b, theirs) if mine and yours and mine.isdisjoint(yours) else None


def _accuse_each_other(a: Reading, ours: range, b: Reading, theirs: range) -> bool:
    """Whether each says of the other what the other says of it: "the union said the company did it", "the company said the union"."""
    # where both are from: the mayor *of Brno*, the bishop *of Brno*
    both = _terms(a, ours) & _terms(b, theirs)
    mine, yours = _terms(a, ours) - both, _terms(b, theirs) - both
    rest, rest_b = _besides(a, ours), _besides(b, theirs)
    crossing = mine and yours and mine <= rest_b and yours <= rest and not _one_is_anybody(a, ours, b, theirs)
    return bool(crossing) and len(rest & rest_b) + len(mine) >= _MOST * max(len(rest), len(rest_b))


def _one_is_anybody(a: Reading, ours: range, b: Reading, theirs: range) -> bool:
    """Whether one is anybody, and so the one whom the other names, and that has a name: "the company", Siemens."""
    plain = [
        {*r.words[p.start : p.stop]} - STOP_WORDS <= GENERIC_SPEAKERS for r, p in ((a, ours), (b, theirs))
    ]
    return plain[0] != plain[1] and bool(_names(b, theirs) if plain[0] else _names(a, ours))


def speaker_roles_differ(a: Reading, b: Reading) -> str | None:
    """Nearly all else is the same, but who says it is told to be another: the finance minister, the opposition leader."""
    if (told := find_speakers(a, b)) is None:
        return None
    ours, theirs = told
    rest, rest_b = _besides(a, ours), _besides(b, theirs)
    if len(rest & rest_b) < _NEARLY_ALL * max(len(rest), len(rest_b)):
        return None
    who, who_b = _head(a, ours), _head(b, theirs)
    head, head_b = _apart(a, who, b, theirs), _apart(b, who_b, a, ours)
    if rest == rest_b and share_personal_pronoun(a, b) and are_associates(_terms(a, ours), _terms(b, theirs)):
        return _told(a, ours, b, theirs)
    if not head or not head_b or _is_known(a, head, b) or _is_known(b, head_b, a):
        return None
    if _may_be(a, head, b, head_b) or _may_be(b, head_b, a, head) or _one_body(a, head, b, head_b):
        return None
    if rest != rest_b:
        apart = _only_one_has(a, head, b.terms, GENERIC_SPEAKERS) and _only_one_has(
            b, head_b, a.terms, GENERIC_SPEAKERS
        )
        return _told(a, ours, b, theirs) if apart else None
    # What else is said is the same, so that only who says it can be whom the other names.
    mine, yours = _terms(a, _apart(a, ours, b, theirs)), _terms(b, _apart(b, theirs, a, ours))
    for side, side_b in ((head, head_b), (range(who.stop, ours.stop), range(who_b.stop, theirs.stop))):
        if _only_one_has(a, side, yours, _UNNAMED) and _only_one_has(b, side_b, mine, _UNNAMED):
            return _told(a, ours, b, theirs)
    return None


_NEARLY_ALL, _MOST = 0.75, 0.6


def _besides(reading: Reading, places: range) -> frozenset[str]:
    """The terms of all but who says it."""
    return frozenset(term for term, at in reading.placed_terms if at not in places)


def _apart(one: Reading, places: range, other: Reading, theirs: range) -> list[int]:
    """The places of who says it, but for where both are from: the *Czech* health minister, the *Czech* opposition leader."""
    ours, known = ({r.words[at] for at in _from_where(r, p)} for r, p in ((one, places), (other, theirs)))
    return [at for at in places if one.words[at] not in ours & known]


def _from_where(reading: Reading, places: range) -> list[int]:
    """The names before what somebody is, and whose they are: "the *Minsk* police chief", "the *bank's* chairman"."""
    return [
        at
        for at, behind in pairwise(places)
        if (reading.has_capital(at) or reading.words[at].endswith("'s"))
        and reading.written[behind][0].islower()
        and reading.words[at] not in STOP_WORDS
        and reading.words[behind] not in STOP_WORDS
    ]


def _terms(reading: Reading, places: Sequence[int]) -> set[str]:
    """The terms at some places, and of two words for one, as "prime minister", this one, too."""
    joined = {stem(word) for at, word in reading.phrase_meanings.items() if at in places}
    return joined.union(term for term, at in reading.placed_terms if at in places)


def _is_known(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether the other speaks of somebody of this name, in any form."""
    return any(is_name_shared(one, at, other) for at in _names(one, places))


def _only_one_has(
    one: Reading, head: Sequence[int], known: AbstractSet[str], anybody: frozenset[str]
) -> bool:
    """Whether it is told of somebody in particular who says it, who is not among some terms, in whatever words."""
    terms = _terms(one, head)
    senses = {sense for term in known for sense in meanings(term)}
    is_known = not terms.isdisjoint(known) or not senses.isdisjoint(_meant_by_who(one, head, terms))
    words = [one.words[at].removesuffix("'s") for at in head if one.words[at] not in STOP_WORDS]
    plain = anybody.isdisjoint(_telling_whose(words)) and {*words} not in _ANY_LEADER
    return bool(terms) and not is_known and plain


def _meant_by_who(one: Reading, head: Sequence[int], terms: AbstractSet[str]) -> frozenset[int | str]:
    """What is meant by the last word for who says it, which tells what that is: "the farmers' *union*", "the agriculture *office*"."""
    who = next((term for term, at in reversed(one.placed_terms) if at == head[-1]), None) if head else None
    return frozenset().union(*map(meanings, terms if who is None else (who,)))


def _telling_whose(words: Sequence[str]) -> set[str]:
    """Of the words for who says it those that tell who that is, in the singular, too; the "state" of "the state office" does not."""
    *before, who = words or [""]
    telling = {*before, who} if _singular(who) in GENERIC_SPEAKERS else {who, *before} - _OF_A_BODY
    return telling.union(map(_singular, telling))


_OF_A_BODY = words_of("state government company police data")
"""Before who says it these only tell whose body that is."""


_ANY_LEADER = ({"leader"}, {"leaders"}, {"chief"}, {"boss"}, {"head"}, {"politician"}, {"politicians"})
"""Who may be the chancellor or the mayor; but the opposition leader is somebody else."""


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return f"{word[:-3]}man" if word.endswith("men") else word.removesuffix("s")


def _told(a: Reading, ours: range, b: Reading, theirs: range) -> str:
    return f"other speaker: {a.as_written(ours.start, ours.stop)} / {b.as_written(theirs.start, theirs.stop)}"


def _head(reading: Reading, places: range) -> range:
    """The places of who says it, without whose or from where they are: the finance minister *of Argentina*; *one of the* engineers."""
    start = places.start
    if reading.words[start] in NUMBER_WORDS and reading.words[start + 1 : start + 2] == ["of"]:
        start += 2
    return range(
        start, next((at for at in range(start, places.stop) if reading.words[at] in _FROM), places.stop)
    )


_FROM = words_of("of in for from at on")


def _may_be(reading: Reading, places: Sequence[int], other: Reading, named: Sequence[int]) -> bool:
    """Whether who is told by what they are may be whom the other names: "the president", Macron; but not the IMF."""
    names = _names(other, named)
    described = any(reading.written[at].islower() and reading.words[at] not in STOP_WORDS for at in places)
    return described and bool(names) and not all(other.written[at].isupper() for at in names)


def _names(reading: Reading, places: Sequence[int]) -> list[int]:
    return [
        at
        for at in places
        if reading.has_capital(at)
        and reading.words[at] not in STOP_WORDS
        and not (at == 0 and (reading.words[0] in OPENERS or _is_plural(reading, places)))
    ]


def _is_plural(reading: Reading, places: Sequence[int]) -> bool:
    """Whether the first word tells of many, and is no name: "Doctors say", but "Hamas says"."""
    behind = places[-1] + 1
    one = behind < len(reading.words) and reading.words[behind].endswith("s")
    return reading.words[0].endswith("s") and not (len(places) == 1 and one)


def _one_body(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether two may be one that is named otherwise: the UN refugee agency, UNHCR."""
    known = {
        r.words[at]
        for r, places in ((a, ours), (b, theirs))
        for at in places
        if r.words[at] not in STOP_WORDS
    }
    if len(known) < sum(
        1 for r, places in ((a, ours), (b, theirs)) for at in places if r.words[at] not in STOP_WORDS
    ):
        return True
    shorts = [
        [r.words[at] for at in places if r.written[at].isupper()] for r, places in ((a, ours), (b, theirs))
    ]
    return any(x.startswith(y) or y.startswith(x) for x, y in product(*shorts))
