"""The scripts that a person starts: each explains itself, from whatever folder it is called."""

import importlib.util
import os
import shutil
import subprocess
from itertools import chain
from pathlib import Path

import pytest

import claimtrack
from tests.conftest import LONGEST, TOGETHER
from tests.tables import each_row

ROOT = Path(claimtrack.__file__).resolve().parent.parent
SCRIPTS = [
    *sorted(path for path in (ROOT / "scripts").iterdir() if path.is_file() and not path.suffix),
    ROOT / ".ci/run",
]


@each_row("script", SCRIPTS)
def test_each_script_stops_at_the_first_failure_and_has_help(script):
    assert os.access(script, os.X_OK)
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")
    help_text = subprocess.run([script, "--help"], cwd="/", capture_output=True, text=True, check=True).stdout
    assert help_text.startswith(f"Usage: {script.relative_to(ROOT)}")
    assert len(help_text.splitlines()) > 2


def test_files_named_in_the_configuration_of_the_tests_exist():
    """A file that moves would silently lose its place in the order."""
    named = [*LONGEST, *chain.from_iterable(TOGETHER)]
    assert [name for name in named if not (ROOT / name).exists()] == []


CHANGED = """
def keep(rows, limit=9):
    if TYPE_CHECKING:
        limit = 1
    "select id from claims where a = 1 and b > 2"
    SQL = "select id from claims where a = 1 and b > 2"
    return [row for row in rows if row is not None and row < limit]
"""


def test_mutants_change_one_thing_each_and_leave_alone_what_does_not_run():
    spec = importlib.util.spec_from_file_location("find_mutants", ROOT / "scripts/find_mutants.py")
    find_mutants = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(find_mutants)
    source = CHANGED.encode()
    found = find_mutants.Finder("a.py", source).find()
    changed = {
        (source[: one.start] + one.text.encode() + source[one.end :])
        .decode()
        .splitlines()[one.line - 1]
        .strip()
        for one in found
    }
    assert changed == {
        "def keep(rows, limit=10):",
        'SQL = "select id from claims where a <> 1 and b > 2"',
        'SQL = "select id from claims where a = 1 or b > 2"',
        'SQL = "select id from claims where a = 1 and b >= 2"',
        "return None",
        "return [row for row in rows if True]",
        "return [row for row in rows if (row is not None)]",
        "return [row for row in rows if (row < limit)]",
        "return [row for row in rows if (row is None) and row < limit]",
        "return [row for row in rows if row is not None and (row <= limit)]",
    }
    [default] = [one for one in found if one.line == 2]
    assert default.lines == default.scope == range(2, 8)  # what calls `keep` may notice it


def fake_python(folder, body):
    """A folder with a shell script as `python3`, and the few programs that scripts/env needs."""
    folder.mkdir()
    for name in ("bash", "dirname", "cat", "cksum", "id", "sed"):
        (folder / name).symlink_to(
            next(path for path in (Path("/usr/bin", name), Path("/bin", name)) if path.exists())
        )
    (folder / "python3").write_text(f"#!/bin/sh\n{body}\n")
    (folder / "python3").chmod(0o755)
    return folder


UNSUITABLE = [
    # pyenv has shims for versions that are not installed; they fail when run.
    ("exit 127", "No Python 3.11 or newer with sqlite3 and ssl found"),
    # Compiled where SQLite had no headers.
    ('case "$*" in *sqlite3*) exit 1 ;; esac', "No Python 3.11 or newer with sqlite3 and ssl found"),
    # Debian's Python without python3-venv: it runs, but has no ensurepip.
    ('case "$*" in *ensurepip*) exit 1 ;; esac', "apt-get install python3-venv"),
]


@pytest.mark.parametrize(("body", "message"), UNSUITABLE)
def test_an_unsuitable_python_is_reported_with_the_remedy(tmp_path, body, message):
    environment = {
        "PATH": str(fake_python(tmp_path / "bin", body)),
        "CLAIMTRACK_VENV": str(tmp_path / "venv"),
    }
    run = subprocess.run(
        [ROOT / "scripts" / "env"], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert message in run.stderr
    assert not (tmp_path / "venv").exists()


@each_row("name", ['the "good" one', "costs $5", "a`b", r"a\b"])
def test_a_venv_name_that_would_break_its_commands_is_refused(tmp_path, name):
    """pip writes the path of Python between double quotes into each command, where a shell interprets it."""
    environment = {**os.environ, "CLAIMTRACK_VENV": str(tmp_path / name)}
    run = subprocess.run(
        [ROOT / "scripts" / "env"], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "export CLAIMTRACK_VENV=" in run.stderr
    assert not (tmp_path / name).exists()


REFUSED = [
    ("demo", ["--port", "abc"], "not a port: abc"),
    ("demo", ["--port", "70000"], "not a port: 70000"),
    ("demo", ["--port", "8001", "8002"], "not a port: 8001 8002"),
    ("demo", ["--port"], "not understood: --port"),
    ("demo", ["--serve"], "not understood: --serve"),
    ("test", ["-x", "tests/gone.py::test_it"], "There is no tests/gone.py"),
]


@pytest.mark.parametrize(("script", "options", "message"), REFUSED)
def test_a_script_refuses_bad_options_before_it_builds_anything(tmp_path, script, options, message):
    environment = {**os.environ, "CLAIMTRACK_VENV": str(tmp_path / "venv")}
    run = subprocess.run(
        [ROOT / "scripts" / script, *options], env=environment, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert message in run.stderr
    assert not (tmp_path / "venv").exists()


def test_the_demos_server_takes_the_place_of_the_script_and_so_ends_with_it(tmp_path):
    scripts, commands = tmp_path / "scripts", tmp_path / "venv" / "bin"
    for folder in (scripts, commands):
        folder.mkdir(parents=True)
    shutil.copy(ROOT / "scripts" / "demo", scripts)
    (scripts / "env").write_text(f"#!/bin/sh\necho '{commands.parent}'\n")
    (commands / "claimtrack").write_text('#!/bin/sh\necho "$5 in process $$"\n')  # after --db and --actor
    for program in (scripts / "env", commands / "claimtrack"):
        program.chmod(0o755)
    with subprocess.Popen([scripts / "demo"], stdout=subprocess.PIPE, text=True) as demo:
        assert demo.stdout.read().splitlines()[-1] == f"serve in process {demo.pid}"
