"""What a line announces: whose a press office says that its statement is ("attributable to Ada Moor"), a title, words that somebody says next."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.adjuncts import after_verb
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import word_at
from claimtrack.core.extract.words.reading import Range, Token, word_set

_STATEMENTS = word_set("statement statements quote quotes comment comments response following below")
_ASCRIBING = word_set("attributable attributed attribute")
_OPENS_CLAUSE = lexicon.HANGING | lexicon.INDIRECT | {"that", "before"}
_LONGEST = 24
_NEAR = 4
"""Words from "attribute" to "to": "attribute the following to"."""


def ascribed(tokens: list[Token]) -> Range | None:
    """To whom a short sentence says that a statement is to be attributed; in "deaths attributable to smoking" nobody speaks."""
    if len(tokens) > _LONGEST or _STATEMENTS.isdisjoint(token.lower for token in tokens):
        return None
    if not (
        tokens[-1].text == ":"
        or tokens[0].lower == "please"
        or any(t.lower == "attributable" for t in tokens)
    ):
        return None
    window = range(len(tokens) - 1)
    start = next((i + 1 for i in window if tokens[i].lower == "to" and _is_ascribing(tokens, i)), 0)
    end = len(tokens) - (tokens[-1].text in {".", ":"})
    speaks = any(token.is_capital or token.lower in nouns.PEOPLE for token in tokens[start:end])
    return (start, end) if start and speaks and word_at(tokens, start) not in lexicon.BE else None


def _is_ascribing(tokens: list[Token], to: int) -> bool:
    return any(token.lower in _ASCRIBING for token in tokens[max(0, to - _NEAR) : to])


def names_title(words: list[Token], at: int) -> bool:
    """Whether the quotation is but the title of what stands before: "a poem called "Dawn"", "The film, called "Dawn","."""
    follows = words[at - 1].text == "," or word_at(words, at - 2) in lexicon.ARTICLES
    return follows and words[at + 1].is_quote and not is_speaker(words[at - 1 : at])


def says_last(tokens: list[Token]) -> bool:
    """Whether a verb of saying, or to whom, when and where it was said, stands before the colon: "told the court on Monday:".

    Not so where another clause tells when or that it was: "Three things to know after Ada Moor told the court:".
    """
    last = len(tokens) - 1
    return any(
        t.lower in lexicon.SAY
        and (at == last - 1 or (after_verb(tokens, at) >= last and not _is_told_of(tokens, at)))
        for at, t in enumerate(tokens)
    )


def _is_told_of(tokens: list[Token], verb: int) -> bool:
    clause = next((i + 1 for i in range(verb - 1, -1, -1) if tokens[i].text == ","), 0)
    return any(token.lower in _OPENS_CLAUSE for token in tokens[max(1, clause) : verb])
