import pytest

from claimtrack.core.extract.dates import said_on

THURSDAY = "2024-11-14"


@pytest.mark.parametrize(
    ("frame", "day"),
    [
        ("she said on Tuesday", "2024-11-12"),
        ("she said on Thursday", "2024-11-14"),
        ("she said last Thursday", "2024-11-07"),
        ("she said on Friday", "2024-11-08"),
        ("she said yesterday", "2024-11-13"),
        ("she said earlier today", "2024-11-14"),
        ("she said on March 5", "2024-03-05"),
        ("she said on 5 March 2021", "2021-03-05"),
        pytest.param("she said on Dec. 24", "2023-12-24", id="a day still to come is last year's"),
        pytest.param("she said last week", None, id="a week is no day"),
        pytest.param("she said in June", None, id="a month is no day"),
        pytest.param("she will say so next Tuesday", None, id="nothing is said in the future"),
        pytest.param("she said on February 30", None, id="no such day"),
        pytest.param("it has been shut since Friday, she said", None, id="since when something is so"),
        ("she said", None),
    ],
)
def test_a_day_is_told_from_the_articles_date(frame, day):
    assert said_on(frame, THURSDAY) == day


def test_without_the_articles_date_only_a_full_date_is_told():
    assert said_on("she said on Tuesday", None) is None
    assert said_on("she said on 5 March 2021", None) == "2021-03-05"


def test_a_malformed_date_of_the_article_is_as_good_as_none():
    assert said_on("she said on Tuesday", "last spring") is None


def test_a_day_inside_the_claim_is_not_when_it_was_made(row):
    assert (
        row("Ada Moor said the bridge was closed on Tuesday night.", published_on=THURSDAY).claimed_on is None
    )
    said = row("Ada Moor said on Wednesday that the bridge was closed in May.", published_on=THURSDAY)
    assert said.claimed_on == "2024-11-13"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "The bridge had been shut on Friday, and pilots said on Tuesday that it was safe.",
            ["2024-11-12"],
            id="the day beside the verb, not that of the clause before",
        ),
        pytest.param(
            "Ada Moor said on Tuesday that the bridge was shut, and Tom Ryle said on Wednesday that it was open.",
            ["2024-11-12", "2024-11-13"],
            id="each of two speakers has a day",
        ),
        pytest.param(
            "On Monday, Ada Moor said the bridge was shut.", ["2024-11-11"], id="the day that leads up to it"
        ),
        pytest.param(
            "Ada Moor accused the council on Wednesday of losing money on Friday.",
            ["2024-11-13"],
            id="the day of an accusation, not of the deed",
        ),
        pytest.param(
            'Ada Moor told "Sunday Report" that the toll was paid.', [None], id="the name of a programme"
        ),
    ],
)
def test_a_claim_was_made_on_the_day_beside_its_verb(rows, text, days):
    assert [row.claimed_on for row in rows(text, published_on=THURSDAY)] == days
