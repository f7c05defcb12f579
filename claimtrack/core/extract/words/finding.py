"""Which words do the tokens of a sentence hold, where, and how many? A mark is found like a word: `","`, `COMMA_OR_DASH`."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token


def word_at(tokens: list[Token], at: int) -> str:
    """The lower-case word at an index; "" outside the sentence."""
    try:  # called so often that a length check would cost time
        return tokens[at].lower if at >= 0 else ""
    except IndexError:
        return ""


def count_words(tokens: list[Token], start: int, end: int) -> int:
    """Count the words in the range, without punctuation."""
    return sum([token.is_word for token in tokens[start:end]])


def has_quote(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the range contains a quotation."""
    return True in [token.is_quote for token in tokens[start:end]]


def find_word(
    tokens: list[Token], sought: str | Set[str], start: int, end: int | None = None, default: int = 0
) -> int:
    """The index of the first such word from `start` on and before `end`; else `default`."""
    words = (sought,) if isinstance(sought, str) else sought
    for i in range(start, len(tokens) if end is None else min(end, len(tokens))):
        if tokens[i].lower in words:
            return i
    return default


def find_word_back(
    tokens: list[Token], sought: str | Set[str], last: int, floor: int, default: int = 0
) -> int:
    """The index of the last such word from `last` back, and after `floor`; else `default`."""
    words = (sought,) if isinstance(sought, str) else sought
    for i in range(last, floor, -1):
        if tokens[i].lower in words:
            return i
    return default


def contains_word(tokens: Iterable[Token], sought: str | Set[str]) -> bool:
    """Whether one of these words occurs among the tokens."""
    words = (sought,) if isinstance(sought, str) else sought
    for token in tokens:  # noqa: SIM110 - asked so often that what `any` takes shows
        if token.lower in words:
            return True
    return False


def ends_words(tokens: list[Token], at: int) -> bool:
    """Whether no word or quotation follows from `at` on, only marks."""
    return not any(token.is_word or token.is_quote for token in tokens[at:])


def skip_capitals(tokens: list[Token], at: int) -> int:
    """The end of the run of capitals that begins at `at`."""
    while at < len(tokens) and tokens[at].is_capital:
        at += 1
    return at


def find_capitals_start(tokens: list[Token], end: int, floor: int) -> int:
    """The start of the run of capitals that ends before `end`, not before `floor`."""
    while end > floor and tokens[end - 1].is_capital:
        end -= 1
    return end
