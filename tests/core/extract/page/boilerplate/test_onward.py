"""Links to the rest of a text, at the end of a paragraph, are left out, and its claim is kept."""

import pytest

from claimtrack.core.model import Flag
from tests.tables import each_row

SPENT = "The council spent 40 million euros on roads in 2023, twice as much as in the year before."


@each_row(
    "onward",
    [
        pytest.param("Read more", id="a link of a feed, which has lost its markup"),
        pytest.param("READ MORE", id="in capitals"),
        pytest.param("Read more...", id="with dots"),
        pytest.param("Read More »", id="with an arrow, which is also a quotation mark"),
        pytest.param("Continue reading →", id="a blog"),
        pytest.param("Continue reading Forty millions for roads →", id="a blog, with the title"),
        pytest.param("[…] Continue reading", id="a teaser, which is cut"),
        pytest.param("[...]", id="only cut"),
        pytest.param("(more…)", id="an older blog"),
        pytest.param("Learn more", id="an office"),
        pytest.param("Read the full story here.", id="a newsletter"),
        pytest.param("Read full story", id="another, in short"),
        pytest.param("Full story", id="a feed, in short"),
        pytest.param("Weiterlesen", id="a blog whose program speaks German"),
        pytest.param("Lire la suite →", id="another, French"),
        pytest.param("» Read more", id="behind an arrow, which is also a quotation mark"),
        pytest.param("→ Read more", id="behind another arrow"),
        pytest.param("– Read more", id="behind a dash"),
        pytest.param("| Read more", id="behind a bar"),
        pytest.param("[Read more...]", id="in brackets"),
        pytest.param("... read more", id="in small letters, behind dots"),
        pytest.param("Keep reading", id="a magazine"),
        pytest.param("READ MORE: Forty millions for roads", id="another story"),
        pytest.param("Read more about roads at the council.", id="other pages"),
        pytest.param("Read more: https://town.example/roads", id="a post"),
    ],
)
def test_a_link_that_closes_a_paragraph_neither_hides_its_claim_nor_becomes_one(rows, onward):
    assert [row.text for row in rows(f"{SPENT} {onward}")] == [SPENT]


def test_a_sentence_that_a_feed_cuts_is_kept_without_the_mark(rows):
    text = "The mayor said that the town has lost 4,000 jobs since [...] Read more"
    assert [(row.text, row.flags) for row in rows(text)] == [
        ("the town has lost 4,000 jobs since", (Flag.FRAGMENT,))
    ]


@each_row(
    "text, is_flagged",
    [
        pytest.param("The port was sold for $40 million, the first sale since [&] Read more", True, id="cut"),
        pytest.param("The port was sold for $40 million, the first sale since... Read more", True, id="dots"),
        pytest.param("The port was sold for $40 million last year. Read more", False, id="whole"),
        pytest.param('"The port was sold for $40 million last year." [&]', False, id="whole, in marks"),
    ],
)
def test_a_sentence_that_a_feed_cuts_is_a_fragment(rows, text, is_flagged):
    (only,) = rows(text.replace("&", "…"))
    assert (Flag.FRAGMENT in only.flags) is is_flagged


@pytest.mark.parametrize(
    ("text", "rows_found"),
    [
        pytest.param(
            "The minister said that 40,000 children in Vale read more.",
            ["40,000 children in Vale read more"],
            id="a verb",
        ),
        pytest.param(
            'The minister told them: "Children, we printed 40,000 books. Read more."',
            ["Children, we printed 40,000 books.", "Read more."],
            id="within a quotation",
        ),
        pytest.param(
            "The mayor of Vale gave 40,000 euros to the charity Read On.",
            ["The mayor of Vale gave 40,000 euros to the charity Read On."],
            id="a name",
        ),
    ],
)
def test_words_that_only_look_like_a_link_stay(rows, text, rows_found):
    assert [row.text for row in rows(text)] == rows_found
