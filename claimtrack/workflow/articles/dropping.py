"""The claims that an article no longer contains, or that were in one that its outlet withdrew."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from sqlite_utils import Database

from claimtrack.core.model import Status
from claimtrack.store import appearances, clusters, versions


@dataclass(frozen=True, slots=True)
class Dropped:
    """A claim that a new version of its article no longer contains, or that was in a withdrawn one, with its status on the desk."""

    claim_id: int
    text: str
    status: Status


def find_dropped(db: Database, previous_id: int, held: Set[int]) -> tuple[Dropped, ...]:
    """The claims of the previous version that are neither among those `held` now nor judged the same as one of them."""
    before = {row["claim_id"]: row for row in appearances.of_article(db, previous_id) if row["quote"]}
    gone = before.keys() - held
    same = clusters.same_as(db, sorted(gone))
    return tuple(
        Dropped(claim_id, row["claim"], Status(row["status"]))
        for claim_id, row in before.items()
        if claim_id in gone and held.isdisjoint(same.get(claim_id, ()))
    )


def withdrawn_claims(db: Database, article_id: int) -> tuple[Dropped, ...]:
    """The claims of an article that is or was withdrawn, each once; those of the versions before a notice of withdrawal, too."""
    rows = versions.last_appearances(db, article_id, is_withdrawn=True)
    found = {row["claim_id"]: Dropped(row["claim_id"], row["claim"], Status(row["status"])) for row in rows}
    return tuple(found.values())
