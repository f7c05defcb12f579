"""Opens another file beside the desk: a copy whose work is brought back, one of several on which people decided apart, or another desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.errors import Damaged, NeedsMigration, NotADesk, NotFound, Refused
from claimtrack.core.texts.printable import list_some
from claimtrack.store.copies import forged
from claimtrack.store.file.connecting import ANOTHER_FILE, file_of
from claimtrack.store.file.database import open_desk, open_upgraded, snapshot

if TYPE_CHECKING:
    from pathlib import Path

_A_COPY = "give a copy of this desk"
_ANOTHER_COPY = "give another copy of this desk"
_A_DESK = "give the file of another desk"


def is_file_of(db: Database, path: Path) -> bool:
    """Whether a file that exists is the desk itself."""
    here = file_of(db)
    return here is not None and path.samefile(here)


@contextmanager
def open_copy(db: Database, path: Path) -> Iterator[Database]:
    """Context with a copy as it is now, whoever writes to it meanwhile. Raises what `open_desk` does, and Refused if a table or view was replaced."""
    with closing(_open(path, _A_COPY)) as copy, snapshot(copy):
        _refuse_replaced(path, forged.replaced_parts(db, copy), "Give another copy of this desk")
        yield copy


@contextmanager
def open_other_desk(db: Database, path: Path) -> Iterator[Database]:
    """Context with another desk as it is now; an older one is upgraded in a copy of its own. Raises what `open_copy` does."""
    with closing(_open(path, _A_DESK, or_upgrade=True)) as other, snapshot(other):
        _refuse_replaced(
            path, forged.replaced_parts(db, other), "Give the desk itself, or a `claimtrack backup` of it"
        )
        yield other


def _refuse_replaced(path: Path, replaced: list[str], remedy: str) -> None:
    if replaced:
        raise Refused(
            f"{path} was not left as claimtrack made it: {list_some(replaced)} is something else in it. {remedy}"
        )


def _open(path: Path, remedy: str, *, or_upgrade: bool = False) -> Database:
    """Open the other file. Errors name it and the remedy, where those of `open_desk` ask for another desk."""
    try:
        try:
            return open_desk(path)
        except NeedsMigration:
            if not or_upgrade:
                raise
            return open_upgraded(path)
    except NotFound as error:
        raise NotFound(f"{path} has no desk in it: {remedy}") from error
    except Damaged as error:
        raise damaged(path, _A_DESK if or_upgrade else _ANOTHER_COPY) from error
    except NotADesk as error:
        raise NotADesk(str(error).replace(ANOTHER_FILE, remedy)) from error


def damaged(path: Path, remedy: str = _ANOTHER_COPY) -> Damaged:
    """The error about a file of which parts are lost."""
    return Damaged(f"{path} is damaged: {remedy}")
