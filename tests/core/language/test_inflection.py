"""Regular and irregular forms of verbs and nouns, as lists of words have them."""

import pytest

from claimtrack.core.language.inflection import inflect, singular
from claimtrack.core.language.word_lists import words_of
from tests.tables import each_row


@each_row(
    ("verb", "forms"),
    [
        # The plain case.
        ("warn", "warns warned warning"),
        # A silent e is dropped before a vowel.
        ("fine", "fines fined fining"),
        # That of "ee" is not.
        ("decree", "decrees decreed decreeing"),
        # A y after a consonant becomes i.
        ("deny", "denies denied denying"),
        # One after a vowel stays.
        ("delay", "delays delayed delaying"),
        # After a hiss, -s is a syllable.
        ("wish", "wishes wished wishing"),
        # Some verbs double their last letter.
        ("admit", "admits admitted admitting"),
        # The past tense may be irregular.
        ("tell", "tells told telling"),
        # So it may be of a verb with a prefix.
        ("uphold", "upholds upheld upholding"),
    ],
)
def test_all_forms_of_a_verb(verb, forms):
    assert inflect(verb) == {verb, *forms.split()}
    assert words_of(f"{verb}+s+ed+ing") == {verb, *forms.split()}


@pytest.mark.parametrize(
    ("listing", "words"),
    [
        ("agency+s photo+s", {"agency", "agencies", "photo", "photos"}),
        ("deny+s+ed refusal", {"deny", "denies", "denied", "refusal"}),
        ("per + each", {"per", "+", "each"}),
    ],
)
def test_a_listing_names_the_forms_that_belong_to_it(listing, words):
    assert words_of(listing) == words


def test_an_unknown_ending_is_an_error():
    with pytest.raises(KeyError):
        words_of("deny+es")


@each_row(
    ("plural", "one"),
    [
        # The plain case.
        ("fines", "fine"),
        # A y after a consonant.
        ("agencies", "agency"),
        # An office.
        ("spokesmen", "spokesman"),
        # What is no plural stays.
        ("police", "police"),
    ],
)
def test_the_singular_of_a_plural(plural, one):
    assert singular(plural) == one
