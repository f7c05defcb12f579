"""Every paragraph of a web page is read as one, however the page marks it up."""

import pytest

from claimtrack.core.extract import extract
from claimtrack.fetch import Hints
from claimtrack.fetch.loaders.html import load
from tests.tables import each_row

LONG = (
    "The council of Norbridge met on Monday evening to speak about the bridge, which was shut in May after a boat had struck it. "
) * 8


def load_page(body):
    (loaded,) = load(
        f"<html><head><title>Bridge</title></head><body>{body}</body></html>".encode(), Hints("a.html")
    )
    return loaded.article


def claims(article):
    return [(row.speaker, row.text) for row in extract(article)]


@each_row(
    ("lines", "text"),
    [
        pytest.param(
            "Rents rose by<br>12 percent, Ada Moor said.",
            "Rents rose by 12 percent, Ada Moor said.",
            id="a number",
        ),
        pytest.param(
            "The dam was<br>closed, Bob Ray<br/>said. It lost<br>40 percent of its water.",
            "The dam was closed, Bob Ray said. It lost 40 percent of its water.",
            id="small letters",
        ),
        pytest.param(
            "The mayor of<br>Norbridge left.",
            "The mayor of Norbridge left.",
            id="a word that cannot end a sentence",
        ),
        pytest.param(
            "“We lost 40,”<br>said Ada Moor.", "“We lost 40,” said Ada Moor.", id="a comma in a quotation"
        ),
        pytest.param(
            "“We lost 40,”<br /><b>Ada Moor</b> said.", "“We lost 40,” Ada Moor said.", id="... before a name"
        ),
        pytest.param("Rents rose,<br/>Tom Ryle added.", "Rents rose, Tom Ryle added.", id="a comma"),
        pytest.param(
            "It is shut, said<br><b>Ada</b><br>Moor, who <i>had<br>seen</i> it.",
            "It is shut, said\n\nAda\n\nMoor, who had seen it.",
            id="names alone are not joined",
        ),
        pytest.param(
            "The boat that<br>had struck it was Tom<br>Ryle's own and<br>was lost.",
            "The boat that had struck it was Tom Ryle's own and was lost.",
            id="... but among lines that are",
        ),
        pytest.param("Rents rose.<br>Wages fell.", "Rents rose.\n\nWages fell.", id="whole sentences"),
        pytest.param("Rents rose<br><br>in May.", "Rents rose\n\nin May.", id="a blank line"),
        pytest.param(
            "<b>Housing</b><br>The council will build.", "Housing\n\nThe council will build.", id="a heading"
        ),
        pytest.param("Town hall<br>12 Main Street", "Town hall\n\n12 Main Street", id="an address"),
        pytest.param(
            "Town hall,<br>12 Main Street,<br>Norbridge",
            "Town hall,\n\n12 Main Street,\n\nNorbridge",
            id="... with commas",
        ),
        pytest.param(
            "The boats come home,<br>And no one sees.",
            "The boats come home,\n\nAnd no one sees.",
            id="a poem",
        ),
        pytest.param(
            "Yours sincerely,<br>Ada Moor", "Yours sincerely,\n\nAda Moor", id="the end of a letter"
        ),
        pytest.param(
            "Ada Moor: We built 400,<br>Tom Ryle: It was 40.",
            "Ada Moor: We built 400,\n\nTom Ryle: It was 40.",
            id="a speaker who was cut short",
        ),
        pytest.param(
            "Ada Moor: We built 400.<br>Tom Ryle: It was 40.",
            "Ada Moor: We built 400.\n\nTom Ryle: It was 40.",
            id="turns",
        ),
    ],
)
def test_line_that_ends_in_mid_sentence_is_joined_to_the_next(lines, text):
    for body in (
        f"<p>{lines}</p>",
        f"<article><p>{LONG}</p><div>{lines}</div></article>",
        f"<ul><li>{lines}</li></ul>",
    ):
        read = load_page(body).text.removeprefix(LONG.strip()).strip().removeprefix("- ")
        assert read == text


@each_row(
    ("lines", "claim"),
    [
        ('"We built 40,000 homes,"<br>Miller said.', ("Miller", "We built 40,000 homes")),
        ("‘We built 40,000 homes,’<br/>Bob Ray said.", ("Bob Ray", "We built 40,000 homes")),
        ("“We built 400,”&nbsp;<br />\n <b>Ann Lee</b> said.", ("Ann Lee", "We built 400")),
        ("Rents rose 12 percent,<br>Ray added.", ("Ray", "Rents rose 12 percent")),
    ],
)
@each_row("body", ["<article><p>{}</p></article>", "<p>It rained.</p><div>{}</div>"])
def test_statement_keeps_its_speaker_across_a_line_break(lines, claim, body):
    assert claim in claims(load_page(body.format(lines)))


@each_row("before", ["Rents fell in 2020, Kim Poe said.", LONG])
@each_row(
    "body",
    [
        pytest.param('<div>"I saw 40 men," Ann Lee said.</div>', id="a div"),
        pytest.param('<div><div>"I saw 40 men," <b>Ann Lee</b> said.</div></div>', id="... in another"),
        pytest.param(
            '<section><div><span>"I saw 40 men,"</span> Ann Lee said.</div></section>', id="a section"
        ),
        pytest.param(
            '<div><img src="a.jpg">"I saw 40 men," Ann Lee said.<p>It rained.</p></div>',
            id="before a paragraph",
        ),
        pytest.param('<div><p>It rained.</p>"I saw 40 men," Ann Lee said.</div>', id="after a paragraph"),
        pytest.param('"I saw 40 men," Ann Lee said.', id="without an element"),
        pytest.param('<center>"I saw 40 men," Ann Lee<br>said.</center>', id="a broken line"),
    ],
)
def test_text_outside_paragraph_elements_is_read(body, before):
    article = load_page(f"<article><p>{before}</p>{body}</article>")
    assert ("Ann Lee", "I saw 40 men") in claims(article)
    assert article.text.count("40 men") == 1


def test_element_set_like_a_paragraph_is_one():
    article = load_page(
        f"<article><p>{LONG}</p><div class=t>The budget has these parts in it:</div><div class=t>40 new buses</div>"
        "<div class=ad>Advertisement</div></article>"
    )
    assert article.text.endswith("The budget has these parts in it:\n\n40 new buses")


@each_row(
    "body",
    [
        pytest.param("<div class=share>Share on all of the networks that you know.</div>", id="buttons"),
        pytest.param("<div>Photo: P. Reyes</div><div>Advertisement</div>", id="labels"),
        pytest.param(
            "<div><a href=/a>Boats are to be dearer by half from May, says the council.</a></div>",
            id="a link",
        ),
        pytest.param("<div><script>render('a b c d e f.');</script></div>", id="a script"),
    ],
)
def test_text_that_is_not_prose_is_left_out(body):
    assert load_page(f"<article><p>{LONG}</p>{body}</article>").text == LONG.strip()


def test_notice_far_from_the_article_is_left_out():
    notice = "<div><div>We keep 400 files on your machine, and you may say no to that.</div></div>"
    words = "Rents rose by 4 percent.\n\nWages fell by 4 percent."
    article = "".join(f"<p>{line}</p>" for line in words.split("\n\n"))
    assert load_page(f"<article>{article}</article>{notice}").text == words


@each_row(
    "piece", ["<br>a ", "<div>a b c d. ", "<p>x</p><div>a b c d.</div>", "<i>a<br>b</i>", "<div><b>x</b>"]
)
def test_huge_pages_are_split_into_paragraphs_quickly(piece):
    from time import process_time

    from trafilatura import load_html

    from claimtrack.fetch.loaders.html.blocks import wrap_paragraphs

    tree = load_html(f"<html><body><article>{piece * 4_000}</article></body></html>")
    start = process_time()
    wrap_paragraphs(tree)
    assert process_time() - start < 2


def test_an_article_of_cells_and_captions_is_read_line_by_line():
    said = [("Ada Moor", "We closed the pool on Monday."), ("Bo Lund", "You told us on the day."), ("Ada Moor", "The roof weighs 80 tonnes.")]  # fmt: skip
    rows = "".join(
        f"<tr><td>00:0{n}:10</td><td>{who}</td><td>{words}</td></tr>" for n, (who, words) in enumerate(said)
    )
    page = load_page(f"<article><h1>The debate on the pool</h1><table>{rows}</table></article>")
    assert claims(page) == said
