"""This checkout beside an earlier commit, by turns on one machine: how fast each reads articles and looks claims up.

A speed in a table of another day may be another machine's: only what ran beside each other can be compared.
`python benchmarks/commits.py COMMIT [--name 0.1.0] [--claims 100000] [--rounds 4] [--python PATH]` needs ../shared and git; it
renews its section of docs/benchmarks.md, "commits". All run on the packages of this environment, each on a desk that it built
itself; with `--python`, which may be repeated, this checkout also runs on another Python, which has claimtrack's packages, too.
"""

import argparse
import importlib
import io
import json
import os
import pkgutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from page import write_section

ROOT = Path(__file__).resolve().parent.parent
HITS = 5
WARM_UP = 2


class Side(NamedTuple):
    """What is measured: a tree of claimtrack's files on a Python, and what it is called in the table."""

    name: str
    tree: Path
    python: str = sys.executable


class Worker:
    """A side's process: it answers each line with the seconds of CPU that the task of this number took."""

    def __init__(self, side: Side, task: str, *arguments: Path) -> None:
        self._worker = subprocess.Popen(
            [side.python, __file__, "--worker", task, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(side.tree)},
            cwd=side.tree,
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


def by_turns(workers: Sequence[Worker], tasks: int) -> list[list[float]]:
    """The seconds of each task of each worker; who begins changes from task to task."""
    times: list[list[float]] = [[] for _ in workers]
    for number in range(tasks):
        order = list(enumerate(workers))
        for at, worker in order if number % 2 else order[::-1]:
            times[at].append(worker.ask(number))
    return times


def reading(sides: Sequence[Side], folder: Path, rounds: int) -> Iterator[tuple[int, list[float]]]:
    """The rows that each side finds in PolNeAR's dev articles, and the best time of each article."""
    import polnear
    from extraction import POLNEAR

    texts = [one.text for one in polnear.read(POLNEAR, "dev")]
    (folder / "articles.json").write_text(json.dumps(texts))
    workers = [Worker(side, "articles", folder / "articles.json") for side in sides]
    rows = [int(worker.ask(-1)) for worker in workers]
    taken = [by_turns(workers, len(texts)) for _ in range(rounds)]
    for at, worker in enumerate(workers):
        worker.close()
        yield rows[at], [min(times) for times in zip(*(one[at] for one in taken), strict=True)]


def looking_up(sides: Sequence[Side], folder: Path, claims: int, rounds: int) -> Iterator[list[float]]:
    """What each look-up takes a process that just began, on either side: the best of the rounds, a new process each."""
    from matching import pool, queries

    tweets = [text for text, _ in queries("ct2a_dev.jsonl", 199)]
    asked = [*tweets[:WARM_UP], *tweets]
    (folder / "asked.json").write_text(json.dumps(asked))
    (folder / "claims.json").write_text(json.dumps([text for _, text in pool(claims)]))
    taken = []
    for _ in range(rounds):
        workers = [
            Worker(side, "lookups", folder / "asked.json", folder / f"{at}.db", folder / "claims.json")
            for at, side in enumerate(sides)
        ]
        if any(worker.ask(-1) != claims for worker in workers):
            raise SystemExit("a desk was not built whole")
        taken.append(by_turns(workers, len(asked)))
        for worker in workers:
            worker.close()
    for at in range(len(sides)):
        yield [min(times) for times in zip(*(one[at][WARM_UP:] for one in taken), strict=True)]


def checked_out(commit: str, folder: Path) -> Path:
    """The files of a commit, in a folder of their own."""
    archive = subprocess.run(["git", "-C", ROOT, "archive", commit], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder / "then", filter="data")
    return folder / "then"


def described(python: str) -> str:
    """A Python by its version and its path: builds of one version differ, an optimised one is faster by a sixth."""
    asked = [python, "-c", "import platform; print(platform.python_version())"]
    version = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    return f"Python {version} ({Path(python).resolve()})"


def table(
    sides: Sequence[Side], claims: int, read: Sequence[tuple[int, list[float]]], looked: Sequence[list[float]]
) -> str:
    rows = [
        "| | rows per second | slowest article, ms | look-up p50, ms | look-up p95, ms |",
        "|" + " --- |" * 5,
    ]
    for side, (found, times), asked in zip(sides, read, looked, strict=True):
        in_order = sorted(asked)
        p50, p95 = (in_order[len(asked) * share // 100] * 1000 for share in (50, 95))
        rows.append(
            f"| {side.name} | {found / sum(times):,.0f} | {max(times) * 1000:.0f} | {p50:.1f} | {p95:.1f} |"
        )
    return "\n".join(
        [
            *rows,
            "",
            f"CPU time, one core: PolNeAR's dev articles; {HITS} hits on {claims:,} claims, by turns.",
        ]
    )


def work(task: str, *arguments: str) -> None:
    """Answer the other end of `Worker`, with whichever claimtrack is on the path."""
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

    create_or_migrate, open_desk, index_pending = _found("create_or_migrate", "open_desk", "index_pending")
    if not Path(desk).exists():
        conn = create_or_migrate(Path(desk))[0].conn
        conn.execute("begin")
        texts = enumerate(json.loads(Path(claims).read_text()), 1)
        conn.executemany("insert into claims (id, text) values (?, ?)", texts)
        conn.execute("commit")
        index_pending(conn)
        conn.close()
    db = open_desk(Path(desk))
    find = _look_up(db)
    statements = [Statement(text) for text in json.loads(Path(asked).read_text())]
    count = lambda: db.execute("select count(*) from claims").fetchone()[0]  # noqa: E731
    return lambda number: find(statements[number], HITS), count


def _look_up(db):
    """The look-up on one state of a desk; until 0.4.0 a function that is given what it reads of the desk's terms."""
    [matcher] = _found("DeskMatcher")
    if matcher:
        return matcher.of(db).find
    vocabulary_of, lookup = _found("Vocabulary", "lookup")
    return partial(lookup, db.conn, vocabulary=vocabulary_of(db.conn))


def _found(*names: str) -> list:
    """What the store has by these names, in whichever module, or None: each release has its own layout."""
    import claimtrack.store

    found = {}
    for one in pkgutil.walk_packages(claimtrack.store.__path__, "claimtrack.store."):
        if one.name.rpartition(".")[2] in {"database", "postings", "vocabulary", "lookups", "candidates"}:
            module = importlib.import_module(one.name)
            found |= {
                name: what
                for name, what in vars(module).items()
                if getattr(what, "__module__", "") == one.name
            }
    return [found.get(name) for name in names]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("commit")
    parser.add_argument("--name", help="what the commit is called in the table")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--python", action="append", default=[], help="another Python; may be repeated")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        then = Side(options.name or options.commit, checked_out(options.commit, folder))
        others = [Side(f"now, on {described(python)}", ROOT, python) for python in options.python]
        sides = [then, Side("now", ROOT), *others]
        read = list(reading(sides, folder, options.rounds))
        looked = list(looking_up(sides, folder, options.claims, options.rounds))
    write_section("commits", table(sides, options.claims, read, looked))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        work(*sys.argv[2:])
    else:
        main()
