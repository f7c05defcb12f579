"""The page on which users change their own password."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from datasette import Forbidden, Response

from claimtrack.core.errors import DatabaseError, InvalidValue, NotFound
from claimtrack.plugin import desks, login, permissions, request_users
from claimtrack.plugin.attempts import TooManyAttempts, check_password
from claimtrack.plugin.rendering import html_response
from claimtrack.plugin.views import error_page, error_status, navigation_context
from claimtrack.plugin.visit import desk_path, requested_desk
from claimtrack.plugin.wording import page_sentence
from claimtrack.workflow.people import change_password

if TYPE_CHECKING:
    from typing import Any

    from datasette import Request
    from datasette.app import Datasette
    from datasette.database import Database

    from claimtrack.store.users import User


class _InvalidField(InvalidValue):
    """A value that is refused, and the form field with it."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.field = field


async def view(datasette: Datasette, request: Request) -> Response:
    """Show the page to a user who logged in to the desk with a password; everybody else, and a token, is told that it is for them."""
    database = datasette.databases.get(requested_desk(request))
    user = session_user(database, request.actor) if database and await desks.is_desk(database) else None
    if database and user is None and login.could_log_in(database, request):
        if request.method == "POST":
            return await login.logged_out_page(datasette, request, "change your password")
        return Response.redirect(login.login_url(datasette, database.name, request.path), status=303)
    if database is None or user is None:
        told = "You can only change your password here if you logged in to the desk with one."
        return await error_page(datasette, request, told, 403)
    if request.method != "POST":
        return await _page(datasette, request)
    given = await login.read_form(request)
    try:
        changed = await _change_password(datasette, request, database, user, given)
    except _InvalidField as error:
        told = page_sentence(error)
        return await _page(datasette, request, error=told, refused=[error.field], status=400)
    except TooManyAttempts as error:
        return await _page(datasette, request, error=str(error), status=429)
    except DatabaseError as error:
        return await _page(datasette, request, error=page_sentence(error), status=error_status(error))
    response = Response.redirect(f"{desk_path(datasette, database.name, 'password')}?changed=1", status=303)
    login.sign_in(datasette, request, response, changed)
    return response


def session_user(database: Database, actor: dict[str, Any] | None) -> User | None:
    """The desk's user whose session this is; None for a token."""
    user = request_users.load(database).get(str((actor or {}).get("id")))
    return user if user and actor and permissions.has_key_of(actor, user) and "token" not in actor else None


async def _change_password(
    datasette: Datasette, request: Request, database: Database, user: User, given: dict[str, str]
) -> User:
    """Change the password and return the user. Raises _InvalidField, TooManyAttempts."""
    new = given.get("new", "")
    if new != given.get("again", ""):
        raise _InvalidField("the two new passwords differ: type the same one twice", "again")
    if await check_password(datasette, request, database, user.name, given.get("old", "")) is None:
        raise _InvalidField("the current password is wrong", "old")
    try:
        return await asyncio.to_thread(change_password, database.path, user.name, new)
    except InvalidValue as error:
        raise _InvalidField(str(error), "new") from error
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
    context |= await navigation_context(datasette, request)
    return await html_response(
        datasette, request, "claimtrack_password.html", context, status=status, **login.NO_STORE
    )
