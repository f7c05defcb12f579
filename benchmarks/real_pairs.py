"""How pairs that others wrote and judged are told: news sentences, headlines, changed claims, and plain sentences.

`python benchmarks/real_pairs.py --sts FOLDER --fever FOLDER --replaced FOLDER --sick FOLDER` needs ../shared for MRPC, and reads what else it
is given: the folder with sts-train.csv, sts-dev.csv and sts-test.csv of the STS benchmark; fever_symmetric_*.jsonl of both
versions of FEVER Symmetric; dataset.jsonl of Breaking NLI; and SICK_train.txt, SICK_trial.txt and SICK_test_annotated.txt of SICK.
It renews its section of docs/benchmarks.md. One half of each, by its texts, was looked at; the other was only counted.
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

from matching import DEFAULT_THRESHOLDS, read
from page import write_section

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion

NEWS = ("headlines", "deft-news")
SAME, DIFFERENT = 4.6, 3.0
"""From which mean rating of 5 on two headlines say the same, and up to which they do not; what lies between is left out."""
SAME_BY_SICK = 4.5
"""The same of SICK, for a sentence that follows from another; less than that leaves something out."""


class Pair(NamedTuple):
    """Two texts, and what people said of them."""

    kind: str
    a: str
    b: str
    origin: str = ""
    """What it was made from together with others, which are all of one half."""

    @property
    def held_back(self) -> bool:
        return zlib.crc32((self.origin or self.a + self.b).encode()) % 2 == 1


def mrpc() -> Iterator[Pair]:
    for row in read("pairs_mrpc_train.jsonl"):
        yield Pair(f"MRPC: {'paraphrases' if row['y'] else 'no paraphrases'}", row["a"], row["b"])


def headlines(folder: Path) -> Iterator[Pair]:
    for part in ("train", "dev", "test"):
        for line in (folder / f"sts-{part}.csv").read_text(encoding="utf-8").splitlines():
            _, genre, _, _, rating, a, b, *_ = line.split("\t")
            if genre in NEWS and not DIFFERENT < float(rating) < SAME:
                same = float(rating) >= SAME
                yield Pair(
                    f"headlines {'rated the same' if same else 'rated different'}",
                    untokenised(a),
                    untokenised(b),
                )


def changed_claims(folder: Path) -> Iterator[Pair]:
    """Two claims of which one sentence bears out the one and refutes the other: the second is the first with a fact changed."""
    verdicts: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for file in sorted(folder.glob("fever_symmetric_*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            original = re.sub("000000[2-4]$", "", str(row["id"]))
            evidence = row.get("evidence") or row["evidence_sentence"]
            verdicts[original][untokenised(row["claim"])][untokenised(evidence)] = (
                row.get("label") or row["gold_label"]
            )
    pairs = {
        (a, b)
        for claims in verdicts.values()
        for a, b in permutations(claims, 2)
        if a < b and any(claims[b].get(evidence, label) != label for evidence, label in claims[a].items())
    }
    yield from (Pair("FEVER claims with a fact changed", a, b) for a, b in sorted(pairs))


def one_word_replaced(folder: Path) -> Iterator[Pair]:
    """A sentence, and the same with another word: it may mean the same, be more general, or contradict."""
    told = {"contradiction": "another", "entailment": "the same or a more general"}
    for line in (folder / "dataset.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["gold_label"] in told:
            kind = f"one word put for {told[row['gold_label']]}"
            yield Pair(kind, row["sentence1"], row["sentence2"], row["sentence1"])


def plain_sentences(folder: Path) -> Iterator[Pair]:
    """Sentences about what is seen, and the same with a negation, another deed, other words or the same words in other places."""
    for part in ("train", "trial", "test_annotated"):
        with (folder / f"SICK_{part}.txt").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                judged, a, b = (
                    row[name].strip() for name in ("entailment_judgment", "sentence_A", "sentence_B")
                )
                same = judged == "ENTAILMENT" and float(row["relatedness_score"]) >= SAME_BY_SICK
                if same or judged != "ENTAILMENT":
                    yield Pair(f"SICK: {'follows, rated 4.5 and more' if same else judged.lower()}", a, b)


def untokenised(text: str) -> str:
    """A text as people write it: the data has spaces before its stops."""
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


def told(pair: Pair) -> str:
    found = compare(Statement(pair.a), Statement(pair.b))
    unlike = found.suggestion is Suggestion.RELATED and found.score < DEFAULT_THRESHOLDS.related
    return "unrelated" if unlike else found.suggestion.value


def table(pairs: Iterator[Pair]) -> Iterator[str]:
    yield "| pairs | number | conflict | related | unrelated | duplicate |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        counts[f"{pair.kind}, {'held back' if pair.held_back else 'looked at'}"][told(pair)] += 1
    for kind, found in sorted(counts.items()):
        cells = (found.total(), *(found[one] for one in ("conflict", "related", "unrelated", "duplicate")))
        yield f"| {kind} | {' | '.join(f'{number:,}' for number in cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sts", type=Path)
    parser.add_argument("--fever", type=Path)
    parser.add_argument("--replaced", type=Path)
    parser.add_argument("--sick", type=Path)
    given = parser.parse_args()

    def pairs() -> Iterator[Pair]:
        yield from mrpc()
        for folder, read_all in (
            (given.sts, headlines),
            (given.fever, changed_claims),
            (given.replaced, one_word_replaced),
            (given.sick, plain_sentences),
        ):
            if folder:
                yield from read_all(folder)

    command = "`python benchmarks/real_pairs.py --sts FOLDER --fever FOLDER --replaced FOLDER --sick FOLDER`"
    write_section("real_pairs", "\n".join([command, "", *table(pairs())]))


if __name__ == "__main__":
    main()
