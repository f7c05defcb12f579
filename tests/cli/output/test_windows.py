"""Behaviour that differs on Windows, simulated: pipes in a code page, and the errors of its files and clock."""

import datetime
import errno
import io
import sys

import pytest

from claimtrack import cli
from claimtrack.cli.output import failures
from claimtrack.cli.parameters import types
from claimtrack.core import midnight


def test_piped_input_and_output_are_utf8(monkeypatch):
    """Python opens a stream that Windows redirects in a code page."""
    buffers = {"stdin": io.BytesIO("Zoë, Łódź\n".encode()), "stdout": io.BytesIO(), "stderr": io.BytesIO()}
    for name, binary in buffers.items():
        monkeypatch.setattr(sys, name, io.TextIOWrapper(binary, encoding="cp1252"))
    monkeypatch.setattr(cli, "_ON_WINDOWS", True)
    cli._set_encodings()
    assert sys.stdin.readline() == "Zoë, Łódź\n"
    sys.stdout.write("“Łódź” → 2")
    sys.stdout.flush()
    assert buffers["stdout"].getvalue().decode() == "“Łódź” → 2"


def report_error(capsys, error):
    with pytest.raises(SystemExit) as ended, failures.report_file_errors():
        raise error
    return ended.value.code, capsys.readouterr().err


def test_closed_output_ends_a_command_silently(monkeypatch, capsys):
    monkeypatch.setattr(failures, "_ON_WINDOWS", True)
    assert report_error(capsys, OSError(errno.EINVAL, "Invalid argument")) == (failures.BROKEN_PIPE_EXIT, "")
    of_file = OSError(errno.EINVAL, "Invalid argument", "what?.csv")
    assert report_error(capsys, of_file) == (1, "Error: Invalid argument: what?.csv\n")


def test_file_locked_by_another_program_is_named_by_its_final_name(capsys):
    error = PermissionError(errno.EACCES, "Access is denied", ".public.db.x/public.db", None, "public.db")
    code, message = report_error(capsys, error)
    assert (code, message.startswith("Error: Access is denied: public.db: ")) == (1, True)
    assert "that no other program has it open" in message


def test_day_before_the_clock_begins_is_accepted(monkeypatch):
    class Clock(datetime.datetime):
        def timestamp(self):
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(midnight, "datetime", Clock)
    assert types.SINCE.convert("1965-03-01", None, None) == "1965-03-01"
