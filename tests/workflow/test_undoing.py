"""What one did oneself is taken back, and no more at once than a deed does."""

import pytest

from claimtrack.core.errors import Refused
from claimtrack.workflow.undoing import take_back


@pytest.mark.parametrize(
    ("after", "until", "refused"),
    [
        pytest.param(0, 200, "only who made a change", id="as much as a deed does, of somebody else's"),
        pytest.param(0, 201, "nothing to undo", id="more than any deed does"),
        pytest.param(0, 10**9, "nothing to undo", id="all that ever was"),
        pytest.param(7, 7, "nothing to undo", id="nothing"),
        pytest.param(7, 3, "nothing to undo", id="backwards"),
    ],
)
def test_a_stretch_of_history_is_one_deed_s_and_one_s_own(desk, after, until, refused):
    with pytest.raises(Refused, match=refused):
        take_back(desk, after, until, actor="ada")
