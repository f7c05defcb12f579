"""PDF files become paragraphs: lines are put together, and what stands on every page is left out."""

import io
import sys
from pathlib import Path

import pytest

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch.kinds import load
from claimtrack.fetch.loaded import Hints
from tests.tables import each_row

pypdfium2 = pytest.importorskip("pypdfium2", reason="PDF files are read with claimtrack[documents]")

SAMPLES = Path(__file__).parent / "samples"
WIDTH, HEIGHT = 595, 842
TOP, LEFT = 700, 72
SIZE, STEP = 12, 15


TURNED = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}


def _upright(line):
    return line if len(line) > 4 else (*line, TURNED[0])


def pdf(*pages, title=""):
    """A PDF of pages, each of (x, y, size, words) in Helvetica, whose letters it need not hold; no brackets in the words."""
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
    """Lines below each other, from the place `x`, `y` on."""
    return [(x, y - number * step, size, text) for number, text in enumerate(words)]


def raised(number):
    """A small number above the line, within words of SIZE."""
    return f") Tj 5 Ts /F 7 Tf ({number}) Tj 0 Ts /F {SIZE} Tf ("


def read(data):
    [loaded] = load(data, Hints("report.pdf"))
    return loaded.article


def paragraphs(*pages):
    return read(pdf(*pages)).text.split("\n\n")


FULL = "Rents in the capital rose by 12 percent last year and by 9 percent in the rest of the"
NEXT = "country, housing minister Ada Miller said on Tuesday. They had fallen in 2021 and in 2022,"

CASES = [
    pytest.param(
        [lines(FULL, "country.")], [f"{FULL} country."], id="lines of one paragraph are put together"
    ),
    pytest.param(
        [[*lines(FULL, "country."), *lines("It rained.", y=TOP - 3 * STEP)]],
        [f"{FULL} country.", "It rained."],
        id="a wider distance parts paragraphs",
    ),
    pytest.param(
        [lines(FULL, "country.", FULL, "country.")],
        [f"{FULL} country."] * 2,
        id="so does a short line that ends a sentence, without any distance",
    ),
    pytest.param(
        [lines(FULL, NEXT, FULL)],
        [f"{FULL} {NEXT} {FULL}"],
        id="a full line that ends in a comma or in no mark does not",
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
        id="each item of a list is one",
    ),
    pytest.param(
        [[*lines(FULL), (LEFT, 40, SIZE, "12")], [*lines("country."), (LEFT, 40, SIZE, "13")]],
        [f"{FULL} country."],
        id="a sentence goes on over the end of a page, past its number",
    ),
    pytest.param(
        [[(LEFT, 800, 9, f"Housing report, page {n}"), *lines(f"{FULL} {n}.")] for n in (1, 2, 3)],
        [f"{FULL} {n}." for n in (1, 2, 3)],
        id="running heads are no text",
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
        id="a word that a line's end parts is whole, and keeps the hyphen that it has elsewhere",
    ),
    pytest.param(
        [lines(f"Rents have risen since 2019.{raised(1)} Fares fell.")],
        ["Rents have risen since 2019. Fares fell."],
        id="the mark of a note is none of a number",
    ),
    pytest.param(
        [
            lines(
                f"In 2023{raised(1)} rents rose by 12%{raised(2)} to 4,500{raised('3,4')} crowns, the city said."
            )
        ],
        ["In 2023 rents rose by 12% to 4,500 crowns, the city said."],
        id="behind a figure, too",
    ),
    pytest.param(
        [lines(f"It has 10{raised(6)} inhabitants, and none of them is poor.")],
        ["It has 10^6 inhabitants, and none of them is poor."],
        id="a power of ten is one",
    ),
    pytest.param(
        [[(LEFT, TOP, 36, "40%"), (150, TOP, 12, "of homes, some 4,500, are empty and 300 are let.")]],
        ["40% of homes, some 4,500, are empty and 300 are let."],
        id="small figures behind large ones are text",
    ),
    pytest.param(
        [[(LEFT, TOP, 36, "T"), (96, TOP, 12, "he city built 4,500 homes in a year.")]],
        ["The city built 4,500 homes in a year."],
        id="a large letter begins the word behind it",
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
        id="paragraphs of one line, whose distance is all there is",
    ),
    pytest.param(
        [lines(FULL, NEXT, "it said.", "Brandt: Taxes rose.", "Moor: They fell.")],
        [f"{FULL} {NEXT} it said.", "Brandt: Taxes rose.", "Moor: They fell."],
        id="short ones behind a long one, without any distance",
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
        id="a dash or an initial within a sentence begins no item",
    ),
    pytest.param(
        [lines("1. Rents rose in the north.", "2. Fares fell in the south."), lines("3. Taxes rose.")],
        ["1. Rents rose in the north.", "2. Fares fell in the south.", "3. Taxes rose."],
        id="numbers do",
    ),
    pytest.param(
        [[*lines(FULL), *lines("1 The ministry's own table 7.", y=120, size=8)], lines("country, she said.")],
        [f"{FULL} country, she said."],
        id="the notes at the foot of a page stand in nobody's sentence",
    ),
    pytest.param(
        [
            [
                *lines("Only 900 of the 4,500 homes are let."),
                (300, 100, SIZE, "It has 412 rooms in 33 houses.", TURNED[90]),
            ]
        ],
        ["Only 900 of the 4,500 homes are let.", "It has 412 rooms in 33 houses."],
        id="text that is turned keeps its figures",
    ),
    pytest.param(
        [lines(f"The new flats have 40 m{raised(2)} each.")],
        ["The new flats have 40 m2 each."],
        id="a power is",
    ),
]


@each_row(("pages", "expected"), CASES)
def test_lines_become_paragraphs(pages, expected):
    assert paragraphs(*pages) == expected


BEGINS = {0: (72, 700, 0, -1), 90: (100, 72, 1, 0), 180: (523, 142, 0, 1), 270: (495, 770, -1, 0)}
"""Where the first of some lines that are so turned begins, and which way the next one stands."""


@pytest.mark.parametrize("of_page", TURNED)
@pytest.mark.parametrize("of_words", TURNED)
def test_a_page_reads_from_its_first_line_on_whichever_way_it_lies(of_words, of_page):
    """A wide table is printed on its side, and a page may be shown so. PDFium then gave the last line first, and sentences were mixed."""
    x, y, right, up = BEGINS[of_words]
    said = ["Rents rose by 12 percent in the", "capital last year, Ada Moor told us."]
    drawn = [line.replace(" ", ") Tj 40 0 Td ( ", 1) for line in said]  # in pieces, as browsers draw
    words = [
        (x + right * STEP * at, y + up * STEP * at, SIZE, line, TURNED[of_words])
        for at, line in enumerate(drawn)
    ]
    with pypdfium2.PdfDocument(pdf(words)) as document:
        document[0].set_rotation(of_page)
        document.save(turned := io.BytesIO())
    assert read(turned.getvalue()).text == " ".join(said)


@each_row(
    ("title", "expected"),
    [
        ("Rents rise again", "Rents rise again"),
        pytest.param("Microsoft Word - draft7.docx", None, id="a program's title does not stand in the text"),
        ("", None),
    ],
)
def test_its_title_is_the_makers_where_the_text_has_it(title, expected):
    data = pdf([*lines("Rents rise again", size=24), *lines(FULL, y=TOP - 30)], title=title)
    assert read(data).title == expected


def test_a_page_that_a_browser_printed_reads_as_it_stood_there():
    """Justified lines, a heading, a list, a table, two columns over two pages, heads and feet of the browser's own."""
    found = read((SAMPLES / "printed.pdf").read_bytes()).text.split("\n\n")
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


def test_the_bytes_tell_it_whatever_the_file_is_called():
    [loaded] = load(pdf(lines(FULL)), Hints("download"))
    assert loaded.article.text == FULL


@each_row("before", [b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\n"])
def test_something_may_stand_before_it(before):
    assert read(before + pdf(lines(FULL))).text == FULL


def test_notes_are_read_where_the_whole_is_wanted():
    page = [*lines(FULL), *lines("1 The ministry's own table 7.", y=120, size=8)]
    [loaded] = load(pdf(page), Hints("report.pdf", whole=True))
    assert "table 7" in loaded.article.text


@each_row(
    ("data", "remedy"),
    [
        pytest.param(pdf([]), "ocrmypdf", id="pictures of pages"),
        pytest.param(
            b"%PDF-1.7 ...", "it may be damaged: download or save it again", id="nothing behind the head"
        ),
        pytest.param(pdf(lines(FULL))[:300], "it may be damaged: download or save it again", id="cut off"),
    ],
)
def test_what_has_no_text_says_what_to_do(data, remedy):
    with pytest.raises(UnreadableSource, match=remedy):
        read(data)


def with_pictures(data, pages):
    """The PDF with so many pages more, each of a picture."""
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
    ("data", "told"),
    [
        pytest.param(pdf(lines(FULL)), (), id="text alone"),
        pytest.param(pdf(lines(FULL), []), (), id="a blank page"),
        pytest.param(
            with_pictures(pdf(lines(FULL)), 1), ("no text on page 2,",), id="an annex that was scanned"
        ),
        pytest.param(with_pictures(pdf(lines(FULL)), 3), ("no text on pages 2, 3, 4,",), id="a longer one"),
    ],
)
def test_pages_that_are_pictures_among_others_of_text_are_told(data, told):
    [loaded] = load(data, Hints("report.pdf"))
    assert FULL in loaded.article.text
    assert tuple(one[: len(start)] for one, start in zip(loaded.warnings, told, strict=True)) == told
    assert all("ocrmypdf --skip-text" in one for one in loaded.warnings)


def test_without_the_reader_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableSource, match=r"pip install 'claimtrack\[documents\]'"):
        read(pdf(lines(FULL)))


def test_the_numbers_of_lines_of_a_court_are_no_text():
    said = [
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
    numbered = [f"{number} {words}" for number, words in enumerate(said, start=1)]
    assert paragraphs(lines(*numbered), lines("1 A. Nobody did.")) == [
        "MR REED: Mrs Lund is here. She kept the harbour for 11 years. TESS LUND affirmed",
        "MR REED: Can you see me?",
        "A. I can.",
        "Q. Your statement is dated 24 April 2023. Is that so?",
        "A. It is. I saw 40 boats go down and counted them.",
        "Q. Who else did?",
        "A. Nobody did.",
    ]
