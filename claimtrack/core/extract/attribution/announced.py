"""Quotations that a clause leads up to and an attribution follows: "Moor was furious: "We lost 40 boats," she said."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.attribution import attributions
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import has_predicate, is_finite
from claimtrack.core.extract.words.reading import Span
from claimtrack.core.typography import CLOSING_QUOTES

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

_CLOSING = f"\"'’{CLOSING_QUOTES}"
_QUOTING = frozenset({"quoted", "quoting", "quotes", "cited", "citing", "cites"})
_LONGEST_LEAD = 10
"""Words of what only leads up to a quotation; a longer clause, and one with a figure, says something as well."""


def announced_at(text: str, words: list[Token]) -> int:
    """Where the colon stands before a quotation of whole sentences whose speaker is named behind it; else 0."""
    quote = next((i for i, word in enumerate(words) if word.is_quote), 0)
    if quote < 2 or words[quote - 1].text != ":" or text[words[quote].start + 1].islower():
        return 0
    said = attributions(words[quote:])
    is_after = bool(said) and not said[0].framed and said[0].content[0] == 0
    return quote - 1 if is_after and said[0].content[1] <= min(said[0].cue, said[0].source[0]) else 0


def goes_on_quoting(text: str, words: list[Token]) -> bool:
    """Whether the quotation behind the colon goes on in the next sentence: "There is a catch: "It is old."."""
    quote = words[-1]
    is_announced = len(words) > 2 and quote.is_quote and words[-2].text == ":"
    return is_announced and not text[quote.start + 1].islower() and text[quote.end - 1] not in _CLOSING


def only_leads_up(lead: list[Token]) -> bool:
    """Whether the clause before the colon says nothing by itself: "But there is a catch"."""
    is_short = len(lead) <= _LONGEST_LEAD and not any(word.text[0].isdigit() for word in lead)
    return is_short or lead[-1].lower in lexicon.CUES or not has_predicate(lead, 0, len(lead))


def quoted_from(words: list[Token], at: int) -> Span | None:
    """Whom a speaker quotes in turn: ""S," he wrote, and quoted a memo by Moor: "T""; None where he goes on himself."""
    if words[at - 1].text != ":":
        return None
    verb = next((i for i in range(at - 2, 0, -1) if not words[i].is_word or words[i].lower in _QUOTING), 0)
    by = next((i for i in range(verb + 1, at - 1) if words[i].lower == "by"), verb)
    is_quoted = words[verb].lower in _QUOTING and by + 1 < at - 1
    return Span(words[by + 1].start, words[at - 2].end) if is_quoted else None


def goes_on_behind(text: str, words: list[Token], at: int, source: Span | None) -> bool:
    """Whether a quotation of a few words goes on right behind whoever was quoted before: ""Rents," Doe said, "rose" by 9%"."""
    comma = at - 1 - (words[at - 1].lower in lexicon.COORDINATORS)
    if source is None or comma < 2 or words[comma].text != "," or text[words[at].start + 1].isupper():
        return False
    first = next((i for i in range(comma - 2, -1, -1) if words[i].is_quote), -1)
    between = words[first + 1 : comma]
    verbs = [word for word in between if word.lower in lexicon.REPORTING or is_finite(word)]
    is_split = first >= 0 and len(verbs) == 1 and text[words[first].end - 2] == ","
    closes = words[comma - 1].lower in lexicon.REPORTING or words[comma - 1].end == source.end
    return is_split or (closes and first >= 0 and words[comma - 2].is_word)
