"""British, American, contracted and numeric spellings."""

import pytest

from claimtrack.core.match import fold_text, is_exact_repeat
from claimtrack.core.model import Suggestion
from tests.core.match.comparing import suggest
from tests.tables import each_row


@each_row(
    ("a", "b"),
    [
        ("The treasurer didn't sign the lease.", "The treasurer did not sign the lease"),
        ("The ferry won’t sail in May", "The ferry will not sail in May."),
        ("The harbour can't hold tankers", "The harbour cannot hold tankers"),
        ("The harbour can not hold tankers", "The harbour cannot hold tankers"),
        ("The bridge isn't safe for buses", "The bridge is not safe for buses"),
        ("ISN'T THE BRIDGE SAFE?", "Is not the bridge safe?"),
        ("They couldn't've seen the mast", "They could not have seen the mast"),
        ("They're closing the quarry", "They are closing the quarry"),
        ("I'm selling the brewery", "I am selling the brewery"),
        ("We've sold the brewery", "We have sold the brewery"),
        ("Moor says she'll sell the brewery", "Moor says she will sell the brewery"),
        ("It's a tax on bakers", "It is a tax on bakers"),
        ("It's not true that bakers left", "It isn't true that bakers left"),
        ("It's been closed since Easter", "It has been closed since Easter"),
        ("Rents rose by 7% in Ostby", "Rents rose by 7 percent in Ostby"),
        ("Rents rose by 7 % in Ostby", "Rents rose by 7 per cent in Ostby"),
        ("Rents rose by seven per cent in Ostby", "Rents rose by 7% in Ostby"),
        ("Twelve boats sank off Ostby", "12 boats sank off Ostby"),
        ("Only one boat sank off Ostby", "Only 1 boat sank off Ostby"),
        ("No boat sank in twenty-two storms", "No boat sank in twenty two storms"),
    ],
)
def test_an_exact_repeat_ignores_spelling_variants_however_short_it_is(a, b):
    assert is_exact_repeat(a, b)
    assert suggest(a, b) == suggest(b, a) == Suggestion.DUPLICATE


@each_row(
    ("a", "b"),
    [
        ("The ferry won't sail in May", "The ferry will sail in May"),
        ("We're sinking off Ostby", "Were sinking off Ostby"),
        ("We'll drain the marsh", "Well drain the marsh"),
        ("The mayor's a baker in Ostby", "The mayor is a baker in Ostby"),  # or the mayor's baker
        ("It's paid for the quarry", "It is paid for the quarry"),  # or "it has"
        ("It's paid for the quarry", "It has paid for the quarry"),
        ("Its a tax on bakers", "It is a tax on bakers"),
        ("They'd sold the brewery", "They would sold the brewery"),
        ("She can not only bake but sail", "She cannot only bake but sail"),
        ("It would, not surprisingly, fail", "It wouldn't surprisingly fail"),
        ("Rents rose by 7% in Ostby", "Rents rose by 7 percentage points in Ostby"),
        ("Rents rose by 7% in Ostby", "Rents rose by 7 in Ostby"),
        ("Rents rose by seven percent in Ostby", "Rents rose by 8% in Ostby"),
        ("No one sank off Ostby", "No. 1 sank off Ostby"),
        ("No two boats sank off Ostby", "No 2 boats sank off Ostby"),
        ("2. Boats sank off Ostby", "Two boats sank off Ostby"),
        ("Five-six boats sank off Ostby", "5-6 boats sank off Ostby"),
        ("The tenth boat sank off Ostby", "The 10 boat sank off Ostby"),
        ("Five MW came from Ostby", "5 mW came from Ostby"),
    ],
)
def test_an_ambiguous_form_is_not_a_spelling_variant(a, b):
    assert not is_exact_repeat(a, b)
    assert suggest(a, b) != Suggestion.DUPLICATE


@each_row("text", ["They won't.", "4 per cent", "Two of them can't"])
def test_the_folded_form_of_a_short_text_keeps_its_spelling(text):
    assert fold_text(text) == text.casefold().rstrip(".")


@each_row(
    ("british", "american"),
    [
        pytest.param("labour", "labor", id="our, or"),
        pytest.param("programme", "program", id="mme, m"),
        pytest.param("organised", "organized", id="ised, ized: a past whose stem used to differ"),
        pytest.param("unionised", "unionized", id="ised, ized: not the stem of a shorter word"),
        pytest.param("organisation", "organization", id="isation, ization"),
        pytest.param("centre", "center", id="re, er"),
        pytest.param("defence", "defense", id="ence, ense"),
        pytest.param("travelling", "traveling", id="a doubled letter"),
        pytest.param("paediatric", "pediatric", id="ae, e"),
        pytest.param("tyres", "tires", id="a word of its own"),
        pytest.param("grey", "gray", id="another"),
        pytest.param("cheque", "check", id="two words in Britain, one in America"),
    ],
)
def test_british_and_american_spellings_are_duplicates_but_not_exact_repeats(british, american):
    text = "The {} in the northern valley of the river was closed for good by the council in 2019"
    one, other = text.format(british), text.format(american)
    assert suggest(one, other) is Suggestion.DUPLICATE
    assert not is_exact_repeat(one, other)


def test_ton_and_tonne_are_not_spelling_variants():
    """A ton is 907 or 1,016 kilograms, a tonne 1,000."""
    one = "The {} of steel from the northern valley was sold for good by the council in 2019"
    assert suggest(one.format("tonne"), one.format("ton")) is not Suggestion.DUPLICATE
