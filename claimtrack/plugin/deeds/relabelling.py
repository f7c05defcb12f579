"""Several spellings of a tag, or of an outlet, become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.texts.printable import plural, some
from claimtrack.plugin import permissions
from claimtrack.plugin.deeds.changing_many import undoable
from claimtrack.plugin.fields import Field, Kind, Values
from claimtrack.plugin.pages import labels as pages
from claimtrack.plugin.visit import Deed, Done, Undo, Visit
from claimtrack.store import labels
from claimtrack.workflow import relabelling

if TYPE_CHECKING:
    from sqlite_utils import Database


def rename_tags(db: Database, visit: Visit, values: Values) -> Done:
    """Call the tags by one name, be it new or one that there is."""
    return _rename(db, visit, values, labels.TAG)


def rename_outlets(db: Database, visit: Visit, values: Values) -> Done:
    """Call the outlets by one name, be it new or one that there is."""
    return _rename(db, visit, values, labels.OUTLET)


def _rename(db: Database, visit: Visit, values: Values, label: labels.Label) -> Done:
    done = relabelling.call(db, label, values["names"], values["name"], actor=visit.actor)
    here = f"{label.noun}s"
    data = {"name": done.name, "changed": done.changed, "after": done.after, "until": done.until}
    if done.after == done.until:
        return Done("Nothing to change: it is called that already.", here, data=data)
    message = f"{some(done.was)}: now {done.name}, on {plural(done.changed, label.bearer)}."
    if done.speakers:
        message += f" Claims of {some(done.speakers)} itself are still another speaker's."
    return undoable(db, visit, message, here, data)


def forget_tag(db: Database, visit: Visit, values: Values) -> Done:
    """Let the former name be a tag of its own again."""
    return _forget(db, visit, values, labels.TAG)


def forget_outlet(db: Database, visit: Visit, values: Values) -> Done:
    """Let the former name be an outlet of its own again."""
    return _forget(db, visit, values, labels.OUTLET)


def _forget(db: Database, visit: Visit, values: Values, label: labels.Label) -> Done:
    done = relabelling.forget(db, label, values["name"], actor=visit.actor)
    here = f"{label.noun}s"
    message = f"{done.was[0]}: no longer a former name of {done.name}."
    return Done(message, here, Undo.changes(done.after, done.until, here), {"name": done.was[0]})


_FORMER = (Field("name", "the former name, to be used again by what comes in from now on", required=True),)


def _fields(noun: str) -> tuple[Field, ...]:
    return (
        Field("names", f"the {noun}s to rename, as the desk spells them", Kind.NAMES, required=True),
        Field("name", f"the name for all of them, new or that of a {noun} that there is", required=True),
    )


DEEDS = (
    Deed(
        "tags/rename",
        "Rename a tag, or make several tags one",
        permissions.JUDGE,
        _fields("tag"),
        rename_tags,
        pages.TAGS,
    ),
    Deed(
        "outlets/rename",
        "Rename an outlet, or make several outlets one",
        permissions.JUDGE,
        _fields("outlet"),
        rename_outlets,
        pages.OUTLETS,
    ),
    Deed(
        "tags/forget",
        "Let a former name be a tag of its own again",
        permissions.JUDGE,
        _FORMER,
        forget_tag,
        pages.TAGS,
    ),
    Deed(
        "outlets/forget",
        "Let a former name be an outlet of its own again",
        permissions.JUDGE,
        _FORMER,
        forget_outlet,
        pages.OUTLETS,
    ),
)
