"""Datasette works as usual beside the desk: other databases, other plug-ins, custom templates and the usual formats."""

from __future__ import annotations

import re
import sqlite3
from base64 import b64encode
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from datasette import hookimpl
from datasette.plugins import pm

from .conftest import EDITOR, VIEWER, policy

DOCS = Path(__file__).resolve().parents[2] / "docs"

pytestmark = pytest.mark.asyncio


class OtherPlugin:
    """A small plug-in that implements hooks which ours implements too."""

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
    def extra_body_script(self, view_name, template, request):
        assert request.args is not None  # as datasette-leaflet-freedraw reads them
        return f"console.log('{view_name} & <neighbour>')\r\n// on {template}"

    @hookimpl
    def extra_js_urls(self):
        return ["https://cdn.example/neighbour.js?v=1;2", "//cdn.other.example/it.js", "/-/own.js"]

    @hookimpl
    def menu_links(self, datasette, actor):
        return [{"href": "/neighbour", "label": "The neighbour"}]


@pytest.fixture
def other_plugin():
    plugin = OtherPlugin()
    pm.register(plugin, name="neighbour")
    yield
    pm.unregister(name="neighbour")


async def test_the_hooks_of_another_plug_in_work_beside_ours(other_plugin, path, serve):
    ds = await serve(path)
    assert (await ds.client.get("/claims/claims.shout")).text == "5 ROWS"
    html = (await ds.client.get("/claims/-/query?sql=select+1+as+neighbour", actor=EDITOR)).text
    assert "a cell of the neighbour" in html
    page = await ds.client.get("/claims/-/desk", actor=EDITOR)
    assert "The neighbour" in page.text
    script_sources = policy(page)["script-src"]
    assert {"https://cdn.example", "cdn.other.example", "'self'"} < set(script_sources)
    assert any("on claimtrack_home.html" in script for script in allowed_scripts(page))
    for path in ("claim/1", "login", "nowhere"):
        allowed_scripts(await ds.client.get(f"/claims/-/{path}", actor=EDITOR))


async def test_a_plug_in_that_reads_the_request_of_each_page_does_not_break_tables(other_plugin, path, serve):
    """Each cell with a link was rendered like a page, and without a request."""
    table = await (await serve(path)).client.get("/claims/claim_overview", actor=EDITOR)
    assert (table.status_code, 'aria-label="claim 1"' in table.text) == (200, True)


async def test_scripts_in_a_custom_template_are_allowed_to_run(path, tmp_path, serve):
    own = """{% extends "default:base.html" %}{% block footer %}
    <script data-src="a" src='https://count.example/it.js'></script><script>seen({{ request.path | tojson }})</script>
    {% endblock %}"""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "base.html").write_text(own)
    ds = await serve(path, template_dir=str(tmp_path / "own"))
    for page in ("desk", "login"):
        shown = await ds.client.get(f"/claims/-/{page}", actor=EDITOR)
        assert any(f'seen("/claims/-/{page}")' in script for script in allowed_scripts(shown))
        assert "https://count.example" in policy(shown)["script-src"]


def allowed_scripts(page):
    """The inline scripts of a page, checked to be allowed by its policy; browsers normalise line ends before hashing."""
    allowed = policy(page)["script-src"]
    scripts = re.findall(r"<script(?![^>]* src=)[^>]*>(.*?)</script>", page.text, re.DOTALL)
    for script in scripts:
        normalised = script.replace("\r\n", "\n")
        assert f"'sha256-{b64encode(sha256(normalised.encode()).digest()).decode()}'" in allowed, script
    return scripts


async def test_datasette_without_any_file_is_left_alone(serve):
    assert (await (await serve()).client.get("/-/")).status_code == 200


async def test_another_database_beside_the_desk_is_left_alone(path, tmp_path, serve):
    other_db = tmp_path / "other.db"
    conn = sqlite3.connect(other_db)
    conn.executescript(
        "create table claims (id integer primary key, text); insert into claims values (1, 'not ours')"
    )
    conn.close()
    queries = {"theirs": {"sql": "select text from claims", "title": "Theirs"}}
    config = {"plugins": {"claimtrack": {"public_read": False}}, "databases": {"other": {"queries": queries}}}
    datasette = await serve(path, other_db, config=config, settings={"max_returned_rows": 1})
    for address in ("/other/theirs", "/other/-/query?sql=select+text+from+claims"):
        html = (await datasette.client.get(address)).text
        assert ("not ours" in html, "Custom SQL query returning 1 row" in html) == (True, True)
        assert "/other/claim_overview" not in html
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
    for name in ("claims", "claim_overview", "said_again"):
        response = await ds.client.get(f"/claims/{name}.{form}")
        assert response.status_code == 200


async def test_filters_and_custom_sql_work_as_usual(ds):
    rows = (await ds.client.get("/claims/claims.json?status=proposed&_shape=array")).json()
    assert {row["id"] for row in rows} == {4, 5}
    rows = (
        await ds.client.get("/claims/-/query.json?sql=select+count(*)+as+n+from+claims&_shape=array")
    ).json()
    assert rows == [{"n": 5}]


async def test_the_content_policy_forbids_inline_scripts_and_framing_on_our_pages(ds):
    form = {"data": {"body": "x"}, "headers": {"accept": "text/html"}}
    pages = [
        *[
            await ds.client.get(f"/claims/-/{page}", actor=EDITOR)
            for page in ("desk", "claim/1", "login", "nowhere")
        ],
        await ds.client.post("/claims/-/claim/1/note", actor=VIEWER, **form),
        await ds.client.get("/claims/nowhere", actor=EDITOR, headers=form["headers"]),
    ]
    for page in pages:
        directives = policy(page)
        assert "'unsafe-inline'" not in directives["script-src"]
        assert {
            name: directives[name] for name in ("object-src", "base-uri", "form-action", "frame-ancestors")
        } == {
            "object-src": ["'none'"],
            "base-uri": ["'self'"],
            "form-action": ["'self'"],
            "frame-ancestors": ["'none'"],
        }
        assert (
            page.headers["referrer-policy"] == "same-origin"
        )  # a link tells no other site where the desk is
    for page in ("/claims", "/claims/claims", "/"):
        assert not policy(await ds.client.get(page, actor=EDITOR))


async def test_a_custom_table_is_writable_only_by_those_the_configuration_names(path, serve):
    page = (DOCS / "datasette.md").read_text(encoding="utf-8")
    [shown] = re.findall(r"^```yaml\n([^`]*store-query[^`]*)^```", page, re.MULTILINE)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("create table places (id integer primary key, name text)")
    client = (await serve(path, config=yaml.safe_load(shown))).client

    async def status(who, address, body):
        return (await client.post(address, json=body, actor=who)).status_code

    ada = {"id": "ada", "role": "reporter"}
    row, query = {"row": {"name": "Ness"}}, {"query": {"name": "ness", "sql": "select * from places"}}
    assert await status(ada, "/claims/places/-/insert", row) == 201
    assert await status(ada, "/claims/-/queries/store", query) == 201
    assert await status(ada, "/claims/claims/-/insert", {"row": {"text": "Not her table"}}) == 403
    assert await status(EDITOR, "/claims/places/-/insert", row) == 403
    assert (await client.get("/claims/places.json?_shape=array", actor=VIEWER)).json() == [
        {"id": 1, "name": "Ness"}
    ]
