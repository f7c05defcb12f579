"""The scripts a person starts: each says what it does, from whatever folder it is called."""

import os
import subprocess
from pathlib import Path

import pytest

import claimtrack
from tests.tables import each_row

ROOT = Path(claimtrack.__file__).resolve().parent.parent
SCRIPTS = [
    *sorted(path for path in (ROOT / "scripts").iterdir() if path.is_file() and not path.suffix),
    ROOT / ".ci/run",
]


@each_row("script", SCRIPTS)
def test_a_script_stops_at_the_first_failure_and_explains_itself(script):
    assert os.access(script, os.X_OK)
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")
    help_text = subprocess.run([script, "--help"], cwd="/", capture_output=True, text=True, check=True).stdout
    assert help_text.startswith(f"Usage: {script.relative_to(ROOT)}")
    assert len(help_text.splitlines()) > 2


def python_that(folder, body):
    """A folder with a `python3` that is a shell script, and the few programs that scripts/env needs."""
    folder.mkdir()
    for name in ("bash", "dirname", "cat", "cksum", "id", "sed"):
        (folder / name).symlink_to(
            next(p for p in (Path("/usr/bin", name), Path("/bin", name)) if p.exists())
        )
    (folder / "python3").write_text(f"#!/bin/sh\n{body}\n")
    (folder / "python3").chmod(0o755)
    return folder


UNFIT = [
    # pyenv's shims exist for versions that are not installed, and fail when run.
    ("exit 127", "No Python 3.11 or newer with sqlite3 and ssl found"),
    # Compiled where SQLite had no headers.
    ('case "$*" in *sqlite3*) exit 1 ;; esac', "No Python 3.11 or newer with sqlite3 and ssl found"),
    # Debian's Python without python3-venv: it runs, but has no ensurepip.
    ('case "$*" in *ensurepip*) exit 1 ;; esac', "apt-get install python3-venv"),
]


@pytest.mark.parametrize(("body", "words"), UNFIT)
def test_an_unfit_python_is_said_with_the_remedy(tmp_path, body, words):
    environment = {
        "PATH": str(python_that(tmp_path / "bin", body)),
        "CLAIMTRACK_VENV": str(tmp_path / "venv"),
    }
    run = subprocess.run(
        [ROOT / "scripts" / "env"], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert words in run.stderr
    assert not (tmp_path / "venv").exists()


@each_row("name", ['the "good" one', "costs $5", "a`b", r"a\b"])
def test_an_environment_whose_commands_could_not_start_is_refused_before_it_is_made(tmp_path, name):
    """pip writes the folder of Python between double quotes into each command, and a shell reads them."""
    environment = {**os.environ, "CLAIMTRACK_VENV": str(tmp_path / name)}
    run = subprocess.run(
        [ROOT / "scripts" / "env"], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "export CLAIMTRACK_VENV=" in run.stderr
    assert not (tmp_path / name).exists()


REFUSED = [
    (["--port", "abc"], "not a port: abc"),
    (["--port", "70000"], "not a port: 70000"),
    (["--port", "8001", "8002"], "not a port: 8001 8002"),
    (["--port"], "not understood: --port"),
    (["--serve"], "not understood: --serve"),
]


@pytest.mark.parametrize(("given", "words"), REFUSED)
def test_the_demo_refuses_what_it_cannot_serve_at_before_it_builds_anything(tmp_path, given, words):
    environment = {**os.environ, "CLAIMTRACK_VENV": str(tmp_path / "venv")}
    run = subprocess.run(
        [ROOT / "scripts" / "demo", *given], env=environment, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert words in run.stderr
    assert not (tmp_path / "venv").exists()
