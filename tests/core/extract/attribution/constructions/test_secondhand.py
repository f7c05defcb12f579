"""A statement relayed by a newspaper or a document belongs to whoever made it."""

import pytest

from tests.tables import each_row


@each_row(
    "sentence",
    [
        "Ada Moor said on Monday rents rose 12 percent in May, Reuters reported.",
        "Ada Moor said that rents rose 12 percent in May, the Guardian reported on Friday.",
        "Ada Moor told staff on Monday that rents rose 12 percent in May, according to the BBC.",
        "Ada Moor told staff aboard the ferry that rents rose 12 percent in May, the Norbridge Press reported.",
        "Ada Moor says rents rose 12 percent in May, the Courier's Ivo Ray reports.",
        "In a speech, Ada Moor said rents rose 12 percent in May, state media reported.",
        "Ada Moor told the court that rents rose 12 percent in May, according to a transcript of the hearing.",
    ],
)
def test_relayed_content_belongs_to_its_speaker(rows, sentence):
    assert [(row.speaker, row.text) for row in rows(sentence)] == [
        ("Ada Moor", "rents rose 12 percent in May")
    ]


@each_row(
    "tail",
    [
        "said, according to the Courier",
        "told the court, the BBC reported",
        "told staff, according to a recording",
    ],
)
@each_row("words", ['"Rents rose 12 percent,"', "Rents rose 12 percent,"])
def test_relayed_content_before_the_attribution_belongs_to_its_speaker(row, words, tail):
    found = row(f"{words} Ada Moor {tail}.")
    assert (found.speaker, found.text) == ("Ada Moor", "Rents rose 12 percent")


def test_each_of_two_papers_is_the_speaker_of_its_own_report(rows):
    found = rows(
        "In Vale, marchers held roses aloft, the Courier reported, while in Ost they sang, the Gazette reported."
    )
    assert [row.speaker for row in found] == ["Courier", "Gazette"]


@each_row(
    ("sentence", "speaker"),
    [
        pytest.param(
            "Rents rose 12 percent in May, the Guardian reported.", "Guardian", id="only the newspaper"
        ),
        pytest.param(
            "Two in three voters said they would move out of Norbridge, according to a poll by the Gazette.",
            "poll by the Gazette",
            id="a poll vouches for what voters say",
        ),
        pytest.param(
            "Ada Moor told staff that rents rose, according to a letter of the union.",
            "letter of the union",
            id="a letter is its writer's account",
        ),
        pytest.param(
            "Ada Moor said the port was lost, according to two people familiar with the talks.",
            "two people familiar with the talks",
            id="people vouch for what they heard",
        ),
        pytest.param(
            "After Ada Moor said rents rose, shares of the port fell 3 percent, Reuters reported.",
            "Reuters",
            id="a statement that only gives the time",
        ),
        pytest.param(
            "The bank lost 40 crowns and Ada Moor said it would close, the Gazette reported.",
            "Gazette",
            id="a clause before it",
        ),
        pytest.param(
            "Ada Moor denied taking 40 crowns from the fund, Reuters reported.",
            "Reuters",
            id="a denial is an act",
        ),
    ],
)
def test_content_that_a_source_vouches_for_belongs_to_that_source(rows, sentence, speaker):
    assert [row.speaker for row in rows(sentence)] == [speaker]
