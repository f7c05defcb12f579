"""What differs on Windows, told by a stand-in: pipes in a code page, the errors of its files and clock."""

import datetime
import errno
import io
import sys

import pytest

from claimtrack import cli
from claimtrack.cli.parameters import types


def test_what_is_piped_is_utf8_both_ways(monkeypatch):
    """Python opens a stream that Windows redirects in a code page."""
    behind = {"stdin": io.BytesIO("Zoë, Łódź\n".encode()), "stdout": io.BytesIO(), "stderr": io.BytesIO()}
    for name, binary in behind.items():
        monkeypatch.setattr(sys, name, io.TextIOWrapper(binary, encoding="cp1252"))
    monkeypatch.setattr(cli, "_ON_WINDOWS", True)
    cli._set_encodings()
    assert sys.stdin.readline() == "Zoë, Łódź\n"
    sys.stdout.write("“Łódź” → 2")
    sys.stdout.flush()
    assert behind["stdout"].getvalue().decode() == "“Łódź” → 2"


def told(capsys, error):
    with pytest.raises(SystemExit) as ended, cli.report_file_errors():
        raise error
    return ended.value.code, capsys.readouterr().err


def test_a_reader_that_is_gone_ends_a_command_without_a_word(monkeypatch, capsys):
    monkeypatch.setattr(cli, "_ON_WINDOWS", True)
    assert told(capsys, OSError(errno.EINVAL, "Invalid argument")) == (cli.BROKEN_PIPE_EXIT, "")
    of_a_file = OSError(errno.EINVAL, "Invalid argument", "what?.csv")
    assert told(capsys, of_a_file) == (1, "Error: Invalid argument: what?.csv\n")


def test_a_file_that_another_program_holds_is_named_and_not_the_one_made_for_it(capsys):
    error = PermissionError(errno.EACCES, "Access is denied", ".public.db.x/public.db", None, "public.db")
    code, message = told(capsys, error)
    assert (code, message.startswith("Error: Access is denied: public.db: ")) == (1, True)
    assert "that no other program has it open" in message


def test_a_day_before_the_clock_begins_is_taken_as_it_stands(monkeypatch):
    class Clock(datetime.datetime):
        def astimezone(self, tz=None):
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(types, "datetime", Clock)
    assert types.SINCE.convert("1965-03-01", None, None) == "1965-03-01"
