"""The matcher against a desk's judgements: precision and recall, thresholds, and a refit of the weights."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claimtrack.core.match import DEFAULT_THRESHOLDS, Thresholds, compare, is_exact_repeat
from claimtrack.core.match.score import WEIGHTS, feature_values
from claimtrack.core.model import Suggestion
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
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np

    from claimtrack.core.model import Statement

    Array = np.ndarray[Any, Any]
    Rarity = Callable[[str], float]

_SPREAD = 1.0
"""How far a desk's own weights are expected to lie from the shipped ones (a standard deviation)."""


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two statements, and whether a person judged them the same."""

    query: Statement
    candidate: Statement
    same: bool


@dataclass(frozen=True, slots=True)
class MatchReport:
    """What the judgements tell. With judgements `missing`, everything after it is empty.

    `current` is the quality by the weights and the threshold in force. `rows` are by the weights that would be: the
    refitted ones where they are better, on judgements that the refit had not seen, else the shipped ones; the threshold
    in force and the one to choose are among them, and `wanted` is the row of the latter. `applied` is the quality by
    what would be in force, as `current` is by what is: of all pairs, also those that a refit has seen. `weights` are
    the refitted ones, given only where they are better; `thresholds` are the ones to choose, the shipped ones where
    nothing speaks for others; `untold` is what the judgements are too few or too mixed to tell. Recall counts only
    pairs that somebody judged, and these score from `lowest` on, by the same weights as `rows`.
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
        """Whether there is something to put in force."""
        return self.weights is not None or self.thresholds != DEFAULT_THRESHOLDS


def examine_pairs(
    pairs: Sequence[JudgedPair],
    rarity: Rarity,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    weights: Mapping[str, float] | None = None,
) -> MatchReport:
    """Measure the matcher on judged pairs and refit it. `rarity` is that of the desk's terms.

    `thresholds` and `weights` are those in force, None the shipped ones.
    """
    import numpy as np

    labels = np.array([pair.same for pair in pairs], dtype=float)
    same = int(labels.sum())
    short = missing([pair.same for pair in pairs])
    if short:
        return MatchReport(same, len(pairs) - same, short)
    measured = _measure_pairs(pairs, labels, rarity)
    refit = _refit_weights(measured)
    chosen_thresholds, untold = choose_thresholds(*refit.scored)
    return MatchReport(
        same=same,
        different=len(pairs) - same,
        missing=0,
        current=measured.scored(_weights_array(weights)).row(thresholds.duplicate),
        rows=refit.scored[0].rows(thresholds.duplicate, chosen_thresholds.duplicate),
        wanted=refit.scored[0].row(chosen_thresholds.duplicate),
        applied=measured.scored(_weights_array(refit.weights)).row(chosen_thresholds.duplicate),
        comparison=refit.comparison,
        weights=refit.weights,
        thresholds=chosen_thresholds,
        untold=(*refit.untold, *untold),
        lowest=round(float(refit.scored[0].scores.min()), 4),
    )


# ── what the matcher sees in each pair ──────────────────────────────────────────────────────────

_FEATURE_NAMES = tuple(name for name in WEIGHTS if name != "bias")


@dataclass(frozen=True, slots=True)
class _MeasuredPairs:
    """The judged pairs with what the matcher sees in them, whatever it weighs."""

    labels: Array
    features: Array
    telling: Array
    """Whether it is no repeat word by word, which scores 1 whatever the weights, so that it teaches nothing."""
    may_be_called: Array
    shown_anyway: Array

    def scored(self, weights: Array) -> ScoredPairs:
        """The pairs by these weights."""
        scores = sigmoid(self.features @ weights)
        scores[~self.telling] = 1.0
        return ScoredPairs(self.labels, scores, self.may_be_called, self.shown_anyway)


def _measure_pairs(pairs: Sequence[JudgedPair], labels: Array, rarity: Rarity) -> _MeasuredPairs:
    import numpy as np

    telling = np.array([not is_exact_repeat(pair.query.text, pair.candidate.text) for pair in pairs])
    features = np.array([_features(pair, rarity) for pair in pairs])
    called = np.array([_unthresholded_suggestion(pair, rarity) for pair in pairs])
    return _MeasuredPairs(
        labels, features, telling, called == Suggestion.DUPLICATE, called == Suggestion.CONFLICT
    )


def _features(pair: JudgedPair, rarity: Rarity) -> list[float]:
    values = feature_values(pair.query, pair.candidate, rarity)
    return [1.0, *(values.get(name, 0.0) for name in _FEATURE_NAMES)]


def _unthresholded_suggestion(pair: JudgedPair, rarity: Rarity) -> Suggestion:
    """What the pair is called where no score is too low."""
    return compare(pair.query, pair.candidate, rarity, Thresholds(duplicate=0.0, related=0.0)).suggestion


# ── weights ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Refit:
    """What came of refitting: the pairs by the weights that would be, and these weights where they are better.

    By refitted weights they are `scored` twice: by fits that had not seen them, and by the weights themselves.
    """

    scored: tuple[ScoredPairs, ...]
    comparison: FitComparison | None = None
    weights: Mapping[str, float] | None = None
    untold: tuple[str, ...] = ()


def _refit_weights(measured: _MeasuredPairs) -> _Refit:
    """Weights fitted to the judgements, against the shipped ones."""
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
    """The comparison, in which a refit is no better either that calls duplicates wrongly, or fewer, or next to none.

    It has to hold by the weights that come `in_force`, too.

    To be less surprised is no help to a desk by itself: whoever thinks all pairs different is rarely surprised where nearly all are.
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
    """The weights as the features stand, None the shipped ones."""
    import numpy as np

    return np.array([(weights or WEIGHTS).get(name, 0.0) for name in ("bias", *_FEATURE_NAMES)])


def _fit(features: Array, labels: Array) -> Array:
    """Weights near the shipped ones; none may change sides, so that a guard never speaks for a pair."""
    import numpy as np

    shipped = _weights_array()
    strength = np.full(len(shipped), _SPREAD**-2)
    weights = fit_logistic(features, labels, shipped, strength, balanced_weights(labels))
    crossed = weights[1:] * np.sign(shipped[1:]) < 0
    weights[1:][crossed] = 0.0
    return weights


def _predict(features: Array, labels: Array, others: Array) -> Array:
    return sigmoid(others @ _fit(features, labels))
