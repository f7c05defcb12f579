"""Links and footnotes of an annotated draft are located in its text on request."""

from time import process_time

import pytest

from claimtrack.fetch import read_bytes
from tests.fetch.loaders.test_word import docx, paragraph, text_run
from tests.tables import each_row

LEFT = "left out: {}. Add what you need from them to the claims, as evidence or notes"


def read_citations(draft, name="draft.md"):
    """The words at each source, its link text in brackets or the word before its mark; and the warnings."""
    [loaded] = read_bytes(draft if isinstance(draft, bytes) else draft.encode(), name, links=True)
    [plain] = read_bytes(draft if isinstance(draft, bytes) else draft.encode(), name)
    text = loaded.article.text
    assert loaded.article == plain.article, "the text is the same as without"
    assert not plain.cited
    found = [
        (
            f"[{text[citation.start : citation.end]}]"
            if citation.start < citation.end
            else text[: citation.end].split()[-1],
            *_source_and_title(citation),
        )
        for citation in loaded.cited
    ]
    return found, list(loaded.warnings)


def _source_and_title(citation):
    return (citation.source, citation.title) if citation.title else (citation.source,)


A, B = "https://a.example/1", "https://b.example/(2)"
CASES = [
    (f"Rents [rose]({A}) in 2023.", [("[rose]", A)], ()),
    (f"Rents [**rose**]({A} 'Census') and *[fell]({B})*.", [("[rose]", A), ("[fell]", B)], ()),
    (f"Rents rose.[^1]\n\n[^1]: The census, p. 4: <{A}>.", [("rose.", A, "The census, p. 4")], ()),
    (f"Rents rose. [^1]\n\n[^1]: [The census]({A}), p. 4", [("rose.", A, "The census, p. 4")], ()),
    ("Rents rose.[^n]\n\n[^n]: Call with\n    Ada, 3 May", [("rose.", "Call with Ada, 3 May")], ()),
    (f"Rents rose[^1] and fell[^1].\n\n[^1]: {A}", [("rose", A), ("fell", A)], ()),
    (f"[Rents][r] [rose][]\n\n[R]: {A}\n[rose]: {B}", [("[Rents]", A), ("[rose]", B)], ()),
    (f"Rents rose.[^1]\n\n[^1]: {A} and {B}", [("rose.", A), ("rose.", B)], ()),
    # The address of a link text may be given below.
    (f"[Rents] rose, and [fares] [sic] fell.\n\n[rents]: {A}", [("[Rents]", A)], ()),
    # Links within the page, pictures, code and comments are not sources.
    (f"[Rents](#top) ![x]({A}) rose. <!-- [y]({A}) -->", [], ("1 comment",)),
    # An address with a password is not kept; a mark without a note, or a note without a mark, is not a source.
    ("[Rents](https://ada:pw@a.example) rose.[^2]\n\n[^1]: Ada", [], ("1 link", "1 footnote")),
    (f"~~[Rents]({A})~~ Fares rose.", [], ("1 link",)),
    (
        "Rents rose.\n\n| Town | Change[^1] |\n|---|---|\n| Hull | 12 |\n\n[^1]: The census",
        [],
        ("1 footnote",),
    ),
    # Characters that are used internally as marks: nothing may be filed at a wrong place.
    (f"[Rents]({A}) \U000f0001 rose.", [], ("1 link",)),
]


@each_row(("draft", "found", "left"), CASES)
def test_sources_of_markdown_are_located_at_their_words(draft, found, left):
    assert read_citations(draft) == (found, [LEFT.format(", ".join(left))] if left else [])


def test_sources_of_a_word_file_are_located_at_their_words():
    pytest.importorskip("mammoth", reason="Word files are read with claimtrack[documents]")
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{paragraph(text_run("The census, p. 4"))}</w:footnote>'
    link = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{A}?a=1&amp;b=2" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>fell</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    data = docx(
        paragraph(text_run("Rents rose."), mark, text_run(" Fares "))
        + paragraph(text_run("Fares "), link, text_run(".")),
        note,
    )
    found, left = read_citations(data, "draft.docx")
    assert found == [("rose.", "The census, p. 4"), ("[fell]", f"{A}?a=1&b=2")]
    assert left == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "[a](https://" * 30_000,
        "[a](https://a" + "(" * 100_000,
        "[^" * 100_000,
        "[a][" * 50_000,
    ],
)
def test_unclosed_markup_is_read_quickly(text):
    start = process_time()
    assert read_citations(text)[0] == []
    assert process_time() - start < 3


def test_file_that_is_not_a_draft_has_no_citations():
    assert read_citations(f"<p>Rents <a href='{A}'>rose</a>.</p>", "a.html") == ([], [])
