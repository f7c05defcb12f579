"""Attaches, corrects and removes the evidence of a claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.errors import NotFound
from claimtrack.core.model import Stance
from claimtrack.core.texts.cleaning import clean_line, clean_passage, clean_source, clean_url
from claimtrack.store import claims, evidence
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history_ranges import write_step
from claimtrack.store.marks import RETRACTED
from claimtrack.store.reviews import reviews
from claimtrack.workflow import taken_back
from claimtrack.workflow.desk import Removed

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange


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
    """Attach evidence, a web address or words; return its id. Raises NotFound, or InvalidValue for a bad source or one already there.

    It is marked as retracted if evidence at its address is, or the last that was removed from the desk.
    """
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
    """The changed fields of a link, as field -> (before, after), and the range of history."""

    claim_id: int
    changes: dict[str, tuple[Any, Any]]
    written: HistoryRange


def change_link(
    db: Database, evidence_id: int, given: Mapping[str, Any], *, actor: str | None
) -> ChangedLink:
    """Change fields of evidence: `stance`, `title`, `quote`, `archived_url`, `is_primary`; those not given stay.

    Raises NotFound, InvalidValue, Refused if a signed verdict rests on it.
    """
    fields = _cleaned(given)
    with write_step(db, actor) as written:
        row = evidence.get(db, evidence_id)
        changes = {name: (row[name], value) for name, value in fields.items() if row[name] != value}
        evidence.change(db, evidence_id, {name: value for name, (_, value) in changes.items()})
        return ChangedLink(int(row["claim_id"]), changes, written())


def change_link_to(
    db: Database, claim_id: int, source: str, given: Mapping[str, Any], *, actor: str | None
) -> ChangedLink:
    """`change_link` by the claim and the source's address or words. Raises NotFound if the claim does not have the source."""
    with write_transaction(db, actor):
        return change_link(db, link_to(db, claim_id, source)["id"], given, actor=actor)


def put_link(
    db: Database, claim_id: int, source: str, given: Mapping[str, Any], *, actor: str | None
) -> ChangedLink | None:
    """Change evidence that the claim has, or attach it and return None. Raises the errors of `add_link` and `change_link`."""
    there = evidence.find(db, claim_id, clean_source(source))
    if there is not None:
        return change_link(db, there, given, actor=actor)
    add_link(db, claim_id, source, **given, actor=actor)
    return None


def uncorrected_reviews(db: Database, claim_id: int) -> list[int]:
    """Our published reviews of the claim, if none is being corrected: evidence that is added now is not in them."""
    under_way = reviews.unpublished_reviews(db, claim_id)
    is_corrected = any(one.corrects_id is not None for one in under_way)
    return [] if is_corrected else [one.id for one in reviews.published_reviews(db, claim_id)]


def remove_link(db: Database, evidence_id: int, *, actor: str | None) -> tuple[Removed, str]:
    """Remove evidence from its claim, and the due day that its retraction set; return a sentence about that, or "". Raises NotFound."""
    with write_step(db, actor) as written:
        claim_id, told = _remove(db, evidence_id)
        return Removed(claim_id, written()), told


def remove_link_to(db: Database, claim_id: int, source: str, *, actor: str | None) -> tuple[Stance, str]:
    """Remove a source, an address or words, from a claim, as `remove_link` does; return its stance and that sentence.

    Raises NotFound if the claim does not have it.
    """
    with write_transaction(db, actor):
        row = link_to(db, claim_id, source)
        return Stance(row["stance"]), _remove(db, row["id"])[1]


def _remove(db: Database, evidence_id: int) -> tuple[int, str]:
    is_marked = evidence.get(db, evidence_id)["retracted_on"] is not None
    same = [row["id"] for row in evidence.same_source(db, evidence_id)] if is_marked else []
    claim_id = evidence.remove(db, evidence_id)
    is_over = is_marked and taken_back.settle_removed(db, RETRACTED, same, claim_id)
    return claim_id, "The claim is no longer due: it was because of this source." if is_over else ""


def _cleaned(given: Mapping[str, Any]) -> dict[str, Any]:
    """The given fields of evidence with their texts cleaned, None for an empty one. Raises InvalidValue."""
    fields = dict(given)
    for name, clean in _CLEAN.items():
        if name in given:
            fields[name] = (clean(given[name]) or None) if given[name] else None
    return fields


def link_to(db: Database, claim_id: int, source: str) -> dict[str, Any]:
    """The claim's evidence from this source, an address or words. Raises NotFound."""
    claims.get(db, claim_id)
    there = evidence.by_source(db, claim_id)
    asked = source if source in there else clean_line(source)
    if asked not in there:
        raise NotFound(f"claim {claim_id} has no source {source}. Its sources: {', '.join(there) or 'none'}")
    return there[asked]
