"""Files and folders that are built next to their target and then moved there, and the cleanup of those that killed processes left."""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

STALE_AFTER = 12 * 60 * 60
"""Seconds without a write after which it counts as abandoned: no copy or site takes so long, and nightly ones are cleared the next night.

A lock would show it at once, but does not work on every network drive, where backups are kept.
"""
_UNFINISHED_COPY = re.compile(r".+\.[0-9a-f]{8}\.unfinished(-journal|-wal|-shm)?")
PUBLIC_COPY = "public.db"
"""The public copy while it is filled, in such a folder."""
_EXPECTED_CONTENTS = {"new", "old", PUBLIC_COPY, f"{PUBLIC_COPY}-journal"}
"""What we put into such a folder: one with anything else is somebody's own."""


def delete_unfinished_copies(folder: Path) -> None:
    """Delete abandoned unfinished copies in a folder."""
    _delete_stale_files(folder, _UNFINISHED_COPY)


def delete_unfinished_files(target: Path) -> None:
    """Delete abandoned unfinished files next to this target, which were to become it."""
    _delete_stale_files(target.parent, re.compile(rf"\.{re.escape(target.name)}\.[0-9a-f]{{8}}\.part"))


def _delete_stale_files(folder: Path, named: re.Pattern[str]) -> None:
    with suppress(OSError):  # no such folder, or one that cannot be listed: whoever writes there says so
        for half in folder.iterdir():
            if named.fullmatch(half.name) and half.is_file() and _is_stale(half):
                with suppress(OSError):
                    half.unlink()


@contextmanager
def temporary_folder_beside(place: Path) -> Iterator[Path]:
    """Context with a temporary folder next to `place`; abandoned ones are deleted, except one with a site that was put aside."""
    for left in find_temporary_folders(place):
        if _is_stale(left) and not is_aside(left):
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=f".{place.name}.") as name:
        yield Path(name)


def find_temporary_folders(place: Path) -> list[Path]:
    """Return the temporary folders next to `place`, including those of processes still at work, but not those of other accounts."""
    named = re.compile(rf"\.{re.escape(place.name)}\.[a-z0-9_]{{8}}")
    found: list[Path] = []
    with suppress(OSError):
        found += [one for one in place.parent.iterdir() if named.fullmatch(one.name)]
    return [one for one in found if _is_ours(one)]


def is_aside(left: Path) -> bool:
    """Whether a site was put aside there whose place the new one never had: what others put into it is nowhere else."""
    return (left / "old").is_dir() and (left / "new").is_dir()


def _is_ours(path: Path) -> bool:
    with suppress(OSError):
        return not path.is_symlink() and {inner.name for inner in path.iterdir()} <= _EXPECTED_CONTENTS
    return False  # gone meanwhile, no folder, or another account's


def _is_stale(path: Path) -> bool:
    with suppress(OSError):
        return path.stat().st_mtime < time.time() - STALE_AFTER
    return False  # gone meanwhile
