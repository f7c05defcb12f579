"""Spares a command what the packages that it uses import for others: a third of the time of `list`."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class LazyModule:
    """Stands for a module, which is imported only when something of it is asked for."""

    # `import` itself asks for it, from Python 3.12 on: it would import the module, whose name still leads to this.
    __spec__ = None

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, asked: str) -> Any:
        return getattr(import_module(self._name), asked)


@contextmanager
def substitute_modules(**others: Any) -> Iterator[None]:
    """Within it who imports one of these modules gets what stands for it; None fails. Those that are imported already stay."""
    spared = {name: other for name, other in others.items() if name not in sys.modules}
    sys.modules.update(spared)
    try:
        yield
    finally:
        for name in spared:
            del sys.modules[name]


def import_sqlite_utils_only() -> None:
    """Import sqlite-utils without what it knows the types of, where that is there, and what its own commands read dates by.

    A command gives it no values of theirs; who imports claimtrack from Python may.
    """
    dates = SimpleNamespace(parser=LazyModule("dateutil.parser"))
    with substitute_modules(numpy=None, pandas=None, dateutil=dates):
        import sqlite_utils  # noqa: F401
