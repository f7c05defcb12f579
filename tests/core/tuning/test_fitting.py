"""The statistics of tuning, on cases whose answer is known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.core.tuning.fitting import (
    average_precision,
    balanced_weights,
    compare_fits,
    cross_validate,
    fit_logistic,
    missing,
    sigmoid,
)
from tests.tables import each_row


def column(values):
    return np.array(values, dtype=float)


@each_row(
    ("yes", "no", "expected"),
    [
        (0, 0, 50),
        (25, 24, 1),
        (25, 25, 0),
        # Fifty decisions of one kind say nothing about the other.
        (50, 0, 10),
        (45, 8, 2),
        (400, 10, 0),
    ],
)
def test_missing_decisions_are_counted_over_both_kinds(yes, no, expected):
    assert missing([True] * yes + [False] * no) == expected


@each_row(
    ("labels", "scores", "expected"),
    [
        ([1, 0], [0.9, 0.1], 1.0),
        ([0, 1], [0.9, 0.1], 0.5),
        # Equal scores are unordered: half of what is called is right.
        ([1, 0], [0.5, 0.5], 0.5),
        ([0, 1], [0.5, 0.5], 0.5),
        ([1, 0, 1], [0.9, 0.8, 0.7], (1 + 2 / 3) / 2),
        ([0, 0], [0.9, 0.1], 0.0),
    ],
)
def test_average_precision_takes_equal_scores_as_unordered(labels, scores, expected):
    assert average_precision(column(labels), column(scores)) == pytest.approx(expected)


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 1)), min_size=1, max_size=40))
def test_average_precision_does_not_depend_on_the_order_of_the_rows(rows):
    def ap(rows):
        return average_precision(column([label for label, _ in rows]), column([score for _, score in rows]))

    assert ap(rows) == pytest.approx(ap(rows[::-1]))


def test_a_fit_without_decisions_is_the_prior():
    prior = column([1, -2])
    fitted = fit_logistic(np.empty((0, 2)), np.empty(0), prior, column([1, 1]))
    assert fitted == pytest.approx(prior)


def test_a_fit_to_many_decisions_recovers_the_weights_behind_them():
    chance = np.random.default_rng(7)
    true = column([-1, 3, 0.5])
    features = np.column_stack([np.ones(5000), chance.random((5000, 2))])
    labels = (chance.random(5000) < sigmoid(features @ true)).astype(float)
    assert fit_logistic(features, labels, np.zeros(3), np.full(3, 0.01)) == pytest.approx(true, abs=0.35)


def test_a_decision_of_weight_two_counts_as_two_decisions():
    features, labels = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 0.5]]), np.array([0.0, 1.0, 1.0])
    prior, strength = np.zeros(2), np.ones(2)
    once_more = fit_logistic(features[[0, 0, 1, 2]], labels[[0, 0, 1, 2]], prior, strength)
    counted = fit_logistic(features, labels, prior, strength, np.array([2.0, 1.0, 1.0]))
    assert counted == pytest.approx(once_more, abs=1e-5)


@each_row("size", [1.0, 1000.0])
def test_the_fit_converges_on_features_of_any_size(size):
    """A full Newton step from a steep start overshoots: the loss must still fall below its initial value."""
    features = np.column_stack([np.ones(40), np.linspace(-size, size, 40)])
    labels = (features[:, 1] < 0).astype(float)
    weights = fit_logistic(features, labels, column([0.0, 5.0 / size]), column([0.01, 0.01]))
    assert ((sigmoid(features @ weights) > 0.5) == (labels > 0.5)).all()


def test_balanced_weights_give_both_classes_the_same_total():
    counting = balanced_weights(column([1] + [0] * 9))
    assert counting[0] == pytest.approx(counting[1:].sum())
    assert counting.mean() == pytest.approx(1)


def test_cross_validation_predicts_a_decision_without_having_seen_it():
    labels = column([1, 0] * 25)
    features = np.arange(50, dtype=float).reshape(-1, 1)
    seen = []

    def predict(known, known_labels, others):
        assert not set(known[:, 0]) & set(others[:, 0])
        assert known_labels.mean() == pytest.approx(0.5)
        seen.extend(others[:, 0])
        return np.zeros(len(others))

    cross_validate(features, labels, predict)
    assert sorted(seen) == list(range(50))


def test_a_refit_that_only_shuffles_noise_is_not_better():
    chance = np.random.default_rng(3)
    labels = (chance.random(200) < 0.5).astype(float)
    shipped = np.full(200, 0.5)
    verdicts = [
        compare_fits(labels, shipped, np.clip(shipped + chance.normal(0, 0.05, 200), 0, 1)).is_better
        for _ in range(20)
    ]
    assert sum(verdicts) <= 2


def test_a_refit_that_ranks_worse_is_not_better_despite_its_lower_loss():
    labels = column([1] * 30 + [0] * 30)
    shipped = np.append(np.full(30, 0.06), np.full(30, 0.05))  # the right order with absurd probabilities
    refit = np.append(np.linspace(0.4, 0.9, 30), np.linspace(0.1, 0.6, 30))
    comparison = compare_fits(labels, shipped, refit)
    assert comparison.refit_log_loss < comparison.shipped_log_loss
    assert not comparison.is_better
