"""Whether a remark about a statement contradicts it: "it rose to 5 percent" behind "unemployment fell to 4 percent"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.numbers.agreement import agrees
from claimtrack.core.match.reading.reading import meanings, read

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_DENIED = 2
"""Terms behind a "not" that it may deny."""


def is_denied(text: str) -> bool:
    """Whether a text says that something is not so."""
    return bool(read(text).negators)


def contradicts(remark: str, claim: str) -> bool:
    """Whether a remark on what the claim speaks of turns it round, denies what it says, or gives another number of the kind.

    The remark is known to be about the same: no guard asks whether it is. What only adds to the claim contradicts nothing.
    """
    said, of = read(remark), read(claim)
    return _denies(said, of) or _turned(said, of) or _another_number(said, of)


def _denies(said: Reading, of: Reading) -> bool:
    if bool(said.negators) == bool(of.negators):
        return False
    denying, other = (said, of) if said.negators else (of, said)
    return any(
        term in other.terms or not meanings(term).isdisjoint(other.senses) for term in _denied(denying)
    )


def _denied(reading: Reading) -> list[str]:
    """The terms right behind the words that deny: "did not even *fall*", "not a single *home*"."""
    return [
        term
        for at in reading.negators
        for term in [term for term, place in reading.placed if place > at][:_DENIED]
    ]


def _turned(said: Reading, of: Reading) -> bool:
    for axis, told in said.poles.items():
        ours, theirs = {pole for pole, *_ in told}, {pole for pole, *_ in of.poles.get(axis, ())}
        if theirs and ours.isdisjoint(theirs):
            return True
    return False


def _another_number(said: Reading, of: Reading) -> bool:
    for number in said.amounts:
        alike = [one for one in of.amounts if one.kind == number.kind]
        if alike:  # the first that can be one of the claim's tells
            return not any(agrees(number, one) for one in alike)
    return False
