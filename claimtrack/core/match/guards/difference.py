"""What a guard or check returns, and decorators for those that ask the same question in both directions."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import NamedTuple

from claimtrack.core.match.reading.reading import Reading

Excerpts = tuple[str, ...]
Finder = Callable[[Reading, Reading], Excerpts | None]


class Difference(NamedTuple):
    """A difference as a person reads it, and whether it is certain if the rest agrees word for word ...

    ... or, with `in_any_order`, whenever each side has all words of the other.
    """

    description: str
    sure: bool
    in_any_order: bool = False

    def contradicts(self, *, word_for_word: bool) -> bool:
        """Whether the two state different facts, given whether they agree word for word."""
        return self.sure and (word_for_word or self.in_any_order)


def symmetric_guard(label: str) -> Callable[[Finder], Callable[[Reading, Reading], str | None]]:
    """Make a guard of a function that looks for a difference in one direction: it is called both ways round.

    The function returns the differing words of its first statement and of its second, or one text for both; they are
    reported in the order of the statements: "differs: oil / gas".
    """

    def decorated(find: Finder) -> Callable[[Reading, Reading], str | None]:
        @wraps(find)
        def guard(a: Reading, b: Reading) -> str | None:
            excerpts = find(a, b) or (find(b, a) or ())[::-1]
            return f"{label}: {' / '.join(excerpts)}" if excerpts else None

        return guard

    return decorated


def symmetric_check(
    label: str, *, sure: bool, in_any_order: bool = False
) -> Callable[[Finder], Callable[[Reading, Reading], Difference | None]]:
    """The same for a check, which also states whether its difference is certain."""

    def decorated(find: Finder) -> Callable[[Reading, Reading], Difference | None]:
        guard = symmetric_guard(label)(find)

        @wraps(find)
        def check(a: Reading, b: Reading) -> Difference | None:
            text = guard(a, b)
            return Difference(text, sure, in_any_order) if text else None

        return check

    return decorated
