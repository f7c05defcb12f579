"""Builds a desk of a given size for export.py, with plain SQL, so that all triggers run."""

import json
import random
from pathlib import Path

from claimtrack.store.file.database import create_or_migrate, write_transaction

SUBJECTS = ["Unemployment", "Inflation", "Crime", "The deficit", "Rent", "Turnout", "Exports", "Rainfall"]
MOVES = ["fell by", "rose by", "doubled to", "was cut to", "stands at"]
PLACES = ["in Ohio", "in Wales", "in Bavaria", "in Kerala", "across the country", "in the north"]
AWKWARD = ["=1+1", '@home, "quoted"', "naïve — 🦀", "שלום", "-3 degrees", "\ttabbed", "two\nlines"]


def sentence(number: int, rng: random.Random) -> str:
    text = f"{rng.choice(SUBJECTS)} {rng.choice(MOVES)} {number} percent {rng.choice(PLACES)}"
    return f"{rng.choice(AWKWARD)} {text}" if number % 50 == 0 else text


def build(path: Path, claims: int) -> None:
    """A desk of so many claims, each with a claimant, an article, an appearance and a source."""
    rng = random.Random(7)
    db, _ = create_or_migrate(path)
    with write_transaction(db, "benchmark"):
        names = [(f"Speaker {n}",) for n in range(500)]
        db.conn.executemany("insert into claimants (name) values (?)", names)
        for n in range(1, claims + 1):
            db.execute(
                "insert into claims (id, text, claimant_id, claimed_on, status) values (?, ?, ?, ?, ?)",
                [n, sentence(n, rng), n % 500 + 1, f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}", "open"],
            )
            db.execute(
                "insert into articles (id, url, source) values (?, ?, ?)",
                [n, f"https://news.example/{n}", json.dumps(n)],
            )
            db.execute("insert into appearances (claim_id, article_id) values (?, ?)", [n, n])
            db.execute(
                "insert into evidence (claim_id, url) values (?, ?)", [n, f"https://stats.example/{n}"]
            )
    db.conn.execute("analyze")
    db.close()
