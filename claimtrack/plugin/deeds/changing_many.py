"""The same change to all the claims that were marked in a list, as one deed: it is taken back as one."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from claimtrack.core.model import Priority, Stance, Status
from claimtrack.core.printable import in_words
from claimtrack.core.text import clean_name
from claimtrack.plugin import permissions
from claimtrack.plugin.pages import marked
from claimtrack.plugin.visit import Deed, Done, Field, Kind, Undo, Values, Visit, is_place
from claimtrack.workflow.many import Change, Changed, change_claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

_NOBODY = "-"


def change(db: Database, visit: Visit, values: Values) -> Done:
    """Change the claims."""
    ids = list(dict.fromkeys(values["claims"]))
    wanted = _wanted(values)
    changed = change_claims(db, ids, wanted, version=values["version"], actor=visit.actor)
    here = f"marked?claim={','.join(map(str, ids))}"
    back = marked.back(visit)
    goto = f"{here}&{urlencode({'back': back})}" if back else here
    data = {"after": changed.after, "until": changed.until}
    if changed.after == changed.until:
        return Done("Nothing to change: they all have that already.", goto, data=data)
    how_many = f"{len(ids):,} claims" if len(ids) > 1 else "1 claim"
    message = f"{how_many}: {', '.join(_told(wanted, changed))}."
    if changed.assigned and changed.assigned.unknown:
        message += f" Warning: {changed.assigned.unknown}."
    # The Undo of more claims than a place may name leads to the desk.
    undo = Undo.changes(changed.after, changed.until, here if is_place(here) else "desk")
    return Done(message, goto, undo, data)


def _wanted(values: Values) -> Change:
    """What the form asks for. A blank is no name, and takes nobody's claims away."""
    given = {one.name: values[one.name] for one in fields(Change)}
    name = clean_name(given["assignee"] or "") or None
    return Change(**given | {"assignee": "" if name == _NOBODY else name})


def _told(wanted: Change, changed: Changed) -> Iterator[str]:
    if wanted.status is not None:
        yield f"status {in_words(wanted.status)}"
    if wanted.priority is not None:
        yield f"{wanted.priority} priority"
    if changed.assigned is not None:
        yield f"assigned to {changed.assigned.after or 'nobody'}"
    if wanted.due_on is not None:
        yield f"due {wanted.due_on}"
    if wanted.tag is not None:
        yield f"tagged {wanted.tag}"
    if wanted.note is not None:
        yield "noted"
    if wanted.url is not None:
        yield f"linked {wanted.url}"


_FIELDS = (
    Field("claims", "the claims to change, by their numbers", Kind.NUMBERS, required=True),
    Field("status", "the status to move them to", choices=Status),
    Field("priority", "how urgent they are", choices=Priority),
    Field("assignee", f"the name of a person, or {_NOBODY} for nobody"),
    Field("due_on", "their due date, as YYYY-MM-DD"),
    Field("tag", "a tag to add, in a word or two"),
    Field("note", "a note to add, as plain text", Kind.TEXT),
    Field("url", "the web address of a link to add, starting with http:// or https://"),
    Field("stance", "whether the link supports or refutes the claims, or gives context", choices=Stance),
    Field("title", "the title of the page"),
    Field("is_primary", "whether it is a primary source", Kind.FLAG),
    Field("version", "the version of the desk that you were shown", Kind.INTEGER),
)

DEEDS = (
    Deed(
        "marked/change",
        "Change several claims at once, all of them or none",
        permissions.ANNOTATE,
        _FIELDS,
        change,
        marked.PAGE,
    ),
)
