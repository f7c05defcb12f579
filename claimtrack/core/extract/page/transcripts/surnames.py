"""Which label is a surname, given the names in the text or in the other labels? "MOOR" after "REP. ADA MOOR"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimtrack.core.extract.page.transcripts.lines import SURNAMES
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.occurrences import find_occurrences
from claimtrack.core.extract.words.titles import strip_possessive, without_titles

_FARTHEST = 20_000  # characters between a surname and the full name
_LONGEST_BEFORE = 30  # characters before a surname that hold a first name or a title


def is_known_surname(plain: str, label: str) -> bool:
    """Whether a word above notes is the surname of somebody whom the text names in full: "Ann Winner"."""
    if label.lower() not in SURNAMES:
        return False
    named = re.finditer(rf"\b([A-Z]\w+) {label}\b", plain[:_FARTHEST], re.IGNORECASE)
    return any(is_given_name(one[1].lower()) and one[1].lower() not in {"will", "may"} for one in named)


def is_surname(text: str, name: str, at: int) -> bool:
    """Whether the text shows, not too far from an offset, that a word is a surname: "Ann Lee", "Sen. Lee" for "Lee"."""
    around = text[max(0, at - _FARTHEST) : at + _FARTHEST]
    # The surname is searched for first, since it is rare: an expression that begins with any word is slow.
    return any(
        around[start - 1 : start] == " "
        and _is_before_surname(around[max(0, start - _LONGEST_BEFORE) : start])
        for start in find_occurrences(around, name)
    )


def _is_before_surname(words: str) -> bool:
    """Whether the words before a name end in a first name or a title, or in a title and a rare first name."""
    *_, first, second = ["", "", *(word.lstrip("(\"'[*_") for word in words.split())]
    is_given = second[:1].isupper() and (is_given_name(second.lower()) or _is_title(second))
    return is_given or (second[:1].isupper() and first[:1].isupper() and _is_title(first))


def _is_title(word: str) -> bool:
    """Whether a word is a title, with or without its stop: "Sen."."""
    return strip_possessive(word).lower().rstrip(".") in nouns.TITLES


def match_short_labels(names: Iterable[str]) -> dict[str, str]:
    """Map each label that is the surname of exactly one other label to that label: "MOOR" -> "REP. ADA MOOR"."""
    by_surname: dict[str, set[str]] = {}
    alone: set[str] = set()
    for name in set(names):
        words = without_titles(name.split()) or [name]
        if len(words) > 1:
            by_surname.setdefault(words[-1].lower(), set()).add(name)
        else:
            alone.add(name)
    return {
        name: min(fuller)
        for name in alone
        if len(fuller := by_surname.get(name.rpartition(" ")[2].lower(), set())) == 1
    }
