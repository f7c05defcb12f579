"""Transcripts in which the name of the speaker stands on a line above the words."""

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
            id="constituency, party and a link in between; office holders below their office",
        ),
        pytest.param(
            CALL,
            [
                ("Ruth Sandell", "Revenue rose 14% to $2.1 billion."),
                ("Paul Greer", "Gross margin was 41.2%."),
                ("Ruth Sandell", "Inventory is up 22%."),
            ],
            id="a role after a dash",
        ),
    ],
)
def test_words_below_a_nameplate_belong_to_that_speaker(rows, record, said):
    assert [(row.speaker, row.text) for row in rows(record)] == said


@each_row(
    ("text", "reason"),
    [
        (
            "Ann Lee (Labour)\n\nAnn Lee, 43, is a councillor.\n\nBob Ray (Green)\n\nHe built 12 bridges.\n\nCora Todd\n\nTodd is 50.",
            "portraits in which each person is named once",
        ),
        (
            "Ann Lee\n\nLee built 12 bridges.\n\nBob Ray\n\nRay built 9.\n\nAnn Lee\n\nLee lost 40 votes.",
            "people also mentioned in the text",
        ),
        (
            "Ann Lee (Labour)\n\nShe built 12 bridges.\n\nBob Ray (Green)\n\nHe owns 400 acres.\n\nAnn Lee (Labour)\n\nYou may know her from the strike of 2019.",
            "people referred to as he or she",
        ),
        (
            "Ann Lee (Labour)\n\nWould raise the wage to 15 dollars.\n\nBob Ray (Green)\n\nBacks 100 more officers.\n\nAnn Lee (Labour)\n\nVoted for 12 quays.",
            "a voters' guide without a first person",
        ),
        (
            "Mill closes\n\nAnn Lee\n\nThe mill in Vale closed with the loss of 400 jobs.\n\nAnn Lee\n\nIt had 400 workers.",
            "the same byline twice",
        ),
    ],
)
def test_names_above_prose_about_those_people_are_not_speakers(rows, text):
    assert {row.speaker for row in rows(text)} == {"outlet"}


DATED = """Ada Moor Shadow Minister (Ports) 12:46 pm, 11 January 2024

The quay lost 40 boats in one night.

Otto Berg The Minister for Ports 1:02 pm, 11 January 2024

We have paid for 12 of them.

Ada Moor Shadow Minister (Ports)

The guild has not seen a penny of 2 million.
"""
COURT = """John G. Vale, Jr.

We hear the case of the quay, which was lost in 2019.

Brin Ashdown

The town has 30 quays. One of them was shut.

Brin Ashdown

It gave leave to 12 ships.

John G. Vale, Jr.

The record shows 11.
"""
REPORT = """The Presiding Officer (Tess Lund)
The first item is questions, and we have 12 of them, of which four are about the ports of the north and of the west.

Otto Berg (Lowe) (Con)
One in seven boats has gone.

The First Minister (Ada Moor)
We have 1,500 more boats than a year ago, and I am proud of what the men and women in our harbours have done in that time.

Otto Berg
The list grew by 40, and the First Minister knows it very well, because the guild has written to her twice about it this year.

The First Minister
It fell in May, by 2 per cent, and I have told the member so in a letter that he has not answered in the weeks since then.
"""
SEATS = """Minister of State, Department for Ports
(Ada Moor)
Fares rose by 4.9% in March.

Wera Pascoe
Lowe and the Isles
(LD)
The line was shut on 61 days.

Ada Moor
It opened again, and we paid for 12 boats.

Otto Berg
Vale East (Con)
My constituents wait for 40 boats.
"""
BILL = """Harbours Bill

Ada Moor
(Lowe) (Lab)

The last government built 12 quays, and I was there.

Otto Berg
(Vale East) (Con)

It shut 40 of them.

Ada Moor

It shut 31.
"""


@pytest.mark.parametrize(
    ("record", "speakers"),
    [
        pytest.param(DATED, ["Ada Moor", "Otto Berg", "Ada Moor"], id="office and time after the name"),
        pytest.param(
            COURT,
            ["John G. Vale", "Brin Ashdown", "Brin Ashdown", "Brin Ashdown", "John G. Vale"],
            id="a rare first name",
        ),
        pytest.param(
            SEATS,
            ["Ada Moor", "Wera Pascoe", "Ada Moor", "Otto Berg"],
            id="the seat on the line below, the party beside or below it",
        ),
        pytest.param(BILL, ["Ada Moor", "Otto Berg", "Ada Moor"], id="below the heading of a bill"),
        pytest.param(
            REPORT,
            ["Tess Lund", "Otto Berg", "Ada Moor", "Otto Berg", "Ada Moor"],
            id="the holder beside the office",
        ),
        pytest.param(
            "**Ada Moor**\nThe quay cost 4 million.\n\n**Otto Berg**\nIt cost us 6 million.\n\n**Ada Moor**\nIt opened in May.",
            ["Ada Moor", "Otto Berg", "Ada Moor"],
            id="in bold",
        ),
    ],
)
def test_nameplates_with_offices_seats_or_times_name_the_speaker(rows, record, speakers):
    assert [row.speaker for row in rows(record)] == speakers


def test_headings_that_recur_below_a_byline_are_not_speakers(rows):
    text = (
        "Ada Moor\n\nThe quay lost 40 boats in one night.\n\nRelated Story\n\nThe guild counted two of them.\n\nRelated Story\n\n"
        "The town paid for 12."
    )
    assert {row.speaker for row in rows(text)} == {"outlet"}


@each_row(
    "motion",
    [
        "I beg to move,\n\nThat this House has considered night buses.",
        "My Lords, I rise to move,\n\nThat this House regrets the cuts—",
        "Mr Speaker, I beg to move—\n\nThat the clause be read.",
    ],
)
def test_a_motion_in_a_paragraph_of_its_own_does_not_end_the_turn(rows, motion):
    text = (
        f"Alan Prosser\n(Wenbury) (Lab)\n{motion}\n\nWaiting lists in Wenbury have doubled since 2015.\n\nRuth Calder\n(Lowe) (Con)\n"
        "Will he give way?\n\nAlan Prosser\nI will.\n\nRuth Calder\n(Lowe) (Con)\nWe opened 12 wards.\n\nQuestion put and agreed to.\n\n"
        "Resolved,\n\nThat this House is of one mind on buses."
    )
    found = {row.text: row.speaker for row in rows(text)}
    assert found["Waiting lists in Wenbury have doubled since 2015."] == "Alan Prosser"
    assert found["I will."] == "Alan Prosser"
    assert found["We opened 12 wards."] == "Ruth Calder"
    assert {speaker for words, speaker in found.items() if "one mind" in words} <= {"outlet"}


@each_row(
    "read_out",
    [
        "“(5) The port must tell why.”",
        '"Dear Alan, I have no nurse."',
        "“The list is a disgrace.” [Official Report]",
    ],
)
def test_a_text_that_a_member_reads_out_does_not_end_the_turn(rows, read_out):
    text = (
        f"Alan Prosser\n(Wenbury) (Lab)\nI have a letter here.\n\n{read_out}\n\nWaiting lists in Wenbury have doubled since 2015.\n\n"
        "Ruth Calder\n(Lowe) (Con)\nWe opened 12 wards.\n\nAlan Prosser\nTwo of them are shut."
    )
    found = {row.text: row.speaker for row in rows(text)}
    assert found["Waiting lists in Wenbury have doubled since 2015."] == "Alan Prosser"
