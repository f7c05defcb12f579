"""How often Python looks for reference cycles while very many rows are made."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SELDOM = (100_000, 50, 50)


def sweep_seldom() -> None:
    """Let the collector come seldom in this process from now on: for a program that is its own and soon over."""
    gc.set_threshold(*_SELDOM)


@contextmanager
def seldom_swept() -> Iterator[None]:
    """Within it the collector of reference cycles comes seldom: rows make hardly any, and looking for them costs a tenth."""
    before = gc.get_threshold()
    sweep_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
