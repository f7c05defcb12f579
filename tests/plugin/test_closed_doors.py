"""What strangers, password guessers and wrong settings must not open."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import sys
from contextlib import closing

import pytest
import pytest_asyncio

from claimtrack.core.model import Role
from claimtrack.plugin import desks, permissions
from claimtrack.store.file.copying import backup
from claimtrack.store.file.database import create_or_migrate, open_desk
from claimtrack.store.file.opened_file import OpenedFile
from claimtrack.store.users import users_path
from claimtrack.workflow import people
from tests.desks import use_elsewhere
from tests.tables import each_row

from .conftest import EDITOR

pytestmark = pytest.mark.asyncio
PASSWORD = "correct horse battery"


@pytest.fixture
def desk_with_users(path, quick_hashing):
    people.add_user(path, "eve", Role.EDITOR, PASSWORD)
    return path


def mark_as_outdated(path):
    conn = sqlite3.connect(path)
    conn.execute("pragma user_version = 5")
    conn.close()


async def test_simultaneous_password_guesses_are_all_counted(desk_with_users, serve):
    ds = await serve(desk_with_users)

    async def guess(number):
        data = {"name": "eve", "password": f"guess {number}"}
        return (await ds.client.post("/claims/-/login", data=data)).status_code

    answers = await asyncio.gather(*[guess(number) for number in range(20)])
    assert sorted(answers) == [403] * 5 + [429] * 15


async def test_an_expired_session_redirects_to_the_log_in(desk_with_users, serve):
    ds = await serve(desk_with_users)
    response = await ds.client.get("/claims/-/desk", actor={"id": "eve", "key": "of the old password"})
    assert response.status_code == 303
    assert response.headers["location"].startswith("/claims/-/login?next=")


@pytest.mark.parametrize("setting", ["false", "False", "no", "off", "0", 0, False])
async def test_a_false_public_read_setting_keeps_the_desk_closed(path, serve, setting):
    ds = await serve(path, config={"plugins": {"claimtrack": {"public_read": setting}}})
    assert (await ds.client.get("/claims/claims.json")).status_code == 403


@pytest.mark.parametrize("page", ["/claims/notes.json", "/claims/-/query.json?sql=select+1", "/claims.json"])
async def test_an_outdated_desk_stays_private_and_is_not_writable(desk_with_users, serve, page):
    mark_as_outdated(desk_with_users)
    ds = await serve(desk_with_users)
    assert (await ds.client.get(page)).status_code == 403
    assert (await ds.client.get(page, actor=EDITOR)).status_code == 200
    refused = await ds.client.post("/claims/tags/-/insert", json={"row": {"name": "x"}}, actor=EDITOR)
    assert refused.status_code == 403


async def test_an_upgraded_desk_is_served_without_a_restart(desk_with_users, serve):
    mark_as_outdated(desk_with_users)
    ds = await serve(desk_with_users)
    assert (await ds.client.get("/claims/-/desk", actor=EDITOR)).status_code == 404
    create_or_migrate(desk_with_users)[0].close()
    assert (await ds.client.get("/claims/-/desk", actor=EDITOR)).status_code == 200


async def test_a_symlink_to_a_desk_requires_the_same_log_in(desk_with_users, tmp_path, serve):
    link = tmp_path / "link.db"
    link.symlink_to(desk_with_users)
    assert users_path(link) == users_path(desk_with_users)
    ds = await serve(link)
    assert (await ds.client.get("/link/claims.json")).status_code == 403


async def test_strangers_cannot_read_a_private_desk_by_cross_database_sql(desk_with_users, serve):
    ds = await serve(desk_with_users, crossdb=True)
    page = "/_memory/-/query.json?sql=select+body+from+claims.notes"
    assert (await ds.client.get(page)).status_code == 403
    assert (await ds.client.get(page, actor=EDITOR)).status_code == 200


async def test_an_editor_cannot_mark_the_desk_as_another_publisher(desk_with_users, serve):
    """Reviews of other publishers need no second person."""
    ds = await serve(desk_with_users)
    answer = await ds.client.post(
        "/claims/publishers/1/-/update", json={"update": {"is_desk": 0}}, actor=EDITOR
    )
    assert answer.status_code == 403


# A table, query or row of a closed desk, and a wrong guess at one: the responses to strangers must not differ.
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


@pytest_asyncio.fixture
async def closed_desk(desk_with_users, serve):
    return await serve(desk_with_users)


@pytest.mark.parametrize("actor", STRANGERS, ids=["nobody", "a user of another plug-in"])
@each_row(("existing", "guess"), GUESSES, ids=[row[0] for row in GUESSES])
async def test_a_stranger_cannot_tell_what_exists_on_a_closed_desk(closed_desk, existing, guess, actor):
    answers = [
        await closed_desk.client.get(address, actor=actor, follow_redirects=False)
        for address in (existing, guess)
    ]
    existing_answer, guess_answer = (
        (
            answer.status_code,
            answer.text.replace(existing, guess),
            answer.headers.get("location", "").partition("?")[0],
        )
        for answer in answers
    )
    assert existing_answer == guess_answer
    assert existing_answer[0] in (303, 403)


async def test_readers_of_a_closed_desk_are_told_that_a_table_is_missing(desk_with_users, serve):
    ds = await serve(desk_with_users)
    assert (await ds.client.get("/claims/nosuch", actor=EDITOR)).status_code == 404
    assert (await ds.client.get("/claims/nosuch.json", actor=EDITOR)).json()["error"] == "Table not found"


@each_row(
    "address", ["/", "/claims/-/desk", "/claims/claim_overview", "/claims/-/login", "/-/", "/claims.db"]
)
async def test_a_desk_with_an_unreadable_users_file_shows_only_the_remedy(desk_with_users, serve, address):
    ds, file = await serve(desk_with_users), users_path(desk_with_users)
    content = file.read_bytes()
    file.write_text("{")
    response = await ds.client.get(address, actor=EDITOR)
    assert (response.status_code, response.headers["content-type"]) == (503, "text/plain; charset=utf-8")
    assert "restore that file" in response.text
    assert str(file.parent) not in response.text
    assert (await ds.client.get("/claims/-/desk.json", actor=EDITOR)).json()["status"] == 503
    file.write_bytes(content)
    assert (await ds.client.get("/claims/-/desk", actor=EDITOR)).status_code == 200


async def test_a_desk_with_an_unreadable_users_file_closes_no_other(desk_with_users, tmp_path, serve):
    other = shutil.copy(desk_with_users, tmp_path / "other.desk.db")
    people.add_user(other, "kim", Role.EDITOR, PASSWORD)
    roles = {"plugins": {"claimtrack": {"roles": {"eve": "editor"}, "public_read": True}}}
    ds = await serve(desk_with_users, other, config=roles, crossdb=True)
    users_path(desk_with_users).write_text("{")
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
    response = await ds.client.get("/-/create-token", actor=EDITOR)
    assert response.status_code == 200


@each_row("replacement", ["another file", "no file"])
async def test_a_replaced_database_file_is_neither_shown_nor_written(path, tmp_path, serve, replacement):
    other, backup = shutil.copy(path, tmp_path / "other.db"), tmp_path / "backup.db"
    ds = await serve(path, other)
    assert (await ds.client.get("/claims/-/desk", actor=EDITOR)).status_code == 200
    shutil.copy(path, backup)
    path.rename(tmp_path / "set-aside.db")
    if replacement == "another file":
        backup.rename(path)
    form = {"body": "written after the restore"}
    for response in (
        await ds.client.get("/claims/-/claim/1", actor=EDITOR),
        await ds.client.post("/claims/-/claim/1/note", data=form, actor=EDITOR),
        await ds.client.post(
            "/claims/notes/-/insert", json={"rows": [{"claim_id": 1, **form}]}, actor=EDITOR
        ),
    ):
        assert response.status_code == 503
        assert "start the server again" in response.text
        assert str(tmp_path) not in response.text
    assert (await ds.client.get("/other/-/desk", actor=EDITOR)).status_code == 200
    again = await serve(path) if replacement == "another file" else None
    assert again is None or (await again.client.get("/claims/-/desk", actor=EDITOR)).status_code == 200


async def test_a_database_file_replaced_before_the_first_request_is_closed(path, tmp_path, serve):
    ds = await serve(path)
    shutil.copy(path, tmp_path / "backup.db")
    (tmp_path / "backup.db").rename(path)
    assert (await ds.client.get("/claims/-/desk", actor=EDITOR)).status_code == 503


async def test_an_immutable_desk_is_still_shown_after_its_file_is_replaced(path, tmp_path, serve):
    ds = await serve(immutables=[path])
    path.rename(tmp_path / "set-aside.db")
    assert (await ds.client.get("/claims/-/claim/1", actor=EDITOR)).status_code == 200


async def test_a_backup_copied_over_a_served_desk_closes_it(path, tmp_path, serve):
    ds = await serve(path)
    form = {"body": "before the copy"}
    sent = await ds.client.post("/claims/-/claim/1/note", data=form, actor=EDITOR)
    assert sent.status_code == 303
    with closing(open_desk(path)) as db:
        backup(db, tmp_path / "backup.db")
    for statement in ("vacuum", "pragma wal_checkpoint(truncate)", "vacuum"):  # other programs may do these
        with closing(sqlite3.connect(path, isolation_level=None)) as conn:
            conn.execute(statement)
        assert (await ds.client.get("/claims/-/claim/1", actor=EDITOR)).status_code == 200
    shutil.copy(tmp_path / "backup.db", path)
    response = await ds.client.post("/claims/-/claim/1/note", data=form, actor=EDITOR)
    assert (response.status_code, "start the server again" in response.text) == (503, True)


async def test_a_backup_copied_over_a_served_desk_into_which_nobody_wrote_closes_it(path, tmp_path, serve):
    """Its log is empty: the server used to go on, and to call the desk damaged."""
    with closing(open_desk(path)) as db:
        backup(db, tmp_path / "backup.db")
    ds = await serve(path)
    assert (await ds.client.get("/claims/-/claim/1", actor=EDITOR)).status_code == 200
    assert not path.with_name(f"{path.name}-wal").stat().st_size
    shutil.copy(tmp_path / "backup.db", path)
    form = {"body": "after the copy"}
    response = await ds.client.post("/claims/-/claim/1/note", data=form, actor=EDITOR)
    assert (response.status_code, "start the server again" in response.text) == (503, True)


@pytest.mark.skipif(sys.platform == "win32", reason="keeps locks for each handle")
@pytest.mark.parametrize("is_restored", [False, True], ids=["in use", "just restored"])
async def test_a_desk_whose_log_was_removed_is_closed(path, tmp_path, serve, is_restored):
    """As after a plug-in of the server has read the file, which ends SQLite's lock on it: what was sent then was lost without a word."""
    if is_restored:
        with closing(open_desk(path)) as db:
            backup(db, tmp_path / "backup.db")
        path = tmp_path / "backup.db"
    ds = await serve(path)
    note = {"data": {"body": "as the ministry said"}, "actor": EDITOR}
    assert (await ds.client.post(f"/{path.stem}/-/claim/1/note", **note)).status_code == 303
    shutil.copy(path, tmp_path / "copied.db")
    assert (await ds.client.get(f"/{path.stem}/-/claim/1", actor=EDITOR)).status_code == 200
    use_elsewhere(path)
    response = await ds.client.post(f"/{path.stem}/-/claim/1/note", **note)
    assert (response.status_code, "has removed the log of its file" in response.text) == (503, True)
    assert str(tmp_path) not in response.text
    again = await serve(path)
    assert (await again.client.post(f"/{path.stem}/-/claim/1/note", **note)).status_code == 303


async def test_only_the_files_of_desks_are_watched(path, tmp_path, serve):
    """Each watched file takes a handle, of which there are 150: other databases used them up."""
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as conn:
        conn.execute("create table notes (body text)")
    ds = await serve(other, path)
    assert [ds.get_database(name) in desks._files for name in ("other", "claims")] == [False, True]


@pytest.mark.skipif(sys.platform == "win32", reason="the log is not inspected on Windows")
async def test_a_desk_whose_log_is_switched_on_while_it_is_asked_about_stays_open(path, serve, monkeypatch):
    """As when a command opens a restored backup: the file switches its header, then has a log."""
    database = (await serve(path)).get_database("claims")
    monkeypatch.setattr(desks._files[database], "_was_logged", False)
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("pragma wal_checkpoint(truncate)")

        def read_header_before_it_is_switched(_file):
            conn.execute("create table later (x)")
            return False

        monkeypatch.setattr(OpenedFile, "is_in_log_mode", read_header_before_it_is_switched)
        assert desks.find_loss(database) is None


async def test_a_desk_that_was_upgraded_while_it_is_served_asks_for_a_restart(path, serve):
    """A column that the new version calls otherwise used to be called lost: "rename it back or restore a backup"."""
    ds = await serve(path)
    assert (await ds.client.get("/claims/-/claim/1", actor=EDITOR)).status_code == 200
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:  # what `init` of a later version does
        rules = conn.execute("select type, name from sqlite_master where type in ('view', 'trigger')")
        for kind, name in rules.fetchall():
            conn.execute(f"drop {kind} if exists {name}")
        conn.execute("alter table notes rename column body to words")
        conn.execute("pragma user_version = 5")
    shown = await ds.client.get("/claims/-/claim/1.json", actor=EDITOR)
    assert (shown.status_code, shown.json()["kind"]) == (500, "NeedsMigration")
    assert "restart this program (such as `claimtrack serve`) in the new version" in shown.json()["error"]
    assert str(path) not in shown.text
    sent = await ds.client.post("/claims/-/claim/1/note", json={"body": "Rang them."}, actor=EDITOR)
    assert (sent.status_code, "nothing was written" in sent.json()["error"]) == (400, True)


async def test_people_who_may_work_on_claims_are_offered_as_assignees(desk_with_users, serve):
    people.add_user(desk_with_users, "vic", Role.VIEWER, PASSWORD)
    people.add_user(desk_with_users, "rob", Role.REPORTER, PASSWORD)
    roles = {"kim": "reporter", "val": "viewer", "vic": "editor", "odd": "nonsense", 7: "editor"}
    ds = await serve(desk_with_users, config={"plugins": {"claimtrack": {"roles": roles}}})
    page = (await ds.client.get("/claims/-/claim/1.json", actor=EDITOR)).json()
    assert page["people"] == ["eve", "kim", "rob"]


async def test_a_copy_of_a_desk_in_memory_is_closed_to_strangers_and_is_not_worked_on(desk_with_users, serve):
    """As datasette-copy-to-memory makes it: the copy has no file, so no users beside it."""
    ds = await serve(desk_with_users)
    memory = ds.add_memory_database("claims_memory")
    await memory.execute("select 1")
    with closing(sqlite3.connect(desk_with_users)) as conn:
        conn.execute("vacuum into ?", ["file:claims_memory?mode=memory&cache=shared"])
    for address in (
        "claims_memory",
        "claims_memory/notes",
        "claims_memory/-/query.json?sql=select+body+from+notes",
    ):
        assert (await ds.client.get(f"/{address}")).status_code == 403
    assert (await ds.client.get("/claims_memory/notes", actor=EDITOR)).status_code == 200
    page = await ds.client.get("/claims_memory/-/desk", actor=EDITOR)
    assert page.status_code == 404
    assert "this is a copy of a desk in memory, in which no work would be kept" in page.text
    changed = await ds.client.post(
        "/claims_memory/notes/1/-/update", json={"update": {"body": "b"}}, actor=EDITOR
    )
    assert changed.status_code == 403
