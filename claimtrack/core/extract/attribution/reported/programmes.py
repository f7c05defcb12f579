"""Titles of programmes in quotation marks, which are no quotation: "told Vale News's "Sunday Report" that S"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import starts_clause
from claimtrack.core.extract.words.finding import has_quote, word_at
from claimtrack.core.extract.words.reading import Token, words_of

_LONGEST_TITLE = 40  # characters, marks included
_THAT_WINDOW = 5  # tokens from the title to "that"
OUTLET_NOUNS = words_of(
    "programme program broadcast broadcaster channel station newspaper magazine show podcast radio television daily weekly tabloid broadsheet paper website"
)
_BEFORE_PROGRAMME = lexicon.ADDRESSEE_VERBS | {"on", "to"}
_AFTER_PROGRAMME = times.TIME_ADVERBS | times.TIME_MODIFIERS | {"on", "in", "at", "during", ".", ",", ""}


def is_programme_title(tokens: list[Token], at: int, quote: int) -> bool:
    """Whether a quotation is the title of a programme: "told Vale News's "Sunday Report" that S", ""S," she told V8's "Live" on Monday"."""
    before, following = tokens[quote - 1], word_at(tokens, quote + 1)
    is_short = len(tokens[quote].text) <= _LONGEST_TITLE
    if before.lower in {"titled", "entitled"}:
        return is_short
    if following == "that":
        return is_short and (before.is_capital or before.lower in _BEFORE_PROGRAMME)
    if before.lower in lexicon.ADDRESSEE_VERBS and following in {"after", "when", "on"}:
        return is_short and has_quote(tokens, 0, quote)  # ""S," she told "Dawn" on Monday"
    is_theirs = quote > at and before.lower.endswith(("'s", "s'"))
    is_place = before.is_capital and (
        following in OUTLET_NOUNS
        or (following in _AFTER_PROGRAMME and (has_quote(tokens, 0, at) or _has_that_nearby(tokens, quote)))
    )
    return is_short and is_theirs and (is_place or starts_clause(tokens, quote + 1))


def _has_that_nearby(tokens: list[Token], quote: int) -> bool:
    """Whether "that" follows the time of the programme: "on V8's "Dawn" on Monday that S"."""
    return any(word_at(tokens, i) == "that" for i in range(quote + 1, quote + _THAT_WINDOW))


def skip_programme(tokens: list[Token], quote: int) -> int:
    """The index after the title of a programme: "on CNB's "Dawn" show", "on CNB's "Dawn""."""
    return quote + 1 + (word_at(tokens, quote + 1) in OUTLET_NOUNS)
