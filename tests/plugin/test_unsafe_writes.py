"""Writes that would drop the desk's triggers are refused; where triggers are missing, every page says so and how to restore them."""

from __future__ import annotations

import shlex
import sqlite3
from contextlib import closing

import pytest
import pytest_asyncio
import sqlite_utils
from datasette.app import Datasette
from datasette.views import execute_write

from tests.tables import each_row

from .conftest import HTML

pytestmark = pytest.mark.asyncio
ROOT = {"id": "root"}


@pytest_asyncio.fixture
async def served(path):
    """The desk as its operator serves it, with Datasette's own tools for tables."""
    datasette = Datasette([str(path)], default_deny=True)
    datasette.root_enabled = True
    await datasette.invoke_startup()
    yield datasette
    datasette.close()


def triggers(path):
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute(
            "select name, tbl_name from sqlite_master where type = 'trigger' order by name"
        ).fetchall()


REORDERED = {"operations": [{"op": "reorder_columns", "args": {"columns": ["id", "body"]}}]}
RENAMED = {"operations": [{"op": "rename_table", "args": {"to": "remarks"}}]}
HARMFUL = [
    ("notes/-/alter", REORDERED, "trigger notes_", "recreates the table without its triggers"),
    ("notes/-/alter", RENAMED, "trigger notes_", "moves the triggers to another table"),
    ("notes/-/drop", {"confirm": True}, "trigger notes_", "drops the triggers with the table"),
    (
        "-/execute-write",
        {"sql": "alter table notes rename to remarks"},
        "trigger notes_",
        "the same in SQL",
    ),
]


@each_row(("address", "sent", "message", "reason"), HARMFUL)
async def test_a_change_of_schema_that_would_lose_triggers_is_refused(
    served, path, capsys, address, sent, message
):
    before = triggers(path)
    response = await served.client.post(f"/claims/{address}", json=sent, actor=ROOT)
    assert response.status_code == 400
    assert "this is not possible, and nothing was" in response.text
    assert message in response.text
    assert triggers(path) == before
    assert "Traceback" not in capsys.readouterr().err


async def test_a_column_can_be_added_to_a_desk_table(served):
    sent = {"operations": [{"op": "add_column", "args": {"name": "desk", "type": "text"}}]}
    response = await served.client.post("/claims/notes/-/alter", json=sent, actor=ROOT)
    assert response.status_code == 200, response.text


WRITES = [
    ("-/claim/1/note", {"data": {"body": "Ask the ministry"}, "headers": HTML}),
    ("-/claim/1/note", {"json": {"body": "Ask the ministry"}}),
    ("notes/-/insert", {"json": {"row": {"claim_id": 1, "body": "Ask the ministry"}}}),
    ("notes/1/-/delete", {"json": {}}),
    ("notes/-/drop", {"json": {"confirm": True}}),
    ("-/execute-write", {"json": {"sql": "create table remarks (body text)"}}),
    ("-/execute-write", {"data": {"sql": "create table remarks (body text)"}, "headers": HTML}),
]


@pytest.fixture
def no_templates(monkeypatch):
    """Keep Datasette's page for SQL that writes from offering templates, for which it analyses each table: 4 s."""

    async def offer_none(*_):
        return {}

    monkeypatch.setattr(execute_write, "_write_template_tables", offer_none)


@each_row(("address", "sent"), WRITES)
@pytest.mark.usefixtures("no_templates")
async def test_every_write_to_a_desk_with_missing_triggers_names_the_remedy(
    served, path, capsys, address, sent
):
    await served.client.post("/claims/-/claim/1/note", json={"body": "The first"}, actor=ROOT)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("drop trigger if exists notes_history_insert")  # by the first row
    response = await served.client.post(f"/claims/{address}", actor=ROOT, **sent)
    assert response.status_code == 400, response.text
    assert "othing can be written" in response.text
    assert f"claimtrack --db {shlex.quote(str(path))} init" in response.text
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(("table", "column"), [("notes", "body"), ("reviews", "summary")])
async def test_a_page_names_a_column_that_was_renamed_while_served(served, path, capsys, table, column):
    with closing(sqlite3.connect(path)) as conn:
        publisher = "select id from publishers where is_desk"
        conn.execute(f"insert into reviews (claim_id, publisher_id, rating_id) values (1, ({publisher}), 1)")
        conn.commit()
        conn.execute("pragma legacy_alter_table = on")
        conn.execute(f"alter table {table} rename column {column} to told")
    for address in ("-/claim/1", "-/claim/1.json"):
        response = await served.client.get(f"/claims/{address}", actor=ROOT)
        assert response.status_code == 500
        assert f"he column {table}.{column} is gone: rename it back if it was renamed" in response.text
    assert "Traceback" not in capsys.readouterr().err


async def test_an_outdated_desk_is_reported_as_outdated_whatever_it_lacks(path, capsys):
    with closing(sqlite3.connect(path)) as conn:
        sqlite_utils.Database(conn)["notes"].transform(rename={"body": "text"})
        conn.execute("pragma user_version = 1")
    datasette = Datasette([str(path)])
    await datasette.invoke_startup()
    datasette.close()
    assert "made with an older claimtrack: run `claimtrack init`" in capsys.readouterr().err


async def test_a_form_refused_for_missing_triggers_keeps_what_was_typed(served, path):
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("drop trigger notes_history_insert")
    response = await served.client.post(
        "/claims/-/claim/1/note", data={"body": "Ask the ministry"}, headers=HTML, actor=ROOT
    )
    assert "Ask the ministry" in response.text
    assert "“sqlite-utils transform”" in response.text
    assert "`" not in response.text.partition("othing can be written")[2].partition("<")[0]


FORM = ("-/claim/1/note", {"body": "Ask him"})
API = ("notes/-/insert", {"rows": [{"claim_id": 1, "body": "Ask him"}]})
OTHER_TRIGGERS = "pragma user_version = 1"
OTHER_TABLES = "insert into _sqlite_migrations (migration_set, name, applied_at) values ('claimtrack', '9999_next.sql', '')"


@pytest.mark.parametrize(
    ("address", "sent", "upgrade"),
    [
        pytest.param(*FORM, OTHER_TRIGGERS, id="an upgrade of triggers and views only"),
        pytest.param(*FORM, OTHER_TABLES, id="an upgrade of tables only"),
        pytest.param(*API, OTHER_TRIGGERS, id="Datasette's own API"),
    ],
)
async def test_a_server_running_since_before_an_upgrade_writes_nothing(served, path, address, sent, upgrade):
    await served.client.get("/claims/-/claim/1", actor=ROOT)
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        before = conn.execute("select count(*) from notes").fetchone()
        conn.execute(upgrade)
    response = await served.client.post(f"/claims/{address}", json=sent, actor=ROOT)
    assert response.status_code == 400
    assert "restart this program (such as `claimtrack serve`)" in response.text
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("select count(*) from notes").fetchone() == before


async def test_a_custom_table_that_blocks_a_deletion_is_named_on_the_page(served, path):
    async def post(address, **sent):
        return (await served.client.post(f"/claims/-/{address}", json=sent, actor=ROOT)).json()

    note = (await post("claim/1/note", body="Ask him"))["note_id"]
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("create table story (id integer primary key, note_id integer references notes (id))")
        conn.execute("insert into story (note_id) values (?)", [note])
        refused = await post(f"note/{note}/remove")
        assert (refused["kind"], "your own tables (story)" in refused["error"]) == ("Refused", True)
        conn.execute("delete from story")
    assert (await post(f"note/{note}/remove"))["ok"]
