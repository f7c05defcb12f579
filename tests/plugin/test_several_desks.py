"""Several desks in one service: each is as open as it was alone, and keeps what it has to itself."""

from __future__ import annotations

import shutil
import sqlite3

import httpx2
import pytest
import pytest_asyncio

from claimtrack.core.model import Role
from claimtrack.store.file.database import open_desk
from claimtrack.workflow import people
from claimtrack.workflow.adding import NewClaim, add_claim
from tests.tables import each_row

from .conftest import VIEWER

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("quick_hashing")]
PASSWORD = "correct horse battery"
SECRET = "Quarries sank by 77 percent"


@pytest.fixture
def closed(built, tmp_path):
    """A desk with users and a claim that nobody else may read."""
    path = tmp_path / "Prüf stelle.db"
    shutil.copy(built, path)
    db = open_desk(path)
    add_claim(db, NewClaim(SECRET), actor="eve")
    db.close()
    people.add_user(path, "Ada", Role.EDITOR, PASSWORD)
    return path


@pytest_asyncio.fixture
async def both(path, closed, served):
    """Ada has a log-in to each, Ben to the first."""
    people.add_user(path, "Ada", Role.REPORTER, PASSWORD)
    people.add_user(path, "Ben", Role.REPORTER, PASSWORD)
    return await served(path, closed)


@pytest.fixture
def with_users(path):
    """The first desk, which has a user."""
    people.add_user(path, "Ada", Role.EDITOR, PASSWORD)
    return path


CLOSED = "/Pr~C3~BCf+stelle"


async def log_in(ds, desk, name="Ada", cookies=None):
    given = {"name": name, "password": PASSWORD}
    answer = await ds.client.post(f"{desk}/-/login", data=given, cookies=cookies or {})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{desk}/-/desk")
    return {"ds_actor": answer.cookies["ds_actor"]}


async def may_note(ds, desk, cookies):
    answer = await ds.client.post(f"{desk}/-/claim/1/note", json={"body": "Rang them"}, cookies=cookies)
    return answer.status_code == 200


async def test_who_logs_in_to_a_second_desk_stays_logged_in_to_the_first(both):
    cookies = await log_in(both, "/claims")
    assert [await may_note(both, desk, cookies) for desk in ("/claims", CLOSED)] == [True, False]
    cookies = await log_in(both, CLOSED, cookies=cookies)
    assert [await may_note(both, desk, cookies) for desk in ("/claims", CLOSED)] == [True, True]


async def test_a_session_ends_at_the_desk_where_the_password_changes_and_goes_on_at_the_other(both, closed):
    cookies = await log_in(both, CLOSED, cookies=await log_in(both, "/claims"))
    people.change_password(closed, "Ada", PASSWORD + "!")
    assert [await may_note(both, desk, cookies) for desk in ("/claims", CLOSED)] == [True, False]


async def test_another_person_at_the_same_browser_takes_no_desk_over(both):
    cookies = await log_in(both, "/claims", "Ben", cookies=await log_in(both, CLOSED))
    assert [await may_note(both, desk, cookies) for desk in ("/claims", CLOSED)] == [True, False]


async def test_a_new_password_on_its_page_leaves_the_log_in_to_the_other_desk(both):
    cookies = await log_in(both, CLOSED, cookies=await log_in(both, "/claims"))
    given = {"old": PASSWORD, "new": PASSWORD + "!", "again": PASSWORD + "!"}
    answer = await both.client.post(f"{CLOSED}/-/password", data=given, cookies=cookies)
    assert answer.status_code == 303
    anew = {"ds_actor": answer.cookies["ds_actor"]}
    assert [await may_note(both, desk, anew) for desk in ("/claims", CLOSED)] == [True, True]


async def test_what_a_deed_tells_is_not_shown_by_the_other_desk(both):
    cookies = await log_in(both, CLOSED, cookies=await log_in(both, "/claims"))
    client = httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=both.app()), base_url="http://desk.example"
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
    ("whole", "of_desk", "is_open"),
    [
        (None, True, True),  # this one alone
        (True, False, False),  # all others
        (False, True, True),
        (None, None, False),  # it has users
        (True, None, True),
    ],
)
async def test_one_desk_may_be_open_to_strangers_beside_one_that_is_closed(
    with_users, closed, served, whole, of_desk, is_open
):
    def told(value):
        return {} if value is None else {"plugins": {"claimtrack": {"public_read": value}}}

    ds = await served(with_users, closed, config={**told(whole), "databases": {"claims": told(of_desk)}})
    answers = [await ds.client.get(f"{desk}/-/claim/1") for desk in ("/claims", CLOSED)]
    assert [answer.status_code == 200 for answer in answers] == [is_open, whole is True]
    own = await ds.client.get("/claims/-/query.json?sql=select+1")
    assert own.status_code == 403  # of strangers to a desk that a setting opened, or that is closed


@pytest_asyncio.fixture
async def beside(path, closed, served):
    """A desk that is open to everybody, and the closed one."""
    config = {"databases": {"claims": {"plugins": {"claimtrack": {"public_read": True}}}}}
    return await served(path, closed, config=config)


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
async def test_an_open_desk_tells_strangers_nothing_of_the_closed_one(beside, address):
    answer = await beside.client.get(address, follow_redirects=True)
    assert "stelle" not in answer.text
    assert SECRET not in answer.text


async def test_the_front_page_leads_to_the_first_desk_that_is_open_to_whoever_asks(
    with_users, closed, served
):
    config = {
        "plugins": {"claimtrack": {"opens_at_desk": True}},
        "databases": {"claims": {"plugins": {"claimtrack": {"public_read": True}}}},
    }
    ds = await served(closed, with_users, config=config)
    for desk, cookies in (("/claims", {}), (CLOSED, await log_in(ds, CLOSED))):
        answer = await ds.client.get("/", cookies=cookies)
        assert answer.headers["location"] == f"{desk}/-/desk"


async def test_where_all_are_closed_a_stranger_is_led_to_a_log_in_beside_a_database_in_memory(closed, served):
    ds = await served(closed, memory=True)
    answer = await ds.client.get("/")
    assert answer.headers["location"] == f"{CLOSED}/-/login?next=%2F"


async def test_the_page_of_a_database_across_all_names_them_to_whom_all_are_open(path, closed, served):
    people.add_user(path, "Ada", Role.EDITOR, PASSWORD)
    people.add_user(path, "Ben", Role.REPORTER, PASSWORD)
    ds = await served(path, closed, crossdb=True)
    one = await log_in(ds, "/claims", "Ben")
    assert (await ds.client.get("/_memory", cookies=one)).status_code == 403
    all_of_them = await log_in(ds, CLOSED, cookies=await log_in(ds, "/claims"))
    assert "Prüf stelle" in (await ds.client.get("/_memory", cookies=all_of_them)).text


@each_row("actor", [None, VIEWER | {"role": None}])
async def test_who_reads_the_open_desk_reads_no_other(beside, actor):
    for address in (
        "-/desk",
        "-/claim/6.json",
        "-/search.json?q=quarries",
        "claims.json",
        "-/export.csv",
        "-/feed.atom",
    ):
        answer = await beside.client.get(f"{CLOSED}/{address}", actor=actor)
        assert answer.status_code in (303, 403)
        assert SECRET not in answer.text


async def test_an_empty_file_that_has_users_is_closed_and_so_is_the_desk_that_is_copied_into_it(
    path, closed, served
):
    whole = closed.read_bytes()
    closed.write_bytes(b"")
    ds = await served(path, closed)
    before = await ds.client.get(f"{CLOSED}.json")
    closed.write_bytes(whole)
    after = [
        await ds.client.get(f"{CLOSED}{address}")
        for address in (".json", "/claims.json", "/-/query.json?sql=select+1")
    ]
    assert [answer.status_code for answer in (before, *after)] == [403] * 4
    assert await log_in(ds, CLOSED)


async def test_a_desk_that_is_cut_off_is_named(path, closed, served):
    closed.write_bytes(closed.read_bytes()[:20_000])
    with pytest.raises(sqlite3.DatabaseError, match=r"^Prüf stelle: database disk image is malformed$"):
        await served(path, closed)


async def test_a_damaged_desk_keeps_nobody_from_the_others(path, closed, served, capsys):
    whole = closed.read_bytes()
    closed.write_bytes(whole[:8192] + b"\xff" * 80_000 + whole[88_192:])
    ds = await served(path, closed)
    assert "Prüf stelle: " in capsys.readouterr().err
    assert (await ds.client.get("/claims/-/desk")).status_code == 200
    assert (await ds.client.get(f"{CLOSED}/claims.json")).status_code == 403
    told = await ds.client.get(f"{CLOSED}/-/desk")
    assert told.status_code == 404
    assert "restore the file from a backup" in told.text
