"""Fits the points of check-worthiness to the labelled articles and ClaimBuster, and tells what they are worth elsewhere.

`python benchmarks/points.py` needs ../shared (see docs/benchmarks.md). It prints the F1 for each writer's articles by points
fitted from nothing without them, and then the shipped points and what fitting them to all articles would make of them.
`python benchmarks/points.py ROWS.tsv` fits them to labelled rows from elsewhere, too, as the shipped ones are: a table with
the columns article, kind, source, worthy (y or n) and text.
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
TOLD_BY_NEWS = np.array([one.quoted for one in FEATURES.values()])
SPREAD_OF_SPEECH, SPREAD_OF_NEWS, SPREAD_OF_SHIPPED = 2.0, 8.0, 4.0
"""How far points are expected to lie from those of debates, from nothing, or from the shipped ones (a standard deviation)."""
SCALE = scale(0)
OWN, DEBATES, GROUND_TRUTH, ELSEWHERE = 1.2, 0.3, 1.5, 2.0
"""What a row counts: of the project's own articles; of ClaimBuster's two sets; of articles from elsewhere."""
Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Rows:
    """Labelled sentences: what each feature and the offset count in them, labels, what they count, and for news the writer."""

    features: Array
    labels: Array
    counting: Array
    writers: Array


def present(sentence: Sentence) -> list[float]:
    counts = SCALE / scale(len(sentence.words))
    return [counts * one.test(sentence) for one in FEATURES.values()] + [counts]


def news() -> tuple[Rows, dict[str, int]]:
    """The rows that were found, and how many worth checking were not, for each writer."""
    with (CASES / "writers.tsv").open(encoding="utf-8") as file:
        writer_of = {row["article"]: row["writer"] for row in csv.DictReader(file, delimiter="\t")}
    features, labels, writers, missed = [], [], [], dict.fromkeys(writer_of.values(), 0)
    for path in sorted([*CASES.glob("articles/*.txt"), *CASES.glob("seen/*.txt")]):
        article, writer = read_table(path), writer_of[path.stem]
        for gold, row in pairs(article, extract(Article(article.text))):
            if row is None:
                missed[writer] += gold is not None and gold.checkworthy
                continue
            features.append(present(Sentence(normalise(row.text), row.kind, row.speaker_kind)))
            labels.append(gold is not None and gold.checkworthy)
            writers.append(writer)
    counting = np.where(np.array(writers) == "project", OWN, 1.0)
    return Rows(np.array(features), np.array(labels, float), counting, np.array(writers)), missed


def debates() -> Rows:
    made = [
        (present(Sentence(text)), float(worthy), weight)
        for name, weight in (("crowdsourced.csv.xz", DEBATES), ("groundtruth.csv", GROUND_TRUTH))
        for text, worthy in claimbuster(CLAIMBUSTER / name)
    ]
    features, labels, counting = (np.array(part) for part in zip(*made, strict=True))
    return Rows(features, labels, counting, np.full(len(labels), "debates"))


def elsewhere(table: str) -> Rows:
    """The rows of a table of labelled ones."""
    with Path(table).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    features = [
        present(Sentence(row["text"], Kind(row["kind"]), ClaimantKind(row["source"]))) for row in rows
    ]
    labels = np.array([row["worthy"] == "y" for row in rows], float)
    writers = np.array([row["article"] for row in rows])
    return Rows(np.array(features), labels, np.full(len(labels), ELSEWHERE), writers)


def together(one: Rows, other: Rows) -> Rows:
    parts = (
        np.concatenate([getattr(one, name), getattr(other, name)])
        for name in ("features", "labels", "counting", "writers")
    )
    return Rows(*parts)


def fitted(train: Rows, speech: Rows, before: Array, spread: Array) -> tuple[Array, float]:
    """Whole points, and the sum from which on a row of news is worth checking as likely as not.

    Points are held to `before`, and lie from these about as far as `spread` says.
    """
    both = np.vstack([train.features, speech.features])
    is_news = np.arange(len(both)) < len(train.labels)
    counts = both[:, -1]
    columns = np.column_stack([is_news * counts, ~is_news * counts, both[:, :-1] / SCALE])
    weights = fit_logistic(
        columns,
        np.append(train.labels, speech.labels),
        np.concatenate([[-2.0, -1.5], before]),
        np.concatenate([[0.05, 0.05], spread**-2.0]),
        np.append(train.counting, speech.counting),
    )
    return np.round(weights[2:]), -SCALE * float(weights[0])


def fitted_to_debates(speech: Rows) -> Array:
    columns = np.column_stack([speech.features[:, -1], speech.features[:, :-1] / SCALE])
    prior = np.zeros(columns.shape[1])
    strength = np.append(0.05, np.full(columns.shape[1] - 1, SPREAD_OF_NEWS**-2.0))
    points: Array = fit_logistic(columns, speech.labels, prior, strength, speech.counting)[1:]
    return np.where(TOLD_BY_NEWS, 0.0, points)


def f1(rows: Rows, marked: Array, missed: dict[str, int], writers: list[str]) -> str:
    its = np.isin(rows.writers, writers)
    labels, marked = rows.labels[its], marked[its]
    wanted = labels.sum() + sum(missed[one] for one in writers)
    return f"F1 {2 * (labels * marked).sum() / (wanted + marked.sum()):.3f}"


def main() -> None:
    rows, missed = news()
    speech = debates()
    scratch = fitted_to_debates(speech)
    spread = np.where(TOLD_BY_NEWS, SPREAD_OF_NEWS, SPREAD_OF_SPEECH)
    marked = np.zeros(len(rows.labels), bool)
    for writer in missed:
        its = rows.writers == writer
        others = Rows(rows.features[~its], rows.labels[~its], rows.counting[~its], rows.writers[~its])
        points, offset = fitted(others, speech, scratch, spread)
        marked[its] = rows.features[its] @ np.append(points, -offset) >= 0
        print(f"{writer:12} {f1(rows, marked, missed, [writer])}")
    print("B, C and D  ", f1(rows, marked, missed, ["B", "C", "D"]))
    print("all but ours", f1(rows, marked, missed, [one for one in missed if one != "project"]))
    shipped = np.array([one.points for one in FEATURES.values()], float)
    for table in sys.argv[1:]:
        rows = together(rows, elsewhere(table))
    points, offset = fitted(rows, speech, shipped, np.full(len(shipped), SPREAD_OF_SHIPPED))
    print(f"offset {OFFSET}, {offset:.1f}; points shipped, and fitted while held to these:")
    for one, value in zip(FEATURES.values(), points, strict=True):
        print(f"{one.name:20} {one.points:+4d} {int(value):+4d}")


if __name__ == "__main__":
    main()
