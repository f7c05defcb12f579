"""The Atom feed of published reviews."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from datasette import Response

from claimtrack.plugin import serving
from claimtrack.plugin.pages.published import PAGE

if TYPE_CHECKING:
    from claimtrack.plugin.visit import Visit

# What XML 1.0 cannot hold, however it is escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def readable(text: Any) -> str:
    """The text as XML can hold it."""
    return _NOT_XML.sub("\ufffd", str(text))


async def _show(visit: Visit, context: dict[str, Any]) -> Response:
    context["database"] = visit.database.name
    xml = await visit.datasette.render_template("claimtrack_feed.xml", context, request=visit.request)
    return Response(xml, content_type="application/atom+xml; charset=utf-8")


# For whoever may read the page of the same.
view = serving.reading_view(PAGE, _show)
