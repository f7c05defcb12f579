"""Quotations that a clause leads up to and an attribution follows: "Moor was furious: "We lost 40 boats," she said."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution import attributions

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token

_LONGEST_LEAD = 10
"""Words of what only leads up to a quotation; a longer clause, and one that holds a figure, says something as well."""


def announced_at(text: str, words: list[Token]) -> int:
    """Where the colon stands before a quotation of whole sentences whose speaker is named behind it; else 0."""
    quote = next((i for i, word in enumerate(words) if word.is_quote), 0)
    if quote < 2 or words[quote - 1].text != ":" or text[words[quote].start + 1].islower():
        return 0
    said = attributions(words[quote:])
    is_after = bool(said) and not said[0].framed and said[0].content[0] == 0
    return quote - 1 if is_after and said[0].content[1] <= min(said[0].cue, said[0].source[0]) else 0


def only_leads_up(lead: list[Token]) -> bool:
    """Whether the clause before the colon says nothing by itself: "But there is a catch"."""
    return len(lead) <= _LONGEST_LEAD and not any(word.text[0].isdigit() for word in lead)
