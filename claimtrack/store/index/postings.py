"""Writes the match index: which claims have which terms, and the weight of each term in them.

The index is derived: `rebuild` makes it again from the claims. Triggers queue every changed claim in
`match_pending`; `index_pending` indexes the queue. A claim that was reworded or deleted keeps its old
postings until the next rebuild: they cost a wasted candidate, never a wrong answer, because a look-up
re-reads each candidate's text.
"""

from __future__ import annotations

import array
import json
import math
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain
from typing import TYPE_CHECKING

from claimtrack.core.errors import DatabaseError
from claimtrack.core.match.reading.indexing import index_terms
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.store.file.connecting import immediate_transaction
from claimtrack.store.file.errors import REPAIR_STEP

if TYPE_CHECKING:
    import sqlite3

SATURATION = 1.2
"""BM25's k1: how soon a repeated term stops counting."""
LENGTH_PENALTY = 0.65
"""BM25's b: how much a long text's terms are discounted."""
WEIGHT_UNIT = 0.01
BLOCK = 65_536
BATCH = 5_000
"""Claims per transaction: about a second of holding the write lock."""
_PAUSE = 0.1
"""Seconds between two transactions: SQLite retries the lock about so often, so that a waiting program gets its turn."""

_UPSERT = """
    insert into match_postings (term_id, block, offsets, weights) values (?, ?, ?, ?)
    on conflict (term_id, block) do update set
        -- || yields text, byte by byte in a UTF-8 file; the cast makes it the bytes again
        offsets = cast(offsets || excluded.offsets as blob),
        weights = cast(weights || excluded.weights as blob)
"""
_COUNT_TERMS = """
    insert into match_terms (term, claims) select key, value from json_each(?) where true
    on conflict (term) do update set claims = claims + excluded.claims
    returning term, id, claims
"""
# Ordered by article, like the index: a claim may be quoted thousands of times, and its original wording is among the first.
OTHER_WORDINGS_SQL = """
    (select json_group_array(r.headline) from reviews r where r.claim_id = c.id and r.headline is not null),
    (
        select json_group_array(quote)
        from (select quote from appearances a where a.claim_id = c.id order by a.article_id limit 9)
        where quote <> c.text
    )
"""
"""SQL for the other wordings by which a claim is found, besides `c.text`: headlines of its reviews, quotes."""
_PENDING_TEXTS = f"""
    select p.claim_id, c.text, {OTHER_WORDINGS_SQL}
    from match_pending p left join claims c on c.id = p.claim_id
    order by p.claim_id limit ?
"""


def bm25_weights(counts: Counter[str], average: float) -> dict[str, float]:
    """Return the weight of each term in a claim, 0..2.2: BM25 without the term's rarity."""
    norm = SATURATION * (1 - LENGTH_PENALTY + LENGTH_PENALTY * counts.total() / max(average, 1.0))
    return {term: count * (SATURATION + 1) / (count + norm) for term, count in counts.items()}


def claim_terms(text: str, others: Iterable[str] = ()) -> Counter[str]:
    """Return the terms by which a claim is found, those of its text and of its other wordings, with their counts."""
    terms = Counter(index_terms(text))
    for words in others:
        terms.update(index_terms(words))
    return terms


def parse_other_wordings(text: str, headlines: str, quotes: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Parse the columns `OTHER_WORDINGS_SQL` into headlines and quotes, without quotes that only differ from the text in line breaks."""
    # Most claims have neither, and a look-up reads hundreds of rows.
    told = () if headlines == "[]" else tuple(json.loads(headlines))
    if quotes == "[]":
        return told, ()
    lines = dict.fromkeys(map(clean_line, json.loads(quotes)))
    return told, tuple(line for line in lines if line != text)


def find_emptied(conn: sqlite3.Connection) -> str | None:
    """Return which part of the index is completely missing, in a few words and microseconds; None if nothing is."""
    totals = conn.execute("select claims, terms from match_totals").fetchone()
    if totals is None:
        return "its totals are gone"
    claims, terms = totals
    if terms:
        tables = ("match_terms", "match_postings")
        gone = [
            one for one in tables if not conn.execute(f"select exists (select 1 from {one})").fetchone()[0]
        ]
        return f"empty: {', '.join(gone)}" if gone else None
    if claims:
        return None  # claims without a term: "!!!"
    sql = "select exists (select 1 from claims where id not in (select claim_id from match_pending))"
    return "it holds no claim" if conn.execute(sql).fetchone()[0] else None


def pending_count(conn: sqlite3.Connection) -> int:
    """Return how many changed claims wait to be indexed."""
    return int(conn.execute("select count(*) from match_pending").fetchone()[0])


def index_pending(
    conn: sqlite3.Connection,
    at_least: int = 1,
    progress: Callable[[int], object] | None = None,
    *,
    at_most: float = math.inf,
) -> int:
    """Index the queued claims, if there are at least so many; return how many were indexed.

    Each batch is a transaction of its own, unless the caller has one open. `progress` is called with
    the number of claims in each batch; after `at_most` claims the rest stay queued.
    """
    if pending_count(conn) < at_least:
        return 0
    done = 0
    while done < at_most and (batch := _index_batch(conn)):
        done += batch
        if progress:
            progress(batch)
        if batch == BATCH and not conn.in_transaction:
            time.sleep(_PAUSE)
    return done


def compact(conn: sqlite3.Connection, progress: Callable[[int], object] | None = None) -> int:
    """Rebuild the index, without entries of reworded and deleted claims; return the number of claims indexed."""
    queue_all(conn)
    return index_pending(conn, progress=progress)


def queue_all(conn: sqlite3.Connection) -> None:
    """Empty the index, and queue all claims for it."""
    with immediate_transaction(conn):
        for table in ("match_postings", "match_endings", "match_terms", "match_pending"):
            conn.execute(f"delete from {table}")
        conn.execute("update match_totals set claims = 0, terms = 0")
        conn.execute("insert into match_pending (claim_id) select id from claims")


def _index_batch(conn: sqlite3.Connection) -> int:
    with immediate_transaction(conn):
        rows = conn.execute(_PENDING_TEXTS, [BATCH]).fetchall()
        if not rows:
            return 0
        counted = [
            (claim_id, claim_terms(text, chain(*parse_other_wordings(text, headlines, quotes))))
            for claim_id, text, headlines, quotes in rows
            if text is not None
        ]
        _write(conn, counted)
        conn.execute("delete from match_pending where claim_id <= ?", [rows[-1][0]])
    return len(rows)


def _write(conn: sqlite3.Connection, counted: list[tuple[int, Counter[str]]]) -> None:
    totals = conn.execute("select claims, terms from match_totals").fetchone()
    if totals is None:
        raise DatabaseError(f"the match index is damaged: {REPAIR_STEP}")
    claims, terms = totals
    claims, terms = claims + len(counted), terms + sum(c.total() for _, c in counted)
    conn.execute("update match_totals set claims = ?, terms = ?", [claims, terms])
    postings: dict[tuple[str, int], tuple[array.array[int], bytearray]] = {}
    average = terms / max(claims, 1)
    for claim_id, counts in counted:
        block, offset = divmod(claim_id, BLOCK)
        for term, share in bm25_weights(counts, average).items():
            weight = round(share / WEIGHT_UNIT)
            if (there := postings.get((term, block))) is None:
                postings[term, block] = array.array("H", (offset,)), bytearray((weight,))
            else:
                there[0].append(offset)
                there[1].append(weight)
    ids = _term_ids(conn, Counter(term for _, counts in counted for term in counts))
    conn.executemany(
        _UPSERT,
        sorted((ids[t], block, _little_endian(o), bytes(w)) for (t, block), (o, w) in postings.items()),
    )


def _term_ids(conn: sqlite3.Connection, counts: Counter[str]) -> dict[str, int]:
    """Add to each term's count of claims, inserting new terms; return the ids of the terms."""
    rows = conn.execute(_COUNT_TERMS, [json.dumps(counts, sort_keys=True)]).fetchall()
    conn.executemany(
        "insert or ignore into match_endings (ending, term_id) values (?, ?)",
        [
            (term[::-1], term_id)
            for term, term_id, claims in rows
            if claims == counts[term] and is_spellable(term)
        ],
    )
    return {term: term_id for term, term_id, _ in rows}


def is_spellable(term: str) -> bool:
    """Whether a term is a word long enough to be recognised if misspelt."""
    return len(term) >= 4 and term[0].isalpha()


def _little_endian(offsets: array.array[int]) -> bytes:
    if sys.byteorder == "big":
        offsets.byteswap()
    return offsets.tobytes()
