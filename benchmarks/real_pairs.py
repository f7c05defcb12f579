"""Measures the verdicts on pairs of public data sets: news sentences, headlines, changed claims and plain sentences.

`python benchmarks/real_pairs.py --sts FOLDER --fever FOLDER --replaced FOLDER --sick FOLDER` needs ../shared for MRPC; the other data
sets are optional. The folders have sts-train.csv, sts-dev.csv and sts-test.csv of the STS benchmark; fever_symmetric_*.jsonl of both
versions of FEVER Symmetric; dataset.jsonl of Breaking NLI; and SICK_train.txt, SICK_trial.txt and SICK_test_annotated.txt of SICK.
It updates its section of docs/benchmarks.md. One half of each set was read while rules were written; the other was held back and only
counted.
"""

import argparse
import csv
import json
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

from matching import read, verdict
from page import write_section

from claimtrack.core.match import compare
from claimtrack.core.model import Statement

NEWS = ("headlines", "deft-news")
SAME, DIFFERENT = 4.6, 3.0
"""The least mean rating, of 5, of headlines that count as the same, and the greatest of those that do not; others are left out."""
SAME_BY_SICK = 4.5
"""The least rating of a sentence of SICK that follows from another and counts as the same; below it the two differ in detail."""


class Pair(NamedTuple):
    """Two texts, with the data set and label as their kind."""

    kind: str
    a: str
    b: str
    origin: str = ""
    """The sentence from which several pairs were made, so that all of these are in the same half."""

    @property
    def held_back(self) -> bool:
        return zlib.crc32((self.origin or self.a + self.b).encode()) % 2 == 1


def read_mrpc() -> Iterator[Pair]:
    for row in read("pairs_mrpc_train.jsonl"):
        yield Pair(f"MRPC: {'paraphrases' if row['y'] else 'no paraphrases'}", row["a"], row["b"])


def read_headlines(folder: Path) -> Iterator[Pair]:
    for part in ("train", "dev", "test"):
        for line in (folder / f"sts-{part}.csv").read_text(encoding="utf-8").splitlines():
            _, genre, _, _, rating, a, b, *_ = line.split("\t")
            if genre in NEWS and not DIFFERENT < float(rating) < SAME:
                same = float(rating) >= SAME
                yield Pair(
                    f"headlines {'rated the same' if same else 'rated different'}",
                    detokenise(a),
                    detokenise(b),
                )


def read_fever(folder: Path) -> Iterator[Pair]:
    """Two claims, one supported and one refuted by the same sentence: each is the other with a fact changed."""
    verdicts: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for file in sorted(folder.glob("fever_symmetric_*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            original = re.sub("000000[2-4]$", "", str(row["id"]))
            evidence = row.get("evidence") or row["evidence_sentence"]
            verdicts[original][detokenise(row["claim"])][detokenise(evidence)] = (
                row.get("label") or row["gold_label"]
            )
    pairs = {
        (a, b)
        for claims in verdicts.values()
        for a, b in permutations(claims, 2)
        if a < b and any(claims[b].get(evidence, label) != label for evidence, label in claims[a].items())
    }
    yield from (Pair("FEVER claims with a fact changed", a, b) for a, b in sorted(pairs))


def read_breaking_nli(folder: Path) -> Iterator[Pair]:
    """A sentence and the same with one word replaced: by a synonym, a more general word, or one that contradicts it."""
    labels = {"contradiction": "contradiction", "entailment": "follows"}
    for line in (folder / "dataset.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["gold_label"] in labels:
            kind = f"Breaking NLI: {labels[row['gold_label']]}"
            yield Pair(kind, row["sentence1"], row["sentence2"], row["sentence1"])


def read_sick(folder: Path) -> Iterator[Pair]:
    """Sentences that describe pictures, with a variant: negated, with another action, paraphrased, or with the words in other roles."""
    for part in ("train", "trial", "test_annotated"):
        with (folder / f"SICK_{part}.txt").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                judged, a, b = (
                    row[name].strip() for name in ("entailment_judgment", "sentence_A", "sentence_B")
                )
                same = judged == "ENTAILMENT" and float(row["relatedness_score"]) >= SAME_BY_SICK
                if same or judged != "ENTAILMENT":
                    yield Pair(f"SICK: {'follows, rated 4.5 and more' if same else judged.lower()}", a, b)


def detokenise(text: str) -> str:
    """The text with normal punctuation instead of the data's tokens."""
    for token, sign in (
        ("-LRB-", "("),
        ("-RRB-", ")"),
        ("``", '"'),
        ("''", '"'),
        (" -- ", " – "),
        ("( ", "("),
    ):
        text = text.replace(token, sign)
    return re.sub(r" (?=[.,;:?!%)]|(?:'(?:s|re|ve|d|ll|m)?|n't)\b)", "", text).strip()


def table(pairs: Iterator[Pair]) -> Iterator[str]:
    yield "| pairs | number | conflict | related | unrelated | duplicate |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        kind = f"{pair.kind}, {'held back' if pair.held_back else 'looked at'}"
        counts[kind][verdict(compare(Statement(pair.a), Statement(pair.b)))] += 1
    for kind, verdict_counts in sorted(counts.items()):
        cells = (
            verdict_counts.total(),
            *(verdict_counts[one] for one in ("conflict", "related", "unrelated", "duplicate")),
        )
        yield f"| {kind} | {' | '.join(f'{number:,}' for number in cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sts", type=Path)
    parser.add_argument("--fever", type=Path)
    parser.add_argument("--replaced", type=Path)
    parser.add_argument("--sick", type=Path)
    options = parser.parse_args()

    def pairs() -> Iterator[Pair]:
        yield from read_mrpc()
        for folder, read_set in (
            (options.sts, read_headlines),
            (options.fever, read_fever),
            (options.replaced, read_breaking_nli),
            (options.sick, read_sick),
        ):
            if folder:
                yield from read_set(folder)

    command = "`python benchmarks/real_pairs.py --sts FOLDER --fever FOLDER --replaced FOLDER --sick FOLDER`"
    write_section("real_pairs", "\n".join([command, "", *table(pairs())]))


if __name__ == "__main__":
    main()
