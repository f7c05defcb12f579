"""Tuning a desk: learning from its judgements and triage, storing versions, applying and resetting them."""

import json
import subprocess
import sys

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.extract import DEFAULT_THRESHOLD, FEATURES, score
from claimtrack.core.match import DEFAULT_THRESHOLDS, Thresholds
from claimtrack.core.model import Article, Judgement, Statement, Status, Suggestion, TunedPart
from claimtrack.store import appearances, matches
from claimtrack.store import tuning as stored
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow import triage, tuning
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.extracting import options_in_force
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.matching import judging, matching

KNOWN = "Unemployment in the capital fell by 12 percent in the last two years"
REWORDED = "In the last two years unemployment in the capital fell by 12 per cent"


def store_tuning(db, settings):
    with write_transaction(db, "ada"):
        store = stored.store_matching if isinstance(settings, stored.MatchTuning) else stored.store_extraction
        return store(db, settings, {"pairs": 60})


@pytest.fixture
def known_id(desk):
    return add_claim(desk, NewClaim(KNOWN), actor="ada").claim_id


def suggestion_for_reworded(db):
    return matching.look_up(db, Statement(REWORDED))[0].suggestion


# ── in force ────────────────────────────────────────────────────────────────────────────────────


def test_a_new_desk_uses_the_shipped_settings(desk):
    assert stored.load_matching(desk) == stored.MatchTuning()
    assert stored.load_extraction(desk) == stored.ExtractTuning(DEFAULT_THRESHOLD)


def test_lookups_use_the_stored_thresholds(desk, known_id):
    assert suggestion_for_reworded(desk) is Suggestion.DUPLICATE
    store_tuning(desk, stored.MatchTuning(Thresholds(duplicate=0.999999, related=0.1)))
    assert suggestion_for_reworded(desk) is Suggestion.RELATED


@pytest.mark.parametrize("is_by_another", [False, True], ids=["same connection", "another connection"])
def test_successive_lookups_use_thresholds_stored_in_between(desk, desk_path, known_id, is_by_another):
    look_ups = matching.LookUps(desk)
    assert look_ups(Statement(REWORDED))[0].suggestion is Suggestion.DUPLICATE
    other = open_desk(desk_path) if is_by_another else desk
    store_tuning(other, stored.MatchTuning(Thresholds(duplicate=0.999999, related=0.1)))
    assert look_ups(Statement(REWORDED))[0].suggestion is Suggestion.RELATED
    if is_by_another:
        other.close()


def test_lookups_use_the_stored_weights_and_record_their_version(desk, known_id):
    weights = {"bias": 0.5}  # all other features have no weight
    version = store_tuning(desk, stored.MatchTuning(Thresholds(related=0.0), weights))
    added = add_claim(desk, NewClaim(REWORDED), actor="ada")
    assert added.matches[0].score == pytest.approx(0.6225, rel=0.01)
    [pair] = matches.of_claim(desk, added.claim_id)
    assert pair["scorer"].endswith(f", tuning {version}")


@pytest.mark.parametrize(
    ("settings", "is_suggested"),
    [
        (stored.MatchTuning(), True),
        (stored.MatchTuning(Thresholds(duplicate=0.9999999, related=0.0)), False),
        (stored.MatchTuning(Thresholds(related=0.0), {"bias": 0.0}), False),
    ],
    ids=["shipped settings", "own threshold", "own weights"],
)
def test_adding_a_claim_and_finding_duplicates_use_the_same_tuning_for_conflicts(
    desk, settings, is_suggested
):
    """Both decide by the desk's own thresholds and weights whether two claims are the same except for a fact."""
    store_tuning(desk, settings)
    add_claim(desk, NewClaim(KNOWN), actor="ada")
    other = add_claim(desk, NewClaim(KNOWN.replace("12", "40")), actor="ada")
    [match] = matching.look_up(desk, Statement(KNOWN.replace("12", "40")))[1:]
    assert match.suggestion is Suggestion.CONFLICT
    matches_when_added = matches.of_claim(desk, other.claim_id)
    with write_transaction(desk, "ada"):
        desk.execute("delete from matches")
    matching.find_duplicates(desk, actor="ada")
    assert bool(matches_when_added) == bool(matches.of_claim(desk, other.claim_id)) == is_suggested


def test_ingesting_uses_the_stored_points_and_threshold(desk):
    article = Article("Spending rose by 12 percent in the last year, the ministry said.")
    store_tuning(desk, stored.ExtractTuning(points={"percentage": -40}, threshold=0.9))
    options = options_in_force(desk, min_score=0.2)
    assert (options.points, options.threshold, options.min_score) == ({"percentage": -40}, 0.9, 0.2)
    [filed_claim] = ingest_article(desk, article, actor="ada").filed
    assert f"{FEATURES['percentage'].reason}: -40" in filed_claim.found.reasons
    assert not filed_claim.found.checkworthy


def test_a_new_tuning_replaces_the_active_one_and_both_are_kept(desk):
    first = store_tuning(desk, stored.MatchTuning(Thresholds(0.7, 0.1)))
    second = store_tuning(desk, stored.MatchTuning(Thresholds(0.6, 0.1)))
    assert stored.load_matching(desk).version == second
    rows = desk.execute("select id, in_force from tunings order by id").fetchall()
    assert rows == [(first, 0), (second, 1)]


def test_resetting_restores_the_shipped_settings(desk):
    store_tuning(desk, stored.MatchTuning(Thresholds(0.7, 0.1)))
    assert tuning.reset(desk, actor="ada") == [TunedPart.MATCHING]
    assert tuning.reset(desk, actor="ada") == []
    assert stored.load_matching(desk).thresholds == DEFAULT_THRESHOLDS


def test_a_tuning_fitted_to_another_scorer_is_not_used(desk):
    """After an upgrade its features mean something else: the shipped weights apply until the next `tune`."""
    store_tuning(desk, stored.MatchTuning(Thresholds(0.7, 0.1)))
    desk.execute("update tunings set fitted_to = 'an older scorer'")
    assert stored.load_matching(desk) == stored.MatchTuning()


def test_history_records_who_tuned_and_reset(desk):
    store_tuning(desk, stored.MatchTuning(Thresholds(0.7, 0.1)))
    tuning.reset(desk, actor="bo")
    changes = desk.execute(
        "select operation, actor from history where table_name = 'tunings' order by id"
    ).fetchall()
    assert changes == [("insert", "ada"), ("update", "bo")]


# ── training data ───────────────────────────────────────────────────────────────────────────────


def test_tuning_learns_from_same_and_different_judgements_but_not_unsure_ones(desk):
    ids = [
        add_claim(desk, NewClaim(f"The town of {name} has a new bridge"), actor="ada").claim_id
        for name in "ABCD"
    ]
    judging.judge(desk, ids[0], ids[1], Judgement.SAME, actor="ada")
    judging.judge(desk, ids[0], ids[2], Judgement.DIFFERENT, actor="ada")
    judging.judge(desk, ids[1], ids[3], Judgement.UNSURE, actor="ada")
    report = tuning.examine(desk).matching
    assert (report.same, report.different, report.missing) == (1, 1, 48)


def test_tuning_learns_from_claims_accepted_and_rejected_in_triage(untriaged):
    add_claim(untriaged, NewClaim("Filed by hand: no decision about a found sentence"), actor="ada")
    triage.decide(untriaged, Ruling(1, Decision.ACCEPT), actor="bo")
    triage.decide(untriaged, Ruling(2, Decision.REJECT), actor="bo")
    report = tuning.examine(untriaged).extraction
    assert (report.accepted, report.rejected, report.missing) == (1, 1, 48)


def test_a_duplicate_of_a_check_worthy_claim_counts_as_accepted(untriaged):
    triage.decide(untriaged, Ruling(1, Decision.DUPLICATE, other=2), actor="bo")
    assert tuning.examine(untriaged).extraction.accepted == 1


def test_tuning_learns_from_the_quote_rather_than_the_edited_text(untriaged):
    triage.decide(untriaged, Ruling(1, Decision.EDIT, text="Quite other words"), actor="bo")
    [(words, _, _, status)] = appearances.triaged_quotes(untriaged)
    assert (words.startswith("Unemployment fell"), status) == (True, Status.OPEN)


# ── from decisions to settings ──────────────────────────────────────────────────────────────────


def test_applying_a_report_stores_its_settings_with_their_figures(opinionated):
    report = tuning.examine(opinionated)
    versions = tuning.apply(opinionated, report, actor="ada")
    assert set(versions) == {TunedPart.EXTRACTION}
    in_force = stored.load_extraction(opinionated)
    assert (in_force.points, in_force.threshold) == (report.extraction.points, report.extraction.threshold)
    figures = json.loads(opinionated.execute("select figures from tunings").fetchone()[0])
    assert (figures["accepted"], figures["rejected"]) == (40, 40)


def test_applying_the_active_settings_again_stores_no_new_version(opinionated):
    assert tuning.apply(opinionated, tuning.examine(opinionated), actor="ada") != {}
    assert tuning.apply(opinionated, tuning.examine(opinionated), actor="ada") == {}
    assert opinionated.table("tunings").count == 1


def test_later_articles_are_ranked_by_the_applied_tuning(opinionated):
    def score_both():
        options = options_in_force(opinionated)
        return [
            score(words, options.points)[0]
            for words in (
                "Spending on road number 99 rose by 9 percent last year",
                "I think that road 99 should be at the heart of what we do",
            )
        ]

    with_number, opinion = score_both()
    assert with_number > opinion
    tuning.apply(opinionated, tuning.examine(opinionated), actor="ada")
    with_number, opinion = score_both()
    assert with_number < opinion
    tuning.reset(opinionated, actor="ada")
    assert score_both()[0] > score_both()[1]


def test_nothing_is_applied_on_a_desk_without_decisions(desk):
    assert tuning.apply(desk, tuning.examine(desk), actor="ada") == {}
    assert desk.execute("select count(*) from tunings").fetchone() == (0,)


def test_examining_a_desk_writes_nothing(opinionated):
    before = opinionated.conn.total_changes
    tuning.examine(opinionated)
    assert opinionated.conn.total_changes == before


def test_matching_does_not_import_the_extractor():
    """`match` must answer quickly, and the extractor's regular expressions take a while to compile."""
    code = "import sys, claimtrack.workflow.matching.matching; sys.exit('claimtrack.core.extract' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
