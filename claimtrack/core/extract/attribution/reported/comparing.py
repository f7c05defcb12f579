"""Figures that are set beside the one that was said: ", up from 12", ", twice the rate of May"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.lapses import tells_lapse
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import BREAKS, CURRENCIES, word_at
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.verbs import is_finite
from claimtrack.core.extract.words.vocabulary import FRACTIONS

_LONGEST_SHARE = 6
_RISING = frozenset({"up", "down"})
_SINCE = frozenset({"from", "by", "on", "about", "nearly", "almost", "more", "slightly", "sharply"})
_MEASURING = lexicon.COUNTS | word_set(
    "most some many more less fewer higher lower nearly almost about around roughly over twice"
)
_MULTIPLES = frozenset({"twice", "double", "triple", "thrice", "half"})
_PARTS = FRACTIONS | {"times", "half"}
_BEFORE_MEASURE = frozenset({"than", "higher", "lower", "above", "below", "of"})
_OF_THEM = frozenset({"them", "it", "these", "whom", "which", "what"})


def compares(tokens: list[Token], at: int) -> bool:
    """Whether a figure is set here beside the one that was said: ", up from 12", ", 76 more than in May", ", twice the rate of May"."""
    first, following = word_at(tokens, at + 1), word_at(tokens, at + 2)
    if word_at(tokens, at) not in BREAKS or not following or tells_lapse(tokens, at):
        return False
    if first in _RISING:
        return following in _SINCE or _is_measure(tokens[at + 2])
    if first == "against":
        return _is_measure(tokens[at + 2])
    if first in {"compared", "of", "followed"}:
        return following in {"with", "to", "which", "by"}
    if _multiplies(tokens, at):
        return True
    end = min(len(tokens) - 1, at + _LONGEST_SHARE)
    share = next((i for i in range(at + 2, end) if tokens[i].lower in _BEFORE_MEASURE), 0)
    compared = word_at(tokens, share) != "of" or word_at(tokens, share + 1) in _OF_THEM
    opens = _is_measure(tokens[at + 1]) or first in _MEASURING
    return share > 0 and opens and compared and not any(map(is_finite, tokens[at + 1 : share]))


def _multiplies(tokens: list[Token], at: int) -> bool:
    """Whether ", twice the rate of May", ", about a third the number" or ", three times as many as" follows; what stands behind a dash is the outlet's."""
    if word_at(tokens, at) != ",":
        return False
    at += 1
    while word_at(tokens, at) in lexicon.HEDGES:
        at += 1
    is_counted = word_at(tokens, at) in lexicon.COUNTS and word_at(tokens, at + 1) in _PARTS
    behind = word_at(tokens, at + 1 + is_counted)
    return (is_counted or word_at(tokens, at) in _MULTIPLES) and (
        behind in lexicon.NOUN_OPENERS or behind in {"as", "what"}
    )


def _is_measure(token: Token) -> bool:
    return token.text[0].isdigit() or token.text in CURRENCIES
