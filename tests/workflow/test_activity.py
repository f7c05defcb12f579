"""What happened on the desk, in steps: what one person did at once, and each import as a whole."""

import pytest

from claimtrack.core.model import Article, Status
from claimtrack.store import claims
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history import Selection, last_change_id
from claimtrack.workflow import activity
from claimtrack.workflow import desk as work
from claimtrack.workflow.activity import recent_steps
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.deeds import NOUNS
from claimtrack.workflow.undoing import take_back_import
from tests.tables import each_row

RENTS = "Ada Moor said rents fell by 12 percent in May.\n\nShe said that eleven clinics closed in June."


@pytest.fixture
def desk_since(desk):
    """A desk, and the id of its last change so far."""
    return desk, last_change_id(desk)


def write_note(db, actor, at, body="Asked.", table="notes"):
    sql = """
        insert into history (table_name, row_id, operation, new_row, actor, happened_at)
        values (?, 1, 'insert', json_object('body', ?), ?, ?)
    """
    db.execute(sql, [table, body, actor, f"2999-05-01T10:00:{at}Z"])


def told(steps):
    return [(step.changes[0]["actor"], step.told) for step in steps]


def test_every_table_with_history_has_a_noun(desk):
    sql = "select tbl_name from sqlite_master where type = 'trigger' and name like '%_history_insert'"
    assert {table for (table,) in desk.execute(sql)} == set(NOUNS)


def test_a_table_that_a_newsroom_has_added_is_told_by_its_name(desk):
    write_note(desk, "ada", "00.000", table="press_calls")
    [step, *_], _ = recent_steps(desk, Selection(), most=9)
    [change] = step.changes
    assert (step.told, change["summary"].sentence) == (
        "added 1 row of press_calls",
        "added the row of press_calls: Asked.",
    )


def test_what_was_added_in_several_changes_is_not_also_told_as_changed(desk_since):
    """A claim becomes published by the steps that the desk asks for."""
    db, before = desk_since
    with write_transaction(db, "ada"):
        claims.add(db, "Rents rose.", status=Status.PUBLISHED)
        claims.update(db, claims.add(db, "Wages fell."), due_on="2999-01-01")
    [step], _ = recent_steps(db, Selection(after=before), most=9)
    assert (step.told, step.count > 2) == ("added 2 claims", True)
    work.set_due_on(db, 1, "2999-01-02", actor="ben")
    [step, _], _ = recent_steps(db, Selection(after=before), most=9)
    assert step.told == "changed 1 claim"


@each_row(
    ("changes", "steps"),
    [
        ([("ada", "00.000"), ("ada", "00.900"), ("ada", "01.800")], [3]),
        ([("ada", "00.000"), ("ada", "01.100")], [1, 1]),  # by hand
        ([("ada", "00.000"), ("ben", "00.001"), ("ada", "00.002")], [1, 1, 1]),
        ([(None, "00.000"), (None, "00.001")], [2]),  # an SQL client
        ([("ada", "01.000"), ("ada", "00.500")], [2]),  # the clock was set back
        ([("ada", "09.000"), ("ada", "00.500")], [1, 1]),
    ],
)
def test_a_step_is_what_one_person_did_within_a_second(desk, changes, steps):
    before = last_change_id(desk)
    for actor, at in changes:
        write_note(desk, actor, at)
    found, following = recent_steps(desk, Selection(after=before), most=9)
    assert ([step.count for step in found], following) == (steps, None)


def test_an_import_is_a_step_that_says_what_it_added_and_so_is_its_undoing(desk_since):
    db, before = desk_since
    ingest_article(db, Article(text=RENTS, url="https://news.example/1"), actor="ada")
    filed = ingest_article(
        db, Article(text="Rents rose by 40 percent.", url="https://news.example/2"), actor="ada"
    )
    take_back_import(db, filed.written[0], actor="ada")
    work.add_note(db, 1, "Ask.", actor="ada")
    steps, _ = recent_steps(db, Selection(after=before), most=9, keep=2)
    assert told(steps) == [
        ("ada", "added 1 note"),
        ("ada", "removed 1 claim, 1 appearance and 1 article"),
        ("ada", "added 1 claim, 1 appearance and 1 article"),
        ("ada", "added 2 claims, 2 appearances, 1 speaker and 1 article"),
    ]
    assert [step.about for step in steps] == [[("claim", 1)], *[[("article", 2)]] * 2, [("article", 1)]]
    assert [len(step.changes) for step in steps] == [1, 2, 2, 2]


def test_pages_of_steps_hold_each_change_once_while_others_write(desk_since):
    db, before = desk_since
    for number in range(5):
        write_note(db, f"person {number}", "00.000")
    found, following = [], None
    while True:
        steps, following = recent_steps(db, Selection(after=before, before=following), most=2)
        found += [step.changes[0]["actor"] for step in steps]
        if following is None:
            break
        write_note(db, "somebody", "30.000")
    assert found == [f"person {number}" for number in reversed(range(5))]


def test_a_long_import_is_passed_over_and_many_changes_that_are_not_shown_end_a_page(desk_since, monkeypatch):
    db, before = desk_since
    write_note(db, "ben", "00.000")
    ingest_article(db, Article(text=RENTS, url="https://news.example/1"), actor="ada")
    monkeypatch.setattr("claimtrack.store.history._AT_ONCE", 1)
    monkeypatch.setattr(activity, "_MAX_COUNTED", 3)
    steps, following = recent_steps(db, Selection(after=before), most=9)
    assert [(step.changes[0]["actor"], step.count, step.is_counted) for step in steps] == [
        ("ada", 3, False),
        ("ben", 1, True),
    ]
    _, following = recent_steps(db, Selection(after=before), most=1)
    rest, _ = recent_steps(db, Selection(after=before, before=following), most=9)
    assert told(rest) == [("ben", "added 1 note")]
    monkeypatch.setattr(activity, "_MAX_CANDIDATES", 2)
    found, following = recent_steps(db, Selection(after=before), most=9)
    assert ([step.count for step in found], following) == ([2], last_change_id(db) - 1)
