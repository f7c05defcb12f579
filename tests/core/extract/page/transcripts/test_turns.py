"""Turns of a transcript: which labels name a speaker, and which words belong to the turn."""

import pytest

from claimtrack.core.model import Flag, Kind
from tests.tables import each_row

DEBATE = """Two candidates met on Thursday.

MODERATOR: Welcome. What about buses?

OKAFOR: We doubled the number of night buses. I am proud of that.

LINDQVIST: Complaints rose by 38 percent.

OKAFOR: That is not true.
"""


def test_a_label_is_the_speaker_of_its_whole_line(rows):
    spoken = [(row.speaker, row.text) for row in rows(DEBATE) if row.kind == "direct"]
    assert spoken == [
        ("Okafor", "We doubled the number of night buses."),
        ("Okafor", "I am proud of that."),
        ("Lindqvist", "Complaints rose by 38 percent."),
        ("Okafor", "That is not true."),
    ]


def test_a_moderators_questions_are_not_rows(rows):
    assert "MODERATOR" not in {row.speaker for row in rows(DEBATE)}


@each_row("label", ["Advertisement", "Photos", "Winner", "Recommended", "Senate", "4:00 p.m. ET"])
@each_row("between", [" ", "\n\n"])
def test_page_headings_with_a_colon_are_not_speakers(rows, label, between):
    found = rows(
        f"Ada Moor sold the mill.\n\n{label}:{between}It lost 400 jobs in May.\n\n{label}:{between}The port is shut."
    )
    assert {row.speaker for row in found} == {"outlet"}


def test_a_label_before_nothing_but_headlines_is_not_a_speaker(rows):
    links = "VALEWIRE: Mill Owner Buys a Boat\n\nIt lost 400 jobs.\n\nVALEWIRE: Star Sells Mill: 'We Rested'\n\nThe port is shut."
    assert {row.speaker for row in rows(f"Ada Moor sold the mill.\n\n{links}")} == {"outlet"}
    spoken = "ADA MOOR: We lost 400 jobs\n\nADA MOOR: The port is shut"
    assert {row.speaker for row in rows(spoken)} == {"Ada Moor"}


def test_a_single_recurring_label_speaks_only_in_its_own_lines(rows):
    text = "Moor: We will cut the levy\n\nIt lost 400 jobs.\n\nMoor: The port was shut in May\n\nTwo left.\n\nIt rained."
    assert [row.speaker for row in rows(text)] == ["Moor", "outlet", "Moor", "outlet", "outlet"]


def test_a_heading_word_is_a_speaker_only_if_it_is_somebodys_surname(rows):
    text = "Winner: We cut the levy.\n\nModerator: Did it work?\n\nWinner: It lost 400 jobs."
    assert {row.speaker for row in rows(text)} == {"outlet"}
    assert [row.speaker for row in rows(f"Ann Winner spoke.\n\n{text}")][1:] == ["Ann Winner"] * 2


def test_a_single_note_is_not_a_speaker(row):
    assert row("Note: The council meets every Monday in the town hall.").speaker == "outlet"


def test_answers_of_an_interview_belong_to_the_person_interviewed(rows):
    text = "Noor Rahimi spoke to us in May.\n\nQ: How many?\n\nA: About 90 lakes are at risk.\n\nQ: Why?\n\nA: It is warmer."
    assert {row.speaker for row in rows(text) if row.kind == "direct"} == {"Noor Rahimi"}


def test_questions_labelled_with_the_name_of_a_newspaper_are_not_rows(rows):
    text = (
        "The mayor spoke to us.\n\nCOURIER: Where are the trams?\n\nEKE: They run since May.\n\n"
        "COURIER: They cost twice what you said.\n\nEKE: They cost 4 million.\n\nCOURIER: Will you stand?\n\nEKE: Yes."
    )
    assert {row.speaker for row in rows(text) if row.kind == "direct"} == {"Eke"}


@each_row(
    "label", ["RESOLVED", "WHEREAS", "VERDICT", "THE FACTS", "Monday", "Housing", "Energy", "Ayes", "Motion"]
)
def test_a_recurring_heading_is_not_a_speaker(rows, label):
    text = f"{label}: The bridge is to be closed.\n\n{label}: The toll is to go up in May."
    assert {row.speaker for row in rows(text)} == {"outlet"}


@each_row(
    "label",
    [
        "Why It Matters", "What Happened", "Related Link", "Price Action", "Image Credits", "Moor's Basics", "Vale Post's Take",
        "Where the Money Goes", "Market Update",
    ],
)  # fmt: skip
def test_a_recurring_heading_of_several_words_is_not_a_speaker(rows, label):
    text = f"{label}: The bridge is to be closed.\n\nIt cost $4 million.\n\n{label}: The toll is to go up in May."
    assert {row.speaker for row in rows(text)} == {"outlet"}


@each_row("label", ["Moor's Lawyer", "Ann Link", "Minister for Health", "Ngozi Share", "Mr House"])
def test_a_label_that_only_resembles_a_heading_is_a_speaker(rows, label):
    text = f"{label}: The bridge is to be closed.\n\nMODERATOR: How much is it?\n\n{label}: The toll is to go up in May."
    assert "outlet" not in {row.speaker for row in rows(text)}


def test_claims_of_a_speaker_who_asks_in_half_of_the_turns_are_kept(rows):
    found = rows(
        "CARTER: Crime rose by 40 percent.\n\nHARLAN: Unemployment is 3.4 percent.\n\n"
        "CARTER: Eight million people crossed the border.\n\nHARLAN: Who cut taxes for 50 million families?"
    )
    assert "Unemployment is 3.4 percent." in [row.text for row in found]


@each_row(
    ("first", "second", "names"),
    [
        pytest.param(
            "Speaker 1:", "Speaker 2:", {"Speaker 1", "Speaker 2"}, id="voices numbered by a machine"
        ),
        pytest.param(
            "SPEAKER_01:", "SPEAKER_02:", {"SPEAKER_01", "SPEAKER_02"}, id="... in its own spelling"
        ),
        pytest.param(
            "[00:00:01] Ada Moor:", "[00:00:09] Tom Ryle:", {"Ada Moor", "Tom Ryle"}, id="with a time"
        ),
        pytest.param("Ada Moor (Labour):", "Tom Ryle (Green):", {"Ada Moor", "Tom Ryle"}, id="with a party"),
        pytest.param("GOV. MOOR:", "SEN. RYLE:", {"Moor", "Ryle"}, id="a title with its full stop"),
        pytest.param("Dr. Moor:", "Ms. Ryle:", {"Moor", "Ryle"}, id="... in small letters"),
        pytest.param("LT. GOV. MOOR:", "J.D. RYLE:", {"Moor", "J.D. Ryle"}, id="two titles, and initials"),
        pytest.param("SEN. MOOR (D-UTAH):", "REP. RYLE (R-OHIO):", {"Moor", "Ryle"}, id="party and state"),
        pytest.param(
            "Ada Moor (Ross) (SNP):",
            "Tom Ryle (Kyle) (Lab):",
            {"Ada Moor", "Tom Ryle"},
            id="a seat and a party",
        ),
        pytest.param(
            "The Minister of State for Ports (Ada Moor):",
            "Mr Deputy Speaker (Tom Ryle):",
            {"Ada Moor", "Tom Ryle"},
            id="an office before its holder",
        ),
        pytest.param(">> ADA MOOR:", ">>TOM RYLE:", {"Ada Moor", "Tom Ryle"}, id="captions"),
        pytest.param(
            "Governor Ada Moor:",
            "Senator Tom Ryle:",
            {"Ada Moor", "Tom Ryle"},
            id="titles, one of which speaks once",
        ),
        pytest.param("Moor:", "Ryle:", {"Moor", "Ryle"}, id="somebody who speaks once between two turns"),
        pytest.param("**MOOR:**", "**RYLE**:", {"Moor", "Ryle"}, id="in bold"),
        pytest.param("- Ada Moor:", "- Tom Ryle:", {"Ada Moor", "Tom Ryle"}, id="items of a list"),
        pytest.param("Žofie Malá:", "ŠÁRKA:", {"Žofie Malá", "Šárka"}, id="letters of any Latin alphabet"),
        pytest.param("ADA MOOR:\n", "TOM RYLE:\n", {"Ada Moor", "Tom Ryle"}, id="on a line of its own"),
    ],
)
@each_row("between", ["\n", "\n\n"])
def test_labels_of_any_shape_name_their_speakers(rows, first, second, names, between):
    turns = [f"{first} We built 40 bridges.", f"{second} It was 12.", f"{first} It was 40."]
    found = rows(between.join(turns))
    assert {row.speaker for row in found} == names
    assert [row.text for row in found] == ["We built 40 bridges.", "It was 12.", "It was 40."]


@each_row(
    "labels",
    [("Step 1:", "Step 2:"), ("10:15 Norbridge:", "10:40 Eastport:"), ("Roads (new):", "Schools (old):")],
)
def test_numbered_headings_and_live_page_entries_are_not_speakers(rows, labels):
    text = "\n\n".join(f"{label} The bridge was closed in May." for label in labels)
    assert {row.speaker for row in rows(text)} == {"outlet"}


@each_row(
    ("label", "name"),
    [
        ("Ada Moor (Labour):", "Ada Moor"),
        ("SEN. MOOR (R-OHIO):", "Moor"),
        ("The Secretary of State for Ports and Tides (Dr Ada Moor):", "Ada Moor"),
        (">> ADA MOOR:", "Ada Moor"),
        ("[00:01:09] Ada Moor:", "Ada Moor"),
        ("Speaker 1:", "Speaker 1"),
    ],
)
def test_a_single_line_is_a_turn_if_its_label_is_unmistakable(row, label, name):
    found = row(f"{label} We built 40 bridges.")
    assert (found.speaker, found.text, found.kind) == (name, "We built 40 bridges.", "direct")


@each_row(
    "label",
    [
        "Climate Change (Scotland):",
        "Ports (Labour):",
        "Mayor Ada Moor:",
        "The Mayor (Labour and Green):",
        "Fig. 2:",
    ],
)
def test_a_single_line_with_a_heading_is_the_outlets(row, label):
    assert row(f"{label} The plan has cost 40 million so far.").speaker == "outlet"


def test_a_heading_between_two_turns_is_not_a_speaker(rows):
    text = "Ada Moor: We built 40.\n\nBackground: It was 12 in May.\n\nAda Moor: It is 40 now."
    assert [row.speaker for row in rows(text)] == ["Ada Moor", "outlet", "Ada Moor"]


def test_quotation_prefixes_of_an_email_are_not_captions(rows):
    text = "> On Monday he wrote again.\n>> The bridge has been shut, Ada Moor said.\n>> Sent: 4 May"
    assert {row.speaker for row in rows(text)} == {"outlet", "Ada Moor"}


def test_answers_without_a_named_person_have_an_unknown_speaker(rows):
    text = "Q: How many?\n\nA: We built 4,000 homes.\n\nQ: Why?\n\nA: Rents rose by 12 percent."
    assert {(row.speaker, row.speaker_as_written) for row in rows(text)} == {("unknown", "A")}


@each_row(
    ("answer", "further"),
    [
        pytest.param("THE MAYOR: Good morning.", "Rents fell by 4 percent.", id="an office in capitals"),
        pytest.param(
            "ILIC: It is a good year.", "It closed with 30 jobs more.", id="a turn that opens with a pronoun"
        ),
        pytest.param("Ada Moor (Lab): It was late.", "The second one opened in 2019.", id="of a parliament"),
    ],
)
@each_row("between", ["\n\n", "\n"])
def test_a_turn_lasts_until_the_next_label(rows, answer, further, between):
    name = answer.partition(":")[0].partition(" (")[0].removeprefix("THE ")
    opening = f"{answer} We have mended all of the 15 bridges that the storm of last winter took from us, and not one of them was ever closed for long."
    found = rows(f"{opening}{between}{further}\n\nBen Todd (Con): Did it?\n\n{answer} Yes.\n\n{further}")
    assert {row.speaker.upper() for row in found} == {name.upper()}
    assert [row.text for row in found].count(further) == 2


def test_prose_about_a_speaker_or_the_event_is_not_part_of_a_turn(rows):
    text = (
        "Ada Moor: We built 40.\n\nThen Ms Moor led us over the bridge of 1904.\n\nBen Todd: It was 12.\n\n"
        "It was 9 in May.\n\nAda Moor: It was 40.\n\nThe debate was held in Norbridge before 300 people."
    )
    assert [row.speaker for row in rows(text)] == [
        "Ada Moor",
        "outlet",
        "Ben Todd",
        "Ben Todd",
        "Ada Moor",
        "outlet",
    ]


def test_the_last_turn_continues_in_a_text_that_begins_with_a_label(rows):
    found = rows(
        "Ada Moor (Lab): When did it open?\n\nBen Todd (Con): It was late.\n\nThe second one opened in 2019."
    )
    assert [row.speaker for row in found] == ["Ben Todd", "Ben Todd"]


def test_an_article_resumes_after_an_excerpt_of_a_transcript(rows):
    text = "The minister was asked in May.\n\nQ: Is it true?\n\nADA MOOR: It is. We built 40.\n\nQ: When?\n\nADA MOOR: In May.\n\nThe ministry counts 12."
    assert rows(text)[-1].speaker == "outlet"


def test_a_turn_in_quotation_marks_ends_with_its_marks(rows):
    text = 'MOOR: "We built 40 bridges."\n\nIn truth it was 12.\n\nMOOR: "We cut 3 taxes."\n\nThe rate is the same.'
    assert [row.speaker for row in rows(text)] == ["Moor", "outlet", "Moor", "outlet"]


def test_an_advice_column_is_not_a_transcript(rows):
    text = "DEAR ADA: My son lost 40 pounds. What can I do?\n\nDEAR WORRIED: It is a lot.\n\nDEAR ADA: The bank took my house in May."
    assert {row.speaker for row in rows(text)} == {"outlet"}


def test_a_table_of_names_and_numbers_is_not_a_transcript(rows):
    text = "Ada Moor: 1,769.\n\nBen Todd: 1,501.\n\nThe winner needs 2,383.\n\nAda Moor: 46.\n\nBen Todd: 12."
    assert {row.speaker for row in rows(text)} == {"outlet"}


@each_row("gap", [" ", "    ", "\t"])
def test_a_question_after_a_q_without_a_colon_is_not_a_row(rows, gap):
    text = f"THE MAYOR: We built 40 bridges.\n\nQ{gap}Madam Mayor, were there 12 before?\n\nTHE MAYOR: There were 9."
    assert [row.text for row in rows(text)] == ["We built 40 bridges.", "There were 9."]


def test_a_paragraph_beginning_with_q_is_a_row_outside_a_transcript(rows):
    text = "Q Motors sold 300 vans.\n\nQ Motors lost 4 million in May."
    assert [row.text for row in rows(text)] == text.split("\n\n")


@each_row(
    ("first", "second"),
    [("ADA MOOR", "BEN TODD"), ("Ada Moor", "Ben Todd"), ("Mayor Ada Moor", "Wibke Todd")],
)
def test_full_names_that_recur_as_surnames_make_a_transcript(rows, first, second):
    turns = [f"{first}: We built 40.", f"{second}: It was 12.", f"{first.split()[-1]}: It was 40."]
    found = rows("\n\n".join([*turns, f"{second.split()[-1]}: It was 12 in May."]))
    assert [row.text for row in found] == ["We built 40.", "It was 12.", "It was 40.", "It was 12 in May."]
    assert {row.kind for row in found} == {"direct"}


def test_a_heading_and_its_last_word_do_not_make_a_transcript(rows):
    text = "Trade Policy: The tariff has cost 40 million.\n\nPolicy: The levy has cost 12 million."
    assert {row.speaker for row in rows(text)} == {"outlet"}


@each_row(
    "stage",
    ["(laughing)", "(through an interpreter)", "[APPLAUSE]", "(Laughter and cheers.)", "(END VIDEO CLIP.)"],
)
def test_stage_directions_are_not_part_of_a_speakers_words(rows, stage):
    found = rows(
        f"MOOR: {stage} It was 12. {stage} It is 40.\n\nTODD: It fell.\n\nMOOR: It rose. (In May it was 9.)"
    )
    assert [row.text for row in found] == [
        "It was 12.",
        "It is 40.",
        "It fell.",
        "It rose.",
        "(In May it was 9.)",
    ]


@each_row(
    ("label", "surname", "name"),
    [
        pytest.param("REP. LENA ORTIZ (D-NM):", "ORTIZ:", "Lena Ortiz", id="title and party"),
        pytest.param("PAUL RYLE, MINISTER OF PORTS:", "RYLE:", "Paul Ryle", id="an office after the name"),
        pytest.param("HANNE LUND:", "LUND:", "Hanne Lund", id="a full name in capitals"),
        pytest.param("Sen. Amy Jordan:", "JORDAN:", "Amy Jordan", id="a name that is also a country's"),
        pytest.param("Senator Joan Pike spoke first.", "PIKE:", "Joan Pike", id="named by the introduction"),
    ],
)
def test_a_surname_label_stands_for_the_person_named_in_full(rows, label, surname, name):
    text = f"{label} We built 40.\n\nMODERATOR: When?\n\n{surname} In 2022.\n\n{surname} It was May."
    found = [(row.speaker, row.speaker_kind) for row in rows(text) if row.kind == "direct"]
    assert set(found) == {(name, "person")}


def test_an_office_label_stands_for_its_holder_named_in_the_article(rows):
    text = "Governor Ada Moor met the press.\n\nGOVERNOR: We built 40.\n\nQ: When?\n\nGOVERNOR: In May."
    assert {row.speaker for row in rows(text) if row.kind == "direct"} == {"Ada Moor"}


@each_row(
    ("label", "kind"),
    [
        ("FRANCE", "organisation"),
        ("OKAFOR", "person"),
        ("NATO", "organisation"),
        ("GOOGLE", "organisation"),
        ("AIRBUS", "organisation"),
        ("BBC", "organisation"),
        ("PROSECUTOR", "anonymous"),
    ],
)
def test_capitals_label_a_person_unless_they_are_an_acronym_or_a_noun(rows, label, kind):
    found = rows(f"{label}: It was 12.\n\nTOM RYLE: It was 40.\n\n{label}: It was 9.")
    assert {row.speaker_kind for row in found if row.speaker_as_written == label} == {kind}


def test_a_caption_without_a_name_is_not_part_of_the_turn_before(rows):
    text = ">> ADA MOOR: We built 40 bridges.\n>> That is not true.\n>> ADA MOOR: It was 40.\nAll in May."
    assert [row.speaker for row in rows(text)] == ["Ada Moor", "unknown", "Ada Moor", "Ada Moor"]


def test_captions_without_names_are_turns_of_unknown_speakers(rows):
    text = ">> How many homes?\n\n[00:00:31]\n\n>> (Laughs) Forty thousand homes were built.\n\n>> Thank you.\n\n>> It was 12."
    assert [(row.text, row.speaker, row.kind) for row in rows(text)] == [
        ("Forty thousand homes were built.", "unknown", Kind.DIRECT),
        ("It was 12.", "unknown", Kind.DIRECT),
    ]
    assert all(Flag.UNRESOLVED_PRONOUN in row.flags for row in rows(text))


def test_a_single_exchange_within_a_narrated_film_is_the_outlets(rows):
    text = "The dam broke in 1994.\n\n>> Were they paid?\n\n>> No, they got 900 pounds. It was shut in 2008."
    assert {row.speaker for row in rows(text)} == {"outlet"}
    assert {row.speaker for row in rows(text.partition("\n\n")[2])} == {"unknown"}


def test_arrows_before_a_few_links_of_an_article_are_not_captions(rows):
    text = ">> Rents rose in May\n\n>> Ports closed\n\n" + "The council shut 40 piers.\n\n" * 3
    assert {row.speaker for row in rows(text)} == {"outlet"}


def test_section_headings_with_a_colon_are_not_labels(rows):
    text = "Key points:\nRents rose by 4 percent.\n\nNext steps:\nA vote is due in May."
    assert {row.speaker for row in rows(text)} == {"outlet"}


def test_the_interviewee_keeps_answering_however_far_from_the_name(rows):
    exchange = (
        "Q: Is that so?\n\nA: We lost 80,000 jobs in the north, and nobody in the capital talks about it.\n\n"
    )
    text = f"Interview with Senate candidate Ada Moor\n\n{exchange * 12}"
    assert {row.speaker for row in rows(text)} == {"Ada Moor"}


def test_quotation_marks_around_a_turn_are_not_part_of_it(rows):
    found = rows(
        'Ada Moor, head of the port: "Tolls fell by 4 percent. We are glad."\n\nTom Ashby (Harbour Party): “Boats sank in 2020.”\n\n'
        'Ada Moor, head of the port: \'That is false.\'\n\nTom Ashby (Harbour Party): "It is true," he said. "It is."'
    )
    assert [(row.speaker, row.text) for row in found[:4]] == [
        ("Ada Moor", "Tolls fell by 4 percent."),
        ("Ada Moor", "We are glad."),
        ("Tom Ashby", "Boats sank in 2020."),
        ("Ada Moor", "That is false."),
    ]


ASKED = "Q: You said in May that prices fell by 4%. Do you stand by it?\n\nA: I do. They fell by 4.2 percent."


def test_an_interviewers_assertion_is_not_the_interviewees(rows):
    found = rows(
        f"Mayor Ada Moor met the press.\n\n{ASKED}\n\nQ: Governor Poe says 40 schools shut. Did they?\n\nA: Some 12 did."
    )
    assert [(row.speaker, row.text) for row in found if row.kind == "direct"] == [
        ("unknown", "You said in May that prices fell by 4%."),
        ("Ada Moor", "I do."),
        ("Ada Moor", "They fell by 4.2 percent."),
        ("Ada Moor", "Some 12 did."),
    ]
    assert [(row.speaker, row.text) for row in found if row.kind == "indirect"] == [
        ("Poe", "40 schools shut")
    ]


def test_a_person_named_in_a_question_is_not_the_one_answering(rows):
    found = rows(f"Q: Kim Poe told us that 40 schools shut. Did they?\n\nA: Some 12 did.\n\n{ASKED}")
    assert {row.speaker for row in found if row.kind == "direct"} == {"unknown"}


HUSTINGS = (
    "MODERATOR: Welcome.\n\nMs. Moor: Rents rose by 12 per cent.\n\nMr. Ashby: They fell by 3 per cent.\n\n"
    "Ms. Moor: That is wrong.\n\nMr. Ashby: The report is a joke."
)


@each_row(
    "label",
    [
        "Audience member",
        "Young woman",
        "Local shop owner",
        "A woman in the hall",
        "Second voice from the back",
    ],
)
@each_row("further", ["", "\n\nMs. Moor: Mine did, too."], ids=["last", "between"])
def test_an_unnamed_voice_that_speaks_once_is_its_own_speaker(rows, label, further):
    found = rows(f"{HUSTINGS}\n\n{label}: My rent went up by 300 pounds. Why is that?{further}")
    [own] = [row for row in found if "300" in row.text]
    assert (own.speaker_as_written, own.text) == (label, "My rent went up by 300 pounds.")
    assert own.speaker not in {"Moor", "Ashby"}
    assert own.speaker_kind == "anonymous"


@each_row("opening", ["My point", "Here is the thing", "One more figure", "The council"])
def test_ordinary_words_before_a_colon_continue_the_turn(rows, opening):
    found = rows(f"{HUSTINGS}\n\n{opening}: rents went up by 300 pounds.\n\nMs. Moor: Mine did, too.")
    [own] = [row for row in found if "300" in row.text]
    assert (own.speaker, own.text) == ("Ashby", f"{opening}: rents went up by 300 pounds.")


def test_an_unnamed_persons_label_in_an_article_does_not_make_a_transcript(rows):
    found = rows("Rents rose by 4 per cent.\n\nLocal shop owner: a trade in decline by 5 per cent a year.")
    assert {row.speaker for row in found} == {"outlet"}


def test_an_office_given_as_its_own_holder_remains_the_speaker(rows):
    found = rows(
        f"The Minister (The Minister): Rents fell by 3 per cent.\n\n{HUSTINGS}\n\nThe Minister: By 4 per cent."
    )
    assert [row.text for row in found if row.speaker.endswith("Minister")] == [
        "Rents fell by 3 per cent.",
        "By 4 per cent.",
    ]


@each_row("slug", ["Pictured", "Breaking", "Live"])
def test_a_news_slug_before_a_quotation_in_a_paragraph_is_not_a_speaker(rows, slug):
    found = rows(f'It rained on Monday. {slug}: "The flood cost the port £4m."')
    assert [(row.speaker, row.text) for row in found if "£" in row.text] == [
        ("unknown", "The flood cost the port £4m.")
    ]


def test_an_office_label_stands_for_its_most_recently_named_holder(rows):
    found = rows(
        "The Minister for Ports (Bo Lund): Tolls fell by 3 per cent.\n\nAda Moor (Lab): They rose by 4 per cent.\n\n"
        "The Minister for Ports: That is 5 per cent.\n\nThe Minister for Ports (Cy Dunmore): I took over in May 2023.\n\n"
        "Ada Moor: Tolls rose by 8 per cent.\n\nThe Minister for Ports: They fell by 9 per cent."
    )
    assert [row.speaker for row in found] == [
        "Bo Lund",
        "Ada Moor",
        "Bo Lund",
        "Cy Dunmore",
        "Ada Moor",
        "Cy Dunmore",
    ]
    assert found[-1].speaker_as_written == "The Minister for Ports"


def test_a_party_beside_a_name_is_not_an_office(rows):
    found = rows(
        "Ann Lee (Green Party): Rents rose by 5 per cent.\n\nBo Ray (Labour Party): They fell by 4 per cent.\n\n"
        "Ann Lee: They rose in 2022.\n\nBo Ray: They fell in 2023."
    )
    assert [row.speaker for row in found] == ["Ann Lee", "Bo Ray"] * 2


@each_row(
    "intro",
    [
        pytest.param("Ada Moor, the mayor of Norbridge, spoke to The Courier.", id="before a paper"),
        pytest.param("Mayor Ada Moor answers our questions.", id="alone"),
        pytest.param("The Courier put five questions to Ada Moor.", id="after a paper"),
    ],
)
def test_the_person_introduced_answers_and_the_interviewer_stays_unknown(rows, intro):
    found = rows(f"{intro}\n\n{ASKED}\n\nQ: Rents rose by 12 per cent. Why?\n\nA: They rose by 9.")
    asked = [row for row in found if row.speaker == "unknown"]
    assert {row.speaker for row in found if row.kind == "direct"} == {"unknown", "Ada Moor"}
    assert [(row.speaker_as_written, row.speaker_kind) for row in asked] == [("Q", "unknown")] * 2


def test_a_single_question_and_its_answer_are_a_transcript(rows):
    assert [(row.speaker, row.kind) for row in rows(ASKED)][:2] == [
        ("unknown", "direct"),
        ("unknown", "direct"),
    ]
    assert {row.speaker for row in rows("A: The first point is made.\n\nB: The second point is made.")} == {
        "outlet"
    }


@each_row(
    ("text", "speakers"),
    [
        ('MODERATOR: In 2019 you said, quote, "The ferry should go." Do you stand by it?', []),
        ("MODERATOR: In 2019 you said 40 boats sank. Is that so?\n\nMOOR: I said 90 boats sank.", ["Moor"]),
        ("MODERATOR: The toll rose 4% in 2019. Will you cut it?\n\nMOOR: I will.", ["moderator", "Moor"]),
    ],
)
def test_words_put_to_a_guest_as_their_own_are_not_the_hosts_claim(rows, text, speakers):
    assert [row.speaker for row in rows(text)] == speakers


EXCHANGES = [
    pytest.param(
        'Lee: Ray\'s firm got 14 million euros. Ray: "Not one cent."',
        [("Ann Lee", "Ray's firm got 14 million euros."), ("Bob Ray", "Not one cent.")],
        id="the second turn in marks",
    ),
    pytest.param(
        'Ray: "We built 12 ships." Lee: It was four.',
        [("Bob Ray", "We built 12 ships."), ("Ann Lee", "It was four.")],
        id="the first turn in marks",
    ),
    pytest.param(
        "Ann Lee: Rents fell by 3 percent. Bob Ray: They rose. Ann Lee: In May they fell.",
        [
            ("Ann Lee", "Rents fell by 3 percent."),
            ("Bob Ray", "They rose."),
            ("Ann Lee", "In May they fell."),
        ],
        id="three turns without marks",
    ),
    pytest.param(
        'Lee: "Rents fell by 3 percent." Ray: "They rose in May."',
        [("Ann Lee", "Rents fell by 3 percent."), ("Bob Ray", "They rose in May.")],
        id="both turns in marks",
    ),
    pytest.param(
        "Lee: Rents fell by 3 percent. Ray: They rose. Both left in May.",
        [
            ("Ann Lee", "Rents fell by 3 percent."),
            ("Bob Ray", "They rose."),
            ("Bob Ray", "Both left in May."),
        ],
        id="the last turn continues",
    ),
]


@each_row(("text", "spoken"), EXCHANGES)
@each_row("between", ["", "\n\nThe town has 40 shops.\n\nThe army has 12 tanks."])
def test_labels_within_a_paragraph_begin_turns_that_end_with_it(rows, text, spoken, between):
    found = rows(
        f"Ann Lee and Bob Ray met on Sunday.\n\n22.14\n{text}{between}\n\n22.16\n{text}\n\nThe hall was full."
    )
    assert [(row.speaker, row.text) for row in found if row.kind == "direct"] == spoken * 2
    assert found[-1].speaker == "outlet"


@each_row(
    "text",
    [
        pytest.param("Rents: They fell by 3 percent. Wages: They rose by 4.", id="topics"),
        pytest.param("Vale: It rained for 12 days. Brenno: It was dry.", id="places"),
        pytest.param("Ray: They rose. Verdict: They fell by 3 percent.", id="a verdict"),
        pytest.param("Lee: They rose by 4 percent. Lee: They fell.", id="a single speaker"),
    ],
)
def test_ordinary_words_before_colons_do_not_split_a_paragraph(rows, text):
    found = rows(f"Ann Lee and Bob Ray met in Vale on Sunday.\n\n{text}\n\nThe hall was full.")
    assert {row.kind for row in found} == {"outlet"}


@each_row(
    "slug", ["Pictured", "Opening", "Exclusive", "Breaking", "Watch", "Listen", "Live", "Caption", "Just in"]
)
def test_a_news_slug_before_a_picture_or_report_is_not_a_speaker(rows, slug):
    """Neither when it occurs once before a quotation nor when it recurs as labels do."""
    found = rows(
        f'{slug}: "The flood cost the port £4m."\n\n{slug}: Rents rose by 4 per cent.\n\n{slug}: They fell in 2023.'
    )
    kept = [(row.speaker, row.text[:5]) for row in found if row.speaker != "unknown"]
    assert kept == [("outlet", "Rents"), ("outlet", "They ")]
    assert {row.text for row in found if row.speaker == "unknown"} <= {"The flood cost the port £4m."}


def test_words_that_an_interviewer_cites_belong_to_the_person_cited(rows):
    text = (
        "HOST: Spokesperson Alan Lund told us the county turned down $240,000. Is that so?\n\nADA MOOR: It is not.\n\n"
        "HOST: Rents rose 12 per cent. Will you act?\n\nADA MOOR: We will, in May."
    )
    found = [(row.speaker, row.kind, row.text) for row in rows(text) if row.speaker != "Ada Moor"]
    assert found == [
        ("Alan Lund", "indirect", "the county turned down $240,000"),
        ("host", "direct", "Rents rose 12 per cent."),
    ]


ONCE_EACH = [
    ("Ada Moor", "Rents rose 1 percent in 3 towns."),
    ("Ben Lee", "Rents rose 2 percent in 4 towns."),
    ("Cy Dow", "Rents rose 3 percent in 5 towns."),
    ("Anna Kerr", "Rents rose 4 percent in 6 towns."),
]


def test_people_who_each_speak_once_are_speakers_if_they_fill_the_text(rows):
    found = rows("\n\n".join(f"{name}: {words}" for name, words in ONCE_EACH))
    assert [(row.speaker, row.text) for row in found] == ONCE_EACH


def test_places_that_each_occur_once_are_not_speakers(rows):
    text = "Hull Town: Rents rose 1 percent.\n\nNew York: Rents rose 2 percent.\n\nEast Vale: Rents fell 3 percent."
    assert {row.speaker for row in rows(text)} == {"outlet"}


def test_numbered_voices_are_speakers_however_high_the_number(rows):
    lines = [f"SPEAKER {number}: Rents rose {number} percent." for number in (7, 98, 120, 4031, 12000)]
    found = rows("\n".join(lines))
    assert [(row.speaker, row.text) for row in found] == [tuple(line.split(": ")) for line in lines]


def test_words_cited_without_a_question_belong_to_the_person_cited(rows):
    text = "Q: The unions say 900 jobs have gone.\n\nA: We lost 300.\n\nQ: Rents rose 12 percent.\n\nA: By 3 percent."
    assert [(row.speaker, row.text) for row in rows(text)] == [
        ("unions", "900 jobs have gone"),
        ("unknown", "We lost 300."),
        ("unknown", "By 3 percent."),
    ]


@each_row(
    "words",
    [
        "Good morning, Laura.",
        "Good evening to you all.",
        "Thank you.",
        "Thank you very much, Mr Speaker.",
        "Thanks for having me.",
        "Ben Todd, thank you.",
        "My pleasure.",
        "Order.",
        "Order! Order!",
        "The House will come to order.",
        "Hear, hear.",
        "I beg to move, That the Bill be now read a Second time.",
        "I beg to move amendment 4.",
        "I'm Ada Moor.",
        "And my name is Ada Moor.",
        "My first question is to the Minister for Ports.",
        "Go ahead, Bo.",
        "Please be seated.",
        "Objection, hearsay.",
        "Objection to form.",
        "Asked and answered.",
        "Move to strike.",
        "Yeah, right.",
        "Shame!",
        "Oh, oh!",
        "I am grateful for this debate.",
        "I congratulate my hon. Friend on his maiden speech.",
        "It is a pleasure to serve under your chairmanship, Mr Lund.",
        "Wow.",
        "I am grateful to the committee for its work.",
        "I thank the Minister for giving way.",
        "I thank the hon. Gentleman.",
        "I want to thank the builders.",
        "I am grateful.",
        "I call Bo Lund.",
        "Uh-huh.",
        "Of course.",
        "I give way.",
        "Question put and agreed to.",
        "If so, why is it there at all?",
        "No.",
        "Yes, Mr Lund.",
        "Not yet.",
        "Absolutely.",
        "No, ma'am.",
    ],
)
def test_debate_formulas_are_not_rows(rows, words):
    text = f"Ada Moor: {words} Rents rose 12 per cent.\n\nBen Todd: By 3 per cent.\n\nAda Moor: {words}"
    assert [row.text for row in rows(text)] == ["Rents rose 12 per cent.", "By 3 per cent."]


@each_row(
    "words",
    [
        "Thank you, rents have doubled.",
        "I thank the 40 members for it.",
        "I call it theft.",
        "I want to thank the builders, who built it.",
        "I am grateful that rents fell.",
        "No pier was shut.",
        "Order was kept by 300 officers.",
        "I beg to move, That this House notes that rents rose 12 per cent.",
        "Welcome pay was cut.",
        "My question was cut by the clerk.",
        "I'm Irish.",
        "Shame was felt by 300 officers.",
        "I congratulate the port on the 40 boats it sold.",
        "It is a pleasure to sell 40 boats.",
        "Great Lowe was shut.",
        "Go ahead orders were given by Lund.",
        "Of course rents have doubled.",
        "I am grateful to the port, which hired my son.",
        "The question put to the vote was another.",
        "No, 40 piers were shut.",
        "Yes, I did.",
    ],
)
def test_a_statement_that_only_begins_like_a_debate_formula_is_a_row(rows, words):
    text = f"Ada Moor: {words}\n\nBen Todd: By 3 per cent.\n\nAda Moor: Rents fell."
    assert [row.text for row in rows(text)] == [words, "By 3 per cent.", "Rents fell."]


def test_a_party_member_who_asks_questions_is_a_debater(rows):
    text = (
        "Ada Moor (Lab): Will the Minister give way?\n\nBen Todd: Of course.\n\nAda Moor: He cut rents. Was it fair?\n\n"
        "Ben Todd: It was fair.\n\nAda Moor: My party will vote against it. Rents have doubled."
    )
    claims = [row.text for row in rows(text) if row.speaker == "Ada Moor"]
    assert claims == ["He cut rents.", "My party will vote against it.", "Rents have doubled."]


def test_an_office_that_speaks_once_among_labels_is_a_speaker(rows):
    text = (
        "Mr Finch: The tax raised 4 million.\n\nIt paid for 12 schools.\n\nMr Speaker: The tax is not before us.\n\nIt was in May.\n\n"
        "Mr Finch: It raised 3 million."
    )
    assert [row.speaker for row in rows(text)] == ["Finch", "Finch", "Mr Speaker", "Mr Speaker", "Finch"]


@each_row(
    ("lead", "speaker"),
    [
        pytest.param("ADA MOOR (D): We hired 40 officers.", "unknown", id="a speaker with her own label"),
        pytest.param("Ada Moor spoke to the Courier in May.", "Ada Moor", id="the person interviewed"),
        pytest.param("", "unknown", id="nobody named"),
    ],
)
def test_answers_labelled_a_are_not_those_of_a_speaker_with_her_own_label(rows, lead, speaker):
    found = rows(f"{lead}\n\nQ: Did you cut any?\n\nA: We cut 340.\n\nQ: And in May?\n\nA: We built 20.")
    assert {row.speaker for row in found if row.speaker_as_written == "A"} == {speaker}


@each_row("objection", ["MR. LUND:  He can answer.", "BO LUND: I object.", "MS. REED: It is hearsay."])
def test_an_objector_does_not_give_the_answers_labelled_a(rows, objection):
    found = rows(
        f"Q.  Did you cut any?\n\nA.  I cut 340.\n\n{objection}\n\nA.  We built 20 in May.\n\nQ.  Why?"
    )
    assert {row.speaker for row in found if row.speaker_as_written == "A"} == {"unknown"}


@each_row(
    ("remark", "expected"),
    [
        pytest.param(
            "The guild says that a third of the catch rots.", ["a third of the catch rots"], id="a share"
        ),
        pytest.param(
            "The guild said you ignored three warnings.", ["you ignored three warnings"], id="a number"
        ),
        pytest.param("The guild said, one, that you lied, and, two, that you left.", [], id="a list"),
        pytest.param("You had three warnings.", [], id="about nobody else"),
        pytest.param("The guild says that you are rude.", [], id="no number"),
    ],
)
def test_numbers_in_words_make_an_interviewers_citation_a_row(rows, remark, expected):
    found = rows(
        f"Q: {remark}\n\nA: It is not so. The quay is safe.\n\nQ: Will you go?\n\nA: No. I will stay here."
    )
    assert [row.text for row in found if row.speaker == "guild"] == expected


@each_row(
    "stamp",
    ["{name}  {time}", "{name}\n{time}", "{name} ({time})", "Speaker: {name} ({time})", "{name} [00:{time}]"],
)
@each_row(("ada", "bo"), [("Ada Moor", "Bo Lund"), ("Speaker 1", "Speaker 2")])
def test_a_line_with_a_name_and_the_time_names_the_speaker_below(rows, stamp, ada, bo):
    turns = [
        (ada, "0:03", "The port lost 40 boats at 10:30.\nIt was cold."),
        (bo, "0:09", "The rest came back in May."),
    ]
    text = "\n\n".join(f"{stamp.format(name=name, time=time)}\n{words}" for name, time, words in turns)
    assert [(row.speaker, row.text) for row in rows(text)] == [
        (ada, "The port lost 40 boats at 10:30."),
        (ada, "It was cold."),
        (bo, "The rest came back in May."),
    ]


@each_row("names", [("Ada Moor", "Bo Lund"), ("Ada Moor", "Ada Moor")])
def test_reporters_signing_entries_of_a_live_page_are_not_speakers(rows, names):
    first, second = names
    times = ("13:40", "13:20") if first != second else ("13:20", "13:40")
    text = f"{first} {times[0]}\nThe port lost 40 boats.\n\n{second} {times[1]}\nThe gates opened at noon."
    assert {row.speaker for row in rows(text)} == {"outlet"}


@each_row("label", ["HOST INES VALE", "Moderator Ines Vale", "Host Ines Vale"])
def test_a_host_with_a_name_is_still_the_one_who_asks(rows, label):
    text = (
        f"{label}: The fishers' union says 12 boats were lost.\n\nADA MOOR: We lost 40 boats.\n\n"
        f"{label}: You said 60.\n\nADA MOOR: That was in May."
    )
    assert {row.speaker for row in rows(text)} == {"fishers' union", "Ada Moor"}


def test_speech_without_capitals_or_full_stops_loses_no_words(rows):
    pieces = [
        "now ada moor says that unemployment has fallen to 5 percent well it has not the office counts 7 percent i asked her "
        "and she told me the number of jobs grew by 4,000 but nobody has seen them and that is what we want to talk about today",
        "then the minister told us 300 ships came into the port last year and she said that the fishers lost 20 percent of "
        "what they had caught because the council claimed the water was clean in may",
    ]
    assert [(row.text, row.speaker) for row in rows("\n\n".join(pieces))] == [
        (piece, "outlet") for piece in pieces
    ]


@each_row(
    ("label", "speaker"),
    [
        pytest.param("Ada Moor MP", "Ada Moor", id="after a full name"),
        pytest.param("ADA MOOR MP", "Ada Moor", id="... in capitals"),
        pytest.param("Former Labour MP", "Former Labour mp", id="an office without a name"),
    ],
)
def test_postnominal_letters_are_not_an_office(rows, label, speaker):
    found = rows(f"{label}: We built 4,000 homes.\n\nBo Lund QC: They built 400.\n\n{label}: We did.")
    assert [row.speaker for row in found] == [speaker, "Bo Lund", speaker]


def test_a_sound_before_a_label_does_not_hide_the_speaker(rows):
    text = "BO LUND: It was 12.\n\n[TAPE] ADA MOOR: We built 40 bridges.\n\nBO LUND: It was 40.\n\nADA MOOR: It was."
    assert [row.speaker for row in rows(text)] == ["Bo Lund", "Ada Moor", "Bo Lund", "Ada Moor"]
