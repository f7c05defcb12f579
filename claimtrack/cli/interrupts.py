"""Ctrl-C and the signals that end a program: no traceback, nothing left behind, and the shell is told what ended it."""

from __future__ import annotations

import atexit
import os
import select
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

_received: int | None = None
"""The signal that interrupted this program last."""
_received_at = 0.0

_SAME = 2
"""Seconds in which a second signal is meant as the first: `timeout` and a shell send it to the program, and to its group."""


def _handle_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)


# While the commands are still being imported; once they are, click handles an interrupt.
sys.excepthook = _handle_exception


@contextmanager
def ending_on_signals() -> Iterator[None]:
    """Within it, SIGTERM (`kill`, `timeout`) and SIGHUP (a closed terminal) interrupt like Ctrl-C, and the program then ends by the signal.

    A killed program would leave the terminal without an echo or a cursor, and unfinished files where it wrote them. By the exit code alone
    a shell cannot tell that a loop around the command was meant, too: it would start the next one.
    """
    global _received
    atexit.register(_die)  # first, so that it runs last
    for name, usual in (
        ("SIGINT", signal.default_int_handler),
        ("SIGTERM", signal.SIG_DFL),
        ("SIGHUP", signal.SIG_DFL),  # Windows has none
    ):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is usual:  # not ignored, as under `nohup`
            signal.signal(number, _interrupt)
    try:
        yield
    except SystemExit as ended:
        if not is_ending() and not ended.code:
            _received = None  # after Ctrl-C in triage
        raise


@contextmanager
def ignoring_suspension() -> Iterator[None]:
    """Within it, Ctrl-Z does nothing: after `fg`, the shell would have the terminal show the password that is typed."""
    stop = getattr(signal, "SIGTSTP", None)  # Windows has none
    before = signal.signal(stop, signal.SIG_IGN) if stop else None
    try:
        yield
    finally:
        if stop:
            signal.signal(stop, before)


def is_ending() -> bool:
    """Whether the program was told to end, and not only interrupted by Ctrl-C, after which it may ask again."""
    return _received not in (None, signal.SIGINT)


def _interrupt(number: int, _: object) -> None:
    global _received, _received_at
    if is_ending():
        if time.monotonic() > _received_at + _SAME:
            _end(number)  # it hangs
        return  # what is being tidied up is to be finished
    _received, _received_at = number, time.monotonic()
    raise KeyboardInterrupt


def _die() -> None:
    """End by the signal that was received: Windows has only the exit code."""
    if _received is None or os.name == "nt":
        return
    signal.signal(_received, signal.SIG_DFL)  # a second one ends it here
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            if select.select([], [stream], [], 1)[1]:  # not a pipe that nobody reads
                stream.flush()
    _end(_received)


def _end(number: int) -> None:
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    os._exit(128 + number)  # the first process of a container, which signals do not end
