"""Which speaker and which content a sentence yields."""

import pytest

from tests.tables import cases, each_row


@each_row("line", cases("attribution.tsv"))
def test_a_sentence_yields_its_speaker_and_content(row, line):
    sentence, speaker, words, kind = line
    found = row(sentence)
    assert (found.speaker, found.text, found.kind) == (speaker, words, kind)


@each_row("line", cases("several.tsv"))
def test_each_statement_of_a_sentence_is_a_row(rows, line):
    sentence, *expected = line
    assert [part for row in rows(sentence) for part in (row.speaker, row.text)] == expected


def test_two_statements_of_one_speaker_are_two_rows(rows):
    found = rows("Ada Moor said the bridge was safe, adding that it carries 9,000 cars a day.")
    assert [row.text for row in found] == ["the bridge was safe", "it carries 9,000 cars a day"]
    assert {row.speaker for row in found} == {"Ada Moor"}


def test_a_split_quotation_is_two_rows_of_one_speaker(rows):
    found = rows('"We closed the bridge," Ada Moor said, "and we would do it again."')
    assert [row.text for row in found] == ["We closed the bridge", "and we would do it again."]
    assert {row.speaker for row in found} == {"Ada Moor"}


def test_each_sentence_of_a_quotation_is_a_row_of_its_speaker(rows):
    found = rows('"We closed the bridge. We had no choice," said Ada Moor.')
    assert [(row.text, row.speaker) for row in found] == [
        ("We closed the bridge.", "Ada Moor"),
        ("We had no choice", "Ada Moor"),
    ]


def test_a_short_attributed_clause_does_not_replace_the_main_clause(row):
    text = "The bill needs 34 votes in the chamber by Friday, but its sponsors say they have fewer."
    assert row(text).text == text


def test_an_opening_clause_without_a_statement_is_cut(row):
    assert row("While the count goes on, the mayor said the vote was fair.").text == "the vote was fair"


def test_a_main_clause_before_saying_that_is_a_row_of_the_outlet(rows):
    found = rows("The bank kept its main rate at four per cent, saying that prices were falling.")
    assert [(row.speaker, row.text) for row in found] == [
        ("outlet", "The bank kept its main rate at four per cent"),
        ("bank", "prices were falling"),
    ]


@each_row(
    ("text", "expected"),
    [
        pytest.param(
            'Ada Moor called the toll a "bad joke" and said the bridge had paid for itself by 2010.',
            [
                ("Ada Moor", 'Ada Moor called the toll a "bad joke"'),
                ("Ada Moor", "the bridge had paid for itself by 2010"),
            ],
            id="a clause and what its subject went on to say",
        ),
        pytest.param(
            "Ada Moor disputed that account of the vote, telling reporters the list had been sent in May.",
            [
                ("Ada Moor", "Ada Moor disputed that account of the vote"),
                ("Ada Moor", "the list had been sent in May"),
            ],
            id="a verb that carries a claim, then a participle",
        ),
        pytest.param(
            "Ada Moor insisted that the bridge was safe and accused the builders of fraud.",
            [("Ada Moor", "the bridge was safe"), ("Ada Moor", "accused the builders of fraud")],
            id="another act of the speaker",
        ),
        pytest.param(
            "The office said the toll had paid for the bridge, but warned that the figures could change.",
            [
                ("office", "the toll had paid for the bridge"),
                ("office", "the figures could change"),
            ],
            id="a second reporting verb",
        ),
        pytest.param(
            "Tolls on the old bridge at Norbridge have gone up by a third since May, Moor said, and traffic is down.",
            [
                ("Moor", "Tolls on the old bridge at Norbridge have gone up by a third since May"),
                ("Moor", "traffic is down"),
            ],
            id="a clause after the attribution",
        ),
        pytest.param(
            "Two surveyors took money from a builder; the builder had no say in the survey, the college said.",
            [
                ("outlet", "Two surveyors took money from a builder"),
                ("college", "the builder had no say in the survey"),
            ],
            id="a semicolon separates the statement from the rest",
        ),
        pytest.param(
            "More than 340 lorries have crossed since May, according to the ferry office, forcing buses to stop for hours.",
            [
                ("ferry office", "More than 340 lorries have crossed since May"),
                ("outlet", "forcing buses to stop for hours"),
            ],
            id="a consequence",
        ),
        pytest.param(
            "Ada Moor accused the builders of fraud and said the bridge had cost 40 crowns.",
            [
                ("Ada Moor", "Ada Moor accused the builders of fraud"),
                ("Ada Moor", "the bridge had cost 40 crowns"),
            ],
            id="an act, then a statement",
        ),
        pytest.param(
            "Ada Moor said alerts went to 900 numbers, but acknowledged that about 60 of them failed.",
            [("Ada Moor", "alerts went to 900 numbers"), ("Ada Moor", "about 60 of them failed")],
            id='"that" opens a clause, whatever its verb',
        ),
        pytest.param(
            "The office said the survey was going on but would not comment further.",
            [("office", "the survey was going on"), ("outlet", "would not comment further")],
            id="silence is not part of the statement",
        ),
        pytest.param(
            "Ada Moor said fewer than 40 jobs had gone, and put the cost of the strike at 9 crowns a day.",
            [
                ("Ada Moor", "fewer than 40 jobs had gone"),
                ("Ada Moor", "put the cost of the strike at 9 crowns a day"),
            ],
            id="a figure that the speaker puts on something",
        ),
        pytest.param(
            "The force has 600 officers, Ada Moor said, blaming better pay in the suburbs for the gap.",
            [
                ("Ada Moor", "The force has 600 officers"),
                ("Ada Moor", "blaming better pay in the suburbs for the gap"),
            ],
            id="a person whom the speaker blames",
        ),
        pytest.param(
            "Moor had been leading talks on a sale of nine boats, and an official of the port said they would go on this month.",
            [
                ("outlet", "Moor had been leading talks on a sale of nine boats"),
                ("official of the port", "they would go on this month"),
            ],
            id="another speaker after a clause of the outlet",
        ),
        pytest.param(
            "There are cheaper bridges, according to Ada Moor, although she warns that some are unsafe.",
            [("Ada Moor", "There are cheaper bridges"), ("Ada Moor", "some are unsafe")],
            id="the source's own objection",
        ),
        pytest.param(
            "The warm water came back, Ada Moor said in an email, and stayed for five weeks.",
            [("Ada Moor", "The warm water came back"), ("Ada Moor", "and stayed for five weeks")],
            id="the same subject goes on after the attribution",
        ),
        pytest.param(
            "Critics say the bridge is too costly; supporters argue it will pay for itself by May.",
            [("Critics", "the bridge is too costly"), ("supporters", "it will pay for itself by May")],
            id="two sides separated by a semicolon",
        ),
        pytest.param(
            "At one point, she said, she was thinking of a tunnel for all of the lorries.",
            [("she", "At one point, she said, she was thinking of a tunnel for all of the lorries.")],
            id="an interrupting attribution is read once",
        ),
    ],
)
def test_a_sentence_with_two_statements_is_two_rows(rows, text, expected):
    assert [(row.speaker, row.text) for row in rows(text)] == expected


@each_row(
    ("text", "expected"),
    [
        pytest.param(
            "Tolls on the bridge rose by a third in May, although the bridge office cautioned that the May count was partial.",
            [
                ("outlet", "Tolls on the bridge rose by a third in May"),
                ("bridge office", "the May count was partial"),
            ],
            id="contradicting the outlet",
        ),
        pytest.param(
            "Traffic fell by a third, according to the bridge office, but half of the lorries were on strike in May.",
            [
                ("bridge office", "Traffic fell by a third"),
                ("outlet", "but half of the lorries were on strike in May"),
            ],
            id="contradicting the statement",
        ),
        pytest.param(
            "Ada Moor said the bridge was safe; Tom Ryle called the toll a tax on success.",
            [("Ada Moor", "the bridge was safe"), ("outlet", "Tom Ryle called the toll a tax on success")],
            id="a second speaker after a semicolon",
        ),
        pytest.param(
            "While the council says the locks are oiled weekly, residents say they were not oiled in May.",
            [
                ("council", "the locks are oiled weekly"),
                ("residents", "they were not oiled in May"),
            ],
            id="two opposed sources",
        ),
        pytest.param(
            "Traffic is down, said Tom Ryle, a Moor spokesman, who also noted that the lock had cost 9 million.",
            [("Tom Ryle", "Traffic is down"), ("Tom Ryle", "the lock had cost 9 million")],
            id="another remark of the same speaker",
        ),
    ],
)
def test_each_of_two_sources_has_a_row(rows, text, expected):
    assert [(row.speaker, row.text) for row in rows(text)] == expected


def test_the_paragraph_after_an_announcement_is_a_quotation_without_marks(rows):
    found = rows("Ada Moor added:\n\nThe bridge is safe. It was mended in May.\n\nThe toll is 40 crowns.")
    assert [(row.speaker, row.kind, row.kind_certain) for row in found] == [
        ("Ada Moor", "direct", False),
        ("Ada Moor", "direct", False),
        ("outlet", "outlet", True),
    ]


@each_row(
    ("text", "speaker"),
    [
        ("According to Sen. Bob Ray, R-Ky., rents fell by 12 percent.", "Bob Ray"),
        ("According to Rep. Ann Lee, D-Ore, rents fell by 12 percent.", "Ann Lee"),
        (
            "Rep. Ann Lee (D-N.Y.) and Sen. Bob Ray (R-Ky.) said rents fell by 12 percent.",
            "Ann Lee and Bob Ray",
        ),
        ("Rep. Ann Lee (D) and Sen. Bob Ray (R., Ky.) said rents fell by 12 percent.", "Ann Lee and Bob Ray"),
        ("State Rep. Ann Lee (D-Ft. Wayne) said rents fell by 12 percent.", "Ann Lee"),
        ("Sen. Bob Ray, D-W. Va., said rents fell by 12 percent.", "Bob Ray"),
        ("Sen. Bob Ray, D-N. J., said rents fell by 12 percent.", "Bob Ray"),
        ("Rep. Ann Lee, D-N.J., said rents fell by 12 percent.", "Ann Lee"),
        ("Sen. Bob Ray (D., Vt.) said rents fell by 12 percent.", "Bob Ray"),
        ("Sen. Bob Ray [R-Ky.] said rents fell by 12 percent.", "Bob Ray"),
    ],
)
def test_a_party_tag_neither_joins_a_name_nor_ends_a_sentence(row, text, speaker):
    found = row(text)
    assert (found.speaker, found.text) == (speaker, "rents fell by 12 percent")


def test_a_sentence_may_end_in_a_party_tag(rows):
    found = rows(
        "The bill is backed by Sen. Bob Ray (R-Ky.). Rents fell. It was opposed by Rep. Ann Lee, D-Mass. Wages rose."
    )
    assert len(found) == 4


@each_row(
    ("text", "speaker"),
    [
        ('Ann Lee never said, "Rents fell by 12 percent."', "outlet"),
        ('Ann Lee did not say "rents fell by 12 percent".', "outlet"),
        ('Ann Lee never told the council: "Rents fell by 12 percent."', "outlet"),
        ("Ann Lee never said that rents fell by 12 percent.", "outlet"),
        ("Ann Lee rejected reports that she had said rents fell by 12 percent.", "Ann Lee"),
        ("Claims that Ann Lee said rents fell by 12 percent are false.", "outlet"),
        ("Ann Lee denied saying that rents fell by 12 percent.", "Ann Lee"),
        ("Ann Lee denied reports that Bob Ray said rents fell by 12 percent.", "Ann Lee"),
        ("Ann Lee does not believe that rents fell by 12 percent.", "Ann Lee"),
        ("Ann Lee never thought rents had fallen by 12 percent.", "Ann Lee"),
    ],
)
def test_denied_content_is_not_attributed(row, text, speaker):
    found = row(text)
    assert (found.speaker, found.text.rstrip('."')) == (speaker, text.rstrip('."'))


@each_row("said", ["did not just say that", "not only said that"])
def test_content_of_not_only_said_is_attributed(row, said):
    found = row(f"Ann Lee {said} rents fell by 12 percent.")
    assert (found.speaker, found.text) == ("Ann Lee", "rents fell by 12 percent")
