"""Measures the response times of the desk's pages with 100,000 claims, and of writes by twenty editors at once.

`python benchmarks/serving.py [--claims N] [--appearances N] [--seconds N] [--desk FILE]` updates its section of docs/benchmarks.md.
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

import httpx2 as httpx  # a dependency of Datasette
from big_desk import build
from page import write_section

from claimtrack.store.file.database import open_desk
from claimtrack.workflow.serving import datasette_arguments
from tests.browser.conftest import actor_cookie, serve_datasette

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


def address(path: str, claims: int, rng: random.Random) -> str:
    numbers = {"skip": rng.randrange(50), "claim": 1 + rng.randrange(claims), "article": 1 + rng.randrange(500),
               "speaker": 1 + rng.randrange(2_000)}  # fmt: skip
    return "/claims/-/" + path.format(**numbers)


async def time_request(client: httpx.AsyncClient, path: str) -> float:
    start = time.perf_counter()
    response = await client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return 1000 * (time.perf_counter() - start)


async def measure_pages(base: str, name: str, claims: int) -> list[tuple[str, float, float, int | None]]:
    rng = random.Random(3)
    cookies = {"ds_actor": actor_cookie({"id": "editor1", "role": "editor"})}
    page_times = []
    async with httpx.AsyncClient(base_url=base, cookies=cookies, timeout=60) as client:
        for page, (path, target) in PAGES.items():
            await time_request(client, address(path, claims, rng).replace("/claims/", f"/{name}/"))
            times = [
                await time_request(client, address(path, claims, rng).replace("/claims/", f"/{name}/"))
                for _ in range(ROUNDS)
            ]
            page_times.append((page, *percentiles(times), target))
        table = TABLE.replace("/claims/", f"/{name}/")
        times = [await time_request(client, table) for _ in range(ROUNDS // 3)]
        page_times.append(("table page, four facets", *percentiles(times), 500))
    return page_times


def percentiles(times: list[float]) -> tuple[float, float]:
    cuts = quantiles(times, n=20)
    return cuts[9], cuts[18]


async def run_editor(
    base: str, desk: str, name: str, claims: int, until: float, times: list[float], errors: list[str]
) -> None:
    rng = random.Random(name)
    cookies = {"ds_actor": actor_cookie({"id": name, "role": "editor"})}
    async with httpx.AsyncClient(base_url=base, cookies=cookies, timeout=60) as client:
        while time.monotonic() < until:
            claim = 1 + rng.randrange(claims)
            start = time.perf_counter()
            response = await client.post(
                f"/{desk}/-/claim/{claim}/note", json={"body": f"{name} was here {len(times)} notes later"}
            )
            if response.status_code == 200:
                times.append(1000 * (time.perf_counter() - start))
            else:
                errors.append(response.text)
            await asyncio.sleep(0.05)


async def run_editors(base: str, desk: str, claims: int, seconds: float) -> tuple[list[float], list[str]]:
    times: list[float] = []
    errors: list[str] = []
    until = time.monotonic() + seconds
    names = [f"load{number}" for number in range(EDITORS)]
    await asyncio.gather(*(run_editor(base, desk, name, claims, until, times, errors) for name in names))
    return times, errors


def count_saved_notes(path: Path) -> tuple[int, int]:
    """The number of notes in the file, and of those recorded in history with their author."""
    db = open_desk(path)
    notes = db.execute("select count(*) from notes where author like 'load%'").fetchone()[0]
    recorded = db.execute(
        """select count(distinct notes.id) from notes join history
           on history.table_name = 'notes' and history.row_id = notes.id and history.operation = 'insert'
           where notes.author like 'load%' and history.actor = notes.author"""
    ).fetchone()[0]
    db.close()
    return notes, recorded


def report(
    page_times: list[tuple[str, float, float, int | None]],
    times: list[float],
    errors: list[str],
    saved: tuple[int, int],
    options: argparse.Namespace,
) -> str:
    lines = [f"`python benchmarks/serving.py`, {options.claims:,} claims and {options.appearances:,} appearances.", "",
             "| page | p50 | p95 | target |", "| --- | --- | --- | --- |"]  # fmt: skip
    lines += [
        f"| {page} | {p50:.0f} ms | {p95:.0f} ms | {f'{target} ms' if target else ''} |"
        for page, p50, p95, target in page_times
    ]
    p50, p95 = percentiles(times)
    notes, recorded = saved
    lines += [
        "",
        f"{EDITORS} editors for {options.seconds:.0f} s, each writing notes with a pause of 50 ms after each: {len(times):,} notes saved, "
        f"{len(errors)} errors, p50 {p50:.0f} ms, p95 {p95:.0f} ms, the slowest {max(times):.0f} ms. "
        f"In the file: {notes:,} notes, {recorded:,} of them in history with their author.",
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--appearances", type=int, default=300_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--desk", type=Path, help="a desk made by big_desk.py; built if it does not exist")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.desk or Path(folder) / "claims.db"
        if not path.exists():
            build(path, options.claims, options.appearances)
        with serve_datasette(datasette_arguments(path)[1:]) as base:  # without "serve"
            page_times = asyncio.run(measure_pages(base, path.stem, options.claims))
            print(json.dumps(page_times, indent=1), file=sys.stderr)
            times, errors = asyncio.run(run_editors(base, path.stem, options.claims, options.seconds))
        text = report(page_times, times, errors, count_saved_notes(path), options)
    write_section("serving", text)


if __name__ == "__main__":
    main()
