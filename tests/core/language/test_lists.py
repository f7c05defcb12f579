"""What both who reads an article and who compares two claims know of names and verbs: each list in one place."""

from claimtrack.core.language.american_states import SHORT, STATES
from claimtrack.core.language.countries import LANDS, PEOPLES, SEATS, country_of
from claimtrack.core.language.irregular_verbs import PASTS, VERB_OF
from claimtrack.core.language.titles import SPELT_OUT, WITH_STOP
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
    assert (country_of("", word), word in LANDS, word in PEOPLES) == (country, is_land, is_people)


def test_no_people_is_a_country_and_each_seat_is_of_one():
    assert not LANDS & PEOPLES
    named = {land for land in SEATS.values() if " " in land or country_of("", land)}
    assert set(SEATS.values()) - named == {
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
    assert SHORT[short] == state
    assert state.lower() in STATES


def test_there_are_fifty_states():
    assert len({state for short, state in SHORT.items() if len(short) == 2 and short.isupper()}) == 50


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
    assert SPELT_OUT["sgt"] == "sergeant"
    assert WITH_STOP - SPELT_OUT.keys() == {"mr", "mrs", "ms", "mx", "dr", "hon", "st"}
