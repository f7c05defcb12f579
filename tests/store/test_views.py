"""Listing claims: filters, order and limit."""

from claimtrack.core.model import Status
from claimtrack.store import tags, views
from claimtrack.store.file.database import write_transaction
from claimtrack.store.views import ClaimFilter, Order
from tests.store.conftest import count_thousands_of_steps, ids
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


def test_a_claim_is_in_its_own_language_or_in_that_of_its_first_article(desk_with_claims):
    desk = desk_with_claims
    with write_transaction(desk, "ana"):
        desk.execute("update articles set language = 'pt-BR' where id = 1")
        desk.execute("update claims set language = 'cy' where id = 3")
        desk.conn.executemany("insert into claims (text) values (?)", [("x",)] * 2000)
    found = {}
    with count_thousands_of_steps(desk) as thousands:
        for language in ("pt", "pt-br", "p", "CY", "cy-GB"):
            found[language] = ids(views.claims(desk, ClaimFilter(language=language), order=Order.SCORE))
    assert found == {"pt": [2], "pt-br": [2], "p": [], "CY": [3], "cy-GB": []}
    assert len(thousands) < 100  # before, 542
    with write_transaction(desk, "ana"):
        desk.execute("update claims set language = 'en' where id = 2")
    assert not ids(views.claims(desk, ClaimFilter(language="pt")))


def test_known_names_are_listed_as_people_sort_them(desk_with_claims):
    for name in ("Zoe", "Émile", "adler"):
        tags.add(desk_with_claims, 1, name)
    known = views.list_known(desk_with_claims, views.KnownNames.TAG)
    assert [name for name in known if name in ("Zoe", "Émile", "adler")] == ["adler", "Émile", "Zoe"]


def test_a_list_can_be_limited_and_sorted_newest_first(desk_with_claims):
    assert ids(views.claims(desk_with_claims, limit=2, order=Order.NEWEST)) == [3, 2]


def test_the_claims_seen_most_often_are_listed_without_counting_the_occasions_of_all(desk):
    """Claim 1 appears most often, but in versions of one article; so it was seen once, as often as the others."""
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (id, text) values (?, 'x')", [(n,) for n in range(1, 3001)])
        sql = "insert into articles (id, url, text, text_sha256, previous_id) values (?, 'https://a.example', ?, ?, ?)"
        desk.conn.executemany(
            sql, [(n, f"Text {n}", f"{n:064}", n - 1 if 1 < n < 6 else None) for n in range(1, 9)]
        )
        pairs = [(1, n) for n in range(1, 6)] + [(n, 6) for n in range(2, 3001)] + [(7, 7), (7, 8), (5, 8)]
        desk.conn.executemany("insert into appearances (claim_id, article_id) values (?, ?)", pairs)
    with count_thousands_of_steps(desk) as thousands:
        found = list(views.claims(desk, limit=3, order=Order.SEEN))
    assert [(row["id"], row["appearances"]) for row in found] == [(7, 3), (5, 2), (1, 1)]
    assert len(thousands) < 260  # before, 317
    in_all = list(views.claims(desk, order=Order.SEEN))
    for limit in (0, 1, 2, 700):
        assert list(views.claims(desk, limit=limit, order=Order.SEEN)) == in_all[:limit]


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
