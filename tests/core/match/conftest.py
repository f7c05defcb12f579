import pytest

from claimtrack.core.model import Suggestion
from tests.core.match.comparing import both_ways


@pytest.fixture(scope="session")
def assert_told_apart():
    def check(a, b):
        for comparison in both_ways(a, b):
            assert comparison.suggestion is not Suggestion.DUPLICATE
            assert comparison.differences

    return check


@pytest.fixture(scope="session")
def assert_duplicate():
    def check(a, b):
        for comparison in both_ways(a, b):
            assert comparison.suggestion is Suggestion.DUPLICATE

    return check


@pytest.fixture(scope="session")
def assert_suggested():
    def check(a, b, expected):
        for comparison in both_ways(a, b):
            assert comparison.suggestion == expected

    return check


@pytest.fixture(scope="session")
def assert_no_conflict():
    def check(a, b):
        for comparison in both_ways(a, b):
            assert comparison.suggestion is not Suggestion.CONFLICT

    return check
