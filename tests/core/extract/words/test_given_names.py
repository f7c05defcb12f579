"""First names, which tell he from she."""

from itertools import combinations

from claimtrack.core.extract.words import given_names


def test_a_first_name_tells_one_sex_or_none():
    kinds = (given_names.MEN, given_names.WOMEN, given_names.LIKE_OCCUPATIONS)
    assert [one & other for one, other in combinations(kinds, 2)] == [frozenset()] * 3
    assert {"omar", "olga", "carter"} <= given_names.ALL
