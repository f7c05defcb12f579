"""A table that is made anew for a migration has all that was in it, and what people added."""

import sqlite3
from contextlib import closing

import pytest

from claimtrack.core.errors import ClaimtrackError
from claimtrack.store import evidence
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import create_or_migrate, write_transaction
from tests.desks import RELEASED, connect_ignoring_checks, write_released


@pytest.fixture(params=[path.stem for path in RELEASED])
def released(request, tmp_path):
    """The file of a desk of each version that required an address of evidence, with a link of an own column and one that is gone."""
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


def test_evidence_of_a_released_desk_stays_and_may_be_no_web_page_from_then_on(released):
    with closing(sqlite3.connect(released)) as conn:
        columns = ", ".join(row[1] for row in conn.execute("pragma table_info(evidence)"))
        kept = conn.execute(f"select {columns} from evidence order by id").fetchall()
        assert kept
    db, _ = create_or_migrate(released)
    assert db.execute(f"select {columns} from evidence order by id").fetchall() == kept
    assert "own_pages" in [index.name for index in db.table("evidence").indexes]
    with write_transaction(db, "ada"):
        assert evidence.add(db, 1, "Phone call with Ada Miller") == 701
    [row] = db.execute("select url, source, page from evidence where id = 701")
    assert row == (None, "Phone call with Ada Miller", "p. 1")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.execute("insert into letters (evidence_id) values (12345)")
    assert all(one.ok for one in examine(db))
    db.close()


@pytest.mark.parametrize("name", ["answered", "retracted"])
def test_outcomes_that_a_desk_added_itself_stay(tmp_path, name):
    path = write_released(tmp_path / "released.db", "0.3.0")
    own = (name, "Rang back", 6, "Ours.")
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("insert into outcomes (name, label, position, description) values (?, ?, ?, ?)", own)
    db, _ = create_or_migrate(path)
    told = {row[0]: row for row in db.execute("select * from outcomes order by position")}
    assert (told[name], list(told)[5:]) == (own, list(dict.fromkeys([name, "answered"])))
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
def test_evidence_is_an_address_or_words(desk, values):
    with write_transaction(desk, "ada"):
        desk.execute("insert into claims (text) values ('Prices fell.')")
    with pytest.raises((sqlite3.IntegrityError, ClaimtrackError)), write_transaction(desk, "ada"):
        desk.execute(f"insert into evidence (claim_id, url, source) values (1, {values})")


def test_a_source_in_words_is_of_a_claim_once(desk):
    with write_transaction(desk, "ada"):
        desk.execute("insert into claims (text) values ('Prices fell.'), ('Rents fell.')")
        evidence.add(desk, 1, "A book")
        evidence.add(desk, 2, "A book")
    with pytest.raises(ClaimtrackError), write_transaction(desk, "ada"):
        desk.execute("insert into evidence (claim_id, source) values (1, 'A book')")
