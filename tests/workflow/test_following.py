"""Following a desk: each change is read once, whatever happens between two runs of a program."""

import shutil
from contextlib import closing

import pytest

from claimtrack.core.errors import ChangedMeanwhile, InvalidValue
from claimtrack.store import history, history_ranges
from claimtrack.store.file.copying import backup
from claimtrack.store.file.database import open_desk
from claimtrack.workflow import desk as work
from claimtrack.workflow import following
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.dossier import claim_history, desk_history
from claimtrack.workflow.following import follow, last_read
from claimtrack.workflow.reviews import reviewing
from tests.clocks import date_last_change
from tests.tables import each_row

ALL = history.Selection()


@pytest.fixture
def two_claims(named_file, desk_path):
    with closing(open_desk(shutil.copy(named_file, desk_path))) as desk:
        for words in ("Prices fell.", "Wages rose."):
            add_claim(desk, NewClaim(words), actor="ada")
        yield desk


def newest(db):
    return next(desk_history(db, limit=1))["cursor"]


def run(db, cursor, most=2):
    """What a program reads in one run, a few changes at a time, and the cursor that it keeps."""
    found = []
    while True:
        changes, cursor = follow(db, ALL, cursor, most=most)
        if not changes:
            return found, cursor
        found += changes


def steps(changes):
    """The steps of reviews among the changes."""
    told = [
        (one["row_id"], one["changes"].get("status")) for one in changes if one["table_name"] == "reviews"
    ]
    return [(review_id, status[1]) for review_id, status in told if status]


def read_with(reads, db, cursor):
    """Read what follows the cursor."""
    return reads(db, ALL, cursor, most=5) if reads is follow else list(reads(db, after=cursor, limit=5))


def test_each_change_is_read_once_oldest_first_though_others_write_between_two_answers(two_claims):
    assert len(follow(two_claims, ALL, "0", most=3)[0]) == 3
    found, cursor = [], "0"
    for nth in range(40):
        changes, cursor = follow(two_claims, ALL, cursor, most=3)
        found += [one["id"] for one in changes]
        if nth < 3:
            work.add_note(two_claims, 1, f"Asked {nth}.", actor="ben")
    assert found == [one["id"] for one in desk_history(two_claims, limit=None)][::-1]
    assert follow(two_claims, ALL, cursor, most=3) == ([], cursor)


def test_verdicts_approved_in_one_moment_and_one_returned_are_each_read_once(two_claims):
    for claim_id in (1, 2):
        reviewing.draft(two_claims, claim_id, rating="Half true", actor="ada")
        reviewing.submit(two_claims, claim_id, actor="ada")
    _, cursor = run(two_claims, "0")
    reviewing.approve(two_claims, 1, actor="ben")
    reviewing.approve(two_claims, 2, actor="ben")
    read, cursor = run(two_claims, cursor, most=1)
    assert steps(read) == [(1, "approved"), (2, "approved")]
    reviewing.send_back(two_claims, 1, actor="ben")
    read, cursor = run(two_claims, cursor)
    assert steps(read) == [(1, "draft")]
    assert run(two_claims, cursor) == ([], cursor)


def test_a_clock_that_was_set_back_hides_no_change(two_claims):
    _, cursor = run(two_claims, "0")
    work.add_note(two_claims, 1, "Asked.", actor="ben")
    date_last_change(two_claims, "notes", "2001-01-01T00:00:00.000Z")
    read, _ = run(two_claims, cursor)
    note = read[0]
    assert (note["operation"], note["table_name"], note["happened_at"][:4]) == ("insert", "notes", "2001")


def test_a_cursor_from_before_a_backup_was_put_back_is_refused_and_one_that_the_backup_has_is_not(
    two_claims, tmp_path
):
    kept = newest(two_claims)
    backup(two_claims, tmp_path / "kept.db")
    work.add_note(two_claims, 1, "Lost.", actor="ben")
    lost = newest(two_claims)
    with closing(open_desk(tmp_path / "kept.db")) as restored:
        for reads in (follow, desk_history):
            with pytest.raises(
                ChangedMeanwhile,
                match=r"put back from a backup, a name was erased .*or it is another one\. Read anew",
            ):
                read_with(reads, restored, lost)
        # The number is given again, to another change: a number alone would hide that one.
        work.add_note(restored, 2, "Another.", actor="ben")
        assert newest(restored).partition("-")[0] == lost.partition("-")[0]
        with pytest.raises(ChangedMeanwhile):
            follow(restored, ALL, lost, most=5)
        assert [one["summary"] for one in follow(restored, ALL, kept, most=5)[0]] == ["Another."]


@each_row(
    "cursor",
    [
        "204",  # a number alone
        "",
        "-1",
        "0-000000",  # before the first change there is none
        "204-3F9A2C",
        "204-3f9a2",
        "٢٠٤-3f9a2c",  # other digits
        "1" * 19 + "-3f9a2c",  # more than SQLite holds
    ],
)
def test_what_is_no_cursor_is_named(desk, cursor):
    with pytest.raises(
        InvalidValue, match="is no cursor: give that of the last change you have read, such as"
    ):
        last_read(desk, cursor)


def test_many_changes_that_are_not_shown_are_not_searched_again(two_claims, monkeypatch):
    cursor = newest(two_claims)
    for _ in range(3):
        two_claims.execute(
            "insert into history (table_name, row_id, operation, new_row) "
            "values ('matches', 9, 'insert', json_object('judgement', 'unjudged', 'left_id', 1, 'right_id', 2))"
        )
    two_claims.conn.commit()
    last = history.last_change_id(two_claims)
    work.add_note(two_claims, 1, "Asked.", actor="ben")
    monkeypatch.setattr(history, "_AT_ONCE", 1)
    monkeypatch.setattr(following, "_MOST_CANDIDATES", 2)
    changes, after = follow(two_claims, ALL, cursor, most=5)
    assert (changes, after) == ([], history_ranges.version_name(two_claims, last - 1))
    changes, after = follow(two_claims, ALL, after, most=5)
    assert ([one["summary"] for one in changes], after) == (["Asked."], newest(two_claims))


def test_a_claims_own_history_has_the_same_cursors(two_claims):
    by_id = {one["id"]: one["cursor"] for one in desk_history(two_claims, limit=None)}
    assert {one["id"]: one["cursor"] for one in claim_history(two_claims, 1)}.items() <= by_id.items()
    assert by_id[1] == history_ranges.version_name(two_claims, 1)
