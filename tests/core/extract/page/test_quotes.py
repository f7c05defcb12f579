"""Where quotations begin and end, and whose they are."""

import pytest

from claimtrack.core.extract.page.quotes import mask_quotations, quotations
from claimtrack.core.extract.page.sentences import paragraphs
from claimtrack.core.extract.words.reading import QUOTED, normalise
from tests.tables import each_row


def quotations_in(text):
    reading = normalise(text)
    return [text[start:end] for start, end in quotations(text, reading, paragraphs(reading))]


@each_row(
    ("text", "expected"),
    [
        pytest.param('"We won," she said.', ['"We won,"'], id="straight"),
        pytest.param("“We won,” she said.", ["“We won,”"], id="curly"),
        pytest.param("„We won“, she said.", ["„We won“"], id="low and high"),
        pytest.param("''We won again,'' she said.", ["''We won again,''"], id="two single marks"),
        pytest.param(
            "''He said, 'No,''' she said. '''No,' he said,'' she said.",
            ["''He said, 'No,'''", "'''No,' he said,''"],
            id="three single marks",
        ),
        pytest.param("'We won it all,' she said.", ["'We won it all,'"], id="UK single"),
        pytest.param(
            "Ada Moor said: 'We won it all again'. She left.",
            ["'We won it all again'"],
            id="full stop outside",
        ),
        pytest.param(
            "‘We had four hours to leave’, Joan Bell said. It rained.\n\n‘It isn’t over yet’, Raj Patel said. He left.",
            ["‘We had four hours to leave’", "‘It isn’t over yet’"],
            id="... from one paragraph to the next",
        ),
        pytest.param(
            "Joan Bell said: ‘We lost it all. They called it ‘progress’, we never did\n\n‘And nobody came,’ she said.",
            ["‘We lost it all. They called it ‘progress’, we never did", "‘And nobody came,’"],
            id="left open, with a quoted word inside",
        ),
        pytest.param(
            'She said: "We lost it all. Nobody came. "Then it rained." He left.',
            ['"We lost it all. Nobody came. ', '"Then it rained."'],
            id="two quoted paragraphs that were glued",
        ),
        pytest.param(
            'She said: "They lost... and nobody came. "Then it rained." He left.',
            ['"They lost... and nobody came. ', '"Then it rained."'],
            id="... with a pause, which ends no sentence",
        ),
        pytest.param(
            'He called it "a mess. She left. "Then it rained," he said.',
            ['"a mess.', '"Then it rained,"'],
            id="... but a word in marks without a partner ends with its sentence",
        ),
        pytest.param(
            'He said: "I was the "Father of the Fleet" and rowed, too. It rained." She left.',
            ['"I was the "Father of the Fleet" and rowed, too. It rained."'],
            id="quoted words in the same marks within a quotation",
        ),
        pytest.param(
            'He said: "I rowed, too," and the "Father of the Fleet" left.',
            ['"I rowed, too,"', '"Father of the Fleet"'],
            id="... but not after its end",
        ),
        pytest.param("It sells ‘a’, ‘b’, ‘c’, ‘d’, ‘e’ and ‘f’.", [], id="letters in quotation marks"),
        pytest.param("The '90s were the drivers'. They won 'a boat', and left.", [], id="not a quotation"),
        pytest.param(
            "'The workers' vote was clear,' she said.", ["'The workers' vote was clear,'"], id="possessive"
        ),
        pytest.param(
            "'It is over for us,' she said. They pay 'mooring fees' to the boat owners' club, says the pilots' union.",
            ["'It is over for us,'", "'mooring fees'"],
            id="possessives after a short quotation",
        ),
        pytest.param(
            "'1962 was cold. 30 boats sank,' she said.",
            ["'1962 was cold. 30 boats sank,'"],
            id="a quotation that opens with a number",
        ),
        pytest.param(
            "She rowed in '62 and in the '70s. 'We won it all,' she said.",
            ["'We won it all,'"],
            id="years",
        ),
        pytest.param('"We won," she said, "twice."', ['"We won,"', '"twice."'], id="split"),
        pytest.param("“He told me ‘no’ twice,” she said.", ["“He told me ‘no’ twice,”"], id="nested"),
        pytest.param(
            "‘The guard told us “I have been up for 19 hours” and left,’ said Zita.",
            ["‘The guard told us “I have been up for 19 hours” and left,’"],
            id="nested the British way",
        ),
        pytest.param(
            "Zita said: 'The guard told us \"I have been up for 19 hours.\"'",
            ["'The guard told us \"I have been up for 19 hours.\"'"],
            id="... and closed at once",
        ),
        pytest.param(
            "'We don't like it. We've 'borrowed' two boats already this year,' said Zita.",
            ["'We don't like it. We've 'borrowed' two boats already this year,'"],
            id="a word in the same marks",
        ),
        pytest.param("The workers' union and the firms' lawyers met.", [], id="only apostrophes"),
        pytest.param('A 6" pipe burst.', [], id="an inch"),
    ],
)
def test_quotations_are_found_with_their_marks(text, expected):
    assert quotations_in(text) == expected


def test_a_quotation_of_two_paragraphs_opens_twice_and_closes_once():
    text = "“We fixed the roads.\n\n“And we fixed the bridges.”"
    assert quotations_in(text) == ["“We fixed the roads.", "“And we fixed the bridges.”"]


def test_an_unclosed_quotation_mark_affects_only_its_own_sentence():
    text = 'He called it "a mistake. Nobody agreed. The council met again.'
    assert quotations_in(text) == ['"a mistake.']


def test_a_stray_closing_mark_opens_nothing():
    assert quotations_in('The vote was lost." Nobody spoke.') == []


def test_masking_keeps_the_length_and_hides_the_words():
    text = '"We said no," she said.'
    reading = normalise(text)
    hidden = mask_quotations(reading, quotations(text, reading, paragraphs(reading)))
    assert len(hidden) == len(text)
    assert hidden == QUOTED * 13 + " she said."


def test_single_quoted_paragraphs_may_stay_open_despite_apostrophes():
    text = (
        "He said: 'The drivers' pay was cut.\n\n'Nobody asked the drivers' union.\n\n'It was wrong,' he said."
    )
    assert quotations_in(text) == [
        "'The drivers' pay was cut.",
        "'Nobody asked the drivers' union.",
        "'It was wrong,'",
    ]


def test_an_unclosed_announced_quotation_runs_to_the_end_of_its_paragraph():
    assert quotations_in('He said: "We won. They lost.\n\nNobody spoke.') == ['"We won. They lost.']


def test_wrongly_curled_marks_are_read_by_their_position():
    assert quotations_in("He said ”We won it” and “They lost it,“ twice.") == [
        "”We won it”",
        "“They lost it,“",
    ]


@each_row(
    "signature",
    [
        "“We built 40 homes” — Ada Moor, mayor",
        "“We built 40 homes” — Ada Moor (@moor) May 4, 2024",
        "“We built 40 homes” — Ada (@moor)",
        "“We built 40 homes”\n\n— Ada Moor, mayor of Norbridge",
        '"We built 40 homes" -- Ada Moor.',
        "“We built 40 homes” – Ada van der Moor",
    ],
)
def test_a_signed_quotation_belongs_to_its_signer(rows, signature):
    found = rows(f"The council met in May.\n\n{signature}\n\nThe bridge was shut.")
    assert [(row.speaker.split()[0], row.text) for row in found] == [
        ("outlet", "The council met in May."),
        ("Ada", "We built 40 homes"),
        ("outlet", "The bridge was shut."),
    ]


def test_a_word_in_brackets_signs_a_quotation_if_it_is_a_known_surname(rows):
    text = "The mayor, Ada Moor, met them.\n\n“We built 40 homes” ({}, on the radio)\n\nThe bridge was shut."
    speakers = [
        next(row.speaker for row in rows(text.format(name)) if "40" in row.text) for name in ("Moor", "Vale")
    ]
    assert speakers == ["Ada Moor", "unknown"]


@each_row(
    "text",
    [
        "“We built 40 homes” — but Ada Moor left the hall in May.",
        "“We built 40 homes” — Ada Moor left the hall in May.",
        "“We built 40 homes” — Norbridge, who pays for them?",
    ],
)
def test_a_sentence_after_a_dash_is_not_a_signature(rows, text):
    assert "Ada Moor" not in {row.speaker for row in rows(text)}


@each_row(
    ("sentence", "words"),
    [
        pytest.param(
            "“I told him, ‘The bridge is shut,’” Ada Moor said.",
            "I told him, ‘The bridge is shut,’",
            id="a nested quotation at the end",
        ),
        pytest.param(
            "''I told him, 'The bridge is shut,''' Ms. Moor said.",
            "I told him, 'The bridge is shut,'",
            id="a nested quotation at the end of two single marks",
        ),
        pytest.param(
            "“‘It is shut,’ he told me, but 40 cars went over it,” Ada Moor said.",
            "‘It is shut,’ he told me, but 40 cars went over it",
            id="a nested quotation at the beginning",
        ),
        pytest.param(
            "“‘The bridge has been shut since May,’” Ada Moor said.",
            "The bridge has been shut since May",
            id="a nested quotation throughout",
        ),
        pytest.param(
            "“It is the drivers’ bridge now,” Ada Moor said.",
            "It is the drivers’ bridge now",
            id="a possessive",
        ),
    ],
)
def test_a_quotation_within_another_keeps_both_its_marks(row, sentence, words):
    assert row(sentence).text == words


def test_a_quotation_after_its_speaker_continues_in_the_next_paragraph(rows):
    text = "Ada Moor said, “We wrote seven letters. They thought we were joking.\n\n“Rice is at N92,000 now.”"
    assert [(row.kind, row.text) for row in rows(text)] == [
        ("direct", "We wrote seven letters."),
        ("direct", "They thought we were joking."),
        ("direct", "Rice is at N92,000 now."),
    ]


def test_a_resumed_quotation_continues_in_the_next_paragraph(rows):
    text = "“They tax us,” Ada Moor said. “It was dear. It is dearer now.\n\n“Nobody came.”"
    assert [(row.speaker, row.kind) for row in rows(text)] == [("Ada Moor", "direct")] * 4


@each_row(
    ("first", "second"),
    [
        ("I don't think", "that rents fell by 12 percent"),
        ("We did not", "raise rents by 12 percent"),
        ("No one", "has raised rents by 12 percent"),
        ("It is not true", "that rents fell by 12 percent"),
        ("I doubt", "that rents fell by 12 percent"),
        ("Nobody believes", "rents fell by 12 percent"),
        ("If it is so", "that rents fell by 12 percent, we will act"),
        ("Never", "have rents fallen by 12 percent"),
        ("The rent of flats", "has fallen by 12 percent"),
        ("Our houses in Norbridge", "went for 12 percent less than in May"),
        ("What we know", "is that rents fell by 12 percent"),
        ("If wages fall", "rents will fall by 12 percent"),
    ],
)
def test_a_split_quotation_stays_whole_if_one_half_says_nothing_or_another_thing_without_the_other(
    rows, first, second
):
    whole = f'{first}," Bob Ray said, "{second}'
    assert [row.text.strip(".") for row in rows(f'"{whole}."')] == [whole]


@each_row(
    ("first", "second"),
    [
        ("I don't know", "but rents fell by 12 percent"),
        ("There is no doubt", "that rents fell by 12 percent"),
        ("I think", "that rents fell by 12 percent"),
        ("It's not new in Norbridge", "rents fell by 12 percent before"),
        ("No", "rents fell by 12 percent"),
    ],
)
def test_a_split_quotation_with_independent_halves_is_two_rows(rows, first, second):
    assert [row.text.strip(".") for row in rows(f'"{first}," Bob Ray said, "{second}."')] == [first, second]


@each_row(
    ("text", "words"),
    [
        (
            "‘The guard told us “I have been up for 19 hours” and left,’ said Zita Voll.",
            ["The guard told us “I have been up for 19 hours” and left"],
        ),
        (
            "Zita Voll said: ‘The guard told us “I have been up for 19 hours.”’",
            ["The guard told us “I have been up for 19 hours.”"],
        ),
        ("‘He said “we lost 30 boats” and left,’ Zita Voll said.", ["He said “we lost 30 boats” and left"]),
        (
            "'We don't like it. We've 'borrowed' two boats this year,' said Zita Voll.",
            ["We don't like it.", "We've 'borrowed' two boats this year"],
        ),
    ],
)
def test_a_quotation_within_another_belongs_to_the_outer_speaker(rows, text, words):
    assert [(row.speaker, row.text, row.kind) for row in rows(text)] == [
        ("Zita Voll", part, "direct") for part in words
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('We lost 40 boats," she said. It rained.', ['We lost 40 boats,"'], id="no opening mark"),
        pytest.param(
            'The port shut. We lost 40 boats," she said. "It was cold."',
            ['We lost 40 boats,"', '"It was cold."'],
            id="no opening mark of a second sentence",
        ),
        pytest.param('The mast, 12" long, broke.', [], id="inches"),
        pytest.param(
            '"We lost 40 boats, said the union.\n\nIt rained.', ['"We lost 40 boats,'], id="no closing mark"
        ),
        pytest.param(
            'The union left. "We lost 40 boats, Ada Moor said. It rained.',
            ['"We lost 40 boats,'],
            id="in the middle",
        ),
        pytest.param(
            '"We lost 40 boats, he said no.\n\n"It rained," Moor said.',
            ['"We lost 40 boats, he said no.', '"It rained,"'],
            id="a quotation that continues",
        ),
    ],
)
def test_an_attribution_shows_where_a_quotation_with_a_lost_mark_ends(text, expected):
    assert quotations_in(text) == expected


@pytest.mark.parametrize("signature", ["Marta, 34", "Marta, Leeds", "Marta, Leeds, who won our contest"])
def test_a_first_name_with_an_age_or_a_place_signs_a_quotation(rows, signature):
    text = f'The council met on Monday, Ada Moor said.\n\n"I have paid £400 for it." — {signature}\n\nIt closed in May.'
    assert [row.speaker for row in rows(text)] == ["Ada Moor", "Marta", "outlet"]


@pytest.mark.parametrize("asked", ["did they not?", "do you see one?"])
def test_a_statement_is_not_joined_with_the_question_that_its_speaker_adds(rows, asked):
    found = rows(f'"Rents fell by 12 percent," Bob Ray said, "{asked}"')
    assert [row.text for row in found] == ["Rents fell by 12 percent"]
