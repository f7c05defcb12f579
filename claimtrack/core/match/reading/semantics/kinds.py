"""Which words of a statement mean one thing of a kind: nurses or teachers, oil or gas, "narrowly" or "by a landslide"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_PARTS = frozenset("africa africa's african asia asia's asian europe europe's european".split())


_SHIPS = frozenset(word for word, of in KINDS.items() if "ship" in of)
"""What two words may stand for: "container ship"."""
_MANNER = "manner of a vote"
_IN_POWER = frozenset(("governing", "ruling"))
_PARTIES = frozenset("party party's parties coalition alliance bloc camp majority".split())
"""Before these, those two tell who is in power."""
_AT_THE_PUMP = frozenset("gallon gallons litre litres liter liters pump pumps tax station stations".split())


def kinds(words: Sequence[str], joined: Mapping[int, str]) -> dict[str, list[tuple[int, str, int]]]:
    """Kind -> (member, word, place) of each word that means one of a kind; `joined` are the words of phrases that stand for one."""
    found: dict[str, list[tuple[int, str, int]]] = {}
    for at, word in enumerate(words):
        word = word if word in KINDS or "'" not in word else word.removesuffix("'s")
        if joined and joined.get(at) in _SHIPS:
            word = joined[at]
        if word not in KINDS or (joined and joined.get(at) == ""):
            continue
        if word == "gas" and not _AT_THE_PUMP.isdisjoint(words[max(0, at - 4) : at + 5]):
            continue  # petrol
        if word in _IN_POWER and _PARTIES.isdisjoint(words[at + 1 : at + 2]):
            continue  # "the court's ruling"
        if word in _PARTS and at and words[at - 1] in ("south", "north", "east", "west", "central"):
            continue  # "South Africa" is no continent
        if word == "income" and at and words[at - 1] == "national":
            continue  # "2 percent of national income"
        if word == "washington" and words[at + 1 : at + 2] != ["state"]:
            continue
        for kind, member in KINDS[word].items():
            found.setdefault(kind, []).append((member, word, at))
    for word, at in _margins(words):
        found.setdefault(_MANNER, []).append((KINDS[word][_MANNER], words[at], at))
    return found


_SIZES = {
    **dict.fromkeys(("slim", "tiny", "narrow", "small", "slender"), "narrowly"),
    **dict.fromkeys(("large", "big", "huge", "wide", "clear", "overwhelming", "vast"), "overwhelmingly"),
}
_OF_VOTES = (["majority"], ["margin"])
_NOUNS = frozenset({"majority", "margin", "landslide"})
_BY = (["by", "a"], ["by", "an"])


def _margins(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The adverb that would tell the same, with the place of the word that tells it: "by a *slim* majority" is "narrowly"."""
    if _NOUNS.isdisjoint(words):
        return
    for at in range(2, len(words)):
        if words[at - 2 : at] not in _BY:
            continue
        if words[at] in _SIZES and words[at + 1 : at + 2] in _OF_VOTES:
            yield _SIZES[words[at]], at
        elif words[at] == "landslide":
            yield "overwhelmingly", at
