"""What a check of two statements finds, where it also tells how sure it is of it."""

from __future__ import annotations

from typing import NamedTuple


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
