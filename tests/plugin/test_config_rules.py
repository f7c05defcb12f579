"""Rules for tables in Datasette's configuration count as before, and settings without rules cost nothing."""

from __future__ import annotations

import inspect

import pytest
from datasette.default_permissions.config import ConfigPermissionProcessor as Processor

from claimtrack.plugin import config_rules
from tests.tables import each_row

pytestmark = pytest.mark.asyncio
TABLES = {"claims": {"sort": "id"}, "notes": {"allow": {"id": "eve"}, "size": 5}, "tags": None, "reviews": {}}
RULES = {
    "permissions": {"insert-row": {"id": "rob"}},
    "databases": {
        "claims": {
            "allow": {"id": ["eve", "rob"]},
            "allow_sql": False,
            "tables": {
                **TABLES,
                "evidence": {"permissions": {"update-row": {"id": "eve"}, "view-table": False}},
            },
            "queries": {"due": {"sql": "select 1", "allow": {"id": "eve"}}},
        },
        "other": {"tables": TABLES},
        "third": {"tables": None},
        "fourth": None,
    },
}


@each_row("action", ["view-table", "view-database", "view-query", "execute-sql", "insert-row", "update-row"])
async def test_the_rules_of_a_configuration_are_those_that_datasette_finds(ds, monkeypatch, action):
    monkeypatch.setattr(ds, "config", RULES)
    restricted = {"id": "eve", "_r": {"r": {"claims": {"notes": [action]}}}}
    for actor in (None, {"id": "eve"}, {"id": "rob"}, restricted):
        ours = Processor(ds, actor, action).process()
        with monkeypatch.context() as context:
            context.setattr(Processor, "_process_database", inspect.unwrap(Processor._process_database))
            assert ours == Processor(ds, actor, action).process()


async def test_tables_without_rules_are_not_looked_at(ds, monkeypatch):
    asked = []
    monkeypatch.setattr(Processor, "_process_table", lambda self, desk, table, of_it: asked.append(table))
    assert len(ds.config["databases"]["claims"]["tables"]) > 90  # ours
    assert (await ds.client.get("/claims/-/desk")).status_code == 200
    assert asked == []


@each_row("how", [None, lambda self, db_name: None])
async def test_a_datasette_that_looks_for_rules_in_another_way_is_left_as_it_is(monkeypatch, how):
    monkeypatch.setattr(Processor, "_process_database", how)
    config_rules.skip_tables_without_rules.__wrapped__()
    assert Processor._process_database is how
