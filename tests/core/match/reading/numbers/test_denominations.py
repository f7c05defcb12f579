"""Whose currency a sum is in: shillings, dollars and pounds of several countries."""

from claimtrack.core.match import compare
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

SPENT = "The county of Marsa spent {} on a single well last year"
SAME = [
    ("KSh 200 million", "200 million Kenyan shillings"),
    ("KSh 200 million", "Sh200m"),
    ("UGX 200 million", "200 million Ugandan shillings"),
    ("200 million Tanzanian shillings", "200 million shillings"),
    ("NZ$30 million", "30 million New Zealand dollars"),
    ("HK$30m", "30 million Hong Kong dollars"),
    ("C$30 million", "30 million Canadian dollars"),
    ("A$30 million", "$30 million"),
    ("US$30 million", "30 million American dollars"),
    ("30 million US dollars", "$30 million"),
    ("Rs 30 million", "30 million Pakistani rupees"),
    ("EGP 30 million", "30 million Egyptian pounds"),
    ("£30 million", "30 million pounds sterling"),
    ("30 million Mexican pesos", "30 million pesos"),
    ("DKK 30 million", "30 million Danish kroner"),
    ("30 million Swedish crowns", "30 million kronor"),
    ("CZK 30 million", "30 million Czech crowns"),
    ("₩30 million", "30 million South Korean won"),
    ("R$30 million", "30 million Brazilian reals"),
]
OTHER = [
    ("KSh 200 million", "USh 200 million"),
    ("KSh 200 million", "TSh 200 million"),
    ("KSh 200 million", "200 million Ugandan shillings"),
    ("UGX 200 million", "KES 200 million"),
    ("A$30 million", "US$30 million"),
    ("S$30 million", "30 million Hong Kong dollars"),
    ("30 million Canadian dollars", "US$30 million"),
    ("PKR 30 million", "30 million Indian rupees"),
    ("£30 million", "30 million Egyptian pounds"),
    ("30 million Mexican pesos", "30 million Chilean pesos"),
    ("DKK 30 million", "NOK 30 million"),
    ("30 million Danish kroner", "30 million Swedish kronor"),
    ("30 million Swiss francs", "30 million CFA francs"),
    ("KSh 3,000 to 4,000", "USh 3,000 to 4,000"),
]


@each_row(("one", "other"), SAME)
def test_a_sum_in_two_notations_of_one_currency_is_a_duplicate(one, other):
    comparison = compare(Statement(SPENT.format(one)), Statement(SPENT.format(other)))
    assert comparison.suggestion is Suggestion.DUPLICATE, comparison.differences


@each_row(("one", "other"), OTHER)
def test_a_sum_in_the_currencies_of_two_countries_is_a_conflict(one, other):
    for a, b in ((one, other), (other, one)):
        comparison = compare(Statement(SPENT.format(a)), Statement(SPENT.format(b)))
        assert comparison.suggestion is Suggestion.CONFLICT
        assert comparison.differences


def test_currencies_of_two_countries_conflict_in_a_free_rewording():
    fined = (
        "In July, Tilda Moraa of Kitale was fined 20,000 Ugandan shillings for selling milk without a permit"
    )
    paid = (
        "A court made Tilda Moraa of Kitale pay KSh20,000 in July because she had sold milk without a permit"
    )
    assert compare(Statement(fined), Statement(paid)).suggestion is Suggestion.CONFLICT


@each_row(
    ("text", "kind", "issuer"),
    [
        ("C$5 million", "$", "canada"),
        ("5 million Canadian dollars", "$", "canada"),
        ("$5 million", "$", ""),
        ("5 million Canadian geese", "number", ""),
        ("5 Sri Lankan rupees", "₹", "sri lanka"),
        ("40 crowns", "number", ""),
        ("40 Czech crowns", "krone", "czechia"),
    ],
)
def test_a_sum_is_read_with_the_country_of_its_currency(text, kind, issuer):
    (read,) = Reading(text).quantities
    assert (read.kind, read.issuer) == (kind, issuer)


def test_the_nationality_of_a_currency_is_not_a_name():
    assert "canadian" not in Reading("It cost 5 million Canadian dollars").names
    assert "canadian" in Reading("It cost Canadian farmers 5 million dollars").names
