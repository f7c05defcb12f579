"""The changes of one transaction can be undone unless somebody has changed the rows since."""

import pytest

from claimtrack.core.errors import Refused
from claimtrack.store import claims, history, rewinding
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history_ranges import since

SCORE = 2 / 3  # history stores fewer digits

INSERT_SUGGESTION = (
    "insert into matches (left_id, right_id, score, suggestion, scorer) values (1, 2, ?, 'related', 'test')"
)


@pytest.fixture
def suggestion_changes(desk):
    """The range of history that contains the suggestion of a pair."""
    with write_transaction(desk, "ada"):
        for text in ("The quay of Norre reopened.", "Norre has its quay back."):
            claims.add(desk, text)
    after = history.last_change_id(desk)
    with write_transaction(desk, "ada"):
        desk.execute(INSERT_SUGGESTION, [SCORE])
    return since(desk, after)


def test_an_insert_is_undone_although_history_stores_its_score_with_fewer_digits(desk, suggestion_changes):
    with write_transaction(desk, "ada"):
        rewinding.rewind(desk, suggestion_changes)
    assert desk.table("matches").count == 0


@pytest.mark.parametrize("score", [SCORE + 1e-9, SCORE - 0.01, 0.5])
def test_undoing_is_refused_if_somebody_has_changed_the_score(desk, suggestion_changes, score):
    with write_transaction(desk, "ben"):
        desk.execute("update matches set score = ?", [score])
    with (
        pytest.raises(Refused, match="ben has changed it since, or undone it"),
        write_transaction(desk, "ada"),
    ):
        rewinding.rewind(desk, suggestion_changes)
    assert [row["score"] for row in desk.table("matches").rows] == [score]


def test_an_edit_is_undone_although_a_suggestion_that_it_scored_anew_is_gone(desk, suggestion_changes):
    before = history.last_change_id(desk)
    with write_transaction(desk, "ada"):
        desk.execute("update claims set due_on = '2999-01-01' where id = 1")
        desk.execute("update matches set score = 0.5")
    edit = since(desk, before)
    with write_transaction(desk, "ben"):
        desk.execute("update claims set text = 'The quay of Norre was closed.' where id = 2")
    assert desk.table("matches").count == 0
    with write_transaction(desk, "ada"):
        rewinding.rewind(desk, edit)
    assert claims.get(desk, 1).due_on is None
