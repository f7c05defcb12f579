"""The table of clusters says what the judgements say, whichever way and in whichever order they are written."""

import sqlite3
from contextlib import closing, contextmanager

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
from claimtrack.workflow.ledger import ledger
from claimtrack.workflow.matching.judging import judge, undo_judgement

CLAIMS = range(1, 9)
PAIRS = [(one, other) for one in CLAIMS for other in CLAIMS if one < other]
PAIR = "insert or ignore into matches (left_id, right_id, score, suggestion, scorer) values (?, ?, 1, 'duplicate', 'x')"


def united(same):
    """The clusters of more than one claim that these pairs make, each claim with its lowest: union-find."""
    lowest = {}

    def find(claim):
        while lowest.setdefault(claim, claim) != claim:
            claim = lowest[claim]
        return claim

    for one, other in same:
        a, b = sorted((find(one), find(other)))
        lowest[b] = a
    return {claim: find(claim) for claim in lowest}


def agree(judged):
    cluster = united(pair for pair, word in judged.items() if word == "same")
    apart = [pair for pair, word in judged.items() if word == "different"]
    return all(cluster.get(one, one) != cluster.get(other, other) for one, other in apart)


def kept(conn):
    return dict(conn.execute("select claim_id, cluster_id from match_clusters").fetchall())


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
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
def plain(empty):
    """What every other program has; no example is kept, and one connection serves all: to open each takes longest."""
    with closing(sqlite3.connect(empty, isolation_level=None)) as conn:
        yield conn


@pytest.fixture(scope="module")
def opened(empty):
    with closing(open_desk(empty)) as db:
        yield db


@given(WRITES)
@settings(max_examples=60, deadline=None)
def test_the_table_is_what_union_find_makes_of_the_judgements(opened, writes):
    with immediate_transaction(opened.conn, end="rollback"):
        assert_followed(opened.conn, writes)


@given(WRITES)
@settings(max_examples=60, deadline=None)
def test_it_is_so_for_a_program_without_the_settings_of_ours(plain, writes):
    with immediate_transaction(plain, end="rollback"):
        assert_followed(plain, writes)


def assert_followed(conn, writes):
    judged = {}
    for pair, word, policy in writes:
        if word == "delete":
            conn.execute("delete from matches where left_id = ? and right_id = ?", pair)
            judged.pop(pair, None)
        elif judged.get(pair) != word:
            if pair not in judged:
                conn.execute(PAIR, pair)
            write = f"update {policy} matches set judgement = ? where left_id = ? and right_id = ?"
            if agree({**judged, pair: word}):
                conn.execute(write, [word, *pair])
                judged[pair] = word
            else:
                with pytest.raises(sqlite3.IntegrityError, match="Refused"):
                    conn.execute(write, [word, *pair])
                judged.setdefault(pair, "unjudged")
        same = united(pair for pair, word in judged.items() if word == "same")
        assert kept(conn) == same
        assert conn.execute("select * from judged_clusters order by 1").fetchall() == sorted(same.items())


@given(st.sets(st.sampled_from(PAIRS)), st.sets(st.sampled_from(PAIRS)))
@settings(max_examples=50, deadline=None)
def test_one_statement_may_judge_many_pairs_and_delete_them(plain, same, gone):
    with immediate_transaction(plain, end="rollback"):
        plain.executemany(PAIR, same)
        plain.execute("update matches set judgement = 'same'")
        assert kept(plain) == united(same)
        plain.executemany("delete from matches where left_id = ? and right_id = ?", gone)
        assert kept(plain) == united(same - gone)
        plain.execute("delete from matches")
        assert kept(plain) == {}


@given(st.lists(st.one_of(st.just("undo"), st.tuples(st.sampled_from(PAIRS), st.sampled_from(Judgement)))))
@settings(max_examples=40, deadline=None)
def test_what_is_judged_and_undone_at_the_desk_is_followed(opened, deeds):
    with immediate_transaction(opened.conn, end="rollback"):
        assert_undone(opened, deeds)


def assert_undone(db, deeds):
    for deed in deeds:
        db.execute("savepoint deed")
        try:
            undo_judgement(db, actor="ana") if deed == "undo" else judge(db, *deed[0], deed[1], actor="ana")
        except Refused:
            db.execute("rollback to deed")
        same = db.execute("select left_id, right_id from matches where judgement = 'same'").fetchall()
        cluster = united(same)
        assert kept(db.conn) == cluster
        for claim in CLAIMS:
            others = {one for one in CLAIMS if cluster.get(one, one) == cluster.get(claim, claim)}
            assert set(clusters.members(db, claim)) == others
            assert set(clusters.same_as(db, [claim]).get(claim, ())) == others - {claim}


# ── what is told of a cluster ───────────────────────────────────────────────────────────────────


@given(
    st.sets(st.sampled_from(PAIRS)),
    st.lists(st.tuples(st.sampled_from(CLAIMS), st.integers(1, 5)), unique=True),
)
@settings(max_examples=80, deadline=None)
def test_the_desk_log_the_ledger_and_the_list_of_repeats_count_alike(opened, same, said):
    """Articles 2 and 3 are later versions of 1, each of the one before it. Claims judged the same count once in each."""
    with immediate_transaction(opened.conn, end="rollback"):
        fill(opened, same, said)
        check_counts(opened, united(same), said)


def fill(db, same, said):
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
    db.conn.executemany("insert into appearances (claim_id, article_id) values (?, ?)", said)
    db.conn.executemany(PAIR, same)
    db.execute("update matches set judgement = 'same'")


def check_counts(db, cluster, said):
    for row in db.query("select id, appearances, first_seen, last_seen, dropped from claim_overview"):
        mine = {
            (claim, at)
            for claim, at in said
            if cluster.get(claim, claim) == cluster.get(row["id"], row["id"])
        }
        expected = occasions_of({at for _, at in mine})
        book = ledger(db, row["id"])
        told = [(entry["seen_on"], entry["last_seen"], entry["dropped_by"]) for entry in book["entries"]]
        assert told == expected
        first = min((seen for seen, _, _ in expected), default=None)
        last = max((seen for _, seen, _ in expected), default=None)
        dropped = sum(by is not None for _, _, by in expected)
        assert list(row.values())[1:] == [len(expected), first, last, dropped]
        assert (book["times"], book["first_seen"], book["last_seen"], book["dropped"]) == (
            len(expected), first, last, dropped,
        )  # fmt: skip
        sql = "select appearances, first_seen, last_seen from recurring_claims where id = ?"
        stands_for_it = cluster.get(row["id"], row["id"]) == row["id"]
        is_listed = stands_for_it and len(expected) > 1
        assert db.execute(sql, [row["id"]]).fetchone() == (
            (len(expected), first, last) if is_listed else None
        )


def occasions_of(held):
    """First and last day of each occasion in the articles, and which version dropped the claim: the rule in Python."""
    versions = [at for at in held if at <= 3]
    found = []
    for at in held:
        if at > 3:
            found.append((f"2024-01-0{at}", f"2024-01-0{at}", None))
        elif at == max(versions):
            dropped_by = at + 1 if at < 3 else None
            first = min(versions)
            found.append((f"2024-01-0{first}", f"2024-01-0{at}", dropped_by))
    return sorted(found, key=lambda one: one[0])


# ── upgrades, damage, size ──────────────────────────────────────────────────────────────────────


@pytest.fixture
def chained(desk):
    """Three claims in a chain, and one that stands alone."""
    with write_transaction(desk, "ana"):
        for number in range(1, 5):
            desk.execute("insert into claims (id, text) values (?, ?)", [number, f"Claim {number}"])
        desk.conn.executemany(PAIR, [(1, 2), (2, 3)])
        desk.execute("update matches set judgement = 'same'")
    return desk


def test_a_desk_from_before_the_table_gets_it_filled(chained, desk_path):
    chained.executescript("drop table match_clusters; delete from _sqlite_migrations where name like '0008%'")
    chained.executescript(
        "drop index appearances_claim; create index appearances_claim on appearances (claim_id)"
    )
    chained.close()
    db, (applied, *_) = create_or_migrate(desk_path)
    assert applied == ["0008_clusters.sql"]
    assert kept(db.conn) == {1: 1, 2: 1, 3: 1}
    db.close()


DAMAGE = [
    "delete from match_clusters",
    "delete from match_clusters where claim_id = 3",
    "update match_clusters set cluster_id = 2 where claim_id > 1",
    "insert into match_clusters values (4, 1)",
    "drop table match_clusters",
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_table_is_found_and_filled_anew(chained, damage):
    chained.execute(damage)
    found = [finding.detail for finding in examine(chained) if not finding.ok]
    assert len(found) == 1
    assert "`claimtrack doctor --repair`" in found[0]
    derived.rebuild(chained)
    assert all(finding.ok for finding in examine(chained))
    assert kept(chained.conn) == {1: 1, 2: 1, 3: 1}


def test_what_was_judged_while_a_rule_was_gone_is_made_good_with_the_rule(chained, desk_path):
    chained.execute("drop trigger matches_different_is_possible")
    chained.execute("update matches set judgement = 'unsure' where left_id = 1")
    chained.close()
    db, _ = create_or_migrate(desk_path)
    assert kept(db.conn) == {2: 2, 3: 2}
    db.close()


def test_a_cluster_of_two_thousand_claims_is_read_and_parted_at_once(desk):
    """Steps of SQLite's machine, not seconds: reading all of the cluster for each of its claims would be millions."""
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (id, text) values (?, 'x')", [(n,) for n in range(1, 2001)])
        desk.conn.executemany(PAIR, [(n, n + 1) for n in range(1, 2000)])
        desk.execute("update matches set judgement = 'same'")
    assert len(clusters.members(desk, 1000)) == 2000
    writes = [
        "select appearances, rating from claim_overview where id = 1000",
        "update matches set judgement = 'unsure' where left_id = 1000",
        "update matches set judgement = 'same' where left_id = 1000",
    ]
    assert [steps(desk, write) < 500_000 for write in writes] == [True] * 3
    assert len(clusters.members(desk, 1000)) == 2000


def test_what_a_thousand_versions_of_an_article_say_is_read_at_once(desk):
    """A live page: walking all of the later versions for each of them would be millions."""
    versions = range(1, 1001)
    with write_transaction(desk, "ana"):
        desk.execute("insert into claims (id, text) values (1, 'x'), (2, 'y')")
        sql = "insert into articles (id, url, previous_id) values (?, ?, ?)"
        desk.conn.executemany(sql, [(n, f"https://a.example/{n}", n - 1 or None) for n in versions])
        said = [(1, n) for n in versions] + [(2, 1)]
        desk.conn.executemany("insert into appearances (claim_id, article_id) values (?, ?)", said)
    reads = [
        "select * from claim_overview where id = 1",
        "select * from claim_overview where id = 2",
        "select * from claim_overview order by last_seen",
        "select * from recurring_claims",
    ]
    assert [steps(desk, read) < 500_000 for read in reads] == [True] * 4
    # That the next version has the claim is seen at once: with a walk for each version it was three times as much.
    assert steps(desk, "select appearances from claim_overview where id = 1") < 40_000


def test_the_first_of_what_is_said_again_are_shown_before_all_is_counted(desk):
    """Datasette shows the first hundred of a view, and gives up after three seconds."""
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (id, text) values (?, 'x')", [(n,) for n in range(1, 3001)])
        desk.conn.executemany(
            "insert into articles (id, url) values (?, 'https://a.example/' || ?)", [(1, 1), (2, 2)]
        )
        said = [(claim, 1 + turn) for claim in range(1, 3001) for turn in range(2)]
        desk.conn.executemany("insert into appearances (claim_id, article_id) values (?, ?)", said)
    assert len(desk.execute("select * from recurring_claims limit 9").fetchall()) == 9
    assert steps(desk, "select * from recurring_claims limit 9") <= 10_000
    plan = desk.execute("explain query plan select * from recurring_claims limit 9").fetchall()
    assert not [row for row in plan if row[3] == "USE TEMP B-TREE FOR ORDER BY" and row[1] == 0]


def test_claims_that_were_said_once_are_not_asked_one_by_one_what_was_said_again(desk):
    """Of a million claims that took longer than the three seconds that Datasette gives a list."""
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (id, text) values (?, 'x')", [(n,) for n in range(1, 3001)])
        desk.execute("insert into articles (id, url) values (1, 'https://a.example/1')")
        said = [(claim, 1) for claim in range(1, 1001)]
        desk.conn.executemany("insert into appearances (claim_id, article_id) values (?, ?)", said)
    assert desk.execute("select count(*) from recurring_claims").fetchone() == (0,)
    assert steps(desk, "select count(*) from recurring_claims") < 60_000  # 165,000 where each claim was asked


def test_a_cluster_with_a_thousand_places_is_shown_at_once(desk):
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (id, text) values (?, 'x')", [(n,) for n in range(1, 1001)])
        desk.conn.executemany(PAIR, [(n, n + 1) for n in range(1, 1000)])
        desk.execute("update matches set judgement = 'same'")
        sql = "insert into articles (id, url) values (?, 'https://a.example/' || ?)"
        desk.conn.executemany(sql, [(n, n) for n in range(1, 1001)])
        said = [(n, n) for n in range(1, 1001)]
        desk.conn.executemany("insert into appearances (claim_id, article_id) values (?, ?)", said)
    with counted_steps(desk) as taken:
        assert len(ledger(desk, 7)["entries"]) == 1000
        assert len(appearances.of_claim(desk, 7)) == 1
    assert len(taken) < 500


@contextmanager
def counted_steps(db):
    """What it yields grows by one for each thousand steps of SQLite's machine."""
    ticks = []
    db.conn.set_progress_handler(lambda: ticks.append(1) and None, 1000)
    yield ticks
    db.conn.set_progress_handler(None, 0)


def steps(db, sql):
    """How many thousand-steps of SQLite's machine a statement takes, times a thousand."""
    with counted_steps(db) as taken:
        db.execute(sql).fetchall()
    return 1000 * len(taken)
