"""Lists and search: every criterion, and words of a person that are never a syntax error."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.core.model import Status
from claimtrack.store import claims, views
from claimtrack.store.database import open_desk, write_transaction
from claimtrack.store.views import ClaimFilter, search


@pytest.fixture
def filled(desk):
    with write_transaction(desk, "ada"):
        desk.execute("insert into claimants (name) values ('Ada Miller'), ('100% \\ Truth_ful')")
        rows = [
            ("Prices fell by half in the capital.", 1, "proposed", None, "2024-01-01T00:00:00Z"),
            ("Unemployment is falling, said a minister.", 2, "open", "ben", "2024-06-01T00:00:00Z"),
            ("The price of bread rose.", None, "open", "cleo", "2024-06-02T00:00:00Z"),
        ]
        for row in rows:
            desk.execute(
                "insert into claims (text, claimant_id, status, assignee, created_at) values (?, ?, ?, ?, ?)",
                row,
            )
        desk.execute("insert into tags (name) values ('Economy')")
        desk.execute("insert into claim_tags (claim_id, tag_id) values (1, 1), (3, 1)")
        desk.execute("insert into articles (url) values ('https://a.example')")
        desk.execute("insert into appearances (claim_id, article_id) values (2, 1)")
    return desk


def ids(rows):
    return [row["id"] for row in rows]


FILTERS = [
    ({}, [1, 2, 3]),
    ({"status": (Status.OPEN,)}, [2, 3]),
    ({"status": (Status.OPEN, Status.PROPOSED)}, [1, 2, 3]),
    ({"status": (Status.PROPOSED, Status.PARKED)}, [1]),
    ({"claimant": "ADA miller"}, [1]),
    ({"assignee": "ben"}, [2]),
    ({"tag": "economy"}, [1, 3]),
    ({"since": "2024-06-01"}, [2, 3]),
    ({"article_id": 1}, [2]),
    ({"status": (Status.OPEN,), "tag": "Economy"}, [3]),
    # What is nowhere is no error.
    ({"tag": "' or 1 --"}, []),
    ({"article_id": -1}, []),
]


@pytest.mark.parametrize(("criteria", "expected"), FILTERS)
def test_a_list_shows_the_claims_that_meet_every_criterion(filled, criteria, expected):
    assert ids(views.claims(filled, ClaimFilter(**criteria))) == expected


def test_a_list_may_be_cut_and_turned(filled):
    assert ids(views.claims(filled, limit=2, newest_first=True)) == [3, 2]


def test_claims_are_read_by_more_ids_than_a_statement_takes_variables(filled):
    assert sorted(views.claims_by_id(filled, range(300_000))) == [1, 2, 3]


SEARCHES = [
    # By the stem of a word, in any case and order.
    ("PRICE", [3, 1]),
    ("unemployed falls", []),
    ("falling unemployment", [2]),
    # Words in quotes are a phrase.
    ('"price of bread"', [3]),
    ('"bread price"', []),
    # A quote that is never closed.
    ('"price', [3, 1]),
    # What FTS5 takes for its own language is only words here.
    ("price NOT bread", []),
    ("price*", [3, 1]),
    ("text:price", []),
    ("(price", [3, 1]),
    # By the speaker, whole or in part; % and _ and \\ are letters.
    ("miller", [1]),
    # By both together: a word that stands in neither finds nothing.
    ("miller prices", [1]),
    ("prices miller bread", []),
    ("100%", [2]),
    ("Truth_", [2]),
    ("\\", []),
    ("%", []),
    ("", []),
    ("?!", []),
    ("_", [2]),
    ("🙂", []),
]


@pytest.mark.parametrize(("query", "expected"), SEARCHES)
def test_a_search_finds_words_phrases_and_speakers(filled, query, expected):
    assert sorted(ids(search(filled, query, limit=10))) == sorted(expected)


def test_the_best_comes_first_and_the_rest_is_cut(filled):
    assert ids(search(filled, "price", limit=1)) == [3]


HUGE = ["price " * 20_000, "x" * 200_000, '"' + "price " * 20_000, "%" * 100_000, '"' * 50_001]


@pytest.mark.parametrize("query", HUGE, ids=range(5))
def test_a_query_of_any_length_is_answered(filled, query):
    assert search(filled, query, limit=10) is not None


@pytest.fixture(scope="module")
def one_claim(new_desk_file, tmp_path_factory):
    db = open_desk(shutil.copy(new_desk_file, tmp_path_factory.mktemp("one") / "claims.db"))
    with write_transaction(db, "ada"):
        claims.add(db, "Prices fell by half and or not near")
    yield db
    db.close()


HOSTILE = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(['"', "'", "*", "^", "NEAR(", "AND", "OR", "NOT", ":", "-", "{", "}", "\0", "\\", "prices", ")"]),
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(HOSTILE)
@settings(max_examples=400, deadline=None)
def test_no_words_are_a_syntax_error(one_claim, words):
    assert ids(search(one_claim, words, limit=1)) in ([], [1])
