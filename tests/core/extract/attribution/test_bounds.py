"""Where reported content begins and ends."""

from __future__ import annotations

from tests.tables import each_row


@each_row(
    "text",
    [
        "Moor, in whose opinion 40 votes were lost, spoke on Friday.",
        "Mayor Moor, in whose view 40 homes were wasted, resigned on Monday.",
        "The plan was drafted by Ann Moor, in whose view 40 homes were wasted, was dropped in May.",
    ],
)
def test_a_view_about_the_subject_leaves_the_main_clause_whole(row, text):
    found = row(text)
    assert (found.speaker, found.text.rstrip(".")) == ("outlet", text.rstrip("."))


def test_a_view_after_the_main_clause_is_a_row(rows):
    found = rows("The plan was drafted by Ann Moor, in whose view 40 homes were wasted.")
    assert [(row.speaker, row.text) for row in found][1:] == [("Ann Moor", "40 homes were wasted")]


@each_row(
    ("opening", "speaker"),
    [
        ("As was reported by the Vale Post on Monday", "Vale Post"),
        ("As was first reported by Reuters last week", "Reuters"),
        ("As reported by the BBC in May", "BBC"),
        ("As reported by the BBC yesterday", "BBC"),
        ("As Reuters first reported on Monday", "Reuters"),
        ("As Reuters has repeatedly reported", "Reuters"),
        ("As noted by the auditors in their 2019 report", "auditors"),
        ("As noted by the Institute for Fiscal Studies", "Institute for Fiscal Studies"),
        ("As noted by the Office for National Statistics in June", "Office for National Statistics"),
        ("As reported by the Sunday Post", "Sunday Post"),
    ],
)
def test_a_voucher_is_named_without_time_and_place(row, opening, speaker):
    found = row(f"{opening}, 40 homes were empty.")
    assert (found.speaker, found.text) == (speaker, "40 homes were empty")


@each_row("opening", ["As we reported on Monday", "As we noted", "As I first reported in May"])
def test_an_outlet_that_cites_itself_is_the_speaker(row, opening):
    assert row(f"{opening}, 40 homes were empty.").speaker == "outlet"


@each_row(
    ("text", "said"),
    [
        (
            "Mia Sand not only said that 40 schools had closed, she also claimed 300 teachers had been sacked.",
            ["40 schools had closed", "300 teachers had been sacked"],
        ),
        (
            "Mia Sand did not just say that rents had fallen, she said that 40 homes were empty.",
            ["rents had fallen", "40 homes were empty"],
        ),
    ],
)
def test_content_of_not_only_said_ends_at_the_next_statement(rows, text, said):
    assert [(row.speaker, row.text) for row in rows(text)] == [("Mia Sand", words) for words in said]


@each_row("number", ["only six", "six", "at least 200", "half a million", "12", "more than 200"])
def test_a_second_source_with_only_a_number_takes_nothing_from_the_first(rows, number):
    found = rows(f"The EU says 40 trucks got in, aid workers say {number}.")
    expected = [("EU", "40 trucks got in"), ("aid workers", f"aid workers say {number}")]
    assert [(row.speaker, row.text) for row in found] == expected


@each_row(
    "text",
    [
        "The company, whose boss said in May that 300 jobs were safe, has cut 200.",
        "The company, whose boss, Ann Lee, said 300 jobs were safe, has cut 200.",
        "The mayor, whose office said 40 flats were sold, faces 12 charges.",
        "The minister, about whom the Herald said that he took 40,000 euros, resigned.",
        "The bank, about which the Herald said that it lost $4m, employs 400.",
    ],
)
def test_a_report_about_the_subject_leaves_the_main_clause_whole(row, text):
    found = row(text)
    assert (found.speaker, found.text.rstrip(".")) == ("outlet", text.rstrip("."))


@each_row(
    ("text", "said"),
    [
        ("Brandt said June 3 was the wettest day since 1962.", "June 3 was the wettest day since 1962"),
        ("Brandt said 3 June was the wettest day since 1962.", "3 June was the wettest day since 1962"),
        ("Brandt said June 2019 was the wettest month.", "June 2019 was the wettest month"),
        ("Brandt said on June 3 that 40 homes were empty.", "40 homes were empty"),
        ("Brandt said in June 40 homes were empty.", "40 homes were empty"),
        ("Brandt said in June 2019 40 homes were empty.", "40 homes were empty"),
        ("Brandt told the paper before June 3 the bridge was shut.", "the bridge was shut"),
        ("Brandt told a rally on Saturday night 40 men were charged.", "40 men were charged"),
        ("Brandt told a rally on Saturday 40 men were charged.", "40 men were charged"),
    ],
)
def test_a_date_is_the_time_of_the_utterance_or_part_of_its_content(row, text, said):
    found = row(text)
    assert (found.speaker, found.text) == ("Brandt", said)


@each_row(
    ("text", "said"),
    [
        ("-5 percent was the growth in 2023, Ann Moor said.", "-5 percent was the growth in 2023"),
        ("\u22125 percent was the growth in 2023, Ann Moor said.", "\u22125 percent was the growth in 2023"),
        ("Ann Moor said that -5 percent was the growth in 2023.", "-5 percent was the growth in 2023"),
        ("Ann Moor said: - 5 percent of all homes were empty.", "5 percent of all homes were empty"),
    ],
)
def test_a_negative_number_keeps_its_leading_sign(row, text, said):
    found = row(text)
    assert (found.speaker, found.text) == ("Ann Moor", said)
