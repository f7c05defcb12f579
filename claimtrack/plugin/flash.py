"""The message that a deed leaves for the next page, with the way to undo it: one signed cookie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from itsdangerous import BadData

from claimtrack.core.texts.printable import brief

if TYPE_CHECKING:
    from datasette import Response

    from claimtrack.plugin.visit import Result, Visit

_COOKIE = "claimtrack_done"
_SALT = "claimtrack-done"
_MAX_MESSAGE = 1_000
# A cookie holds 4 kB. Where the old words are longer, the way back is history's, not a button's.
_MAX_COOKIE = 3_500


def store_message(visit: Visit, response: Response, done: Result) -> None:
    """Put the message where the next page finds it."""
    note: dict[str, Any] = {"message": brief(done.message, _MAX_MESSAGE), "failed": done.failed}
    with_undo = note
    if done.undo:
        with_undo = {**note, "undo": visit.path(done.undo.path), "values": done.undo.values}
    value = visit.datasette.sign(with_undo, _SALT)
    if len(value) > _MAX_COOKIE:
        value = visit.datasette.sign(note, _SALT)
    if len(value) > _MAX_COOKIE:  # letters that take six signs each
        value = visit.datasette.sign({**note, "message": brief(done.message, _MAX_MESSAGE // 4)}, _SALT)
    _set_cookie(visit, response, value, max_age=60)


def read_message(visit: Visit) -> dict[str, Any] | None:
    """The message that waits for this person, if there is one."""
    value = visit.request.cookies.get(_COOKIE)
    if not value:
        return None
    try:
        note: dict[str, Any] = visit.datasette.unsign(value, _SALT)
    except BadData:
        return None
    return note


def clear_message(visit: Visit, response: Response) -> None:
    """The message has been shown."""
    _set_cookie(visit, response, "", max_age=0)


def _set_cookie(visit: Visit, response: Response, value: str, *, max_age: int) -> None:
    """For the pages of this desk alone, not of one that is served beside it."""
    path = visit.datasette.urls.database(visit.database.name)
    response.set_cookie(_COOKIE, value, path=path, httponly=True, samesite="lax", max_age=max_age)
