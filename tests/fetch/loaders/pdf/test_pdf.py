"""PDF files become paragraphs: lines are joined, and what is repeated on every page is left out."""

import io
import sys

import pytest

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch.kinds.loading import load
from claimtrack.fetch.loaded import Hints
from tests.fetch.conftest import SAMPLES
from tests.tables import each_row

pypdfium2 = pytest.importorskip("pypdfium2", reason="PDF files are read with claimtrack[documents]")

WIDTH, HEIGHT = 595, 842
TOP, LEFT = 700, 72
SIZE, STEP = 12, 15


ROTATIONS = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}


def _upright(line):
    return line if len(line) > 4 else (*line, ROTATIONS[0])


def pdf(*pages, title=""):
    """A PDF of these pages of (x, y, size, words), set in Helvetica, which need not be embedded; the words have no brackets."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    font = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >>"
    kids = []
    for page in pages:
        drawn = "".join(
            f"BT /F {size} Tf {turn} {x} {y} Tm ({words}) Tj ET\n"
            for x, y, size, words, turn in map(_upright, page)
        )
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(objects) + 2} 0 R /Resources {font} >>"
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}endstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) >>")
    body = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body.encode("cp1252")))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    start = len(body.encode("cp1252"))
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    body += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return body.encode("cp1252")


def lines(*words, x=LEFT, y=TOP, size=SIZE, step=STEP):
    """Lines below each other, the first one at `x`, `y`."""
    return [(x, y - number * step, size, text) for number, text in enumerate(words)]


def superscript(number):
    """A small raised number, within words of SIZE."""
    return f") Tj 5 Ts /F 7 Tf ({number}) Tj 0 Ts /F {SIZE} Tf ("


def read_pdf(data):
    [loaded] = load(data, Hints("report.pdf"))
    return loaded.article


def paragraphs(*pages):
    return read_pdf(pdf(*pages)).text.split("\n\n")


FULL = "Rents in the capital rose by 12 percent last year and by 9 percent in the rest of the"
NEXT = "country, housing minister Ada Miller said on Tuesday. They had fallen in 2021 and in 2022,"

CASES = [
    pytest.param([lines(FULL, "country.")], [f"{FULL} country."], id="lines of one paragraph are joined"),
    pytest.param(
        [[*lines(FULL, "country."), *lines("It rained.", y=TOP - 3 * STEP)]],
        [f"{FULL} country.", "It rained."],
        id="a wider distance separates paragraphs",
    ),
    pytest.param(
        [lines(FULL, "country.", FULL, "country.")],
        [f"{FULL} country."] * 2,
        id="a short line that ends a sentence ends a paragraph, without any distance",
    ),
    pytest.param(
        [lines(FULL, NEXT, FULL)],
        [f"{FULL} {NEXT} {FULL}"],
        id="a full line that ends in a comma or without punctuation does not end a paragraph",
    ),
    pytest.param(
        [[*lines(FULL, NEXT + " he said."), *lines(FULL, x=LEFT + 18, y=TOP - 2 * STEP)]],
        [f"{FULL} {NEXT} he said.", FULL],
        id="an indent begins a paragraph",
    ),
    pytest.param(
        [[*lines("Rents rise again", size=24), *lines(FULL, "country.", y=TOP - 30)]],
        ["Rents rise again", f"{FULL} country."],
        id="letters of another size are a heading",
    ),
    pytest.param(
        [lines("• Rents rose in the north.", "• Fares fell in the south.")],
        ["• Rents rose in the north.", "• Fares fell in the south."],
        id="every item of a list is a paragraph",
    ),
    pytest.param(
        [[*lines(FULL), (LEFT, 40, SIZE, "12")], [*lines("country."), (LEFT, 40, SIZE, "13")]],
        [f"{FULL} country."],
        id="a sentence continues on the next page, past the page number",
    ),
    pytest.param(
        [[(LEFT, 800, 9, f"Housing report, page {n}"), *lines(f"{FULL} {n}.")] for n in (1, 2, 3)],
        [f"{FULL} {n}." for n in (1, 2, 3)],
        id="running heads are left out",
    ),
    pytest.param(
        [
            [
                *lines("Rents rose by 12", "percent in the", "capital and fell", y=TOP),
                *lines("in the north, Ada", "Miller said.", x=320),
            ]
        ],
        ["Rents rose by 12 percent in the capital and fell in the north, Ada Miller said."],
        id="two columns are read one after the other",
    ),
    pytest.param(
        [[*lines("The govern-", "ment built long-", "term homes, long-term", "ones, it said.")]],
        ["The government built long-term homes, long-term ones, it said."],
        id="a word hyphenated at the end of a line is joined, and keeps a hyphen that it has elsewhere",
    ),
    pytest.param(
        [lines(f"Rents have risen since 2019.{superscript(1)} Fares fell.")],
        ["Rents have risen since 2019. Fares fell."],
        id="the mark of a note is dropped after a year",
    ),
    pytest.param(
        [
            lines(
                f"In 2023{superscript(1)} rents rose by 12%{superscript(2)} to 4,500{superscript('3,4')} crowns, the city said."
            )
        ],
        ["In 2023 rents rose by 12% to 4,500 crowns, the city said."],
        id="the mark of a note is dropped after other numbers",
    ),
    pytest.param(
        [lines(f"It has 10{superscript(6)} inhabitants, and none of them is poor.")],
        ["It has 10^6 inhabitants, and none of them is poor."],
        id="a power of ten is kept",
    ),
    pytest.param(
        [[(LEFT, TOP, 36, "40%"), (150, TOP, 12, "of homes, some 4,500, are empty and 300 are let.")]],
        ["40% of homes, some 4,500, are empty and 300 are let."],
        id="small text after a large number is kept",
    ),
    pytest.param(
        [[(LEFT, TOP, 36, "T"), (96, TOP, 12, "he city built 4,500 homes in a year.")]],
        ["The city built 4,500 homes in a year."],
        id="a drop cap belongs to the word after it",
    ),
    pytest.param(
        [[(LEFT, TOP - STEP, 36, "T"), *lines("he city built 4,500 homes", "in a year.", x=96)]],
        ["The city built 4,500 homes in a year."],
        id="a drop cap as high as two lines",
    ),
    pytest.param(
        [lines("Rents rose, Ada Smith-", "Jones said.")],
        ["Rents rose, Ada Smith-Jones said."],
        id="a double name keeps its hyphen",
    ),
    pytest.param(
        [
            lines(
                "Miller: We built 40,000 homes in this town.",
                "Brandt: Only 9,000 of these are let, sir.",
                step=2 * STEP,
            )
        ],
        ["Miller: We built 40,000 homes in this town.", "Brandt: Only 9,000 of these are let, sir."],
        id="paragraphs of one line are known by their distance",
    ),
    pytest.param(
        [lines(FULL, NEXT, "it said.", "Brandt: Taxes rose.", "Moor: They fell.")],
        [f"{FULL} {NEXT} it said.", "Brandt: Taxes rose.", "Moor: They fell."],
        id="short paragraphs after a long one, without any distance",
    ),
    pytest.param(
        [
            lines(
                FULL,
                "- more than ever - and by 20 percent in the north, a report by the engineers",
                "J. Doe and A. Roe said.",
            )
        ],
        [
            f"{FULL} - more than ever - and by 20 percent in the north, a report by the engineers J. Doe and A. Roe said."
        ],
        id="a dash or an initial within a sentence does not begin a list item",
    ),
    pytest.param(
        [lines("1. Rents rose in the north.", "2. Fares fell in the south."), lines("3. Taxes rose.")],
        ["1. Rents rose in the north.", "2. Fares fell in the south.", "3. Taxes rose."],
        id="numbers begin list items",
    ),
    pytest.param(
        [[*lines(FULL), *lines("1 The ministry's own table 7.", y=120, size=8)], lines("country, she said.")],
        [f"{FULL} country, she said."],
        id="notes at the foot of a page do not interrupt a sentence",
    ),
    pytest.param(
        [
            [
                *lines("Only 900 of the 4,500 homes are let."),
                (300, 100, SIZE, "It has 412 rooms in 33 houses.", ROTATIONS[90]),
            ]
        ],
        ["Only 900 of the 4,500 homes are let.", "It has 412 rooms in 33 houses."],
        id="rotated text keeps its numbers",
    ),
    pytest.param(
        [lines(f"The new flats have 40 m{superscript(2)} each.")],
        ["The new flats have 40 m2 each."],
        id="a unit keeps its power",
    ),
]


@each_row(("pages", "expected"), CASES)
def test_lines_become_paragraphs(pages, expected):
    assert paragraphs(*pages) == expected


FIRST_LINES = {0: (72, 700, 0, -1), 90: (100, 72, 1, 0), 180: (523, 142, 0, 1), 270: (495, 770, -1, 0)}
"""For each rotation: where the first line begins, and the direction of the next one."""


@pytest.mark.parametrize("page_rotation", ROTATIONS)
@pytest.mark.parametrize("text_rotation", ROTATIONS)
def test_rotated_page_is_read_from_its_first_line(text_rotation, page_rotation):
    """Wide tables are printed sideways, and pages may be shown so: PDFium then gave the last line first, which mixed sentences."""
    x, y, right, up = FIRST_LINES[text_rotation]
    sentence_lines = ["Rents rose by 12 percent in the", "capital last year, Ada Moor told us."]
    drawn = [
        line.replace(" ", ") Tj 40 0 Td ( ", 1) for line in sentence_lines
    ]  # in pieces, as browsers draw
    words = [
        (x + right * STEP * number, y + up * STEP * number, SIZE, line, ROTATIONS[text_rotation])
        for number, line in enumerate(drawn)
    ]
    with pypdfium2.PdfDocument(pdf(words)) as document:
        document[0].set_rotation(page_rotation)
        document.save(turned := io.BytesIO())
    assert read_pdf(turned.getvalue()).text == " ".join(sentence_lines)


@each_row(
    ("title", "expected"),
    [
        ("Rents rise again", "Rents rise again"),
        pytest.param(
            "Microsoft Word - draft7.docx", None, id="the title set by a program is not in the text"
        ),
        ("", None),
    ],
)
def test_document_title_is_used_only_when_the_text_contains_it(title, expected):
    data = pdf([*lines("Rents rise again", size=24), *lines(FULL, y=TOP - 30)], title=title)
    assert read_pdf(data).title == expected


def test_page_printed_by_a_browser_is_read_as_on_the_screen():
    """Justified lines, a heading, a list, a table, two columns over two pages, and the browser's headers and footers."""
    found = read_pdf((SAMPLES / "printed.pdf").read_bytes()).text.split("\n\n")
    assert found[:3] == ["Harbour fees in Elland rise again", "By Jo Marsh", "3 May 2024"]
    assert found[3].startswith(
        "Fees in the harbour of Elland rose by 12 percent last year, harbour master Ada Miller said on"
    )
    assert found[7:10] == [
        "The council said the fees had not changed since 2019. It spent $1.2bn on the new pier.",
        "Traffic fell by a third in 2023.",
        "The ferry carried 300,000 passengers.",
    ]
    numbered = [words for words in found if words.startswith("Paragraph number ")]
    assert len(numbered) == 14
    assert all(words.endswith("Miller said, and a considerable improvement.") for words in numbered)
    assert len(found) == 3 + 4 + 3 + 3 + 14 + 1  # and the note at the end


def test_pdf_is_recognised_by_its_content():
    [loaded] = load(pdf(lines(FULL)), Hints("download"))
    assert loaded.article.text == FULL


@each_row("before", [b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\n"])
def test_pdf_may_be_preceded_by_other_bytes(before):
    assert read_pdf(before + pdf(lines(FULL))).text == FULL


def test_notes_are_read_when_the_whole_file_is_wanted():
    page = [*lines(FULL), *lines("1 The ministry's own table 7.", y=120, size=8)]
    [loaded] = load(pdf(page), Hints("report.pdf", whole=True))
    assert "table 7" in loaded.article.text


@each_row(
    ("data", "remedy"),
    [
        pytest.param(pdf([]), "ocrmypdf", id="pictures of pages"),
        pytest.param(
            b"%PDF-1.7 ...", "it may be damaged: download or save it again", id="nothing after the header"
        ),
        pytest.param(pdf(lines(FULL))[:300], "it may be damaged: download or save it again", id="cut off"),
    ],
)
def test_pdf_without_text_is_refused_with_a_remedy(data, remedy):
    with pytest.raises(UnreadableSource, match=remedy):
        read_pdf(data)


def add_pictures(data, pages):
    """The PDF with this many more pages, each with a picture only."""
    with pypdfium2.PdfDocument(data) as document:
        for _ in range(pages):
            page = document.new_page(WIDTH, HEIGHT)
            picture = pypdfium2.PdfImage.new(document)
            picture.set_bitmap(pypdfium2.PdfBitmap.new_native(1, 1, pypdfium2.raw.FPDFBitmap_Gray))
            page.insert_obj(picture)
            page.gen_content()
        document.save(whole := io.BytesIO())
    return whole.getvalue()


@each_row(
    ("data", "starts"),
    [
        pytest.param(pdf(lines(FULL)), (), id="text alone"),
        pytest.param(pdf(lines(FULL), []), (), id="a blank page"),
        pytest.param(add_pictures(pdf(lines(FULL)), 1), ("no text on page 2,",), id="a scanned annex"),
        pytest.param(
            add_pictures(pdf(lines(FULL)), 3), ("no text on pages 2, 3, 4,",), id="a longer scanned annex"
        ),
    ],
)
def test_scanned_pages_among_pages_of_text_are_reported(data, starts):
    [loaded] = load(data, Hints("report.pdf"))
    assert FULL in loaded.article.text
    assert (
        tuple(warning[: len(start)] for warning, start in zip(loaded.warnings, starts, strict=True)) == starts
    )
    assert all("ocrmypdf --skip-text" in warning for warning in loaded.warnings)


def test_missing_pdf_reader_is_reported_with_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableSource, match=r"pip install 'claimtrack\[documents\]'"):
        read_pdf(pdf(lines(FULL)))


def test_line_numbers_of_a_court_transcript_are_dropped():
    spoken = [
        "MR REED: Mrs Lund is here. She kept the harbour",
        "for 11 years.",
        "TESS LUND affirmed",
        "MR REED: Can you see me?",
        "A. I can.",
        "Q. Your statement is dated 24 April",
        "2023. Is that so?",
        "A. It is. I saw 40 boats go down and",
        "counted them.",
        "Q. Who else did?",
    ]
    numbered = [f"{number} {words}" for number, words in enumerate(spoken, start=1)]
    assert paragraphs(lines(*numbered), lines("1 A. Nobody did.")) == [
        "MR REED: Mrs Lund is here. She kept the harbour for 11 years. TESS LUND affirmed",
        "MR REED: Can you see me?",
        "A. I can.",
        "Q. Your statement is dated 24 April 2023. Is that so?",
        "A. It is. I saw 40 boats go down and counted them.",
        "Q. Who else did?",
        "A. Nobody did.",
    ]
