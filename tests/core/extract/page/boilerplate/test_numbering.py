"""Which numbers open a post or an item, and which belong to its words."""

from claimtrack.core.extract.page.boilerplate.numbering import match_number
from claimtrack.core.extract.words.reading import Span
from tests.tables import each_row

FAR = "So it went on.\n" * 400


def opening(text, line):
    """What opens the line: a number with the space after it, or nothing."""
    start = text.index(line)
    found = match_number(text, Span(start, start + len(line)))
    return found and found[0]


@each_row(
    ("line", "others", "expected"),
    [
        ("2/ Rents fell.", "1/ We built homes.", "2/ "),
        ("1/ Rents fell.", "2/ We built homes.", "1/ "),
        ("3/ Rents fell.", "2/ We built homes.", "3/ "),
        ("2/ Rents fell.", "3/ We built homes.", None),  # it has no first one
        ("12/ Rents fell.", "11/ We built homes.", "12/ "),
        ("2/7 Rents fell.", "1/7 We built homes.", "2/7 "),
        ("2/12: Rents fell.", "1/12: We built homes.", "2/12: "),
        ("(2/7) Rents fell.", "(1/7) We built homes.", "(2/7) "),
        ("2/n Rents fell.", "1/n We built homes.", "2/n "),
        ("2/x Rents fell.", "1/x We built homes.", "2/x "),
        ("2/ £5 is much.", "1/ We built homes.", "2/ "),
        ("2/ rents fell.", "1/ we built homes.", "2/ "),  # many threads have no capitals
        ("2/3 of them knew.", "1/3 of us knew.", None),  # a fraction
        ("2/ … so it went.", "1/ We built homes.", None),  # no words follow
        ("1/2 Cup of sugar.", "Mix all.", None),
        ("2.2 The rents fell.", "2.1 We built homes.", "2.2 "),
        ("2.2. The rents fell.", "2.1. We built homes.", "2.2. "),
        ("2.1 The rents fell.", "2. Homes", "2.1 "),
        ("2.1 The rents fell.", "2 Homes", "2.1 "),
        ("2.1 The rents fell.", "2.2 We built homes.", "2.1 "),
        ("2.1 The rents fell.", "2.0 We built homes.", None),
        ("2.2 The rents fell.", "Much is to come.", None),
        ("12.10 The rents fell.", "12.9 We built homes.", "12.10 "),
        ("2.1.3 The rents fell.", "2.1.2 We built homes.", "2.1.3 "),
        ("2.13.3 The rents fell.", "2.13.2 We built homes.", "2.13.3 "),
        ("2.5 gigawatts are built.", "2.4 Gigawatts were.", None),
        ("2.5 GW are built.", "Much is to come.", None),
        ("(b) The rents fell.", "(a) We built homes.", "(b) "),
        ("b) The rents fell.", "a) We built homes.", "b) "),
        ("(b) The rents fell.", "a) We built homes.", None),  # one list is not written in both ways
        ("a) The rents fell.", "b) We built homes.", "a) "),
        ("i) The rents fell.", "ii) We built homes.", "i) "),
        ("i) The rents fell.", "h) We built homes.", "i) "),
        ("(b) the rents fell.", "(a) we built homes.", None),
        ("(c) Moor Pictures", "All rights reserved.", None),
        ("14 The Mayor left.", "13 The Mayor came.", "14 "),
        ("14 The Mayor left.", "15 The Mayor came.", "14 "),
        ("114 The Mayor left.", "113 The Mayor came.", "114 "),
        ("14 Members left.", "13 Members came.", None),  # a count
        ("14 Then left.", "13 Then came.", None),
        ("14 The Mayor left.", "16 The Mayor came.", None),
        ("14 The Mayor left.", "", None),
        (
            "14 The Mayor left.",
            f"{FAR}15 The Mayor came.\n{FAR}",
            None,
        ),  # another page has numbers of its own
    ],
)
def test_a_number_opens_a_line_where_the_number_before_it_or_after_it_does(line, others, expected):
    assert opening(f"{line}\n{others}\n", line) == expected
    assert opening(f"{others}\n{line}\n", line) == expected
    assert opening(f"Minutes\n{others}\n{line}\n", line) == expected


@each_row("word", "A An Cllr He In It Mr Mrs Ms On She The There They This We".split())
def test_no_number_counts_what_begins_with_such_a_word(word):
    assert opening(f"6 {word} Moor\n7 So\n", f"6 {word} Moor") == "6 "
