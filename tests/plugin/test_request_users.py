"""A request looks once at the users of its desk, and not at other desks' files; the next looks again."""

from __future__ import annotations

import shutil
from collections import Counter

import pytest
import pytest_asyncio

from claimtrack.core.model import Role
from claimtrack.plugin import desks, request_users
from claimtrack.store import users
from claimtrack.workflow import people
from tests.tables import each_row

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("quick_hashing")]


@pytest.fixture
def looks(monkeypatch):
    """Counts how often each users file is looked at."""
    counted, users_path = Counter(), users.users_path

    def counting(database):
        path = users_path(database)
        counted[path.name] += 1
        return path

    monkeypatch.setattr(users, "users_path", counting)
    return counted


@pytest_asyncio.fixture
async def adas_desk(path, serve):
    """A desk of Ada's, and her session."""
    people.add_user(path, "Ada", Role.EDITOR, "correct horse battery")
    return await serve(path), {"id": "Ada", "key": users.load(path)["Ada"].key}


@each_row(
    ("address", "status", "most"),
    [
        ("/claims/-/desk", 200, 1),
        ("/claims/-/claim/1", 200, 2),  # a step that knows no request asks who may be mentioned
        (
            "/claims/claim_overview",
            200,
            2,
        ),  # each row has a box for those who may mark it; what a stranger may see is asked, too
        ("/claims/-/password", 200, 1),
        ("/claims/-/claim/99", 404, 1),
    ],
)
async def test_a_page_looks_once_at_the_users(adas_desk, looks, address, status, most):
    ds, ada = adas_desk
    await ds.client.get("/claims/-/desk", actor=ada)
    looks.clear()
    assert (await ds.client.get(address, actor=ada)).status_code == status
    assert 1 <= looks["claims.db.users.json"] <= most


async def test_the_next_request_sees_what_has_become_of_a_user(adas_desk, path):
    ds, ada = adas_desk

    async def answers():
        page = await ds.client.get("/claims/-/claim/1.json", actor=ada)
        note = await ds.client.post("/claims/-/claim/1/note", json={"body": "Hm"}, actor=ada)
        return page.status_code, note.status_code

    assert await answers() == (200, 200)
    people.change_role(path, "Ada", Role.VIEWER)
    assert await answers() == (200, 403)
    people.remove_user(path, "Ada")
    assert await answers() == (403, 403)


async def test_a_task_that_was_begun_with_the_server_sees_what_has_become_of_a_user(adas_desk, path):
    """The server runs within the lifespan of the application, which is no request: its tasks would know the first users for ever."""
    ds, _ = adas_desk
    database, seen = ds.databases["claims"], []

    async def app(scope, receive, send):
        seen.append(list(request_users.load(database)))
        people.remove_user(path, "Ada")
        seen.append(list(request_users.load(database)))

    await request_users.look_once(app)({"type": "lifespan"}, None, None)
    assert seen == [["Ada"], []]


async def test_a_request_for_a_desk_looks_at_no_other_file(path, tmp_path, serve, monkeypatch):
    other = shutil.copy(path, tmp_path / "other.db")
    ds = await serve(path, other)
    asked = []
    monkeypatch.setattr(desks, "find_loss", lambda database: asked.append(database.name))
    for address, files in (("/claims/-/desk", ["claims"]), ("/other.json", ["other"]), ("/", ["claims"])):
        await ds.client.get(address)
        assert asked == files
        asked.clear()
