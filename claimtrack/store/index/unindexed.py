"""Which of the claims that wait for the match index a look-up reads: all, or the few most like it where many wait."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

TAIL = 500
"""Waiting claims that are all read; of more than that, full-text search finds those to read."""
_READ = 150
"""Claims that are read where more wait, and as many that have all the words: a third of a millisecond each."""
_COMMON = 5_000
"""A word that more waiting claims have is too common to find one by."""
_WORDS = 100
"""Words of a text that are looked for: a claim is one sentence."""

# CROSS JOIN holds SQLite to this order: the other way round it searches the texts once for each claim that waits.
_FOUND = "claims_fts f cross join match_pending p on p.claim_id = f.rowid where claims_fts match ? and f.rowid >= ?"


def to_read(conn: sqlite3.Connection, text: str) -> list[int]:
    """The waiting claims that may repeat a text, by id."""
    few = few_waiting(conn)
    return most_alike(conn, text) if few is None else few


def few_waiting(conn: sqlite3.Connection) -> list[int] | None:
    """The claims that wait, by id; None where they are too many to read them all."""
    ids = [row[0] for row in conn.execute("select claim_id from match_pending limit ?", [TAIL + 1])]
    return ids if len(ids) <= TAIL else None


def most_alike(conn: sqlite3.Connection, text: str) -> list[int]:
    """Of very many waiting claims those that have all the words, nearest to the text in length, and those that have most of its rarer ones."""
    words = _quoted(text)
    if not words:
        return []
    # What other programs add has the highest ids: no need to read the words of all claims before.
    [first] = conn.execute("select min(claim_id) from match_pending").fetchone()
    sql = f"select f.rowid from {_FOUND} order by abs((select length(text) from claims where id = f.rowid) - ?) limit ?"
    whole = [row[0] for row in conn.execute(sql, [" AND ".join(words), first, len(text), _READ])]
    alike: Counter[int] = Counter()
    for word in words:
        found = conn.execute(f"select f.rowid from {_FOUND} limit ?", [word, first, _COMMON + 1]).fetchall()
        if len(found) <= _COMMON:
            weighs = math.log(1 + _COMMON / max(len(found), 1))
            alike.update({claim_id: weighs for (claim_id,) in found})
    return list(dict.fromkeys([*whole, *(claim_id for claim_id, _ in alike.most_common(_READ))]))


def _quoted(text: str) -> list[str]:
    """The words of a text as full-text search takes them: in quotes, for it to part them as it parts the claims."""
    words = (word for word in re.findall(r'[^\s"\0]+', text.casefold()) if any(map(str.isalnum, word)))
    return [f'"{word}"' for word in list(dict.fromkeys(words))[:_WORDS]]
