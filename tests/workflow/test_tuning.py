"""Tuning on a desk: learnt from its rows, stored as versions, obeyed by what comes after, and taken back."""

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


def put_in_force(db, settings):
    with write_transaction(db, "ada"):
        store = stored.store_matching if isinstance(settings, stored.MatchTuning) else stored.store_extraction
        return store(db, settings, {"pairs": 60})


@pytest.fixture
def known(desk):
    return add_claim(desk, NewClaim(KNOWN), actor="ada").claim_id


def suggestion(db):
    return matching.look_up(db, Statement(REWORDED))[0].suggestion


# ── in force ────────────────────────────────────────────────────────────────────────────────────


def test_a_new_desk_goes_by_what_is_shipped(desk):
    assert stored.load_matching(desk) == stored.MatchTuning()
    assert stored.load_extraction(desk) == stored.ExtractTuning(DEFAULT_THRESHOLD)


def test_look_ups_obey_the_stored_thresholds(desk, known):
    assert suggestion(desk) is Suggestion.DUPLICATE
    put_in_force(desk, stored.MatchTuning(Thresholds(duplicate=0.999999, related=0.1)))
    assert suggestion(desk) is Suggestion.RELATED


@pytest.mark.parametrize("is_by_another", [False, True], ids=["by itself", "by another"])
def test_look_ups_one_after_the_other_obey_thresholds_stored_between_them(
    desk, desk_path, known, is_by_another
):
    look_ups = matching.LookUps(desk)
    assert look_ups(Statement(REWORDED))[0].suggestion is Suggestion.DUPLICATE
    other = open_desk(desk_path) if is_by_another else desk
    put_in_force(other, stored.MatchTuning(Thresholds(duplicate=0.999999, related=0.1)))
    assert look_ups(Statement(REWORDED))[0].suggestion is Suggestion.RELATED
    if is_by_another:
        other.close()


def test_look_ups_obey_the_stored_weights_and_name_the_version(desk, known):
    weights = {"bias": -9.0}  # all other features weigh nothing
    version = put_in_force(desk, stored.MatchTuning(Thresholds(related=0.0), weights))
    added = add_claim(desk, NewClaim(REWORDED), actor="ada")
    assert added.matches[0].score == pytest.approx(0.0001234, rel=0.01)
    [pair] = matches.of_claim(desk, added.claim_id)
    assert pair["scorer"].endswith(f", tuning {version}")


@pytest.mark.parametrize(
    ("settings", "suggested"),
    [
        (stored.MatchTuning(), True),
        (stored.MatchTuning(Thresholds(duplicate=0.9999999, related=0.0)), False),
        (stored.MatchTuning(Thresholds(related=0.0), {"bias": 0.0}), False),
    ],
    ids=["as shipped", "own threshold", "own weights"],
)
def test_a_conflict_is_suggested_by_the_same_tuning_when_filed_as_by_duplicates(desk, settings, suggested):
    """Whether two claims are alike but for a fact is asked of the desk's own thresholds and weights both times."""
    put_in_force(desk, settings)
    add_claim(desk, NewClaim(KNOWN), actor="ada")
    other = add_claim(desk, NewClaim(KNOWN.replace("12", "40")), actor="ada")
    [match] = matching.look_up(desk, Statement(KNOWN.replace("12", "40")))[1:]
    assert match.suggestion is Suggestion.CONFLICT
    when_filed = matches.of_claim(desk, other.claim_id)
    with write_transaction(desk, "ada"):
        desk.execute("delete from matches")
    matching.find_duplicates(desk, actor="ada")
    assert bool(when_filed) == bool(matches.of_claim(desk, other.claim_id)) == suggested


def test_ingest_obeys_the_stored_points_and_threshold(desk):
    article = Article("Spending rose by 12 percent in the last year, the ministry said.")
    put_in_force(desk, stored.ExtractTuning(points={"percentage": -40}, threshold=0.9))
    options = options_in_force(desk, min_score=0.2)
    assert (options.points, options.threshold, options.min_score) == ({"percentage": -40}, 0.9, 0.2)
    [filed] = ingest_article(desk, article, actor="ada").filed
    assert f"{FEATURES['percentage'].reason}: -40" in filed.found.reasons
    assert not filed.found.checkworthy


def test_a_new_version_takes_the_place_of_the_last_and_both_stay_as_rows(desk):
    first = put_in_force(desk, stored.MatchTuning(Thresholds(0.7, 0.1)))
    second = put_in_force(desk, stored.MatchTuning(Thresholds(0.6, 0.1)))
    assert stored.load_matching(desk).version == second
    rows = desk.execute("select id, in_force from tunings order by id").fetchall()
    assert rows == [(first, 0), (second, 1)]


def test_reset_goes_back_to_what_is_shipped(desk):
    put_in_force(desk, stored.MatchTuning(Thresholds(0.7, 0.1)))
    assert tuning.reset(desk, actor="ada") == [TunedPart.MATCHING]
    assert tuning.reset(desk, actor="ada") == []
    assert stored.load_matching(desk).thresholds == DEFAULT_THRESHOLDS


def test_weights_of_another_scorer_are_not_used(desk):
    """After an upgrade the features mean something else: the shipped weights hold until the next `tune`."""
    put_in_force(desk, stored.MatchTuning(Thresholds(0.7, 0.1)))
    desk.execute("update tunings set fitted_to = 'an older scorer'")
    assert stored.load_matching(desk) == stored.MatchTuning()


def test_history_names_who_tuned(desk):
    put_in_force(desk, stored.MatchTuning(Thresholds(0.7, 0.1)))
    tuning.reset(desk, actor="bo")
    changes = desk.execute(
        "select operation, actor from history where table_name = 'tunings' order by id"
    ).fetchall()
    assert changes == [("insert", "ada"), ("update", "bo")]


# ── what is learnt from ─────────────────────────────────────────────────────────────────────────


def test_judged_pairs_count_and_unsure_ones_do_not(desk):
    ids = [
        add_claim(desk, NewClaim(f"The town of {name} has a new bridge"), actor="ada").claim_id
        for name in "ABCD"
    ]
    judging.judge(desk, ids[0], ids[1], Judgement.SAME, actor="ada")
    judging.judge(desk, ids[0], ids[2], Judgement.DIFFERENT, actor="ada")
    judging.judge(desk, ids[1], ids[3], Judgement.UNSURE, actor="ada")
    report = tuning.examine(desk).matching
    assert (report.same, report.different, report.missing) == (1, 1, 48)


def test_triage_counts_what_was_accepted_and_what_was_rejected(triaged):
    add_claim(triaged, NewClaim("Filed by hand: no decision about a found sentence"), actor="ada")
    triage.decide(triaged, Ruling(1, Decision.ACCEPT), actor="bo")
    triage.decide(triaged, Ruling(2, Decision.REJECT), actor="bo")
    report = tuning.examine(triaged).extraction
    assert (report.accepted, report.rejected, report.missing) == (1, 1, 48)


def test_a_duplicate_of_a_claim_worth_checking_counts_as_worth_checking(triaged):
    triage.decide(triaged, Ruling(1, Decision.DUPLICATE, other=2), actor="bo")
    assert tuning.examine(triaged).extraction.accepted == 1


def test_the_words_of_the_article_are_learnt_from_not_those_of_an_edit(triaged):
    triage.decide(triaged, Ruling(1, Decision.EDIT, text="Quite other words"), actor="bo")
    [(words, _, _, status)] = appearances.triaged_quotes(triaged)
    assert (words.startswith("Unemployment fell"), status) == (True, Status.OPEN)


# ── from decisions to settings ──────────────────────────────────────────────────────────────────


def test_what_is_applied_is_what_was_shown_with_the_figures_it_was_chosen_on(opinionated):
    report = tuning.examine(opinionated)
    versions = tuning.apply(opinionated, report, actor="ada")
    assert set(versions) == {TunedPart.EXTRACTION}
    in_force = stored.load_extraction(opinionated)
    assert (in_force.points, in_force.threshold) == (report.extraction.points, report.extraction.threshold)
    figures = json.loads(opinionated.execute("select figures from tunings").fetchone()[0])
    assert (figures["accepted"], figures["rejected"]) == (40, 40)


def test_what_is_in_force_already_is_no_new_version(opinionated):
    assert tuning.apply(opinionated, tuning.examine(opinionated), actor="ada") != {}
    assert tuning.apply(opinionated, tuning.examine(opinionated), actor="ada") == {}
    assert opinionated.table("tunings").count == 1


def test_the_next_article_is_ranked_this_desks_way(opinionated, file_claims):
    def ranking():
        options = options_in_force(opinionated)
        return [
            score(words, options.points)[0]
            for words in (
                "Spending on road number 99 rose by 9 percent last year",
                "I think that road 99 should be at the heart of what we do",
            )
        ]

    figure, view = ranking()
    assert figure > view
    tuning.apply(opinionated, tuning.examine(opinionated), actor="ada")
    figure, view = ranking()
    assert figure < view
    tuning.reset(opinionated, actor="ada")
    assert ranking()[0] > ranking()[1]


def test_nothing_is_applied_without_decisions(desk):
    assert tuning.apply(desk, tuning.examine(desk), actor="ada") == {}
    assert desk.execute("select count(*) from tunings").fetchone() == (0,)


def test_examining_writes_nothing(opinionated):
    before = opinionated.conn.total_changes
    tuning.examine(opinionated)
    assert opinionated.conn.total_changes == before


def test_a_look_up_does_not_wait_for_the_extractor_to_load():
    """One `match` process is to answer at once; the extractor's expressions take a while to compile."""
    code = "import sys, claimtrack.workflow.matching.matching; sys.exit('claimtrack.core.extract' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
