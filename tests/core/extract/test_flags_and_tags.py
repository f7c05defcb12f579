import pytest

from claimtrack.core.model import Flag


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Doral said theMinistry had set aside 60 million crowns.", Flag.GLUED_WORDS),
        ("Dairies in Brenno closed. Dairies in Brennohave closed two plants.", Flag.GLUED_WORDS),
        ("Cows were lost, according to a survey.Farmers Alliance figures.", Flag.GLUED_WORDS),
        ("The council will build 40 schools by 2030.", Flag.FUTURE_PLAN),
        ("The council will build schools at will.", Flag.FUTURE_PLAN),
        ("A decision on the budget is expected in October.", Flag.FUTURE_PLAN),
        ("They have lost a third of their value this year.", Flag.UNRESOLVED_PRONOUN),
    ],
)
def test_a_row_is_flagged(rows, text, flag):
    assert flag in rows(text)[-1].flags


@pytest.mark.parametrize(
    "text",
    [
        "Mr McDonald owns an iPhone and an eBay shop in LaGrange.",
        "The site example.com was closed by the police in May.",
        "The site www.portRecords.example was closed by the police in May.",
        "Americans in America and Christians in Christchurch met.",
        "It is clear that the council closed the bridge.",
        "Prisoners roamed the yard at will on Friday.",
        "The vote showed the people's will.",
    ],
)
def test_an_ordinary_row_is_not_flagged(row, text):
    assert row(text).flags == ()


def test_what_a_lost_link_left_behind_names_the_source(row):
    found = row("Cows were lost in the valley, according to a survey.Farmers Alliance figures.")
    assert found.speaker == "Farmers Alliance figures"


def test_tags_are_names_and_topics(row):
    found = row("On Monday the Harbour Bank of Vale cut 300 jobs in Port Avon and raised wages.")
    assert found.tags == ("Harbour Bank of Vale", "Port Avon", "economy")


def test_neither_is_no_part_of_a_name(row):
    assert row("Neither Ada Moor nor Tom Ashby had 300 boats.").tags == ("Ada Moor", "Tom Ashby")


def test_context_is_bounded(rows):
    found = rows("First comes this sentence. " * 40)
    assert found[20].context_before.endswith("First comes this sentence. ")
    assert {len(row.context_before) for row in found[10:]} == {200}
    assert len(found[0].context_after) == 200


def test_both_sentences_of_a_word_that_runs_into_the_next_are_flagged(rows):
    found = rows("The bridge has been shut since spring.Officials have no date for it. The toll is gone.")
    assert [Flag.GLUED_WORDS in row.flags for row in found] == [True, True, False]
