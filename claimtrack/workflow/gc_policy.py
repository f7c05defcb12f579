"""How often Python collects reference cycles: rarely while very many rows are created, and not at all at exit."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (200_000, 50, 50)
"""Thresholds for rare collection. With 50,000, collections took a twentieth of the time of `check`, `match` or `add`, most of it while
modules are imported; an `ingest` of 120 articles and an import of 8,000 rows took no less memory."""


def collect_rarely() -> None:
    """Collect rarely in this process from now on: for a short-lived program of our own."""
    gc.set_threshold(*_SELDOM)


def exit_without_collecting() -> None:
    """Skip the collection at exit, which takes a fifth of the time of `match`: the memory is freed anyway."""
    atexit.register(gc.freeze)


@contextmanager
def rare_collection() -> Iterator[None]:
    """Collect rarely within the block: rows form hardly any cycles, and looking for them costs a tenth of the time."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
