"""Transcripts with short labels (initials, surnames, roles) for people named in full elsewhere; speeches and press conferences."""

import pytest

from tests.tables import each_row


@each_row(
    ("first", "short", "speaker"),
    [
        ("Ada Jane Moor", "AM", "Ada Jane Moor"),
        ("Ada Jane Moor", "AJM", "Ada Jane Moor"),
        ("ADA MOOR, VTN ANCHOR", "A. MOOR", "Ada Moor"),
        ("ADA MOOR, VTN ANCHOR", "ADA", "Ada Moor"),
        ("ADA MOOR, PRIME MINISTER", "PRIME MINISTER", "Ada Moor"),
        ("ADA MOOR, PRIME MINISTER OF VALE", "PRIME MINISTER", "Ada Moor"),
    ],
)
def test_a_short_label_stands_for_the_person_named_in_full(rows, first, short, speaker):
    text = (
        f"{first}: The quay cost 4 million.\n\nBo Lund: Twelve boats sank.\n\n{short}: The guild told us of 2 boats.\n\n"
        f"Bo Lund: It counted badly.\n\n{short}: It counted 3 in May."
    )
    found = {row.text: row.speaker for row in rows(text)}
    assert found["The quay cost 4 million."] == found["It counted 3 in May."] == speaker


@each_row(
    ("label", "speaker"),
    [
        ("PRIME MINISTER", "prime minister"),
        ("DEFENSE ATTORNEY", "defense attorney"),
        ("MR KING", "King"),
        ("MR SPEAKER", "Mr Speaker"),
    ],
)
def test_a_two_word_office_is_not_read_as_a_title_and_surname(rows, label, speaker):
    text = f"{label}: The quay cost 4 million.\n\nTHE COURT: It cost 6.\n\n{label}: It opened in May.\n\nTHE COURT: It did not."
    assert [row.speaker for row in rows(text)][::2] == [speaker, speaker]


@each_row(
    ("opening", "label", "speaker"),
    [
        ("Mr Baker, why vote for you?", "BAKER", "Baker"),
        ("Ms Shepherd, why vote for you?", "SHEPHERD", "Shepherd"),
        ("Tom Baker is with us tonight. Why vote for you?", "BAKER", "Tom Baker"),
        ("Why is bread so dear?", "BAKER", "baker"),
        ("Mr Speaker, why vote for you?", "SPEAKER", "speaker"),
    ],
)
def test_an_occupation_is_read_as_a_surname_only_if_somebody_has_that_name(rows, opening, label, speaker):
    text = f"HOST: {opening}\n\n{label}: The quay cost 4 million.\n\nREED: It cost 6.\n\n{label}: It opened in May.\n\nREED: It did not."
    found = {row.text: row.speaker for row in rows(text)}
    assert found["The quay cost 4 million."] == found["It opened in May."] == speaker


def test_two_speakers_with_one_surname_are_distinguished_by_their_initials(rows):
    text = (
        "IAN VALE, VTN ANCHOR: The system costs 4 million.\n\nJOHN KERN, PILOT: It was a small plane.\n\nMARTHA KERN, PILOT: It had two doors.\n\n"
        "VALE: It is old.\n\nJ. KERN: A hundred people flew it.\n\nM. KERN: The rule was changed twice."
    )
    assert [row.speaker for row in rows(text)] == [
        "Ian Vale",
        "John Kern",
        "Martha Kern",
        "Ian Vale",
        "John Kern",
        "Martha Kern",
    ]


def test_initials_shared_by_two_people_stand_for_neither(rows):
    text = (
        "Ada Moor met Alan Mills.\n\nAM: The quay cost 4 million.\n\nBL: It did not.\n\nAM: It opened in May."
    )
    assert "Ada Moor" not in {row.speaker for row in rows(text)}


def test_initials_stand_for_the_people_in_the_introduction(rows):
    text = (
        "Tess Lund sat down with Ada Moor, the head of the port, in Vale.\n\nTL: How many boats are left?\n\nAM: We have 40 boats.\n\n"
        "TL: And the rest?\n\nAM: They sank in May."
    )
    assert [row.speaker for row in rows(text)][1:] == ["Ada Moor", "Ada Moor"]


SPEECH = """The White Hall

Remarks by President Moor on the Quay

South Court

2:05 P.M. EDT

THE PRESIDENT:  Good afternoon, everybody. (Applause.)

We have built 40 quays.  The town paid for two of them.  (Applause.)

Wages went up for 14 months in a row.

I met a man in Vale who lost his boat.

Twelve harbours are open again.
"""


def test_a_speech_with_a_single_label_belongs_to_that_speaker_throughout(rows):
    assert {row.speaker.lower() for row in rows(SPEECH)} == {"president"}


def test_an_article_below_a_heading_like_a_label_is_the_outlets(rows):
    text = "THE PRESIDENT: Who is Ada Moor?\n\nShe was born in Vale in 1960.\n\nShe has cut taxes by 4 percent.\n\nHer party lost 12 seats."
    assert {row.speaker for row in rows(text)} == {"outlet"}


def test_a_single_label_after_prose_does_not_make_a_transcript(rows):
    text = (
        "The mayor spoke for an hour in the old town hall on Monday.\n\nTHE PRESIDENT: We have built 40 quays.\n\n"
        "The hall was full.\n\nIt has 300 seats.\n\nTwo men left early.\n\nRain fell for 3 hours."
    )
    assert {row.speaker for row in rows(text)} == {"outlet"}


@each_row("question", ["QUESTION: ", "Question: "])
def test_an_anonymous_question_ends_the_turn_before(rows, question):
    text = (
        f"MS MOOR: We have 40 boats.\n\n{question}(Off-mike.)\n\n{question}Is the fleet ready?\n\nMS MOOR: It is ready.\n\n"
        f"{question}The guild says 12 sank.\n\nMS MOOR: Two did."
    )
    assert [row.speaker for row in rows(text)] == ["Moor", "Moor", "guild", "Moor"]


def test_speakers_who_introduce_themselves_continue_their_turn(rows):
    text = "MOOR: It is dawn.\n\nHey there. I'm Ada Moor. I cover the port.\n\nLUND: I'm Bo Lund. I count boats.\n\nMOOR: We lost 12."
    assert {row.speaker for row in rows(text)} == {"Ada Moor", "Bo Lund"}


def test_notes_about_the_transcript_are_not_rows(rows):
    text = (
        "This is a rush transcript of our hour about boats.\n\nADA MOOR, VTN ANCHOR: Twelve boats sank.\n\n"
        "BO LUND, VTN HOST: Two came back.\n\nMOOR: It was in May."
    )
    assert {row.speaker for row in rows(text)} == {"Ada Moor", "Bo Lund"}


@pytest.mark.parametrize(
    ("record", "said"),
    [
        pytest.param(
            "CHAIR MOOR. Prices rose by 3 percent.\n\nTESS LUND. Thank you. Yields rose by 1 point.\n\nCHAIR MOOR. Rates went up 11 times.",
            [
                ("Moor", "Prices rose by 3 percent."),
                ("Tess Lund", "Yields rose by 1 point."),
                ("Moor", "Rates went up 11 times."),
            ],
            id="full names in capitals beside a title",
        ),
        pytest.param(
            "Mr OTTO BERG-The mine was sold in 2015.\n\nMr ACTING SPEAKER - The Minister has 2 minutes.\n\nSir Ian Vale - The mine paid nothing.\n\n"
            "Mr OTTO BERG - It paid 4,000 people.",
            [
                ("Otto Berg", "The mine was sold in 2015."),
                ("Mr acting speaker", "The Minister has 2 minutes."),
                ("Ian Vale", "The mine paid nothing."),
                ("Otto Berg", "It paid 4,000 people."),
            ],
            id="a dash after a title and a name",
        ),
        pytest.param(
            "The Parliamentary Under-Secretary of State for Ports, Boats and Trade (Mrs. Tess Lund): The Bill raises 2 billion.\n\n"
            "Mr. Berg: It raises one.\n\nMrs. Lund: It raises two.",
            [("Tess Lund", "The Bill raises 2 billion."), ("Berg", "It raises one.")],
            id="an office with commas before its holder",
        ),
        pytest.param(
            "THE MINISTER OF STATE OF THE MINISTRY OF PORTS AND MINISTER OF STATE OF THE MINISTRY OF BOATS (SHRI OTTO BERG): The port has 40 boats.\n\n"
            "SHRIMATI TESS LUND: It had 60.\n\nSHRI OTTO BERG: It has 40.",
            [("Otto Berg", "The port has 40 boats."), ("Tess Lund", "It had 60.")],
            id="a long office",
        ),
        pytest.param(
            "The President: I open the meeting.\n\nThe Secretary-General: Too many have died.\n\nMs. Lund (Norland): We lost 40 ships.\n\n"
            "The President: I thank the representative of Norland for her words.",
            [("Secretary-General", "Too many have died."), ("Lund", "We lost 40 ships.")],
            id="an office that speaks once",
        ),
    ],
)
def test_speakers_of_official_records_are_recognised(rows, record, said):
    found = [(row.speaker, row.text) for row in rows(record)]
    assert [pair for pair in found if pair in said] == said
    assert "outlet" not in {speaker for speaker, _ in found}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Mr Moor - the mayor of Vale - left on Monday.\n\nThe quay cost 4 million.\n\nMs Lund - his deputy - stayed.",
            id="dashes around an apposition",
        ),
        pytest.param(
            "Cast: Ada Moor, Bo Lund\n\nDirector: Otto Berg\n\nThe film runs for 112 minutes.",
            id="a list of credits",
        ),
        pytest.param(
            "Serves: four\n\nTime: 40 minutes\n\nMethod: Boil the eggs for 8 minutes. Peel them.",
            id="a recipe",
        ),
        pytest.param(
            "PRESENT: Ada Moor, Bo Lund\n\nAPOLOGIES: Otto Berg\n\nThe minutes of May 3 were agreed. The quay cost 4 million.",
            id="minutes",
        ),
        pytest.param(
            "VALE: The quay was shut on Monday.\n\nASHBY: Two boats sank in May.\n\nHULL: The fair opens at noon.",
            id="datelines",
        ),
    ],
)
def test_a_text_that_only_resembles_a_transcript_is_the_outlets(rows, text):
    assert {row.speaker for row in rows(text)} == {"outlet"}


def test_a_rare_full_name_may_speak_once_among_recurring_speakers(rows):
    turns = [
        ("Moor", "The quay cost 4 million."),
        ("Lund", "Twelve boats sank."),
        ("Berg", "Two came back."),
        ("Ngozi Adunwa", "The guild counted 40."),
        ("Moor", "It counted badly."),
        ("Lund", "It counted twice."),
        ("Berg", "It was in May."),
    ]
    text = "\n\n".join(f"{name}: {words}" for name, words in turns)
    assert [(row.speaker, row.text) for row in rows(text)] == turns
    note = text.replace("Ngozi Adunwa: The guild counted 40.", "Fact Check: The guild counted 40.")
    assert "Fact Check" not in {row.speaker for row in rows(note)}


@each_row(
    "heard", ["CLIP: Bo Lund, skipper   0'09\"", "SOT 2: Bo Lund (Skipper)", "Audio: Bo Lund, of the boats"]
)
@each_row("cues", ["", 'IN: "We lost ...\n', 'IN: "We lost ...\nOUT: ... in May."\n'])
def test_a_clip_in_a_programme_script_belongs_to_the_person_named_above_it(rows, heard, cues):
    text = (
        "CUE: The port has shut its north quay. Ada Moor reports.\n\nADA MOOR: The quay cost 4 million.\n\n"
        f'{heard}\n{cues}"We lost twelve boats in May."\nOUTCUE: in May\n\nADA MOOR: The guild counted two.\n\nBACK ANNO: Ada Moor there.'
    )
    assert [(row.speaker, row.text) for row in rows(text) if "Ada" not in row.text] == [
        ("outlet", "The port has shut its north quay."),
        ("Ada Moor", "The quay cost 4 million."),
        ("Bo Lund", "We lost twelve boats in May."),
        ("Ada Moor", "The guild counted two."),
    ]


def test_a_clip_does_not_take_the_words_of_a_speaker_before_it(rows):
    text = (
        "Ada Moor: The port has shut its quay.\n\nBo Reed: The quay cost 4 million.\n\n"
        'CLIP: Cara Lund, skipper\n\n"We lost twelve boats."\n\nAda Moor: The guild counted two.'
    )
    assert [(row.speaker, row.text) for row in rows(text)][1:3] == [
        ("Bo Reed", "The quay cost 4 million."),
        ("Cara Lund", "We lost twelve boats."),
    ]


def test_a_clip_without_a_quotation_takes_no_words(rows):
    text = 'CLIP: Bo Lund, skipper\n\nThe port has shut its quay. "It is a shame," said Ada Moor.'
    assert {row.speaker for row in rows(text)} <= {"outlet", "Ada Moor"}


@each_row(
    ("words", "kept"),
    [
        ("Welcome back to The Quay Line, I'm Ada Moor.", []),
        ("We'll be right back.", []),
        ("OK. Right, right. Fair enough.", []),
        ("Let's take a quick break. Stay with us.", []),
        ("Joining me now is Bo Lund.", []),
        ("That's all for today. See you next week.", []),
        ("It's great to be with you. Thanks for listening.", []),
        ("Welcome to a port with 40 broken cranes.", ["Welcome to a port with 40 broken cranes."]),
        ("Welcome to the dearest port in Vale.", ["Welcome to the dearest port in Vale."]),
        ("With me is the man who sank it.", ["With me is the man who sank it."]),
        (
            "It's great to be here in Vale, which has no debt.",
            ["It's great to be here in Vale, which has no debt."],
        ),
        ("See you in court, I told the guild.", ["See you in court, I told the guild."]),
        ("We'll be right back where we were in 2019.", ["We'll be right back where we were in 2019."]),
    ],
)
def test_the_formulas_of_a_broadcast_are_no_rows(rows, words, kept):
    text = (
        f"ADA: The quay cost 4 million.\n\nBO: {words}\n\nADA: Twelve boats sank.\n\nBO: It took nine years."
    )
    assert [row.text for row in rows(text)][1:-2] == kept
