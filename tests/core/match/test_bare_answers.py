"""Bare answers, whose words say nothing on their own, do not match the same words elsewhere."""

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
def test_a_bare_answer_is_barely_related_to_the_same_answer(text):
    assert is_bare_answer(text)
    comparison = compare(Statement(text), Statement(text))
    assert (comparison.suggestion, comparison.score < 0.3) == (Suggestion.RELATED, True)
    assert comparison.reasons == ("the same words, which say nothing on their own",)
    assert is_exact_repeat(text, text)


@each_row("text", STATEMENTS)
def test_a_text_with_a_content_word_or_many_words_is_not_bare(text):
    assert not is_bare_answer(text)
    assert compare(Statement(text), Statement(text)).suggestion is Suggestion.DUPLICATE


@each_row(
    "other", ["They would hear from 40 witnesses", "Rents rose by 40 percent", "40 percent of men smoke"]
)
def test_a_bare_number_barely_matches_a_claim_with_that_number(other):
    for pair in [("Forty percent!", other), (other, "40 percent")]:
        comparison = compare(*map(Statement, pair))
        assert (comparison.suggestion, comparison.score < 0.3, comparison.differences) == (
            Suggestion.RELATED,
            True,
            (),
        )


@each_row(
    "digit",
    ["፪", "➋", "②", "⒉", "੨", "٢", "二", "²", "Ⅱ"],
    ids=["Ethiopic", "dingbat", "circled", "with a stop", "Gurmukhi", "Arabic", "Chinese", "raised", "Roman"],
)
def test_a_digit_of_any_script_is_read_or_ignored(digit):
    """Python takes some characters for digits that it cannot convert to a number."""
    text = f"Some {digit}th of {digit}/4 of the {digit} percent at {digit}:30 in {digit}.5 years"
    assert compare(Statement(text), Statement(f"{text} or more than {digit}")).score >= 0
