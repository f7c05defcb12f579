"""What a check of two statements finds, where it also tells how sure it is of it; and checks that ask the same of either statement."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.core.match.reading.reading import Reading

    Excerpts = tuple[str, ...]
    Finder = Callable[[Reading, Reading], Excerpts | None]


class Difference(NamedTuple):
    """What differs, as a person reads it, and whether it surely does where the rest stands word for word ...

    ... or, `in_any_order`, wherever each side has all words of the other.
    """

    told: str
    sure: bool
    in_any_order: bool = False

    def contradicts(self, *, word_for_word: bool) -> bool:
        """Whether it is another fact, in two statements that are worded alike or not."""
        return self.sure and (word_for_word or self.in_any_order)


def symmetric_guard(label: str) -> Callable[[Finder], Callable[[Reading, Reading], str | None]]:
    """A guard that is asked of the one statement beside the other, and then the other way round.

    It returns what the one tells, and what the other, if that differs; this is told in the order of the statements.
    """

    def decorated(find: Finder) -> Callable[[Reading, Reading], str | None]:
        @wraps(find)
        def guard(a: Reading, b: Reading) -> str | None:
            told = find(a, b) or (find(b, a) or ())[::-1]
            return f"{label}: {' / '.join(told)}" if told else None

        return guard

    return decorated


def symmetric_check(
    label: str, *, sure: bool, in_any_order: bool = False
) -> Callable[[Finder], Callable[[Reading, Reading], Difference | None]]:
    """The same for a check, which also tells whether it is sure."""

    def decorated(find: Finder) -> Callable[[Reading, Reading], Difference | None]:
        guard = symmetric_guard(label)(find)

        @wraps(find)
        def check(a: Reading, b: Reading) -> Difference | None:
            told = guard(a, b)
            return Difference(told, sure, in_any_order) if told else None

        return check

    return decorated
