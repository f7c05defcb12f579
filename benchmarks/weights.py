"""Fits the score's weights on one half of the labelled pairs; benchmarks/matching.py reports on the other.

`python benchmarks/weights.py` needs ../shared (see docs/benchmarks.md) and prints the weights to put, rounded, into
claimtrack/core/match/score.py, and the reliability on the half that they were fitted to. It never reads the other.
"""

import numpy as np
from matching import FITTED, labelled_pairs

from claimtrack.core.match import Matcher
from claimtrack.core.match.score import WEIGHTS
from claimtrack.core.model import Statement
from claimtrack.core.tuning.fitting import average_precision, fit_logistic, sigmoid

NAMES = [name for name in WEIGHTS if name != "bias"]


def main() -> None:
    matcher = Matcher()
    sets, rows, labels = [], [], []
    for name, a, b, same in labelled_pairs(FITTED):
        values = matcher.feature_values(Statement(a), Statement(b))
        sets.append(name)
        rows.append([1.0, *(values[one] for one in NAMES)])
        labels.append(float(same))
    features, wanted, names = np.array(rows), np.array(labels), np.array(sets)
    size = features.shape[1]
    weights = fit_logistic(features, wanted, np.zeros(size), np.full(size, 1.0))
    for one, weight in zip(["bias", *NAMES], weights, strict=True):
        print(f"{one:20} {weight:6.2f}")
    chances = sigmoid(features @ weights)
    for name in dict.fromkeys(sets):
        mine = names == name
        print(f"{name:14} {mine.sum():6} pairs, AP {average_precision(wanted[mine], chances[mine]):.4f}")
    for low in range(10):
        inside = (chances >= low / 10) & (chances < (low + 1) / 10)
        print(f"0.{low} {inside.sum():6} {wanted[inside].mean() if inside.any() else 0:.2f}")


if __name__ == "__main__":
    main()
