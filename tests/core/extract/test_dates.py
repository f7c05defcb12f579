"""On which day a claim was made."""

import pytest

from claimtrack.core.extract.dates import find_day
from tests.tables import each_row

THURSDAY = "2024-11-14"


@each_row(
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
        pytest.param("she said on Dec. 24", "2023-12-24", id="a day still to come is in the previous year"),
        pytest.param("At 14:10 Mark Holm said", None, id="minutes before a name that begins like a month"),
        pytest.param("10:12 April Jones says", None, id="minutes before a name that is a month"),
        pytest.param("the 12 Marines said", None, id="a number before a word that begins like a month"),
        pytest.param("she said on 3 Sept.", "2024-09-03", id="an abbreviated month"),
        pytest.param("she told the board two days ago", "2024-11-12", id="days counted back in words"),
        pytest.param("she said 3 days ago", "2024-11-11", id="... and in digits"),
        pytest.param("the day before yesterday she said", "2024-11-12", id="the day before yesterday"),
        pytest.param("it has been shut since two days ago, she said", None, id="since two days ago"),
        pytest.param("she said last week", None, id="a week is not a day"),
        pytest.param("she said in June", None, id="a month is not a day"),
        pytest.param("she will say so next Tuesday", None, id="a statement cannot be in the future"),
        pytest.param("she said on February 30", None, id="an impossible date"),
        pytest.param("it has been shut since Friday, she said", None, id="the start of a state"),
        pytest.param("she said on Tuesday's vote", None, id="the day of the event, not the statement"),
        pytest.param("she said on Tuesday's Breakfast Hour", "2024-11-12", id="a programme"),
        pytest.param("Speaking on Tuesday's Orava Hour, she said", "2024-11-12", id="... with its name"),
        pytest.param("she told Tuesday's meeting", "2024-11-12", id="a meeting"),
        pytest.param("she said on the night of 9-10 May", None, id="two days"),
        ("she said", None),
        pytest.param("she told USA Today", None, id="the name of a newspaper"),
        pytest.param("she told the BBC's Today programme", None, id="... of a programme"),
        pytest.param("she told the Tonight show", None, id="... of a show"),
        pytest.param("she told ITV's This Morning", None, id="... of two words"),
        pytest.param("she told the Mail on Sunday", None, id="a newspaper of one weekday"),
        pytest.param("The Sun on Sunday can reveal", None, id="... as the speaker"),
        pytest.param("she told Scotland on Sunday", None, id="... called after a country"),
        pytest.param("she said on BBC Sunday Politics", None, id="a programme of one weekday"),
        pytest.param("she told the Sunday Courier Weekly", None, id="an unlisted newspaper"),
        pytest.param("she told the Sunday Times", None, id="... a listed one"),
        pytest.param("she said on Fox News Sunday", None, id="the day after the channel"),
        pytest.param("she told the Bloody Sunday inquiry", None, id="an event on a day"),
        pytest.param("Today she said", "2024-11-14", id="a capital that begins a sentence"),
        pytest.param("she told USA Today on Tuesday", "2024-11-12", id="a day beside a newspaper"),
        pytest.param("she told the Mail on Sunday on Monday", "2024-11-11", id="... of one weekday"),
        pytest.param("she told the Guardian on Sunday", "2024-11-10", id="a day after a daily newspaper"),
        pytest.param("she said in Scotland on Sunday", "2024-11-10", id="a day after a country"),
        pytest.param("On Tuesday Tom Ryle said", "2024-11-12", id="a day before a name"),
        pytest.param("she said Tuesday Tom Ryle had left", "2024-11-12", id="... without a preposition"),
        pytest.param("she told CBS News on Tuesday", "2024-11-12", id="a day after a channel"),
        pytest.param("she told the BBC this morning", "2024-11-14", id="without a capital"),
        pytest.param("she said on Friday, October 11.", "2024-10-11", id="the date beside a day of the week"),
        pytest.param("she said on Friday 11 October 2024", "2024-10-11", id="... without a comma"),
        pytest.param("she said Friday, Oct. 11, 2024", "2024-10-11", id="... abbreviated"),
        pytest.param("she said on Monday, December 30", "2023-12-30", id="... of the year before"),
        pytest.param("last Friday, the 11th of October, she said", "2024-10-11", id="... in words"),
        pytest.param("she said on Friday evening (11 October)", "2024-10-11", id="... in brackets"),
        pytest.param("she said on 11 October, a Friday", "2024-10-11", id="... before it"),
        pytest.param("she said on Friday the 11th", None, id="a day of a month that is not named"),
        pytest.param("she said on Friday, 11/10/2024", None, id="digits in an ambiguous order"),
        pytest.param("she said on the Monday before the vote", None, id="a day of another week"),
        pytest.param("she said on a Tuesday in March", None, id="one of several days"),
        pytest.param("she said on the last Friday of the month", None, id="... counted from the end"),
        pytest.param("she said the following Monday", None, id="... counted from another"),
        pytest.param("she said on Tuesday of last week", None, id="... of the week before"),
        pytest.param("every Friday she said", None, id="each of them"),
        pytest.param(
            "who has led it since last Friday, said on Monday", "2024-11-11", id="a start and a day"
        ),
        pytest.param("who has led it since Friday, October 11, said", None, id="a start by day and date"),
        pytest.param("she said at a Friday rally", "2024-11-08", id="a meeting named after its day"),
        pytest.param("she said on the eve of Friday's vote", None, id="the day before another"),
        pytest.param("she said ahead of Monday's talks", None, id="... at an unknown distance"),
        pytest.param("she said in a film to be shown on Sunday", None, id="the day of a coming broadcast"),
        pytest.param("she told Palm Sunday crowds", None, id="a holiday"),
        pytest.param("she said on Good Friday", "2024-11-08", id="... as the day itself"),
        pytest.param("she said on November 20", None, id="a day too close ahead to be in the previous year"),
        pytest.param(
            "she said on 5 June 2031 the dam would close",
            None,
            id="a day of a later year is not when it was said",
        ),
        pytest.param(
            "she said on Friday, 15 November 2024", "2024-11-15", id="where she spoke, tomorrow had begun"
        ),
        pytest.param("she said on 16 November 2024", None, id="... but not the day after"),
        pytest.param("she said on 29 February", "2024-02-29", id="in a leap year"),
        pytest.param("she said on 29 February 2023", None, id="in a year that has no such day"),
        pytest.param("she told the Tuesday briefing", "2024-11-12", id="... with the article"),
    ],
)
def test_a_relative_day_is_resolved_from_the_articles_date(frame, day):
    assert find_day(frame, THURSDAY) == day


def test_only_a_full_date_is_resolved_without_the_articles_date():
    assert find_day("she said on Tuesday", None) is None
    assert find_day("she said on 5 March 2021", None) == "2021-03-05"


def test_a_malformed_article_date_is_ignored():
    assert find_day("she said on Tuesday", "last spring") is None


def test_a_day_within_a_claim_is_not_the_day_it_was_made(row):
    assert (
        row("Ada Moor said the bridge was closed on Tuesday night.", published_on=THURSDAY).claimed_on is None
    )
    dated = row("Ada Moor said on Wednesday that the bridge was closed in May.", published_on=THURSDAY)
    assert dated.claimed_on == "2024-11-13"


@each_row(
    ("text", "days"),
    [
        pytest.param(
            "The bridge had been shut on Friday, and pilots said on Tuesday that it was safe.",
            [None, "2024-11-12"],
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
            id="the day of an accusation, not of the act",
        ),
        pytest.param(
            "On Monday Ada Moor said tolls fell; on Tuesday Jo Park said they rose by 2 percent.",
            ["2024-11-11", "2024-11-12"],
            id="not the day of the next speaker",
        ),
        *(
            pytest.param(f"{speaker} the toll had doubled.", days, id=speaker)
            for speaker, days in [
                ("Ada Moor, who resigned on Monday, told the Courier that", [None]),
                ("Ada Moor, elected on 2 November, said", [None]),
                ("Ada Moor, whose book is out on Friday, said", [None]),
                ("Ada Moor, who made history on Monday, said on Tuesday", ["2024-11-12"]),
                ("Sworn in on Monday, Ada Moor said", [None]),
                ("Ada Moor, who was interviewed on Monday, said", ["2024-11-11"]),
                ("Interviewed on Monday, Ada Moor said", ["2024-11-11"]),
                ("A report, published on Monday, said", ["2024-11-11"]),
                ("Ada Moor, the mayor, on Monday said", ["2024-11-11"]),
                ("Ada Moor will say on Monday that", [None]),
                ("In a speech on Friday Ada Moor will tell pilots that", [None]),
            ]
        ),
        pytest.param(
            "The toll had doubled, said Ada Moor, who resigned on Monday.",
            [None],
            id="the day of a resignation",
        ),
        pytest.param(
            "The hearing on Monday, said Ada Moor, drew 40 pilots.", [None], id="the day is the hearing's"
        ),
        pytest.param(
            "The hearing on Monday, Ada Moor said on Tuesday, drew 40 pilots.",
            ["2024-11-12"],
            id="beside the verb that interrupts",
        ),
        pytest.param(
            "On Monday, Ada Moor said, 40 pilots went on strike.",
            ["2024-11-11"],
            id="a day that may belong to both verbs",
        ),
        pytest.param(
            "The toll had doubled, said Ada Moor, the mayor, on Monday.",
            ["2024-11-11"],
            id="an apposition",
        ),
        pytest.param(
            "The toll had doubled, Ada Moor will say on Monday.", [None], id="an announced statement"
        ),
        pytest.param(
            "10:12 April Jones says 40 people died.", [None], id="minutes before a name that is a month"
        ),
        pytest.param(
            'Ada Moor told "Sunday Report" that the toll was paid.', [None], id="the name of a programme"
        ),
    ],
)
def test_a_claim_was_made_on_the_day_beside_its_reporting_verb(rows, text, days):
    assert [row.claimed_on for row in rows(text, published_on=THURSDAY)] == days
