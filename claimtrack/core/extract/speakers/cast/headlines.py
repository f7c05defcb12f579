"""A headline above the article in which most words have capitals: "BrightGrid Raises $45 Million"."""

from __future__ import annotations

from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import begins_name
from claimtrack.core.extract.words.titles import is_occupation

_FULL_NAME = 2
_SHORTEST_HEADLINE = 20
_LONGEST_SMALL_WORD, _FEWEST_CAPITALS = 3, 4
"""Of a headline: characters of "with" and less, and longer words, which all have capitals."""


def headline_end(plain: str) -> int:
    """Where a headline ends, the first line if all longer words in it have capitals: "BrightGrid Raises $45 Million"; else 0."""
    end = plain.find("\n", _SHORTEST_HEADLINE)
    line = plain[: max(0, end)].rstrip()
    if line.endswith("."):
        return 0
    words = [word for word in line.split() if len(word) > _LONGEST_SMALL_WORD and word[0].isalpha()]
    return end if len(words) >= _FEWEST_CAPITALS and all(map(begins_name, words)) else 0


def is_named_in_headline(plain: str, words: list[str], end: int) -> bool:
    """Whether a run of capitals in a headline that ends at `end` is somebody's full name: the article uses its surname."""
    if len(words) != _FULL_NAME:
        return False
    first, surname = words
    is_person = not is_occupation(first.lower()) and plain.find(f" {surname}", end) > 0
    return is_given_name(first.lower()) or is_person
