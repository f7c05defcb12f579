"""What rounds or bounds a number: "nearly", "more than", "at most", "or older"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import (
    APPROXIMATE,
    AT_LEAST,
    AT_MOST,
    EACH,
    NEARLY,
    STOP_WORDS,
    words_of,
)

if TYPE_CHECKING:
    from claimtrack.core.match.words.tokens import Tokens


MOTION_VERBS = words_of(
    "go goes going went gone move moves moved rise rises rising rose risen climb climbed edge edged edging "
    "creep crept inched ticked nudged shot soared jumped"
)
"""Before "up to" these make it the goal of a movement, no bound."""
_MORE = words_of("more greater higher larger older longer heavier taller faster")
_LESS = words_of("less fewer lower smaller younger shorter lighter slower")
JUST_SHORT_OF = (["just", "short", "of"], ["just", "shy", "of"])
_BOUNDING = AT_LEAST | AT_MOST
_HEDGING = APPROXIMATE | _BOUNDING | {"than", "up", "as", "short", "shy"}
"""Every hedge contains one of these."""
_COMPARING = _MORE | _LESS
_MODIFYING = words_of("minimum maximum")
"""These may modify a noun and then bound no number: "raised the *minimum* wage 20 percent"."""


def read_hedge(words: Sequence[str], first: int) -> tuple[bool, int]:
    """Return whether the words before a number make it approximate, and the bound they set: "nearly", "more than"."""
    first = _start_of_age(words, first)
    before = words[max(0, first - 3) : first]
    if _HEDGING.isdisjoint(before):
        return False, 0
    approximate = any(w in APPROXIMATE for w in before) or before in JUST_SHORT_OF
    near = before[-2:]
    if near[0] in _MODIFYING and near[1:] not in ([], ["of"]):
        near = near[1:]
    more = any(w in AT_LEAST for w in near) or (near[-1:] == ["than"] and near[0] in _MORE)
    less = any(w in AT_MOST for w in near) or (near[-1:] == ["than"] and near[0] in _LESS)
    if near == ["up", "to"] and before[0] not in MOTION_VERBS:
        less = True
    if before[-3:-2] == ["as"] and near[-1:] == ["as"] and near[0] in ("many", "much"):
        less = True
    bound = int(more) - int(less)
    if near[-1:] == ["than"] and before[0] in ("no", "not"):
        bound = -bound  # "no fewer than" is "at least"
    return approximate, bound


def is_not_quite_reached(words: Sequence[str], first: int) -> bool:
    """Whether the words before a number mean that it is not quite reached: "nearly", "just short of"."""
    return words[max(0, first - 1) : first] in _NOT_QUITE or words[max(0, first - 3) : first] in JUST_SHORT_OF


_NOT_QUITE = [[word] for word in NEARLY]
_BOUNDS_AFTER = {
    **{("or", word): 1 for word in ("more", "over", "above", "older", "higher", "longer")},
    ("at", "least"): 1,
    ("at", "most"): -1,
}
"""Bounds after a number: "50 or more", "20 grams at most". "Or less" is left out: it usually goes with "not more"."""
_BOUND_REACH = 2
"""Maximum number of words between a number and a bound after it."""


_AFTER_BOUND = words_of("under in on during since because when if by for")
"""Words that may follow such a bound: "nine hours at most *under* the rules", but "40 people at most schools"."""


def read_bound_after(words: Sequence[str], text: Tokens, end: int) -> tuple[int, int]:
    """Return the bound that the words after a number set, and where they end; 0 and the end of the number if there is none."""
    near = words[end : end + _BOUND_REACH + 3]
    if "or" not in near and "at" not in near:
        return 0, end
    last = min(end + _BOUND_REACH, len(words) - 1)
    at = end
    while at <= last:
        bound = _BOUNDS_AFTER.get((words[at], "".join(words[at + 1 : at + 2])), 0)
        following = "".join(words[at + 2 : at + 3])
        if bound and following != "than" and not following[:1].isdecimal():
            # a comma or a dash, more than a space
            is_separated = not following or text.gap(at + 2) > 1
            if words[at] == "or" or is_separated or following in _AFTER_BOUND:
                return bound, at + 2
        if words[at] in EACH and words[at + 2 : at + 3] in (["at"], ["or"]):
            at, last = at + 2, at + 2
            continue
        if words[at] in STOP_WORDS or not words[at][0].isalnum():
            break
        at += 1
    return 0, end


def find_hedge_start(words: Sequence[str], first: int) -> int:
    """Return where the words that bound a number begin, "no fewer than", "up to", "below the age of"; the place of the number if there are none."""
    at = _start_of_age(words, first)
    near = list(words[max(0, at - 3) : at])
    if near in JUST_SHORT_OF:
        return at - 3
    if near[-1:] == ["than"] and len(near) > 1 and near[-2] in _COMPARING:
        return at - 2 - (near[0] in ("no", "not"))
    if near[-2:] in (["up", "to"], ["at", "least"], ["at", "most"], ["close", "to"]):
        return at - 2
    if near[-2:] in (["maximum", "of"], ["minimum", "of"]):
        return at - 2 - (near[0] in ("a", "the"))
    if near[:1] == near[-1:] == ["as"]:
        return at - 3
    return at - (near[-1:] != [] and near[-1] in _BOUNDING)


def _start_of_age(words: Sequence[str], first: int) -> int:
    """Return the place before "the age of" a number, or that of the number."""
    if words[max(0, first - 2) : first] != ["age", "of"]:
        return first
    return first - 2 - (words[max(0, first - 3) : first - 2] == ["the"])
