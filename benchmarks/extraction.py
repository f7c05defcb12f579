"""Measures extraction: quality on the labelled articles, PolNeAR and ClaimBuster; speed on PolNeAR and on pathological input.

`python benchmarks/extraction.py` needs ../shared (see docs/benchmarks.md) and updates its section of docs/benchmarks.md. Without
../shared it only measures the labelled articles of tests/cases/ and prints the result.
"""

import csv
import io
import lzma
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import polnear
from goldtable import Figures, GoldArticle, GoldRow, pairs, read_again, read_json, read_table
from page import write_section

from claimtrack.core.extract import extract, score
from claimtrack.core.extract.page.sentences import paragraphs, sentences
from claimtrack.core.extract.words.reading import normalise
from claimtrack.core.model import Article, ExtractedClaim, Kind
from claimtrack.core.tuning.fitting import average_precision

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SEED = SHARED / "seed"
POLNEAR = SHARED / "data" / "extraction" / "polnear" / "polnear-train-dev.tar.xz"
CLAIMBUSTER = SHARED / "data" / "extraction" / "claimbuster"
PATHOLOGICAL = {
    '"Mr. Mr. ..."': "Mr. ",
    "no full stop": "word ",
    "full stops": ". ",
    "quotation marks": '"',
    '"said said ..."': "said ",
    "names": "Jane Doe said that ",
}
MEGABYTE = 1_000_000


def labelled() -> Iterator[str]:
    yield "| text | rows found / labelled | spans F1 | speaker | kind | check-worthy F1 | usable row F1 |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    tables = sorted((ROOT / "tests" / "cases" / "articles").glob("*.txt"))
    yield _figures_row(f"{len(tables)} articles of tests/cases, written for it", map(read_table, tables))
    seen = sorted((ROOT / "tests" / "cases" / "seen").glob("*.txt"))
    yield _figures_row(
        f"{len(seen)} articles by writers who had not seen the rules; rules fixed for them since",
        map(read_table, seen),
    )
    unworked = sorted((ROOT / "tests" / "cases" / "unworked").glob("*.txt"))
    if unworked:
        yield _figures_row(
            f"{len(unworked)} more by such writers; no rule fixed for them", map(read_table, unworked)
        )
    if SEED.exists():
        yield _figures_row(
            "the article the project began from", [read_json(SEED / "gold.json", SEED / "article.txt")]
        )


def labelled_twice() -> Iterator[str]:
    """How far two annotators agree on unread articles, and how far the rules agree with each of them."""
    cases = ROOT / "tests" / "cases"
    tables = sorted((cases / "again").glob("*.tsv"))
    first = [read_table(cases / "unworked" / f"{table.stem}.txt") for table in tables]
    second = [read_again(gold, table) for gold, table in zip(first, tables, strict=True)]
    people, rules_first, rules_second = Figures(), Figures(), Figures()
    for one, other in zip(first, second, strict=True):
        found = extract(Article(one.text))
        names = frozenset().union(*(row.speakers for row in one.rows))
        people.add(pairs(one, [_as_found(row, names) for row in other.rows]))
        rules_first.add(pairs(one, found))
        rules_second.add(pairs(other, found))
    yield f"| {len(tables)} articles labelled twice | spans F1 | speaker | kind | check-worthy F1 | usable row F1 |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name, total in (
        ("the two people", people),
        ("the rules and the first", rules_first),
        ("the rules and the second", rules_second),
    ):
        yield (
            f"| {name} | {total.span_f1:.3f} | {total.speaker:.3f} | {total.kind:.3f} | {total.worthy_f1:.3f} "
            f"| {total.usable_f1:.3f} |"
        )


def _as_found(row: GoldRow, names: frozenset[str]) -> ExtractedClaim:
    """A labelled row in the form of an extracted one, under a name of the speaker that the other annotator uses, if possible."""
    speaker = min(row.speakers & names or row.speakers)
    return ExtractedClaim(
        row.text,
        row.start,
        row.end,
        speaker,
        speaker,
        Kind(min(row.kinds)),
        float(row.checkworthy),
        row.checkworthy,
    )


def _figures_row(name: str, golds: Iterable[GoldArticle]) -> str:
    total = Figures()
    for gold in golds:
        total.add(pairs(gold, extract(Article(gold.text))))
    return (
        f"| {name} | {total.found} / {total.gold} | {total.span_f1:.3f} | {total.speaker:.3f} | {total.kind:.3f} "
        f"| {total.worthy_f1:.3f} | {total.usable_f1:.3f} |"
    )


def attribution(splits: dict[str, list[polnear.Annotated]]) -> Iterator[str]:
    yield "| PolNeAR | articles | precision | recall, say-type | recall, all | speaker |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for split, articles in splits.items():
        yield _attribution_row(split, articles)
        yield _attribution_row(
            f"{split}, quote marks removed", [one.without_quote_marks() for one in articles]
        )


def _attribution_row(name: str, articles: list[polnear.Annotated]) -> str:
    total = polnear.Score()
    for article in articles:
        total.add(article, extract(Article(article.text)))
    return (
        f"| {name} | {len(articles)} | {total.precision:.3f} | {total.recall_say:.3f} | {total.recall:.3f} "
        f"| {total.speaker:.3f} |"
    )


def checkworthiness() -> Iterator[str]:
    yield "| ClaimBuster | sentences | check-worthy | average precision |"
    yield "| --- | ---: | ---: | ---: |"
    for name in ("groundtruth.csv", "crowdsourced.csv.xz"):
        path = CLAIMBUSTER / name
        texts, labels = zip(*claimbuster(path), strict=True)
        precision = average_precision(np.array(labels, float), np.array([score(text)[0] for text in texts]))
        yield f"| {name.split('.')[0]} | {len(labels):,} | {sum(labels):,} | {precision:.3f} |"


def claimbuster(path: Path) -> Iterator[tuple[str, bool]]:
    """Sentences of debates, each with whether it is check-worthy."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode()
    for row in csv.DictReader(io.StringIO(text)):
        yield row["Text"], row["Verdict"] == "1"


def speed(articles: list[polnear.Annotated]) -> Iterator[str]:
    yield "| speed, in seconds of one core | |"
    yield "| --- | ---: |"
    times = [min(_seconds(article.text) for _ in range(3)) for article in articles]
    rows = sum(len(extract(Article(article.text))) for article in articles)
    sentence_total = sum(count_sentences(article.text) for article in articles)
    yield f"| sentences per second over {len(articles)} articles | {sentence_total / sum(times):,.0f} |"
    yield f"| rows per second over the same | {rows / sum(times):,.0f} |"
    slowest = max(range(len(times)), key=times.__getitem__)
    yield f"| slowest article ({len(articles[slowest].text):,} characters) | {times[slowest] * 1000:.0f} ms |"
    texts = {name: piece * (MEGABYTE // len(piece)) for name, piece in PATHOLOGICAL.items()}
    news = "\n\n".join(
        read_table(path).text for path in sorted((ROOT / "tests" / "cases" / "seen").glob("*.txt"))
    )
    for name, text in (texts | {"the labelled articles as one": news[:MEGABYTE]}).items():
        quarter = _seconds(text[: MEGABYTE // 4])
        full = _seconds(text)
        yield f"| 1 MB of {name} | {full:.1f} s, {full / quarter:.1f} times a quarter of it |"


def count_sentences(text: str) -> int:
    """The number of sentences of our own splitter, with headings and other boilerplate."""
    plain = normalise(text)
    return sum(len(sentences(plain, paragraph)) for paragraph in paragraphs(plain))


def _seconds(text: str) -> float:
    start = time.process_time()
    extract(Article(text, published_on="2024-05-01"))
    return time.process_time() - start


def main() -> None:
    parts = [labelled(), labelled_twice()]
    if SHARED.exists():
        splits = {split: list(polnear.read(POLNEAR, split)) for split in ("dev", "train")}
        parts += [attribution(splits), checkworthiness(), speed(splits["dev"])]
    else:
        print(
            f"{SHARED} does not exist: only the labelled articles are measured, and the page is not changed."
        )
    text = "\n\n".join("\n".join(part) for part in parts)
    if not SHARED.exists():
        print(text)
        return
    write_section("extraction", f"`python benchmarks/extraction.py`\n\n{text}\n\n{NOTES}")


NOTES = """Speeds depend on the machine, which may be shared; see "Speed beside an earlier release" below."""

if __name__ == "__main__":
    main()
