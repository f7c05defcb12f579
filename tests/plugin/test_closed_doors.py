"""What a stranger, a guesser or a mistyped setting must not open."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing

import pytest

from claimtrack.core.model import Role
from claimtrack.plugin import permissions
from claimtrack.store.file.copying import backup
from claimtrack.store.file.database import create_or_migrate, open_desk
from claimtrack.store.users import users_path
from claimtrack.workflow import people
from tests.tables import each_row

from .conftest import EDITOR

pytestmark = pytest.mark.asyncio
PASSWORD = "correct horse battery"


@pytest.fixture
def peopled(path, quick_hashing):
    people.add_user(path, "eve", Role.EDITOR, PASSWORD)
    return path


def make_old(path):
    conn = sqlite3.connect(path)
    conn.execute("pragma user_version = 5")
    conn.close()


async def test_guesses_that_come_at_once_are_counted_like_others(peopled, served):
    ds = await served(peopled)

    async def guess(number):
        data = {"name": "eve", "password": f"guess {number}"}
        return (await ds.client.post("/claims/-/login", data=data)).status_code

    answers = await asyncio.gather(*[guess(number) for number in range(20)])
    assert sorted(answers) == [403] * 5 + [429] * 15


async def test_a_session_that_has_ended_leads_to_the_log_in(peopled, served):
    ds = await served(peopled)
    response = await ds.client.get("/claims/-/desk", actor={"id": "eve", "key": "of the old password"})
    assert response.status_code == 303
    assert response.headers["location"].startswith("/claims/-/login?next=")


@pytest.mark.parametrize("setting", ["false", "False", "no", "off", "0", 0, False])
async def test_only_true_makes_a_desk_public(path, served, setting):
    ds = await served(path, config={"plugins": {"claimtrack": {"public_read": setting}}})
    assert (await ds.client.get("/claims/claims.json")).status_code == 403


@pytest.mark.parametrize("page", ["/claims/notes.json", "/claims/-/query.json?sql=select+1", "/claims.json"])
async def test_a_desk_that_waits_for_its_upgrade_is_as_private_as_before(peopled, served, page):
    make_old(peopled)
    ds = await served(peopled)
    assert (await ds.client.get(page)).status_code == 403
    assert (await ds.client.get(page, actor=EDITOR)).status_code == 200
    refused = await ds.client.post("/claims/tags/-/insert", json={"row": {"name": "x"}}, actor=EDITOR)
    assert refused.status_code == 403


async def test_a_desk_that_was_upgraded_is_served_at_once(peopled, served):
    make_old(peopled)
    ds = await served(peopled)
    assert (await ds.client.get("/claims/-/desk", actor=EDITOR)).status_code == 404
    create_or_migrate(peopled)[0].close()
    assert (await ds.client.get("/claims/-/desk", actor=EDITOR)).status_code == 200


async def test_a_link_to_a_desk_asks_for_the_same_log_in(peopled, tmp_path, served):
    link = tmp_path / "link.db"
    link.symlink_to(peopled)
    assert users_path(link) == users_path(peopled)
    ds = await served(link)
    assert (await ds.client.get("/link/claims.json")).status_code == 403


async def test_sql_across_databases_reads_no_private_desk(peopled, served):
    ds = await served(peopled, crossdb=True)
    page = "/_memory/-/query.json?sql=select+body+from+claims.notes"
    assert (await ds.client.get(page)).status_code == 403
    assert (await ds.client.get(page, actor=EDITOR)).status_code == 200


async def test_an_editor_cannot_call_our_desk_another_publisher_to_need_no_second_person(peopled, served):
    ds = await served(peopled)
    answer = await ds.client.post(
        "/claims/publishers/1/-/update", json={"update": {"is_desk": 0}}, actor=EDITOR
    )
    assert answer.status_code == 403


# A table, query or row of a closed desk, and a guess at one: a stranger is told no difference.
GUESSES = [
    ("/claims/notes", "/claims/nosuch"),
    ("/claims/notes.json", "/claims/nosuch.json"),
    ("/claims/notes.csv", "/claims/nosuch.csv"),
    ("/claims/notes?_shape=array", "/claims/nosuch?_shape=array"),
    ("/claims/to_check", "/claims/no_such_query"),
    ("/claims/notes/1", "/claims/nosuch/1"),
    ("/claims/claims/1.json", "/claims/claims/99999.json"),
    ("/claims/-/claim/1", "/claims/-/claim/99999"),
]
STRANGERS = [None, {"id": "somebody", "role": "of another site"}]


@pytest.mark.parametrize("actor", STRANGERS, ids=["nobody", "another's user"])
@pytest.mark.parametrize(("there", "guess"), GUESSES, ids=[row[0] for row in GUESSES])
async def test_a_stranger_cannot_tell_what_a_closed_desk_has(peopled, served, there, guess, actor):
    ds = await served(peopled)
    answers = [
        await ds.client.get(address, actor=actor, follow_redirects=False) for address in (there, guess)
    ]
    one, other = (
        (
            answer.status_code,
            answer.text.replace(there, guess),
            answer.headers.get("location", "").partition("?")[0],
        )
        for answer in answers
    )
    assert one == other
    assert one[0] in (303, 403)


async def test_whoever_may_read_the_desk_is_told_that_a_table_is_not_there(peopled, served):
    ds = await served(peopled)
    assert (await ds.client.get("/claims/nosuch", actor=EDITOR)).status_code == 404
    assert (await ds.client.get("/claims/nosuch.json", actor=EDITOR)).json()["error"] == "Table not found"


@each_row(
    "address", ["/", "/claims/-/desk", "/claims/claim_overview", "/claims/-/login", "/-/", "/claims.db"]
)
async def test_a_desk_whose_users_cannot_be_read_shows_nothing_but_the_remedy(peopled, served, address):
    ds, file = await served(peopled), users_path(peopled)
    content = file.read_bytes()
    file.write_text("{")
    told = await ds.client.get(address, actor=EDITOR)
    assert (told.status_code, told.headers["content-type"]) == (503, "text/plain; charset=utf-8")
    assert "restore that file" in told.text
    assert str(file.parent) not in told.text
    assert (await ds.client.get("/claims/-/desk.json", actor=EDITOR)).json()["status"] == 503
    file.write_bytes(content)
    assert (await ds.client.get("/claims/-/desk", actor=EDITOR)).status_code == 200


async def test_a_desk_whose_users_cannot_be_read_closes_no_other(peopled, tmp_path, served):
    other = shutil.copy(peopled, tmp_path / "other.desk.db")
    people.add_user(other, "kim", Role.EDITOR, PASSWORD)
    roles = {"plugins": {"claimtrack": {"roles": {"eve": "editor"}, "public_read": True}}}
    ds = await served(peopled, other, config=roles, crossdb=True)
    users_path(peopled).write_text("{")
    name = "other~2Edesk"
    for address in ("/-/", f"/{name}", f"/{name}/-/desk", f"/{name}/claims.json", f"/{name}/-/login"):
        shown = await ds.client.get(address, actor=EDITOR)
        assert shown.status_code == 200, address
        assert "/claims/" not in shown.text
    for address in (
        "/claims",
        "/claims.json?sql=select+1",
        "/claims.db",
        "/claims/claims/1.json",
        "/claims/-/login",
    ):
        assert (await ds.client.get(address, actor=EDITOR)).status_code == 503, address
    for actor in (EDITOR, None):
        assert not await permissions.granted_permissions(ds, actor, "claims")
        sql = {"sql": "select text from [claims].claims"}
        assert (await ds.client.get("/_memory/-/query.json", params=sql, actor=actor)).status_code == 403
    told = await ds.client.get("/-/create-token", actor=EDITOR)
    assert told.status_code == 200


@each_row("left", ["another file", "no file"])
async def test_a_server_whose_file_was_replaced_neither_shows_nor_saves_anything(
    path, tmp_path, served, left
):
    other, backup = shutil.copy(path, tmp_path / "other.db"), tmp_path / "backup.db"
    ds = await served(path, other)
    assert (await ds.client.get("/claims/-/desk", actor=EDITOR)).status_code == 200
    shutil.copy(path, backup)
    path.rename(tmp_path / "set-aside.db")
    if left == "another file":
        backup.rename(path)
    form = {"body": "written after the restore"}
    for told in (
        await ds.client.get("/claims/-/claim/1", actor=EDITOR),
        await ds.client.post("/claims/-/claim/1/note", data=form, actor=EDITOR),
        await ds.client.post(
            "/claims/notes/-/insert", json={"rows": [{"claim_id": 1, **form}]}, actor=EDITOR
        ),
    ):
        assert told.status_code == 503
        assert "start the server again" in told.text
        assert str(tmp_path) not in told.text
    assert (await ds.client.get("/other/-/desk", actor=EDITOR)).status_code == 200
    again = await served(path) if left == "another file" else None
    assert again is None or (await again.client.get("/claims/-/desk", actor=EDITOR)).status_code == 200


async def test_a_desk_that_was_replaced_before_anybody_asked_is_closed_too(path, tmp_path, served):
    ds = await served(path)
    shutil.copy(path, tmp_path / "backup.db")
    (tmp_path / "backup.db").rename(path)
    assert (await ds.client.get("/claims/-/desk", actor=EDITOR)).status_code == 503


async def test_a_desk_that_is_only_read_is_shown_as_it_was_when_its_file_is_replaced(path, tmp_path, served):
    ds = await served(immutables=[path])
    path.rename(tmp_path / "set-aside.db")
    assert (await ds.client.get("/claims/-/claim/1", actor=EDITOR)).status_code == 200


async def test_a_backup_copied_into_a_desk_that_is_served_closes_it(path, tmp_path, served):
    ds = await served(path)
    form = {"body": "before the copy"}
    sent = await ds.client.post("/claims/-/claim/1/note", data=form, actor=EDITOR)
    assert sent.status_code == 303
    with closing(open_desk(path)) as db:
        backup(db, tmp_path / "backup.db")
    for kept in ("vacuum", "pragma wal_checkpoint(truncate)", "vacuum"):  # what another program may do
        with closing(sqlite3.connect(path, isolation_level=None)) as conn:
            conn.execute(kept)
        assert (await ds.client.get("/claims/-/claim/1", actor=EDITOR)).status_code == 200
    shutil.copy(tmp_path / "backup.db", path)
    told = await ds.client.post("/claims/-/claim/1/note", data=form, actor=EDITOR)
    assert (told.status_code, "start the server again" in told.text) == (503, True)


async def test_claims_are_offered_to_those_who_may_work_on_them(peopled, served):
    people.add_user(peopled, "vic", Role.VIEWER, PASSWORD)
    people.add_user(peopled, "rob", Role.REPORTER, PASSWORD)
    roles = {"kim": "reporter", "val": "viewer", "vic": "editor", "odd": "nonsense", 7: "editor"}
    ds = await served(peopled, config={"plugins": {"claimtrack": {"roles": roles}}})
    page = (await ds.client.get("/claims/-/claim/1.json", actor=EDITOR)).json()
    assert page["people"] == ["eve", "kim", "rob"]
