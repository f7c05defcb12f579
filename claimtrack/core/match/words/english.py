"""Which words are English, and which are only a slip of the pen: no word, but a letter apart from one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_LISTED = Path(__file__).with_name("english.txt")
_SHORTEST = 4
"""Letters of the words that are listed."""


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    lines = _LISTED.read_text(encoding="ascii").splitlines()
    return frozenset(word for line in lines if line[0] != "#" for word in line.split())


def is_no_word(word: str) -> bool:
    """Whether some letters, all of them small, are long enough to be listed as a word, and are none."""
    return len(word) >= _SHORTEST and word.isascii() and word.isalpha() and word not in _words()


@lru_cache(maxsize=50_000)
def is_slip(written: str, meant: str) -> bool:
    """Whether what is no word is a word but for a letter left out, added, taken for another or exchanged with its neighbour.

    The first letter stands: "ilegal" may be "illegal" and "legal", "illion" a million or a billion.
    """
    if written[0] != meant[0] or len(meant) <= _SHORTEST or meant not in _words():
        return False
    from rapidfuzz.distance import OSA

    return is_no_word(written) and OSA.distance(written, meant, score_cutoff=1) == 1
