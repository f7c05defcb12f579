"""How texts and lists are written to spreadsheet cells and read back."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.core.sheets.cells import (
    escape_formula,
    is_failed_formula,
    join_list,
    split_list,
    unescape_formula,
)
from tests.tables import each_row

CELLS = [
    # Every spelling that a spreadsheet reads as a formula.
    ("=1+1", "'=1+1"),
    ("+1 percent", "'+1 percent"),
    ("-3 degrees", "'-3 degrees"),
    ("@home", "'@home"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    # LibreOffice and East Asian Excel fold full-width signs to the plain ones.
    ("＝1", "'＝1"),
    # A text that looks escaped gets another apostrophe, so that one can be removed.
    ("'=1", "''=1"),
    ("''@x", "'''@x"),
    # An apostrophe without a formula after it is left alone.
    ("'tis the season", "'tis the season"),
    ("''", "''"),
    # A sign within a text is not a formula.
    ("2+2=4", "2+2=4"),
    ("", ""),
]


@each_row(("text", "cell"), CELLS)
def test_only_a_formula_is_escaped_in_a_cell(text, cell):
    assert escape_formula(text) == cell
    assert unescape_formula(cell) == text


@given(st.text(alphabet="'=+-@\t\r\n＝ax \"", max_size=6))
def test_any_text_survives_a_round_trip_through_a_cell(text):
    assert unescape_formula(escape_formula(text)) == text


@given(st.text(alphabet="'=+-@\t\r\n＝ax", max_size=6))
def test_no_escaped_cell_begins_like_a_formula(text):
    assert escape_formula(text)[:1] not in tuple("=+-@\t\r\n＝＋－＠")


@each_row(
    ("words", "cell"),
    [
        (["economy", "health"], "economy, health"),
        # A comma or a quote inside a word does not split it.
        (["tax, duties", 'the "deal"'], '"tax, duties", "the ""deal"""'),
        # Nor do other separators that people use in their own sheets.
        (["coal; steel", "a|b"], '"coal; steel", "a|b"'),
        ([], ""),
    ],
)
def test_a_list_is_written_readably_and_reads_back(words, cell):
    assert join_list(words) == cell
    assert split_list(cell) == words


def test_a_list_in_json_is_read():
    """`list --format csv` of 0.1.0 wrote tags like this."""
    assert split_list('["tax, duties", "health"]') == ["tax, duties", "health"]
    assert split_list("[]") == []
    assert split_list('["Berlin" notes, 5]') == ['["Berlin" notes', "5]"]


def test_a_carelessly_typed_list_is_read():
    assert split_list(" economy ,health,, ") == ["economy", "health"]
    assert split_list('economy; health|"tax; duties";') == ["economy", "health", "tax; duties"]
    assert split_list('健康、癌症，"水、電"；詐騙') == ["健康", "癌症", "水、電", "詐騙"]
    assert split_list("اقتصاد، خبز؛ صحة") == ["اقتصاد", "خبز", "صحة"]


@given(st.lists(st.text(alphabet='a",;| é、،', min_size=1, max_size=5).map(str.strip).filter(bool)))
def test_every_list_survives_a_csv_file(words):
    line = io.StringIO()
    csv.writer(line).writerow([join_list(words)])
    cell = next(csv.reader(io.StringIO(line.getvalue())))[0] if words else ""
    assert split_list(cell) == words


FORMULAS = [
    ("#NAME?", True, "a text that began with a dash, in Excel"),
    ("#N/A", True, "a look-up that found nothing"),
    ("Err:508", True, "LibreOffice"),
    ("#metoo", False, "a tag"),
    ("He called it a #REF! of a year", False, "a text about an error value"),
    ("Error 508", False, "words"),
]


@each_row(("cell", "is_failed", "reason"), FORMULAS)
def test_the_error_value_of_a_failed_formula_is_recognised(cell, is_failed):
    assert is_failed_formula(cell) is is_failed
