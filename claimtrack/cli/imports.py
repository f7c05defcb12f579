"""Skip imports that sqlite-utils and tabulate need only for features we do not use: a third of the time of `list`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import SimpleNamespace
from typing import Any


class LazyModule:
    """A stand-in for a module, imported when the first attribute is accessed."""

    # From Python 3.12 on, `import` reads this attribute: through __getattr__ it would import the real module too early.
    __spec__ = None

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, asked: str) -> Any:
        return getattr(import_module(self._name), asked)


@contextmanager
def substitute_modules(**others: Any) -> Iterator[None]:
    """Within the context, importing one of these modules yields its substitute; None makes the import fail.

    Modules that are already imported stay as they are.
    """
    spared = {name: other for name, other in others.items() if name not in sys.modules}
    sys.modules.update(spared)
    try:
        yield
    finally:
        for name in spared:
            del sys.modules[name]


def import_sqlite_utils_only() -> None:
    """Import sqlite-utils without numpy, pandas and, until a date is parsed, dateutil.

    Commands never pass it values of those types; a program that imports claimtrack as a library may.
    """
    dates = SimpleNamespace(parser=LazyModule("dateutil.parser"))
    with substitute_modules(numpy=None, pandas=None, dateutil=dates):
        import sqlite_utils  # noqa: F401
