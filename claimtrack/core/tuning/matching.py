"""Measures the matcher against a desk's judgements (precision, recall), and refits its weights and thresholds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claimtrack.core.advancing import Advance, tell_nobody
from claimtrack.core.match import DEFAULT_THRESHOLDS, Matcher, MatchTuning, Thresholds, is_exact_repeat
from claimtrack.core.match.score import WEIGHTS
from claimtrack.core.model import Statement, Suggestion
from claimtrack.core.tuning.fitting import (
    FitComparison,
    balanced_weights,
    compare_fits,
    cross_validate,
    fit_logistic,
    missing,
    sigmoid,
)
from claimtrack.core.tuning.thresholds import MIN_CALLED, ScoredPairs, ThresholdRow, choose_thresholds

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

_SPREAD = 1.0
"""Standard deviation with which a desk's own weights are expected to differ from the shipped ones."""


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two statements, and whether a person judged them the same."""

    query: Statement
    candidate: Statement
    same: bool


@dataclass(frozen=True, slots=True)
class MatchReport:
    """The result of examining the judgements. If some are `missing`, everything after it is empty.

    `current` is the quality of the weights and threshold in force. `rows` are for the proposed weights: the refitted ones if
    they are better, measured on judgements that the refit had not seen, else the shipped ones. They include the threshold in force
    and the proposed one, whose row is `wanted`. `applied` is the quality of the proposed settings on all pairs, also those that
    the refit has seen. `weights` are the refitted ones, given only if they are better; `thresholds` are the proposed ones, the
    shipped ones if nothing supports others; `untold` explains what the judgements are too few or too mixed to decide. Recall
    counts only judged pairs, whose lowest score, by the weights of `rows`, is `lowest`.
    """

    same: int
    different: int
    missing: int
    current: ThresholdRow | None = None
    rows: tuple[ThresholdRow, ...] = ()
    wanted: ThresholdRow | None = None
    applied: ThresholdRow | None = None
    comparison: FitComparison | None = None
    weights: Mapping[str, float] | None = None
    thresholds: Thresholds = DEFAULT_THRESHOLDS
    untold: tuple[str, ...] = ()
    lowest: float | None = None

    @property
    def changes_anything(self) -> bool:
        """Whether the result differs from the shipped settings."""
        return self.weights is not None or self.thresholds != DEFAULT_THRESHOLDS


def examine_pairs(
    pairs: Sequence[JudgedPair], matcher: Matcher, progress: Advance = tell_nobody
) -> MatchReport:
    """Measure the desk's matcher on judged pairs and refit it. `progress` receives how many pairs are done, and of how many."""
    import numpy as np

    labels = np.array([pair.same for pair in pairs], dtype=float)
    same = int(labels.sum())
    short = missing([pair.same for pair in pairs])
    if short:
        return MatchReport(same, len(pairs) - same, short)
    measured = _measure_pairs(pairs, labels, matcher, progress)
    refit = _refit_weights(measured)
    chosen_thresholds, untold = choose_thresholds(*refit.scored)
    duplicate = matcher.thresholds.duplicate
    return MatchReport(
        same=same,
        different=len(pairs) - same,
        missing=0,
        current=measured.scored(_weights_array(matcher.weights)).row(duplicate),
        rows=refit.scored[0].rows(duplicate, chosen_thresholds.duplicate),
        wanted=refit.scored[0].row(chosen_thresholds.duplicate),
        applied=measured.scored(_weights_array(refit.weights)).row(chosen_thresholds.duplicate),
        comparison=refit.comparison,
        weights=refit.weights,
        thresholds=chosen_thresholds,
        untold=(*refit.untold, *untold),
        lowest=round(float(refit.scored[0].scores.min()), 4),
    )


# ── features of each pair ───────────────────────────────────────────────────────────────────────

_FEATURE_NAMES = tuple(name for name in WEIGHTS if name != "bias")


@dataclass(frozen=True, slots=True)
class _MeasuredPairs:
    """The judged pairs with everything that does not depend on the weights."""

    labels: Array
    features: Array
    telling: Array
    """Whether the pair is informative: an exact repeat is not, since it scores 1 whatever the weights."""
    may_be_called: Array
    shown_anyway: Array

    def scored(self, weights: Array) -> ScoredPairs:
        """Return the pairs scored with these weights."""
        scores = sigmoid(self.features @ weights)
        scores[~self.telling] = 1.0
        return ScoredPairs(self.labels, scores, self.may_be_called, self.shown_anyway)


def _measure_pairs(
    pairs: Sequence[JudgedPair], labels: Array, matcher: Matcher, progress: Advance
) -> _MeasuredPairs:
    import numpy as np

    unthresholded = Matcher(MatchTuning(Thresholds(duplicate=0.0, related=0.0)), matcher.rarity)
    features, called = [], []
    for done, pair in enumerate(pairs, start=1):
        values, suggestion = unthresholded.examine(pair.query, pair.candidate)
        features.append([1.0, *(values.get(name, 0.0) for name in _FEATURE_NAMES)])
        called.append(suggestion)
        progress(done, len(pairs))
    telling = np.array([not is_exact_repeat(pair.query.text, pair.candidate.text) for pair in pairs])
    suggested = np.array(called)
    return _MeasuredPairs(
        labels,
        np.array(features),
        telling,
        suggested == Suggestion.DUPLICATE,
        suggested == Suggestion.CONFLICT,
    )


# ── weights ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Refit:
    """The result of refitting: the pairs scored with the proposed weights, and the refitted weights if they are better.

    With refitted weights the pairs are `scored` twice: by fits that had not seen them, and by the final weights.
    """

    scored: tuple[ScoredPairs, ...]
    comparison: FitComparison | None = None
    weights: Mapping[str, float] | None = None
    untold: tuple[str, ...] = ()


def _refit_weights(measured: _MeasuredPairs) -> _Refit:
    """Fit weights to the judgements and compare them with the shipped ones."""
    import numpy as np

    shipped, telling = measured.scored(_weights_array()), measured.telling
    taught, wanted = measured.features[telling], measured.labels[telling]
    if short := missing([bool(label) for label in wanted]):
        return _Refit(
            (shipped,), untold=(_TOO_MANY_REPEATS.format(repeats=int((~telling).sum()), short=short),)
        )
    unseen = cross_validate(taught, wanted, _predict)
    refit = replace(shipped, scores=np.ones(len(telling)))
    refit.scores[telling] = unseen
    fitted = np.round(_fit(taught, wanted), 4)
    in_force = measured.scored(fitted)
    weighed = compare_fits(wanted, shipped.scores[telling], unseen, sample_weights=balanced_weights(wanted))
    comparison = _check_duplicates_called(weighed, shipped, refit, in_force)
    if not comparison.is_better:
        return _Refit((shipped,), comparison)
    weights = dict(zip(("bias", *_FEATURE_NAMES), fitted.tolist(), strict=True))
    return _Refit((refit, in_force), comparison, weights)


_TOO_MANY_REPEATS = (
    "{repeats} of the pairs are the same word for word, which says nothing about the weights: {short} more are "
    "needed"
)


def _check_duplicates_called(
    comparison: FitComparison, shipped: ScoredPairs, refit: ScoredPairs, in_force: ScoredPairs
) -> FitComparison:
    """Reject a refit that calls wrong duplicates, fewer duplicates or almost none, though its log-loss is lower.

    It must pass both on unseen pairs and with the final weights (`in_force`). A lower loss alone does not help a desk: if nearly
    all pairs are different, calling every pair different has a low loss, too.
    """
    if not comparison.is_better:
        return comparison
    before = shipped.row(choose_thresholds(shipped)[0].duplicate)
    level = choose_thresholds(refit, in_force)[0].duplicate
    after = min((one.row(level) for one in (refit, in_force)), key=lambda row: (row.is_precise, row.recall))
    if after.called < MIN_CALLED:
        why_not = f"it would call {after.called} of the judged pairs duplicates, too few to measure it"
    elif not after.is_precise:
        why_not = f"only {after.precision:.0%} of the pairs it would call duplicates were judged the same"
    elif before.is_precise and after.recall < before.recall:
        why_not = f"it would find {after.recall:.0%} of the pairs judged the same, the shipped weights {before.recall:.0%}"
    else:
        return comparison
    return replace(comparison, is_better=False, why_not=why_not)


def _weights_array(weights: Mapping[str, float] | None = None) -> Array:
    """Return the weights in the order of the features; None gives the shipped ones."""
    import numpy as np

    return np.array([(weights or WEIGHTS).get(name, 0.0) for name in ("bias", *_FEATURE_NAMES)])


def _fit(features: Array, labels: Array) -> Array:
    """Fit weights near the shipped ones; none may change its sign, so that a guard never supports a pair."""
    import numpy as np

    shipped = _weights_array()
    strength = np.full(len(shipped), _SPREAD**-2)
    weights = fit_logistic(features, labels, shipped, strength, balanced_weights(labels))
    crossed = weights[1:] * np.sign(shipped[1:]) < 0
    weights[1:][crossed] = 0.0
    return weights


def _predict(features: Array, labels: Array, others: Array) -> Array:
    return sigmoid(others @ _fit(features, labels))
