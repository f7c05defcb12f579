"""A guard on which of two that are named did it, be they countries, bodies or people: "A banned goods from B", "B banned goods from A"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.comparison.both_ends import told_from_the_other
from claimtrack.core.match.guards.roles.deeds import NO_DEEDS
from claimtrack.core.match.reading.names.abbreviations import countries_at
from claimtrack.core.match.reading.names.names import NOT_NAMES
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, clause_end
from claimtrack.core.match.words.forms import may_be_finite, may_be_past
from claimtrack.core.match.words.lexicon import PASSIVE, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem, stems_of, wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

_BETWEEN = words_of("has have had also then already first later who that which")
"""Between who does it and the verb: "Moscow has", "it was Moscow that"."""
_BESIDE = words_of("with and or between alongside together than before after as like unlike in near at")
"""Who is named behind these is not whom it is done to, or does it as well: "signed it with B", "did so before B"."""
_BOTH_WAYS = NO_DEEDS | stems_of("share exchange join agree recognise need face")


_WON_FOR = stems_of("win earn bring get secure cost")
"""Who stands behind these, before what is won, has it for that: "won *Kosovo* a medal"."""


def _has_it_for_that(verb: str, words: Sequence[str], at: int) -> bool:
    """Whether who is named there has what is told right behind, for what somebody else did."""
    return verb in _WON_FOR and not DETERMINERS.isdisjoint(words[at + 1 : at + 2])


class _Act(NamedTuple):
    """What is done, by whom, to which others (in the passive: all that are named besides), and where the doer is named."""

    means: frozenset[int | str]
    doer: frozenset[str]
    others: frozenset[str]
    at: int


def other_party(a: Reading, b: Reading) -> str | None:
    """Who is named as doing it in the one has it done to them, or is named besides, in the other: "A sued B", "it was B that sued A"."""
    if told_from_the_other(a, b):
        return None
    ours = _acts(a)
    theirs = _acts(b) if ours or "by" in a.vocabulary else ()
    found = _turned(ours, theirs)
    if found is None and theirs and "by" in a.vocabulary:
        found = _turned(_passives(a), _besides(b, theirs))
    if found is None and ours and "by" in b.vocabulary:
        found = _turned(_besides(a, ours), _passives(b))
    return f"roles swapped: {_told(a, found[0].at)} / {_told(b, found[1].at)}" if found else None


def _turned(ours: Sequence[_Act], theirs: Sequence[_Act]) -> tuple[_Act, _Act] | None:
    """The first acts of two statements of which each names who does it in the other as somebody else."""
    for one in ours:
        for other in theirs:
            each = one.doer <= other.others and other.doer <= one.others and one.doer.isdisjoint(other.doer)
            if each and one.means & other.means:
                return one, other
    return None


def _besides(reading: Reading, acts: Sequence[_Act]) -> list[_Act]:
    """Of some acts those of whoever a clause begins with, with all that are named besides: "in May *China* banned her"."""
    begun = [act for act in acts if _begins(reading, _start(reading, act.at))]
    named: frozenset[str] = _all_named(reading) if begun else frozenset()
    return [act._replace(others=named - act.doer) for act in begun]


def _begins(reading: Reading, at: int) -> bool:
    """Whether a clause begins at a place; in "midwives in Fez and Oran" none does before Fez."""
    at -= at > 0 and reading.words[at - 1] == "the"
    before = reading.words[at - 1] if at else "that"
    return reading.parted(at) or before in ("that", "but", "because", "when", "after", "as")


@lru_cache(maxsize=64)
def _acts(reading: Reading) -> Sequence[_Act]:
    """What is done by somebody whose name stands before the verb, with the names behind it."""
    words, found = reading.words, []
    for verb, at in reading.placed:
        if verb in _BOTH_WAYS or not may_be_finite(words[at]) or _is_done_by(reading, at):
            continue
        doer = at - 1
        while doer > 0 and words[doer] in _BETWEEN:
            doer -= 1
        if doer < 0 or words[doer].endswith("'s") or not _is_party(reading, doer) or _is_party(reading, at):
            continue
        behind = range(at + 1, clause_end(reading, at))
        others = [i for i in behind if _is_party(reading, i) and not _has_it_for_that(verb, words, i)]
        named = [_named(reading, i) for i in others if _BESIDE.isdisjoint(words[max(at, i - 2) : i])]
        found.append(_Act(_meant(reading, verb, at), _named(reading, doer), frozenset().union(*named), doer))
    return found


def _is_done_by(reading: Reading, at: int) -> bool:
    """Whether a verb tells what was done, as a headline does: "two Peruvians *freed* by Iran", but "Brazil stood by Peru"."""
    behind = reading.words[at + 1 : at + 3]
    by = at + 2 + (behind[1:] == ["the"])
    return (
        behind[:1] == ["by"]
        and by < len(reading.words)
        and _is_party(reading, by)
        and may_be_past(reading.words[at])
    )


@lru_cache(maxsize=64)
def _passives(reading: Reading) -> Sequence[_Act]:
    """What is told to be done by somebody who is named right behind "by": "was banned by China"."""
    words = reading.words
    found: list[_Act] = []
    if PASSIVE.isdisjoint(reading.vocabulary):
        return found
    for verb, at in reading.placed:
        passive = "by" in words[at + 1 : at + _BY_WITHIN] and not PASSIVE.isdisjoint(
            words[max(0, at - 2) : at]
        )
        if not passive or verb in _BOTH_WAYS:
            continue
        by = words.index("by", at)
        doer = by + 1 + (words[by + 1 : by + 2] == ["the"])
        while doer + 1 < len(words) and _is_party(reading, doer + 1) and not reading.parted(doer + 1):
            doer += 1
        if doer < len(words) and _is_party(reading, doer) and _ends(reading, doer):
            named = _named(reading, doer)
            found.append(_Act(_meant(reading, verb, at), named, _all_named(reading) - named, doer))
    return found


def _ends(reading: Reading, at: int) -> bool:
    """Whether a name ends at a place, and nobody is named with it: not in "by *Norwegian* sailors", "by *Oslo* and Bergen"."""
    behind = "".join(reading.words[at + 1 : at + 2])
    return not behind or reading.parted(at + 1) or behind in _BEHIND_A_NAME


_BEHIND_A_NAME = (STOP_WORDS - {"and", "s"}) | words_of(
    "over after before last during since amid following despite until"
)
_BY_WITHIN = 5
"""Words behind a participle in which "by" tells who did it."""


def _meant(reading: Reading, verb: str, at: int) -> frozenset[int | str]:
    phrase = reading.in_a_word.get(at)
    verbs = (verb, stem(phrase)) if phrase else (verb,)
    return frozenset(verbs).union(*map(meanings, verbs))


def _all_named(reading: Reading) -> frozenset[str]:
    return frozenset().union(
        *(_named(reading, at) for at in range(len(reading.words)) if _is_party(reading, at))
    )


def _is_party(reading: Reading, at: int) -> bool:
    """Whether a word is a name, or the last one of a name: "Manchester *City*"; but no title before one."""
    word = reading.words[at]
    if not reading.written[at][0].isupper() or word in STOP_WORDS:
        return False
    return word not in NOT_NAMES or (at > 0 and not reading.parted(at) and _is_party(reading, at - 1))


def _named(reading: Reading, at: int) -> frozenset[str]:
    """Who is named at a place: the country, be it by its people or its capital; else the name itself."""
    return frozenset(countries_at(reading, range(at, at + 1)) or {stem(reading.words[at])})


def _told(reading: Reading, at: int) -> str:
    return wording(reading.tokens[_start(reading, at) : at + 1])


def _start(reading: Reading, at: int) -> int:
    """Where a name begins that ends at a place."""
    while at and _is_party(reading, at - 1) and not reading.parted(at):
        at -= 1
    return at
