"""Which file is at a path: SQLite goes on with the file it opened, even if that was deleted, or another took its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def file_id(path: Path) -> tuple[int, int] | None:
    """Return the device and inode numbers of the file at a path; None if there is none."""
    try:
        stamp = path.stat()
    except OSError:
        return None
    return stamp.st_dev, stamp.st_ino
