"""What the parts of a desk's methods work on: the open file, and who works."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


class Opened:
    """An open desk, as the parts of its methods see it."""

    actor: str | None

    @property
    def db(self) -> Database:
        """The Database beneath."""
        raise NotImplementedError
