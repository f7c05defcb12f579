"""Prints a desk as SQL that creates the same file again: `python scripts/dump_schema.py claims.db`.

sqlite3's own iterdump() cannot be used: it restores full-text tables by writing into sqlite_master,
which fails, and omits the pragmas that mark the file as a desk.
"""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

SETTINGS = ("application_id", "user_version")


def dump(path: Path | str) -> Iterator[str]:
    conn = sqlite3.connect(path)
    yield from (f"pragma {name} = {conn.execute(f'pragma {name}').fetchone()[0]};" for name in SETTINGS)
    yield "pragma foreign_keys = off;"
    yield "begin;"
    tables = conn.execute(
        "select t.name, m.sql, t.type = 'virtual' from pragma_table_list as t join sqlite_master as m using (name)"
        " where t.schema = 'main' and t.type in ('table', 'virtual') and t.name not like 'sqlite_%' order by m.rowid"
    ).fetchall()
    for name, sql, is_virtual in tables:
        yield f"{sql};"
        if not is_virtual:
            yield from rows(conn, name)
    yield from (
        f"insert into {name} ({name}) values ('rebuild');" for name, _, is_virtual in tables if is_virtual
    )
    # Triggers last: otherwise they would record the inserts in history.
    for (sql,) in conn.execute(
        "select sql from sqlite_master where type in ('index', 'view', 'trigger') and sql is not null order by rowid"
    ):
        yield f"{sql};"
    yield "commit;"
    conn.close()


def rows(conn: sqlite3.Connection, table: str) -> Iterator[str]:
    names = [row[1] for row in conn.execute(f"pragma table_info({table})")]
    values = " || ', ' || ".join(f"quote({name})" for name in names)
    for (row,) in conn.execute(f"select {values} from {table}"):
        yield f"insert into {table} ({', '.join(names)}) values ({row});"


if __name__ == "__main__":
    print("\n".join(dump(sys.argv[1])))
