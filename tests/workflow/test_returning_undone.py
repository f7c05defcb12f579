"""An import of a copy is undone by whoever made it: the desk is as it was, and the copy can be brought back anew."""

import random

import pytest

import claimtrack
from claimtrack.core.errors import Refused
from claimtrack.store.file.copying import backup
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow.days import describe_time
from tests.workflow.test_returning import (
    DEBATE,
    SPEECH,
    bring_back,
    contents,
    ingest_text,
    work_at_random,
)


def undo(home, *, actor="Ada"):
    with claimtrack.open(home, actor=actor) as desk:
        return desk.undo_import(desk.imports(limit=1)[0]["undo"])


def remove_note(desk, note_id):
    with write_transaction(desk.db, desk.actor):
        desk.db.execute("delete from notes where id = ?", [note_id])


@pytest.mark.parametrize("seed", range(2))
def test_undone_import_of_random_work_leaves_the_desk_as_it_was_and_can_be_repeated(home, copy, seed):
    rng = random.Random(seed)
    work_at_random(home, rng, 10)
    work_at_random(copy, rng, 25)
    before = contents(home)
    first = bring_back(home, copy)
    undo(home)
    assert contents(home) == before
    again = bring_back(home, copy)
    assert (again.made, len(again.new_claims), again.kept.keys()) == (
        first.made,
        len(first.new_claims),
        first.kept.keys(),
    )


def test_notes_and_reviews_of_others_go_and_come_back_with_the_import(home, copy, at, tmp_path):
    copy.unlink()
    mine = at(home, "Ben").note(1, "As it was.")
    at(home, "Ben").note(2, "Stays.")
    backup(at(home).db, copy)
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    there = at(copy, "Ben")
    there.ingest(tmp_path / "speech.txt", url="https://n.example/1")
    remove_note(there, mine)
    there.note(3, "From the train.")
    review = there.reviews.draft(1, rating="Absurd", summary="They rose.")
    there.link(1, "https://e.example/1", "supports")
    there.reviews.submit(review)
    at(copy, "Cleo").reviews.approve(review)
    before = contents(home)
    bring_back(home, copy)
    assert undo(home).filed == 2
    assert contents(home) == before
    with pytest.raises(Refused, match="only its author can delete a note"):
        remove_note(at(home, "Ada"), mine)


def published(at, home, copy):
    review = at(copy, "Ben").reviews.draft(1, rating="Absurd", summary="They rose.")
    at(copy, "Ben").reviews.submit(review)
    at(copy, "Cleo").reviews.approve(review)
    at(copy, "Cleo").reviews.publish(review, url="https://our.example/1", reviewed_on="2026-11-20")
    bring_back(home, copy)


def built_upon(at, home, copy):
    at(copy, "Ben").add("Taxes rose in 2021.", on_duplicate="new")
    bring_back(home, copy)
    at(home, "Eve").set_status(3, "checking")


def continued(at, home, copy):
    for day in ("2027-01-05", "2027-01-06"):
        at(copy, "Ben").set_due_on(1, day)
        bring_back(home, copy)


@pytest.mark.parametrize(
    ("prepare", "actor", "which", "words"),
    [
        (published, "Ada", 0, r"verdicts \(review 1\)"),
        (built_upon, "Ada", 0, r"claim 3 \(by Eve\)"),
        (built_upon, "Ben", 0, "Ada brought back copy.db"),
        (continued, "Ada", 1, "later work in the same copy"),
    ],
)
def test_import_of_a_copy_is_not_undone(home, copy, at, prepare, actor, which, words):
    prepare(at, home, copy)
    before = contents(home)
    [*_, listed] = at(home, actor).imports(limit=which + 1)
    with pytest.raises(Refused, match=words):
        at(home, actor).undo_import(listed["undo"])
    assert contents(home) == before
    assert listed["why_kept"]


def test_later_import_that_changed_nothing_is_forgotten_with_the_one_before_it(home, copy, at):
    at(copy, "Ben").set_due_on(1, "2027-01-05")
    bring_back(home, copy)
    at(home).assign(2, "Ada")
    at(copy, "Ben").assign(2, "Ben")
    assert bring_back(home, copy).made == 0
    undo(home)
    done = bring_back(home, copy)
    assert (done.made, len(done.kept)) == (1, 1)


def test_imports_are_undone_one_by_one_although_one_between_them_changed_nothing(home, copy, at):
    before = contents(home)
    at(copy, "Ben").set_due_on(1, "2027-01-05")
    bring_back(home, copy)
    at(copy, "Ben").assign(2, "Ben")
    at(home).assign(2, "Ada")
    assert bring_back(home, copy).made == 0
    at(copy, "Ben").set_due_on(1, "2027-01-06")
    bring_back(home, copy)
    at(home).assign(2, None)
    for _ in range(2):
        undo(home)
    assert contents(home) == before


def test_what_an_earlier_import_decided_stands_when_a_later_one_is_undone(home, copy, at):
    for claim_id in (1, 2):
        at(home).assign(claim_id, "Ada")
        at(copy, "Ben").assign(claim_id, "Ben")
        at(copy, "Ben").set_due_on(claim_id, "2027-01-05")
        bring_back(home, copy)
    undo(home)
    done = bring_back(home, copy)
    assert [one.claim_id for one in done.kept.values()] == [2]
    assert [one.claim_id for one in done.left_earlier.values()] == [1]


def test_judgements_that_came_in_are_counted_with_what_is_undone(home, copy, at):
    at(copy, "Ben").judge(1, 2, "different")
    bring_back(home, copy)
    assert undo(home) == (0, 0, 1)


def test_history_and_the_list_of_imports_name_the_copy(home, copy, at):
    at(copy, "Ben").set_due_on(1, "2027-01-05")
    bring_back(home, copy)
    [change] = at(home).history(limit=1)
    assert (change["actor"], change["summary"]) == (
        "Ben",
        "due on: nothing → 2027-01-05 (done in the copy copy.db, " + describe_time(change["done_at"]) + ")",
    )
    [listed] = at(home).imports()
    assert (listed["actor"], listed["what"], listed["why_kept"]) == ("Ada", "the copy copy.db", None)


def test_only_undo_of_the_import_touches_notes_of_others(home, copy, at):
    note = at(copy, "Ben").note(1, "From the train.")
    bring_back(home, copy)
    with pytest.raises(Refused, match="only its author can delete a note"):
        remove_note(at(home, "Ada"), note)
    undo(home)
    assert at(home).db.table("notes").count == 0


def test_what_was_changed_and_then_removed_in_the_copy_is_as_before(home, copy, at):
    copy.unlink()
    at(home).link(1, "https://e.example/1", "supports")
    note = at(home, "Ben").note(1, "As it was.")
    backup(at(home).db, copy)
    there = at(copy, "Ben")
    there.change_link(1, "https://e.example/1", stance="refutes")
    there.unlink(1, "https://e.example/1")
    with write_transaction(there.db, "Ben"):
        there.db.execute("update notes set body = 'Changed.'")
    remove_note(there, note)
    before = contents(home)
    bring_back(home, copy)
    assert at(home).imports(limit=1)[0]["why_kept"] is None
    undo(home)
    assert contents(home) == before


def test_name_that_was_removed_and_added_again_in_the_copy_is_as_before(home, copy, at):
    copy.unlink()
    at(home).tag(1, "rail")
    at(home).untag(1, "rail")
    backup(at(home).db, copy)
    there = at(copy, "Ben")
    with write_transaction(there.db, "Ben"):
        there.db.execute("delete from tags where name = 'rail'")
    there.tag(1, "rail")
    before = contents(home)
    bring_back(home, copy)
    undo(home)
    assert contents(home) == before


def test_other_copy_with_the_same_work_brings_it_back_on_request(home, copy, at, tmp_path):
    at(copy, "Ben").add("Taxes rose in 2021.", on_duplicate="new")
    backup(at(copy).db, tmp_path / "other.db")
    at(copy, "Ben").set_due_on(1, "2027-01-05")
    bring_back(home, copy)
    bring_back(home, tmp_path / "other.db")
    with claimtrack.open(home, actor="Ada") as desk:
        desk.undo_import(desk.imports(limit=1)[0]["undo"])
    assert len(bring_back(home, tmp_path / "other.db").left_earlier) == 1
    assert len(bring_back(home, tmp_path / "other.db", again=True).new_claims) == 1


def test_import_whose_undo_came_back_and_was_undone_can_be_undone_again(home, copy, at, tmp_path):
    copy.unlink()
    ingest_text(tmp_path / "debate.txt", at(home), DEBATE)
    backup(at(home).db, copy)
    before = contents(home)
    read = at(home).imports(limit=1)[0]["undo"]
    at(copy).undo_import(read)
    bring_back(home, copy)
    undo(home)
    assert contents(home) == before
    assert at(home).undo_import(read).filed == 3


def test_both_versions_of_an_article_that_were_read_in_the_copy_go(home, copy, at, tmp_path):
    for text in (DEBATE, DEBATE.replace("40 days", "50 days")):
        ingest_text(tmp_path / "debate.txt", at(copy, "Ben"), text)
    before = contents(home)
    bring_back(home, copy)
    assert at(home).db.table("articles").count == 2
    undo(home)
    assert contents(home) == before
