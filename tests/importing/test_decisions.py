"""Files of triage decisions: what is read, and what is reported of a line that cannot be read."""

import io

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.errors import InvalidValue, UnreadableSource
from claimtrack.core.sheets.cells import escape_formula
from claimtrack.importing.decisions import read_decisions
from claimtrack.importing.table import read_table
from tests.importing.conftest import workbook
from tests.tables import each_row


def read(content):
    data = content.encode() if isinstance(content, str) else content
    return read_decisions(read_table(io.BytesIO(data), "queue", from_csv=True))


@each_row(
    ("text", "expected"),
    [
        # The minimum that is needed.
        ("id,decision\n7,accept\n", [(2, Ruling(7, Decision.ACCEPT))]),
        # The letter of the key will do, in either case.
        ("id,decision\n7,A\n8,r\n", [(2, Ruling(7, Decision.ACCEPT)), (3, Ruling(8, Decision.REJECT))]),
        # Rows left blank in the exported queue are not decided.
        ("id,decision\n7,\n8,skip\n", [(3, Ruling(8, Decision.SKIP))]),
        # The byte order mark and the semicolons of Excel.
        ("\ufeffid;decision;other\n7;duplicate;3\n", [(2, Ruling(7, Decision.DUPLICATE, other=3))]),
        # Headers as a spreadsheet writes them.
        ("ID, Decision\n7,accept\n", [(2, Ruling(7, Decision.ACCEPT))]),
        # Columns that the queue only shows are ignored.
        ("id,decision,score,quote,note,url\n7,accept,0.5,,,\n", [(2, Ruling(7, Decision.ACCEPT))]),
        # A text of two lines has the number of its first line.
        ('id,decision,text\n7,edit,"Two\nlines"\n', [(2, Ruling(7, Decision.EDIT, text="Two\nlines"))]),
        # Empty columns and cells, which spreadsheets add.
        ("id,decision,,\n7,accept,,\n", [(2, Ruling(7, Decision.ACCEPT))]),
        ("id,decision\n7,accept,,,\n", [(2, Ruling(7, Decision.ACCEPT))]),
        ("id,,decision\n7,,accept\n", [(2, Ruling(7, Decision.ACCEPT))]),
        # As by `import csv`: any separator, and JSON Lines as `--list --format ndjson` prints them.
        ("sep=;\nid;decision\n7;accept\n", [(3, Ruling(7, Decision.ACCEPT))]),
        ("id|decision\n7|accept\n", [(2, Ruling(7, Decision.ACCEPT))]),
        (
            '{"id": 7, "decision": "reject", "note": null, "flags": []}\n',
            [(1, Ruling(7, Decision.REJECT))],
        ),
        # The apostrophe that escapes a formula is removed; one that belongs to the text is kept.
        ("id,decision,text\n7,edit,'-5 percent\n", [(2, Ruling(7, Decision.EDIT, text="-5 percent"))]),
        ("id,decision,text\n7,edit,'tis cold\n", [(2, Ruling(7, Decision.EDIT, text="'tis cold"))]),
        ("id,decision,note\n", []),
    ],
)
def test_decisions_are_read(text, expected):
    assert read(text) == expected


def test_workbook_saved_from_the_queue_is_read_like_the_queue():
    """Excel keeps the apostrophe of the CSV as part of the text."""
    data = workbook(["id", "decision", "text", None], [7, "edit", escape_formula("-5 percent"), None])
    assert read(data) == [(2, Ruling(7, Decision.EDIT, text="-5 percent"))]


@each_row(
    ("text", "message"),
    [
        ("id,verdict\n7,accept\n", "there is no column decision"),
        (
            "sep=;\n",
            "there is no column id and no column decision: the first line has none",
        ),
        # What a person wrote in a misspelt column would be lost.
        ("id,decision,spekaer\n7,accept,Bo\n", "^unknown column spekaer"),
        # It is unclear which of the two is meant.
        ("id,decision,Decision\n7,accept,reject\n", "^two columns are called decision"),
    ],
)
def test_file_with_other_columns_is_refused(text, message):
    with pytest.raises(InvalidValue, match=message):
        read(text)


@each_row(
    ("text", "message"),
    [
        ("", "queue is empty"),
        # The rows after it would become part of its text.
        (
            'id,decision,text\n7,accept,"Rents\n8,reject,\n',
            "line 2: a quotation mark in this row is never closed",
        ),
        (
            'id,decision,text\n7,accept,"Rents\n8,edit,"Wages"\n',
            "line 2: a quotation mark closes in the middle",
        ),
        # A comma in a text without quotation marks would shift the cells after it.
        ("id,decision,text\n7,edit,Yes, it fell\n", "line 2: 4 cells under 3 headers"),
    ],
)
def test_malformed_table_is_refused_with_the_line_number(text, message):
    with pytest.raises(UnreadableSource, match=message):
        read(text)


def test_unclosed_quotation_mark_in_a_long_file_is_refused():
    """By default, the csv module accepts no cell of more than 131,072 characters."""
    with pytest.raises(UnreadableSource, match="line 2: a quotation mark in this row is never closed"):
        read('id,decision,text\n1,accept,"Rents\n' + "".join(f"{n},reject,\n" for n in range(2, 20_000)))


@each_row(
    ("text", "message"),
    [
        ("id,decision\n7,approve\n", "line 2: unknown decision 'approve'"),
        ("id,decision,version\n7,accept,abc\n", "line 2: not the version of a claim: 'abc'"),
        ("id,decision\nseven,accept\n", "line 2: not a claim id: 'seven'"),
        ("id,decision\n99999999999999999999,accept\n", "line 2: not a claim id"),
        ("id,decision\n²,accept\n", "line 2: not a claim id"),
        ("id,decision\n7,duplicate\n", "line 2: a duplicate needs the id"),
        ("id,decision,text\n7,edit,\n", "line 2: an edit needs a text"),
        ("id,decision\n7,accept\n7,reject\n", "line 3: claim 7 is decided on already, in line 2"),
        ("id,decision,\n7,accept,Bo\n", "line 2: 'Bo' is in a column without a name"),
    ],
)
def test_unreadable_line_is_named(text, message):
    wrong = [f"line {line}: {what}" for line, what in read(text) if isinstance(what, InvalidValue)]
    assert len(wrong) == 1
    assert wrong[0].startswith(message)


def test_every_bad_line_is_named_and_the_others_are_read():
    read_lines = read("id,decision\nx,accept\n7,accept\n8,maybe\n")
    assert [line for line, what in read_lines if isinstance(what, InvalidValue)] == [2, 4]
    assert read_lines[1] == (3, Ruling(7, Decision.ACCEPT))
