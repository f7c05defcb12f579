"""claimtrack user add, list, password, role, remove."""

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

from claimtrack.cli import cli
from claimtrack.core.model import Role
from claimtrack.store import users
from claimtrack.store.users import users_path
from claimtrack.workflow import people
from tests.tables import each_row

pytestmark = pytest.mark.usefixtures("quick_hashing")
PASSWORD = "correct horse battery"


@pytest.fixture
def user(desk_path):
    def run(*arguments, given=None):
        return CliRunner().invoke(cli, ["--db", str(desk_path), "user", *arguments], input=given)

    return run


def test_a_person_is_added_listed_and_removed(user, desk_path):
    assert user("add", "Ada", "--role", "editor", given=f"{PASSWORD}\n").exit_code == 0
    assert json.loads(user("list", "--format", "json").stdout) == [{"name": "Ada", "role": "editor"}]
    assert people.verify_password(desk_path, "Ada", PASSWORD).role == "editor"
    assert user("remove", "Ada").exit_code == 0
    assert json.loads(user("list", "--format", "json").stdout) == []


def test_who_removes_the_last_person_is_told_that_the_desk_stays_closed(user, desk_path):
    for name in ("Ada", "Ben"):
        user("add", name, given=f"{PASSWORD}\n")
    assert user("remove", "Ada").stderr == "Removed Ada\n"
    told = user("remove", "ben").stderr  # as the log-in takes any letters
    assert told.startswith("Removed Ben\nNobody can log in now, and the desk stays closed")
    assert str(users_path(desk_path)) in told


def test_another_role_leaves_the_password(user, desk_path):
    user("add", "Ada", given=f"{PASSWORD}\n")
    assert user("role", "ada", "editor").stderr == "Ada now has the role editor\n"
    assert people.verify_password(desk_path, "Ada", PASSWORD).role == "editor"
    refused = user("role", "Bob", "editor")
    assert (refused.exit_code, "Users: Ada" in refused.stderr) == (1, True)


def test_who_leaves_is_told_with_what_is_still_theirs(user, named_file, desk_path):
    shutil.copy(named_file, desk_path)
    for words in ("add Rent-doubled", "add Wages-rose", "assign 1 2 ada", "status 2 parked"):
        CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "Ada", *words.split()])
    CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "Ada", "review", "draft", "1"])
    for name in ("Ada", "Ben"):
        user("add", name, given=f"{PASSWORD}\n")
    assert user("remove", "Ada").stderr.splitlines() == [
        "Removed Ada",
        "1 claim not done yet is still assigned to Ada. To list them: `claimtrack list --assignee Ada`. To give "
        "them all to somebody else: `claimtrack reassign Ada NAME`",
        "1 review of theirs not published yet: see `claimtrack review list`",
    ]


def test_who_is_there_already_keeps_role_and_password(user, desk_path):
    """Of two people of one name on a list, the second got the first one's log-in."""
    user("add", "Ada", "--role", "editor", given=f"{PASSWORD}\n")
    before = users_path(desk_path).read_text()
    refused = user("add", "Ada", given="a second password\n")
    assert refused.exit_code == 1
    assert "there is a user 'Ada' already" in refused.stderr
    for command in ("claimtrack user password Ada", "claimtrack user role Ada ROLE"):
        assert command in refused.stderr
    assert users_path(desk_path).read_text() == before


def test_a_new_password_leaves_the_role_and_ends_the_old_one(user, desk_path):
    user("add", "Ada", "--role", "editor", given=f"{PASSWORD}\n")
    key = users.load(desk_path)["Ada"].key
    assert user("password", "ada", given="a second password\n").stderr == "Ada has a new password\n"
    assert people.verify_password(desk_path, "Ada", PASSWORD) is None
    assert people.verify_password(desk_path, "Ada", "a second password").role == "editor"
    assert users.load(desk_path)["Ada"].key != key


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [("Bob", "a second password\n", "Users: Ada"), ("Ada", "short\n", "10 to 200"), ("Ada", "", "10 to 200")],
)
def test_a_new_password_that_will_not_do_leaves_the_old_one(user, desk_path, name, given, says):
    user("add", "Ada", given=f"{PASSWORD}\n")
    refused = user("password", name, given=given)
    assert (refused.exit_code, says in refused.stderr) == (1, True)
    assert people.verify_password(desk_path, "Ada", PASSWORD)


def test_a_name_is_found_with_its_accents_as_letters_of_their_own(user, desk_path):
    """As a Mac's list of files and many a PDF have them."""
    composed, apart = "Jörg Müller", unicodedata.normalize("NFD", "Jörg Müller")
    user("add", apart, given=f"{PASSWORD}\n")
    for spelt in (composed, apart, f" {apart}  "):
        assert people.verify_password(desk_path, spelt, PASSWORD).name == composed


def test_the_password_is_no_argument_and_nowhere_in_clear(user, desk_path):
    user("add", "Ada", given=f"{PASSWORD}\n")
    assert PASSWORD not in users_path(desk_path).read_text()
    assert user("add", "Ada", PASSWORD).exit_code == 2


@pytest.mark.parametrize(
    ("name", "given", "says"),
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
def test_what_will_not_do_is_refused_with_the_remedy(user, desk_path, name, given, says):
    result = user("add", name, given=given)
    assert result.exit_code == 1
    assert says in result.stderr
    assert not users_path(desk_path).exists()


def test_removing_nobody_names_who_is_there(user):
    user("add", "Ada", given=f"{PASSWORD}\n")
    result = user("remove", "Bob")
    assert (result.exit_code, "Users: Ada" in result.stderr) == (1, True)


def test_a_password_takes_real_work_to_try(desk_path, monkeypatch):
    monkeypatch.undo()
    assert people._N * people._R * 128 == 32 * 2**20


@contextmanager
def no_room():
    """Within it no file grows, as on a full disk: the system refuses each write and names no file."""
    resource = pytest.importorskip("resource", reason="limits of a process need a POSIX system")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_told_of_the_file_and_leaves_the_users_as_they_were(user, desk_path, monkeypatch):
    user("add", "Ada", given=f"{PASSWORD}\n")
    before, changing = users_path(desk_path).read_text(), users.edit_users

    @contextmanager
    def without_room(path):
        with no_room(), changing(path) as known:
            yield known

    monkeypatch.setattr(users, "edit_users", without_room)
    result = user("add", "Ben", given=f"{PASSWORD}\n")
    assert result.exit_code == 1
    assert str(users_path(desk_path)) in result.stderr
    assert "standard output" not in result.stderr
    assert users_path(desk_path).read_text() == before
    assert [one.name for one in users_path(desk_path).parent.glob("*.new")] == []


def test_of_several_who_change_the_users_at_once_none_undoes_what_another_did(desk_path):
    people.add_user(desk_path, "Zoe", Role.VIEWER, PASSWORD)
    names = [f"Reporter {number}" for number in range(8)]
    adding = [lambda name=name: people.add_user(desk_path, name, Role.REPORTER, PASSWORD) for name in names]
    with ThreadPoolExecutor(9) as pool:
        done = [pool.submit(one) for one in [*adding, lambda: people.remove_user(desk_path, "Zoe")]]
    assert [one.exception() for one in done] == [None] * 9
    assert sorted(users.load(desk_path)) == names


def test_who_waits_for_a_draft_that_was_left_behind_is_told_of_it(user, desk_path, monkeypatch):
    monkeypatch.setattr(users, "_LOCK_TIMEOUT", 0.05)
    user("add", "Ada", given=f"{PASSWORD}\n")
    draft = users_path(desk_path).with_name("claims.db.users.json.new")
    draft.touch()
    result = user("remove", "Ada")
    assert result.exit_code == 1
    assert f"delete {draft}" in result.stderr
    draft.unlink()
    assert user("remove", "Ada").exit_code == 0


def test_a_refused_change_leaves_no_draft_in_the_way(user, desk_path):
    user("add", "Ada", given=f"{PASSWORD}\n")
    assert user("remove", "Ben").exit_code == 1
    assert user("add", "ADA", given=f"{PASSWORD}\n").exit_code == 1
    assert [one.name for one in desk_path.parent.glob("*.new")] == []


ADA = {"name": "Ada", "role": "editor", "salt": "00", "hash": "00", "key": "k"}


@each_row(
    "content",
    [
        pytest.param("{}", id="nothing in it"),
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
            json.dumps({"secret": "s", "users": {"Ada": ADA | {"salt": "xyz"}}}), id="a salt that is none"
        ),
        pytest.param(
            json.dumps({"secret": "s", "users": {"Ada": ADA | {"age": 40}}}), id="more than we know"
        ),
    ],
)
@each_row("command", [["user", "list"], ["user", "add", "Ben"], ["user", "remove", "Ada"], ["serve"]])
def test_a_file_of_users_that_was_written_otherwise_is_told_with_the_remedy(desk_path, content, command):
    path = users_path(desk_path)
    path.write_text(content)
    result = CliRunner().invoke(cli, ["--db", str(desk_path), *command], input=f"{PASSWORD}\n")
    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    assert f"the users of the desk cannot be read from {path}: " in result.stderr
    assert (
        ". Restore the file from a copy. Without a copy: stop `claimtrack serve`, delete the file and add the users again"
        in result.stderr
    )
    assert path.read_text() == content


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_whoever_has_the_desk_has_its_users_when_root_adds_one(desk_path):
    os.chown(desk_path, 1234, 1234)
    result = CliRunner().invoke(cli, ["--db", str(desk_path), "user", "add", "Ada"], input=f"{PASSWORD}\n")
    assert result.exit_code == 0, result.stderr
    kept = users_path(desk_path).stat()
    assert (kept.st_uid, kept.st_gid, stat.S_IMODE(kept.st_mode)) == (1234, 1234, 0o600)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_what_the_owner_of_a_desk_links_to_meanwhile_is_not_given_away(desk_path, tmp_path):
    os.chown(desk_path, 1234, 1234)
    secret, draft = tmp_path / "of_root", users_path(desk_path).with_suffix(".json.new")
    secret.touch()
    with users.edit_users(desk_path):
        draft.unlink()
        draft.symlink_to(secret)
    assert secret.stat().st_uid == 0


def test_a_file_of_users_of_another_account_is_not_to_be_deleted(desk_path, monkeypatch):
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
