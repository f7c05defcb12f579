"""Guards on of whom or what it holds: of all or both, or only of some and not of the rest; of what the other makes an exception."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import either_way
from claimtrack.core.match.guards.scope.exceptions import exception
from claimtrack.core.match.reading.syntax.phrases import phrase_after
from claimtrack.core.match.words.lexicon import CONTRASTING, EVERYBODY, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem, wording

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.reading import Reading

_ELSE = (
    ["everyone", "else"],
    ["everybody", "else"],
    ["anyone", "else"],
    ["anybody", "else"],
    ["nobody", "else"],
    ["all", "others"],
    ["the", "rest"],
)
_OF_THE_REST = words_of("else others rest")


@either_way("differs")
def all_or_not_the_rest(one: Reading, other: Reading) -> Told | None:
    """What is so of all in the one is so of some in the other, and otherwise of the rest: "all are free", "... and everyone else pays"."""
    if EVERYBODY.isdisjoint(one.vocabulary) or not _OF_THE_REST.isdisjoint(one.vocabulary):
        return None
    whole = next(word for word in one.words if word in EVERYBODY)
    if told := _not_the_rest(other) or (_not_the_other(other) if whole == "both" else None):
        return whole, told
    return None


def _not_the_rest(reading: Reading) -> str | None:
    """The words that tell of everyone else, where they begin a clause."""
    if _OF_THE_REST.isdisjoint(reading.vocabulary):
        return None
    words = reading.words
    at = next((i for i in range(1, len(words)) if words[i : i + 2] in _ELSE), None)
    if at is None or not (reading.parted(at) or words[at - 1] in _JOINING) or exception(reading) is not None:
        return None
    return wording(reading.tokens[at : at + 2])


_JOINING = words_of("and while but whereas")


def _not_the_other(reading: Reading) -> str | None:
    """The "only" of one of two, where it is denied of the other."""
    if "only" not in reading.vocabulary or len(reading.negators) != 1 or "both" in reading.vocabulary:
        return None
    at = reading.words.index("only")
    return wording(reading.tokens[at : at + 2]) if at < reading.negators[0] else None


_AS_WELL = words_of("too also even including included")


@either_way("differs")
def excepted_or_included(one: Reading, other: Reading) -> Told | None:
    """What one excepts is told to be so as well in the other: "all rice other than basmati", "basmati as well"."""
    if _AS_WELL.isdisjoint(other.vocabulary) and ("as", "well") not in pairwise(other.words):
        return None
    at = exception(one)
    if at is None or exception(other) is not None or one.negators or other.negators:
        return None
    left_out = phrase_after(one, at + (one.words[at] == "other"))
    if left_out and left_out <= other.terms:
        place = next(i for term, i in other.placed if term in left_out)
        return wording(one.tokens[at : at + 3]), f"{other.tokens[place].text} as well"
    return None


_OTHERWISE = words_of("stayed stays remained remains refused refuses declined declines abstained abstains")


@either_way("differs")
def one_set_apart(one: Reading, other: Reading) -> Told | None:
    """Of those who did it together in the one, one did not in the other: "A, B and C left", "A and B left, while C stayed"."""
    if _OTHERWISE.isdisjoint(other.vocabulary - one.vocabulary) or not CONTRASTING.isdisjoint(one.vocabulary):
        return None
    for at, word in enumerate(other.words[:-2]):
        name = at + 1 + (other.words[at + 1] == "the")
        if word not in CONTRASTING or other.words[name + 1 : name + 2] == []:
            continue
        if other.words[name + 1] in _OTHERWISE and _is_one_of_several(one, stem(other.words[name])):
            return other.tokens[name].text, wording(other.tokens[name : name + 2])
    return None


def _is_one_of_several(reading: Reading, name: str) -> bool:
    """Whether a name stands in a list that "and" joins."""
    at = next((i for term, i in reading.placed if term == name and reading.tokens[i].text[0].isupper()), None)
    if at is None or "and" not in reading.vocabulary:
        return False
    joined = "and" in reading.words[max(0, at - 1) : at + 2]
    return joined or (reading.parted(at + 1) and reading.words[at + 1] not in STOP_WORDS)
