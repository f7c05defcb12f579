"""Official records in which the label of a speaker ends with a full stop."""

import pytest

from tests.tables import each_row

CONGRESS = """The SPEAKER pro tempore (Ms. Tenby). Under a previous order of the House, the gentleman from Ohio (Mr. Loring) is recognized for 5 minutes.

Mr. LORING. Madam Speaker, the Lake Compact has cost Ohio 14,000 jobs.

Ms. JACKSON REED of Texas. Will the gentleman yield?

Mr. LORING. I yield to the gentlewoman from Texas.

Ms. JACKSON REED of Texas. The Compact paid for 31 dams.

Mr. McKELLAN. The Army Corps closed two of those dams in May.

The SPEAKER pro tempore. The time of the gentleman has expired.
"""
HEARING = """    Chairman Pell.\\1\\ The Committee will come to order. The Service
lost $6.5 billion last year.
    We hear from Mr. Carl Dunmore today.
    Senator Alder. Thank you, Mr. Chairman. Mr. Dunmore, how many plants
have you closed?
    Mr. Dunmore. We have closed 11 plants since March, Senator.
    Senator Alder. Your own report says 19 plants.
    [Laughter.]
    The Chairman. It says 17.
    Senator O'Hara of Maine. It says 12.
    The Chairman. The hearing is adjourned.
"""
EUROPE = """President. – The next item is the debate on nitrates.

Marta Kowalik, Member of the Commission. – Nitrate levels fell by 11% since 2012. Four Member States missed the target.

Jens Aalto, on behalf of the PPE Group. – Farmers have paid EUR 3 billion for this.

Ilse Brandt (Verts/ALE). – The study has been online since May.
"""


@pytest.mark.parametrize(
    ("record", "said"),
    [
        pytest.param(
            CONGRESS,
            [
                ("Loring", "Madam Speaker, the Lake Compact has cost Ohio 14,000 jobs."),
                ("Jackson Reed", "The Compact paid for 31 dams."),
                ("McKellan", "The Army Corps closed two of those dams in May."),
            ],
            id="a title and a surname in capitals; calling, yielding and stopping claim nothing",
        ),
        pytest.param(
            HEARING,
            [
                ("Pell", "The Service lost $6.5 billion last year."),
                ("Pell", "We hear from Mr. Carl Dunmore today."),
                ("Carl Dunmore", "We have closed 11 plants since March, Senator."),
                ("Alder", "Your own report says 19 plants."),
                ("Chairman", "It says 17."),
                ("O'Hara", "It says 12."),
            ],
            id="surnames in small letters, wrapped lines and a footnote; the chairman is no senator",
        ),
        pytest.param(
            EUROPE,
            [
                ("Marta Kowalik", "Nitrate levels fell by 11% since 2012."),
                ("Marta Kowalik", "Four Member States missed the target."),
                ("Jens Aalto", "Farmers have paid EUR 3 billion for this."),
                ("Ilse Brandt", "The study has been online since May."),
            ],
            id="a dash after the full stop, a role or a group before it",
        ),
    ],
)
def test_a_label_with_a_full_stop_names_the_speaker_of_what_follows(rows, record, said):
    assert [(row.speaker, " ".join(row.text.split())) for row in rows(record)] == said


def test_a_speech_continues_after_its_single_label(rows):
    text = (
        "Mr. LORING. The Compact has cost 14,000 jobs.\n\nNot one dam was built.\n\nTwo mills closed in May."
    )
    assert {(row.speaker, row.kind) for row in rows(text)} == {("Loring", "direct")}


@each_row(
    ("text", "reason"),
    [
        (
            "The House met.\n\nSenator Alder. That is the name on the door.\n\nDr. Holt. It still frightens patients.",
            "two names that do not recur",
        ),
        ("GREEN BAY, Wis. – The mill closed in May.\n\nIt had 400 workers.", "a dateline"),
        (
            "GREEN BAY, Wis. — The mill closed in May.\n\nIt had 400 workers.\n\nTAMPA, Fla. — A crane fell on Monday.",
            "briefs with datelines",
        ),
        (
            "NEW DELHI. — Exports fell by 4 percent.\n\nROME. - The cabinet cut taxes.",
            "datelines without a state",
        ),
        (
            "MR. LORING. THE COMPACT HAS COST 14,000 JOBS.\n\nIT WAS 12,000 IN MAY.",
            "a text entirely in capitals",
        ),
        (
            "HON. CDR. S.T. MOORE.- Stop talking.\n\nHON. V.R. ALDER.- The rate is at 9 percent.\n\nHON. SPEAKER.- I thank you.",
            "a title followed by initials",
        ),
        (
            "Mrs. St. John was there, a lady of great strength.\n\nMr. St. John sold 40 boats in 1997.\n\nMrs. St. John had 12.",
            "a name with an abbreviation",
        ),
    ],
)
def test_a_lookalike_of_a_label_is_not_a_speaker(rows, text):
    assert {row.speaker for row in rows(text)} == {"outlet"}


def test_a_members_turn_continues_over_paragraphs_but_a_presiding_officers_does_not(rows):
    text = (
        "Mr. BROWN of Ohio. We lost 40 mills.\n\nIn Ohio 12 are left.\n\nThe PRESIDING OFFICER. Without objection, it is so ordered.\n\n"
        "The amendment is printed in 12 copies.\n\nMr. BROWN of Ohio. It was 41.\n\nBrown bread cost 2 dollars then."
    )
    assert [(row.speaker, row.text) for row in rows(text)] == [
        ("Brown", "We lost 40 mills."),
        ("Brown", "In Ohio 12 are left."),
        ("outlet", "The amendment is printed in 12 copies."),
        ("Brown", "It was 41."),
        ("Brown", "Brown bread cost 2 dollars then."),
    ]


def test_members_with_one_surname_are_distinguished_by_their_states(rows):
    text = "Mr. DAVIS of Alabama. We lost 40 mills.\n\nMr. DAVIS of Illinois. We lost 12."
    assert [row.speaker for row in rows(text)] == ["Mr. DAVIS of Alabama", "Mr. DAVIS of Illinois"]


def test_introducing_a_bill_or_praying_is_not_a_turn(rows):
    text = "By Mr. FRIST: A bill to end the levy of 1997.\n\nBy Mr. KOHL: A bill to close 12 ports.\n\nThe Rev. Ann Lee prayed."
    assert {row.speaker for row in rows(text)} == {"outlet"}


def test_a_page_number_does_not_end_a_turn(rows):
    text = "Mr MOOR: The quay cost 4 million.\n\nIt opened in May.\n\n12\n\nTwelve boats sank there.\n\nMs LUND: It cost 6.\n\nMr MOOR: It did not."
    assert [row.speaker for row in rows(text)] == ["Moor", "Moor", "Moor", "Lund", "Moor"]


@each_row("title", ["Mr.", "Insp.", "Capt.", "Sgt.", "Supt."])
def test_any_abbreviated_title_can_begin_a_label(rows, title):
    text = f"{title} LORING. The Compact has cost 14,000 jobs.\n\nTwo mills closed in May."
    assert {(row.speaker, row.kind) for row in rows(text)} == {("Loring", "direct")}


def test_a_label_may_have_a_title_and_two_initials(rows):
    text = "Mr. J. T. ADDO (Vale): Rice costs 62 per cent more.\n\nMrs. E. K. LUND: It costs 4.\n\nMr. J. T. ADDO: It does not."
    assert [row.speaker for row in rows(text)] == ["J. T. Addo", "E. K. Lund", "J. T. Addo"]
