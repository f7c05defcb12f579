"""Lists of names and verbs that extraction and matching share."""

from claimtrack.core.language.american_states import STATE_ABBREVIATIONS, STATES
from claimtrack.core.language.countries import DEMONYMS, GOVERNMENT_SEATS, ONE_WORD_COUNTRIES, find_country
from claimtrack.core.language.irregular_verbs import PASTS, VERB_OF
from claimtrack.core.language.titles import ABBREVIATED_TITLES, TITLES_IN_FULL
from tests.tables import each_row


@each_row(
    ("word", "country", "is_land", "is_people"),
    [
        ("denmark", "denmark", True, False),
        ("danish", "denmark", False, True),
        ("danes", "denmark", False, False),
        ("dutchman", "netherlands", False, True),
        ("holland", "netherlands", False, False),
        ("ivorian", "ivory coast", False, True),
        ("moorvlakte", None, False, False),
    ],
)
def test_a_country_its_people_and_its_other_names_are_distinguished(word, country, is_land, is_people):
    assert (find_country("", word), word in ONE_WORD_COUNTRIES, word in DEMONYMS) == (
        country,
        is_land,
        is_people,
    )


def test_no_demonym_is_a_country_and_each_seat_of_government_has_one():
    assert not ONE_WORD_COUNTRIES & DEMONYMS
    named = {land for land in GOVERNMENT_SEATS.values() if " " in land or find_country("", land)}
    assert set(GOVERNMENT_SEATS.values()) - named == {
        "georgia",
        "papua",
    }  # also an American state, and half of a country's name


@each_row(
    ("short", "state"),
    [
        ("Calif.", "California"),
        ("CA", "California"),
        ("N.H.", "New Hampshire"),
        ("S.D.", "South Dakota"),
        ("Ont.", "Ontario"),
    ],
)
def test_a_state_has_newspaper_and_postal_abbreviations(short, state):
    assert STATE_ABBREVIATIONS[short] == state
    assert state.lower() in STATES


def test_fifty_states_have_a_postal_abbreviation():
    assert (
        len({state for short, state in STATE_ABBREVIATIONS.items() if len(short) == 2 and short.isupper()})
        == 50
    )


@each_row(
    ("form", "verb", "is_past"),
    [
        ("fell", "fall", True),
        ("fallen", "fall", False),
        ("beaten", "beat", False),
        ("overthrew", "overthrow", True),
        ("repaid", "repay", True),
        ("dying", "die", False),
        ("goes", "go", False),
    ],
)
def test_irregular_forms_map_to_their_verb_and_participles_are_not_pasts(form, verb, is_past):
    assert (VERB_OF[form], form in PASTS) == (verb, is_past)


def test_only_forms_of_address_are_not_spelt_out():
    assert TITLES_IN_FULL["sgt"] == "sergeant"
    assert ABBREVIATED_TITLES - TITLES_IN_FULL.keys() == {"mr", "mrs", "ms", "mx", "dr", "hon", "st"}
