"""Datasette's page of its own configuration, which speaks of every desk on the site."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from datasette import Response
from datasette.resources import DatabaseResource

if TYPE_CHECKING:
    from datasette import Request
    from datasette.app import Datasette


async def view(datasette: Datasette, request: Request) -> Response:
    """The configuration without the databases that the reader may not see.

    Datasette's own view shows the tables and queries of each to all who see the front page.
    """
    await datasette.ensure_permission(action="view-instance", actor=request.actor)
    told = dict(datasette._config())
    told["databases"] = {
        name: settings
        for name, settings in (told.get("databases") or {}).items()
        if await datasette.allowed(
            action="view-database", resource=DatabaseResource(name), actor=request.actor
        )
    }
    if request.url_vars.get("format"):
        return Response.json({"ok": True, **told})
    context = {"filename": "config.json", "data": told, "data_json": json.dumps(told, indent=2, default=repr)}
    return Response.html(await datasette.render_template("show_json.html", context, request=request))
