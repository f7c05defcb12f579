"""What commands import, and stand-ins for modules during an import, on every Python: 3.12 and newer ask them for their `__spec__`."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli.imports import LazyModule, substitute_modules

if TYPE_CHECKING:
    from pathlib import Path

NAME = "colorsys"  # a module of the standard library that claimtrack does not use


@pytest.fixture(autouse=True)
def _not_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, NAME, raising=False)


def test_module_is_imported_only_when_its_stand_in_is_used() -> None:
    with substitute_modules(colorsys=LazyModule(NAME)):
        import colorsys

    assert NAME not in sys.modules
    assert colorsys.rgb_to_hsv(1, 0, 0) == (0, 1, 1)
    assert NAME in sys.modules


def test_module_that_is_already_imported_is_not_replaced() -> None:
    import colorsys as known

    with substitute_modules(colorsys=None):
        import colorsys

    assert colorsys is known


def test_none_as_a_stand_in_makes_the_import_fail() -> None:
    with substitute_modules(colorsys=None), pytest.raises(ImportError):
        import colorsys  # noqa: F401


UNUSED = [
    (["list"], {"email.message"}),  # tabulate asks for its version
    (["match", "Rents rose"], {"email.message", "multiprocessing"}),
    # One article needs no other process, and to name an import takes nothing of what undoes one.
    (["ingest", "article.txt"], {"multiprocessing", "claimtrack.workflow.changing_many"}),
]


def test_command_does_not_import_what_it_does_not_use(tmp_path) -> None:
    """One after the other, since starting a process takes longer: what one imports unused is found with it or the next."""
    (tmp_path / "article.txt").write_text("Rents rose by 4 percent in May, Ada Miller said.")
    steps = [["init"], ["add", "Rents rose by 3 percent"]]
    calls = [f"cli({step}, standalone_mode=False)" for step in steps]
    for arguments, _ in UNUSED:
        calls += [f"cli({arguments}, standalone_mode=False)", "print('imported:', *sys.modules)"]
    lines = run_afresh(tmp_path, "from claimtrack.cli import cli", *calls)
    imported = [line.split() for line in lines if line.startswith("imported:")]
    for (arguments, unused), modules in zip(UNUSED, imported, strict=True):
        assert not unused.intersection(modules), arguments


def run_afresh(folder: Path, *statements: str) -> list[str]:
    """Return the lines that a new process prints, which has imported nothing yet."""
    command = [sys.executable, "-c", "\n".join(("import sys", *statements))]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.splitlines()
