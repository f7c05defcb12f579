"""A desk of some claims of another: nothing of them is lost, and nothing of the other claims is in it."""

import sqlite3
from collections import Counter
from contextlib import closing

import pytest

import claimtrack
from claimtrack.core.errors import DatabaseError, Refused
from claimtrack.store import parting
from claimtrack.store.file.checks import examine
from claimtrack.store.file.copying import backup
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow import intervening
from claimtrack.workflow.parting import export_desk

ARTICLE = '"We built 40,000 homes last year," housing minister Ada Miller said on Tuesday. Rents in Ness fell by 4 percent in 2023, Ben Moor said.'
LATER = ARTICLE.replace("40,000", "41,000")
SECRET_ARTICLE = "Zed Orr owns three hidden harbours in Ness, Cyd Pike said on Monday."
SECRETS = ("Zed Orr", "Cyd Pike", "harbours", "Deepthroat", "hush", "stats.example/secret", "Radio Secret")
OTHERS = ("Phone call with the ministry", "Ask for the figures", "stats.example/open", "harmless")
# What each table that claims lead to has, by words instead of numbers: the parts together have all of it.
CONTENTS = {
    "claims": "select id, text, claimant_id, claimed_on, status, priority, assignee, due_on, score, created_at from claims",
    "appearances": "select * from appearances",
    "evidence": "select * from evidence",
    "notes": "select * from notes",
    "claim_tags": "select * from claim_tags",
    "interventions": "select * from interventions",
    "reviews": "select * from reviews",
    "signed_verdicts": "select * from signed_verdicts",
    "claim_vectors": "select * from claim_vectors",
    "match_uncompared": "select * from match_uncompared",
    "article_readings": "select * from article_readings",
    "matches": "select * from matches where judgement <> 'unjudged'",
    "history": "select table_name, row_id, operation, actor, happened_at, old_row, new_row from history where claim_id is not null",
}
SETTINGS = {
    "tunings", "encoders", "audit_context", "_sqlite_migrations", "match_compared_by",
    "note_steps", "kinds", "claimant_kinds", "outcomes", "priorities", "stances", "statuses", "status_transitions", "suggestions",
    "judgements", "archive_statuses", "review_origins", "review_statuses", "review_status_transitions", "tuned_parts",
}  # fmt: skip
REBUILT = {
    "match_terms",
    "match_endings",
    "match_postings",
    "match_pending",
    "match_totals",
    "match_clusters",
}
EMPTIED = {"imports", "copy_imports", "copied_rows"}


def publish(path, desk, claim, headline):
    review = desk.reviews.draft(claim, rating="False", scale="Six-step truth scale", headline=headline)
    desk.reviews.submit(review)
    with claimtrack.open(path, actor="ben") as bens:
        bens.reviews.approve(review)
        bens.reviews.publish(review, url=f"https://desk.example/{claim}", reviewed_on="2024-05-01")
    return review


def work_on(desk, claim, note, source, url):
    desk.note(claim, note)
    desk.link(claim, source, "context", quote="see page 4")
    desk.link(claim, url, "refutes", is_primary=True)
    desk.retract_link(claim, url, on="2024-04-30")
    intervening.ask(desk.db, claim, f"Editor of {source}", note, asked_on="2024-04-30", actor="ada")
    desk.assign(claim, "ben")
    desk.set_status(claim, "checking")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A desk with an article of both parts, in two versions, one of the secret part alone, verdicts, judgements and a table of its own."""
    path = tmp_path_factory.mktemp("whole") / "claims.db"
    with claimtrack.open(path, actor="ada", name="The Desk") as desk:
        desk.ingest(text=ARTICLE, url="https://news.example/1", published_on="2024-04-22", outlet="The Echo")
        desk.ingest(text=LATER, url="https://news.example/1", published_on="2024-04-23", outlet="The Echo")
        desk.ingest(text=SECRET_ARTICLE, url="https://news.example/2", published_on="2024-04-24")
        for claim in desk.claims():
            desk.triage(claim["id"], "accept")
        ids = {row["text"]: row["id"] for row in desk.claims()}
        rents, harbours = (next(ids[text] for text in ids if word in text) for word in ("Rents", "harbours"))
        secret = desk.add(
            "Zed Orr took hush money in 2019", claimant="C. Pike", source="Radio Secret"
        ).claim_id
        third = desk.add("Nobody was paid for it in 2019", claimant="C. Pike").claim_id
        desk.join_speakers("Cyd Pike", "C. Pike")
        desk.tag(secret, "hush")
        desk.rename_tag("hush", "hidden")
        desk.tag(harbours, "hidden", "economy")
        desk.tag(rents, "economy")
        desk.judge(secret, harbours, "different")
        desk.judge(rents, secret, "unsure")
        work_on(desk, secret, "Deepthroat says so", "A letter by Deepthroat", "https://stats.example/secret")
        work_on(
            desk, rents, "Ask for the figures", "Phone call with the ministry", "https://stats.example/open"
        )
        publish(path, desk, secret, "No hush money")
        publish(path, desk, rents, "No, they rose: harmless")
        desk.note(third, "Deepthroat again")
        for sql in (
            "insert into encoders (name, version, dimensions) values ('words', '1', 4)",
            "insert into claim_vectors (encoder_id, claim_id, vector) select 1, id, cast(printf('v%03d', id) as blob) from claims",
            "insert into tunings (part, fitted_to, parameters) values ('matching', 'words', '{}')",
            "insert into imports (first_change, last_change) values (1, 2)",
            "insert into copy_imports (file, copy_change, copy_change_is) values ('copy.db', 1, '[]')",
            "insert into copied_rows (copy_import_id, table_name, id_in_copy, row_id) values (1, 'claims', 1, 1)",
        ):
            desk.db.execute(sql)
        desk.db.conn.commit()
        desk.db.execute("analyze")
        desk.db.execute("create table own (word text)")
        desk.db.execute("insert into own values ('Deepthroat')")
    return path


@pytest.fixture(scope="module")
def parts(whole, tmp_path_factory):
    """The two desks that take the place of that one."""
    folder = tmp_path_factory.mktemp("parts")
    with closing(open_desk(whole)) as db:
        done = [
            export_desk(db, folder / name, ["hidden"], others=others)
            for name, others in (("secret.db", False), ("rest.db", True))
        ]
    return (folder / "secret.db", folder / "rest.db", *done)


def rows(path, sql):
    with closing(sqlite3.connect(path)) as conn:
        return Counter(conn.execute(sql).fetchall())


def test_the_two_desks_have_all_that_the_one_had_but_judgements_across(whole, parts):
    secret, rest, *_ = parts
    for name, sql in CONTENTS.items():
        lost = rows(whole, sql) - rows(secret, sql) - rows(rest, sql)
        expected = 1 if name == "matches" else 0
        if name == "history":
            lost = Counter(row for row in lost.elements() if row[0] != "matches")
        assert (name, lost.total(), (rows(secret, sql) & rows(rest, sql)).total()) == (name, expected, 0)
    assert [done.left.judgements for done in parts[2:]] == [1, 1]
    assert [done.left.shared_articles for done in parts[2:]] == [0, 0]


def test_a_former_tag_is_where_its_present_name_is(whole, parts):
    sql = "select name from tags where name in ('hush', 'hidden', 'economy')"
    found = [sorted(name for (name,) in rows(file, sql)) for file in (whole, *parts[:2])]
    assert found == [["economy", "hidden", "hush"]] * 2 + [["economy"]]


def test_what_tune_found_stays_with_the_rest_and_what_names_changes_by_number_goes(whole, parts):
    found = {
        source: [bool(rows(file, f"select 1 from {source}")) for file in (whole, *parts[:2])]
        for source in ("tunings", "history where table_name = 'tunings'", *EMPTIED)
    }
    for source, has_rows in found.items():
        assert (source, has_rows) == (source, [True, False, source not in EMPTIED])


def test_nothing_of_the_others_is_in_the_file(parts):
    secret, rest, done, done_rest = parts
    inside, outside = secret.read_bytes(), rest.read_bytes()
    assert rows(secret, "select * from sqlite_stat1") + rows(rest, "select * from sqlite_stat1") == Counter()
    assert [word for word in OTHERS if word.encode() in inside] == []
    assert [word for word in SECRETS if word.encode() not in inside] == []
    assert (done.left.tables, done_rest.left.tables) == (["own"], [])
    with closing(sqlite3.connect(rest)) as conn, conn:  # the users' own table, which stays with the desk
        conn.execute("drop table own")
        conn.execute("vacuum")
    words = [word for word in SECRETS if word.encode() in rest.read_bytes()]
    # Said by the speaker of the claim that was not tagged.
    assert (words, b"own" in outside) == (["Cyd Pike", "Deepthroat"], True)


def test_both_are_sound_desks_in_which_work_goes_on(parts, tmp_path):
    for number, path in enumerate(parts[:2]):
        with closing(open_desk(path)) as db:
            assert [one for one in examine(db) if not one.ok] == []
            stray = (
                "select article_id from article_readings where article_id not in (select id from articles)"
            )
            assert db.execute(stray).fetchall() == []
            entries = db.execute("select count(*), min(id), max(id) from history").fetchone()
            assert entries == (entries[0], 1, entries[0])
        with claimtrack.open(path, actor="cyd") as desk:
            text = desk.claims()[0]["text"]
            assert desk.match(text)[0].score == 1
            assert desk.add(f"Bread cost {number} crowns in 2019").is_new
            assert desk.history(limit=1)[0]["actor"] == "cyd"
            assert [row["rating"] for row in desk.claims(status="published")] == ["False"]


def test_what_left_comes_back_with_import_copy(whole, tmp_path):
    with closing(open_desk(whole)) as db:
        for name, others in (("secret.db", False), ("rest.db", True)):
            export_desk(db, tmp_path / name, ["hidden"], others=others)
    with claimtrack.open(tmp_path / "rest.db", actor="ada") as desk:
        back = desk.import_copy(tmp_path / "secret.db")
        assert (len(back.replayed.new_claims), back.replayed.kept) == (2, {})
        assert back.departed == list(back.replayed.new_claims.values())
        for sql in (
            "select text, status, priority, assignee, claimed_on, created_at from claims",
            "select body, author, created_at from notes",
            "select url, source, stance, quote, retracted_on, added_by from evidence",
            "select headline, status, url, drafted_by, approved_by, reviewed_on from reviews",
            "select url, text_sha256, published_on, outlet from articles",
            "select quote, span_start, speaker_as_written, said_on from appearances",
            "select name, kind from claimants",
        ):
            assert rows(whole, sql) == Counter(desk.db.execute(sql).fetchall()), sql


def test_a_copy_from_before_names_the_claims_that_have_left_and_not_those_that_are_new(whole, tmp_path):
    with closing(open_desk(whole)) as db:
        backup(db, tmp_path / "laptop.db")
        left = export_desk(db, tmp_path / "rest.db", ["hidden"], others=True)
    with claimtrack.open(tmp_path / "laptop.db", actor="ben") as laptop:
        laptop.add("Bread cost 30 crowns in 2019")
    with claimtrack.open(tmp_path / "rest.db", actor="ada") as desk:
        deleted = desk.add("The pier was 90 metres long in 1950").claim_id
        with write_transaction(desk.db, "ada"):
            desk.db["claims"].delete(deleted)
        back = desk.import_copy(tmp_path / "laptop.db")
        assert len(back.departed) == left.of["claims"] - left.counts["claims"] == 2
        assert len(back.replayed.new_claims) == 3
        assert set(back.departed) < set(back.replayed.new_claims.values())
    with claimtrack.open(whole, actor="ada") as desk:  # which was not divided
        assert desk.import_copy(tmp_path / "laptop.db").departed == []


def test_a_claim_that_was_named_by_no_tag_or_all_tags_is_refused(whole, tmp_path):
    with closing(open_desk(whole)) as db:
        with pytest.raises(Refused, match="no claim has the tag nothing: `claimtrack tags list`"):
            export_desk(db, tmp_path / "out.db", ["nothing"], others=False)
        (tmp_path / "there.db").write_text("mine")
        with pytest.raises(Refused, match="already exists"):
            export_desk(db, tmp_path / "there.db", ["hidden"], others=False)
        with pytest.raises(DatabaseError, match="does not exist"):
            export_desk(db, tmp_path / "no" / "out.db", ["hidden"], others=False)
    assert [path.name for path in tmp_path.iterdir()] == ["there.db"]
    with claimtrack.open(tmp_path / "one.db", actor="ada") as desk:
        desk.add("Rents rose", tags=["all"])
        with pytest.raises(Refused, match="all claims have the tag all"):
            export_desk(desk.db, tmp_path / "out.db", ["all"], others=True)


def test_every_table_of_a_desk_is_parted_or_kept_for_a_reason(new_desk_file):
    """A new table has to be put into one of these lists, or it would bring all of its rows along."""
    with closing(sqlite3.connect(new_desk_file)) as conn:
        names = {
            row[0]
            for row in conn.execute(
                "select name from pragma_table_list where type = 'table' and schema = 'main'"
            )
        }
    parted = {*parting._SHARED, *parting._NAMED, *parting._OF_A_CLAIM, "claims", "matches", "signed_verdicts", "article_readings", "history",
              "claim_vectors", "match_uncompared", "copied_changes"}  # fmt: skip
    assert {name for name in names if not name.startswith("sqlite_")} == parted | SETTINGS | REBUILT | EMPTIED
