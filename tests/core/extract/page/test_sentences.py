"""How a text is split into paragraphs and sentences, and which lines are rows."""

import re

import pytest

from claimtrack.core.extract import extract
from claimtrack.core.extract.page.sentences import LONGEST, paragraphs, sentences
from claimtrack.core.extract.words.reading import normalise
from claimtrack.core.model import Article
from tests.tables import cases, each_row


def split_sentences(text):
    return [text[start:end] for block in paragraphs(text) for start, end in sentences(text, block)]


@each_row("expected", cases("sentences.tsv", separator=" | "))
def test_a_paragraph_is_split_into_its_sentences(expected):
    assert split_sentences(" ".join(expected)) == expected


@pytest.mark.parametrize("mark", ["\u200f", "\u202c", "\u202c\u200f", "\u2069"])
def test_a_sentence_ends_before_a_direction_mark(mark):
    assert split_sentences(normalise(f"The vote was close.{mark} The mayor left.")) == [
        "The vote was close.",
        "The mayor left.",
    ]


def test_a_sentence_ends_without_a_space_before_the_next():
    assert split_sentences("The vote was close.The mayor left.") == ["The vote was close.", "The mayor left."]


def test_a_sentence_ends_at_a_bracket_without_a_space_after_it():
    found = split_sentences("It has 40. (See MBT on ValeRanks)Moor Boats (MBT)The yard was old. It fell.")
    assert found == [
        "It has 40.",
        "(See MBT on ValeRanks)",
        "Moor Boats (MBT)",
        "The yard was old.",
        "It fell.",
    ]


@each_row(
    "text",
    [
        pytest.param("The toll doubled in 2021.|Drivers have paid 40 million since.", id="after a number"),
        pytest.param("It was shut, she said.|Opposition leader Karl Weber disagreed.", id="before a name"),
        pytest.param('It was shut, she said.|"We lost 40 shops," she said.', id="before a quotation"),
        pytest.param('"We lost 40 shops."|The mayor left.', id="after a quotation"),
        pytest.param('He called it "a sham".|The mayor left.', id="after a full stop outside the marks"),
        pytest.param("Fares rose by 4%.|Buses are full.", id="after a per cent sign"),
        pytest.param("The U.S.Army sold 40 lorries.", id="an abbreviation"),
        pytest.param("The shop of Dr.Moor was shut.", id="a title"),
        pytest.param("The shop Norbooks.Com has shut.", id="a site"),
        pytest.param("Moor told Vale.Norvia that 40 shops had shut.", id="a name with a stop inside"),
        pytest.param(
            "It was shut in Vale.|Norvia said so.|She left.", id="names, in a text that is run together"
        ),
        pytest.param("It was shut in Vale.|She said so.", id="a word that begins sentences"),
        pytest.param("(AP)Hail fell on 40 farms.", id="a dateline"),
        pytest.param("The list at https://norvia.example/tolls.Html has 40 names.", id="an address"),
        pytest.param("Fares rose, according to a survey.Drivers Union figures.", id="a lost link"),
        pytest.param("3.Fares rose by 12 percent.", id="an item number"),
        pytest.param("The toll is 3.5 crowns.", id="a decimal"),
    ],
)
def test_sentences_run_together_are_separated(text):
    assert split_sentences(text.replace("|", "")) == text.split("|")


PAGE = """\
The bridge over the Vell will stay shut until May, the council said on Monday.

"We found 40 cracks," said Ada Moor, the engineer in charge. "No lorry may cross it."

The toll, which has been paid since 2011, brought in 3 million crowns last year.

"Drivers have paid for this bridge twice," said Karl Weber of the hauliers' union. "They were told that it would last."

Moor said that repairs would cost 12 million crowns.
"""


@each_row(
    "page",
    [
        pytest.param(PAGE, id="straight marks"),
        pytest.param(PAGE.replace("hauliers' ", "").replace('"', "'"), id="single marks"),
        pytest.param(re.sub(r'"\b', "“", PAGE).replace('"', "”"), id="curly marks"),
    ],
)
def test_a_page_with_paragraphs_run_together_is_read_like_the_original(page):
    def summarise_rows(text):
        return [(row.text, row.speaker, row.kind) for row in extract(Article(text))]

    assert summarise_rows(page.replace("\n", "")) == summarise_rows(page)


def test_blank_lines_separate_paragraphs():
    assert split_sentences("One line\n\nAnother line") == ["One line", "Another line"]


def test_hard_wrapped_lines_are_one_paragraph():
    wrapped = "The council met on Monday to talk\nabout the bridge and agreed that it\nmust be closed."
    assert len(paragraphs(wrapped)) == 1
    assert len(paragraphs("It was opened by the mayor, Ada\nMoor, on a Monday.")) == 1  # in a narrow column


@pytest.mark.parametrize("block", ["Ada Moor\n(Lowe) (Lab)", "You were against it.\nI was, until 2019."])
def test_two_short_lines_are_not_a_wrapped_paragraph(block):
    assert len(paragraphs(block)) == 2


MAIL = """\
   The council met on Monday to talk about the bridge. Mayor Ada
Moor said that it had 40 cracks, and that no lorry had crossed it
since May.
   The toll is to be paid until 2030.
"""


@each_row(
    "text",
    [
        pytest.param(MAIL, id="indented paragraphs"),
        pytest.param(MAIL.replace("   ", ""), id="paragraphs ending in a short line"),
        pytest.param(MAIL.replace("   ", "\n"), id="blank lines"),
        pytest.param("".join(f"> {line}\n" for line in MAIL.splitlines()), id="a quoted e-mail"),
        pytest.param(MAIL.replace("cracks, and", "cracks,\nand"), id="a line broken early"),
    ],
)
def test_sentences_continue_over_wrapped_lines(text):
    assert [" ".join(sentence.split()) for sentence in split_sentences(normalise(text))] == [
        "The council met on Monday to talk about the bridge.",
        "Mayor Ada Moor said that it had 40 cracks, and that no lorry had crossed it since May.",
        "The toll is to be paid until 2030.",
    ]


@each_row(
    ("lines", "count"),
    [
        pytest.param("Rents rose by\n12 percent in 2024.", 1, id="a word that cannot end a sentence"),
        pytest.param("It is shut. It lost\n40 percent of its water.", 1, id="an amount"),
        pytest.param("The mayor of\nNorbridge left.", 1, id="a name"),
        pytest.param('"We lost 40 homes,"\nsaid Ada Moor.', 1, id="a comma in a quotation"),
        pytest.param('"We lost 40 homes,"\nAda Moor said.', 1, id="... with a name after it"),
        pytest.param("« We lost 40 homes, »\nAda Moor said.", 1, id="... in separate marks"),
        pytest.param("We lost 40 homes,\nAda Moor said.", 1, id="a comma"),
        pytest.param('In her letter,\nAda Moor wrote: "We lost 40."', 1, id="a comma before a quotation"),
        pytest.param("We lost 40 homes,\nThe Norbridge Times reported.", 1, id="a name with an article"),
        pytest.param("Town Hall,\n12 Main Street,\nNorbridge,\nNB1 4AA", 4, id="an address"),
        pytest.param("Dear Mr Ray,\nThe council lost 40 homes.", 2, id="the beginning of a letter"),
        pytest.param("- Rents fell by 4 percent,\n- Wages rose.", 2, id="list items with commas"),
        pytest.param("Town hall\n12 Main Street", 2, id="a street address"),
        pytest.param("12 percent growth last year\n40 new jobs\nA town hall", 3, id="a list of figures"),
        pytest.param("Housing\nThe council will build.", 2, id="a heading"),
        pytest.param(
            "The law was passed in May of last year by a vote of 88 to 51, after a night of debate.\nWhere the money comes from\n"
            "An early draft of the law gave a sum of nine million crowns, and named nobody who would pay it.",
            3,
            id="a heading that ends so",
        ),
        pytest.param("- Rents fell\n1. Wages rose\n2) It rained", 3, id="list items"),
    ],
)
def test_a_line_ending_in_mid_sentence_continues_on_the_next(lines, count):
    assert len(paragraphs(normalise(lines))) == count


def test_a_name_broken_over_two_lines_is_one_name(rows):
    found = rows(
        "The council met in May in the hall by the river. Then Mayor Ada\nMoor spoke. She said it was safe."
    )
    assert found[-1].speaker == "Ada Moor"


def test_lines_that_each_end_a_sentence_are_separate_paragraphs():
    lines = "The council met on Monday.\nIt closed the bridge at noon.\nNobody was asked."
    assert len(paragraphs(lines)) == 3


def test_a_short_line_is_a_separate_paragraph():
    assert len(paragraphs("A heading\nA much longer line of text that follows the heading.")) == 2


def test_text_without_a_full_stop_is_cut_into_bounded_pieces():
    pieces = split_sentences("word " * 2000)
    assert len(pieces) > 5
    assert max(map(len, pieces)) <= LONGEST


def test_normalising_a_text_keeps_its_length():
    text = "“Caf\u00e9”\u00a0\u00ad‘n’\0\r\n— \U0001f600 e\u0301 «x»"
    assert len(normalise(text)) == len(text)


@each_row(
    ("text", "found"),
    [
        pytest.param(
            "What we know: • 12 people died • 40 were hurt, police say",
            [("outlet", "12 people died"), ("police", "40 were hurt")],
            id="items in one line",
        ),
        pytest.param(
            "What we know:\n• 12 people died\n• 40 were hurt, police say",
            [("outlet", "12 people died"), ("police", "40 were hurt")],
            id="items on separate lines",
        ),
        pytest.param(
            "It rained in May. ▪ Twelve people have died since. ▪ The mayor said 40 were hurt.",
            [
                ("outlet", "It rained in May."),
                ("outlet", "Twelve people have died since."),
                ("mayor", "40 were hurt"),
            ],
            id="items with full stops",
        ),
        pytest.param(
            "•12 people died in May •40 were hurt",
            [("outlet", "12 people died in May"), ("outlet", "40 were hurt")],
            id="items without spaces or lead-in",
        ),
        pytest.param(
            "- The union met in May.\n- Fares rose 3 percent",
            [("outlet", "The union met in May."), ("outlet", "Fares rose 3 percent")],
            id="the last item without a full stop",
        ),
        pytest.param(
            "- Net sales of $12 million, up 4%\n- Tickets from $12 at the door",
            [("outlet", "Net sales of $12 million, up 4%")],
            id="a number compared with an earlier one",
        ),
        pytest.param(
            "- Cost: €380 million\n- Created 120 permanent jobs\n- Share of women: 12%\n1. Rents rose 4 percent",
            [
                ("outlet", "Cost: €380 million"),
                ("outlet", "Created 120 permanent jobs"),
                ("outlet", "Share of women: 12%"),
                ("outlet", "Rents rose 4 percent"),
            ],
            id="a number without its own verb",
        ),
        pytest.param(
            "- Phone: 555 123 456\n- Times: 19:30 to 21\n- Seats: 40", [], id="not claims, with a colon"
        ),
        pytest.param("Ada Moor • 4 May 2024 • 5 min read", [], id="a byline"),
        pytest.param("- 5 photos\n- 3 of 4 pages\n- 4 May", [], id="not claims"),
    ],
)
def test_list_items_are_rows(rows, text, found):
    assert [(row.speaker, row.text) for row in rows(text)] == found


def test_summary_lines_without_a_full_stop_are_rows(rows):
    found = rows(
        "Lead found in town water\n\nKey points:\n\nLead was found in 19 of 52 homes\n\nThe council says it acted within a day\n\n"
        "Trucks brought water on Tuesday.\n\nA line without a stop is a heading again\n\nThe mayor left."
    )
    assert [row.text for row in found] == [
        "Lead was found in 19 of 52 homes",
        "it acted within a day",
        "Trucks brought water on Tuesday.",
        "The mayor left.",
    ]


def test_the_heading_of_a_summary_says_nothing(rows):
    found = rows("Lead found in town water\n\nKey points:\n- The council closed 19 wells\n- It sold 40 more")
    assert [row.speaker for row in found] == ["outlet", "outlet"]


def test_a_sentence_may_end_at_a_time_of_day(rows):
    found = rows("Parents queued until after 10 p.m. Several wore green shirts.")
    assert [row.text for row in found] == ["Parents queued until after 10 p.m.", "Several wore green shirts."]


def test_a_headline_ending_in_a_question_is_recognised_by_the_byline_below(rows):
    found = rows(
        "Boats are everywhere. Why is no port full?\n\nANALYSIS | by Ada Moor\n\nNine ports closed in May."
    )
    assert [row.text for row in found] == ["Nine ports closed in May."]


def test_a_headline_opening_with_a_quotation_is_not_a_row(rows):
    found = rows(
        "'They told me I had to be there': Anger as the port doubles a toll\n\nNine ports closed in May."
    )
    assert [row.text for row in found] == ["Nine ports closed in May."]


def test_an_agency_name_at_the_end_of_a_text_is_not_a_row(rows):
    found = rows("Nine boats sank in May.\n\nThe port was shut in May by the council. EFN")
    assert [row.text for row in found] == [
        "Nine boats sank in May.",
        "The port was shut in May by the council.",
    ]


def test_an_abbreviation_after_a_hyphen_does_not_end_a_sentence(rows):
    text = "He wants to revise the Japan-U.S. Status of Forces Agreement. It cost 4 million."
    assert [row.text for row in rows(text)] == text.replace("Agreement. ", "Agreement.|").split("|")


def test_spaced_dots_end_a_sentence_before_a_capital(rows):
    found = rows(
        '"Nine ports were shut in May. . . . The boats rot," Moor said. "We want peace . . . for the ports."'
    )
    assert len(found) == 3
    assert found[2].text.startswith("We want peace . . . for")


def test_a_full_stop_without_a_space_ends_a_sentence_after_an_acronym():
    text = "It began at 02:10 BST.Nobody was hurt. Moor told the BBC.Castle Homes said it was old. It is in the U.S.Senate now."
    assert split_sentences(text) == [
        "It began at 02:10 BST.",
        "Nobody was hurt.",
        "Moor told the BBC.",
        "Castle Homes said it was old.",
        "It is in the U.S.Senate now.",
    ]
