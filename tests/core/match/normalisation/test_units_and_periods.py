"""Units, durations, ages and periods have one form, whatever signs are used for them; what only looks like them is kept."""

from claimtrack.core.match.normalisation.normalise import normalise_text
from tests.tables import each_row

IN_WORDS = [
    ("it was 40ºC there", "it was 40 degrees celsius there", "the sign of an ordinal"),
    ("1º de maio", "1o de maio", "an ordinal"),
    ("it was 40 degrees C there", "it was 40 degrees celsius there", "a letter after the word"),
    ("it cost N3.50 and N4bn", "it cost ₦3.50 and ₦4bn", "naira"),
    ("it cost 3 billion won.", "it cost 3 billion krw.", "the money of Korea"),
    ("it gave 2m b/d in May", "it gave 2m barrels a day in May", "barrels by their sign"),
    ("he ran it in 2:04:33", "he ran it in 2 hours 4 minutes 33 seconds", "hours"),
    ("he swam it in 1:52.6", "he swam it in 1 minute 52.6 seconds", "parts of a second"),
    ("it took 2hrs 10mins", "it took 2 hours 10 minutes", "short forms"),
    ("by a half-point", "by 0.5 points", "half a point"),
    ("by three votes to two", "by three to two", "votes"),
    ("between the ages of 5 and 11", "aged 5 to 11", "ages"),
    ("in the 12 months to the end of June", "in the year to June", "a year by its months"),
    ("up from the previous quarter", "up from a quarter earlier", "the quarter before"),
]
KEPT = [
    ("a lorry on the N5 at 5", "a road"),
    ("$3 million won by a widow", "a sum that was won"),
    ("Of the men 3 million won a medal", "a verb"),
    ("the siren at 12:30:05", "a time of day"),
    ("begins 12:30:05 GMT", "a time of day with its zone"),
    ("open from 18:30 to 21:00", "hours without seconds"),
    ("the school year ended in June", "a clause"),
    ("the previous month high", "an adjective"),
    ("wages between 5 and 11 euros", "no age"),
    ("the record is unbeaten in the county", "no team"),
]


@each_row(("text", "rewritten", "reason"), IN_WORDS)
def test_a_unit_or_period_has_one_form(text, rewritten):
    assert normalise_text(text).text == rewritten


@each_row(("text", "reason"), KEPT)
def test_what_only_looks_like_a_unit_or_period_is_kept(text):
    assert normalise_text(text).text == text
