import pytest

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion


def both_ways(a, b):
    """What two statements come to, whichever is asked about."""
    return [compare(Statement(a), Statement(b)), compare(Statement(b), Statement(a))]


@pytest.fixture(scope="session")
def assert_told_apart():
    def check(a, b):
        for found in both_ways(a, b):
            assert found.suggestion is not Suggestion.DUPLICATE
            assert found.differences

    return check


@pytest.fixture(scope="session")
def assert_duplicate():
    def check(a, b):
        for found in both_ways(a, b):
            assert found.suggestion is Suggestion.DUPLICATE

    return check


@pytest.fixture(scope="session")
def assert_suggested():
    def check(a, b, expected):
        for found in both_ways(a, b):
            assert found.suggestion == expected

    return check


@pytest.fixture(scope="session")
def assert_no_conflict():
    def check(a, b):
        for found in both_ways(a, b):
            assert found.suggestion is not Suggestion.CONFLICT

    return check
