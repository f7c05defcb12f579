"""A text entirely in capitals is read like any other, and its rows keep the words of the article."""

import pytest

from claimtrack.core.extract.page.casing import is_all_capitals, lower_case
from claimtrack.core.extract.page.sentences import paragraphs
from tests.tables import each_row


@each_row(
    ("text", "read"),
    [
        pytest.param(
            "RENTS ROSE IN APRIL, MAYOR ADA MOOR SAID.",
            "Rents rose in April, mayor Ada Moor said.",
            id="a full name",
        ),
        pytest.param(
            'MOOR SAID: "WE KNOW." IT FELL.', 'Moor said: "We know." It fell.', id="a surname, a quotation"
        ),
        pytest.param('"NO," SAID VASK RIEL.', '"No," said Vask Riel.', id="an unlisted name"),
        pytest.param(
            "OFFICIALS SAID THE NHS LOST 4.", "Officials said the NHS lost 4.", id="a noun; an acronym"
        ),
        pytest.param(
            "THE US AND RUSSIA TOLD US SO IN MAY.",
            "The US and Russia told us so in May.",
            id='"US" and "us"',
        ),
        pytest.param(
            "HE MAY STAY, I'M SURE. MR. LUND'S MAY NOT.",
            "He may stay, I'm sure. Mr. Lund's may not.",
            id="titles",
        ),
        pytest.param("OSLO (AP) - RENTS FELL.", "OSLO (AP) - Rents fell.", id="a dateline"),
        pytest.param(
            "OSLO, TURKEY AND SPAIN AGREED.", "Oslo, Turkey and Spain agreed.", id="a country and a bird"
        ),
        pytest.param("MARIA T. DELGADO LEFT.", "Maria T. Delgado left.", id="an initial"),
        pytest.param(
            "COUNCILWOMAN VASK RIEL SAYS RENTS FELL.", "Councilwoman Vask Riel says rents fell.", id="a title"
        ),
    ],
)
def test_names_and_first_words_keep_their_capitals(text, read):
    assert lower_case(text, paragraphs(text), {}) == read


@each_row(
    ("text", "is_capitals"),
    [
        ("THE COUNCIL MET ON MONDAY TO VOTE.", True),
        ("NASA SAID SO.", False),
        (f"Posted at 5:31 PM, Nov 05, and last updated 10:12 PM\n\n{'THE COUNCIL MET TO VOTE. ' * 20}", True),
        ("THE COUNCIL MET ON MONDAY\n\nThe council met on Monday to vote on the plan.", False),
        ("MOOR: We built 40 bridges.\n\nRYLE: It was 12.", False),
        ("", False),
    ],
)
def test_only_a_text_entirely_in_capitals_is_recognised_as_such(text, is_capitals):
    assert is_all_capitals(text) is is_capitals


def test_rows_of_a_text_in_capitals_keep_its_words_and_name_the_speaker(rows):
    text = (
        "THE UNEMPLOYMENT RATE FELL TO 3.4 PERCENT IN APRIL, PRESIDENT ADA MOOR SAID ON TUESDAY. "
        '"WE ADDED 12 MILLION JOBS," SHE SAID.'
    )
    found = rows(text, published_on="2024-11-14")
    assert [(row.speaker, row.speaker_as_written, row.text, row.kind, row.claimed_on) for row in found] == [
        (
            "Ada Moor",
            "PRESIDENT ADA MOOR",
            "THE UNEMPLOYMENT RATE FELL TO 3.4 PERCENT IN APRIL",
            "indirect",
            "2024-11-12",
        ),
        ("Ada Moor", "SHE", "WE ADDED 12 MILLION JOBS", "direct", None),
    ]


def test_captions_in_capitals_name_their_speakers(rows):
    found = rows(">> ADA MOOR: WE BUILT 4,000 HOMES.\n\n>> VASK RIEL: THEY BUILT 12.")
    assert [(row.speaker, row.text) for row in found] == [
        ("Ada Moor", "WE BUILT 4,000 HOMES."),
        ("Vask Riel", "THEY BUILT 12."),
    ]
