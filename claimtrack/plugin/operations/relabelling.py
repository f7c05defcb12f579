"""Merge different spellings of a tag or an outlet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from claimtrack.core.texts.printable import list_some, plural
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Kind, Values
from claimtrack.plugin.operations.undoing import undoable
from claimtrack.plugin.pages import labels as pages
from claimtrack.plugin.visit import Operation, Page, Result, Undo, Visit
from claimtrack.store import labels
from claimtrack.workflow import relabelling

if TYPE_CHECKING:
    from sqlite_utils import Database


def _rename(db: Database, visit: Visit, values: Values, *, label: labels.LabelKind) -> Result:
    """Give all these tags or outlets one name, new or existing."""
    done = relabelling.call(db, label, values["names"], values["name"], actor=visit.actor)
    here = f"{label.noun}s"
    data = {"name": done.name, "changed": done.changed, **done.written._asdict()}
    if done.written.is_empty:
        return Result("Nothing to change: it is called that already.", here, data=data)
    message = f"{list_some(done.was)}: now {done.name}, on {plural(done.changed, label.bearer)}."
    if done.speakers:
        message += f" Claims of {list_some(done.speakers)} itself are still another speaker's."
    return undoable(db, visit, Result(message, here, data=data), done.written)


def _forget(db: Database, visit: Visit, values: Values, *, label: labels.LabelKind) -> Result:
    """Let a former name be used for a label of its own again."""
    done = relabelling.forget(db, label, values["name"], actor=visit.actor)
    here = f"{label.noun}s"
    message = f"{done.was[0]}: no longer a former name of {done.name}."
    return Result(message, here, Undo.changes(done.written, here), {"name": done.was[0]})


def _rename_operation(label: labels.LabelKind, page: Page, one: str) -> Operation:
    noun = label.noun
    fields = (
        Field("names", f"the {noun}s to rename, as the desk spells them", Kind.NAMES, required=True),
        Field("name", f"the name for all of them, new or that of an existing {noun}", required=True),
    )
    summary, run = f"Rename {one}, or combine several {noun}s", partial(_rename, label=label)
    return Operation(f"{noun}s/rename", summary, permissions.JUDGE, fields, run, page, about=None)


def _forget_operation(label: labels.LabelKind, page: Page, one: str) -> Operation:
    fields = (Field("name", "the former name, to be used again by what comes in from now on", required=True),)
    summary, run = f"Let a former name be {one} of its own again", partial(_forget, label=label)
    return Operation(f"{label.noun}s/forget", summary, permissions.JUDGE, fields, run, page, about=None)


OPERATIONS = (
    _rename_operation(labels.TAG, pages.TAGS, "a tag"),
    _rename_operation(labels.OUTLET, pages.OUTLETS, "an outlet"),
    _forget_operation(labels.TAG, pages.TAGS, "a tag"),
    _forget_operation(labels.OUTLET, pages.OUTLETS, "an outlet"),
)
