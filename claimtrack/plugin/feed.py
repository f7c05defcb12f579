"""The Atom feed of published reviews."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from datasette import Response

from claimtrack.plugin import desks, serving
from claimtrack.plugin.pages.published import PAGE

if TYPE_CHECKING:
    from datasette import Request
    from datasette.app import Datasette

# What XML 1.0 cannot hold, however it is escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def readable(text: Any) -> str:
    """The text as XML can hold it."""
    return _NOT_XML.sub("\ufffd", str(text))


async def view(datasette: Datasette, request: Request) -> Response:
    """The feed, for whoever may read the page of the same."""
    visit = await serving.visit_of(datasette, request, PAGE.permission)
    context = await desks.read(visit.database, lambda desk: PAGE.read(desk, visit))
    context["database"] = visit.database.name
    xml = await datasette.render_template("claimtrack_feed.xml", context, request=request)
    return Response(xml, content_type="application/atom+xml; charset=utf-8")
