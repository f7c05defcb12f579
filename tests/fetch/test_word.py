"""Word files are read as they are once every tracked change is taken."""

import io
import sys
import zipfile

import pytest

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch import word
from claimtrack.fetch.kinds import load
from claimtrack.fetch.loaded import Hints
from tests.tables import each_row

pytest.importorskip("mammoth", reason="Word files are read with claimtrack[documents]")

SPACES = "http://schemas.openxmlformats.org/"
MAIN = f"{SPACES}wordprocessingml/2006/main"
PACKAGE = f"{SPACES}package/2006/"
OFFICE = f"{SPACES}officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx(body, notes=""):
    """A Word file with the least that one has; `body` is the XML of its paragraphs."""
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


def said(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs, style=""):
    return f"<w:p>{style and f'<w:pPr><w:pStyle w:val={style!r}/></w:pPr>'}{''.join(runs)}</w:p>"


def read(data, **hints):
    [loaded] = load(data, Hints("draft.docx", **hints))
    return loaded.article


RENTS = paragraph(said("Rents rose by 12 percent, Ada Miller said."))
CASES = [
    pytest.param(RENTS + paragraph(said("It rained.")), "It rained.", id="paragraphs"),
    pytest.param(
        RENTS
        + paragraph(
            said("She built "),
            f'<w:ins w:id="1" w:author="ben">{said("40")}</w:ins>',
            '<w:del w:id="2" w:author="ben"><w:r><w:delText>50</w:delText></w:r></w:del>',
            said(" homes."),
        ),
        "She built 40 homes.",
        id="what was put in is text, what was struck out is none",
    ),
    pytest.param(
        RENTS + paragraph(said("Fares "), said("fell"), said(".")),
        "Fares fell.",
        id="words in several pieces, as after a correction",
    ),
    pytest.param(
        RENTS + paragraph(said("Fares fell."), '<w:r><w:br w:type="page"/></w:r>', said("Taxes rose.")),
        "Fares fell.\nTaxes rose.",
        id="a page that ends within a paragraph parts no words",
    ),
    pytest.param(
        RENTS + f"<w:tbl><w:tr><w:tc>{paragraph(said('Fares fell.'))}</w:tc></w:tr></w:tbl>",
        "Fares fell.",
        id="cells of a table",
    ),
]


def test_its_main_part_may_have_another_name():
    """As in those that a browser's word processor writes."""
    with zipfile.ZipFile(io.BytesIO(docx(RENTS))) as parts:
        texts = {
            name: parts.read(name).decode().replace("word/document.xml", "word/document2.xml")
            for name in parts.namelist()
        }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in texts.items():
            made.writestr(name.replace("document.xml", "document2.xml"), content)
    assert "Rents rose" in read(file.getvalue()).text


@each_row(("body", "last"), CASES)
def test_its_paragraphs_are_read(body, last):
    assert read(docx(body)).text == f"Rents rose by 12 percent, Ada Miller said.\n\n{last}"


def test_its_title_is_the_paragraph_of_that_style():
    article = read(docx(paragraph(said("Rents rise again"), style="T") + RENTS))
    assert article.title == "Rents rise again"
    assert article.text.startswith("Rents rise again\n\nRents rose")
    assert read(docx(RENTS)).title is None


def test_notes_are_read_only_where_the_whole_is_wanted():
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    data = docx(
        paragraph(said("Rents rose in 2019"), mark, said(".")),
        f'<w:footnote w:id="1">{paragraph(said("By the census."))}</w:footnote>',
    )
    assert read(data).text == "Rents rose in 2019."
    assert "By the census." in read(data, whole=True).text


def test_the_bytes_tell_it_whatever_the_file_is_called():
    [loaded] = load(docx(RENTS), Hints("download"))
    assert "Rents rose" in loaded.article.text


DAMAGED = docx(RENTS).replace(b"word/document.xml", b"word/documens.xml")


@each_row(
    ("data", "remedy"),
    [
        pytest.param(docx(""), "without text", id="empty"),
        pytest.param(docx("<w:p"), "is a Word file that cannot be opened:", id="broken XML"),
        pytest.param(
            docx("<w:p>" * 5_000 + "</w:p>" * 5_000), "without text|save it again", id="nested without end"
        ),
        pytest.param(DAMAGED, "is a Word file that cannot be opened:", id="without its main part"),
        pytest.param(docx(RENTS)[:900], "plain text or HTML", id="cut off"),
    ],
)
def test_what_does_not_open_says_what_to_do(data, remedy):
    with pytest.raises(UnreadableSource, match=remedy):
        read(data)


def test_a_small_file_that_unpacks_to_gigabytes_is_refused(monkeypatch):
    monkeypatch.setattr(word, "_MOST", 10_000_000)
    data = docx(paragraph(said("a" * 11_000_000)))
    assert len(data) < 100_000
    with pytest.raises(UnreadableSource, match="save it in parts"):
        read(data)


def test_without_the_reader_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(UnreadableSource, match=r"pip install 'claimtrack\[documents\]'"):
        read(docx(RENTS))
