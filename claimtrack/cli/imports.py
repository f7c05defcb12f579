"""Skip imports that sqlite-utils and tabulate need only for features we do not use: a third of the time of `list`."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator


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
    with substitute_modules(numpy=None, pandas=None, dateutil=dates), _compiling_later("VIRTUAL"):
        import sqlite_utils  # noqa: F401


@contextmanager
def _compiling_later(part: str) -> Iterator[None]:
    """Within the context, expressions that contain `part` are compiled only when they are first used.

    sqlite-utils has one for virtual tables that takes 10 ms, since it ignores the case of every letter of Unicode.
    """
    compile_now = re.compile

    def compile_others(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        return (expression if part in repr(pattern) else compile_now)(pattern, flags)

    re.compile = compile_others
    try:
        yield
    finally:
        re.compile = compile_now
