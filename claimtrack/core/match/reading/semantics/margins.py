"""By how much a vote was won, where a noun tells it: "by a slim majority", "by a landslide"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIZES = {
    **dict.fromkeys(("slim", "tiny", "narrow", "small", "slender"), "narrowly"),
    **dict.fromkeys(("large", "big", "huge", "wide", "clear", "overwhelming", "vast"), "overwhelmingly"),
}
_OF_VOTES = (["majority"], ["margin"])
_NOUNS = frozenset({"majority", "margin", "landslide"})
_BY = (["by", "a"], ["by", "an"])


def margins(words: Sequence[str]) -> Iterator[tuple[str, int]]:
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
