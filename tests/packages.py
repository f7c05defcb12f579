"""Fixtures that install packages for a test: third-party plug-ins and the examples of docs/."""

import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

import claimtrack
from claimtrack import plugins


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
