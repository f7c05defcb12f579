"""Finds the claims of the next articles in a process of its own, while this one files those before them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.extract import extract
from claimtrack.workflow.extracting import BUILT_IN, Extractor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from multiprocessing.connection import Connection

    from claimtrack.core.extract import Options
    from claimtrack.core.model import Article, ExtractedClaim
    from claimtrack.fetch import Loaded

    Found = Sequence[ExtractedClaim] | None

FEW = 30
"""Articles that are not worth the start of a process, which takes as long as reading twenty."""
_AHEAD = 8
"""Articles that are read before they are needed: enough that neither process waits for one long article."""


def read_ahead(
    loaded: Iterable[Loaded], extractor: Extractor, options: Options
) -> Iterator[tuple[Loaded, Extractor]]:
    """The articles, each with an extractor that has what was found in it already, or finds it when asked.

    Of few articles, on one core and for a plug-in it is the `extractor` itself. What raises an error in `loaded`
    does so after the articles before it.
    """
    rest = iter(loaded)
    yield from ((one, extractor) for _, one in zip(range(FEW), rest, strict=False))
    if extractor is not BUILT_IN or _cores() < 2:
        yield from ((one, extractor) for one in rest)
        return
    options = replace(options, min_score=0.0)  # as ingest asks, which counts what it skips
    with _other_process() as find:
        waiting: deque[tuple[Loaded, Extractor]] = deque()
        failure: Exception | None = None
        try:
            for one in rest:
                waiting.append((one, _awaiting(one.article, options, find(one.article, options))))
                if len(waiting) > _AHEAD:
                    yield waiting.popleft()
        except Exception as error:  # whatever it is, it waits until those before it are filed
            failure = error
        yield from waiting
        if failure:
            raise failure


def _awaiting(article: Article, options: Options, found: Future[Found]) -> Extractor:
    """The extractor that gives what is found ahead, if it is asked for that; else it looks itself."""

    def run(asked: Article, how: Options) -> Sequence[ExtractedClaim]:
        ahead = found.result() if (asked, how) == (article, options) else None
        return BUILT_IN.run(asked, how) if ahead is None else ahead

    return Extractor(BUILT_IN.name, run)


@contextmanager
def _other_process() -> Iterator[Callable[[Article, Options], Future[Found]]]:
    """Finds claims in another process, one article after the other; None where that process fails."""
    spawning = multiprocessing.get_context("spawn")  # a fork would take the open desk along
    ours, theirs = spawning.Pipe()
    process = spawning.Process(target=_serve, args=(theirs,), daemon=True)
    with _ignoring_interrupts():
        process.start()
    theirs.close()  # so that the other end is told when either of the two is gone
    thread = ThreadPoolExecutor(max_workers=1)
    try:
        yield lambda article, options: thread.submit(_answer, ours, article, options)
    finally:
        process.kill()  # it holds nothing that could be lost
        process.join()
        thread.shutdown(cancel_futures=True)
        ours.close()


def _answer(other: Connection, article: Article, options: Options) -> Found:
    try:
        other.send((article, options))
        found: Found = other.recv()
    except (EOFError, OSError):
        return None  # it was killed
    return found


def _serve(asked: Connection) -> None:
    """Find claims until nobody asks any more."""
    with asked, _ignoring_interrupts(), suppress(EOFError, OSError):
        while True:
            asked.send(_found(*asked.recv()))


def _found(article: Article, options: Options) -> Found:
    try:
        return extract(article, options)
    except Exception:  # whoever asked meets it, too, and tells of it
        return None


@contextmanager
def _ignoring_interrupts() -> Iterator[None]:
    """Ctrl-C goes to all processes of a terminal: this one's part in it is the other's to end."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only there signals can be set
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _cores() -> int:
    """The processors that this process may run on."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
