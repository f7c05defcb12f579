"""How often Python looks for reference cycles: seldom while very many rows are made, and not once more at the end."""

from __future__ import annotations

import atexit
import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SELDOM = (50_000, 50, 50)
"""With 200,000 an `ingest` of 200 articles took as long, and a fifth more memory."""


def collect_rarely() -> None:
    """Let the collector come seldom in this process from now on: for a program that is its own and soon over."""
    gc.set_threshold(*_SELDOM)


def exit_without_collecting() -> None:
    """Let this process end without a last look at all there is, which takes a fifth of the time of `match`: it goes as one."""
    atexit.register(gc.freeze)


@contextmanager
def rare_collection() -> Iterator[None]:
    """Within it the collector of reference cycles comes seldom: rows make hardly any, and looking for them costs a tenth."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
