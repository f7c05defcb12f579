"""One claimant per name, and what is known of one stays known."""

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import ClaimantKind
from claimtrack.store.claimants import get_or_add

PERSON, UNKNOWN, DOCUMENT = ClaimantKind.PERSON, ClaimantKind.UNKNOWN, ClaimantKind.DOCUMENT
# Two mentions of one name, and the kind that stays.
KINDS = [
    (UNKNOWN, PERSON, "person"),
    (PERSON, UNKNOWN, "person"),
    # The first who knew is not overruled by a machine that guesses otherwise.
    (PERSON, DOCUMENT, "person"),
    (UNKNOWN, UNKNOWN, "unknown"),
]


@pytest.mark.parametrize(("first", "second", "kept"), KINDS)
def test_a_kind_is_filled_in_and_never_overruled(desk, first, second, kept):
    assert get_or_add(desk, "Ada Miller", first) == get_or_add(desk, " ada\n MILLER ", second) == 1
    assert desk.execute("select name, kind from claimants").fetchall() == [("Ada Miller", kept)]


@pytest.mark.parametrize("name", ["", " \n", "x" * 301])
def test_a_name_that_is_none_is_refused(desk, name):
    with pytest.raises(InvalidValue):
        get_or_add(desk, name)
