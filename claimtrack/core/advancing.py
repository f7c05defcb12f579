"""How long work tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

Advance = Callable[[int, int], None]
"""Receives how many are done, and of how many."""


def tell_nobody(done: int, total: int) -> None:
    """An Advance that reports nothing."""
