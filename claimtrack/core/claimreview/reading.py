"""Parses ClaimReview as publishers really write it: numbers as text, lists where one value is expected, HTML entities.

A field that makes no sense is dropped; a missing field that a review needs (the claim, the address, a
verdict in words) raises InvalidClaimReview, which names it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claimtrack.core.claimreview.claimreview import ClaimReview
from claimtrack.core.claimreview.validation import parse_number
from claimtrack.core.errors import InvalidClaimReview, InvalidValue
from claimtrack.core.expressions import expression
from claimtrack.core.model import ClaimantKind
from claimtrack.core.sheets.days import parse_day, resolve_day_order
from claimtrack.core.texts.cleaning import (
    MAX_CLAIM,
    MAX_NAME,
    MAX_URL,
    UNSTORABLE,
    is_nobody,
    is_url,
    without_login,
)
from claimtrack.core.texts.languages import read_language
from claimtrack.core.texts.legible import legible
from claimtrack.core.texts.markup import without_markup

if TYPE_CHECKING:
    from claimtrack.core.sheets.days import DayOrder

# Most addresses match this and need no further cleaning, which would take a third of the parsing time.
_PLAIN_URL = expression(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w./~-]*)?")
_NEEDS_CLEANING = expression("[&<]|  ")
_TAG = expression(r"<[a-zA-Z/!][^>]*>")
_REFERRING: dict[str, Any] = {
    "author": {}, "publisher": {}, "reviewRating": {}, "itemReviewed": {"author": {}},
}  # fmt: skip
"""Fields of a review whose object may be elsewhere in a `@graph`, and the fields of that."""
_CLAIMANT_KINDS = {"Person": ClaimantKind.PERSON, "Organization": ClaimantKind.ORGANISATION}


def is_claim_review(value: Any) -> bool:
    """Whether the value is an object whose type is ClaimReview, in any spelling ("schema:ClaimReview")."""
    return isinstance(value, dict) and "ClaimReview" in schema_types(value)


def schema_types(value: Mapping[str, Any]) -> list[str]:
    """Return the schema.org types of an object, without their prefix."""
    kinds = value.get("@type", value.get("type"))
    listed = kinds if isinstance(kinds, list) else [kinds]
    return [_strip_prefix(kind) for kind in listed if isinstance(kind, str)]


@lru_cache(256)
def _strip_prefix(kind: str) -> str:
    return re.split(r"[/:#]", kind)[-1]


def resolve_references(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a `@graph` with the objects that its reviews only refer to ({"@id": "#org"}) in their place, as plug-ins of WordPress write."""
    nodes = value.get("@graph")
    if not isinstance(nodes, list):
        return value
    named = {
        node["@id"]: node for node in nodes if isinstance(node, dict) and isinstance(node.get("@id"), str)
    }
    return {
        **value,
        "@graph": [_resolve(node, named, _REFERRING) if is_claim_review(node) else node for node in nodes],
    }


def _resolve(part: Any, named: Mapping[str, Mapping[str, Any]], fields: Mapping[str, Any]) -> Any:
    part = _first_item(part)
    if not isinstance(part, dict):
        return part
    if part.keys() <= {"@id", "@type"}:
        part = named.get(str(part.get("@id")), part)
    found = {name: _resolve(part[name], named, inner) for name, inner in fields.items() if name in part}
    return {**part, **found}


def read(document: Mapping[str, Any], order: DayOrder | None = None) -> ClaimReview:
    """Parse a document into a review; `order` says how dates such as 3/4/2025 are written. Raises InvalidClaimReview."""
    item = _as_object(document.get("itemReviewed"))
    rating = _as_object(document.get("reviewRating"), name="alternateName")
    claimant = _as_object(item.get("author"))
    name = _one_line_text(claimant.get("name"), MAX_NAME) or ""
    publisher = _as_object(document.get("author") or document.get("publisher"))
    url = _required_url(document)
    value, worst, best = _parse_scale(rating)
    claimed_on = parse_date(item.get("datePublished"), order)
    return ClaimReview(
        claim=_required_claim(document, item),
        url=url,
        rating=_required_rating(rating, value, best),
        publisher=_one_line_text(publisher.get("name"), MAX_NAME) or urlsplit(url).netloc,
        publisher_url=_parse_url(publisher.get("url")),
        value=value,
        worst=worst,
        best=best,
        reviewed_on=_day_of_correction(document, order) or first_published_on(document, order),
        claimant=None if is_nobody(name) else name,
        claimant_kind=next(
            filter(None, map(_CLAIMANT_KINDS.get, schema_types(claimant))), ClaimantKind.UNKNOWN
        ),
        claimant_role=_one_line_text(claimant.get("jobTitle"), MAX_NAME),
        claimant_url=_parse_url(claimant.get("sameAs")) or _parse_url(claimant.get("url")),
        claimed_on=claimed_on,
        claim_language=read_language(_one_line_text(item.get("inLanguage"))),
        appearances=tuple(dict.fromkeys(_appearance_urls(item, "firstAppearance", "appearance"))),
        first_page_on=claimed_on if any(_appearance_urls(item, "firstAppearance")) else None,
        headline=_one_line_text(document.get("headline") or document.get("name")),
        summary=_one_line_text(document.get("description") or rating.get("ratingExplanation")),
        language=_one_line_text(document.get("inLanguage"), 20),
    )


def explain_dropped_dates(document: Mapping[str, Any], review: ClaimReview) -> Iterator[str]:
    """Yield a message for each date in the document that was left out of the review, with the reason."""
    days = (review.reviewed_on, review.claimed_on)
    for (name, value), taken in zip(written_dates(document).items(), days, strict=True):
        text = _one_line_text(value) if taken is None else None
        try:
            if text:
                parse_day(text)
        except InvalidValue as error:
            yield f"{name} is left out: {error}"


def written_dates(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the dates of the verdict and of the claim as they are written, by name."""
    said_on = _as_object(document.get("itemReviewed")).get("datePublished")
    return {"datePublished": _first_published(document), "itemReviewed.datePublished": said_on}


def _first_published(document: Mapping[str, Any]) -> Any:
    return document.get("datePublished") or document.get("dateCreated")


def first_published_on(document: Mapping[str, Any], order: DayOrder | None) -> str | None:
    """Return the day from which readers had a verdict at this address, corrected or not."""
    return parse_date(_first_published(document), order)


def _day_of_correction(document: Mapping[str, Any], order: DayOrder | None) -> str | None:
    """Return the day of a corrected or updated verdict, as `to_jsonld` writes it; None if it is the first one.

    A time with no `correction` is that of any change of the page, as content systems write it.
    """
    day = parse_date(document.get("dateModified"), order)
    is_of_verdict = document.get("correction") or day == document.get("dateModified")
    return day if day and is_of_verdict and day > (first_published_on(document, order) or day) else None


def parse_date(value: Any, order: DayOrder | None = None) -> str | None:
    """Return the ISO date that the value starts with or stands for; None if that is uncertain.

    03/05/2024 can be two dates, so it counts as none unless `order` says which.
    """
    text = _one_line_text(value)
    return _parse_date_text(resolve_day_order(text, order) if order else text) if text else None


@lru_cache(10_000)
def _parse_date_text(text: str) -> str | None:
    found = re.match(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)", text)
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return None
    with suppress(InvalidValue):
        return parse_day(text)
    with suppress(ValueError, TypeError, IndexError):
        return parsedate_to_datetime(text).date().isoformat()
    return None


# ── required fields ─────────────────────────────────────────────────────────────────────────────


def _required_claim(document: Mapping[str, Any], item: Mapping[str, Any]) -> str:
    claim = _one_line_text(document.get("claimReviewed")) or _one_line_text(item.get("name"))
    if not claim:
        raise InvalidClaimReview("claimReviewed is missing: it says what was checked")
    if len(claim) > MAX_CLAIM:
        raise InvalidClaimReview(
            f"claimReviewed has {len(claim):,} characters, which is too long for a claim"
        )
    return claim


def _required_url(document: Mapping[str, Any]) -> str:
    names = ("url", "mainEntityOfPage", "@id")
    url = next(filter(None, (_parse_url(document.get(name)) for name in names)), None)
    if not url:
        raise InvalidClaimReview(
            "url is missing or not a web address: without it the review cannot be recognised again"
        )
    return url


def _required_rating(rating: Mapping[str, Any], value: float | None, best: float | None) -> str:
    label = _one_line_text(rating.get("alternateName"), 300) or _one_line_text(rating.get("name"), 300)
    if label:
        return label
    if value is not None:
        return f"{value:g} of {best:g}"
    word = rating.get("ratingValue")
    label = _one_line_text(word, 300) if isinstance(word, str) and parse_number(word) is None else None
    if label and not is_nobody(label):
        return label
    raise InvalidClaimReview("reviewRating.alternateName is missing: it holds the verdict in words")


def _parse_scale(rating: Mapping[str, Any]) -> tuple[float, float, float] | tuple[None, None, None]:
    """Return value, worst and best if they are consistent; a value of -1, often used for "not rated", is not."""
    value, worst, best = (
        parse_number(_first_item(rating.get(name))) for name in ("ratingValue", "worstRating", "bestRating")
    )
    if worst is None:
        worst = 1.0  # schema.org's defaults
    if best is None:
        best = 5.0
    if value is not None and 1 <= worst < best and worst <= value <= best:
        return value, worst, best
    return None, None, None


# ── one value from whatever the field contains ──────────────────────────────────────────────────


def _first_item(value: Any) -> Any:
    """Return the first item of a list, or the value itself."""
    while isinstance(value, list):
        value = value[0] if value else None
    return value


def _as_object(value: Any, *, name: str = "name") -> Mapping[str, Any]:
    """Return the value as an object; a bare text counts as its name."""
    value = _first_item(value)
    if isinstance(value, dict):
        return value
    return {name: value} if isinstance(value, str) else {}


def _one_line_text(value: Any, longest: int = 100_000) -> str | None:
    """Return the value as one line of plain text; None if it has no text."""
    if value is None:
        return None
    if isinstance(value, str) and value.isprintable() and not _NEEDS_CLEANING.search(value):
        return legible(value.strip())[:longest].strip() or None  # most texts: cleaning takes twice as long
    value = _first_item(value)
    if isinstance(value, dict):
        value = _first_item(value.get("@value", value.get("name", value.get("text"))))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    if "&" in value:
        value = html.unescape(html.unescape(value))  # some publishers escape twice
    if "<" in value:
        # The expression removes what no editor of a claim writes, such as tables.
        value = _TAG.sub(" ", without_markup(value))
    return " ".join(legible(UNSTORABLE.sub("", value)).split())[:longest].strip() or None


def _parse_url(value: Any) -> str | None:
    value = _first_item(value)
    if isinstance(value, dict):
        value = _first_item(value.get("url", value.get("@id")))
    if not isinstance(value, str):
        return None
    if not _PLAIN_URL.fullmatch(value):
        value = html.unescape(UNSTORABLE.sub("", value).strip())
        if not is_url(value):
            return None
        value = without_login(value)
    return value if len(value) <= MAX_URL else None


def _appearance_urls(item: Mapping[str, Any], *names: str) -> Iterator[str]:
    for name in names:
        value = item.get(name)
        for one in value if isinstance(value, list) else [value]:
            url = _parse_url(one)
            if url:
                yield url
