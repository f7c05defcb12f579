"""The desk's own CSV, safe for a browser: no cell is run as a formula by the spreadsheet that opens it.

Datasette writes the CSV of its tables itself and has no hook for a cell: a note on these pages links here.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from datasette import Request, Response, hookimpl
from datasette.utils.asgi import AsgiFileDownload, asgi_send_file

from claimtrack.core.errors import InvalidValue
from claimtrack.core.sheets.cells import split_list
from claimtrack.core.sheets.sheets import Preset
from claimtrack.core.steps import Worded
from claimtrack.core.texts.cleaning import check_period, clean_date
from claimtrack.plugin import desks, links, permissions, startup, views
from claimtrack.plugin.fields import Field, Kind
from claimtrack.plugin.sheet_process import write_sheet
from claimtrack.plugin.visit import Page, Visit, desk_path
from claimtrack.store import articles, same_claims

if TYPE_CHECKING:
    from datasette.app import Datasette
    from sqlite_utils import Database

_PRESET = Field("preset", "what a row is", choices=Preset)
_ARTICLE = Field("article", "the number of an article, for its rows only", Kind.INTEGER)
_COLUMNS = Field("columns", "columns of your own to add, separated by commas")
_TABLE_PRESETS = {
    "claims": Preset.CLAIMS,
    "reviews": Preset.REVIEWS,
    "appearances": Preset.APPEARANCES,
    "claim_overview": Preset.CLAIMS,
    "review_overview": Preset.REVIEWS,
    "appearance_overview": Preset.APPEARANCES,
    "evidence": Preset.EVIDENCE,
    "notes": Preset.NOTES,
}


_CONTENT_TYPE = "text/csv; charset=utf-8"
_PART = 2**18
"""Bytes of a sheet to read and send at once."""


class _TemporaryDownload(AsgiFileDownload):  # type: ignore[misc]  # Datasette is not typed
    """A file in a folder of its own that is deleted once the file is sent, or has failed to be."""

    async def asgi_send(self, send: Any) -> None:
        """Send the file, in larger parts than Datasette does: each takes a turn of a thread."""
        try:
            await asgi_send_file(
                send, self.filepath, self.filename, self.content_type, _PART, headers=self.headers
            )
        finally:
            shutil.rmtree(Path(self.filepath).parent, ignore_errors=True)


def _read_request(db: Database, visit: Visit) -> dict[str, Any]:
    """What is requested. Raises InvalidValue for an unknown preset, NotFound for an unknown article."""
    _check_parameters(visit)
    preset = Preset(_PRESET.parse(visit.arg("preset"), strict=False) or Preset.CLAIMS)
    article_id = visit.number(_ARTICLE.name) if _ARTICLE.name in visit.request.args else None
    if article_id is not None:
        articles.get(db, article_id)
    own = split_list(visit.arg(_COLUMNS.name) or "")
    return {"preset": preset, "article_id": article_id, "own": own}


def _check_parameters(visit: Visit) -> None:
    """Raise InvalidValue for an unknown parameter: the full sheet would be taken for the part that was requested."""
    for name in visit.request.args:
        if name not in (_PRESET.name, _ARTICLE.name, _COLUMNS.name):
            raise InvalidValue(
                f"there is no parameter {name[:40]!r} here, only {_PRESET.name}: {', '.join(Preset)}; {_ARTICLE.name}: a number; and "
                f"{_COLUMNS.name}: names of columns of your own. To export another part of a desk, use "
                + Worded("`claimtrack export csv` with --status, --claimant, --tag or --since")
            )


async def _send_sheet(visit: Visit, context: dict[str, Any]) -> Response | AsgiFileDownload:
    """Write the sheet in a temporary folder, which is deleted once it is sent. Whoever only asks for the head gets that at once."""
    preset, article_id = context["preset"], context["article_id"]
    name = f"{preset}-{article_id}.csv" if article_id else f"{preset}.csv"
    if visit.request.method == "HEAD":
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return Response("", headers=headers, content_type=_CONTENT_TYPE)
    # A folder, because what is cancelled may leave an unfinished file, or finish it afterwards.
    target = Path(tempfile.mkdtemp()) / "sheet.csv"
    try:
        await write_sheet(visit, target, preset, article_id, context["own"])
    except BaseException:
        shutil.rmtree(target.parent, ignore_errors=True)
        raise
    return _TemporaryDownload(str(target), name, _CONTENT_TYPE)


_QUERY = (_PRESET, _ARTICLE, _COLUMNS)
_sheet = views.read_view(
    Page("export.csv", "", "The desk's rows as CSV", _read_request, query=_QUERY), _send_sheet
)
_QUERY_DATA = re.compile(r"/(?P<name>\w+)\.(?P<format>csv|json)$")
"""The end of the address at which a query has its rows for programs."""
_under_way: WeakKeyDictionary[Datasette, asyncio.Lock] = WeakKeyDictionary()
_BUSY = "Somebody else is getting a sheet at the moment. Try again in a minute."


async def view(datasette: Datasette, request: Request) -> Response:
    """Serve the sheet, one at a time: each has a process that may be busy for half a minute. Strangers are turned away, not queued."""
    if request.method != "GET":  # which writes none
        return await _sheet(datasette, request)
    under_way = _under_way.setdefault(datasette, asyncio.Lock())
    is_stranger = request.actor is None and not permissions.is_local(datasette)
    if is_stranger and under_way.locked():
        return Response.text(_BUSY, status=503, headers={"Retry-After": "60"})
    async with under_way:
        return await _sheet(datasette, request)


@hookimpl
async def top_table(datasette: Datasette, request: Request, database: str, table: str) -> str | None:
    """A link to the desk's own CSV, at the top of Datasette's table pages."""
    return await _render_top(datasette, request, database, table=table)


@hookimpl
async def top_stored_query(
    datasette: Datasette, request: Request, database: str, query_name: str
) -> str | None:
    """The same at the top of canned queries, which have no filters. “Claims to check” says which claims it leaves out."""
    return await _render_top(datasette, request, database, query=query_name)


async def _render_top(
    datasette: Datasette, request: Request, database: str, table: str | None = None, query: str | None = None
) -> str | None:
    """Render the desk's navigation, a warning about formulas in Datasette's CSV, and a link to the desk's own."""
    served = datasette.databases[database]
    if not await desks.is_desk(served):
        return None
    if not (around := await views.navigation_context(datasette, request)):
        return None
    preset = _TABLE_PRESETS.get(table) if table else None
    marks = links.has_markable_rows(table, query)
    href = f"{desk_path(datasette, database, 'export.csv')}?preset={preset}" if preset else None
    is_work = query == "claims_to_check"
    left_out = await desks.read(served, same_claims.count_published_already) if is_work else 0
    context = {
        "published_already": left_out,
        "href": href,
        "preset": preset,
        "is_query": table is None,
        "wrong": explain_bad_period(query, request),
        "marks": marks,
        **around,
    }
    html: str = await datasette.render_template("claimtrack_top_table.html", context, request=request)
    return html


def explain_bad_period(query: str | None, request: Request) -> str | None:
    """What is wrong with the days given to a canned query, whose SQL only compares their letters; None if they are days, in order."""
    sql = startup.canned_queries().get(query or "", {}).get("sql", "")
    days: dict[str, str] = {}
    for name in ("since", "until"):
        given = (request.args.get(name) or "").strip()
        try:
            if given and f":{name}" in sql:
                days[name] = clean_date(given)
            check_period(days.get("since"), days.get("until"))
        except InvalidValue as error:
            return f"{name}: {error}."
    return None


def refuse_bad_periods(app: Any) -> Any:
    """Wrap the application: a program that asks a canned query for a period gets an error if it is none, instead of no rows."""

    async def wrapper(scope: dict[str, Any], receive: Any, send: Any) -> None:
        query = _QUERY_DATA.search(scope["path"]) if scope["type"] == "http" else None
        wrong = explain_bad_period(query["name"], Request(scope, receive)) if query else None
        if query is None or wrong is None:
            await app(scope, receive, send)
        elif query["format"] == "json":
            await views.json_error(wrong, InvalidValue.__name__, 400).asgi_send(send)
        else:
            await Response.text(wrong, status=400).asgi_send(send)

    return wrapper
