"""Rating scales and their labels: data, not code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store.errors import translated

if TYPE_CHECKING:
    from sqlite_utils import Database


def add_scale(
    db: Database, name: str, *, description: str | None, worst: float | None, best: float | None
) -> None:
    """Add a scale; one of this name that is there stays as the desk has it."""
    sql = """
        insert into rating_scales (name, description, worst, best) values (?, ?, ?, ?)
        on conflict (name) do nothing
    """
    with translated():
        db.execute(sql, [name, description or None, worst, best])


def add_rating(
    db: Database, scale: str, name: str, *, position: int, value: float | None, definition: str | None
) -> None:
    """Add a label to a scale; one of this name that is there stays as the desk has it."""
    sql = """
        insert into ratings (scale_id, name, position, value, definition)
        select id, ?, ?, ?, ? from rating_scales where name = ?
        on conflict (scale_id, name) do nothing
    """
    with translated():
        db.execute(sql, [name, position, value, definition or None, scale])
