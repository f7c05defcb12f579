"""The items of a list belong to whoever introduces it."""

from time import process_time

import pytest

from claimtrack.core.extract.page.boilerplate.headings import skip_bullet
from claimtrack.core.extract.words.reading import Span
from tests.tables import each_row

ENDING = "\n\nMinisters will reply in May."

LISTS = [
    pytest.param("The review found:\n\n- 17 boats leaked\n\n- Two pilots ran a yard that should have five", "review", id="bullets"),
    pytest.param("The review found:\n- 17 boats leaked\n- Two pilots ran a yard that should have five", "review", id="separate lines"),
    pytest.param("It met in May. The 240-page report says:\n\nThe boats had leaked in 17 cases\n\nTwo pilots ran a yard that should have five", "240-page report", id="items without marks below a report"),
    pytest.param("According to the inspectors:\n\n* 17 boats leaked\n* Two pilots ran a yard that should have five", "inspectors", id="a citation"),
    pytest.param("Ada Moor says:\n\n- 17 boats have leaked\n\n- Two pilots ran a yard that should have five", "Ada Moor", id="a person"),
    pytest.param("The audit concluded that:\n\n• 17 boats leaked\n\n• Two pilots ran a yard that should have five", "audit", id='with "that"'),
    pytest.param("The audit concluded that:\n\n■ 17 boats leaked\n\n■ Two pilots ran a yard that should have five", "audit", id="squares"),
]  # fmt: skip


@each_row(("text", "speaker"), LISTS)
def test_list_items_belong_to_the_speaker_who_introduces_them(rows, text, speaker):
    *_, first, second, last = rows(text + ENDING)
    assert (first.speaker, second.speaker, last.speaker) == (speaker, speaker, "outlet")
    assert first.kind == second.kind == "indirect"


def test_a_noun_before_a_colon_is_not_a_reporting_verb(rows):
    found = rows("Third-quarter highlights:\n\n- It earned $4m.\n\n- It paid $2m." + ENDING)
    assert {row.speaker for row in found} == {"outlet"}
    found = rows("A report by the council found three reasons:\n\n- It earned $4m.\n\n- It paid $2m.")
    assert {row.speaker for row in found[1:]} == {"report by the council"}


def test_a_list_without_a_speaker_is_the_outlets(rows):
    found = rows("From April:\n\n- a boat will cost $40 a day\n\n- a yard will cost $90 a day" + ENDING)
    assert {row.speaker for row in found} == {"outlet"}


def test_a_paragraph_of_full_sentences_below_a_report_is_not_a_list_item(rows):
    found = rows("The review found:\n\nThe yard is old. It was built in 1960 by two brothers." + ENDING)
    assert [row.speaker for row in found] == ["outlet"] * 3


def test_items_below_a_persons_statement_belong_to_that_person(rows):
    found = rows(
        "Ada Moor said the cuts would include the following:\n\n- 120 posts are lost\n\n- Bus fares rise by $4m"
        + ENDING
    )
    assert [(row.speaker, row.kind) for row in found[1:3]] == [("Ada Moor", "indirect")] * 2


def test_items_below_an_announced_count_belong_to_its_source(rows):
    found = rows(
        "A review by the board found two causes for the loss:\n\n1. Fuel cost 22% more.\n\n2. Fares fell by 8%."
        + ENDING
    )
    assert [row.speaker for row in found] == [
        "outlet",
        "review by the board",
        "review by the board",
        "outlet",
    ]


def test_the_numbers_of_minutes_belong_neither_to_a_claim_nor_to_a_speaker(rows):
    text = (
        "Minutes of the harbour board\n\n4. Boats\n4.1 The Treasurer noted that 40 boats had been sold in 2023.\n"
        "4.2 The yard had lost 3 million crowns.\n4.3 Cllr Lund said that tolls had risen by 9 percent.\n\nThe meeting closed."
    )
    found = {row.text: (row.start, row.speaker) for row in rows(text)}
    assert found["40 boats had been sold in 2023"][1] == "Treasurer"
    assert found["The yard had lost 3 million crowns."] == (text.index("The yard"), "outlet")
    assert found["tolls had risen by 9 percent"][1] == "Lund"


def test_a_figure_that_opens_a_paragraph_is_no_number_of_minutes(rows):
    text = (
        "4. Power\n\nThe plants were old.\n\n2.5 GW of wind power was built in 2023.\n\nThe plants were shut."
    )
    assert "2.5 GW of wind power was built in 2023." in {row.text for row in rows(text)}


CLERK, OHM = (
    "The Clerk stated that 14 pilots had left in May.",
    "Ms Ohm said the yard had lost 3 million crowns.",
)


@each_row(
    ("first", "second"),
    [
        pytest.param("2.1 ", "2.2 ", id="numbers of a section"),
        pytest.param("(a) ", "(b) ", id="letters in brackets"),
        pytest.param("a) ", "b) ", id="letters"),
        pytest.param("(ii) ", "(iii) ", id="Roman numbers"),
        pytest.param("(1) ", "(2) ", id="numbers in brackets"),
        pytest.param("14 ", "15 ", id="numbers alone"),
    ],
)
def test_two_items_of_minutes_on_lines_of_their_own_are_two_claims(rows, first, second):
    found = rows(f"The board met.\n\n{first}{CLERK}\n{second}{OHM}")[1:]
    assert [(row.text, row.speaker) for row in found] == [
        ("14 pilots had left in May", "Clerk"),
        ("the yard had lost 3 million crowns", "Ohm"),
    ]


def test_lines_that_begin_with_how_many_of_something_keep_the_figure(rows):
    found = rows("The board met.\n\n14 Labour members left in May.\n\n15 Green members stayed until June.")
    assert [row.text[:3] for row in found[1:]] == ["14 ", "15 "]


def test_the_sign_of_copyright_is_no_letter_of_an_item(rows):
    text = "The board met in May.\n\n(c) Moor Pictures sold 40 boats in 2023."
    assert rows(text)[-1].text.startswith("(c)")


@each_row(
    "line",
    [
        pytest.param("9.7 Boats sank.\n\n", id="a number of a section"),
        pytest.param("3/ Boats sank.\n\n", id="a number of a thread"),
        pytest.param("(e) Boats sank.\n\n", id="a letter"),
        pytest.param("9 The boats sank.\n\n", id="a number alone"),
    ],
)
def test_each_number_is_compared_only_with_those_nearby(line):
    text = line * 60_000
    start = process_time()
    for begin in range(0, len(text), len(line)):
        skip_bullet(text, Span(begin, begin + len(line) - 2))
    assert process_time() - start < 3
