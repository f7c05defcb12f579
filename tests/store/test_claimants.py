"""One claimant per name, and what is known of one stays known."""

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import ClaimantKind
from claimtrack.store.claimants import all_names_sql, are_one, find, get_or_add, standing_names
from claimtrack.store.views import ClaimFilter

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


# A name that is asked for, those on the desk, and the one that is meant.
ARTICLES = [
    pytest.param("the operator", ["Bo Li", "operator"], "operator", id="as ingest files it"),
    pytest.param("the Élan group", ["élan group"], "élan group", id="case in any alphabet"),
    pytest.param("the mayor", ["the mayor", "mayor"], "the mayor", id="both are there"),
    pytest.param("the Guardian", ["Guardian", "The Guardian"], "The Guardian", id="of the name itself"),
    pytest.param("The Fed", ["Fed"], None, id="a capital makes it part of the name"),
    pytest.param("operator", ["the operator"], None, id="none is put before it"),
    pytest.param("the ", ["the"], None, id="nothing after it"),
]


@pytest.mark.parametrize(("asked", "names", "meant"), ARTICLES)
def test_a_name_is_found_without_its_article(desk, asked, names, meant):
    ids = {name: get_or_add(desk, name) for name in names}
    assert find(desk, asked) == ids.get(meant)
    assert standing_names(desk, [asked]) == {asked: meant or asked}


def test_letters_beyond_ascii_are_found_by_the_index(desk):
    sql = "explain query plan select id from claimants where name like 'Zo_ _nal' escape '\\'"
    assert "SEARCH" in str(desk.execute(sql).fetchall())


PLANS = [
    pytest.param("select * from claimant_overview", id="the figures of each claimant"),
    pytest.param(f"select id from claims where claimant_id in ({all_names_sql('?')})", id="claims under all names"),
    pytest.param("select id from claim_overview where " + ClaimFilter(claimant="x").where()[0], id="a list by claimant"),
    pytest.param("select * from claim_overview where id = 1", id="a claim with its claimant"),
]  # fmt: skip


@pytest.mark.parametrize("sql", PLANS)
def test_names_of_a_claimant_are_found_by_the_index(desk, sql):
    """A scan of all names for each claim, or each claimant, is a minute on a desk of 100,000."""
    plan = [
        row[-1]
        for row in desk.execute(
            f"explain query plan {sql}", {"claimant": "x"} if ":" in sql else ["x"] * sql.count("?")
        )
    ]
    first, *rest = [step for step in plan if "claimants" in step or "names" in step or "named" in step]
    assert not [step for step in rest if step.startswith("SCAN")], plan
    assert first.startswith("SEARCH") or first == "SCAN claimants"


def test_names_are_found_by_the_one_that_stands_and_by_case_in_any_alphabet(desk):
    one, other, third = (get_or_add(desk, name) for name in ("Zoë Ünal", "Z. ÜNAL", "Bo Li"))
    known = ["z. ünal", "ZOË ÜNAL", "Bo Li", "Nobody", None]
    assert standing_names(desk, known) == {name: name for name in known}
    desk.execute("update claimants set name_of_id = ? where id = ?", [one, other])
    assert list(standing_names(desk, known).values()) == ["Zoë Ünal", "Zoë Ünal", "Bo Li", "Nobody", None]
    assert are_one(desk, one, other)
    assert not are_one(desk, one, third)
    assert not are_one(desk, None, None)
    assert get_or_add(desk, "z. Ünal", PERSON) == other
