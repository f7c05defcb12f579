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
