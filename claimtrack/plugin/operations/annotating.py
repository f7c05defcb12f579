"""Desk work on a claim: status, priority, assignee, due date, notes, evidence and tags; each can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.errors import Refused
from claimtrack.core.model import Priority, Stance, Status
from claimtrack.core.texts.cleaning import clean_note
from claimtrack.core.texts.printable import humanise_name
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Kind, Values
from claimtrack.plugin.operations import about
from claimtrack.plugin.pages.claim import PAGE
from claimtrack.plugin.visit import Operation, Result, Undo, Visit
from claimtrack.store import claims, history, labels
from claimtrack.store.history_ranges import since, write_step
from claimtrack.workflow import desk, linking, people, retracting, settling

if TYPE_CHECKING:
    from sqlite_utils import Database


def set_status(db: Database, visit: Visit, values: Values) -> Result:
    """Move the claim to another status."""
    claim_id, status = visit.ids["claim_id"], values["status"]
    if status is Status.PUBLISHED and permissions.SIGN_OFF not in visit.may:
        raise Refused("only someone who can approve reviews can publish a claim: ask an editor")
    takes = not values.get("assignee")  # the form on the claim's page has a person, too
    moved = desk.set_status(db, claim_id, status, note=values["note"], takes=takes, actor=visit.actor)
    before = moved.before
    message = _describe_change("Status", humanise_name(before), humanise_name(status))
    if moved.taken_by:
        message += f" Assigned to {moved.taken_by}."
    if desk.lacks_review(db, claim_id):
        message += " You have no published review of it, so readers see no verdict yet."
    undo = Undo.changes(moved.written, visit.claim_page)
    return Result(message, visit.claim_page, undo, {"before": before, "status": status}, (moved.warning,))


def set_priority(db: Database, visit: Visit, values: Values) -> Result:
    """Set how urgent the claim is."""
    priority = values["priority"]
    with write_step(db, visit.actor) as written:
        before = desk.set_priority(db, visit.ids["claim_id"], priority, actor=visit.actor)
        undo = Undo.changes(written(), visit.claim_page)
    data = {"before": before, "priority": priority}
    return Result(_describe_change("Priority", before, priority), visit.claim_page, undo, data)


def _describe_change(what: str, before: str, after: str) -> str:
    """Say what changed, or that the value was already set."""
    return f"{what}: {before} → {after}." if before != after else f"{what}: already {after}."


def set_due_on(db: Database, visit: Visit, values: Values) -> Result:
    """Set or clear the date by which the claim is to be checked or, once published, looked at again."""
    claim_id, given = visit.ids["claim_id"], values["due_on"]
    with write_step(db, visit.actor) as written:
        before, day = desk.set_due_on(db, claim_id, given, actor=visit.actor)
        undo = Undo.changes(written(), visit.claim_page)
    message = f"Due {day}." if day else "The due date is removed."
    warnings = [desk.explain_not_due(db, claim_id)] if day else []
    return Result(message, visit.claim_page, undo, {"before": before, "due_on": day}, warnings)


def assign(db: Database, visit: Visit, values: Values) -> Result:
    """Assign the claim to a person, or to nobody."""
    with write_step(db, visit.actor) as written:
        done = desk.assign(db, visit.ids["claim_id"], values["assignee"], actor=visit.actor)
        undo = Undo.changes(written(), visit.claim_page)
    message = f"Assigned to {done.after}." if done.after else "Nobody is assigned now."
    data = {"before": done.before, "assignee": done.after}
    return Result(message, visit.claim_page, undo, data, (done.unknown, done.warning))


def save_work(db: Database, visit: Visit, values: Values) -> Result:
    """Save the form on the claim's page: each changed field as an operation with its own history entry."""
    claim_id = visit.ids["claim_id"]
    claim, begun = claims.get(db, claim_id), history.last_change_id(db)
    was = {name: getattr(claim, name, None) for name in _WORK}  # None for the tag: the form only adds one
    each = {**values, "note": None}  # the note is written once, not with each change
    done = [
        change(db, visit, each)
        for name, change in _WORK.items()
        if name in values and values[name] != was[name]
    ]
    if clean_note(values.get("note") or ""):
        done.append(_write_note(db, visit, values["note"]))
    written = since(db, begun)
    message = " ".join(one.message for one in done) or "Nothing to change."
    warnings = [told for one in done for told in one.warnings]
    undo = Undo.changes(written, visit.claim_page)
    return Result(message, visit.claim_page, undo, written._asdict(), warnings)


def add_note(db: Database, visit: Visit, values: Values) -> Result:
    """Add a note, which may settle what is in doubt."""
    if not values["settles_doubt"]:
        return _write_note(db, visit, values["body"])
    done = settling.settle_doubts(db, visit.ids["claim_id"], values["body"], actor=visit.actor)
    told, undo = f"Note added. The claim is {done.outcome}.", Undo.changes(done.written, visit.claim_page)
    return Result(told, f"{visit.claim_page}#notes", undo, {"note_id": done.note_id})


def _write_note(db: Database, visit: Visit, body: str) -> Result:
    note_id = desk.add_note(db, visit.ids["claim_id"], body, actor=visit.actor)
    workers = permissions.assignable_names(visit.datasette, visit.database)
    warnings = [people.unheard_mention(db, body, workers)]
    undo = Undo(f"note/{note_id}/remove")
    return Result("Note added.", f"{visit.claim_page}#notes", undo, {"note_id": note_id}, warnings)


def remove_note(db: Database, visit: Visit, values: Values) -> Result:
    """Remove one of the user's own notes."""
    removed = desk.remove_note(db, visit.ids["note_id"], actor=visit.actor)
    return _removal_result(removed, "Note removed.", "notes")


def add_link(db: Database, visit: Visit, values: Values) -> Result:
    """Attach evidence."""
    with write_step(db, visit.actor) as written:
        evidence_id = linking.add_link(
            db,
            visit.ids["claim_id"],
            values["url"],
            stance=values["stance"] or Stance.CONTEXT,
            title=values["title"],
            quote=values["quote"],
            archived_url=values["archived_url"],
            is_primary=values["is_primary"],
            actor=visit.actor,
        )
        undo = Undo.changes(written(), visit.claim_page)
    warning = retracting.known_retraction(db, evidence_id)
    data = {"evidence_id": evidence_id}
    return Result("Evidence added.", f"{visit.claim_page}#evidence", undo, data, (warning,))


def change_link(db: Database, visit: Visit, values: Values) -> Result:
    """Change what is recorded of a piece of evidence."""
    evidence_id = visit.ids["evidence_id"]
    changed = linking.change_link(db, evidence_id, values, actor=visit.actor)
    home = f"claim/{changed.claim_id}"
    if not changed.changes:
        return Result("Nothing to change.", f"{home}#evidence")
    undo = Undo.changes(changed.written, home)
    data = {"claim_id": changed.claim_id, "changes": changed.changes, **changed.written._asdict()}
    return Result("Evidence changed.", f"{home}#evidence", undo, data)


def remove_link(db: Database, visit: Visit, values: Values) -> Result:
    """Remove evidence from its claim."""
    removed, told = linking.remove_link(db, visit.ids["evidence_id"], actor=visit.actor)
    return _removal_result(removed, " ".join(filter(None, ["Evidence removed.", told])), "evidence")


def _removal_result(removed: desk.Removed, message: str, section: str) -> Result:
    home = f"claim/{removed.claim_id}"
    undo = Undo.changes(removed.written, home)
    data = {"claim_id": removed.claim_id, **removed.written._asdict()}
    return Result(message, f"{home}#{section}", undo, data)


def add_tag(db: Database, visit: Visit, values: Values) -> Result:
    """Tag the claim."""
    added = desk.add_tag(db, visit.ids["claim_id"], values["tag"], actor=visit.actor)
    tag = labels.resolve(db, labels.TAG, values["tag"])
    message = f"Tagged {tag}." if added else f"It already has the tag {tag}."
    undo = Undo(f"{visit.claim_page}/untag", {"tag": tag}) if added else None
    return Result(message, visit.claim_page, undo, {"added": added})


def remove_tag(db: Database, visit: Visit, values: Values) -> Result:
    """Remove a tag."""
    desk.remove_tag(db, visit.ids["claim_id"], values["tag"], actor=visit.actor)
    undo = Undo(f"{visit.claim_page}/tag", {"tag": values["tag"]})
    return Result(f"Tag {values['tag']} removed.", visit.claim_page, undo)


_WORK: dict[str, Callable[[Database, Visit, Values], Result]] = {
    "status": set_status,
    "priority": set_priority,
    "assignee": assign,
    "due_on": set_due_on,
    "tag": add_tag,
}
"""The operation for each field of the form on the claim's page."""

_TAG = (Field("tag", "the tag, in a word or two", required=True),)
_LINK = (
    Field(
        "url",
        "a web address that starts with http:// or https://, or words if it is not a web page",
        required=True,
    ),
    Field("title", "the title of the page"),
    Field("quote", "the passage that matters, such as p. 44: 141 inhabitants", Kind.TEXT),
    Field("stance", "whether it supports or refutes the claim, or gives context", choices=Stance),
    Field("archived_url", "the web address of an archived copy"),
    Field("is_primary", "whether it is a primary source", Kind.FLAG),
)
_WHY = Field("note", "why, as a note on the claim", Kind.TEXT)
_STATUS = (Field("status", "the status to move to", required=True, choices=Status), _WHY)
_PRIORITY = (Field("priority", "how urgent it is", required=True, choices=Priority),)
_DUE = (Field("due_on", "the due date, as YYYY-MM-DD; empty to remove it", named=True),)
_ASSIGN = (Field("assignee", "the name of a person; empty for nobody", named=True),)
_WORK_FIELDS = (
    _STATUS[0],
    _PRIORITY[0],
    replace(_ASSIGN[0], named=False),
    replace(_DUE[0], named=False),
    Field("tag", "a tag to add, in a word or two"),
    _WHY,
)
_NOTE = (
    Field("body", "the note, as plain text", Kind.TEXT, required=True),
    Field("settles_doubt", "whether it says why what is in doubt of the claim stays as it is", Kind.FLAG),
)

_CLAIM = "claim/{claim_id}"
_MAY = permissions.ANNOTATE

OPERATIONS = (
    Operation(
        f"{_CLAIM}/work",
        "Change the status, priority, person or due date of a claim, or tag it, all at once",
        _MAY,
        _WORK_FIELDS,
        save_work,
        PAGE,
        about=about.claim,
        changes=True,
    ),
    Operation(
        f"{_CLAIM}/status",
        "Move a claim to another status",
        _MAY,
        _STATUS,
        set_status,
        PAGE,
        about=about.claim,
    ),
    Operation(
        f"{_CLAIM}/priority",
        "Set how urgent a claim is",
        _MAY,
        _PRIORITY,
        set_priority,
        PAGE,
        about=about.claim,
    ),
    Operation(
        f"{_CLAIM}/due", "Set the due date of a claim", _MAY, _DUE, set_due_on, PAGE, about=about.claim
    ),
    Operation(
        f"{_CLAIM}/assign", "Assign a claim to a person", _MAY, _ASSIGN, assign, PAGE, about=about.claim
    ),
    Operation(f"{_CLAIM}/note", "Add a note to a claim", _MAY, _NOTE, add_note, PAGE, about=about.doubts),
    Operation(f"{_CLAIM}/link", "Attach evidence to a claim", _MAY, _LINK, add_link, PAGE, about=None),
    Operation(f"{_CLAIM}/tag", "Tag a claim", _MAY, _TAG, add_tag, PAGE, about=None),
    Operation(f"{_CLAIM}/untag", "Remove a tag from a claim", _MAY, _TAG, remove_tag, PAGE, about=None),
    Operation("note/{note_id}/remove", "Remove your own note", _MAY, (), remove_note, None, about=None),
    Operation(
        "evidence/{evidence_id}/change",
        "Change a link of a claim",
        _MAY,
        _LINK[1:],
        change_link,
        None,
        about=about.source,
        changes=True,
    ),
    Operation(
        "evidence/{evidence_id}/remove",
        "Remove evidence from a claim",
        _MAY,
        (),
        remove_link,
        None,
        about=about.source_to_remove,
    ),
)
