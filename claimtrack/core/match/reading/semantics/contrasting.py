"""Which "not" sets one thing against another, "a mine, not a torpedo", and denies nothing of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import MULTIPLIERS, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_NO_THINGS = frozenset(
    "only just merely simply that because until all every least to always even one yet once since without unlike including when if as so"
    " far long much many more less any single how what who where why whether he she it they we i you enough surprisingly".split()
)
LINKS = frozenset("in on at by for with from of to against into near among".split())
"""Prepositions that may stand behind such a "not": "with the driver and not with the owner"."""
_DETERMINERS = frozenset("the a an his her its their our".split())


def contrasting(words: Sequence[str], partings: AbstractSet[int]) -> frozenset[int]:
    """The places of the "not" that sets one thing against another, "a mine, not a torpedo": it denies nothing of the rest."""
    if "not" not in words:
        return frozenset()
    found = set()
    for at, word in enumerate(words[:-1]):
        if word != "not" or not at or not (at in partings or words[at - 1] in ("and", "but")):
            continue
        behind = at + 1 + (words[at + 1] in LINKS)
        behind += words[behind : behind + 1] != [] and words[behind] in _DETERMINERS
        thing = words[behind] if behind < len(words) else ""
        none = thing in _NONE_OF_MANY and words[behind - 1] in ("a", "one")  # "not a year has gone by"
        times = thing in _MULTIPLYING or words[behind + 1 : behind + 2] == ["times"]  # "not twice as many"
        if thing and not (none or times or thing in _NO_THINGS or thing.endswith(("ly", "ing", "ed"))):
            found.add(at)
    return frozenset(found)


_MULTIPLYING = MULTIPLIERS.keys() | {"half"}
_NONE_OF_MANY = words_of("year month week day night single match season soul person word penny cent")
