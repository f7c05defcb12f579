"""Pages of Datasette ask its threads little: each question waits behind the requests of everybody else."""

from __future__ import annotations

from collections import Counter

import pytest
from datasette.database import Database
from datasette.views import database as views

from claimtrack.plugin import table_lists
from tests.tables import each_row

from .conftest import EDITOR

pytestmark = pytest.mark.asyncio


@pytest.fixture
def turns(monkeypatch):
    """Counts the turns in which Datasette reads about tables, by database."""
    counted, execute_fn = Counter(), Database.execute_fn

    async def counting(self, *args, **options):
        counted[self.name] += 1
        return await execute_fn(self, *args, **options)

    monkeypatch.setattr(Database, "execute_fn", counting)
    return counted


@each_row(
    ("address", "most"),
    [
        ("/claims/where_claims_stand", 1),
        ("/claims/-/query?sql=select+1", 1),
        ("/claims/-/query", 5),
        ("/claims", 5),
    ],
)
async def test_a_page_of_a_query_or_of_all_tables_takes_few_turns(ds, turns, address, most):
    await ds.client.get("/claims/-/desk", actor=EDITOR)  # the first request reads the schema
    turns.clear()
    assert (await ds.client.get(address, actor=EDITOR)).status_code == 200
    assert turns["claims"] <= most


async def test_what_was_read_in_one_turn_is_what_datasette_reads(ds):
    await ds.client.get("/claims/-/desk", actor=EDITOR)  # until the first request it is no known desk
    tables = (await ds.client.get("/claims.json", actor=EDITOR)).json()["tables"]
    database, told = ds.get_database("claims"), {table["name"]: table for table in tables}
    assert {name for name in told if name.startswith("claim")} >= {
        "claims",
        "claimants",
        "claim_tags",
        "claims_fts",
    }
    for name, table in told.items():
        read = [
            await ask(name) for ask in (database.table_columns, database.primary_keys, database.fts_table)
        ]
        assert [table["columns"], table["primary_keys"], table["fts_table"]] == read
    assert told["claims"]["fts_table"] == "claims_fts"


@each_row(
    ("how", "lacks"),
    [
        # Its words for more than we know of.
        (lambda datasette, request, db, allowed_dict, is_short=False: [], ()),
        (None, ()),  # it has no such function
        (lambda datasette, request, db, allowed_dict: [], ["detect_fts"]),  # it reads tables in another way
    ],
)
async def test_a_datasette_that_lists_tables_in_another_way_is_left_as_it_is(monkeypatch, how, lacks):
    """A desk must start with the next version, if slower: nobody asked for this module."""
    monkeypatch.setattr(views, "get_tables", how)
    for name in lacks:
        monkeypatch.delattr(table_lists.utils, name)
    table_lists.read_in_one_turn.__wrapped__()
    assert views.get_tables is how
