"""Times that are set beside what was said, and tell but when it was: ", less than a month before the vote"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import opens_clause, word_at
from claimtrack.core.extract.words.reading import Token, word_set

_STRETCHES = frozenset(word for word in times.STRETCHES if word.endswith("s"))
_COUNTING = lexicon.COUNTS | word_set("an few several just less more than nearly almost about barely only")
_LAPSING = frozenset({"after", "before", "ahead"})
_LONGEST_LAPSE = 6


def follows_on(tokens: list[Token], at: int) -> bool:
    """Whether ", hours after two ministers left" or ", a day after it shut" follows: the outlet's own, when something was said."""
    if word_at(tokens, at + 1) in _STRETCHES and word_at(tokens, at + 2) in {"after", "before"}:
        return True
    stretch = _lapse(tokens, at)
    return stretch > 0 and opens_clause(tokens, stretch + 2)


def tells_lapse(tokens: list[Token], at: int) -> bool:
    """Whether ", less than a month before the vote" tells but when it was said."""
    return _lapse(tokens, at) > 0


def _lapse(tokens: list[Token], at: int) -> int:
    """Where "month" stands in ", less than a month before"; 0 where no such words follow the comma."""
    window = range(at + 2, min(len(tokens) - 1, at + _LONGEST_LAPSE))
    stretch = next((i for i in window if tokens[i].lower in times.STRETCHES), 0)
    counts = all(t.lower in _COUNTING or t.text[0].isdigit() for t in tokens[at + 1 : stretch])
    follows = word_at(tokens, at) == "," and counts and word_at(tokens, stretch + 1) in _LAPSING
    return stretch if follows else 0
