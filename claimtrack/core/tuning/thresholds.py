"""Chooses, from a desk's judgements, the scores from which a pair is called a duplicate or shown as related."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.match import DEFAULT_THRESHOLDS, Thresholds

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

TARGET_PRECISION = 0.95
"""Precision that the duplicate threshold must reach."""
SHOWN_SHARE = 0.98
"""Share of the pairs judged the same that must be shown to a person."""
MIN_CALLED = 5
"""Pairs called duplicates that are needed to measure precision."""
MIN_SAME = 50
"""Pairs judged the same that are needed to measure `SHOWN_SHARE`: one of fifty is 2 %."""
MIN_BELOW = 50
"""Judged pairs between the shipped threshold and a higher one, all but one judged different, that are needed to raise it."""
_LOWEST, _HIGHEST = 50, 99
"""Range of the duplicate threshold, in hundredths."""


@dataclass(frozen=True, slots=True)
class ThresholdRow:
    """The effect of a duplicate threshold: number of pairs called duplicates, and their precision and recall (0..1)."""

    threshold: float
    called: int
    precision: float | None
    recall: float

    @property
    def is_precise(self) -> bool:
        """Whether the precision is high enough, and measured on enough pairs."""
        return self.called >= MIN_CALLED and self.precision is not None and self.precision >= TARGET_PRECISION

    @property
    def wrong(self) -> int:
        """The number of pairs called duplicates that were judged different."""
        return round(self.called * (1 - (self.precision or 0.0)))

    @property
    def speaks_against(self) -> bool:
        """Whether the precision is clearly too low. One wrong pair is not enough evidence, however few are called."""
        return self.called >= MIN_CALLED and not self.is_precise and self.wrong > 1


@dataclass(frozen=True, slots=True)
class ScoredPairs:
    """Judged pairs with their scores."""

    labels: Array
    scores: Array
    may_be_called: Array
    """Whether the pair can be called a duplicate: no guard applies, and it is not too short."""
    shown_anyway: Array
    """Whether the pair is a conflict, which is shown whatever its score, so that it is no evidence for a threshold."""

    def row(self, threshold: float) -> ThresholdRow:
        """Return the effect of this duplicate threshold."""
        return measure_threshold(threshold, self.labels, self.may_be_called & (self.scores >= threshold))

    def rows(self, *others: float) -> tuple[ThresholdRow, ...]:
        """Return the effects of evenly spaced thresholds and of these others, lowest first."""
        steps = {step / 100 for step in range(_LOWEST, 100, 5)}
        return tuple(map(self.row, sorted(steps.union(others))))


def measure_threshold(threshold: float, labels: Array, called: Array) -> ThresholdRow:
    """Return the precision and recall of calling these pairs duplicates."""
    right = float(labels[called].sum())
    return ThresholdRow(
        threshold=threshold,
        called=int(called.sum()),
        precision=round(right / int(called.sum()), 4) if called.any() else None,
        recall=round(right / float(labels.sum()), 4),
    )


def choose_thresholds(*scored: ScoredPairs) -> tuple[Thresholds, tuple[str, ...]]:
    """Return the thresholds that the judgements support, and why one stays as shipped if they support none.

    With refitted weights the same pairs have two scores: by fits that had not seen them, and by the final weights, which may
    score all of them a little higher. A threshold must work for both.
    """
    duplicate, why = _choose_duplicate(scored)
    related, unsupported = min(map(_choose_related, scored))
    return Thresholds(duplicate, min(related, duplicate)), (*why, *filter(None, [unsupported]))


_FEW_SAME = (
    "{same} pairs judged the same are too few to set the threshold for related claims: {least} are needed"
)
_FEW_BELOW = (
    "related claims stay at {shipped:.2f} or more, since the judgements do not show that scores under "
    "{wanted:.2f} mean different claims: at least {least} judged pairs must score in between, with at most one "
    "of the nearest judged the same"
)
_FEW_CALLED = (
    "{called} pairs called duplicates from {from_:.2f} are too few to set the threshold: {least} are needed"
)
_NOT_PRECISE = (
    "from {from_:.2f}, {called} pairs would be called duplicates, {wrong} of them judged different; {share:.0%} "
    "must be right, at this threshold and every higher one"
)


def _choose_duplicate(scored: Sequence[ScoredPairs]) -> tuple[float, tuple[str, ...]]:
    """Return the lowest threshold that is precise and has no clearly imprecise one above it, or the shipped one with the reason.

    It goes below the shipped one only to the score of a judged pair, and only if enough pairs in between were judged and are
    precise on their own: pairs above, however many, are no evidence for them.
    """
    shipped = scored[0].row(DEFAULT_THRESHOLDS.duplicate)
    best = None
    for step in range(_HIGHEST, _LOWEST - 1, -1):
        rows = [one.row(step / 100) for one in scored]
        row = next((one for one in rows if one.speaks_against), rows[0])
        if row.speaks_against:
            break
        adds = best is None or row.called > best.called
        if all(one.is_precise for one in rows) and (
            row.threshold >= shipped.threshold
            or (adds and all(_is_precise_between(one, row.threshold, shipped.threshold) for one in scored))
        ):
            best = row
    return (best.threshold, ()) if best else (shipped.threshold, (_explain_no_threshold(row, shipped),))


def _explain_no_threshold(last: ThresholdRow, shipped: ThresholdRow) -> str:
    """Return why there is no such threshold; `last` is the last row examined."""
    if last.speaks_against and last.threshold >= shipped.threshold:
        return _NOT_PRECISE.format(
            from_=last.threshold, called=last.called, wrong=last.wrong, share=TARGET_PRECISION
        )
    least = round(1 / (1 - TARGET_PRECISION)) if shipped.wrong else MIN_CALLED
    return _FEW_CALLED.format(called=shipped.called, from_=shipped.threshold, least=least)


def _is_precise_between(scored: ScoredPairs, low: float, high: float) -> bool:
    """Whether the pairs between two thresholds are enough, and precise enough, to call them duplicates."""
    added = scored.may_be_called & (scored.scores >= low) & (scored.scores < high)
    return measure_threshold(low, scored.labels, added).is_precise


def _choose_related(scored: ScoredPairs) -> tuple[float, str]:
    """Return the highest threshold that still shows nearly all pairs judged the same, at most 0.5; and why it stays as shipped.

    People judge what they are shown, so few pairs below the threshold in force are judged. It is lowered as far as a pair that
    people found anyway; it is raised only if the pairs no longer shown were judged, too, and are different. Pairs that score still
    less are less likely to be the same, and are no evidence for these.
    """
    import numpy as np

    shipped, at = DEFAULT_THRESHOLDS.related, ~scored.shown_anyway
    scores, labels = scored.scores[at], scored.labels[at]
    same = np.sort(scores[labels == 1])
    if len(same) < MIN_SAME:
        return shipped, _FEW_SAME.format(same=len(same), least=MIN_SAME)
    hidden = int(len(same) * (1 - SHOWN_SHARE))
    wanted = float(min(max(np.floor(same[hidden] * 100) / 100, 0.05), 0.5))
    steps = range(round(wanted * 100), round(shipped * 100), -1)
    up = next((step / 100 for step in steps if _is_different_below(step / 100, scores, labels)), shipped)
    if up == shipped < wanted:
        return shipped, _FEW_BELOW.format(shipped=shipped, wanted=wanted, least=MIN_BELOW)
    return (up if wanted > shipped else wanted), ""


def _is_different_below(level: float, scores: Array, labels: Array) -> bool:
    """Whether enough of the pairs that would no longer be shown were judged, nearly all of them different."""
    import numpy as np

    below = (scores < level) & (scores >= DEFAULT_THRESHOLDS.related)
    nearest = labels[below][np.argsort(-scores[below], kind="stable")][:MIN_BELOW]
    return bool(len(nearest) == MIN_BELOW and nearest.sum() <= MIN_BELOW * (1 - SHOWN_SHARE))
