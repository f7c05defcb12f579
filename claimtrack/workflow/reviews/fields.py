"""The fields of a review as a person gives them: validated, and converted to columns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypedDict

from sqlite_utils import Database

from claimtrack.core.errors import ClaimtrackError, InvalidValue
from claimtrack.core.texts.cleaning import clean_line, clean_note, clean_url
from claimtrack.core.texts.languages import clean_language
from claimtrack.store.reviews import publishers, ratings
from claimtrack.workflow.days import clean_past_date, clean_time


class Fields(TypedDict, total=False):
    """The fields of a review. Each is text, or None for an empty one.

    `rating` is a label; `scale` names its scale if several have it. `url` is the review's present or future address, `reviewed_on` its
    ISO date, never in the future, `language` a code such as en. `not_before` is the time before which nobody publishes it, local time without
    an offset.
    """

    rating: str | None
    scale: str | None
    headline: str | None
    summary: str | None
    url: str | None
    reviewed_on: str | None
    language: str | None
    not_before: str | None


_CHECKS: dict[str, Callable[[str], str]] = {
    "url": clean_url,
    "reviewed_on": clean_past_date,
    "headline": clean_line,
    "language": clean_language,
    "not_before": clean_time,
    "summary": partial(clean_note, what="summary"),
}


def cleaned(db: Database, fields: Fields, *, beside: int | None = None) -> dict[str, Any]:
    """Validate the fields and convert them to columns; an empty text becomes NULL.

    If several scales have the label, the one of the rating `beside` is used.
    """
    row: dict[str, Any] = {}
    for name, value in fields.items():
        text = str(value or "").strip()
        if name == "rating":
            label, scale = clean_line(text), fields.get("scale")
            row["rating_id"] = ratings.find(db, label, scale=scale, beside=beside) if label else None
        elif name != "scale":
            row[name] = (_CHECKS[name](text) or None) if text else None
    return row


def desk_and_columns(db: Database, fields: Fields) -> tuple[publishers.Publisher, dict[str, Any]]:
    """Our desk, and the fields as columns. Raises one InvalidValue for what either of them lacks."""
    try:
        known = publishers.require_desk(db)
    except InvalidValue as nameless:
        try:
            cleaned(db, fields)
        except ClaimtrackError as error:
            raise InvalidValue(f"{nameless}; and {error}") from error
        raise
    return known, cleaned(db, fields)
