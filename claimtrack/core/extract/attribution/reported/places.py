"""What is told of where something was said: "an email seen by the Courier", "a hearing in Vale"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import word_at
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.verbs import is_finite

_LONGEST = 8
_SEEN = word_set(
    "seen obtained reviewed shared sent read published posted released circulated leaked issued dated aired"
)
"""What has become of a letter in which something was said."""


def past_venue(tokens: list[Token], at: int) -> int:
    """Past what is told of the venue that ends before `at`: who has seen the letter, where the hearing was."""
    return _past_town(tokens, _past_finder(tokens, at))


def _past_town(tokens: list[Token], at: int) -> int:
    town = at + 1 if word_at(tokens, at) == "in" else at
    end = town
    while at < town <= end < len(tokens) and tokens[end].is_capital:
        end += 1
    return end if town < end < len(tokens) and tokens[end].is_word else at


def _past_finder(tokens: list[Token], at: int) -> int:
    """Past "seen by the Courier" and "obtained on Monday by us"."""
    if word_at(tokens, at) not in _SEEN or word_at(tokens, at + 1) not in lexicon.PREPOSITIONS:
        return at
    window = range(at + 2, min(len(tokens), at + _LONGEST))
    end = next((i for i in window if not tokens[i].is_word or tokens[i].lower == "that"), at)
    return at if any(map(is_finite, tokens[at + 1 : end])) else end
