"""People of one surname: "Fontenot" is whichever Fontenot the article named in full last."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from claimtrack.core.extract.words import nouns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping


_ONE = frozenset(
    frozenset(pair.split("/"))
    for pair in "robert/bob bobby/robert william/bill billy/william richard/dick edward/ted edward/ned margaret/peggy "
    "elizabeth/betty elizabeth/liz elizabeth/beth anthony/tony antonio/toni alexander/sandy alexander/sasha henry/hank "
    "harry/henry dorothy/dolly mary/polly eleanor/nell helen/nell theodore/ned".split()
)
"""Given names and what they are shortened to, where the first letters differ."""


_LONGEST_KIN = 40
_KIN_BEFORE = re.compile(
    rf"\b(?:whose|her|his|their) (?:late |older |younger |elder )?(?:{'|'.join(sorted(nouns.KIN))}),? $"
)


class Namesakes:
    """Where the article names in full those who share a surname, in order of the text."""

    def __init__(self, text: str = "", shared: Collection[tuple[str, str]] = ()) -> None:
        places = (
            (at, surname, full)
            for surname, full in shared
            for at in _places(text, full)
            if not _is_kin(text, at)
        )
        self._ahead = deque(sorted(places))
        self._shared: dict[str, list[str]] = {}
        for surname, full in shared:
            self._shared.setdefault(surname, []).append(full)

    def met(self, end: int) -> dict[str, str]:
        """Surname -> full name of those named before `end` and not met yet, the latest of each."""
        found: dict[str, str] = {}
        while self._ahead and self._ahead[0][0] < end:
            _, surname, full = self._ahead.popleft()
            found[surname] = full
        return found

    def of(self, surname: str) -> list[str]:
        """The full names of those who share a surname."""
        return self._shared.get(surname, [])

    def without(self, told: Mapping[str, str]) -> dict[str, str]:
        """What is told of surnames, but for those that are several people's."""
        return {surname: what for surname, what in told.items() if surname not in self._shared}


def _places(text: str, name: str) -> Iterator[int]:
    """Where a name stands in a text, and no longer word that begins or ends with it."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at
        at = text.find(name, end)


def _is_kin(text: str, at: int) -> bool:
    """Whether the name at `at` tells but whose brother it is: behind "Ann Lee, whose brother, Tom Lee, died", "Lee" is Ann still."""
    return _KIN_BEFORE.search(text, max(0, at - _LONGEST_KIN), at) is not None


def are_two(one: str, other: str) -> bool:
    """Whether two full names of one surname are two people's: not "Bob Lee" and "Robert J. Lee", "Jim" and "Jimmy"."""
    one, other = one.lower(), other.lower()
    if one.endswith(other) or other.endswith(one):
        return False  # "De Wit", "Marijke de Wit"
    first, second = one.split()[0], other.split()[0]
    return first[0] != second[0] and frozenset((first, second)) not in _ONE
