"""Who somebody is, told before a name or behind it, is read alike, and what only stands beside a name is not taken for it."""

import pytest

from claimtrack.core.match.reading.names.people import find_descriptions, names_by_surname
from claimtrack.core.match.reading.reading import read

CHAIR = ("kestrel", "rail", "chairwoman")
TOLD = [
    # text, surname, what is told of who bears it
    ("Kestrel Rail chairwoman Odile Farrow resigned.", "farrow", CHAIR),
    ("Kestrel Rail's chairwoman, Odile Farrow, resigned.", "farrow", CHAIR),
    ("Odile Farrow, the chairwoman of Kestrel Rail, resigned.", "farrow", CHAIR),
    ("Odile Farrow, who is chairwoman of Kestrel Rail, resigned.", "farrow", CHAIR),
    ("The town trusts the chairwoman of Kestrel Rail, Odile Farrow.", "farrow", CHAIR),
    ("Rower Maya Tennant (34) won.", "tennant", ("rower",)),
    ("The Iranian president, Raisi, spoke.", "raisi", ("iran", "president")),
]
NOT_TOLD = [
    ("The town trusts Odile Farrow, Kestrel Rail and Bert Aldous.", "farrow", "names in a list"),
    ("For the chairwoman, Odile Farrow has done enough.", "farrow", "no comma closes it"),
    ("Rents rose in Rwanda, the chairwoman says.", "rwanda", "who says it is nobody's office"),
    ("The chairwoman has seen Odile Farrow.", "farrow", "a verb stands between"),
]


@pytest.mark.parametrize(("text", "surname", "who"), TOLD, ids=[row[0] for row in TOLD])
def test_who_somebody_is(text, surname, who):
    reading = read(text)
    assert who in find_descriptions(reading, names_by_surname(reading)[surname])


@pytest.mark.parametrize(("text", "surname", "why"), NOT_TOLD, ids=[row[-1] for row in NOT_TOLD])
def test_what_stands_beside_a_name_and_tells_nothing_of_it(text, surname, why):
    reading = read(text)
    told = {word for who in find_descriptions(reading, names_by_surname(reading)[surname]) for word in who}
    assert told.isdisjoint({"chairwoman", "kestrel"}), why


def test_a_name_is_read_without_its_title_and_ends_where_it_is_an_owners():
    reading = read("President Ebrahim Raisi met Kestrel Rail's owner in Oss.")
    assert {surname: [*name] for surname, name in names_by_surname(reading).items()} == {
        "raisi": [1, 2],
        "rail's": [4, 5],
        "oss": [8],
    }
