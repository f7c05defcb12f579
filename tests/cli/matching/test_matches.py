"""What `match` reports about one text, and about a damaged index."""

import sqlite3

import pytest

from claimtrack.core.model import Status, Suggestion
from tests.cli.matching.conftest import CHANGED, CLAIM, REWORDED

KEYS = {
    "claim_id", "text", "score", "suggestion", "reasons", "differences", "status", "rating", "appearances",
    "first_seen", "last_seen",
}  # fmt: skip


def test_json_of_a_match_has_the_documented_keys(read_json, known):
    [match] = read_json("match", REWORDED)
    assert set(match) >= KEYS
    assert 0 <= match["score"] <= 1
    assert match["suggestion"] in set(Suggestion)
    assert match["status"] in set(Status)
    assert (match["claim_id"], match["appearances"], match["first_seen"]) == (1, 1, "2024-04-22")
    assert isinstance(match["reasons"], list)


def test_text_to_look_up_can_be_piped_in(run_ok, read_json, known):
    assert read_json("match", "-", stdin=f"{REWORDED}\n") == read_json("match", REWORDED)


def test_changed_fact_is_a_conflict_that_names_the_difference(read_json, run_ok, known):
    [match] = read_json("match", CHANGED)
    assert match["suggestion"] == "conflict"
    assert match["differences"]
    assert match["differences"][0] in run_ok("match", CHANGED).stdout


def test_text_without_matches_is_reported(run_ok, read_json, known):
    assert read_json("match", "🙂") == []
    assert run_ok("match", "🙂").stderr == "No claim on the desk says this.\n"


def test_matches_with_low_scores_are_reported_as_about_something_else(run_ok, read_json, known):
    assert run_ok("match", REWORDED).stderr == ""
    unlike = "Bread was dear in my time at the university"
    [found] = read_json("match", unlike)
    assert (found["suggestion"], found["score"] < 0.3) == ("related", True)
    assert run_ok("match", unlike).stderr == "Related claims scoring under 0.30 are about something else.\n"
    from_file = run_ok("match", "--file", "-", stdin=f"{unlike}\n{unlike}\n")
    assert from_file.stderr == "Related claims scoring under 0.30 are about something else.\n"
    assert run_ok("match", "--file", "-", "--format", "csv", stdin=unlike).stderr == ""
    assert run_ok("match", "--file", "-", stdin=REWORDED).stderr == ""


def test_match_requires_either_a_text_or_a_file(run, two_claims):
    with_both, without_either = run("match", "x", "--file", "-", stdin="y"), run("match")
    assert (with_both.exit_code, "leave one out" in with_both.stderr) == (2, True)
    assert (without_either.exit_code, "nothing to look up" in without_either.stderr) == (2, True)


DAMAGE = [
    "delete from match_postings",
    "update match_postings set offsets = x'ff'",
    "update match_postings set offsets = x'', weights = x''",
    "update match_postings set offsets = randomblob(7), weights = randomblob(3)",
    "update match_postings set offsets = randomblob(length(offsets))",
    "update match_postings set block = block + 7",
    "update match_terms set term = 'x' || id",
    "delete from match_totals",
    "delete from match_terms",
    "drop table match_postings",
    "delete from match_terms; delete from match_postings; delete from match_pending;"
    " update match_totals set claims = 0, terms = 0",
]
COMMANDS = {
    "match": (["match", CLAIM], None),
    "match --file": (["match", "--file", "-", "--format", "ndjson"], f"{CLAIM}\n"),
    "check": (["check", "-"], f"{CLAIM}.\n"),
    "duplicates": (["duplicates"], None),
}


@pytest.fixture
def damage_index(run_ok, known):
    """Damages the match index of the desk once it has all claims."""

    def damage_index(sql):
        run_ok("doctor", "--repair")
        conn = sqlite3.connect(known, isolation_level=None)
        conn.executescript(sql)
        conn.close()

    return damage_index


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_index_is_reported_with_a_remedy_that_works(run, run_ok, read_json, damage_index, damage):
    damage_index(damage)
    for name, (command, stdin) in COMMANDS.items():
        result = run(*command, stdin=stdin)
        assert (result.exit_code, "`claimtrack doctor --repair`" in result.stderr) == (1, True), name
        assert "Nothing" not in result.stderr
    assert run("doctor").exit_code == 1
    run_ok("doctor", "--repair")
    assert read_json("match", CLAIM)[0]["claim_id"] == 1


@pytest.mark.parametrize(
    "damage", ["delete from match_terms where id > 1", "delete from match_postings where term_id > 1"]
)
def test_incomplete_index_is_not_reported_as_no_match(run, damage_index, damage):
    damage_index(damage)
    result = run("match", "Something else altogether")
    assert (result.exit_code, "Nothing" in result.stderr) == (1, False)


def test_claim_reworded_in_a_sheet_is_compared_with_the_others_again(run_ok, read_json, tmp_path):
    rents, buses = "Rents in Ely rose by 12 percent in 2023.", "Buses in Vale were late on 40 days."
    for text in (rents, buses):
        run_ok("add", text)
    assert read_json("show", 2)["matches"] == []
    sheet = tmp_path / "claims.csv"
    sheet.write_text(run_ok("export", "csv").stdout.replace(buses, rents.replace("12", "14")))
    run_ok("import", "csv", sheet, "--yes")
    assert [match["claim_id"] for match in read_json("show", 2)["matches"]] == [1]
