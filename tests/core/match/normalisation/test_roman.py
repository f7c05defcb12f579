"""Roman numerals, digits and number words are converted to one form."""

from claimtrack.core.match.normalisation.number_words import ROMAN
from claimtrack.core.match.normalisation.rules import combine_rules
from tests.tables import each_row

IN_ONE_FORM = [
    ("Chapter VII of the treaty", "Chapter 7 of the treaty", "a thing that is counted"),
    ("a phase III trial", "a phase 3 trial", "in small letters"),
    ("Article V was invoked", "Article 5 was invoked", "a letter alone"),
    ("in the XVI century", "in the 16th century", "a century"),
    ("the XXth Congress", "the 20th Congress", "with its ending"),
    ("the XXI century", "the 21st century", "with its own ending"),
    ("the XXIst century", "the 21st century", "with an ending written behind it"),
    ("the Second World War", "the World War II", "a rank"),
    ("WW2 and world war one", "World War II and World War I", "figures and words"),
    ("Louis the Fourteenth built it", "Louis XIV built it", "a king"),
    ("Super Bowl LVIII in Malm", "Super Bowl 58 in Malm", "over twenty-five"),
    ("the XXII century", "the 22nd century", "an ending of its own beyond twenty"),
    ("Pope John Paul the Second's visit", "Pope John Paul II's visit", "an owner"),
]  # fmt: skip
AS_IT_STANDS = [
    ("Louis XIV built it", "he bears the number himself"),
    ("In part I think so", "I"),
    ("the X account of the mayor", "the letter X"),
    ("in the VI building", "nothing that is counted"),
    ("May the Fourth be with you", "a day"),
    ("In the Second they won", "no name"),
    ("Charles the First Lady's dog", "a rank of something else"),
    ("Chapter XLVIQ", "no number"),
    ("Act VX of the play", "no such number"),
]  # fmt: skip


@each_row(("text", "converted", "reason"), IN_ONE_FORM)
def test_a_roman_numeral_or_ordinal_is_converted_to_its_usual_form(text, converted):
    assert combine_rules(ROMAN)[0](text) == converted


@each_row(("text", "reason"), AS_IT_STANDS)
def test_letters_that_are_not_a_roman_numeral_are_kept(text):
    assert combine_rules(ROMAN)[0](text) == text
