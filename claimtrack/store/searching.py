"""Search: the claims that some words stand in, or that are of whom these words name."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from enum import StrEnum
from heapq import nlargest
from typing import TYPE_CHECKING, Any

from claimtrack.core.folding import folded
from claimtrack.core.legible import legible
from claimtrack.store.errors import translated
from claimtrack.store.views import claims_by_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database


class Where(StrEnum):
    """Where a word stands; of two places the earlier one counts."""

    CLAIM = "claim"
    CLAIMANT = "claimant"


_LABELS = {
    Where.CLAIMANT: (
        "select id, written from standing_claimants",
        "select id, null from claims where claimant_id in (select id from standing_claimants where standing_id in"
        " (select standing_id from standing_claimants where id in (select value from json_each(?))))",
    ),
}
"""For what is searched by its letters: SQL for the key and the name of each, and for the claims that have some of the keys."""


def search(db: Database, query: str, *, limit: int) -> list[dict[str, Any]]:
    """Rows of claim_overview in which each word of the query stands, in the claim or in its claimant's name; best first.

    The claim's words are matched by their stem, "words in double quotes" as a phrase; the name's by their letters, without
    accents. Claims whose own words are all of them come first, then the newest of those that have most of them.
    """
    words = _search_words(query)
    if not words:
        return []
    with translated():
        best = _in_their_words(db, words, limit)
        if len(best) < limit:
            best += _elsewhere(db, words, limit - len(best), without=best)
        rows = claims_by_id(db, best)
    return [rows[claim_id] for claim_id in best]


def _in_their_words(db: Database, words: Iterable[str], limit: int) -> list[int]:
    sql = "select rowid from claims_fts where claims_fts match ? order by rank, rowid limit ?"
    return [row[0] for row in db.execute(sql, [_quoted(words), limit])]


def _elsewhere(db: Database, words: list[str], limit: int, without: Iterable[int]) -> list[int]:
    """The claims that have each word somewhere, those that have most in the claim itself first, then the newest."""
    # By how far from the claim their words stand: with whole sets, for a word may stand in each of 100,000 claims.
    near: dict[int, set[int]] = {}
    for number, word in enumerate(words):
        left = near
        near = defaultdict(set)
        held = set[int]()
        for far, where in enumerate(Where):
            ids = _held(db, where, word) - held
            held |= ids
            for distance, some in left.items() if number else [(0, ids)]:
                near[distance + far] |= some & ids
        if not any(near.values()):
            return []
    best: list[int] = []
    for distance in sorted(near):
        found = near[distance].difference(without)
        best += nlargest(limit - len(best), found)
    return best


def _held(db: Database, where: Where, word: str) -> set[int]:
    """The claims that have the word there."""
    if where is Where.CLAIM:
        sql = "select rowid from claims_fts where claims_fts match ?"
        return {row[0] for row in db.execute(sql, [_quoted([word])])}
    names, claims = _LABELS[where]
    letters = folded(word)
    keys = [key for key, name in db.execute(names) if letters in folded(name)]
    return {row[0] for row in db.execute(claims, [json.dumps(keys)])} if keys else set()


def _search_words(query: str) -> list[str]:
    """The words and "quoted phrases" of a query as they are filed, without marks that stand alone."""
    parts = re.findall(r'"([^"]+)"|(\S+)', legible(query.replace("\0", " ")))
    words = [(phrase or word).replace('"', "") for phrase, word in parts]
    return [word for word in dict.fromkeys(words) if re.search(r"\w", word)]


def _quoted(words: Iterable[str]) -> str:
    """Words as an FTS5 query that cannot be a syntax error."""
    return " ".join(f'"{word}"' for word in words)
