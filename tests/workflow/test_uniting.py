"""Another desk is brought in as a whole: nothing of it is lost, and what was here before stays."""

import hashlib
import json
import random
import re
import shutil
import sqlite3
from contextlib import closing, suppress

import pytest

import claimtrack
from claimtrack.core.errors import InvalidValue, NotADesk, NotFound, Refused
from claimtrack.store.copies import work
from claimtrack.store.copies.id_map import IdMap
from claimtrack.store.copies.other_desks import PEOPLE
from claimtrack.store.file.checks import examine
from claimtrack.store.file.copying import backup
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.archiving import queue_pages
from claimtrack.workflow.exporting import export_claimreview
from claimtrack.workflow.intervening import ask
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.uniting import import_desk
from tests.desks import RELEASED, write_released
from tests.workflow.test_returning import RANDOM_STEPS, claim_ids, replace_parts

ARTICLE = '"We built 40,000 homes last year," housing minister Ada Miller said on Tuesday. Rents in Ness fell by 4 percent in 2023, Ben Moor said.'
SCALE = "Six-step truth scale"


def sign(path, claim, headline, *, publish=True, **changes):
    with claimtrack.open(path, actor="cyd") as desk:
        review = desk.reviews.draft(claim, rating="False", scale=SCALE, headline=headline)
        desk.reviews.submit(review)
        desk.actor = "ben"
        desk.reviews.approve(review)
        if publish:
            desk.reviews.publish(review, url=f"https://gazette.example/{claim}", reviewed_on="2024-05-01")
    return review


def correct(path, review):
    with claimtrack.open(path, actor="cyd") as desk:
        later = desk.reviews.correct(review, note="We misread the table", rating="Half true")
        desk.reviews.submit(later)
        desk.actor = "ben"
        desk.reviews.approve(later)
        desk.reviews.publish(later, reviewed_on="2024-05-03")
    return later


def make_theirs(path, name):
    """A desk with the same article, another claim with everything on it, a correction, a draft, and work by several people."""
    with claimtrack.open(path, actor="dan", name=name) as desk:
        desk.add("Zed Orr took money in 2019", claimant="C. Pike", source="Radio Hush", on_duplicate="new")
        desk.add("Zed Orr owns a harbour in Ness", claimant="Cyd Pike", on_duplicate="new")
        desk.ingest(text=ARTICLE, url="https://news.example/1", published_on="2024-04-22", outlet="The Echo")
        desk.ingest(
            text=ARTICLE.replace("40,000", "41,000"), url="https://news.example/1", published_on="2024-04-23", outlet="The Echo"
        )  # fmt: skip
        desk.join_speakers("Cyd Pike", "C. Pike")
        desk.tag(1, "hush")
        desk.rename_tag("hush", "hidden")
        desk.note(1, "A letter says so")
        desk.link(1, "https://stats.example/1", "refutes", is_primary=True, quote="p. 4")
        desk.link(1, "A letter", "supports")
        desk.retract_link(1, "A letter", on="2024-04-30")
        desk.assign(2, "ben")
        desk.set_priority(2, "high")
        desk.set_status(2, "checking")
        desk.set_due_on(2, "2024-06-01")
        desk.judge(1, 2, "different")
        ask(desk.db, 1, "Zed Orr", asked_on="2024-04-25", purpose="comment", request="Is it so?", actor="dan")
        queue_pages(desk.db, ["https://stats.example/1", "https://stats.example/2"], actor="gil")
        desk.db.execute(
            "update archives set status = 'saved', archived_url = 'https://archive.example/1' where id = 1"
        )
        desk.reviews.draft(2, rating="False", scale=SCALE, headline="In work")
    correct(path, sign(path, 1, "No money"))
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder with both desks, which are made only once."""
    folder = tmp_path_factory.mktemp("made")
    with claimtrack.open(folder / "ours.db", actor="ada", name="The Herald") as desk:
        desk.ingest(text=ARTICLE, url="https://news.example/1", published_on="2024-04-22", outlet="The Echo")
        desk.add("Bread cost 3 crowns in 2022", claimant="Gus Noor", source="Radio 4")
        desk.note(3, "Ours")
    make_theirs(folder / "theirs.db", "The Gazette")
    return folder


@pytest.fixture
def ours(made, tmp_path, shared_schemas):
    """Our desk, with one claim of the article that both have read."""
    return shutil.copy(made / "ours.db", tmp_path / "ours.db")


@pytest.fixture
def theirs(made, tmp_path, shared_schemas):
    """The desk of another newsroom."""
    return shutil.copy(made / "theirs.db", tmp_path / "theirs.db")


def bring_in(ours, theirs, **how):
    with claimtrack.open(ours, actor="eve") as desk:
        return desk.import_desk(theirs, **how)


def rows(path, sql):
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute(sql).fetchall()


def texts_of_numbers(ours, theirs, done):
    """The claims of the other desk with the text that each number has there and here."""
    there, here = (dict(rows(path, "select id, text from claims")) for path in (theirs, ours))
    return [(there[number], here[done.numbers["claims", number]]) for number in there]


# ── a desk of another newsroom ──────────────────────────────────────────────────────────────────────


def test_all_that_a_desk_has_comes_in_under_new_numbers(ours, theirs):
    done = bring_in(ours, theirs)
    assert (done.replayed.kept, done.publisher, done.verdicts, done.signed) == ({}, "The Gazette", 2, 2)
    told = texts_of_numbers(ours, theirs, done)
    assert [there for there, _ in told] == [here for _, here in told]
    assert len(rows(ours, "select 1 from claims")) == 3 + 3  # two added there, and one of the changed article
    for sql in (
        "select text, priority, assignee, due_on, claimed_on, created_at from claims where text like 'Zed%'",
        "select url, source, stance, quote, is_primary, retracted_on, added_by, created_at from evidence",
        "select body, author, created_at from notes where body <> 'Ours'",
        "select kind, name, current_name from former_names",
        "select name, (select name from claimants as main where main.id = one.name_of_id) from claimants as one where name like '%Pike'",
        "select text, url, outlet, published_on from articles where url is not null",
        "select quote, span_start, context_after, speaker_as_written, said_on from appearances where quote is not null",
        "select claims.text, tags.name from claim_tags join claims on claims.id = claim_id join tags on tags.id = tag_id where tags.name = 'hidden'",
        "select asked, asked_on, purpose, replace(request, ' (The Gazette)', '') from interventions",
        "select url, archived_url from archives where status = 'saved'",
        "select judgement, judged_by from matches where judgement <> 'unjudged'",
        "select headline, status, reviewed_on, withdrawn_on, drafted_by, approved_by, claim_reviewed, correction_note from reviews",
        "select left_claim.text from matches join claims as left_claim on left_claim.id = left_id where judgement <> 'unjudged'",
    ):
        assert sorted(map(str, rows(ours, sql))) == sorted(map(str, rows(theirs, sql))) != [], sql
    with closing(open_desk(ours)) as db:
        assert [one for one in examine(db) if not one.ok] == []


def test_verdicts_of_another_newsroom_stay_theirs_and_drafts_become_ours(ours, theirs):
    bring_in(ours, theirs)
    sql = """
        select headline, publishers.name, origin, reviews.status, reviews.url from reviews join publishers on publishers.id = publisher_id
        order by reviews.id
    """
    assert rows(ours, sql) == [
        ("In work", "The Herald", "desk", "draft", None),
        ("No money", "The Gazette", "imported", "withdrawn", "https://gazette.example/1#review-2"),
        ("No money", "The Gazette", "imported", "published", "https://gazette.example/1"),
    ]
    sql = "select status, rated_by from claim_overview where text like 'Zed Orr%' order by text desc"
    assert rows(ours, sql) == [("parked", "The Gazette"), ("checking", None)]


def test_history_says_who_did_it_there_and_when(ours, theirs):
    done = bring_in(ours, theirs)
    claim = done.numbers["claims", 1]
    with claimtrack.open(ours) as desk:
        [note] = [one for one in desk.history(claim) if one["table_name"] == "notes"]
        mine = desk.history(3)
    [(happened_at,)] = rows(theirs, "select happened_at from history where table_name = 'notes'")
    assert (note["actor"], note["done_at"], note["happened_at"] > happened_at) == ("dan", happened_at, True)
    assert re.search(r"\(done on the desk theirs\.db, .* UTC\)$", str(note["summary"]))
    assert {one["done_at"] for one in mine} == {None}
    assert rows(ours, "select actor from history where table_name = 'archives'") == [("gil",)]


def test_the_same_desk_again_changes_nothing_and_then_only_what_is_new_comes_in(ours, theirs):
    first = bring_in(ours, theirs)
    again = bring_in(ours, theirs)
    assert (again.replayed.made, again.replayed.kept, again.numbers) == (0, {}, first.numbers)
    assert [(one.verdicts, one.signed) for one in (first, again)] == [(2, 2), (0, 0)]
    with claimtrack.open(theirs, actor="dan") as desk:
        desk.note(1, "Later")
    sign(theirs, 3, "Homes")
    third = bring_in(ours, theirs)
    assert (third.replayed.kept, len(rows(ours, "select 1 from notes where body = 'Later'"))) == ({}, 1)
    assert rows(ours, "select headline, origin from reviews where headline = 'Homes'") == [
        ("Homes", "imported")
    ]
    assert bring_in(ours, theirs).replayed.made == 0


def test_a_verdict_that_they_correct_after_it_came_in_is_corrected_here_too(ours, theirs):
    bring_in(ours, theirs)
    correct(theirs, 3)
    assert bring_in(ours, theirs).replayed.kept == {}
    assert rows(
        ours, "select status, url, corrects_id from reviews where headline = 'No money' order by id"
    ) == [
        ("withdrawn", "https://gazette.example/1#review-2", None),
        ("withdrawn", "https://gazette.example/1#review-3", 2),
        ("published", "https://gazette.example/1", 3),
    ]


def test_a_draft_that_they_publish_after_it_came_in_is_their_verdict_here_too(ours, theirs, tmp_path):
    signed = [sign(theirs, claim, words, publish=False) for claim, words in ((3, "Homes"), (4, "Rents"))]
    first = bring_in(ours, theirs)
    draft = first.numbers["reviews", 1]
    with claimtrack.open(ours, actor="ada") as desk:
        desk.reviews.submit(draft)
    with claimtrack.open(theirs, actor="cyd") as desk:
        desk.reviews.submit(1)
        desk.actor = "ben"
        desk.reviews.approve(1)
        for review in (*signed, 1):
            desk.reviews.publish(
                review, url=f"https://gazette.example/late-{review}", reviewed_on="2024-06-01"
            )
            if review == signed[0]:
                export_claimreview(theirs, tmp_path / "feed.json")
    with claimtrack.open(ours, actor="ada") as desk:
        desk.import_reviews(tmp_path / "feed.json")  # so the first verdict is here before its draft goes
    done = bring_in(ours, theirs)
    [kept] = done.replayed.kept.values()
    assert (kept.row_id, "you have worked on it" in kept.reason, f"withdraw {draft}`" in kept.reason) == (
        draft,
        True,
        True,
    )
    sql = "select headline, origin, status from reviews where headline in ('In work', 'Homes', 'Rents') order by headline, origin"
    assert rows(ours, sql) == [
        ("Homes", "desk", "withdrawn"),
        ("Homes", "imported", "published"),
        ("In work", "desk", "submitted"),
        ("In work", "imported", "published"),
        ("Rents", "desk", "withdrawn"),
        ("Rents", "imported", "published"),
    ]
    again = bring_in(ours, theirs, again=True)
    assert (done.verdicts, again.replayed.made, again.replayed.kept) == (3, 0, {})
    with closing(open_desk(ours)) as db:
        assert [one for one in examine(db) if not one.ok] == []


def test_the_draft_of_a_correction_is_a_review_of_its_own_and_needs_a_name_of_this_desk(theirs, tmp_path):
    with claimtrack.open(theirs, actor="cyd") as desk:
        desk.reviews.update(3, note="Once more", rating="False")
    claimtrack.open(tmp_path / "new.db", actor="eve").close()
    with pytest.raises(InvalidValue, match="init --name"):
        bring_in(tmp_path / "new.db", theirs)
    claimtrack.open(tmp_path / "new.db", actor="eve", name="The Herald").close()
    assert bring_in(tmp_path / "new.db", theirs).replayed.kept == {}
    sql = "select corrects_id, is_update, is_desk, reviews.url from reviews join publishers on publishers.id = publisher_id where status = 'draft'"
    assert rows(tmp_path / "new.db", sql) == [(None, 0, 1, None)] * 2


def test_an_older_backup_of_the_same_desk_brings_nothing_twice(ours, theirs, tmp_path):
    with closing(open_desk(theirs)) as db:
        backup(db, tmp_path / "older.db")
    with claimtrack.open(theirs, actor="dan") as desk:
        desk.note(1, "Later")
    bring_in(ours, theirs)
    claims = rows(ours, "select text from claims")
    assert bring_in(ours, tmp_path / "older.db").replayed.made == 0
    assert rows(ours, "select text from claims") == claims


def test_undone_it_leaves_the_desk_as_it_was(ours, theirs):
    tables = (
        "claims",
        "notes",
        "evidence where claim_id <> 4",
        "articles",
        "appearances",
        "reviews",
        "claimants",
        "tags",
        "publishers",
        "rating_scales",
        "archives",
    )
    with claimtrack.open(ours, actor="ada") as desk:
        desk.add("Bread cost 9 crowns in 2025", on_duplicate="new")
        for claim in (3, 4):
            desk.link(claim, "https://stats.example/1", "refutes")
        queue_pages(desk.db, ["https://stats.example/1"], actor="ada")
    sign(ours, 4, "Not 9", publish=False)
    before = {table: rows(ours, f"select * from {table}") for table in tables}
    done = bring_in(ours, theirs)
    copies = "select archived_url from archives union all select archived_url from evidence where claim_id in (3, 4)"
    assert rows(ours, copies) == [("https://archive.example/1",)] * 3  # that page waited for a copy here
    with claimtrack.open(ours, actor="eve") as desk:
        assert "the desk theirs.db" in str(desk.imports(limit=1))
        desk.undo_import(done)
    assert {table: rows(ours, f"select * from {table}") for table in tables} == before
    assert rows(ours, copies) == [
        (None,),
        (None,),
        ("https://archive.example/1",),
    ]  # a signed source keeps it
    assert bring_in(ours, theirs).replayed.made == done.replayed.made


def test_an_interrupted_run_writes_nothing(ours, theirs):
    before = rows(ours, "select count(*) from history")

    def stop(count, total):
        if count > 5:
            raise KeyboardInterrupt

    with closing(open_desk(ours)) as db, pytest.raises(KeyboardInterrupt):
        import_desk(db, theirs, actor="eve", progress=stop)
    assert rows(ours, "select count(*) from history") == before


def test_two_people_with_one_name_can_be_told_apart(ours, theirs):
    with claimtrack.open(ours, actor="ben") as desk:
        desk.note(3, "Mine")
    dry = bring_in(ours, theirs, dry_run=True)
    assert dry.same_people == ["ben"]
    with claimtrack.open(theirs, actor="cyd") as desk:
        desk.assign(1, "ida")  # who has not done anything yet
    names = {"ben": "Ben Ode", "cyd": "Cyd Ode", "dan": "Dan Ode", "ida": "Ida Ode"}
    done = bring_in(ours, theirs, people=names)
    assert (done.same_people, done.replayed.kept) == ([], {})
    people = [(table, column) for table, columns in PEOPLE.items() for column in columns]
    found = [set(rows(ours, f"select {column} from {table}")) for table, column in people]
    assert set().union(*found) == {(None,), ("ada",), ("ben",), *((name,) for name in names.values())}
    assert [one for one in found if not one & {("Ben Ode",), ("Cyd Ode",), ("Dan Ode",)}] == []
    with pytest.raises(InvalidValue, match="nobody on that desk is called xaver: it has ben, cyd"):
        bring_in(ours, theirs, people={"xaver": "Ben Ode"})
    assert bring_in(ours, theirs, people={"cyd": "Cyd Lund"}).replayed.made == 0
    with claimtrack.open(theirs, actor="cyd") as desk:
        desk.note(1, "Later")
    bring_in(ours, theirs)  # knows that name, too, though nothing had come in with it
    assert rows(ours, "select author from notes where body = 'Later'") == [("Cyd Lund",)]


def test_a_scale_of_the_same_name_with_another_meaning_stays_apart(ours, theirs):
    with claimtrack.open(ours, actor="ada") as desk:
        sql = "update ratings set definition = 'Made up, and they knew it' where name = 'False' and scale_id = (select id from rating_scales where name = ?)"
        desk.db.execute(sql, [SCALE])
    done = bring_in(ours, theirs)
    sql = """
        select rating_scales.name, definition like 'Made up%', publishers.name from reviews join ratings on ratings.id = rating_id
        join rating_scales on rating_scales.id = scale_id join publishers on publishers.id = rating_scales.publisher_id where headline = 'No money' and reviews.status = 'withdrawn'
    """
    assert rows(ours, sql) == [(f"{SCALE} (The Gazette)", 0, "The Gazette")]
    assert done.replayed.kept == {}
    assert bring_in(ours, theirs).replayed.made == 0


def test_a_verdict_that_came_with_their_feed_is_the_same_one(ours, theirs, tmp_path):
    export_claimreview(theirs, tmp_path / "feed.json")
    with claimtrack.open(ours, actor="ada") as desk:
        desk.import_reviews(tmp_path / "feed.json")
        backup(desk.db, tmp_path / "without.db")
    with claimtrack.open(tmp_path / "without.db", actor="ada") as desk:
        desk.reviews.withdraw(1, note="We do not show it")
    [kept] = bring_in(tmp_path / "without.db", theirs).replayed.kept.values()
    assert (kept.column, kept.here, kept.there) == ("status", "withdrawn", "published")
    assert bring_in(ours, theirs).replayed.kept == {}
    assert len(rows(ours, "select 1 from reviews where status = 'published'")) == 1
    with claimtrack.open(theirs, actor="cyd") as desk:
        desk.reviews.withdraw(3, note="The letter was a forgery")
    [kept] = bring_in(ours, theirs).replayed.kept.values()
    assert (kept.column, kept.here, kept.there) == ("status", "published", "withdrawn")
    assert bring_in(ours, theirs).replayed.kept == {}
    with claimtrack.open(ours, actor="ada") as desk:
        desk.db.execute(
            "update reviews set rating_id = (select id from ratings where name = 'False') where status = 'published'"
        )
    again = bring_in(ours, theirs, again=True).replayed
    assert sorted(one.column for one in again.kept.values()) == ["rating_id", "status"]
    with claimtrack.open(ours, actor="ada") as desk:
        desk.db.execute("delete from reviews where status = 'published'")
    assert bring_in(ours, theirs, again=True).replayed.made == 0


def test_verdicts_of_ours_that_they_had_from_our_feed_stay_out_and_are_counted(ours, theirs, tmp_path):
    with claimtrack.open(ours, actor="cyd") as desk:
        claim = desk.add("Fares rose by a tenth", claimant="Ida Holm", on_duplicate="new").claim_id
    sign(ours, claim, "They fell")
    export_claimreview(ours, tmp_path / "feed.json")
    with claimtrack.open(theirs, actor="dan") as desk:
        desk.import_reviews(tmp_path / "feed.json")
    before = rows(ours, "select count(*) from reviews where headline = 'They fell'")
    with claimtrack.open(theirs, actor="dan") as desk:  # as `import desk` parks a claim for another's verdict
        [(there,)] = rows(theirs, "select id from claims where text = 'Fares rose by a tenth'")
        for status in ("checking", "parked"):
            desk.set_status(there, status)
    done = [bring_in(ours, theirs) for _ in range(2)]
    assert [(one.returned, one.replayed.kept) for one in done] == [(1, {})] * 2
    assert rows(ours, "select count(*) from reviews where headline = 'They fell'") == before == [(1,)]


def test_a_verdict_that_is_held_has_to_be_decided_about_first(ours, theirs):
    with claimtrack.open(theirs, actor="cyd") as desk:
        desk.reviews.hold(3, note="A letter came")
    with pytest.raises(
        Refused, match=r"back from readers for now \(review 3\).*--db \S*theirs.db review release`"
    ):
        bring_in(ours, theirs)


# ── claims of both desks ────────────────────────────────────────────────────────────────────────────


def test_a_claim_in_the_words_of_one_here_is_that_claim_and_what_differs_is_named(ours, theirs):
    with claimtrack.open(theirs, actor="dan") as desk:
        twin = desk.add("Bread cost 3 crowns in 2020", claimant="Gus Noor").claim_id
        desk.edit(twin, text="Bread cost 3 crowns in 2022")
        desk.note(twin, "Theirs")
        desk.assign(twin, "ben")
    with claimtrack.open(ours, actor="ada") as desk:
        desk.assign(3, "ada")
    done = bring_in(ours, theirs)
    assert done.numbers["claims", twin] == 3
    assert rows(ours, "select text, assignee from claims where id = 3") == [
        ("Bread cost 3 crowns in 2022", "ada")
    ]
    assert rows(ours, "select body from notes where claim_id = 3") == [("Ours",), ("Theirs",)]
    [kept] = done.replayed.kept.values()
    assert (kept.table, kept.row_id, kept.column, kept.here, kept.there) == (
        "claims",
        3,
        "assignee",
        "ada",
        "ben",
    )


@pytest.mark.parametrize("name", ["The Gazette", "The Herald"])
def test_what_was_set_here_stays_even_if_it_was_so_there_for_a_while(ours, tmp_path, shared_schemas, name):
    second = tmp_path / "second.db"
    for path, claim in ((ours, 3), (second, 1)):
        with claimtrack.open(path, actor="dan", name="The Herald" if path == ours else name) as desk:
            if path == second:
                desk.add("Bread cost 3 crowns in 2022", claimant="Gus Noor", source="Radio 4")
            desk.set_priority(claim, "high")
            desk.set_status(claim, "checking")
            desk.link(claim, "https://stats.example/1", "refutes")
    with claimtrack.open(second, actor="ben") as desk:
        desk.set_priority(1, "low")
        desk.set_status(1, "parked")
        desk.db.execute("update evidence set stance = 'supports', title = 'Prices'")
    done = bring_in(ours, second)
    sql = "select priority, claims.status, stance, title from claims join evidence on claim_id = claims.id where claims.id = 3"
    assert rows(ours, sql) == [("high", "checking", "refutes", "Prices")]
    assert sorted((one.column, one.here, one.there) for one in done.replayed.kept.values()) == [
        ("priority", "high", "low"),
        ("stance", "refutes", "supports"),
        ("status", "checking", "parked"),
    ]


def test_a_claim_that_is_being_checked_here_is_not_parked_for_their_verdict(ours, tmp_path, shared_schemas):
    second = tmp_path / "second.db"
    with claimtrack.open(second, actor="dan", name="The Gazette") as desk:
        desk.add("Bread cost 3 crowns in 2022", claimant="Gus Noor", source="Radio 4")
        desk.set_priority(1, "low")
    sign(second, 1, "Theirs")
    with claimtrack.open(ours, actor="ada") as desk:
        desk.set_status(3, "checking")
        desk.set_priority(3, "high")
    assert [one.column for one in bring_in(ours, second).replayed.kept.values()] == ["priority"]
    assert rows(ours, "select status from claims where id = 3") == [("checking",)]


def test_a_claim_whose_verdict_is_approved_here_stays_apart(ours, tmp_path, shared_schemas):
    second = tmp_path / "second.db"
    with claimtrack.open(second, actor="dan", name="The Gazette") as desk:
        desk.add("Bread cost 3 crowns in 2022", claimant="Gus Noor", source="Radio 5")
    sign(ours, 3, "Ours", publish=False)
    done = bring_in(ours, second)
    assert (done.numbers["claims", 1], done.replayed.kept) == (4, {})


def test_what_they_deleted_stays_here(ours, theirs):
    with claimtrack.open(theirs, actor="dan") as desk:
        twin = desk.add("Bread cost 3 crowns in 2022", claimant="Gus Noor", tags=["food"]).claim_id
        desk.untag(twin, "food")
    with claimtrack.open(ours, actor="ada") as desk:
        desk.tag(3, "food")
        desk.tag(3, "hush")  # what they called a tag before it was "hidden": here it is another one
    done = bring_in(ours, theirs)
    assert [(one.table, one.name) for one in done.replayed.kept.values()] == [("former_names", "hush")]
    sql = "select tags.name from claim_tags join tags on tags.id = tag_id where claim_id = 3"
    assert rows(ours, sql) == [("food",), ("hush",)]
    assert ("hidden",) in rows(ours, "select name from tags")


def test_a_speaker_of_both_keeps_what_is_said_of_them_here(ours, theirs):
    for path, role in ((ours, "minister"), (theirs, "former minister")):
        with claimtrack.open(path, actor="ada") as desk:
            desk.db.execute("update claimants set role = ? where name = 'Ada Miller'", [role])
    with claimtrack.open(theirs, actor="dan") as desk:
        desk.db.execute("update claimants set url = 'https://miller.example' where name = 'Ada Miller'")
    done = bring_in(ours, theirs)
    assert rows(ours, "select role, url from claimants where name = 'Ada Miller'") == [
        ("minister", "https://miller.example")
    ]
    assert [(one.column, one.here, one.there) for one in done.replayed.kept.values()] == [
        ("role", "minister", "former minister")
    ]
    with claimtrack.open(theirs, actor="dan") as desk:
        desk.db.execute("update claimants set role = 'member of parliament' where name = 'Ada Miller'")
        desk.db.execute("update claimants set url = 'https://moor.example' where name = 'Ben Moor'")
    [kept] = bring_in(ours, theirs).replayed.kept.values()
    assert (kept.name, kept.column, kept.there) == ("Ada Miller", "role", "member of parliament")
    assert rows(ours, "select url from claimants where name = 'Ben Moor'") == [("https://moor.example",)]


def test_what_another_desk_brought_stays_and_what_it_had_from_a_third_is_the_thirds(ours, theirs, tmp_path):
    third = make_theirs(tmp_path / "third.db", "The Post")
    export_claimreview(third, feed := tmp_path / "feed.json")
    feed.write_text(feed.read_text().replace("gazette.example", "post.example"))
    with claimtrack.open(theirs, actor="dan") as desk:
        desk.db.execute(
            "insert into claimants (name, role, url) values ('Gus Noor', 'Baker', 'https://noor.example')"
        )
        desk.db.execute("update claimants set role = null where name = 'Gus Noor'")
        desk.import_reviews(feed)
    for path, roles in ((theirs, ["singer"]), (third, ["singer", "dancer"])):
        with claimtrack.open(path, actor="dan") as desk:
            for role in roles:
                desk.db.execute("update claimants set role = ? where name = 'Cyd Pike'", [role])
    bring_in(ours, theirs)
    sql = "select publishers.name from reviews join publishers on publishers.id = publisher_id where reviews.status = 'published' order by 1"
    assert rows(ours, sql) == [("The Gazette",), ("The Post",)]
    assert rows(ours, "select role, url from claimants where name = 'Gus Noor'") == [
        (None, "https://noor.example")
    ]
    [kept] = bring_in(ours, third).replayed.kept.values()
    assert (kept.name, kept.here, kept.there) == ("Cyd Pike", "singer", "dancer")
    assert rows(ours, "select role from claimants where name = 'Cyd Pike'") == [("singer",)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Gazette", ("submitted", None)),  # nobody of the newsroom that would publish it has approved it
        ("The Herald", ("approved", "ben")),  # it has our name: so has who approved
    ],
)
def test_a_draft_approved_by_another_newsroom_waits_for_an_approval_of_ours(ours, tmp_path, name, expected):
    with claimtrack.open(other := tmp_path / "other.db", actor="dan", name=name) as desk:
        desk.add("Zed Orr owns a harbour in Ness", claimant="Cyd Pike")
    sign(other, 1, "A harbour", publish=False)
    done = bring_in(ours, other, people={"ben": "Ben Ode"} if name == "The Gazette" else {})
    [review] = [here for (table, _), here in done.numbers.items() if table == "reviews"]
    assert rows(ours, "select status, approved_by from reviews") == [expected]
    assert done.approved == ({review: "Ben Ode"} if expected[0] == "submitted" else {})
    assert done.replayed.kept == bring_in(ours, other).replayed.kept == {}
    if expected[0] == "submitted":
        with claimtrack.open(other, actor="ben") as desk:  # they take it up again: so is ours
            desk.reviews.send_back(1)
        again = bring_in(ours, other)
        assert (again.replayed.kept, again.approved) == ({}, {})
        assert rows(ours, "select status from reviews") == [("draft",)]
        with claimtrack.open(other, actor="ben") as desk:
            desk.reviews.submit(1)
            desk.reviews.approve(1)
        again = bring_in(ours, other)
        assert (again.replayed.kept, again.approved) == ({}, {review: "Ben Ode"})
        assert rows(ours, "select status, approved_by from reviews") == [expected]


# ── two desks of one newsroom ───────────────────────────────────────────────────────────────────────


def test_verdicts_of_a_desk_with_our_name_are_ours_as_they_were_signed(ours, tmp_path):
    second = make_theirs(tmp_path / "second.db", "The Herald")
    done = bring_in(ours, second)
    assert (done.publisher, done.verdicts, done.replayed.kept) == (None, 0, {})
    sql = "select headline, origin, status, url, drafted_by, approved_by from reviews order by id"
    assert rows(ours, sql) == rows(second, sql)
    assert len(rows(ours, "select 1 from signed_verdicts")) == len(
        rows(second, "select 1 from signed_verdicts")
    )
    assert rows(ours, "select status from claims where text = 'Zed Orr took money in 2019'") == [
        ("published",)
    ]


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        ("nothing", [("Theirs", "published", 1)]),
        ("work", [("Theirs", "published", 1)]),
        (
            "a source",
            [("Theirs", "submitted", 1)],
        ),  # a quote is one claim: it is to be signed with the source
        ("a verdict", [("Ours", "published", 1), ("Theirs", "submitted", 1)]),
    ],
)
def test_a_signature_stands_if_the_claim_here_has_no_more_than_was_signed(ours, tmp_path, here, expected):
    second = tmp_path / "second.db"
    with claimtrack.open(second, actor="dan", name="The Herald") as desk:
        desk.ingest(text=ARTICLE, url="https://news.example/1", published_on="2024-04-22", outlet="The Echo")
    with claimtrack.open(ours, actor="ada") as desk:
        if here == "a source":
            desk.link(1, "https://stats.example/homes", "refutes")
        if here == "work":
            desk.set_status(1, "checking")
    if here == "a verdict":
        sign(ours, 1, "Ours")
    sign(second, 1, "Theirs")
    done = bring_in(ours, second)
    assert rows(ours, "select headline, status, claim_id from reviews order by id") == expected
    reasons = " ".join(one.reason for one in done.replayed.kept.values())
    steps = {
        "a source": "published there on 2024-05-01 at https://gazette.example/1, but not here until it is signed: `claimtrack review approve 1`, then "
        "`claimtrack review publish 1 --url https://gazette.example/1 --date 2024-05-01`",
        "a verdict": "but review 1 stands here: let that page lead to it, and take this one back with `claimtrack review withdraw 2`",
    }
    assert steps.get(here, "") in reasons
    assert bool(reasons) == (here in steps)
    if not reasons:
        assert rows(ours, "select status from claims where id = 1") == [("published",)]


def test_a_signed_claim_that_only_shares_its_words_stays_a_claim_of_its_own(ours, tmp_path):
    second = tmp_path / "second.db"
    with claimtrack.open(second, actor="dan", name="The Herald") as desk:
        desk.add("Bread cost 3 crowns in 2022", claimant="Gus Noor", source="Radio 5")
    sign(second, 1, "Theirs")
    done = bring_in(ours, second)
    assert (done.numbers["claims", 1], done.replayed.kept) == (4, {})
    assert rows(ours, "select status from reviews") == [("published",)]


# ── files that are not what they should be ──────────────────────────────────────────────────────────


def make_copy(ours, path):
    with closing(open_desk(ours)) as db:
        backup(db, path)


def make_view(ours, path):
    claimtrack.open(path.with_name("source.db"), actor="x", name="Z").close()
    replace_parts(
        path.with_name("source.db"),
        path,
        "drop table tags",
        "create view tags as select 1 as id, 'x' as name",
    )


@pytest.mark.parametrize(
    ("prepare", "error", "words"),
    [
        (lambda ours, path: None, NotFound, "there is no file"),
        (lambda ours, path: path.symlink_to(ours), Refused, "is this desk itself: give another one"),
        (make_copy, Refused, "were one: `claimtrack import copy`"),
        (lambda ours, path: publish(ours, path), NotADesk, "is a public copy, with what readers may see, .*: give the file of another desk"),
        (lambda ours, path: path.write_text("claims"), NotADesk, "is not an SQLite database: give the file of another desk"),
        (lambda ours, path: path.touch(), NotFound, "has no desk in it: give the file of another desk"),
        (make_view, Refused, "tags is something else in it. Give the desk itself"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_brought_in_is_refused_with_a_remedy(ours, tmp_path, prepare, error, words):
    prepare(ours, tmp_path / "other.db")
    with pytest.raises(error, match=words):
        bring_in(ours, tmp_path / "other.db")


@pytest.mark.parametrize("version", [RELEASED[0].stem, RELEASED[-1].stem])
def test_a_desk_of_an_older_claimtrack_comes_in_and_its_file_stays_as_it_was(ours, tmp_path, version):
    path = write_released(tmp_path / "older.db", version)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    done = bring_in(ours, path)
    assert (done.publisher, done.replayed.kept, len(done.replayed.new_claims) > 15) == (
        "The Demo Desk",
        {},
        True,
    )
    assert hashlib.sha256(path.read_bytes()).hexdigest() == digest


def test_history_with_rows_that_no_desk_writes_leaves_the_desk_as_it_was(ours, theirs):
    with closing(sqlite3.connect(theirs)) as conn, conn:
        for [rule] in conn.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            conn.execute(f"drop trigger {rule}")
        conn.execute(
            "update history set new_row = json_remove(new_row, '$.origin', '$.rating_id', '$.publisher_id') where table_name = 'reviews'"
        )
        conn.execute(
            "update history set claim_id = 999, new_row = json_set(new_row, '$.claim_id', 999) where table_name = 'notes'"
        )
    with suppress(claimtrack.ClaimtrackError):
        bring_in(ours, theirs)
    with closing(open_desk(ours)) as db:
        assert [one for one in examine(db) if not one.ok] == []


def drop_rules(conn, *tables):
    sql = "select name from sqlite_master where type = 'trigger' and tbl_name in (select value from json_each(?))"
    for (name,) in conn.execute(sql, [json.dumps(tables)]).fetchall():
        conn.execute(f"drop trigger {name}")
    conn.execute("pragma ignore_check_constraints = 1")


def test_rows_that_are_not_in_the_history_are_named_and_a_bad_address_stops_nothing(ours, theirs):
    with closing(sqlite3.connect(theirs)) as conn, conn:
        drop_rules(conn, "history", "archives")
        conn.execute(
            "delete from history where operation = 'insert' and (table_name, row_id) in (values ('claims', 2), ('evidence', 1))"
        )
        conn.execute("update archives set archived_url = 'nowhere' where status = 'saved'")
    done = bring_in(ours, theirs)
    assert done.not_in_history == {"claims": [2], "evidence": [1]}
    [address] = [one for one in done.replayed.kept.values() if one.table == "archives"]
    assert (address.name, address.actor, "begins with http" in address.reason) == (
        "https://stats.example/1",
        "gil",
        True,
    )
    assert (("Zed Orr took money in 2019",) in rows(ours, "select text from claims")) is True


def test_an_article_is_looked_up_without_reading_all_ids():
    ids = IdMap(None, {("articles", 1): 7, ("articles", 2): 7}, is_copy=False)
    ids["articles", 1] = None
    assert (ids.has_here("articles", 7), ids.has_here("claims", 7)) == (True, False)
    ids["articles", 2] = 8
    assert (ids.has_here("articles", 7), ids.has_here("articles", 8)) == (False, True)


def test_every_table_with_history_comes_in_or_stays_there_for_a_reason(new_desk_file):
    """A new table has to be put into one of these lists, or nothing of it would come in."""
    with closing(sqlite3.connect(new_desk_file)) as conn:
        names = conn.execute(
            "select name from sqlite_master where type = 'trigger' and name like '%\\_history\\_insert' escape '\\'"
        )
        recorded = {name.removesuffix("_history_insert") for (name,) in names}
    settings = {"tunings", "encoders"}
    assert recorded == work.REPEATED | {"archives"} | settings


# ── many random desks ───────────────────────────────────────────────────────────────────────────────

TABLES = ("claims", "appearances", "articles", "evidence", "notes", "reviews", "claim_tags", "tags", "claimants", "former_names", "ratings",
          "rating_scales", "publishers", "matches")  # fmt: skip
OTHERS_HERE = {"id", "created_at", "text_sha256", "feed_id", "is_desk", "origin", "url", "status"}
"""Columns that may have another value here, though nothing is lost; so may ids, and of a pair what the matcher says."""


def publish_one(desk, pick, claim):
    site = (
        desk.db.conn.execute("select file from pragma_database_list")
        .fetchone()[0]
        .rpartition("/")[2]
        .removesuffix(".db")
    )
    review = desk.reviews.draft(claim, rating=pick(("Absurd", "Half true")), scale=SCALE, summary="Why")
    desk.reviews.submit(review)
    desk.actor = "Cleo"
    desk.reviews.approve(review)
    desk.reviews.publish(review, url=f"https://{site}.example/{review}", reviewed_on="2026-11-20")


def fill_at_random(path, rng, name, count):
    with claimtrack.open(path, actor="Ada", name=name) as desk:
        for _ in range(count):
            desk.actor = rng.choice(("Ada", "Ben", "eve"))
            with suppress(claimtrack.ClaimtrackError, IndexError):
                rng.choice((*RANDOM_STEPS, publish_one, publish_one))(
                    desk, rng.choice, rng.choice(claim_ids(desk) or [1])
                )
    return path


def tables_of(path):
    with claimtrack.open(path) as desk:
        return {
            table: {row["id"]: row for row in desk.db.query(f"select * from {table}")} for table in TABLES
        }


@pytest.mark.parametrize("name", ["The Herald", "The Gazette"])
@pytest.mark.parametrize("seed", range(2))
def test_random_desks_lose_nothing(tmp_path, shared_schemas, seed, name):
    rng = random.Random(seed)
    ours = fill_at_random(tmp_path / "ours.db", rng, "The Herald", 25)
    theirs = fill_at_random(tmp_path / "theirs.db", rng, name, 45)
    before, there = tables_of(ours), tables_of(theirs)
    done = bring_in(ours, theirs)
    after = tables_of(ours)
    kept = {key[:2] for key in done.replayed.kept}
    for table in TABLES:
        assert before[table].keys() - after[table].keys() == set() or table == "matches", table
        for row_id, row in there[table].items():
            if (table, row_id) in kept or row.get("judgement") == "unjudged":
                continue
            here = done.numbers[table, row_id]
            if here not in before[table]:
                columns = {"judgement", "judged_by"} if table == "matches" else row.keys() - OTHERS_HERE
                differing = [
                    one for one in columns if row[one] != after[table][here][one] and not one.endswith("_id")
                ]
                if row.get("status") == "approved" and name == "The Gazette":
                    differing.remove("approved_by")  # they approved it: nobody here has
                assert differing == [], (table, row)
    with closing(open_desk(ours)) as db:
        assert [one for one in examine(db) if not one.ok] == []
    again = bring_in(ours, theirs)
    assert (again.replayed.made, again.replayed.kept) == (0, {})


def test_a_desk_that_was_divided_and_brought_in_by_a_third_is_whole_there(ours, theirs, tmp_path):
    with claimtrack.open(theirs, actor="dan") as desk:
        desk.export_desk(tmp_path / "one.db", tags=["hidden"])
        desk.export_desk(tmp_path / "rest.db", without="hidden")
        with pytest.raises(InvalidValue, match="give either tags or without"):
            desk.export_desk(tmp_path / "none.db")
    for path in (ours, whole := tmp_path / "whole.db"):
        path.unlink(missing_ok=True)
        claimtrack.open(path, actor="ada", name="The Herald").close()
    bring_in(whole, theirs)
    for name in ("one.db", "rest.db"):
        assert bring_in(ours, tmp_path / name).replayed.kept == {}
    for sql in (
        "select text, status, priority, assignee from claims order by text, created_at",
        "select url, source, stance, quote, added_by from evidence order by 1, 2",
        "select body, author from notes order by 1",
        "select headline, status, url, drafted_by, approved_by from reviews order by 1, 2",
        "select quote, span_start, speaker_as_written from appearances order by 1, 2, 3",
        "select name, kind from claimants order by 1",
        "select url, text from articles order by 1, 2",
    ):
        assert rows(ours, sql) == rows(whole, sql), sql


@pytest.mark.parametrize(
    "forged",
    [
        "happened_at = 'yesterday'",
        "operation = 'explode'",
        "new_row = 'no row'",
        "new_row = null",
        """new_row = '{"id": 1, "text": "\\ud800"}'""",
        "happened_at = null",
        "actor = 5",
        "row_id = 'one'",
    ],
)
def test_a_history_that_no_desk_writes_is_refused(ours, theirs, forged):
    with closing(sqlite3.connect(theirs)) as conn, conn:
        for (name,) in conn.execute(
            "select name from sqlite_master where type = 'trigger' and tbl_name = 'history'"
        ).fetchall():
            conn.execute(f"drop trigger {name}")
        conn.execute("pragma ignore_check_constraints = 1")
        conn.execute("pragma writable_schema = 1")
        conn.execute(
            "update sqlite_master set sql = replace(replace(sql, ' text', ' any'), ' not null', '') where name = 'history'"
        )
        conn.execute(
            "update sqlite_master set sql = replace(sql, 'row_id integer', 'row_id any') where name = 'history'"
        )
        conn.execute("pragma writable_schema = reset")
        conn.execute(f"update history set {forged} where table_name = 'claims' and operation = 'insert'")
    before = rows(ours, "select count(*) from history")
    with pytest.raises(InvalidValue, match="was not written by claimtrack"):
        bring_in(ours, theirs)
    assert rows(ours, "select count(*) from history") == before
