"""What comes back from a copy meets what was done on the desk meanwhile: nothing is lost, doubled, or signed unseen."""

import json

import pytest

from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.store import doubts
from claimtrack.store.file.checks import examine
from claimtrack.store.file.copying import backup
from tests.workflow.test_returning import DEBATE, SPEECH, bring_back, ingest_text, kept

PAGE = {"url": "https://our.example/1", "reviewed_on": "2026-11-20"}


@pytest.fixture
def begun(home, copy, at):
    """Both files have Ben's draft of a review of claim 1, with a source."""
    copy.unlink()
    at(home).link(1, "https://e.example/1", "supports")
    at(home, "Ben").reviews.draft(1, rating="Absurd", summary="They rose.")
    backup(at(home).db, copy)


@pytest.fixture
def published(begun, home, copy, at):
    """Both files have that review, published."""
    copy.unlink()
    approve(at, home, publish=True)
    backup(at(home).db, copy)


def approve(at, path, review=1, *, publish=False):
    at(path, "Ben").reviews.submit(review)
    at(path, "Cleo").reviews.approve(review)
    if publish:
        at(path, "Cleo").reviews.publish(review, **PAGE)


def rename_rating(desk):
    desk.db.execute("update ratings set name = 'Quite right' where name = 'Absurd'")


def say_again(desk):
    [claim] = desk.db.query(
        "select text, name from claims join claimants on claimants.id = claimant_id where claims.id = 1"
    )
    added = desk.add(
        claim["text"], claimant=claim["name"], source="https://again.example/", claimed_on="2024-05-02"
    )
    assert added.claim_id == 1


# ── signatures ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda desk: desk.reviews.revise(1, summary="They fell."), id="its words"),
        pytest.param(rename_rating, id="the name of its rating"),
        pytest.param(lambda desk: desk.rename_speaker("Zed Orr", "Zed Q. Orr"), id="the speaker's name"),
        pytest.param(lambda desk: desk.unlink(1, "https://e.example/1"), id="a source that is gone"),
        pytest.param(lambda desk: desk.edit(1, claimed_on="2024-04-01"), id="the day of the claim"),
        pytest.param(say_again, id="another place where it was said"),
    ],
)
def test_verdict_that_was_changed_here_comes_back_unsigned_and_unpublished(begun, home, copy, at, change):
    change(at(home, "Ben"))
    approve(at, copy, publish=True)
    done = bring_back(home, copy)
    told = "".join(one.reason for one in done.kept.values())
    assert "where it was said" in told
    assert "must be signed here again" in told
    assert review_states(at(home)) == [("submitted", None)]
    [claim] = at(home).db.query("select status from claims where id = 1")
    assert claim["status"] == "in_review"  # and not published


@pytest.mark.parametrize("step", [("assign", "Zoe"), ("set_priority", "high"), ("set_due_on", "2027-01-05")])
def test_who_has_a_claim_how_urgent_and_when_due_leaves_a_signature_as_it_is(begun, home, copy, at, step):
    name, value = step
    getattr(at(home, "Ben"), name)(1, value)
    approve(at, copy, publish=True)
    assert kept(bring_back(home, copy)) == []
    assert review_states(at(home)) == [("published", "Cleo")]


def test_claim_gets_its_signed_words_back_if_its_correction_was_given_up_in_the_copy(
    published, home, copy, at
):
    copy.unlink()
    correction = at(home, "Ben").reviews.correct(1, note="They fell.")
    backup(at(home).db, copy)
    [signed] = at(home).db.query("select text from claims where id = 1")
    at(home, "Ben").edit(1, text="Prices rose by half in May.")
    at(copy, "Ben").reviews.give_up(correction)
    assert kept(bring_back(home, copy)) == []
    assert [*at(home).db.query("select text from claims where id = 1")] == [signed]
    assert [one for one in examine(at(home).db) if not one.ok] == []


def test_verdict_whose_own_words_were_not_brought_back_is_not_signed(begun, home, copy, at):
    at(home, "Ben").reviews.revise(1, summary="Here.")
    at(copy, "Ben").reviews.revise(1, summary="There.")
    approve(at, copy)
    bring_back(home, copy)
    assert review_states(at(home)) == [("submitted", None)]


@pytest.mark.parametrize(
    ("column", "change"),
    [
        ("summary on reviews", lambda desk: desk.reviews.revise(1, summary="We called.")),
        ("name on ratings", rename_rating),
        ("text on claims", lambda desk: desk.edit(1, text="Prices fell by half in May.")),
    ],
)
def test_verdict_is_not_signed_if_a_rule_of_the_desk_refused_what_it_says(
    begun, home, copy, at, column, change
):
    at(home).db.execute(
        f"create trigger kept before update of {column} begin select raise(abort, 'ask Ada first'); end"
    )
    change(at(copy, "Ben"))
    approve(at, copy)
    first, *_, last = [one.reason for one in bring_back(home, copy).kept.values()]
    assert ("ask Ada first" in first, "must be signed here again" in last) == (True, True)
    assert review_states(at(home)) == [("submitted", None)]


def test_verdict_on_a_claim_that_was_filed_here_with_another_day_is_not_signed(home, copy, at):
    for path, day in ((home, "2024-01-01"), (copy, "2024-09-09")):
        at(path, "Ben").add("Taxes rose in Vale.", claimed_on=day, on_duplicate="new")
    at(copy, "Ben").set_status(3, "checking")
    at(copy, "Ben").reviews.draft(3, rating="Absurd", summary="No.")
    approve(at, copy)
    assert ("claims", 3, "claimed_on", "2024-01-01", "2024-09-09") in kept(bring_back(home, copy))
    assert review_states(at(home)) == [("submitted", None)]


def test_what_the_copy_brought_back_earlier_does_not_count_as_a_change_here(begun, home, copy, at):
    at(copy, "Ben").unlink(1, "https://e.example/1")
    bring_back(home, copy)
    approve(at, copy)
    assert bring_back(home, copy).kept == {}
    assert review_states(at(home)) == [("approved", "Cleo")]


def test_only_the_evidence_that_was_signed_in_the_copy_is_kept_from_removal(begun, home, copy, at):
    approve(at, copy)
    at(copy, "Ben").link(1, "https://e.example/later", "refutes")
    bring_back(home, copy)
    at(home, "Ben").unlink(1, "https://e.example/later")
    with pytest.raises(Refused, match="an approved verdict uses this source"):
        at(home, "Ben").unlink(1, "https://e.example/1")


def test_correction_takes_the_place_of_what_it_corrects(published, home, copy, at):
    at(copy, "Ben").reviews.correct(1, "We erred.", summary="Better.")
    approve(at, copy, 2, publish=True)
    assert bring_back(home, copy).kept == {}
    assert (
        review_states(at(home)) == review_states(at(copy)) == [("withdrawn", "Cleo"), ("published", "Cleo")]
    )


def test_update_and_the_day_to_look_again_come_in_as_they_are(published, home, copy, at):
    at(copy, "Ben").reviews.update(1, "A new law.", summary="Better.")
    approve(at, copy, 2, publish=True)
    at(copy).set_due_on(1, "2027-05-01")
    assert bring_back(home, copy).kept == {}
    [update] = at(home).db.query("select is_update, status from reviews where corrects_id = 1")
    assert update == {"is_update": 1, "status": "published"}
    assert [row["due_on"] for row in at(home).claims(due_until="2027-05-01")] == ["2027-05-01"]


def test_what_was_published_in_the_copy_waits_here_if_its_time_was_moved_here(begun, home, copy, at):
    approve(at, copy)
    bring_back(home, copy)
    at(copy, "Ben").reviews.publish(1, url="https://desk.example/1", reviewed_on="2024-05-01")
    at(home, "Cleo").reviews.set_not_before(1, "2999-05-03T16:00Z")
    kept = bring_back(home, copy).kept
    assert review_states(at(home)) == [("approved", "Cleo")]
    assert "published in the copy, but what it says is not the same here" in str(kept)


def test_verdict_stays_published_if_its_correction_does_not_come_in(published, home, copy, at):
    for review in (2, 3):  # of the second, the note alone would let it be withdrawn
        at(copy, "Ben").reviews.correct(review - 1, "We erred.", summary=f"Better {review}.")
        approve(at, copy, review, publish=True)
        if review == 2:
            bring_back(home, copy)
            at(home).link(1, "https://e.example/2", "refutes")
    bring_back(home, copy)
    assert [state for state, _ in review_states(at(home))] == ["withdrawn", "published", "submitted"]


def test_hold_and_release_come_in(published, home, copy, at):
    at(copy, "Ben").reviews.hold(1, note="A letter.")
    assert bring_back(home, copy).kept == {}
    held = "select held_on is not null as held from reviews"
    assert [*at(home).db.query(held)] == [{"held": 1}]
    at(copy, "Ben").reviews.release(1)
    assert bring_back(home, copy).kept == {}
    assert [*at(home).db.query(held)] == [{"held": 0}]


def test_correction_of_a_held_verdict_comes_in_and_that_of_one_held_here_does_not(published, home, copy, at):
    at(copy, "Ben").reviews.hold(1)
    at(copy, "Ben").reviews.correct(1, "We erred.", summary="Better.")
    approve(at, copy, 2, publish=True)
    assert bring_back(home, copy).kept == {}
    at(home).reviews.hold(2)
    at(copy, "Ben").reviews.correct(2, "Again.", summary="Best.")
    approve(at, copy, 3, publish=True)
    bring_back(home, copy)
    assert [state for state, _ in review_states(at(home))] == ["withdrawn", "published", "submitted"]


def test_correction_of_a_verdict_that_was_withdrawn_here_is_not_published(published, home, copy, at):
    at(home).reviews.withdraw(1, note="Wrong.")
    at(copy, "Ben").reviews.correct(1, "We erred.", summary="Better.")
    approve(at, copy, 2, publish=True)
    bring_back(home, copy)
    assert [state for state, _ in review_states(at(home))] == ["withdrawn", "submitted"]


def review_states(desk):
    return [(*row,) for row in desk.db.execute("select status, approved_by from reviews order by id")]


# ── the same thing here and there ───────────────────────────────────────────────────────────────────


def test_an_article_read_from_a_file_of_another_name_in_the_copy_is_one(home, copy, at, tmp_path):
    for path, name in ((home, "speech.txt"), (copy, "laptop.txt")):
        (tmp_path / name).write_text(SPEECH, encoding="utf-8")
        at(path).ingest(tmp_path / name)
    at(copy).withdraw_article(1, note="Made up")
    done = bring_back(home, copy)
    assert (done.new_claims, done.kept) == ({}, {})
    assert [row["withdrawn_note"] for row in at(home).db.query("select withdrawn_note from articles")] == [
        "Made up"
    ]


@pytest.mark.parametrize("url", ["https://n.example/1", None])  # without one, the file is its source
def test_claim_of_an_article_read_in_both_is_one_though_it_was_edited_here(home, copy, at, tmp_path, url):
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    for path, outlet in ((home, "The Tide"), (copy, None)):
        at(path).ingest(tmp_path / "speech.txt", url=url, outlet=outlet)
    at(home).edit(3, text="Rents in Ely, Cambridgeshire, rose by 12 percent")
    at(home).edit(4, claimant="Zed Orr")
    at(copy, "Ben").note(3, "Ask the council.")
    done = bring_back(home, copy)
    assert (done.new_claims, done.same_claims) == ({}, {3: 3, 4: 4})
    assert kept(done) == [("claims", 4, "claimant_id", "Zed Orr", "Conor Daly")]
    assert [row["claim_id"] for row in at(home).db.query("select claim_id from notes")] == [3]


@pytest.mark.parametrize(("here", "there"), [((2,), (3,)), ((2,), (2, 3)), ((3,), (2,)), ((), (2, 3))])
def test_words_after_a_quote_are_those_of_the_longer_text_if_an_article_grew_in_both(
    home, copy, at, tmp_path, here, there
):
    """`here` and `there`: how many lines each later reading had, on the desk and in the copy."""
    lines = DEBATE.splitlines(keepends=True)
    ingest_text(tmp_path / "debate.txt", at(home), lines[0])
    copy.unlink()
    backup(at(home).db, copy)
    for counts, desk in ((here, at(home)), (there, at(copy, "Ben"))):
        for count in counts:
            ingest_text(tmp_path / "debate.txt", desk, "".join(lines[:count]))
    assert bring_back(home, copy).kept == {}
    follows = "select context_after, substr(text, span_end + 1, 200) from appearances join articles on articles.id = article_id"
    after = at(home).db.execute(follows).fetchall()
    assert [shown for shown, _ in after] == [actual for _, actual in after]
    assert len(after) == max(here + there)


@pytest.mark.parametrize(("is_known", "named"), [(True, []), (False, ["added here, too, and removed again"])])
def test_what_both_filed_stays_one_after_it_was_changed_or_removed_here(home, copy, at, is_known, named):
    """Whether the copy was brought back before, or not."""
    for path in (home, copy):
        at(path).add("Taxes rose in Vale.", on_duplicate="new")
        at(path).link(1, "https://e.example/1", "supports")
        at(path).tag(1, "rail")
    if is_known:
        bring_back(home, copy)
    at(home).edit(3, text="Taxes fell in Vale.")
    at(home).unlink(1, "https://e.example/1")
    at(home).untag(1, "rail")
    done = bring_back(home, copy)
    assert (done.made, [one.reason for one in done.kept.values()]) == (0, named)
    counts = [at(home).db.table(table).count for table in ("claims", "evidence", "claim_tags")]
    assert counts == [3, 0, 0]


def test_two_claims_of_the_copy_are_not_taken_for_one_here(home, copy, at):
    at(home).add("Taxes rose in Vale.", on_duplicate="new")
    for _ in range(2):
        at(copy, "Ben").add("Taxes rose in Vale.", on_duplicate="new")
    at(copy, "Ben").judge(3, 4, "different")
    done = bring_back(home, copy)
    assert (done.new_claims, done.same_claims, done.kept) == ({4: 4}, {3: 3}, {})


def test_judgement_finds_a_pair_that_was_suggested_here_anew(home, copy, at):
    copy.unlink()
    at(home).add("Prices fell by half in Ely.", on_duplicate="new")
    assert list(at(home).duplicates())
    backup(at(home).db, copy)
    for text in ("Prices fell by one half.", "Prices fell by half."):
        at(home).edit(1, text=text)
    assert list(at(home).duplicates())
    at(copy, "Ben").judge(1, 3, "different")
    assert bring_back(home, copy).kept == {}
    assert [row["judged_by"] for row in at(home).db.query("select judged_by from matches")] == ["Ben"]


# ── deleted here or there ───────────────────────────────────────────────────────────────────────────


def test_speaker_deleted_here_takes_no_speaker_from_a_claim(home, copy, at):
    at(copy, "Ben").edit(1, claimant="New Man")
    bring_back(home, copy)
    at(home).edit(1, claimant="Zed Orr")
    at(home).db.execute("delete from claimants where name = 'New Man'")
    at(copy, "Ben").edit(2, claimant="New Man")
    assert [one.reason for one in bring_back(home, copy).kept.values()] == ["its speaker was deleted here"]
    speakers = at(home).db.execute(
        "select name from claims join claimants on claimants.id = claimant_id order by 1"
    )
    assert [row[0] for row in speakers] == ["Zed Orr"]


def test_claim_keeps_its_speaker_if_the_new_one_is_refused_here(home, copy, at):
    at(home).db.execute("""
        create trigger known_people_only before insert on claimants begin select raise(abort, 'ask Ada first'); end
    """)
    at(copy, "Ben").edit(1, claimant="New Man")
    reasons = [one.reason for one in bring_back(home, copy).kept.values()]
    assert ("ask Ada first" in reasons[0], reasons[1]) == (True, "its speaker did not come in")
    assert [
        row["claimant_id"] for row in at(home).db.query("select claimant_id from claims where id = 1")
    ] == [1]


@pytest.mark.parametrize("worked_on", [False, True])
def test_article_taken_back_in_the_copy_goes_unless_somebody_here_worked_on_its_claims(
    home, copy, at, tmp_path, worked_on
):
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    copy.unlink()
    at(home).edit(1, text="Rents in Ely rose by 12 percent in May.")
    read = at(home).ingest(tmp_path / "speech.txt", url="https://n.example/1")
    backup(at(home).db, copy)
    at(copy).undo_import(read)
    assert list(at(home).duplicates())
    if worked_on:
        at(home, "Cleo").note(3, "I am on it.")
    assert bool(bring_back(home, copy).kept) is worked_on
    quoted = [row["claim_id"] for row in at(home).db.query("select claim_id from appearances")]
    assert quoted == ([3] if worked_on else [])


# ── files that claimtrack did not write ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "row",
    [
        ["a list"],
        {"id": 9, "text": {"not": "text"}},
        {"id": 9, "text": 5, "claimant_id": None, "claimed_on": None},
        {"id": 9, "text": "Rents fell.", "claimant_id": "one"},
    ],
)
def test_copy_with_a_history_that_cannot_be_read_is_refused(home, copy, at, row):
    forge(copy, at, "claims", row)
    with pytest.raises(InvalidValue, match="was not written by claimtrack"):
        bring_back(home, copy)


def test_a_retraction_comes_in_and_one_of_another_day_is_kept(home, copy, at):
    """Of a source that both added, the note of the copy, too, and what became due."""
    for file in (home, copy):
        at(file).link(1, "https://journal.example/7")
        at(file).link(2, "https://journal.example/8")
    at(home).retract_link(2, "https://journal.example/8", on="2024-05-01")
    for claim_id, page in ((1, 7), (2, 8)):
        at(copy, "Ben").retract_link(
            claim_id, f"https://journal.example/{page}", on="2024-05-03", note="Fraud"
        )
    done = bring_back(home, copy)
    assert [*at(home).db.query("select retracted_on, retracted_note from evidence order by id")] == [
        {"retracted_on": "2024-05-03", "retracted_note": "Fraud"},
        {"retracted_on": "2024-05-01", "retracted_note": "Fraud"},
    ]
    assert len(done.kept) == 1


def test_a_source_that_comes_in_is_marked_as_evidence_at_its_address_is_here(home, copy, at):
    at(home).link(1, "https://journal.example/7")
    at(home).retract_link(1, "https://journal.example/7", on="2024-05-03", note="Fraud")
    at(copy, "Ben").link(2, "https://www.journal.example/7")
    bring_back(home, copy)
    assert [
        *at(home).db.execute("select claim_id, retracted_on, retracted_note from evidence order by id")
    ] == [
        (1, "2024-05-03", "Fraud"),
        (2, "2024-05-03", "Fraud"),
    ]
    assert not bring_back(home, copy).made


def test_a_retraction_in_the_copy_reaches_evidence_that_only_the_desk_has_and_so_does_its_end(home, copy, at):
    page = "https://journal.example/7"
    at(copy, "Ben").link(1, page)
    bring_back(home, copy)
    here = at(home)
    here.link(2, f"{page}#top")
    for status in ("checking", "in_review", "published"):
        here.set_status(2, status)
    sql = """
        select evidence.claim_id, retracted_on, retracted_note, due_on is not null from evidence join claims on claims.id = claim_id
        order by 1
    """
    at(copy, "Ben").retract_link(1, page, on="2024-05-03", note="Fraud")
    assert bring_back(home, copy).changed_claims == {1, 2}
    assert [*at(home).db.execute(sql)] == [(1, "2024-05-03", "Fraud", 0), (2, "2024-05-03", "Fraud", 1)]
    assert not bring_back(home, copy).made
    at(copy, "Ben").restore_link(1, page)
    bring_back(home, copy)
    assert [*at(home).db.execute(sql)] == [(1, None, None, 0), (2, None, None, 0)]


@pytest.mark.parametrize("is_settled", [False, True])
def test_a_note_in_the_copy_settles_the_mark_before_it_but_none_after_it(
    published, home, copy, at, is_settled
):
    there = at(copy, "Ben")
    there.retract_link(1, "https://e.example/1", on="2024-05-03", note="Fraud")
    there.note(1, "It holds without it.", settles_doubt=True)
    if not is_settled:
        there.restore_link(1, "https://e.example/1")
        there.retract_link(1, "https://e.example/1", on="2024-05-04", note="Fraud after all")
    bring_back(home, copy)
    assert [row["doubt"] for row in doubts.current(at(home).db)] == ["evidence_retracted"] * (not is_settled)


def test_copy_cannot_write_to_tables_that_are_none_of_its_business(home, copy, at):
    at(home).db.table("my_contacts").insert({"id": 1, "name": "source"})
    forge(copy, at, "my_contacts", {"id": 1}, operation="delete")
    assert bring_back(home, copy).made == 0
    assert at(home).db.table("my_contacts").count == 1


def test_row_that_an_older_version_wrote_into_history_comes_in(home, copy, at):
    """Evidence had no `source` then."""
    forge(copy, at, "evidence", {"id": 1, "claim_id": 1, "url": "https://e.example/1", "stance": "refutes"})
    assert bring_back(home, copy).made == 1
    assert [*at(home).db.query("select url, source, stance from evidence")] == [
        {"url": "https://e.example/1", "source": None, "stance": "refutes"}
    ]


def test_note_in_whose_history_an_older_version_wrote_no_step_says_its_step(published, home, copy, at):
    at(copy, "Ben").reviews.hold(1, note="A letter.")
    db = at(copy).db
    [(kept,)] = db.execute("select sql from sqlite_master where name = 'history_is_not_updated'")
    db.execute("drop trigger history_is_not_updated")
    db.execute("update history set new_row = json_remove(new_row, '$.step') where table_name = 'notes'")
    db.execute(kept)
    for made in (2, 0):
        assert bring_back(home, copy).made == made
    assert [row["note"] for row in doubts.current(at(home).db)] == ["A letter."]


def forge(copy, at, table, row, operation="insert"):
    column = "old_row" if operation == "delete" else "new_row"
    at(copy).db.execute(
        f"insert into history (table_name, row_id, operation, {column}) values (?, 1, ?, ?)",
        [table, operation, json.dumps(row)],
    )


def test_speaker_whom_both_named_in_the_end_is_no_conflict(home, copy, at):
    at(home).edit(1, claimant="Vera Lund")
    for name in ("Al Berg", "Vera Lund"):
        at(copy, "Ben").edit(1, claimant=name)
    assert bring_back(home, copy).kept == {}
