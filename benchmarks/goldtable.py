"""Reads labelled articles and compares extracted rows with their labels.

A file of tests/cases/articles/ has an article, a line of three dashes, and a tab-separated table: the
words of the row, the accepted speakers, the accepted kinds, whether it is check-worthy (y or n), and
the reason for the row.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.model import ExtractedClaim

if TYPE_CHECKING:
    from pathlib import Path


SAME_SPAN = 0.8
"""The least Dice coefficient, over characters, of two spans that count as the same row."""


@dataclass(frozen=True)
class GoldRow:
    text: str
    start: int
    end: int
    speakers: frozenset[str]
    kinds: frozenset[str]
    checkworthy: bool
    reason: str = ""


@dataclass(frozen=True)
class GoldArticle:
    name: str
    text: str
    rows: tuple[GoldRow, ...]


def read_table(path: Path) -> GoldArticle:
    article, table = path.read_text(encoding="utf-8").split("\n---\n")
    return _labelled(path.stem, article, table)


def read_again(gold: GoldArticle, table: Path) -> GoldArticle:
    """The same article with the labels of a second annotator."""
    return _labelled(gold.name, gold.text, table.read_text(encoding="utf-8"))


def _labelled(name: str, article: str, table: str) -> GoldArticle:
    rows = []
    after = 0
    for line in table.strip().split("\n"):
        text, speakers, kinds, checkworthy, reason = line.split("\t")
        start = article.index(text, after)
        after = start + 1
        named = frozenset(map(plain_name, speakers.split("|")))
        rows.append(
            GoldRow(
                text, start, start + len(text), named, frozenset(kinds.split("|")), checkworthy == "y", reason
            )
        )
    return GoldArticle(name, article, tuple(rows))


def read_json(gold: Path, article: Path) -> GoldArticle:
    text = article.read_bytes().decode()
    rows = tuple(
        GoldRow(
            row["text"],
            row["start"],
            row["end"],
            frozenset(map(plain_name, [row["speaker"], *row["speaker_aliases"]])),
            frozenset([row["kind"], *row["kinds_accepted"]]),
            row["checkworthy"],
        )
        for row in json.loads(gold.read_text())["claims"]
    )
    return GoldArticle(gold.stem, text, rows)


def plain_name(name: str) -> str:
    """The name in the form in which it is compared: lower case, straight apostrophes, no article."""
    return re.sub(r"^(?:the|a|an) ", "", name.strip().casefold().replace("’", "'"))


def dice(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * max(0, shared) / (one[1] - one[0] + other[1] - other[0])


def pairs(
    gold: GoldArticle, rows: Iterable[ExtractedClaim]
) -> list[tuple[GoldRow | None, ExtractedClaim | None]]:
    """Align labelled and extracted rows by their spans: pairs, and the rows of either side without a counterpart."""
    unmatched = list(rows)
    matched: list[tuple[GoldRow | None, ExtractedClaim | None]] = []
    for row in gold.rows:
        best = max(unmatched, key=lambda r: dice((row.start, row.end), (r.start, r.end)), default=None)
        if best is not None and dice((row.start, row.end), (best.start, best.end)) >= SAME_SPAN:
            unmatched.remove(best)
            matched.append((row, best))
        else:
            matched.append((row, None))
    return [*matched, *((None, row) for row in unmatched)]


@dataclass
class Figures:
    """Counts, summed over articles, and the figures of the table from them, from 0 to 1."""

    gold: int = 0
    found: int = 0
    same: int = 0
    attributed: int = 0
    speakers: int = 0
    kinds: int = 0
    worthy_gold: int = 0
    worthy_found: int = 0
    worthy_same: int = 0
    usable: int = 0

    def add(self, matched: list[tuple[GoldRow | None, ExtractedClaim | None]]) -> Figures:
        for gold, row in matched:
            self.gold += gold is not None
            self.found += row is not None
            self.worthy_gold += gold is not None and gold.checkworthy
            self.worthy_found += row is not None and row.checkworthy
            if gold is None or row is None:
                continue
            speaker = plain_name(row.speaker) in gold.speakers
            kind = row.kind in gold.kinds
            worthy = gold.checkworthy and row.checkworthy
            self.same += 1
            self.kinds += kind
            self.worthy_same += worthy
            self.usable += worthy and speaker and kind
            if gold.speakers != {"outlet"}:
                self.attributed += 1
                self.speakers += speaker
        return self

    @property
    def span_f1(self) -> float:
        return 2 * self.same / (self.gold + self.found)

    @property
    def speaker(self) -> float:
        return self.speakers / self.attributed

    @property
    def kind(self) -> float:
        return self.kinds / self.same

    @property
    def worthy_f1(self) -> float:
        return 2 * self.worthy_same / (self.worthy_gold + self.worthy_found)

    @property
    def usable_f1(self) -> float:
        return 2 * self.usable / (self.worthy_gold + self.worthy_found)
