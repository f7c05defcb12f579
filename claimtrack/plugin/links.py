"""Links between Datasette's own pages and the desk's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from datasette import hookimpl
from datasette.utils import await_me_maybe, tilde_decode
from markupsafe import Markup, escape

from claimtrack.core.texts.languages import language_name
from claimtrack.core.texts.printable import printable
from claimtrack.core.texts.text_lists import parse_text_list
from claimtrack.plugin import bidi, desks, login, password, permissions, startup, views
from claimtrack.plugin.rendering import static_file
from claimtrack.plugin.visit import desk_path, requested_desk
from claimtrack.store import articles

if TYPE_CHECKING:
    from datasette import Request
    from datasette.app import Datasette

# (table or view, column with the id of a claim, an article or a speaker) -> the page of that id.
_ID_COLUMNS: dict[tuple[str, str], str] = {
    ("claims", "id"): "claim",
    ("claimant_overview", "id"): "speaker",
    ("claim_overview", "id"): "claim",
    ("proposed_queue", "id"): "claim",
    ("recurring_claims", "id"): "claim",
    ("articles", "id"): "article",
    ("article_overview", "id"): "article",
    **{(view, "claim_id"): "claim" for view in ("appearance_overview", "review_overview", "review_queue",
                                                "recent_changes", "claim_clusters", "history",
                                                "repeats_by_speaker")},
    ("appearance_overview", "article_id"): "article",
    ("match_queue", "left_id"): "claim",
    ("match_queue", "right_id"): "claim",
}  # fmt: skip

# The same in any query, even a user's own: no other number has such a name.
_QUERY_ID_COLUMNS = {"claim_id": "claim", "article_id": "article", "claimant_id": "speaker"}

# Tables with a box at each claim, to change several at once; canned queries have boxes, too.
_MARKABLE = ("claim_overview", "proposed_queue", "recurring_claims")

# Columns that hold a JSON list, of a view or a canned query.
_LIST_COLUMNS = {
    ("claim_overview", "tags"),
    ("claimant_overview", "other_names"),
    ("speakers", "other_names"),
}

# Column with the name or text of something -> the column with its id, and the page that must belong to that id.
_NAME_COLUMNS = {
    "text": ("id", "claim"), "name": ("id", "speaker"), "title": ("id", "article"),
    "claim": ("claim_id", "claim"), "article": ("article_id", "article"),
}  # fmt: skip

_IN_LANGUAGE = ("text", "title")
"""Columns with words in the language that the row names; a review's `claim` may be in another than the review."""

_TITLE_COLUMN = ("article_overview", "title")
"""An article without a title has none in this column either: show the name that its page shows."""

_NOTHING = Markup('<span class="ct-none">&nbsp;</span>')
"""An empty cell of a query, or an empty list: a phone leaves it out. Other empty cells of a table Datasette itself marks."""

# Table -> the page that shows its rows, and the column with the id for its address.
_ROW_PAGES = {
    "claims": ("claim", "id"),
    "articles": ("article", "id"),
    "claimants": ("speaker", "id"),
    **dict.fromkeys(("appearances", "evidence", "notes", "reviews", "claim_tags"), ("claim", "claim_id")),
}


@hookimpl
async def extra_css_urls(datasette: Datasette, database: str | None) -> list[str]:
    """Give Datasette's pages of desks our style sheets for the dark and for fingers; pages that show other databases stay as they are."""
    served = (
        [datasette.databases[database]] if database in datasette.databases else datasette.databases.values()
    )
    is_of_desks = all([await desks.is_desk(one) for one in served if one.name != permissions.IN_MEMORY])
    sheets = ("claimtrack_dark.css", "claimtrack_touch.css") if is_of_desks else ()
    return [static_file(datasette, name) for name in sheets]


@hookimpl
def extra_js_urls(datasette: Datasette, view_name: str | None) -> list[dict[str, Any]]:
    """Add the select of the edit dialog and labels for filter fields to Datasette's table and row pages."""
    if view_name not in ("table", "row"):
        return []
    # A module runs after the page is parsed.
    scripts = {"claimtrack_choice.js": False, "claimtrack_names.js": True}
    return [{"url": static_file(datasette, name), "module": is_module} for name, is_module in scripts.items()]


@hookimpl
def render_cell(
    datasette: Datasette,
    database: str,
    table: str | None,
    row: Any,
    column: str,
    value: Any,
    request: Request | None,
) -> Callable[[], Awaitable[str | None]] | None:
    """Render ids, names and texts of claims, articles and speakers as links to their pages, and lists as words separated by commas.

    Text with bidirectional control characters shows them, an article without a title gets a name, and a language its name.
    """
    if value is None and not table:
        return _if_desk(datasette, database, lambda: _NOTHING)
    if value is None and (table, column) == _TITLE_COLUMN:
        return _article_name(datasette, database, row)
    if (table or _query_name(request), column) in _LIST_COLUMNS:
        return _if_desk(datasette, database, lambda: escape(", ".join(parse_text_list(value))) or _NOTHING)
    if column == "language" and isinstance(value, str):
        return _if_desk(datasette, database, lambda: escape(language_name(value)))
    if isinstance(value, str):
        named = _name_page(table, row, column, request)
        if not named and not bidi.has_bidi_controls(value):
            return None
        language = row["language"] if column in _IN_LANGUAGE and "language" in row.keys() else None  # noqa: SIM118 - see _name_page
        return _if_desk(datasette, database, lambda: _link(datasette, database, named, value, language))
    page = _column_page(table, column, request)
    if page is None or not isinstance(value, int):
        return None

    async def link() -> str:
        context = {
            "href": desk_path(datasette, database, f"{page}/{value}"),
            "number": value,
            "page": page,
            "marks": column == "id"
            and has_markable_rows(table, _query_name(request))
            and _may_mark(datasette, database, request),
        }
        # Not `datasette.render_template`: it asks all plug-ins for the scripts of a page, for each cell, and some look at its request.
        cell = datasette.get_jinja_environment(request).get_template("claimtrack_cell.html")
        return Markup((await cell.render_async(context)).strip())

    return _if_desk(datasette, database, link)


def _column_page(table: str | None, column: str, request: Request | None) -> str | None:
    """The page (claim, article, speaker) that ids in this column belong to; None if they are no such ids."""
    if table:
        return _ID_COLUMNS.get((table, column))
    return startup.query_column_page(_query_name(request), column) or _QUERY_ID_COLUMNS.get(column)


def _name_page(table: str | None, row: Any, column: str, request: Request | None) -> str | None:
    """The page of the thing named in this cell; None if the row lacks its id."""
    number, page = _NAME_COLUMNS.get(column, ("", ""))
    if number not in row.keys() or _column_page(table, number, request) != page:  # noqa: SIM118 - of a row of SQLite's own `in` looks at the values
        return None
    return f"{page}/{row[number]}" if isinstance(row[number], int) else None


def _link(
    datasette: Datasette, database: str, page: str | None, words: str, language: str | None = None
) -> str:
    """The text as Datasette shows it, linked to the page if there is one, in its own direction, and marked with its language if that is known."""
    shown = _shorten(datasette, words)
    href = desk_path(datasette, database, page) if page else None
    if href is None:
        return shown
    spoken = Markup(' lang="{}"').format(language.replace("_", "-")) if language else ""
    return Markup('<a href="{}" dir="auto"{}>{}</a>').format(href, spoken, shown)


def _if_desk(
    datasette: Datasette, database: str, show: Callable[[], str | Awaitable[str]]
) -> Callable[[], Awaitable[str | None]]:
    """Render the cell if the database is a desk; otherwise leave it to Datasette."""

    async def html() -> str | None:
        if not await desks.is_desk(datasette.databases[database]):
            return None
        shown: str = await await_me_maybe(show)
        return shown

    return html


def has_markable_rows(table: str | None, query: str | None) -> bool:
    """Whether the rows of a table, or of a canned query, are claims that can be marked."""
    return table in _MARKABLE if table else startup.query_column_page(query, "id") == "claim"


def _may_mark(datasette: Datasette, database: str, request: Request | None) -> bool:
    """Whether the user could change marked claims; the page that the form leads to checks the permission."""
    served = datasette.databases[database]
    role = permissions.role_of(datasette, served, request.actor) if request else None
    return served.is_mutable and role is not None and permissions.ANNOTATE in permissions.GRANTS[role]


def _article_name(
    datasette: Datasette, database: str, row: Any
) -> Callable[[], Awaitable[str | None]] | None:
    """The name of an article without a title; None if the rows have no id."""
    if "id" not in row.keys():  # noqa: SIM118 - of a row of SQLite's own `in` looks at the values
        return None

    async def name() -> str:
        served, number = datasette.databases[database], row["id"]
        names = await desks.read(served, lambda desk: articles.names(desk, [number]))
        return _link(datasette, database, f"article/{number}", names[number])

    return _if_desk(datasette, database, name)


def _query_name(request: Request | None) -> str | None:
    """The name of the canned query shown, from the address: Datasette passes it like a table's."""
    name = request.url_vars.get("table") if request else None
    return tilde_decode(name) if name else None


def _shorten(datasette: Datasette, value: str) -> str:
    """Truncate the text as Datasette does, with control characters escaped as on the command line."""
    most = datasette.setting("truncate_cells_html") or len(value)
    return escape(printable(value[:most] + "…" * (len(value) > most)))


@hookimpl
async def row_actions(
    datasette: Datasette, actor: dict[str, Any] | None, database: str, table: str, row: Any
) -> list[dict[str, str]]:
    """A link to the row's page on the desk, in Datasette's menu."""
    target = await _row_page(datasette, actor, database, table, row)
    if target is None:
        return []
    page, href = target
    return [{"href": href, "label": f"Open the {page}'s page", "description": "With all that belongs to it"}]


@hookimpl
async def top_row(datasette: Datasette, request: Request, database: str, table: str, row: Any) -> str | None:
    """The desk's navigation and a link to the row's page, at the top of Datasette's row page."""
    target = await _row_page(datasette, request.actor, database, table, row)
    if target is None:
        return None
    page, href = target
    context = {"page": page, "href": href, **await views.navigation_context(datasette, request)}
    html: str = await datasette.render_template("claimtrack_top_row.html", context, request=request)
    return html


@hookimpl
async def top_database(datasette: Datasette, request: Request, database: str) -> str | None:
    """The desk's navigation, at the top of Datasette's list of tables."""
    if not (around := await views.navigation_context(datasette, request)):
        return None
    context = {"href": desk_path(datasette, database), **around}
    html: str = await datasette.render_template("claimtrack_top_database.html", context, request=request)
    return html


async def _row_page(
    datasette: Datasette, actor: dict[str, Any] | None, database: str, table: str, row: Any
) -> tuple[str, str] | None:
    if table not in _ROW_PAGES or not await desks.is_desk(datasette.databases[database]):
        return None
    if permissions.VIEW not in await permissions.granted_permissions(datasette, actor, database):
        return None
    page, column = _ROW_PAGES[table]
    return page, desk_path(datasette, database, f"{page}/{row[column]}")


@hookimpl
async def menu_links(
    datasette: Datasette, actor: dict[str, Any] | None, request: Request | None
) -> list[dict[str, str]]:
    """Links for Datasette's menu: the desks the user may see, what changed on the requested one, and the log-in to these and to the requested one. Other desks are not named."""
    items = []
    # Query all desks at once: each query evaluates the rules of all desks, half a second in total for a class with one desk each.
    seen = {one.parent async for one in (await datasette.allowed_resources(permissions.VIEW, actor)).all()}
    for name, database in (await desks.desks(datasette)).items():
        known = permissions.users_of(database)
        if known is None:
            continue
        may_see = name in seen
        if may_see:
            items.append({"href": desk_path(datasette, name), "label": f"Desk: {name}"})
        is_open = request is not None and requested_desk(request) == name
        if may_see and is_open:
            items.append({"href": desk_path(datasette, name, "changes"), "label": f"What changed: {name}"})
        if actor is None and known and (may_see or is_open):
            items.append({"href": login.login_url(datasette, name), "label": f"Log in: {name}"})
        elif password.session_user(database, actor):
            items.append(
                {"href": desk_path(datasette, name, "password"), "label": f"Change your password: {name}"}
            )
    return items
