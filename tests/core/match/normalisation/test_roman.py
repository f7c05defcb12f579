"""Roman numerals, digits and number words are converted to one form."""

from claimtrack.core.match.normalisation.number_words import ROMAN
from claimtrack.core.match.normalisation.rules import combine_rules
from tests.tables import each_row

IN_ONE_FORM = [
    ("Chapter VII of the treaty", "Chapter 7 of the treaty", "a thing that is counted"),
    ("a phase III trial", "a phase 3 trial", "in small letters"),
    ("Article V was invoked", "Article 5 was invoked", "a letter alone"),
    ("in the XVI century", "in the 16th century", "a century"),
    ("the XXth Congress", "the 20th Congress", "with its ordinal ending"),
    ("the XXI century", "the 21st century", "with a special ordinal ending"),
    ("the XXIst century", "the 21st century", "with a written ordinal ending"),
    ("the Second World War", "the World War II", "a rank"),
    ("WW2 and world war one", "World War II and World War I", "digits and words"),
    ("Louis the Fourteenth built it", "Louis XIV built it", "a king"),
    ("Super Bowl LVIII in Malm", "Super Bowl 58 in Malm", "over twenty-five"),
    ("the XXII century", "the 22nd century", "a special ending beyond twenty"),
    ("Pope John Paul the Second's visit", "Pope John Paul II's visit", "a possessive"),
]  # fmt: skip
KEPT = [
    ("Louis XIV built it", "a monarch's number"),
    ("In part I think so", "the pronoun"),
    ("the X account of the mayor", "the letter X"),
    ("in the VI building", "not a numbered thing"),
    ("May the Fourth be with you", "a day"),
    ("In the Second they won", "not a name"),
    ("Charles the First Lady's dog", "a rank of something else"),
    ("Chapter XLVIQ", "not a number"),
    ("Act VX of the play", "an impossible numeral"),
]  # fmt: skip


@each_row(("text", "converted", "reason"), IN_ONE_FORM)
def test_a_roman_numeral_or_ordinal_is_converted_to_its_usual_form(text, converted):
    assert combine_rules(ROMAN)[0](text) == converted


@each_row(("text", "reason"), KEPT)
def test_letters_that_are_not_a_roman_numeral_are_kept(text):
    assert combine_rules(ROMAN)[0](text) == text
