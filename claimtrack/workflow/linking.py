"""Evidence of a claim: attached, put right and taken off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import NotFound
from claimtrack.core.model import Stance
from claimtrack.core.texts.cleaning import clean_line, clean_passage, clean_source, clean_url
from claimtrack.store import claims, evidence, rewinding
from claimtrack.store.file.database import write_transaction
from claimtrack.store.reviews import reviews
from claimtrack.store.stretches import since
from claimtrack.workflow.desk import Removed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

    from claimtrack.store.stretches import Stretch


_CLEAN = {"title": clean_line, "quote": clean_passage, "archived_url": clean_url}


def add_link(
    db: Database,
    claim_id: int,
    source: str,
    *,
    stance: Stance = Stance.CONTEXT,
    title: str | None = None,
    quote: str | None = None,
    archived_url: str | None = None,
    is_primary: bool | None = None,
    actor: str | None,
) -> int:
    """Attach a piece of evidence, a web address or words; its id. Raises NotFound, or InvalidValue for one that is bad or known."""
    with write_transaction(db, actor):
        claims.get(db, claim_id)
        return evidence.add(
            db,
            claim_id,
            clean_source(source),
            stance=stance,
            is_primary=is_primary,
            added_by=actor,
            **_cleaned({"title": title, "quote": quote, "archived_url": archived_url}),
        )


@dataclass(frozen=True)
class ChangedLink:
    """What is told otherwise of a link, field -> (before, after), and where history keeps it."""

    claim_id: int
    changes: dict[str, tuple[Any, Any]]
    written: Stretch


def change_link(db: Database, evidence_id: int, told: Mapping[str, Any], *, actor: str | None) -> ChangedLink:
    """Put right what is told of evidence: `stance`, `title`, `quote`, `archived_url`, `is_primary`; what is not told stays.

    Raises NotFound, InvalidValue, Refused where a signed verdict rests on it.
    """
    fields = _cleaned(told)
    with write_transaction(db, actor):
        after, row = rewinding.last_change(db), evidence.get(db, evidence_id)
        changes = {name: (row[name], value) for name, value in fields.items() if row[name] != value}
        evidence.change(db, evidence_id, {name: value for name, (_, value) in changes.items()})
        return ChangedLink(int(row["claim_id"]), changes, since(db, after))


def change_link_to(
    db: Database, claim_id: int, source: str, told: Mapping[str, Any], *, actor: str | None
) -> ChangedLink:
    """The same for the evidence of a claim at an address, or from a source in words. Raises NotFound where the claim has none such."""
    with write_transaction(db, actor):
        return change_link(db, _link_to(db, claim_id, source)["id"], told, actor=actor)


def put_link(
    db: Database, claim_id: int, source: str, told: Mapping[str, Any], *, actor: str | None
) -> ChangedLink | None:
    """Put right what is told of evidence that the claim has, or attach it: then None. Raises as `add_link` and `change_link` do."""
    there = evidence.find(db, claim_id, clean_source(source))
    if there is not None:
        return change_link(db, there, told, actor=actor)
    add_link(db, claim_id, source, **told, actor=actor)
    return None


def uncorrected_reviews(db: Database, claim_id: int) -> list[int]:
    """Our published reviews of the claim, where nobody is correcting one: what is added to the claim is not in them."""
    under_way = reviews.under_way(db, claim_id)
    is_corrected = any(one.corrects_id is not None for one in under_way)
    return [] if is_corrected else [one.id for one in reviews.standing(db, claim_id)]


def remove_link(db: Database, evidence_id: int, *, actor: str | None) -> Removed:
    """Take a piece of evidence off its claim. Raises NotFound."""
    with write_transaction(db, actor):
        after = rewinding.last_change(db)
        claim_id = evidence.remove(db, evidence_id)
        return Removed(claim_id, since(db, after))


def remove_link_to(db: Database, claim_id: int, source: str, *, actor: str | None) -> Stance:
    """Take an address, or a source in words, off a claim; what it did to the claim. Raises NotFound where the claim has none such."""
    with write_transaction(db, actor):
        row = _link_to(db, claim_id, source)
        evidence.remove(db, row["id"])
        return Stance(row["stance"])


def _cleaned(told: Mapping[str, Any]) -> dict[str, Any]:
    """What is told of evidence, its texts as the desk keeps them, None for an empty one. Raises InvalidValue."""
    fields = dict(told)
    for name, clean in _CLEAN.items():
        if name in told:
            fields[name] = (clean(told[name]) or None) if told[name] else None
    return fields


def _link_to(db: Database, claim_id: int, source: str) -> dict[str, Any]:
    claims.get(db, claim_id)
    there = evidence.by_source(db, claim_id)
    asked = source if source in there else clean_line(source)
    if asked not in there:
        raise NotFound(f"claim {claim_id} has no source {source}. Its sources: {', '.join(there) or 'none'}")
    return there[asked]
