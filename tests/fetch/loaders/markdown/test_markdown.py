"""Markdown loses its markup and keeps its words."""

import time

import pytest

from claimtrack.fetch import Hints
from claimtrack.fetch.loaders.markdown import load
from tests.fetch.conftest import SAMPLES
from tests.tables import each_row

SAMPLE = SAMPLES / "brief.md"


def load_markdown(text):
    (loaded,) = load(text.encode(), Hints("a.md"))
    return loaded.article


def test_markdown_document_is_reduced_to_its_words():
    (loaded,) = load(SAMPLE.read_bytes(), Hints("brief.md"))
    assert loaded.article.text == (
        "The river froze for eleven days, the water board said.\n"
        "It was the longest freeze since 1997.\n\n"
        "What happens next\n\n"
        "- Ships wait until Monday.\n"
        "- The snake_case lock stays shut, 2 * 3 * 4 boats long.\n\n"
        '"We have never seen it," said Ida Holm.\n\n'
        "1. The C# tool *counts* ships: https://count.example."
    )


def test_front_matter_gives_title_author_address_and_date():
    (loaded,) = load(SAMPLE.read_bytes(), Hints("brief.md"))
    article = loaded.article
    assert (article.title, article.author) == ("Ice on the river", "Sam Roe")
    assert (article.url, article.published_on) == ("https://brief.example/ice", "2026-02-11")


def test_first_heading_is_the_title():
    article = load_markdown("# About C#\n\nIt is *old*.")
    assert (article.title, article.text) == ("About C#", "It is old.")


def test_entities_are_decoded_in_a_heading_but_not_in_front_matter():
    assert load_markdown("# Toll &amp; trouble\n\nx").title == "Toll & trouble"
    assert load_markdown("---\ntitle: Toll &amp; trouble\n---\nx").title == "Toll &amp; trouble"


@each_row(
    ("text", "words"),
    [
        ("## Rents ##", "Rents"),
        ("Title\n=====\n\nWords", "Title\n\nWords"),
        ("[text][ref]\n\n[ref]: https://a.example", "text"),
        ("- one\n + two\n* [x] three\n  10) four", "- one\n- two\n- three\n10) four"),
        ("1997. A good year.", "1997. A good year."),
        ("a __b__ `d`", "a b d"),
        ("<div>words</div><!-- note -->", "words"),
        ("4 < 5 and 7 > 6", "4 < 5 and 7 > 6"),
        ("> > nested", "nested"),
        ("> We dug it.\n>\n> Twice.\n>\n> — Ada Moor, mayor", "“We dug it. Twice.” — Ada Moor, mayor"),
        ('> "We dug it."\n> *-- Ada Moor*', '"We dug it." — Ada Moor'),
        ("> We dug it.\n> *Ada Moor, mayor*", "“We dug it.” — Ada Moor, mayor"),
        ("> We dug it.\n>\n> (Ada Moor)", "“We dug it.” — Ada Moor"),
        ("> We dug it.\n>\n> *Read more*", "We dug it.\n\nRead more"),
        ("> We dug it.\n> - a spade\n> - a saw", "We dug it.\n- a spade\n- a saw"),
        (r"\# no heading", "# no heading"),
        ("$5*2 and 3*4", "$5*2 and 3*4"),
        ("Ham &amp; eggs &mdash; caf&eacute;, &#8220;late&#x201D;", "Ham & eggs — café, “late”"),
        ("R&D, AT&T; &nothing; &amp", "R&D, AT&T; &nothing; &amp"),
        ("&lt;b&gt; and &#42;x&#42;", "<b> and *x*"),
        ("write `&amp;` for &amp;", "write &amp; for &"),
    ],
)
def test_markup_is_removed_and_words_are_kept(text, words):
    assert load_markdown(f"x\n\n{text}").text == f"x\n\n{words}"


@each_row(
    ("text", "left"),
    [
        pytest.param("```python\nRents rose.\n```\nb", "b", id="code"),
        pytest.param("````\nRents\n```\nrose.\n````\n\nb &amp; c", "b & c", id="a fence in a longer one"),
        pytest.param("~~~\nRents\n```\nrose.\n~~~\nb", "b", id="a fence of tildes"),
        pytest.param("```\nRents\n```js\nrose.\n```\nb", "b", id="a line of code that looks like a fence"),
        pytest.param("```\nRents rose.\n\nThey fell.", "Rents rose.\n\nThey fell.", id="an unclosed fence"),
        pytest.param("```Rents``` rose.", "Rents rose.", id="code in a line"),
        pytest.param(
            "Rents rose. [![A chart](c.png)](https://c.example)", "Rents rose.", id="a picture that is a link"
        ),
        pytest.param("Rents ~~fell~~ rose.", "Rents rose.", id="a word struck out"),
        pytest.param("Rents rose ~~by half~~.", "Rents rose.", id="struck out before the full stop"),
        pytest.param("~~Rents fell.~~ Rents rose.", "Rents rose.", id="a sentence struck out"),
        pytest.param("- ~~Rents fell.~~ Rents rose.", "- Rents rose.", id="struck out in a list"),
        pytest.param("Rents rose.\n\n~~Rents\nfell.~~", "Rents rose.", id="struck out over two lines"),
        pytest.param(
            "Rents rose ~~5 to\n\n6~~ per cent.",
            "Rents rose ~~5 to\n\n6~~ per cent.",
            id="not over two paragraphs",
        ),
        pytest.param(r"Rents rose \~~5~~ per cent.", "Rents rose ~~5~~ per cent.", id="escaped tildes"),
        pytest.param("~5 per cent, ~6 per cent", "~5 per cent, ~6 per cent", id="tildes that mean about"),
    ],
)
def test_code_and_struck_out_words_are_left_out(text, left):
    assert load_markdown(f"x\n\n{text}").text == f"x\n\n{left}"


WORDS = "We dug 40 wells."
SIGNED = [
    pytest.param(f"> {WORDS}\n\n— Ada Moor, mayor", "Ada Moor, mayor", id="a dash below"),
    pytest.param(f"> {WORDS}\n\n~ Ada Moor", "Ada Moor", id="a tilde below"),
    pytest.param(
        f"> {WORDS}\n\n*Nerida Quill, mayor*", "Nerida Quill, mayor", id="a rare name, with an office"
    ),
    pytest.param(f"> {WORDS}\n>\n> *Ada Moor (Lab)*", "Ada Moor (Lab)", id="a party, within"),
    pytest.param(f"> {WORDS}\n\n*Dr. Ada Moor (D-Ohio)*", "Dr. Ada Moor (D-Ohio)", id="a title and a party"),
    pytest.param(
        f"> {WORDS}\n\n**Ada Moor, Reform UK**", "Ada Moor, Reform UK", id="bold, a common first name"
    ),
    pytest.param(
        f"> {WORDS}\n> [Dr Sol Ray, a chemist, 12 May]", "Dr Sol Ray, a chemist, 12 May", id="in brackets"
    ),
    pytest.param(f"> {WORDS}\n\n[Nerida Quill, Labour]", "Nerida Quill, Labour", id="in brackets below"),
    pytest.param(f"> {WORDS} — Ada Moor", "Ada Moor", id="in the same line"),
    pytest.param(f"> {WORDS} — Moor, Reform UK", "Moor, Reform UK", id="a surname in the same line"),
    pytest.param(f"> **Ada Moor:** {WORDS}", "Ada Moor", id="in front"),
    pytest.param(f"> **Ada Moor (Lab)**: {WORDS}", "Ada Moor (Lab)", id="in front, with a party"),
]


@each_row(("text", "attribution"), SIGNED)
@each_row("following", ["", "\n\nIt was ten."])
def test_blockquote_and_its_attribution_become_one_paragraph(text, attribution, following):
    assert load_markdown(f"x\n\n{text}{following}").text == f"x\n\n“{WORDS}” — {attribution}{following}"


UNSIGNED = [
    pytest.param("**Rising Prices**", id="a heading"),
    pytest.param("**Rising Prices, Falling Rents**", id="a heading with a comma"),
    pytest.param("*Ada Moor, a reporter, wrote this piece*", id="a note"),
    pytest.param("*The town hall in Brenno*", id="a caption"),
    pytest.param("— and so they did, says Ada Moor.", id="a sentence"),
    pytest.param("Ada Moor", id="a name without markup"),
]


@each_row("line", UNSIGNED)
def test_another_line_below_a_blockquote_is_not_an_attribution(line):
    assert "“" not in load_markdown(f"> {WORDS}\n\n{line}\n\nIt was ten.").text


@each_row(
    ("before", "is_signed", "reason"),
    [
        ("Dr Quill spoke.", True, "a mention with a title"),
        ("Ada Quill, a mayor, spoke.", True, "a mention with a common first name"),
        ("Nerida Quill spoke.", False, "a mention that says no more"),
        ("Dr Quillan spoke.", False, "another name, which begins so"),
        ("They will Quill.", False, "no name, though some people are called Will"),
    ],
)
def test_a_rare_name_below_a_blockquote_is_known_by_another_mention(before, is_signed):
    text = load_markdown(f"{before}\n\n> {WORDS}\n\n**Nerida Quill**").text
    assert (f"“{WORDS}” — Nerida Quill" in text) == is_signed


def test_announced_blockquote_gets_quotation_marks():
    text = "Ada Moor said:\n\n> Pay has fallen.\n>\n> *It* will go on.\n\nIt was ten."
    assert load_markdown(text).text == "Ada Moor said:\n\n“Pay has fallen.\n\n“It will go on.”\n\nIt was ten."


@each_row(
    "text",
    [
        "She left.\n\n> Pay fell.",
        'She said:\n\n> "Pay fell."',
        "She said:\n\n> > Pay fell.",
        "> > Pay fell.\n>\n> — Ada Moor",
        "She said:\n\n>\n",
    ],
)
def test_unannounced_blockquote_gets_no_quotation_marks(text):
    assert "“" not in load_markdown(text).text


@each_row("label", ["Key Points", "The Claim", "Note"])
def test_bold_label_in_a_blockquote_is_not_taken_for_a_speaker(label):
    assert "“" not in load_markdown(f"> **{label}:** {WORDS}").text


@each_row(
    "text",
    [
        "[" * 100_000,
        "a" + "`" * 100_000,
        "x\n# a" + " " * 100_000 + "b",
        "a" + " " * 100_000 + "b",
        "[x](" * 30_000,
        "**a " * 30_000,
        "&#" * 30_000 + "&amp" * 30_000,
        "```\n" * 30_000,
        "~~a " * 30_000,
        "> \n" * 30_000 + "> x",
        "> **Ada Zoll:** x\n\n" * 7_000,
        "> x\n\n**Zoll Quill**\n\n" * 2_000,
    ],
    ids=[
        *(
            "brackets",
            "ticks",
            "heading",
            "spaces",
            "links",
            "stars",
            "entities",
            "fences",
            "struck out",
            "quotes",
            "labels",
        ),
        "names below",
    ],
)
def test_hostile_markdown_is_read_quickly(text):
    """It takes tenths of a second, where quadratic patterns took minutes."""
    start = time.process_time()
    load_markdown(text)
    assert time.process_time() - start < 1


TABLE = "| Town | Change |\n|:---|---:|\n| Hull | Rents rose 12 percent in May. |\n"


def test_table_rows_are_left_out():
    text = load_markdown(f"Rents are up.\n\n{TABLE}\nWages fell 3 percent.").text
    assert text == "Rents are up.\n\nWages fell 3 percent."


def test_table_cells_are_read_when_the_whole_file_is_wanted():
    text = f"Wages fell.\n\n{TABLE}\nThe end.\n\n| Brenno | No rule above. |\n"
    (loaded,) = load(text.encode(), Hints("a.md", whole=True))
    assert loaded.article.text.split("\n\n") == [
        "Wages fell.", "Town", "Change", "Hull", "Rents rose 12 percent in May.", "The end.", "Brenno", "No rule above.",
    ]  # fmt: skip


@each_row(
    "text", ["Rents rose 9 percent | by the way.", "Rents | wages\n\nBoth rose.", "| Ada Moor | said so."]
)
def test_vertical_bar_alone_does_not_make_a_table(text):
    assert load_markdown(text).text == text
    assert load_markdown(f"Wages | fares\n---\n\n{text}").text == f"Wages | fares\n\n{text}"  # a heading
