"""Words that say nothing by themselves are no repeat of the same words elsewhere."""

from claimtrack.core.match import compare, is_bare_answer, is_exact_repeat
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

ANSWERS = (
    "No.", "None.", "Yes, it is.", "Eleven.", "42", "Not one.", "They have.", "He can't.", "Never!", "Of course not.",
    "40 percent.", "About 12", "$5", "Nein.", "Да", "In 2019.", "We did.", "More than he did.", "Not all.",
)  # fmt: skip
STATEMENTS = (
    "It rained.", "Fares doubled", "Nobody pays rent", "They never paid for it", "I never voted for it", "Fraud!", "👍👍",
    "On Monday the port closed.", "大桥开放", "5 MW were lost", "To be or not to be", "They did what they did to us then",
)  # fmt: skip


@each_row("text", ANSWERS)
def test_an_answer_of_little_words_and_numbers_is_as_good_as_unrelated_to_itself(text):
    assert is_bare_answer(text)
    told = compare(Statement(text), Statement(text))
    assert (told.suggestion, told.score < 0.3) == (Suggestion.RELATED, True)
    assert told.reasons == ("the same words, which say nothing on their own",)
    assert is_exact_repeat(text, text)


@each_row("text", STATEMENTS)
def test_a_word_that_tells_what_it_is_about_is_enough_and_so_are_many_words(text):
    assert not is_bare_answer(text)
    assert compare(Statement(text), Statement(text)).suggestion is Suggestion.DUPLICATE


@each_row(
    "other", ["They would hear from 40 witnesses", "Rents rose by 40 percent", "40 percent of men smoke"]
)
def test_a_bare_number_is_about_nothing_that_has_the_number(other):
    for pair in [("Forty percent!", other), (other, "40 percent")]:
        told = compare(*map(Statement, pair))
        assert (told.suggestion, told.score < 0.3, told.differences) == (Suggestion.RELATED, True, ())


@each_row(
    "digit",
    ["፪", "➋", "②", "⒉", "੨", "٢", "二", "²", "Ⅱ"],
    ids=["Ethiopic", "dingbat", "circled", "with a stop", "Gurmukhi", "Arabic", "Chinese", "raised", "Roman"],
)
def test_a_digit_of_any_script_is_read_or_passed_over(digit):
    """Some are digits to Python that no number can be made of."""
    text = f"Some {digit}th of {digit}/4 of the {digit} percent at {digit}:30 in {digit}.5 years"
    assert compare(Statement(text), Statement(f"{text} or more than {digit}")).score >= 0
