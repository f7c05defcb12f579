"""Desk work on a claim: status, priority, assignee, day due, links, notes, tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.core.desk.actors import same_actor
from claimtrack.core.errors import NotFound, Refused
from claimtrack.core.model import DONE, Priority, Stance, Status
from claimtrack.core.texts.cleaning import (
    clean_date,
    clean_line,
    clean_name,
    clean_passage,
    clean_source,
    clean_url,
    some_note,
    some_tag,
)
from claimtrack.store import claims, evidence, notes, rewinding, tags
from claimtrack.store.file.connecting import file_of
from claimtrack.store.file.database import write_transaction
from claimtrack.store.reviews import reviews
from claimtrack.workflow import concurrent_edits, people

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database


@dataclass(frozen=True)
class Moved:
    """The status that a claim had, and where history keeps the move."""

    before: Status
    after: int
    until: int


def set_status(
    db: Database, claim_id: int, status: Status, *, version: int | None = None, actor: str | None
) -> Moved:
    """Move a claim to a status. Raises NotFound or InvalidTransition, Refused from under a published verdict of ours.

    `version` is the one that was shown; ChangedMeanwhile when the claim has a newer one.
    """
    with write_transaction(db, actor):
        concurrent_edits.check(db, "claims", claim_id, version)
        before, after = claims.get(db, claim_id).status, rewinding.last_change(db)
        claims.set_status(db, claim_id, status)
        return Moved(before, after, rewinding.last_change(db))


def lacks_review(db: Database, claim_id: int) -> bool:
    """Whether the claim is called published, and no review of ours about it is: readers get no verdict of it."""
    return claims.get(db, claim_id).status is Status.PUBLISHED and not reviews.has_standing(db, claim_id)


def set_priority(
    db: Database, claim_id: int, priority: Priority, *, version: int | None = None, actor: str | None
) -> Priority:
    """Say how soon a claim is to be checked; what was said before. Raises NotFound.

    `version` is the one that was shown; ChangedMeanwhile when the claim has a newer one.
    """
    with write_transaction(db, actor):
        concurrent_edits.check(db, "claims", claim_id, version)
        before = claims.get(db, claim_id).priority
        claims.set_priority(db, claim_id, priority)
    return before


def told_not_due(db: Database, claim_id: int) -> str:
    """That no list shows the claim as due, whatever its day, because it is done; empty where it is not. Raises NotFound."""
    status = claims.get(db, claim_id).status
    return f"it is {status}, so it is not listed as due" if status in DONE else ""


class Due(NamedTuple):
    """By which day a claim was to be checked, and is now; None for no day."""

    before: str | None
    after: str | None


def set_due_on(
    db: Database, claim_id: int, due_on: str | None, *, version: int | None = None, actor: str | None
) -> Due:
    """Say by which day a claim is to be checked, an ISO date; None or nothing for no day. Raises NotFound, InvalidValue.

    `version` is the one that was shown; ChangedMeanwhile when the claim has a newer one.
    """
    day = clean_date(due_on) if due_on else None
    with write_transaction(db, actor):
        concurrent_edits.check(db, "claims", claim_id, version)
        before = claims.get(db, claim_id).due_on
        claims.set_due_on(db, claim_id, day)
    return Due(before, day)


@dataclass(frozen=True)
class Assigned:
    """Who had a claim and who has it now, None for nobody; `unknown` tells where that is no user of a desk with users."""

    before: str | None
    after: str | None
    unknown: str | None


def assign(
    db: Database, claim_id: int, assignee: str | None, *, version: int | None = None, actor: str | None
) -> Assigned:
    """Give a claim to somebody, or to nobody with None or an empty name. Raises NotFound.

    A user of the desk is spelt as they are; others, as freelancers, may be given a claim, too. `version` is the one that was
    shown; ChangedMeanwhile when the claim has a newer one.
    """
    name = clean_name(assignee or "")
    user = people.meant(file_of(db), name)
    with write_transaction(db, actor):
        concurrent_edits.check(db, "claims", claim_id, version)
        before = claims.get(db, claim_id).assignee
        claims.set_assignee(db, claim_id, user.name or None)
    return Assigned(before, user.name or None, user.unknown)


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
            title=clean_line(title or "") or None,
            quote=clean_passage(quote or "") or None,
            archived_url=clean_url(archived_url) if archived_url else None,
            is_primary=is_primary,
            added_by=actor,
        )


@dataclass(frozen=True)
class ChangedLink:
    """What is told otherwise of a link, field -> (before, after), and where history keeps it."""

    claim_id: int
    changes: dict[str, tuple[Any, Any]]
    after: int
    until: int


def change_link(db: Database, evidence_id: int, told: Mapping[str, Any], *, actor: str | None) -> ChangedLink:
    """Put right what is told of evidence: `stance`, `title`, `quote`, `archived_url`, `is_primary`; what is not told stays.

    Raises NotFound, InvalidValue, Refused where a signed verdict rests on it.
    """
    fields = dict(told)
    if "title" in told:
        fields["title"] = clean_line(told["title"] or "") or None
    if "quote" in told:
        fields["quote"] = clean_passage(told["quote"] or "") or None
    if "archived_url" in told:
        fields["archived_url"] = clean_url(told["archived_url"]) if told["archived_url"] else None
    with write_transaction(db, actor):
        after, row = rewinding.last_change(db), evidence.get(db, evidence_id)
        changes = {name: (row[name], value) for name, value in fields.items() if row[name] != value}
        evidence.change(db, evidence_id, {name: value for name, (_, value) in changes.items()})
        return ChangedLink(int(row["claim_id"]), changes, after, rewinding.last_change(db))


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


def standing_as_signed(db: Database, claim_id: int) -> list[int]:
    """Our published reviews of the claim, where nobody is correcting one: what is added to the claim is not in them."""
    under_way = reviews.under_way(db, claim_id)
    is_corrected = any(one.corrects_id is not None for one in under_way)
    return [] if is_corrected else [one.id for one in reviews.standing(db, claim_id)]


@dataclass(frozen=True)
class Removed:
    """What was taken off a claim, and where history keeps it."""

    claim_id: int
    after: int
    until: int


def remove_link(db: Database, evidence_id: int, *, actor: str | None) -> Removed:
    """Take a piece of evidence off its claim. Raises NotFound."""
    with write_transaction(db, actor):
        after = rewinding.last_change(db)
        claim_id = evidence.remove(db, evidence_id)
        return Removed(claim_id, after, rewinding.last_change(db))


def remove_link_to(db: Database, claim_id: int, source: str, *, actor: str | None) -> Stance:
    """Take an address, or a source in words, off a claim; what it did to the claim. Raises NotFound where the claim has none such."""
    with write_transaction(db, actor):
        row = _link_to(db, claim_id, source)
        evidence.remove(db, row["id"])
        return Stance(row["stance"])


def _link_to(db: Database, claim_id: int, source: str) -> dict[str, Any]:
    claims.get(db, claim_id)
    there = evidence.by_source(db, claim_id)
    asked = source if source in there else clean_line(source)
    if asked not in there:
        raise NotFound(f"claim {claim_id} has no source {source}. Its sources: {', '.join(there) or 'none'}")
    return there[asked]


def add_note(db: Database, claim_id: int, body: str, *, actor: str | None) -> int:
    """Write a note on a claim, once if it is sent twice within minutes; its id. Raises NotFound, or InvalidValue for an empty note."""
    body = some_note(body)
    with write_transaction(db, actor):
        claims.get(db, claim_id)
        return notes.add_once(db, claim_id, body, author=actor)


def remove_note(db: Database, note_id: int, *, actor: str | None) -> Removed:
    """Take one's own note back. Raises NotFound, or Refused for another's."""
    with write_transaction(db, actor):
        after = rewinding.last_change(db)
        note = notes.get(db, note_id)
        if not same_actor(note["author"], actor):
            raise Refused(
                f"note {note_id} was written by {note['author'] or 'somebody'}, and only they can remove it"
            )
        notes.remove(db, note_id)
        return Removed(int(note["claim_id"]), after, rewinding.last_change(db))


def remove_note_saying(db: Database, claim_id: int, body: str, *, actor: str | None) -> Removed:
    """Take the note of a claim that says this, or the one that begins so, back. Raises NotFound, Refused where several begin so."""
    body = some_note(body)
    with write_transaction(db, actor):
        claims.get(db, claim_id)
        there = notes.of_claim(db, claim_id)
        found = [one for one in there if one["body"] == body] or [
            one for one in there if one["body"].startswith(body)
        ]
        if not found:
            raise NotFound(
                f"claim {claim_id} has no note that begins like this: see its notes with `claimtrack show {claim_id}`"
            )
        if len({one["body"] for one in found}) > 1:
            raise Refused(f"claim {claim_id} has {len(found)} notes that begin like this: give more words")
        mine = [one for one in found if same_actor(one["author"], actor)]
        return remove_note(db, (mine or found)[-1]["id"], actor=actor)


def add_tag(db: Database, claim_id: int, name: str, *, actor: str | None) -> bool:
    """Tag a claim; False when it has the tag already. Raises NotFound, or InvalidValue for an empty tag."""
    name = some_tag(name)
    with write_transaction(db, actor):
        claims.get(db, claim_id)
        return tags.add(db, claim_id, name)


def remove_tag(db: Database, claim_id: int, name: str, *, actor: str | None) -> None:
    """Take a tag off a claim. Raises NotFound when the claim does not have it."""
    with write_transaction(db, actor):
        claims.get(db, claim_id)
        tags.remove(db, claim_id, clean_line(name))
