import pytest

from claimtrack.core.match.asked import index_terms, query_terms
from claimtrack.core.match.reading import Reading
from claimtrack.core.match.terms import stem
from claimtrack.core.model import Statement


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("$1.5bn", 1.5e9, "$"),
        ("1.5 billion dollars", 1.5e9, "$"),
        ("half a million euros", 5e5, "€"),
        ("two and a half million euros", 2.5e6, "€"),
        ("£4m", 4e6, "£"),
        ("40 per cent", 40, "%"),
        ("forty percent", 40, "%"),
        ("two thirds", pytest.approx(66.7, abs=0.1), "%"),
        ("one in five", 20, "%"),
        ("two hundred and fifty people", 250, "number"),
        ("twenty-five homes", 25, "number"),
        ("fifty-year", 50, "time"),
        ("tripled", 3, "times"),
        ("the 21st", 21, "ordinal"),
        ("15.5 mlilion girls", 15.5e6, "number"),
        ("fell to -5 degrees", -5, "number"),
        ("minus 5 degrees", -5, "number"),
        ("a profit of -$5 million", -5e6, "$"),
        ("the years 2019-20", 2019, "number"),
        ("25 basis points", 0.25, "points"),
        ("5‰ of children", 0.5, "%"),
        ("5e6 cells", 5e6, "number"),
        ("a 2 1/2 week trial", 2.5, "time"),
        ("2½ million homes", 2.5e6, "number"),
        ("a half-hour run", 0.5, "time"),
        ("该市有300万人", 300, "number"),
    ],
)
def test_a_number_is_read_with_its_kind(text, value, kind):
    quantity = Reading(text).quantities[0]
    assert (quantity.value, quantity.kind) == (value, kind)


def test_a_year_is_told_from_a_quantity():
    assert Reading("In 2020 the election was held").years == {2020}
    assert Reading("2,020 homes were built; 2000 people came").years == set()


def test_forms_of_a_word_share_a_stem():
    assert len({stem(w) for w in ("vaccine", "vaccines", "vaccinated", "vaccination")}) == 1
    assert stem("fell") == stem("falling")
    assert stem("rose") == stem("rises")


def test_two_spellings_of_a_number_give_one_term():
    assert "#40" in index_terms("forty per cent of nurses agree")
    assert "#1500000000" in index_terms("It cost $1.5bn that year")


def test_a_quoted_tweet_is_read_with_speaker_and_date_beside_its_words():
    terms = query_terms(Statement("Bees are dying https://t.co/x — Ann Lee (@annlee) May 5, 2020"))
    assert terms["bee"] == 1
    assert terms["lee"] == terms["#2020"] == 0.5


@pytest.mark.parametrize("text", ["to be or not to be", "👍", "42", "?!", ""])
def test_a_text_without_terms_is_found_by_its_whole_wording(text):
    assert any(term.startswith("=") for term in index_terms(text))
