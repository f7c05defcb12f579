"""Which claims not yet indexed a look-up reads: all of them, or only the most similar if there are many."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

MAX_FULLY_READ = 500
"""Pending claims that are all read; if there are more, full-text search selects some."""
_MAX_READ = 150
"""Claims read if there are more, and as many again with all the words: a third of a millisecond each."""
_MAX_WORD_CLAIMS = 5_000
"""A word in more pending claims than this is too common to find one by."""
_MAX_WORDS = 100
"""Words of a text that are searched for: a claim is one sentence."""

# CROSS JOIN fixes the order: the other way round SQLite searches the texts once for each pending claim.
_MATCHING_PENDING = "claims_fts f cross join match_pending p on p.claim_id = f.rowid where claims_fts match ? and f.rowid >= ?"


def pending_to_read(conn: sqlite3.Connection, text: str) -> list[int]:
    """Return the ids of the pending claims to read for a text."""
    few = list_pending_if_few(conn)
    return find_similar_pending(conn, text) if few is None else few


def list_pending_if_few(conn: sqlite3.Connection) -> list[int] | None:
    """Return the ids of all pending claims; None if there are too many to read."""
    ids = [row[0] for row in conn.execute("select claim_id from match_pending limit ?", [MAX_FULLY_READ + 1])]
    return ids if len(ids) <= MAX_FULLY_READ else None


def find_similar_pending(conn: sqlite3.Connection, text: str) -> list[int]:
    """Return, of very many pending claims, those with all the words, closest in length first, then those with most of the rarer words."""
    words = _quote_words(text)
    if not words:
        return []
    # Claims of other programs have the highest ids, so the postings of earlier claims can be skipped.
    [first] = conn.execute("select min(claim_id) from match_pending").fetchone()
    sql = f"select f.rowid from {_MATCHING_PENDING} order by abs((select length(text) from claims where id = f.rowid) - ?) limit ?"
    whole = [row[0] for row in conn.execute(sql, [" AND ".join(words), first, len(text), _MAX_READ])]
    alike: Counter[int] = Counter()
    for word in words:
        found = conn.execute(
            f"select f.rowid from {_MATCHING_PENDING} limit ?", [word, first, _MAX_WORD_CLAIMS + 1]
        ).fetchall()
        if len(found) <= _MAX_WORD_CLAIMS:
            weighs = math.log(1 + _MAX_WORD_CLAIMS / max(len(found), 1))
            alike.update({claim_id: weighs for (claim_id,) in found})
    return list(dict.fromkeys([*whole, *(claim_id for claim_id, _ in alike.most_common(_MAX_READ))]))


def _quote_words(text: str) -> list[str]:
    """Return the words of a text in quotes, so that full-text search tokenises them like the claims."""
    words = (word for word in re.findall(r'[^\s"\0]+', text.casefold()) if any(map(str.isalnum, word)))
    return [f'"{word}"' for word in list(dict.fromkeys(words))[:_MAX_WORDS]]
