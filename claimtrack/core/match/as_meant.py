"""Two statements as they are meant: what is no word, in the place of a word a letter apart, is that word misprinted.

It is done before anybody looks for what differs, so that no guard takes the misprint for another speaker, number or denial.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.english import is_no_word, is_slip

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading
    from claimtrack.core.model import Statement


def as_meant(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """The two statements, each with its misprints put right by the other's words; as they are where neither has any."""
    a, b = read(one.text), read(other.text)
    return _put_right(one, a, b), _put_right(other, b, a)


def _put_right(statement: Statement, one: Reading, other: Reading) -> Statement:
    if other.text == other.text.lower():
        return statement  # of "in harden" nobody can tell whether it is a name
    text = statement.text
    for at, word in enumerate(one.words):
        # A name is never put right: its capital tells it.
        is_misprint = word not in other.vocabulary and one.tokens[at].text == word and is_no_word(word)
        if is_misprint and (meant := _meant(at, one, other)):
            text = re.sub(rf"(?<!\w){word}(?!\w)", meant, text)
    return statement if text == statement.text else replace(statement, text=text)


def _meant(at: int, one: Reading, other: Reading) -> str:
    """The word that stands in the other's same place, beside the same word, and is a letter apart; nothing where there is none."""
    word, (before, behind) = one.words[at], _beside(at, one)
    for place, known in enumerate(other.words):
        is_small = other.tokens[place].text == known or place in other.openings
        if is_small and is_slip(word, known):
            theirs_before, theirs_behind = _beside(place, other)
            if before == theirs_before or behind == theirs_behind:
                return known
    return ""


def _beside(at: int, reading: Reading) -> tuple[str, str]:
    """The words before and behind a place; nothing at the edges."""
    words = reading.words
    return (words[at - 1] if at else ""), "".join(words[at + 1 : at + 2])
