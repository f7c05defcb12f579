"""One claimant per name, and what is known of one stays known."""

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import ClaimantKind
from claimtrack.store.claimants import find, get_or_add

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


# Two spellings, and whether they are one claimant's.
SPELLINGS = [
    ("Zoë Ünal", "zoë ünal", True),
    ("Zoë Ünal", "ZOË ÜNAL", True),
    ("Łukasz Żak", "łukasz żak", True),
    ("Άννα Λεβή", "άννα λεβή", True),
    ("50%_é", "50%_É", True),
    ("Zoë Ünal", "Zoé Ünal", False),
    ("Zoë Ünal", "Zoe Unal", False),
    ("ab_é", "abcÉ", False),
]


@pytest.mark.parametrize(("one", "other", "are_one"), SPELLINGS)
def test_case_is_nothing_in_any_alphabet(desk, one, other, are_one):
    first = get_or_add(desk, one)
    assert (find(desk, other) == first) is are_one
    assert (get_or_add(desk, other) == first) is are_one


def test_letters_beyond_ascii_are_found_by_the_index(desk):
    sql = "explain query plan select id from claimants where name like 'Zo_ _nal' escape '\\'"
    assert "SEARCH" in str(desk.execute(sql).fetchall())
