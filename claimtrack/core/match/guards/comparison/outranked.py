"""The most of its kind, and less than another: "the worst season on record", "seasons worse than that of 2023"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.syntax.phrases import phrase_after
from claimtrack.core.match.words.lexicon import NOBODY, ORDINALS, UNITS, words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_COMPARATIVES = {"worst": "worse", "best": "better", "most": "more", "least": "less", "fewest": "fewer"}
_ALL_OTHERS = NOBODY | words_of("any all every everybody everyone ever never not")
"""Beside these the comparative ranks first, too: "worse than any other", "nobody has more than"."""
_OTHERS = words_of("other others")
_SOME = words_of("some several many few only") | UNITS.keys()
_RANKED_BELOW = (ORDINALS.keys() - {"first"}) | {"one", "among", "next"}
"""Before the most of a kind these tell that others are more: "the *second* highest", "*one* of the highest"."""
_BUT_FOR = words_of("after behind except excepting but bar outside")
"""Behind the most of a kind these tell who is before it: "the highest *after* Estonia's"."""
_REACH = 9
"""Words from the comparative to "than"."""
_HEAD = 4
"""Letters that make two terms forms of one: Scottish, Scotland."""


def outranked(a: Reading, b: Reading) -> str | None:
    """They rank it first, and behind another: the worst, and worse than this one."""
    return _outranked(a, b) or _outranked(b, a)


def _outranked(one: Reading, other: Reading) -> str | None:
    if "than" not in other.vocabulary or "than" in one.vocabulary or one.negators or other.negators:
        return None
    if not _ALL_OTHERS.isdisjoint(other.vocabulary) or not _only_some_others(other):
        return None
    for at, word in enumerate(one.words):
        comparative = _COMPARATIVES.get(word) or (f"{word[:-2]}r" if word.endswith("est") else "")
        if comparative not in other.vocabulary or _is_below_another(one, at):
            continue
        more = other.words.index(comparative)
        than = next((i for i in range(more + 1, more + _REACH) if other.words[i : i + 1] == ["than"]), 0)
        subject = {term[:_HEAD] for term, place in one.placed if place < at}
        behind = phrase_after(other, than) if than else frozenset()
        if behind and {term[:_HEAD] for term in behind} <= subject:
            return f"differs: {one.tokens[at].text} / {other.tokens[more].text} than"
    return None


def _is_below_another(reading: Reading, at: int) -> bool:
    """Whether the most of a kind is told to have others before it: "the second highest", "the highest after"."""
    before, behind = reading.words[max(0, at - 3) : at], reading.words[at:]
    return not (_RANKED_BELOW.isdisjoint(before) and _BUT_FOR.isdisjoint(behind))


def _only_some_others(reading: Reading) -> bool:
    """Whether "others", where they are named, are some: "two other capitals"; "worse than others" may mean all of them."""
    words = reading.words
    others = [at for at, word in enumerate(words) if word in _OTHERS]
    return all(at and (words[at - 1] in _SOME or words[at - 1][0].isdecimal()) for at in others)
