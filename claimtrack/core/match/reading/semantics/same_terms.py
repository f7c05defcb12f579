"""Whether terms are among others, in the same or another word."""

from __future__ import annotations

from claimtrack.core.match.reading.reading import meanings

_HEAD = 5
"""Letters that make two terms forms of one: Lanka, Lankan."""


def unknown(terms: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    """Of some terms those that are not among others, in this or another word: MPs and lawmakers are one."""
    meant = {meaning for term in known for meaning in meanings(term)}
    heads = {term[:_HEAD] for term in known}
    return frozenset(
        term for term in terms - known if term[:_HEAD] not in heads and meant.isdisjoint(meanings(term))
    )


def same_terms(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two say the same in terms that are the same, or other words for each other."""
    return not unknown(ours, theirs) and not unknown(theirs, ours)
