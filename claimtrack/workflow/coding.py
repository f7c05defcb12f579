"""What several people decided, each on a copy of this desk: the copies of a class, or of coders who do not see each other's codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.desk import agreement
from claimtrack.core.errors import ClaimtrackError, Damaged, NotFound, Refused
from claimtrack.store import codes
from claimtrack.store.file.connecting import file_of
from claimtrack.store.file.errors import translate_errors
from claimtrack.workflow.copies import damaged, is_file_of, open_copy

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.core.desk.agreement import Agreement
    from claimtrack.store.codes import Prepared

COLUMNS = ("coder", *codes.COLUMNS)
_FREE = "filed"
"""The question that has no unit in common: which claims were found by hand."""


def _refuse(error: ClaimtrackError) -> None:
    raise error


def decisions(
    db: Database, paths: Sequence[Path], *, unusable: Callable[[ClaimtrackError], object] = _refuse
) -> list[dict[str, Any]]:
    """Return what was decided in each copy since this desk was copied, a row of `COLUMNS` for each decision; reads only.

    `unusable` receives an error for each file that cannot be compared with the others; by default it is raised, such as
    Refused for one that was handed in twice.
    """
    lesson = codes.prepared(db)
    found: list[dict[str, Any]] = []
    known: dict[Any, Path] = {}
    for path in paths:
        try:
            rows, step = _read(db, path, lesson)
            for mark in filter(None, (path.stem, step)):
                if mark in known:
                    raise Refused(f"{path} has the name or the work of {known[mark]}: leave out one of them")
            known |= dict.fromkeys(filter(None, (path.stem, step)), path)
        except ClaimtrackError as error:
            unusable(_naming(error, path))
        else:
            found += [{"coder": path.stem, **row} for row in rows]
    return found


def _read(db: Database, path: Path, lesson: Prepared) -> tuple[list[dict[str, Any]], tuple[Any, ...] | None]:
    """Return what was decided in this copy, and the first step that was made in it."""
    if not path.exists():
        raise NotFound(f"there is no file {path}: give a copy of this desk")
    if is_file_of(db, path):
        raise Refused(f"{path} is this desk itself: give copies of it, one for each coder")
    with translate_errors(), open_copy(db, path) as copy:
        if not codes.is_copy_of(copy, lesson):
            raise Refused(
                f"{path} is no copy of {file_of(db) or 'this desk'}, or that was changed since it was copied: leave the file out, or give with --db the desk "
                "as it was when it was copied"
            )
        return codes.decisions(copy, lesson), codes.first_step(copy, lesson)


def _naming(error: ClaimtrackError, path: Path) -> ClaimtrackError:
    if isinstance(error, Damaged):
        return damaged(path)
    return error if str(path) in str(error) else type(error)(f"{path}: {error}")


def compare(rows: Iterable[dict[str, Any]]) -> list[Agreement]:
    """Return how well the coders of these decisions agree, each two of them and all together, question by question."""
    coded = (
        agreement.Code(row["coder"], row["what"], row["unit"], row["code"])
        for row in rows
        if row["what"] != _FREE
    )
    return list(agreement.measure(coded))
