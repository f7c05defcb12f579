"""Several desks on one server: each is as open as it would be alone, and reveals nothing of the others."""

from __future__ import annotations

import shutil
import sqlite3

import httpx2
import pytest
import pytest_asyncio

from claimtrack.core.model import Role
from claimtrack.plugin import desks
from claimtrack.store.file.connecting import limit_pages
from claimtrack.store.file.database import open_desk
from claimtrack.workflow import people
from claimtrack.workflow.adding import NewClaim, add_claim
from tests.tables import each_row

from .conftest import VIEWER

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("quick_hashing")]
PASSWORD = "correct horse battery"
SECRET = "Quarries sank by 77 percent"


@pytest.fixture
def closed_desk(built, tmp_path):
    """A desk with users and a claim that nobody else may read."""
    path = tmp_path / "Prüf stelle.db"
    shutil.copy(built, path)
    db = open_desk(path)
    add_claim(db, NewClaim(SECRET), actor="eve")
    db.close()
    people.add_user(path, "Ada", Role.EDITOR, PASSWORD)
    return path


@pytest_asyncio.fixture
async def both_desks(path, closed_desk, serve):
    """Both desks: Ada can log in to each, Ben to the first."""
    people.add_user(path, "Ada", Role.REPORTER, PASSWORD)
    people.add_user(path, "Ben", Role.REPORTER, PASSWORD)
    return await serve(path, closed_desk)


@pytest.fixture
def desk_with_users(path):
    """The first desk, with a user."""
    people.add_user(path, "Ada", Role.EDITOR, PASSWORD)
    return path


CLOSED = "/Pr~C3~BCf+stelle"
TYPED = "/Pr%C3%BCf%20stelle"


async def log_in(ds, desk, name="Ada", cookies=None):
    form = {"name": name, "password": PASSWORD}
    answer = await ds.client.post(f"{desk}/-/login", data=form, cookies=cookies or {})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{desk}/-/desk")
    return {"ds_actor": answer.cookies["ds_actor"]}


async def can_add_note(ds, desk, cookies):
    answer = await ds.client.post(f"{desk}/-/claim/1/note", json={"body": "Rang them"}, cookies=cookies)
    return answer.status_code == 200


async def test_logging_in_to_a_second_desk_keeps_the_session_at_the_first(both_desks):
    desks = ("/claims", CLOSED, TYPED)
    cookies = await log_in(both_desks, "/claims")
    assert [await can_add_note(both_desks, desk, cookies) for desk in desks] == [True, False, False]
    cookies = await log_in(both_desks, CLOSED, cookies=cookies)
    assert [await can_add_note(both_desks, desk, cookies) for desk in desks] == [True, True, True]


async def test_who_is_logged_in_to_another_desk_alone_is_told_to_log_in(both_desks):
    """It was said that the role did not allow it, which whoever runs the desk could change."""
    cookies = await log_in(both_desks, "/claims")
    answer = await both_desks.client.post(
        f"{CLOSED}/-/claim/1/note", json={"body": "Rang them"}, cookies=cookies
    )
    assert answer.status_code == 403
    assert answer.json()["error"].startswith("Log in first, or send a token of this desk")


async def test_a_desk_is_found_by_its_name_as_typed_into_a_browser(both_desks):
    assert (await both_desks.client.get(f"{TYPED}/-/login")).status_code == 200
    cookies = await log_in(both_desks, CLOSED)
    assert SECRET in (await both_desks.client.get(f"{TYPED}/-/desk", cookies=cookies)).text


async def test_a_new_password_at_one_desk_keeps_the_session_at_the_other(both_desks, closed_desk):
    cookies = await log_in(both_desks, CLOSED, cookies=await log_in(both_desks, "/claims"))
    people.change_password(closed_desk, "Ada", PASSWORD + "!")
    assert [await can_add_note(both_desks, desk, cookies) for desk in ("/claims", CLOSED)] == [True, False]


async def test_another_person_logging_in_replaces_the_first_persons_sessions(both_desks):
    cookies = await log_in(both_desks, "/claims", "Ben", cookies=await log_in(both_desks, CLOSED))
    assert [await can_add_note(both_desks, desk, cookies) for desk in ("/claims", CLOSED)] == [True, False]


async def test_a_role_from_the_configuration_is_not_for_a_user_of_another_desk(path, closed_desk, serve):
    """Whoever keeps the other desk's users could add that name with a password of their own."""
    ds = await serve(path, closed_desk, config={"plugins": {"claimtrack": {"roles": {"Ada": "editor"}}}})
    cookies = await log_in(ds, CLOSED)
    assert [await can_add_note(ds, desk, cookies) for desk in ("/claims", CLOSED)] == [False, True]


async def test_changing_the_password_on_its_page_keeps_the_other_session(both_desks):
    cookies = await log_in(both_desks, CLOSED, cookies=await log_in(both_desks, "/claims"))
    form = {"old": PASSWORD, "new": PASSWORD + "!", "again": PASSWORD + "!"}
    answer = await both_desks.client.post(f"{CLOSED}/-/password", data=form, cookies=cookies)
    assert answer.status_code == 303
    renewed = {"ds_actor": answer.cookies["ds_actor"]}
    assert [await can_add_note(both_desks, desk, renewed) for desk in ("/claims", CLOSED)] == [True, True]


async def test_the_message_of_a_change_is_shown_by_its_own_desk_only(both_desks):
    cookies = await log_in(both_desks, CLOSED, cookies=await log_in(both_desks, "/claims"))
    client = httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=both_desks.app()), base_url="http://desk.example"
    )
    async with client:
        client.cookies.update(cookies)
        form = {"data": {"body": "Rang them"}, "headers": {"Accept": "text/html"}}
        assert (await client.post("/claims/-/claim/1/note", **form)).status_code == 303
        shown = [
            ("ct-message" in (await client.get(f"{desk}/-/desk")).text)
            for desk in (CLOSED, "/claims", "/claims")
        ]
    assert shown == [False, True, False]


@each_row(
    ("for_all", "for_desk", "is_open"),
    [
        (None, True, True),  # opened for this desk only
        (True, False, False),  # opened for all other desks
        (False, True, True),
        (None, None, False),  # closed by default, as it has users
        (True, None, True),
    ],
)
async def test_a_desk_can_be_open_to_strangers_beside_a_closed_one(
    desk_with_users, closed_desk, serve, for_all, for_desk, is_open
):
    def settings_of(value):
        return {} if value is None else {"plugins": {"claimtrack": {"public_read": value}}}

    ds = await serve(
        desk_with_users,
        closed_desk,
        config={**settings_of(for_all), "databases": {"claims": settings_of(for_desk)}},
    )
    answers = [await ds.client.get(f"{desk}/-/claim/1") for desk in ("/claims", CLOSED)]
    assert [answer.status_code == 200 for answer in answers] == [is_open, for_all is True]
    own = await ds.client.get("/claims/-/query.json?sql=select+1")
    assert own.status_code == 403  # open by a setting or closed: no SQL for strangers


@pytest_asyncio.fixture
async def open_and_closed(path, closed_desk, serve):
    """A desk that is open to everybody, and the closed one."""
    config = {"databases": {"claims": {"plugins": {"claimtrack": {"public_read": True}}}}}
    return await serve(path, closed_desk, config=config)


@each_row(
    "address",
    ["/", "/-/", "/-/databases", "/-/databases.json", "/-/config.json", "/-/schema", "/-/schema.json", "/-/queries",
     "/-/queries.json", "/-/jump.json?q=quarries", "/-/jump?q=Pr", "/robots.txt", "/-/plugins.json", "/-/actor.json",
     "/_memory", "/_memory/-/query?sql=select+name+from+pragma_database_list", "/_internal", "/_internal.json",
     "/_internal/catalog_tables.json", "/claims/-/search?q=quarries", "/claims/-/search.json?q=77", "/claims/-/feed.atom",
     "/claims/-/openapi.json", "/claims/-/check", "/claims", "/claims.json", "/claims/-/desk", "/nowhere/at/all",
     "/-/allowed.json?action=view-table", "/-/rules.json?action=view-table", "/-/metadata.json", "/-/threads.json",
     "/-/logs", "/-/permissions", "/claims/claim_overview.json?_where=1"],
)  # fmt: skip
async def test_an_open_desk_tells_strangers_nothing_about_the_closed_one(open_and_closed, address):
    answer = await open_and_closed.client.get(address, follow_redirects=True)
    assert "stelle" not in answer.text
    assert SECRET not in answer.text


async def test_the_front_page_redirects_to_the_first_desk_open_to_the_visitor(
    desk_with_users, closed_desk, serve
):
    config = {
        "plugins": {"claimtrack": {"opens_at_desk": True}},
        "databases": {"claims": {"plugins": {"claimtrack": {"public_read": True}}}},
    }
    ds = await serve(closed_desk, desk_with_users, config=config)
    for desk, cookies in (("/claims", {}), (CLOSED, await log_in(ds, CLOSED))):
        answer = await ds.client.get("/", cookies=cookies)
        assert answer.headers["location"] == f"{desk}/-/desk"


async def test_the_front_page_redirects_strangers_to_log_in_if_all_desks_are_closed(closed_desk, serve):
    ds = await serve(closed_desk, memory=True)
    answer = await ds.client.get("/")
    assert answer.headers["location"] == f"{CLOSED}/-/login?next=%2F"


async def test_the_cross_database_page_is_only_for_users_of_all_desks(path, closed_desk, serve):
    people.add_user(path, "Ada", Role.EDITOR, PASSWORD)
    people.add_user(path, "Ben", Role.REPORTER, PASSWORD)
    ds = await serve(path, closed_desk, crossdb=True)
    one_session = await log_in(ds, "/claims", "Ben")
    assert (await ds.client.get("/_memory", cookies=one_session)).status_code == 403
    all_sessions = await log_in(ds, CLOSED, cookies=await log_in(ds, "/claims"))
    assert "Prüf stelle" in (await ds.client.get("/_memory", cookies=all_sessions)).text


@each_row("actor", [None, VIEWER | {"role": None}])
async def test_readers_of_the_open_desk_cannot_read_the_closed_one(open_and_closed, actor):
    for address in (
        "-/desk",
        "-/claim/6.json",
        "-/search.json?q=quarries",
        "claims.json",
        "-/export.csv",
        "-/feed.atom",
    ):
        answer = await open_and_closed.client.get(f"{CLOSED}/{address}", actor=actor)
        assert answer.status_code in (303, 403)
        assert SECRET not in answer.text


async def test_an_empty_file_with_users_stays_closed_when_a_desk_is_copied_into_it(path, closed_desk, serve):
    whole = closed_desk.read_bytes()
    closed_desk.write_bytes(b"")
    ds = await serve(path, closed_desk)
    before = await ds.client.get(f"{CLOSED}.json")
    closed_desk.write_bytes(whole)
    after = [
        await ds.client.get(f"{CLOSED}{address}")
        for address in (".json", "/claims.json", "/-/query.json?sql=select+1")
    ]
    assert [answer.status_code for answer in (before, *after)] == [403] * 4
    assert await log_in(ds, CLOSED)


async def test_a_truncated_desk_is_named_at_startup(path, closed_desk, serve):
    closed_desk.write_bytes(closed_desk.read_bytes()[:20_000])
    with pytest.raises(sqlite3.DatabaseError, match=r"^Prüf stelle: database disk image is malformed$"):
        await serve(path, closed_desk)


async def test_a_damaged_desk_does_not_block_the_others(path, closed_desk, serve, capsys):
    whole = closed_desk.read_bytes()
    closed_desk.write_bytes(whole[:8192] + b"\xff" * 80_000 + whole[88_192:])
    ds = await serve(path, closed_desk)
    assert "Prüf stelle: " in capsys.readouterr().err
    assert (await ds.client.get("/claims/-/desk")).status_code == 200
    assert (await ds.client.get(f"{CLOSED}/claims.json")).status_code == 403
    response = await ds.client.get(f"{CLOSED}/-/desk")
    assert response.status_code == 404
    assert "restore the file from a backup" in response.text


async def test_desks_share_the_memory_for_pages_and_each_adds_to_the_limit(
    path, closed_desk, serve, monkeypatch
):
    """On a server of ten large desks, or of a class of 64, one page in ten ended with MemoryError: each connection kept 32 MiB of pages."""

    def pages(conn):
        return conn.execute("pragma cache_size").fetchone()[0]

    limited = []
    monkeypatch.setattr(desks, "limit_memory", lambda _, connections: limited.append(connections))
    for files, kib in (((path,), 32_768), ((path, closed_desk), 16_384)):
        served = await serve(*files)
        for database in served.databases.values():
            assert await database.execute_fn(pages) == -kib
        assert set(limited) == {len(files) * (served.setting("num_sql_threads") + 2)}
        limited.clear()
    few = sqlite3.connect(path)
    limit_pages(few, 100)
    assert pages(few) == -2_048  # not less than SQLite's default
    few.close()
