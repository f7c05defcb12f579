"""Ctrl-C and the signals that end a program: no traceback, nothing left behind, and the shell is told what ended it."""

from __future__ import annotations

import atexit
import os
import signal
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

_received: int | None = None
"""The signal that interrupted this program last."""


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
        if not is_ending() and ended.code in (0, None):
            _forget()  # after Ctrl-C in triage
        raise
    else:
        _forget()


def is_ending() -> bool:
    """Whether the program was told to end, and not only interrupted by Ctrl-C, after which it may ask again."""
    return _received not in (None, signal.SIGINT)


def _forget() -> None:
    global _received
    _received = None


def _interrupt(number: int, _: object) -> None:
    global _received
    if is_ending():
        return  # `timeout` and a shell send it twice: what is being tidied up is to be finished
    _received = number
    if number != signal.SIGINT:
        _close_terminal()
    raise KeyboardInterrupt


def _close_terminal() -> None:
    """Print no more to a terminal that is gone, where each line would be an error."""
    for stream in (1, 2):
        with suppress(OSError):
            is_gone = stat.S_ISCHR(os.fstat(stream).st_mode) and not os.isatty(stream)
            if is_gone:
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream)


def _die() -> None:
    """End by the signal that was received: Windows has only the exit code."""
    if _received is None or os.name == "nt":
        return
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    signal.signal(_received, signal.SIG_DFL)
    os.kill(os.getpid(), _received)
