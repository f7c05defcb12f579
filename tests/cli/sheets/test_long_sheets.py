"""A sheet of thousands of rows, or as many reviews, takes minutes to import, so its progress is shown."""

import json
import re

import pytest

from claimtrack.cli.output import messages
from claimtrack.cli.sheets import importing
from claimtrack.fetch.decoding import jsonstream
from claimtrack.workflow.matching import matching
from claimtrack.workflow.reviews import importing as reviews
from claimtrack.workflow.sheets import repeats

ROWS = 6


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "long.csv"
    rows = [f"Rents in town {number} rose by {number + 3} percent" for number in range(ROWS)]
    path.write_text("\n".join(["text", *rows]), encoding="utf-8")
    return path


def test_looking_up_comparing_and_writing_rows_show_their_progress(run_ok, sheet, monkeypatch):
    monkeypatch.setattr(importing, "_MIN_ROWS_WITH_PROGRESS", ROWS)
    monkeypatch.setattr(repeats, "_BATCH", 4)
    monkeypatch.setattr(messages, "_PROGRESS_INTERVAL", 0)
    stderr = run_ok("import", "csv", sheet, "--yes").stderr
    assert f"Looking rows up: 4 of {ROWS}" in stderr
    assert f"Comparing rows: 1 of {ROWS}" in stderr
    assert f"Writing rows: {ROWS - 1} of {ROWS}" in stderr
    assert "6 new claims" in stderr


def test_what_a_person_should_judge_is_found_once_for_each_row(run_ok, sheet, tmp_path, monkeypatch, desk):
    run_ok("import", "csv", sheet, "--yes")
    asked, find = [], matching._worth_judging
    monkeypatch.setattr(matching, "_worth_judging", lambda *what: (asked.append(what[1]), find(*what))[1])
    later = sheet.with_name("later.csv")
    later.write_text(sheet.read_text("utf-8").replace("percent", "percent again"), encoding="utf-8")
    before = desk.execute("select count(*) from matches").fetchone()
    run_ok("import", "csv", later, "--yes")
    assert (len(asked), desk.execute("select count(*) from matches").fetchone() > before) == (ROWS, True)


def test_of_problems_of_one_kind_the_first_are_told_and_all_of_them_in_json(run, tmp_path):
    path = tmp_path / "wrong.csv"
    rows = [f"Rents in town {number} rose,soon {number}" for number in range(14)]
    path.write_text("\n".join(["text,due_on", *rows, "Rents fell,2024-13-01"]), encoding="utf-8")
    told = run("import", "csv", path, "--dry-run").stderr
    assert told.count("not a date") == 10
    assert "... and 4 more problems like these: add --dry-run --format json to see all" in told
    assert "line 16: due_on: not a day of the calendar" in told  # of another kind
    done = run("import", "csv", path, "--dry-run", "--format", "json")
    assert [row["line"] for row in json.loads(done.stdout)] == [*range(2, 17)]


def test_short_sheet_shows_no_progress(run_ok, sheet, monkeypatch):
    monkeypatch.setattr(messages, "_PROGRESS_INTERVAL", 0)
    assert "rows:" not in run_ok("import", "csv", sheet, "--yes").stderr


def test_reviews_show_how_much_of_the_file_is_imported(run_ok, tmp_path, monkeypatch):
    monkeypatch.setattr(reviews, "BATCH", 1)
    monkeypatch.setattr(jsonstream, "_CHUNK", 1_000)
    monkeypatch.setattr(messages, "_PROGRESS_INTERVAL", 0)
    path = tmp_path / "reviews.ndjson"
    lines = [
        json.dumps(
            {
                "@type": "ClaimReview",
                "claimReviewed": f"Rents in town {number} rose by 3 percent",
                "url": f"https://checks.example/{number}",
                "author": {"name": "Checks"},
                "reviewRating": {"alternateName": "False"},
                "reviewBody": "They did not. " * 1_000,  # more than Python reads ahead
            }
        )
        for number in range(ROWS)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    stderr = run_ok("import", "claimreview", path, "--yes").stderr
    assert re.search(rf"Importing, bytes: [\d,]+ of {path.stat().st_size:,}\n", stderr)
    assert f"Imported {ROWS} of {ROWS} records" in stderr
