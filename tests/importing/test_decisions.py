"""Files of decisions: what is read, and what a person hears of a line that cannot be."""

import pytest

from claimtrack.core.decisions import Decision, Ruling
from claimtrack.core.errors import InvalidValue
from claimtrack.importing.decisions import read_decisions


def read(text):
    return read_decisions(text.splitlines(keepends=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The least that decides.
        ("id,decision\n7,accept\n", [(2, Ruling(7, Decision.ACCEPT))]),
        # The letter of the key will do, in either case.
        ("id,decision\n7,A\n8,r\n", [(2, Ruling(7, Decision.ACCEPT)), (3, Ruling(8, Decision.REJECT))]),
        # Rows left blank in the exported queue are not decided.
        ("id,decision\n7,\n8,skip\n", [(3, Ruling(8, Decision.SKIP))]),
        # The byte order mark and the semicolons of Excel.
        ("\ufeffid;decision;other\n7;duplicate;3\n", [(2, Ruling(7, Decision.DUPLICATE, other=3))]),
        # A spreadsheet's headings.
        ("ID, Decision\n7,accept\n", [(2, Ruling(7, Decision.ACCEPT))]),
        # What the queue shows may stay.
        ("id,decision,score,reasons,url\n7,accept,0.5,[],\n", [(2, Ruling(7, Decision.ACCEPT))]),
        # A text over two lines: the number is that of its last line.
        ('id,decision,text\n7,edit,"Two\nlines"\n', [(3, Ruling(7, Decision.EDIT, text="Two\nlines"))]),
        ("id,decision,note\n", []),
    ],
)
def test_decisions_are_read(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        ("id,verdict\n7,accept\n", "line 1: no column decision"),
        # A misspelt column would drop what a person wrote there.
        ("id,decision,spekaer\n7,accept,Bo\n", "line 1: unknown column spekaer"),
    ],
)
def test_a_file_of_other_columns_is_refused(text, message):
    with pytest.raises(InvalidValue, match=message):
        read(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,decision\n7,approve\n", "line 2: unknown decision 'approve'"),
        ("id,decision\nseven,accept\n", "line 2: not the id of a claim: 'seven'"),
        ("id,decision\n99999999999999999999,accept\n", "line 2: not the id of a claim"),
        ("id,decision\n²,accept\n", "line 2: not the id of a claim"),
        ("id,decision\n7,duplicate\n", "line 2: a duplicate needs the id"),
        ("id,decision,text\n7,edit,\n", "line 2: an edit needs a text"),
        ("id,decision\n7,accept\n7,reject\n", "line 3: claim 7 is decided in line 2 already"),
        # A comma in a text without quotes would shift the cells after it.
        ("id,decision,text\n7,edit,Yes, it fell\n", "line 2: more cells than columns"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text, message):
    wrong = [f"line {line}: {what}" for line, what in read(text) if isinstance(what, InvalidValue)]
    assert len(wrong) == 1
    assert wrong[0].startswith(message)


def test_every_bad_line_is_named_and_the_others_are_read():
    read_lines = read("id,decision\nx,accept\n7,accept\n8,maybe\n")
    assert [line for line, what in read_lines if isinstance(what, InvalidValue)] == [2, 4]
    assert read_lines[1] == (3, Ruling(7, Decision.ACCEPT))
