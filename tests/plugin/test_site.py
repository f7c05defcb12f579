"""No route reveals anything of a closed desk to strangers, including Datasette's site-wide pages."""

from __future__ import annotations

import re
import sqlite3

import pytest
import pytest_asyncio

from claimtrack.core.model import Role
from claimtrack.plugin.permissions import GRANTS
from claimtrack.workflow import people
from tests.tables import each_row

from .conftest import EDITOR, VISITORS

pytestmark = pytest.mark.asyncio

METADATA = {
    "databases": {
        "claims": {
            "description": "A desk",
            "queries": {"quiet_query": "select 'quiet words'"},
            "tables": {"claim_tags": {"facets": ["tag_id"]}},
        }
    },
    "plugins": {"claimtrack": {"public_read": False, "roles": {"ada@example.org": "editor"}}},
}
SECRETS = ("ada@example.org", "audit_context", "claim_tags", "quiet words", "The Daily Test", "Trade grew")
ROUTE_VALUES = {"database": "claims", "table": "claim_tags", "query": "quiet_query", "pks": "1", "path": "app.css",
         "rest": ""}  # fmt: skip
SITE_PAGES = ["/", "/-/", "/-/databases", "/-/databases.json", "/-/plugins.json", "/-/settings.json", "/-/versions.json",
        "/-/config", "/-/config.json", "/-/allow-debug", "/-/schema", "/-/schema.json", "/-/queries",
        "/-/queries.json", "/claims/-/queries", "/claims/-/queries.json", "/claims/-/openapi.json"]  # fmt: skip
ACTORS = VISITORS | {
    "somebody named in the configuration": ({"id": "ada@example.org"}, GRANTS[Role.EDITOR]),
}


@pytest_asyncio.fixture
async def closed_desk(path, serve):
    return await serve(path, metadata=METADATA)


@pytest_asyncio.fixture
async def closed_and_open(path, tmp_path, serve):
    """The closed desk beside an ordinary database that is open."""
    other_db = tmp_path / "weather.db"
    conn = sqlite3.connect(other_db)
    conn.execute("create table rain (id integer primary key)")
    conn.close()
    return await serve(path, other_db, metadata=METADATA)


def addresses(datasette):
    """An address for each route, with its named parts filled in, with and without a format."""
    for pattern, _ in datasette._routes():
        route = pattern if isinstance(pattern, str) else pattern.pattern
        for suffix in ("", ".json"):
            address = re.sub(r"\(\\\.\(\?P<(?:as_)?format>[^()]*(?:\([^()]*\))?[^()]*\)\)\?", suffix, route)
            address = re.sub(r"\(\?P<(\w+)>[^()]*\)", lambda found: ROUTE_VALUES.get(found[1], "1"), address)
            address = address.replace(r"(?:\.json)?", suffix).strip("^$").replace("\\", "")
            if not re.search(r"[()?*|]", address):
                yield address


async def leaks(datasette):
    """The addresses whose pages show a stranger something secret, each with the secret."""
    requested = sorted(set(addresses(datasette)))
    assert len(requested) > 80
    assert {"/-/config.json", "/claims/-/schema.json", "/claims/claim_tags/1"} <= set(requested)
    found = []
    for address in requested:
        for query in ("", "?action=view-table&sql=select+*+from+claims&q=a&_row=1"):
            response = await datasette.client.get(address + query)
            text = response.text.replace(address, "")
            found += [(address + query, secret) for secret in SECRETS if secret in text]
            if response.status_code == 405:  # it takes no GET, whatever the query
                break
    return found


async def test_no_route_reveals_a_closed_desk_to_strangers(closed_desk):
    assert await leaks(closed_desk) == []


async def test_no_route_reveals_a_closed_desk_beside_an_open_database(closed_and_open):
    assert await leaks(closed_and_open) == []


@each_row("who", ACTORS)
async def test_site_wide_pages_are_shown_to_the_roles_in_the_matrix(closed_desk, who):
    actor, granted = ACTORS[who]
    for address in [*SITE_PAGES, "/-/create-token"]:
        response = await closed_desk.client.get(address, actor=actor)
        assert response.status_code == (200 if "view-instance" in granted else 403), address
        assert who.startswith("somebody") or "ada@example.org" not in response.text, address


async def test_site_wide_pages_beside_an_open_database_hide_the_closed_desk(closed_and_open):
    assert [
        database["name"] for database in (await closed_and_open.client.get("/.json")).json()["databases"]
    ] == ["weather"]
    assert "claims" not in (await closed_and_open.client.get("/-/config.json")).json()["databases"]
    open_to_all = [
        "/-/allow-debug",
        "/-/schema",
        "/-/queries",
        "/weather/-/queries",
        "/claims/-/queries.json",
    ]
    answers = [(await closed_and_open.client.get(address)).status_code for address in open_to_all]
    assert answers == [200, 200, 200, 200, 403]
    config = (await closed_and_open.client.get("/-/config.json", actor=EDITOR)).json()
    assert "claim_tags" in config["databases"]["claims"]["tables"]
    assert config["plugins"] == {"claimtrack": {"public_read": False}}
    assert "claim_tags" in (await closed_and_open.client.get("/-/config", actor=EDITOR)).text


async def test_an_open_desk_hides_only_roles_and_its_folder(path, serve):
    plugins = {"claimtrack": {"roles": {"ada@example.org": "editor"}}}
    datasette = await serve(path, config={"plugins": plugins})
    for address in SITE_PAGES:
        response = await datasette.client.get(address)
        assert response.status_code == 200
        assert "ada@example.org" not in response.text
        assert str(path.parent) not in response.text, address
    [listed] = (await datasette.client.get("/-/databases.json")).json()["databases"]
    assert (listed["name"], listed["path"]) == ("claims", path.name)


async def test_only_who_debugs_datasette_tries_out_messages(path, serve):
    datasette = await serve(path)
    datasette.root_enabled = True
    answers = [
        (await datasette.client.post("/-/messages", data={"message": "hello"}, actor=actor)).status_code
        for actor in (None, EDITOR, {"id": "root"})
    ]
    assert answers == [403, 403, 302]


async def test_strangers_at_a_site_wide_page_are_redirected_to_log_in(path, serve, quick_hashing):
    people.add_user(path, "eve", Role.EDITOR, "correct horse battery")
    datasette = await serve(path)
    response = await datasette.client.get("/-/databases")
    assert response.status_code == 303
    assert response.headers["location"] == "/claims/-/login?next=%2F-%2Fdatabases"
    assert (await datasette.client.get("/-/databases.json")).status_code == 403
