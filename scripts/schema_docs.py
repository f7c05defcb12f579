"""Generates the parts of schema/ that follow from the tables: triggers for history, lookup words, references and dates; the diagram; the columns.

Cog blocks in schema/ call these functions; `scripts/docs` updates the blocks, and CI checks that they are up to date.
"""

import re
import sqlite3
from pathlib import Path

SCHEMA = Path(__file__).resolve().parent.parent / "schema"

# Tables with a history, each with the expression for the id of the claim that a row concerns: a claim's timeline is one look-up.
TRACKED = {
    "articles": "null",
    "claimants": "null",
    "claims": "{row}.id",
    "appearances": "{row}.claim_id",
    "evidence": "{row}.claim_id",
    "notes": "{row}.claim_id",
    "tags": "null",
    "claim_tags": "{row}.claim_id",
    "former_names": "null",
    "matches": "{row}.left_id",
    "publishers": "null",
    "rating_scales": "null",
    "ratings": "null",
    "reviews": "{row}.claim_id",
    "interventions": "{row}.claim_id",
    "archives": "null",
    "tunings": "null",
    "encoders": "null",
}

# The text of an article only grows, and its hash is in the row, so history records the text only when it is cut back or deleted.
LEFT_OUT = {("articles", "text"): ("insert", "update")}
CUT = {"articles": "coalesce(length(new.text), -1) < length(old.text)"}

# triggers_names.sql has a stricter check.
CHECKED_ELSEWHERE = {("claimants", "name_of_id")}


def schema_connection() -> sqlite3.Connection:
    """An empty in-memory database with all migrations applied."""
    conn = sqlite3.connect(":memory:")
    for path in sorted(SCHEMA.glob("[0-9]*.sql")):
        conn.executescript(path.read_text(encoding="utf-8"))
    return conn


def columns(conn: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in conn.execute(f"pragma table_info({table})")]


def row_json(table: str, names: list[str], row: str, operation: str) -> str:
    kept = [name for name in names if operation not in LEFT_OUT.get((table, name), ())]
    return "json_object(" + ", ".join(f"'{name}', {row}.{name}" for name in kept) + ")"


def history_triggers() -> str:
    """For each table in TRACKED three triggers that record its columns, and two that protect the ids of its rows."""
    conn = schema_connection()
    return "\n".join(
        "\n".join(
            [
                *(
                    history_trigger(table, columns(conn, table), operation)
                    for operation in ("insert", "update", "delete")
                ),
                identity_triggers(table),
            ]
        )
        for table in TRACKED
    )


def identity_triggers(table: str) -> str:
    """Two triggers that protect the ids by which history refers to rows: no change of an id, and no insert with an existing one.

    "update of id" would not fire for `set rowid = ...`. An id that an insert gives must have been assigned before, or leave enough room for
    all later ones.
    """
    return f"""\
create trigger {table}_keeps_its_id before update on {table} when old.id <> new.id
begin
    select raise(abort, 'Refused: the id of a row cannot be changed, because history refers to it');
end;

create trigger {table}_is_not_replaced before insert on {table}
when new.id > 0 and (new.id > 99999999999999 or exists (select 1 from {table} where id = new.id))
begin
    select raise(abort, 'InvalidValue: an id must be a number up to 99,999,999,999,999; leave it out to get the next one')
    where new.id > max(99999999999999, coalesce((select seq from sqlite_sequence where name = '{table}'), 0));
    select raise(abort, 'Refused: there is already a row with this id; change it with an update, as in `sqlite-utils bulk FILE "update {table} set COLUMN = :COLUMN where id = :id" ROWS.csv --csv`')
    where exists (select 1 from {table} where id = new.id);
end;
"""


def history_trigger(table: str, names: list[str], operation: str) -> str:
    row = "old" if operation == "delete" else "new"
    event = f"'{table}', {row}.id, {TRACKED[table].format(row=row)}, '{operation}'"
    old, new = (row_json(table, names, one, operation) for one in ("old", "new"))
    if operation == "update" and table in CUT:
        old = f"iif({CUT[table]}, {row_json(table, names, 'old', 'delete')}, {old})"
    rows = {"insert": f"null, {new}", "update": "old_row, new_row", "delete": f"{old}, null"}[operation]
    # An update that changes no column is not recorded.
    changed = f"""
    from (select {old} as old_row, {new} as new_row)
    where old_row is not new_row"""
    return f"""\
create trigger {table}_history_{operation} after {operation} on {table}
begin
    insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
    select {event}, {rows}, (select actor from audit_context where id = 1){changed if operation == "update" else ""};
end;
"""


def word_triggers() -> str:
    """For each column that references the names of a lookup table, two triggers that refuse other words."""
    conn = schema_connection()
    return "\n".join(
        word_trigger(table, column, lookup, event, ending)
        for table in tables(conn)
        for _, _, lookup, column, key, *_ in reversed(list(conn.execute(f"pragma foreign_key_list({table})")))
        if key == "name"
        for event, ending in [("insert", "enters_known"), (f"update of {column}", "is_known")]
    )


def day_triggers() -> str:
    """For each column with a date, two triggers that refuse dates that do not exist."""
    conn = schema_connection()
    created = conn.execute(
        "select name, sql from sqlite_master where type = 'table' order by name"
    ).fetchall()
    return "\n".join(
        day_trigger(table, column, event, ending)
        for table, sql in created
        for column in re.findall(r"check \((\w+) is date\(\1\)\)", sql)
        for event, ending in [("insert", "enters_as_a_day"), (f"update of {column}", "is_a_day")]
    )


def day_trigger(table: str, column: str, event: str, ending: str) -> str:
    # An unchanged value is not checked, so that a faulty row can be corrected one column at a time.
    changed = "" if event == "insert" else f"new.{column} is not old.{column} and "
    return f"""\
create trigger {table}_{column}_{ending} before {event} on {table}
when {changed}new.{column} is not date(new.{column}, '+0 days')
begin
    select raise(abort, 'InvalidValue: {column} must be a day, as in 2024-04-22');
end;
"""


def reference_triggers() -> str:
    """For each column that references an id, two triggers that refuse ids that do not exist."""
    conn = schema_connection()
    return "\n".join(
        reference_trigger(table, column, parent, event, ending)
        for table in tables(conn)
        for _, _, parent, column, key, *_ in reversed(list(conn.execute(f"pragma foreign_key_list({table})")))
        if key == "id" and (table, column) not in CHECKED_ELSEWHERE
        for event, ending in [("insert", "leads_somewhere"), (f"update of {column}", "still_leads_somewhere")]
    )


def reference_trigger(table: str, column: str, parent: str, event: str, ending: str) -> str:
    # NULL is "not in" an empty table. An unchanged value is not checked, so that a faulty row can be corrected one column at a time.
    changed = "" if event == "insert" else f" and new.{column} is not old.{column}"
    return f"""\
create trigger {table}_{column}_{ending} before {event} on {table}
when new.{column} is not null{changed} and new.{column} not in (select id from {parent})
begin
    select raise(abort, 'InvalidValue: {column} must be the id of a row in the table {parent}');
end;
"""


def word_trigger(table: str, column: str, lookup: str, event: str, ending: str) -> str:
    return f"""\
create trigger {table}_{column}_{ending} before {event} on {table}
when new.{column} not in (select name from {lookup})
begin
    select raise(abort, 'InvalidValue: {column} must be one of the names in the table {lookup}');
end;
"""


def tables(conn: sqlite3.Connection) -> list[str]:
    rows = conn.execute(
        "select name from sqlite_master where type = 'table' and sql not like '%fts5%'"
        " and name not like '%_fts_%' and name not like 'sqlite_%' order by rowid"
    )
    return [row[0] for row in rows]


def entity_diagram() -> str:
    """The foreign keys of the schema as a Mermaid entity-relationship diagram."""
    conn = schema_connection()
    lines = ["```mermaid", "erDiagram"]
    for table in tables(conn):
        for key in conn.execute(f"pragma foreign_key_list({table})"):
            parent, column = key[2], key[3]
            required = {row[1]: row[3] for row in conn.execute(f"pragma table_info({table})")}[column]
            lines.append(f"    {parent} {'||' if required else '|o'}--o{{ {table} : {column}")
    return "\n".join([*lines, "```"])


def column_tables() -> str:
    """The columns of each table: type, key, and the table that it references."""
    conn = schema_connection()
    return "\n".join(column_table(conn, table) for table in tables(conn))


def column_table(conn: sqlite3.Connection, table: str) -> str:
    targets = {row[3]: row[2] for row in conn.execute(f"pragma foreign_key_list({table})")}
    lines = [f"### {table}\n", "| column | type | |", "| --- | --- | --- |"]
    for _, name, kind, required, default, key in conn.execute(f"pragma table_info({table})"):
        notes = [
            "key" if key else "",
            "required" if required and not key else "",
            f"→ {targets[name]}" if name in targets else "",
            f"default `{default}`" if default and "strftime" not in default else "",
            "default now" if default and "strftime" in default else "",
        ]
        lines.append(f"| {name} | {kind.lower()} | {', '.join(filter(None, notes))} |")
    return "\n".join(lines) + "\n"
