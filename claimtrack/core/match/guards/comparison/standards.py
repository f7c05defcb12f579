"""Guards on what something is measured against: what it was before ("stays at 7 percent"), another of its kind ("the worst", "worse than this one")."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import symmetric_guard
from claimtrack.core.match.reading.syntax.bindings import share_context
from claimtrack.core.match.reading.syntax.phrases import phrase_after
from claimtrack.core.match.words.antonyms import sides
from claimtrack.core.match.words.lexicon import COMPARATIVES, NOBODY, NUMBER_WORDS, ORDINALS, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading

_FAR = 6
"""Words from "fewer than" to the record, or from "stays" to a number."""


_STAYING = words_of(
    "stay stays stayed staying remain remains remained remaining unchanged held holds kept keeps left leaves steady"
)


@symmetric_guard("differs")
def stays_or_changes(one: Reading, other: Reading) -> Excerpts | None:
    """What stays at a number in the one goes from it to another in the other: "stays at 7 percent", "from 7 to 9 percent"; or "stays the same" and rises."""
    if two := _as_it_was(one, other):
        return two
    staying = [at for at, word in enumerate(one.words) if word in _STAYING]
    if not staying or not {"from", "to"} <= other.vocabulary or "from" in one.vocabulary:
        return None
    for x, y in pairwise(other.amounts):
        moved = other.words[x.first - 1] == "from" and x.value != y.value
        kept = (q for q in one.amounts if q.value == x.value and 0 < q.first - staying[0] <= _FAR)
        if moved and other.words[y.first - 1] == "to" and (stayed := next(kept, None)):
            return f"{one.words[staying[0]]} at {stayed.written}", f"from {x.written} to {y.written}"
    return None


_THE_SAME = words_of("same constant unchanged flat stable steady")
_CHANGING = words_of("changed changes change shifted moved varied")


def _as_it_was(one: Reading, other: Reading) -> tuple[str, str] | None:
    """How it is told that something stays as it was, and what it does in the other: "stayed the same", "rose"."""
    words = one.words
    at = next((at for at, word in enumerate(words) if word in _STAYING and _is_same(words[at + 1 :])), None)
    if at is None or one.negators or other.negators or not _THE_SAME.isdisjoint(other.vocabulary):
        return None
    if "direction" in one.poles or not _CHANGING.isdisjoint(one.vocabulary):
        return None
    turns = [(word, place) for _, word, place in other.poles.get("direction", ())]
    turns += [(word, place) for place, word in enumerate(other.words) if word in _CHANGING]
    for word, place in turns:
        if share_context(one, at, other, place):
            end = next(i for i in range(at, len(words)) if words[i] in _THE_SAME)
            return one.as_written(at, end + 1), word
    return None


def _is_same(words: Sequence[str]) -> bool:
    """Whether what stays is told to stay the same: "stayed *the same*", "has remained *largely unchanged*"."""
    return not _THE_SAME.isdisjoint(words[: 1 + words[0].endswith(("the", "ly"))]) if words else False


_COMPARATIVES = {"worst": "worse", "best": "better", "most": "more", "least": "less", "fewest": "fewer"}
_ALL_OTHERS = NOBODY | words_of("any all every everybody everyone ever never not")
"""Beside these the comparative ranks first, too: "worse than any other", "nobody has more than"."""
_OTHERS = words_of("other others")
_SOME = words_of("some several many few only") | NUMBER_WORDS.keys()
_RANKED_BELOW = (ORDINALS.keys() - {"first"}) | {"one", "among", "next"}
"""Before the most of a kind these tell that others are more: "the *second* highest", "*one* of the highest"."""
_BUT_FOR = words_of("after behind except excepting but bar outside")
"""Behind the most of a kind these tell who is before it: "the highest *after* Estonia's"."""
_REACH = 9
"""Words from the comparative to "than"."""
_HEAD = 4
"""Letters that make two terms forms of one: Scottish, Scotland."""


@symmetric_guard("differs")
def top_or_outranked(one: Reading, other: Reading) -> Excerpts | None:
    """They rank it first, and behind another: the worst, and worse than this one."""
    if "than" not in other.vocabulary or "than" in one.vocabulary or one.negators or other.negators:
        return None
    if not _ALL_OTHERS.isdisjoint(other.vocabulary) or not _only_some_others(other):
        return None
    for at, word in enumerate(one.words):
        comparative = _COMPARATIVES.get(word) or (f"{word[:-2]}r" if word.endswith("est") else "")
        more = _comparative_of(comparative, other) if comparative else None
        if more is None or _is_below_another(one, at):
            continue
        than = next((i for i in range(more + 1, more + _REACH) if other.words[i : i + 1] == ["than"]), 0)
        subject = {term[:_HEAD] for term, place in one.placed_terms if place < at}
        behind = phrase_after(other, than) if than else frozenset()
        if behind and {term[:_HEAD] for term in behind} <= subject:
            return one.written[at], f"{other.written[more]} than"
    return None


def _comparative_of(comparative: str, reading: Reading) -> int | None:
    """The place of a comparative, or of another that says the same: hotter, warmer."""
    if comparative in reading.vocabulary:
        return reading.words.index(comparative)
    meant = set(sides(comparative))
    return next(
        (
            at
            for at, word in enumerate(reading.words)
            if word in COMPARATIVES and not meant.isdisjoint(sides(word))
        ),
        None,
    )


def _is_below_another(reading: Reading, at: int) -> bool:
    """Whether the most of a kind is told to have others before it: "the second highest", "the highest after"."""
    before, behind = reading.words[max(0, at - 3) : at], reading.words[at:]
    return not (_RANKED_BELOW.isdisjoint(before) and _BUT_FOR.isdisjoint(behind))


def _only_some_others(reading: Reading) -> bool:
    """Whether "others", where they are named, are some: "two other capitals"; "worse than others" may mean all of them."""
    words = reading.words
    others = [at for at, word in enumerate(words) if word in _OTHERS]
    return all(at and (words[at - 1] in _SOME or words[at - 1][0].isdecimal()) for at in others)
