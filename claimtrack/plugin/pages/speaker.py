"""The speaker page: what they claimed, how often, and how it was rated over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.verdicts import format_rating
from claimtrack.core.model import ClaimantKind
from claimtrack.plugin import permissions
from claimtrack.plugin.charts import points
from claimtrack.plugin.fields import PAGE_NUMBER
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import claimants, statistics
from claimtrack.workflow import joining

if TYPE_CHECKING:
    from sqlite_utils import Database

_PAGE_SIZE = 50
_MAX_RATINGS = 200


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The claimant with a page of claims under all their names, whichever was requested. Raises NotFound."""
    claimant = statistics.claimant(db, visit.ids["claimant_id"])
    page = visit.page_number()
    found = statistics.ratings_of(db, claimant["id"], limit=_MAX_RATINGS + 1)
    ratings = found[-_MAX_RATINGS:]  # the oldest come first
    # Some publishers do not date their reviews.
    dated = [{**row, "label": format_rating(row)} for row in ratings if row["reviewed_on"]]
    return {
        "claimant": claimant,
        "claims": statistics.claims_of(db, claimant["id"], limit=_PAGE_SIZE, offset=_PAGE_SIZE * (page - 1)),
        "page": page,
        "pages": max(1, -(-claimant["claims"] // _PAGE_SIZE)),
        "ratings": ratings,
        "more_ratings": len(found) > len(ratings),
        "chart": points(dated, "reviewed_on", "label") if dated else None,
        **_form_values(db, visit, claimant),
    }


def _form_values(db: Database, visit: Visit, claimant: dict[str, Any]) -> dict[str, Any]:
    """What the forms hold and offer, for those who have them: names that differ in a title, and what a speaker may be."""
    if visit.as_json or permissions.JUDGE not in visit.may:
        return {}
    return {
        "alike": joining.same_but_for_title(db, claimant["name"]),
        "kinds": list(ClaimantKind),
        "their_page": claimants.get_details(db, claimant["id"])["url"],
    }


PAGE = Page(
    "speaker/{claimant_id}",
    "claimtrack_speaker.html",
    "A speaker, their claims and ratings",
    read,
    query=(PAGE_NUMBER,),
)
