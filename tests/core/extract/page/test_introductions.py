"""A line that introduces the speaker of the quotation below it."""

import pytest

from tests.tables import each_row

QUOTE = '"The pier has gone. I counted nine boats on the road."'


@each_row(
    ("line", "speaker"),
    [
        pytest.param("Our correspondent Mia Voss in Lenn:", "Mia Voss", id="with a place"),
        pytest.param(
            "Here's our correspondent Jo Field in Harbour West:", "Jo Field", id="with a presentation"
        ),
        pytest.param("The mayor, Lars Brandt:", "Lars Brandt", id="an office before the name"),
        pytest.param("Lars Brandt, mayor of Lenn:", "Lars Brandt", id="an office after the name"),
    ],
)
@each_row("gap", ["\n", "\n\n"], ids=["next line", "next paragraph"])
def test_a_quotation_belongs_to_the_person_introduced_above_it(rows, line, speaker, gap):
    found = rows(f"Tarn Power says 9,000 homes are dark.\n\n{line}{gap}{QUOTE}")
    assert [row.speaker for row in found] == ["Tarn Power", speaker, speaker]
    assert [row.text for row in found[1:]] == ["The pier has gone.", "I counted nine boats on the road."]


@each_row(
    "line",
    [
        pytest.param("The dam broke at noon.", id="a sentence"),
        pytest.param("Storm in the north: what we know so far", id="a heading"),
    ],
)
def test_a_sentence_or_heading_above_a_quotation_does_not_introduce_it(rows, line):
    found = rows(f"Tarn Power says 9,000 homes are dark.\n\n{line}\n\n{QUOTE}")
    assert found[-2].text == "The pier has gone."
