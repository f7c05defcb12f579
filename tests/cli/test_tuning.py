"""`claimtrack tune`: what it prints, what it stores, and its exit codes."""

import json

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.decisions import Decision, Ruling
from claimtrack.core.match import Thresholds
from claimtrack.store import claims, tuning
from claimtrack.store.database import write_transaction
from claimtrack.workflow import triage


@pytest.fixture
def run(desk, desk_path):
    return lambda *args: CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "bo", "tune", *args])


@pytest.fixture
def opinionated(desk, file_claims):
    """A desk that rejected 30 sentences with figures and accepted 30 with views."""
    figures = [f"Spending on road number {n} rose by {n} percent last year" for n in range(10, 40)]
    views = [f"I think that road {n} should be at the heart of what we do" for n in range(10, 40)]
    found = [(words, "Ada Miller", 0.5) for words in figures + views]
    file_claims(desk, ". ".join(words for words, _, _ in found), found)
    for claim_id in triage.queue(desk):
        decision = Decision.REJECT if "percent" in claims.get(desk, claim_id).text else Decision.ACCEPT
        triage.decide(desk, Ruling(claim_id, decision), actor="bo")
    return desk


def test_a_new_desk_hears_how_many_decisions_are_missing(run):
    result = run()
    assert result.exit_code == 0
    assert "50 more judgements are needed" in result.stdout
    assert "50 more decisions are needed" in result.stdout


def test_applying_without_decisions_says_why_not(run, desk):
    result = run("--apply")
    assert result.exit_code == 1
    assert "too few decisions" in result.stderr
    assert desk.execute("select count(*) from tunings").fetchone() == (0,)


def test_showing_stores_nothing_applying_stores_and_reset_takes_back(run, opinionated):
    def in_force():
        return opinionated.execute("select part from tunings where in_force = 1").fetchall()

    assert run().exit_code == 0
    assert in_force() == []
    applied = run("--apply")
    assert "In force until now: what is shipped." in applied.stdout
    assert (
        "In force from now on: extraction, version 1: refitted points, sentences marked from 0."
        in applied.stderr
    )
    assert in_force() == [("extraction",)]
    assert "extraction" in run("--reset").stderr
    assert in_force() == []


def test_the_table_tells_the_share_accepted_at_the_top_and_whether_a_refit_is_better(run, opinionated):
    shown = run().stdout
    assert "30 claims accepted in triage, 30 rejected" in shown
    assert "0% of the first 10" in shown
    assert "Better." in shown


def test_json_holds_the_same_figures(run, opinionated):
    report = json.loads(run("--format", "json").stdout)
    assert (report["extraction"]["accepted"], report["extraction"]["rejected"]) == (30, 30)
    assert report["extraction"]["precision_at"]["10"] == 0.0
    assert report["extraction"]["comparison"]["is_better"] is True
    assert report["matching"]["missing"] == 50


def test_a_refit_of_an_earlier_scorer_is_set_aside_and_said_so(run, desk):
    with write_transaction(desk, "bo"):
        version = tuning.store_matching(
            desk, tuning.MatchTuning(Thresholds(0.9, 0.4), {"many_words": 3.0}), {}
        )
        desk.execute("update tunings set fitted_to = 'terms-guards 2'")
    result = run()
    assert (
        f"matching, version {version}, was fitted to an earlier claimtrack and is set aside" in result.stderr
    )
    assert tuning.matching(desk) == tuning.MatchTuning()
    assert json.loads(run("--format", "json").stdout)["set_aside"] == {"matching": version}


def test_apply_and_reset_exclude_each_other(run):
    assert run("--apply", "--reset").exit_code == 2
