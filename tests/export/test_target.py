"""Where an export goes: what a terminal obeys is made visible there, and whole anywhere else."""

import io
import os
import sys

import pytest

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


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps no such rights")
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600)])
def test_who_may_read_a_file_is_what_the_user_has_set_for_files(tmp_path, umask, mode):
    before = os.umask(umask)
    try:
        with text_target(tmp_path / "a.csv") as text:
            text.write("id,text\n")
    finally:
        os.umask(before)
    assert (tmp_path / "a.csv").stat().st_mode & 0o777 == mode
