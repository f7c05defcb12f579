"""The matrix of docs/permissions.md holds for each route and each role."""

from __future__ import annotations

import re

import pytest
import pytest_asyncio
from datasette.app import Datasette

from claimtrack.core.model import Role
from claimtrack.plugin.permissions import GRANTS
from claimtrack.plugin.routes import OPERATIONS, PAGES
from tests.tables import each_row

from .conftest import EDITOR, OWN_METADATA, REPORTER, VIEWER, VISITORS

pytestmark = pytest.mark.asyncio

ACTORS = VISITORS | {
    "reporter in a list of roles": ({"id": "rita", "roles": ["staff", "reporter"]}, GRANTS[Role.REPORTER]),
}

# The reply to a wrong method is the same as a page, which takes ten times as long.
JSON = {"accept": "application/json"}


@pytest_asyncio.fixture
async def closed_desk(path, serve):
    config = {"plugins": {"claimtrack": {"public_read": False, "roles": {"cara": "editor"}}}}
    return await serve(path, config=config)


def address(path):
    return "/claims/-/" + re.sub(r"\{\w+\}", "1", path)


@each_row("who", ACTORS)
async def test_each_page_is_shown_to_the_roles_in_the_matrix(closed_desk, who):
    actor, granted = ACTORS[who]
    for page in PAGES:
        for suffix in ("", ".json"):
            response = await closed_desk.client.get(address(page.path) + suffix, actor=actor)
            assert (response.status_code == 403) == (page.permission not in granted), page.path
        assert (await closed_desk.client.post(address(page.path), actor=actor)).status_code in (403, 405)


@each_row("who", ACTORS)
async def test_each_operation_is_allowed_to_the_roles_in_the_matrix(closed_desk, who):
    actor, granted = ACTORS[who]
    for operation in OPERATIONS:
        response = await closed_desk.client.post(address(operation.path), json={}, actor=actor)
        assert (response.status_code == 403) == (operation.permission not in granted), operation.path
        refused = await closed_desk.client.get(address(operation.path), headers=JSON, actor=actor)
        assert refused.status_code == 405, operation.path


async def test_a_role_without_an_id_grants_nothing_nor_does_the_name_root(closed_desk):
    """History would name nobody; and only `datasette --root` makes root an editor."""
    for actor in ({"role": "editor"}, {"id": None, "role": "editor"}, {"id": "root"}):
        assert (await closed_desk.client.get("/claims/-/desk.json", actor=actor)).status_code == 403


async def test_a_viewer_is_not_told_who_works_here_nor_where_the_file_is(closed_desk):
    await closed_desk.client.post("/claims/-/claim/1/note", json={"body": "@vic, @rob: why?"}, actor=EDITOR)
    for actor, workers, notes in ((VIEWER, [], 0), (REPORTER, ["cara"], 1)):
        home = (await closed_desk.client.get("/claims/-/desk.json", actor=actor)).json()
        assert (home["workers"], len(home["notes"]), home["add_user"]) == (workers, notes, None)


CORE_READING = ["/claims.json", "/claims/claims.json", "/claims/history/1.json", "/claims/said_again.json",
                "/claims/-/query.json?sql=select+1"]  # fmt: skip
CORE_WRITING = {
    "/claims/tags/-/insert": {"row": {"name": "new"}},
    "/claims/tags/1/-/update": {"update": {"name": "newer"}},
    "/claims/claim_tags/1/-/delete": {},
}


@pytest.mark.parametrize("who", ACTORS)
async def test_datasettes_pages_and_api_obey_the_roles(closed_desk, who):
    actor, granted = ACTORS[who]
    for path in CORE_READING:
        response = await closed_desk.client.get(path, actor=actor)
        assert response.status_code == (200 if "view-table" in granted else 403), path
    for path, body in CORE_WRITING.items():
        response = await closed_desk.client.post(path, json=body, actor=actor)
        assert (response.status_code == 403) == ("update-row" not in granted), (path, response.text)


async def test_each_role_adds_to_the_permissions_of_the_one_below():
    assert GRANTS[Role.VIEWER] < GRANTS[Role.REPORTER] < GRANTS[Role.EDITOR]
    assert "claimtrack-annotate" in GRANTS[Role.REPORTER]
    assert not GRANTS[Role.REPORTER] & {"claimtrack-judge", "claimtrack-sign-off", "update-row"}


@each_row("table", ["history", "audit_context", "statuses", "status_transitions"])
async def test_even_editors_cannot_write_history_and_lookup_tables(closed_desk, table):
    response = await closed_desk.client.post(
        f"/claims/{table}/-/insert", json={"row": {"id": 1}}, actor=EDITOR
    )
    assert response.status_code == 403


async def test_the_configuration_can_give_a_role_to_an_actor(closed_desk):
    response = await closed_desk.client.post(
        "/claims/-/claim/1/note", json={"body": "x"}, actor={"id": "cara"}
    )
    assert response.status_code == 200


async def test_a_note_to_a_misspelt_name_says_who_may_be_meant(closed_desk):
    note = {"json": {"body": "@carra, ring them"}, "actor": EDITOR}
    done = (await closed_desk.client.post("/claims/-/claim/1/note", **note)).json()
    assert done["message"].startswith("Note added. Warning: nobody who works on this desk is called carra")
    assert "(is @cara meant?)" in done["message"]


async def test_root_has_the_permissions_of_an_editor(path):
    datasette = Datasette([str(path)], metadata=OWN_METADATA)
    datasette.root_enabled = True
    await datasette.invoke_startup()
    response = await datasette.client.post(
        "/claims/-/match/1/judge", json={"judgement": "unsure"}, actor={"id": "root"}
    )
    assert response.status_code == 200
    datasette.close()


async def test_a_form_sent_with_a_token_is_answered_in_json(closed_desk):
    """As with curl -d, which accepts any content type."""
    token = {
        "authorization": f"Bearer {await closed_desk.create_token('cara', expires_after=60)}",
        "accept": "*/*",
    }
    curl = token | {"content-type": "application/x-www-form-urlencoded"}
    done = await closed_desk.client.post("/claims/-/claim/1/note", data={"body": "Rang"}, headers=curl)
    assert (done.status_code, done.json()["message"]) == (200, "Note added.")
    json_as_form = await closed_desk.client.post(
        "/claims/-/claim/1/note", content=b' {"body": "Rang"}', headers=curl
    )
    assert json_as_form.status_code == 400
    assert "add the header Content-Type: application/json" in json_as_form.json()["error"]
    no_method = await closed_desk.client.delete("/claims/-/claim/1/note", headers=token)
    assert (no_method.status_code, no_method.json()["kind"]) == (405, "WrongMethod")


async def test_an_api_token_has_the_permissions_of_its_owner(closed_desk):
    token = await closed_desk.create_token("cara", expires_after=60)
    headers = {"Authorization": f"Bearer {token}"}
    done = await closed_desk.client.post(
        "/claims/-/claim/1/note", json={"body": "By a token"}, headers=headers
    )
    assert done.status_code == 200
    assert (await closed_desk.client.get("/claims/-/claim/1.json", headers=headers)).json()["notes"][-1][
        "author"
    ] == "cara"
