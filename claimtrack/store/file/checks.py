"""The checks of `claimtrack doctor`: the file's integrity and the invariants of the desk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from sqlite_utils import Database
from sqlite_utils.db import quote_identifier

from claimtrack.core.desk.verdicts import describe_contradiction
from claimtrack.core.errors import READING_ERRORS, DatabaseError
from claimtrack.core.texts.printable import list_some, shell_command
from claimtrack.store import tuning
from claimtrack.store.clusters import contradicting_verdicts
from claimtrack.store.file import rules, schema_files, tables
from claimtrack.store.file.connecting import file_of
from claimtrack.store.file.dangling import explain_broken_references
from claimtrack.store.file.encodings import find_undecodable
from claimtrack.store.file.errors import REPAIR_STEP, InSql, translate_errors
from claimtrack.store.file.invariants import INVARIANTS, UNREADABLE_OBJECTS, UNREADABLE_TIME
from claimtrack.store.file.mistyped import INDEX_PREFIX, find_mistyped
from claimtrack.store.index import derived


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check; `detail` says what is wrong and how to fix it, `has_sql` whether that is SQL."""

    check: str
    ok: bool
    detail: str = ""
    has_sql: bool = False

    @classmethod
    def told(cls, check: str, wrong: str) -> Finding:
        """Return the result of a check that found this problem, or passed if it is empty."""
        return cls(check, not wrong, wrong, isinstance(wrong, InSql))


def examine(db: Database) -> Iterator[Finding]:
    """Run every check, only the first two if a table is missing, since the others need all tables.

    Changes nothing, but takes the write lock, which SQLite's check of a search index needs.
    """
    with translate_errors():
        try:
            yield from _run_checks(db)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_ERROR:
                raise  # locked, for instance: says nothing about the tables
            yield Finding("every table can be read", False, f"{error}: {tables.suggest_backup(file_of(db))}")


def _run_checks(db: Database) -> Iterator[Finding]:
    damage = _damage_of_file(db)
    yield Finding.told("the file is whole", damage)
    gone = _missing_tables(db)
    yield Finding.told("every table is there", gone)
    if gone:
        return
    mistyped = _mistyped_values(db)
    yield Finding.told("every value is of its column's type", mistyped)
    try:
        yield from _check_rows(db)
    except READING_ERRORS:
        if not damage and not mistyped:
            raise
        if not damage:
            yield Finding("every value can be read", False, "not all of them, so the rest was not checked")
            return
        told = f"not all of them, so the rest was not checked: {tables.suggest_backup(file_of(db))}"
        yield Finding("every value can be read", False, told)


def _check_rows(db: Database) -> Iterator[Finding]:
    for check, find_wrong in _CHECKS.items():
        yield Finding.told(check, find_wrong(db))
    kept = [_check_match_index(db), Finding.told("every cluster is as it was judged", _stale_clusters(db))]
    yield from kept
    if all(one.ok for one in kept):  # else the clusters are unreliable
        check = "no two verdicts on claims judged the same contradict each other"
        yield Finding.told(check, _contradictions(db))
    yield Finding.told("every vector has its size", _damaged_vectors(db))
    yield Finding.told("the settings from `tune` can be read", _unreadable_tunings(db))
    for index in schema_files.TEXT_INDEXES:
        yield _check_search_index(db, index)


# ── what is wrong, in words with the remedy, "" if nothing is ───────────────────────────────────


def _broken_rows(table: str, bad: list[int]) -> str:
    return f"broken by {table} {list_some(bad, 5)}: restore a backup or fix them by hand" if bad else ""


def _broken_invariant(table: str, sql: str, db: Database) -> str:
    return _broken_rows(table, [row[0] for row in db.execute(f"{sql} order by 1")])


def _forgotten_actor(db: Database) -> str:
    [actor] = db.execute("select actor from audit_context").fetchone()
    if actor is None:
        return ""
    return InSql(f"{actor!r} is: `update audit_context set actor = null` removes the name")


def _wrong_spans(db: Database) -> str:
    """Spans contain their quotes. Compared in Python, because SQLite scans the text for each span, which is quadratic."""
    spans = "select id, span_start, span_end, quote from appearances where article_id = ? and span_start is not null"
    articles = "select id, text from articles where id in (select article_id from appearances where span_start is not null)"
    bad = [
        row_id
        for article_id, text in db.execute(articles)
        for row_id, start, end, quote in db.execute(spans, [article_id])
        if (text or "")[start:end] != quote
    ]
    return _broken_rows("appearances", bad)


def _damage_of_file(db: Database) -> str:
    first = db.execute("pragma integrity_check(5)").fetchone()[0]
    return "" if first == "ok" else f"{first}: restore a backup"


def _missing_tables(db: Database) -> str:
    gone = tables.find_lost_parts(db.conn, schema_files.migrations())
    return tables.explain_lost_parts(gone, file_of(db)) if gone else ""


def _mistyped_values(db: Database) -> str:
    bad = list(find_mistyped(db))
    if not bad:
        return ""
    rows = ", ".join(f"{one.table} {one.row_id} ({one.column} takes {one.type})" for one in bad[:5])
    first = bad[0]
    if all(one.table.startswith(INDEX_PREFIX) for one in bad):
        return f"{len(bad):,} not: {rows}. {REPAIR_STEP}"
    told = f"{len(bad):,} not: {rows}, as may be where another program has rebuilt the table. Write them again, as in "
    return InSql(
        f"{told}`update {first.table} set {first.column} = '...' where {first.id_column} = {first.row_id}`"
    )


def _undecodable_texts(db: Database) -> str:
    bad = list(find_undecodable(db))
    if not bad:
        return ""
    rows = ", ".join(f"{one.table} {one.row_id} ({one.column})" for one in bad[:5])
    anew = f"`update {bad[0].table} set {bad[0].column} = '...' where id = {bad[0].row_id}`"
    return InSql(f"{len(bad)} not: {rows}, shown with \ufffd. Write them again, as in {anew}")


def _rewritten_verdicts(db: Database) -> str:
    """Verdicts are as published: an older claimtrack allowed withdrawn verdicts to be rewritten."""
    said = ("rating_id", "headline", "summary", "reviewed_on")
    changed = db.execute(f"""
        select id from reviews join verdicts_as_published as published on review_id = id
        where ({", ".join(f"reviews.{name}" for name in said)}) is not ({", ".join(f"published.{name}" for name in said)})
        order by id
    """).fetchall()
    ids = ", ".join(str(row[0]) for row in changed)
    return f"changed since: reviews {ids}: schema/README.md explains how to restore them" if changed else ""


def _contradictions(db: Database) -> str:
    """Verdicts on claims judged the same agree, but judging two published claims the same keeps both verdicts."""
    pairs = contradicting_verdicts(db)
    if not pairs:
        return ""
    told = "; ".join(describe_contradiction(*pair) for pair in pairs[:5])
    more = f"; and {len(pairs) - 5:,} more" if len(pairs) > 5 else ""
    return f"{told}{more}: correct one of them, or take the judgement back with `claimtrack undo ID OTHER`"


def _unreadable_times(db: Database) -> str:
    """Every time can be parsed: lists are sorted and filtered by them."""
    columns = """
        select tables.name, columns.name from sqlite_master as tables, pragma_table_info(tables.name) as columns
        where tables.type = 'table' and columns.name like '%/_at' escape '/' and columns.type = 'TEXT'
        order by tables.rowid
    """
    bad = [
        (table, row_id, column, told)
        for table, column in db.execute(columns).fetchall()
        for row_id, told in db.execute(
            UNREADABLE_TIME.format(table=quote_identifier(table), column=quote_identifier(column))
        )
    ]
    if not bad:
        return ""
    rows = ", ".join(f"{table} {row_id} ({column} {told!r})" for table, row_id, column, told in bad[:5])
    table, row_id, column, _ = bad[0]
    return InSql(
        f"{len(bad):,} cannot: {rows}. Write them as 2024-05-03T09:30:00.000Z, in UTC: "
        f"`update {table} set {column} = '...' where id = {row_id}`"
    )


def _missing_rules(db: Database) -> str:
    path = file_of(db)
    if path and (taken := tables.find_name_clashes(db.conn, schema_files.migrations(), path)):
        return f"{tables.explain_name_clashes(taken)}. Then `claimtrack init` restores the desk's own"
    missing = [*rules.find_missing_rules(db), *tables.find_lost_indexes(db.conn, schema_files.migrations())]
    return f"missing or replaced: {list_some(missing, 1)}: `claimtrack init` restores them" if missing else ""


def _fatal_triggers(db: Database) -> str:
    names = rules.find_fatal_triggers(db.conn)
    return rules.explain_fatal_triggers(names) if names else ""


def _meddling_triggers(db: Database) -> str:
    found = rules.find_meddling_triggers(db)
    damages = {*found.values()}.intersection(schema_files.TEXT_INDEXES)  # writes each change there twice
    unless = "" if damages else "unless you made it, "
    remedy = f"{unless}`drop trigger {next(map(quote_identifier, found), '')}`; `{_shell(db, 'triggers')}` shows what it does"
    return InSql(f"{list_some(map(' into '.join, found.items()), 1)}: {remedy}") if found else ""


def _faulty_foreign_rules(db: Database) -> str:
    found = rules.find_faulty_rules(db)
    detail = "; ".join(f"{place} does not ({fault})" for place, fault in found.items())
    shown = f"`{_shell(db, 'triggers')}` and `{_shell(db, 'views', '--schema')}`"
    return detail and f"{detail}: fix or drop it, {shown} show them"


def _shell(db: Database, command: str, *options: str) -> str:
    return shell_command("sqlite-utils", command, str(file_of(db) or ""), *options)


def _changed_articles(db: Database) -> str:
    rows = db.execute("select id, text, text_sha256 from articles where text is not null")
    bad = [str(row[0]) for row in rows if sha256(row[1].encode()).hexdigest() != row[2]]
    return f"changed: articles {', '.join(bad[:5])}: restore a backup" if bad else ""


_CHECKS: dict[str, Callable[[Database], str]] = {
    "every text is UTF-8": _undecodable_texts,
    "every rule of the desk is in place": _missing_rules,
    "no trigger stands on a search index": _fatal_triggers,
    "only the desk's own triggers write into its tables": _meddling_triggers,
    "views and triggers of your own work": _faulty_foreign_rules,
    "every reference leads somewhere": explain_broken_references,
    "every span holds its quote": _wrong_spans,
    **{
        check: partial(_broken_invariant, table, sql)
        for (check, table), sql in (UNREADABLE_OBJECTS | INVARIANTS).items()
    },
    "no transaction left its actor behind": _forgotten_actor,
    "every published verdict says what readers saw": _rewritten_verdicts,
    "every time can be read": _unreadable_times,
    "every article's text is as it was read": _changed_articles,
}
"""What must be so in each desk -> what finds that it is not."""


def _check_match_index(db: Database) -> Finding:
    damage = derived.find_index_damage(db)
    if damage:
        return Finding("the match index is whole", False, f"{damage}: {REPAIR_STEP}")
    return Finding("the match index is whole", True, derived.explain_waiting(db))


def _stale_clusters(db: Database) -> str:
    bad = derived.stale_clusters(db)
    return f"claims that are not in their cluster: {bad:,}. {REPAIR_STEP}" if bad else ""


def _damaged_vectors(db: Database) -> str:
    bad = derived.damaged_vectors(db)
    return f"{bad} have not: {REPAIR_STEP}, then `claimtrack encode`" if bad else ""


def _unreadable_tunings(db: Database) -> str:
    try:
        tuning.load_matching(db), tuning.load_extraction(db)
    except DatabaseError as error:
        return str(error).partition(": ")[2]  # the name of the check says what is wrong
    return ""


def _check_search_index(db: Database, index: str) -> Finding:
    """Compare a search index with its table; SQLite raises an error if they differ."""
    check = f"{index} is complete"
    if index in tables.find_lost_searches(db.conn):
        return Finding(check, False, REPAIR_STEP)
    try:
        db.execute(f"insert into {index} ({index}, rank) values ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        kind = error.sqlite_errorcode & 0xFF
        if kind not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_READONLY):
            raise  # locked: says nothing about the index
        is_unknown = kind == sqlite3.SQLITE_READONLY
        told = "not checked: this needs write access to the desk" if is_unknown else REPAIR_STEP
        return Finding(check, is_unknown, told)
    return Finding(check, True)
