"""What is made beside its place and then takes it: where it is made, and what a process that was killed meanwhile has left there."""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STALE_AFTER = 12 * 60 * 60
"""Seconds since it was last written to: nobody makes a copy or a site for so long, and those of each night are cleared by the next.

A lock would tell at once, but not on every network drive, where backups are kept.
"""
_UNFINISHED_COPY = re.compile(r".+\.[0-9a-f]{8}\.unfinished(-journal|-wal|-shm)?")
_EXPECTED_CONTENTS = {"new", "old", "public.db", "public.db-journal"}
"""What we put into such a folder: one that has something else is somebody's."""


def delete_unfinished_copies(folder: Path) -> None:
    """Delete the halves of copies there."""
    for half in folder.glob("*.unfinished*"):
        if _UNFINISHED_COPY.fullmatch(half.name) and half.is_file() and _is_stale(half):
            with suppress(OSError):
                half.unlink()


@contextmanager
def temporary_folder_beside(place: Path) -> Iterator[Path]:
    """A folder for a while, in the same folder as the place; those that were left there go."""
    for left in find_temporary_folders(place):
        if _is_stale(left):
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=f".{place.name}.") as name:
        yield Path(name)


def find_temporary_folders(place: Path) -> list[Path]:
    """The folders beside it that were made so, by others that are at work, too."""
    named = re.compile(rf"\.{re.escape(place.name)}\.[a-z0-9_]{{8}}")
    found = [one for one in place.parent.iterdir() if named.fullmatch(one.name) and one.is_dir()]
    return [
        one
        for one in found
        if not one.is_symlink() and {inner.name for inner in one.iterdir()} <= _EXPECTED_CONTENTS
    ]


def _is_stale(path: Path) -> bool:
    with suppress(OSError):
        return path.stat().st_mtime < time.time() - STALE_AFTER
    return False  # gone meanwhile
