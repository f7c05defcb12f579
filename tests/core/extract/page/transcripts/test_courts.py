"""Records of courts and inquiries: numbered lines, questions and answers marked by letters, and sworn witnesses."""

from tests.tables import each_row

INQUIRY = """1 Tuesday, 4 June 2024
2 (9.45 am)
3 MR REED: Good morning, sir. The quay cost the town
4 4 million.
5 SIR IAN VALE: Thank you.
6 MR REED: Mrs Lund is here.
7 TESS LUND (affirmed)
8 Questioned by MR REED
9 MR REED: Can you give your full name, please?
10 A. It's Tess Lund. I kept the harbour for 11 years.
11 Q. Your statement is dated 24 April
12 2023. Is that so?
13 A. It is. I saw 40 boats go down in one night and
14 counted each of them.
25 It was in May.
1
1 Q. Who else saw them?
2 A. Nobody did.
"""
TRIAL = """          THE COURT:  The jury has been out for two hours.

DANA RUIZ,
called as a witness, having been first duly sworn, testified as follows:

                     DIRECT EXAMINATION

BY MR. REED:

     Q.   Where were you on May 3?

     A.   I stood on Elm Street. The car ran two red lights.

          MS. HALE:  Objection. The report says one red light.

          THE COURT:  Overruled.

          THE WITNESS:  There were 3 cars behind him.
"""


def test_line_numbers_do_not_disturb_speakers_and_sentences(rows):
    found = rows(INQUIRY)
    assert [(row.speaker, row.text) for row in found if row.speaker != "outlet"] == [
        ("Reed", "The quay cost the town\n4 4 million."),
        ("Reed", "Mrs Lund is here."),
        ("Tess Lund", "It's Tess Lund."),
        ("Tess Lund", "I kept the harbour for 11 years."),
        ("unknown", "Your statement is dated 24 April\n12 2023."),
        ("Tess Lund", "It is."),
        ("Tess Lund", "I saw 40 boats go down in one night and\n14 counted each of them."),
        ("Tess Lund", "It was in May."),
        ("Tess Lund", "Nobody did."),
    ]
    assert all(INQUIRY[row.start : row.end] == row.text for row in found)


def test_a_numbered_list_is_not_a_court_record(rows):
    text = "".join(f"{number} Vale beat Ashby in May.\n" for number in range(1, 20))
    assert {row.speaker for row in rows(text)} == {"outlet"}


def test_answers_belong_to_the_witness_sworn_in_last(rows):
    second = (
        TRIAL
        + "\nOTTO BERG, having been duly sworn, testified as follows:\n\nQ.   And you?\n\nA.   I saw none.\n"
    )
    testimony = [(row.speaker, row.text) for row in rows(second) if row.speaker != "outlet"]
    assert ("Dana Ruiz", "The car ran two red lights.") in testimony
    assert ("Hale", "The report says one red light.") in testimony
    assert ("Dana Ruiz", "There were 3 cars behind him.") in testimony
    assert ("Otto Berg", "I saw none.") in testimony
    assert not {"Mr", "By"} & {speaker for speaker, _ in testimony}


@each_row("mark", ["", "- ", "– "])
def test_bare_letters_mark_questions_and_answers(rows, mark):
    text = f"Q {mark}Who owns the yard?\nA {mark}Berg owns 12 yards.\nQ {mark}Since when?\nA {mark}He bought them in 2019.\n"
    assert [row.text for row in rows(text)] == ["Berg owns 12 yards.", "He bought them in 2019."]
    assert {row.kind for row in rows(text)} == {"direct"}


def test_spaces_may_precede_the_colon_of_a_label(rows):
    text = (
        "ATTY. REED :   The yard has two gates.\nWITNESS   :   We stood at the gate.\nQ      :   Who was there?\n"
        "A      :   My son and 3 men were there.\n"
    )
    assert [row.speaker for row in rows(text)] == ["Reed", "witness", "witness"]


@each_row(
    "text",
    [
        "A Labour minister left on Monday.\n\nA bridge was shut in May.",
        "Ada Moor (sworn in as mayor in May) has left the town.\n\nA. The town has 400 people.",
    ],
)
def test_a_text_that_only_resembles_a_court_record_is_the_outlets(rows, text):
    assert {row.speaker for row in rows(text)} == {"outlet"}
