"""The terms by which a statement is kept in the index and looked up."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.reading import dates
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.terms import FEW_TERMS, whole_wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.core.model import Statement

BESIDE = 0.5
"""What a term counts that is not in the text but in who said it, and when."""


@lru_cache(maxsize=1024)
def query_terms(statement: Statement) -> Mapping[str, float]:
    """The terms to look a statement up by, each with what it counts: the words, then speaker and date."""
    reading = read(statement.text)
    weights = dict.fromkeys(index_terms(statement.text), 1.0)
    claimant = statement.claimant or reading.signed_by or ""
    for beside in (claimant, dates.spoken(statement.claimed_on or reading.signed_on)):
        for term in read(beside).sequence:
            weights.setdefault(term, BESIDE)
    return weights


def index_terms(text: str) -> list[str]:
    """The terms a text is indexed and looked up by, repeats included.

    A text with few terms (stop words, digits, emoji) is found by its whole wording as well.
    """
    found = read(text).sequence
    return found if len(found) >= FEW_TERMS else [*found, whole_wording(text)]


def preload_terms(sequences: Mapping[str, list[str]]) -> None:
    """Take over the terms, in order, that another process has read of these texts."""
    for text, sequence in sequences.items():
        vars(read(text))["sequence"] = sequence
