"""Applies the same change to many claims at once: to all of them or to none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.errors import InvalidTransition, InvalidValue, Refused
from claimtrack.core.model import Priority, Stance, Status
from claimtrack.core.texts.printable import numbered
from claimtrack.store import claims
from claimtrack.store.history_ranges import write_step
from claimtrack.store.statuses import refuse_step
from claimtrack.workflow import concurrent_edits, desk, linking, people
from claimtrack.workflow.reviews import several
from claimtrack.workflow.taking import take_if_free, warnings_if_taken

if TYPE_CHECKING:
    from claimtrack.core.steps import Worded
    from claimtrack.store.history_ranges import HistoryRange

MOST = 1_000
"""How many claims can be changed at once."""
EACH = 7
"""How many undoable changes one claim can get: status, priority, assignee and due day, a tag, a note and a source."""


@dataclass(frozen=True, slots=True)
class Change:
    """The change to each claim; None leaves a field as it is. An empty `assignee` means nobody; `tag` and `note` are added.

    So is the source at `url`, or in words, with its stance, title and so on; if a claim has the source already, these are updated.
    """

    status: Status | None = None
    priority: Priority | None = None
    assignee: str | None = None
    due_on: str | None = None
    tag: str | None = None
    note: str | None = None
    url: str | None = None
    stance: Stance | None = None
    title: str | None = None
    quote: str | None = None
    is_primary: bool | None = None
    verdict: several.Verdict | None = None

    def of_link(self) -> dict[str, Any]:
        """The fields of the link that are given."""
        told = {name: getattr(self, name) for name in ("stance", "title", "quote", "is_primary")}
        return {name: value for name, value in told.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Changed:
    """The range of history, and the assignment of the last claim, if the assignee was to change.

    `taken` are the claims that nobody had, and that are now the actor's to check. `warnings` are, by the claim, what verdicts that were published lack, and who has a claim judged the same.
    """

    written: HistoryRange
    assigned: desk.Assigned | None = None
    taken: Sequence[int] = ()
    warnings: dict[int, list[str]] = field(default_factory=dict)


def change_claims(
    db: Database, claim_ids: Sequence[int], change: Change, *, version: int | None = None, actor: str | None
) -> Changed:
    """Change the claims. Raises NotFound, InvalidValue, or Refused if one of them cannot be changed so.

    `version` is the last change of the desk that was shown: raises ChangedMeanwhile if one of the claims, or the verdict with which a
    step is taken, was changed since.
    """
    refuse_too_many(claim_ids)
    if change == Change():
        raise InvalidValue(
            "there is nothing to change: choose a status, a person, a priority, a day or a tag, add a note or a source, or take a step with their verdicts"
        )
    if change.url is None and change.of_link():
        raise InvalidValue(
            "a stance, a title, a passage and whether it is primary are about a source: give its address, or say what it is"
        )
    if change.status is Status.PUBLISHED:
        raise InvalidValue(
            "claims are published with their verdicts: choose the step “publish” for these, or another status"
        )
    assigned = None
    with write_step(db, actor) as written:
        concurrent_edits.check_all(db, claim_ids, version)
        if change.status is not None:
            _refuse_stuck(db, claim_ids, change.status)
        taken = [one for one in claim_ids if _set_status(db, one, change, actor)]
        for claim_id in claim_ids:
            assigned = _change(db, claim_id, change, actor)
        verdict = change.verdict
        warnings = several.take_step(db, claim_ids, verdict, version=version, actor=actor) if verdict else {}
        for claim_id, warning in _warnings(db, claim_ids, change, assigned, actor).items():
            warnings.setdefault(claim_id, []).append(warning)
        return Changed(written(), assigned, taken, warnings)


def _warnings(
    db: Database, claim_ids: Sequence[int], change: Change, assigned: desk.Assigned | None, actor: str | None
) -> dict[int, Worded]:
    """The warnings that somebody else has a claim judged the same, if these were assigned or are now being checked."""
    name = assigned.after if assigned else None
    if name is None and change.status is not Status.CHECKING:
        return {}
    return warnings_if_taken(db, claim_ids, by=name or actor)


def reassign(db: Database, of: str, assignee: str, *, actor: str | None) -> tuple[int, Changed]:
    """Reassign a person's open claims to another, or with an empty name to nobody; return how many. Raises NotFound."""
    assigned = None
    with write_step(db, actor) as written:
        claim_ids = people.open_claims_of(db, of)
        for claim_id in claim_ids:
            assigned = desk.assign(db, claim_id, assignee, actor=actor)
        taken = warnings_if_taken(db, claim_ids, by=assigned.after) if assigned and assigned.after else {}
        warnings: dict[int, list[str]] = {one: [told] for one, told in taken.items()}
        return len(claim_ids), Changed(written(), assigned, warnings=warnings)


def refuse_too_many(claim_ids: Sequence[int]) -> None:
    """Raise InvalidValue for more claims than can be changed at once."""
    if len(claim_ids) > MOST:
        raise InvalidValue(
            f"at most {MOST:,} claims can be changed at once, and these are {len(claim_ids):,}: change some of them, then the others"
        )


def _set_status(db: Database, claim_id: int, change: Change, actor: str | None) -> str | None:
    """Move the claim to the status; return whom it was assigned to, if to whoever begins to check it and to nobody else."""
    if change.status is None:
        return None
    before = claims.get(db, claim_id).status
    claims.set_status(db, claim_id, change.status)
    begun = change.status is Status.CHECKING and before is not Status.CHECKING
    return take_if_free(db, claim_id, actor=actor) if begun and change.assignee is None else None


def _change(db: Database, claim_id: int, change: Change, actor: str | None) -> desk.Assigned | None:
    """Change everything but the status."""
    if change.priority is not None:
        desk.set_priority(db, claim_id, change.priority, actor=actor)
    if change.due_on is not None:
        desk.set_due_on(db, claim_id, change.due_on, actor=actor)
    if change.tag is not None:
        desk.add_tag(db, claim_id, change.tag, actor=actor)
    if change.note is not None:
        desk.add_note(db, claim_id, change.note, actor=actor)
    if change.url is not None:
        linking.put_link(db, claim_id, change.url, change.of_link(), actor=actor)
    if change.assignee is not None:
        return desk.assign(db, claim_id, change.assignee, actor=actor)
    return None


def _refuse_stuck(db: Database, claim_ids: Sequence[int], status: Status) -> None:
    """Raise Refused, which names all claims that cannot move to the status."""
    stuck: dict[int, str] = {}
    for claim_id in claim_ids:
        try:
            refuse_step(db, claim_id, claims.get(db, claim_id).status, status)
        except (InvalidTransition, Refused) as error:
            stuck[claim_id] = error.words
    if stuck:
        first, *others = stuck
        also = f"; nor can {numbered('claim', others)}" if others else ""
        raise Refused(
            stuck[first]
            + f"{also}. None of the claims was changed: leave out those that cannot, or choose another status"
        )
