"""The statistics of tuning: a small regularised logistic regression, cross-validation, and measures.

`labels` are arrays of 0 and 1. Everything is deterministic: the same decisions give the same fit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]
    # (training features, training labels, features to predict for) -> probabilities 0..1
    Predictor = Callable[[Array, Array, Array], Array]

LEAST_DECISIONS = 50
"""Decisions needed to fit anything: with fewer, the fit would only learn accidents."""
LEAST_OF_EACH = 10
"""Decisions of each class needed to fit anything."""
FOLDS = 5
_AP_TOLERANCE = 0.005
"""A loss of average precision small enough to ignore."""
_STEP_SIZES = tuple(0.5**halvings for halvings in range(12))


@dataclass(frozen=True, slots=True)
class FitComparison:
    """The shipped against the refitted weights, on decisions that the refit had not seen.

    Log-loss is the mean loss per decision (lower is better), `ap` the average precision of the ranking
    (0..1). The refit is better if the loss falls by more than its standard error and the ranking
    does not get worse; else `why_not` says why it is not.
    """

    shipped_log_loss: float
    refit_log_loss: float
    shipped_ap: float
    refit_ap: float
    is_better: bool
    why_not: str = ""


def balanced_weights(labels: Array) -> Array:
    """Return a sample weight for each decision so that both classes have the same total.

    For results that must not depend on how many of each class a desk happened to decide: a desk that is shown many
    different pairs does not want a stricter matcher.
    """
    import numpy as np

    sample_weights: Array = np.where(labels == 1, 0.5 / labels.mean(), 0.5 / (1 - labels.mean()))
    return sample_weights


def missing(labels: list[bool]) -> int:
    """Return how many more decisions are needed to fit anything; 0 if there are enough."""
    yes = sum(labels)
    short = max(LEAST_OF_EACH - yes, 0) + max(LEAST_OF_EACH - (len(labels) - yes), 0)
    return max(LEAST_DECISIONS - len(labels), short, 0)


def fit_logistic(
    features: Array, labels: Array, prior: Array, strength: Array, sample_weights: Array | float = 1.0
) -> Array:
    """Fit weights to the labels, regularised towards `prior` with `strength` for each weight.

    Newton's method on a convex loss: some ten steps, each solving a system with one equation per weight.
    """
    import numpy as np

    def cost(weights: Array) -> float:
        surprise = (sample_weights * _log_losses(labels, sigmoid(features @ weights))).sum()
        return float(surprise + (strength * (weights - prior) ** 2).sum() / 2)

    weights = prior.astype(float)
    for _ in range(50):
        chances = sigmoid(features @ weights)
        gradient = features.T @ (sample_weights * (chances - labels)) + strength * (weights - prior)
        curvature = (features.T * (sample_weights * chances * (1 - chances))) @ features + np.diag(
            strength + 1e-9
        )
        step = np.linalg.solve(curvature, gradient)
        # If the curve is flat, a full step overshoots.
        size = next((s for s in _STEP_SIZES if cost(weights - s * step) < cost(weights)), 0.0)
        weights = weights - size * step
        if size * float(np.abs(step).max()) < 1e-6:
            break
    return weights


def sigmoid(totals: Array) -> Array:
    """Return the probability 0..1 for each total (log-odds)."""
    import numpy as np

    chances: Array = 1 / (1 + np.exp(-np.clip(totals, -50, 50)))
    return chances


def cross_validate(features: Array, labels: Array, predict: Predictor) -> Array:
    """Return a prediction for each decision by a fit that has not seen it."""
    import numpy as np

    fold = _stratified_folds(labels)
    chances = np.empty(len(labels))
    for number in range(FOLDS):
        test = fold == number
        chances[test] = predict(features[~test], labels[~test], features[test])
    return chances


def _stratified_folds(labels: Array) -> Array:
    """Return the fold of each decision, with the labels spread evenly over the folds."""
    import numpy as np

    fold = np.empty(len(labels), dtype=int)
    for label in (0, 1):
        at = np.flatnonzero(labels == label)
        fold[at] = np.arange(len(at)) % FOLDS
    return fold


def compare_fits(
    labels: Array,
    shipped: Array,
    refit: Array,
    *,
    order: Array | None = None,
    sample_weights: Array | float = 1.0,
) -> FitComparison:
    """Compare the probabilities that the shipped and the refitted weights gave to the decisions made.

    `order` are the scores by which the shipped weights rank, if these are not the probabilities. `sample_weights` are 1
    on average.
    """
    before, after = sample_weights * _log_losses(labels, shipped), sample_weights * _log_losses(labels, refit)
    gain = before - after
    shipped_ap = average_precision(labels, shipped if order is None else order)
    refit_ap = average_precision(labels, refit)
    noise = float(gain.std(ddof=1)) / len(gain) ** 0.5
    if gain.mean() <= noise:
        why_not = "the surprise falls by no more than chance"
    else:
        why_not = "" if refit_ap >= shipped_ap - _AP_TOLERANCE else "the order is worse"
    return FitComparison(
        shipped_log_loss=round(float(before.mean()), 4),
        refit_log_loss=round(float(after.mean()), 4),
        shipped_ap=round(shipped_ap, 4),
        refit_ap=round(refit_ap, 4),
        is_better=not why_not,
        why_not=why_not,
    )


def _log_losses(labels: Array, chances: Array) -> Array:
    import numpy as np

    chances = np.clip(chances, 1e-6, 1 - 1e-6)
    surprises: Array = -(labels * np.log(chances) + (1 - labels) * np.log(1 - chances))
    return surprises


def average_precision(labels: Array, scores: Array) -> float:
    """Return the mean precision at each positive, best score first; equal scores count as one step. 0 without positives."""
    import numpy as np

    if not labels.sum():
        return 0.0
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(labels[order])
    last_of_equals = np.append(np.flatnonzero(np.diff(scores[order])), len(order) - 1)
    found = hits[last_of_equals]
    gained = np.diff(found, prepend=0)
    return float((gained * found / (last_of_equals + 1)).sum() / labels.sum())
