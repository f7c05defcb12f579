"""Measures how many triage decisions `tune` needs to learn a desk's practice, with simulated desks on labelled articles.

`python benchmarks/triage.py` updates its section of docs/benchmarks.md. A desk triages the rows of a random half of the articles of
tests/cases/unworked, which no rule was written for; the extractor as tuned to its first decisions is measured on the other half. The
figures are means over twenty such splits.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import mean

import numpy as np
from goldtable import GoldRow, pairs, read_table
from page import write_section

from claimtrack.core.extract import DEFAULT_THRESHOLD, Sentence, extract, score
from claimtrack.core.extract.words.reading import normalise
from claimtrack.core.model import Article, ExtractedClaim, Kind
from claimtrack.core.tuning import ExtractReport, TriagedSentence, examine_sentences
from claimtrack.core.tuning.fitting import average_precision

ARTICLES = sorted((Path(__file__).resolve().parent.parent / "tests" / "cases" / "unworked").glob("*.txt"))
DECISIONS = (50, 100, 200, 500, 1000)
SPLITS, TOP = 20, 5
DESKS: dict[str, Callable[[GoldRow, ExtractedClaim], bool]] = {
    "as the labels": lambda gold, _: gold.checkworthy,
    "only what somebody says": lambda gold, row: gold.checkworthy and row.kind is not Kind.OUTLET,
    "only what has a figure": lambda gold, row: gold.checkworthy and any(map(str.isdigit, row.text)),
}


@dataclass(frozen=True)
class Figures:
    """F1 of the rows marked check-worthy, AP of their order, and the precision of an article's first five rows."""

    f1: float
    average_precision: float
    precision_at_5: float


def triage_decisions(accepts: Callable[[GoldRow, ExtractedClaim], bool]) -> list[list[TriagedSentence]]:
    """The desk's decisions on the rows of each article."""
    decisions = []
    for path in ARTICLES:
        gold = read_table(path)
        both = [
            (a, b) for a, b in pairs(gold, extract(Article(gold.text))) if a is not None and b is not None
        ]
        decisions.append([TriagedSentence(b.text, b.kind, accepts(a, b), b.speaker_kind) for a, b in both])
    return decisions


def measure(articles: list[list[TriagedSentence]], report: ExtractReport | None) -> Figures:
    """The figures on these articles, as tuned or with the shipped points and threshold."""
    points, threshold = (report.points, report.threshold) if report else (None, DEFAULT_THRESHOLD)
    labels, scores, precisions = [], [], []
    for rows in articles:
        row_scores = [score(Sentence(normalise(one.text), one.kind, one.source), points)[0] for one in rows]
        best = sorted(zip(row_scores, rows, strict=True), key=lambda pair: -pair[0])[:TOP]
        precisions.append(mean(one.accepted for _, one in best))
        labels += [one.accepted for one in rows]
        scores += row_scores
    accepted, marked = np.array(labels, float), np.array(scores) >= threshold
    f1 = 2 * float(accepted[marked].sum()) / float(accepted.sum() + marked.sum())
    return Figures(f1, average_precision(accepted, np.array(scores)), mean(precisions))


def table() -> Iterator[str]:
    yield "| what the desk accepts | decisions | refitted | F1 | AP | precision@5 |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name, accepts in DESKS.items():
        articles = triage_decisions(accepts)
        rng = random.Random(5)
        splits = [rng.sample(articles, len(articles)) for _ in range(SPLITS)]
        cut = len(articles) // 2
        shipped = [measure(split[cut:], None) for split in splits]
        yield f"| {name} | none |  | {mean_cells(shipped)} |"
        for count in DECISIONS:
            reports = [
                examine_sentences([one for rows in split[:cut] for one in rows][:count]) for split in splits
            ]
            tuned = [measure(split[cut:], report) for split, report in zip(splits, reports, strict=True)]
            refitted = sum(report.points is not None for report in reports)
            yield f"| {name} | {count:,} | {refitted} of {SPLITS} | {mean_cells(tuned)} |"


def mean_cells(figures: list[Figures]) -> str:
    columns = zip(*(astuple(one) for one in figures), strict=True)
    return " | ".join(f"{mean(column):.3f}" for column in columns)


if __name__ == "__main__":
    write_section("triage", "`python benchmarks/triage.py`\n\n" + "\n".join(table()))
