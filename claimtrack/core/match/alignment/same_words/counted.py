"""What a number and an "only" belong to, where two statements have the same words: four in ten, four of the ten."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.alignment.numbers import in_two_numbers
from claimtrack.core.match.guards.difference import Difference, symmetric_check
from claimtrack.core.match.reading.numbers.ranges import RATE_UNITS
from claimtrack.core.match.reading.paraphrases import unmatched
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, find_focus_of_only
from claimtrack.core.match.words.lexicon import (
    APPROXIMATE,
    MAGNITUDES,
    MONTHS,
    NEARLY,
    NUMBER_WORDS,
    STOP_WORDS,
    words_of,
)
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


@symmetric_check("differs", sure=True, in_any_order=True)
def counted_otherwise(one: Reading, other: Reading) -> Excerpts | None:
    """What a share is of, what a number counts or what "only" belongs to, where that is another thing in each."""
    ways = (_of_these, _of_another, _of_a_unit, _of_what_is_theirs, _only_of_another)
    return next((told for way in ways if (told := way(one, other))), None)


def _of_these(one: Reading, other: Reading) -> tuple[str, str] | None:
    """A share of all, and the same of so many: "four in ten pupils", "four out of ten", "four of the ten pupils"."""
    shares = [q for q in one.quantities if q.kind == "%" and (" in " in q.written or _out_of_few(q))]
    parts = [q for q in other.quantities if q.kind == "%" and _is_of_these(q)]
    return next(
        ((share.written, part.written) for share in shares for part in parts if part.value == share.value),
        None,
    )


def _is_of_these(part: Quantity) -> bool:
    """Whether a share is of so many that are told of: "four of the ten"; but "on three of seven days"."""
    words = part.written.casefold().split()
    return "out" not in words and any(of == "of" and which in DETERMINERS for of, which in pairwise(words))


def _out_of_few(share: Quantity) -> bool:
    """Whether a share of all is told by so few that there may be only so many: "nine out of ten", but "7 out of 11"."""
    few, whole = " out of " in share.written, share.written.casefold().split()[-1]
    return few and (NUMBER_WORDS.get(whole, 0) or int(whole if whole.isdecimal() else 99)) in _ROUND


_ROUND = frozenset({*range(2, 11), 12})
"""By so many a share of all is told; "seven out of eleven" are of eleven that there are."""


def _of_another(one: Reading, other: Reading) -> tuple[str, str] | None:
    """A number of what the other says without one, where that number counts something else, or nothing: "lamps from 60 streets"."""
    if one.terms != other.terms:
        return None
    for number in one.amounts:
        thing = one.word(number.last + 1)
        counts = number.kind == "number" or _is_of_these(number)
        if not counts or thing in STOP_WORDS or not thing[:1].isalpha():
            continue
        for same in other.amounts:
            if same.value == number.value and _counts_another(other, same, thing):
                return f"{number.written} {thing}", f"{other.words[same.first - 1]} {same.written}"
    return None


def _of_a_unit(one: Reading, other: Reading) -> tuple[str, str] | None:
    """So many of a thing, of which the other has nothing but the same number of a unit: "7 million containers", "7 million tonnes"."""
    for number in one.amounts:
        thing = one.words[number.last + 1 : number.last + 2]
        if number.kind != "number" or not thing or not thing[0].isalpha() or thing[0] in STOP_WORDS:
            continue
        measured = [
            q
            for q in other.amounts
            if q.value == number.value and q.kind not in _COUNTS and not _has_unit(one, other, q)
        ]
        if measured and unmatched(frozenset({stem(thing[0])}), other.terms):
            return f"{number.written} {thing[0]}", _with_unit(other, measured[0])
    return None


@symmetric_check("differs", sure=False)  # "scored three times", "scored three goals"
def times_or_things(one: Reading, other: Reading) -> Excerpts | None:
    """So many times, and so many things of which the other does not tell, or of one: "stabbed with twelve knives", "sued *the paper* twice"."""
    for number in (q for q in one.amounts if q.kind == "times"):
        alike = [q for q in other.amounts if q.value == number.value]
        if any(q.kind == "times" for q in alike):
            continue
        for same in (q for q in alike if q.kind == "number"):
            thing = other.word(same.last + 1)
            means = other.words[same.first - 1 : same.first] == ["with"]  # which may be akin to the verb
            counts = thing[:1].isalpha() and thing not in STOP_WORDS
            if counts and (
                means or unmatched(frozenset({stem(thing)}), one.terms) or _tells_of_one(one, thing)
            ):
                return number.written, f"{same.written} {thing}"
    return _which_or_how_many(one, other)


def _which_or_how_many(one: Reading, other: Reading) -> Excerpts | None:
    """Which of some things it is, and that there are so many: "her *third* medal", "*three* medals"."""
    ranks, numbers = _beside_things(one, "ordinal"), _beside_things(other, "number")
    return next(((ranks[two], numbers[two]) for two in ranks if two in numbers), None)


def _beside_things(reading: Reading, kind: str) -> dict[tuple[float, str], str]:
    """Each number of a kind with the stem of each word soon behind it, and as it is written; none of a day: "14 August"."""
    return {
        (number.value, stem(thing)): number.written
        for number in reading.quantities
        if number.kind == kind
        and reading.word(number.last + 1) not in STOP_WORDS
        and MONTHS.keys().isdisjoint(reading.words[max(0, number.first - 2) : number.last + 1 + _THINGS])
        for thing in reading.words[number.last + 1 : number.last + 1 + _THINGS]
    }


_THINGS = 3
"""Words behind a number of which one is what it counts."""


def _tells_of_one(reading: Reading, things: str) -> bool:
    """Whether a statement tells of one of some things: "the bill", of "bills"."""
    return any(
        before in DETERMINERS and word != things and stem(word) == stem(things)
        for before, word in pairwise(reading.words)
    )


def _of_what_is_theirs(one: Reading, other: Reading) -> tuple[str, str] | None:
    """So many of them, and as many of what is theirs: "30 children", "30 children's ponies"."""
    for number in one.amounts:
        who = one.word(number.last + 1)
        for same in other.amounts if who and not _owns(one, number.last + 1) else ():
            at = same.last + 1
            counts = number.kind == same.kind == "number" and same.value == number.value
            if (
                counts
                and _owns(other, at)
                and stem(other.words[at + 1]) not in one.terms
                and stem(other.words[at]) == stem(who)
            ):
                return f"{number.written} {who}", f"{same.written} {other.as_written(at, at + 2)}"
    return None


def _owns(reading: Reading, at: int) -> bool:
    """Whether a word before a thing tells whose it is: "children's ponies", "shepherds' dogs"."""
    if at + 1 >= len(reading.words) or reading.words[at + 1] in STOP_WORDS:
        return False
    behind = reading.gap_before(at + 1)
    return reading.words[at].endswith("'s") or behind == "' "


_COUNTS = frozenset({"number", "%", "times", "rank", "time"})
"""Kinds of numbers that have no unit of their own."""


def _has_unit(one: Reading, other: Reading, number: Quantity) -> bool:
    """Whether a statement has the unit of a number of the other."""
    words = other.words[number.first : number.last + 1 + number.unit_words]
    return any(word in one.vocabulary for word in words if word[0].isalpha() and word not in MAGNITUDES)


def _with_unit(reading: Reading, number: Quantity) -> str:
    return reading.as_written(number.first, number.last + 1 + number.unit_words)


def _counts_another(reading: Reading, number: Quantity, thing: str) -> bool:
    """Whether a number stands behind a preposition, and a thing before that alone."""
    before, behind = reading.words[: number.first], reading.words[number.last + 1 :]
    return bool(before) and before[-1] in _BEFORE_ANOTHER and thing in before and thing not in behind


_BEFORE_ANOTHER = words_of("from in on at for with into onto off")


def _only_of_another(one: Reading, other: Reading) -> tuple[str, str] | None:
    """Both have one "only", and it belongs to another thing in each."""
    ours, theirs = _onlys(one), _onlys(other)
    if len(ours) != 1 or len(theirs) != 1 or not ours.keys().isdisjoint(theirs):
        return None
    if any(
        in_two_numbers(q, y) and q.term in x
        for x, r, y in ((ours, one, other), (theirs, other, one))
        for q in r.quantities
    ):
        return None  # "only two of the 27 states", "only two of its 27 states"
    return next(iter(ours.values())), next(iter(theirs.values()))


_ONLY = words_of("only just")


def judged_or_added(a: Reading, b: Reading) -> Difference | None:
    """One says of a number that it is little, or comes to another: "only 30,000 tickets", "another 30,000 tickets"."""
    for words in (_LITTLE, _ADDED):
        for one, other in ((a, b), (b, a)):
            if words.isdisjoint(one.vocabulary) or not words.isdisjoint(other.vocabulary):
                continue
            for number in one.amounts:
                before = one.words[number.first - 1] if number.first else ""
                same = any(q.value == number.value and q.kind == number.kind for q in other.amounts)
                if before in words and same and one.words[number.first - 2 : number.first - 1] != ["not"]:
                    return Difference(f"only one says: {before}", sure=False)
    return None


_LITTLE = words_of("only just merely solely mere barely few fewer little")
_ADDED = words_of("another extra additional further more new others other")


def _onlys(reading: Reading) -> dict[str, str]:
    """What each "only" belongs to, a number by its value, with how that is told; "only use 10 percent" is of the number."""
    words, found = reading.words, {}
    for at, word in enumerate(words[:-1]):
        if word not in _ONLY:
            continue
        first = at + 1
        number = next((q for q in reading.quantities if first <= q.first <= first + 1), None)
        if number is not None and (number.first == first or words[first] not in STOP_WORDS):
            found[number.term] = f"only {number.written}"
            continue
        first = find_focus_of_only(words, first)
        found[stem(words[first])] = f"only {words[first]}"
    return found


_SHARED_OUT = words_of("each apiece")


@symmetric_check("only one says", in_any_order=True, sure=True)
def shared_out(one: Reading, other: Reading) -> Excerpts | None:
    """One gives a number for each, the other for all: "each of the five banks paid 3 million", "the five paid"."""
    each = _SHARED_OUT & (one.vocabulary - other.vocabulary)
    is_shared = len(one.amounts) > 1 or _behind_its_number(one)
    if each and is_shared and not {"every", "per"} & other.vocabulary and not _shares_out_nothing(one):
        return (min(each),)
    return None


def _shares_out_nothing(reading: Reading) -> bool:
    """Whether the "each" is one of times, or of two: "60 hours each week", "crashed into each other"."""
    behind = [following for word, following in pairwise(reading.words) if word == "each"]
    return any(following == "other" or following in RATE_UNITS for following in behind)


def _behind_its_number(reading: Reading) -> bool:
    """Whether an "each" stands behind what it shares out, and before no noun: "60 million crowns *each* from the ministry"."""
    behind = [*reading.words[1:], "and"]
    return any(
        word in _SHARED_OUT and next_word in STOP_WORDS - {"of"}
        for word, next_word in zip(reading.words, behind, strict=True)
    )


@symmetric_check("differs", sure=False)
def all_or_about(one: Reading, other: Reading) -> Excerpts | None:
    """One says it of all of a number, the other of about so many: "all 30", "some 30"; but "in all, 30"."""
    for x in one.quantities if "all" in one.vocabulary else ():
        if not x.first or one.words[x.first - 1] != "all" or one.is_boundary(x.first):
            continue
        same = (y for y in other.quantities if y.first and y.value == x.value)
        if about := next((y for y in same if other.words[y.first - 1] in _ABOUT), None):
            return f"all {x.written}", f"{other.words[about.first - 1]} {x.written}"
    return None


_ABOUT = APPROXIMATE - NEARLY
