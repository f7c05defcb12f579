"""A person's own password: the page that changes it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from datasette import Forbidden, Response

from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.plugin import desks, login, permissions
from claimtrack.plugin.serving import around
from claimtrack.plugin.showing import shown
from claimtrack.plugin.visit import desk_named, desk_path
from claimtrack.plugin.wording import sentence_on_page
from claimtrack.store import users
from claimtrack.workflow.people import change_password

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from datasette import Request
    from datasette.app import Datasette
    from datasette.database import Database

    from claimtrack.store.users import User


class _Wrong(InvalidValue):
    """What will not do; `field` of the form holds it."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.field = field


async def view(datasette: Datasette, request: Request) -> Response:
    """The page, for whoever has logged in to the desk with a password. Raises Forbidden for everybody else, and for tokens."""
    database = datasette.databases.get(desk_named(request))
    user = own(database, request.actor) if database and await desks.is_desk(database) else None
    if database and user is None and login.could_log_in(database, request):
        if request.method == "POST":
            return await login.not_done(datasette, request, "change your password")
        return Response.redirect(login.address(datasette, database.name, request.path), status=303)
    if database is None or user is None:
        raise Forbidden("You can only change your password here if you logged in to the desk with one")
    if request.method != "POST":
        return await _page(datasette, request)
    given = await login.posted(request)
    try:
        changed = await _changed(datasette, request, database, user, given)
    except _Wrong as error:
        told = sentence_on_page(error)
        return await _page(datasette, request, error=told, refused=[error.field], status=400)
    except login.TooOften as error:
        return await _page(datasette, request, error=str(error), status=429)
    response = Response.redirect(f"{desk_path(datasette, database.name, 'password')}?changed=1", status=303)
    login.sign_in(datasette, request, response, changed)
    return response


def own(database: Database, actor: dict[str, Any] | None) -> User | None:
    """The desk's user who sits there: whose session it is, and no token of theirs."""
    user = users.load(database.path).get(str((actor or {}).get("id")))
    return user if user and actor and permissions.has_key(actor, user) and "token" not in actor else None


async def _changed(
    datasette: Datasette, request: Request, database: Database, user: User, given: dict[str, str]
) -> User:
    """The person with the new password. Raises _Wrong, TooOften."""
    new = given.get("new", "")
    if new != given.get("again", ""):
        raise _Wrong("the two new passwords differ: type the same one twice", "again")
    if await login.checked(datasette, request, database, user.name, given.get("old", "")) is None:
        raise _Wrong("the current password is wrong", "old")
    try:
        return await asyncio.to_thread(change_password, database.path, user.name, new)
    except InvalidValue as error:
        raise _Wrong(str(error), "new") from error
    except NotFound:  # removed in the meantime
        raise Forbidden("Log in first") from None


async def _page(
    datasette: Datasette,
    request: Request,
    *,
    error: str | None = None,
    refused: Sequence[str] = (),
    status: int = 200,
) -> Response:
    context: dict[str, Any] = {
        "error": error,
        "failed": "password" if error else None,
        "refused": refused,
        "typed": {},
        "changed": not error and request.args.get("changed") == "1",
    }
    context |= await around(datasette, request)
    return await shown(
        datasette, request, "claimtrack_password.html", context, status=status, **login.NOT_KEPT
    )
