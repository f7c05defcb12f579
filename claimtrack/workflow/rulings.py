"""A file of rulings, on claims or on pairs: carried out whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from claimtrack.core.errors import ClaimtrackError, InvalidValue
from claimtrack.store.file.database import write_transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlite_utils import Database

_R = TypeVar("_R")
_D = TypeVar("_D")


def carry_out(
    db: Database,
    rulings: Iterable[tuple[int, _R | InvalidValue]],
    rule: Callable[[int, _R], _D],
    *,
    undone: str,
    actor: str | None,
) -> list[_D]:
    """What became of each ruling, given with its line number: `rule` is asked with both. One transaction: all of them or none.

    Raises InvalidValue that names every line that cannot be read or carried out, and tells with `undone` that nothing was.
    """
    done, errors = [], []
    with write_transaction(db, actor):
        for line, ruling in rulings:
            try:
                if isinstance(ruling, InvalidValue):
                    raise ruling
                done.append(rule(line, ruling))
            except ClaimtrackError as error:
                errors.append(f"line {line}: {error}")
        if errors:
            raise InvalidValue("\n".join([*errors, f"{undone}: fix these lines and try again"]))
    return done
