"""Guards on so many of a number of things: "three of its plants", "its three plants", "all but three"; only one, and many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import symmetric_check, symmetric_guard
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.governed_heads import find_object_head
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.lexicon import NUMBER_WORDS, words_of
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


_WHOLE = words_of("the its his her their our my these those all both")
_RANKS = words_of("first last next")


@symmetric_check("differs", sure=True)
def parts_differ(one: Reading, other: Reading) -> Excerpts | None:
    """The same number is some of them in the one, and all of them, or of another number, in the other."""
    for part in filter(lambda q: _is_part(one, q), one.quantities):
        same = [q for q in other.quantities if q.value == part.value and q.kind == part.kind]
        whole = next((q for q in same if _is_whole(other, q) or _is_either(other, q)), None)
        if whole and not any(_is_part(other, q) and not _is_either(other, q) for q in same):
            return _told(one, part), _told(other, whole)
        kept = any(_is_part(other, q) and _named(other, q) == _named(one, part) for q in same)
        if moved := next((q for q in same if not kept and _is_of_another(one, part, other, q)), None):
            return one.as_written(part.first, part.last + 4), other.as_written(moved.first, moved.last + 4)
    return None


def _is_of_another(one: Reading, part: Quantity, other: Reading, moved: Quantity) -> bool:
    """Whether a number is of some things in the one, and in the other of what both tell of, too: "two of the robbers", "two of the hostages"."""
    if not _is_part(other, moved) or len(one.quantities) != len(other.quantities):
        return False
    heads = [find_object_head(r, q.last + 1) for r, q in ((one, part), (other, moved))]
    if min(heads) < 0 or _named(one, part) == _named(other, moved):
        return False
    thing, theirs = stem(one.words[heads[0]]), stem(other.words[heads[1]])
    return thing != theirs and thing in other.terms and theirs in one.terms


def _named(reading: Reading, part: Quantity) -> str:
    """The word behind the article of what a number is some of: "two of the *robbers*"."""
    return stem(reading.word(part.last + 3))


@symmetric_guard("differs")
def some_or_all(one: Reading, other: Reading) -> Excerpts | None:
    """Of a number of things one tells of some, and the other of all: "four of the six", "all six"."""
    at = _all_of_them(other)
    if at is None or _all_of_them(one) is not None:
        return None
    for part in one.quantities:
        number = one.words[part.first]
        again = (
            number in other.vocabulary and (number in NUMBER_WORDS or number.isdecimal()) and number != "one"
        )
        if again or one.words[part.first - 1] == "not":
            continue  # "all six, four of them twice"; "not one of the six", "all six" have not
        whole = _of_how_many(one, part)
        if (whole and whole in other.words[at + 1 : at + 1 + _REACH]) or _of_them(one, part, other, at):
            return part.written, other.as_written(at, at + 2)
    return None


def _all_of_them(reading: Reading) -> int | None:
    """The place of the first word that tells of all: "all", "every"; but "all but two"."""
    if _EVERY.isdisjoint(reading.vocabulary):
        return None
    words = reading.words
    every = (at for at, word in enumerate(words) if word in _EVERY and words[at + 1 : at + 2] != ["but"])
    return next(every, None)


def _of_how_many(reading: Reading, part: Quantity) -> str:
    """The number of those of which a number is told, where it is: "four of the *six*", "12 of its *220*"."""
    words, end = reading.words, part.last + 1
    inside = next((i for i in range(part.first + 1, end) if words[i - 1 : i] == ["of"]), None)
    of = inside if inside is not None else end + 1 if words[end : end + 1] == ["of"] else len(words)
    behind = words[of : of + 2]
    counted = len(behind) == 2 and (behind[1][0].isdecimal() or behind[1] in NUMBER_WORDS)
    return behind[1] if counted and behind[0] in DETERMINERS else ""


def _of_them(one: Reading, part: Quantity, other: Reading, at: int) -> bool:
    """Whether a number is of the very things of which the other tells all: "two of its mines", "all of its mines"; "two of them"."""
    ours, theirs = (r.words[i + 1 : i + 1 + _SAME] for r, i in ((one, part.last), (other, at)))
    if len(ours) < _SAME or ours[0] != "of":
        return False
    return ours == theirs or (
        ours[1] in _THEM and ours[:2] == theirs[:2] and _same_is_told(one, part, other, at)
    )


_SAME = 3
_THEM = words_of("them which whom these those us")


def _same_is_told(one: Reading, part: Quantity, other: Reading, at: int) -> bool:
    """Whether the same is told of some of them and of all: "two of them *Liberian*", "all of them from *Liberia*"."""
    told, told_b = (_told_of(r, i) for r, i in ((one, part.last), (other, at)))
    return not told.isdisjoint(told_b)


def _told_of(reading: Reading, at: int) -> set[int | str]:
    """What is meant by the words behind "of them"."""
    near = range(at + 1 + len(("of", "them")), at + 1 + _TOLD_WITHIN)
    return {m for term, i in reading.placed_terms if i in near for m in (term, *meanings(term))}


_TOLD_WITHIN = 6
_EVERY = words_of("all each every")
_REACH = 4
"""Words behind "all" in which it is told how many that is: "all of the six", "every one of the six"."""


def _is_part(reading: Reading, quantity: Quantity) -> bool:
    """Whether it is a number of some: "three of its plants", but "the first three of its plants"."""
    of, determiner = [*reading.words[quantity.last + 1 : quantity.last + 3], "", ""][:2]
    return of == "of" and determiner in DETERMINERS and not _counts_all(reading, quantity)


def _is_whole(reading: Reading, quantity: Quantity) -> bool:
    """Whether it is the number of all: "its three plants", "the last three plants"."""
    return _counts_all(reading, quantity) and reading.words[quantity.last + 1 : quantity.last + 2] != ["of"]


def _counts_all(reading: Reading, quantity: Quantity) -> bool:
    """Whether "the", "its" or "all" stands before a number, or before "first", "last" or "next" and the number."""
    before = quantity.first - 1
    before -= before > 0 and reading.words[before] in _RANKS
    return before >= 0 and reading.words[before] in _WHOLE


def _is_either(reading: Reading, quantity: Quantity) -> bool:
    """Whether it is the first of two numbers that may be meant: "two or three of his children"."""
    return reading.words[quantity.last + 1 : quantity.last + 2] == ["or"] and any(
        q.first == quantity.last + 2 for q in reading.quantities
    )


def _told(reading: Reading, quantity: Quantity) -> str:
    """The number with what stands before it or behind it that tells of how many it is."""
    whole = _is_whole(reading, quantity)
    ranked = reading.words[quantity.first - 1] in _RANKS
    first = quantity.first - 1 - ranked if whole else quantity.first
    return reading.as_written(first, quantity.last + (2 if whole else 3))


_BEFORE_A_NUMBER = stems_of("only all just")


@symmetric_guard("differs")
def only_or_all_but(one: Reading, other: Reading) -> Excerpts | None:
    """The same is told of so many in the one and of all but so many in the other: "only three met it", "all but three met it"."""
    left = _left_out(one, other)
    same = left and (one.terms ^ other.terms) <= _BEFORE_A_NUMBER and len(one.negators) == len(other.negators)
    if left and same:
        return f"all but {left.written}", left.written
    return None


def are_complementary_counts(a: Reading, b: Reading) -> bool:
    """Whether one tells of so many, of which the other tells by all but those: then they say opposite things."""
    return bool(_left_out(a, b) or _left_out(b, a))


def _left_out(one: Reading, other: Reading) -> Quantity | None:
    """The number behind the "all but" of one statement, if the other has it without."""
    if "but" not in one.vocabulary or len(_without(other)) != len(other.quantities):
        return None
    known = {number.value for number in _without(other)}
    return next((n for n in one.quantities if n not in _without(one) and n.value in known), None)


def _without(reading: Reading) -> list[Quantity]:
    """The numbers that stand behind no "all but"."""
    return [n for n in reading.quantities if reading.words[max(0, n.first - 2) : n.first] != ["all", "but"]]
