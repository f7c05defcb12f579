"""Surnames that stand alone: whether a capital letter names somebody, and whom the label of a turn means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.places import places_of
from claimtrack.core.extract.words.titles import plain_word, without_titles

if TYPE_CHECKING:
    from collections.abc import Iterable

_FARTHEST = 20_000
"""Characters from a surname to the full name."""
_LONGEST_BEFORE = 30
"""Characters before a surname in which a first name or a title stands."""


def is_surname(text: str, name: str, at: int) -> bool:
    """Whether the text tells, not too far from a place, that a word is a surname: "Ann Lee", "Sen. Lee" for "Lee"."""
    around = text[max(0, at - _FARTHEST) : at + _FARTHEST]
    # The surname is looked for first, for it is rare: an expression that begins with any word is slow.
    return any(
        around[start - 1 : start] == " "
        and _is_before_surname(around[max(0, start - _LONGEST_BEFORE) : start])
        for start in places_of(around, name)
    )


def _is_before_surname(words: str) -> bool:
    """Whether what stands before a name ends in a first name or a title, or in a title and a rare first name."""
    *_, first, second = ["", "", *(word.lstrip("(\"'[*_") for word in words.split())]
    is_given = second[:1].isupper() and (is_given_name(second.lower()) or _is_title(second))
    return is_given or (second[:1].isupper() and first[:1].isupper() and _is_title(first))


def _is_title(word: str) -> bool:
    return plain_word(word).lower().rstrip(".") in nouns.TITLES


def shortened(names: Iterable[str]) -> dict[str, str]:
    """The labels that are the surname of one other label, with that label: "MOOR" -> "REP. ADA MOOR"."""
    by_surname: dict[str, set[str]] = {}
    alone: set[str] = set()
    for name in set(names):
        words = without_titles(name.split()) or [name]
        if len(words) > 1:
            by_surname.setdefault(words[-1].lower(), set()).add(name)
        else:
            alone.add(name)
    return {name: min(fuller) for name in alone if len(fuller := _fuller(name, by_surname)) == 1}


def _fuller(name: str, by_surname: dict[str, set[str]]) -> set[str]:
    return by_surname.get(name.rpartition(" ")[2].lower(), set())
