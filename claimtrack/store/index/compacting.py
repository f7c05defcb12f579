"""When to rebuild the match index: reworded and deleted claims leave entries in it that distort the rarity of terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store.index.postings import compact, pending_count

if TYPE_CHECKING:
    import sqlite3

MAX_OUTDATED_SHARE = 0.2
"""Share of the index's entries that may be outdated; at 0.3 look-ups found the right claim measurably less often."""
QUICK_REBUILD_CLAIMS = 20_000
"""Claims up to which rebuilding the index takes little more than a second."""


def compact_if_outdated(conn: sqlite3.Connection, at_most: int | None = None) -> bool:
    """Rebuild the match index if too much of it is outdated; return whether it was.

    A desk with more than `at_most` claims is left alone, for commands that should not take long.
    """
    is_due = is_outdated(conn, at_most)
    if is_due:
        compact(conn)
    return is_due


def is_outdated(conn: sqlite3.Connection, at_most: int | None = None) -> bool:
    """Whether too much of the match index is outdated, on a desk of `at_most` so many claims."""
    (indexed,) = conn.execute("select claims from match_totals").fetchone()
    (claims,) = conn.execute("select count(*) from claims").fetchone()
    outdated = indexed + pending_count(conn) - claims
    return bool(outdated > MAX_OUTDATED_SHARE * indexed and (at_most is None or claims <= at_most))
