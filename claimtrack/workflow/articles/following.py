"""Tells whoever waits for a long article how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Follow = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]
"""Begins a step of this name; what it gives is called with (done, of how many), as often as there is something to tell."""


@contextmanager
def unfollowed(step: str) -> Iterator[Callable[[int, int], None]]:
    """Nobody waits."""
    yield lambda done, total: None


READING = "Reading the text"
FILING = "Filing its claims"
COMPARING = "Comparing its claims"
