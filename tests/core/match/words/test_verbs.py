"""What the form of a word shows about it as a verb."""

from claimtrack.core.match.words.forms import is_verb_form, may_be_finite, may_be_past
from tests.tables import each_row

FORMS = [
    ("burned", True, True, True, "a regular past"),
    ("swam", True, True, True, "an irregular past"),
    ("cut", True, False, False, "one form for all times: surely a verb in some of them, past by no ending"),
    ("goes", True, True, True, "an irregular present is listed with the irregular forms"),
    ("sinks", False, False, True, "a present with a subject"),
    ("sink", False, False, False, "a bare form"),
    ("geese", False, True, True, "an irregular plural is not distinguished from a verb"),
    ("need", True, True, True, "recognised by its ending alone"),
]


@each_row(("word", "is_verb", "is_past", "is_finite", "reason"), FORMS)
def test_the_form_of_a_word_shows_whether_it_may_be_a_verb(word, is_verb, is_past, is_finite):
    assert (is_verb_form(word), may_be_past(word), may_be_finite(word)) == (is_verb, is_past, is_finite)
