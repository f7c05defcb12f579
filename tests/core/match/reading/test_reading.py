"""How a statement is read: its numbers, years, terms, tokens and dates."""

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.core.match import compare
from claimtrack.core.match.normalisation.normalise import normalise_text
from claimtrack.core.match.reading.indexing import index_terms, query_terms
from claimtrack.core.match.reading.reading import Reading, read
from claimtrack.core.match.words.terms import TOKEN_PATTERN, stem
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row


@each_row(
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
        ("the 20,000th", 20_000, "ordinal"),
        ("the twenty thousandth", 20_000, "ordinal"),
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
        ("该市有300人", 300, "number"),
        ("该市有300万人", 3_000_000, "number"),
    ],
)
def test_a_number_is_read_with_its_value_and_kind(text, value, kind):
    quantity = Reading(text).quantities[0]
    assert (quantity.value, quantity.kind) == (value, kind)


@each_row(
    ("text", "ends", "kind"),
    [
        ("fell from 9.2 to 2.7 percent", [9.2, 2.7], "%"),
        ("between 15 and 25 per cent of it", [15, 25], "%"),
        ("5 or 6% of it", [5, 6], "%"),
        ("8-10 percentage points", [8, 10], "points"),
        ("from $3 to 5 million", [3e6, 5e6], "$"),
        ("from 5 to 3 million euros", [5e6, 3e6], "€"),
        ("20 to 30 miles", [20, 30], "length"),
        ("the age fell from 67 to 65 years", [67, 65], "time"),
    ],
)
def test_both_ends_of_a_range_are_read_in_its_unit(text, ends, kind):
    assert [(q.value, q.kind) for q in Reading(text).quantities] == [(end, kind) for end in ends]


@each_row(
    ("text", "kind", "reason"),
    [
        ("The index rose 8.79, or 0.9 percent", "number", "a comma: the same number twice"),
        ("It rose from 2010 to 5 percent", "number", "a year"),
        ("six to eight in ten", "number", "a share has no unit"),
        ("26 percent to $817 million", "%", "two things"),
        ("grew from 800 to 2 million people", "number", "not millions"),
    ],
)
def test_a_number_outside_a_range_keeps_its_own_unit(text, kind):
    first = Reading(text).quantities[0]
    assert (first.kind, first.scaled) == (kind, False)


@pytest.mark.parametrize(
    ("text", "values", "reason"),
    [
        ("The fund lost 12 345 678 crowns", [12345678], "thousands separated by spaces"),
        ("The table says 101 202 303 404 505 606", [101, 202, 303, 404, 505, 606], "the row of a table"),
        ("Results: " + "104 " * 400, [104] * 400, "one number would be far too long"),
    ],
)
def test_groups_of_digits_are_one_number_unless_they_are_a_table_row(text, values, reason):
    assert [quantity.value for quantity in Reading(text).quantities] == values, reason


def test_a_year_is_distinguished_from_a_quantity():
    assert Reading("In 2020 the election was held").years == {2020}
    assert Reading("2,020 homes were built; 2000 people came").years == set()


def test_forms_of_a_word_share_a_stem():
    assert len({stem(w) for w in ("vaccine", "vaccines", "vaccinated", "vaccination")}) == 1
    assert stem("fell") == stem("falling")
    assert stem("rose") == stem("rises")


def test_two_spellings_of_a_number_give_one_term():
    assert "#40" in index_terms("forty per cent of nurses agree")
    assert "#1500000000" in index_terms("It cost $1.5bn that year")


def test_the_signature_of_a_quoted_tweet_counts_half_in_a_query():
    terms = query_terms(Statement("Bees are dying https://t.co/x — Ann Lee (@annlee) May 5, 2020"))
    assert terms["bee"] == 1
    assert terms["lee"] == terms["#2020"] == 0.5


@each_row("text", ["to be or not to be", "👍", "42", "?!", ""])
def test_a_text_without_terms_is_indexed_by_its_whole_wording(text):
    assert any(term.startswith("=") for term in index_terms(text))


NOUNS = [
    ("Die Renten stiegen im vergangenen Jahr um 4 Prozent", True, "two function words that English lacks"),
    ("Die Zahl der Unfälle ist gesunken", True, "one, among others that also occur in names"),
    ("Über 300 Betriebe haben geschlossen", True, "one at the beginning counts"),
    ("Ursula von der Leyen visited the plant on Monday", False, "function words in a name"),
    ("The weekly Die Zeit says that rents fell", False, "a title in an English sentence"),
    ("The party put 'Frieden und Arbeit für alle' on the banners that it had", False, "a slogan in one"),
    ("Rents fell and wages rose", False, "English"),
    ("Le Parti a perdu des voix en mars", False, "French, which gives nouns no capital"),
    ("Die hard fans am Rhein", False, "no function word that English lacks"),
    ("", False, "nothing"),
]


@each_row(("text", "expected", "reason"), NOUNS)
def test_german_is_recognised_by_its_function_words(text, expected):
    assert Reading(text).capitalises_nouns is expected


def test_nouns_that_two_german_claims_share_are_not_names():
    changed = compare(
        Statement("Die Renten stiegen im vergangenen Jahr um 4 Prozent"),
        Statement("Die Renten stiegen im vergangenen Jahr um 7 Prozent"),
    )
    assert not any("people" in reason for reason in changed.reasons)
    assert changed.suggestion is Suggestion.CONFLICT


def test_another_place_name_in_a_german_claim_is_reported():
    moved = compare(
        Statement("Die Renten in Hessen stiegen im vergangenen Jahr um 4 Prozent"),
        Statement("Im vergangenen Jahr stiegen die Renten in Bremen um 4 Prozent"),
    )
    assert "other name: Hessen / Bremen" in moved.differences


@given(st.text("aBé1-/ .,%$~+'US中x:5°e#@\n\""))
def test_tokens_have_the_positions_of_their_words(text):
    reading = Reading(text)
    assert list(reading.written) == [token.text for token in reading.tokens]
    assert [token.start for token in reading.tokens] == [
        found.start() for found in TOKEN_PATTERN.finditer(reading.cleaned)
    ]
    assert all(reading.cleaned[token.start : token.end] == token.text for token in reading.tokens)


def test_a_cached_reading_leaves_no_tokens_for_the_garbage_collector():
    """The tokens of thousands of texts were a third of the objects it visits, and it runs in the middle of a look-up."""
    reading = Reading("The council of Vale said on Monday that 40 ferries were sold in 2021.")
    placed = reading.tokens, reading.sentences, reading.openings
    gc.collect()  # tuples of strings and numbers are untracked at the first collection
    parts = [referent for referent in gc.get_referents(*placed) if not isinstance(referent, type)]
    assert len(parts) > 3
    assert not any(map(gc.is_tracked, parts))


@each_row(
    ("text", "found"),
    [
        ("5 - 10 ships", ["5", " -", "10", "ships"]),
        ("10% /12%", ["10", "%", " /", "12", "%"]),
        ("gone - 10 ships", ["gone", "10", "ships"]),
        ("ferry / 10 ships ", ["ferry", "10", "ships"]),
    ],
)
def test_a_sign_that_joins_numbers_is_read_only_between_numbers(text, found):
    assert read(text).words == found


@each_row(
    ("day", "signed_on"),
    [
        ("May 5, 2020", "2020-05-05"),
        ("February 29, 2024", "2024-02-29"),
        ("February 29, 2023", None),  # no leap year
        ("May 99, 2020", None),
        ("June 31, 2020", None),
        ("May 0, 2020", None),
        ("May 5, 0000", None),
    ],
)
def test_a_post_is_dated_only_if_the_day_exists(day, signed_on):
    assert read(f"Bees are dying in Norre — Ann Lund (@annlund) {day}").signed_on == signed_on


@each_row(("short", "year"), [("in '85", "in 1985"), ("in '30", "in 2030"), ("In '31", "In 1931")])
def test_a_two_digit_year_is_expanded_as_in_sheets(short, year):
    assert normalise_text(f"The mill shut {short} for good").text == f"The mill shut {year} for good"
