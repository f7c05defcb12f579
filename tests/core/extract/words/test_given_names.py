"""First names that indicate a gender."""

from itertools import combinations

from claimtrack.core.extract.words import given_names


def test_no_first_name_is_listed_for_two_genders():
    kinds = (given_names.MEN, given_names.WOMEN, given_names.LIKE_OCCUPATIONS)
    assert [one & other for one, other in combinations(kinds, 2)] == [frozenset()] * 3
    assert {"omar", "olga", "carter"} <= given_names.ALL
