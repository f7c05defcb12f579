"""Numbers of several words are converted to digits."""

from claimtrack.core.match.normalisation.number_words import NUMBERS
from claimtrack.core.match.normalisation.rules import combine_rules
from tests.tables import each_row

IN_FIGURES = [
    ("Three hundred fifty men came", "350 men came", "as Americans say it"),
    ("three hundred and fifty", "350", 'with "and"'),
    ("a hundred and twenty thousand", "120000", "followed by thousands"),
    ("four thousand two hundred and three", "4203", "two scales"),
    ("twenty five thousand", "25000", "tens without a hyphen"),
    ("one point three million", "1.3 million", "a decimal with its scale"),
    ("four point seven five percent", "4.75 percent", "two decimals"),
    ("in nineteen ninety-eight", "in 1998", "a year"),
    ("since twenty nineteen", "since 2019", "a year of this century"),
    ("2/3rds of voters", "2/3 of voters", "a fraction with its ending"),
    ("on 4/11 this year", "on 4/11 this year", "a day stays"),
    ("one-tenth of 1 percent", "one-tenth of one percent", "a part of a percent"),
    ("a quarter of 1 million", "a quarter of one million", "of a million"),
    ("3 of 1 percent", "3 of 1 percent", "not a fraction"),
    ("the top tenth of one percent", "the top one tenth of one percent", "what stands for 0.1"),
    ("two thousand and nineteen", "2019", "a year as a number"),
]
KEPT = [
    ("two hundred", "two words are read without conversion"),
    ("between two and three million", "two numbers"),
    ("killed four hundred and three hundred were hurt", "two sums"),
    ("two hundred and others", 'no number after "and"'),
    ("at one point three thousand men came", "a point in time"),
    ("in twenty ten-minute talks", "not a year"),
    ("one two three", "counting"),
]


@each_row(("text", "converted", "reason"), IN_FIGURES)
def test_a_number_of_several_words_is_converted_to_digits(text, converted):
    assert combine_rules(NUMBERS)[0](text) == converted


@each_row(("text", "reason"), KEPT)
def test_words_that_are_not_one_number_are_kept(text):
    assert combine_rules(NUMBERS)[0](text) == text
