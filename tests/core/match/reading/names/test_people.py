"""A description of a person is read alike before and after the name, and words merely beside a name are not."""

import pytest

from claimtrack.core.match.reading.names.people import find_descriptions, names_by_surname
from claimtrack.core.match.reading.reading import read

CHAIR = ("kestrel", "rail", "chairwoman")
DESCRIBED = [
    # a text, a surname in it, and the description of that person
    ("Kestrel Rail chairwoman Odile Farrow resigned.", "farrow", CHAIR),
    ("Kestrel Rail's chairwoman, Odile Farrow, resigned.", "farrow", CHAIR),
    ("Odile Farrow, the chairwoman of Kestrel Rail, resigned.", "farrow", CHAIR),
    ("Odile Farrow, who is chairwoman of Kestrel Rail, resigned.", "farrow", CHAIR),
    ("The town trusts the chairwoman of Kestrel Rail, Odile Farrow.", "farrow", CHAIR),
    ("Rower Maya Tennant (34) won.", "tennant", ("rower",)),
    ("The Iranian president, Raisi, spoke.", "raisi", ("iran", "president")),
]
NOT_DESCRIBED = [
    ("The town trusts Odile Farrow, Kestrel Rail and Bert Aldous.", "farrow", "names in a list"),
    ("For the chairwoman, Odile Farrow has done enough.", "farrow", "no comma closes it"),
    ("Rents rose in Rwanda, the chairwoman says.", "rwanda", "a source is not an office"),
    ("The chairwoman has seen Odile Farrow.", "farrow", "a verb stands between"),
]


@pytest.mark.parametrize(("text", "surname", "who"), DESCRIBED, ids=[row[0] for row in DESCRIBED])
def test_a_description_before_or_after_a_name_is_read(text, surname, who):
    reading = read(text)
    assert who in find_descriptions(reading, names_by_surname(reading)[surname])


@pytest.mark.parametrize(("text", "surname", "why"), NOT_DESCRIBED, ids=[row[-1] for row in NOT_DESCRIBED])
def test_words_merely_beside_a_name_do_not_describe_it(text, surname, why):
    reading = read(text)
    description = {
        word for who in find_descriptions(reading, names_by_surname(reading)[surname]) for word in who
    }
    assert description.isdisjoint({"chairwoman", "kestrel"}), why


def test_a_name_is_read_without_its_title_and_ends_at_a_possessive():
    reading = read("President Ebrahim Raisi met Kestrel Rail's owner in Oss.")
    assert {surname: [*name] for surname, name in names_by_surname(reading).items()} == {
        "raisi": [1, 2],
        "rail's": [4, 5],
        "oss": [8],
    }
