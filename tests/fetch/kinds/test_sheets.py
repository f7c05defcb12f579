"""A spreadsheet is no article: it is refused, or read as one text with a warning."""

from contextlib import nullcontext

import pytest

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.model import Article
from claimtrack.fetch import Hints
from claimtrack.fetch.kinds.sheets import refuse_sheet, warn_of_rows
from claimtrack.fetch.loaded import Loaded
from tests.tables import each_row

ROWS = "id,text\n1,Rents rose.\n"


@each_row(
    ("name", "data", "how", "words"),
    [
        *(
            pytest.param(f"a.{ending}", b"a,b", {}, "is a spreadsheet, not an article", id="by its name")
            for ending in "csv tsv tab xls xlsx xlsm ods".split()
        ),
        pytest.param("a.csv", b"a,b", {"media_type": "text/csv"}, "is a spreadsheet", id="sent as one"),
        pytest.param("a.csv", b"<html>", {"media_type": "text/html"}, None, id="a page with such an address"),
        pytest.param("a.txt", b"a,b", {}, None, id="a text"),
        pytest.param("a.csv", b"a,b", {"whole": True}, None, id="cells wanted as text"),
        pytest.param("a.xlsx", b"PK\x03\x04", {"whole": True}, "is a workbook", id="a workbook"),
        pytest.param("a.xls", b"\xd0\xcf\x11\xe0", {"whole": True}, "is a workbook", id="an old one"),
        pytest.param("a.xls", b"a\tb", {"whole": True}, None, id="rows with the name of a workbook"),
    ],
)
def test_spreadsheet_is_refused_by_its_name(name, data, how, words):
    with pytest.raises(UnreadableSource, match=f"{name} {words}") if words else nullcontext():
        refuse_sheet(data, Hints(name, **how))


@each_row(
    ("name", "written", "is_warned"),
    [
        pytest.param("-", ROWS, True, id="standard input"),
        pytest.param("a.txt", ROWS, True, id="a text"),
        pytest.param("a.md", ROWS, False, id="Markdown"),
        pytest.param("a.tab", "Rents rose.", True, id="the name of a sheet"),
        pytest.param("-", "", False, id="no text"),
        pytest.param("-", "\ufeff\r\n\nid;claimant\r\n1;Ann\r\n", True, id="a mark, blank lines, semicolons"),
        pytest.param("-", "claimant\t text \nAnn\tRents, once low, rose.", True, id="tabs, a padded header"),
        pytest.param("-", "id|rating\n1|false", True, id="bars"),
        pytest.param("-", 'text,claimant\n"Rents, once\nlow, rose",Ann', True, id="a cell of two lines"),
        pytest.param("-", '"id","text"\n"1","Rents rose"\n', True, id="quoted cells"),
        pytest.param("-", "The claim, she said\nRents rose, she said, by a half.", False, id="a headline"),
        pytest.param("-", f"Text,{'x' * 140_000}\nRents", False, id="a long first line"),
        pytest.param("-", "claimant,rating\nAnn,false", False, id="no column of claims"),
        pytest.param("-", "id,text\n1,Rents,rose", False, id="another number of cells"),
        pytest.param("-", "id,text", False, id="no row"),
        pytest.param("-", "id\n1", False, id="one column"),
        *(pytest.param("-", f"x, claim{stop} \nAnn, Bo", False, id="a sentence") for stop in ".!?:"),
    ],
)
@pytest.mark.parametrize(("whole", "command"), [(True, "match --file"), (False, "import csv FILE")])
def test_rows_read_as_one_text_are_reported(name, written, is_warned, whole, command):
    one = Loaded(Article("Rents rose."), name, ("earlier",), written)
    told = warn_of_rows(one, Hints(name, whole=whole)).warnings[1:]
    assert [command in warning for warning in told] == [True] * is_warned
