"""Checks and rebuilds derived data: the match index, clusters, vectors and the search indexes."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from sqlite_utils import Database

from claimtrack.core.errors import DatabaseError
from claimtrack.core.match.words.terms import is_whole_wording
from claimtrack.resources import resource
from claimtrack.store.file import rules
from claimtrack.store.file.database import restore_rules, write_transaction
from claimtrack.store.file.errors import REPAIR_STEP, translate_errors
from claimtrack.store.file.schema_files import TEXT_INDEXES, statements
from claimtrack.store.file.tables import find_lost_searches
from claimtrack.store.index import postings
from claimtrack.store.index.unindexed import MAX_FULLY_READ

# The migration that creates each derived table; none of these has anything that a person wrote.
_DERIVED_TABLES = {
    "0002_match_index.sql": (
        "match_terms", "match_endings", "match_postings", "match_pending", "match_totals",
    ),
    "0005_comparing.sql": ("match_uncompared", "match_compared_by"),
    "0008_clusters.sql": ("match_clusters",),
}  # fmt: skip
_SEARCH_TABLES = {"0027_found_by_others.sql": TEXT_INDEXES}
_CREATED_TABLE = re.compile(r"^(?:create table|create virtual table|insert into) (\w+)", re.MULTILINE)
"""The table that a statement of a migration creates or fills."""
_WITHOUT_HISTORY = """
    select id from claims
    where id not in (select row_id from history where table_name = 'claims' and operation = 'insert')
"""
_DAMAGED_VECTORS = """
    select v.id from claim_vectors v left join encoders e on e.id = v.encoder_id
    where length(v.vector) is not e.dimensions
"""
_SAMPLE_SIZE, _QUICK_SAMPLE_SIZE = 50, 4
"""Claims looked up in the index in a full and in a quick check."""


def find_index_damage(db: Database) -> str | None:
    """Return what is wrong with the match index, in a few words; None if it is intact, even if claims wait to be indexed.

    Reads the whole index: a second for 100,000 claims.
    """
    if damage := _find_obvious_damage(db):
        return damage
    # Every term has as many postings as its count of claims, two bytes of offset and one of weight each.
    sql = """
        select count(*) from match_terms t left join (
            select term_id, sum(length(weights)) as claims, max(length(offsets) <> 2 * length(weights)) as torn
            from match_postings group by term_id
        ) p on p.term_id = t.id
        where t.claims is not p.claims or p.torn
    """
    broken = db.execute(sql).fetchone()[0]
    sql = (
        "select count(distinct term_id) from match_postings where term_id not in (select id from match_terms)"
    )
    broken += db.execute(sql).fetchone()[0]
    if broken:
        return f"{broken} terms are damaged"
    return _find_misplaced(db, _SAMPLE_SIZE)


def _find_obvious_damage(db: Database) -> str | None:
    """Return what is obviously wrong with the match index: a table or the totals are missing, or claims are."""
    if missing := _missing_tables(db):
        return f"missing: {', '.join(missing)}"
    if gone := postings.find_emptied(db.conn):
        return gone
    # Reworded claims are in it twice, so it may have more claims than there are.
    held, indexed = db.execute("select claims from match_totals").fetchone()[0], _count_indexed(db)
    return (
        f"claims that are not in it: {indexed - held:,}"
        if held < indexed
        else _find_misplaced(db, _QUICK_SAMPLE_SIZE)
    )


def _count_indexed(db: Database) -> int:
    """Return the number of claims that the index should have."""
    # Counting all claims and the few pending ones is faster than checking each (0.07 s for a million). CROSS JOIN fixes the order.
    [[total, pending]] = db.execute(
        "select (select count(*) from claims),"
        " (select count(*) from match_pending p cross join claims c on c.id = p.claim_id)"
    )
    return int(total - pending)


def _find_misplaced(db: Database, looked_at: int) -> str | None:
    """Check a sample of so many indexed claims, from the first to the last; return a message if some are missing."""
    sql = f"""
        select c.id, c.text, {postings.OTHER_WORDINGS_SQL}
        from claims c where c.id = (
            select id from claims where id >= ? and id not in (select claim_id from match_pending) order by id limit 1
        )
    """
    # Two subqueries, because SQLite reads all claims for min and max in one query.
    first, last = db.execute("select (select min(id) from claims), (select max(id) from claims)").fetchone()
    if first is None:
        return None
    ids = {first + (last - first) * at // looked_at for at in range(looked_at)}
    rows = {row for one in ids for row in db.execute(sql, [one])}
    lost = sum(not _is_indexed_correctly(db, *row) for row in rows)
    return f"{lost} of the claims checked are not in their place" if lost else None


def _is_indexed_correctly(db: Database, claim_id: int, text: str, headlines: str, quotes: str) -> bool:
    """Whether the index has the claim under each of its terms."""
    block, offset = divmod(claim_id, postings.BLOCK)
    found = postings.claim_terms(text, chain(*postings.parse_other_wordings(text, headlines, quotes)))
    # An older version found more words in some texts, and so stored no whole wording for these.
    terms = [term for term in found if not is_whole_wording(term)] or list(found)
    rows = db.execute(
        "select p.offsets, p.weights from match_terms t join match_postings p on p.term_id = t.id and p.block = ?"
        " where t.term in (select value from json_each(?))",
        [block, json.dumps(terms)],
    )
    return sum(_contains_offset(offset, *row) for row in rows) == len(terms)


def _contains_offset(offset: int, offsets: bytes, weights: bytes) -> bool:
    """Whether a posting list is well-formed and contains this offset."""
    import numpy as np

    whole = len(offsets) == 2 * len(weights)
    return whole and bool((np.frombuffer(offsets, dtype="<u2") == offset).any())


def refuse_damaged_index(db: Database, *, closely: bool = False) -> None:
    """Raise DatabaseError if the match index is damaged: claims that it misses would be filed as new.

    Only a quick check, in milliseconds, unless `closely`.
    """
    with translate_errors():
        damage = find_index_damage(db) if closely else _find_obvious_damage(db)
    if damage:
        raise DatabaseError(f"the match index is damaged ({damage}): {REPAIR_STEP}")


def stale_clusters(db: Database) -> int:
    """Return how many claims are in another cluster than the judgements imply; 0 if the table is missing."""
    if "match_clusters" in _missing_tables(db):
        return 0
    sql = """
        with kept as (select claim_id, cluster_id from match_clusters),
        judged as materialized (select claim_id, cluster_id from judged_clusters)
        select count(distinct claim_id) from (
            select * from (select * from kept except select * from judged)
            union all
            select * from (select * from judged except select * from kept)
        )
    """
    return int(db.execute(sql).fetchone()[0])


def damaged_vectors(db: Database) -> int:
    """Return how many vectors do not have the size of their encoder."""
    return int(db.execute(f"select count(*) from ({_DAMAGED_VECTORS})").fetchone()[0])


def rebuild(db: Database, progress: Callable[[int], object] | None = None) -> int:
    """Rebuild the match index, the clusters and the search indexes and delete damaged vectors; return the claims indexed.

    `encode` makes the vectors again. Nothing that a person wrote is changed, but triggers on the search indexes are dropped, because
    SQLite cannot write these otherwise. The desk's own triggers are restored, and claims filed without them are queued for `duplicates`.
    """
    with translate_errors():
        rules.drop_fatal_triggers(db)
        restore_rules(db)
        with write_transaction(db, None):
            _recreate(db)
            db.execute(f"insert or ignore into match_uncompared (claim_id) {_WITHOUT_HISTORY}")
            for statement in _statements("fill_clusters.sql"):
                db.execute(statement)
        for index in TEXT_INDEXES:
            with write_transaction(db, None):
                db.execute(f"insert into {index} ({index}) values ('rebuild')")
        with write_transaction(db, None):
            db.execute(f"delete from claim_vectors where id in ({_DAMAGED_VECTORS})")
        return postings.compact(db.conn, progress)


def explain_waiting(db: Database, remedy: str = "`claimtrack init` adds them") -> str:
    """Return a message if so many claims wait to be indexed that look-ups do not read all of them; else ""."""
    count = count_waiting(db)
    if count <= MAX_FULLY_READ:
        return ""
    return f"{count:,} claims are not in the match index yet, so matching is slow and may miss rewordings: {remedy}"


def count_waiting(db: Database) -> int:
    """Return how many claims wait to be indexed; 0 if the tables are damaged."""
    try:
        return postings.pending_count(db.conn)
    except sqlite3.OperationalError:
        return 0


def _missing_tables(db: Database) -> list[str]:
    return _find_absent(db, chain.from_iterable(_DERIVED_TABLES.values()))


def _find_absent(db: Database, tables: Iterable[str]) -> list[str]:
    there = {row[0] for row in db.execute("select name from sqlite_master where type = 'table'")}
    return [table for table in tables if table not in there]


def _statements(script: str) -> Iterator[str]:
    return statements((resource("schema") / script).read_text(encoding="utf-8"))


def _recreate(db: Database) -> None:
    """Recreate the missing derived tables, each with its first rows, as its migration did."""
    searches = find_lost_searches(db.conn)
    for index in searches:
        db.execute(f"drop table if exists {index}")
        # A dump of a desk, restored by an SQLite without FTS5, leaves these as plain tables.
        for part in rules.FTS_SHADOW_SUFFIXES:
            db.execute(f"drop table if exists {index}_{part}")
    missing = {*_missing_tables(db), *searches}
    for script, tables in (_DERIVED_TABLES | _SEARCH_TABLES).items():
        gone = missing.intersection(tables)
        for statement in _statements(script) if gone else ():
            made = _CREATED_TABLE.search(statement)
            if made and made[1] in gone:
                db.execute(statement)
    if not db.execute("select count(*) from match_totals").fetchone()[0]:
        db.execute("insert into match_totals (id, claims, terms) values (1, 0, 0)")
