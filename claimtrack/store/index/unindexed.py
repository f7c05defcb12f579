"""Which of the claims that wait for the match index a look-up reads: all, or the few most like it where many wait."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

MAX_FULLY_READ = 500
"""Waiting claims that are all read; of more than that, full-text search finds those to read."""
_MAX_READ = 150
"""Claims that are read where more wait, and as many that have all the words: a third of a millisecond each."""
_MAX_WORD_CLAIMS = 5_000
"""A word that more waiting claims have is too common to find one by."""
_MAX_WORDS = 100
"""Words of a text that are looked for: a claim is one sentence."""

# CROSS JOIN holds SQLite to this order: the other way round it searches the texts once for each claim that waits.
_MATCHING_PENDING = "claims_fts f cross join match_pending p on p.claim_id = f.rowid where claims_fts match ? and f.rowid >= ?"


def pending_to_read(conn: sqlite3.Connection, text: str) -> list[int]:
    """The waiting claims that may repeat a text, by id."""
    few = list_pending_if_few(conn)
    return find_similar_pending(conn, text) if few is None else few


def list_pending_if_few(conn: sqlite3.Connection) -> list[int] | None:
    """The claims that wait, by id; None where they are too many to read them all."""
    ids = [row[0] for row in conn.execute("select claim_id from match_pending limit ?", [MAX_FULLY_READ + 1])]
    return ids if len(ids) <= MAX_FULLY_READ else None


def find_similar_pending(conn: sqlite3.Connection, text: str) -> list[int]:
    """Of very many waiting claims those that have all the words, nearest to the text in length, and those that have most of its rarer ones."""
    words = _quote_words(text)
    if not words:
        return []
    # What other programs add has the highest ids: no need to read the words of all claims before.
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
    """The words of a text as full-text search takes them: in quotes, for it to part them as it parts the claims."""
    words = (word for word in re.findall(r'[^\s"\0]+', text.casefold()) if any(map(str.isalnum, word)))
    return [f'"{word}"' for word in list(dict.fromkeys(words))[:_MAX_WORDS]]
