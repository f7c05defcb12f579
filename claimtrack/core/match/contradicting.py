"""What a text says by itself: nothing, "No."; that something is not so; or what contradicts a claim that it is a remark on: "it rose to 5 percent" behind "fell to 4 percent"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.reading import meanings, read
from claimtrack.core.match.words.currencies import SIGNS
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import stem, unspaced_bigrams

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


_DENIED = 2
"""Terms behind a "not" that it may deny."""


def contains_negation(text: str) -> bool:
    """Whether a text says that something is not so."""
    return bool(read(text).negators)


def contradicts(remark: str, claim: str) -> bool:
    """Whether a remark on what the claim speaks of turns it round, denies what it says, or gives another number of the kind.

    The remark is known to be about the same: no guard asks whether it is. What only adds to the claim contradicts nothing.
    """
    said, of = read(remark), read(claim)
    return _denies(said, of) or _turned(said, of) or _another_number(said, of)


def _denies(said: Reading, of: Reading) -> bool:
    if bool(said.negators) == bool(of.negators):
        return False
    denying, other = (said, of) if said.negators else (of, said)
    return any(
        term in other.terms or not meanings(term).isdisjoint(other.senses) for term in _denied(denying)
    )


def _denied(reading: Reading) -> list[str]:
    """The terms right behind the words that deny: "did not even *fall*", "not a single *home*"."""
    return [
        term
        for at in reading.negators
        for term in [term for term, place in reading.placed_terms if place > at][:_DENIED]
    ]


def _turned(said: Reading, of: Reading) -> bool:
    both = said.poles.keys() & of.poles.keys()
    return any(said.poles_on(axis).isdisjoint(of.poles_on(axis)) for axis in both)


def _another_number(said: Reading, of: Reading) -> bool:
    for number in said.amounts:
        alike = [one for one in of.amounts if one.kind == number.kind]
        if alike:  # the first that can be one of the claim's tells
            return not any(can_be_equal(number, one) for one in alike)
    return False


_ANSWERS = words_of(
    """
    no none not never nobody nothing neither nor nope yes yeah yep yup ok okay maybe perhaps probably possibly
    exactly absolutely definitely certainly course all some many few more less most least nein ja doch oui si да нет
    """
)
_STEMS = frozenset(map(stem, _ANSWERS))
_PRONOUNS = words_of("i you he she it we they this that these those there who")
_FEW = 5
"""Words of an answer at most: of more, as in "To be or not to be", the order says something."""


_READ_OUT = frozenset("%‰" + SIGNS)
"""Signs that are a word when they are read out."""


def count_words(text: str) -> int:
    """How many words a text has, "12%" for "12 percent", and two letters for one in Chinese: the measure of a short one."""
    words = read(text).words
    return sum(
        max(1, len(unspaced_bigrams(word)) // 2) for word in words if word[0].isalnum() or word in _READ_OUT
    )


@lru_cache(maxsize=4096)
def is_bare_answer(text: str) -> bool:
    """Whether a few words tell nothing of what they are about: "No.", "They have.", "Not one.", "Eleven.", "40 percent."

    The same answer to two questions is no repeat, not even in the same mouth.
    """
    if len(text) > 100:
        return False
    words = read(text)
    if count_words(text) > _FEW or words.signed_by is not None:
        return False  # what a name is signed under is a post of its own
    numbers = [term for term in words.terms if term.startswith("#")]
    answers = words.terms & _STEMS
    is_answer = numbers or answers or any(word.split("'")[0] in _PRONOUNS for word in words.words)
    return bool(is_answer) and len(words.terms) == len(numbers) + len(answers)
