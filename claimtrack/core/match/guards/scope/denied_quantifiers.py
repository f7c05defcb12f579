"""A guard on how many a "not" is said of: not one, not all, hardly any; and few, who are not most."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import ALL_BUT, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import side_by_side, stem, wording

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_ALL = words_of("all every everyone everybody everything always")
_AT_ALL = words_of("none nobody never nothing no")
_SOME_DO = words_of("most many several some few half")
"""Before what is denied these leave others of whom it is not: "most states no longer", "no state"."""
_HARDLY, _ANY = words_of("hardly scarcely barely"), (["any"], ["anyone"], ["anybody"], ["anything"], ["ever"])
_NEAR = 5
"""Tokens from these to what denies."""


def not_one_or_all(a: Reading, b: Reading) -> str | None:
    """One says of none what the other says of one or of not all: "not one of them", "one of them"; "not all", "none"."""
    if not a.negators and not b.negators:
        return None
    if bool(a.negators) != bool(b.negators):
        alike = "one" in a.vocabulary and "one" in b.vocabulary
        if said := _not_all(a, b) or _not_all(b, a):
            return f"differs: {side_by_side(said, turned=not a.negators)}"
        return "negated: not one" if alike and ("not", "one") in pairwise((*a.words, *b.words)) else None
    if len(a.negators) != 1 or len(b.negators) != 1:
        return None
    for one, other in ((a, b), (b, a)):
        at, place = one.negators[0], other.negators[0]
        some = next((word for word in one.words[max(0, at - _NEAR) : at] if word in _SOME_DO), "")
        if (
            some
            and "and" not in one.words[:at]
            and other.words[place] in ("no", "none", "nobody")
            and _SOME_DO.isdisjoint(other.vocabulary)
        ):
            told = f"{some} {one.tokens[at].text}", other.tokens[place].text
            return f"differs: {side_by_side(told, turned=one is not a)}"
        hardly = one.words[at] in _HARDLY and one.words[at + 1 : at + 2] in _ANY
        if hardly and other.words[place] in _AT_ALL and other.words[place - 1] not in ALL_BUT:
            return f"differs: {side_by_side((wording(one.tokens[at : at + 2]), other.tokens[place].text), turned=one is not a)}"
        not_all = one.words[at] == "not" and not _ALL.isdisjoint(one.words[at + 1 : at + 2])
        if not_all and _of_some(other, place):
            continue  # "not all have one", "some have none"
        if not_all and other.words[place] in _AT_ALL:
            told = wording(one.tokens[at : at + 2]), other.tokens[place].text
            return f"differs: {side_by_side(told, turned=one is not a)}"
    return None


def _not_all(one: Reading, other: Reading) -> tuple[str, str] | None:
    """What the one says not of all, and the other of every single one: "not all stations", "every station"."""
    if not one.negators or one.words[one.negators[0]] != "not":
        return None
    ours, theirs = _of_all(one, one.negators[0] + 1), None
    for at, word in enumerate(other.words):
        theirs = theirs or (_of_all(other, at) if word in _ALL else None)
    if ours is None or theirs is None or stem(one.words[ours]) != stem(other.words[theirs]):
        return None
    return wording(one.tokens[one.negators[0] : ours + 1]), other.tokens[theirs].text


def _of_all(reading: Reading, at: int) -> int | None:
    """The place of what "all" at a place is told of: "all of the *stations*"."""
    if reading.words[at : at + 1] == [] or reading.words[at] not in _ALL:
        return None
    behind = range(at + 1, min(len(reading.words), at + 4))
    return next((i for i in behind if reading.words[i] not in STOP_WORDS), None)


_SOME = words_of("some several many there")


def _of_some(reading: Reading, place: int) -> bool:
    """Whether what is denied at a place is denied of some only: "some have *no* nurse", "there are ships that have *no* nurse"."""
    return not _SOME.isdisjoint(reading.words[:place]) and (
        "there" not in reading.words[:place] or not _RELATIVE.isdisjoint(reading.words[:place])
    )


_RELATIVE = words_of("that which who where with")


def few_or_most(a: Reading, b: Reading) -> bool:
    """Whether one says of few what the other denies of most: "few have a car", "most have no car"."""
    return any(
        len(other.negators) == len(one.negators) + 1
        and (not _FEW.isdisjoint(one.vocabulary) or _UNDER_HALF & {*pairwise(one.words)})
        and not _MOST.isdisjoint(other.vocabulary)
        for one, other in ((a, b), (b, a))
    )


_UNDER_HALF = {("than", "half"), ("under", "half"), ("below", "half")}
"""So are few: "fewer than half can", "most cannot"; and "more than half" beside a denied most contradicts by its number."""
_FEW, _MOST = words_of("few minority little"), words_of("most majority")
