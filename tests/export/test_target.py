"""Where an export is written: control characters are escaped on a terminal and kept everywhere else."""

import errno
import io
import os
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from claimtrack.core.errors import ClaimtrackError, InvalidValue
from claimtrack.export.target import text_target

HOSTILE = 'Prices "fell"\x1b[31m\x01 \u202eevil'


class FakeStdout(io.BytesIO):
    def __init__(self, is_terminal):
        super().__init__()
        self.buffer, self.isatty = self, lambda: is_terminal


@pytest.mark.parametrize("is_terminal", [True, False])
def test_control_characters_are_escaped_only_on_a_terminal(monkeypatch, is_terminal):
    out = FakeStdout(is_terminal)
    monkeypatch.setattr(sys, "stdout", out)
    with text_target(None) as text:
        text.write(f"id,text\r\n1,{HOSTILE}\r\n")
    shown = out.getvalue().decode()
    if is_terminal:
        assert shown == 'id,text\n1,Prices "fell"\\u001b[31m\\u0001 \\u202eevil\n'
    else:
        assert shown == f"id,text\r\n1,{HOSTILE}\r\n"


def test_a_file_contains_the_data_unchanged(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdout", FakeStdout(True))
    with text_target(tmp_path / "a.csv") as text:
        text.write(HOSTILE)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == HOSTILE


def test_a_new_file_does_not_appear_if_ctrl_c_ends_the_export(tmp_path):
    with pytest.raises(KeyboardInterrupt), text_target(tmp_path / "a.csv") as text:
        text.write("id,text\n" * 10_000)
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_replaced_even_in_a_folder_named_like_that_of_open_files(tmp_path):
    """Also where all temporary files are below /dev, as in /dev/shm."""
    (tmp_path / "fd").mkdir()
    for words in ("old", "new"):
        with text_target(tmp_path / "fd" / "a.csv") as text:
            text.write(words)
    assert (tmp_path / "fd" / "a.csv").read_text() == "new"


@pytest.mark.skipif(os.name != "posix", reason="elsewhere files have no such mode")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600)])
def test_a_new_file_gets_the_permissions_of_the_umask(tmp_path, monkeypatch, mask, mode):
    def forbid(mask):
        raise AssertionError(
            "the umask belongs to the whole process: other threads would create files under the changed one"
        )

    before = os.umask(mask)
    try:
        with monkeypatch.context() as patched:
            patched.setattr(os, "umask", forbid)
            with text_target(tmp_path / "a.csv") as text:
                text.write(HOSTILE)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == mode
    assert [file.name for file in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="this system has no names for open files")
def test_an_open_file_is_appended_to(tmp_path):
    """As in `export csv -o /dev/stdout >>all.csv`."""
    target = tmp_path / "all.csv"
    target.write_text("before\n", encoding="utf-8")
    with target.open("a", encoding="utf-8") as out:
        (tmp_path / "link").symlink_to(f"/dev/fd/{out.fileno()}")
        for name in (Path(f"/dev/fd/{out.fileno()}"), tmp_path / "link"):
            with text_target(name) as text:
                text.write("id,text\n")
    assert target.read_text(encoding="utf-8") == "before\nid,text\nid,text\n"


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="this system has no names for open files")
def test_a_pipe_named_as_a_file_receives_the_data():
    """As in `export csv -o /dev/stdout | head`, or `-o >(gzip >claims.csv.gz)`."""
    read_end, write_end = os.pipe()
    with text_target(Path(f"/dev/fd/{write_end}")) as text:
        text.write("id,text")
    os.close(write_end)
    with os.fdopen(read_end) as read:
        assert read.read() == "id,text"


def test_a_file_locked_by_another_program_is_reported_with_the_remedy(tmp_path, monkeypatch):
    """As Excel locks files on Windows."""

    def refuse(self, target):
        raise PermissionError(errno.EACCES, "Permission denied", str(self), None, str(target))

    (tmp_path / "claims.csv").write_text("old")
    monkeypatch.setattr(Path, "replace", refuse)
    with (
        pytest.raises(
            ClaimtrackError, match="Close it where it is open, as in Excel, or choose another name"
        ),
        text_target(tmp_path / "claims.csv") as out,
    ):
        out.write("new")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"claims.csv": "old"}


def test_a_database_is_never_overwritten_even_by_a_link(tmp_path):
    desk = tmp_path / "claims.db"
    with closing(sqlite3.connect(desk)) as conn:
        conn.execute("create table t (a)")
    before = desk.read_bytes()
    (tmp_path / "claims.csv").symlink_to(desk)
    for name in ("claims.db", "claims.csv"):
        with (
            pytest.raises(InvalidValue, match=r"is a database.*another file with -o"),
            text_target(tmp_path / name),
        ):
            pass
    assert desk.read_bytes() == before
    with pytest.raises(InvalidValue, match="is a folder: name a file"), text_target(tmp_path):
        pass


@pytest.mark.parametrize("name", ["claims.db-wal", "claims.db-shm", "claims.db-journal"])
def test_what_sqlite_keeps_beside_a_desk_is_never_overwritten_even_by_a_link_or_if_missing(tmp_path, name):
    there = tmp_path / name
    (tmp_path / "claims.csv").symlink_to(there)
    for before in (None, b"the latest changes"):
        if before:
            there.write_bytes(before)
        for target in (name, "claims.csv"):
            with (
                pytest.raises(InvalidValue, match=r"SQLite keeps changes.*another file with -o"),
                text_target(tmp_path / target),
            ):
                pass
        assert (there.read_bytes() if there.exists() else None) == before


def test_a_users_file_is_never_overwritten_even_by_a_link_or_if_missing(tmp_path):
    users_file = tmp_path / "claims.db.users.json"
    users_file.write_text("{}", encoding="utf-8")
    (tmp_path / "users.csv").symlink_to(users_file)
    for name in ("claims.db.users.json", "users.csv", "new.db.users.json"):
        with pytest.raises(InvalidValue, match="can log in to it"), text_target(tmp_path / name) as text:
            text.write("id,text")
    assert users_file.read_text(encoding="utf-8") == "{}"
    assert not (tmp_path / "new.db.users.json").exists()


def test_a_link_to_a_file_stays_and_the_file_is_replaced(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("there/a.csv")
    with text_target(tmp_path / "link.csv") as text:
        text.write("new")
    assert (tmp_path / "link.csv").is_symlink()
    assert [file.read_text() for file in (tmp_path / "there").iterdir()] == ["new"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has another error for it")
def test_a_link_that_leads_back_to_itself_is_refused(tmp_path):
    """Python 3.11 raised a RuntimeError, later versions replaced the link."""
    (tmp_path / "a.csv").symlink_to("b.csv")
    (tmp_path / "b.csv").symlink_to("a.csv")
    with (
        pytest.raises(InvalidValue, match="leads back to itself: name a file with -o"),
        text_target(tmp_path / "a.csv"),
    ):
        pass
    assert (tmp_path / "a.csv").is_symlink()


def test_a_file_is_complete_on_the_disk_before_it_takes_its_name(tmp_path, monkeypatch):
    found = []

    def look(number):
        found.append([file.read_text() for file in tmp_path.iterdir()])

    monkeypatch.setattr(os, "fsync", look)
    with text_target(tmp_path / "a.csv") as text:
        text.write("id,text\n")
    assert found == [["id,text\n"]]


def test_an_unfinished_file_that_a_killed_export_left_is_deleted(tmp_path):
    old, new = (tmp_path / f".a.csv.0123456{end}.part" for end in "78")
    for file in (old, new):
        file.write_text("id")
    os.utime(old, (0, 0))
    with text_target(tmp_path / "a.csv") as text:
        text.write("id,text\n")
    assert {file.name for file in tmp_path.iterdir()} == {new.name, "a.csv"}


def test_standard_output_is_flushed_so_that_its_errors_are_reported(monkeypatch, tmp_path):
    with (tmp_path / "out").open("wb") as file:
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(file))
        with text_target(None) as text:
            text.write("id,text\n")
        assert (tmp_path / "out").read_text() == "id,text\n"
        sys.stdout.detach()
