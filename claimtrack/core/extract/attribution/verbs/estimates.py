"""Verbs that report only where they give an estimate or a cause: "put the toll at 31", "credits rain for it"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import CURRENCIES
from claimtrack.core.extract.words.finding import contains_word, word_at
from claimtrack.core.extract.words.reading import Token, words_of

_ESTIMATING = words_of("put puts credit credits credited fault faulted attribute attributes attributed")
"""Verbs that report only where they give an estimate or a cause: "put the toll at 31", "credits rain for it"."""
_BLAMING = words_of("blame blames blamed")
ESTIMATING_OR_BLAMING = _ESTIMATING | _BLAMING
_PHRASAL_PARTICLES = words_of("off out down through")
_BEFORE_ESTIMATE = words_of("at above below over under near around between")
_APPROXIMATORS = words_of("about around nearly almost more over least between just close")
_ESTIMATE_WINDOW = 12  # tokens from "puts" to "at"
_OPENS_NUMBER = lexicon.CARDINALS_AND_A | _APPROXIMATORS


def gives_estimate_or_cause(tokens: list[Token], at: int) -> bool:
    """Whether the verb gives an estimate or a cause: "put the toll at 31", "credits rain for it"."""
    if tokens[at].lower in _BLAMING:
        return True
    if word_at(tokens, at + 1) == "to":
        return False  # "a song attributed to Moor"
    if word_at(tokens, at + 2) in _PHRASAL_PARTICLES:
        return False  # "puts you off at a ladder"
    if tokens[at].lower not in lexicon.PUTS:
        return contains_word(tokens[at + 2 : at + _ESTIMATE_WINDOW], {"to", "for", "with"})
    window = range(at + 2, min(len(tokens) - 1, at + _ESTIMATE_WINDOW))
    return any(
        tokens[i].lower in _BEFORE_ESTIMATE and (_opens_quantity(tokens[i + 1]) or tokens[i + 1].is_quote)
        for i in window
    )


def _opens_quantity(token: Token) -> bool:
    """Whether the token begins a quantity: "31", "$4m", "about"."""
    return token.text[0] in CURRENCIES or any(map(str.isdigit, token.text)) or token.lower in _OPENS_NUMBER
