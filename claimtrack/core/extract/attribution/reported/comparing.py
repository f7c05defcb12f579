"""What is set beside what was said: a figure, ", up from 12", or how long before or after, ", less than a month before the vote"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, starts_clause, starts_number, word_at
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.verbs import is_finite
from claimtrack.core.extract.words.vocabulary import FRACTIONS

_LONGEST_SHARE = 6
_SINCE = frozenset({"from", "by", "on", "about", "nearly", "almost", "more", "slightly", "sharply"})
_MEASURING = lexicon.CARDINALS_AND_A | word_set(
    "most some many more less fewer higher lower nearly almost about around roughly over twice"
)
_MULTIPLES = frozenset({"twice", "double", "triple", "thrice", "half"})
_PARTS = FRACTIONS | {"times", "half"}
_BEFORE_MEASURE = frozenset({"than", "higher", "lower", "above", "below", "of"})
_OF_THEM = frozenset({"them", "it", "these", "whom", "which", "what"})
_STRETCHES = frozenset(word for word in times.TIME_UNITS if word.endswith("s"))
_COUNTING = lexicon.CARDINALS_AND_A | word_set(
    "an few several just less more than nearly almost about barely only"
)
_LAPSING = frozenset({"after", "before", "ahead"})
_LONGEST_LAPSE = 6


def starts_comparison(tokens: list[Token], at: int) -> bool:
    """Whether a figure is set here beside the one that was said: ", up from 12", ", 76 more than in May", ", twice the rate of May"."""
    first, following = word_at(tokens, at + 1), word_at(tokens, at + 2)
    if word_at(tokens, at) not in COMMA_OR_DASH or not following or starts_lapse_adjunct(tokens, at):
        return False
    if first in {"up", "down"}:
        return following in _SINCE or starts_number(tokens[at + 2])
    if first == "against":
        return starts_number(tokens[at + 2])
    if first in {"compared", "of", "followed"}:
        return following in {"with", "to", "which", "by"}
    if _multiplies(tokens, at):
        return True
    end = min(len(tokens) - 1, at + _LONGEST_SHARE)
    share = next((i for i in range(at + 2, end) if tokens[i].lower in _BEFORE_MEASURE), 0)
    compared = word_at(tokens, share) != "of" or word_at(tokens, share + 1) in _OF_THEM
    opens = starts_number(tokens[at + 1]) or first in _MEASURING
    return share > 0 and opens and compared and not any(map(is_finite, tokens[at + 1 : share]))


def _multiplies(tokens: list[Token], at: int) -> bool:
    """Whether ", twice the rate of May", ", about a third the number" or ", three times as many as" follows; what stands behind a dash is the outlet's."""
    if word_at(tokens, at) != ",":
        return False
    at += 1
    while word_at(tokens, at) in lexicon.QUANTITY_MODIFIERS:
        at += 1
    is_counted = word_at(tokens, at) in lexicon.CARDINALS_AND_A and word_at(tokens, at + 1) in _PARTS
    behind = word_at(tokens, at + 1 + is_counted)
    return (is_counted or word_at(tokens, at) in _MULTIPLES) and (
        behind in lexicon.NOUN_OPENERS or behind in {"as", "what"}
    )


def starts_lapse_clause(tokens: list[Token], at: int) -> bool:
    """Whether ", hours after two ministers left" or ", a day after it shut" follows: the outlet's own, when something was said."""
    if word_at(tokens, at + 1) in _STRETCHES and word_at(tokens, at + 2) in {"after", "before"}:
        return True
    stretch = _lapse(tokens, at)
    return stretch > 0 and starts_clause(tokens, stretch + 2)


def starts_lapse_adjunct(tokens: list[Token], at: int) -> bool:
    """Whether ", less than a month before the vote" or ", the day after it closed" tells but when it was said."""
    is_day = word_at(tokens, at + 1) == "the" and word_at(tokens, at + 2) in times.TIME_UNITS
    return _lapse(tokens, at) > 0 or (is_day and word_at(tokens, at + 3) in _LAPSING)


def _lapse(tokens: list[Token], at: int) -> int:
    """Where "month" stands in ", less than a month before"; 0 where no such words follow the comma."""
    window = range(at + 2, min(len(tokens) - 1, at + _LONGEST_LAPSE))
    stretch = next((i for i in window if tokens[i].lower in times.TIME_UNITS), 0)
    counts = all(t.lower in _COUNTING or t.text[0].isdigit() for t in tokens[at + 1 : stretch])
    follows = word_at(tokens, at) == "," and counts and word_at(tokens, stretch + 1) in _LAPSING
    return stretch if follows else 0
