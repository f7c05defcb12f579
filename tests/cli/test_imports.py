"""What stands for a module while a package imports it, on every Python: 3.12 and newer ask it for its `__spec__`."""

from __future__ import annotations

import sys

import pytest

from claimtrack.cli.imports import LazyModule, substitute_modules

NAME = "colorsys"  # of the standard library, and nothing of ours needs it


@pytest.fixture(autouse=True)
def _not_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, NAME, raising=False)


def test_a_module_is_not_imported_by_who_imports_its_stand_in() -> None:
    with substitute_modules(colorsys=LazyModule(NAME)):
        import colorsys

    assert NAME not in sys.modules
    assert colorsys.rgb_to_hsv(1, 0, 0) == (0, 1, 1)
    assert NAME in sys.modules


def test_a_module_that_is_imported_already_stays() -> None:
    import colorsys as known

    with substitute_modules(colorsys=None):
        import colorsys

    assert colorsys is known


def test_none_in_its_place_lets_the_import_fail() -> None:
    with substitute_modules(colorsys=None), pytest.raises(ImportError):
        import colorsys  # noqa: F401
