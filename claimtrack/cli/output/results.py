"""What commands that write print for programs: the rows that they made or changed, as the commands that list them print them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.output.rows import Row


def write_results(rows: Iterable[Row], output_format: str, *, keys: Sequence[str] = ()) -> None:
    """Print the rows, unless the format is a table: people have read the messages. `keys` are the CSV header if there are none."""
    from claimtrack.cli.output.rows import write_rows

    if output_format != "table":
        write_rows(list(rows), output_format, keys=keys)


def claim_row(db: Database, claim_id: int) -> Row:
    """A claim as `list` prints it."""
    from claimtrack.store.views import claims_by_id

    return claims_by_id(db, [claim_id])[claim_id]
