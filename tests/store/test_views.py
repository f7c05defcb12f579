"""Listing claims: filters, order and limit."""

from claimtrack.core.model import Status
from claimtrack.store import tags, views
from claimtrack.store.views import ClaimFilter, Order
from tests.store.conftest import ids
from tests.tables import each_row

FILTERS = [
    ({}, [1, 2, 3]),
    ({"statuses": (Status.OPEN,)}, [2, 3]),
    ({"statuses": (Status.OPEN, Status.PROPOSED)}, [1, 2, 3]),
    ({"statuses": (Status.PROPOSED, Status.PARKED)}, [1]),
    ({"statuses": (Status.PARKED,)}, []),
    ({"claimant": "ADA miller"}, [1]),
    ({"assignee": "ben"}, [2]),
    ({"assignee": " BEN "}, [2]),
    ({"assignee": "be"}, []),
    ({"assignee": ""}, [1]),
    ({"tags": ("economy",)}, [1, 3]),
    ({"since": "2024-06-01"}, [2, 3]),
    ({"article_id": 1}, [2]),
    ({"statuses": (Status.OPEN,), "tags": ("Economy",)}, [3]),
    # Unknown tags and articles are not errors.
    ({"tags": ("' or 1 --",)}, []),
    ({"article_id": -1}, []),
]


@each_row(("criteria", "expected"), FILTERS)
def test_a_list_contains_the_claims_that_meet_all_criteria(desk_with_claims, criteria, expected):
    assert ids(views.claims(desk_with_claims, ClaimFilter(**criteria))) == expected


def test_known_names_are_listed_as_people_sort_them(desk_with_claims):
    for name in ("Zoe", "Émile", "adler"):
        tags.add(desk_with_claims, 1, name)
    known = views.list_known(desk_with_claims, views.KnownNames.TAG)
    assert [name for name in known if name in ("Zoe", "Émile", "adler")] == ["adler", "Émile", "Zoe"]


def test_a_list_can_be_limited_and_sorted_newest_first(desk_with_claims):
    assert ids(views.claims(desk_with_claims, limit=2, order=Order.NEWEST)) == [3, 2]


def test_claims_are_read_by_more_ids_than_a_statement_takes_parameters(desk_with_claims):
    assert sorted(views.claims_by_id(desk_with_claims, range(300_000))) == [1, 2, 3]


def test_claims_with_a_rating_are_found_through_their_reviews(desk):
    """Scanning all claims for each of these reviews took seven seconds with a hundred thousand claims."""
    where, values = ClaimFilter(rating="False").where()
    plan = [
        row[3]
        for row in desk.execute(f"explain query plan select id from claim_overview where {where}", values)
    ]
    assert "SEARCH claims USING INTEGER PRIMARY KEY (rowid=?)" in plan
    assert not [step for step in plan if step.startswith("SCAN claims")]
