"""How soon the desk's pages answer at 100,000 claims, and what twenty editors at once do to it.

python benchmarks/serving.py [--claims N] [--appearances N] [--seconds N] [--desk FILE]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import httpx2 as httpx  # what Datasette brings along
from big_desk import build
from page import write_section

from claimtrack.store.file.database import open_desk
from claimtrack.workflow.serving import datasette_arguments
from tests.browser.conftest import actor_cookie, serving

EDITORS = 20
ROUNDS = 60
PAGES = {
    "desk home": ("desk", 150),
    "triage": ("triage?skip={skip}", 150),
    "duplicates": ("duplicates?skip={skip}", 150),
    "claim page": ("claim/{claim}", 150),
    "article page": ("article/{article}", None),
    "speaker page": ("speaker/{speaker}", None),
    "statistics": ("statistics", None),
}
TABLE = "/claims/claim_overview"  # with the four facets of metadata.yml


def address(path: str, claims: int, chance: random.Random) -> str:
    numbers = {"skip": chance.randrange(50), "claim": 1 + chance.randrange(claims), "article": 1 + chance.randrange(500),
               "speaker": 1 + chance.randrange(2_000)}  # fmt: skip
    return "/claims/-/" + path.format(**numbers)


async def timed(client: httpx.AsyncClient, path: str) -> float:
    began = time.perf_counter()
    response = await client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return 1000 * (time.perf_counter() - began)


async def pages(base: str, name: str, claims: int) -> list[tuple[str, float, float, int | None]]:
    chance = random.Random(3)
    cookies = {"ds_actor": actor_cookie({"id": "editor1", "role": "editor"})}
    found = []
    async with httpx.AsyncClient(base_url=base, cookies=cookies, timeout=60) as client:
        for page, (path, goal) in PAGES.items():
            await timed(client, address(path, claims, chance).replace("/claims/", f"/{name}/"))
            times = [
                await timed(client, address(path, claims, chance).replace("/claims/", f"/{name}/"))
                for _ in range(ROUNDS)
            ]
            found.append((page, *percentiles(times), goal))
        table = TABLE.replace("/claims/", f"/{name}/")
        times = [await timed(client, table) for _ in range(ROUNDS // 3)]
        found.append(("table page, four facets", *percentiles(times), 500))
    return found


def percentiles(times: list[float]) -> tuple[float, float]:
    cuts = quantiles(times, n=20)
    return cuts[9], cuts[18]


async def editor(
    base: str, desk: str, name: str, claims: int, until: float, done: list[float], failed: list[str]
) -> None:
    chance = random.Random(name)
    cookies = {"ds_actor": actor_cookie({"id": name, "role": "editor"})}
    async with httpx.AsyncClient(base_url=base, cookies=cookies, timeout=60) as client:
        while time.monotonic() < until:
            claim = 1 + chance.randrange(claims)
            began = time.perf_counter()
            response = await client.post(f"/{desk}/-/claim/{claim}/note", json={"body": f"{name} was here"})
            if response.status_code == 200:
                done.append(1000 * (time.perf_counter() - began))
            else:
                failed.append(response.text)
            await asyncio.sleep(0.05)


async def editors(base: str, desk: str, claims: int, seconds: float) -> tuple[list[float], list[str]]:
    done: list[float] = []
    failed: list[str] = []
    until = time.monotonic() + seconds
    names = [f"load{number}" for number in range(EDITORS)]
    await asyncio.gather(*(editor(base, desk, name, claims, until, done, failed) for name in names))
    return done, failed


def kept(path: Path) -> tuple[int, int]:
    """The notes that are in the file, and those of them that history knows with their author."""
    db = open_desk(path)
    notes = db.execute("select count(*) from notes where author like 'load%'").fetchone()[0]
    known = db.execute(
        """select count(distinct notes.id) from notes join history
           on history.table_name = 'notes' and history.row_id = notes.id and history.operation = 'insert'
           where notes.author like 'load%' and history.actor = notes.author"""
    ).fetchone()[0]
    db.close()
    return notes, known


def report(
    found: list[tuple[str, float, float, int | None]],
    done: list[float],
    failed: list[str],
    counts: tuple[int, int],
    given: argparse.Namespace,
) -> str:
    lines = [f"`python benchmarks/serving.py`, {given.claims:,} claims and {given.appearances:,} appearances.", "",
             "| page | median | 95 of 100 within | aim |", "| --- | --- | --- | --- |"]  # fmt: skip
    lines += [
        f"| {page} | {p50:.0f} ms | {p95:.0f} ms | {f'{goal} ms' if goal else ''} |"
        for page, p50, p95, goal in found
    ]
    p50, p95 = percentiles(done)
    notes, known = counts
    lines += [
        "",
        f"{EDITORS} editors for {given.seconds:.0f} s, each writing a note, again after a pause of 50 ms: {len(done):,} notes answered, "
        f"{len(failed)} errors, median {p50:.0f} ms, 95 of 100 within {p95:.0f} ms, the slowest {max(done):.0f} ms. "
        f"In the file: {notes:,} notes, each in history with its author: {known:,}.",
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--appearances", type=int, default=300_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--desk", type=Path, help="a desk of big_desk.py; made when there is none")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.desk or Path(folder) / "claims.db"
        if not path.exists():
            build(path, given.claims, given.appearances)
        with serving(datasette_arguments(path)) as base:
            found = asyncio.run(pages(base, path.stem, given.claims))
            print(json.dumps(found, indent=1), file=sys.stderr)
            done, failed = asyncio.run(editors(base, path.stem, given.claims, given.seconds))
        text = report(found, done, failed, kept(path), given)
    write_section("serving", text)


if __name__ == "__main__":
    main()
