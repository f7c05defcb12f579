"""What stands between a claim and publication, told to whoever is about to sign or publish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.readiness import examine
from claimtrack.store.readiness import dossiers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from claimtrack.core.readiness import Dossier, Obstacle


def lint(db: Database, claim_ids: Sequence[int] = ()) -> tuple[list[Dossier], list[Obstacle]]:
    """These claims, or all that are on their way, as the rules see them, and everything the rules find. Raises NotFound."""
    claims = list(dossiers(db, claim_ids))
    return claims, [found for claim in claims for found in examine(claim)]


def obstacles(db: Database, claim_id: int) -> list[str]:
    """What stands in the way of the claim, in words: nobody is kept from publishing it, but nobody does so unawares."""
    return [found.message for found in lint(db, [claim_id])[1] if found.blocks]
