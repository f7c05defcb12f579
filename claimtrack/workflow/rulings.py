"""Carries out a file of rulings, on claims or on pairs: all of them, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from sqlite_utils import Database

from claimtrack.core.errors import ClaimtrackError, InvalidValue
from claimtrack.store.file.database import write_transaction

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
    """Call `rule` with each line number and ruling, in one transaction, and return the results: all rulings or none.

    Raises InvalidValue, which names every line that cannot be read or carried out, and says with `undone` that nothing was done.
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
