"""The statistics page: charts with their numbers and source views, and who repeats which claim."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.verdicts import format_rating
from claimtrack.plugin.charts import bars
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import statistics

if TYPE_CHECKING:
    from sqlite_utils import Database

_WEEKS = 26
_MAX_ROWS = 12


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The charts, in order; `view` is the view or canned query with their numbers."""
    ratings = statistics.ratings_by_claimant(db, limit=_MAX_ROWS)
    # The rating first: long labels are cut at the end.
    labelled = [{**row, "label": f"{format_rating(row)}: {row['claimant']}"} for row in ratings]
    repeated = statistics.most_repeated(db, limit=_MAX_ROWS)
    monday = date.today() - timedelta(days=date.today().weekday())
    return {
        "charts": [
            _chart("Claims per week", "claims_per_week", statistics.claims_per_week(db, weeks=_WEEKS),
                   "week", "claims", "the Monday of the week"),
            _chart("Progress of claims", "status_funnel", statistics.status_funnel(db),
                   "stage", "claims", "the stage they reached"),
            _chart("Ratings per speaker", "ratings_by_claimant", labelled,
                   "label", "reviews", "the rating and the speaker"),
            _chart("Most repeated claims", "said_again", repeated,
                   "text", "appearances", "the claim"),
            _chart("Time to publication", "days_to_publication", statistics.days_to_publication(db),
                   "time", "claims", "the time it took"),
        ],
        "repeats": statistics.who_repeats(db, limit=_MAX_ROWS),
        "last_week": {"since": f"{monday - timedelta(days=7)}", "until": f"{monday - timedelta(days=1)}"},
    }  # fmt: skip


def _chart(
    title: str, view: str, rows: list[dict[str, Any]], label: str, value: str, what: str
) -> dict[str, Any]:
    drawn = bars([(str(row[label]), row[value]) for row in rows])
    return {"title": title, "view": view, "label": what, "value": value, "rows": drawn}


PAGE = Page("statistics", "claimtrack_statistics.html", "The desk in figures", read)
