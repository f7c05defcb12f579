"""People whom an article names by title and surname alone, for "he" or "she" to mean: "Mr Pell and Mrs Ortega"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.speakers.antecedents.nearby import TITLES
from claimtrack.core.extract.words.reading import name_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEXES = {**TITLES, "Lord": "he", "Lady": "she", "Baroness": "she", "Madam": "she"}
_OF_EITHER = frozenset("Dr Prof Professor Judge Justice Councillor Cllr Senator Sen Inspector Supt".split())
_NAMED = name_pattern(
    rf"\b(?P<title>{'|'.join(sorted([*_SEXES, *_OF_EITHER], key=len, reverse=True))})\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
)
_LOOK_BACK = 500
"""Characters before a pronoun in which somebody is looked for."""


def by_title(text: str, at: int, pronoun: str) -> Iterator[tuple[str, bool]]:
    """Titles with their names before `at` that "he" or "she" fits, the likeliest first, and whether the title tells so.

    One that may be either's counts in the same paragraph only.
    """
    found = list(_NAMED.finditer(text, max(0, at - _LOOK_BACK), at))[::-1]
    opens = text.rfind("\n", 0, at)
    yield from ((one[0], True) for one in found if _SEXES.get(one["title"]) == pronoun)
    yield from ((one[0], False) for one in found if one["title"] in _OF_EITHER and one.start() > opens)
