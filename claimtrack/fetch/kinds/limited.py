"""Loads some bytes in a process of its own, which can be ended.

Nothing else stops the programs that read PDF and Word files and web pages, and three kilobytes can keep the former busy for minutes.
"""

from __future__ import annotations

import math
import os
import pickle
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.core.errors import ClaimtrackError, UnreadableSource
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.printable import describe_error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.core.model import Article
    from claimtrack.fetch.loaded import Hints, Loaded

_MEMORY = 1_000_000_000
"""Bytes that the process may use, where the system can limit them."""
_INSTEAD = "copy the text that you want, and use that"
_ROOT = Path(__file__).resolve().parents[3]
"""The folder that claimtrack is in."""


def load_within(seconds: float, kind: str, data: bytes, hints: Hints) -> list[Article | Loaded]:
    """What the loader of a kind returns.

    Raises UnreadableSource, too, if that takes longer than so many seconds or too much memory, or no process can be started; RuntimeError for
    a mistake of ours.
    """
    # -P: a file in the current folder must not be imported in place of a module.
    command = [sys.executable, "-P", "-m", __name__, str(math.ceil(seconds))]
    # Modules are found where this process finds them, which may have been started with other folders than its environment names.
    path = os.pathsep.join([*filter(None, sys.path), str(_ROOT)])
    try:
        done = subprocess.run(
            command,
            input=pickle.dumps((kind, data, hints)),
            capture_output=True,
            env={**os.environ, "PYTHONPATH": path},
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableSource(
            f"{hints.name} takes more than {seconds:g} seconds to read: {_INSTEAD}"
        ) from None
    except OSError as error:  # there are too many, or none is allowed
        raise UnreadableSource(
            f"{hints.name} cannot be read now, because no process could be started for it ({describe_error(error)}): try again later, or "
            f"{_INSTEAD}"
        ) from error
    _, _, why = done.stderr.decode(errors="replace").strip().rpartition("\n")
    if done.returncode == 1 and why and not why.startswith("MemoryError"):
        raise RuntimeError(clean_line(why))  # Python itself did not get as far as to read the file
    if done.returncode:  # it was ended by the system
        raise UnreadableSource(f"{hints.name} is damaged, or takes too much memory to read: {_INSTEAD}")
    found: list[Article | Loaded] | Exception = pickle.loads(done.stdout)
    if isinstance(found, Exception):
        raise found
    return found


def _main(seconds: int) -> None:
    """In the process: load what is on standard input, and write what was found to standard output."""
    _limit(seconds)
    kind, data, hints = pickle.load(sys.stdin.buffer)
    found: Iterable[Article | Loaded] | Exception
    try:
        found = list(import_module(f"claimtrack.fetch.loaders.{kind}").load(data, hints))
    except ClaimtrackError as error:
        found = error
    except MemoryError:
        raise
    except Exception as error:  # any kind, and some cannot be pickled
        found = RuntimeError(describe_error(error))
    sys.stdout.buffer.write(pickle.dumps(found))


def _limit(seconds: int) -> None:
    """Let the system end the process, even if the one that started it has gone."""
    with suppress(ImportError, ValueError, OSError):  # not on Windows, and macOS has no limit of memory
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    _main(int(sys.argv[1]))
