"""Opens a copy of the desk: one whose work is brought back, or one of several on which people decided apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.errors import Damaged, NotADesk, NotFound, Refused
from claimtrack.core.texts.printable import list_some
from claimtrack.store.copies import work
from claimtrack.store.file.connecting import ANOTHER_FILE
from claimtrack.store.file.database import open_desk, snapshot

if TYPE_CHECKING:
    from pathlib import Path

_A_COPY = "give a copy of this desk"


@contextmanager
def open_copy(db: Database, path: Path) -> Iterator[Database]:
    """Context with a copy as it is now, whoever writes to it meanwhile. Raises what `open_desk` does, and Refused if a table or view was replaced."""
    with closing(_open(path)) as copy, snapshot(copy):
        if replaced := work.replaced_parts(db, copy):
            raise Refused(
                f"{path} was not left as claimtrack made it: {list_some(replaced)} is something else in it. Give another copy of this desk"
            )
        yield copy


def _open(path: Path) -> Database:
    """Open the copy. Errors name it and ask for another copy, where those of `open_desk` ask for another desk."""
    try:
        return open_desk(path)
    except NotFound as error:
        raise NotFound(f"{path} has no desk in it: {_A_COPY}") from error
    except Damaged as error:
        raise damaged(path) from error
    except NotADesk as error:
        raise NotADesk(str(error).replace(ANOTHER_FILE, _A_COPY)) from error


def damaged(path: Path) -> Damaged:
    """The error about a copy of which parts are lost."""
    return Damaged(f"{path} is damaged: give another copy of this desk")
