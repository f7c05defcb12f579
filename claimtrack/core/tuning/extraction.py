"""Measures the ranking of sentences against a desk's triage (precision at k), and refits the points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.extract import DEFAULT_THRESHOLD, FEATURES, Sentence, score
from claimtrack.core.extract.checkworthy import OFFSET, scale
from claimtrack.core.extract.words.reading import normalise
from claimtrack.core.model import ClaimantKind, Kind
from claimtrack.core.tuning.fitting import (
    FitComparison,
    balanced_weights,
    compare_fits,
    cross_validate,
    fit_logistic,
    missing,
    sigmoid,
)

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

LIST_LENGTHS = (5, 10, 20, 50, 100)
"""Lengths of the list for which precision is reported."""
_SPREAD = 2.0
"""Standard deviation, in points, with which a desk's own points are expected to differ from the shipped ones."""
_SOURCE_FEATURES = frozenset({"stated", "outlet_says"})
"""Features that distinguish the outlet's own statements from those of people it reports."""
_SOURCE_SPREAD = 8.0
"""The same for these features: many desks check only what others say, whatever it is about."""
_SLOPE = 0.125
"""Log-odds that one point adds to the shipped score."""
_OFFSET_STRENGTH = 1e9
"""Regularisation that fixes the offset: the threshold adapts to the desk instead."""
_MIN_SENTENCES = 5
"""Sentences with a feature that are needed to change its points."""


@dataclass(frozen=True, slots=True)
class TriagedSentence:
    """A proposed claim in the article's words, and whether a person accepted it as worth checking.

    `source` is the kind of speaker who said it.
    """

    text: str
    kind: Kind
    accepted: bool
    source: ClaimantKind = ClaimantKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class ExtractReport:
    """The result of examining the decisions. If some are `missing`, everything after it is empty.

    `precision_at` maps a length k to the share of accepted claims among the top k by the shipped points, `current` by the
    points in force. `points` are the refitted integer points, given only if they are better; `threshold` is the score (0..1) from which a
    sentence is marked check-worthy, chosen to separate accepted from rejected claims best.
    """

    accepted: int
    rejected: int
    missing: int
    precision_at: Mapping[int, float] | None = None
    current: Mapping[int, float] | None = None
    comparison: FitComparison | None = None
    points: Mapping[str, int] | None = None
    threshold: float = DEFAULT_THRESHOLD

    @property
    def changes_anything(self) -> bool:
        """Whether the result differs from the shipped settings."""
        return self.points is not None or self.threshold != DEFAULT_THRESHOLD


def examine_sentences(
    triaged: Sequence[TriagedSentence], in_force: Mapping[str, int] | None = None
) -> ExtractReport:
    """Measure the ranking on triaged claims and refit its points. `in_force` are the current points, None the shipped ones."""
    import numpy as np

    labels = np.array([one.accepted for one in triaged], dtype=float)
    accepted = int(labels.sum())
    short = missing([one.accepted for one in triaged])
    if short:
        return ExtractReport(accepted, len(triaged) - accepted, short)
    features = np.array([_feature_values(one) for one in triaged])
    shipped = cross_validate(features, labels, _predict_shipped)
    refit = cross_validate(features, labels, _predict_refit)
    comparison = compare_fits(labels, shipped, refit, order=features @ _shipped_points())
    points = _points_by_name(_refit_points(features, labels)) if comparison.is_better else None
    scores = np.array([score(_as_sentence(one), points)[0] for one in triaged])
    return ExtractReport(
        accepted=accepted,
        rejected=len(triaged) - accepted,
        missing=0,
        precision_at=_precision_at(labels, features @ _shipped_points()),
        current=_precision_at(labels, features @ _points_in_force(in_force)),
        comparison=comparison,
        points=points,
        threshold=_best_threshold(labels, scores),
    )


# ── points ──────────────────────────────────────────────────────────────────────────────────────


def _as_sentence(one: TriagedSentence) -> Sentence:
    """Return the claim as the sentence that the extractor scores."""
    return Sentence(normalise(one.text), one.kind, one.source)


def _feature_values(one: TriagedSentence) -> list[float]:
    """Return the value of each feature in a sentence, discounted by its length, and that of the offset last."""
    sentence = _as_sentence(one)
    counts = scale(0) / scale(len(sentence.words))
    return [counts * bool(entry.test(sentence)) for entry in FEATURES.values()] + [counts]


def _shipped_points() -> Array:
    import numpy as np

    return np.array([*(entry.points for entry in FEATURES.values()), -OFFSET], dtype=float)


def _points_in_force(in_force: Mapping[str, int] | None) -> Array:
    import numpy as np

    shipped = {name: entry.points for name, entry in FEATURES.items()}
    return np.array([*((in_force or shipped).get(name, 0) for name in FEATURES), -OFFSET], dtype=float)


def _points_by_name(points: Array) -> dict[str, int]:
    return {name: int(value) for name, value in zip(FEATURES, points[:-1], strict=True)}


def _fit_line(totals: Array, labels: Array) -> tuple[float, float]:
    """Fit the intercept and slope that map a total of points to the probability that this desk accepts a sentence.

    The slope is never negative: a ranking that is consistently wrong must not count as good.
    """
    import numpy as np

    ones = np.ones((len(totals), 1))
    features = np.column_stack([ones, totals])
    intercept, slope = fit_logistic(features, labels, np.array([0.0, _SLOPE]), np.array([0.01, 100.0]))
    if slope < 0:
        intercept, slope = fit_logistic(ones, labels, np.zeros(1), np.full(1, 0.01))[0], 0.0
    return float(intercept), float(slope)


def _refit_points(features: Array, labels: Array) -> Array:
    """Return integer points near the shipped ones that fit the decisions better."""
    import numpy as np

    shipped = _shipped_points()
    intercept, slope = _fit_line(features @ shipped, labels)
    slope = max(slope, _SLOPE)
    columns = np.column_stack([np.ones(len(labels)), features])
    spread = np.array([_SOURCE_SPREAD if name in _SOURCE_FEATURES else _SPREAD for name in FEATURES])
    strength = np.concatenate([[0.01], (spread * slope) ** -2, [_OFFSET_STRENGTH]])
    fitted = fit_logistic(columns, labels, np.append(intercept, shipped * slope), strength)
    points = np.round(fitted[1:] / slope)
    return np.where((features > 0).sum(axis=0) >= _MIN_SENTENCES, points, shipped)


def _predict_with(points: Array, features: Array, labels: Array, others: Array) -> Array:
    intercept, slope = _fit_line(features @ points, labels)
    return sigmoid(intercept + slope * (others @ points))


def _predict_shipped(features: Array, labels: Array, others: Array) -> Array:
    return _predict_with(_shipped_points(), features, labels, others)


def _predict_refit(features: Array, labels: Array, others: Array) -> Array:
    return _predict_with(_refit_points(features, labels), features, labels, others)


# ── measures ────────────────────────────────────────────────────────────────────────────────────


def _precision_at(labels: Array, totals: Array) -> dict[int, float]:
    import numpy as np

    order = np.argsort(-totals, kind="stable")
    return {k: round(float(labels[order[:k]].mean()), 4) for k in LIST_LENGTHS if k <= len(labels)}


def _best_threshold(labels: Array, scores: Array) -> float:
    """Return the threshold that separates accepted from rejected best, with balanced classes; of equals the one nearest to the shipped one.

    The shipped one stays unless another is better by more than two standard errors, since the best of many is always
    somewhat better by chance.
    """

    def right(threshold: float) -> Array:
        counted: Array = balanced_weights(labels) * ((scores >= threshold) == (labels == 1))
        return counted

    def merit(threshold: float) -> tuple[float, float]:
        return round(float(right(threshold).mean()), 6), -abs(threshold - DEFAULT_THRESHOLD)

    best = max((step / 100 for step in range(5, 96)), key=merit)
    gain = right(best) - right(DEFAULT_THRESHOLD)
    noise = float(gain.std(ddof=1)) / len(gain) ** 0.5
    return best if gain.mean() > 2 * noise else DEFAULT_THRESHOLD
