"""A guard on who is told to say it: "Erdogan said ...", "according to Lavrov"."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.named import is_named
from claimtrack.core.match.guards.tellers import (
    close_to_each_other,
    speak_of_themselves,
    speaker_start,
    world_and_state,
)
from claimtrack.core.match.reading.attribution import are_things
from claimtrack.core.match.reading.countries import countries_at
from claimtrack.core.match.reading.names import OPENERS
from claimtrack.core.match.reading.phrases import clause_end
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.words.lexicon import BE, STOP_WORDS, UNITS, words_of
from claimtrack.core.match.words.terms import stem, wording

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.core.match.reading.reading import Reading


_SAYING = words_of(
    "says said say saying tells told claims claimed argues argued insists insisted warns warned states stated"
    " accuses accused announced announces wrote writes added adds alleged alleges suggested suggests revealed reveals reported"
)
_LONGEST = 6
"""Words of who says it at most."""
_ANYBODY = words_of(
    "official authority police spokesman spokeswoman spokesperson source report study research researcher scientist expert analyst data"
    " figure statistic survey poll document statement agency watchdog regulator government state company firm operator"
    " group organisation organization people witness investigator lawyer critic campaigner observer media paper man woman resident villager"
    " neighbour neighbor passenger relative giant lender prosecutor indictment website site posting"
)
"""Who may be anybody, and so the one whom the other tells. Words and no stems: an office is no official."""
_SOMEBODY = words_of("police prosecutor lawyer")
"""Who is not anybody where all that is said is the same: the police say, the organisers say."""
_UNNAMED = _ANYBODY - _SOMEBODY


def other_source(a: Reading, b: Reading) -> str | None:
    """Each names who says it, and it is another: "Erdogan said", "according to Lavrov"; none of whom the other speaks in any form."""
    ours = _at_the_beginning(a)
    theirs = _at_the_beginning(b) if ours else None
    if ours is None or theirs is None:
        return None
    if _accuse_each_other(a, ours, b, theirs):
        return _told(a, ours, b, theirs)
    if world_and_state(a, ours, b, theirs):
        return _told(a, ours, b, theirs)
    countries = countries_at(a, ours), countries_at(b, theirs)
    if all(countries) and countries[0].isdisjoint(countries[1]):
        # Whatever else is told of either: "Moscow says Kyiv", "Kyiv says Moscow".
        return _told(a, ours, b, theirs)
    if _is_known(a, ours, b) or _is_known(b, theirs, a):
        return None
    if not _names(a, ours) or not _names(b, theirs) or _one_body(a, ours, b, theirs):
        return None
    return _told(a, ours, b, theirs)


def _accuse_each_other(a: Reading, ours: range, b: Reading, theirs: range) -> bool:
    """Whether each says of the other what the other says of it: "the union said the company did it", "the company said the union"."""
    mine, yours = _terms(a, ours), _terms(b, theirs)
    rest, rest_b = _besides(a, ours), _besides(b, theirs)
    crossing = mine and yours and mine <= rest_b and yours <= rest and mine.isdisjoint(yours)
    return bool(crossing) and len(rest & rest_b) + len(mine) >= _NEARLY_ALL * max(len(rest), len(rest_b))


def other_voice(a: Reading, b: Reading) -> str | None:
    """Nearly all else is the same, but who says it is told to be another: the finance minister, the opposition leader."""
    ours = _at_the_beginning(a) or _at_the_end(a)
    theirs = _at_the_beginning(b) or _at_the_end(b) if ours else None
    if ours is None or theirs is None:
        return None
    rest, rest_b = _besides(a, ours), _besides(b, theirs)
    if len(rest & rest_b) < _NEARLY_ALL * max(len(rest), len(rest_b)):
        return None
    who, who_b = _head(a, ours), _head(b, theirs)
    head, head_b = _apart(a, who, b, who_b), _apart(b, who_b, a, who)
    if (
        rest == rest_b
        and speak_of_themselves(a, b)
        and close_to_each_other(_terms(a, ours), _terms(b, theirs))
    ):
        return _told(a, ours, b, theirs)
    if not head or not head_b or _is_known(a, head, b) or _is_known(b, head_b, a):
        return None
    if _may_be(a, head, b, head_b) or _may_be(b, head_b, a, head) or _one_body(a, head, b, head_b):
        return None
    if rest != rest_b:
        apart = _only_one_has(a, head, b.terms, _ANYBODY) and _only_one_has(b, head_b, a.terms, _ANYBODY)
        return _told(a, ours, b, theirs) if apart else None
    # What else is said is the same, so that only who says it can be whom the other names.
    mine, yours = _terms(a, _apart(a, ours, b, theirs)), _terms(b, _apart(b, theirs, a, ours))
    for side, side_b in ((head, head_b), (range(who.stop, ours.stop), range(who_b.stop, theirs.stop))):
        if _only_one_has(a, side, yours, _UNNAMED) and _only_one_has(b, side_b, mine, _UNNAMED):
            return _told(a, ours, b, theirs)
    return None


_NEARLY_ALL = 0.75


def _besides(reading: Reading, places: range) -> frozenset[str]:
    """The terms of all but who says it."""
    return frozenset(term for term, at in reading.placed if at not in places)


def _apart(one: Reading, places: range, other: Reading, theirs: range) -> list[int]:
    """The places of who says it, but for where both are from: the *Czech* health minister, the *Czech* opposition leader."""
    ours, known = ({r.words[at] for at in _from_where(r, p)} for r, p in ((one, places), (other, theirs)))
    return [at for at in places if one.words[at] not in ours & known]


def _from_where(reading: Reading, places: range) -> list[int]:
    """The names before what somebody is, and whose they are: "the *Minsk* police chief", "the *bank's* chairman"."""
    return [
        at
        for at, behind in pairwise(places)
        if (reading.tokens[at].text[0].isupper() or reading.words[at].endswith("'s"))
        and reading.tokens[behind].text[0].islower()
        and reading.words[at] not in STOP_WORDS
        and reading.words[behind] not in STOP_WORDS
    ]


def _terms(reading: Reading, places: Sequence[int]) -> set[str]:
    """The terms at some places, and of two words for one, as "prime minister", this one, too."""
    joined = {stem(word) for at, word in reading.in_a_word.items() if at in places}
    return joined.union(term for term, at in reading.placed if at in places)


def _is_known(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether the other speaks of somebody of this name, in any form."""
    return any(is_named(one, at, other) for at in _names(one, places))


def _only_one_has(
    one: Reading, head: Sequence[int], known: AbstractSet[str], anybody: frozenset[str]
) -> bool:
    """Whether it is told of somebody in particular who says it, who is not among some terms, in whatever words."""
    terms = _terms(one, head)
    senses = {sense for term in known for sense in meanings(term)}
    is_known = any(term in known or not senses.isdisjoint(meanings(term)) for term in terms)
    words = {one.words[at].removesuffix("'s") for at in head} - STOP_WORDS
    plain = anybody.isdisjoint(words) and anybody.isdisjoint(_singular(word) for word in words)
    return bool(terms) and not is_known and plain and words not in _ANY_LEADER


_ANY_LEADER = ({"leader"}, {"leaders"}, {"chief"}, {"boss"}, {"head"}, {"politician"}, {"politicians"})
"""Who may be the chancellor or the mayor; but the opposition leader is somebody else."""


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return f"{word[:-3]}man" if word.endswith("men") else word.removesuffix("s")


def _told(a: Reading, ours: range, b: Reading, theirs: range) -> str:
    return f"other speaker: {wording(a.tokens[ours.start : ours.stop])} / {wording(b.tokens[theirs.start : theirs.stop])}"


def _head(reading: Reading, places: range) -> range:
    """The places of who says it, without whose or from where they are: the finance minister *of Argentina*; *one of the* engineers."""
    start = places.start
    if reading.words[start] in UNITS and reading.words[start + 1 : start + 2] == ["of"]:
        start += 2
    return range(
        start, next((at for at in range(start, places.stop) if reading.words[at] in _FROM), places.stop)
    )


_FROM = words_of("of in for from at on")


def _may_be(reading: Reading, places: Sequence[int], other: Reading, named: Sequence[int]) -> bool:
    """Whether who is told by what they are may be whom the other names: "the president", Macron; but not the IMF."""
    names = _names(other, named)
    described = any(
        reading.tokens[at].text.islower() and reading.words[at] not in STOP_WORDS for at in places
    )
    return described and bool(names) and not all(other.tokens[at].text.isupper() for at in names)


def _names(reading: Reading, places: Sequence[int]) -> list[int]:
    return [
        at
        for at in places
        if reading.tokens[at].text[0].isupper()
        and reading.words[at] not in STOP_WORDS
        and not (at == 0 and (reading.words[0] in OPENERS or _is_plural(reading, places)))
    ]


def _is_plural(reading: Reading, places: Sequence[int]) -> bool:
    """Whether the first word tells of many, and is no name: "Doctors say", but "Hamas says"."""
    behind = places[-1] + 1
    one = behind < len(reading.words) and reading.words[behind].endswith("s")
    return reading.words[0].endswith("s") and not (len(places) == 1 and one)


def _one_body(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether two may be one that is named otherwise: the UN refugee agency, UNHCR; but not the victim's and the gunman's father."""
    whose, whose_b = (
        {r.words[at] for at in places if r.words[at].endswith("'s")} for r, places in ((a, ours), (b, theirs))
    )
    if (
        whose
        and whose_b
        and whose.isdisjoint(whose_b)
        and all(r.tokens[p[0]].text.islower() for r, p in ((a, ours), (b, theirs)))
    ):
        return False
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
        [r.words[at] for at in places if r.tokens[at].text.isupper()]
        for r, places in ((a, ours), (b, theirs))
    ]
    return any(x.startswith(y) or y.startswith(x) for x, y in product(*shorts))


@lru_cache(maxsize=64)
def _at_the_beginning(reading: Reading) -> range | None:
    """The places of who says it: behind "according to", or before the first verb of saying."""
    words = reading.words
    if "according" in reading.vocabulary:
        at = words.index("according")
        end = clause_end(reading, at)
        return range(at + 2, end) if end - at - 2 <= _LONGEST and words[at + 1 : at + 2] == ["to"] else None
    if _SAYING.isdisjoint(reading.vocabulary):
        return None
    verb = next((at for at in range(min(_LONGEST + 1, len(words))) if _says(words, at)), None)
    start = speaker_start(reading, verb) if verb else 0
    if verb and not any(reading.parted(i) for i in range(start + 1, verb + 1)):
        return range(start, verb)
    return None


def _says(words: Sequence[str], at: int) -> bool:
    """Whether a word is a verb of saying: "the union claims", but "thirteen states have", "China is accused"."""
    active = words[at] in _SAYING and (not at or words[at - 1] not in BE)
    return active and words[at + 1 : at + 2] not in _HELPERS and not are_things(words, at)


_HELPERS = (["has"], ["have"], ["had"], ["are"], ["is"], ["were"], ["will"], ["would"], ["can"], ["must"])


def _at_the_end(reading: Reading) -> range | None:
    """The places of who says it behind the last comma: ", the minister said on Monday", "," said the minister"."""
    words = reading.words
    if _SAYING.isdisjoint(reading.vocabulary):
        return None
    start = max((at for at in range(1, len(words)) if reading.parted(at)), default=0)
    verb = next((at for at in range(start, len(words)) if _says(words, at)), None) if start else None
    if verb is None or verb - start > _LONGEST or len(words) - verb > _LONGEST:
        return None
    if verb > start:
        return range(start, verb)
    quoted = not _QUOTES.isdisjoint(
        reading.cleaned[reading.tokens[start - 1].end : reading.tokens[start].start]
    )
    return range(start + 1, len(words)) if quoted else None


_QUOTES = frozenset("\"'”’»“")
