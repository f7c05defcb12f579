"""Tells whoever waits for a long article or sheet how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TypeVar

T = TypeVar("T")
Progress = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]
"""Begins a step of this name; what it gives is called with (done, of how many), as often as there is something to tell."""


@contextmanager
def no_progress(step: str) -> Iterator[Callable[[int, int], None]]:
    """Nobody waits."""
    yield lambda done, total: None


def count_progress(what: Sequence[T], follow: Progress, step: str) -> Iterator[T]:
    """Each of them in turn; `follow` hears how many are done."""
    with follow(step) as advance:
        for done, one in enumerate(what, start=1):
            yield one
            advance(done, len(what))


READING = "Reading the text"
FILING = "Filing its claims"
COMPARING = "Comparing its claims"
