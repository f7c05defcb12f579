"""Progress reports for long articles and sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TypeVar

from claimtrack.core.advancing import Advance, tell_nobody

T = TypeVar("T")
Progress = Callable[[str], AbstractContextManager[Advance]]
"""Begins a named step: a context manager that returns a callback for (done, total)."""


@contextmanager
def no_progress(step: str) -> Iterator[Advance]:
    """A Progress that reports nothing."""
    yield tell_nobody


def count_progress(what: Sequence[T], follow: Progress, step: str) -> Iterator[T]:
    """Yield each item; `follow` receives how many are done."""
    with follow(step) as advance:
        for done, one in enumerate(what, start=1):
            yield one
            advance(done, len(what))


READING = "Reading the text"
FILING = "Filing its claims"
COMPARING = "Comparing its claims"
