"""Fact-checks: a quotation belongs to the person it is attributed to, or to nobody, and never to a source of the rebuttal."""

import pytest

from claimtrack.core.extract import Options, extract, judged_quotations
from claimtrack.core.model import Article
from tests.tables import each_row

QUOTATION = '"Rents fell by 12 percent in May."'
REBUTTAL = "Rents rose by 3 percent, the statistics office says."
TWO = "Ann Lee and Bob Ray met in Brenno on Monday."


def quotations_with_speakers(found):
    return [(row.text, row.speaker) for row in found if row.kind == "direct"]


HEADINGS = [
    pytest.param("Ann Lee spoke on Monday.", "Lee said so in Brenno.", "Ann Lee", id="named below"),
    pytest.param(TWO, "Lee said so in Brenno.", "Ann Lee", id="named below, although two people debate"),
    pytest.param(TWO, "Lee made this claim in Brenno.", "Ann Lee", id="named below in other words"),
    pytest.param(
        TWO, "Lee counts those who left.", "unknown", id="the text below begins with one of two people"
    ),
    pytest.param(TWO, "The health board counts 1,900.", "unknown", id="nobody named"),
    pytest.param(
        "Ann Lee spoke on Monday.", "The health board counts 1,900.", "Ann Lee", id="only one person named"
    ),
]


@each_row(("intro", "below", "speaker"), HEADINGS)
@each_row("verdict", ["\n\nVerdict: Mostly false.", "\n\nOur rating: False", ""])
def test_a_quoted_heading_never_belongs_to_the_source_of_the_rebuttal_above(
    rows, intro, below, speaker, verdict
):
    found = rows(f'{intro}\n\n{REBUTTAL}\n\n"We hired 3,000 nurses in 2022"\n\n{below}{verdict}')
    assert quotations_with_speakers(found) == [("We hired 3,000 nurses in 2022", speaker)]


SIGNATURES = [
    pytest.param("*Tom Reed, on X*", "\n", id="italics"),
    pytest.param("_Tom Reed, mayor_", "\n", id="underscores"),
    pytest.param("(Tom Reed, at a rally)", "\n", id="brackets"),
    pytest.param("**Tom Reed**", "\n", id="bold"),
    pytest.param("Tom Reed, on X", "\n", id="marks removed by the loader"),
    pytest.param("Mayor Tom Reed, 4 March 2024", "\n\n", id="a role and a day"),
    pytest.param("Says who: Tom Reed, mayor, in a speech", "\n\n", id="PolitiFact's label"),
    pytest.param("Made by: Tom Reed", "\n\n", id="another label"),
    pytest.param("— Sen. Tom Reed of Norvia, in a speech", "\n\n", id="a place of origin"),
    pytest.param("*Tom Reed (Lab)*", "\n\n", id="a party"),
    pytest.param("*Dr. Tom Reed (D-Ohio)*", "\n\n", id="a title and a party"),
    pytest.param("[Tom Reed, Labour]", "\n\n", id="square brackets"),
    pytest.param("~ Tom Reed", "\n\n", id="a tilde"),
]


@each_row(("signature", "gap"), SIGNATURES)
@each_row("behind", ["", "\n\nFalse. They rose by 3 percent."])
def test_a_line_below_a_quotation_can_sign_it(rows, signature, gap, behind):
    found = rows(
        f'It was hot, Ann Lee said.\n\n{QUOTATION}{gap}{signature}{behind}\n\n"They rose."\n*Bob Ray, clerk*'
    )
    assert quotations_with_speakers(found) == [(QUOTATION.strip('"'), "Tom Reed"), ("They rose.", "Bob Ray")]


@each_row(
    ("behind", "speaker"),
    [
        pytest.param("Ray", "Bob Ray", id="alone"),
        pytest.param("Khoza", "Zanele Khoza", id="known with a title"),
        pytest.param("Ray, on Radio Brenno", "Bob Ray", id="with an occasion"),
        pytest.param("Khoza, 4 May", "Zanele Khoza", id="with a day"),
        pytest.param("Zoll, on Radio Brenno", "unknown", id="unknown to the article"),
    ],
)
def test_a_surname_in_brackets_signs_a_quotation_if_the_article_knows_it(rows, behind, speaker):
    found = rows(
        f"Gov. Zanele Khoza met Bob Ray in Brenno.\n\nThey spoke.\n\n{QUOTATION} ({behind})\n\nIt was dry."
    )
    assert quotations_with_speakers(found) == [(QUOTATION.strip('"'), speaker)]


@each_row(
    "signature", ["(Zanele Khoza)", "*Zanele Khoza, on X*", "Zanele Khoza, interview", "Zanele Khoza (Lab)"]
)
def test_a_rare_name_signs_a_quotation_if_its_form_shows_it(rows, signature):
    found = rows(f"It was hot, Ann Lee said.\n\n{QUOTATION}\n\n{signature}\n\nThe town has plans.")
    assert quotations_with_speakers(found) == [(QUOTATION.strip('"'), "Zanele Khoza")]


NO_SIGNATURES = [
    pytest.param("**Rising Prices**", "Ann Lee", id="a heading"),
    pytest.param("Photo: Tom Reed", "Ann Lee", id="a caption"),
    pytest.param("Tom Reed, 42, lost his shop.", "Ann Lee", id="a sentence"),
    pytest.param("Tom Reed", "unknown", id="a name that may be a heading"),
]


@each_row(("line", "speaker"), NO_SIGNATURES)
def test_an_ordinary_line_below_a_quotation_does_not_sign_it(rows, line, speaker):
    found = rows(f"It was hot, Ann Lee said.\n\n{QUOTATION}\n\n{line}\n\nThe town has plans.")
    assert quotations_with_speakers(found) == [(QUOTATION.strip('"'), speaker)]


def test_a_line_below_a_quotation_does_not_continue_its_paragraph(rows):
    found = rows(
        f"It was hot, Ann Lee said.\n\n{QUOTATION}\n*The town hall in Brenno*\n\nThe town has plans."
    )
    assert quotations_with_speakers(found) == [(QUOTATION.strip('"'), "Ann Lee")]


@each_row("topic", ["", " on rents"])
def test_a_name_between_quotations_heads_the_next_one(rows, topic):
    text = "\n\n".join(f"{name}{topic}\n\n{QUOTATION}" for name in ("Ann Lee", "Bob Ray", "Tom Reed"))
    assert [speaker for _, speaker in quotations_with_speakers(rows(text))] == [
        "Ann Lee",
        "Bob Ray",
        "Tom Reed",
    ]


CHECKED = [
    pytest.param(TWO, ["unknown", "unknown"], id="two people named together"),
    pytest.param(
        "Ann Lee spoke. Her rival Bob Ray listened.", ["unknown"] * 2, id="the second person listens"
    ),
    pytest.param("Ann Lee spoke in Brenno.", ["Ann Lee", "Ann Lee"], id="one person named"),
    pytest.param(
        f"{TWO}\n\nLee on rents", ["Ann Lee", "Ann Lee"], id="a heading that applies to what follows"
    ),
    pytest.param(f"{TWO}\n\nLee's plan on rents", ["unknown"] * 2, id="a heading about somebody"),
    pytest.param("We asked the engineer Ann Lee.", ["unknown"] * 2, id="the person named is asked"),
    pytest.param("Posts about Ann Lee were shared.", ["unknown"] * 2, id="the person named is talked about"),
    pytest.param(
        "Ann Lee spoke.\n\nWHAT MR. RAY SAID", ["unknown"] * 2, id="another person without a first name"
    ),
]


@each_row(("intro", "speakers"), CHECKED)
def test_checked_quotations_belong_to_the_only_person_introduced_or_to_nobody(rows, intro, speakers):
    found = rows(
        f'{intro}\n\n{QUOTATION}\n\nFalse. They rose.\n\n"Half of us left."\n\nTrue. 48 percent did.'
    )
    assert [speaker for _, speaker in quotations_with_speakers(found)] == speakers


def test_the_speaker_of_a_heading_lapses_once_another_has_spoken(rows):
    found = rows(
        f'{TWO}\n\nLee on rents\n\n{QUOTATION}\n\nFalse. They rose.\n\nTaxes\n\nRay said taxes rose. This is true.\n\n"Half of us left."'
        "\n\nTrue. 48 percent did."
    )
    assert [speaker for _, speaker in quotations_with_speakers(found)] == ["Ann Lee", "unknown"]


def test_headings_may_name_the_speaker_they_quote(rows):
    text = (
        f"{TWO}\n\nAnn Lee: 'Rents are down by 200'\n\nThey fell by 190.\n\n'Crime has doubled'\n\nBob Ray made this claim. "
        'It rose by 3.\n\nRay on schools: "We have built 9,000 schools"\n\nThe board counts 40.\n\n"Taxes were never higher"\n\n'
        "They were."
    )
    assert quotations_with_speakers(rows(text, title="Debate fact-checked")) == [
        ("Rents are down by 200", "Ann Lee"),
        ("Crime has doubled", "Bob Ray"),
        ("We have built 9,000 schools", "Bob Ray"),
        ("Taxes were never higher", "unknown"),
    ]


LABELLED = [
    pytest.param("What was claimed\n\nRents fell in May.", "unknown", id="a label on its own line"),
    pytest.param("Claim:\n\nRents fell in May.", "unknown", id="with a colon"),
    pytest.param("Claim: Rents fell in May.\n\nClaimed by: Ann Lee", "Ann Lee", id="the claimant below"),
    pytest.param(
        "Claim: Rents fell in May.\n\n— Ann Lee on March 4, 2024 in a TV ad", "Ann Lee", id="signed"
    ),
    pytest.param("1. Claim: Rents fell in May. (Ann Lee)", "Ann Lee", id="in brackets, in a list"),
    pytest.param("CLAIM (Ann Lee): Rents fell in May.", "Ann Lee", id="in the label"),
    pytest.param(
        "Claim (Rep. Zanele Khoza, in a debate): Rents fell in May.", "Zanele Khoza", id="a rare name"
    ),
    pytest.param("Claim (Facebook post): Rents fell in May.", "unknown", id="no claimant in the label"),
    pytest.param(
        "Ann Lee stated on March 4, 2024 in a speech:\n\nRents fell in May.",
        "Ann Lee",
        id="PolitiFact's header",
    ),
    pytest.param(
        "Ann Lee\n\nstated on March 4, 2024 in a speech:\n\nRents fell in May.", "Ann Lee", id="in two lines"
    ),
    pytest.param(
        "Ann Lee stated on March 4, 2024 in a TV ad:\n\nSays rents fell in May.",
        "Ann Lee",
        id="its verb before a lower-case word",
    ),
]


@each_row(("text", "speaker"), LABELLED)
def test_a_labelled_claim_belongs_to_the_person_named_and_never_to_the_outlet(rows, text, speaker):
    (found,) = rows(f"{text}\n\nFALSE")
    assert (found.speaker, found.kind) == (speaker, "indirect")
    assert found.text.endswith("ents fell in May.")


def test_a_politifact_paraphrase_is_the_claim_without_says(rows):
    found = rows(
        "Says Ada Moor raised taxes in 2021.\n\n— Bob Ray on Tuesday, March 5th, 2024 in a TV ad\n\nMOSTLY FALSE"
    )
    assert [(row.text, row.speaker) for row in found] == [("Ada Moor raised taxes in 2021.", "Bob Ray")]


@each_row("label", ["AP'S ASSESSMENT", "Our ruling", "Facts First", "THE FACTS", "DW fact check", "Verdict"])
def test_section_labels_of_a_fact_check_are_not_speakers(rows, label):
    part = f"Claim: Rents fell in May.\n\n{label}: False. They rose by 3 percent."
    assert [(row.text, row.kind) for row in rows(f"{part}\n\n{part}")][1::2] == [
        ("They rose by 3 percent.", "outlet")
    ] * 2


def test_the_finding_of_a_fact_check_is_not_part_of_the_turn_above(rows):
    text = "Moor, March 5: Rents fell by 12 percent.\n\nThat's not accurate. They rose by 3 percent.\n\n"
    found = rows(f"Ada Moor spoke on Monday.\n\n{text}{text}", title="FactChecking Moor's speech")
    assert [row.speaker for row in found if "rose" in row.text] == ["outlet"] * 2
    assert [row.speaker for row in found if "fell" in row.text] == ["Ada Moor"] * 2


def test_an_experts_next_quotation_in_a_fact_check_is_the_experts(rows):
    found = rows(
        'Ruth Howe said half of the lakes are dirty.\n\nIt is a third, said Petra Lang, a chemist.\n\n"Howe counts ponds as well."',
        title="Fact check: lakes",
    )
    assert quotations_with_speakers(found) == [("Howe counts ponds as well.", "Petra Lang")]


def test_a_person_named_in_a_checked_quotation_is_not_its_speaker(rows):
    found = rows(
        f'Ann Lee is the mayor.\n\n"Lee owns three clinics."\n\nFalse. She owns none.\n\n{QUOTATION}\n\nFalse. They rose.'
    )
    assert [speaker for _, speaker in quotations_with_speakers(found)] == ["unknown", "unknown"]


def test_the_judge_of_a_quotation_is_not_taken_for_its_speaker(rows):
    found = rows(f"{TWO}\n\n{QUOTATION}\n\nLee said this is false. They rose by 3 percent.\n\nVerdict: False")
    assert quotations_with_speakers(found) == [(QUOTATION.strip('"'), "unknown")]


def test_a_verdict_may_follow_in_the_paragraph_of_the_quotation(rows):
    found = rows(
        'Ann Lee spoke on Sunday.\n\n- "We built 900 homes." False. It was 610, the building office says.\n'
        '- "Taxes fell for all." Mostly true. They rose for 4 percent, the tax office says.'
    )
    assert quotations_with_speakers(found) == [
        ("We built 900 homes.", "Ann Lee"),
        ("Taxes fell for all.", "Ann Lee"),
    ]


def test_a_quotation_after_an_experts_in_a_fact_check_has_an_unknown_speaker(rows):
    found = rows(
        f'Ann Lee spoke.\n\n{QUOTATION}\n\nFalse.\n\n"They rose," said Petra Lang, a chemist.\n\n"Half of us left."\n\nThe board counts 9.',
        title="Fact check: rents",
    )
    assert quotations_with_speakers(found)[-1] == ("Half of us left.", "unknown")


@each_row(
    "claim",
    [
        pytest.param("CLAIM (Khoza): Rents fell in May.", id="in the label"),
        pytest.param("CLAIM: Rents fell in May. (Khoza)", id="after the words"),
        pytest.param('CLAIM: "Rents fell in May." (Khoza)', id="after a quotation"),
        pytest.param('Claim (Khoza): "Rents fell in May."', id="in the label of a quotation"),
    ],
)
def test_a_labelled_claim_may_name_its_speaker_by_surname(rows, claim):
    found = rows(f"Gov. Zanele Khoza met Bob Ray in Brenno.\n\n{claim}\n\nVERDICT: False. They rose.")
    assert [(row.text, row.speaker) for row in found[1:2]] == [("Rents fell in May.", "Zanele Khoza")]
    assert not any("(" in row.text for row in found)


@each_row(
    ("below", "speaker"),
    [
        ("Gov. Zanele Khoza said so on Monday.", "Zanele Khoza"),
        ("Labour leader Zanele Khoza said this while attacking the toll.", "Zanele Khoza"),
        ("Reform's Bob Ray was quoting a leaflet of the union.", "Bob Ray"),
        ("The line came from Bob Ray of Reform, who has used it twice.", "Bob Ray"),
        ("The figure was repeated by many on Facebook.", "unknown"),
        ("A blog that names Bob Ray said so on Monday.", "unknown"),
    ],
)
@each_row("claim", ['Claim 2: "Rents fell in May"', "Claim: Rents fell in May."])
def test_the_paragraph_below_a_labelled_claim_may_name_its_speaker(rows, claim, below, speaker):
    found = rows(
        f"Gov. Zanele Khoza met Bob Ray in Brenno.\n\n{claim}\n\n{below}\n\nVerdict: False\n\nThey rose."
    )
    assert [row.speaker for row in found if row.text.startswith("Rents fell in May")] == [speaker]


DATED = [
    pytest.param(f"{QUOTATION}\n\n*Ann Lee, mayor, 4 May 2024*", "2024-05-04", id="below"),
    pytest.param(
        f"{QUOTATION} — Ann Lee, on Radio Brenno, 1 May", "2024-05-01", id="beside, without the year"
    ),
    pytest.param(f"{QUOTATION} (Ann Lee, in a debate, March 5, 2023)", "2023-03-05", id="in brackets"),
    pytest.param(f"{QUOTATION}\n\nSays who: Ann Lee, in a speech on 2 May", "2024-05-02", id="labelled"),
    pytest.param(f"Stated on March 4, 2024 in an interview:\n{QUOTATION}", "2024-03-04", id="a header"),
    pytest.param(
        f"Ann Lee\nstated on March 4, 2024 in an interview:\n\n{QUOTATION}", "2024-03-04", id="with a name"
    ),
    pytest.param(f"{QUOTATION}\n\n*Ann Lee, leaflet, May 2023*", None, id="a month is not a day"),
]


@each_row(("text", "day"), DATED)
def test_a_signature_or_header_gives_the_day_of_the_claim(rows, text, day):
    found = rows(f"The council met in Brenno.\n\n{text}\n\nFalse. They rose.", published_on="2024-05-09")
    assert [(row.text, row.claimed_on) for row in found[1:2]] == [(QUOTATION.strip('"'), day)]
    assert not any("tated on" in row.text for row in found)


BARE = [
    pytest.param("Not quite.", id="not quite"),
    pytest.param("Needs context.", id="context"),
    pytest.param("Lacks important context.", id="context again"),
    pytest.param("Not so fast.", id="not so"),
    pytest.param("This claim is inaccurate.", id="the claim is"),
    pytest.param("We rate this claim Pants on Fire!", id="rated"),
    pytest.param("We rate Lee's statement as mostly false.", id="rated by name"),
    pytest.param("Conclusion: The first claim is true, the second false.", id="two at once"),
    pytest.param("The first statement was true, but the second was misleading.", id="two without a label"),
]


@each_row("verdict", BARE)
def test_a_verdict_alone_is_not_a_row(rows, verdict):
    found = rows(f"Fact check: rents\n\nThe town has 40 shops.\n\n{verdict} They rose by 3 percent.")
    assert [row.text for row in found] == ["The town has 40 shops.", "They rose by 3 percent."]


RATED = [
    pytest.param(
        "FALSE Four managers shared 9,000 euros.", "Four managers shared 9,000 euros.", id="capitals"
    ),
    pytest.param("MOSTLY TRUE A third of them left.", "A third of them left.", id="two words"),
    pytest.param("**False** The firm paid it.", "The firm paid it.", id="bold"),
    pytest.param("MISLEADING 12 of them left in May.", "12 of them left in May.", id="a figure"),
    pytest.param("True North sold 12 boats in May.", "True North sold 12 boats in May.", id="a name"),
    pytest.param(
        "FALSE ALARMS rose by 12 in May.",
        "FALSE ALARMS rose by 12 in May.",
        id="a sentence that continues in capitals",
    ),
]


@each_row(("text", "words"), RATED)
def test_a_rating_without_a_full_stop_is_not_part_of_the_next_sentence(rows, text, words):
    found = rows(f"Fact check: rents\n\nThe town has 40 shops.\n\n{text}")
    assert [row.text for row in found][1:] == [words]


@each_row(
    "below",
    [
        pytest.param(f"{QUOTATION}\n*Ann Lee, mayor*", id="signed below"),
        pytest.param(f"{QUOTATION} — Ann Lee, on X", id="signed beside"),
        pytest.param(f"{QUOTATION} (Ann Lee)", id="in brackets"),
        pytest.param(f"{QUOTATION[:-2]}," + '" Ann Lee said.', id="in a sentence"),
    ],
)
@each_row("title", [None, "Fact check: rents"])
def test_a_heading_that_the_quotation_below_repeats_is_not_a_row(rows, below, title):
    found = rows(f'The council met.\n\n{QUOTATION[:-2]}"\n\n{below}\n\nFalse. They rose.', title=title)
    assert quotations_with_speakers(found) == [(found[1].text, "Ann Lee")]


def test_a_description_of_a_claim_below_its_label_is_the_outlets(rows):
    description = "Posts went round in Vale. They said rents doubled. They named no source."
    found = rows(f"Claim:\n\n{description}\n\nRating: False\n\nRents fell.")
    assert [row.speaker for row in found] == ["outlet", "Posts", "outlet", "outlet"]


def test_names_are_sought_only_between_the_quotations_of_a_long_paragraph(monkeypatch):
    """Each quotation used to be searched for names from the beginning of the text: 400,000 characters took minutes."""
    searched_lengths = []
    find_surnames = judged_quotations._find_surnames

    def find_and_count(plain, span, names):
        searched_lengths.append(span.end - span.start)
        return find_surnames(plain, span, names)

    monkeypatch.setattr(judged_quotations, "_find_surnames", find_and_count)
    quotations = [
        "Rents fell by 12 percent in May.",
        "Lee counts 1,900 homes in Brenno.",
        "Ray said so on Monday.",
    ]
    text = f"{TWO} " + '"'.join(quotations * 30)
    list(extract(Article(text), Options()))
    assert 0 < sum(searched_lengths) < len(text)
