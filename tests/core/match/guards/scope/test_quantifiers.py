"""The square of opposition as a table of quantifiers: "none", "some", "most", "all" and "not all"."""

import pytest

from claimtrack.core.match.guards.scope.quantifiers import none_some_or_all
from claimtrack.core.match.reading.reading import read
from claimtrack.core.model import Suggestion
from tests.core.match.comparing import suggest
from tests.tables import each_row

SAME, CONFLICT, RELATED = Suggestion.DUPLICATE, Suggestion.CONFLICT, Suggestion.RELATED
NONE = ["No school", "None of the schools", "Not a single school", "Not any school"]
SOME = ["Some schools", "Several schools", "A few schools", "Many schools", "At least one school"]
ALL = ["All schools", "Every school", "Each of the schools"]
NOT_ALL = ["Not all schools", "Not every school"]
MOST = ["Most schools", "The majority of the schools"]
PREDICATES = {
    "": "in the Harn valley {} fewer than 15 teachers in the spring of 2024",
    "people": "in Morvane {} longer than 20 weeks for a hip operation in 2024",
}
PEOPLE_NONE = ["Nobody", "No one"]
PEOPLE_SOME = ["Somebody", "Some people", "Several patients"]
PEOPLE_ALL = ["Everybody", "Everyone", "All patients"]


def make_sentence(opening, predicate):
    is_plural = opening.split()[-1] in ("schools", "people", "patients") and not opening.startswith("Each")
    verb = ("have" if is_plural else "has") if "school" in opening else ("wait" if is_plural else "waits")
    return f"{opening} {predicate.format(verb)}"


def pair_all(one, other, expected):
    return [(a, b, expected) for a in one for b in other]


SQUARE = [
    *pair_all(NONE, SOME, CONFLICT),
    *pair_all(NONE, ALL, CONFLICT),
    *pair_all(NONE, NOT_ALL, CONFLICT),
    *pair_all(NONE, MOST, CONFLICT),
    *pair_all(ALL, SOME, CONFLICT),
    *pair_all(ALL, NOT_ALL, CONFLICT),
    *pair_all(ALL, MOST, CONFLICT),
    # Both may be true, but they do not mean the same.
    *pair_all(NOT_ALL, SOME[:3], RELATED),
    *pair_all(NOT_ALL, MOST, RELATED),
    # Two ways of saying the same.
    *pair_all(NONE[:1], NONE[1:], SAME),
    *pair_all(NOT_ALL[:1], NOT_ALL[1:], SAME),
    *pair_all(ALL[:1], ALL[1:2], SAME),
    *pair_all(PEOPLE_NONE, PEOPLE_SOME, CONFLICT),
    *pair_all(PEOPLE_NONE, PEOPLE_ALL, CONFLICT),
    ("Nobody", "No one", SAME),
]


@each_row(("one", "other", "expected"), SQUARE)
def test_quantifiers_relate_as_in_the_square_of_opposition(one, other, expected):
    predicate = PREDICATES["" if "school" in one else "people"]
    a, b = make_sentence(one, predicate), make_sentence(other, predicate)
    assert suggest(a, b) is suggest(b, a) is expected


@each_row(
    ("a", "b", "expected"),
    [
        pytest.param(
            "Every school in the Harn valley has a library of its own",
            "Some schools in the Harn valley have no library of their own", CONFLICT, id="every, some not"),
        pytest.param(
            "Not all the nurses in Lenn were paid on time in the spring of 2024",
            "Some of the nurses in Lenn were not paid on time in the spring of 2024", SAME, id="not all, some not"),
        pytest.param(
            "None of the nurses in Lenn were paid on time in the spring of 2024",
            "A few of the nurses in Lenn were paid on time in the spring of 2024", CONFLICT, id="none, a few"),
        pytest.param(
            "The harbour office does not keep any records of the ferries that were late",
            "The harbour office keeps a few records of the ferries that were late", CONFLICT, id="not any, a few, as object"),
        pytest.param(
            "There is no school in the Harn valley with fewer than 15 teachers",
            "There are some schools in the Harn valley with fewer than 15 teachers", CONFLICT, id="there is no, there are some"),
        pytest.param(
            "No one was hurt when a lorry ran into the town hall in Menna",
            "A lorry crashed into the town hall in Menna and injured three people", CONFLICT, id="no one, and three in other words"),
    ],
)  # fmt: skip
def test_quantifiers_are_compared_anywhere_in_a_sentence(a, b, expected):
    assert suggest(a, b) is expected


@each_row(
    ("a", "b"),
    [
        pytest.param(
            "No school in the Harn valley failed the inspection in the spring of 2024",
            "Some schools in the Harn valley passed the inspection in the spring of 2024", id="the opposite property"),
        pytest.param(
            "No school in the Harn valley has a library of its own",
            "Some hospitals in the Harn valley have a library of their own", id="other things"),
        pytest.param(
            "Every school in the Harn valley has a library of its own",
            "There is no school in the Harn valley that does not have a library of its own", id="no ... not is every"),
        pytest.param("No bus runs to Harn on Sundays", "Some buses to Harn are painted green", id="something else"),
    ],
)  # fmt: skip
def test_quantifiers_of_different_things_are_not_compared(a, b):
    assert none_some_or_all(read(a), read(b)) is None
