"""Measures the CPU seconds and memory of commands on desks of several sizes: python benchmarks/costs.py DESK...

`big_desk.py` makes such desks. Each command runs in a new process on a copy of the desk, the writing ones one after the other. It updates
its section of docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from bytecode import compile_package
from page import write_section

COMMANDS = (
    "list --limit 20", "list --sort seen --limit 20", "show {claim}", "search {words}", "match {words}", "history", "stats", "lint {claim}",
    "add Cats_of_Tarn_ate_43_fish", "note {claim} Called", "status {claim} checking", "judge {pair} different", "undo {pair}", "init",
    "export csv -o {out}", "export markdown {published}", "publish {out}-public.db", "doctor", "backup {out}.db",
)  # fmt: skip


def measure(arguments: list[str], desk: Path) -> tuple[float, int]:
    """The CPU seconds and the peak memory in MiB of a command."""
    environment = os.environ | {"CLAIMTRACK_DB": str(desk), "CLAIMTRACK_ACTOR": "benchmark"}
    command = [sys.executable, "-m", "claimtrack", *arguments]
    quiet = subprocess.DEVNULL
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, env=environment, stdin=quiet, stdout=quiet, stderr=told)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        if process.returncode and b"Error" in (message := told.read()):
            raise SystemExit(f"{command} failed: {message.decode()}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def example(desk: Path) -> dict[str, str]:
    """What the commands name: an open claim in the middle of the desk, some of its words, a pair, and a claim with a verdict."""
    with closing(sqlite3.connect(desk)) as db:
        sql = "select id, text from claims where status = 'open' and id > (select max(id) / 2 from claims) limit 1"
        claim, text = db.execute(sql).fetchone()
        sql = "select left_id || ' ' || right_id from matches where judgement = 'unjudged' limit 1"
        [pair] = db.execute(sql).fetchone()
        [published] = db.execute("select claim_id from reviews where status = 'published' limit 1").fetchone()
    return {
        "claim": str(claim),
        "words": "_".join(text.split()[1:4]),
        "pair": pair,
        "published": str(published),
    }


def costs(desk: Path) -> list[str]:
    """The size of a desk, then the cost of each command, as cells of a table."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(desk, f"{folder}/claims.db"))
        measure(["init"], copy)
        given = {**example(copy), "out": f"{folder}/out"}
        with closing(sqlite3.connect(copy)) as db:
            [claims] = db.execute("select count(*) from claims").fetchone()
        cells = [f"{claims:,}", f"{copy.stat().st_size / claims / 1000:.1f}"]
        for command in COMMANDS:
            words = [word.replace("_", " ") for word in command.format(**given).split()]
            seconds, memory = measure(words, copy)
            cells.append(f"{seconds:.2f} s, {memory}")
            print(cells[-1], command, file=sys.stderr)
    return cells


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("desks", type=Path, nargs="+")
    names = [
        "claims",
        "kB of the file for each claim",
        *(command.split("{")[0].split(" Cats")[0].removesuffix("-o ").strip() for command in COMMANDS),
    ]
    compile_package()
    columns = [names, *map(costs, parser.parse_args().desks)]
    rows = ["| " + " | ".join(cells) + " |" for cells in zip(*columns, strict=True)]
    rows.insert(1, "| --- |" + " ---: |" * (len(columns) - 1))
    write_section(
        "costs",
        "`python benchmarks/costs.py DESK...`: CPU seconds, and peak memory in MiB\n\n" + "\n".join(rows),
    )


if __name__ == "__main__":
    main()
