"""Make a name another name of a speaker, part the two again, and correct what else the desk knows of the speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.desk.actors import one_name
from claimtrack.core.errors import ClaimtrackError, InvalidValue, NotFound
from claimtrack.core.model import ClaimantKind
from claimtrack.core.texts.printable import list_some, plural
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Values, sent_text
from claimtrack.plugin.operations import about
from claimtrack.plugin.pages import speaker
from claimtrack.plugin.visit import Operation, Result, Undo, Visit
from claimtrack.store import statistics
from claimtrack.workflow import joining, speakers

if TYPE_CHECKING:
    from sqlite_utils import Database


def _join(db: Database, visit: Visit, values: Values) -> Result:
    """Make the name another name of the speaker, with the names that it has itself."""
    claimant_id, name = visit.ids["claimant_id"], values["name"]
    standing = statistics.claimant(db, claimant_id)["name"]
    try:
        done = joining.join(db, standing, [name], actor=visit.actor)
    except NotFound as error:  # of what was typed: the form is shown again
        raise InvalidValue(error.words, name) from None
    except ClaimtrackError as error:
        error.value = name
        raise
    here, data = f"speaker/{claimant_id}", {"name": done.standing, "claims": done.claims}
    if not done.joined:
        return Result(
            f"Nothing to change: {name} is another name of {done.standing} already.", here, data=data
        )
    joined = [one.written for one in (*done.joined, *done.brought)]
    what = "another name" if len(joined) == 1 else "other names"
    message = f"{list_some(joined)}: now {what} of {done.standing}, with {plural(done.claims, 'claim')}."
    unlike = [
        f"{one.written} is filed as {one.kind}, but {done.standing} as {done.kind}" for one in done.unlike
    ]
    undo = Undo(f"speaker/{claimant_id}/split", {"name": done.joined[0].written})
    return Result(message, here, undo, data, unlike)


def _split(db: Database, visit: Visit, values: Values) -> Result:
    """Make a name of the speaker a speaker of its own again, with the names that it brought."""
    claimant_id, name = visit.ids["claimant_id"], values["name"]
    claimant = statistics.claimant(db, claimant_id)
    if one_name(name) not in map(one_name, claimant["other_names"]):
        raise InvalidValue(f"{name!r} is not another name of {claimant['name']}", name)
    done = joining.split(db, name, actor=visit.actor)
    parted = list_some([done.name, *done.took])
    message = f"{parted}: no longer of the speaker {done.was}, with {plural(done.claims, 'claim')}."
    here, data = f"speaker/{claimant['id']}", {"name": done.name, "claims": done.claims}
    return Result(message, here, Undo(f"{here}/join", {"name": done.name}), data)


def _describe(db: Database, visit: Visit, values: Values) -> Result:
    """Correct what the speaker is, their role and their own page: whatever is given."""
    claimant_id = statistics.claimant(db, visit.ids["claimant_id"])["id"]
    texts = {name: sent_text(values, name) for name in ("role", "url")}
    was = speakers.describe(db, claimant_id, kind=values.get("kind"), **texts, actor=visit.actor)
    here = f"speaker/{claimant_id}"
    if not was:
        return Result("Nothing to change.", here)
    return Result("Speaker changed.", here, Undo(f"{here}/describe", {name: was[name] or "" for name in was}))


_NAME = "as the desk has it"
OPERATIONS = (
    Operation(
        "speaker/{claimant_id}/describe",
        "Correct what a speaker is, their role and their own page",
        permissions.JUDGE,
        (
            Field("kind", "what the speaker is", choices=ClaimantKind),
            Field("role", "their role, such as minister for housing"),
            Field("url", "the address of a page about them, or of their own"),
        ),
        _describe,
        speaker.PAGE,
        about=about.speaker,
        changes=True,
    ),
    Operation(
        "speaker/{claimant_id}/join",
        "Make a name another name of this speaker",
        permissions.JUDGE,
        (Field("name", f"the other name, {_NAME}", required=True),),
        _join,
        speaker.PAGE,
        about=None,
    ),
    Operation(
        "speaker/{claimant_id}/split",
        "Make another name of this speaker a speaker of its own again",
        permissions.JUDGE,
        (Field("name", f"one of the speaker's other names, {_NAME}", required=True),),
        _split,
        speaker.PAGE,
        about=None,
    ),
)
