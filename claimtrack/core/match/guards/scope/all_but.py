"""Guards on what holds of so many in the one, and of all but so many in the other: "only three met it", "all but three met it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.terms import side_by_side, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

_BEFORE_A_NUMBER = stems_of("only all just")


def only_or_all_but(a: Reading, b: Reading) -> str | None:
    """The same is told of so many in the one and of all but so many in the other: "only three met it", "all but three met it"."""
    for one, other in ((a, b), (b, a)):
        left = _left_out(one, other)
        same = (
            left
            and (one.terms ^ other.terms) <= _BEFORE_A_NUMBER
            and len(one.negators) == len(other.negators)
        )
        if left and same:
            told = f"all but {left.written}", left.written
            return f"differs: {side_by_side(told, turned=one is not a)}"
    return None


def told_of_those_left_out(a: Reading, b: Reading) -> bool:
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
