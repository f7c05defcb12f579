"""What a document or data show, and how something is so: told with its verb, without which it says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import word_at
from claimtrack.core.extract.words.reading import word_set

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.sources.subjects import Range
    from claimtrack.core.extract.words.reading import Token

_SHOWING = word_set("show shows showed indicate indicates indicated reveal reveals revealed")


def shows_figure(tokens: list[Token], at: int, source: Range) -> bool:
    """ "Police data show a 4% rise", "... how rents rose": what is shown needs its verb, and the data vouch for it."""
    is_shown = (
        any(t.lower[0].isdigit() for t in tokens[at:]) or word_at(tokens, at + 1) in lexicon.QUESTION_WORDS
    )
    is_shown = is_shown and source[0] == 0
    return is_shown and is_document(tokens[slice(*source)]) and tokens[at].lower in _SHOWING


def asks_what(tokens: list[Token], at: int, said: int) -> bool:
    """Whether it is told where, how or why something is so, which is no statement: "show where boats may land"."""
    return tokens[at].lower in _SHOWING and tokens[said].lower in lexicon.QUESTION_WORDS


def tells_how(tokens: list[Token], source: Range, said: int) -> bool:
    """Whether it is told what to do, or by a document how something is so, which by itself says nothing: "told residents how to save water"."""
    word = word_at(tokens, said)
    if source[0] > 0 or word not in lexicon.QUESTION_WORDS:
        return False
    return word_at(tokens, said + 1) == "to" or (
        word in {"how", "why"} and is_document(tokens[slice(*source)])
    )


def is_document(words: list[Token]) -> bool:
    """Whether a document or data are named, which may show something; people show it to somebody."""
    return any(token.lower in nouns.DOCUMENTS for token in words)


def head_of(words: list[Token]) -> list[Token]:
    """The words of a noun phrase up to what it is in or of: "zones" of "zones on the map"."""
    return words[
        : next((i for i, word in enumerate(words) if word.lower in lexicon.PREPOSITIONS), len(words))
    ]
