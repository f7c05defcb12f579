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
    return any(at in _spelt_out(letters, one) for letters in _abbreviations(other))


@lru_cache(maxsize=64)
def _abbreviations(reading: Reading) -> list[str]:
    """All abbreviations of a statement; kept, since each word that is left over asks for them."""
    capitals = (at for at, token in enumerate(reading.tokens) if token.text[:2].isupper())
    return [letters for at in capitals if (letters := _letters(reading, at))]


def _letters(reading: Reading, at: int) -> str:
    """The letters of an abbreviation, without the ending of its plural: "GDP", "EVs"; "" for any other word."""
    text = reading.tokens[at].text.removesuffix("'s").replace(".", "")
    text = text.removesuffix("s")
    short = _SHORTEST <= len(text) <= _LONGEST and text.isupper() and text.isalpha()
    return text.lower() if short else ""


def _spelt_out(letters: str, reading: Reading) -> range:
    """The places of words that begin with some letters, one after the other."""
    for start, word in enumerate(reading.words):
        if word[0] == letters[0] and (end := _end(letters, reading, start)):
            return range(start, end)
    return range(0)


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
