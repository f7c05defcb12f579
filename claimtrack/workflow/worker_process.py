"""A worker process that runs functions for this one, urgent calls first."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from sqlite_utils import Database

from claimtrack.store.file.database import open_desk
from claimtrack.workflow.gc_policy import collect_rarely

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from pathlib import Path
    from typing import Any, Literal

    Result = TypeVar("Result")
    GiveWay = Callable[..., None]
    """What long work calls often, with any arguments, so that urgent calls are answered before it is done."""

_LOOK_EVERY = 0.001
"""Seconds of work after which long work looks for urgent calls: looking takes as long as reading ten words."""

_SAFE_PATH = "PYTHONSAFEPATH"
"""The setting that has the effect of `python -P`, which multiprocessing cannot be told to give."""


class WorkerProcess:
    """A process that calls functions for us. A failed call returns None: the caller then does the work itself, and gets the error."""

    def __init__(
        self, process: BaseProcess, urgent: Connection, patient: Connection, thread: ThreadPoolExecutor
    ) -> None:
        self._process = process
        self._urgent = urgent
        self._patient = patient
        self._thread = thread

    def call_first(self, work: Callable[..., Result], *arguments: Any) -> Callable[[], Result | None]:
        """Call the function ahead of all that can wait. Returns a function that waits for the result: call it before the next urgent call."""
        is_asked = _send_call(self._urgent, work, arguments)
        return lambda: _receive_result(self._urgent) if is_asked else None

    def call_later(self, work: Callable[..., Result], *arguments: Any) -> Future[Result | None]:
        """Call the function when nothing is urgent, in the order of the calls, with a `GiveWay` as its last argument."""
        return self._thread.submit(
            lambda: _receive_result(self._patient) if _send_call(self._patient, work, arguments) else None
        )

    def end(self) -> None:
        """End the process: it holds nothing that could be lost. Later calls return None."""
        if self._process.pid:  # it was started
            self._process.kill()
            self._process.join()

    def close(self) -> None:
        """End the process, with the thread and the connections that lead to it."""
        self.end()
        self._thread.shutdown(cancel_futures=True)
        for ours in (self._urgent, self._patient):
            ours.close()


def count_cores() -> int:
    """How many processors this process may run on."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@cache
def open_once(desk: Path) -> Database:
    """In the worker process: the desk, which it keeps open."""
    return open_desk(desk)


@contextmanager
def start_worker(method: Literal["fork", "spawn"] = "spawn") -> Iterator[WorkerProcess | None]:
    """Start a worker that ends with the block, or with this process. None if the system has no memory, process or thread for it.

    "fork" starts at once, with all that is imported: only while no desk is open and no thread runs, since it takes both along.
    """
    worker = _try_to_start(method)
    try:
        yield worker
    finally:
        if worker:
            worker.close()


def _try_to_start(method: str) -> WorkerProcess | None:
    import multiprocessing  # slow, as are threads
    from concurrent.futures import ThreadPoolExecutor

    context: Any = multiprocessing.get_context(method)
    (urgent, their_urgent), (patient, their_patient) = context.Pipe(), context.Pipe()
    process = context.Process(target=_serve, args=(their_urgent, their_patient, urgent, patient), daemon=True)
    thread = ThreadPoolExecutor(max_workers=1)
    worker = WorkerProcess(process, urgent, patient, thread)
    try:
        with _ignoring_interrupts(), _importing_nothing_from_here():
            process.start()
        for theirs in (their_urgent, their_patient):
            theirs.close()  # so that either process notices when the other is gone
        thread.submit(bool)  # starts the thread, after the fork
    except (OSError, RuntimeError):
        worker.close()
        return None
    return worker


def _send_call(other: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> bool:
    """Send a call, and return whether that was possible."""
    try:
        other.send((work, arguments))
    except OSError:
        return False  # it was killed
    return True


def _receive_result(other: Connection) -> Any:
    with suppress(EOFError, OSError):
        return other.recv()
    return None


def _serve(urgent: Connection, patient: Connection, *of_the_other: Connection) -> None:
    """Run calls until the other process has gone. Its ends of the connections are closed here, or they would stay open then."""
    from multiprocessing.connection import wait  # slow

    for one in of_the_other:
        one.close()
    _forget_handlers()
    collect_rarely()
    with urgent, patient, _ignoring_interrupts(), suppress(EOFError, OSError):
        while ready := wait([urgent, patient]):
            if urgent in ready:
                _answer_next(urgent)
            else:
                _answer_next(patient, _give_way_to(urgent))


def _answer_next(asked: Connection, *more: Any) -> None:
    work, arguments = asked.recv()
    asked.send(_run(work, (*arguments, *more)))


def _give_way_to(urgent: Connection) -> GiveWay:
    looked = time.monotonic()

    def give_way(*_: Any) -> None:
        nonlocal looked
        if time.monotonic() - looked < _LOOK_EVERY:
            return
        while urgent.poll():
            _answer_next(urgent)
        looked = time.monotonic()

    return give_way


def _run(work: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    try:
        return work(*arguments)
    except Exception:  # the caller repeats the work, meets the same error and reports it
        return None


def _forget_handlers() -> None:
    """In a forked process, end by the signals that the main process tidies up after."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def _importing_nothing_from_here() -> Iterator[None]:
    """Let Python start processes that do not look for modules in the current folder: somebody's own `pickle.py` there would run in them."""
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        del os.environ[_SAFE_PATH]
        if before is not None:
            os.environ[_SAFE_PATH] = before


@contextmanager
def _ignoring_interrupts() -> Iterator[None]:
    """Ignore Ctrl-C, which a terminal sends to all its processes: the main process ends this one."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only there signals can be set
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
