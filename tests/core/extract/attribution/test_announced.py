"""Quotations of a few words that go on behind whoever is named."""

import pytest

LATER = "Ada Moor opened the fair on Monday.\n\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            'The law "cost 300 jobs", Moor said, and "ruined 12 towns".',
            ['The law "cost 300 jobs"', "ruined 12 towns"],
            id="behind and",
        ),
        pytest.param(
            '"Rents," she said, "rose 12 percent," adding that "wages did not".',
            ["Rents", "rose 12 percent", "wages did not"],
            id="before adding",
        ),
        pytest.param(
            '"We built 300 homes," Moor said, "and 12 schools," before leaving.',
            ["We built 300 homes", "and 12 schools"],
            id="before what she did",
        ),
        pytest.param(
            '"Rents," she told the council on Monday, "rose 12 percent," and left.',
            ["Rents", "rose 12 percent"],
            id="behind whom she told",
        ),
        pytest.param(
            '"We lost 40 boats in May," said Moor, who is known as "the Rock".',
            ["We lost 40 boats in May"],
            id="a name in marks is none",
        ),
    ],
)
def test_a_few_quoted_words_behind_the_speaker_are_a_row(rows, sentence, expected):
    found = rows(LATER + sentence)[1:]
    assert [row.text for row in found] == expected
    assert {row.speaker for row in found} == {"Ada Moor"}
