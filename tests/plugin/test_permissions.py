"""The matrix of docs/permissions.md, asked route by route and role by role."""

from __future__ import annotations

import re

import pytest
import pytest_asyncio
from datasette.app import Datasette

from claimtrack.core.model import Role
from claimtrack.plugin.permissions import GRANTS
from claimtrack.plugin.routes import OPERATIONS, PAGES
from tests.tables import each_row

from .conftest import EDITOR, GRANTED, UNDRESSED

pytestmark = pytest.mark.asyncio

ACTORS = GRANTED | {
    "reporter in a list of roles": ({"id": "rita", "roles": ["staff", "reporter"]}, GRANTS[Role.REPORTER]),
}


@pytest_asyncio.fixture
async def closed(path, served):
    config = {"plugins": {"claimtrack": {"public_read": False, "roles": {"cara": "editor"}}}}
    return await served(path, config=config)


def address(path):
    return "/claims/-/" + re.sub(r"\{\w+\}", "1", path)


@each_row("who", ACTORS)
async def test_each_page_is_shown_to_whom_the_matrix_says(closed, who):
    actor, granted = ACTORS[who]
    for page in PAGES:
        for suffix in ("", ".json"):
            response = await closed.client.get(address(page.path) + suffix, actor=actor)
            assert (response.status_code == 403) == (page.permission not in granted), page.path
            assert (await closed.client.post(address(page.path), actor=actor)).status_code in (403, 405)


@pytest.mark.parametrize("who", ACTORS)
async def test_each_deed_is_done_by_whom_the_matrix_says(closed, who):
    actor, granted = ACTORS[who]
    for deed in OPERATIONS:
        response = await closed.client.post(address(deed.path), json={}, actor=actor)
        assert (response.status_code == 403) == (deed.permission not in granted), deed.path
        assert (await closed.client.get(address(deed.path), actor=actor)).status_code == 405


CORE_READING = ["/claims.json", "/claims/claims.json", "/claims/history/1.json", "/claims/said_again.json",
                "/claims/-/query.json?sql=select+1"]  # fmt: skip
CORE_WRITING = {
    "/claims/tags/-/insert": {"row": {"name": "new"}},
    "/claims/tags/1/-/update": {"update": {"name": "newer"}},
    "/claims/claim_tags/1/-/delete": {},
}


@pytest.mark.parametrize("who", ACTORS)
async def test_datasettes_own_pages_and_api_obey_the_roles_too(closed, who):
    actor, granted = ACTORS[who]
    for path in CORE_READING:
        response = await closed.client.get(path, actor=actor)
        assert response.status_code == (200 if "view-table" in granted else 403), path
    for path, body in CORE_WRITING.items():
        response = await closed.client.post(path, json=body, actor=actor)
        assert (response.status_code == 403) == ("update-row" not in granted), (path, response.text)


async def test_what_each_role_is_for_stands_here_in_words():
    assert GRANTS[Role.VIEWER] < GRANTS[Role.REPORTER] < GRANTS[Role.EDITOR]
    assert "claimtrack-annotate" in GRANTS[Role.REPORTER]
    assert not GRANTS[Role.REPORTER] & {"claimtrack-judge", "claimtrack-sign-off", "update-row"}


@each_row("table", ["history", "audit_context", "statuses", "status_transitions"])
async def test_not_even_an_editor_writes_the_desks_own_books(closed, table):
    response = await closed.client.post(f"/claims/{table}/-/insert", json={"row": {"id": 1}}, actor=EDITOR)
    assert response.status_code == 403


async def test_the_configuration_gives_a_role_to_a_name(closed):
    response = await closed.client.post("/claims/-/claim/1/note", json={"body": "x"}, actor={"id": "cara"})
    assert response.status_code == 200


async def test_root_may_do_what_an_editor_may(path):
    datasette = Datasette([str(path)], metadata=UNDRESSED)
    datasette.root_enabled = True
    await datasette.invoke_startup()
    response = await datasette.client.post(
        "/claims/-/match/1/judge", json={"judgement": "unsure"}, actor={"id": "root"}
    )
    assert response.status_code == 200
    datasette.close()


async def test_a_token_gets_json_also_for_what_its_program_sends_as_a_form(closed):
    """As curl does with -d; it asks for any kind of answer."""
    token = {
        "authorization": f"Bearer {await closed.create_token('cara', expires_after=60)}",
        "accept": "*/*",
    }
    curl = token | {"content-type": "application/x-www-form-urlencoded"}
    done = await closed.client.post("/claims/-/claim/1/note", data={"body": "Rang"}, headers=curl)
    assert (done.status_code, done.json()["message"]) == (200, "Note added.")
    json_as_form = await closed.client.post(
        "/claims/-/claim/1/note", content=b' {"body": "Rang"}', headers=curl
    )
    assert json_as_form.status_code == 400
    assert "add the header Content-Type: application/json" in json_as_form.json()["error"]
    no_method = await closed.client.delete("/claims/-/claim/1/note", headers=token)
    assert (no_method.status_code, no_method.json()["kind"]) == (405, "WrongMethod")


async def test_an_api_token_does_what_its_owner_may(closed):
    token = await closed.create_token("cara", expires_after=60)
    headers = {"Authorization": f"Bearer {token}"}
    done = await closed.client.post("/claims/-/claim/1/note", json={"body": "By a token"}, headers=headers)
    assert done.status_code == 200
    assert (await closed.client.get("/claims/-/claim/1.json", headers=headers)).json()["notes"][-1][
        "author"
    ] == "cara"
