"""The matcher against a desk's judgements: precision and recall, thresholds, and a refit of the weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.match import DEFAULT_THRESHOLDS, Thresholds, compare, exact_repeat
from claimtrack.core.match.score import WEIGHTS, feature_values
from claimtrack.core.model import Suggestion
from claimtrack.core.tuning.fitting import Comparison, fit_logistic, held_back, missing, sigmoid, weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np

    from claimtrack.core.model import Statement

    Array = np.ndarray[Any, Any]
    Rarity = Callable[[str], float]

PRECISION = 0.95
"""Of the pairs called duplicates, the share that should be: where the threshold is set."""
SHOWN = 0.98
"""Of the pairs that say the same, the share that a person should get to see."""
_SPREAD = 1.0
"""How far a desk's own weights are expected to lie from the shipped ones (a standard deviation)."""
_CALLED = 5
"""Pairs below which a precision says too little."""


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two statements, and whether a person judged them the same."""

    query: Statement
    candidate: Statement
    same: bool


@dataclass(frozen=True, slots=True)
class ThresholdRow:
    """What a duplicate threshold would do: pairs called duplicates, and precision and recall (0..1) of that."""

    threshold: float
    called: int
    precision: float | None
    recall: float


@dataclass(frozen=True, slots=True)
class MatchReport:
    """What the judgements tell. With judgements `missing`, everything after it is empty.

    `current` is the quality by the weights and the threshold in force. `rows` are by the weights that would be: the
    refitted ones where they are better, on judgements that the refit had not seen, else the shipped ones. `weights` are the refitted ones, given only where they are better; `thresholds` are the ones to choose,
    the shipped ones where nothing speaks for others. Recall counts only pairs that somebody judged.
    """

    same: int
    different: int
    missing: int
    current: ThresholdRow | None = None
    rows: tuple[ThresholdRow, ...] = ()
    comparison: Comparison | None = None
    weights: Mapping[str, float] | None = None
    thresholds: Thresholds = DEFAULT_THRESHOLDS

    @property
    def changes_anything(self) -> bool:
        """Whether there is something to put in force."""
        return self.weights is not None or self.thresholds != DEFAULT_THRESHOLDS


@dataclass(frozen=True, slots=True)
class _Scored:
    """The pairs with the scores to judge the thresholds by."""

    labels: Array
    scores: Array
    may_be_called: Array
    """Whether no guard and no shortness forbids to call the pair a duplicate."""


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
    comparison, refitted, scores = _refit(pairs, labels, rarity)
    scored = _Scored(labels, scores, np.array([_may_be_called(pair, rarity) for pair in pairs]))
    return MatchReport(
        same=same,
        different=len(pairs) - same,
        missing=0,
        current=_current(pairs, labels, rarity, thresholds, weights),
        rows=tuple(_row(scored, step / 100) for step in range(50, 100, 5)),
        comparison=comparison,
        weights=refitted,
        thresholds=_thresholds(scored),
    )


# ── weights ─────────────────────────────────────────────────────────────────────────────────────

_NAMES = tuple(name for name in WEIGHTS if name != "bias")


def _refit(
    pairs: Sequence[JudgedPair], labels: Array, rarity: Rarity
) -> tuple[Comparison, Mapping[str, float] | None, Array]:
    """The comparison, the weights where they are better, and the scores of what would be in force.

    A repeat word by word scores 1 whatever the weights, so it teaches nothing.
    """
    import numpy as np

    exact = np.array([exact_repeat(pair.query.text, pair.candidate.text) for pair in pairs])
    features = np.array([_features(pair, rarity) for pair in pairs])
    shipped = sigmoid(features @ _shipped())
    refit = shipped.copy()
    refit[~exact] = held_back(features[~exact], labels[~exact], _predict)
    comparison = weigh(labels[~exact], shipped[~exact], refit[~exact])
    scores = np.where(exact, 1.0, refit if comparison.is_better else shipped)
    if not comparison.is_better:
        return comparison, None, scores
    weights = _fit(features[~exact], labels[~exact])
    return (
        comparison,
        {name: round(float(w), 4) for name, w in zip(("bias", *_NAMES), weights, strict=True)},
        scores,
    )


def _features(pair: JudgedPair, rarity: Rarity) -> list[float]:
    values = feature_values(pair.query, pair.candidate, rarity)
    return [1.0, *(values.get(name, 0.0) for name in _NAMES)]


def _shipped() -> Array:
    import numpy as np

    return np.array([WEIGHTS["bias"], *(WEIGHTS[name] for name in _NAMES)])


def _fit(features: Array, labels: Array) -> Array:
    """Weights near the shipped ones; none may change sides, so that a guard never speaks for a pair."""
    import numpy as np

    shipped = _shipped()
    weights = fit_logistic(features, labels, shipped, np.full(len(shipped), _SPREAD**-2))
    crossed = weights[1:] * np.sign(shipped[1:]) < 0
    weights[1:][crossed] = 0.0
    return weights


def _predict(features: Array, labels: Array, others: Array) -> Array:
    return sigmoid(others @ _fit(features, labels))


# ── thresholds ──────────────────────────────────────────────────────────────────────────────────


def _may_be_called(pair: JudgedPair, rarity: Rarity) -> bool:
    lowest = Thresholds(duplicate=0.0, related=0.0)
    return compare(pair.query, pair.candidate, rarity, lowest).suggestion is Suggestion.DUPLICATE


def _current(
    pairs: Sequence[JudgedPair],
    labels: Array,
    rarity: Rarity,
    thresholds: Thresholds,
    weights: Mapping[str, float] | None,
) -> ThresholdRow:
    import numpy as np

    verdicts = (compare(pair.query, pair.candidate, rarity, thresholds, weights).suggestion for pair in pairs)
    called = np.array([verdict is Suggestion.DUPLICATE for verdict in verdicts])
    return _quality(thresholds.duplicate, labels, called)


def _row(scored: _Scored, threshold: float) -> ThresholdRow:
    return _quality(threshold, scored.labels, scored.may_be_called & (scored.scores >= threshold))


def _quality(threshold: float, labels: Array, called: Array) -> ThresholdRow:
    right = float(labels[called].sum())
    return ThresholdRow(
        threshold=threshold,
        called=int(called.sum()),
        precision=round(right / int(called.sum()), 4) if called.any() else None,
        recall=round(right / float(labels.sum()), 4),
    )


def _thresholds(scored: _Scored) -> Thresholds:
    duplicate = _duplicate_threshold(scored)
    return Thresholds(duplicate, min(_related_threshold(scored), duplicate))


def _duplicate_threshold(scored: _Scored) -> float:
    """The lowest threshold from which on every one calls duplicates with enough precision."""
    chosen = None
    for step in range(99, 49, -1):
        row = _row(scored, step / 100)
        if row.called < _CALLED:
            continue
        if row.precision is None or row.precision < PRECISION:
            break
        chosen = row.threshold
    return DEFAULT_THRESHOLDS.duplicate if chosen is None else chosen


def _related_threshold(scored: _Scored) -> float:
    """The highest threshold that still shows nearly all pairs that say the same; never above 0.5."""
    import numpy as np

    same = np.sort(scored.scores[scored.labels == 1])
    hidden = int(len(same) * (1 - SHOWN))
    return float(min(max(np.floor(same[hidden] * 100) / 100, 0.05), 0.5))
