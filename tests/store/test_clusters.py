"""The table of clusters always agrees with the judgements, in whatever way and order these are written."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.core.errors import Refused
from claimtrack.core.model import Judgement
from claimtrack.store import appearances, clusters
from claimtrack.store.file.checks import examine
from claimtrack.store.file.connecting import immediate_transaction
from claimtrack.store.file.database import create_or_migrate, open_desk, write_transaction
from claimtrack.store.index import derived
from claimtrack.workflow.dossier import claim_dossier
from claimtrack.workflow.ledger import ledger
from claimtrack.workflow.matching.judging import judge, undo_judgement
from tests.store.conftest import count_thousands_of_steps

CLAIMS = range(1, 9)
PAIRS = [(left, right) for left in CLAIMS for right in CLAIMS if left < right]
PAIR = "insert or ignore into matches (left_id, right_id, score, suggestion, scorer) values (?, ?, 1, 'duplicate', 'x')"


def expected_clusters(same):
    """Union-find: each claim in a cluster formed by these pairs, with the lowest id of the cluster."""
    lowest = {}

    def find(claim):
        while lowest.setdefault(claim, claim) != claim:
            claim = lowest[claim]
        return claim

    for left, right in same:
        a, b = sorted((find(left), find(right)))
        lowest[b] = a
    return {claim: find(claim) for claim in lowest}


def are_consistent(judgements):
    cluster = expected_clusters(pair for pair, judgement in judgements.items() if judgement == "same")
    different = [pair for pair, judgement in judgements.items() if judgement == "different"]
    return all(cluster.get(left, left) != cluster.get(right, right) for left, right in different)


def stored_clusters(conn):
    return dict(conn.execute("select claim_id, cluster_id from match_clusters").fetchall())


@pytest.fixture(scope="module")
def unjudged_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("clusters") / "claims.db"
    db, _ = create_or_migrate(path)
    with write_transaction(db, "ana"):
        for number in CLAIMS:
            db.execute("insert into claims (id, text) values (?, ?)", [number, f"Claim {number} stands."])
    db.close()
    return path


WRITES = st.lists(
    st.tuples(
        st.sampled_from(PAIRS),
        st.sampled_from(["same", "same", "same", "different", "unsure", "unjudged", "delete"]),
        st.sampled_from(["", "or replace", "or ignore"]),
    ),
    max_size=40,
)


@pytest.fixture(scope="module")
def plain_connection(unjudged_file):
    """What any other program uses. Examples are rolled back, so one connection serves all: opening takes the longest."""
    with closing(sqlite3.connect(unjudged_file, isolation_level=None)) as conn:
        yield conn


@pytest.fixture(scope="module")
def open_unjudged_desk(unjudged_file):
    with closing(open_desk(unjudged_file)) as db:
        yield db


@given(WRITES)
@settings(max_examples=30, deadline=None)
def test_the_cluster_table_matches_union_find_over_the_judgements(open_unjudged_desk, writes):
    with immediate_transaction(open_unjudged_desk.conn, end="rollback"):
        assert_clusters_follow(open_unjudged_desk.conn, writes)


@given(WRITES)
@settings(max_examples=30, deadline=None)
def test_the_cluster_table_matches_union_find_for_a_plain_sql_client(plain_connection, writes):
    with immediate_transaction(plain_connection, end="rollback"):
        assert_clusters_follow(plain_connection, writes)


def assert_clusters_follow(conn, writes):
    judgements = {}
    for pair, judgement, policy in writes:
        if judgement == "delete":
            conn.execute("delete from matches where left_id = ? and right_id = ?", pair)
            judgements.pop(pair, None)
        elif judgements.get(pair) != judgement:
            if pair not in judgements:
                conn.execute(PAIR, pair)
            write = f"update {policy} matches set judgement = ? where left_id = ? and right_id = ?"
            if are_consistent({**judgements, pair: judgement}):
                conn.execute(write, [judgement, *pair])
                judgements[pair] = judgement
            else:
                with pytest.raises(sqlite3.IntegrityError, match="Refused"):
                    conn.execute(write, [judgement, *pair])
                judgements.setdefault(pair, "unjudged")
        same = expected_clusters(pair for pair, judgement in judgements.items() if judgement == "same")
        assert stored_clusters(conn) == same
        assert conn.execute("select * from judged_clusters order by 1").fetchall() == sorted(same.items())


@given(st.sets(st.sampled_from(PAIRS)), st.sets(st.sampled_from(PAIRS)))
@settings(max_examples=25, deadline=None)
def test_one_statement_may_judge_or_delete_many_pairs(plain_connection, same, deleted):
    with immediate_transaction(plain_connection, end="rollback"):
        plain_connection.executemany(PAIR, same)
        plain_connection.execute("update matches set judgement = 'same'")
        assert stored_clusters(plain_connection) == expected_clusters(same)
        plain_connection.executemany("delete from matches where left_id = ? and right_id = ?", deleted)
        assert stored_clusters(plain_connection) == expected_clusters(same - deleted)
        plain_connection.execute("delete from matches")
        assert stored_clusters(plain_connection) == {}


@given(st.lists(st.one_of(st.just("undo"), st.tuples(st.sampled_from(PAIRS), st.sampled_from(Judgement)))))
@settings(max_examples=40, deadline=None)
def test_the_cluster_table_follows_judging_and_undoing(open_unjudged_desk, actions):
    with immediate_transaction(open_unjudged_desk.conn, end="rollback"):
        assert_clusters_follow_actions(open_unjudged_desk, actions)


def assert_clusters_follow_actions(db, actions):
    for action in actions:
        db.execute("savepoint action")
        try:
            undo_judgement(db, actor="ana") if action == "undo" else judge(
                db, *action[0], action[1], actor="ana"
            )
        except Refused:
            db.execute("rollback to action")
        same = db.execute("select left_id, right_id from matches where judgement = 'same'").fetchall()
        cluster = expected_clusters(same)
        assert stored_clusters(db.conn) == cluster
        for claim in CLAIMS:
            others = {
                claim_id
                for claim_id in CLAIMS
                if cluster.get(claim_id, claim_id) == cluster.get(claim, claim)
            }
            assert set(clusters.members(db, claim)) == others
            assert set(clusters.same_as(db, [claim]).get(claim, ())) == others - {claim}


# ── counts for a cluster ────────────────────────────────────────────────────────────────────────


@given(
    st.sets(st.sampled_from(PAIRS)),
    st.lists(st.tuples(st.sampled_from(CLAIMS), st.integers(1, 5)), unique=True),
)
@settings(max_examples=40, deadline=None)
def test_overview_ledger_and_recurring_claims_count_alike(open_unjudged_desk, same, claim_articles):
    """Articles 1, 2 and 3 are successive versions. Claims judged the same count once in each article."""
    with immediate_transaction(open_unjudged_desk.conn, end="rollback"):
        add_appearances(open_unjudged_desk, same, claim_articles)
        check_counts(open_unjudged_desk, expected_clusters(same), claim_articles)


def add_appearances(db, same, claim_articles):
    for number in range(1, 6):
        db.execute(
            "insert into articles (id, url, published_on, previous_id) values (?, ?, ?, ?)",
            [
                number,
                f"https://a.example/{number}",
                f"2024-01-0{number}",
                number - 1 if number in (2, 3) else None,
            ],
        )
    db.conn.executemany("insert into appearances (claim_id, article_id) values (?, ?)", claim_articles)
    db.conn.executemany(PAIR, same)
    db.execute("update matches set judgement = 'same'")


def check_counts(db, cluster, claim_articles):
    for row in db.query("select id, appearances, first_seen, last_seen, dropped from claim_overview"):
        in_cluster = {
            (claim, at)
            for claim, at in claim_articles
            if cluster.get(claim, claim) == cluster.get(row["id"], row["id"])
        }
        expected = expected_occasions({at for _, at in in_cluster})
        claim_ledger = ledger(db, row["id"])
        entries = [
            (entry["seen_on"], entry["last_seen"], entry["dropped_by_id"])
            for entry in claim_ledger["entries"]
        ]
        assert entries == expected
        first = min((seen for seen, _, _ in expected), default=None)
        last = max((seen for _, seen, _ in expected), default=None)
        dropped = sum(by is not None for _, _, by in expected)
        assert list(row.values())[1:] == [len(expected), first, last, dropped]
        assert (claim_ledger["appearances"], claim_ledger["first_seen"], claim_ledger["last_seen"], claim_ledger["dropped"]) == (
            len(expected), first, last, dropped,
        )  # fmt: skip
        sql = "select appearances, first_seen, last_seen from recurring_claims where id = ?"
        is_lowest = cluster.get(row["id"], row["id"]) == row["id"]
        is_listed = is_lowest and len(expected) > 1
        assert db.execute(sql, [row["id"]]).fetchone() == (
            (len(expected), first, last) if is_listed else None
        )


def expected_occasions(article_ids):
    """First and last day of each occasion in these articles, and the version that dropped the claim: the rule in Python."""
    versions = [article_id for article_id in article_ids if article_id <= 3]
    occasions = []
    for article_id in article_ids:
        if article_id > 3:
            occasions.append((f"2024-01-0{article_id}", f"2024-01-0{article_id}", None))
        elif article_id == max(versions):
            dropped_by_id = article_id + 1 if article_id < 3 else None
            first = min(versions)
            occasions.append((f"2024-01-0{first}", f"2024-01-0{article_id}", dropped_by_id))
    return sorted(occasions, key=lambda occasion: occasion[0])


# ── upgrades, damage, size ──────────────────────────────────────────────────────────────────────


@pytest.fixture
def chained_desk(desk):
    """Three claims judged the same in a chain, and one on its own."""
    with write_transaction(desk, "ana"):
        for number in range(1, 5):
            desk.execute("insert into claims (id, text) values (?, ?)", [number, f"Claim {number}"])
        desk.conn.executemany(PAIR, [(1, 2), (2, 3)])
        desk.execute("update matches set judgement = 'same'")
    return desk


def test_an_upgrade_fills_the_cluster_table_of_an_older_desk(chained_desk, desk_path):
    chained_desk.executescript(
        "drop table match_clusters; delete from _sqlite_migrations where name like '0008%'"
    )
    chained_desk.executescript(
        "drop index appearances_claim; create index appearances_claim on appearances (claim_id)"
    )
    chained_desk.close()
    db, (applied, *_) = create_or_migrate(desk_path)
    assert applied == ["0008_clusters.sql"]
    assert stored_clusters(db.conn) == {1: 1, 2: 1, 3: 1}
    db.close()


DAMAGE = [
    "delete from match_clusters",
    "delete from match_clusters where claim_id = 3",
    "update match_clusters set cluster_id = 2 where claim_id > 1",
    "insert into match_clusters values (4, 1)",
    "drop table match_clusters",
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_cluster_table_is_found_and_rebuilt(chained_desk, damage):
    chained_desk.execute(damage)
    details = [finding.detail for finding in examine(chained_desk) if not finding.ok]
    assert len(details) == 1
    assert "`claimtrack doctor --repair`" in details[0]
    derived.rebuild(chained_desk)
    assert all(finding.ok for finding in examine(chained_desk))
    assert stored_clusters(chained_desk.conn) == {1: 1, 2: 1, 3: 1}


def test_restoring_a_dropped_trigger_corrects_the_clusters_judged_without_it(chained_desk, desk_path):
    chained_desk.execute("drop trigger matches_different_is_possible")
    chained_desk.execute("update matches set judgement = 'unsure' where left_id = 1")
    chained_desk.close()
    db, _ = create_or_migrate(desk_path)
    assert stored_clusters(db.conn) == {2: 2, 3: 2}
    db.close()


def test_reading_and_splitting_a_cluster_of_two_thousand_claims_is_fast(desk):
    """Counted in steps of SQLite's virtual machine: reading the whole cluster for each claim would take millions."""
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (id, text) values (?, 'x')", [(n,) for n in range(1, 2001)])
        desk.conn.executemany(PAIR, [(n, n + 1) for n in range(1, 2000)])
        desk.execute("update matches set judgement = 'same'")
    assert len(clusters.members(desk, 1000)) == 2000
    statements = [
        "select appearances, rating from claim_overview where id = 1000",
        "update matches set judgement = 'unsure' where left_id = 1000",
        "update matches set judgement = 'same' where left_id = 1000",
    ]
    assert [steps(desk, statement) < 500_000 for statement in statements] == [True] * 3
    assert len(clusters.members(desk, 1000)) == 2000


def test_reading_claims_of_an_article_with_a_thousand_versions_is_fast(desk):
    """Like a live page: walking all later versions for each of them would take millions of steps."""
    versions = range(1, 1001)
    with write_transaction(desk, "ana"):
        desk.execute("insert into claims (id, text) values (1, 'x'), (2, 'y')")
        sql = "insert into articles (id, url, previous_id) values (?, ?, ?)"
        desk.conn.executemany(sql, [(n, f"https://a.example/{n}", n - 1 or None) for n in versions])
        appearances = [(1, n) for n in versions] + [(2, 1)]
        desk.conn.executemany("insert into appearances (claim_id, article_id) values (?, ?)", appearances)
    reads = [
        "select * from claim_overview where id = 1",
        "select * from claim_overview where id = 2",
        "select * from claim_overview order by last_seen",
        "select * from recurring_claims",
    ]
    assert [steps(desk, read) < 500_000 for read in reads] == [True] * 4
    # Looking at the next version first is enough: a walk for each version took three times as many steps.
    assert steps(desk, "select appearances from claim_overview where id = 1") < 40_000


def test_the_first_recurring_claims_are_listed_without_counting_all(desk):
    """Datasette shows the first hundred of a view, and gives up after three seconds."""
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (id, text) values (?, 'x')", [(n,) for n in range(1, 3001)])
        desk.conn.executemany(
            "insert into articles (id, url) values (?, 'https://a.example/' || ?)", [(1, 1), (2, 2)]
        )
        appearances = [(claim, 1 + turn) for claim in range(1, 3001) for turn in range(2)]
        desk.conn.executemany("insert into appearances (claim_id, article_id) values (?, ?)", appearances)
    assert len(desk.execute("select * from recurring_claims limit 9").fetchall()) == 9
    assert steps(desk, "select * from recurring_claims limit 9") <= 10_000
    plan = desk.execute("explain query plan select * from recurring_claims limit 9").fetchall()
    assert not [row for row in plan if row[3] == "USE TEMP B-TREE FOR ORDER BY" and row[1] == 0]


def test_counting_recurring_claims_skips_claims_that_appeared_once(desk):
    """With a million claims, checking each took longer than the three seconds that Datasette allows."""
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (id, text) values (?, 'x')", [(n,) for n in range(1, 3001)])
        desk.execute("insert into articles (id, url) values (1, 'https://a.example/1')")
        appearances = [(claim, 1) for claim in range(1, 1001)]
        desk.conn.executemany("insert into appearances (claim_id, article_id) values (?, ?)", appearances)
    assert desk.execute("select count(*) from recurring_claims").fetchone() == (0,)
    assert (
        steps(desk, "select count(*) from recurring_claims") < 60_000
    )  # 165,000 when each claim was checked


def test_showing_a_cluster_that_appears_in_a_thousand_articles_is_fast(desk):
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (id, text) values (?, 'x')", [(n,) for n in range(1, 1001)])
        desk.conn.executemany(PAIR, [(n, n + 1) for n in range(1, 1000)])
        desk.execute("update matches set judgement = 'same'")
        sql = "insert into articles (id, url) values (?, 'https://a.example/' || ?)"
        desk.conn.executemany(sql, [(n, n) for n in range(1, 1001)])
        claim_articles = [(n, n) for n in range(1, 1001)]
        desk.conn.executemany("insert into appearances (claim_id, article_id) values (?, ?)", claim_articles)
    with count_thousands_of_steps(desk) as thousands:
        assert len(ledger(desk, 7)["entries"]) == 1000
        assert len(appearances.of_claim(desk, 7)) == 1
    assert len(thousands) < 600


def test_a_claim_judged_the_same_as_a_thousand_is_shown_with_its_first_matches_at_once(desk):
    """For each of them the verdict on all of them, and all their numbers, were read: of 3,000 that took 11 seconds and 0.9 GB."""
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (id, text) values (?, 'x')", [(n,) for n in range(1, 1001)])
        desk.conn.executemany(PAIR, [(1, n) for n in range(2, 1001)])
        desk.execute("update matches set judgement = 'same'")
    with count_thousands_of_steps(desk) as thousands:
        dossier = claim_dossier(desk, 1, newest=5)
    assert [row["claim_id"] for row in dossier["matches"]] == [2, 3, 4, 5, 6]
    assert dossier["matches_in_all"] == 999
    first = dossier["matches"][0]
    assert (first["same_as"], first["same_as_in_all"]) == ((1, *range(3, 202)), 999)
    assert len(thousands) < 1_000  # before, 53,000


def test_the_json_of_a_claim_judged_the_same_as_a_thousand_does_not_name_them_a_thousand_times(desk):
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (id, text) values (?, 'x')", [(n,) for n in range(1, 1001)])
        desk.conn.executemany(PAIR, [(1, n) for n in range(2, 1001)])
        desk.execute("update matches set judgement = 'same'")
    dossier = claim_dossier(desk, 1)
    assert (len(dossier["matches"]), dossier["ledger"]["claim_ids"]) == (999, [*range(1, 1001)])
    assert sum(len(row["same_as"]) for row in dossier["matches"]) == 999 * 200


def steps(db, sql):
    """The number of steps of SQLite's virtual machine that a statement takes, in whole thousands."""
    with count_thousands_of_steps(db) as thousands:
        db.execute(sql).fetchall()
    return 1000 * len(thousands)
