"""A guard on which of two that are named did it, be they countries, bodies or people: "A banned goods from B", "B banned goods from A"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.deeds import NO_DEEDS
from claimtrack.core.match.reading.countries import countries_at
from claimtrack.core.match.reading.names import TITLES
from claimtrack.core.match.reading.phrases import clause_end
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.words.lexicon import IRREGULAR, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem, wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

_BETWEEN = words_of("has have had also then already first later who that which")
"""Between who does it and the verb: "Moscow has", "it was Moscow that"."""
_BESIDE = words_of("with and or between alongside together than before after as like unlike in near at")
"""Who is named behind these is not whom it is done to, or does it as well: "signed it with B", "did so before B"."""
_BOTH_WAYS = NO_DEEDS | frozenset(
    map(stem, words_of("share exchange join agree recognise recognize need face"))
)


class _Act(NamedTuple):
    means: frozenset[int | str]
    doer: frozenset[str]
    others: frozenset[str]
    at: int


def other_party(a: Reading, b: Reading) -> str | None:
    """Who is named as doing it in the one has it done to them in the other, where both are in the active: "A sued B", "it was B that sued A"."""
    ours = _acts(a)
    theirs = _acts(b) if ours else ()
    for one in ours:
        for other in theirs:
            if one.means & other.means and one.doer <= other.others and other.doer <= one.others:
                return f"roles swapped: {_told(a, one.at)} / {_told(b, other.at)}"
    return None


@lru_cache(maxsize=64)
def _acts(reading: Reading) -> Sequence[_Act]:
    """What is done by somebody whose name stands before the verb, with the names behind it."""
    words, found = reading.words, []
    for verb, at in reading.placed:
        if verb in _BOTH_WAYS or not (words[at].endswith(("s", "ed")) or words[at] in IRREGULAR):
            continue
        doer = at - 1
        while doer > 0 and words[doer] in _BETWEEN:
            doer -= 1
        if doer < 0 or words[doer].endswith("'s") or not _is_party(reading, doer) or _is_party(reading, at):
            continue
        others = [i for i in range(at + 1, clause_end(reading, at)) if _is_party(reading, i)]
        named = [_named(reading, i) for i in others if _BESIDE.isdisjoint(words[max(at, i - 2) : i])]
        phrase = reading.in_a_word.get(at)
        verbs = (verb, stem(phrase)) if phrase else (verb,)
        means = frozenset(verbs).union(*map(meanings, verbs))
        found.append(_Act(means, _named(reading, doer), frozenset().union(*named), doer))
    return found


def _is_party(reading: Reading, at: int) -> bool:
    """Whether a word is a name, or the last one of a name: "Manchester *City*"; but no title before one."""
    word = reading.words[at]
    if not reading.tokens[at].text[0].isupper() or word in STOP_WORDS:
        return False
    return word not in TITLES or (at > 0 and not reading.parted(at) and _is_party(reading, at - 1))


def _named(reading: Reading, at: int) -> frozenset[str]:
    """Who is named at a place: the country, be it by its people or its capital; else the name itself."""
    return frozenset(countries_at(reading, range(at, at + 1)) or {stem(reading.words[at])})


def _told(reading: Reading, at: int) -> str:
    start = at
    while start and _is_party(reading, start - 1) and not reading.parted(start):
        start -= 1
    return wording(reading.tokens[start : at + 1])
