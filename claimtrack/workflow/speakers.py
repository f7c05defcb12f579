"""Corrects what the desk knows of a speaker besides their names, which `joining` joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.texts.cleaning import clean_name, clean_url
from claimtrack.store import claimants
from claimtrack.store.file.database import write_transaction

if TYPE_CHECKING:
    from claimtrack.core.model import ClaimantKind


def describe(
    db: Database,
    claimant_id: int,
    *,
    kind: ClaimantKind | None = None,
    role: str | None = None,
    url: str | None = None,
    actor: str | None,
) -> dict[str, str | None]:
    """Change what is given; "" clears the role or the speaker's own page. Return what was changed, as it was.

    Raises NotFound, InvalidValue for a role that is far too long or an address that is none, Refused for the kind while a signed review waits to be published.
    """
    given = {"kind": kind, "role": role and clean_name(role, "role"), "url": url and clean_url(url)}
    with write_transaction(db, actor):
        was = claimants.get_details(db, claimant_id)
        changes = {
            name: value or None
            for name, value in given.items()
            if value is not None and (value or None) != was[name]
        }
        claimants.describe(db, claimant_id, changes)
    return {name: was[name] for name in changes}
