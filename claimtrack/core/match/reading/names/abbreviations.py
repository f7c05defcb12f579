"""Words that the other side has by their first letters: "gross domestic product", GDP; "artificial intelligence", AI."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_SHORTEST, _LONGEST = 2, 6
"""Letters that words are shortened to."""
_SKIPPED = words_of("of and for the in on to")
"""What may give no letter: "department *of* health"."""


def abbreviated(one: Reading, at: int, other: Reading) -> bool:
    """Whether a word is short for words of the other side, or stands among words that are shortened there."""
    if letters := _letters(one, at):
        return bool(_spelt_out(letters, other))
    return at in _shortened(one, other)


@lru_cache(maxsize=64)
def _abbreviations(reading: Reading) -> frozenset[str]:
    """All abbreviations of a statement; kept, since each word that is left over asks for them."""
    capitals = (at for at, token in enumerate(reading.tokens) if token.text[:2].isupper())
    return frozenset(letters for at in capitals if (letters := _letters(reading, at)))


def _letters(reading: Reading, at: int) -> str:
    """The letters of an abbreviation, without the ending of its plural: "GDP", "EVs"; "" for any other word."""
    text = reading.tokens[at].text.removesuffix("'s").replace(".", "")
    text = text.removesuffix("s")
    short = _SHORTEST <= len(text) <= _LONGEST and text.isalpha() and text.isupper()
    return text.lower() if short else ""


@lru_cache(maxsize=64)
def _shortened(one: Reading, other: Reading) -> frozenset[int]:
    """The places of the words of one statement that the other shortens; kept for all its words."""
    return frozenset(at for letters in _abbreviations(other) for at in _spelt_out(letters, one))


def _spelt_out(letters: str, reading: Reading) -> range:
    """The places of words that begin with some letters, one after the other."""
    for start in _beginnings(reading).get(letters[:_KEY], ()):
        if end := _end(letters, reading, start):
            return range(start, end)
    return range(0)


_KEY = 3
"""Letters by which words that may be shortened are found."""


@lru_cache(maxsize=64)
def _beginnings(reading: Reading) -> dict[str, list[int]]:
    """The first letters of two and of three words that stand together -> where the first stands: a list of hundreds is read once."""
    found: dict[str, list[int]] = {}
    for start, word in enumerate(reading.words):
        keys = [(word[0], start + 1)]
        for key, at in keys:
            while len(key) < _KEY and at < len(reading.words) and not reading.parted(at):
                longer = key + reading.words[at][0]
                found.setdefault(longer, []).append(start)
                keys.append((longer, at + 1))
                if reading.words[at] not in _SKIPPED:
                    break
                at += 1
    return found


def _end(letters: str, reading: Reading, start: int) -> int:
    """Where words from a place on end that begin with some letters; 0 where they do not."""
    at = start
    for letter in letters:
        while at < len(reading.words) and reading.words[at][0] != letter and reading.words[at] in _SKIPPED:
            at += 1
        if at == len(reading.words) or reading.words[at][0] != letter or (at > start and reading.parted(at)):
            return 0
        at += 1
    return at
