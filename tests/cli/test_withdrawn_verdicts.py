"""A claim whose verdict was taken back is told as such, in the same words, wherever what repeats it is looked up."""

import csv
import io
import json

import pytest

import claimtrack
from claimtrack.core.desk.verdicts import format_rating
from claimtrack.workflow.reviews import reviewing

WORDS = "Rent doubled in ten years"
TOLD = "Half true, withdrawn"


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
def test_a_table_tells_it(withdrawn, done, file, command):
    assert TOLD in done(*(str(file) if word == "FILE" else word for word in command)).stdout


def test_json_tells_it_beside_the_rating_that_does_not_stand(withdrawn, read):
    [match] = [one for one in read("match", WORDS) if one["claim_id"] == 1]
    assert (match["rating"], match["withdrawn"]) == (None, "Half true")
    [other] = [one for one in read("match", "Nobody pays rent") if one["claim_id"] == 2]
    assert (other["rating"], other["withdrawn"]) == ("Unproven", None)


def test_a_file_tells_it_to_programs(withdrawn, done, file):
    lines = done("match", "--file", file, "--format", "ndjson").stdout.splitlines()
    first = json.loads(lines[0])["matches"][0]
    assert (first["claim_id"], first["withdrawn"]) == (1, "Half true")
    rows = list(csv.DictReader(io.StringIO(done("match", "--file", file, "--format", "csv").stdout)))
    assert {row["match_withdrawn"] for row in rows if row["match_claim_id"] == "1"} == {"Half true"}
    assert {row["match_withdrawn"] for row in rows if row["match_claim_id"] == "2"} == {""}


def test_python_tells_it(withdrawn, desk_path):
    with claimtrack.open(desk_path) as desk:
        best = desk.match(WORDS)[0]
    assert (best.rating, best.withdrawn) == (None, "Half true")


def test_a_claim_judged_the_same_as_it_tells_it_too(withdrawn, done, read):
    done("judge", "1", "3", "same", "--yes")
    [match] = [one for one in read("match", "A third") if one["claim_id"] == 3]
    assert match["withdrawn"] == "Half true"
    done("review", "submit", "3")
    done("review", "approve", "3", actor="ben")
    done("review", "publish", "3", "--url", "https://desk.example/3", "--date", "2024-06-01")
    [match] = [one for one in read("match", "A third") if one["claim_id"] == 3]
    assert (match["rating"], match["withdrawn"]) == ("Half true", None)


def test_a_pair_of_a_claim_tells_it_of_the_other(withdrawn, done, read):
    done("judge", "1", "2", "different")
    assert read("show", "2")["matches"][0]["withdrawn"] == "Half true"
    assert f"rated {TOLD}" in done("show", "2").stdout


def test_a_draft_that_was_given_up_was_no_verdict(reviewed_desk, done, read):
    done("review", "withdraw", "3")
    [match] = [one for one in read("match", "A third") if one["claim_id"] == 3]
    assert match["withdrawn"] is None


def test_the_newest_of_two_is_told(withdrawn, done, read):
    done("review", "draft", "1", "--rating", "Unproven", "--summary", "Again.")
    done("review", "submit", "4")
    done("review", "approve", "4", actor="ben")
    done("review", "publish", "4", "--url", "https://desk.example/4", "--date", "2024-07-01")
    done("review", "withdraw", "4", "--note", "Nobody knows.")
    assert read("match", WORDS)[0]["withdrawn"] == "Unproven"


def test_whoever_rated_it_is_told_where_a_verdict_stands():
    row = {"rating": "False", "rated_by": "The Courier", "withdrawn": None}
    assert format_rating(row) == "False (The Courier)"
