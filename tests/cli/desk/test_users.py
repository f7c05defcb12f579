"""`claimtrack user`: people are added, listed and removed, and their passwords and roles changed."""

import json
import os
import shutil
import stat
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

import claimtrack
from claimtrack.cli import cli
from claimtrack.core.model import Role
from claimtrack.store import users
from claimtrack.store.file.connecting import command
from claimtrack.store.users import users_path
from claimtrack.workflow import people
from tests.suggestions import without_desk
from tests.tables import each_row

pytestmark = pytest.mark.usefixtures("quick_hashing")
PASSWORD = "correct horse battery"


@pytest.fixture
def run_user(desk_path):
    def run(*arguments, stdin=None):
        return CliRunner().invoke(cli, ["--db", str(desk_path), "user", *arguments], input=stdin)

    return run


def test_user_can_be_added_listed_and_removed(run_user, desk_path):
    assert run_user("add", "Ada", "--role", "editor", stdin=f"{PASSWORD}\n").exit_code == 0
    assert json.loads(run_user("list", "--format", "json").stdout) == [{"name": "Ada", "role": "editor"}]
    assert people.verify_password(desk_path, "Ada", PASSWORD).role == "editor"
    assert run_user("remove", "Ada").exit_code == 0
    assert json.loads(run_user("list", "--format", "json").stdout) == []


def test_removing_the_last_user_warns_that_the_desk_stays_closed(run_user, desk_path):
    for name in ("Ada", "Ben"):
        run_user("add", name, stdin=f"{PASSWORD}\n")
    assert run_user("remove", "Ada").stderr == "Removed Ada\n"
    stderr = run_user("remove", "ben").stderr  # capitals do not matter, as at the log-in
    assert stderr.startswith("Removed Ben\nNobody can log in now, and the desk stays closed")
    assert str(users_path(desk_path)) in stderr


def test_nobody_is_added_without_a_password(run_user, desk_path):
    refused = run_user("add", "Ada", stdin="")
    assert (refused.exit_code, people.list_users(desk_path)) == (2, [])
    run_user("add", "Ada", stdin=f"{PASSWORD}\n")
    assert run_user("password", "Ada", stdin="").exit_code == 2
    assert people.verify_password(desk_path, "Ada", PASSWORD)
    assert (
        "no password: run this in a terminal, which asks for it, or write it to standard input"
        in refused.stderr
    )


def test_changing_a_role_keeps_the_password(run_user, desk_path):
    run_user("add", "Ada", stdin=f"{PASSWORD}\n")
    assert run_user("role", "ada", "editor").stderr == "Ada now has the role editor\n"
    assert people.verify_password(desk_path, "Ada", PASSWORD).role == "editor"
    refused = run_user("role", "Bob", "editor")
    assert (refused.exit_code, "Users: Ada" in refused.stderr) == (1, True)


def test_removing_a_user_lists_what_is_still_assigned_to_them(run_user, named_file, desk_path):
    shutil.copy(named_file, desk_path)
    for words in ("add Rent-doubled", "add Wages-rose", "assign 1 2 ada", "status 2 parked"):
        CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "Ada", *words.split()])
    CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "Ada", "review", "draft", "1"])
    CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "Ben", "note", "1", "@ada Ring them"])
    for name in ("Ada", "Ben"):
        run_user("add", name, stdin=f"{PASSWORD}\n")
    assert run_user("remove", "Ada").stderr.splitlines() == [
        "Removed Ada",
        f"1 claim not done yet, or to look at again, is still assigned to Ada. To list them: `{command(desk_path, 'list --assignee Ada')}`. To give "
        f"them all to somebody else: `{command(desk_path, 'reassign Ada NAME')}`",
        f"1 review of theirs not published yet: see `{command(desk_path, 'review list')}`",
        "1 note to Ada waits for an answer, on claim 1",
    ]
    noted = CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "Ben", "note", "1", "@ada and you?"])
    assert "Warning: nobody who works on this desk is called ada" in noted.stderr
    assert f"`{command(desk_path, 'user add NAME')}`" in run_user("remove", "Ben").stderr


def test_adding_an_existing_user_changes_neither_role_nor_password(run_user, desk_path):
    """When a list had two people of one name, the second got the log-in of the first."""
    run_user("add", "Ada", "--role", "editor", stdin=f"{PASSWORD}\n")
    before = users_path(desk_path).read_text()
    refused = run_user("add", "Ada", stdin="a second password\n")
    assert refused.exit_code == 1
    assert "there is a user 'Ada' already" in refused.stderr
    for words in ("user password Ada", "user role Ada ROLE"):  # in a class, each student has a desk
        assert f"`{command(desk_path, words)}`" in refused.stderr
    assert users_path(desk_path).read_text() == before


def test_new_password_keeps_the_role_and_invalidates_the_old_one(run_user, desk_path):
    run_user("add", "Ada", "--role", "editor", stdin=f"{PASSWORD}\n")
    key = users.load(desk_path)["Ada"].key
    assert run_user("password", "ada", stdin="a second password\n").stderr == "Ada has a new password\n"
    assert people.verify_password(desk_path, "Ada", PASSWORD) is None
    assert people.verify_password(desk_path, "Ada", "a second password").role == "editor"
    assert users.load(desk_path)["Ada"].key != key


@pytest.mark.parametrize(
    ("name", "stdin", "message"),
    [
        ("Bob", "a second password\n", "Users: Ada"),
        ("Bob", "", "Users: Ada"),
        ("Ada", "short\n", "10 to 200"),
    ],
)
def test_refused_new_password_keeps_the_old_one(run_user, desk_path, name, stdin, message):
    run_user("add", "Ada", stdin=f"{PASSWORD}\n")
    refused = run_user("password", name, stdin=stdin)
    assert (refused.exit_code, message in refused.stderr) == (1, True)
    assert people.verify_password(desk_path, "Ada", PASSWORD)


def test_user_name_matches_whether_its_accents_are_composed_or_not(run_user, desk_path):
    """Names copied from a Mac's file list or from a PDF often have decomposed accents."""
    composed, apart = "Jörg Müller", unicodedata.normalize("NFD", "Jörg Müller")
    run_user("add", apart, stdin=f"{PASSWORD}\n")
    for spelling in (composed, apart, f" {apart}  "):
        assert people.verify_password(desk_path, spelling, PASSWORD).name == composed


def test_a_user_has_one_name_in_terminal_python_and_browser(run_user, desk_path):
    run_user("add", "Ben Moor", "--role", "editor", stdin=f"{PASSWORD}\n")
    for name, text in (("ben moor", "Rents rose"), ("Ben  Moor", "Snow fell"), ("ada", "Trade grew")):
        CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", name, "add", text])
    with claimtrack.open(desk_path, actor="BEN MOOR") as desk:
        desk.add("Another claim")
        names = [
            actor for (actor,) in desk.db.execute("select actor from history where table_name = 'claims'")
        ]
    assert names == ["Ben Moor", "Ben Moor", "ada", "Ben Moor"]


def test_password_is_neither_an_argument_nor_stored_in_clear(run_user, desk_path):
    run_user("add", "Ada", stdin=f"{PASSWORD}\n")
    assert PASSWORD not in users_path(desk_path).read_text()
    assert run_user("add", "Ada", PASSWORD).exit_code == 2


@pytest.mark.parametrize(
    ("name", "stdin", "message"),
    [
        ("Ada", "short\n", "10 to 200"),
        (
            "  ",
            f"{PASSWORD}\n",
            "a user needs a name of 1 to 100 characters, so that the history can show it",
        ),
        ("root", f"{PASSWORD}\n", "another name"),
    ],
)
def test_unsuitable_name_or_password_is_refused_with_the_remedy(run_user, desk_path, name, stdin, message):
    result = run_user("add", name, stdin=stdin)
    assert result.exit_code == 1
    assert message in result.stderr
    assert not users_path(desk_path).exists()


def test_removing_an_unknown_user_lists_the_users_by_name(run_user):
    for name in ("Zoe", "Émile", "ada"):
        run_user("add", name, stdin=f"{PASSWORD}\n")
    result = run_user("remove", "Bob")
    assert (result.exit_code, "Users: ada, Émile, Zoe" in result.stderr) == (1, True)
    rows = json.loads(run_user("list", "--format", "json").stdout)
    assert [row["name"] for row in rows] == ["ada", "Émile", "Zoe"]


def test_checking_a_password_takes_32_mebibytes(desk_path, monkeypatch):
    monkeypatch.undo()
    assert people._N * people._R * 128 == 32 * 2**20


@contextmanager
def full_disk():
    """Lets no file grow, as on a full disk: the system refuses each write and names no file."""
    resource = pytest.importorskip("resource", reason="limits of a process need a POSIX system")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_full_disk_error_names_the_user_file_and_keeps_its_users(run_user, desk_path, monkeypatch):
    run_user("add", "Ada", stdin=f"{PASSWORD}\n")
    before, changing = users_path(desk_path).read_text(), users.edit_users

    @contextmanager
    def without_room(path):
        with full_disk(), changing(path) as known:
            yield known

    monkeypatch.setattr(users, "edit_users", without_room)
    result = run_user("add", "Ben", stdin=f"{PASSWORD}\n")
    assert result.exit_code == 1
    assert str(users_path(desk_path)) in result.stderr
    assert "standard output" not in result.stderr
    assert users_path(desk_path).read_text() == before
    assert [file.name for file in users_path(desk_path).parent.glob("*.new")] == []


def test_concurrent_changes_to_users_do_not_undo_each_other(desk_path):
    people.add_user(desk_path, "Zoe", Role.VIEWER, PASSWORD)
    names = [f"Reporter {number}" for number in range(8)]
    adding = [lambda name=name: people.add_user(desk_path, name, Role.REPORTER, PASSWORD) for name in names]
    with ThreadPoolExecutor(9) as pool:
        futures = [pool.submit(task) for task in [*adding, lambda: people.remove_user(desk_path, "Zoe")]]
    assert [task.exception() for task in futures] == [None] * 9
    assert sorted(users.load(desk_path)) == names


def test_change_blocked_by_an_abandoned_draft_names_the_file_to_delete(run_user, desk_path, monkeypatch):
    monkeypatch.setattr(users, "_LOCK_TIMEOUT", 0.05)
    run_user("add", "Ada", stdin=f"{PASSWORD}\n")
    draft = users_path(desk_path).with_name("claims.db.users.json.new")
    draft.touch()
    result = run_user("remove", "Ada")
    assert result.exit_code == 1
    assert f"delete {draft}" in result.stderr
    draft.unlink()
    assert run_user("remove", "Ada").exit_code == 0


def test_refused_change_leaves_no_draft(run_user, desk_path):
    run_user("add", "Ada", stdin=f"{PASSWORD}\n")
    assert run_user("remove", "Ben").exit_code == 1
    assert run_user("add", "ADA", stdin=f"{PASSWORD}\n").exit_code == 1
    assert [file.name for file in desk_path.parent.glob("*.new")] == []


ADA = {"name": "Ada", "role": "editor", "salt": "00", "hash": "00", "key": "k"}


@each_row(
    "content",
    [
        pytest.param("{}", id="an empty object"),
        pytest.param("[]", id="a list"),
        pytest.param("null", id="null"),
        pytest.param('{"users": {}', id="cut off"),
        pytest.param(json.dumps({"secret": "s", "users": [ADA]}), id="a list of people"),
        pytest.param(json.dumps({"secret": "s", "users": {"Ada": "editor"}}), id="roles alone"),
        pytest.param(
            json.dumps({"secret": "s", "users": {"Ada": ADA | {"role": "boss"}}}), id="no such role"
        ),
        pytest.param(json.dumps({"secret": "s", "users": {"Ada": {"name": "Ada"}}}), id="no password"),
        pytest.param(
            json.dumps({"secret": "s", "users": {"Ada": ADA | {"salt": "xyz"}}}), id="an invalid salt"
        ),
        pytest.param(json.dumps({"secret": "s", "users": {"Ada": ADA | {"age": 40}}}), id="an unknown field"),
    ],
)
@each_row("command", [["user", "list"], ["user", "add", "Ben"], ["user", "remove", "Ada"], ["serve"]])
def test_malformed_user_file_is_reported_with_the_remedy(desk_path, content, command):
    path = users_path(desk_path)
    path.write_text(content)
    result = CliRunner().invoke(cli, ["--db", str(desk_path), *command], input=f"{PASSWORD}\n")
    without_desk(result, desk_path)
    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    assert f"the users of the desk cannot be read from {path}: " in result.stderr
    assert (
        ". Restore the file from a copy. Without a copy: stop `claimtrack serve`, delete the file and add the users again"
        in result.stderr
    )
    assert path.read_text() == content


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can change the owner of a file"
)
def test_user_file_written_by_root_belongs_to_the_owner_of_the_desk(desk_path):
    os.chown(desk_path, 1234, 1234)
    result = CliRunner().invoke(cli, ["--db", str(desk_path), "user", "add", "Ada"], input=f"{PASSWORD}\n")
    assert result.exit_code == 0, result.stderr
    kept = users_path(desk_path).stat()
    assert (kept.st_uid, kept.st_gid, stat.S_IMODE(kept.st_mode)) == (1234, 1234, 0o600)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can change the owner of a file"
)
def test_link_planted_by_the_owner_of_the_desk_does_not_change_owner(desk_path, tmp_path):
    os.chown(desk_path, 1234, 1234)
    secret, draft = tmp_path / "of_root", users_path(desk_path).with_suffix(".json.new")
    secret.touch()
    with users.edit_users(desk_path):
        draft.unlink()
        draft.symlink_to(secret)
    assert secret.stat().st_uid == 0


def test_unreadable_user_file_of_another_account_is_not_to_be_deleted(desk_path, monkeypatch):
    users_path(desk_path).write_text(json.dumps({"secret": "s", "users": {}}))

    def refuse(path, *_, **__):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_text", refuse)
    result = CliRunner().invoke(cli, ["--db", str(desk_path), "user", "list"])
    assert result.exit_code == 1
    assert (
        f"this account may not read {users_path(desk_path)}. Give that file to the account" in result.stderr
    )
    assert "delete" not in result.stderr
