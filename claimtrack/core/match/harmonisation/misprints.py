"""What is no word, in the place of a word a letter apart, is that word misprinted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.misprints import is_misprint, is_no_word, is_slip

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def misprints_put_right(one: str, other: str) -> tuple[str, str]:
    """Two texts, each with what is no word as the word that the other has in its place."""
    a, b = read(one), read(other)
    one = _put_right(one, a, b)
    return one, _put_right(other, b, read(one))


def _put_right(text: str, one: Reading, other: Reading) -> str:
    if other.text == other.text.lower():
        return text  # of "in harden" nobody can tell whether it is a name
    for at, word in enumerate(one.words):
        # A name is never put right: its capital tells it.
        if (
            word not in other.vocabulary
            and one.written[at] == word
            and word.isalpha()
            and is_no_word(word)
            and (meant := _meant(at, one, other))
        ):
            text = re.sub(rf"(?<!\w){word}(?!\w)", meant, text)
    return text


def _meant(at: int, one: Reading, other: Reading) -> str:
    """The word that stands in the other's same place, beside the same word, and is a letter apart; nothing where there is none."""
    word, (before, behind) = one.words[at], _beside(at, one)
    for place, known in enumerate(other.words):
        if known in one.vocabulary:
            continue
        is_small = other.written[place] == known or place in other.openings
        if is_small and _may_be_meant(word, known):
            theirs_before, theirs_behind = _beside(place, other)
            if before == theirs_before or behind == theirs_behind:
                return known
    return ""


def _may_be_meant(written: str, known: str) -> bool:
    return is_slip(written, known) or (is_misprint(written, known) and not is_slip(known, written))


def _beside(at: int, reading: Reading) -> tuple[str, str]:
    """The words before and behind a place; nothing at the edges."""
    words = reading.words
    return (words[at - 1] if at else ""), "".join(words[at + 1 : at + 2])
