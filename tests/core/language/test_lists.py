"""What both who reads an article and who compares two claims know of names and verbs: each list in one place."""

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
def test_a_country_its_people_and_another_name_for_it_are_told_apart(word, country, is_land, is_people):
    assert (find_country("", word), word in ONE_WORD_COUNTRIES, word in DEMONYMS) == (
        country,
        is_land,
        is_people,
    )


def test_no_people_is_a_country_and_each_seat_is_of_one():
    assert not ONE_WORD_COUNTRIES & DEMONYMS
    named = {land for land in GOVERNMENT_SEATS.values() if " " in land or find_country("", land)}
    assert set(GOVERNMENT_SEATS.values()) - named == {
        "georgia",
        "papua",
    }  # a state of America, too, and the half of a name


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
def test_a_state_is_cut_short_by_newspapers_and_by_the_post(short, state):
    assert STATE_ABBREVIATIONS[short] == state
    assert state.lower() in STATES


def test_there_are_fifty_states():
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
def test_an_irregular_form_has_its_verb_and_a_past_is_no_participle(form, verb, is_past):
    assert (VERB_OF[form], form in PASTS) == (verb, is_past)


def test_what_is_cut_short_has_its_stop_and_what_is_only_polite_is_not_spelt_out():
    assert TITLES_IN_FULL["sgt"] == "sergeant"
    assert ABBREVIATED_TITLES - TITLES_IN_FULL.keys() == {"mr", "mrs", "ms", "mx", "dr", "hon", "st"}
