"""`claimtrack tune`: what it prints, what it stores, and its exit codes."""

import json
import shutil
from contextlib import closing
from dataclasses import replace

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.match import Thresholds
from claimtrack.core.match.score import WEIGHTS
from claimtrack.core.model import Judgement
from claimtrack.core.tuning import MatchReport, fitting
from claimtrack.core.tuning.thresholds import ThresholdRow
from claimtrack.store import claims, tuning
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow import tuning as workflow
from claimtrack.workflow.matching import judging
from tests.suggestions import without_desk


@pytest.fixture
def run(desk_path):
    command = ["--db", str(desk_path), "--actor", "bo", "tune"]
    return lambda *args: without_desk(CliRunner().invoke(cli, [*command, *args]), desk_path)


def test_new_desk_is_told_how_many_decisions_are_missing(run):
    result = run()
    assert result.exit_code == 0
    assert "50 more judgements are needed" in result.stdout
    assert "50 more decisions are needed" in result.stdout


def test_applying_without_enough_decisions_is_refused(run, desk):
    result = run("--apply")
    assert result.exit_code == 1
    assert "too few decisions" in result.stderr
    assert desk.execute("select count(*) from tunings").fetchone() == (0,)


def test_tuning_is_stored_only_by_apply_and_removed_by_reset(run, opinionated):
    def parts_in_force():
        return opinionated.execute("select part from tunings where in_force = 1").fetchall()

    assert run().exit_code == 0
    assert parts_in_force() == []
    applied = run("--apply")
    assert "In use until now: what is shipped." in applied.stdout
    assert "Now in use: extraction, version 1: refitted points, sentences marked from 0." in applied.stderr
    assert parts_in_force() == [("extraction",)]
    assert "extraction" in run("--reset").stderr
    assert parts_in_force() == []


def test_tuning_table_shows_the_share_accepted_at_the_top_and_judges_a_refit(run, opinionated):
    shown = run().stdout
    assert "40 claims accepted in triage, 40 rejected" in shown
    assert "0% of the first 10" in shown
    assert "Better." in shown


@pytest.fixture(scope="module")
def judged_file(new_desk_file, tmp_path_factory):
    path = shutil.copy(new_desk_file, tmp_path_factory.mktemp("judged") / "claims.db")
    kinds = {
        Judgement.SAME: ("Under the new council fares on line {} have doubled in two years", "In two years fares on line {} have doubled under the new council"),
        Judgement.DIFFERENT: ("The bridge number {} over the northern river was closed for good", "Rainfall has filled reservoir {} above the old town again this spring"),
    }  # fmt: skip
    with closing(open_desk(path)) as db:
        with write_transaction(db, "bo"):
            pairs = [
                (kind, *(claims.add(db, words.format(n)) for words in wordings))
                for kind, wordings in kinds.items()
                for n in range(100, 130)
            ]
        for kind, left, right in pairs:
            judging.judge(db, left, right, kind, actor="bo")
    return path


@pytest.fixture
def judged(judged_file, desk_path):
    """A desk that judged 30 pairs of rewordings the same, and 30 pairs of unrelated claims different."""
    with closing(open_desk(shutil.copy(judged_file, desk_path))) as db:
        yield db


def test_table_shows_how_good_the_weights_in_force_are(run, judged):
    lines = run().stdout.splitlines()
    assert lines[1] == "  Today, with the shipped weights, duplicates from 0.80:"
    assert lines[2].split() == ["from", "called", "precision", "recall"]
    assert lines[4].split()[:3] == ["0.80", "30", "1.00"]
    assert any(
        line.startswith("  With the ") and line.endswith(", calling pairs duplicates from a score of:")
        for line in lines
    )
    with write_transaction(judged, "bo"):
        version = tuning.store_matching(
            judged, tuning.MatchTuning(Thresholds(0.9, 0.4), {**WEIGHTS, "bias": -30}), {}
        )
    line = run().stdout.splitlines()[1]
    assert line.startswith(
        f"  Today, with the weights of version {version} (fitted partly to these judgements)"
    )
    assert json.loads(run("--format", "json").stdout)["matching"]["current"]["called"] == 0


def patch_threshold_rows(monkeypatch, now, wanted):
    """Makes `tune` measure the row `now` with the present tuning, and `wanted` with the suggested one."""
    examine = workflow.examine

    def examine_with_rows(db, progress):
        report = examine(db)
        thresholds = replace(report.matching.thresholds, duplicate=wanted.threshold)
        changed = replace(report.matching, same=67, current=now, applied=wanted, thresholds=thresholds)
        return replace(report, matching=changed)

    monkeypatch.setattr(workflow, "examine", examine_with_rows)


PRICES = [
    pytest.param(
        ThresholdRow(0.80, 50, 0.90, 0.6716), ThresholdRow(0.91, 21, 0.9524, 0.2985),
        ["it would find 20 duplicates (now 45). Of all pairs it calls duplicates, 95% would be right " "(now 90%).",
         "The cost: 25 repeats found now would no longer be found."],
        id="being right more often misses repeats",
    ),
    pytest.param(
        ThresholdRow(0.80, 20, 1.0, 0.2985), ThresholdRow(0.70, 46, 0.9783, 0.6716),
        ["it would find 45 duplicates (now 20). Of all pairs it calls duplicates, 98% would be right " "(now 100%).",
         "The cost: 1 pair more would wrongly be called duplicates."],
        id="finding more calls a wrong pair",
    ),
    pytest.param(
        ThresholdRow(0.80, 0, None, 0.0), ThresholdRow(0.70, 20, 1.0, 0.2985),
        ["it would find 20 duplicates (now 0). Of all pairs it calls duplicates, 100% would be right " "(now none)."],
        id="no cost when nothing is lost",
    ),
    pytest.param(
        ThresholdRow(0.80, 20, 1.0, 0.2985), ThresholdRow(0.80, 20, 1.0, 0.2985), [], id="no report when nothing changes",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("now", "wanted", "expected"), PRICES)
def test_cost_of_a_change_is_shown_before_and_when_it_is_applied(
    run, judged, monkeypatch, now, wanted, expected
):
    patch_threshold_rows(monkeypatch, now, wanted)
    lines = [line.strip() for line in run().stdout.splitlines()]
    costs = [line for line in lines if "it would find" in line or line.startswith("The cost")]
    assert [line.removeprefix("Of the 67 pairs judged the same, ") for line in costs] == expected
    if expected:
        assert expected[-1] in run("--apply").stderr


BARRED = [
    ([(0.5, 9), (0.8, 9), (0.9, 4)], "A lower threshold would find no more: 21 pairs judged the same are", "differences rule the others out"),
    ([(0.5, 12), (0.8, 9), (0.9, 4)], "", "a lower threshold calls more"),
    ([(0.5, 30), (0.8, 30), (0.9, 4)], "", "all pairs are found already"),
    ([(0.8, 9), (0.9, 4)], "", "there is no lower threshold"),
]  # fmt: skip


@pytest.mark.parametrize(("called", "expected"), [row[:2] for row in BARRED], ids=[row[2] for row in BARRED])
def test_report_explains_why_a_lower_threshold_would_find_no_more(run, judged, monkeypatch, called, expected):
    examine = workflow.examine
    rows = tuple(ThresholdRow(threshold, right, 1.0, right / 30) for threshold, right in called)

    def examined(db, progress):
        report = examine(db)
        return replace(report, matching=replace(report.matching, same=30, rows=rows))

    monkeypatch.setattr(workflow, "examine", examined)
    explanations = [line.strip() for line in run().stdout.splitlines() if "lower threshold" in line]
    assert [line.startswith(expected) for line in explanations] == ([True] if expected else [])


def test_rows_of_the_current_and_the_suggested_threshold_are_marked(run, judged):
    with write_transaction(judged, "bo"):
        tuning.store_matching(judged, tuning.MatchTuning(Thresholds(0.87, 0.3), None), {})
    report = json.loads(run("--format", "json").stdout)["matching"]
    marked = {
        line.split()[0]: line for line in run().stdout.splitlines() if line.endswith(("in use", "suggested"))
    }
    assert marked["0.87"].endswith("in use")
    chosen = report["wanted"]["threshold"]
    assert chosen == report["thresholds"]["duplicate"] != 0.87
    assert marked[f"{chosen:.2f}"].endswith("suggested")
    assert report["wanted"] in report["rows"]


NEEDED = [
    pytest.param(0, 0, "50 more judgements are needed, at least 10 judged the same and 10 judged different.", id="no judgements yet"),
    pytest.param(5, 50, "5 more judgements are needed: 5 judged the same.", id="enough, but of one kind"),
    pytest.param(50, 9, "1 more judgement is needed: 1 judged different.", id="one of one kind"),
    pytest.param(20, 29, "1 more judgement is needed.", id="one of either kind"),
    pytest.param(30, 5, "15 more judgements are needed, at least 5 judged different.", id="some of one kind, more of any"),
]  # fmt: skip


@pytest.mark.parametrize(("same", "different", "message"), NEEDED)
def test_report_says_how_many_judgements_of_which_kind_are_missing(
    run, monkeypatch, same, different, message
):
    examine = workflow.examine
    missing = fitting.missing([True] * same + [False] * different)
    monkeypatch.setattr(
        workflow,
        "examine",
        lambda db, progress: replace(examine(db), matching=MatchReport(same, different, missing)),
    )
    assert f"  {message} To judge pairs: `claimtrack duplicates`" in run().stdout.splitlines()


def test_shipped_values_are_kept_where_judgements_are_too_few(run, judged):
    assert "As shipped: 30 pairs judged the same are too few" in run().stdout
    [reason] = json.loads(run("--format", "json").stdout)["matching"]["untold"]
    assert "50 are needed" in reason


def test_tuning_json_has_the_same_figures_as_the_table(run, opinionated):
    report = json.loads(run("--format", "json").stdout)
    assert (report["extraction"]["accepted"], report["extraction"]["rejected"]) == (40, 40)
    assert report["extraction"]["precision_at"]["10"] == 0.0
    assert report["extraction"]["comparison"]["is_better"] is True
    assert report["matching"]["missing"] == 50


def test_refit_of_an_earlier_scorer_is_set_aside_and_reported(run, desk):
    with write_transaction(desk, "bo"):
        version = tuning.store_matching(
            desk, tuning.MatchTuning(Thresholds(0.9, 0.4), {"many_words": 3.0}), {}
        )
        desk.execute("update tunings set fitted_to = 'terms-guards 2'")
    result = run()
    assert f"matching, version {version}, was fitted with an older claimtrack and is no" in result.stderr
    assert tuning.load_matching(desk) == tuning.MatchTuning()
    assert json.loads(run("--format", "json").stdout)["set_aside"] == {"matching": version}


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"thresholds": {"duplicate": "x", "related": 0.3}, "weights": None},
        {"thresholds": {"duplicate": 5, "related": 0.3}, "weights": None},
        {"thresholds": {"duplicate": 0.3, "related": 0.8}, "weights": None},
        {"thresholds": {"duplicate": 0.8, "related": 0.3}, "weights": {"foo": 1}},
    ],
)
def test_unusable_tuning_written_by_another_program_is_refused_with_the_remedy(
    run, desk, desk_path, parameters
):
    with write_transaction(desk, "bo"):
        tuning.store_matching(desk, tuning.MatchTuning(), {})
        desk.execute("update tunings set parameters = ?", [json.dumps(parameters)])
    for args in (["match", "rents rose"], ["tune"], ["doctor"]):
        result = CliRunner().invoke(cli, ["--db", str(desk_path), *args])
        assert result.exit_code == 1
        assert "tune --reset`" in result.output
    assert run("--reset").exit_code == 0
    assert CliRunner().invoke(cli, ["--db", str(desk_path), "match", "rents rose"]).exit_code == 0


def test_apply_and_reset_exclude_each_other(run):
    assert run("--apply", "--reset").exit_code == 2


def test_applying_thresholds_without_new_weights_is_reported_in_one_sentence(run, judged, monkeypatch):
    examine = workflow.examine

    def examined(db, progress):
        report = examine(db)
        comparison = replace(report.matching.comparison, is_better=False, why_not="too few")
        matching = replace(
            report.matching, weights=None, comparison=comparison, thresholds=Thresholds(0.9, 0.4)
        )
        return replace(report, matching=matching)

    monkeypatch.setattr(workflow, "examine", examined)
    result = run("--apply")
    sentence = "Not better (too few): the shipped weights stay, and only the thresholds above would change."
    assert sentence in result.stdout
    in_force = "matching, version 1: duplicates from 0.90, related claims from 0.40; the shipped weights stay"
    assert f"Now in use: {in_force}" in result.stderr
    assert "shipped weights stay." in run().stdout
