"""The message that an operation leaves for the next page, with its Undo, in a signed cookie."""

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
# A cookie holds 4 kB. If the Undo does not fit, the change can only be undone from history.
_MAX_COOKIE = 3_500


def store_message(visit: Visit, response: Response, done: Result) -> None:
    """Store the message for the next page."""
    note: dict[str, Any] = {
        "message": brief(done.told, _MAX_MESSAGE),
        "failed": done.failed,
        "for": visit.actor,
    }
    with_undo = note
    if done.undo:
        with_undo = {**note, "undo": visit.path(done.undo.path), "values": done.undo.values}
    value = visit.datasette.sign(with_undo, _SALT)
    if len(value) > _MAX_COOKIE:
        value = visit.datasette.sign(note, _SALT)
    if len(value) > _MAX_COOKIE:  # some letters are escaped as six characters
        value = visit.datasette.sign({**note, "message": brief(done.told, _MAX_MESSAGE // 4)}, _SALT)
    _set_cookie(visit, response, value, max_age=60)


def read_message(visit: Visit) -> dict[str, Any] | None:
    """The message waiting for this person; None if there is none, or if it is for whoever was logged in before in the same browser."""
    value = visit.request.cookies.get(_COOKIE)
    if not value:
        return None
    try:
        note: dict[str, Any] = visit.datasette.unsign(value, _SALT)
    except BadData:
        return None
    return note if note.get("for") == visit.actor else None


def clear_message(visit: Visit, response: Response) -> None:
    """Delete the message once it is shown."""
    _set_cookie(visit, response, "", max_age=0)


def _set_cookie(visit: Visit, response: Response, value: str, *, max_age: int) -> None:
    """Set the cookie for the pages of this desk only, not of others on the same server."""
    path = visit.datasette.urls.database(visit.database.name)
    response.set_cookie(_COOKIE, value, path=path, httponly=True, samesite="lax", max_age=max_age)
