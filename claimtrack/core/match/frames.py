"""The one place in which two statements differ that are the same word by word before and behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.lexicon import STOP_WORDS, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading import Reading

_SLOT = 3
"""Words of weight that may stand in each other's place and be one difference."""
_FRAME = 4
"""Words that two statements must have in common around it, two of them of weight."""
_LINKS = words_of(
    "of for in on at to from with by and or that who which while as than about after before into against under over if when"
    " is are was were be been has have had will would since during until because due not no"
)
"""With these a place holds more than one thing, or a clause."""


def one_place(a: Reading, b: Reading) -> tuple[range, range] | None:
    """The tokens of each side in which two statements differ, where all words before and behind are the same."""
    ours, theirs = a.words, b.words
    shorter = min(len(ours), len(theirs))
    first = next((at for at in range(shorter) if ours[at] != theirs[at]), shorter)
    behind = next((at for at in range(shorter - first) if ours[-1 - at] != theirs[-1 - at]), shorter - first)
    slots = range(first, len(ours) - behind), range(first, len(theirs) - behind)
    around = (*ours[:first], *ours[len(ours) - behind :])
    weighty = sum(word not in STOP_WORDS and word[0].isalnum() for word in around)
    if len(around) < _FRAME or weighty < 2 or not all(map(_holds_one, (a, b), slots)):
        return None
    return slots if _named(a, slots[0]) == _named(b, slots[1]) else None


def _named(reading: Reading, slot: range) -> bool:
    """Whether a place holds a name, or stands at the beginning with "the", which may tell what is named otherwise."""
    if slot[0] == 0:
        return reading.words[0] in ("the", "a", "an")
    return any(reading.tokens[at].text[0].isupper() for at in slot)


def _holds_one(reading: Reading, slot: Sequence[int]) -> bool:
    words = [reading.words[at] for at in slot]
    weighty = sum(word not in STOP_WORDS for word in words)
    parted = any(reading.parted(at) for at in slot[1:])
    counted = any(quantity.first in slot for quantity in reading.quantities)
    return 0 < weighty <= _SLOT and _LINKS.isdisjoint(words) and not parted and not counted


def only_there(slot: range, places: Sequence[int]) -> bool:
    """Whether some places are all in a slot, and there are some."""
    return bool(places) and all(at in slot for at in places)
