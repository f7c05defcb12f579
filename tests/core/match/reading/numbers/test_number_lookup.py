"""A number is looked up in a list of hundreds without comparing it with each of them."""

from claimtrack.core.match.reading.numbers.agreement import MAX_COMPARED, amounts_by_term, contains_number
from claimtrack.core.match.reading.reading import read

LONG = read(", ".join(f"{quantity_in} boats" for quantity_in in range(1, 10 * MAX_COMPARED)))


def quantity_in(text):
    [found] = read(text).quantities
    return found


def test_an_equal_value_is_found_anywhere_in_a_long_list():
    assert contains_number(LONG, quantity_in("950 boats"))
    assert not contains_number(LONG, quantity_in("9,999 boats"))


def test_a_rounded_value_is_found_only_among_the_first_numbers():
    assert contains_number(read("4.9 million boats"), quantity_in("5 million boats"))
    assert contains_number(read(f"4.9 million boats, {LONG.text}"), quantity_in("5 million boats"))
    assert not contains_number(read(f"{LONG.text}, 4.9 million boats"), quantity_in("5 million boats"))


def test_the_number_of_comparisons_is_bounded_for_a_long_list():
    compared = []
    assert not contains_number(LONG, quantity_in("9,999 boats"), lambda x, y: compared.append((x, y)))
    assert len(compared) == MAX_COMPARED


def test_only_the_first_repetitions_of_a_number_are_kept():
    assert [len(alike) for alike in amounts_by_term(read("12 percent " * 3 * MAX_COMPARED)).values()] == [
        MAX_COMPARED
    ]
