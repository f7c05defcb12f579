"""Writes a sheet in a process of its own: among the server's threads, all others waited for it, and it for them."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import ClaimtrackError
from claimtrack.plugin import desks
from claimtrack.store.views import ClaimFilter
from claimtrack.workflow.exporting import export_sheet

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from pathlib import Path

    from claimtrack.core.sheets.sheets import Preset
    from claimtrack.plugin.visit import Visit

_PATIENCE = 10
"""How far behind the server it stands in the system's queue (the `nice` of POSIX)."""
_LARGE = 20_000_000
"""Bytes of a desk (some 5,000 claims) whose sheet takes as long as a process does to start."""


async def write_sheet(
    visit: Visit, target: Path, preset: Preset, article_id: int | None, own: Sequence[str] = ()
) -> None:
    """Write the sheet as `claimtrack export csv --bom` does; one article's, or a small desk's, in a thread.

    Raises what `export_sheet` does, and ClaimtrackError if the process was killed. Cancelled, it ends the process; a thread goes on.
    """
    desk, criteria = visit.file, ClaimFilter(article_id=article_id)
    is_long = article_id is None and desk.stat().st_size > _LARGE
    arguments = ["--db", str(desk), "export", "csv", preset, "--bom", "-o", str(target)]
    arguments += [f"--column={name}" for name in own]
    # If it fails, it fails in the thread with the reason, worded for pages; or the system has no memory or process for another one.
    if not is_long or not await _run(arguments):
        await desks.read(
            visit.database,
            lambda _: export_sheet(desk, target, preset=preset, criteria=criteria, own=own, bom=True),
        )


async def _run(arguments: list[str]) -> bool:
    """Run our command; return whether it succeeded."""
    # Without -P, a `csv.py` in the server's folder would run in place of the library's.
    command = [sys.executable, "-P", "-m", "claimtrack", *arguments]
    # In a session of its own, Ctrl-C in the server's terminal does not reach it.
    options: dict[str, Any] = {
        "stdin": DEVNULL,
        "stdout": DEVNULL,
        "stderr": DEVNULL,
        "start_new_session": True,
    }
    try:
        process = await asyncio.create_subprocess_exec(*command, **options)
    except OSError:
        return False
    _lower_priority(process)
    try:
        code = await process.wait()
    except asyncio.CancelledError:  # also as the server stops, which leaves no time to wait for its end
        with suppress(ProcessLookupError):
            process.kill()
        raise
    if code < 0:
        raise ClaimtrackError("the sheet is not finished, because the system ended its process: try again")
    return code == 0


def _lower_priority(process: Process) -> None:
    if sys.platform != "win32":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid, _PATIENCE)
