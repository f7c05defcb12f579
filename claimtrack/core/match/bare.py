"""Words that say nothing by themselves: what they are about stands in the question before them."""

from __future__ import annotations

from functools import lru_cache

from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import stem

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


@lru_cache(maxsize=4096)
def says_nothing(text: str) -> bool:
    """Whether a few words tell nothing of what they are about: "No.", "They have.", "Not one.", "Eleven.", "40 percent."

    The same answer to two questions is no repeat, not even in the same mouth.
    """
    if len(text) > 100:
        return False
    words = read(text)
    if words.word_count > _FEW or words.signed_by is not None:
        return False  # what a name is signed under is a post of its own
    numbers = [term for term in words.terms if term.startswith("#")]
    answers = words.terms & _STEMS
    is_answer = numbers or answers or any(word.split("'")[0] in _PRONOUNS for word in words.words)
    return bool(is_answer) and len(words.terms) == len(numbers) + len(answers)
