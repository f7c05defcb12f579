"""What stands before a number: words that round it ("nearly") and that make it a bound ("more than")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import (
    APPROXIMATE,
    AT_LEAST,
    AT_MOST,
    EACH,
    NEARLY,
    STOP_WORDS,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.words.tokens import Token

GOING = frozenset(
    "go goes going went gone move moves moved rise rises rising rose risen climb climbed edge edged edging creep crept inched ticked"
    " nudged shot soared jumped".split()
)
"""Before "up to" these tell where something goes, and no bound."""
_MORE = frozenset({"more", "greater", "higher", "larger", "older", "longer", "heavier", "taller", "faster"})
_LESS = frozenset({"less", "fewer", "lower", "smaller", "younger", "shorter", "lighter", "slower"})
JUST_SHORT_OF = (["just", "short", "of"], ["just", "shy", "of"])
_BOUNDING = AT_LEAST | AT_MOST
_HEDGING = APPROXIMATE | _BOUNDING | {"than", "up", "as", "short", "shy"}
"""One of these stands in every hedge."""
_COMPARING = _MORE | _LESS
_OF_A_THING = frozenset({"minimum", "maximum"})
"""These belong to a thing behind them, and bound no number: "raised the *minimum* wage 20 percent"."""


def hedge(words: Sequence[str], first: int) -> tuple[bool, int]:
    """Whether the words before a number round it, and the bound they set: "nearly", "more than"."""
    first = _before_age(words, first)
    before = words[max(0, first - 3) : first]
    if _HEDGING.isdisjoint(before):
        return False, 0
    approximate = any(w in APPROXIMATE for w in before) or before in JUST_SHORT_OF
    near = before[-2:]
    if near[0] in _OF_A_THING and near[1:] not in ([], ["of"]):
        near = near[1:]
    more = any(w in AT_LEAST for w in near) or (near[-1:] == ["than"] and near[0] in _MORE)
    less = any(w in AT_MOST for w in near) or (near[-1:] == ["than"] and near[0] in _LESS)
    if near == ["up", "to"] and before[0] not in GOING:
        less = True
    if before[-3:-2] == ["as"] and near[-1:] == ["as"] and near[0] in ("many", "much"):
        less = True
    bound = int(more) - int(less)
    if near[-1:] == ["than"] and before[0] in ("no", "not"):
        bound = -bound  # "no fewer than" is "at least"
    return approximate, bound


def falls_short(words: Sequence[str], first: int) -> bool:
    """Whether the words before a number tell that it is not quite reached: "nearly", "just short of"."""
    return words[max(0, first - 1) : first] in _NOT_QUITE or words[max(0, first - 3) : first] in JUST_SHORT_OF


_NOT_QUITE = [[word] for word in NEARLY]
_BEHIND = {
    **{("or", word): 1 for word in ("more", "over", "above", "older", "higher", "longer")},
    ("at", "least"): 1,
    ("at", "most"): -1,
}
"""What sets a bound behind a number: "50 or more", "20 grams at most". What is "or less" is most often told by a "not more"."""
_COUNTED = 2
"""Words of what is counted between a number and its bound at most."""


_BESIDE = words_of("under in on during since because when if by for")
"""What may stand behind such a bound, which ends there: "nine hours at most *under* the rules", but "40 people at most schools"."""


def hedge_behind(words: Sequence[str], text: Sequence[Token], end: int) -> tuple[int, int]:
    """The bound that the words behind a number set, and where they end: 0 and the end of the number where there are none."""
    near = words[end : end + _COUNTED + 3]
    if "or" not in near and "at" not in near:
        return 0, end
    last = min(end + _COUNTED, len(words) - 1)
    at = end
    while at <= last:
        bound = _BEHIND.get((words[at], "".join(words[at + 1 : at + 2])), 0)
        following = "".join(words[at + 2 : at + 3])
        if (
            bound
            and following != "than"
            and not following[:1].isdecimal()
            and (words[at] == "or" or not following or following in _BESIDE or _parted(text, at + 2))
        ):
            return bound, at + 2
        if words[at] in EACH and words[at + 2 : at + 3] in (["at"], ["or"]):
            at, last = at + 2, at + 2
            continue
        if words[at] in STOP_WORDS or not words[at][0].isalnum():
            break
        at += 1
    return 0, end


def _parted(text: Sequence[Token], at: int) -> bool:
    """Whether more than a space stands before a token: a comma, a dash."""
    return text[at].start - text[at - 1].end > 1


def hedge_start(words: Sequence[str], first: int) -> int:
    """Where the words that bound a number begin: "no fewer than", "up to", "below the age of"; its own place if none do."""
    at = _before_age(words, first)
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


def _before_age(words: Sequence[str], first: int) -> int:
    """The place before "the age of" a number, or that of the number."""
    if words[max(0, first - 2) : first] != ["age", "of"]:
        return first
    return first - 2 - (words[max(0, first - 3) : first - 2] == ["the"])
