"""Desk work on a claim: status, priority, assignee, due day, notes and tags. Evidence is in linking.py."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils import Database

from claimtrack.core.desk.actors import is_same_actor
from claimtrack.core.errors import NotFound, Refused
from claimtrack.core.model import SET_ASIDE, NoteStep, Priority, Status
from claimtrack.core.steps import Worded
from claimtrack.core.texts.cleaning import (
    clean_date,
    clean_line,
    clean_name,
    clean_note,
    require_note,
    require_tag,
)
from claimtrack.store import claims, history, notes, tags
from claimtrack.store.file.connecting import file_of
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history_ranges import write_step
from claimtrack.store.reviews import reviews
from claimtrack.workflow import people
from claimtrack.workflow.taking import take_if_free, warn_if_taken

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange


@dataclass(frozen=True)
class Moved:
    """The status that a claim had, the range of history of the move, and who has it now if that changed.

    `warning` says that somebody else has a claim judged the same.
    """

    before: Status
    written: HistoryRange
    taken_by: str | None = None
    warning: str | None = None


def set_status(
    db: Database,
    claim_id: int,
    status: Status,
    *,
    note: str | None = None,
    together: Container[int] = (),
    takes: bool = False,
    actor: str | None,
) -> Moved:
    """Move a claim to a status. Raises NotFound, InvalidTransition, or Refused if a published verdict of ours requires the present one.

    `note`, why, is added to it, also if it had that status already. No warning names a claim moved `together`. With `takes`, a
    claim that nobody has is assigned to whoever begins to check it.
    """
    with write_step(db, actor) as written:
        before = claims.get(db, claim_id).status
        claims.set_status(db, claim_id, status)
        if words := clean_note(note or ""):
            add_note(db, claim_id, words, actor=actor)
        begun = status is Status.CHECKING and before is not status
        taken_by = take_if_free(db, claim_id, actor=actor) if begun and takes else None
        warning = warn_if_taken(db, claim_id, by=actor, together=together) if begun else None
        return Moved(before, written(), taken_by, warning)


def explain_unchanged(db: Database, claim_id: int) -> str:
    """Who gave a claim its status and who has it, for whoever sets that status again; empty if neither is known."""
    by, assignee = history.last_actor(db, "claims", claim_id, ["status"]), claims.get(db, claim_id).assignee
    told = [f"{by} set that"] if by else []
    told += [f"it is assigned to {assignee}"] if assignee else []
    return f": {', and '.join(told)}" if told else ""


def lacks_review(db: Database, claim_id: int) -> bool:
    """Whether the claim has the status published without a published review of ours, so that readers see no verdict."""
    return claims.get(db, claim_id).status is Status.PUBLISHED and not reviews.has_published(db, claim_id)


def set_priority(db: Database, claim_id: int, priority: Priority, *, actor: str | None) -> Priority:
    """Set a claim's priority; return the former one. Raises NotFound."""
    with write_transaction(db, actor):
        before = claims.get(db, claim_id).priority
        claims.update(db, claim_id, priority=priority)
    return before


def explain_not_due(db: Database, claim_id: int) -> str:
    """The hint that no list shows the claim as due, because it is set aside; empty if it is not. Raises NotFound."""
    status = claims.get(db, claim_id).status
    return f"it is {status}, so it is not listed as due" if status in SET_ASIDE else ""


class Due(NamedTuple):
    """The due day of a claim before and after; None for no day."""

    before: str | None
    after: str | None

    def of_published(self) -> str:
        """What publication made of it, to follow the word "published"."""
        if self.after:
            return f", to look at again on {self.after}"
        return f", no longer due on {self.before}" if self.before else ""


def set_due_on(db: Database, claim_id: int, due_on: str | None, *, actor: str | None) -> Due:
    """Set the due day of a claim, an ISO date; None or "" removes it. Raises NotFound, InvalidValue."""
    day = clean_date(due_on) if due_on else None
    with write_transaction(db, actor):
        before = claims.get(db, claim_id).due_on
        claims.update(db, claim_id, due_on=day)
    return Due(before, day)


@dataclass(frozen=True)
class Assigned:
    """The assignee of a claim before and after, None for nobody.

    `unknown` is a warning if a desk with users has no such user, `warning` one if somebody else has a claim judged the same.
    """

    before: str | None
    after: str | None
    unknown: str | None
    warning: str | None = None

    @property
    def is_taken_over(self) -> bool:
        """Whether somebody else had the claim."""
        return self.before is not None and not is_same_actor(self.before, self.after)


def assign(
    db: Database,
    claim_id: int,
    assignee: str | None,
    *,
    together: Container[int] = (),
    actor: str | None,
) -> Assigned:
    """Assign a claim to somebody, or to nobody with None or an empty name. Raises NotFound.

    A user's name is spelt as the desk has it; others, such as freelancers, may be assigned, too. No warning names a claim assigned
    `together`.
    """
    name = clean_name(assignee or "")
    user = people.resolve_user(file_of(db), name)
    with write_transaction(db, actor):
        before = claims.get(db, claim_id).assignee
        claims.update(db, claim_id, assignee=user.name or None)
        warning = warn_if_taken(db, claim_id, by=user.name, together=together) if user.name else None
    return Assigned(before, user.name or None, user.unknown, warning)


@dataclass(frozen=True)
class Removed:
    """What was removed from a claim, and the range of history."""

    claim_id: int
    written: HistoryRange


def add_note(
    db: Database, claim_id: int, body: str, *, step: NoteStep | None = None, actor: str | None
) -> int:
    """Add a note to a claim, once if it is sent twice within minutes; return its id. Raises NotFound, InvalidValue for an empty note."""
    body = require_note(body)
    with write_transaction(db, actor):
        claims.get(db, claim_id)
        return notes.add_once(db, claim_id, body, author=actor, step=step)


def remove_note(db: Database, note_id: int, *, actor: str | None) -> Removed:
    """Remove one's own note. Raises NotFound, or Refused for somebody else's."""
    with write_step(db, actor) as written:
        note = notes.get(db, note_id)
        if not is_same_actor(note["author"], actor):
            raise Refused(
                f"note {note_id} was written by {note['author'] or 'somebody'}, and only they can remove it"
            )
        notes.remove(db, note_id)
        return Removed(int(note["claim_id"]), written())


def remove_note_by_text(db: Database, claim_id: int, body: str, *, actor: str | None) -> Removed:
    """Remove a claim's note by its text, or by its beginning. Raises NotFound, or Refused if several begin so."""
    body = require_note(body)
    with write_transaction(db, actor):
        claims.get(db, claim_id)
        there = notes.of_claim(db, claim_id)
        found = [one for one in there if one["body"] == body] or [
            one for one in there if one["body"].startswith(body)
        ]
        if not found:
            raise NotFound(
                f"claim {claim_id} has no note that begins like this: see its notes "
                + Worded(f"with `claimtrack show {claim_id}`", "on its page")
            )
        if len({one["body"] for one in found}) > 1:
            raise Refused(f"claim {claim_id} has {len(found)} notes that begin like this: give more words")
        mine = [one for one in found if is_same_actor(one["author"], actor)]
        return remove_note(db, (mine or found)[-1]["id"], actor=actor)


def add_tag(db: Database, claim_id: int, name: str, *, actor: str | None) -> bool:
    """Tag a claim; return False if it has the tag already. Raises NotFound, or InvalidValue for an empty tag."""
    name = require_tag(name)
    with write_transaction(db, actor):
        claims.get(db, claim_id)
        return tags.add(db, claim_id, name)


def remove_tag(db: Database, claim_id: int, name: str, *, actor: str | None) -> None:
    """Remove a tag from a claim. Raises NotFound if the claim does not have it."""
    with write_transaction(db, actor):
        claims.get(db, claim_id)
        tags.remove(db, claim_id, clean_line(name))
