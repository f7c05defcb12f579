"""Short sentences that attribute a statement: "Statement attributable to Ada Moor", "Please attribute the following to a spokesman:"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.finding import contains_word, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of

_STATEMENT_NOUNS = words_of("statement statements quote quotes comment comments response following below")
_ATTRIBUTING = words_of("attributable attributed attribute")
_LONGEST_ASCRIPTION = 24  # tokens
_ATTRIBUTE_WINDOW = 4  # words from "attribute" to "to": "attribute the following to"


def find_ascription(tokens: list[Token]) -> TokenRange | None:
    """To whom a short sentence attributes a statement: "attributable to Ada Moor"; None in "deaths attributable to smoking"."""
    if len(tokens) > _LONGEST_ASCRIPTION or _STATEMENT_NOUNS.isdisjoint([token.lower for token in tokens]):
        return None
    if any(token.is_quote for token in tokens):
        return None  # "Statement attributable to Ada Moor: "S"" contains its statement
    if not (tokens[-1].text == ":" or tokens[0].lower == "please" or contains_word(tokens, "attributable")):
        return None
    window = range(len(tokens) - 1)
    start = next((i + 1 for i in window if tokens[i].lower == "to" and _is_ascribing(tokens, i)), 0)
    end = len(tokens) - (tokens[-1].text in {".", ":"})
    has_speaker = any(token.is_capital or token.lower in nouns.SPEAKERS for token in tokens[start:end])
    return (start, end) if start and has_speaker and word_at(tokens, start) not in lexicon.BE else None


def _is_ascribing(tokens: list[Token], to: int) -> bool:
    """Whether "to" belongs to a verb or adjective of attribution: "attributable to", "attribute the following to"."""
    return contains_word(tokens[max(0, to - _ATTRIBUTE_WINDOW) : to], _ATTRIBUTING)
