"""What is not done is ended, halted, opposed or kept in the other: "not being built", "halted the building"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.opposites import CEASING, LIFTING, LOSING, QUITTING
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

ENDING = CEASING | LIFTING | QUITTING | LOSING
"""Words by which something comes to its end."""


def is_over(one: Reading, other: Reading) -> bool:
    """What is no longer done has come to its end: "stopped playing", "retired"."""
    if "longer" in one.vocabulary and ENDING & other.vocabulary:
        return True
    ceased = [one.words[at] for at in one.negators if one.words[at] in CEASING]
    if ceased and len(one.negators) == 1 and QUITTING & (other.vocabulary - one.vocabulary):
        return True
    return bool(ceased) and any(
        senses(stem(word)) & senses(stem(ceased[0])) and before not in ("the", "an")
        for before, word in pairwise(["", *other.words])
    )


_HALTING = words_of(
    "halt halts halted halting stop stops stopped stopping block blocks blocked blocking prevent prevents prevented preventing"
    " freeze freezes froze frozen suspend suspends suspended suspending pause pauses paused pausing"
    " oppose opposes opposed opposing reject rejects rejected rejecting drop drops dropped dropping abandon abandons abandoned shelved"
)
_OF_IT = 4
"""Words behind "halted" in which it is told what: "halted all further building"."""


def is_halted(one: Reading, other: Reading) -> bool:
    """What is not done has been halted or is opposed: "are not being built", "halted the building", "opposed building"."""
    if other.negators or _HALTING.isdisjoint(other.vocabulary):
        return False
    if any(word in _HALTING for at, word in enumerate(one.words) if at not in one.negators):
        return False
    halted = {at for at, word in enumerate(other.words) if word in _HALTING}
    return any(
        term in one.surely_denied and not halted.isdisjoint(range(at - _OF_IT, at))
        for term, at in other.placed
    )


_KEEPING = words_of(
    "keep keeps kept keeping retain retains retained retaining maintain maintains maintained continue continues continued continuing"
    " preserve preserved uphold upholds upheld"
)
_TAKING_AWAY = frozenset(map(stem, ENDING | words_of("cut remove sell change replace")))


def is_kept(one: Reading, other: Reading) -> bool:
    """What is not ended is kept: "voted against ending the subsidy", "voted to keep it", but not "continued ending", "ended the one and kept the other"."""
    if other.negators or _KEEPING.isdisjoint(other.vocabulary - one.vocabulary):
        return False
    taking_away = _TAKING_AWAY & one.surely_denied
    return bool(taking_away) and taking_away.isdisjoint(map(stem, other.words))
