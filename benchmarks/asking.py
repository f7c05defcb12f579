"""How well repeats are found when they are asked for in other ways: in capitals, misspelt, with titles, from debates.

`python benchmarks/asking.py` needs ../shared (see docs/benchmarks.md); it renews its section of docs/benchmarks.md.
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
"""Who speaks in a speech or an interview, by its name in the data (with their slips). Of a debate they do not tell who said a sentence."""


def misspelt(text: str, seed: int) -> str:
    """A third of the longer words with one letter swapped, dropped, added or changed."""
    chance = random.Random(f"{seed} {text}")

    def slip(word: str) -> str:
        if len(word) < 4 or chance.random() > 0.35:
            return word
        at, letter = chance.randrange(1, len(word) - 1), chance.choice("abcdefghijklmnopqrstuvwxyz")
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        dropped, added = word[:at] + word[at + 1 :], word[:at] + letter + word[at:]
        return chance.choice((swapped, dropped, added, word[:at] + letter + word[at + 1 :]))

    return re.sub("[A-Za-z]+", lambda found: slip(found[0]), text)


def day(text: str) -> str | None:
    found = re.search(r"[A-Z][a-z]+ \d{1,2}, \d{4}", text)
    return datetime.strptime(found[0], "%B %d, %Y").date().isoformat() if found else None


def kinds() -> Iterator[str]:
    """The same look-ups asked in other ways: MAP@5 and recall@20 of tweets and debates, dev and train."""
    yield "| asked | dev MAP@5 | dev recall@20 | train MAP@5 | train recall@20 |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    tweets, debates = read("ct2a_claims.jsonl.gz"), read("ct2b_claims.jsonl.gz")
    ways: list[tuple[str, Callable[[str], str]]] = [
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
        conn = stored(Path(folder) / "plain.db", tweets)
        for what, way in ways:
            yield asked(what, conn, tweets, "ct2a", lambda row, way=way: Statement(way(row["text"])))
        titled = stored(Path(folder) / "titled.db", tweets, titles=True)
        for what, way in ways[:2]:
            told = f"titles indexed: {what}"
            yield asked(told, titled, tweets, "ct2a", lambda row, way=way: Statement(way(row["text"])))
        spoken = stored(Path(folder) / "spoken.db", debates)
        yield asked("debate sentences", spoken, debates, "ct2b", lambda row: Statement(row["text"]))
        yield asked("debate sentences with their date", spoken, debates, "ct2b", dated)
        yield asked(
            "with their date, and their speaker where one speaks", spoken, debates, "ct2b", said_and_dated
        )


def dated(row: dict) -> Statement:
    on = row["qid"]
    return Statement(row["text"], None, f"{on[:4]}-{on[4:6]}-{on[6:8]}")


def said_and_dated(row: dict) -> Statement:
    who = next((name for event, name in SPEAKERS.items() if re.search(event, row["qid"])), None)
    return replace(dated(row), claimant=who)


def stored(path: Path, claims: Sequence[dict], *, titles: bool = False) -> sqlite3.Connection:
    """A desk of the claims with speaker and date where they were said, and their reviews' headlines if asked for."""
    conn = create_or_migrate(path)[0].conn
    conn.execute("begin")
    debate = "truth" in claims[0]
    names = sorted({row["speaker"] for row in claims if debate and row["speaker"]})
    conn.executemany("insert into claimants (name) values (?)", [[name] for name in names])
    who = dict(conn.execute("select name, id from claimants"))
    rows = [
        (n, r["text"], who.get(r["speaker"]), day(r["date"]) if debate else None)
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


def asked(
    what: str,
    conn: sqlite3.Connection,
    claims: Sequence[dict],
    name: str,
    statement: Callable[[dict], Statement],
) -> str:
    matcher = DeskMatcher.of(Database(conn))
    cells = []
    for part in ("dev", "train"):
        precisions, recalled = [], []
        for row in read(f"{name}_{part}.jsonl"):
            hits = matcher.find(statement(row), 20)
            found, gold = [claims[i - 1]["id"] for i, _ in hits], set(row["gold"])
            precisions.append(precision_at_5(found, gold))
            recalled.append(any(one in gold for one in found))
        cells += [f"{sum(v) / len(v):.3f}" for v in (precisions, recalled)]
    row = f"| {what} | {' | '.join(cells)} |"
    print(row, flush=True)
    return row


def main() -> None:
    write_section("asking", "\n".join(["`python benchmarks/asking.py`", "", *kinds()]))


if __name__ == "__main__":
    main()
