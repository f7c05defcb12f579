"""A copy that is brought back again: what was decided at an earlier import stays decided, and only what is new comes in or is named."""

import pytest

from claimtrack.store.file.database import write_transaction
from claimtrack.store.history import last_change_id
from claimtrack.store.history_ranges import HistoryRange
from claimtrack.store.rewinding import rewind
from tests.workflow.test_returning import DEBATE, bring_back, claim_ids, ingest_text, kept

STUDY = "https://journal.example/7"


@pytest.fixture
def assigned_in_both(home, copy, at):
    """Both files have given claim 1 to somebody, and the copy was brought back once."""
    at(home).assign(1, "Ada")
    at(copy, "Ben").assign(1, "Ben")
    assert kept(bring_back(home, copy)) == [("claims", 1, "assignee", "Ada", "Ben")]


def assignee(desk):
    [(name,)] = desk.db.execute("select assignee from claims where id = 1")
    return name


@pytest.mark.parametrize("later", ["Ada", None])  # None is what it was before, in both
def test_what_both_sides_changed_is_named_once_and_stays_as_the_desk_decides(
    assigned_in_both, home, copy, at, later
):
    at(home).assign(1, later)
    done = bring_back(home, copy)
    assert (done.made, done.kept) == (0, {})
    assert [one.column for one in done.left_earlier.values()] == ["assignee"]
    assert assignee(at(home)) == later


def test_it_is_named_and_tried_again_on_request(assigned_in_both, home, copy, at):
    assert kept(bring_back(home, copy, again=True)) == [("claims", 1, "assignee", "Ada", "Ben")]
    at(home).assign(1, None)
    assert bring_back(home, copy, again=True).made == 1
    assert assignee(at(home)) == "Ben"


def test_a_later_change_of_it_in_the_copy_is_named_as_new(assigned_in_both, home, copy, at):
    at(copy, "Ben").assign(1, "Cleo")
    assert kept(bring_back(home, copy)) == [("claims", 1, "assignee", "Ada", "Cleo")]


@pytest.mark.parametrize(
    ("there", "back", "sql"),
    [
        (
            lambda desk: desk.set_status(1, "checking"),
            lambda desk: desk.set_status(1, "open"),
            "select status from claims",
        ),
        (
            lambda desk: desk.assign(1, "Ben"),
            lambda desk: desk.assign(1, "Cleo"),
            "select assignee from claims",
        ),
        (
            lambda desk: desk.tag(1, "rail"),
            lambda desk: desk.untag(1, "rail"),
            "select claim_id from claim_tags",
        ),
        (lambda desk: desk.link(1, STUDY), lambda desk: desk.unlink(1, STUDY), "select url from evidence"),
    ],
    ids=["a status", "a name", "a tag", "a source"],
)
def test_what_is_done_undone_and_done_again_between_imports_comes_in_each_time(
    home, copy, at, there, back, sql
):
    """The same step was taken for one that had come in, so the desk kept what lay between; a source was called removed here."""
    for do in (there, back, there, back, there):
        do(at(copy, "Ben"))
        assert bring_back(home, copy).kept == {}
        assert at(home).db.execute(sql).fetchall() == at(copy).db.execute(sql).fetchall()
    assert bring_back(home, copy).made == 0


def test_a_dry_run_decides_nothing(home, copy, at):
    at(home).assign(1, "Ada")
    at(copy, "Ben").assign(1, "Ben")
    for _ in range(2):
        assert len(bring_back(home, copy, dry_run=True).kept) == 1


def test_day_of_a_claim_that_both_filed_stays_as_the_desk_has_it(home, copy, at):
    for path, days in ((home, ("2024-01-01", None)), (copy, ("2024-09-09", "2024-09-09"))):
        for text, day in zip(("Taxes rose in Vale.", "Buses stopped in Ely."), days, strict=True):
            at(path).add(text, claimed_on=day, on_duplicate="new")
    assert kept(bring_back(home, copy)) == [("claims", 3, "claimed_on", "2024-01-01", "2024-09-09")]
    at(home).edit(4, claimed_on="")  # the copy's day came in, and is wrong
    assert (bring_back(home, copy).made, bring_back(home, copy).kept) == (0, {})
    days = at(home).db.execute("select claimed_on from claims where id > 2").fetchall()
    assert days == [("2024-01-01",), (None,)]


def test_work_on_a_claim_that_both_filed_goes_to_it_though_its_speaker_was_changed_here(home, copy, at):
    for path in (home, copy):
        at(path).add("Taxes rose in Vale.", claimant="Al Berg", on_duplicate="new")
    bring_back(home, copy)
    at(home).edit(3, claimant="Zed Orr")
    at(copy, "Ben").note(3, "Ask Zed.")
    assert bring_back(home, copy).new_claims == {}
    assert [(row["claim_id"], row["body"]) for row in at(home).db.query("select * from notes")] == [
        (3, "Ask Zed.")
    ]


def test_what_a_rule_of_the_desk_refused_comes_in_only_on_request(home, copy, at):
    at(home).db.execute("""
        create trigger no_buses before insert on claims when new.text like 'Buses%' begin select raise(abort, 'ask Ada first'); end;
    """)
    at(copy, "Ben").add("Buses stopped in Ely.", on_duplicate="new")
    [refused] = bring_back(home, copy).kept.values()
    assert "ask Ada first" in refused.reason
    at(home).db.execute("drop trigger no_buses")
    at(copy, "Ben").note(3, "Ask the driver.")
    at(copy, "Ben").judge(1, 3, "different")
    done = bring_back(home, copy)
    reason = "it belongs to what was left out earlier"
    assert done.made == 0
    assert [(one.table, one.reason) for one in done.kept.values()] == [("notes", reason), ("matches", reason)]
    assert bring_back(home, copy, again=True).made == 4  # the pair is added, then judged
    assert sorted(claim_ids(at(home))) == [1, 2, 3]


def test_pair_that_was_suggested_before_and_judged_after_an_import_is_judged_here(home, copy, at):
    at(copy, "Ben").add("Prices fell by one half.", claimant="Zed Orr", on_duplicate="new")
    assert list(at(copy, "Ben").duplicates())
    bring_back(home, copy)
    at(copy, "Ben").judge(1, 3, "different")
    assert (bring_back(home, copy).kept, bring_back(home, copy).made) == ({}, 0)
    assert [row["judged_by"] for row in at(home).db.query("select judged_by from matches")] == ["Ben"]


def undo_last(path, at):
    """Take back the last change of Ben's in a copy."""
    desk = at(path, "Ben")
    with write_transaction(desk.db, "Ben"):
        after = last_change_id(desk.db) - 1
        rewind(desk.db, HistoryRange(after, after + 1))


@pytest.mark.parametrize(
    "imports", [1, 2, 3]
)  # after how many of the three steps the copy is brought back, too
def test_row_that_was_removed_and_restored_in_the_copy_is_here(home, copy, at, imports):
    steps = (
        lambda: at(copy, "Ben").link(1, "https://e.example/1", "supports"),
        lambda: at(copy, "Ben").unlink(1, "https://e.example/1"),
        lambda: undo_last(copy, at),
    )
    for number, step in enumerate(steps):
        step()
        if number < imports:
            assert bring_back(home, copy).kept == {}
    for _ in range(2):
        assert bring_back(home, copy).kept == {}
        assert [row["url"] for row in at(home).db.query("select url from evidence")] == [
            "https://e.example/1"
        ]


def test_row_that_was_restored_in_the_copy_and_changed_here_is_one(home, copy, at):
    at(copy, "Ben").link(1, "https://e.example/1", "supports")
    bring_back(home, copy)
    at(home).change_link(1, "https://e.example/1", stance="refutes")
    at(copy, "Ben").unlink(1, "https://e.example/1")
    undo_last(copy, at)
    differs = ("evidence", 1, "stance", "refutes", "supports")
    assert kept(bring_back(home, copy)) == [differs]
    at(copy, "Ben").unlink(1, "https://e.example/1")
    [removed] = bring_back(home, copy).kept.values()
    assert removed.reason == "deleted in the copy, but changed here"
    undo_last(copy, at)
    done = bring_back(home, copy)
    assert (kept(done), [one.column for one in done.left_earlier.values()]) == ([differs], ["stance"])
    assert [row["stance"] for row in at(home).db.query("select stance from evidence")] == ["refutes"]


def test_article_that_both_read_and_the_desk_took_back_stays_away(home, copy, at, tmp_path):
    for path in (home, copy):
        ingest_text(tmp_path / "debate.txt", at(path), DEBATE)
    bring_back(home, copy)
    at(home).undo_import(at(home).imports(limit=1)[0]["undo"])
    assert bring_back(home, copy, again=True).made == 0
    assert at(home).db.table("articles").count == 0
