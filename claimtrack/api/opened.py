"""The base of the classes that make up `Desk`: the open file and the actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


class Opened:
    """An open desk, as its groups of methods see it."""

    actor: str | None

    @property
    def db(self) -> Database:
        """The sqlite-utils Database of the desk."""
        raise NotImplementedError
