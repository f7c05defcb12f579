"""A row that is sent twice within minutes is filed once: an answer was lost, or a form sent twice."""

import pytest

from claimtrack.store import claims, rows
from claimtrack.store.file.database import write_transaction

NOTE = {"claim_id": 1, "body": "Rang the ministry, no answer", "author": "ada"}


@pytest.fixture
def noted(desk):
    """A desk with a claim and a note on it."""
    with write_transaction(desk, "ada"):
        claims.add(desk, "Ferry fares rose by 4 percent in May.")
        rows.insert_once(desk, "notes", NOTE)
    return desk


def again(desk, **other):
    note = NOTE | other
    with write_transaction(desk, note["author"]):
        return rows.insert_once(desk, "notes", note)


def test_the_same_row_is_inserted_once(noted):
    assert again(noted) == 1


def test_what_differs_in_a_column_is_another_row(noted):
    assert [again(noted, author="ben"), again(noted, author=None), again(noted, body="Rang")] == [2, 3, 4]
    assert again(noted, author=None) == 3


@pytest.mark.parametrize(
    "moved",
    [
        "-15 minutes",
        "+1 day",  # the clock was set back since
    ],
)
def test_the_same_row_of_another_time_is_another(noted, moved):
    with write_transaction(noted, "ada"):
        noted.execute("update notes set created_at = strftime('%Y-%m-%dT%H:%M:%fZ', created_at, ?)", [moved])
    assert [again(noted), again(noted)] == [2, 2]
