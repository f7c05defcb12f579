"""The address of a verdict follows the pattern of the desk's site."""

import pytest

from claimtrack.core.desk.address_patterns import address
from claimtrack.core.errors import InvalidValue
from tests.tables import each_row

SITE = "https://desk.example/"


@each_row(
    "pattern, words, expected",
    [
        ("{id}-{slug}", "Rents rose, Étienne says", "7-rents-rose-etienne-says"),
        ("{year}/{month}/{day}/{claim_id}", "Rents", "2024/05/03/12"),
        ("{slug}", "إيجار", "%D8%A7%D9%8A%D8%AC%D8%A7%D8%B1"),
        ("{slug}", "rents " * 20, "-".join(["rents"] * 10)),
        ("{slug}", "r" * 99, "r" * 60),
        ("{slug}", "r" * 54 + " rents", "r" * 54 + "-rents"),
        ("{id}-{slug}", "?!", "7-"),
        ("rents", "Rents", "rents"),
    ],
    [
        "number and words",
        "claim and date",
        "other letters",
        "cut between words",
        "cut within one",
        "as long as it may be",
        "no letter",
        "nothing to fill in",
    ],
)
def test_parts_are_filled_in(pattern, words, expected):
    given = {"review_id": 7, "claim_id": 12, "words": words, "day": "2024-05-03"}
    assert address(SITE + pattern, **given) == SITE + expected


@pytest.mark.parametrize("pattern", ["{ID}", "{}", "{id", "id}", "{id.real}"])
def test_other_parts_are_refused(pattern):
    with pytest.raises(InvalidValue, match="is no part of an address"):
        address(SITE + pattern, review_id=7, claim_id=12, words="Rents", day="2024-05-03")
