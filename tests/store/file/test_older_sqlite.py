"""A desk works with the oldest supported SQLite, as in Debian 12; its behaviour is emulated where a newer one is installed."""

import re
import sqlite3
from contextlib import closing

import pytest

from claimtrack.resources import resource
from claimtrack.store.file.checks import examine
from claimtrack.store.file.connecting import OLDEST_SQLITE
from claimtrack.store.file.database import create_or_migrate, write_transaction
from tests.desks import connect_ignoring_checks, write_released
from tests.tables import each_row
from tests.test_architecture import MODULES, PACKAGE, literals


def emulate_old_json_valid(conn):
    """Make the connection behave like SQLite before 3.42, where null is not valid JSON."""
    is_json = "select json_valid(?)"
    newer = sqlite3.connect(":memory:", check_same_thread=False)
    conn.create_function(
        "json_valid",
        1,
        lambda text: 0 if text is None else newer.execute(is_json, [text]).fetchone()[0],
        deterministic=True,
    )
    return conn


@pytest.mark.parametrize("version", ["0.1.0", "0.2.0", "0.3.0"])  # desks made by 0.4.0 already accept null
def test_an_upgraded_desk_keeps_its_history_and_records_new_entries(tmp_path, version):
    path = write_released(tmp_path / "released.db", version)
    with closing(emulate_old_json_valid(sqlite3.connect(path))) as conn:
        kept = conn.execute("select * from history order by id").fetchall()
        with pytest.raises(sqlite3.IntegrityError, match="json_valid"):
            conn.execute("insert into claims (text) values ('Prices fell.')")
    with closing(connect_ignoring_checks(path)) as conn:
        conn.execute("create index own_actors on history (actor, id)")
    db, _ = create_or_migrate(path)
    emulate_old_json_valid(db.conn)
    assert db.execute("select * from history order by id").fetchmany(len(kept)) == kept
    assert {"own_actors", "history_row", "history_claim"} <= {
        item.name for item in db.table("history").indexes
    }
    [last] = db.execute("select max(id) from history").fetchone()
    with write_transaction(db, "ada"):
        [claim] = db.execute("insert into claims (text) values ('Prices fell.') returning id").fetchone()
    with write_transaction(db, "ben"):
        db.execute("update claims set text = 'Prices rose.' where id = ?", [claim])
        db.execute("delete from claims where id = ?", [claim])
    written = "select operation, actor, old_row is null, new_row is null from history where table_name = 'claims' and id > ?"
    assert db.execute(written, [last]).fetchall() == [
        ("insert", "ada", 1, 0),
        ("update", "ben", 0, 0),
        ("delete", "ben", 0, 1),
    ]
    assert all(item.ok for item in examine(db))
    db.close()


@pytest.mark.parametrize("side", ["old_row", "new_row"])
def test_history_refuses_a_row_that_is_not_json(desk, side):
    emulate_old_json_valid(desk.conn)
    with pytest.raises(sqlite3.IntegrityError, match="json_valid"):
        desk.execute(
            f"insert into history (table_name, row_id, operation, {side}) values ('claims', 1, 'update', '{{')"
        )


NEWER_SYNTAX = {
    # From https://sqlite.org/changes.html: what a view, a trigger or a query might use.
    r"\b(right|full)\s+(outer\s+)?join\b|\bis\s+(not\s+)?distinct\s+from\b": (3, 39),
    r"\bunhex\s*\(": (3, 41),
    r"\bjson_error_position\s*\(|'subsec(ond)?'": (3, 42),
    r"\b(timediff|octet_length)\s*\(": (3, 43),
    r"\b(concat|concat_ws|string_agg)\s*\(|\b(group_concat|json_group_array)\s*\([^()]*\border\s+by\b": (
        3,
        44,
    ),
    r"\bjsonb\w*\s*\(": (3, 45),
    r"\bjson_pretty\s*\(|'(ceiling|floor)'|\b\d+_\d": (3, 46),
    r"(?<!\w)if\s*\(|\biif\s*\([^(),]*,[^(),]*\)": (3, 48),
    r"\bunistr(_quote)?\s*\(": (3, 50),
}


def all_sql():
    """Each SQL text of the project, with the place where it is."""
    for path in resource("schema").glob("*.sql"):
        yield path.name, re.sub("--.*", "", path.read_text(encoding="utf-8"))
    yield "queries.yml", (PACKAGE / "plugin" / "queries.yml").read_text(encoding="utf-8")
    for path in MODULES:
        if "store" in path.parts:
            for node in literals(path):
                yield f"{path.name}:{node.lineno}", node.value


@each_row("pattern", NEWER_SYNTAX)
def test_no_sql_needs_a_newer_sqlite_than_the_oldest_supported(pattern):
    newer = re.compile(pattern, re.IGNORECASE)
    if NEWER_SYNTAX[pattern] > OLDEST_SQLITE:
        assert [place for place, sql in all_sql() if newer.search(sql)] == []


def test_sql_has_no_numbered_parameters():
    """Since Python 3.14 they cannot be bound from a sequence."""
    assert [place for place, sql in all_sql() if re.search(r"\?\d", sql)] == []


def test_all_sql_includes_views_triggers_queries_and_modules():
    places = [place for place, _ in all_sql()]
    assert {"views.sql", "triggers_history.sql", "public.sql"} <= set(places)
    assert any(place.startswith("history.py:") for place in places)


@each_row(
    ("pattern", "sql"),
    list(
        zip(
            NEWER_SYNTAX,
            [
                "a full outer join b", "select unhex(a)", "strftime('%s', 'now', 'subsec')", "octet_length(a)",
                "group_concat(a, ',' order by b)", "jsonb_extract(a, '$')", "json_pretty(a)", "iif(a, b)", "unistr(a)",
            ],
            strict=True,
        )
    ),
)  # fmt: skip
def test_each_pattern_matches_the_newer_syntax(pattern, sql):
    assert re.search(pattern, sql)
