"""Interviews: who answers, and turns that lost their line breaks."""

import pytest

from tests.tables import each_row

ANSWERED = "Q: How many?\n\nA: We built 4,000 homes.\n\nQ: And bills?\n\nA: Bills fell by 12 percent."


@each_row(
    "lead",
    [
        pytest.param(
            "This is an interview with Ada Moor, the energy minister, on Radio Vale.",
            id='"with", then a station',
        ),
        pytest.param("Interview with Ada Moor on Radio Vale, 3 May 2024", id="a headline"),
        pytest.param("Radio Vale spoke to Ada Moor on Tuesday.", id="a station spoke to her"),
        pytest.param("Ada Moor, the energy minister, spoke to our reporter Bo Lund.", id="she spoke to him"),
        pytest.param("Our reporter Bo Lund spoke to Ada Moor in Vale.", id="a reporter spoke to her"),
        pytest.param("Radio Vale's Bo Lund interviewed Ada Moor on Monday.", id="he interviewed her"),
        pytest.param("Ada Moor was interviewed by Bo Lund on Radio Vale.", id="she was interviewed"),
        pytest.param(
            "The following is Bo Lund's conversation with Minister Ada Moor of Vale.", id="his conversation"
        ),
        pytest.param(
            "Ada Moor led the port. Before she left, she spoke to Bo Lund.", id="a pronoun spoke to him"
        ),
        pytest.param(
            "Ada Moor led the port. Here she talks with Bo Lund about debt.", id="a pronoun talks with him"
        ),
        pytest.param("Ada Moor led the port. Bo Lund met her at the quay.", id="he met her"),
        pytest.param("Ada Moor led the port. Bo Lund asked her about the crane.", id="he asked her"),
        pytest.param("Ada Moor led the port. We called her on Friday.", id="we called her"),
        pytest.param(
            "Ada Moor, the mayor, sat down with Bo Lund of the Vale Courier.",
            id="with somebody from a newspaper",
        ),
        pytest.param("Bo Lund sat down with Ada Moor, the mayor of Vale.", id="with an office holder"),
        pytest.param("Bo Lund sat down with economist Ada Moor.", id="with somebody of an occupation"),
        pytest.param("Mayor Ada Moor sat down with Bo Lund.", id="an office holder with him"),
        pytest.param("Ada Moor met our reporter Bo Lund at the quay.", id="met our reporter"),
    ],
)
def test_answers_belong_to_the_person_interviewed(rows, lead):
    found = rows(f"{lead}\n\n{ANSWERED}")
    assert {row.speaker for row in found if row.kind == "direct"} == {"Ada Moor"}


@each_row(
    "lead",
    [
        pytest.param("Ada Moor sat down with Bo Lund.", id="either may be the interviewer"),
        pytest.param("Bo Lund talks to Ada Moor", id="either may be the interviewer, in a title"),
        pytest.param(
            "Ada Moor led the port. Ivo Rook led the union. She spoke to Bo Lund.", id='either may be "she"'
        ),
    ],
)
def test_answers_have_no_known_speaker_if_the_interviewee_is_unclear(rows, lead):
    found = rows(f"{lead}\n\n{ANSWERED}")
    assert {row.speaker for row in found if row.kind == "direct"} == {"unknown"}


def test_answers_belong_to_an_unnamed_person_whom_a_reporter_met(rows):
    found = rows(f"The head of the Vale Port Board met our reporter Bo Lund at the quay.\n\n{ANSWERED}")
    assert {row.speaker for row in found if row.kind == "direct"} == {"head of the Vale Port Board"}


@each_row(
    ("text", "speakers"),
    [
        pytest.param(
            "Q: How many? MINISTER: We built 4,000 homes. Q: And bills? MINISTER: They fell by 12 percent.",
            ["minister", "minister"],
            id="a role",
        ),
        pytest.param(
            "Host: How many? Guest: We built 4,000 homes. Host: And bills? Guest: They fell by 12 percent.",
            ["Guest", "Guest"],
            id="roles in small letters",
        ),
        pytest.param(
            "Ada Moor was on Radio Vale. Q: How many? A: We built 4,000 homes. Q: And? A: They fell by 12 percent.",
            ["Ada Moor", "Ada Moor"],
            id="after an introduction",
        ),
        pytest.param(
            "MOOR: We built 4,000 homes. LUND: He built 12. MOOR: They fell by 12 percent.",
            ["Moor", "Lund", "Moor"],
            id="surnames in capitals",
        ),
    ],
)
def test_turns_run_together_in_one_line_are_separated(rows, text, speakers):
    assert [row.speaker for row in rows(text) if row.kind == "direct"] == speakers


def test_two_labels_in_a_paragraph_that_do_not_recur_are_not_turns(rows):
    found = rows("PRO: It is cheap and was built in May. CON: It breaks down every week in winter.")
    assert {row.kind for row in found} == {"outlet"}


@each_row(
    ("lead", "speakers"),
    [
        pytest.param("Bo Moor met Ann Lund in Vale.", {"Bo Moor", "Ann Lund"}, id="named before"),
        pytest.param("They met in Vale.", {"Moor", "Lund"}, id="named nowhere else"),
    ],
)
def test_a_title_in_a_label_does_not_make_a_second_speaker(rows, lead, speakers):
    text = (
        f"{lead}\n\nMOOR: We cut taxes by 4 percent.\n\nLUND: You raised them 12 times.\n\n"
        "Mr. MOOR: Crime fell by 12 percent.\n\nMs. LUND: It rose by 3 percent."
    )
    assert {row.speaker for row in rows(text) if row.kind == "direct"} == speakers


def test_a_question_and_its_answer_after_dashes_in_one_line_are_read(rows):
    found = rows(
        "Q — What is a hedge fund? A — It bets with 4 million.\n\nQ — Is it safe? A — Some 400 failed in 2008."
    )
    assert [row.text for row in found][-1] == "A — Some 400 failed in 2008."


def test_one_surname_with_two_titles_is_two_speakers(rows):
    text = (
        "Mr. MOOR: We cut taxes by 4 percent.\n\nMs. MOOR: You raised them 12 times.\n\n"
        "Mr. MOOR: Crime fell by 12 percent.\n\nMs. MOOR: It rose by 3 percent."
    )
    assert {row.speaker for row in rows(text)} == {"Mr. MOOR", "Ms. MOOR"}


def test_an_interviewer_who_cites_others_remains_the_interviewer(rows):
    found = rows(
        "SALTER: Minister, how many homes did you build? The union says 40 were built.\n\nBELL: We built 12,000 homes in "
        "four years.\n\nSALTER: And jobs? The mayor says 500 were lost.\n\nBELL: It was 300."
    )
    assert [row.speaker for row in found] == ["union", "Bell", "mayor", "Bell"]


def test_a_tabled_parliamentary_question_is_not_a_row(rows):
    found = rows(
        "Tia Gall (Lenn) (Lab): What assessment he has made of rail fares. [902234]\n\n"
        "The Secretary of State for Transport (Sven Hart): Fares have fallen by 4 per cent.\n\n"
        "Tia Gall: In Lenn they rose by 9 per cent."
    )
    assert [(row.speaker, row.text) for row in found] == [
        ("Sven Hart", "Fares have fallen by 4 per cent."),
        ("Tia Gall", "In Lenn they rose by 9 per cent."),
    ]


INTRODUCTION = "Ada Moor has run the housing office since 2019. She spoke to the Courier about rents."
TURNS = [
    "You promised 4,000 homes. How many have you built?",
    "We built 2,100. The rest are held up by the water company.",
    "And why did you sell the Hale site?",
    "I did not want to. The ministry cut our grant by 40 percent.",
    "It was empty for six years, too.",
    "Will you stand again?",
    "I haven't decided.",
    "Moor was born in Hale.",
]


def test_answers_to_unlabelled_questions_belong_to_the_person_interviewed(rows):
    found = rows("\n\n".join([INTRODUCTION, *TURNS]))
    assert [(row.speaker, row.speaker_as_written) for row in found if row.kind == "direct"] == [
        ("Ada Moor", None)
    ] * 6
    assert [row.text for row in found if row.speaker == "outlet"] == [
        "Ada Moor has run the housing office since 2019.",
        "She spoke to the Courier about rents.",
        "You promised 4,000 homes.",
        "Moor was born in Hale.",
    ]


def test_an_interviewers_statement_is_not_the_interviewees_answer(rows):
    put = "Mr Lund says your brother got the contract."
    found = rows(
        "\n\n".join(
            [
                INTRODUCTION,
                *TURNS[:3],
                "I did not want to.",
                put,
                "He left in 2014, as I told him.",
                *TURNS[5:],
            ]
        )
    )
    assert [row.speaker for row in found if "brother" in row.text or "2014" in row.text] == [
        "Lund",
        "Ada Moor",
    ]
    for put in ("You let nine men go on a Friday.", "You shut the quay in May.", "You paid nine men for it."):
        found = rows(
            "\n\n".join([INTRODUCTION, *TURNS[:3], "I did not want to.", put, "He left in 2014.", *TURNS[5:]])
        )
        assert [row.speaker for row in found if row.text == put] in ([], ["outlet"])
    found = rows(
        "\n\n".join(
            [
                INTRODUCTION,
                *TURNS[:3],
                "I did not want to.",
                "You never know.",
                "It was sold in 2014.",
                *TURNS[5:],
            ]
        )
    )
    assert [row.speaker for row in found if "never" in row.text or "2014" in row.text] == ["Ada Moor"] * 2


def test_answers_have_no_known_speaker_if_no_interviewee_is_named(rows):
    found = rows("\n\n".join(TURNS))
    assert {row.speaker for row in found if row.kind == "direct"} == {"unknown"}


PLAIN = "How many ships came?\n\nThere were 412, the most since 1998.\n\nWho signed the contract?\n\nI signed it in 2016."


@each_row(
    "lead",
    [
        "Ada Moor has run the port since 2014. We spoke to her about its plans.",
        "An interview with Ada Moor, who runs the port",
        "Five questions for Ada Moor\n\nShe has run the port since 2014.",
        "Ada Moor, the director of the port, answered our questions.",
    ],
)
def test_impersonal_questions_make_an_interview_if_one_is_announced(rows, lead):
    assert {row.speaker for row in rows(f"{lead}\n\n{PLAIN}") if row.kind == "direct"} == {"Ada Moor"}


@each_row(
    "lead",
    [
        "Ada Moor has run the port since 2014. I spoke to her about its plans.",
        "What you need to know of the port",
        "Ada Moor told the council of its plans.",
    ],
)
def test_impersonal_questions_are_the_writers_unless_an_interview_is_announced(rows, lead):
    assert {row.kind for row in rows(f"{lead}\n\n{PLAIN}")} <= {"outlet", "indirect"}


@each_row(
    ("text", "reason"),
    [
        (
            "What is happening to rents?\n\nThey rose by 12%.\n\nWhat can you do?\n\nTenants can ask for help.\n\nWho do you call?\n\nThe office has 14 people.",
            "an explainer without a first person",
        ),
        (
            "Why do you ask us for money?\n\nWe lost 40 percent of our advertising.\n\nHow will you spend it?\n\nWe will hire 3 reporters.\n\n"
            "Can you stay independent?\n\nWe took 0 dollars from parties.",
            "readers' questions to a newspaper",
        ),
        (
            "How do I register?\n\nWe need 2 forms.\n\nWhat does it cost?\n\nWe charge 12 dollars.\n\nWhen is it due?\n\nWe close on 3 May.",
            "impersonal service questions",
        ),
        (
            'Did you know?\n\nThe bridge cost 4 million.\n\nCan you cross it?\n\n"I do," said no one of us.\n\nWould you?\n\nIt has 12 holes.',
            "a first person only in quotation marks",
        ),
        (
            "Would you pay?\n\nI would not. It costs 40.\n\nWould you go?\n\nI would. It has 12 rooms.",
            "two rhetorical questions",
        ),
    ],
)
def test_rhetorical_or_service_questions_do_not_make_an_interview(rows, text):
    assert "unknown" not in {row.speaker for row in rows(text)}


def test_an_article_that_resumes_after_short_turns_is_the_outlets(rows):
    turns = ["Ada Moor: You promised 4,000 homes.", "Bo Lund: We built 2,000."] * 3
    found = rows(
        "\n\n".join(
            ["What the two said", *turns, "The debate lasted 90 minutes.", "It was seen by 4 million."]
        )
    )
    assert [row.speaker for row in found][-3:] == ["Bo Lund", "outlet", "outlet"]


PAIRS = [
    "You were first on the quay.\n{}I was second. A fisherman had pulled four men out before we got there with the van and the two boats.",
    "How many did you treat?\n{}My diary says 31. The report says 19, since it counts only those who were taken to hospital.",
    "The company says the tag was forged.\n{}I gave the inquiry two photographs and a diary, and none of it is in the 340 pages of the report.",
    "And what now?\n{}I want somebody to read the diary, because nobody has paid a fine so far and we lost 26 people.",
]


@pytest.mark.parametrize("mark", ["", '"'])
def test_answers_on_the_line_below_a_question_belong_to_the_interviewee(rows, mark):
    lead = "The nurse Ada Moor spoke to the Courier about the fire. Words: Bo Lund\n\n"
    found = rows(lead + "\n\n".join(pair.format(mark) + mark for pair in PAIRS))
    answers = [row.text for row in found if row.speaker == "Ada Moor"]
    assert answers[0] == "I was second."
    assert answers[-1].endswith("we lost 26 people.")
    assert [row.speaker for row in found if "forged" in row.text] == ["company"]


def test_a_title_can_name_the_interviewee(rows):
    text = "Five minutes with the sprinter Ada Moor\n\n" + "\n\n".join(PAIRS).replace("{}", "")
    assert "Ada Moor" in {row.speaker for row in rows(text)}


def test_a_name_before_the_first_answer_is_the_speaker_of_all_answers(rows):
    text = "\n\n".join(PAIRS).replace("{}", "Ada Moor: ", 1).replace("{}", "")
    assert {row.speaker for row in rows(text) if row.kind == "direct"} == {"Ada Moor"}


def test_an_interview_may_open_with_a_statement_and_end_in_prose(rows):
    lead = "The nurse Ada Moor spoke to our reporter Bo Lund about the fire.\n\n"
    pairs = "\n\n".join(PAIRS).replace("{}", "").replace("\n", "\n\n").replace("\n\n\n\n", "\n\n")
    found = rows(lead + pairs + "\n\nThe firm did not answer our questions.")
    assert [row.speaker for row in found if "second" in row.text or "26" in row.text] == ["Ada Moor"] * 2
    assert found[-1].speaker == "outlet"


def test_short_answers_below_short_questions_are_not_wrapped_lines(rows):
    text = (
        "Questions for Ada Moor, who runs the mill\n\nYou were against the wall at first.\nI was, until 2019.\n\nWhat changed it?\n"
        "The flood. We lost 48 boats.\n\nDid the town pay?\nA third of our loss.\n\nWill it hold?\nI hope so."
    )
    assert [row.speaker for row in rows(text) if "2019" in row.text or "48" in row.text] == ["Ada Moor"] * 2


def test_a_public_offices_questions_and_answers_are_not_an_interview(rows):
    text = (
        "How do I pay?\nYou pay at the quay. We charge 20 pounds.\n\nWhat if I am over 70?\nWe send you a form.\n\n"
        "Can I sail abroad?\nWe have permits for 72 ports.\n\nWhere is the office?\nOur office is at 4 Mill Road."
    )
    assert {row.speaker for row in rows(text)} == {"outlet"}


@each_row(
    ("answer", "speaker"),
    [
        pytest.param(
            "All 14 members of the party.",
            "unknown",
            id="an explanation by the outlet, whomever it quoted before",
        ),
        pytest.param("We had all 14 members with us.", "Ada Moor", id="an answer in the first person"),
    ],
)
def test_a_person_quoted_before_is_the_interviewee_only_if_answers_are_personal(rows, answer, speaker):
    quoted = "The tax costs 40 crowns. It covers 60 percent of the costs, Ada Moor said."
    found = rows(f"{quoted}\n\nQ: Who voted for it?\n\nA: {answer}\n\nQ: When?\n\nA: In the May of 2019.")
    assert {row.speaker for row in found if row.speaker_as_written == "A"} == {speaker}


def test_in_an_interview_with_a_dash_before_each_turn_every_other_one_is_the_interviewees(rows):
    text = (
        "The sea took our port\n\nMr Moor, how many left?\n\n- We lost 4,000 people.\n\n- And in May?\n\n- (Smiles.) I lost my job.\n\n"
        "- The state says the money was sent.\n\n- Nine million was sent.\n\n- Is it over?\n\n- Ask me in May."
    )
    found = rows(f"Ivo Moor ran the port.\n\n{text}")
    by = {row.text: row.speaker for row in found}
    assert by["We lost 4,000 people."] == by["I lost my job."] == by["Nine million was sent."] == "Ivo Moor"
    assert by["the money was sent"] == "state"


def test_what_others_call_the_interviewee_is_put_to_her(rows):
    text = [*TURNS[:3], "I did not want to.", 'They call you "the eel".', "It was sold in 2014.", *TURNS[5:]]
    by = {row.text: row.speaker for row in rows("\n\n".join([INTRODUCTION, *text]))}
    assert by["It was sold in 2014."] == "Ada Moor"
    assert by['They call you "the eel".'] == "outlet"
