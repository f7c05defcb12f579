"""`import claimreview`: what the command reports, and how an import of reviews is undone."""

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
from claimtrack.store.history import last_change_id
from claimtrack.store.history_ranges import HistoryRange, join_ranges, mark, since
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.desk import add_note
from claimtrack.workflow.reviews import importing
from claimtrack.workflow.reviews.importing import import_reviews
from claimtrack.workflow.setup import name_desk
from claimtrack.workflow.undoing import import_parts, take_back_import
from tests.importing.claimreviews import PAGE, open_records, read, review


def run(desk_path, *args, **options):
    return CliRunner().invoke(cli, ["--db", str(desk_path), "import", "claimreview", *args], **options)


def test_folder_is_imported_whole_and_rejected_records_are_written_to_a_file(desk_path, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(review(1)))
    (folder / "b.html").write_text(PAGE.replace("other.example/1", "other.example/2"))
    (folder / "c.html").write_text("<p>nothing</p>")
    result = run(desk_path, str(folder), "--rejected", str(tmp_path / "rejected"))
    assert result.exit_code == 1
    assert "Imported 2 of 3 records: 2 new, 0 changed; 0 already known, 1 rejected" in result.stderr
    assert json.loads((tmp_path / "rejected").read_text())["reason"] == "the page contains no ClaimReview"


def test_the_preview_says_how_many_more_reviews_are_new_or_changed(desk_path, tmp_path):
    feed = tmp_path / "feed.json"
    feed.write_text(json.dumps([review(number) for number in range(1, 13)]))
    result = run(desk_path, str(feed), "--dry-run")
    assert (result.stdout.count("new, "), "... and 2 more new\n" in result.stderr) == (10, True)
    assert "more new" not in run(desk_path, str(feed), "--dry-run", "--format", "json").stderr
    assert "more" not in run(desk_path, str(feed), "--yes").stderr
    feed.write_text(json.dumps([review(number, datePublished="2024-06-01") for number in range(1, 13)]))
    for option in ("--dry-run", "--yes"):
        result = run(desk_path, str(feed), option)
        assert ("more new" in result.stderr, "... and 2 more changed\n" in result.stderr) == (False, True)


def test_dry_run_shows_new_and_changed_reviews(desk_path, tmp_path):
    write_without_closing = tmp_path / "feed.json"
    write_without_closing.write_text(json.dumps(review(1)))
    none_yet = desk_path.with_name("none.db")
    for path in (none_yet, desk_path):
        result = run(path, str(write_without_closing), "--dry-run")
        assert result.stdout == "new, Other Desk on Rent doubled in 1 years: False\n"
        assert (f"There is no desk at {none_yet} yet" in result.stderr) == (path == none_yet)
    assert not none_yet.exists()
    assert run(desk_path, str(write_without_closing), "--yes").exit_code == 0
    write_without_closing.write_text(json.dumps(review(1, datePublished="2024-06-01")))
    result = run(desk_path, str(write_without_closing), "--dry-run")
    assert result.stdout == (
        "changed, Other Desk on Rent doubled in 1 years: reviewed_on: 2024-05-03 → 2024-06-01\n"
    )


VERDICTS = """claimReviewed;itemReviewed.author.name;itemReviewed.datePublished;reviewRating.alternateName;url;datePublished;author.name
Rents rose by 12 percent in Tarn;Ada Miller;22.4.2024;False;https://courier.example/1;13-Apr-25;The Courier
The mayor has twelve cars;Ada Miller;3/4/2024;False;https://courier.example/2;soon;The Courier
The mayor has twelve boats;Ada Miller;;False;https://courier.example/3;;The Courier
"""


def test_dates_of_a_sheet_are_read_as_by_import_csv_and_bad_ones_are_reported(desk, desk_path, tmp_path):
    (tmp_path / "verdicts.csv").write_text(VERDICTS, encoding="utf-8")

    def import_verdicts(*options):
        call = ["--db", str(desk_path), "import", "claimreview", str(tmp_path / "verdicts.csv"), *options]
        return CliRunner().invoke(cli, call)

    warnings = (
        f"  {tmp_path}/verdicts.csv, line 3: datePublished is left out: not a date: 'soon'. Write it as YYYY-MM-DD, as in "
        f"2024-04-22\n  {tmp_path}/verdicts.csv, line 3: itemReviewed.datePublished is left out: unclear date: '3/4/2024', "
        "2024-04-03 or 2024-03-04. Use --dates day-first or --dates month-first, or write it as YYYY-MM-DD\n"
    )
    for option in ("--dry-run", "--yes"):
        result = import_verdicts(option)
        assert (result.exit_code, warnings in result.stderr, result.stderr.count("left out")) == (0, True, 2)
    sql = "select claims.claimed_on, reviewed_on from claims join reviews on reviews.claim_id = claims.id order by claims.id"
    assert [tuple(row) for row in desk.execute(sql)] == [
        ("2024-04-22", "2025-04-13"),
        (None, None),
        (None, None),
    ]
    assert "itemReviewed" not in import_verdicts("--dates", "day-first", "--dry-run").stderr


def test_dates_that_show_their_order_are_named_with_the_option_for_the_others(desk_path, tmp_path):
    (tmp_path / "verdicts.csv").write_text(VERDICTS.replace("22.4.2024", "22/4/2024"), encoding="utf-8")
    call = ["--db", str(desk_path), "import", "claimreview", str(tmp_path / "verdicts.csv"), "--dry-run"]
    told = CliRunner().invoke(cli, call).stderr
    shown = f"22/4/2024 ({tmp_path}/verdicts.csv, line 2) is day-first"
    hint = f"Some dates can be read either way, and {shown}. If all are, import it again with --dates day-first\n"
    assert hint in told
    (tmp_path / "verdicts.csv").write_text(
        VERDICTS.replace("22.4.2024", "22/4/2024").replace("soon", "4/22/2024"), encoding="utf-8"
    )
    told = CliRunner().invoke(cli, call).stderr
    assert (
        f"others do not agree: {shown}, but 4/22/2024 ({tmp_path}/verdicts.csv, line 3) is month-first\n"
        in told
    )


def test_order_of_dates_given_as_an_option_applies_to_the_file(desk, desk_path, tmp_path):
    (tmp_path / "verdicts.csv").write_text(VERDICTS, encoding="utf-8")
    call = ["--db", str(desk_path), "import", "claimreview", str(tmp_path / "verdicts.csv"), "--dates"]
    assert CliRunner().invoke(cli, [*call, "day-first"]).exit_code == 0
    assert [row[0] for row in desk.execute("select claimed_on from claims order by id")] == [
        "2024-04-22",
        "2024-04-03",
        None,
    ]


def test_long_list_of_bad_dates_is_abbreviated(desk_path, tmp_path):
    lines = [json.dumps(review(number, datePublished="some day")) for number in range(1, 15)]
    (tmp_path / "feed.ndjson").write_text("\n".join(lines), encoding="utf-8")
    result = CliRunner().invoke(
        cli, ["--db", str(desk_path), "import", "claimreview", str(tmp_path / "feed.ndjson")]
    )
    assert result.stderr.count("datePublished is left out") == 10
    assert "  ... and 4 more dates that are left out" in result.stderr


def test_import_at_a_terminal_is_shown_and_confirmed(desk_path, tmp_path):
    write_without_closing = tmp_path / "feed.json"
    write_without_closing.write_text(json.dumps(review(1)))
    command = [
        "-m",
        "claimtrack",
        "--db",
        str(desk_path),
        "import",
        "claimreview",
        str(write_without_closing),
    ]
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


def test_reviews_are_read_from_standard_input(desk_path):
    result = run(desk_path, "-", input=json.dumps(review(1)))
    assert (result.exit_code, "1 new" in result.stderr) == (0, True)


def test_speakers_of_the_desk_to_whom_the_file_gives_a_role_or_an_address_are_named(
    desk, desk_path, tmp_path
):
    """Readers of the desk's own verdicts get both, so a partner must not add them unseen. Of new speakers it says all there is."""
    add_claim(desk, NewClaim("Rents fell", claimant="Ada Miller"), on_duplicate="new", actor="ben")
    feed = tmp_path / "feed.json"
    new = {"name": "Ben Moor"}
    later = [{**new, "jobTitle": "mayor"}, {**new, "jobTitle": "mayor", "sameAs": "https://ben.example/"}]
    subjects = [{"@type": "Claim", "author": {"@type": "Person", **author}} for author in (new, *later)]
    records = [review(1), *(review(n, itemReviewed=subject) for n, subject in enumerate(subjects, start=2))]
    feed.write_text("\n".join(map(json.dumps, [*records, {"@type": "ClaimReview"}])))
    told = "The file says more about 1 speaker of the desk. Readers see it with your next verdict; an editor can change it on the speaker's page:"
    for options in (["--dry-run"], []):
        shown = run(desk_path, str(feed), *options).stderr
        assert (
            f"{told}\n  Ada Miller: https://ada.example/\n" in shown.partition("record 5")[2]
        )  # not among what is rejected
        assert "Ben Moor" not in shown
    assert "says more" not in run(desk_path, str(feed)).stderr


def test_killed_import_keeps_committed_batches_and_the_next_run_resumes(desk_path):
    """The pipe stays open, so that the import is killed between two batches rather than at its end."""
    lines = [json.dumps(review(number)).encode() + b"\n" for number in range(1500)]
    command = [sys.executable, "-m", "claimtrack", "--db", str(desk_path), "import", "claimreview", "-"]
    first = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0)
    # Twice the lines, because the reader reads a megabyte before it yields the first record.
    threading.Thread(
        target=write_without_closing, args=(first.stdin, b"".join(lines * 2)), daemon=True
    ).start()
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
    report = import_reviews(db, open_records(b"".join(lines)), actor="mara")
    assert (report.added, report.known, report.rejected) == (500, 1000, [])
    assert db.table("claims").count == db.table("reviews").count == db.table("appearances").count == 1500
    assert db.execute("pragma integrity_check").fetchone()[0] == "ok"
    db.close()


def write_without_closing(pipe, data):
    """Writes to a pipe and leaves it open: an end of file would end the import."""
    with contextlib.suppress(BrokenPipeError):
        while data:
            data = data[pipe.write(data) :]


def test_missing_file_is_named(desk_path):
    result = run(desk_path, "nowhere.json")
    assert (result.exit_code, result.stderr) == (1, "Error: there is no file nowhere.json\n")


# ── undoing an import ───────────────────────────────────────────────────────────────────────────

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


def stored_rows(desk):
    return {table: list(desk.query(f"select * from {table} order by id")) for table in KEPT}


def undo_import(desk, report, actor="mara"):
    return take_back_import(desk, *join_ranges(report.written), actor=actor)


def test_undoing_an_import_of_reviews_removes_its_publisher_and_scale_too(desk):
    add_claim(desk, NewClaim("Rent doubled in 2 years", claimant="Ada Miller"), actor="ada")
    before = stored_rows(desk)
    assert undo_import(desk, read(desk, review(1), review(2))) == (1, 1, 0)
    after = stored_rows(desk)
    assert (
        after.pop("claimants")[0]["name"] == before.pop("claimants")[0]["name"]
    )  # what the desk learnt about a name is kept
    assert after == before
    assert read(desk, review(1), review(2)).added == 2


def test_undoing_an_import_restores_the_reviews_it_updated(desk):
    read(desk, review(1), review(2))
    before = stored_rows(desk)
    changed = review(1, headline="Not doubled", datePublished="2024-05-09")
    report = read(desk, changed, review(3))
    assert (report.updated, report.added) == (1, 1)
    undo_import(desk, report)
    assert stored_rows(desk) == before


def test_import_whose_claims_were_worked_on_cannot_be_undone(desk):
    report = read(desk, review(1))
    add_note(desk, 1, "Ask them.", actor="ben")
    with pytest.raises(Refused, match="these claims were changed since, or"):
        undo_import(desk, report)
    after = last_change_id(desk)
    name_desk(desk, "Our Desk", actor="mara")
    with pytest.raises(Refused, match=r"include more than an import \(publishers\)"):
        take_back_import(desk, since(desk, after), actor="mara")


def test_undoing_an_import_keeps_what_the_same_person_did_between_its_batches(desk, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 1)
    filed = []

    def add_claim_meanwhile(_):
        if not filed:
            filed.append(add_claim(desk, NewClaim("The quay is shut"), actor="mara").claim_id)

    report = read(desk, review(1), review(2), review(3), progress=add_claim_meanwhile)
    first, rest = join_ranges(report.written)
    assert import_parts(desk, HistoryRange(first.after, rest.until), mark(desk, first, rest)) == [first, rest]
    take_back_import(desk, first, rest, actor="mara")
    assert [row["id"] for row in desk.table("claims").rows] == filed


def test_command_prints_how_to_undo_an_import_that_wrote_anything(desk_path, tmp_path):
    (tmp_path / "feed.json").write_text(json.dumps(review(1)))

    def run(*command):
        return CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "mara", "import", *command])

    stderr = run("claimreview", str(tmp_path / "feed.json")).stderr
    assert "import undo" not in run("claimreview", str(tmp_path / "feed.json")).stderr
    [changes] = re.findall(r"To take it back: `claimtrack --db .+ import undo (.+)`", stderr)
    assert run("undo", "--yes", changes).stderr.startswith("Undone: 1 claim that it filed")
    assert "1 new" in run("claimreview", str(tmp_path / "feed.json")).stderr


def test_ctrl_c_during_an_import_says_what_is_kept_and_how_to_resume(desk_path, tmp_path, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "import_reviews", interrupt)
    (tmp_path / "feed.json").write_text("{}")
    result = run(desk_path, str(tmp_path / "feed.json"))
    assert result.exit_code == 1
    assert "run the same command again" in result.stderr
    assert f"`claimtrack --db {desk_path} import undo`" in result.stderr


def test_nothing_is_imported_when_the_rejected_file_cannot_be_written(desk, desk_path, tmp_path):
    (tmp_path / "feed.json").write_text(json.dumps(review(1)))
    result = run(desk_path, str(tmp_path / "feed.json"), "--rejected", str(tmp_path / "none" / "rejected"))
    assert result.exit_code == 1
    assert desk.execute("select count(*) from claims").fetchone() == (0,)


def test_rejected_records_may_overwrite_the_file_that_is_read(desk, desk_path, tmp_path):
    write_without_closing = tmp_path / "feed.json"
    write_without_closing.write_text(json.dumps([review(1), review(2) | {"url": "none"}]))
    assert run(desk_path, str(write_without_closing), "--rejected", str(write_without_closing)).exit_code == 1
    assert desk.execute("select count(*) from claims").fetchone() == (1,)
    assert json.loads(write_without_closing.read_text())["url"] == "none"


def test_file_without_claimreview_is_reported(desk_path, tmp_path):
    write_without_closing = tmp_path / "feed.json"
    write_without_closing.write_text("[]")
    result = run(desk_path, str(write_without_closing))
    assert (result.exit_code, result.stderr) == (
        0,
        "Imported 0 of 0 records: there is no ClaimReview in it\n",
    )


def test_rejected_records_may_be_written_into_the_folder_that_is_read(desk_path, tmp_path):
    folder = tmp_path / "feeds"
    folder.mkdir()
    (folder / "feed.json").write_text(json.dumps(review(1) | {"url": "none"}))
    result = run(desk_path, str(folder), "--rejected", str(folder / "rejected.ndjson"))
    assert "Imported 0 of 1 record: 0 new, 0 changed; 0 already known, 1 rejected" in result.stderr


def test_interrupted_import_keeps_the_rejected_file_of_the_one_before(desk_path, tmp_path, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "import_reviews", interrupt)
    (tmp_path / "feed.json").write_text("{}")
    (tmp_path / "rejected").write_text("those of yesterday")
    assert (
        run(desk_path, str(tmp_path / "feed.json"), "--rejected", str(tmp_path / "rejected")).exit_code == 1
    )
    assert (tmp_path / "rejected").read_text() == "those of yesterday"


def test_rejected_records_may_be_piped_to_another_program(desk_path, tmp_path):
    (tmp_path / "feed.json").write_text(json.dumps(review(1) | {"url": "none"}))
    pipe, received = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: received.append(pipe.read_text()), daemon=True)
    reader.start()
    assert run(desk_path, str(tmp_path / "feed.json"), "--rejected", str(pipe)).exit_code == 1
    reader.join(10)
    assert "none" in received[0]
