"""Where what somebody said begins and ends."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Moor, in whose opinion 40 votes were lost, spoke on Friday.",
        "Mayor Moor, in whose view 40 homes were wasted, resigned on Monday.",
        "The plan was drafted by Ann Moor, in whose view 40 homes were wasted, was dropped in May.",
    ],
)
def test_a_view_told_of_the_subject_leaves_the_main_clause_whole(row, text):
    found = row(text)
    assert (found.speaker, found.text.rstrip(".")) == ("outlet", text.rstrip("."))


def test_a_view_told_behind_the_main_clause_is_a_row(rows):
    found = rows("The plan was drafted by Ann Moor, in whose view 40 homes were wasted.")
    assert [(one.speaker, one.text) for one in found][1:] == [("Ann Moor", "40 homes were wasted")]
