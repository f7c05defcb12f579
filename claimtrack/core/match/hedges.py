"""What stands before a number: words that round it ("nearly") and that make it a bound ("more than")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.lexicon import APPROXIMATE, AT_LEAST, AT_MOST

if TYPE_CHECKING:
    from collections.abc import Sequence

_GOING = frozenset(
    "go goes going went gone move moves moved rise rises rising rose risen climb climbed".split()
)
"""Before "up to" these tell where something goes, and no bound."""
_MORE = frozenset({"more", "greater", "higher", "larger"})
_LESS = frozenset({"less", "fewer", "lower", "smaller"})


def hedge(words: Sequence[str], first: int) -> tuple[bool, int]:
    """Whether the words before a number round it, and the bound they set: "nearly", "more than"."""
    before = words[max(0, first - 3) : first]
    approximate = any(w in APPROXIMATE for w in before)
    near = before[-2:]
    more = any(w in AT_LEAST for w in near) or (near[-1:] == ["than"] and near[0] in _MORE)
    less = any(w in AT_MOST for w in near) or (near[-1:] == ["than"] and near[0] in _LESS)
    if near == ["up", "to"] and before[0] not in _GOING:
        less = True
    if before[-3:-2] == ["as"] and near[-1:] == ["as"] and near[0] in ("many", "much"):
        less = True
    bound = int(more) - int(less)
    if near[-1:] == ["than"] and before[0] in ("no", "not"):
        bound = -bound  # "no fewer than" is "at least"
    return approximate, bound
