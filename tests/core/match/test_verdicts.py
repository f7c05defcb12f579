"""Pairs for single rules of matching have the suggestion that their table gives, in either order."""

from tests.tables import cases, each_row


@each_row("row", cases("verdicts.tsv"))
def test_each_pair_has_the_suggestion_of_its_table(row, assert_suggested):
    expected, one, other, _reason = row
    assert_suggested(one, other, expected)
