"""A number that a statement gives is found in a list of hundreds without comparing it with each."""

from claimtrack.core.match.reading.numbers.agreement import MAX_COMPARED, amounts_by_term, contains_number
from claimtrack.core.match.reading.reading import read

LONG = read(", ".join(f"{number} boats" for number in range(1, 10 * MAX_COMPARED)))


def number(text):
    [found] = read(text).quantities
    return found


def test_the_same_value_is_found_wherever_it_stands():
    assert contains_number(LONG, number("950 boats"))
    assert not contains_number(LONG, number("9,999 boats"))


def test_what_is_only_rounded_is_found_among_the_first():
    assert contains_number(read("4.9 million boats"), number("5 million boats"))
    assert contains_number(read(f"4.9 million boats, {LONG.text}"), number("5 million boats"))
    assert not contains_number(read(f"{LONG.text}, 4.9 million boats"), number("5 million boats"))


def test_as_many_numbers_are_compared_however_long_the_list_is():
    compared = []
    assert not contains_number(LONG, number("9,999 boats"), lambda x, y: compared.append((x, y)))
    assert len(compared) == MAX_COMPARED


def test_of_a_number_that_is_repeated_over_and_over_the_first_are_kept():
    assert [len(alike) for alike in amounts_by_term(read("12 percent " * 3 * MAX_COMPARED)).values()] == [
        MAX_COMPARED
    ]
