"""How soon `tune` learns from triage what a desk checks: made-up desks decide on labelled articles.

`python benchmarks/triage.py` writes the section of docs/benchmarks.md. Each desk decides on the rows of half of the
articles of tests/cases/unworked, for which no rule was mended; what `tune` makes of its first decisions is measured
on the other half. That is done for twenty halves.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
HALVES, TOP = 20, 5
DESKS: dict[str, Callable[[GoldRow, ExtractedClaim], bool]] = {
    "as the labels": lambda gold, _: gold.checkworthy,
    "only what somebody says": lambda gold, row: gold.checkworthy and row.kind is not Kind.OUTLET,
    "only what has a figure": lambda gold, row: gold.checkworthy and any(map(str.isdigit, row.text)),
}


@dataclass(frozen=True)
class Figures:
    """How well rows are marked (F1) and put in order (AP), and the share of right ones among an article's first five."""

    f1: float
    order: float
    first: float


def decided(accepts: Callable[[GoldRow, ExtractedClaim], bool]) -> list[list[TriagedSentence]]:
    """The desk's decisions on the rows of each article."""
    made = []
    for path in ARTICLES:
        gold = read_table(path)
        both = [
            (a, b) for a, b in pairs(gold, extract(Article(gold.text))) if a is not None and b is not None
        ]
        made.append([TriagedSentence(b.text, b.kind, accepts(a, b), b.speaker_kind) for a, b in both])
    return made


def measured(articles: list[list[TriagedSentence]], report: ExtractReport | None) -> Figures:
    """The figures by what was tuned, or by what is shipped."""
    points, threshold = (report.points, report.threshold) if report else (None, DEFAULT_THRESHOLD)
    labels, scores, first = [], [], []
    for rows in articles:
        told = [score(Sentence(normalise(one.text), one.kind, one.source), points)[0] for one in rows]
        best = sorted(zip(told, rows, strict=True), key=lambda pair: -pair[0])[:TOP]
        first.append(mean(one.accepted for _, one in best))
        labels += [one.accepted for one in rows]
        scores += told
    wanted, marked = np.array(labels, float), np.array(scores) >= threshold
    f1 = 2 * float(wanted[marked].sum()) / float(wanted.sum() + marked.sum())
    return Figures(f1, average_precision(wanted, np.array(scores)), mean(first))


def table() -> Iterator[str]:
    yield "| what the desk accepts | decisions | refitted | F1 | AP | right of the first five |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name, accepts in DESKS.items():
        articles = decided(accepts)
        chance = random.Random(5)
        halves = [chance.sample(articles, len(articles)) for _ in range(HALVES)]
        cut = len(articles) // 2
        shipped = [measured(half[cut:], None) for half in halves]
        yield f"| {name} | none |  | {in_columns(shipped)} |"
        for count in DECISIONS:
            reports = [
                examine_sentences([one for rows in half[:cut] for one in rows][:count]) for half in halves
            ]
            tuned = [measured(half[cut:], report) for half, report in zip(halves, reports, strict=True)]
            refitted = sum(report.points is not None for report in reports)
            yield f"| {name} | {count:,} | {refitted} of {HALVES} | {in_columns(tuned)} |"


def in_columns(figures: list[Figures]) -> str:
    by_figure = ([one.f1 for one in figures], [one.order for one in figures], [one.first for one in figures])
    return " | ".join(f"{mean(column):.3f}" for column in by_figure)


if __name__ == "__main__":
    write_section("triage", "`python benchmarks/triage.py`\n\n" + "\n".join(table()))
