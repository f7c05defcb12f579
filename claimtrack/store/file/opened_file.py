"""Remembers a file as it was opened: SQLite goes on with it, even if another has taken its place since, and what it writes there is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store.file.foreign_logs import has_log, is_in_log_mode
from claimtrack.store.file.identity import file_id

if TYPE_CHECKING:
    from pathlib import Path


class OpenedFile:
    """A desk's file as it was when this was made. Ask it from time to time: it learns from each look whether the file uses a log."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.id = file_id(path)
        self._was_logged = bool(is_in_log_mode(path))

    def is_replaced(self) -> bool:
        """Whether the file was deleted or moved, or another is at its path now."""
        return file_id(self.path) != self.id

    def is_overwritten(self) -> bool:
        """Whether another file, which uses no log, was copied over this one, such as a backup. One whose log was empty is noticed only by that."""
        is_log_there = has_log(self.path)  # first: a file switches its header before it has a log
        is_logged = is_in_log_mode(self.path)
        self._was_logged = self._was_logged or bool(is_logged)
        return is_logged is False and (self._was_logged or is_log_there)
