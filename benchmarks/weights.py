"""Fits the weights of the matcher's score to one half of the labelled pairs; benchmarks/matching.py measures on the other.

`python benchmarks/weights.py` needs ../shared (see docs/benchmarks.md). It prints the weights, to be rounded and put into
claimtrack/core/match/score.py, and the AP and reliability on the half that they were fitted to. It never reads the other half.
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
        values = matcher.examine(Statement(a), Statement(b))[0]
        sets.append(name)
        rows.append([1.0, *(values[feature] for feature in NAMES)])
        labels.append(float(same))
    features, targets, names = np.array(rows), np.array(labels), np.array(sets)
    size = features.shape[1]
    weights = fit_logistic(features, targets, np.zeros(size), np.full(size, 1.0))
    for feature, weight in zip(["bias", *NAMES], weights, strict=True):
        print(f"{feature:20} {weight:6.2f}")
    probabilities = sigmoid(features @ weights)
    for name in dict.fromkeys(sets):
        in_set = names == name
        print(
            f"{name:14} {in_set.sum():6} pairs, AP {average_precision(targets[in_set], probabilities[in_set]):.4f}"
        )
    for low in range(10):
        in_bin = (probabilities >= low / 10) & (probabilities < (low + 1) / 10)
        print(f"0.{low} {in_bin.sum():6} {targets[in_bin].mean() if in_bin.any() else 0:.2f}")


if __name__ == "__main__":
    main()
