"""What a text states by itself: nothing, as "No."; a negation; or, as a remark on a claim, its contradiction: "it rose to 5 percent" after "fell to 4 percent"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import SUBJECT_PRONOUNS, words_of
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.currencies import SIGNS
from claimtrack.core.match.words.terms import stems_of, unspaced_bigrams

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


_NEGATION_REACH = 2
"""The number of terms after a negator that it may negate."""


def contains_negation(text: str) -> bool:
    """Whether a text contains a negation."""
    return bool(read(text).negators)


def contradicts(remark: str, claim: str) -> bool:
    """Whether a remark on a claim reverses it, negates it, or gives another number of the same kind.

    The remark is known to be about the claim, so no guard checks that. A mere addition contradicts nothing.
    """
    statement, claimed = read(remark), read(claim)
    return any(differ(statement, claimed) for differ in (_negates, _reverses, _has_other_number))


def _negates(remark: Reading, claim: Reading) -> bool:
    """Whether one of two texts negates a term of the other, which negates nothing."""
    if bool(remark.negators) == bool(claim.negators):
        return False
    denying, asserting = (remark, claim) if remark.negators else (claim, remark)
    return any(map(asserting.expresses, _negated_terms(denying)))


def _negated_terms(reading: Reading) -> list[str]:
    """The terms right after each negator: "did not even *fall*", "not a single *home*"."""
    return [
        term
        for at in reading.negators
        for term in [term for term, place in reading.placed_terms if place > at][:_NEGATION_REACH]
    ]


def _reverses(remark: Reading, claim: Reading) -> bool:
    """Whether two texts are on opposite sides of an axis: "rose", "fell"."""
    both = remark.poles.keys() & claim.poles.keys()
    return any(remark.poles_on(axis).isdisjoint(claim.poles_on(axis)) for axis in both)


def _has_other_number(remark: Reading, claim: Reading) -> bool:
    """Whether the first number of the remark with one of its kind in the claim agrees with none of these."""
    for number in remark.amounts:
        alike = [amount for amount in claim.amounts if amount.kind == number.kind]
        if alike:  # the first number with one of its kind decides
            return not any(can_be_equal(number, amount) for amount in alike)
    return False


_ANSWER_STEMS = stems_of(
    """
    no none not never nobody nothing neither nor nope yes yeah yep yup ok okay maybe perhaps probably possibly
    exactly absolutely definitely certainly course all some many few more less most least nein ja doch oui si да нет
    """
)
_PRONOUNS = SUBJECT_PRONOUNS | words_of("this that these those there who")
_MAX_ANSWER_WORDS = 5
"""The most words of an answer: in a longer one, "To be or not to be", the order carries meaning."""


_SPOKEN_SIGNS = frozenset("%‰" + SIGNS)
"""Signs that are read aloud as words."""


def count_words(text: str) -> int:
    """The number of words in a text, counting "12%" as "12 percent" and two Chinese characters as one word."""
    words = (word for word in read(text).words if word[0].isalnum() or word in _SPOKEN_SIGNS)
    return sum(max(1, len(unspaced_bigrams(word)) // 2) for word in words)


@lru_cache(maxsize=4096)
def is_bare_answer(text: str) -> bool:
    """Whether a short text gives no subject matter: "No.", "They have.", "Not one.", "Eleven.", "40 percent."

    The same answer to two questions is no repeat, not even by the same speaker.
    """
    if len(text) > 100:
        return False
    words = read(text)
    if count_words(text) > _MAX_ANSWER_WORDS or words.signed_by is not None:
        return False  # what a name is signed under is a post of its own
    numbers = [term for term in words.terms if term.startswith("#")]
    answers = words.terms & _ANSWER_STEMS
    is_answer = numbers or answers or any(word.split("'")[0] in _PRONOUNS for word in words.words)
    return bool(is_answer) and len(words.terms) == len(numbers) + len(answers)
