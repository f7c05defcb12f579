"""The matcher's tuning: what it would choose for desks whose taste is known."""

import random
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from claimtrack.core.match import DEFAULT_THRESHOLDS, Matcher, MatchTuning, Thresholds, compare
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


def judged(same, different):
    """Pairs with ten words in common; those of a different claim name another place."""
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
def examined(same, different):
    """What several tests ask about: to fit weights to pairs takes a fifth of a second."""
    return examine_pairs(judged(same, different), Matcher())


def test_too_few_judgements_say_how_many_are_missing():
    report = examine_pairs(judged(20, 5), Matcher())
    assert (report.same, report.different, report.missing) == (20, 5, 25)
    assert not report.changes_anything


def test_the_shipped_weights_give_the_shipped_score():
    """The refit works on the matcher's own features: what it fits is what compare() will use."""
    for pair in judged(8, 8):
        values = {"bias": 1.0, **Matcher().feature_values(pair.query, pair.candidate)}
        total = sum(WEIGHTS[name] * values[name] for name in WEIGHTS)
        assert compare(pair.query, pair.candidate).score == pytest.approx(float(sigmoid(total)), abs=1e-6)


def test_precision_and_recall_are_told_per_threshold():
    report = examined(30, 30)
    assert report.missing == 0
    assert [row.threshold for row in report.rows] == pytest.approx([step / 100 for step in range(50, 100, 5)])
    lowest = report.rows[0]
    assert (lowest.precision, lowest.recall) == (1.0, 1.0)


def called(pairs, *in_force):
    """How many the matcher itself calls duplicates by these thresholds and weights."""
    matcher = Matcher(MatchTuning(*in_force))
    found = (matcher.compare(one.query, one.candidate) for one in pairs)
    return sum(one.suggestion == "duplicate" for one in found)


def test_todays_quality_is_that_of_what_is_in_force():
    """The table's rows are of what would be; a desk wants to know what it has."""
    pairs = judged(30, 30)
    shipped = examined(30, 30).current
    assert (shipped.threshold, shipped.called) == (DEFAULT_THRESHOLDS.duplicate, called(pairs))
    in_force = MatchTuning(Thresholds(0.999, 0.3), {**WEIGHTS, "bias": -9.0})
    strict = examine_pairs(pairs, Matcher(in_force)).current
    assert (strict.threshold, strict.called, strict.precision, strict.recall) == (0.999, 0, None, 0.0)


def test_where_no_threshold_is_precise_enough_the_shipped_one_stays():
    """This desk judges by something that the words do not tell: both kinds of pairs, half the same and half not."""
    pairs = [JudgedPair(pair.query, pair.candidate, at % 4 < 2) for at, pair in enumerate(judged(40, 40))]
    report = examine_pairs(pairs, Matcher())
    assert report.comparison.shipped_log_loss > report.comparison.refit_log_loss
    assert all(row.precision is None or row.precision < 0.95 for row in report.rows)
    assert report.thresholds.duplicate == DEFAULT_THRESHOLDS.duplicate
    assert any("at this threshold and every higher one" in why for why in report.untold)


# ── any proportion of judgements ────────────────────────────────────────────────────────────────


def related(count):
    """Pairs that share much and that this desk finds the same, though none is alike enough to be called so."""
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
        pytest.param(25, 25, id="as many of each"),
        pytest.param(40, 10, id="nearly all the same"),
        pytest.param(190, 10, id="hardly any different"),
    ],
)
def test_a_refit_calls_as_many_duplicates_as_before_whatever_the_share_judged_the_same(same, different):
    """How many of each kind a desk came to judge says nothing of how alike two claims have to be."""
    report = examined(same, different)
    assert report.applied.precision >= 0.95
    assert report.applied.recall >= report.current.recall


def test_a_refit_that_calls_nothing_a_duplicate_is_not_better_and_says_so():
    """To find nearly all pairs different surprises a desk less where nearly all are, and finds it nothing."""
    pairs = related(12) + [pair for pair in judged(0, 60) if not pair.same]
    report = examine_pairs(pairs, Matcher())
    assert report.comparison.refit_log_loss < report.comparison.shipped_log_loss
    assert (report.comparison.is_better, report.weights) == (False, None)
    assert "too few to measure" in report.comparison.why_not
    assert report.thresholds == DEFAULT_THRESHOLDS
    assert not report.changes_anything


def test_repeats_word_by_word_are_no_judgements_of_the_weights():
    repeated = [replace(pair, candidate=pair.query) for pair in judged(30, 0)]
    report = examine_pairs(repeated + [pair for pair in judged(0, 30) if not pair.same], Matcher())
    assert (report.missing, report.comparison) == (0, None)
    assert any("30 of the pairs are the same word for word" in why for why in report.untold)


def scored(*pairs):
    """Pairs that may be called duplicates, each its score and whether it was judged the same."""
    scores, labels = np.array(pairs).T
    anything = np.ones(len(labels), dtype=bool)
    return ScoredPairs(labels, scores, anything, ~anything)


SURE = [(0.95, 1)] * 100


@each_row(
    ("between", "threshold"),
    [
        pytest.param([], 0.8, id="nothing judged below: nothing to come down to"),
        pytest.param([(0.72, 1)] * 4, 0.8, id="four pairs are too few to come down for"),
        pytest.param([(0.72, 1)] * 5, 0.72, id="five right ones: down to them, no further"),
        pytest.param([(0.72, 0)] * 5, 0.8, id="wrong ones, which a hundred right ones above hide"),
        pytest.param([(0.9, 0)] * 10, 0.91, id="wrong ones above the shipped one: up beyond them"),
    ],
)
def test_a_threshold_moves_only_for_pairs_that_it_is_about(between, threshold):
    assert choose_thresholds(scored(*SURE, *between))[0].duplicate == threshold


@each_row(
    ("pairs", "threshold", "said"),
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
            id="one wrong of ten in all: of twenty it would be one of the five in a hundred that may be",
        ),
        pytest.param(
            [(0.85, 1)] * 4, 0.8, "4 pairs called duplicates from 0.80 are too few to set the threshold: 5 are needed", id="four right ones",
        ),
    ],
)  # fmt: skip
def test_one_wrong_pair_among_few_speaks_against_no_threshold(pairs, threshold, said):
    found, why = choose_thresholds(scored(*pairs, *[(0.1, 0)] * 9))
    assert found.duplicate == threshold
    assert [one for one in why if "called duplicates" in one] == ([said] if said else [])


def test_below_fifty_pairs_judged_the_same_what_is_shown_stays():
    """98 % of ten pairs is all of them: the one that scores lowest would set the threshold."""
    few, why = choose_thresholds(scored(*[(0.1, 1)] * 49))
    assert few.related == DEFAULT_THRESHOLDS.related
    assert "49 pairs judged the same are too few" in why[-1]
    assert choose_thresholds(scored(*[(0.1, 1)] * 50))[0].related == 0.1


def test_no_weight_changes_sides():
    """A guard that found a difference must never speak for a pair, whatever the judgements."""
    number = [
        JudgedPair(
            Statement(f"The council of {place} spent 40 million crowns on its bridge"),
            Statement(f"The council of {place} spent 50 million crowns on its bridge"),
            True,
        )
        for place in PLACES
    ]
    report = examine_pairs(number + judged(30, 40), Matcher())
    if report.weights is None:
        pytest.fail("this desk's judgements call for other weights")
    assert report.weights["conflict"] <= 0
    assert all(value >= 0 for name, value in report.weights.items() if WEIGHTS[name] > 0)


def test_the_same_judgements_give_the_same_report():
    assert examine_pairs(judged(30, 30), Matcher()) == examined(30, 30)


# ── what is promised, and what is in force then ─────────────────────────────────────────────────


def test_a_threshold_has_to_hold_by_the_weights_that_come_in_force_too():
    """Fits that have not seen a pair score it a little otherwise than the one that has seen all."""
    unseen = scored(*[(0.97, 1)] * 40, *[(0.93, 0)] * 6, *[(0.4, 0)] * 40)
    same = scored(*[(0.97, 1)] * 40, *[(0.94, 0)] * 6, *[(0.4, 0)] * 40)
    higher = scored(*[(0.98, 1)] * 40, *[(0.975, 0)] * 6, *[(0.4, 0)] * 40)
    assert choose_thresholds(unseen)[0].duplicate == choose_thresholds(unseen, unseen)[0].duplicate == 0.94
    assert choose_thresholds(unseen, same)[0].duplicate == 0.95
    level, why = choose_thresholds(unseen, higher)
    assert level.duplicate == DEFAULT_THRESHOLDS.duplicate
    assert why[0].startswith("from 0.97, 46 pairs would be called duplicates, 6 of them judged different")


_SEEN_BELOW = [(0.35, 0)] * 50


@each_row(
    ("below", "related"),
    [
        pytest.param([], 0.3, id="nothing below was judged: not because it was different, but because it was not asked"),
        pytest.param([(0.35, 0)] * 49, 0.3, id="too few"),
        pytest.param(_SEEN_BELOW, 0.45, id="enough, all different"),
        pytest.param([*_SEEN_BELOW[1:], (0.35, 1)], 0.45, id="one of fifty the same"),
        pytest.param([*_SEEN_BELOW, (0.4, 1), (0.4, 1)], 0.4, id="two of the nearest fifty the same: up to these"),
        pytest.param([(0.1, 0)] * 50, 0.3, id="that what scores still less is different tells nothing of what lies between"),
    ],
)  # fmt: skip
def test_pairs_are_kept_from_view_only_where_such_pairs_were_judged_and_are_different(below, related):
    """`duplicates` shows the likeliest first, and nothing below the score in force: what nobody saw speaks for nothing."""
    found, why = choose_thresholds(scored(*[(0.45, 1)] * 120, *below))
    assert found.related == related
    assert any("at least 50 judged pairs must score in between" in one for one in why) == (related == 0.3)


def test_conflicts_say_nothing_of_the_score_to_show_from():
    """They are shown whatever they score."""
    pairs = scored(*[(0.45, 1)] * 120, *_SEEN_BELOW)
    pairs.shown_anyway[-1] = True
    assert choose_thresholds(pairs)[0].related == DEFAULT_THRESHOLDS.related


def test_what_is_shown_as_related_is_shown_by_either():
    low, high = (scored(*[(score, 1)] * 60, *_SEEN_BELOW) for score in (0.2, 0.4))
    assert choose_thresholds(high)[0].related == 0.4
    assert choose_thresholds(high, low)[0].related == 0.2


def noisy():
    """Pairs of all sorts, judged by a desk that is not always of one mind."""
    chance = random.Random(0)
    pairs = [*judged(60, 60), *related(60)]
    return [replace(pair, same=pair.same != (chance.random() < 0.08)) for pair in pairs]


@cache
def examined_noisy():
    return examine_pairs(noisy(), Matcher())


def test_how_far_down_people_have_judged_is_told():
    lowest = min(compare(one.query, one.candidate).score for one in noisy())
    assert examined_noisy().lowest == pytest.approx(lowest, abs=1e-4)


@each_row(
    ("pairs", "examine", "is_fitted"),
    [
        pytest.param(noisy(), examined_noisy, False, id="not always of one mind"),
        pytest.param(judged(25, 25), lambda: examined(25, 25), True, id="of one mind"),
    ],
)
def test_what_is_told_beside_what_is_in_force_is_what_is_found_once_it_is(pairs, examine, is_fitted):
    report = examine()
    assert bool(report.weights) == is_fitted
    assert report.applied.threshold == report.thresholds.duplicate
    assert report.applied.called == called(pairs, report.thresholds, report.weights)
    assert not is_fitted or report.wanted.precision >= 0.95
