"""This checkout beside an earlier commit, by turns on one machine: how fast each reads articles and looks claims up.

A speed in a table of another day may be another machine's: only what ran beside each other can be compared.
`python benchmarks/commits.py COMMIT [--name 0.1.0] [--claims 100000] [--rounds 4]` needs ../shared and git; it renews its
section of docs/benchmarks.md, "commits". Both run on the packages of this environment, each on a desk that it built itself.
"""

import argparse
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from page import write_section

ROOT = Path(__file__).resolve().parent.parent
HITS = 5
WARM_UP = 2


class Side:
    """One commit's worker: it answers each line with the seconds of CPU that the task of this number took."""

    def __init__(self, tree: Path, task: str, *arguments: Path) -> None:
        self._worker = subprocess.Popen(
            [sys.executable, __file__, "--worker", task, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(tree)},
            cwd=tree,
        )

    def ask(self, number: int) -> float:
        """Seconds of CPU for this task; for -1 what there is to count: rows, or claims."""
        assert self._worker.stdin
        assert self._worker.stdout
        self._worker.stdin.write(f"{number}\n")
        self._worker.stdin.flush()
        return float(self._worker.stdout.readline())

    def close(self) -> None:
        self._worker.communicate()


def by_turns(sides: Sequence[Side], tasks: int) -> list[list[float]]:
    """The seconds of each task on each side; who begins changes from task to task."""
    times: list[list[float]] = [[] for _ in sides]
    for number in range(tasks):
        order = list(enumerate(sides))
        for at, side in order if number % 2 else order[::-1]:
            times[at].append(side.ask(number))
    return times


def reading(trees: Sequence[Path], folder: Path, rounds: int) -> Iterator[tuple[int, list[float]]]:
    """The rows that each side finds in PolNeAR's dev articles, and the best time of each article."""
    import polnear
    from extraction import POLNEAR

    texts = [one.text for one in polnear.read(POLNEAR, "dev")]
    (folder / "articles.json").write_text(json.dumps(texts))
    sides = [Side(tree, "articles", folder / "articles.json") for tree in trees]
    rows = [int(side.ask(-1)) for side in sides]
    taken = [by_turns(sides, len(texts)) for _ in range(rounds)]
    for at, side in enumerate(sides):
        side.close()
        yield rows[at], [min(times) for times in zip(*(one[at] for one in taken), strict=True)]


def looking_up(trees: Sequence[Path], folder: Path, claims: int, rounds: int) -> Iterator[list[float]]:
    """What each look-up takes a process that just began, on either side: the best of the rounds, a new process each."""
    from matching import pool, queries

    tweets = [text for text, _ in queries("ct2a_dev.jsonl", 199)]
    asked = [*tweets[:WARM_UP], *tweets]
    (folder / "asked.json").write_text(json.dumps(asked))
    (folder / "claims.json").write_text(json.dumps([text for _, text in pool(claims)]))
    taken = []
    for _ in range(rounds):
        sides = [
            Side(tree, "lookups", folder / "asked.json", folder / f"{at}.db", folder / "claims.json")
            for at, tree in enumerate(trees)
        ]
        if any(side.ask(-1) != claims for side in sides):
            raise SystemExit("a desk was not built whole")
        taken.append(by_turns(sides, len(asked)))
        for side in sides:
            side.close()
    for at in range(len(trees)):
        yield [min(times) for times in zip(*(one[at][WARM_UP:] for one in taken), strict=True)]


def checked_out(commit: str, folder: Path) -> Path:
    """The files of a commit, in a folder of their own."""
    archive = subprocess.run(["git", "-C", ROOT, "archive", commit], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder / "then", filter="data")
    return folder / "then"


def table(
    name: str, claims: int, read: Sequence[tuple[int, list[float]]], looked: Sequence[list[float]]
) -> str:
    rows = [
        "| | rows per second | slowest article, ms | look-up p50, ms | look-up p95, ms |",
        "|" + " --- |" * 5,
    ]
    for side, (found, times), asked in zip((name, "now"), read, looked, strict=True):
        in_order = sorted(asked)
        p50, p95 = (in_order[len(asked) * share // 100] * 1000 for share in (50, 95))
        rows.append(
            f"| {side} | {found / sum(times):,.0f} | {max(times) * 1000:.0f} | {p50:.1f} | {p95:.1f} |"
        )
    return "\n".join(
        [
            *rows,
            "",
            f"CPU time, one core: PolNeAR's dev articles; {HITS} hits on {claims:,} claims, by turns.",
        ]
    )


def work(task: str, *arguments: str) -> None:
    """Answer the other side of `Side`, with whichever claimtrack is on the path."""
    does, count = {"articles": _reader, "lookups": _searcher}[task](*arguments)
    for line in sys.stdin:
        number = int(line)
        start = time.process_time()
        if number >= 0:
            does(number)
        print(time.process_time() - start if number >= 0 else count(), flush=True)


def _reader(articles: str):
    from claimtrack.core.extract import extract
    from claimtrack.core.model import Article

    texts = json.loads(Path(articles).read_text())

    def find(number: int) -> list:
        return extract(Article(texts[number], published_on="2024-05-01"))

    return find, lambda: sum(len(find(number)) for number in range(len(texts)))


def _searcher(asked: str, desk: str, claims: str):
    from claimtrack.core.model import Statement
    from claimtrack.store.file.database import create_or_migrate, open_desk
    from claimtrack.store.index.postings import index_pending
    from claimtrack.store.index.vocabulary import Vocabulary

    try:
        from claimtrack.store.index.lookups import lookup
    except ImportError:  # where it was in 0.1.0
        from claimtrack.store.index.candidates import lookup
    if not Path(desk).exists():
        conn = create_or_migrate(Path(desk))[0].conn
        conn.execute("begin")
        texts = enumerate(json.loads(Path(claims).read_text()), 1)
        conn.executemany("insert into claims (id, text) values (?, ?)", texts)
        conn.execute("commit")
        index_pending(conn)
        conn.close()
    conn = open_desk(Path(desk)).conn
    vocabulary = Vocabulary(conn)
    statements = [Statement(text) for text in json.loads(Path(asked).read_text())]
    count = lambda: conn.execute("select count(*) from claims").fetchone()[0]  # noqa: E731
    return lambda number: lookup(conn, statements[number], HITS, vocabulary=vocabulary), count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("commit")
    parser.add_argument("--name", help="what the commit is called in the table")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        trees = [checked_out(options.commit, folder), ROOT]
        read = list(reading(trees, folder, options.rounds))
        looked = list(looking_up(trees, folder, options.claims, options.rounds))
    write_section("commits", table(options.name or options.commit, options.claims, read, looked))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        work(*sys.argv[2:])
    else:
        main()
