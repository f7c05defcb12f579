"""There is one claimant per name, in any case and with or without its article, and a known kind is kept."""

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import ClaimantKind
from claimtrack.store.claimants import all_names_sql, are_one, find, get_or_add, standing_names
from claimtrack.store.views import ClaimFilter
from tests.tables import each_row

PERSON, UNKNOWN, DOCUMENT = ClaimantKind.PERSON, ClaimantKind.UNKNOWN, ClaimantKind.DOCUMENT
# The kinds at two mentions of one name, and the kind that is kept.
KINDS = [
    (UNKNOWN, PERSON, "person"),
    (PERSON, UNKNOWN, "person"),
    # A known kind is not overruled by another guess.
    (PERSON, DOCUMENT, "person"),
    (UNKNOWN, UNKNOWN, "unknown"),
]


@pytest.mark.parametrize(("first", "second", "kept"), KINDS)
def test_an_unknown_kind_is_filled_in_and_a_known_kind_is_kept(desk, first, second, kept):
    assert get_or_add(desk, "Ada Miller", first) == get_or_add(desk, " ada\n MILLER ", second) == 1
    assert desk.execute("select name, kind from claimants").fetchall() == [("Ada Miller", kept)]


@each_row("name", ["", " \n", "x" * 301])
def test_an_empty_or_overlong_name_is_refused(desk, name):
    with pytest.raises(InvalidValue):
        get_or_add(desk, name)


# Two spellings, and whether they mean one claimant.
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


@pytest.mark.parametrize(("name", "other", "is_same"), SPELLINGS)
def test_claimant_names_ignore_case_in_any_alphabet(desk, name, other, is_same):
    first = get_or_add(desk, name)
    assert (find(desk, other) == first) is is_same
    assert (get_or_add(desk, other) == first) is is_same


# A name to look up, the names on the desk, and the one it means.
WITH_ARTICLES = [
    pytest.param("the operator", ["Bo Li", "operator"], "operator", id="ingest files it without"),
    pytest.param("the Élan group", ["élan group"], "élan group", id="any alphabet and case"),
    pytest.param("the mayor", ["the mayor", "mayor"], "the mayor", id="the exact name wins"),
    pytest.param(
        "the Guardian", ["Guardian", "The Guardian"], "The Guardian", id="the exact name wins in another case"
    ),
    pytest.param("The Fed", ["Fed"], None, id="a capital makes it part of the name"),
    pytest.param("operator", ["the operator"], None, id="an article is never added"),
    pytest.param("the ", ["the"], None, id="nothing but an article"),
]


@pytest.mark.parametrize(("name", "names", "expected"), WITH_ARTICLES)
def test_a_name_is_found_without_its_definite_article(desk, name, names, expected):
    ids = {on_desk: get_or_add(desk, on_desk) for on_desk in names}
    assert find(desk, name) == ids.get(expected)
    assert standing_names(desk, [name]) == {name: expected or name}


def test_names_with_letters_beyond_ascii_are_found_by_index(desk):
    sql = "explain query plan select id from claimants where name like 'Zo_ _nal' escape '\\'"
    assert "SEARCH" in str(desk.execute(sql).fetchall())


PLANS = [
    pytest.param("select * from claimant_overview", id="the counts of each claimant"),
    pytest.param(f"select id from claims where claimant_id in ({all_names_sql('?')})", id="claims under all names of a claimant"),
    pytest.param("select id from claim_overview where " + ClaimFilter(claimant="x").where()[0], id="claims filtered by claimant"),
    pytest.param("select * from claim_overview where id = 1", id="a claim with its claimant"),
]  # fmt: skip


@each_row("sql", PLANS)
def test_the_names_of_a_claimant_are_found_by_index(desk, sql):
    """Scanning all names for each claim or claimant would take a minute on a desk of 100,000."""
    plan = [
        row[-1]
        for row in desk.execute(
            f"explain query plan {sql}", {"claimant": "x"} if ":" in sql else ["x"] * sql.count("?")
        )
    ]
    first, *rest = [step for step in plan if "claimants" in step or "names" in step or "named" in step]
    assert not [step for step in rest if step.startswith("SCAN")], plan
    assert first.startswith("SEARCH") or first == "SCAN claimants"


def test_names_resolve_to_the_main_name_in_any_case(desk):
    main, alias, unrelated = (get_or_add(desk, name) for name in ("Zoë Ünal", "Z. ÜNAL", "Bo Li"))
    names = ["z. ünal", "ZOË ÜNAL", "Bo Li", "Nobody", None]
    assert standing_names(desk, names) == {name: name for name in names}
    desk.execute("update claimants set name_of_id = ? where id = ?", [main, alias])
    assert list(standing_names(desk, names).values()) == ["Zoë Ünal", "Zoë Ünal", "Bo Li", "Nobody", None]
    assert are_one(desk, main, alias)
    assert not are_one(desk, main, unrelated)
    assert not are_one(desk, None, None)
    assert get_or_add(desk, "z. Ünal", PERSON) == alias
