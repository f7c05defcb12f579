"""Views: find the desk, check the permission, run the page or the operation, and return the response."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from datasette import Forbidden, Response

from claimtrack.core import errors
from claimtrack.core.desk import sightings
from claimtrack.core.desk.actors import holder, whereabouts
from claimtrack.core.desk.reasons import FLAG_MEANINGS, top_reasons
from claimtrack.core.desk.verdicts import format_rating
from claimtrack.core.model import DONE, IN_HAND, SET_ASIDE
from claimtrack.core.texts.surroundings import surroundings
from claimtrack.plugin import desks, flash, languages, login, permissions
from claimtrack.plugin.pages import claim
from claimtrack.plugin.rendering import html_response
from claimtrack.plugin.submission import Submission
from claimtrack.plugin.visit import Operation, Page, Result, Visit, is_return_page, requested_desk, wants_json
from claimtrack.plugin.wording import page_sentence, page_text
from claimtrack.workflow import days

if TYPE_CHECKING:
    from typing import TypeAlias

    from datasette import Request
    from datasette.app import Datasette

    from claimtrack.plugin.fields import Values

    Wrong: TypeAlias = errors.ClaimtrackError | Forbidden
    """Errors that refuse a request."""

# The HTTP status of each error; the first matching class counts.
STATUSES: tuple[tuple[type[Exception], int], ...] = (
    (Forbidden, 403),
    (errors.NotFound, 404),
    (errors.InvalidTransition, 409),
    (errors.Refused, 409),
    (errors.Duplicate, 409),
    (errors.InvalidValue, 400),
    (errors.InvalidSpan, 400),
    (errors.SourceError, 400),
    (errors.DatabaseLocked, 503),
    (errors.UnsafeToWrite, 400),
    (errors.ClaimtrackError, 500),
)


def error_status(error: Wrong) -> int:
    """The HTTP status for the error."""
    return next(status for kind, status in STATUSES if isinstance(error, kind))


def page_view(page: Page) -> Callable[[Datasette, Request], Awaitable[Response]]:
    """The view of a page, as HTML or, if the address ends in .json, as JSON."""

    async def show(visit: Visit, context: dict[str, Any]) -> Response:
        if wants_json(visit.request):
            return Response.json(context, default=str)
        return await render(visit, page, context, status=context.get("http_status", 200))

    return read_view(page, show)


def read_view(
    page: Page, show: Callable[[Visit, dict[str, Any]], Awaitable[Response]]
) -> Callable[[Datasette, Request], Awaitable[Response]]:
    """A view that reads a page's data and passes it to `show` for the response."""

    async def view(datasette: Datasette, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return await _method_not_allowed(datasette, request, "GET")
        try:
            visit = await make_visit(datasette, request, page.permission)
            visit.check_parameters(page)
            context = await languages.read_page(visit, page)
            async with desks.explaining_errors(visit.database):
                return await show(visit, context)
        except (errors.ClaimtrackError, Forbidden) as error:
            logs_in = login.could_log_in(datasette.databases.get(requested_desk(request)), request)
            if isinstance(error, Forbidden) and logs_in and not wants_json(request):
                raise  # a person gets the log-in page of the desk
            return await _page_error(datasette, request, error)

    return view


async def render(
    visit: Visit, page: Page, context: dict[str, Any], *, status: int = 200, **more: Any
) -> Response:
    """Render the page as HTML, with the message of the last operation."""
    message = flash.read_message(visit)
    response = await html_response(
        visit.datasette,
        visit.request,
        page.template,
        {
            "typed": {},
            "failed": None,
            "sent_to": None,
            "error": None,
            **context,
            **more,
            "database": visit.database.name,
            "visit": visit,
            "surroundings": surroundings,
            "weightiest": top_reasons,
            "told_rating": format_rating,
            "flag_meanings": FLAG_MEANINGS,
            "DONE": DONE,
            "SET_ASIDE": SET_ASIDE,
            "IN_HAND": IN_HAND,
            "holder": holder,
            "whereabouts": whereabouts,
            "clock": days,
            "sightings": sightings,
            "may": _permission_flags(visit),
            "done": message,
        },
        status=status,
    )
    if message:
        flash.clear_message(visit, response)
    return response


def _permission_flags(visit: Visit) -> dict[str, bool]:
    """The flags that templates check: may.annotate, may.judge, may.sign_off, may.log_in."""
    names = permissions.DESCRIPTIONS
    words = {one.removeprefix("claimtrack-").replace("-", "_"): one in visit.may for one in names}
    return {**words, "log_in": login.could_log_in(visit.database, visit.request)}


def operation_view(operation: Operation) -> Callable[[Datasette, Request], Awaitable[Response]]:
    """The view of an operation: a form that redirects to a page, or JSON in and JSON out."""

    async def view(datasette: Datasette, request: Request) -> Response:
        if request.method != "POST":
            return await _method_not_allowed(datasette, request, "POST")
        sent, visit = Submission(request, operation), None
        try:
            visit = await make_visit(datasette, request, operation.permission)
            await sent.read()
            done = await _run_operation(operation, visit.showing(sent.shown), sent.values(visit.actor))
            if done.shown is not None and operation.page and not wants_json(request):
                return await _show_form(visit, operation, operation.page, {**done.shown, "typed": sent.given})
        except (errors.ClaimtrackError, Forbidden) as error:
            return await _error_response(datasette, sent, visit, error)
        if wants_json(request):
            undo = done.undo.as_request(visit) if done.undo else None
            return Response.json({"ok": True, "message": done.told, "undo": undo, **done.data})
        response = Response.redirect(visit.path(done.goto), status=303)
        flash.store_message(visit, response, done)
        return response

    return view


async def _run_operation(operation: Operation, visit: Visit, values: Values) -> Result:
    """Run the operation. Preparation, which only reads, comes before the write transaction, which blocks other writers."""
    if operation.reads:
        return await desks.read(visit.database, lambda desk: operation.run(desk, visit, values))
    if operation.prepare:
        prepare = operation.prepare
        prepared = await desks.read(visit.database, lambda desk: prepare(desk, visit, values))
        if isinstance(prepared, Result):
            return prepared
        values = prepared
    return await desks.write(visit.database, lambda db: operation.perform(db, visit, values), visit.request)


async def _show_form(
    visit: Visit, operation: Operation, page: Page, more: dict[str, Any], *, status: int = 200
) -> Response:
    """The page with the form and everything that was typed in it."""
    sent = {"failed": operation.form(visit.ids), "sent_to": operation.path.format(**visit.ids)}
    context = await languages.read_page(visit, page, more) | more | sent
    async with desks.explaining_errors(visit.database):
        return await render(visit, page, context, status=status)


async def make_visit(datasette: Datasette, request: Request, permission: str) -> Visit:
    """The visit for the request. Raises NotFound if there is no such desk, Forbidden without the permission."""
    name = requested_desk(request)
    database = datasette.databases.get(name)
    if database is None:
        raise errors.NotFound(f"there is no database {name!r} here")
    if (problem := await desks.find_problem(database)) is not None:
        raise errors.NotFound(f"{name}: {problem}")
    may = await permissions.granted_permissions(datasette, request.actor, name)
    if not database.is_mutable:
        may &= {permissions.VIEW}
    if permission not in may:
        raise Forbidden(login.explain_refusal(request, database, permission))
    ids = {key: int(value) for key, value in request.url_vars.items() if key.endswith("_id")}
    return Visit(datasette, request, database, ids, may)


async def _error_response(
    datasette: Datasette, sent: Submission, visit: Visit | None, error: Wrong
) -> Response:
    """Respond with the error and all input: in its form or, if that is not possible, on a page that can send it again."""
    request = sent.request
    if wants_json(request):
        return _json_error(error)
    if isinstance(error, Forbidden) and (response := await login.offer_resubmission(datasette, sent, error)):
        return response
    if visit and (response := await _return_to_form(visit, sent, error)):
        return response
    await sent.read_if_typed()
    kept = {**sent.fields_to_resend(error), "error": page_sentence(error)}
    if visit and not isinstance(error, errors.NotFound):
        kept["claim_page"] = await claim.find_address(visit)
    return await error_page(datasette, request, kept["error"], error_status(error), **kept)


async def _return_to_form(visit: Visit, sent: Submission, error: Wrong) -> Response | None:
    """The page with the form, or for an Undo a redirect to its return page. None if the form cannot be shown, or no longer has a place for the input."""
    operation, back = sent.operation, str(sent.given.get("back") or "")
    visit, page = claim.page_of_form(visit, operation.page, back)
    if isinstance(error, errors.NotFound):
        return None
    if page is None and is_return_page(back):
        response = Response.redirect(visit.path(back), status=303)
        flash.store_message(
            visit, response, Result(f"That did not work: {page_text(error)}", back, failed=True)
        )
        return response
    if page is None or page.permission not in visit.may:
        return None
    more = {"typed": sent.typed(error), "refused": sent.refused(error), "error": page_sentence(error)}
    try:
        response = await _show_form(visit, operation, page, more, status=error_status(error))
    except errors.ClaimtrackError:  # such as a wrong id in the address
        return None
    return None if sent.loses(error, response.body) else response


async def _page_error(datasette: Datasette, request: Request, error: Wrong) -> Response:
    if wants_json(request):
        return _json_error(error)
    return await error_page(datasette, request, page_sentence(error), error_status(error))


def _json_error(error: Wrong) -> Response:
    """The JSON response for the error."""
    kind = "NotAllowed" if isinstance(error, Forbidden) else type(error).__name__
    return json_error(str(error), kind, error_status(error))


def json_error(message: str, kind: str, status: int, **headers: str) -> Response:
    """A JSON response that reports an error."""
    body = {"ok": False, "error": message, "kind": kind, "status": status}
    return Response.json(body, status=status, headers=headers)


async def error_page(
    datasette: Datasette, request: Request, message: str, status: int, **kept: Any
) -> Response:
    """A page with an error message; `kept` is input that can be sent again. It shows the desk's navigation to those who may see the desk."""
    titles = {403: "Not allowed", 404: "Not found", 405: "Not possible", 429: "Too many attempts"}
    context = {
        "title": titles.get(status, "That did not work"),
        "message": message,
        "status": status,
        "action": request.full_path,
        **kept,
        **await navigation_context(datasette, request),
    }
    return await html_response(datasette, request, "claimtrack_problem.html", context, status=status)


async def navigation_context(datasette: Datasette, request: Request) -> dict[str, Any]:
    """The context of the desk's navigation; empty if there is no desk, or the user may not see it."""
    try:
        visit = await make_visit(datasette, request, permissions.VIEW)
    except (errors.ClaimtrackError, Forbidden):
        return {}
    return {"visit": visit, "may": _permission_flags(visit), "database": visit.database.name}


async def _method_not_allowed(datasette: Datasette, request: Request, method: str) -> Response:
    message = f"this address only takes {method}"
    if wants_json(request):
        return json_error(message, "WrongMethod", 405, Allow=method)
    response = await error_page(datasette, request, f"This address only takes {method}.", 405)
    response.headers["Allow"] = method
    return response


async def not_found_view(datasette: Datasette, request: Request) -> Response:
    """The view for an address that looks like one of the desk's but does not exist."""
    return await _page_error(datasette, request, errors.NotFound("this desk has no such page"))
