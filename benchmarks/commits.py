"""Compares the speed of this checkout with that of an earlier commit: reading articles and looking claims up.

`python benchmarks/commits.py COMMIT [--name 0.1.0] [--claims 100000] [--rounds 4] [--python PATH]` needs ../shared and git; it
updates the section "commits" of docs/benchmarks.md. The two take turns, because the speed of a shared machine changes: figures of
different days cannot be compared. Both use the packages of this environment, and each builds its own desk. With `--python`, which may be
repeated, this checkout is also measured on another Python that has claimtrack's dependencies.
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
    """One of the versions compared: its name in the table, a tree of claimtrack's files, and a Python."""

    name: str
    tree: Path
    python: str = sys.executable


class Worker:
    """A side's process: it runs the task of each number written to it and answers with the CPU seconds."""

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
        """The CPU seconds of this task; for -1 the number of rows in all articles, or of claims on the desk."""
        assert self._worker.stdin
        assert self._worker.stdout
        self._worker.stdin.write(f"{number}\n")
        self._worker.stdin.flush()
        return float(self._worker.stdout.readline())

    def close(self) -> None:
        self._worker.communicate()


def time_by_turns(workers: Sequence[Worker], tasks: int) -> list[list[float]]:
    """The seconds of each task, by worker. The worker that goes first changes from task to task."""
    times: list[list[float]] = [[] for _ in workers]
    for number in range(tasks):
        order = list(enumerate(workers))
        for at, worker in order if number % 2 else order[::-1]:
            times[at].append(worker.ask(number))
    return times


def measure_reading(sides: Sequence[Side], folder: Path, rounds: int) -> Iterator[tuple[int, list[float]]]:
    """For each side, the number of rows found in PolNeAR's dev articles, and the best time for each article."""
    import polnear
    from extraction import POLNEAR

    texts = [one.text for one in polnear.read(POLNEAR, "dev")]
    (folder / "articles.json").write_text(json.dumps(texts))
    workers = [Worker(side, "articles", folder / "articles.json") for side in sides]
    rows = [int(worker.ask(-1)) for worker in workers]
    times_by_round = [time_by_turns(workers, len(texts)) for _ in range(rounds)]
    for at, worker in enumerate(workers):
        worker.close()
        yield rows[at], [min(times) for times in zip(*(one[at] for one in times_by_round), strict=True)]


def measure_lookups(sides: Sequence[Side], folder: Path, claims: int, rounds: int) -> Iterator[list[float]]:
    """For each side, the time of each look-up in a new process: the best of the rounds, with a new process each."""
    from matching import pool, queries

    tweets = [text for text, _ in queries("ct2a_dev.jsonl", 199)]
    texts = [*tweets[:WARM_UP], *tweets]
    (folder / "queries.json").write_text(json.dumps(texts))
    (folder / "claims.json").write_text(json.dumps([text for _, text in pool(claims)]))
    times_by_round = []
    for _ in range(rounds):
        workers = [
            Worker(side, "lookups", folder / "queries.json", folder / f"{at}.db", folder / "claims.json")
            for at, side in enumerate(sides)
        ]
        if any(worker.ask(-1) != claims for worker in workers):
            raise SystemExit("a desk was not completely built")
        times_by_round.append(time_by_turns(workers, len(texts)))
        for worker in workers:
            worker.close()
    for at in range(len(sides)):
        yield [min(times) for times in zip(*(one[at][WARM_UP:] for one in times_by_round), strict=True)]


def check_out(commit: str, folder: Path) -> Path:
    """The files of a commit, in a folder of their own."""
    archive = subprocess.run(["git", "-C", ROOT, "archive", commit], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder / "then", filter="data")
    return folder / "then"


def describe_python(python: str) -> str:
    """The version and path of a Python. The path matters: an optimised build of the same version is a sixth faster."""
    command = [python, "-c", "import platform; print(platform.python_version())"]
    version = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    return f"Python {version} ({Path(python).resolve()})"


def table(
    sides: Sequence[Side],
    claims: int,
    reading_times: Sequence[tuple[int, list[float]]],
    lookup_times: Sequence[list[float]],
) -> str:
    rows = [
        "| | rows per second | slowest article, ms | look-up p50, ms | look-up p95, ms |",
        "|" + " --- |" * 5,
    ]
    for side, (found, article_times), query_times in zip(sides, reading_times, lookup_times, strict=True):
        ordered = sorted(query_times)
        p50, p95 = (ordered[len(ordered) * share // 100] * 1000 for share in (50, 95))
        rows.append(
            f"| {side.name} | {found / sum(article_times):,.0f} | {max(article_times) * 1000:.0f} | {p50:.1f} | {p95:.1f} |"
        )
    return "\n".join(
        [
            *rows,
            "",
            f"CPU time, one core: PolNeAR's dev articles; {HITS} hits on {claims:,} claims, in turn.",
        ]
    )


def answer_requests(task: str, *arguments: str) -> None:
    """The process of a `Worker`: answers its requests with the claimtrack that is on the path."""
    run_task, count = {"articles": _article_tasks, "lookups": _lookup_tasks}[task](*arguments)
    for line in sys.stdin:
        number = int(line)
        start = time.process_time()
        if number >= 0:
            run_task(number)
        print(time.process_time() - start if number >= 0 else count(), flush=True)


def _article_tasks(articles: str):
    from claimtrack.core.extract import extract
    from claimtrack.core.model import Article

    texts = json.loads(Path(articles).read_text())

    def find(number: int) -> list:
        return extract(Article(texts[number], published_on="2024-05-01"))

    return find, lambda: sum(len(find(number)) for number in range(len(texts)))


def _lookup_tasks(queries: str, desk: str, claims: str):
    from claimtrack.core.model import Statement

    create_or_migrate, open_desk, index_pending = _find_in_store(
        "create_or_migrate", "open_desk", "index_pending"
    )
    if not Path(desk).exists():
        conn = create_or_migrate(Path(desk))[0].conn
        conn.execute("begin")
        texts = enumerate(json.loads(Path(claims).read_text()), 1)
        conn.executemany("insert into claims (id, text) values (?, ?)", texts)
        conn.execute("commit")
        index_pending(conn)
        conn.close()
    db = open_desk(Path(desk))
    look_up = _lookup_function(db)
    statements = [Statement(text) for text in json.loads(Path(queries).read_text())]
    count = lambda: db.execute("select count(*) from claims").fetchone()[0]  # noqa: E731
    return lambda number: look_up(statements[number], HITS), count


def _lookup_function(db):
    """The function that looks up a statement; up to 0.4.0 it had to be given the connection and the vocabulary."""
    [desk_matcher] = _find_in_store("DeskMatcher")
    if desk_matcher:
        return desk_matcher.of(db).find
    vocabulary_of, lookup = _find_in_store("Vocabulary", "lookup")
    return partial(lookup, db.conn, vocabulary=vocabulary_of(db.conn))


def _find_in_store(*names: str) -> list:
    """The functions or classes of these names in the store, in whichever module, or None: each release has its own layout."""
    import claimtrack.store

    found = {}
    for info in pkgutil.walk_packages(claimtrack.store.__path__, "claimtrack.store."):
        if info.name.rpartition(".")[2] in {"database", "postings", "vocabulary", "lookups", "candidates"}:
            module = importlib.import_module(info.name)
            found |= {
                name: value
                for name, value in vars(module).items()
                if getattr(value, "__module__", "") == info.name
            }
    return [found.get(name) for name in names]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("commit")
    parser.add_argument("--name", help="the name of the commit in the table")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--python", action="append", default=[], help="another Python; may be repeated")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        then = Side(options.name or options.commit, check_out(options.commit, folder))
        others = [Side(f"now, on {describe_python(python)}", ROOT, python) for python in options.python]
        sides = [then, Side("now", ROOT), *others]
        reading_times = list(measure_reading(sides, folder, options.rounds))
        lookup_times = list(measure_lookups(sides, folder, options.claims, options.rounds))
    write_section("commits", table(sides, options.claims, reading_times, lookup_times))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        answer_requests(*sys.argv[2:])
    else:
        main()
