"""Word files are read as if every tracked change had been accepted."""

import io
import sys
import zipfile

import pytest

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch.kinds.loading import load
from claimtrack.fetch.loaded import Hints
from claimtrack.fetch.loaders import word
from tests.tables import each_row

pytest.importorskip("mammoth", reason="Word files are read with claimtrack[documents]")

SPACES = "http://schemas.openxmlformats.org/"
MAIN = f"{SPACES}wordprocessingml/2006/main"
PACKAGE = f"{SPACES}package/2006/"
OFFICE = f"{SPACES}officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx(body, notes=""):
    """A minimal Word file; `body` is the XML of its paragraphs."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}relationships">'
        f'<Relationship Id="r2" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r3" Type="{OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{MAIN}"><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{MAIN}">{notes}</w:footnotes>',
        "word/document.xml": f'<w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def text_run(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs, style=""):
    return f"<w:p>{style and f'<w:pPr><w:pStyle w:val={style!r}/></w:pPr>'}{''.join(runs)}</w:p>"


def read_word(data, **hints):
    [loaded] = load(data, Hints("draft.docx", **hints))
    return loaded.article


RENTS = paragraph(text_run("Rents rose by 12 percent, Ada Miller said."))
CASES = [
    pytest.param(RENTS + paragraph(text_run("It rained.")), "It rained.", id="paragraphs"),
    pytest.param(
        RENTS
        + paragraph(
            text_run("She built "),
            f'<w:ins w:id="1" w:author="ben">{text_run("40")}</w:ins>',
            '<w:del w:id="2" w:author="ben"><w:r><w:delText>50</w:delText></w:r></w:del>',
            text_run(" homes."),
        ),
        "She built 40 homes.",
        id="inserted words are read, deleted ones are not",
    ),
    pytest.param(
        RENTS + paragraph(text_run("Fares "), text_run("fell"), text_run(".")),
        "Fares fell.",
        id="words in several pieces, as after a correction",
    ),
    pytest.param(
        RENTS
        + paragraph(text_run("Fares fell."), '<w:r><w:br w:type="page"/></w:r>', text_run("Taxes rose.")),
        "Fares fell.\nTaxes rose.",
        id="a page break within a paragraph does not split words",
    ),
    pytest.param(
        RENTS + f"<w:tbl><w:tr><w:tc>{paragraph(text_run('Fares fell.'))}</w:tc></w:tr></w:tbl>",
        "Fares fell.",
        id="cells of a table",
    ),
]


def test_main_part_of_a_word_file_may_have_another_name():
    """As in files written by online word processors."""
    with zipfile.ZipFile(io.BytesIO(docx(RENTS))) as parts:
        texts = {
            name: parts.read(name).decode().replace("word/document.xml", "word/document2.xml")
            for name in parts.namelist()
        }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in texts.items():
            made.writestr(name.replace("document.xml", "document2.xml"), content)
    assert "Rents rose" in read_word(file.getvalue()).text


@each_row(("body", "last"), CASES)
def test_paragraphs_of_a_word_file_are_read(body, last):
    assert read_word(docx(body)).text == f"Rents rose by 12 percent, Ada Miller said.\n\n{last}"


def test_title_is_the_paragraph_with_that_style():
    article = read_word(docx(paragraph(text_run("Rents rise again"), style="T") + RENTS))
    assert article.title == "Rents rise again"
    assert article.text.startswith("Rents rise again\n\nRents rose")
    assert read_word(docx(RENTS)).title is None


def test_notes_are_read_only_when_the_whole_file_is_wanted():
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    data = docx(
        paragraph(text_run("Rents rose in 2019"), mark, text_run(".")),
        f'<w:footnote w:id="1">{paragraph(text_run("By the census."))}</w:footnote>',
    )
    assert read_word(data).text == "Rents rose in 2019."
    assert "By the census." in read_word(data, whole=True).text


def test_word_file_is_recognised_by_its_content():
    [loaded] = load(docx(RENTS), Hints("download"))
    assert "Rents rose" in loaded.article.text


DAMAGED = docx(RENTS).replace(b"word/document.xml", b"word/documens.xml")


@each_row(
    ("data", "remedy"),
    [
        pytest.param(docx(""), "without text", id="empty"),
        pytest.param(docx("<w:p"), "is a Word file that cannot be opened:", id="broken XML"),
        pytest.param(
            docx("<w:p>" * 5_000 + "</w:p>" * 5_000), "without text|save it again", id="deeply nested"
        ),
        pytest.param(DAMAGED, "is a Word file that cannot be opened:", id="without its main part"),
        pytest.param(docx(RENTS)[:900], "plain text or HTML", id="cut off"),
    ],
)
def test_damaged_word_file_is_refused_with_a_remedy(data, remedy):
    with pytest.raises(UnreadableSource, match=remedy):
        read_word(data)


def test_small_file_that_unpacks_to_gigabytes_is_refused(monkeypatch):
    monkeypatch.setattr(word, "_MOST", 10_000_000)
    data = docx(paragraph(text_run("a" * 11_000_000)))
    assert len(data) < 100_000
    with pytest.raises(UnreadableSource, match="save it in parts"):
        read_word(data)


MANY_ATTRIBUTES = " ".join(f"a{number}=''" for number in range(501))


@each_row("body", ["<w:p/>" * 501, f"<w:p {MANY_ATTRIBUTES}/>", "<w:p></w:p>" * 501])
def test_small_file_whose_markup_would_fill_the_memory_is_refused(monkeypatch, body):
    monkeypatch.setattr(word, "_MOST_MARKUP", 500)
    with pytest.raises(UnreadableSource, match="more than 500 elements and attributes: save it in parts"):
        read_word(docx(RENTS + body))
    assert read_word(docx(RENTS * 20)).text.count("Rents rose") == 20


def test_small_file_with_a_text_that_would_take_minutes_is_refused(monkeypatch):
    monkeypatch.setattr(word, "_MOST_TEXT", 1_000)
    assert read_word(docx(paragraph(text_run("a" * 900)) * 2)).text
    with pytest.raises(UnreadableSource, match="more than 1,000 letters in one piece: save it as plain text"):
        read_word(docx(paragraph(text_run("a" * 1_001))))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_small_file_whose_entities_would_fill_the_memory_is_refused(encoding):
    part = f'<!DOCTYPE a [<!ENTITY a "{"<w:p/>" * 100}">]><w:document xmlns:w="{MAIN}"><w:body>{RENTS}&a;</w:body></w:document>'
    data = io.BytesIO(docx(RENTS))
    with zipfile.ZipFile(data, "a") as parts, pytest.warns(UserWarning, match="Duplicate name"):
        parts.writestr("word/document.xml", part.encode(encoding))
    with pytest.raises(UnreadableSource, match=r"entities of its own, .* save it as plain text"):
        read_word(data.getvalue())


def test_missing_word_reader_is_reported_with_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(UnreadableSource, match=r"pip install 'claimtrack\[documents\]'"):
        read_word(docx(RENTS))
