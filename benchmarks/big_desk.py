"""Builds a desk of any size from made-up sentences, for serving.py: python benchmarks/big_desk.py FILE [--claims N] [--appearances N]."""

from __future__ import annotations

import argparse
import random
import time
from hashlib import sha256
from pathlib import Path

from claimtrack.core.model import Status
from claimtrack.store.claims import entry_steps, take_steps
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow.setup import init_desk

NOUNS = "trade exports prices wages rents taxes crime schools hospitals roads trains jobs homes energy water".split()
VERBS = "rose fell doubled halved stagnated collapsed recovered".split()
PLACES = "Spain Kenya Japan Chile Norway Texas Bavaria Quebec Sicily Punjab".split()
STATUSES = (
    ["proposed"] * 50
    + ["open"] * 20
    + ["checking"] * 8
    + ["in_review"] * 2
    + ["published"] * 10
    + ["rejected"] * 10
)
BATCH = 5_000


def sentence(number: int, rng: random.Random) -> str:
    subject = f"{rng.choice(NOUNS)} and {rng.choice(NOUNS)}"
    return f"In {rng.choice(PLACES)} {subject} {rng.choice(VERBS)} by {number % 97} percent in {1950 + number % 75}, file {number}"


def build(path: Path, claims: int, appearances: int) -> None:
    """A desk of so many claims and `appearances`, in articles of forty sentences, with evidence, notes and pairs to judge."""
    init_desk(path, name="The Big Desk", actor="setup")
    db = open_desk(path)
    rng = random.Random(7)
    articles = max(1, appearances // 40)
    with write_transaction(db, "setup"):
        db.conn.executemany(
            "insert into claimants (name, kind) values (?, 'person')",
            ((f"Person {n}",) for n in range(2_000)),
        )
    _claims(db, claims, rng)
    _appearances(db, claims, articles, rng)
    _rest(db, claims, rng)
    db.execute("analyze")
    db.close()


def _claims(db, claims: int, rng: random.Random) -> None:
    sql = "insert into claims (text, claimant_id, status, score, assignee, created_at) values (?, ?, ?, ?, ?, ?)"
    for first in range(1, claims + 1, BATCH):
        statuses = [Status(rng.choice(STATUSES)) for _ in range(BATCH)]
        rows = [
            (
                sentence(number, rng), 1 + number % 2_000, entry_steps(statuses[number - first])[0], rng.random(),
                f"editor{number % 20}" if number % 3 == 0 else None, f"20{20 + number % 6}-0{1 + number % 9}-11T10:00:00.000Z",
            )
            for number in range(first, min(first + BATCH, claims + 1))
        ]  # fmt: skip
        with write_transaction(db, "setup"):
            db.conn.executemany(sql, rows)
            for number, status in enumerate(statuses[: len(rows)], first):
                take_steps(db, number, entry_steps(status)[1])


def _appearances(db, claims: int, articles: int, rng: random.Random) -> None:
    sql = """insert into appearances (claim_id, article_id, claimant_id, span_start, span_end, quote, kind, score, reasons)
             values (?, ?, ?, ?, ?, ?, 'direct', 0.5, '["a percentage"]')"""
    for first in range(0, articles, 200):
        with write_transaction(db, "setup"):
            for number in range(first, min(first + 200, articles)):
                quotes = [sentence(rng.randrange(claims), rng) for _ in range(40)]
                text = ". ".join(quotes)
                values = [
                    f"https://news.example/{number}",
                    text,
                    sha256(text.encode()).hexdigest(),
                    f"Outlet {number % 50}",
                ]
                added = db.execute(
                    "insert into articles (url, text, text_sha256, outlet, title) values (?, ?, ?, ?, 'News')",
                    values,
                )
                rows, start = [], 0
                for quote in quotes:
                    rows.append(
                        (
                            1 + rng.randrange(claims),
                            added.lastrowid,
                            1 + start % 2_000,
                            start,
                            start + len(quote),
                            quote,
                        )
                    )
                    start += len(quote) + 2
                db.conn.executemany(sql, rows)


def _rest(db, claims: int, rng: random.Random) -> None:
    any_claim = [1 + rng.randrange(claims) for _ in range(claims // 2)]
    pairs = {
        tuple(sorted((1 + rng.randrange(claims), 1 + rng.randrange(claims)))) for _ in range(claims // 5)
    }
    with write_transaction(db, "setup"):
        db.conn.executemany(
            "insert or ignore into evidence (claim_id, url) values (?, ?)",
            ((claim, f"https://e.example/{claim}") for claim in any_claim),
        )
        db.conn.executemany(
            "insert into notes (claim_id, body) values (?, 'A note')", ((claim,) for claim in any_claim)
        )
        db.conn.executemany(
            "insert into matches (left_id, right_id, score, suggestion, scorer) values (?, ?, ?, 'duplicate', 'x')",
            ((left, right, rng.random()) for left, right in pairs if left < right),
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--appearances", type=int, default=300_000)
    options = parser.parse_args()
    began = time.perf_counter()
    build(options.path, options.claims, options.appearances)
    print(f"{options.path}: {options.claims:,} claims in {time.perf_counter() - began:.0f} s")
