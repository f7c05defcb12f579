"""Tables as text."""

from claimtrack.cli.printed.tables import laid_out

HEADINGS = ["claim", "says"]


def table(*cells):
    return laid_out(cells, HEADINGS).split("\n")


def test_columns_stand_side_by_side_and_no_line_ends_in_blanks():
    assert table(("1", "Rents rose by a third"), ("12", "")) == [
        "claim    says",
        "-------  ---------------------",
        "1        Rents rose by a third",
        "12",
    ]


def test_a_column_is_two_wider_than_its_heading_at_least():
    assert table(("1", "no"))[1] == "-------  ------"


def test_a_cell_may_have_several_lines():
    assert table(("1\n2", "a\nb\nc"))[2:] == ["1        a", "2        b", "         c"]


def test_what_a_terminal_shows_wider_or_not_at_all_moves_nothing_behind_it():
    cells = ["plain", "東京の人", "한국어", "cafe\u0301", "café", "🙂", "⚠\ufe0f", "soft\u00ad", "zero\u200b"]
    lines = laid_out([[cell, "|"] for cell in cells], ["x", "y"]).split("\n")[2:]
    told = [line.partition("|")[0] for line in lines]
    assert [len(line) for line in told] == [10, 6, 7, 11, 10, 9, 10, 10, 11]
