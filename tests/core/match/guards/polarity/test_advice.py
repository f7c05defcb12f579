"""Advice for or against an act: a warning denies nothing, and contradicts a call for the same act."""

from tests.tables import each_row

AGAINST_AND_FOR = [
    ("The abbot of Malm warned the brewers against closing the mill in May.", "The abbot of Malm urged the brewers to close the mill in May.", "urged"),
    ("The abbot of Malm warned the brewers against closing the mill in May.", "The abbot of Malm recommended closing the mill of the brewers in May.", "recommended"),
    ("The abbot of Malm called for closing the mill of the brewers in May.", "The abbot of Malm said that the mill of the brewers should not be closed in May.", "should not"),
    ("The abbot of Malm warned the brewers not to close the mill in May.", "The abbot of Malm asked the brewers to close the mill in May.", "asked"),
]  # fmt: skip
ALIKE = [
    ("The abbot of Malm warned the brewers against closing the mill in May.", "The abbot of Malm warned the brewers not to close the mill in May.", "not to"),
    ("The abbot of Malm warned the brewers against closing the mill in May.", "The abbot of Malm told the brewers not to close the mill in May.", "told not to"),
    ("The abbot of Malm warned the brewers against rotten hops from the north.", "The abbot of Malm warned the brewers about rotten hops from the north.", "the object of the warning"),
    ("The abbot of Malm warned the brewers against phishing letters from the north.", "The abbot of Malm warned the brewers about phishing letters from the north.", "a noun in -ing"),
    ("The abbot warned against giving beer to children under six in Malm.", "The abbot warned that beer should not be given to children under six in Malm.", "should not"),
]  # fmt: skip


@each_row(("a", "b", "reason"), AGAINST_AND_FOR)
def test_a_warning_contradicts_a_call_for_the_same_act(a, b, assert_suggested):
    assert_suggested(a, b, "conflict")


@each_row(("a", "b", "reason"), ALIKE)
def test_two_wordings_of_a_warning_do_not_conflict(a, b, assert_no_conflict):
    assert_no_conflict(a, b)
