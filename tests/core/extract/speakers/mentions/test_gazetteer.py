"""Well-known names of countries and of organisations."""

import pytest

from claimtrack.core.extract.speakers.mentions.gazetteer import is_place, is_single_word_body
from tests.tables import each_row


@each_row(
    ("name", "place", "body"),
    [
        pytest.param("Poland", True, False, id="a country"),
        pytest.param("South Sudan", True, False, id="a country of two words"),
        pytest.param("Suriname", True, False, id="a small country"),
        pytest.param("Warsaw", True, False, id="a capital, which stands for its government"),
        pytest.param("Jordan", False, False, id="a country and a first name"),
        pytest.param("Wellington", False, False, id="a capital and a surname"),
        pytest.param("Dominican", False, False, id="a nationality"),
        pytest.param("Tesla", False, True, id="a company"),
        pytest.param("Amazon", False, False, id="a company and a river"),
        pytest.param("Halm", False, False, id="an unknown name"),
    ],
)
def test_a_well_known_name_is_a_place_or_an_organisation(name, place, body):
    assert (is_place(name), is_single_word_body(name.lower())) == (place, body)
