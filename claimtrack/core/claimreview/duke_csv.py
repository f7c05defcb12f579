"""The CSV columns of Duke's Fact-Check Insights: a flattened ClaimReview, with columns such as `itemReviewed.author.name`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MAX_APPEARANCES = 15

COLUMNS = (
    "id",
    "@context",
    "@type",
    "claimReviewed",
    "datePublished",
    "url",
    "author.@type",
    "author.name",
    "author.url",
    "itemReviewed.@type",
    "itemReviewed.author.name",
    "itemReviewed.author.@type",
    "itemReviewed.author.sameAs",
    "reviewRating.@type",
    "reviewRating.ratingValue",
    "reviewRating.alternateName",
    "author.image",
    "itemReviewed.name",
    "itemReviewed.datePublished",
    "itemReviewed.firstAppearance.url",
    "itemReviewed.firstAppearance.type",
    "itemReviewed.author.image",
    "reviewRating.ratingExplanation",
    "itemReviewed.author.jobTitle",
    "reviewRating.bestRating",
    "reviewRating.worstRating",
    "reviewRating.image",
    *(
        f"itemReviewed.appearance.{number}.{name}"
        for number in range(1, MAX_APPEARANCES + 1)
        for name in ("url", "@type")
    ),
)

_NAMES = {
    name.casefold(): name
    for name in (
        *COLUMNS,
        "headline",
        "description",
        "inLanguage",
        "itemReviewed.inLanguage",
        "publisher.name",
    )
}


def known_name(header: str) -> str:
    """The name of the column with this header, however it is capitalised; an unknown header as it is."""
    return _NAMES.get(header.strip().casefold(), header.strip())


def is_read(name: str) -> bool:
    """Whether a column with this name is part of a review."""
    return name in _NAMES.values() or name.startswith("itemReviewed.")


def to_columns(document: Mapping[str, Any], identity: str) -> list[str]:
    """Return a ClaimReview document as the cells of a row. Appearances beyond the fifteenth have no column."""
    return [identity, *(_cell(document, name.split(".")) for name in COLUMNS[1:])]


def _cell(value: Any, path: list[str]) -> str:
    for step in path:
        if isinstance(value, list):
            value = value[int(step) - 1] if int(step) <= len(value) else None
        elif isinstance(value, dict):
            value = value.get(step, value.get(f"@{step}"))
        else:
            return ""
    if isinstance(value, list):
        value = value[0]
    return "" if value is None else str(value)


def from_columns(row: Mapping[str, str | None]) -> dict[str, Any]:
    """Return the document that a row describes: each filled cell at its path, numbered ones as a list."""
    document: dict[str, Any] = {}
    for name, cell in row.items():
        if cell:
            _set_at_path(document, name.split("."), cell)
    item = document.get("itemReviewed")
    if isinstance(item, dict) and isinstance(item.get("appearance"), dict):
        item["appearance"] = list(item["appearance"].values())
    return document


def _set_at_path(document: dict[str, Any], path: list[str], cell: str) -> None:
    for step in path[:-1]:
        inner = document.get(step)
        if not isinstance(inner, dict):
            inner = document[step] = {}
        document = inner
    document[path[-1]] = cell
