"""A table that a migration recreates keeps its rows and what users added to it."""

import sqlite3
from contextlib import closing

import pytest

from claimtrack.core.errors import ClaimtrackError
from claimtrack.store import evidence
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import create_or_migrate, write_transaction
from tests.desks import connect_ignoring_checks, write_released


# Evidence is recreated by 0025_sources_in_words.sql, which the desks of 0.4.0 and newer have already.
@pytest.fixture(params=["0.1.0", "0.2.0", "0.3.0", "0.4.0"])
def released_desk(request, tmp_path):
    """A desk of a released version, with a user's column, index and table on evidence, and a deleted link."""
    path = write_released(tmp_path / "released.db", request.param)
    with closing(connect_ignoring_checks(path)) as conn:
        conn.executescript("""
            alter table evidence add column page text default 'p. 1';
            create index own_pages on evidence (page);
            create table letters (id integer primary key, evidence_id integer references evidence (id));
            insert into letters (evidence_id) select min(id) from evidence;
            insert into evidence (id, claim_id, url) values (700, 1, 'https://gone.example');
            delete from evidence where id = 700;
            analyze;
        """)
    return path


def test_an_upgrade_keeps_evidence_and_then_accepts_sources_without_an_address(released_desk):
    with closing(sqlite3.connect(released_desk)) as conn:
        columns = ", ".join(row[1] for row in conn.execute("pragma table_info(evidence)"))
        kept = conn.execute(f"select {columns} from evidence order by id").fetchall()
        assert kept
    db, _ = create_or_migrate(released_desk)
    assert db.execute(f"select {columns} from evidence order by id").fetchall() == kept
    assert "own_pages" in [index.name for index in db.table("evidence").indexes]
    with write_transaction(db, "ada"):
        assert evidence.add(db, 1, "Phone call with Ada Miller") == 701
    [row] = db.execute("select url, source, page from evidence where id = 701")
    assert row == (None, "Phone call with Ada Miller", "p. 1")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.execute("insert into letters (evidence_id) values (12345)")
    assert all(finding.ok for finding in examine(db))
    db.close()


@pytest.mark.parametrize("name", ["answered", "retracted"])
def test_an_upgrade_keeps_outcomes_that_a_desk_added(tmp_path, name):
    path = write_released(tmp_path / "released.db", "0.3.0")
    own = (name, "Rang back", 6, "Ours.")
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("insert into outcomes (name, label, position, description) values (?, ?, ?, ?)", own)
    db, _ = create_or_migrate(path)
    outcomes = {row[0]: row for row in db.execute("select * from outcomes order by position")}
    assert (outcomes[name], list(outcomes)[5:]) == (own, list(dict.fromkeys([name, "answered"])))
    db.close()


@pytest.mark.parametrize(
    "values",
    [
        "null, null",
        "'https://a.example', 'A book'",
        "null, ''",
        f"null, '{'x' * 4001}'",
        "'no address', null",
    ],
)
def test_evidence_must_be_either_an_address_or_words(desk, values):
    with write_transaction(desk, "ada"):
        desk.execute("insert into claims (text) values ('Prices fell.')")
    with pytest.raises((sqlite3.IntegrityError, ClaimtrackError)), write_transaction(desk, "ada"):
        desk.execute(f"insert into evidence (claim_id, url, source) values (1, {values})")


def test_a_claim_cannot_have_the_same_source_in_words_twice(desk):
    with write_transaction(desk, "ada"):
        desk.execute("insert into claims (text) values ('Prices fell.'), ('Rents fell.')")
        evidence.add(desk, 1, "A book")
        evidence.add(desk, 2, "A book")
    with pytest.raises(ClaimtrackError), write_transaction(desk, "ada"):
        desk.execute("insert into evidence (claim_id, source) values (1, 'A book')")
