"""Makes a desk of some claims of this one, with all that belongs to them: for an investigation that leaves the desk, or an edition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils import Database

from claimtrack.core.errors import Refused
from claimtrack.core.texts.printable import MOST_SHOWN, brief
from claimtrack.store import parting, tags
from claimtrack.store.file.connecting import file_of
from claimtrack.store.file.copying import backup, scratch_copy
from claimtrack.store.index import derived
from claimtrack.store.views import ClaimFilter, claims

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.store.parting import Left


class Parted(NamedTuple):
    """How many rows the new desk has and this one has, by table, and what lies across the two parts."""

    counts: dict[str, int]
    of: dict[str, int]
    left: Left


def export_desk(
    db: Database,
    out: Path,
    names: Sequence[str],
    *,
    others: bool,
    progress: Callable[[int], object] | None = None,
) -> Parted:
    """Write a desk with only the claims that have all these tags or, if `others`, only those that do not; this one is not changed.

    `progress` receives the size of each batch of claims that was indexed. Raises Refused if the new desk would have no claims or all of
    them, DatabaseError if `out` exists or cannot be written.
    """
    if out.exists():
        raise Refused(f"{out} already exists: give another file, since a desk is never overwritten")
    with closing(scratch_copy(db)) as part:
        chosen = [row["id"] for row in claims(part, ClaimFilter(tags=tags.resolve_all(part, names)))]
        of = parting.count(part)
        if len(chosen) in (0, of["claims"]):
            told = ", ".join(brief(name, MOST_SHOWN) for name in names)
            raise Refused(
                f"{'all claims have' if chosen else 'no claim has'} the tag {told}: `claimtrack tags list` shows how many claims have each"
            )
        left = parting.keep(part, chosen, others=others)
        derived.rebuild(part, progress)
        backup(part, out, like=file_of(db))
        return Parted(parting.count(part), of, left)
