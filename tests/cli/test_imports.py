"""Stand-ins for modules during an import, on every Python: 3.12 and newer ask them for their `__spec__`."""

from __future__ import annotations

import sys

import pytest

from claimtrack.cli.imports import LazyModule, substitute_modules

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
