"""Tuning of matching: what it would choose for desks whose preference is known."""

import random
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from claimtrack.core.match import DEFAULT_THRESHOLDS, Matcher, MatchTuning, Thresholds, compare, score
from claimtrack.core.match.score import WEIGHTS
from claimtrack.core.model import Statement
from claimtrack.core.tuning import JudgedPair, examine_pairs
from claimtrack.core.tuning.fitting import sigmoid
from claimtrack.core.tuning.thresholds import ScoredPairs, choose_thresholds
from tests.tables import each_row

PLACES = [
    f"{first} {second}"
    for first in ("North", "South", "East", "West", "New")
    for second in ("Aville", "Bury", "Cford", "Dham", "Eton", "Fleet")
]
THEMES = ["hospital waiting lists", "school class sizes", "bus ticket prices", "library opening hours"]


def judged_pairs(same, different):
    """Pairs of reworded claims, and pairs about another subject and place."""
    pairs = []
    for number in range(max(same, different)):
        place, other = PLACES[number % 30], PLACES[(number + 7) % 30]
        theme = THEMES[number % 4]
        text = f"Under the new council {theme} in {place} have grown in each of the past years"
        reworded = f"In each of the past years {theme} in {place} have grown under the new council"
        elsewhere = f"Rainfall over the hills of {other} has filled all reservoirs again this spring"
        if number < same:
            pairs.append(JudgedPair(Statement(text), Statement(reworded), True))
        if number < different:
            pairs.append(JudgedPair(Statement(text), Statement(elsewhere), False))
    return pairs


@cache
def examine_cached(same, different):
    """Cached for several tests: fitting weights to the pairs takes a fifth of a second."""
    return examine_pairs(judged_pairs(same, different), Matcher())


def test_a_report_on_too_few_judgements_says_how_many_are_missing():
    report = examine_pairs(judged_pairs(20, 5), Matcher())
    assert (report.same, report.different, report.missing) == (20, 5, 25)
    assert not report.changes_anything


def test_the_shipped_weights_give_the_shipped_score():
    """The refit works on the matcher's own features, so that compare() will use what it fits."""
    for pair in judged_pairs(8, 8):
        values = {"bias": 1.0, **Matcher().examine(pair.query, pair.candidate)[0]}
        total = sum(WEIGHTS[name] * values[name] for name in WEIGHTS)
        assert compare(pair.query, pair.candidate).score == pytest.approx(float(sigmoid(total)), abs=1e-6)


def test_each_pair_is_compared_once(monkeypatch):
    """To look for differences takes most of the time: minutes, for tens of thousands of pairs."""
    compared, done = [], []
    find = score.find_differences
    monkeypatch.setattr(score, "find_differences", lambda *pair: compared.append(pair) or find(*pair))
    examine_pairs(judged_pairs(30, 30), Matcher(), lambda *so_far: done.append(so_far))
    assert len(compared) == 60
    assert (done[0], done[-1]) == ((1, 60), (60, 60))


TELLING = "The council of Aville has closed 12 libraries in 2020, the mayor said on Monday"


@each_row(
    "one, other",
    [
        (TELLING, TELLING),
        (TELLING, "The council of Aville has closed 14 libraries in 2020, the mayor said on Monday"),
        (TELLING, "In 2020 the council of Aville has closed 12 libraries, the mayor said on Monday"),
        (TELLING, "Rain fell in Bury"),
        ("That is false.", "That is false."),
        ("It fell by half", "By half it fell"),
        ("🦀", "I did not say that"),  # a claim without any word, which once ended `tune` with a traceback
    ],
)
def test_the_suggestion_examined_is_that_of_a_comparison(one, other):
    matcher = Matcher(MatchTuning(Thresholds(0.0, 0.0)))
    pair = Statement(one), Statement(other)
    assert matcher.examine(*pair)[1] == matcher.compare(*pair).suggestion


def test_precision_and_recall_are_reported_per_threshold():
    report = examine_cached(30, 30)
    assert report.missing == 0
    assert [row.threshold for row in report.rows] == pytest.approx([step / 100 for step in range(50, 100, 5)])
    lowest = report.rows[0]
    assert (lowest.precision, lowest.recall) == (1.0, 1.0)


def count_called_duplicates(pairs, *in_force):
    """Count the pairs that the matcher calls duplicates with these thresholds and weights."""
    matcher = Matcher(MatchTuning(*in_force))
    comparisons = (matcher.compare(pair.query, pair.candidate) for pair in pairs)
    return sum(comparison.suggestion == "duplicate" for comparison in comparisons)


def test_current_quality_is_measured_with_the_settings_in_force():
    """The rows of the table show what would be; a desk also wants to know what it has."""
    pairs = judged_pairs(30, 30)
    shipped = examine_cached(30, 30).current
    assert (shipped.threshold, shipped.called) == (
        DEFAULT_THRESHOLDS.duplicate,
        count_called_duplicates(pairs),
    )
    strict_matcher = Matcher(MatchTuning(Thresholds(0.999, 0.3), {**WEIGHTS, "bias": -9.0}))
    strict = examine_pairs(pairs, strict_matcher).current
    assert (strict.threshold, strict.called, strict.precision, strict.recall) == (0.999, 0, None, 0.0)


def test_the_shipped_threshold_stays_if_none_is_precise_enough():
    """This desk judges by something that the words do not show: of either kind of pair, half are the same."""
    pairs = [
        JudgedPair(pair.query, pair.candidate, at % 4 < 2) for at, pair in enumerate(judged_pairs(40, 40))
    ]
    report = examine_pairs(pairs, Matcher())
    assert report.comparison.shipped_log_loss > report.comparison.refit_log_loss
    assert all(row.precision is None or row.precision < 0.95 for row in report.rows)
    assert report.thresholds.duplicate == DEFAULT_THRESHOLDS.duplicate
    assert any("at this threshold and every higher one" in why for why in report.untold)


# ── whatever the proportion of judgements ───────────────────────────────────────────────────────


def related_pairs(count):
    """Pairs that this desk judges the same, though none is similar enough to be called a duplicate."""
    return [
        JudgedPair(
            Statement(f"The council of {PLACES[at % 30]} has voted to close {9 + at} libraries for good"),
            Statement(
                f"Libraries in {PLACES[at % 30]} will shut down, all {9 + at} of them, after a decision"
            ),
            True,
        )
        for at in range(count)
    ]


@each_row(
    ("same", "different"),
    [
        pytest.param(10, 40, id="nearly all different"),
        pytest.param(10, 190, id="hardly any the same"),
        pytest.param(25, 25, id="equally many of each"),
        pytest.param(40, 10, id="nearly all the same"),
        pytest.param(190, 10, id="hardly any different"),
    ],
)
def test_a_refit_finds_as_many_duplicates_whatever_share_was_judged_the_same(same, different):
    """How many of each kind a desk happened to judge says nothing about how similar duplicates must be."""
    report = examine_cached(same, different)
    assert report.applied.precision >= 0.95
    assert report.applied.recall >= report.current.recall


def test_a_refit_that_finds_no_duplicates_is_rejected_with_the_reason():
    """If nearly all pairs are different, calling all of them different lowers the loss and finds nothing."""
    pairs = related_pairs(12) + [pair for pair in judged_pairs(0, 60) if not pair.same]
    report = examine_pairs(pairs, Matcher())
    assert report.comparison.refit_log_loss < report.comparison.shipped_log_loss
    assert (report.comparison.is_better, report.weights) == (False, None)
    assert "too few to measure" in report.comparison.why_not
    assert report.thresholds == DEFAULT_THRESHOLDS
    assert not report.changes_anything


def test_word_for_word_repeats_do_not_count_towards_the_weights():
    repeated = [replace(pair, candidate=pair.query) for pair in judged_pairs(30, 0)]
    report = examine_pairs(repeated + [pair for pair in judged_pairs(0, 30) if not pair.same], Matcher())
    assert (report.missing, report.comparison) == (0, None)
    assert any("30 of the pairs are the same word for word" in why for why in report.untold)


def scored_pairs(*pairs):
    """Pairs that may be called duplicates, each given by its score and whether it was judged the same."""
    scores, labels = np.array(pairs).T
    anything = np.ones(len(labels), dtype=bool)
    return ScoredPairs(labels, scores, anything, ~anything)


SURE = [(0.95, 1)] * 100


@each_row(
    ("between", "threshold"),
    [
        pytest.param([], 0.8, id="no pairs judged below: nothing to lower it to"),
        pytest.param([(0.72, 1)] * 4, 0.8, id="four pairs below are too few to lower it"),
        pytest.param([(0.72, 1)] * 5, 0.72, id="five right pairs lower it to their score and no further"),
        pytest.param([(0.72, 0)] * 5, 0.8, id="wrong pairs below, outnumbered by a hundred right ones above"),
        pytest.param(
            [(0.9, 0)] * 10, 0.91, id="wrong pairs above the shipped threshold raise it beyond them"
        ),
    ],
)
def test_a_threshold_moves_only_for_enough_judged_pairs_near_it(between, threshold):
    assert choose_thresholds(scored_pairs(*SURE, *between))[0].duplicate == threshold


@each_row(
    ("pairs", "threshold", "message"),
    [
        pytest.param([(0.95, 1), (0.95, 1), (0.95, 0), *[(0.8, 1)] * 30], 0.8, None, id="one wrong of three above"),
        pytest.param([*[(0.95, 1)] * 9, (0.95, 0), *[(0.82, 1)] * 30], 0.8, None, id="one wrong of ten above"),
        pytest.param(
            [*[(0.95, 1)] * 8, *[(0.95, 0)] * 2, *[(0.82, 1)] * 90], 0.8,
            "from 0.95, 10 pairs would be called duplicates, 2 of them judged different; 95% must be right, "
            "at this threshold and every higher one",
            id="two wrong of ten above, though 98 of 100 in all are right",
        ),
        pytest.param(
            [*[(0.85, 1)] * 9, (0.85, 0)], 0.8, "10 pairs called duplicates from 0.80 are too few to set the threshold: 20 are needed",
            id="one wrong of ten in all: too few to measure 95%",
        ),
        pytest.param(
            [(0.85, 1)] * 4, 0.8, "4 pairs called duplicates from 0.80 are too few to set the threshold: 5 are needed", id="four right ones",
        ),
    ],
)  # fmt: skip
def test_one_wrong_pair_among_few_does_not_rule_out_a_threshold(pairs, threshold, message):
    thresholds, why = choose_thresholds(scored_pairs(*pairs, *[(0.1, 0)] * 9))
    assert thresholds.duplicate == threshold
    assert [reason for reason in why if "called duplicates" in reason] == ([message] if message else [])


def test_the_related_threshold_stays_below_fifty_pairs_judged_the_same():
    """98% of few pairs is all of them: the one with the lowest score would set the threshold."""
    few, why = choose_thresholds(scored_pairs(*[(0.1, 1)] * 49))
    assert few.related == DEFAULT_THRESHOLDS.related
    assert "49 pairs judged the same are too few" in why[-1]
    assert choose_thresholds(scored_pairs(*[(0.1, 1)] * 50))[0].related == 0.1


def test_no_weight_changes_its_sign():
    """A guard that found a difference must never count in favour of a pair, whatever the judgements."""
    pairs = [
        JudgedPair(
            Statement(f"The council of {place} spent 40 million crowns on its bridge"),
            Statement(f"The council of {place} spent 50 million crowns on its bridge"),
            True,
        )
        for place in PLACES
    ]
    report = examine_pairs(pairs + judged_pairs(30, 40), Matcher())
    if report.weights is None:
        pytest.fail("this desk's judgements call for other weights")
    assert report.weights["conflict"] <= 0
    assert all(value >= 0 for name, value in report.weights.items() if WEIGHTS[name] > 0)


def test_the_same_judgements_give_the_same_report():
    assert examine_pairs(judged_pairs(30, 30), Matcher()) == examine_cached(30, 30)


# ── what is promised, and what is then in force ─────────────────────────────────────────────────


def test_a_threshold_must_also_hold_with_the_refitted_weights():
    """A fit that has not seen a pair scores it slightly differently from the fit to all pairs."""
    unseen = scored_pairs(*[(0.97, 1)] * 40, *[(0.93, 0)] * 6, *[(0.4, 0)] * 40)
    same = scored_pairs(*[(0.97, 1)] * 40, *[(0.94, 0)] * 6, *[(0.4, 0)] * 40)
    higher = scored_pairs(*[(0.98, 1)] * 40, *[(0.975, 0)] * 6, *[(0.4, 0)] * 40)
    assert choose_thresholds(unseen)[0].duplicate == choose_thresholds(unseen, unseen)[0].duplicate == 0.94
    assert choose_thresholds(unseen, same)[0].duplicate == 0.95
    level, why = choose_thresholds(unseen, higher)
    assert level.duplicate == DEFAULT_THRESHOLDS.duplicate
    assert why[0].startswith("from 0.97, 46 pairs would be called duplicates, 6 of them judged different")


_SEEN_BELOW = [(0.35, 0)] * 50


@each_row(
    ("below", "related"),
    [
        pytest.param([], 0.3, id="no pairs below were judged, so they may be the same"),
        pytest.param([(0.35, 0)] * 49, 0.3, id="too few"),
        pytest.param(_SEEN_BELOW, 0.45, id="enough, all different"),
        pytest.param([*_SEEN_BELOW[1:], (0.35, 1)], 0.45, id="one of fifty the same"),
        pytest.param([*_SEEN_BELOW, (0.4, 1), (0.4, 1)], 0.4, id="two of the nearest fifty the same: as far as these"),
        pytest.param([(0.1, 0)] * 50, 0.3, id="lower pairs that are different say nothing about the ones in between"),
    ],
)  # fmt: skip
def test_pairs_are_hidden_only_where_enough_of_them_were_judged_different(below, related):
    """`duplicates` shows the likeliest first and nothing below the score in force: pairs nobody saw are no evidence."""
    thresholds, why = choose_thresholds(scored_pairs(*[(0.45, 1)] * 120, *below))
    assert thresholds.related == related
    assert any("at least 50 judged pairs must score in between" in reason for reason in why) == (
        related == 0.3
    )


def test_conflicts_do_not_affect_the_related_threshold():
    """Conflicts are shown whatever they score."""
    pairs = scored_pairs(*[(0.45, 1)] * 120, *_SEEN_BELOW)
    pairs.shown_anyway[-1] = True
    assert choose_thresholds(pairs)[0].related == DEFAULT_THRESHOLDS.related


def test_the_related_threshold_is_the_lower_of_both_fits():
    low, high = (scored_pairs(*[(score, 1)] * 60, *_SEEN_BELOW) for score in (0.2, 0.4))
    assert choose_thresholds(high)[0].related == 0.4
    assert choose_thresholds(high, low)[0].related == 0.2


def noisy_pairs():
    """Pairs of all sorts, judged by a desk that is not always consistent."""
    chance = random.Random(0)
    pairs = [*judged_pairs(60, 60), *related_pairs(60)]
    return [replace(pair, same=pair.same != (chance.random() < 0.08)) for pair in pairs]


@cache
def examine_noisy():
    return examine_pairs(noisy_pairs(), Matcher())


def test_the_lowest_judged_score_is_reported():
    lowest = min(compare(pair.query, pair.candidate).score for pair in noisy_pairs())
    assert examine_noisy().lowest == pytest.approx(lowest, abs=1e-4)


@each_row(
    ("pairs", "examine", "is_fitted"),
    [
        pytest.param(noisy_pairs(), examine_noisy, False, id="inconsistent judgements"),
        pytest.param(judged_pairs(25, 25), lambda: examine_cached(25, 25), True, id="consistent judgements"),
    ],
)
def test_the_applied_result_is_what_the_matcher_finds_with_the_new_settings(pairs, examine, is_fitted):
    report = examine()
    assert bool(report.weights) == is_fitted
    assert report.applied.threshold == report.thresholds.duplicate
    assert report.applied.called == count_called_duplicates(pairs, report.thresholds, report.weights)
    assert not is_fitted or report.wanted.precision >= 0.95
