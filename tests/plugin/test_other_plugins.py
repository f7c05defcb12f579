"""Beside the desk, Datasette stays Datasette: other databases, other plug-ins, the usual formats."""

from __future__ import annotations

import sqlite3

import pytest
from datasette import hookimpl
from datasette.plugins import pm

from .conftest import EDITOR

pytestmark = pytest.mark.asyncio


class Neighbour:
    """A small plug-in with the hooks that ours has too."""

    __name__ = "neighbour"

    @hookimpl
    def render_cell(self, value, column):
        return "a cell of the neighbour" if column == "neighbour" else None

    @hookimpl
    def register_output_renderer(self, datasette):
        return {
            "extension": "shout",
            "render": lambda rows: {"body": f"{len(rows)} ROWS", "content_type": "text/plain"},
        }

    @hookimpl
    def menu_links(self, datasette, actor):
        return [{"href": "/neighbour", "label": "The neighbour"}]


@pytest.fixture
def neighbour():
    plugin = Neighbour()
    pm.register(plugin, name="neighbour")
    yield
    pm.unregister(name="neighbour")


async def test_another_plug_in_works_beside_ours(neighbour, ds):
    assert (await ds.client.get("/claims/claims.shout")).text == "5 ROWS"
    html = (await ds.client.get("/claims/-/query?sql=select+1+as+neighbour", actor=EDITOR)).text
    assert "a cell of the neighbour" in html
    assert "The neighbour" in (await ds.client.get("/claims/-/desk", actor=EDITOR)).text


async def test_another_database_beside_the_desk_is_left_as_it_is(path, tmp_path, served):
    other = tmp_path / "other.db"
    conn = sqlite3.connect(other)
    conn.executescript(
        "create table claims (id integer primary key, text); insert into claims values (1, 'not ours')"
    )
    conn.close()
    config = {"plugins": {"claimtrack": {"public_read": False}}}
    datasette = await served(path, other, config=config)
    html = (await datasette.client.get("/other/claims")).text
    assert "not ours" in html
    assert "/other/-/claim/1" not in html
    assert (await datasette.client.get("/claims/claims")).status_code == 403
    pragma = await datasette.get_database("other").execute_fn(
        lambda conn: conn.execute("pragma foreign_keys").fetchone()[0]
    )
    assert pragma == 0


@pytest.mark.parametrize("form", ["csv", "json"])
async def test_the_usual_formats_of_tables_and_queries_work(ds, form):
    for what in ("claims", "claim_overview", "said_again"):
        response = await ds.client.get(f"/claims/{what}.{form}")
        assert response.status_code == 200


async def test_facets_filters_and_sql_work_as_they_do_elsewhere(ds):
    rows = (await ds.client.get("/claims/claims.json?status=proposed&_shape=array")).json()
    assert {row["id"] for row in rows} == {4, 5}
    rows = (
        await ds.client.get("/claims/-/query.json?sql=select+count(*)+as+n+from+claims&_shape=array")
    ).json()
    assert rows == [{"n": 5}]
