"""`import claimreview`: what it tells whoever runs it, and how an import of reviews is taken back."""

import contextlib
import json
import os
import re
import sqlite3
import subprocess
import sys
import threading
import time

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import Refused
from claimtrack.store.file.database import open_desk
from claimtrack.store.history_ranges import HistoryRange, join_ranges, mark, since
from claimtrack.store.rewinding import last_change_id
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.desk import add_note
from claimtrack.workflow.reviews import importing
from claimtrack.workflow.reviews.importing import import_reviews
from claimtrack.workflow.setup import name_desk
from claimtrack.workflow.undoing import import_parts, take_back_import
from tests.importing.claimreviews import PAGE, opened, read, review


def run(desk_path, *args, **options):
    return CliRunner().invoke(cli, ["--db", str(desk_path), "import", "claimreview", *args], **options)


def test_a_folder_is_read_whole_and_rejections_are_written_out(desk_path, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(review(1)))
    (folder / "b.html").write_text(PAGE.replace("other.example/1", "other.example/2"))
    (folder / "c.html").write_text("<p>nothing</p>")
    result = run(desk_path, str(folder), "--rejected", str(tmp_path / "rejected"))
    assert result.exit_code == 1
    assert "Imported 2 of 3 records: 2 new, 0 changed; 0 already known, 1 rejected" in result.stderr
    assert json.loads((tmp_path / "rejected").read_text())["reason"] == "the page contains no ClaimReview"


def test_a_dry_run_shows_what_is_new_and_what_would_change(desk_path, tmp_path):
    feed = tmp_path / "feed.json"
    feed.write_text(json.dumps(review(1)))
    none_yet = desk_path.with_name("none.db")
    for path in (none_yet, desk_path):
        told = run(path, str(feed), "--dry-run")
        assert told.stdout == "new, Other Desk on Rent doubled in 1 years: False\n"
        assert (f"There is no desk at {none_yet} yet" in told.stderr) == (path == none_yet)
    assert not none_yet.exists()
    assert run(desk_path, str(feed), "--yes").exit_code == 0
    feed.write_text(json.dumps(review(1, datePublished="2024-06-01")))
    told = run(desk_path, str(feed), "--dry-run")
    assert told.stdout == (
        "changed, Other Desk on Rent doubled in 1 years: reviewed_on: 2024-05-03 → 2024-06-01\n"
    )


VERDICTS = """claimReviewed;itemReviewed.author.name;itemReviewed.datePublished;reviewRating.alternateName;url;datePublished;author.name
Rents rose by 12 percent in Tarn;Ada Miller;22.4.2024;False;https://courier.example/1;13-Apr-25;The Courier
The mayor has twelve cars;Ada Miller;3/4/2024;False;https://courier.example/2;soon;The Courier
The mayor has twelve boats;Ada Miller;;False;https://courier.example/3;;The Courier
"""


def test_days_of_a_sheet_are_read_as_import_csv_reads_them_and_told_where_they_are_not(
    desk, desk_path, tmp_path
):
    (tmp_path / "verdicts.csv").write_text(VERDICTS, encoding="utf-8")

    def take(*options):
        call = ["--db", str(desk_path), "import", "claimreview", str(tmp_path / "verdicts.csv"), *options]
        return CliRunner().invoke(cli, call)

    told = (
        f"  {tmp_path}/verdicts.csv, line 3: datePublished is left out: not a date: 'soon'. Write it as YYYY-MM-DD, as in "
        f"2024-04-22\n  {tmp_path}/verdicts.csv, line 3: itemReviewed.datePublished is left out: unclear date: '3/4/2024', "
        "2024-04-03 or 2024-03-04. Use --dates day-first or --dates month-first, or write it as YYYY-MM-DD\n"
    )
    for option in ("--dry-run", "--yes"):
        result = take(option)
        assert (result.exit_code, told in result.stderr, result.stderr.count("left out")) == (0, True, 2)
    sql = "select claims.claimed_on, reviewed_on from claims join reviews on reviews.claim_id = claims.id order by claims.id"
    assert [tuple(row) for row in desk.execute(sql)] == [
        ("2024-04-22", "2025-04-13"),
        (None, None),
        (None, None),
    ]
    assert "itemReviewed" not in take("--dates", "day-first", "--dry-run").stderr


def test_the_order_of_days_that_a_person_tells_is_that_of_the_file(desk, desk_path, tmp_path):
    (tmp_path / "verdicts.csv").write_text(VERDICTS, encoding="utf-8")
    call = ["--db", str(desk_path), "import", "claimreview", str(tmp_path / "verdicts.csv"), "--dates"]
    assert CliRunner().invoke(cli, [*call, "day-first"]).exit_code == 0
    assert [row[0] for row in desk.execute("select claimed_on from claims order by id")] == [
        "2024-04-22",
        "2024-04-03",
        None,
    ]


def test_of_many_days_that_are_left_out_some_are_told_and_the_rest_counted(desk_path, tmp_path):
    lines = [json.dumps(review(number, datePublished="some day")) for number in range(1, 15)]
    (tmp_path / "feed.ndjson").write_text("\n".join(lines), encoding="utf-8")
    result = CliRunner().invoke(
        cli, ["--db", str(desk_path), "import", "claimreview", str(tmp_path / "feed.ndjson")]
    )
    assert result.stderr.count("datePublished is left out") == 10
    assert "  ... and 4 more dates that are left out" in result.stderr


def test_a_person_is_shown_it_and_asked(desk_path, tmp_path):
    feed = tmp_path / "feed.json"
    feed.write_text(json.dumps(review(1)))
    command = ["-m", "claimtrack", "--db", str(desk_path), "import", "claimreview", str(feed)]
    pexpect = pytest.importorskip("pexpect")
    for answer in ("n", "y"):
        child = pexpect.spawn(sys.executable, command, encoding="utf-8", timeout=30)
        child.expect("new, ")
        child.expect("Write this")
        child.sendline(answer)
        child.expect(pexpect.EOF)
        assert ("Imported 1 of 1 record: 1 new" in child.before) == (answer == "y")
    child = pexpect.spawn(sys.executable, command, encoding="utf-8", timeout=30)
    child.expect("There is nothing to write")


def test_standard_input_is_read(desk_path):
    result = run(desk_path, "-", input=json.dumps(review(1)))
    assert (result.exit_code, "1 new" in result.stderr) == (0, True)


def test_what_was_committed_before_a_kill_stays_and_the_next_run_goes_on(desk_path):
    """The pipe stays open, so that the import is killed between two batches and not at its end."""
    lines = [json.dumps(review(number)).encode() + b"\n" for number in range(1500)]
    command = [sys.executable, "-m", "claimtrack", "--db", str(desk_path), "import", "claimreview", "-"]
    first = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0)
    # Twice the lines: the reader takes a megabyte before it hands on the first record.
    threading.Thread(target=feed, args=(first.stdin, b"".join(lines * 2)), daemon=True).start()
    conn = sqlite3.connect(desk_path)
    deadline = time.monotonic() + 60
    while not conn.execute("select count(*) from reviews").fetchone()[0]:
        assert time.monotonic() < deadline, "nothing was committed"
        time.sleep(0.02)
    first.kill()
    first.wait()
    conn.close()
    db = open_desk(desk_path)
    committed = db.table("reviews").count
    assert committed == 1000
    report = import_reviews(db, opened(b"".join(lines)), actor="mara")
    assert (report.added, report.known, report.rejected) == (500, 1000, [])
    assert db.table("claims").count == db.table("reviews").count == db.table("appearances").count == 1500
    assert db.execute("pragma integrity_check").fetchone()[0] == "ok"
    db.close()


def feed(pipe, data):
    """Write and leave open: an end of file would end the import."""
    with contextlib.suppress(BrokenPipeError):
        while data:
            data = data[pipe.write(data) :]


def test_a_missing_file_is_named(desk_path):
    result = run(desk_path, "nowhere.json")
    assert (result.exit_code, result.stderr) == (1, "Error: there is no file nowhere.json\n")


# ── taken back ──────────────────────────────────────────────────────────────────────────────────

KEPT = (
    "claims",
    "claimants",
    "articles",
    "appearances",
    "reviews",
    "ratings",
    "rating_scales",
    "publishers",
    "matches",
)


def kept(desk):
    return {table: list(desk.query(f"select * from {table} order by id")) for table in KEPT}


def take_back(desk, done, actor="mara"):
    return take_back_import(desk, *join_ranges(done.written), actor=actor)


def test_an_import_of_reviews_is_taken_back_whole_with_its_publisher_and_scale(desk):
    add_claim(desk, NewClaim("Rent doubled in 2 years", claimant="Ada Miller"), actor="ada")
    before = kept(desk)
    assert take_back(desk, read(desk, review(1), review(2))) == (1, 1)
    after = kept(desk)
    assert (
        after.pop("claimants")[0]["name"] == before.pop("claimants")[0]["name"]
    )  # what is learnt of a name stays
    assert after == before
    assert read(desk, review(1), review(2)).added == 2


def test_a_review_that_an_import_brought_up_to_date_says_what_it_said_before(desk):
    read(desk, review(1), review(2))
    before = kept(desk)
    changed = review(1, headline="Not doubled", datePublished="2024-05-09")
    done = read(desk, changed, review(3))
    assert (done.updated, done.added) == (1, 1)
    take_back(desk, done)
    assert kept(desk) == before


def test_an_import_on_whose_claims_somebody_works_stays_and_so_does_a_review_of_our_own(desk):
    done = read(desk, review(1))
    add_note(desk, 1, "Ask them.", actor="ben")
    with pytest.raises(Refused, match="these claims were changed since, or"):
        take_back(desk, done)
    after = last_change_id(desk)
    name_desk(desk, "Our Desk", actor="mara")
    with pytest.raises(Refused, match=r"include more than an import \(publishers\)"):
        take_back_import(desk, since(desk, after), actor="mara")


def test_what_the_same_person_writes_between_two_batches_is_not_taken_back_with_them(desk, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 1)
    filed = []

    def meanwhile(_):
        if not filed:
            filed.append(add_claim(desk, NewClaim("The quay is shut"), actor="mara").claim_id)

    done = read(desk, review(1), review(2), review(3), progress=meanwhile)
    first, rest = join_ranges(done.written)
    assert import_parts(desk, HistoryRange(first.after, rest.until), mark(desk, first, rest)) == [first, rest]
    take_back_import(desk, first, rest, actor="mara")
    assert [row["id"] for row in desk.table("claims").rows] == filed


def test_the_command_tells_how_it_is_taken_back_where_it_wrote_anything(desk_path, tmp_path):
    (tmp_path / "feed.json").write_text(json.dumps(review(1)))

    def run(*command):
        return CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "mara", "import", *command])

    told = run("claimreview", str(tmp_path / "feed.json")).stderr
    assert "import undo" not in run("claimreview", str(tmp_path / "feed.json")).stderr
    [changes] = re.findall(r"To take it back: `claimtrack --db .+ import undo (.+)`", told)
    assert run("undo", "--yes", changes).stderr.startswith("Undone: 1 claim that it filed")
    assert "1 new" in run("claimreview", str(tmp_path / "feed.json")).stderr


def test_ctrl_c_in_an_import_tells_what_is_kept_and_how_to_go_on(desk_path, tmp_path, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "import_reviews", interrupted)
    (tmp_path / "feed.json").write_text("{}")
    result = run(desk_path, str(tmp_path / "feed.json"))
    assert result.exit_code == 1
    assert "run the same command again" in result.stderr
    assert f"`claimtrack --db {desk_path} import undo`" in result.stderr


def test_where_the_rejected_cannot_be_written_nothing_is_imported(desk, desk_path, tmp_path):
    (tmp_path / "feed.json").write_text(json.dumps(review(1)))
    result = run(desk_path, str(tmp_path / "feed.json"), "--rejected", str(tmp_path / "none" / "rejected"))
    assert result.exit_code == 1
    assert desk.execute("select count(*) from claims").fetchone() == (0,)


def test_what_is_read_may_be_what_the_rejected_are_written_over(desk, desk_path, tmp_path):
    feed = tmp_path / "feed.json"
    feed.write_text(json.dumps([review(1), review(2) | {"url": "none"}]))
    assert run(desk_path, str(feed), "--rejected", str(feed)).exit_code == 1
    assert desk.execute("select count(*) from claims").fetchone() == (1,)
    assert json.loads(feed.read_text())["url"] == "none"


def test_a_file_without_claimreview_is_told(desk_path, tmp_path):
    feed = tmp_path / "feed.json"
    feed.write_text("[]")
    result = run(desk_path, str(feed))
    assert (result.exit_code, result.stderr) == (
        0,
        "Imported 0 of 0 records: there is no ClaimReview in it\n",
    )


def test_the_rejected_may_be_written_into_the_folder_that_is_read(desk_path, tmp_path):
    folder = tmp_path / "feeds"
    folder.mkdir()
    (folder / "feed.json").write_text(json.dumps(review(1) | {"url": "none"}))
    result = run(desk_path, str(folder), "--rejected", str(folder / "rejected.ndjson"))
    assert "Imported 0 of 1 record: 0 new, 0 changed; 0 already known, 1 rejected" in result.stderr


def test_an_import_that_is_stopped_leaves_the_rejected_of_the_one_before(desk_path, tmp_path, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "import_reviews", interrupted)
    (tmp_path / "feed.json").write_text("{}")
    (tmp_path / "rejected").write_text("those of yesterday")
    assert (
        run(desk_path, str(tmp_path / "feed.json"), "--rejected", str(tmp_path / "rejected")).exit_code == 1
    )
    assert (tmp_path / "rejected").read_text() == "those of yesterday"


def test_the_rejected_may_go_to_another_program(desk_path, tmp_path):
    (tmp_path / "feed.json").write_text(json.dumps(review(1) | {"url": "none"}))
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    assert run(desk_path, str(tmp_path / "feed.json"), "--rejected", str(pipe)).exit_code == 1
    reader.join(10)
    assert "none" in read[0]
