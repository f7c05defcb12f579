"""Whether two names are one person's."""

import pytest

from claimtrack.core.desk.actors import is_same_actor
from tests.tables import each_row


@each_row(
    ("one", "other", "are_one"),
    [
        pytest.param("ada", "Ada", True, id="the system's name and that of the log-in"),
        pytest.param("élodie", "ÉLODIE", True, id="letters beyond a to z, too"),
        pytest.param("ada", "adam", False, id="one is the beginning of the other"),
        pytest.param("ada", None, False, id="nobody is not somebody"),
        pytest.param(None, None, True, id="two that are not known"),
    ],
)
def test_names_are_one_persons_whatever_the_size_of_their_letters(one, other, are_one):
    assert is_same_actor(one, other) is is_same_actor(other, one) is are_one
