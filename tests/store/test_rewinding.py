"""What one transaction did is taken back, unless somebody has changed it since."""

import pytest

from claimtrack.core.errors import Refused
from claimtrack.store import claims, rewinding
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history_ranges import since

SCORE = 2 / 3  # history prints fewer digits than a number has

SUGGESTED = (
    "insert into matches (left_id, right_id, score, suggestion, scorer) values (1, 2, ?, 'related', 'test')"
)


@pytest.fixture
def suggested(desk):
    """A pair that was suggested: where history has that."""
    with write_transaction(desk, "ada"):
        for text in ("The quay of Norre reopened.", "Norre has its quay back."):
            claims.add(desk, text)
    after = rewinding.last_change_id(desk)
    with write_transaction(desk, "ada"):
        desk.execute(SUGGESTED, [SCORE])
    return since(desk, after)


def test_a_score_is_the_one_that_was_written_though_history_prints_it_shorter(desk, suggested):
    with write_transaction(desk, "ada"):
        rewinding.rewind(desk, suggested)
    assert desk.table("matches").count == 0


@pytest.mark.parametrize("score", [SCORE + 1e-9, SCORE - 0.01, 0.5])
def test_a_score_that_somebody_has_changed_since_stays(desk, suggested, score):
    with write_transaction(desk, "ben"):
        desk.execute("update matches set score = ?", [score])
    with (
        pytest.raises(Refused, match="someone has changed it since, or undone it"),
        write_transaction(desk, "ada"),
    ):
        rewinding.rewind(desk, suggested)
    assert [row["score"] for row in desk.table("matches").rows] == [score]
