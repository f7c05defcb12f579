"""Measures how well look-ups find repeats when the query is in capitals, misspelt or from a debate, or when titles are indexed.

`python benchmarks/asking.py` needs ../shared (see docs/benchmarks.md); it updates its section of docs/benchmarks.md.
"""

import random
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from matching import precision_at_5, read
from page import write_section
from sqlite_utils import Database

from claimtrack.core.match.normalisation.normalise import normalise_text
from claimtrack.core.model import Statement
from claimtrack.store.file.database import create_or_migrate
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.store.index.postings import index_pending

SPEAKERS = {
    r"\d_(?:Trum[po]|Tump)_|60_min": "Donald Trump",
    r"\d_Obama_": "Barack Obama",
    r"\d_Hillary_": "Hillary Clinton",
    r"\d_Sanders_Meet": "Bernie Sanders",
    r"\d_Cruz_": "Ted Cruz",
    r"\d_kasich_": "John Kasich",
}
"""The speaker of a speech or an interview, by its name in the data, misspellings included. For debates the data does not name speakers."""


def misspelt(text: str, seed: int) -> str:
    """The text with one letter swapped, dropped, added or changed in a third of the words of four letters or more."""
    rng = random.Random(f"{seed} {text}")

    def misspell(word: str) -> str:
        if len(word) < 4 or rng.random() > 0.35:
            return word
        at, letter = rng.randrange(1, len(word) - 1), rng.choice("abcdefghijklmnopqrstuvwxyz")
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        dropped, added = word[:at] + word[at + 1 :], word[:at] + letter + word[at:]
        return rng.choice((swapped, dropped, added, word[:at] + letter + word[at + 1 :]))

    return re.sub("[A-Za-z]+", lambda found: misspell(found[0]), text)


def parse_date(text: str) -> str | None:
    """The ISO date in a text such as "stated on April 22, 2024"."""
    found = re.search(r"[A-Z][a-z]+ \d{1,2}, \d{4}", text)
    return datetime.strptime(found[0], "%B %d, %Y").date().isoformat() if found else None


def table() -> Iterator[str]:
    """MAP@5 and recall@20 of each way to ask, for tweets and debates, dev and train."""
    yield "| asked | dev MAP@5 | dev recall@20 | train MAP@5 | train recall@20 |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    tweets, debates = read("ct2a_claims.jsonl.gz"), read("ct2b_claims.jsonl.gz")
    variants: list[tuple[str, Callable[[str], str]]] = [
        ("tweets as written", str),
        ("without their signature", lambda text: normalise_text(text).text),
        ("as written, all in capitals", str.upper),
        ("without signature, all in capitals", lambda text: normalise_text(text).text.upper()),
        (
            "without signature, a third of the words misspelt",
            lambda text: misspelt(normalise_text(text).text, 1),
        ),
    ]
    with tempfile.TemporaryDirectory() as folder:
        conn = build_desk(Path(folder) / "plain.db", tweets)
        for what, vary in variants:
            yield measure_row(what, conn, tweets, "ct2a", lambda row, vary=vary: Statement(vary(row["text"])))
        titled_desk = build_desk(Path(folder) / "titled.db", tweets, titles=True)
        for what, vary in variants[:2]:
            label = f"titles indexed: {what}"
            yield measure_row(
                label, titled_desk, tweets, "ct2a", lambda row, vary=vary: Statement(vary(row["text"]))
            )
        debate_desk = build_desk(Path(folder) / "spoken.db", debates)
        yield measure_row(
            "debate sentences", debate_desk, debates, "ct2b", lambda row: Statement(row["text"])
        )
        yield measure_row("debate sentences with their date", debate_desk, debates, "ct2b", with_date)
        yield measure_row(
            "with their date, and their speaker where one speaks",
            debate_desk,
            debates,
            "ct2b",
            with_speaker_and_date,
        )


def with_date(row: dict) -> Statement:
    on = row["qid"]
    return Statement(row["text"], None, f"{on[:4]}-{on[4:6]}-{on[6:8]}")


def with_speaker_and_date(row: dict) -> Statement:
    speaker = next((name for event, name in SPEAKERS.items() if re.search(event, row["qid"])), None)
    return replace(with_date(row), claimant=speaker)


def build_desk(path: Path, claims: Sequence[dict], *, titles: bool = False) -> sqlite3.Connection:
    """A desk of the claims, those of debates with speaker and date; with `titles` the headlines of their reviews are indexed, too."""
    conn = create_or_migrate(path)[0].conn
    conn.execute("begin")
    debate = "truth" in claims[0]
    names = sorted({row["speaker"] for row in claims if debate and row["speaker"]})
    conn.executemany("insert into claimants (name) values (?)", [[name] for name in names])
    speaker_of = dict(conn.execute("select name, id from claimants"))
    rows = [
        (n, r["text"], speaker_of.get(r["speaker"]), parse_date(r["date"]) if debate else None)
        for n, r in enumerate(claims, 1)
    ]
    conn.executemany("insert into claims (id, text, claimant_id, claimed_on) values (?, ?, ?, ?)", rows)
    if titles:
        conn.execute("insert into publishers (id, name) values (1, 'Publisher')")
        conn.executemany(
            "insert into reviews (claim_id, publisher_id, origin, headline) values (?, 1, 'imported', ?)",
            [(n, row["title"]) for n, row in enumerate(claims, 1) if row["title"]],
        )
    conn.execute("commit")
    index_pending(conn)
    return conn


def measure_row(
    what: str,
    conn: sqlite3.Connection,
    claims: Sequence[dict],
    name: str,
    statement: Callable[[dict], Statement],
) -> str:
    matcher = DeskMatcher.of(Database(conn))
    cells = []
    for part in ("dev", "train"):
        precisions, found_any = [], []
        for row in read(f"{name}_{part}.jsonl"):
            hits = matcher.find(statement(row), 20)
            found, gold = [claims[i - 1]["id"] for i, _ in hits], set(row["gold"])
            precisions.append(precision_at_5(found, gold))
            found_any.append(any(one in gold for one in found))
        cells += [f"{sum(v) / len(v):.3f}" for v in (precisions, found_any)]
    row = f"| {what} | {' | '.join(cells)} |"
    print(row, flush=True)
    return row


def main() -> None:
    write_section("asking", "\n".join(["`python benchmarks/asking.py`", "", *table()]))


if __name__ == "__main__":
    main()
