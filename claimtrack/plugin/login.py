"""Logging in to a desk: the log-in page and the session cookie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from datasette import Response, hookimpl
from datasette.plugins import pm
from datasette.utils import await_me_maybe
from datasette.utils.asgi import NotFound

from claimtrack.plugin import desks, permissions, request_users
from claimtrack.plugin.attempts import TooManyAttempts, check_password
from claimtrack.plugin.rendering import html_response
from claimtrack.plugin.visit import desk_path, requested_desk, wants_json
from claimtrack.store.file.connecting import command
from claimtrack.workflow.people import LONGEST_NAME

if TYPE_CHECKING:
    from datasette import Forbidden, Request
    from datasette.app import Datasette
    from datasette.database import Database

    from claimtrack.plugin.submission import Submission
    from claimtrack.store.users import User

NO_STORE = {"Cache-Control": "no-store"}
"""For pages meant for one person only."""
SESSION_SECONDS = 12 * 60 * 60
_MOST_FIELDS = 10
"""More than any of our forms has: Datasette would parse a million, for seconds in which it answers nobody else."""


async def view(datasette: Datasette, request: Request) -> Response:
    """The log-in page of a desk."""
    name = requested_desk(request)
    database = datasette.databases.get(name)
    if database is None or not await desks.is_desk(database) or not request_users.load(database):
        return await _page(datasette, request, name, error="Nobody can log in to this desk yet.", status=404)
    is_sent = request.method == "POST"
    return await (_log_in(datasette, request, name, database) if is_sent else _page(datasette, request, name))


async def _log_in(datasette: Datasette, request: Request, desk: str, database: Database) -> Response:
    given = await read_form(request)
    name = given.get("name", "").strip()
    if len(name) > LONGEST_NAME:  # no user has such a name: do not count or hash it
        return await _reject_login(datasette, request, desk)
    try:
        user = await check_password(datasette, request, database, name, given.get("password", ""))
    except TooManyAttempts as error:
        return await _page(datasette, request, desk, error=str(error), name=name, status=429)
    if user is None:
        return await _reject_login(datasette, request, desk, name)
    response = Response.redirect(
        _redirect_target(given.get("next", ""), desk_path(datasette, desk)), status=303
    )
    sign_in(datasette, request, response, user)
    return response


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form; empty if it is not UTF-8 or has too many fields, which no browser sends."""
    body: bytes = await request.post_body()
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError:
        return {}


async def _reject_login(datasette: Datasette, request: Request, desk: str, name: str = "") -> Response:
    return await _page(datasette, request, desk, error="Wrong name or password.", name=name, status=403)


def _redirect_target(given: str, otherwise: str) -> str:
    """Where to go after the log-in: an address on this site only."""
    is_local = given.startswith("/") and not given.startswith(("//", "/\\"))
    return given if is_local and given.isprintable() else otherwise


def sign_in(datasette: Datasette, request: Request, response: Response, user: User) -> None:
    """Set Datasette's actor cookie, with an expiry date and hidden from scripts."""
    signed = _CookieCapture()
    actor = {"id": user.name, "key": " ".join([*_keys_of_other_desks(datasette, request, user), user.key])}
    datasette.set_actor_cookie(signed, actor, expire_after=SESSION_SECONDS)
    secure = request.scheme == "https" or datasette.setting("force_https_urls")
    response.set_cookie(
        "ds_actor", signed.value, max_age=SESSION_SECONDS, httponly=True, samesite="lax", secure=bool(secure)
    )


def _keys_of_other_desks(datasette: Datasette, request: Request, user: User) -> list[str]:
    """The keys of the same user on the other desks served here: one cookie holds all of them. A token is not a log-in, and may do less."""
    if desks.actor_name(request.actor) != user.name or "token" in request.actor:
        return []
    served = [
        database for database in datasette.databases.values() if database.name != requested_desk(request)
    ]
    known = [(permissions.users_of(database) or {}).get(user.name) for database in served]
    return [one.key for one in known if one and permissions.has_key_of(request.actor, one)]


class _CookieCapture:
    """Captures the cookie that Datasette signs, because its own setter omits HttpOnly and Max-Age."""

    value = ""

    def set_cookie(self, name: str, value: str) -> None:
        """Keep the value."""
        self.value = value


async def _page(
    datasette: Datasette,
    request: Request,
    desk: str,
    *,
    error: str | None = None,
    name: str = "",
    status: int = 200,
) -> Response:
    context: dict[str, Any] = {
        "desk": desk,
        "error": error,
        "failed": "login" if error else None,
        "refused": ["password"],
        "typed": {},
        "saves": False,
        "name": name,
        "next": request.args.get("next") or "",
    }
    return await html_response(
        datasette, request, "claimtrack_login.html", context, status=status, **NO_STORE
    )


def login_url(datasette: Datasette, desk: str, back_to: str | None = None) -> str:
    """The address of a desk's log-in page."""
    path = desk_path(datasette, desk, "login")
    return f"{path}?{urlencode({'next': back_to})}" if back_to else path


def _has_session_ended(database: Database, actor: dict[str, Any]) -> bool:
    """Whether the session is no longer valid: the password has changed, or the user was removed."""
    user = request_users.load(database).get(str(actor.get("id")))
    return "key" in actor and (user is None or not permissions.has_key_of(actor, user))


def could_log_in(database: Database | None, request: Request) -> bool:
    """Whether the desk has a log-in and the user is not logged in, or no longer."""
    return _has_log_in(database) and (request.actor is None or _has_session_ended(database, request.actor))


def explain_refusal(request: Request, database: Database, permission: str) -> str:
    """Why the user may not do this, and what to do about it."""
    what = permissions.DESCRIPTIONS[permission]
    if not database.is_mutable:
        return "This desk is read-only here"
    if request.actor is None and not request_users.load(database):
        return (
            "Nobody can log in yet. Whoever runs this desk must add the first user in a terminal: "
            + command(Path(database.path or "").name, "user add NAME --role editor")
        )
    if request.actor is None or _has_session_ended(database, request.actor):
        token = (
            ", or send a token of this desk as Authorization: Bearer dstok_..." if wants_json(request) else ""
        )
        return f"Log in first{token}. This needs permission to: {what}"
    return f"Your role does not allow this. It needs permission to: {what}. Whoever runs this desk can change your role"


async def offer_resubmission(datasette: Datasette, sent: Submission, error: Forbidden) -> Response | None:
    """If the user is not logged in, show a page that sends the same input again after a log-in in another window.

    None if nobody can log in, and for users who are logged in.
    """
    database = datasette.databases[requested_desk(sent.request)]
    if not could_log_in(database, sent.request):
        return None
    what = sent.operation.summary[0].lower() + sent.operation.summary[1:]
    kept = sent.fields_to_resend(error) if await sent.read_if_typed() else {}
    return await logged_out_page(datasette, sent.request, what, **kept)


async def logged_out_page(datasette: Datasette, request: Request, what: str, **kept: Any) -> Response:
    """Tell a user who is not logged in that nothing was done, with the input in `kept`, and link to the log-in."""
    desk = requested_desk(request)
    where = login_url(datasette, desk, f"{login_url(datasette, desk)}?back=1")
    context = {"what": what, "typed": None, "action": request.full_path, "login": where, **kept}
    return await html_response(
        datasette, request, "claimtrack_logged_out.html", context, status=403, **NO_STORE
    )


@hookimpl
def forbidden(datasette: Datasette, request: Request) -> Response | None:
    """Redirect a stranger to the log-in page of the desk, also from a link to a sheet; everybody else gets Datasette's 403.

    For pages of the whole site, it is the log-in of the first desk, if all desks are closed: next to an open desk, no
    closed one is named.
    """
    name = requested_desk(request)
    served = permissions.files(datasette)
    if not name and any(permissions.may_read(datasette, one, request.actor) for one in served):
        return None
    candidates = [name] if name else list(datasette.databases)
    desk = next((one for one in candidates if _has_log_in(datasette.databases.get(one))), None)
    is_browser = "text/html" in (request.headers.get("accept") or "")
    for_programs = (".json",) if is_browser else (".json", ".csv")
    if request.method != "GET" or request.path.endswith(for_programs) or desk is None:
        return None
    if not could_log_in(datasette.databases[desk], request):
        return None
    return Response.redirect(login_url(datasette, desk, request.full_path), status=303)


async def hide_tables(datasette: Datasette, request: Request, exception: Exception) -> Response | None:
    """Answer a stranger to a closed desk alike whether a table exists or not: Datasette looks it up before it checks the permission."""
    database = datasette.databases.get(requested_desk(request))
    if not isinstance(exception, NotFound) or database is None:
        return None
    if not await desks.is_claimtrack_file(database) or permissions.may_read(
        datasette, database, request.actor
    ):
        return None
    if request.method == "POST":
        return Response.error(["Permission denied"], 403)
    message = "You do not have permission to view this table"
    answers = pm.hook.forbidden(datasette=datasette, request=request, message=message)
    found: list[Response | None] = [await await_me_maybe(answer) for answer in answers]
    return next(filter(None, found))


def _has_log_in(database: Database | None) -> bool:
    return database is not None and desks.is_known_desk(database) and bool(permissions.users_of(database))
