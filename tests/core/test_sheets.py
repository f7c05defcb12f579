import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.core.sheetcells import read_cell
from claimtrack.core.sheets import map_headers

MAPPED = [
    # Our own export: each column by its name, those that an import cannot change left out.
    (["id", "text", "rating", "version"], {}, ["id", "text", "version"]),
    # Any order, any case, spaces for underscores.
    (["Version", " Claimed On ", "TEXT"], {}, ["version", "claimed_on", "text"]),
    # What other desks call them.
    (["Speaker", "Exact words", "Date said"], {}, ["claimant", "text", "claimed_on"]),
    # A column's own name goes before a usual one, wherever it stands.
    (["claim", "text"], {}, ["text"]),
    # Adjusted by hand.
    (["Words", "Whose"], {"Words": "text", "Whose": "claimant"}, ["text", "claimant"]),
    (["text", "tags"], {"tags": ""}, ["text"]),
    (["a", "b", "text"], {"a": "", "b": ""}, ["text"]),
]


@pytest.mark.parametrize(("headers", "adjusted", "fields"), MAPPED)
def test_columns_are_known_by_their_headers(headers, adjusted, fields):
    mapped = map_headers(headers, adjusted)
    assert [mapped[position] for position in sorted(mapped)] == fields


def test_a_columns_own_name_goes_before_a_usual_one():
    assert map_headers(["claim", "text"]) == {1: "text"}


@pytest.mark.parametrize(
    ("headers", "adjusted", "message"),
    [
        (["name", "age"], {}, "no column is the claim's id or text; there are 'name', 'age'"),
        (["text"], {"words": "text"}, "no column 'words' to map; there are 'text'"),
        (["text"], {"text": "verdict"}, "'verdict' is no field to import: id, version, text"),
        (["a", "b"], {"a": "text", "b": "text"}, "two columns are to be 'text'"),
    ],
)
def test_a_mapping_that_cannot_be_says_why(headers, adjusted, message):
    with pytest.raises(InvalidValue, match=message):
        map_headers(headers, adjusted)


CELLS = [
    ("claimed_on", "2024-04-22", None, "2024-04-22"),
    # Excel rewrites ISO days in its country's way: what the desk holds tells which.
    ("claimed_on", "22/04/2024", "2024-04-22", "2024-04-22"),
    ("claimed_on", "4/22/2024", "2024-04-22", "2024-04-22"),
    ("claimed_on", "03/05/2024", "2024-05-03", "2024-05-03"),
    ("claimed_on", "03/05/2024", "2024-03-05", "2024-03-05"),
    ("claimed_on", "3/5/24", "2024-03-05", "2024-03-05"),
    # Changed, but certain.
    ("claimed_on", "25/04/2024", "2024-04-22", "2024-04-25"),
    ("claimed_on", "03.05.2024", None, "2024-05-03"),
    ("claimed_on", "2024-04-22 00:00:00", "2024-04-22", "2024-04-22"),
    ("claimed_on", "", "2024-04-22", None),
    ("tags", "health, economy", ("economy", "health"), ("economy", "health")),
    ("tags", "", ("economy",), ()),
    ("tags", "b , a,", None, ("a", "b")),
    # Line breaks that a spreadsheet rewrote are no edit.
    ("text", "two\nlines", "two\r\nlines", "two\r\nlines"),
    ("text", " as written\t", None, " as written\t"),
    ("status", "In review", None, "in_review"),
    ("priority", "HIGH", None, "high"),
    ("assignee", "  ", "ada", None),
    ("claimant", " Ada  Miller ", None, "Ada Miller"),
]


@pytest.mark.parametrize(("field", "cell", "held", "value"), CELLS)
def test_a_cell_is_read_beside_what_the_desk_holds(field, cell, held, value):
    assert read_cell(field, cell, held) == value


@pytest.mark.parametrize(
    ("field", "cell", "message"),
    [
        ("text", "a\0b", "text holds a NUL character"),
        ("text", " ", "text is empty"),
        ("text", "x" * 10_001, "10,000 are the most"),
        ("status", "done", "no status 'done': proposed, open"),
        # The third of May or the fifth of March: it does not guess.
        ("claimed_on", "03/05/2024", "not one certain day"),
        ("claimed_on", "last week", "not a day"),
        ("claimed_on", "31/02/2024", "not one certain day"),
        ("url", "https://news.example:99999/", "not a web address"),
        ("url", "news.example", "not a web address"),
    ],
)
def test_a_cell_that_means_nothing_says_so(field, cell, message):
    with pytest.raises(InvalidValue, match=message):
        read_cell(field, cell)
