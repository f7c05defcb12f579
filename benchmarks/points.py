"""Fits the points of the check-worthiness score to the labelled articles and ClaimBuster, and cross-validates them by writer.

`python benchmarks/points.py` needs ../shared (see docs/benchmarks.md). It prints the F1 on each writer's articles of points that were
fitted without them, then each shipped point value beside its value when fitted to all articles with the shipped ones as prior.
`python benchmarks/points.py ROWS.tsv` also fits them to other labelled rows, as the shipped points were: a table with the columns
article, kind, source, worthy (y or n) and text.
"""

import csv
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from extraction import CLAIMBUSTER, claimbuster
from goldtable import pairs, read_table

from claimtrack.core.extract import FEATURES, Sentence, extract
from claimtrack.core.extract.checkworthy import OFFSET, scale
from claimtrack.core.extract.words.reading import normalise
from claimtrack.core.model import Article, ClaimantKind, Kind
from claimtrack.core.tuning.fitting import fit_logistic

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
ONLY_IN_NEWS = np.array([one.quoted for one in FEATURES.values()])
SPREAD_FROM_DEBATES, SPREAD_FROM_ZERO, SPREAD_FROM_SHIPPED = 2.0, 8.0, 4.0
"""Standard deviations of the prior on points: around those fitted to debates, around zero, and around the shipped ones."""
SCALE = scale(0)
OWN_WEIGHT, CROWDSOURCED_WEIGHT, GROUND_TRUTH_WEIGHT, EXTRA_WEIGHT = 1.2, 0.3, 1.5, 2.0
"""Weights of a row: of the project's own articles, of ClaimBuster's two sets, and of the table ROWS.tsv."""
Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Rows:
    """Labelled sentences: the values of the features and of the offset, labels, weights, and writers (for news)."""

    features: Array
    labels: Array
    weights: Array
    writers: Array


def feature_values(sentence: Sentence) -> list[float]:
    row_scale = SCALE / scale(len(sentence.words))
    return [row_scale * one.test(sentence) for one in FEATURES.values()] + [row_scale]


def read_news() -> tuple[Rows, dict[str, int]]:
    """The extracted rows, and for each writer the number of check-worthy rows that were not extracted."""
    with (CASES / "writers.tsv").open(encoding="utf-8") as file:
        writer_of = {row["article"]: row["writer"] for row in csv.DictReader(file, delimiter="\t")}
    features, labels, writers, missed = [], [], [], dict.fromkeys(writer_of.values(), 0)
    for path in sorted([*CASES.glob("articles/*.txt"), *CASES.glob("seen/*.txt")]):
        article, writer = read_table(path), writer_of[path.stem]
        for gold, row in pairs(article, extract(Article(article.text))):
            if row is None:
                missed[writer] += gold is not None and gold.checkworthy
                continue
            features.append(feature_values(Sentence(normalise(row.text), row.kind, row.speaker_kind)))
            labels.append(gold is not None and gold.checkworthy)
            writers.append(writer)
    weights = np.where(np.array(writers) == "project", OWN_WEIGHT, 1.0)
    return Rows(np.array(features), np.array(labels, float), weights, np.array(writers)), missed


def read_debates() -> Rows:
    rows = [
        (feature_values(Sentence(text)), float(worthy), weight)
        for name, weight in (
            ("crowdsourced.csv.xz", CROWDSOURCED_WEIGHT),
            ("groundtruth.csv", GROUND_TRUTH_WEIGHT),
        )
        for text, worthy in claimbuster(CLAIMBUSTER / name)
    ]
    features, labels, weights = (np.array(part) for part in zip(*rows, strict=True))
    return Rows(features, labels, weights, np.full(len(labels), "debates"))


def read_extra_rows(table: str) -> Rows:
    """The rows of a table of labelled ones."""
    with Path(table).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    features = [
        feature_values(Sentence(row["text"], Kind(row["kind"]), ClaimantKind(row["source"]))) for row in rows
    ]
    labels = np.array([row["worthy"] == "y" for row in rows], float)
    writers = np.array([row["article"] for row in rows])
    return Rows(np.array(features), labels, np.full(len(labels), EXTRA_WEIGHT), writers)


def concatenate(one: Rows, other: Rows) -> Rows:
    parts = (
        np.concatenate([getattr(one, name), getattr(other, name)])
        for name in ("features", "labels", "weights", "writers")
    )
    return Rows(*parts)


def fit(train: Rows, debate_rows: Rows, prior_points: Array, spread: Array) -> tuple[Array, float]:
    """Fit points, rounded to integers, and the sum at which a row of news is check-worthy with probability 0.5.

    The prior on the points has the mean `prior_points` and the standard deviation `spread`.
    """
    both = np.vstack([train.features, debate_rows.features])
    is_news = np.arange(len(both)) < len(train.labels)
    row_scale = both[:, -1]
    columns = np.column_stack([is_news * row_scale, ~is_news * row_scale, both[:, :-1] / SCALE])
    coefficients = fit_logistic(
        columns,
        np.append(train.labels, debate_rows.labels),
        np.concatenate([[-2.0, -1.5], prior_points]),
        np.concatenate([[0.05, 0.05], spread**-2.0]),
        np.append(train.weights, debate_rows.weights),
    )
    return np.round(coefficients[2:]), -SCALE * float(coefficients[0])


def fit_to_debates(debate_rows: Rows) -> Array:
    columns = np.column_stack([debate_rows.features[:, -1], debate_rows.features[:, :-1] / SCALE])
    prior = np.zeros(columns.shape[1])
    strength = np.append(0.05, np.full(columns.shape[1] - 1, SPREAD_FROM_ZERO**-2.0))
    points: Array = fit_logistic(columns, debate_rows.labels, prior, strength, debate_rows.weights)[1:]
    return np.where(ONLY_IN_NEWS, 0.0, points)


def format_f1(rows: Rows, marked: Array, missed: dict[str, int], writers: list[str]) -> str:
    mask = np.isin(rows.writers, writers)
    labels, marked = rows.labels[mask], marked[mask]
    positives = labels.sum() + sum(missed[one] for one in writers)
    return f"F1 {2 * (labels * marked).sum() / (positives + marked.sum()):.3f}"


def main() -> None:
    rows, missed = read_news()
    debate_rows = read_debates()
    debate_points = fit_to_debates(debate_rows)
    spread = np.where(ONLY_IN_NEWS, SPREAD_FROM_ZERO, SPREAD_FROM_DEBATES)
    marked = np.zeros(len(rows.labels), bool)
    for writer in missed:
        mask = rows.writers == writer
        others = Rows(rows.features[~mask], rows.labels[~mask], rows.weights[~mask], rows.writers[~mask])
        points, offset = fit(others, debate_rows, debate_points, spread)
        marked[mask] = rows.features[mask] @ np.append(points, -offset) >= 0
        print(f"{writer:12} {format_f1(rows, marked, missed, [writer])}")
    print("B, C and D  ", format_f1(rows, marked, missed, ["B", "C", "D"]))
    print("all but ours", format_f1(rows, marked, missed, [one for one in missed if one != "project"]))
    shipped = np.array([one.points for one in FEATURES.values()], float)
    for table in sys.argv[1:]:
        rows = concatenate(rows, read_extra_rows(table))
    points, offset = fit(rows, debate_rows, shipped, np.full(len(shipped), SPREAD_FROM_SHIPPED))
    print(f"offset {OFFSET}, {offset:.1f}; points shipped, and fitted with these as prior:")
    for one, value in zip(FEATURES.values(), points, strict=True):
        print(f"{one.name:20} {one.points:+4d} {int(value):+4d}")


if __name__ == "__main__":
    main()
