"""What a stranger learns of a closed desk from any route that Datasette has, its own pages of the whole site included."""

from __future__ import annotations

import re
import sqlite3

import pytest
import pytest_asyncio

from claimtrack.core.model import Role
from claimtrack.plugin.permissions import GRANTS
from claimtrack.workflow import people
from tests.tables import each_row

from .conftest import EDITOR, GRANTED

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
GIVEN = {"database": "claims", "table": "claim_tags", "query": "quiet_query", "pks": "1", "path": "app.css",
         "rest": ""}  # fmt: skip
SITE = ["/", "/-/", "/-/databases", "/-/databases.json", "/-/plugins.json", "/-/settings.json", "/-/versions.json",
        "/-/config", "/-/config.json", "/-/allow-debug", "/-/schema", "/-/schema.json", "/-/queries",
        "/-/queries.json", "/claims/-/queries", "/claims/-/queries.json", "/claims/-/openapi.json"]  # fmt: skip
ACTORS = GRANTED | {
    "somebody whom the configuration names": ({"id": "ada@example.org"}, GRANTS[Role.EDITOR]),
}


@pytest_asyncio.fixture
async def closed(path, served):
    return await served(path, metadata=METADATA)


@pytest_asyncio.fixture
async def mixed(path, tmp_path, served):
    """The closed desk beside a database of anybody's."""
    other = tmp_path / "weather.db"
    conn = sqlite3.connect(other)
    conn.execute("create table rain (id integer primary key)")
    conn.close()
    return await served(path, other, metadata=METADATA)


def addresses(datasette):
    """An address for each route: what its pattern names is filled in, with a format and without."""
    for pattern, _ in datasette._routes():
        written = pattern if isinstance(pattern, str) else pattern.pattern
        for suffix in ("", ".json"):
            told = re.sub(r"\(\\\.\(\?P<(?:as_)?format>[^()]*(?:\([^()]*\))?[^()]*\)\)\?", suffix, written)
            told = re.sub(r"\(\?P<(\w+)>[^()]*\)", lambda found: GIVEN.get(found[1], "1"), told)
            told = told.replace(r"(?:\.json)?", suffix).strip("^$").replace("\\", "")
            if not re.search(r"[()?*|]", told):
                yield told


async def leaks(datasette):
    """The addresses that tell a stranger something."""
    asked = sorted(set(addresses(datasette)))
    assert len(asked) > 80
    assert {"/-/config.json", "/claims/-/schema.json", "/claims/claim_tags/1"} <= set(asked)
    found = []
    for address in asked:
        for query in ("", "?action=view-table&sql=select+*+from+claims&q=a&_row=1"):
            text = (await datasette.client.get(address + query)).text.replace(address, "")
            found += [(address + query, secret) for secret in SECRETS if secret in text]
    return found


async def test_no_route_tells_a_stranger_anything_of_a_closed_desk(closed):
    assert await leaks(closed) == []


async def test_nor_does_one_where_another_database_keeps_the_site_open(mixed):
    assert await leaks(mixed) == []


@each_row("who", ACTORS)
async def test_pages_of_the_whole_site_are_for_whom_the_matrix_says(closed, who):
    actor, granted = ACTORS[who]
    for address in [*SITE, "/-/create-token"]:
        response = await closed.client.get(address, actor=actor)
        assert response.status_code == (200 if "view-instance" in granted else 403), address
        assert who.startswith("somebody") or "ada@example.org" not in response.text, address


async def test_beside_another_database_the_front_page_stays_and_keeps_quiet(mixed):
    assert [one["name"] for one in (await mixed.client.get("/.json")).json()["databases"]] == ["weather"]
    assert "claims" not in (await mixed.client.get("/-/config.json")).json()["databases"]
    open_to_all = [
        "/-/allow-debug",
        "/-/schema",
        "/-/queries",
        "/weather/-/queries",
        "/claims/-/queries.json",
    ]
    answers = [(await mixed.client.get(one)).status_code for one in open_to_all]
    assert answers == [200, 200, 200, 200, 403]
    told = (await mixed.client.get("/-/config.json", actor=EDITOR)).json()
    assert "claim_tags" in told["databases"]["claims"]["tables"]
    assert told["plugins"] == {"claimtrack": {"public_read": False}}
    assert "claim_tags" in (await mixed.client.get("/-/config", actor=EDITOR)).text


async def test_an_open_desk_tells_everything_but_who_has_which_role_and_in_which_folder_it_is(path, served):
    plugins = {"claimtrack": {"roles": {"ada@example.org": "editor"}}}
    datasette = await served(path, config={"plugins": plugins})
    for address in SITE:
        response = await datasette.client.get(address)
        assert response.status_code == 200
        assert "ada@example.org" not in response.text
        assert str(path.parent) not in response.text, address
    [listed] = (await datasette.client.get("/-/databases.json")).json()["databases"]
    assert (listed["name"], listed["path"]) == ("claims", path.name)


async def test_a_stranger_at_the_front_page_is_led_to_the_log_in(path, served, quick_hashing):
    people.add_user(path, "eve", Role.EDITOR, "correct horse battery")
    datasette = await served(path)
    response = await datasette.client.get("/-/databases")
    assert response.status_code == 303
    assert response.headers["location"] == "/claims/-/login?next=%2F-%2Fdatabases"
    assert (await datasette.client.get("/-/databases.json")).status_code == 403
