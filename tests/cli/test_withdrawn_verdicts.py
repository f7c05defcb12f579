"""A claim whose verdict was withdrawn is shown as such, in the same words, wherever its repeats are looked up."""

import csv
import io
import json

import pytest

import claimtrack
from claimtrack.core.desk.verdicts import format_rating
from claimtrack.workflow.reviews import reviewing

WORDS = "Rent doubled in ten years"
SHOWN = "Half true, withdrawn"


@pytest.fixture
def withdrawn(reviewed_desk):
    reviewing.withdraw(reviewed_desk, 1, note="The office took its table back.", actor="ben")
    return reviewed_desk


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text(f"{WORDS}\nNobody pays rent\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "command",
    [["match", WORDS], ["match", "--file", "FILE"], ["check", "FILE"]],
    ids=["match", "file", "check"],
)
def test_table_shows_the_withdrawn_verdict(withdrawn, run_ok, file, command):
    assert SHOWN in run_ok(*(str(file) if word == "FILE" else word for word in command)).stdout


def test_json_has_the_withdrawn_verdict_apart_from_the_rating(withdrawn, read_json):
    [match] = [row for row in read_json("match", WORDS) if row["claim_id"] == 1]
    assert (match["rating"], match["withdrawn"]) == (None, "Half true")
    [other] = [row for row in read_json("match", "Nobody pays rent") if row["claim_id"] == 2]
    assert (other["rating"], other["withdrawn"]) == ("Unproven", None)


def test_match_file_has_the_withdrawn_verdict_for_programs(withdrawn, run_ok, file):
    lines = run_ok("match", "--file", file, "--format", "ndjson").stdout.splitlines()
    first = json.loads(lines[0])["matches"][0]
    assert (first["claim_id"], first["withdrawn"]) == (1, "Half true")
    rows = list(csv.DictReader(io.StringIO(run_ok("match", "--file", file, "--format", "csv").stdout)))
    assert {row["match_withdrawn"] for row in rows if row["match_claim_id"] == "1"} == {"Half true"}
    assert {row["match_withdrawn"] for row in rows if row["match_claim_id"] == "2"} == {""}


def test_python_api_has_the_withdrawn_verdict(withdrawn, desk_path):
    with claimtrack.open(desk_path) as desk:
        best = desk.match(WORDS)[0]
    assert (best.rating, best.withdrawn) == (None, "Half true")


def test_claim_judged_the_same_shows_the_withdrawn_verdict(withdrawn, run_ok, read_json):
    run_ok("judge", "1", "3", "same", "--yes")
    [match] = [row for row in read_json("match", "A third") if row["claim_id"] == 3]
    assert match["withdrawn"] == "Half true"
    run_ok("review", "submit", "3")
    run_ok("review", "approve", "3", actor="ben")
    run_ok("review", "publish", "3", "--url", "https://desk.example/3", "--date", "2024-06-01")
    [match] = [row for row in read_json("match", "A third") if row["claim_id"] == 3]
    assert (match["rating"], match["withdrawn"]) == ("Half true", None)


def test_pair_shows_the_withdrawn_verdict_of_the_other_claim(withdrawn, run_ok, read_json):
    run_ok("judge", "1", "2", "different")
    assert read_json("show", "2")["matches"][0]["withdrawn"] == "Half true"
    assert f"rated {SHOWN}" in run_ok("show", "2").stdout


def test_withdrawn_draft_is_not_shown_as_a_verdict(reviewed_desk, run_ok, read_json):
    run_ok("review", "withdraw", "3")
    [match] = [row for row in read_json("match", "A third") if row["claim_id"] == 3]
    assert match["withdrawn"] is None


def test_newest_of_two_withdrawn_verdicts_is_shown(withdrawn, run_ok, read_json):
    run_ok("review", "draft", "1", "--rating", "Unproven", "--summary", "Again.")
    run_ok("review", "submit", "4")
    run_ok("review", "approve", "4", actor="ben")
    run_ok("review", "publish", "4", "--url", "https://desk.example/4", "--date", "2024-07-01")
    run_ok("review", "withdraw", "4", "--note", "Nobody knows.")
    assert read_json("match", WORDS)[0]["withdrawn"] == "Unproven"


def test_rating_that_was_not_withdrawn_is_shown_with_its_publisher():
    row = {"rating": "False", "rated_by": "The Courier", "withdrawn": None}
    assert format_rating(row) == "False (The Courier)"
