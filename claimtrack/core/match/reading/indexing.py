"""The terms by which a statement is indexed and looked up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from claimtrack.core.match.reading import dates
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.terms import FEW_TERMS, whole_wording
from claimtrack.core.model import Statement

METADATA_WEIGHT = 0.5
"""The weight of a query term that is not from the text but from its speaker or date."""


@lru_cache(maxsize=1024)
def query_terms(statement: Statement) -> Mapping[str, float]:
    """Return the terms to look up a statement by, with their weights: its words, then its speaker and date."""
    reading = read(statement.text)
    weights = dict.fromkeys(index_terms(statement.text), 1.0)
    claimant = statement.claimant or reading.signed_by or ""
    for metadata in (claimant, dates.format_as_spoken(statement.claimed_on or reading.signed_on)):
        for term in read(metadata).sequence:
            weights.setdefault(term, METADATA_WEIGHT)
    return weights


def index_terms(text: str) -> list[str]:
    """Return the terms by which a text is indexed and looked up, repeats included.

    A text with few terms (stop words, digits, emoji) is found by its whole wording as well.
    """
    found = read(text).sequence
    return found if len(found) >= FEW_TERMS else [*found, whole_wording(text)]


def parts_to_preload(text: str) -> dict[str, Any]:
    """Return the parts of a text's reading that take longest and that filing it needs, for `preload_readings`."""
    reading = read(text)
    return {name: getattr(reading, name) for name in ("_normalised", "sequence", "spelling")}


def preload_readings(known: Mapping[str, dict[str, Any]]) -> None:
    """Take over what another process knows of these texts."""
    for text, parts in known.items():
        vars(read(text)).update(parts)
