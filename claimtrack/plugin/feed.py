"""The Atom feed of the desk's published reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import Response

from claimtrack.export.feeds import Entry, Feed, atom
from claimtrack.plugin import views
from claimtrack.plugin.pages.published import PAGE

if TYPE_CHECKING:
    from claimtrack.plugin.visit import Visit


def _entry(review: dict[str, Any]) -> Entry:
    text = review["summary"] or review["claim"]
    if review["correction_note"]:
        text += f" {'Update' if review['is_update'] else 'Correction'}: {review['correction_note']}"
    return Entry(
        identity=f"{review['page']}#review-{review['id']}",
        url=review["url"],
        title=f"{review['rating']}: {review['headline'] or review['claim']}",
        text=text,
        day=review["reviewed_on"],
    )


async def _show_feed(visit: Visit, context: dict[str, Any]) -> Response:
    entries = [_entry(review) for review in context["reviews"] if review["reviewed_on"]]
    publisher = context["publisher"]
    xml = atom(Feed(f"Published by {publisher}", context["feed"], publisher, context["page"]), entries)
    return Response(xml, content_type="application/atom+xml; charset=utf-8")


# Its permission is that of the page with the same reviews.
view = views.read_view(PAGE, _show_feed)
