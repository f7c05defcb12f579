"""Work done in a copy of a desk is brought back: completely, under its authors' names, and without undoing work on the desk."""

import random
import sqlite3
from contextlib import suppress

import pytest

import claimtrack
from claimtrack.core.errors import Damaged, NeedsMigration, NotADesk, NotFound, Refused
from claimtrack.store.copies.twins import FILLED_IN
from claimtrack.store.file.copying import backup
from claimtrack.workflow.returning import import_copy
from tests.desks import write_released

SPEECH = "“Rents in Ely rose by 12 percent,” said Ada Moor.\n\n“We built 400 homes,” said Conor Daly.\n"


def bring_back(home, copy, **how):
    with claimtrack.open(home, actor="Ada") as desk:
        return desk.import_copy(copy, **how).replayed


KEPT = {
    "claims": {"text", "status", "score"},
    "claimants": {"name", "name_of_id"},
    "evidence": {"claim_id", "url", "source", "added_by"},
    "publishers": {"name", "is_desk"},
}
"""Columns in which a row that the desk has, too, never takes what the copy has: they make it what it is, or have steps of their own."""


def test_each_column_is_filled_in_from_a_copy_or_listed(desk):
    for table, filled in FILLED_IN.items():
        others = desk[table].columns_dict.keys() - {"id", "created_at"} - set(filled)
        assert others == KEPT[table], f"{table}: name it in FILLED_IN (store/copies/twins.py), or in KEPT"


def texts(desk):
    return [row[0] for row in desk.db.execute("select text from claims order by id")]


def kept(replayed):
    return [(one.table, one.row_id, one.column, one.here, one.there) for one in replayed.kept.values()]


def test_everything_done_in_the_copy_is_done_on_the_desk(home, copy, at, tmp_path):
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    with at(copy, "Ben") as there:
        there.ingest(
            tmp_path / "speech.txt", url="https://n.example/1", published_on="2024-04-22", outlet="The Tide"
        )
        there.set_status(1, "checking")
        there.note(1, "From the train.")
        there.link(2, "https://stats.example/1", "supports")
        there.tag(2, "rail")
        there.judge(1, 2, "different")
    done = bring_back(home, copy)
    assert (done.new_claims, done.changed_claims, done.kept) == ({3: 3, 4: 4}, {1, 2}, {})
    with at(home) as here:
        assert texts(here) == texts(at(copy))
        [seen] = here.db.query("select * from appearance_overview where claim_id = 3")
        assert (seen["quote"], seen["speaker"], seen["outlet"]) == (
            "Rents in Ely rose by 12 percent",
            "Ada Moor",
            "The Tide",
        )
        assert {row["actor"] for row in here.history(limit=8)} == {"Ben"}
        assert [row["author"] for row in here.db.query("select author from notes")] == ["Ben"]


def test_claims_filed_in_both_get_numbers_of_their_own(home, copy, at):
    at(home).add("Trains were late on 40 days.", on_duplicate="new")
    there = at(copy, "Ben")
    there.add("Taxes rose in 2021.", on_duplicate="new")
    there.note(3, "About taxes.")
    assert bring_back(home, copy).new_claims == {4: 3}
    here = at(home)
    assert texts(here)[2:] == ["Trains were late on 40 days.", "Taxes rose in 2021."]
    assert [*here.db.query("select claim_id, body from notes")] == [{"claim_id": 4, "body": "About taxes."}]


def test_claim_filed_in_both_in_the_same_words_is_one_claim_with_both_places(home, copy, at):
    at(home).add("Taxes rose in 2021.", source="https://n.example/1", on_duplicate="new")
    there = at(copy, "Ben")
    there.add("Buses stopped in Vale.", on_duplicate="new")
    there.add("Taxes rose in 2021.", source="https://n.example/2", on_duplicate="new")
    there.assign(4, "Ben")
    done = bring_back(home, copy)
    assert (done.new_claims, done.same_claims) == ({4: 3}, {3: 4})
    here = at(home)
    places = [row["url"] for row in here.db.query("select url from appearance_overview where claim_id = 3")]
    assert places == ["https://n.example/1", "https://n.example/2"]
    assert [row["assignee"] for row in here.db.query("select assignee from claims where id = 3")] == ["Ben"]


@pytest.mark.parametrize(
    ("step", "column", "here", "there"),
    [
        ("set_status", "status", "parked", "checking"),
        ("assign", "assignee", "Ada", "Ben"),
        ("set_priority", "priority", "high", "low"),
    ],
)
def test_what_was_changed_here_too_stays_and_is_named(home, copy, at, step, column, here, there):
    getattr(at(home), step)(1, here)
    getattr(at(copy, "Ben"), step)(1, there)
    at(copy, "Ben").set_due_on(1, "2027-01-05")
    assert kept(bring_back(home, copy)) == [("claims", 1, column, here, there)]
    [row] = at(home).db.query(f"select {column}, due_on from claims where id = 1")
    assert row == {column: here, "due_on": "2027-01-05"}


def test_second_import_adds_only_what_was_done_since(home, copy, at):
    at(copy, "Ben").add("Taxes rose in 2021.", on_duplicate="new")
    at(copy, "Ben").set_priority(3, "high")
    read = []
    done = import_copy(at(home).db, copy, actor="Ada", progress=lambda *counts: read.append(counts))
    assert done.replayed.made == 2
    assert read == [(1, 2), (2, 2)]  # changes in the history of the copy
    at(home).set_priority(3, "low")
    again = bring_back(home, copy)
    assert (again.made, again.kept) == (0, {})
    assert at(home).db.table("copy_imports").count == 1  # an import that read nothing new is not recorded
    with at(copy, "Ben") as desk:
        desk.note(3, "Later.")
        desk.db.execute("create view of_theirs as select load_extension('x')")  # SQLite refuses to read it
    assert bring_back(home, copy).made == 1
    assert [*at(home).db.query("select priority from claims where id = 3")] == [{"priority": "low"}]


def test_verdict_signed_in_the_copy_is_signed_on_the_desk(home, copy, at):
    draft_and_approve(at, copy)
    assert bring_back(home, copy).kept == {}
    [row] = at(home).db.query("select status, drafted_by, approved_by from reviews")
    assert row == {"status": "approved", "drafted_by": "Ben", "approved_by": "Cleo"}
    assert at(home).db.table("signed_verdicts").count == at(copy).db.table("signed_verdicts").count


def test_signature_is_not_brought_back_if_the_claim_was_changed_here(home, copy, at):
    draft_and_approve(at, copy)
    at(home).link(1, "https://stats.example/new", "refutes")
    done = bring_back(home, copy)
    [held] = done.kept.values()
    assert (held.table, held.actor, "must be signed here again" in held.reason) == ("reviews", "Cleo", True)
    assert [*at(home).db.query("select status from reviews")] == [{"status": "submitted"}]


def draft_and_approve(at, copy):
    ben = at(copy, "Ben")
    review = ben.reviews.draft(1, rating="Absurd", summary="They rose.")
    ben.reviews.submit(review)
    at(copy, "Cleo").reviews.approve(review)


def test_row_that_one_side_deleted_and_the_other_changed_stays_as_it_is_here_and_is_named(home, copy, at):
    a, b, c = (f"https://{letter}.example/" for letter in "abc")
    for path in (home, copy):
        path.unlink()
    with at(home) as desk:
        desk.add("Prices fell.", on_duplicate="new")
        for url in (a, b, c):
            desk.link(1, url, "supports")
        backup(desk.db, copy)
    with at(copy, "Ben") as there:
        there.unlink(1, a)
        there.unlink(1, b)
        there.change_link(1, c, quote="p. 9")
    with at(home) as here:
        here.change_link(1, b, quote="p. 4")
        here.unlink(1, c)
    done = bring_back(home, copy)
    assert [(one.table, one.row_id, one.reason) for one in done.kept.values()] == [
        ("evidence", 2, "deleted in the copy, but changed here"),
        ("evidence", 3, "deleted here"),
    ]
    assert [row["url"] for row in at(home).db.query("select url from evidence")] == [b]


def ingest_text(path, desk, text, day="2024-04-22"):
    path.write_text(text, encoding="utf-8")
    desk.ingest(path, url="https://n.example/debate", outlet="The Tide", published_on=day)


DEBATE = "“Rents in Ely rose by 12 percent,” said Ada Moor.\n“We built 400 homes,” said Conor Daly.\n“Trains were late on 40 days,” said Ada Moor.\n"


@pytest.mark.parametrize(
    ("here", "there", "again"),
    [
        ((), (1, 2), (3,)),  # read in the copy alone, and on
        ((1,), (1, 2), (3,)),  # the copy read more of it
        ((1, 2, 3), (1, 2), (3,)),  # the desk read more of it
    ],
)
def test_article_that_grew_in_the_copy_is_one_article_with_each_claim_once(
    home, copy, at, tmp_path, here, there, again
):
    """`here`, `there` and `again`: how many lines of the debate each reading had, on the desk, in the copy, and in the copy later."""
    lines = DEBATE.splitlines(keepends=True)
    for count in here:
        ingest_text(tmp_path / "debate.txt", at(home), "".join(lines[:count]))
    for counts in (there, again):
        for count in counts:
            ingest_text(tmp_path / "debate.txt", at(copy, "Ben"), "".join(lines[:count]))
        assert bring_back(home, copy).kept == {}
    desk = at(home)
    assert [*desk.db.query("select text from articles")] == [{"text": DEBATE}]
    assert len(texts(desk)) == 2 + 3
    assert desk.db.table("appearances").count == 3
    assert bring_back(home, copy).made == 0


def test_later_version_that_only_adds_text_stays_a_version_of_its_own(home, copy, at, tmp_path):
    page, lines = tmp_path / "debate.txt", DEBATE.splitlines(keepends=True)
    ingest_text(page, at(home), lines[0])
    copy.unlink()
    backup(at(home).db, copy)
    for day, count in (
        ("2024-04-23", 2),
        ("2024-04-24", 3),
    ):  # the second follows one that came in from the copy
        ingest_text(page, at(copy, "Ben"), "".join(lines[:count]), day)
        assert bring_back(home, copy).kept == {}
    versions = "select published_on, text, previous_id from articles order by id"
    assert [*at(home).db.query(versions)] == [*at(copy).db.query(versions)]
    assert [row["published_on"] for row in at(home).db.query(versions)] == [
        "2024-04-22",
        "2024-04-23",
        "2024-04-24",
    ]


def test_dry_run_reports_the_same_and_writes_nothing(home, copy, at):
    at(copy, "Ben").add("Taxes rose in 2021.", on_duplicate="new")
    at(copy, "Ben").assign(1, "Ben")
    at(home).assign(1, "Ada")
    before = [*at(home).db.query("select * from history")]
    dry = bring_back(home, copy, dry_run=True)
    assert [*at(home).db.query("select * from history")] == before
    real = bring_back(home, copy)
    assert (dry.made, dry.new_claims, kept(dry)) == (real.made, real.new_claims, kept(real))


ENDLESS = (
    "with recursive numbers (id) as (select 1 union all select id + 1 from numbers) select id from numbers"
)


def replace_parts(home, copy, *statements):
    """Make a copy in which something has the name of a part of the desk: what an attacker would send to a colleague."""
    at_home = sqlite3.connect(home)
    at_home.execute("vacuum into ?", [str(copy)])
    at_home.close()
    there = sqlite3.connect(copy, isolation_level=None)
    for [rule] in there.execute("select name from sqlite_master where type = 'trigger'").fetchall():
        there.execute(f"drop trigger {rule}")
    for statement in statements:
        there.execute(statement)
    there.close()


def disguise_a_view(home, copy):
    """The same, with a view that ends with what claimtrack made, in a comment that is never closed."""
    replace_parts(home, copy)
    there = sqlite3.connect(copy)
    [(sql,)] = there.execute("select sql from sqlite_master where name = 'claim_overview'").fetchall()
    there.execute("pragma writable_schema = on")
    disguised = sql.replace("claim_overview", f"claim_overview as {ENDLESS} /*", 1)
    there.execute("update sqlite_master set sql = ? where name = 'claim_overview'", [disguised])
    there.commit()
    there.close()


@pytest.mark.parametrize(
    ("prepare", "error", "words"),
    [
        (
            lambda home, copy: claimtrack.open(copy).close(),
            Refused,
            "is not a copy of this desk",
        ),
        (lambda home, copy: copy.symlink_to(home), Refused, "is this desk itself"),
        (lambda home, copy: None, NotFound, "there is no file"),
        (lambda home, copy: write_released(copy), NeedsMigration, "copy.db init"),
        (
            lambda home, copy: copy.write_text("claims"),
            NotADesk,
            "is not an SQLite database: give a copy of this desk",
        ),
        (lambda home, copy: copy.touch(), NotFound, "copy.db has no desk in it: give a copy of this desk"),
        (
            lambda home, copy: copy.write_bytes(home.read_bytes()[:60_000]),
            NotADesk,
            "copy.db is damaged: give another copy of this desk",
        ),
        (
            lambda home, copy: replace_parts(
                home, copy, "drop table history", f"create view history as {ENDLESS}"
            ),
            Refused,
            "history is something else in it. Give another copy",
        ),
        (
            lambda home, copy: replace_parts(
                home, copy, "drop view standing_claimants", f"create view standing_claimants as {ENDLESS}"
            ),
            Refused,
            "standing_claimants is something else in it",
        ),
        (
            lambda home, copy: replace_parts(
                home, copy, "drop table _sqlite_migrations", f"create view _sqlite_migrations as {ENDLESS}"
            ),
            Damaged,
            "copy.db is damaged: give another copy of this desk",
        ),
        (disguise_a_view, Refused, "claim_overview is something else in it"),
        (
            lambda home, copy: replace_parts(
                home, copy, "drop table tags", "create virtual table tags using fts5(name)"
            ),
            Refused,
            "tags is something else in it",
        ),
    ],
)
def test_file_that_is_no_copy_is_refused_with_a_remedy(home, copy, prepare, error, words):
    copy.unlink()
    prepare(home, copy)
    with pytest.raises(error, match=words):
        bring_back(home, copy)


# ── many random steps ───────────────────────────────────────────────────────────────────────────────

PEOPLE = ("Ada", "Ben", "eve", None)
URLS = ("https://e.example/1", "https://e.example/2")
TAGS = ("rail", "homes")
RANDOM_STEPS = (
    lambda desk, pick, claim: desk.add(
        sentence(pick), claimant=pick(("Ada Moor", "Zed", None)), source=pick((URLS[0], "Radio 4", None)), on_duplicate=pick(("attach", "new"))
    ),
    lambda desk, pick, claim: desk.set_status(claim, pick(("open", "checking", "parked", "rejected", "verdict"))),
    lambda desk, pick, claim: desk.set_priority(claim, pick(("high", "low"))),
    lambda desk, pick, claim: desk.assign(claim, pick(PEOPLE)),
    lambda desk, pick, claim: desk.note(claim, sentence(pick)),
    lambda desk, pick, claim: desk.link(claim, pick(URLS), pick(("supports", "refutes"))),
    lambda desk, pick, claim: desk.unlink(claim, pick(URLS)),
    lambda desk, pick, claim: desk.tag(claim, pick(TAGS)),
    lambda desk, pick, claim: desk.untag(claim, pick(TAGS)),
    lambda desk, pick, claim: desk.edit(claim, text=sentence(pick)),
    lambda desk, pick, claim: desk.edit(claim, claimant=pick(("Ada Moor", "Zed"))),
    lambda desk, pick, claim: desk.judge(claim, pick(claim_ids(desk)), pick(("same", "different"))),
    lambda desk, pick, claim: desk.join_speakers("Ada Moor", "Zed"),
    lambda desk, pick, claim: desk.rename_tag("rail", "trains"),
    lambda desk, pick, claim: desk.reviews.draft(claim, rating=pick(("Absurd", "Half true")), summary="Why"),
    lambda desk, pick, claim: desk.reviews.submit(pick((1, 2))),
    lambda desk, pick, claim: desk.reviews.approve(pick((1, 2))),
)  # fmt: skip
CONTENTS = (
    "select * from claims order by id",
    "select * from evidence order by id",
    "select * from notes order by id",
    "select * from reviews order by id",
    "select claim_id, place, speaker, seen_on, quote from appearance_overview order by id",
    "select claim_id, name from claim_tags join tags on tags.id = tag_id order by 1, 2",
    "select name from tags order by 1",
    "select name, standing_id from standing_claimants order by 1",
    "select kind, name, current_name from former_names order by 1, 2",
    "select left_id, right_id, judgement, judged_by from matches where judgement <> 'unjudged' order by 1, 2",
)


def sentence(pick):
    return f"{pick(('Rents', 'Prices'))} in {pick(('Ely', 'Vale'))} {pick(('rose', 'fell'))} by {pick(range(2, 6))} percent"


def claim_ids(desk):
    return [row[0] for row in desk.db.execute("select id from claims")]


def work_at_random(path, rng, steps):
    """Do some steps as various people; the desk refuses many of them."""
    with claimtrack.open(path) as desk:
        for _ in range(steps):
            desk.actor = rng.choice(PEOPLE)
            with suppress(claimtrack.ClaimtrackError):
                rng.choice(RANDOM_STEPS)(desk, rng.choice, rng.choice(claim_ids(desk)))


def contents(path):
    """What people see of a desk."""
    with claimtrack.open(path) as desk:
        return {sql: list(desk.db.query(sql)) for sql in CONTENTS}


@pytest.mark.parametrize("seed", range(3))
def test_desk_that_stayed_as_it_was_becomes_like_the_copy(home, copy, seed):
    rng = random.Random(seed)
    for _ in range(2):  # the second time it brings back what was done after the first
        work_at_random(copy, rng, 25)
        assert bring_back(home, copy).kept == {}
        assert contents(home) == contents(copy)


@pytest.mark.parametrize("seed", range(3))
def test_import_of_a_copy_that_was_brought_back_changes_nothing(home, copy, seed):
    rng = random.Random(seed)
    work_at_random(copy, rng, 25)
    work_at_random(home, rng, 15)
    bring_back(home, copy)
    before = contents(home)
    assert bring_back(home, copy).made == 0
    assert contents(home) == before
