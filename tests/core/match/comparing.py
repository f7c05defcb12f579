"""Comparisons of two texts, for the tests of matching."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement


def suggest(a, b):
    return compare(Statement(a), Statement(b)).suggestion


def both_ways(a, b):
    """The comparisons of two texts in either order."""
    return [compare(Statement(a), Statement(b)), compare(Statement(b), Statement(a))]
