"""A row sent twice within minutes, as after a lost response or a double submit, is inserted once."""

import pytest

from claimtrack.store import claims, rows
from claimtrack.store.file.database import write_transaction

NOTE = {"claim_id": 1, "body": "Rang the ministry, no answer", "author": "ada"}


@pytest.fixture
def desk_with_note(desk):
    """A desk with a claim and a note on it."""
    with write_transaction(desk, "ada"):
        claims.add(desk, "Ferry fares rose by 4 percent in May.")
        rows.insert_once(desk, "notes", NOTE)
    return desk


def insert_again(desk, **changes):
    note = NOTE | changes
    with write_transaction(desk, note["author"]):
        return rows.insert_once(desk, "notes", note)


def test_the_same_row_sent_twice_is_inserted_once(desk_with_note):
    assert insert_again(desk_with_note) == 1


def test_a_row_that_differs_in_one_column_is_inserted(desk_with_note):
    assert [
        insert_again(desk_with_note, author="ben"),
        insert_again(desk_with_note, author=None),
        insert_again(desk_with_note, body="Rang"),
    ] == [2, 3, 4]
    assert insert_again(desk_with_note, author=None) == 3


@pytest.mark.parametrize(
    "shift",
    [
        "-15 minutes",
        "+1 day",  # the clock has been set back since
    ],
)
def test_the_same_row_sent_at_another_time_is_inserted(desk_with_note, shift):
    with write_transaction(desk_with_note, "ada"):
        desk_with_note.execute(
            "update notes set created_at = strftime('%Y-%m-%dT%H:%M:%fZ', created_at, ?)", [shift]
        )
    assert [insert_again(desk_with_note), insert_again(desk_with_note)] == [2, 2]
