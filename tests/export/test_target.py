"""Where an export goes: what a terminal obeys is made visible there, and whole anywhere else."""

import errno
import io
import os
import stat
import sys
from pathlib import Path

import pytest

from claimtrack.core.errors import ClaimtrackError, InvalidValue
from claimtrack.export.target import text_target

HOSTILE = 'Prices "fell"\x1b[31m\x01 \u202eevil'


class Terminal(io.BytesIO):
    def __init__(self, is_terminal):
        super().__init__()
        self.buffer, self.isatty = self, lambda: is_terminal


@pytest.mark.parametrize("is_terminal", [True, False])
def test_only_a_terminal_is_spared_what_it_would_obey(monkeypatch, is_terminal):
    out = Terminal(is_terminal)
    monkeypatch.setattr(sys, "stdout", out)
    with text_target(None) as text:
        text.write(f"id,text\r\n1,{HOSTILE}\r\n")
    shown = out.getvalue().decode()
    if is_terminal:
        assert shown == 'id,text\n1,Prices "fell"\\u001b[31m\\u0001 \\u202eevil\n'
    else:
        assert shown == f"id,text\r\n1,{HOSTILE}\r\n"


def test_a_file_holds_the_data_whole(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdout", Terminal(True))
    with text_target(tmp_path / "a.csv") as text:
        text.write(HOSTILE)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == HOSTILE


@pytest.mark.skipif(os.name != "posix", reason="elsewhere files have no such mode")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600)])
def test_a_file_may_be_read_by_whom_the_systems_mask_lets(tmp_path, monkeypatch, mask, mode):
    def refused(mask):
        raise AssertionError("the mask is the whole process's: other threads would make files under another")

    before = os.umask(mask)
    try:
        with monkeypatch.context() as patched:
            patched.setattr(os, "umask", refused)
            with text_target(tmp_path / "a.csv") as text:
                text.write(HOSTILE)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == mode
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="this system has no names for open files")
def test_a_file_that_is_open_keeps_what_stands_in_it(tmp_path):
    """As in `export csv -o /dev/stdout >>all.csv`."""
    there = tmp_path / "all.csv"
    there.write_text("before\n", encoding="utf-8")
    with there.open("a", encoding="utf-8") as out:
        (tmp_path / "link").symlink_to(f"/dev/fd/{out.fileno()}")
        for name in (Path(f"/dev/fd/{out.fileno()}"), tmp_path / "link"):
            with text_target(name) as text:
                text.write("id,text\n")
    assert there.read_text(encoding="utf-8") == "before\nid,text\nid,text\n"


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="this system has no names for open files")
def test_a_pipe_that_has_a_name_gets_the_data():
    """As in `export csv -o /dev/stdout | head`, or `-o >(gzip >claims.csv.gz)`."""
    out, into = os.pipe()
    with text_target(Path(f"/dev/fd/{into}")) as text:
        text.write("id,text")
    os.close(into)
    with os.fdopen(out) as read:
        assert read.read() == "id,text"


def test_a_file_that_another_program_lets_nobody_replace_is_told_with_the_remedy(tmp_path, monkeypatch):
    """As Excel does on Windows."""

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


def test_who_can_log_in_is_not_written_over_not_even_by_a_link_or_where_there_is_nobody_yet(tmp_path):
    kept = tmp_path / "claims.db.users.json"
    kept.write_text("{}", encoding="utf-8")
    (tmp_path / "users.csv").symlink_to(kept)
    for name in ("claims.db.users.json", "users.csv", "new.db.users.json"):
        with pytest.raises(InvalidValue, match="can log in to it"), text_target(tmp_path / name) as text:
            text.write("id,text")
    assert kept.read_text(encoding="utf-8") == "{}"
    assert not (tmp_path / "new.db.users.json").exists()
