"""The same change to all claims marked in a list, as a single operation with a single Undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from datasette import Forbidden

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Priority, Stance, Status
from claimtrack.core.texts.cleaning import clean_name
from claimtrack.core.texts.printable import MOST_NAMED, humanise_name, plural
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Kind, Values
from claimtrack.plugin.operations import about, reviewing
from claimtrack.plugin.operations.undoing import undoable
from claimtrack.plugin.pages import home, marked
from claimtrack.plugin.visit import Operation, Result, Undo, Visit, is_return_page
from claimtrack.plugin.wording import page_text
from claimtrack.workflow.changing_many import Change, Changed, change_claims
from claimtrack.workflow.changing_many import reassign as reassign_claims
from claimtrack.workflow.people import waiting_notes
from claimtrack.workflow.reviews.several import Step, Verdict

if TYPE_CHECKING:
    from sqlite_utils import Database


_NOBODY = "-"
_STEP_RESULTS = {
    Step.SUBMIT: "verdicts submitted",
    Step.APPROVE: "verdicts approved",
    Step.RETURN: "verdicts sent back",
    Step.PUBLISH: "verdicts published",
}
_NO_UNDO = " Verdicts are not taken back with Undo: an editor can send them back."
_STAYS = " Undo does not take that back: a published verdict can be held, corrected, updated or withdrawn."
_UNDO_NOTES = {Step.SUBMIT: _NO_UNDO, Step.APPROVE: _NO_UNDO, Step.RETURN: "", Step.PUBLISH: _STAYS}


def change(db: Database, visit: Visit, values: Values) -> Result:
    """Change the marked claims."""
    ids = list(dict.fromkeys(values["claims"]))
    wanted = _parse_change(db, visit, values)
    changed = change_claims(db, ids, wanted, version=visit.version, actor=visit.actor)
    here = f"marked?claim={','.join(map(str, ids))}"
    more = {"back": marked.list_address(visit), "then": ",".join(map(str, marked.marked_ids(visit)[1]))}
    given = {name: value for name, value in more.items() if value}
    goto = f"{here}&{urlencode(given)}" if given else here
    data = changed.written._asdict()
    if changed.written.is_empty:
        return Result("Nothing to change: they all have that already.", goto, data=data)
    message = f"{plural(len(ids), 'claim')}: {', '.join(_describe_change(wanted, changed))}."
    warnings = _warnings(changed)
    if wanted.verdict is not None:
        return Result(message + _UNDO_NOTES[wanted.verdict.step], goto, data=data, warnings=warnings)
    # The Undo of more claims than a place may name leads to the desk.
    undo = Undo.changes(changed.written, here if is_return_page(here) else "desk")
    return Result(message, goto, undo, data, warnings)


def reassign(db: Database, visit: Visit, values: Values) -> Result:
    """Assign all open claims of a person to another, or to nobody."""
    name = clean_name(values["assignee"])
    count, changed = reassign_claims(db, values["of"], "" if name == _NOBODY else name, actor=visit.actor)
    data = {"claims": count, **changed.written._asdict()}
    if changed.assigned is None or changed.written.is_empty:
        return Result("Nothing to change: they are theirs already.", "desk", data=data)
    message = f"{plural(count, 'claim')} of {values['of']}: assigned to {changed.assigned.after or 'nobody'}."
    done = Result(message, "desk", data=data, warnings=[*_warnings(changed), waiting_notes(db, values["of"])])
    return undoable(db, visit, done, changed.written)


def _parse_change(db: Database, visit: Visit, values: Values) -> Change:
    """The change that the form describes. A blank assignee leaves the claims as they are."""
    given = {one.name: values[one.name] for one in fields(Change) if one.name in values}
    name = clean_name(given["assignee"] or "") or None
    verdict = _parse_verdict(db, visit, values)
    return Change(**given | {"assignee": "" if name == _NOBODY else name, "verdict": verdict})


def _parse_verdict(db: Database, visit: Visit, values: Values) -> Verdict | None:
    """The review step to take. Raises InvalidValue for a rating without submission, Forbidden for users who may not sign off."""
    step, said = values["review"], reviewing.find_rating(db, values)
    if step not in (None, Step.SUBMIT) and permissions.SIGN_OFF not in visit.may:
        raise Forbidden(
            f"to {step} a verdict, you need the role editor: it has the permission {permissions.SIGN_OFF}"
        )
    if step is not Step.SUBMIT and (values["rating_id"] is not None or values["summary"]):
        raise InvalidValue("a rating and a summary are only for verdicts to submit: choose that step")
    if step is not Step.PUBLISH and (values["reviewed_on"] or values["url_pattern"]):
        raise InvalidValue("a date and an address are only for verdicts to publish: choose that step")
    if step is None:
        return None
    given = (values["summary"], values["reviewed_on"], values["url_pattern"])
    return Verdict(step, said.get("rating"), said.get("scale"), *given)


def _warnings(changed: Changed) -> list[str | None]:
    """That there is no such user, and what is to be known of the first few claims."""
    found = [f"claim {one}: {page_text(told)}" for one, all_ in changed.warnings.items() for told in all_]
    more = [f"and {len(found) - MOST_NAMED:,} more"] if len(found) > MOST_NAMED else []
    unknown = changed.assigned.unknown if changed.assigned else None
    return [unknown, "; ".join([*found[:MOST_NAMED], *more])]


def _describe_change(wanted: Change, changed: Changed) -> Iterator[str]:
    if wanted.status is not None:
        yield f"status {humanise_name(wanted.status)}"
    if wanted.priority is not None:
        yield f"{wanted.priority} priority"
    if changed.assigned is not None:
        yield f"assigned to {changed.assigned.after or 'nobody'}"
    if changed.taken:
        yield f"{len(changed.taken):,} assigned to you"
    if wanted.due_on is not None:
        yield f"due {wanted.due_on}"
    if wanted.tag is not None:
        yield f"tagged {wanted.tag}"
    if wanted.note is not None:
        yield "noted"
    if wanted.url is not None:
        yield f"source {wanted.url}"
    if wanted.verdict is not None:
        yield f"{_STEP_RESULTS[wanted.verdict.step]}{f' as {wanted.verdict.rating}' if wanted.verdict.rating else ''}"


_FIELDS = (
    Field("claims", "the claims to change, by their numbers", Kind.NUMBERS, required=True),
    Field("status", "the status to move them to", choices=Status),
    Field("priority", "how urgent they are", choices=Priority),
    Field("assignee", f"the name of a person, or {_NOBODY} for nobody"),
    Field("due_on", "their due date, as YYYY-MM-DD"),
    Field("tag", "a tag to add, in a word or two"),
    Field("note", "a note to add, as plain text", Kind.TEXT),
    Field(
        "url",
        "a source to add: a web address that starts with http:// or https://, or words if it is not a web page",
    ),
    Field("stance", "whether the source supports or refutes the claims, or gives context", choices=Stance),
    Field("title", "the title of the source"),
    Field("quote", "the passage that matters, such as p. 44: 141 inhabitants", Kind.TEXT),
    Field("is_primary", "whether it is a primary source", Kind.FLAG),
    Field(
        "review",
        "the next step of their verdicts; to approve, return or publish them you must be allowed to sign off",
        choices=Step,
    ),
    Field("rating_id", "the number of the rating, for verdicts to submit", Kind.INTEGER),
    Field("summary", "the verdict in a few sentences, where it is the same for all", Kind.TEXT),
    Field("reviewed_on", "the date of verdicts to publish, as YYYY-MM-DD"),
    Field(
        "url_pattern",
        "the address of verdicts to publish that have none, such as https://desk.example/checks/{id}-{slug}; its parts are {id}, {claim_id}, {slug}, {year}, {month} and {day}",
    ),
)
_REASSIGN = (
    Field("of", "whose claims they are", required=True),
    Field("assignee", f"the name of a person, or {_NOBODY} for nobody", required=True),
)

OPERATIONS = (
    Operation(
        "marked/change",
        "Change several claims at once, all of them or none",
        permissions.ANNOTATE,
        _FIELDS,
        change,
        marked.PAGE,
        about=about.as_the_step_says,
    ),
    Operation(
        "people/reassign",
        "Give all unfinished claims of a person to somebody else",
        permissions.ANNOTATE,
        _REASSIGN,
        reassign,
        home.PAGE,
        about=None,
    ),
)
