"""`doctor` finds every corruption that a plain SQL client can cause once the triggers are out of the way."""

import re
import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database

from claimtrack.core.errors import DatabaseLocked
from claimtrack.store.file import connecting
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import create_or_migrate, open_desk, write_transaction
from claimtrack.store.index import derived, postings
from claimtrack.workflow.editing import edit_claim


@pytest.fixture
def healthy(desk):
    """A desk with an article, an appearance, judged pairs and a note."""
    text = "Ada said: “Prices fell.” 🙂"
    from claimtrack.store.articles import digest

    with write_transaction(desk, "ada"):
        for words in ("Prices fell.", "Prices dropped.", "Prices sank."):
            desk.execute("insert into claims (text) values (?)", [words])
        desk.execute("insert into articles (text, text_sha256) values (?, ?)", [text, digest(text)])
        desk.execute(
            "insert into appearances (claim_id, article_id, span_start, span_end, quote)"
            " values (1, 1, 11, 23, 'Prices fell.')"
        )
        for pair in ((1, 2), (2, 3), (1, 3)):
            desk.execute(
                "insert into matches (left_id, right_id, score, suggestion, scorer) values (?, ?, 1, 'duplicate', 'x')",
                pair,
            )
        desk.execute("update matches set judgement = 'same' where left_id = 1 and right_id = 2")
        desk.execute("update matches set judgement = 'same' where left_id = 2 and right_id = 3")
        desk.execute("insert into publishers (name, is_desk) values ('Our desk', 1)")
        desk.execute("insert into notes (claim_id, body) values (1, 'Asked.')")
    return desk


def run_without_triggers(path, script):
    """Run a script without the desk's triggers, and put them back afterwards."""
    conn = sqlite3.connect(path, isolation_level=None)
    rules = conn.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
    off = "".join(f'drop trigger "{name}";\n' for name, _ in rules)
    on = "".join(f"{sql};\n" for _, sql in rules)
    # One transaction for all of the hundreds of triggers: one for each would be slow.
    conn.executescript(
        f"begin; {off} commit; pragma foreign_keys = off; pragma ignore_check_constraints = on;"
    )
    conn.executescript(f"{script}; begin; {on} commit;")
    conn.close()


def failed_checks(db):
    return {finding.check: finding.detail for finding in examine(db) if not finding.ok}


def test_doctor_checks_user_columns_with_quotes_in_their_names(healthy):
    healthy.execute('create table own (id integer primary key, "a ""b"" c" text, "d ""e""_at" text)')
    healthy.execute("insert into own values (1, cast(x'4dfc' as text), 'yesterday')")
    failed = failed_checks(healthy)
    assert failed["every text is UTF-8"].startswith('1 not: own 1 (a "b" c)')
    assert failed["every time can be read"].startswith("1 cannot: own 1 (d \"e\"_at 'yesterday')")


def test_a_healthy_desk_passes_every_check(healthy):
    assert failed_checks(healthy) == {}


def test_an_empty_desk_passes_every_check(desk):
    assert failed_checks(desk) == {}


CORRUPTIONS = [
    # Latin-1 bytes, as written by a program that does not know UTF-8.
    (
        "every text is UTF-8",
        "update claims set text = cast(x'4dfc6e6368656e2072656e7473' as text) where id = 3",
    ),
    ("every text is UTF-8", "insert into claimants (name) values (cast(x'4dfc6c6c6572' as text))"),
    ("every text is UTF-8", "update notes set body = cast(x'41736b6564e9' as text)"),
    ("every span holds its quote", "update appearances set quote = 'Prices rose.'"),
    # A span past the end of the text: substr() would silently shorten it.
    ("every span holds its quote", "update appearances set span_start = 900, span_end = 912"),
    (
        "no judgement contradicts another",
        "update matches set judgement = 'different' where left_id = 1 and right_id = 3",
    ),
    (
        "every published review has a second person",
        "insert into reviews (claim_id, publisher_id, status, drafted_by, approved_by)"
        " values (1, 1, 'published', 'ada', 'ada')",
    ),
    # Before reviews_second_person, names that differ in case counted as two people.
    (
        "every published review has a second person",
        "insert into reviews (claim_id, publisher_id, status, drafted_by, approved_by)"
        " values (1, 1, 'published', 'ada', 'Ada')",
    ),
    (
        "every published review has a second person",
        "insert into reviews (claim_id, publisher_id, status) values (1, 1, 'published')",
    ),
    (
        "every published claim says what was signed",
        "insert into reviews (claim_id, publisher_id, status, drafted_by, approved_by, rating_id, url, reviewed_on, claim_reviewed)"
        " values (1, 1, 'published', 'ada', 'ben', 1, 'https://desk.example', '2024-05-01', 'Prices rose.')",
    ),
    (
        "every other name belongs to a main name",
        "insert into claimants (id, name, name_of_id) values (1, 'a', 2), (2, 'b', 1)",
    ),
    (
        "no article is a later version of itself",
        "insert into articles (id, previous_id) values (98, 97), (97, 98)",
    ),
    ("every claim has its history", "delete from history where table_name = 'claims' and row_id = 2"),
    ("no transaction left its actor behind", "update audit_context set actor = 'mallory'"),
    ("every reference leads somewhere", "update notes set claim_id = 99"),
    # An unknown status breaks a foreign key, too.
    ("every reference leads somewhere", "update claims set status = 'true' where id = 1"),
    ("every article's text is as it was read", "update articles set text = text || ' And rose again.'"),
    ("claims_fts is complete", "update claims set text = 'Wages rose.' where id = 1"),
    ("claims_fts is complete", "insert into claims_fts (rowid, text) values (99, 'A ghost.')"),
    ("articles_fts is complete", "update articles set title = 'Another title'"),
    ("notes_fts is complete", "update notes set body = 'Another note'"),
    *(
        (
            "every signed verdict can be read",
            f"insert into signed_verdicts (review_id, said) values (1, '{said}')",
        )
        for said in (
            "[5]",
            "{}",
            '{"evidence": 3, "appearances": {}}',
            '{"evidence": [3], "appearances": {}}',
            '{"evidence": [{}], "appearances": {}}',
            '{"evidence": [], "appearances": {"7": 3}}',
        )
    ),
    (
        "every import of a copy can be read",
        "insert into copy_imports (file, actor, copy_change, copy_change_is, first_change, last_change, people) values ('a', 'b', 1, '{}', 1, 1, '[1]')",
    ),
    ("every change of the history can be read", "update history set new_row = '{' where id = 1"),
    # A value that a check constraint forbids.
    ("the file is whole", "update claims set score = 7 where id = 1"),
]


@pytest.mark.parametrize(("check", "script"), CORRUPTIONS)
def test_doctor_finds_each_corruption_and_gives_details(healthy, desk_path, check, script):
    run_without_triggers(desk_path, script)
    failed = failed_checks(healthy)
    assert check in failed
    assert failed[check]


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("drop trigger claims_status_step", "claims_status_step"),
        ("drop trigger claims_history_update", "claims_history_update"),
        ("drop view status_counts", "status_counts"),
    ],
)
def test_doctor_finds_a_dropped_trigger_or_view_and_init_restores_it(healthy, desk_path, statement, name):
    with sqlite3.connect(desk_path) as conn:
        conn.execute(statement)
    conn.close()
    detail = failed_checks(healthy)["every rule of the desk is in place"]
    assert name in detail
    assert "claimtrack init" in detail
    healthy.close()
    create_or_migrate(desk_path)[0].close()
    repaired = open_desk(desk_path)
    assert failed_checks(repaired) == {}
    repaired.close()


def test_doctor_reports_a_locked_file_rather_than_a_broken_index(healthy, desk_path, monkeypatch):
    monkeypatch.setattr(connecting, "BUSY_TIMEOUT_MS", 20)
    writer = sqlite3.connect(desk_path, isolation_level=None)
    writer.execute("begin immediate")
    db = open_desk(desk_path)
    with pytest.raises(DatabaseLocked):
        list(examine(db))
    writer.close()
    db.close()


def test_doctor_does_not_change_the_file(healthy):
    before = list(healthy.conn.iterdump())
    list(examine(healthy))
    assert list(healthy.conn.iterdump()) == before


DANGLING_REFERENCES = [
    # The corruption, the remedy that doctor suggests, and that remedy with its blanks filled in.
    ("update claims set claimant_id = 99 where id = 2", "claimtrack edit 2 --claimant NAME", None),
    (
        "insert into claimants (id, name, name_of_id) values (3, 'B', 98)",
        "update claimants set name_of_id = null where id = 3",
        "update claimants set name_of_id = null where id = 3",
    ),
    (
        "update notes set claim_id = 97",
        "update notes set claim_id = ... where id = 1",
        "update notes set claim_id = 2 where id = 1",
    ),
    ("update notes set claim_id = 97", "delete from notes where id = 1", "delete from notes where id = 1"),
    # What a lost page leaves: one statement for all rows.
    (
        "insert into evidence (claim_id, url) values (97, 'https://a.example'), (98, 'https://a.example')",
        "delete from evidence where claim_id not in (select id from claims)",
        "delete from evidence where claim_id not in (select id from claims)",
    ),
    (
        "update claims set status = 'odd'",
        "update claims set status = ... where status not in (select name from statuses)",
        "update claims set status = 'open' where status not in (select name from statuses)",
    ),
    (
        "update matches set right_id = 97 where id = 3",
        "delete from matches where id = 3",
        "delete from matches where id = 3",
    ),
    (
        "update claims set priority = 'true'",
        "update claims set priority = ... where priority not in (select name from priorities)",
        "update claims set priority = 'low' where priority not in (select name from priorities)",
    ),
]


def test_what_is_suggested_for_a_published_claim_that_is_gone_is_not_refused(reviewed_desk, desk_path):
    """What a signed verdict shows could not be deleted, though the claim had gone with a lost page."""
    run_without_triggers(desk_path, "delete from claims where id = 1")
    detail = failed_checks(reviewed_desk)["every reference leads somewhere"]
    assert "`delete from reviews where id = 1`" in detail
    for remedy in re.findall("`(delete [^`]*)`", detail):
        reviewed_desk.execute(remedy)
    assert "every reference leads somewhere" not in failed_checks(reviewed_desk)


@pytest.mark.parametrize(("script", "suggested", "remedy"), DANGLING_REFERENCES)
def test_dangling_references_are_reported_with_a_working_remedy(
    healthy, desk_path, script, suggested, remedy
):
    run_without_triggers(desk_path, script)
    detail = failed_checks(healthy)["every reference leads somewhere"]
    assert f"`{suggested}`" in detail
    assert " fixes " in detail[:159]
    if remedy is None:
        edit_claim(healthy, 2, claimant="Ada Bright", actor="ada")
    else:
        with sqlite3.connect(desk_path) as conn:
            conn.execute(remedy)
        conn.close()
    assert "every reference leads somewhere" not in failed_checks(healthy)


INDEX_DAMAGE = [
    "delete from match_postings",
    "update match_postings set offsets = x'ff'",
    "drop table match_postings",
    "drop table match_pending",
    "delete from match_totals",
    "delete from match_terms",
]


@pytest.mark.parametrize("damage", INDEX_DAMAGE)
def test_a_damaged_match_index_is_found_and_rebuilt(healthy, damage):
    postings.index_pending(healthy.conn)
    before = sorted(healthy.execute("select term, claims from match_terms").fetchall())
    healthy.execute(damage)
    assert "`claimtrack doctor --repair`" in failed_checks(healthy)["the match index is whole"]
    assert derived.rebuild(healthy) == 3
    assert failed_checks(healthy) == {}
    assert sorted(healthy.execute("select term, claims from match_terms").fetchall()) == before


SCRIPT = """-- What the index counts; made anew by `doctor --repair`.
create table match_totals (
    id integer primary key, -- one row; no more
    unit text default 'a; b -- c'
) strict;
create trigger kept after insert on match_totals begin
    insert into match_terms values ('x'); delete from match_terms;
end;
-- Its first row; none of a person's.
insert into match_totals (id, unit) values (1, '; --');
"""


def test_rebuilding_a_table_handles_comments_and_semicolons_in_its_script(tmp_path, monkeypatch):
    monkeypatch.setattr(derived, "resource", lambda folder: tmp_path)
    monkeypatch.setattr(derived, "_DERIVED_TABLES", {"0002_totals.sql": ("match_totals", "match_terms")})
    monkeypatch.setattr(derived, "_SEARCH_TABLES", {})
    (tmp_path / "0002_totals.sql").write_text(SCRIPT)
    db = Database(memory=True)
    derived._recreate(db)
    assert db.execute("select id, unit from match_totals").fetchall() == [(1, "; --")]
    assert "'a; b -- c'" in db.table("match_totals").schema
    assert [row[0] for row in db.execute("select name from sqlite_master where type = 'trigger'")] == []


def test_a_vector_of_the_wrong_size_is_found_and_dropped(healthy):
    healthy.execute("insert into encoders (id, name, version, dimensions) values (1, 'test', '1', 4)")
    healthy.execute(
        "insert into claim_vectors (encoder_id, claim_id, vector) values (1, 1, x'00'), (1, 2, x'01020304')"
    )
    assert "claimtrack encode" in failed_checks(healthy)["every vector has its size"]
    derived.rebuild(healthy)
    assert healthy.execute("select claim_id from claim_vectors").fetchall() == [(2,)]


def test_rewording_and_deleting_claims_does_not_damage_the_index(healthy):
    """A changed claim keeps its old index entries until the next rebuild."""
    with write_transaction(healthy, "ada"):
        healthy.execute("update claims set text = 'Wages in the north rose again' where id = 1")
        healthy.execute("insert into claims (text) values ('!!!'), ('One more to take away')")
        healthy.execute("delete from claims where text like 'One more%'")
    assert derived.find_index_damage(healthy) is None
    postings.index_pending(healthy.conn)
    assert derived.find_index_damage(healthy) is None
    with write_transaction(healthy, "ada"):
        healthy.execute("insert into claims (text) values ('A claim that waits')")
    assert derived.find_index_damage(healthy) is None


def test_the_quick_index_check_reads_few_claims_on_a_large_desk(healthy):
    """`check` and `match --file` start with it: reading all of a million claims took 0.2 s."""
    with write_transaction(healthy, "ada"):
        healthy.conn.executemany(
            "insert into claims (text) values (?)", [(f"Wages fell in town {n}.",) for n in range(1000)]
        )
    postings.index_pending(healthy.conn)
    steps = []
    healthy.conn.set_progress_handler(lambda: steps.append(1) and None, 100)
    derived.refuse_damaged_index(healthy)
    healthy.conn.set_progress_handler(None, 0)
    assert len(steps) < 50


def test_a_text_that_is_not_utf_8_is_named_and_can_be_corrected(healthy):
    healthy.execute(
        "insert into claims (text) values (cast(x'4dfc6e6368656e' as text)), ('München · 🙂 · Ω')"
    )
    assert failed_checks(healthy) == {
        "every text is UTF-8": "1 not: claims 4 (text), shown with \ufffd. Write them again, as in `update claims set text = '...' where id = 4`"
    }
    assert [text for (text,) in healthy.execute("select text from claims where id > 3")] == [
        "M\ufffdnchen",
        "München · 🙂 · Ω",
    ]
    healthy.execute("update claims set text = 'München' where id = 4")
    assert failed_checks(healthy) == {}


def test_rows_that_break_a_rule_are_named_and_a_forgotten_actor_needs_no_backup(healthy, desk_path):
    run_without_triggers(
        desk_path,
        "delete from history where table_name = 'claims' and row_id = 2; update audit_context set actor = 'mallory'",
    )
    failed = failed_checks(healthy)
    assert failed["every claim has its history"].startswith("broken by claims 2: restore a backup")
    told = failed["no transaction left its actor behind"]
    assert told.startswith("'mallory' is: ")
    [remedy] = re.findall("`(update [^`]*)`", told)
    healthy.execute(remedy)
    assert "no transaction left its actor behind" not in failed_checks(healthy)


@pytest.mark.parametrize("timestamp", ["yesterday", "now", "12:30", "3 May 2024", "2024-13-01"])
def test_doctor_finds_an_unreadable_timestamp(healthy, timestamp):
    healthy.execute(
        "insert into notes (claim_id, body, created_at) values (1, 'Asked again.', ?)", [timestamp]
    )
    detail = failed_checks(healthy)["every time can be read"]
    assert detail.startswith(
        f"1 cannot: notes 2 (created_at {timestamp!r}). Write them as 2024-05-03T09:30:00.000Z"
    )
    assert "`update notes set created_at = '...' where id = 2`" in detail


def test_a_date_without_a_time_is_a_readable_timestamp(healthy):
    healthy.execute("insert into notes (claim_id, body, created_at) values (1, 'Asked again.', '2024-05-03')")
    assert failed_checks(healthy) == {}


def test_doctor_says_what_it_found_before_a_value_that_cannot_be_read(healthy, desk_path):
    """A table without STRICT holds anything. The whole report was lost."""
    with sqlite3.connect(desk_path) as conn:
        conn.execute("pragma writable_schema = on")
        conn.execute("update sqlite_schema set sql = replace(sql, ') strict', ')') where name = 'articles'")
    conn.close()
    run_without_triggers(desk_path, "update articles set text = x'00ff'")
    with closing(open_desk(desk_path)) as db:
        failed = failed_checks(db)
    assert {"the file is whole", "every value can be read"} <= failed.keys()
