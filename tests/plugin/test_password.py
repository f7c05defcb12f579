"""People change their own password: nobody else can, and other sessions end."""

from __future__ import annotations

import errno
import re

import pytest
import pytest_asyncio

from claimtrack.core.model import Role
from claimtrack.plugin.rate_limit import FROM_ONE_ADDRESS
from claimtrack.store import users
from claimtrack.workflow import people
from tests.tables import each_row

from .conftest import EDITOR, HTML

pytestmark = pytest.mark.asyncio
OLD, NEW = "correct horse battery", "staple of the horses"
PAGE = "/claims/-/password"


@pytest_asyncio.fixture
async def ds(path, quick_hashing, serve):
    for name, role in (("Ada", Role.EDITOR), ("Vic", Role.VIEWER)):
        people.add_user(path, name, role, OLD)
    return await serve(path)


async def log_in(ds, name="Ada", password=OLD):
    response = await ds.client.post("/claims/-/login", data={"name": name, "password": password})
    return {"ds_actor": response.cookies["ds_actor"]} if response.status_code == 303 else None


async def change_password(ds, cookies, old=OLD, new=NEW, again=NEW):
    form = {"old": old, "new": new, "again": again}
    return await ds.client.post(PAGE, data=form, cookies=cookies, headers=HTML)


async def test_a_new_password_ends_other_sessions_and_keeps_this_one(ds, path):
    this_session, other_session = await log_in(ds, "Vic"), await log_in(ds, "Vic")
    page = await ds.client.get("/claims/-/desk", cookies=this_session)
    assert f'href="{PAGE}"' in page.text
    assert 'autocomplete="new-password"' in (await ds.client.get(PAGE, cookies=this_session)).text
    done = await change_password(ds, this_session)
    assert (done.status_code, done.headers["location"]) == (303, f"{PAGE}?changed=1")
    this_session = {"ds_actor": done.cookies["ds_actor"]}
    assert "is changed" in (await ds.client.get(f"{PAGE}?changed=1", cookies=this_session)).text
    assert (await ds.client.get("/claims/-/desk.json", cookies=other_session)).status_code == 403
    assert (await log_in(ds, "Vic"), bool(await log_in(ds, "Vic", NEW))) == (None, True)
    assert users.load(path)["Vic"].role is Role.VIEWER


REFUSED = [
    ({"old": "wrong wrong wrong"}, "old", "The current password is wrong"),
    ({"new": "short", "again": "short"}, "new", "10 to 200 characters"),
    ({"again": "another of the horses"}, "again", "The two new passwords differ: type the same one twice"),
    ({"old": "", "new": "", "again": ""}, "old", "The current password is wrong"),
]


@each_row(("given", "field", "message"), REFUSED)
async def test_a_refused_password_change_is_explained_at_its_field(ds, given, field, message):
    response = await change_password(ds, await log_in(ds), **given)
    assert (response.status_code, message in response.text) == (400, True)
    wrong = re.findall(
        r'<input id="password-(\w+)"[^>]* aria-invalid="true" autofocus aria-describedby="([^"]+)"',
        response.text,
    )
    assert wrong == [(field, f"password-{field}-wrong" + (" password-new-hint" if field == "new" else ""))]
    assert message in re.search(f'id="password-{field}-wrong">([^<]+)<', response.text).group(1)
    assert response.text.count("autofocus") == 1
    assert await log_in(ds)


@each_row(
    ("call", "error", "status", "message"),
    [
        (
            "fsync",
            OSError(errno.ENOSPC, "No space left on device"),
            500,
            "cannot be saved (No space left on device), and nothing was changed: whoever runs the desk must check",
        ),
        (
            "open",
            FileExistsError(),
            503,
            "if nobody is, whoever runs the desk must delete claims.db.users.json.new",
        ),
    ],
)
async def test_a_password_that_cannot_be_saved_is_not_changed_and_the_page_says_why(
    ds, monkeypatch, path, call, error, status, message
):
    def refuse(*_):
        raise error

    session = await log_in(ds)
    with monkeypatch.context() as broken:
        broken.setattr(users, "_LOCK_TIMEOUT", 0)
        broken.setattr(users.os, call, refuse)
        response = await change_password(ds, session)
    assert (response.status_code, message in response.text) == (status, True)
    assert "<h1>Change your password</h1>" in response.text
    assert str(path) not in response.text
    assert await log_in(ds)


async def test_guessing_the_old_password_is_slowed_down_as_at_log_in(ds):
    cookies = await log_in(ds)
    for _ in range(FROM_ONE_ADDRESS.free):
        await change_password(ds, cookies, old="wrong")
    assert (await change_password(ds, cookies)).status_code == 429


async def test_the_password_page_is_only_for_logged_in_users(ds):
    stranger = await ds.client.get(PAGE)
    assert (stranger.status_code, stranger.headers["location"].startswith("/claims/-/login")) == (303, True)
    sent = await change_password(ds, {})
    assert (
        sent.status_code,
        "You need to log in first to change your password" in sent.text,
        NEW in sent.text,
    ) == (
        403,
        True,
        False,
    )
    assert (await ds.client.get(PAGE, actor=EDITOR)).status_code == 403
    secret = await ds.create_token("Ada")
    headers = {"authorization": f"Bearer {secret}"}
    assert (await ds.client.get("/claims/-/desk.json", headers=headers)).status_code == 200
    assert (await ds.client.get(PAGE, headers=headers)).status_code == 403
    assert (await ds.client.get("/nosuch/-/password")).status_code == 403
    assert (await ds.client.post(PAGE, headers=headers, data={"old": OLD})).status_code == 403
