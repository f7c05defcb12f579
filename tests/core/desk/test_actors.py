"""Whether two actor names belong to one person."""

import pytest

from claimtrack.core.desk.actors import is_same_actor, one_name
from tests.tables import each_row


@each_row(
    ("one", "other", "is_same"),
    [
        pytest.param("ada", "Ada", True, id="the name of the system and that of the login"),
        pytest.param("élodie", "ÉLODIE", True, id="letters beyond a to z"),
        pytest.param("ada", "adam", False, id="one name begins with the other"),
        pytest.param("ada", None, False, id="a known and an unknown actor"),
        pytest.param("none", None, False, id="a person called None"),
        pytest.param(None, None, True, id="two unknown actors"),
    ],
)
def test_actor_names_are_compared_regardless_of_case(one, other, is_same):
    assert is_same_actor(one, other) is is_same_actor(other, one) is is_same


def test_a_typed_name_is_compared_without_capitals_and_extra_spaces():
    assert [one_name(name) for name in (" JO  Field", "ÉLODIE", None)] == ["jo field", "élodie", None]
