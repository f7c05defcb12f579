"""Which speaker a mention, a pronoun or a description refers to."""

from time import process_time

import pytest

from claimtrack.core.extract.speakers.antecedents.protagonists import pick_person_meant
from claimtrack.core.extract.speakers.speaker import Speaker
from claimtrack.core.extract.speakers.speakers import Cast
from claimtrack.core.model import ClaimantKind
from tests.tables import cases, each_row

LEAD = "Mayor Ada Moor said the bridge was closed in May. "


def last_speaker(rows, text):
    return rows(text)[-1].speaker


@each_row(
    "sentence",
    [
        pytest.param("She said the repair would take a year.", id="a pronoun"),
        pytest.param("Moor said the repair would take a year.", id="the surname"),
        pytest.param("Ms Moor said the repair would take a year.", id="title and surname"),
        pytest.param("The mayor said the repair would take a year.", id="the role"),
        pytest.param('"We need a year for the repair," Moor said.', id="in quotation"),
    ],
)
def test_a_later_mention_refers_to_the_person_named_in_full(rows, sentence):
    assert last_speaker(rows, LEAD + sentence) == "Ada Moor"


def test_an_open_quotation_belongs_to_the_speaker_named_at_its_end(rows):
    text = """"We found 40 cracks," said Ada Moor. "No lorry may cross it."

The toll brought in 3 million crowns last year.

"Drivers have paid for this bridge twice. They were told that it would last.

"It has not," said Karl Weber."""
    assert [row.speaker for row in rows(text) if row.kind == "direct"] == ["Ada Moor"] * 2 + [
        "Karl Weber"
    ] * 3


def test_the_articles_own_words_for_a_speaker_are_kept(rows):
    assert rows(LEAD + "She said the repair would take a year.")[-1].speaker_as_written == "She"


def test_the_official_refers_to_the_fullest_earlier_description(rows):
    text = (
        "A senior transport ministry official said the bridge was closed. The official said it would reopen. "
        "The senior official said no date was set."
    )
    assert {row.speaker for row in rows(text)} == {"senior transport ministry official"}


def test_he_refers_to_a_person_even_after_a_report_was_cited(rows):
    text = "Tom Ashby said the toll was unfair. The report found that tolls had doubled. He said it was time to act."
    assert last_speaker(rows, text) == "Tom Ashby"


def test_it_refers_to_the_document_cited_last(rows):
    text = "Tom Ashby said the toll was unfair. The audit found that tolls had doubled. It said nobody had checked."
    assert last_speaker(rows, text) == "audit"


def test_he_may_refer_to_the_subject_of_the_sentence_before(rows):
    text = "Lena Brandt said the toll was fair. Tom Ashby left the room. He said the toll had doubled."
    assert last_speaker(rows, text) == "Tom Ashby"


def test_a_quotation_alone_in_its_paragraph_continues_with_the_last_speaker(rows):
    text = '"We fixed the roads," said Dana Wu.\n\n"The senator knows that we did."'
    assert last_speaker(rows, text) == "Dana Wu"


def test_a_short_announcement_names_the_next_speaker_but_is_not_a_row(rows):
    found = rows('Dana Wu added:\n\n"We have fixed nine hundred bridges."')
    assert [(row.text, row.speaker) for row in found] == [("We have fixed nine hundred bridges.", "Dana Wu")]


def test_the_addressee_of_a_sentence_is_not_described_by_its_subject(rows):
    """ "A surgeon told a nurse" does not describe the nurse: "the nurse" is not a "surgeon told a nurse"."""
    found = rows(
        "A heart surgeon told a nurse to delete four files.\n\nThe nurse said the files had gone by May."
    )
    assert found[-1].speaker == "nurse"


def test_a_relative_is_named_by_the_name_after_the_role(row):
    assert (
        row("Her husband, the economist Paul Lane, said the clinic had lost 40 nurses.").speaker
        == "Paul Lane"
    )


def test_a_pronoun_without_an_antecedent_is_flagged(row):
    found = row("He said the toll had doubled since May.")
    assert found.speaker == "He".lower()
    assert "unresolved_pronoun" in found.flags


@each_row(
    ("sentence", "kind"),
    [
        ("Ada Moor said the bridge was closed.", ClaimantKind.PERSON),
        ("The State Department said the bridge was closed.", ClaimantKind.ORGANISATION),
        ("The union said the bridge was closed.", ClaimantKind.ORGANISATION),
        ("Greenpeace said the bridge was closed.", ClaimantKind.ORGANISATION),
        ("Startup Brightquay said the bridge was closed.", ClaimantKind.ORGANISATION),
        ("Zelensky said the bridge was closed.", ClaimantKind.PERSON),
        ("Brightquay said the bridge was closed.", ClaimantKind.UNKNOWN),
        ("A spokesman for the mayor, Ada Moor, said the bridge was closed.", ClaimantKind.ANONYMOUS),
        ("A senior official said the bridge was closed.", ClaimantKind.ANONYMOUS),
        ("A new report said the bridge was closed.", ClaimantKind.DOCUMENT),
        ("The bridge was closed in May by order of a court.", ClaimantKind.OUTLET),
    ],
)
def test_a_speaker_is_classified_by_kind(row, sentence, kind):
    assert row(sentence).speaker_kind is kind


def test_an_opening_adverb_is_not_part_of_the_speaker(row):
    assert row("Yesterday officials said the bridge was closed.").speaker_as_written == "officials"
    assert row("Today FM said the bridge was closed.").speaker_as_written == "Today FM"


def test_a_full_name_after_a_conjunction_is_an_antecedent(rows):
    text = "But Greta Lund, an economist, said the bank was slow. Lund said a cut would come too late."
    assert last_speaker(rows, text) == "Greta Lund"


def test_a_first_name_alone_refers_to_the_person_named_in_full(rows):
    assert last_speaker(rows, LEAD + "Ada told the paper the repair would take a year.") == "Ada Moor"


def test_a_first_name_that_two_people_share_stays_unresolved(rows):
    text = LEAD + "Ada Brandt, a builder, left. Ada told the paper the repair would take a year."
    assert last_speaker(rows, text) == "Ada"


def test_he_does_not_refer_to_the_woman_who_spoke_last(rows):
    text = "Tom Ashby said the toll was unfair. Laura Brandt said the toll had doubled. He said it was time to act."
    assert last_speaker(rows, text) == "Tom Ashby"


def test_a_description_by_age_refers_to_the_person_before(rows):
    assert last_speaker(rows, LEAD + '"I could not sleep for a week," said the 46-year-old.') == "Ada Moor"


def test_a_new_description_by_occupation_refers_to_the_last_person(rows):
    assert last_speaker(rows, LEAD + '"It took a year to mend," the former paramedic said.') == "Ada Moor"


def test_she_does_not_refer_to_several_people(rows):
    text = LEAD + "Inspectors found the deck was rusty. The harbour was shut for months, she said."
    assert last_speaker(rows, text) == "Ada Moor"


def test_a_question_opening_with_a_preposition_is_not_a_row(rows):
    text = LEAD + '"At what point does somebody lose a job?" she asked. "Nobody told us."'
    assert [row.text for row in rows(text)][1:] == ["Nobody told us."]


def test_she_may_refer_to_a_person_named_after_a_lower_case_role(rows):
    text = "Tom Ashby said the toll was unfair. New chairwoman Laura Brandt disagrees. She said the toll was needed."
    assert last_speaker(rows, text) == "Laura Brandt"


@each_row(
    ("subject", "later", "speaker"),
    [
        pytest.param(
            "Ward 3 Councilwoman Teresa Binns voted no.", "She said", "Teresa Binns", id="office and number"
        ),
        pytest.param(
            "The Speaker, Sir Gerald Howe, stood up twice.",
            "He said",
            "Gerald Howe",
            id="a role, then a name",
        ),
        pytest.param(
            "On Monday in Brenno, Gerald Howe took the stand.",
            "He said",
            "Gerald Howe",
            id="after an adjunct",
        ),
        pytest.param(
            "Tom Ashby blamed Gerald Howe.", "He said", "Tom Ashby", id="the subject, not the object"
        ),
        pytest.param(
            "The chancellor, Helena Brand, was late.", "The chancellor said", "Helena Brand", id="the role"
        ),
        pytest.param(
            "Dame Ruth Howe led the inquiry.", "Dame Ruth said", "Ruth Howe", id="title and first name"
        ),
        pytest.param(
            "The interior ministry closed it.", "The ministry said", "interior ministry", id="a body"
        ),
        pytest.param(
            "Among them is Ruth Howe, who runs a hotel.", "She said", "Ruth Howe", id="after the verb"
        ),
        pytest.param("A Norvian official denied this.", "He said", "Norvian official", id="somebody unnamed"),
        pytest.param("Her husband, Luis, nodded.", "He said", "Luis", id="a first name alone"),
        pytest.param("A report by Ruth Howe found dust.", "It said", "report", id="a document"),
        pytest.param("The charity Open Arch sued.", "It said", "Open Arch", id="a body named after its kind"),
        pytest.param(
            "Last week the Food and Drug Administration closed the plant.",
            "The agency said",
            "Food and Drug Administration",
            id="a body with a list for its name",
        ),
        pytest.param("Hospital bosses apologised.", "They said", "Hospital bosses", id="several people"),
        pytest.param(
            "The researchers want nine more boats.", "They said", "researchers", id="several with an article"
        ),
        pytest.param(
            "In Norvia an old official shrugged.", "He said", "old official", id="somebody after a place"
        ),
    ],
)
def test_the_subject_of_a_sentence_of_the_outlet_may_speak_next(rows, subject, later, speaker):
    text = f"Marcus Boyle said the bridge was safe. {subject} {later} the cracks were old."
    assert last_speaker(rows, text) == speaker


def test_the_ministry_does_not_refer_to_another_kind_of_body(rows):
    text = (
        "Balloons crossed 30 times, according to the Border Guard Service. The ministry said nobody was hurt."
    )
    assert last_speaker(rows, text) == "ministry"


def test_he_stays_unresolved_if_only_a_woman_was_named(rows):
    (_, later) = rows("Mayor Maria Moor said the bridge was safe. He said the cracks were old.")
    assert (later.speaker, later.flags) == ("he", ("unresolved_pronoun",))


def test_a_short_answer_belongs_to_the_person_who_was_asked(rows):
    text = (
        '"We had no list," Boyle said.\n\n"Was the list burned?" Ada Moor asked.\n\n"It was not."\n\n'
        '"Who has it?"\n\n"My brother."'
    )
    assert [(row.text, row.speaker) for row in rows(text)] == [
        ("We had no list", "Boyle"),
        ("It was not.", "Boyle"),
        ("My brother.", "Boyle"),
    ]


def test_a_member_may_be_referred_to_by_constituency(rows):
    text = 'Ada Moor complained that the bill did nothing. "It is a gift," said the North Norbridge MP.'
    assert last_speaker(rows, text) == "Ada Moor"


def test_the_company_does_not_refer_to_a_ministry(rows):
    text = "The Justice Department said the firm had paid. The company said it had not."
    assert last_speaker(rows, text) == "company"


@each_row(
    ("text", "speaker"),
    [
        pytest.param(
            "Two lawmakers in the room said the toll was fair.",
            "two lawmakers in the room",
            id="a number of people",
        ),
        pytest.param(
            "Sheila Moor chairs the board. Tom Ashby runs the ferry. Her statement said the toll was fair.",
            "Sheila Moor",
            id='"her statement"',
        ),
        pytest.param(
            "Speaker Gwen Tolliver resigned. Her office said the toll was fair.",
            "Gwen Tolliver's office",
            id='"her office"',
        ),
        pytest.param(
            "The ferry union voted. In a statement, a spokesperson said the toll was fair. They said it had doubled.",
            "spokesperson",
            id='"they" for one person',
        ),
        pytest.param(
            "The Brenno Irrigation District, which owns the dam, was angry. It said the toll was fair.",
            "Brenno Irrigation District",
            id="a body with a relative clause",
        ),
        pytest.param(
            'The Coast Agency mapped it. "It was trees," said Amar Ruiz of the conservation group Green Slope. '
            "The group said the toll was fair.",
            "Green Slope",
            id="the group that a speaker belongs to",
        ),
        pytest.param(
            "Shares of Halden Motors fell. The company said the toll was fair.",
            "Halden Motors",
            id="the company of that name",
        ),
        pytest.param(
            'Ann Lee, who advises the company, spoke of the air of the United Kingdom. "It is clean," she added.\n\n'
            "The company said the toll was fair.",
            "company",
            id="no country",
        ),
        pytest.param(
            "Green Arch health spokesperson Heledd Vaughan left. She said the toll was fair.",
            "Heledd Vaughan",
            id="a body before the role of a name",
        ),
        pytest.param(
            "Amara Lund and her son left. Okke Brandt and his wife stayed. She said the toll was fair.",
            "Amara Lund",
            id="gender given by the article",
        ),
        pytest.param(
            "Tom Ashby spoke. There was an answer from Beth Sorrell. She said the toll was fair.",
            "Beth Sorrell",
            id="the only person named just before",
        ),
        pytest.param(
            "Senate President Donna Fairley said no. President Hal Denton said yes. The president said it was fair.",
            "Hal Denton",
            id="the last of two presidents",
        ),
        pytest.param(
            "Brenno, Norvia\nCNN —\n\nRenee Castell spoke. She said the toll was fair.",
            "Renee Castell",
            id="a two-line dateline is not a speaker",
        ),
    ],
)
def test_a_mention_is_resolved_by_the_words_around_it(rows, text, speaker):
    assert last_speaker(rows, text) == speaker


@each_row("line", cases("mentions.tsv"))
def test_the_last_row_has_the_speaker_given_in_the_table_of_mentions(rows, line):
    text, speaker = line
    assert last_speaker(rows, text.replace("¶", "\n\n")) == speaker


@each_row(
    ("text", "speaker"),
    [
        pytest.param(
            "The ministry met. Its website said 40 boats sank.", "ministry", id="the organisation before"
        ),
        pytest.param("Ada Moor met. Its website said 40 boats sank.", "website", id="nobody"),
        pytest.param(
            "The ministry said it met.\n\nHalm lost 40 boats, its website said.", "website", id="too far away"
        ),
    ],
)
def test_its_website_refers_to_the_body_in_the_same_paragraph(rows, text, speaker):
    assert last_speaker(rows, text) == speaker


@each_row(("rank", "noun"), [("Det Insp", "inspector"), ("Sgt.", "sergeant"), ("Capt", "captain")])
def test_a_rank_in_full_refers_to_its_abbreviation(rows, rank, noun):
    text = f"{rank} Ada Moor said 4 men were held.\n\nAsked about the delay, the {noun} said the force had lost 40 of them."
    assert last_speaker(rows, text) == "Ada Moor"


def test_junior_is_not_a_surname(rows):
    text = "Tom Ashby Jr. and Ada Moor Jr. met. Ashby said 40 boats sank. Moor said 30 boats sank."
    assert [row.speaker for row in rows(text)[1:]] == ["Tom Ashby Jr", "Ada Moor Jr"]


NAMESAKES = [
    pytest.param(
        "Ms Kerrigan said nobody had warned her.", "Nora Kerrigan", id="the person last named in full"
    ),
    pytest.param("She said nobody had warned her.", "Nora Kerrigan", id="a pronoun"),
    pytest.param("The mayor said a warning had gone out.", "Dale Kerrigan", id="a role"),
    pytest.param(
        "Dale Kerrigan left early. Mr Kerrigan said a warning had gone out.",
        "Dale Kerrigan",
        id="the other person named again",
    ),
]


@each_row(("sentence", "speaker"), NAMESAKES)
def test_a_shared_surname_refers_to_the_person_last_named_in_full(rows, sentence, speaker):
    lead = "Mayor Dale Kerrigan said the bridge was closed in May. A neighbour, Nora Kerrigan, had to swim. "
    assert last_speaker(rows, lead + sentence) == speaker


def test_a_person_may_be_named_in_full_in_two_ways(rows):
    text = "Mayor Robert Kerrigan said the bridge was closed. Bob Kerrigan has led the town since 2010. Kerrigan said it would reopen."
    assert last_speaker(rows, text) == "Robert Kerrigan"


INTRODUCED = [
    pytest.param(
        "In the hall, Lady Thirl, who chaired the review, was less forgiving.",
        "Lady Thirl",
        id="a form of address",
    ),
    pytest.param("One person who did not speak was Lois Kettle, 81.", "Lois Kettle", id="after the verb"),
]


@each_row(("sentence", "speaker"), INTRODUCED)
def test_a_pronoun_may_refer_to_a_person_only_just_introduced(rows, sentence, speaker):
    lead = "Ada Moor said the bridge was safe. "
    assert last_speaker(rows, f"{lead}{sentence} The bridge was a disgrace, she said.") == speaker


def test_words_before_and_after_that_person_said_are_rows(rows):
    text = "A third official offered another account. The gauges had failed before, that person said, and many doubted them."
    assert [row.text for row in rows(text)][1:] == ["The gauges had failed before", "many doubted them"]


REFERENCES = [
    pytest.param(
        "The regulator fined the firm. Severn, which serves 3 million homes, apologised for it. It had replaced its board, it said.",
        "Severn",
        id="an organisation identified by a relative clause",
    ),
    pytest.param(
        "The company denied it. The GMB union called for a strike. Three members had been dismissed, it said.",
        "GMB union",
        id="an organisation with its kind after its name",
    ),
    pytest.param(
        "The attorney general's office said it had opened a case. The UN human rights office said it was concerned.",
        "UN human rights office",
        id="another office",
    ),
    pytest.param(
        "The Auditor-General said beds were closed. A spokesperson for the hospital did not answer. It was safe, they said.",
        "spokesperson for the hospital",
        id='"they" for one spokesperson',
    ),
    pytest.param(
        "Ada Moor left. Tom Ashby teaches law. His research found half left.",
        "Tom Ashby",
        id='"his research"',
    ),
    pytest.param(
        "The price has tripled, the province's auditor general said. The auditor general Ann Lee has resigned.",
        "Ann Lee",
        id="an office holder named later",
    ),
]


@each_row(("text", "speaker"), REFERENCES)
def test_a_reference_is_resolved_by_the_words_around_it(rows, text, speaker):
    assert [row for row in rows(text) if row.kind != "outlet"][-1].speaker == speaker


def test_quotations_judged_by_a_fact_check_belong_to_the_person_checked(rows):
    found = rows(
        'Fact-checking the speech\n\nGov. Brad Moor spoke on Tuesday. We checked his claims.\n\n"Unemployment is at 2.4%."\n\n'
        'This is true, the state labor office says.\n\n"We have hired 1,200 teachers."\n\nFalse. His aide, Ann Lee, said it was 940.\n\n'
        '"Six states have copied our freeze."\n\nExperts know of two.'
    )
    quotations = [row.text for row in found if row.speaker == "Brad Moor"]
    assert quotations == [
        "Unemployment is at 2.4%.",
        "We have hired 1,200 teachers.",
        "Six states have copied our freeze.",
    ]


QUOTATION = '"Rents fell by 12 percent in May."'


@each_row(
    "text",
    [
        f"What was said: {QUOTATION} — Ann Lee",
        f"What was said: {QUOTATION} — Ann Lee, mayor of Norbridge",
        f"**The quote:** {QUOTATION} – Ann Lee on X",
        f"Statement: {QUOTATION}\n\n— Mayor Ann Lee, in a speech on Jan. 4, 2024",
        f"{QUOTATION} — Rep. Ann Lee, D-N.J.",
        f"{QUOTATION} (Ann Lee, mayor)",
        f"{QUOTATION}\n\n- Ann Lee, in her report to the 40 members",
        f"Mayor Ann Lee wrote a letter.\n\n{QUOTATION} — Lee",
    ],
)
@each_row("before", ["", "It was hot, Bob Ray said.\n\n"])
def test_a_signature_names_the_speaker_of_a_quotation(rows, text, before):
    found = [row for row in rows(before + text) if row.speaker != "Bob Ray"][-1]
    assert (found.speaker, found.text, found.kind) == ("Ann Lee", QUOTATION.strip('"'), "direct")


@each_row("behind", ["— a claim that Ann Lee made — is wrong.", "(Photo: Ann Lee)", "— in a speech"])
def test_not_every_name_after_a_quotation_signs_it(rows, behind):
    assert "Ann Lee" not in [row.speaker for row in rows(f"{QUOTATION} {behind}")]


LABELLED = [
    pytest.param(
        'Ann Lee, mayor: "Rents fell by 2 percent." Bob Ray, clerk: "They rose in May."', id="with roles"
    ),
    pytest.param('Ann Lee: "Rents fell by 2 percent." Bob Ray: "They rose in May."', id="names alone"),
    pytest.param(
        'Ann Lee, mayor: "Rents fell by 2 percent."; Bob Ray, clerk: "They rose in May."',
        id="in one sentence",
    ),
    pytest.param(
        'The two differ on rents: Ann Lee, mayor: "Rents fell by 2 percent"; Bob Ray, clerk: "They rose in May."',
        id="after another colon",
    ),
    pytest.param(
        'Ann Lee (Greens): "Rents fell by 2 percent." Bob Ray (Labour): "They rose in May."',
        id="with parties",
    ),
    pytest.param(
        'Rep. Ann Lee (R-N.J.): "Rents fell by 2 percent." Sen. Bob Ray (D., Vt.): "They rose in May."',
        id="with states",
    ),
]


@each_row("text", LABELLED)
@each_row("before", ["", "The debate was short.\n\n", "{}\n\n"])
def test_each_quotation_after_a_label_belongs_to_the_person_labelled(rows, text, before):
    found = [
        (row.speaker, row.text.strip(".")) for row in rows(before.format(text) + text) if row.kind == "direct"
    ]
    assert found[-2:] == [("Ann Lee", "Rents fell by 2 percent"), ("Bob Ray", "They rose in May")]


def test_a_quotation_after_a_label_ends_with_its_marks(rows):
    found = rows('Rep. Ann Lee (R-Ohio): "Rents fell by 2 percent in May." The bill is old.')
    assert [(row.speaker, row.text) for row in found] == [
        ("Ann Lee", "Rents fell by 2 percent in May."),
        ("outlet", "The bill is old."),
    ]


CHECKED = [
    pytest.param(
        'Mayor Ada Moor spoke on Monday. Police chief Tom Ashby said crime had fallen.\n\n"Thefts doubled in a year."\n\n'
        "This is misleading. They rose by 4 percent.",
        ["unknown"],
        id="two people named before",
    ),
    pytest.param(
        'Police chief Tom Ashby spoke on Monday.\n\nMayor Ada Moor posted a film.\n\n"Thefts doubled in a year."\n\nFalse.',
        ["Ada Moor"],
        id="one person named in the paragraph above",
    ),
    pytest.param(
        'Police chief Tom Ashby said crime had fallen. Mayor Ada Moor disagrees.\n\nMoor on thefts:\n\n"They doubled in a year."\n\n'
        "Not true.",
        ["Ada Moor"],
        id="an announcement without a verb",
    ),
    pytest.param(
        'Fact check: the debate\n\nAda Moor and Lou Tan met on Monday.\n\nAda Moor on thefts\n\n"Thefts doubled"\n\nThey rose, Tom '
        'Ashby said.\n\nLou Tan on rents\n\n"Rents fell by 12 percent"\n\nThey fell by 2 percent.',
        ["Ada Moor", "Lou Tan"],
        id="people named in headings",
    ),
    pytest.param(
        'Mayor Ada Moor spoke on Monday.\n\nShe said:\n\n"Thefts doubled in a year."\n\nFalse.\n\nTan on rents:\n\n"Rents fell."\n\n'
        "Half true. Lou Tan spoke of new ones.",
        ["Ada Moor", "Lou Tan"],
        id="the person announced",
    ),
    pytest.param(
        'The bridge is old, Ada Moor said. Lou Tan came.\n\n"It was shut in May."\n\nThe ruling on it is due in June.\n\n'
        '"It will fall."\n\nFalse alarms are frequent.',
        ["Ada Moor", "Ada Moor"],
        id="no verdict",
    ),
]


@each_row(("text", "speakers"), CHECKED)
def test_a_checked_quotation_belongs_to_the_person_introduced_or_is_unknown(rows, text, speakers):
    assert [row.speaker for row in rows(text) if row.kind == "direct"] == speakers


def test_a_bare_verdict_is_not_a_row(rows):
    text = 'Ada Moor wrote: "Thefts doubled in a year."\n\n{} They rose by 4 percent.'
    for verdict in ("False.", "Mostly true.", "Our rating: half-true.", "MISLEADING!"):
        assert [row.text for row in rows(text.format(verdict))][1:] == ["They rose by 4 percent."]
    assert len(rows(text.format("That is false."))) == 3


def test_a_heading_that_quotes_a_checked_claim_is_a_row(rows):
    text = 'Mayor Ada Moor spoke on Monday.\n\n"Crime doubled"\n\n{}\n\n"A dark day"\n\nShe meant Friday.'
    for verdict in ("False. It rose by 4 percent.", "Our rating: mostly false."):
        assert [row.text for row in rows(text.format(verdict)) if row.kind == "direct"] == ["Crime doubled"]
    finding = "It rose by 4 percent."
    assert [row.kind for row in rows(text.format(finding), title="We checked the mayor's claims")].count(
        "direct"
    ) == 1
    assert [row.kind for row in rows(text.format(finding))].count("direct") == 0


def test_two_quotations_that_stand_alone_do_not_make_a_fact_check(rows):
    found = rows(
        'Mayor Bo Dale opened the pool.\n\nNurse Ann Lee came first.\n\n"It is cold," she said.\n\n"It is warm now."\n\n'
        "He left at noon."
    )
    assert [row.speaker for row in found if row.kind == "direct"] == ["Ann Lee", "Ann Lee"]


RELATIVES = [
    pytest.param("Karim's mother does not believe Petra Lang.", "she", "Karim's mother", id="a mother"),
    pytest.param("Karim's mother does not believe her.", "she", "Karim's mother", id="beside another woman"),
    pytest.param("Tom's brother was less kind.", "he", "Tom's brother", id="a brother"),
    pytest.param(
        "James's elder sister did not vote.", "she", "James's elder sister", id="a name that ends in s"
    ),
    pytest.param("Joseph Banda's wife was in court.", "she", "Joseph Banda's wife", id="a full name"),
    pytest.param("Karim's teacher left the room.", "she", "Karim's teacher", id="not a relative"),
    pytest.param("Karim's sister Ada Moor laughed.", "she", "Ada Moor", id="a woman with a name"),
    pytest.param("Karim's father left the room.", "she", "Petra Lang", id="a pronoun of the other gender"),
]


@each_row(("sentence", "pronoun", "speaker"), RELATIVES)
def test_a_person_known_only_as_somebodys_relative_may_speak_next(rows, sentence, pronoun, speaker):
    before = "Petra Lang, a chemist, said the decline was due to wells. She said it was 40 percent."
    found = rows(f'{before}\n\n{sentence} "It was paid for," {pronoun} said.')
    assert (found[-1].speaker, found[-1].kind) == (speaker, "direct")


@each_row(
    ("text", "speakers"),
    [
        (
            '"Think of it," said mayor Bartlett.\n\n"We paid 4 million," the mayor said.',
            ["Bartlett", "Bartlett"],
        ),
        (
            "Chancellor Merz said taxes rose by 4 percent. The chancellor said they fell in May.",
            ["Merz", "Merz"],
        ),
        (
            "Mayor Bartlett said it cost 4 million. Mayor Ott said 5. The mayor said it was 6.",
            ["Bartlett", "Ott", "mayor"],
        ),
        (
            "President Merz said taxes rose by 4 percent. The president of the central bank said they fell. The French president said 5.",
            ["Merz", "president of the central bank", "French president"],
        ),
        (
            "Leader of the Opposition Okafor said prices rose. Okafor too said they fell.",
            ["Okafor", "Okafor"],
        ),
    ],
)
def test_an_office_refers_to_its_only_named_holder(rows, text, speakers):
    assert [row.speaker for row in rows(text)] == speakers


@each_row(
    ("beside", "speaker"),
    [
        pytest.param("Chair", "Tom Moor", id="the office"),
        pytest.param("in the Chair", "Tom Moor", id="as in minutes"),
        pytest.param("Vice Chair", "Chair", id="another office"),
        pytest.param("former chair", "Chair", id="no longer the office"),
        pytest.param("Labour", "Chair", id="a party"),
    ],
)
def test_an_office_refers_to_the_person_beside_whose_name_it_stands_in_brackets(rows, beside, speaker):
    text = f"Present: Cllr Tom Moor ({beside}), Cllr Eva Lund.\n\nThe Chair said that the dues rose by 12 percent."
    assert last_speaker(rows, text) == speaker


def test_how_often_somebody_is_named_is_counted_once_in_an_article():
    """Each "he" of a long transcript may ask for it."""
    lund, ashby = (Speaker(name, ClaimantKind.PERSON, name.split()[1]) for name in ("Ivo Lund", "Tom Ashby"))
    cast = Cast(
        text="Ivo Lund met Tom Ashby.\n\n" + "The port is closed. " * 50_000, full_names={"Lund": "Ivo Lund"}
    )
    cast.last, cast.at = Speaker("the port", ClaimantKind.ORGANISATION), len(cast.text)
    start = process_time()
    for _ in range(500):
        pick_person_meant(cast, "he", [lund, ashby])
    assert process_time() - start < 2
