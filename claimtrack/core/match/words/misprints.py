"""What is a misprint of what: of two words either, where letters are exchanged or doubled; what is no word, of a word a letter apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path

from claimtrack.core.match.words.real_words import are_two_words
from claimtrack.core.match.words.terms import stem

_KEYS = "qwertyuiop asdfghjkl zxcvbnm"
"""The rows of a keyboard, of which the letters side by side are hit for each other."""
_DOUBLED = re.compile(r"(.)\1")
_SHORTEST = 4
ENGLISH = Path(__file__).with_name("english.txt")
"""The words of English of so many letters and more; scripts/english_words.py makes the list."""
_TWO_WORDS = frozenset(
    frozenset(pair.split())
    for pair in (
        "trail trial", "diary dairy", "martial marital", "causal casual", "desert dessert", "angel angle", "untied united",
        "quiet quite", "later latter", "hoping hopping", "scared scarred", "planed planned", "staring starring", "form from",
        "filing filling", "tapped taped", "bared barred", "griping gripping", "lose loose", "losing loosing", "coma comma",
        "marine marnie", "conservation conversation", "reserve reverse", "clam calm", "silver sliver", "unclear nuclear",
    )
)  # fmt: skip


@lru_cache(maxsize=50_000)
def letters_of(word: str) -> frozenset[str]:
    """The letters of a word: those of its misprints are the same."""
    return frozenset(word)


def is_misprint(a: str, b: str) -> bool:
    """Whether two lower-case words are one but for two letters exchanged or a letter written once or twice."""
    if letters_of(a) != letters_of(b) or min(len(a), len(b)) < _SHORTEST or frozenset((a, b)) in _TWO_WORDS:
        return False
    alike = once(a) == once(b) or b in exchanged_letters(a)
    return alike and not are_two_words(stem(a), stem(b))


@lru_cache(maxsize=1)
def _english() -> list[str]:
    """The words in order, some to a line. To take all 55,000 apart would take longer than most look-ups do."""
    return [line for line in ENGLISH.read_text(encoding="ascii").splitlines() if line[0] != "#"]


@lru_cache(maxsize=50_000)
def _is_english(word: str) -> bool:
    lines = _english()
    # A line is the last that does not come after the word, if it holds it: it begins with it, or with one before it.
    at = bisect_right(lines, f"{word} ~") - 1
    return word in lines[max(at, 0)].split()


def is_no_word(word: str) -> bool:
    """Whether a lower-case word may be a misprint. One of English is meant as it stands, be it a letter apart from another."""
    return len(word) >= _SHORTEST and not _is_english(word)


@lru_cache(maxsize=50_000)
def is_slip(written: str, meant: str) -> bool:
    """Whether what is no word is a word but for a letter left out, added, taken for another or exchanged with its neighbour.

    The first letter stands: "ilegal" may be "illegal" and "legal", "illion" a million or a billion.
    """
    if written[0] != meant[0] or len(meant) <= _SHORTEST or not _is_english(meant):
        return False
    if not written.isascii() or not written.isalpha() or not is_no_word(written):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(written, meant, score_cutoff=1) == 1


def once(word: str) -> str:
    """A word with each doubled letter written once."""
    return _DOUBLED.sub(r"\1", word)


def exchanged_letters(word: str) -> frozenset[str]:
    """The misprints of a word in which two neighbours have changed places."""
    return frozenset(f"{word[:i]}{word[i + 1]}{word[i]}{word[i + 2 :]}" for i in range(len(word) - 1))


def are_neighbours(one: str, other: str) -> bool:
    """Whether two lower-case letters are side by side on a keyboard."""
    return one + other in _KEYS or other + one in _KEYS
