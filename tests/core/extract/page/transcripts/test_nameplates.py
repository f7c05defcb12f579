import pytest

from tests.tables import each_row

HANSARD = """Alan Prosser
(Wenbury) (Lab)
Share
Waiting lists in Wenbury have doubled since 2015. Will the Minister apologise?

The Minister for Health
(Ruth Calder)
They fell in every month of this year. We opened 12 new wards.

Alan Prosser
The wards have no nurses.

There are 340 vacancies.
"""
CALL = """Operator

Good day, everybody.

Ruth Sandell -- Chief Executive Officer

Thank you, operator. Revenue rose 14% to $2.1 billion.

Paul Greer -- Chief Financial Officer

Gross margin was 41.2%.

Ruth Sandell -- Chief Executive Officer

Inventory is up 22%.
"""


@pytest.mark.parametrize(
    ("record", "said"),
    [
        pytest.param(
            HANSARD,
            [
                ("Alan Prosser", "Waiting lists in Wenbury have doubled since 2015."),
                ("Ruth Calder", "They fell in every month of this year."),
                ("Ruth Calder", "We opened 12 new wards."),
                ("Alan Prosser", "The wards have no nurses."),
                ("Alan Prosser", "There are 340 vacancies."),
            ],
            id="constituency, party and a link between; who holds an office stands below it",
        ),
        pytest.param(
            CALL,
            [
                ("Ruth Sandell", "Revenue rose 14% to $2.1 billion."),
                ("Paul Greer", "Gross margin was 41.2%."),
                ("Ruth Sandell", "Inventory is up 22%."),
            ],
            id="a role behind a dash",
        ),
    ],
)
def test_who_stands_above_says_what_is_below(rows, record, said):
    assert [(row.speaker, row.text) for row in rows(record)] == said


@each_row(
    ("text", "reason"),
    [
        (
            "Ann Lee (Labour)\n\nAnn Lee, 43, is a councillor.\n\nBob Ray (Green)\n\nHe built 12 bridges.\n\nCora Todd\n\nTodd is 50.",
            "portraits: each is named once",
        ),
        (
            "Ann Lee\n\nLee built 12 bridges.\n\nBob Ray\n\nRay built 9.\n\nAnn Lee\n\nLee lost 40 votes.",
            "each is spoken of, too",
        ),
        (
            "Mill closes\n\nAnn Lee\n\nThe mill in Vale closed with the loss of 400 jobs.\n\nAnn Lee\n\nIt had 400 workers.",
            "one byline, twice",
        ),
    ],
)
def test_names_above_what_others_wrote_make_nobody_speak(rows, text, reason):
    assert {row.speaker for row in rows(text)} == {"outlet"}, reason
