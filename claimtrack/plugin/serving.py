"""From a request to a response: finds the desk, asks for permission, runs the page or the deed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from datasette import Forbidden, Response
from datasette.utils import tilde_decode

from claimtrack.core import errors
from claimtrack.core.desk.reasons import weightiest
from claimtrack.core.desk.verdicts import told_rating
from claimtrack.core.model import DONE, FLAG_MEANINGS, IN_HAND
from claimtrack.core.texts.surroundings import surroundings
from claimtrack.plugin import desks, directions, flash, login, permissions, sent
from claimtrack.plugin.visit import Deed, Done, Page, Values, Visit, is_place, sends_json, wants_json
from claimtrack.plugin.wording import on_page, sentence_on_page
from claimtrack.store.rows import decoded

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from datasette import Request
    from datasette.app import Datasette

# The statuses of what can go wrong; the first that fits counts.
STATUSES: tuple[tuple[type[errors.ClaimtrackError], int], ...] = (
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


def status_of(error: errors.ClaimtrackError) -> int:
    """The HTTP status that says what went wrong."""
    return next(status for kind, status in STATUSES if isinstance(error, kind))


def page_view(page: Page) -> Callable[[Datasette, Request], Awaitable[Response]]:
    """The view of a page, as HTML or, with .json at the end of its address, as JSON."""

    async def show(visit: Visit, context: dict[str, Any]) -> Response:
        if wants_json(visit.request):
            return Response.json(_with_lists(context), default=str)
        return await render(visit, page, context)

    return reading_view(page, show)


def _with_lists(told: Any) -> Any:
    """What a page tells, with tags, reasons and the like as lists wherever they stand: in the database they are text."""
    if isinstance(told, dict):
        return {name: _with_lists(value) for name, value in decoded(told).items()}
    return [_with_lists(one) for one in told] if isinstance(told, list | tuple) else told


def reading_view(
    page: Page, show: Callable[[Visit, dict[str, Any]], Awaitable[Response]]
) -> Callable[[Datasette, Request], Awaitable[Response]]:
    """The view of what a page reads, in whatever form `show` gives it."""

    async def view(datasette: Datasette, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return await _wrong_method(datasette, request, "GET")
        try:
            visit = await visit_of(datasette, request, page.permission)
            context = await desks.read(visit.database, lambda desk: page.read(desk, visit))
        except errors.ClaimtrackError as error:
            return await _problem(datasette, request, error)
        except Forbidden as error:
            return _not_allowed(request, error)
        return await show(visit, context)

    return view


async def render(
    visit: Visit, page: Page, context: dict[str, Any], *, status: int = 200, **more: Any
) -> Response:
    """The page as HTML, with the message that the last deed left."""
    message = flash.read(visit)
    html = await visit.datasette.render_template(
        page.template,
        {
            "typed": {},
            "failed": None,
            "error": None,
            **context,
            **more,
            "database": visit.database.name,
            "visit": visit,
            "surroundings": surroundings,
            "weightiest": weightiest,
            "told_rating": told_rating,
            "flag_meanings": FLAG_MEANINGS,
            "DONE": DONE,
            "IN_HAND": IN_HAND,
            "today": lambda: date.today().isoformat(),
            "may": _words(visit),
            "done": message,
        },
        request=visit.request,
        view_name="claimtrack",
    )
    response = Response.html(directions.shown(html), status=status)
    if message:
        flash.clear(response)
    return response


def _words(visit: Visit) -> dict[str, bool]:
    """What templates ask: may.annotate, may.judge, may.sign_off, may.log_in."""
    prefix = len("claimtrack-")
    words = {name[prefix:].replace("-", "_"): name in visit.may for name in permissions.DESCRIPTIONS}
    return {**words, "log_in": login.could_log_in(visit.database, visit.request)}


def deed_view(deed: Deed) -> Callable[[Datasette, Request], Awaitable[Response]]:
    """The view of a deed: a form that leads back to a page, or JSON in and JSON out."""

    async def view(datasette: Datasette, request: Request) -> Response:
        if request.method != "POST":
            return await _wrong_method(datasette, request, "POST")
        typed: Values | None = None
        try:
            visit = await visit_of(datasette, request, deed.permission)
            typed = await sent.given(request, deed)
            values = sent.values(deed, typed, strict=sends_json(request))
            done = await _done(deed, visit, values)
        except errors.NotFound as error:
            return await _problem(datasette, request, error, **sent.kept(deed, typed))
        except Forbidden as error:
            return await login.logged_out(datasette, request, deed, typed) or await _not_done(
                datasette, request, deed, typed, error
            )
        except errors.ClaimtrackError as error:
            return await _failure(datasette, request, deed, typed or {}, error)
        if wants_json(request):
            undo = done.undo.told(visit) if done.undo else None
            return Response.json({"ok": True, "message": done.message, "undo": undo, **done.data})
        if done.shown is not None and deed.page:
            return await _form_again(
                visit, deed.page, {**done.shown, "typed": typed, "failed": deed.form(visit.ids)}
            )
        response = Response.redirect(visit.path(done.goto), status=303)
        flash.leave(visit, response, done)
        return response

    return view


async def _done(deed: Deed, visit: Visit, values: Values) -> Done:
    """What came of it. What is to be read first is read before others are kept from writing."""
    if deed.reads:
        return await desks.read(visit.database, lambda desk: deed.run(desk, visit, values))
    if deed.prepare:
        prepare = deed.prepare
        prepared = await desks.read(visit.database, lambda desk: prepare(desk, visit, values))
        if isinstance(prepared, Done):
            return prepared
        values = prepared
    return await desks.write(visit.database, lambda desk: deed.run(desk, visit, values), visit.request)


async def _form_again(visit: Visit, page: Page, more: dict[str, Any], *, status: int = 200) -> Response:
    """The page of a form with all that was typed in it."""
    context = await desks.read(visit.database, lambda desk: page.read(desk, visit))
    return await render(visit, page, context, status=status, **more)


async def visit_of(datasette: Datasette, request: Request, permission: str) -> Visit:
    """The visit that a request is. Raises NotFound where there is no such desk, Forbidden."""
    name = tilde_decode(request.url_vars["database"])
    database = datasette.databases.get(name)
    if database is None:
        raise errors.NotFound(f"there is no database {name!r} here")
    problem = await desks.problem(database)
    if problem is not None:
        raise errors.NotFound(f"{name}: {problem}")
    may = await permissions.allowed(datasette, request.actor, name)
    if not database.is_mutable:
        may &= {permissions.VIEW}
    if permission not in may:
        raise Forbidden(login.refusal(request, database, permission))
    ids = {key: int(value) for key, value in request.url_vars.items() if key.endswith("_id")}
    return Visit(datasette, request, database, ids, may)


async def _failure(
    datasette: Datasette, request: Request, deed: Deed, typed: Values, error: errors.ClaimtrackError
) -> Response:
    """The page of the form again, with what went wrong and with all that was typed; of an Undo the page that it leads to."""
    page, back = deed.page, str(typed.get("back") or "")
    still = sent.still_typed(typed, error)
    if wants_json(request) or (page is None and not is_place(back)):
        return await _problem(datasette, request, error, **sent.kept(deed, still))
    try:
        if page is None:
            visit = await visit_of(datasette, request, deed.permission)
            response = Response.redirect(visit.path(back), status=303)
            flash.leave(visit, response, Done(f"That did not work: {on_page(str(error))}", back, failed=True))
            return response
        visit = await visit_of(datasette, request, page.permission)
        more = {
            "typed": still,
            "failed": deed.form(visit.ids),
            "refused": sent.refused(deed, typed, error),
            "error": sentence_on_page(error),
        }
        return await _form_again(visit, page, more, status=status_of(error))
    except errors.ClaimtrackError:  # the page itself cannot be shown: a wrong number in its address, say
        return await _problem(datasette, request, error, **sent.kept(deed, still))


async def _problem(
    datasette: Datasette, request: Request, error: errors.ClaimtrackError, **kept: Any
) -> Response:
    if wants_json(request):
        return json_problem(str(error), type(error).__name__, status_of(error))
    return await problem_page(datasette, request, sentence_on_page(error), status_of(error), **kept)


def json_problem(message: str, kind: str, status: int, **headers: str) -> Response:
    """What a program is told that went wrong."""
    body = {"ok": False, "error": message, "kind": kind, "status": status}
    return Response.json(body, status=status, headers=headers)


def _not_allowed(request: Request, error: Forbidden) -> Response:
    """JSON for a program; for a person Datasette's own answer, or the log-in page of the desk."""
    if not wants_json(request):
        raise error
    return json_problem(str(error), "NotAllowed", 403)


async def _not_done(
    datasette: Datasette, request: Request, deed: Deed, read: Values | None, error: Forbidden
) -> Response:
    """The same for who sends a form; with what they typed, where their role was changed meanwhile."""
    if not request.actor or wants_json(request):
        return _not_allowed(request, error)
    kept = sent.kept(deed, await sent.typed(request, deed, read))
    if not kept:
        raise error
    return await problem_page(datasette, request, sentence_on_page(error), 403, **kept)


async def problem_page(
    datasette: Datasette, request: Request, message: str, status: int, **kept: Any
) -> Response:
    """A page that says what is wrong and where to go on, with what is `kept` of a form; with the ways through the desk for who may see it."""
    titles = {403: "Not allowed", 404: "Not found", 405: "Not possible", 429: "Too many attempts"}
    html = await datasette.render_template(
        "claimtrack_problem.html",
        {
            "title": titles.get(status, "That did not work"),
            "message": message,
            "status": status,
            "action": request.full_path,
            **kept,
            **await around(datasette, request),
        },
        request=request,
    )
    return Response.html(directions.shown(html), status=status)


async def around(datasette: Datasette, request: Request) -> dict[str, Any]:
    """What the desk's navigation needs; nothing where there is no desk, or the person may not see it."""
    try:
        visit = await visit_of(datasette, request, permissions.VIEW)
    except (errors.ClaimtrackError, Forbidden):
        return {}
    return {"visit": visit, "may": _words(visit), "database": visit.database.name}


async def _wrong_method(datasette: Datasette, request: Request, method: str) -> Response:
    message = f"this address only takes {method}"
    if wants_json(request):
        return json_problem(message, "WrongMethod", 405, Allow=method)
    response = await problem_page(datasette, request, f"This address only takes {method}.", 405)
    response.headers["Allow"] = method
    return response


async def nowhere(datasette: Datasette, request: Request) -> Response:
    """An address that looks like one of ours and is none."""
    return await _problem(datasette, request, errors.NotFound("this desk has no such page"))
