"""Quotations after a comma, whatever opens their sentence, and short quotations after the speaker."""

import pytest

from tests.tables import each_row

QUOTED = '"Rents rose 12 percent. Nobody was told."'
LATER = "Ada Moor opened the fair on Monday.\n\n"


@each_row(
    "opening",
    [
        "Speaking to reporters, Moor said,",
        "Reacting to the ruling, Moor said,",
        "Visiting a school in Norbridge, Moor said:",
        "Citing the new figures, Moor told the council,",
        "Asked about the cost of the bridge, Moor replied,",
        "When asked about the cost, Moor said,",
        "As the crowd cheered, Moor said,",
        "While she praised the plan, Moor said,",
        "But hitting out at the port, Moor said,",
        "Moor, who was elected in May, said,",
        "Later that day, Moor, the mayor of Norbridge, said,",
        "Earlier in the day, the mayor, Ada Moor, said,",
        "In a letter to the council, Moor wrote,",
        "Two days after the vote, Moor said,",
        "Less than an hour later, Moor tweeted,",
        "At a fair that ran for hours, Moor said,",
        "In Norbridge, where 40 boats sank, Moor said,",
        "Speaking on Monday, Moor – who was elected in May – said,",
        "Moor, her voice breaking, told the council,",
        "Moor went on to say,",
        "Ada Moor issued a statement saying,",
    ],
)
def test_an_opening_adjunct_leaves_the_quotation_to_its_speaker(rows, opening):
    found = rows(f"{LATER}{opening} {QUOTED}")[1:]
    assert [(row.speaker, row.text, row.kind) for row in found] == [
        ("Ada Moor", "Rents rose 12 percent.", "direct"),
        ("Ada Moor", "Nobody was told.", "direct"),
    ]


@each_row(
    ("sentence", "expected"),
    [
        pytest.param(
            'When the boat sank, Moor said, "nobody was on deck or anywhere near it."',
            [("Ada Moor", "When the boat sank"), ("Ada Moor", "nobody was on deck or anywhere near it.")],
            id="a lower-case quotation continues the statement before",
        ),
        pytest.param(
            'Rents rose 12 percent in May, Moor said, "and nobody at the port was told."',
            [("Ada Moor", "Rents rose 12 percent in May"), ("Ada Moor", "and nobody at the port was told.")],
            id="a statement before the attribution is the speaker's",
        ),
        pytest.param(
            'Moor left the hall and said, "Rents rose 12 percent."',
            [("outlet", "Moor left the hall"), ("Ada Moor", "Rents rose 12 percent.")],
            id="an act, then a quotation",
        ),
        pytest.param(
            'The court ruled on Monday, and Moor said, "Rents rose 12 percent."',
            [("outlet", "The court ruled on Monday"), ("Ada Moor", "Rents rose 12 percent.")],
            id="a clause of the outlet, then a quotation",
        ),
        pytest.param(
            'Speaking in Norbridge, Moor told staff, "We lost 40 boats," adding that nobody was hurt.',
            [("Ada Moor", "We lost 40 boats"), ("Ada Moor", "nobody was hurt")],
            id="a quotation that the speaker continues",
        ),
        pytest.param(
            'Speaking in Norbridge, Moor said, "We lost 40 boats," adding, "Nobody was hurt in any of them."',
            [("Ada Moor", "We lost 40 boats"), ("Ada Moor", "Nobody was hurt in any of them.")],
            id="two quotations",
        ),
        pytest.param(
            'Moor hit back in a letter: "We lost 40 boats," she wrote, "and nobody was hurt."',
            [("Ada Moor", "We lost 40 boats"), ("Ada Moor", "and nobody was hurt.")],
            id="a quotation split by its speaker",
        ),
        pytest.param(
            'Moor did not say, "Rents rose 12 percent."',
            [("outlet", 'Moor did not say, "Rents rose 12 percent."')],
            id="a quotation without a speaker",
        ),
        pytest.param(
            'Moor noted the change from the motto of the port, "Build Better Boats."',
            [("outlet", 'Moor noted the change from the motto of the port, "Build Better Boats."')],
            id="a clause that a quotation only explains",
        ),
    ],
)
def test_content_on_both_sides_of_the_speaker_is_kept(rows, sentence, expected):
    assert [(row.speaker, row.text) for row in rows(LATER + sentence)[1:]] == expected


@each_row(
    ("sentence", "expected"),
    [
        pytest.param(
            'The law "cost 300 jobs", Moor said, and "ruined 12 towns".',
            ['The law "cost 300 jobs"', "ruined 12 towns"],
            id='after "and"',
        ),
        pytest.param(
            '"Rents," she said, "rose 12 percent," adding that "wages did not".',
            ['Rents," she said, "rose 12 percent', "wages did not"],
            id='before "adding"',
        ),
        pytest.param(
            '"We built 300 homes," Moor said, "and 12 schools," before leaving.',
            ["We built 300 homes", "and 12 schools"],
            id="before another act",
        ),
        pytest.param(
            '"Rents," she told the council on Monday, "rose 12 percent," and left.',
            ['Rents," she told the council on Monday, "rose 12 percent'],
            id="after an addressee",
        ),
        pytest.param(
            '"We lost 40 boats in May," said Moor, who is known as "the Rock".',
            ["We lost 40 boats in May"],
            id="a nickname in marks is not a row",
        ),
    ],
)
def test_a_short_quotation_after_the_speaker_is_a_row(rows, sentence, expected):
    found = rows(LATER + sentence)[1:]
    assert [row.text for row in found] == expected
    assert {row.speaker for row in found} == {"Ada Moor"}
