"""Where history keeps what was written in several transactions, between which others may have written."""

from __future__ import annotations

import json
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimtrack.store.rewinding import last_change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlite_utils import Database

Stretch = tuple[int, int]
"""The history ids (after, until] of changes that follow each other."""


@contextmanager
def noted(db: Database, written: list[Stretch]) -> Iterator[None]:
    """Within an open write transaction: where history keeps what it writes here is added to `written`."""
    after = last_change(db)
    yield
    written.append((after, last_change(db)))


def mark(db: Database, after: int, until: int) -> str:
    """Six hex digits that tell exactly the changes with history ids in (after, until] from any others."""
    sql = """
        select id, table_name, row_id, operation, actor, happened_at from history
        where id > ? and id <= ? order by id
    """
    changes = db.execute(sql, [after, until]).fetchall()
    return f"{zlib.crc32(json.dumps(changes).encode()) & 0xFFFFFF:06x}"


def join(written: Iterable[Stretch]) -> list[Stretch]:
    """The stretches that were written one after the other, as one where nobody wrote in between, nor the same person elsewhere."""
    joined: list[Stretch] = []
    for after, until in written:
        if joined and joined[-1][1] == after:
            joined[-1] = joined[-1][0], until
        elif until > after:
            joined.append((after, until))
    return joined
