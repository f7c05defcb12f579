"""A desk of every released version upgrades to the current schema without losing anything."""

import re
import sqlite3
import sys
from pathlib import Path

import pytest

import claimtrack
from claimtrack.core.errors import Refused, TooNew
from claimtrack.core.match import SCORER
from claimtrack.store.file import schema_files
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import create_or_migrate, open_desk, write_transaction
from claimtrack.store.file.schema_files import migrations
from claimtrack.store.index.postings import compact, index_pending
from tests.desks import RELEASED, connect_ignoring_checks, run_sql, write_released

ROOT = Path(claimtrack.__file__).resolve().parent.parent


@pytest.fixture
def dump_schema(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    sys.modules.pop("dump_schema", None)
    import dump_schema

    return dump_schema


def schema(db):
    rows = db.query("select type, name, sql from sqlite_master where name not like 'sqlite_%' order by 1, 2")
    return {(row["type"], row["name"]): " ".join((row["sql"] or "").split()) for row in rows}


def row_counts(db):
    return {
        table.name: table.count
        for table in db.tables
        if "_fts" not in table.name and table.name != "_sqlite_migrations"
    }


def test_every_released_version_has_a_schema_dump():
    """It is made with scripts/dump-schema at the release."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[?([^\]\s]+)", changelog, re.MULTILINE)
    assert headings, "no version heading found: has the form of CHANGELOG.md changed?"
    released = [heading for heading in headings if heading.lower() != "unreleased"]
    assert {path.stem for path in RELEASED} == set(released)


@pytest.mark.parametrize("version", [path.stem for path in RELEASED])
def test_a_released_desk_upgrades_to_the_current_schema(version, tmp_path, desk):
    assert_upgrades(write_released(tmp_path / "old.db", version), desk)


def test_a_current_desk_survives_a_dump_and_restore(tmp_path, desk, desk_path, dump_schema):
    """Tests the tools of these tests themselves."""
    with write_transaction(desk, "ana"):
        desk.execute("insert into claims (text) values ('Prices fell.')")
    script = "\n".join(dump_schema.dump(desk_path))
    run_sql(tmp_path / "old.db", script)
    open_desk(tmp_path / "old.db").close()
    db = assert_upgrades(tmp_path / "old.db", desk)
    assert db.execute("select actor from history").fetchone()[0] == "ana"
    assert db.execute("select rowid from claims_fts where claims_fts match 'price'").fetchone()[0] == 1


@pytest.mark.parametrize(
    ("version", "old_terms"),
    [
        (
            "0.1.0",
            ["300", "15"],
        ),  # signs, times of day, and numbers in a script without spaces
        ("0.4.0", ["द", "ल", "3"]),  # Hindi words without their vowels, and "milyon"
        ("0.6.0", ["#14", "previ"]),  # a time as three numbers, and "the previous year"
    ],
)
def test_an_upgrade_reindexes_claims_whose_words_are_now_read_differently(version, old_terms, tmp_path):
    write_released(tmp_path / "old.db", version)
    conn = connect_ignoring_checks(tmp_path / "old.db")
    conn.execute(
        "insert into claims (text) values ('该市有300万人'), ('It was -15 degrees in Oulu at 6 pm.'),"
        " ('दिल्ली में लोग बिना पानी के रहते हैं'), ('Adada 3 milyon kişi yaşıyor'),"
        " ('She swam the lake in 2:14:04.'), ('Crime fell compared with the previous year.')"
    )
    conn.executemany(
        "insert or ignore into match_terms (term, claims) values (?, 1)", [(term,) for term in old_terms]
    )
    conn.execute("delete from match_pending")
    conn.commit()
    conn.close()
    db, _ = create_or_migrate(tmp_path / "old.db")
    claims = db.execute("select count(*) from claims").fetchone()[0]
    assert index_pending(db.conn) == claims
    terms = db.execute("select term, claims from match_terms order by term").fetchall()
    compact(db.conn)
    assert terms == db.execute("select term, claims from match_terms order by term").fetchall()


def test_notes_of_older_desks_say_which_step_wrote_them_by_their_words(tmp_path):
    write_released(tmp_path / "old.db", "0.7.0")
    conn = connect_ignoring_checks(tmp_path / "old.db")
    review_id, claim_id = conn.execute("select id, claim_id from reviews where origin = 'desk'").fetchone()
    bodies = {
        f"Review {review_id} held: A letter": "hold",
        f"Review {review_id} released: No objection": "release",
        f"Review {review_id} sent back: A comma is missing": "send_back",
        f"Claim {claim_id}, different: Other years": "judge",
        "Also said in these words (Ada Miller): Rent doubled": "repeat",
        "Review 999 held: A review of another claim": None,
        f"Review {review_id} of the book: held in the library": None,
        "Claim 1,200 of them": None,
        "Rang the ministry": None,
    }
    conn.executemany(
        "insert into notes (claim_id, body) values (?, ?)", ((claim_id, body) for body in bodies)
    )
    conn.commit()
    conn.close()
    db, _ = create_or_migrate(tmp_path / "old.db")
    assert dict(db.execute("select body, step from notes order by id desc limit 9")) == bodies


def test_a_new_matcher_indexes_all_claims_anew():
    """It may read their terms otherwise: then the index of an older version seems damaged, and most commands refuse the desk."""
    newest = RELEASED[-1].read_text(encoding="utf-8")
    added = [
        script.read_text(encoding="utf-8") for name, script in migrations().items() if name not in newest
    ]
    assert f"'{SCORER}'" in newest or any("delete from match_postings" in script for script in added)


def test_a_release_with_other_views_or_triggers_has_a_migration(tmp_path):
    """By that, an older claimtrack knows that it is the older one: 0.8.0 asked for `init` on a desk of 0.9.0, and put its own views back."""
    newest = RELEASED[-1].read_text(encoding="utf-8")
    added = [name for name in migrations() if name not in newest]
    assert f"user_version = {schema_files.digest()};" in newest or added


def test_an_older_claimtrack_refuses_a_desk_whose_views_alone_are_newer(tmp_path, monkeypatch):
    write_released(tmp_path / "old.db", "0.9.0")
    create_or_migrate(tmp_path / "old.db")[0].close()
    before = (tmp_path / "old.db").read_bytes()
    of_0_9_0 = {name: path for name, path in migrations().items() if name < "0041"}
    monkeypatch.setattr(schema_files, "migrations", lambda: of_0_9_0)
    monkeypatch.setattr(schema_files, "digest", lambda: 1160289989)
    for use in (open_desk, create_or_migrate):
        with pytest.raises(TooNew, match="newer claimtrack"):
            use(tmp_path / "old.db")
    assert (tmp_path / "old.db").read_bytes() == before


def test_an_upgrade_drops_suggestions_for_outdated_texts_and_keeps_others(tmp_path):
    write_released(tmp_path / "old.db")
    conn = connect_ignoring_checks(tmp_path / "old.db")
    conn.executescript("""
        delete from matches;
        delete from match_uncompared;
        insert into claims (id, text) values (901, 'Rent doubled'), (902, 'Rents doubled'), (903, 'Rent has doubled');
        insert into matches (left_id, right_id, score, suggestion, scorer)
        values (901, 902, 0.9, 'duplicate', 'x'), (902, 903, 0.9, 'duplicate', 'x');
        update matches set judgement = 'same' where right_id = 903;
        update claims set assignee = 'ada' where id = 901;
        update claims set text = 'Wages fell' where id = 902;
        insert into matches (left_id, right_id, score, suggestion, scorer)
        values (901, 903, 0.9, 'duplicate', 'x');
    """)
    conn.close()
    db, _ = create_or_migrate(tmp_path / "old.db")
    pairs = db.execute("select left_id, right_id from matches order by 1, 2").fetchall()
    assert pairs == [(901, 903), (902, 903)]
    assert (902,) in db.execute("select claim_id from match_uncompared").fetchall()


def assert_upgrades(path, new_desk):
    db, _ = create_or_migrate(path)
    before = row_counts(db)
    assert before["claims"] > 0
    assert before["history"] > 0
    assert schema(db) == schema(new_desk)
    assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert db.execute("pragma foreign_key_check").fetchall() == []
    return db


def test_an_upgraded_verdict_keeps_the_text_claimant_and_date_of_its_claim(tmp_path):
    write_released(tmp_path / "old.db")
    db, _ = create_or_migrate(tmp_path / "old.db")
    kept = db.execute("""
        select claim_reviewed = claims.text, claimant_reviewed is claimants.name, claimed_on_reviewed is claims.claimed_on
        from reviews
        join claims on claims.id = reviews.claim_id
        left join claimants on claimants.id = claims.claimant_id
        where reviews.status = 'published' and origin = 'desk'
    """).fetchall()
    assert kept == [(1, 1, 1)]


def test_an_upgrade_removes_only_the_due_days_that_a_published_claim_has_met(tmp_path):
    """One that was set after publication was meant: it is the day to look again. Older replacements are corrections."""
    sql = "select id from claims where status = 'published'"
    for number, (when, kept) in enumerate((("before", None), ("after", "2027-05-01"))):
        path = write_released(tmp_path / f"{number}.db", "0.5.0")
        db = connect_ignoring_checks(path)
        [claim_id] = db.execute(sql).fetchone()
        db.execute("update claims set due_on = '2027-05-01' where id = ?", [claim_id])
        if when == "before":
            db.execute("drop trigger claims_with_a_verdict_stay_published")
            for status in ("checking", "in_review", "published"):
                db.execute("update claims set status = ? where id = ?", [status, claim_id])
        db.commit()
        db.close()
        upgraded, _ = create_or_migrate(path)
        assert upgraded.execute("select due_on from claims where id = ?", [claim_id]).fetchone() == (kept,)
        newest = "select new_row ->> 'due_on' from history where table_name = 'claims' and row_id = ? order by id desc"
        assert upgraded.execute(newest, [claim_id]).fetchone() == (kept,)
        assert upgraded.execute("select count(*) from reviews where is_update <> 0").fetchone() == (0,)
        upgraded.close()


def test_a_verdict_rewritten_under_a_released_version_is_kept_and_reported(tmp_path):
    """An upgrade does not rewrite it: `doctor` reports it, and what readers had can be restored."""
    write_released(tmp_path / "old.db")
    conn = sqlite3.connect(tmp_path / "old.db")
    [published_id] = conn.execute(
        "select id from reviews where status = 'published' and origin = 'desk'"
    ).fetchone()
    conn.executescript(f"""
        update reviews set status = 'withdrawn', correction_note = 'Gone.' where id = {published_id};
        update reviews set summary = 'It was so.', correction_note = 'Never mind.' where id = {published_id};
    """)
    conn.close()
    db, _ = create_or_migrate(tmp_path / "old.db")
    sql = "select summary, correction_note from reviews where id = ?"
    assert db.execute(sql, [published_id]).fetchone() == ("It was so.", "Never mind.")
    [finding] = [check for check in examine(db) if not check.ok]
    assert f"changed since: reviews {published_id}:" in finding.detail
    before = "(select summary from verdicts_as_published where review_id = reviews.id)"
    with write_transaction(db, "ben"):
        db.execute(f"update reviews set summary = {before} where id = ?", [published_id])
    assert all(check.ok for check in examine(db))
    with pytest.raises(Refused, match="must stay on record"), write_transaction(db, "ben"):
        db.execute("update reviews set summary = 'It was so.' where id = ?", [published_id])


def test_upgraded_verdicts_still_say_what_readers_had(tmp_path):
    """Even a verdict whose claim is being corrected keeps saying what the released version said."""
    write_released(tmp_path / "old.db")
    conn = connect_ignoring_checks(tmp_path / "old.db")
    [published_id] = conn.execute(
        "select id from reviews where status = 'published' and origin = 'desk'"
    ).fetchone()
    conn.executescript(f"""
        update claimants set role = 'minister' where id = (select claimant_id from claims join reviews on claim_id = claims.id where reviews.id = {published_id});
        insert into evidence (claim_id, url, stance) select claim_id, 'https://port.example', 'refutes' from reviews where id = {published_id};
        insert into reviews (claim_id, publisher_id, rating_id, corrects_id, correction_note, drafted_by)
        select claim_id, publisher_id, rating_id, id, 'We look again.', 'ada' from reviews where id = {published_id};
    """)
    names = "id, claim, claimant, claimant_kind, claimant_role, claimant_url, claimed_on, appearances"
    before = conn.execute(f"select {names} from claimreview_sheet order by id").fetchall()
    links = conn.execute(
        "select url, stance from evidence where claim_id = (select claim_id from reviews where id = ?)",
        [published_id],
    ).fetchall()
    conn.close()
    db, _ = create_or_migrate(tmp_path / "old.db")
    with write_transaction(db, "ada"):
        db.execute("update claimants set role = 'thief'")
        db.execute("delete from evidence")
    assert db.execute(f"select {names} from claimreview_sheet order by id").fetchall() == before
    assert (
        db.execute(
            "select url, stance from published_evidence where review_id = ?", [published_id]
        ).fetchall()
        == links
    )
    assert all(finding.ok for finding in examine(db))
