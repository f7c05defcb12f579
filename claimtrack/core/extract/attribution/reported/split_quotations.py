"""Quotations that say nothing by themselves: halves of which the one denies the other (""I don't think," she said, "that rents fell.""), and predicates."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import BREAKS, has_predicate, word_at
from claimtrack.core.extract.words.reading import Span, Token, tokens, word_set
from claimtrack.core.extract.words.verbs import is_auxiliary, is_finite
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.draft import Draft

_DENYING = lexicon.NO_ONE | word_set(
    "never cannot barely doubt doubts doubted deny denies denied false untrue if unless"
)
_CERTAIN = word_set("doubt question denying")
"""What is beyond these is so: "There is no doubt that S"."""
_OPENS_DENIED = word_set("that whether if")
_GOES_ON = lexicon.CLAUSE_LINKS | {"which", "who", "not"}
_OPEN = lexicon.SAY | (
    lexicon.THINK - word_set("know knows knew knowing understand understands understood feel feels felt")
)
_LONGEST_SUBJECT = 3
_FEWEST_SAID = 4
_BEFORE = " \"'"
_FARTHEST = 120
"""Characters of the attribution between the halves."""


def undivided(text: str, found: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, in which no half of a quotation says by itself what the other denies.

    Such a row holds the attribution between its halves: its words have to stand in the article one after the other.
    """
    for first, second in pairwise(found):
        if _are_halves(text, first, second) and _denies(text, first.span, second.span):
            second.span = Span(first.span.start, second.span.end)
            first.span = Span(first.span.start, first.span.start)
    return [draft for draft in found if draft.span.end > draft.span.start]


def is_predicate_alone(text: str, words: list[Token]) -> bool:
    """Whether the only quotation of a sentence is but what its subject does: "Though it is new, some "may never have seen it."."""
    end = len(words) - 1 - (words[-1].text == ".")
    if end < 1 or not words[end].is_quote or any(word.is_quote for word in words[:end]):
        return False
    begin = next((i + 1 for i in range(end - 1, -1, -1) if words[i].text in BREAKS), 0)
    subject, said = words[begin:end], tokens(text[words[end].start + 1 : words[end].end - 1])
    opens = len(said) >= _FEWEST_SAID and said[0].text.islower() and is_finite(said[0])
    is_subject = bool(subject) and subject[-1].lower not in lexicon.PREPOSITIONS
    return (
        opens
        and is_subject
        and not any(not w.is_word or w.lower in lexicon.CUES or is_finite(w) for w in subject)
    )


def _are_halves(text: str, first: Draft, second: Draft) -> bool:
    """Whether one quotation ends in a comma before its speaker, and another goes on with its sentence behind him."""
    source = first.source
    if source is None or not first.kind is second.kind is Kind.DIRECT or source != second.source:
        return False
    is_between = first.span.end < source.start < second.span.start < first.span.end + _FARTHEST
    goes_on = text[first.span.end] == "," and text[source.end : second.span.start].rstrip(_BEFORE).endswith(
        ","
    )
    return is_between and goes_on and text[second.span.start].islower()


def _denies(text: str, first: Span, second: Span) -> bool:
    words, others = (tokens(text[slice(*span)]) for span in (first, second))
    at = next((i for i, word in enumerate(words) if _is_denial(word)), -1)
    if at < 0 or not others or word_at(words, at + 1) in _CERTAIN:
        return False
    if others[0].lower in _OPENS_DENIED:
        return True
    return others[0].lower not in _GOES_ON and _is_open(words)


def _is_denial(word: Token) -> bool:
    return word.lower in _DENYING or word.lower.endswith("n't")


def _is_open(words: list[Token]) -> bool:
    """Whether words want others behind them: "We did not", "Nobody", "I don't believe"."""
    last = words[-1]
    if len(words) == 1 and last.lower == "no":
        return False  # an answer
    is_subject = len(words) <= _LONGEST_SUBJECT and not has_predicate(words, 0, len(words))
    return is_auxiliary(last) or _is_denial(last) or last.lower in _OPEN or is_subject
