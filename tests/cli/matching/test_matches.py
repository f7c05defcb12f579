"""What `match` tells of one text, and of an index that is damaged."""

import sqlite3

import pytest

from claimtrack.core.model import Status, Suggestion
from tests.cli.matching.conftest import CHANGED, CLAIM, REWORDED

KEYS = {
    "claim_id", "text", "score", "suggestion", "reasons", "differences", "status", "rating", "appearances",
    "first_seen", "last_seen",
}  # fmt: skip


def test_the_json_of_a_match_has_the_keys_that_programs_rely_on(read, known):
    [match] = read("match", REWORDED)
    assert set(match) >= KEYS
    assert 0 <= match["score"] <= 1
    assert match["suggestion"] in set(Suggestion)
    assert match["status"] in set(Status)
    assert (match["claim_id"], match["appearances"], match["first_seen"]) == (1, 1, "2024-04-22")
    assert isinstance(match["reasons"], list)


def test_the_words_to_look_up_may_come_through_a_pipe(done, read, known):
    assert read("match", "-", stdin=f"{REWORDED}\n") == read("match", REWORDED)


def test_a_changed_fact_is_a_conflict_that_says_what_differs(read, done, known):
    [match] = read("match", CHANGED)
    assert match["suggestion"] == "conflict"
    assert match["differences"]
    assert match["differences"][0] in done("match", CHANGED).stdout


def test_nothing_alike_is_said_so(done, read, known):
    assert read("match", "🙂") == []
    assert done("match", "🙂").stderr == "No claim on the desk says this.\n"


def test_the_table_tells_what_of_it_is_about_something_else(done, read, known):
    assert done("match", REWORDED).stderr == ""
    unlike = "Bread was dear in my time at the university"
    [found] = read("match", unlike)
    assert (found["suggestion"], found["score"] < 0.3) == ("related", True)
    assert done("match", unlike).stderr == "Related claims scoring under 0.30 are about something else.\n"
    of_a_file = done("match", "--file", "-", stdin=f"{unlike}\n{unlike}\n")
    assert of_a_file.stderr == "Related claims scoring under 0.30 are about something else.\n"
    assert done("match", "--file", "-", "--format", "csv", stdin=unlike).stderr == ""
    assert done("match", "--file", "-", stdin=REWORDED).stderr == ""


def test_what_to_look_up_is_given_once(run, two_claims):
    both, neither = run("match", "x", "--file", "-", stdin="y"), run("match")
    assert (both.exit_code, "leave one out" in both.stderr) == (2, True)
    assert (neither.exit_code, "nothing to look up" in neither.stderr) == (2, True)


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
def damaged(done, known):
    """Damages the match index of the desk, which has taken all claims in."""

    def damaged(sql):
        done("doctor", "--repair")
        conn = sqlite3.connect(known, isolation_level=None)
        conn.executescript(sql)
        conn.close()

    return damaged


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_index_names_its_remedy_and_the_remedy_helps(run, done, read, damaged, damage):
    damaged(damage)
    for name, (command, stdin) in COMMANDS.items():
        result = run(*command, stdin=stdin)
        assert (result.exit_code, "`claimtrack doctor --repair`" in result.stderr) == (1, True), name
        assert "Nothing" not in result.stderr
    assert run("doctor").exit_code == 1
    done("doctor", "--repair")
    assert read("match", CLAIM)[0]["claim_id"] == 1


@pytest.mark.parametrize(
    "damage", ["delete from match_terms where id > 1", "delete from match_postings where term_id > 1"]
)
def test_what_half_an_index_does_not_find_is_not_told_as_new(run, damaged, damage):
    damaged(damage)
    result = run("match", "Something else altogether")
    assert (result.exit_code, "Nothing" in result.stderr) == (1, False)
