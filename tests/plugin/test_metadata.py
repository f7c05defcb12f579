"""metadata.yml, the canned queries and the column types, as Datasette uses them."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
import pytest_asyncio
import yaml
from datasette.app import Datasette

from claimtrack.plugin import columns
from claimtrack.plugin.startup import canned_queries
from claimtrack.resources import resource
from claimtrack.store.file.database import open_desk
from tests.tables import each_row

from .conftest import EDITOR, OWN_METADATA, VIEWER, build_desk

asynchronous = pytest.mark.asyncio(loop_scope="module")

METADATA: dict[str, Any] = yaml.safe_load(resource("metadata.yml").read_text(encoding="utf-8"))
TABLES: dict[str, Any] = METADATA["databases"]["claims"]["tables"]


@pytest.fixture
def desk(path):
    db = open_desk(path)
    yield db
    db.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ds(built):
    """The small desk itself, immutable: these tests only read it."""
    datasette = Datasette([], immutables=[str(built)], metadata=OWN_METADATA)
    await datasette.invoke_startup()
    yield datasette
    datasette.close()


class StrictLoader(yaml.SafeLoader):
    """Fails where YAML silently loses text: a later key hides an earlier one, and a comma in `{...}` starts a new key."""

    def construct_mapping(self, node, deep=False):
        keys = [key.value for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"a key is written twice: {sorted(keys)}, {node.start_mark}"
        empty = [key.value for key, value in node.value if value.tag.endswith(":null")]
        assert not empty, (
            f"nothing after {empty}: is it a text with a comma, not in quotes? {node.start_mark}"
        )
        return super().construct_mapping(node, deep)


def test_metadata_loses_no_text_to_a_repeated_key_or_an_unquoted_comma():
    assert yaml.load(resource("metadata.yml").read_text(encoding="utf-8"), StrictLoader) == METADATA


@pytest.mark.parametrize(
    "text", ["a: 1\na: 2", "{title: Again, description: Claims seen twice; of two, one}"]
)
def test_the_strict_loader_rejects_text_that_yaml_would_lose(text):
    with pytest.raises(AssertionError, match=r"written twice|nothing after \['one'\]"):
        yaml.load(text, StrictLoader)


def test_metadata_describes_every_table_and_view_of_the_schema(desk):
    shown = {
        row[0]
        for row in desk.execute("select name from sqlite_master where type in ('table', 'view')")
        if "_fts_" not in row[0] and not row[0].startswith("sqlite_")
    }
    assert shown == set(TABLES)


@each_row("table", TABLES)
def test_metadata_names_only_existing_columns(desk, table):
    existing = {row[1] for row in desk.execute(f"pragma table_info([{table}])")}
    metadata = TABLES[table]
    named = {*metadata.get("columns", {}), *metadata.get("facets", []), *metadata.get("sortable_columns", [])}
    named |= {metadata[key] for key in ("sort", "sort_desc", "label_column") if key in metadata}
    assert named <= existing


@each_row("criteria", ["1", "status = 'open'", "priority = 'normal'"])
def test_filtered_lists_of_claims_are_sorted_by_an_index(desk, criteria):
    """Sorted by id, fifty of a hundred thousand open claims took longer than Datasette's limit of three seconds."""
    sql = f"select * from claim_overview where {criteria} order by {TABLES['claim_overview']['sort_desc']} desc limit 51"
    plan = desk.execute(f"explain query plan {sql}").fetchall()
    assert plan
    assert not [step for _, parent, _, step in plan if parent == 0 and "TEMP B-TREE" in step]


def test_metadata_explains_every_column_of_a_table(desk):
    shown = [
        table.name for table in desk.tables if not TABLES.get(table.name, {"hidden": True}).get("hidden")
    ]
    unexplained = {
        f"{name}.{column.name}"
        for name in shown
        for column in desk[name].columns
        if column.name not in TABLES[name].get("columns", {})
    }
    assert len(shown) > 30
    assert unexplained == set()


@asynchronous
@each_row("table", [name for name, metadata in TABLES.items() if "facets" in metadata])
async def test_each_table_page_computes_its_facets(ds, table):
    facets = "&".join(f"_facet={name}" for name in TABLES[table]["facets"])
    response = await ds.client.get(f"/claims/{table}.json?_extra=facet_results&{facets}", actor=VIEWER)
    assert response.status_code == 200
    assert not response.json()["facet_results"]["timed_out"]


@asynchronous
@each_row("name", canned_queries())
async def test_each_canned_query_runs(ds, name):
    response = await ds.client.get(f"/claims/{name}.json?_shape=array&claimant=minister", actor=VIEWER)
    assert response.status_code == 200, response.text
    assert isinstance(response.json(), list)


@asynchronous
@each_row(
    ("period", "told"),
    [
        ("since=24.11.2026", "since: not a date: &#39;24.11.2026&#39;. Write it as YYYY-MM-DD, as in 2024-04-22."),
        ("since=2026-11-24&until=2026-13-01", "until: not a day of the calendar: 2026-13-01."),
        ("since=2026-11-24&until=2026-11-23", "until: 2026-11-23 is before 2026-11-24: give the earlier day first."),
    ],
)  # fmt: skip
async def test_a_canned_query_says_which_of_its_days_is_wrong(ds, period, told):
    assert told in (await ds.client.get(f"/claims/said_in_period?{period}", actor=VIEWER)).text
    rows = await ds.client.get(f"/claims/said_in_period.csv?{period}", actor=VIEWER)
    assert (rows.status_code, rows.text[: len(told)]) == (400, unescape(told))
    rows = await ds.client.get(f"/claims/said_in_period.json?{period}", actor=VIEWER)
    assert (rows.status_code, rows.json()["error"][: len(told)]) == (400, unescape(told))


@asynchronous
async def test_a_list_that_is_cut_says_so_and_has_no_heading_of_datasettes(ds, monkeypatch):
    page = (await ds.client.get("/claims/speakers", actor=VIEWER)).text
    told = "Only the first 1 rows are shown, and there may be more."
    assert (told in page, "Custom SQL query" in page) == (False, False)
    assert re.search(r"<h3>\d+ rows?\s", page)
    assert "This list in SQL" in (await ds.client.get("/claims/due", actor=VIEWER)).text
    monkeypatch.setattr(ds, "max_returned_rows", 1)
    monkeypatch.setitem(ds._settings, "max_returned_rows", 1)
    assert told in (await ds.client.get("/claims/speakers", actor=VIEWER)).text


@asynchronous
async def test_a_canned_query_accepts_days_in_order(ds):
    period = "since=2026-11-24&until=2026-11-24"
    page = await ds.client.get(f"/claims/said_in_period?{period}", actor=VIEWER)
    assert 'role="alert"' not in page.text
    rows = await ds.client.get(f"/claims/said_in_period.json?{period}", actor=VIEWER)
    assert rows.json()["rows"] == []


@asynchronous
@each_row("name", canned_queries())
async def test_each_canned_query_page_has_its_title_and_shows_sql_on_request(ds, name):
    response = await ds.client.get(f"/claims/{name}?claimant=minister", actor=VIEWER)
    assert response.status_code == 200
    assert f"<title>{canned_queries()[name]['title']}: claims</title>" in response.text
    shown = await ds.client.get(f"/claims/{name}?claimant=minister&_show_sql=1", actor=VIEWER)
    assert ['id="sql-query"' in page.text for page in (response, shown)] == [False, True]


@asynchronous
@pytest.mark.parametrize("metadata", [None, METADATA])
async def test_titles_and_sort_orders_apply_with_and_without_a_metadata_file(path, metadata):
    datasette = Datasette([str(path)], metadata=metadata)
    await datasette.invoke_startup()
    html = (await datasette.client.get("/claims/claim_overview")).text
    assert "All claims (view)" in html
    assert "The claim, as one sentence" in html
    rows = (await datasette.client.get("/claims/claim_overview.json?_shape=array")).json()
    assert [row["id"] for row in rows] == [5, 4, 3, 2, 1]
    datasette.close()


OWN = {
    "claims": {"description": "Our own words", "sort": "text", "columns": {"text": "Words as said"}},
    "notes": {"description": "What we jotted down"},
}


@asynchronous
@pytest.mark.parametrize(
    "desk_metadata", [{}, {"description": "A desk of our own"}], ids=["tables only", "tables and desk"]
)
async def test_the_users_metadata_overrides_ours_key_by_key(path, desk_metadata):
    own = {**desk_metadata, "tables": OWN}
    datasette = Datasette([str(path)], metadata={"databases": {"claims": own}})
    await datasette.invoke_startup()
    shipped = METADATA["databases"]["claims"]
    desk = await datasette.get_database_metadata("claims")
    assert desk["description"] == desk_metadata.get("description", shipped["description"])
    for table in ("claims", "notes"):
        words = await datasette.get_resource_metadata("claims", table)
        assert (words["title"], words["description"]) == (TABLES[table]["title"], OWN[table]["description"])
    column = {
        name: await datasette.get_column_metadata("claims", "claims", name) for name in ("text", "status")
    }
    assert column["text"] == {"description": "Words as said"}
    assert column["status"] == {"description": TABLES["claims"]["columns"]["status"]}
    configured = await datasette.table_config("claims", "claims")
    assert (configured["sort"], configured.get("sort_desc")) == ("text", None)
    assert configured["facets"] == TABLES["claims"]["facets"]
    datasette.close()


@asynchronous
async def test_a_desk_of_another_name_gets_the_same_metadata(tmp_path):
    datasette = Datasette([str(build_desk(tmp_path / "politics.db"))])
    await datasette.invoke_startup()
    assert "All claims (view)" in (await datasette.client.get("/politics/claim_overview")).text
    assert (await datasette.client.get("/politics/said_again.json")).status_code == 200
    datasette.close()


@asynchronous
async def test_the_search_box_finds_claims_and_articles(ds):
    for table in ("claims", "articles"):
        rows = (await ds.client.get(f"/claims/{table}.json?_search=trade&_shape=array")).json()
        assert rows


@asynchronous
async def test_the_edit_dialog_has_a_select_for_each_enum(ds):
    types = await ds.get_column_types("claims", "claims")
    assert types["status"].config == {"choices": list(columns.CHOICES["claims", "status"])}
    assert "claimtrack_choice.js" in (await ds.client.get("/claims/claims", actor=EDITOR)).text


@asynchronous
async def test_an_outdated_desk_is_reported_and_not_served(tmp_path, capsys):
    path = build_desk(tmp_path / "old.db")
    db = open_desk(path)
    db.execute("pragma user_version = 1")
    db.close()
    datasette = Datasette([str(path)])
    await datasette.invoke_startup()
    assert "claimtrack init" in capsys.readouterr().err
    assert (await datasette.client.get("/old/-/claim/1")).status_code == 404
    datasette.close()


@asynchronous
@each_row(("name", "page"), [
    ("claims_to_check", "claim/1"),
    ("by_claimant?claimant=minister", "claim/2"),
    ("what_changed", "claim/1"),
    ("speakers", "speaker/1"),
    ("claimant_overview", "speaker/1"),
])  # fmt: skip
async def test_a_number_in_a_canned_query_links_to_its_page(ds, name, page):
    html = (await ds.client.get(f"/claims/{name}")).text
    word, _, number = page.partition("/")
    assert f'<a href="/claims/-/{page}" aria-label="{word} {number}">{number}</a>' in html
    assert (await ds.client.get(f"/claims/-/{page}")).status_code == 200


@asynchronous
async def test_what_changed_leaves_out_what_the_matcher_suggested(ds):
    async def tables(name):
        rows = (await ds.client.get(f"/claims/{name}.json?_shape=array&_size=max")).json()
        return {row["table_name"] for row in rows}

    assert {"claims", "matches"} <= await tables("recent_changes")
    assert await tables("recent_changes") - await tables("what_changed") == {"matches"}


@asynchronous
async def test_links_of_canned_queries_name_existing_columns_and_pages(ds):
    for name, query in canned_queries().items():
        columns = (await ds.client.get(f"/claims/{name}.json?claimant=minister&_extra=columns")).json()[
            "columns"
        ]
        assert set(query.get("links", {})) <= set(columns), name
        assert set(query.get("links", {}).values()) <= {"claim", "article", "speaker"}, name


@asynchronous
async def test_an_id_column_in_custom_sql_is_not_linked(ds):
    html = (await ds.client.get("/claims/-/query?sql=select+id+from+claim_overview")).text
    assert 'aria-label="claim 1"' not in html
