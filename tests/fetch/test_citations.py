"""Where the links and footnotes of an annotated draft stand in its text, if they are asked for."""

from time import process_time

import pytest

from claimtrack.fetch import read_bytes
from tests.fetch.test_word import docx, paragraph, said
from tests.tables import each_row

LEFT = "left out: {}. Add what you need from them to the claims, as evidence or notes"


def cited(draft, name="draft.md"):
    """What stands at each source: its own words in brackets, or the word before its mark."""
    [loaded] = read_bytes(draft if isinstance(draft, bytes) else draft.encode(), name, links=True)
    [plain] = read_bytes(draft if isinstance(draft, bytes) else draft.encode(), name)
    text = loaded.article.text
    assert loaded.article == plain.article, "the text is the same as without"
    assert not plain.cited
    found = [
        (
            f"[{text[one.start : one.end]}]" if one.start < one.end else text[: one.end].split()[-1],
            *_told(one),
        )
        for one in loaded.cited
    ]
    return found, list(loaded.warnings)


def _told(one):
    return (one.source, one.title) if one.title else (one.source,)


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
    # The words alone may be told below where they lead.
    (f"[Rents] rose, and [fares] [sic] fell.\n\n[rents]: {A}", [("[Rents]", A)], ()),
    # What leads nowhere else, is a picture, code or a comment is no source.
    (f"[Rents](#top) ![x]({A}) rose. <!-- [y]({A}) -->", [], ("1 comment",)),
    # A password is not kept, and a mark without a note is none; a note without a mark is of no words.
    ("[Rents](https://ada:pw@a.example) rose.[^2]\n\n[^1]: Ada", [], ("1 link", "1 footnote")),
    (f"~~[Rents]({A})~~ Fares rose.", [], ("1 link",)),
    # Signs that the marks would be taken for: nothing is filed at a wrong place.
    (f"[Rents]({A}) \U000f0001 rose.", [], ("1 link",)),
]


@each_row(("draft", "found", "left"), CASES)
def test_the_sources_of_markdown_are_found_in_their_words(draft, found, left):
    assert cited(draft) == (found, [LEFT.format(", ".join(left))] if left else [])


def test_those_of_a_word_file_are_found_too():
    pytest.importorskip("mammoth", reason="Word files are read with claimtrack[documents]")
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{paragraph(said("The census, p. 4"))}</w:footnote>'
    link = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{A}?a=1&amp;b=2" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>fell</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    data = docx(
        paragraph(said("Rents rose."), mark, said(" Fares ")) + paragraph(said("Fares "), link, said(".")),
        note,
    )
    found, left = cited(data, "draft.docx")
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
def test_signs_that_nothing_closes_take_no_long(text):
    start = process_time()
    assert cited(text)[0] == []
    assert process_time() - start < 3


def test_a_file_that_is_no_draft_cites_nothing():
    assert cited(f"<p>Rents <a href='{A}'>rose</a>.</p>", "a.html") == ([], [])
