"""Little words that make another claim of the same words: a "not" further on, "or" for "and", whose something is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.lexicon import APPROXIMATE, STOP_WORDS, words_of
from claimtrack.core.match.polarity import ANY
from claimtrack.core.match.terms import stem

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.core.match.quantities import Quantity
    from claimtrack.core.match.reading import Reading


class Mark(NamedTuple):
    """What differs, as a person reads it, and whether it surely does where the rest stands word for word."""

    told: str
    sure: bool


def little_words_differ(a: Reading, b: Reading) -> Mark | None:
    """What little words make of two statements that have the same words of weight; None where nothing."""
    return next((mark for check in _CHECKS if (mark := check(a, b))), None)


# ── not ─────────────────────────────────────────────────────────────────────────────────────────

_RAISING = frozenset(
    stem(word)
    for word in words_of(
        "think believe expect want seem appear suppose intend plan likely look feel wish mean"
    )
)
"""Before these "not" denies what they speak of: "does not think it is" is "thinks it is not"."""
_HEAD = 4
"""Letters that make two terms forms of one."""
_ADVERBS = words_of("also still now yet then even always often again really only just longer")


def _not_moved(a: Reading, b: Reading) -> Mark | None:
    """Both say "not" once, and of two things: "decided not to publish", "did not decide to publish"."""
    if len(a.negators) != 1 or len(b.negators) != 1:
        return None
    ours, theirs = _denied_next(a), _denied_next(b)
    if ours is None or theirs is None or a.sequence[ours][:_HEAD] == b.sequence[theirs][:_HEAD]:
        return None
    there, here = _where(b, a.sequence[ours]), _where(a, b.sequence[theirs])
    if there is None or here is None:
        return None
    in_a, in_b = ours < here, there < theirs
    first = a.words[a.places[ours]] if in_a else b.words[b.places[theirs]]
    if in_a != in_b or stem(first) in _RAISING or first in _ADVERBS or first.endswith("ly"):
        return None
    told = " / ".join(
        f"{r.tokens[r.negators[0]].text} {r.tokens[r.places[at]].text}" for r, at in ((a, ours), (b, theirs))
    )
    return Mark(f"negated: {told}", sure=True)


def _where(reading: Reading, term: str) -> int | None:
    """Which term of a statement is a term, or another form of it: "agree", "agreed"."""
    forms = (i for i, t in enumerate(reading.sequence) if t[:_HEAD] == term[:_HEAD])
    return next(forms, None)


def _denied_next(reading: Reading) -> int | None:
    """Which term stands behind the "not", "never" or "didn't" of a statement."""
    at = reading.negators[0]
    if reading.words[at] not in ("not", "never") and not reading.words[at].endswith("n't"):
        return None
    behind = (
        i for i, (term, place) in enumerate(reading.placed) if place > at and reading.words[place] not in ANY
    )
    return next((i for i in behind if reading.sequence[i][0] != "#"), None)


# ── and, or ─────────────────────────────────────────────────────────────────────────────────────

_MAY = words_of("may can could might permitted allowed possible whether any")
_JOINED_BY = words_of("and or")
_REACH = 4
"""Tokens behind "and" in which the word stands that it joins."""


def _joined_otherwise(a: Reading, b: Reading) -> Mark | None:
    """The same two things are joined by "and" and by "or"; behind a "not" these are one."""
    ours, theirs = _joined(a), _joined(b)
    for two in ours:
        if two in theirs and ours[two] != theirs[two]:
            free = any("permission" in r.poles or not r.vocabulary.isdisjoint(_MAY) for r in (a, b))
            return Mark(f"differs: {ours[two]} / {theirs[two]}", sure=not free)
    return None


def _joined(reading: Reading) -> dict[frozenset[str], str]:
    """The two things that each "and", "or" or "and/or" joins, by their stems."""
    if _JOINED_BY.isdisjoint(reading.vocabulary):
        return {}
    words, found = reading.words, {}
    for at, word in enumerate(words):
        if word not in _JOINED_BY or not at or any(no < at for no in reading.negators):
            continue
        both = words[at : at + 2] == ["and", "or"]
        behind = (w for w in words[at + 1 + both : at + 1 + _REACH] if w not in STOP_WORDS)
        if words[at - 1] not in STOP_WORDS and (following := next(behind, "")):
            found[frozenset({stem(words[at - 1]), stem(following)})] = "and/or" if both else word
    return found


# ── whose, each, nearly ─────────────────────────────────────────────────────────────────────────


def _another_owner(a: Reading, b: Reading) -> Mark | None:
    """The same thing is one's in the one and another's in the other, where both name both."""
    ours = _owners(a)
    theirs = _owners(b) if ours else {}
    for thing, x in ours.items():
        y = theirs.get(thing, x)
        if x != y and _speaks_of(b, x) and _speaks_of(a, y):
            return Mark(f"differs: {x}'s {thing} / {y}'s {thing}", sure=True)
    return None


def _owners(reading: Reading) -> dict[str, str]:
    """What stands behind "the company's", with whose it is."""
    words = reading.words
    return {
        words[at + 1]: word.removesuffix("'s")
        for at, word in enumerate(words[:-1])
        if word.endswith("'s") and word not in STOP_WORDS
    }


def _speaks_of(reading: Reading, owner: str) -> bool:
    return owner in reading.vocabulary or f"{owner}'s" in reading.vocabulary


_SHARED_OUT = words_of("each apiece")


def _for_each(a: Reading, b: Reading) -> Mark | None:
    """One gives a number for each, the other for all: "each of the five banks paid 3 million", "the five paid"."""
    for one, other in ((a, b), (b, a)):
        each = _SHARED_OUT & (one.vocabulary - other.vocabulary)
        if each and len(one.amounts) > 1 and not {"every", "per"} & other.vocabulary:
            return Mark(f"one says more: {min(each)}", sure=False)
    return None


_NEARLY = words_of("nearly almost")


def _nearly_or_all(a: Reading, b: Reading) -> Mark | None:
    """One says "nearly 600", the other 600; of two numbers that differ one may be nearly the other."""
    for one, other in ((a, b), (b, a)):
        if _NEARLY.isdisjoint(one.vocabulary):
            continue
        for quantity in one.quantities:
            before = one.words[quantity.first - 1] if quantity.first else ""
            same = [q for q in other.quantities if q.value == quantity.value and q.kind == quantity.kind]
            if before in _NEARLY and same and not any(_rounded(other, q) for q in same):
                told = f"{before} {quantity.written}", same[0].written
                return Mark("differs: " + " / ".join(told if one is a else told[::-1]), sure=False)
    return None


def _rounded(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is told as less than it, or about it; "half" is only ever about half."""
    before = reading.words[max(0, quantity.first - 3) : quantity.first]
    return quantity.bound < 0 or not APPROXIMATE.isdisjoint(before)


_CHECKS: tuple[Callable[[Reading, Reading], Mark | None], ...] = (
    _not_moved,
    _joined_otherwise,
    _another_owner,
    _for_each,
    _nearly_or_all,
)
