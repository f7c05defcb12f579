"""The most of its kind, and less than another: "the worst season on record", "seasons worse than that of 2023"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.phrases import phrase_after
from claimtrack.core.match.words.lexicon import NOBODY, words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_COMPARATIVES = {"worst": "worse", "best": "better", "most": "more", "least": "less", "fewest": "fewer"}
_ALL_OTHERS = NOBODY | words_of("any other others all every everybody everyone ever never not")
"""Beside these the comparative ranks first, too: "worse than any other", "nobody has more than"."""
_REACH = 4
"""Words from the comparative to "than"."""


def outranked(a: Reading, b: Reading) -> str | None:
    """They rank it first, and behind another: the worst, and worse than this one."""
    return _outranked(a, b) or _outranked(b, a)


def _outranked(one: Reading, other: Reading) -> str | None:
    if "than" not in other.vocabulary or "than" in one.vocabulary or one.negators or other.negators:
        return None
    if not _ALL_OTHERS.isdisjoint(other.vocabulary):
        return None
    for at, word in enumerate(one.words):
        comparative = _COMPARATIVES.get(word) or (f"{word[:-2]}r" if word.endswith("est") else "")
        if comparative not in other.vocabulary:
            continue
        more = other.words.index(comparative)
        than = next((i for i in range(more + 1, more + _REACH) if other.words[i : i + 1] == ["than"]), 0)
        subject = {term for term, place in one.placed if place < at}
        behind = phrase_after(other, than) if than else frozenset()
        if behind and behind <= subject:
            return f"differs: {one.tokens[at].text} / {other.tokens[more].text} than"
    return None
