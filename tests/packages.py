"""Fixtures that install packages for a test: third-party plug-ins, the examples of docs/, and programs for its sessions."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest

import claimtrack
from claimtrack import plugins
from tests import programs
from tests.conftest import FORKS


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a package with entry points on the path, as pip would; a second call for the same module replaces it.

    Entry points are given as in pyproject.toml: {group: {name: target}}.
    """
    place = tmp_path / "site-packages"
    place.mkdir()
    monkeypatch.syspath_prepend(place)

    def add(module, code, entry_points):
        monkeypatch.delitem(sys.modules, module, raising=False)
        shutil.rmtree(place / "__pycache__", ignore_errors=True)
        (place / f"{module}.py").write_text(code, encoding="utf-8")
        info = place / f"{module}-1.0.dist-info"
        info.mkdir(exist_ok=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
        sections = (
            f"[{group}]\n" + "".join(f"{name} = {target}\n" for name, target in points.items())
            for group, points in entry_points.items()
        )
        (info / "entry_points.txt").write_text("\n".join(sections))
        plugins.forget()

    yield add
    monkeypatch.undo()
    plugins.forget()


@pytest.fixture
def install_documented(install):
    """Installs the example package of a page of docs/ and returns the code of its one module."""

    def add(page):
        text = (Path(claimtrack.__file__).resolve().parent.parent / "docs" / page).read_text("utf-8")
        (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
        (project,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
        entry_points = tomllib.loads(project)["project"]["entry-points"]
        targets = [target for points in entry_points.values() for target in points.values()]
        (module,) = {target.partition(":")[0] for target in targets}
        install(module, code, entry_points)
        return code

    return add


@pytest.fixture
def install_encoder(install):
    """Installs an encoder under a name, from the code of its module."""
    return lambda name, target, code: install(
        target.partition(":")[0], code, {plugins.ENCODERS: {name: target}}
    )


@pytest.fixture
def glossary(install_documented):
    """The encoder of docs/encoders.md, installed as `glossary`."""
    return install_documented("encoders.md")


def environment(*folders):
    """The environment of a terminal with claimtrack and the programs of these folders on its path, and none of its settings."""
    names = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMTRACK_")}
    path = [*map(str, folders), str(Path(sys.executable).parent), names["PATH"]]
    return names | {"PATH": os.pathsep.join(path)}


@pytest.fixture(scope="session")
def forked_programs():
    """The folder of programs that are quicker than the installed ones, see programs.py. README.md's session runs the installed ones."""
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as listener:
        address = str(Path(folder, "socket"))  # not in tmp_path, which may be too long for a socket
        listener.bind(address)
        listener.listen()
        for name in ("claimtrack", "sqlite-utils"):
            program = Path(folder, name)
            program.write_text(programs.CLIENT.format(python=sys.executable, address=address))
            program.chmod(0o755)
        process = FORKS.Process(target=programs.serve, args=[listener])
        process.start()
        yield folder
        process.terminate()
        process.join()


@pytest.fixture(scope="session")
def run_commands(forked_programs):
    """Runs the commands of a page, with imports written where it only previews them, and returns their output."""

    def run_commands(command, folder):
        run = subprocess.run(
            ["bash", "-e", "-c", command.replace("csv --dry-run", "csv --yes")],
            cwd=folder,
            env=environment(forked_programs),
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout + run.stderr

    return run_commands
