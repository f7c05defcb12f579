"""The scores from which on a pair is called a duplicate and shown as related, as a desk's judgements have them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.match import DEFAULT_THRESHOLDS, Thresholds

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    Array = np.ndarray[Any, Any]

TARGET_PRECISION = 0.95
"""Of the pairs called duplicates, the share that should be: where the threshold is set."""
SHOWN_SHARE = 0.98
"""Of the pairs that say the same, the share that a person should get to see."""
MIN_CALLED = 5
"""Pairs below which a precision says too little."""
MIN_SAME = 50
"""Pairs judged the same below which `SHOWN` cannot be told: what one of fifty is worth."""
MIN_BELOW = 50
"""Judged pairs between the score that is shipped and a higher one that have to be different, but for one, before these are shown no more."""
_LOWEST, _HIGHEST = 50, 99
"""Where a duplicate threshold may lie, in hundredths."""


@dataclass(frozen=True, slots=True)
class ThresholdRow:
    """What a duplicate threshold would do: pairs called duplicates, and precision and recall (0..1) of that."""

    threshold: float
    called: int
    precision: float | None
    recall: float

    @property
    def is_precise(self) -> bool:
        """Whether enough of what is called is right, as far as so many pairs can tell."""
        return self.called >= MIN_CALLED and self.precision is not None and self.precision >= TARGET_PRECISION

    @property
    def wrong(self) -> int:
        """How many of the pairs called duplicates were judged different."""
        return round(self.called * (1 - (self.precision or 0.0)))

    @property
    def speaks_against(self) -> bool:
        """Whether too much of what is called is wrong. One pair alone does not tell, however few are called beside it."""
        return self.called >= MIN_CALLED and not self.is_precise and self.wrong > 1


@dataclass(frozen=True, slots=True)
class ScoredPairs:
    """Judged pairs with the scores to judge the thresholds by."""

    labels: Array
    scores: Array
    may_be_called: Array
    """Whether no guard and no shortness forbids to call the pair a duplicate."""
    shown_anyway: Array
    """Whether the pair is a conflict, which is shown whatever its score, and so says nothing of the score to show from."""

    def row(self, threshold: float) -> ThresholdRow:
        """What this duplicate threshold would do."""
        return measure_threshold(threshold, self.labels, self.may_be_called & (self.scores >= threshold))

    def rows(self, *others: float) -> tuple[ThresholdRow, ...]:
        """What each of some thresholds, and of these others, would do, lowest first."""
        steps = {step / 100 for step in range(_LOWEST, 100, 5)}
        return tuple(map(self.row, sorted(steps.union(others))))


def measure_threshold(threshold: float, labels: Array, called: Array) -> ThresholdRow:
    """How good it is to call these pairs duplicates."""
    right = float(labels[called].sum())
    return ThresholdRow(
        threshold=threshold,
        called=int(called.sum()),
        precision=round(right / int(called.sum()), 4) if called.any() else None,
        recall=round(right / float(labels.sum()), 4),
    )


def choose_thresholds(*scored: ScoredPairs) -> tuple[Thresholds, tuple[str, ...]]:
    """The thresholds that the judgements speak for, and why one stays as shipped where they cannot tell.

    Of refitted weights the same pairs have two scores, by fits that had not seen them and by the weights that come in force,
    which may score all of them a little higher. A threshold has to hold for each.
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
    """The lowest threshold at which enough of what is called is right, and above which none speaks against it.

    It comes below the shipped one only to where a pair was judged, and only where enough were in between, which are
    right themselves: those above, however many, say nothing of them.
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
    """Why there is no such threshold, where `last` was the last row looked at."""
    if last.speaks_against and last.threshold >= shipped.threshold:
        return _NOT_PRECISE.format(
            from_=last.threshold, called=last.called, wrong=last.wrong, share=TARGET_PRECISION
        )
    least = round(1 / (1 - TARGET_PRECISION)) if shipped.wrong else MIN_CALLED
    return _FEW_CALLED.format(called=shipped.called, from_=shipped.threshold, least=least)


def _is_precise_between(scored: ScoredPairs, low: float, high: float) -> bool:
    """Whether the pairs that only the lower of two thresholds calls duplicates are enough, and right."""
    added = scored.may_be_called & (scored.scores >= low) & (scored.scores < high)
    return measure_threshold(low, scored.labels, added).is_precise


def _choose_related(scored: ScoredPairs) -> tuple[float, str]:
    """The highest score that still shows nearly all pairs that say the same, never above 0.5; and why it stays as shipped.

    People judge what they were shown, so that they have seen few of the pairs that score less, and nobody all of them. Down to
    a pair that they found all the same it comes; up only where pairs that would be shown no more were judged, too, and are different:
    what scores still less is unlikelier to be the same, and speaks for none of these.
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
    """Whether the judged pairs that would be shown no more are enough to tell, and different."""
    import numpy as np

    below = (scores < level) & (scores >= DEFAULT_THRESHOLDS.related)
    nearest = labels[below][np.argsort(-scores[below], kind="stable")][:MIN_BELOW]
    return bool(len(nearest) == MIN_BELOW and nearest.sum() <= MIN_BELOW * (1 - SHOWN_SHARE))
