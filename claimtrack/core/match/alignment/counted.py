"""What a number and an "only" belong to, where two statements have the same words: four in ten, four of the ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.lexicon import STOP_WORDS, words_of
from claimtrack.core.match.words.terms import side_by_side, stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


def counted_otherwise(a: Reading, b: Reading) -> Difference | None:
    """What a share is of, what a number counts or what "only" belongs to, where that is another thing in each."""
    for differ in (_of_these, _of_another, _only_of_another):
        for one, other in ((a, b), (b, a)):
            if told := differ(one, other):
                return Difference(f"differs: {side_by_side(told, turned=one is not a)}", sure=False)
    return None


def _of_these(one: Reading, other: Reading) -> tuple[str, str] | None:
    """A share of all, and the same of so many: "four in ten pupils", "four of the ten pupils"."""
    shares = [q for q in one.quantities if q.kind == "%" and " in " in q.written]
    parts = [q for q in other.quantities if q.kind == "%" and " of " in q.written and "out" not in q.written]
    return next(
        ((share.written, part.written) for share in shares for part in parts if part.value == share.value),
        None,
    )


def _of_another(one: Reading, other: Reading) -> tuple[str, str] | None:
    """A number of what the other says without one, where that number counts something else, or nothing: "lamps from 60 streets"."""
    if one.terms != other.terms:
        return None
    for number in one.amounts:
        thing = "".join(one.words[number.last + 1 : number.last + 2])
        if number.kind != "number" or thing in STOP_WORDS or not thing[:1].isalpha():
            continue
        for same in other.amounts:
            if same.value == number.value and _counts_another(other, same, thing):
                return f"{number.written} {thing}", f"{other.words[same.first - 1]} {same.written}"
    return None


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
    return next(iter(ours.values())), next(iter(theirs.values()))


_ONLY = words_of("only just")


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
        while first + 1 < len(words) and (words[first] in DETERMINERS or words[first] in STOP_WORDS):
            first += 1
        found[stem(words[first])] = f"only {words[first]}"
    return found
