"""Plug-ins: what other packages add to claimtrack through entry points.

Each kind of plug-in is an entry point group; the name of the entry point says what it adds. Nothing is imported until
it is requested by name, so that a broken plug-in stops only the work that needs it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from importlib import invalidate_caches
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import PluginError
from claimtrack.core.texts.printable import describe_error

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

LOADERS = "claimtrack.loaders"
EXTRACTORS = "claimtrack.extractors"
SCORERS = "claimtrack.scorers"
ENCODERS = "claimtrack.encoders"


def names(group: str) -> tuple[str, ...]:
    """The names of the plug-ins installed for a group, sorted; none of them is imported."""
    return tuple(sorted({point.name for point in _entry_points(group)}))


@cache
def load(group: str, name: str, built_in: tuple[str, ...] = ()) -> Any:
    """Import the plug-in once and return what it offers. `built_in` are names that need no plug-in, for the error message.

    Raises PluginError if no plug-in or several have this name, or if its import fails.
    """
    found = [point for point in _entry_points(group) if point.name == name]
    if not found:
        known = ", ".join((*built_in, *names(group))) or "none"
        raise PluginError(f"there is no plug-in {name!r} in {group}. Installed: {known}")
    if len(found) > 1:
        rivals = " and ".join(_package_name(point) for point in found)
        raise PluginError(f"{rivals} both offer {name!r} in {group}: uninstall one of them")
    point = found[0]
    try:
        with printing_aside():
            return point.load()
    except (Exception, SystemExit) as error:  # a plug-in's import can fail in any way
        raise PluginError(
            f"the plug-in {name!r} of {_package_name(point)} cannot be loaded: {describe_error(error)}. "
            "Reinstall or uninstall it"
        ) from error


@contextmanager
def printing_aside() -> Iterator[None]:
    """Redirect a plug-in's prints to standard error, since other programs read the rows on standard output."""
    if threading.current_thread() is not threading.main_thread():
        yield  # two threads redirecting at once could leave stdout redirected
        return
    with redirect_stdout(sys.stderr):
        yield


def forget() -> None:
    """Search for plug-ins again: for tests, and for a notebook that has just installed one."""
    invalidate_caches()
    _entry_points.cache_clear()
    load.cache_clear()


@cache
def _entry_points(group: str) -> tuple[EntryPoint, ...]:
    from importlib.metadata import entry_points  # slow, and `match` asks for none

    # An editable install can be listed twice, once per place on sys.path.
    return tuple(dict.fromkeys(entry_points(group=group)))


def _package_name(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value
