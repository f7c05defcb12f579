"""Guards on who or what was first: "A did before B", "B did earlier than A"; the first of its kind, and not the first; one of many."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import check_either_way, either_way
from claimtrack.core.match.guards.entities.names import is_named
from claimtrack.core.match.reading.names.names import ALIASES
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import as_told, clause_end
from claimtrack.core.match.words.lexicon import POSSESSIVES, words_of
from claimtrack.core.match.words.terms import stem, wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.reading import Reading

_EARLIER = (["before"], ["earlier", "than"], ["sooner", "than"], ["ahead", "of"])
_LATER = (["after"], ["later", "than"])
_MARKS = words_of("before after earlier sooner ahead later")
_DID = words_of("did had could was were has")
_THE = words_of("the a")


def other_first(a: Reading, b: Reading) -> str | None:
    """Of two that are named the one was first in the one, and the other in the other: "A did before B", "B did earlier than A"."""
    if _MARKS.isdisjoint(a.vocabulary) or _MARKS.isdisjoint(b.vocabulary) or a.negators or b.negators:
        return None
    ours, theirs = _in_order(a), _in_order(b)
    if ours is None or theirs is None or ours != theirs[::-1] or not _of_one_thing(a, b):
        return None
    return f"order swapped: {_told(a, ours[0])} / {_told(b, theirs[0])}"


def _of_one_thing(a: Reading, b: Reading) -> bool:
    """Whether they have a word in common that is no name, or another for it."""
    return any(
        term in b.terms or not b.senses.isdisjoint(meanings(term))
        for term in a.terms - a.names.keys()
        if term not in _MARKS and term[0] != "#"
    )


@lru_cache(maxsize=64)
def _in_order(reading: Reading) -> tuple[frozenset[str], frozenset[str]] | None:
    """Who was earlier and who later, where one is the subject and the other all that stands behind "before" or "later than"."""
    words = reading.words
    for at, word in enumerate(words[:-1]):
        if word not in _MARKS:
            continue
        mark = next((m for m in (*_EARLIER, *_LATER) if words[at : at + len(m)] == m), None)
        if mark is None:
            continue
        start, end = at + len(mark), clause_end(reading, at + len(mark) - 1)
        end -= end - 1 > start and words[end - 1] in _DID
        begun = _begun(reading)
        left, right = _name(reading, begun.start, begun.stop), _name(reading, start, end)
        if left and right and left != right:
            return (left, right) if mark in _EARLIER else (right, left)
    return None


def _begun(reading: Reading) -> range:
    """The words with a capital with which a statement begins."""
    start = end = int(reading.words[0] in _THE)
    while (
        end < len(reading.words)
        and reading.tokens[end].text[0].isupper()
        and not (end and reading.parted(end))
    ):
        end += 1
    return range(start, end)


def _name(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The name that some tokens are, all of them; nothing where one of them is no name."""
    start += start < end and reading.words[start] in _THE
    places = [(term, at) for term, at in reading.placed if start <= at < end and term[0] != "#"]
    named = places and all(reading.tokens[at].text[0].isupper() for at in range(start, end))
    return frozenset(ALIASES.get(term, term) for term, _ in places) if named else frozenset()


def _told(reading: Reading, name: frozenset[str]) -> str:
    at = next((at for term, at in reading.placed if ALIASES.get(term, term) in name), 0)
    return as_told(reading, at)


_ALREADY = words_of("already previously before earlier")
_OTHERS = words_of("other others another several many")


@either_way("differs")
def first_or_not(one: Reading, other: Reading) -> Told | None:
    """What is the first in one, others have been or done before in the other: "the first state to ban it", "others had already"."""
    if ("first" in one.vocabulary) == ("first" in other.vocabulary):
        return None
    if _OTHERS.isdisjoint(other.vocabulary) or _ALREADY.isdisjoint(other.vocabulary):
        return None
    at = next((q.first for q in one.quantities if q.kind == "ordinal" and q.value == 1), None)
    if at is None or not {"first", "second"}.isdisjoint(other.vocabulary) or one.negators or other.negators:
        return None
    if one.words[at - 1] not in _BEFORE_A_RANK or "other" in one.vocabulary:
        return None
    if others := _others_before(other, one):
        return "first", others
    return None


_BEFORE_A_RANK = POSSESSIVES | {"the"}
_NO_OTHERS = words_of("no any all every than")


def _others_before(other: Reading, one: Reading) -> str | None:
    """The words that tell of others, and that they were before: "*other* states had *already*"."""
    words = other.words
    at = next((i for i, w in enumerate(words) if w in _OTHERS and words[i - 1] not in _NO_OTHERS), None)
    if at is None:
        return None
    already = next((w for w in words if w in _ALREADY - one.vocabulary), None)
    later = already and ("already" in words or already in words[at:])
    return f"{words[at]} ... {already}" if later else None


_IS = words_of("is was became becomes")


@either_way("different name")
def other_one(one: Reading, other: Reading) -> Told | None:
    """Each names who is the first, the last or the only one, and it is another: "A was the first state to", "the first state to ... was B"."""
    if (_RANKS & one.vocabulary) != (_RANKS & other.vocabulary) or _RANKS.isdisjoint(one.vocabulary):
        return None
    ours = _named_first(one)
    theirs = _named_last(other) if ours else None
    if (
        ours
        and theirs
        and not any(
            is_named(r, at, o) for r, run, o in ((one, ours, other), (other, theirs, one)) for at in run
        )
    ):
        told = (wording(r.tokens[at] for at in run) for r, run in ((one, ours), (other, theirs)))
        return next(told), next(told)
    return None


_RANKS = words_of("first last only")


def _named_first(reading: Reading) -> range | None:
    """The places of the name with which a statement begins, before "was the first"."""
    words, begun = reading.words, _begun(reading)
    behind = words[begun.stop : begun.stop + 4]
    is_one = behind[1:2] == ["the"] and behind[0] in _IS and not _RANKS.isdisjoint(behind[2:])
    return begun if begun and is_one else None


def _named_last(reading: Reading) -> range | None:
    """The places of the name with which it ends, behind "the first ... was"."""
    words, start = reading.words, len(reading.words)
    while start > 1 and reading.tokens[start - 1].text[0].isupper():
        start -= 1
    is_one = start < len(words) and words[start - 1 - (words[start - 1] in _THE)] in _IS
    ranked = words[0] == "the" and not _RANKS.isdisjoint(words[1:3])
    return range(start, len(words)) if is_one and ranked else None


_FOREMOST = words_of("leading main major chief principal primary key top dominant foremost central decisive")
"""Before a thing these tell the one that is before all others, behind "the", and one of several, behind "a"."""
_ONE_OF_SEVERAL = words_of("a an one another")


@check_either_way("differs", sure=True)
def the_one_or_one(one: Reading, other: Reading) -> Told | None:
    """What is the one in the one is one of several in the other: the leading cause, a leading cause."""
    if (rank := _ranked(other, _AMONG)) and rank == _ranked(one, ()):
        return f"the {rank}", f"one of the {rank}"
    several = _foremost(other, _ONE_OF_SEVERAL)
    for what, at in _foremost(one, _BEFORE_A_RANK).items() if several else ():
        if what in several:
            return tuple(
                f"{r.words[i - 1]} {r.tokens[i].text}" for r, i in ((one, at), (other, several[what]))
            )
    return None


_AMONG = ("one of", "among")


def _ranked(reading: Reading, among: Sequence[str]) -> str | None:
    """The rank that is told behind "the", where that stands behind some words, or behind none of those that tell of others."""
    words = reading.words
    for at in range(1, len(words) if not _RANKS.isdisjoint(reading.vocabulary) else 0):
        if words[at] in _RANKS and words[at - 1] == "the":
            before = " ".join(words[max(0, at - 3) : at - 1])
            if any(before.endswith(mark) for mark in among or _AMONG) == bool(among):
                return words[at]
    return None


def _foremost(reading: Reading, determiners: frozenset[str]) -> dict[str, int]:
    """The stems of what is told to be foremost behind some determiners, each with the place of the word that tells it."""
    words = reading.words
    return {
        stem(words[at + 1]): at
        for at, word in enumerate(words[:-1])
        if at and word in _FOREMOST and words[at - 1] in determiners
    }
