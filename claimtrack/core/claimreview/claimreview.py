"""ClaimReview as schema.org defines it: how a published review is described to search engines and databases.

`to_jsonld` writes a document; `validate` lists its errors with remedies. The tolerant parser for other publishers' documents is in reading.py.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeGuard

from claimtrack.core.model import BODIES_AND_OUTLETS, ClaimantKind
from claimtrack.core.texts.addresses import is_private_address
from claimtrack.core.texts.cleaning import is_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_CLAIM_LENGTH = 75  # characters; Google shows no more


class Profile(StrEnum):
    """Whose rules the written form follows, where they differ."""

    GOOGLE = "google"
    DUKE = "duke"


@dataclass(frozen=True, slots=True)
class ClaimReview:
    """One publisher's review of one claim.

    `rating` is the label; `value`, `worst` and `best` are its numbers, all three or none. Dates are ISO dates: `reviewed_on` is that of the
    review, `claimed_on` the day the claim was made, `first_seen` the first day it was seen, `first_page_on` that of the first of its
    `appearances`; `withdrawn_appearances` are those that their outlets have withdrawn, each with the day. `correction_note` says what changed
    since an earlier review, which was right in its time if `is_update` is 1. `language` is the code of the review's language,
    `claim_language` that of the claim's.
    """

    claim: str
    url: str
    rating: str
    publisher: str
    publisher_url: str | None = None
    value: float | None = None
    worst: float | None = None
    best: float | None = None
    reviewed_on: str | None = None
    claimant: str | None = None
    claimant_kind: ClaimantKind = ClaimantKind.UNKNOWN
    claimant_role: str | None = None
    claimant_url: str | None = None
    claimed_on: str | None = None
    first_seen: str | None = None
    appearances: tuple[str, ...] = ()
    first_page_on: str | None = None
    headline: str | None = None
    summary: str | None = None
    language: str | None = None
    correction_note: str | None = None
    is_update: int = 0
    withdrawn_appearances: Mapping[str, str] = field(default_factory=dict)
    claim_language: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """An error or warning about one field of a document, such as `reviewRating.alternateName`, with its remedy."""

    path: str
    message: str
    is_error: bool = True

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


def to_jsonld(review: ClaimReview, profile: Profile = Profile.GOOGLE) -> dict[str, Any]:
    """Return the review as a JSON-LD document; unknown fields are left out, never empty."""
    document = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": review.url,
        "claimReviewed": review.claim,
        "datePublished": review.reviewed_on,
        "author": {
            "@type": "Organization",
            "name": review.publisher,
            "url": review.publisher_url or "/".join([*review.url.split("/", 3)[:3], ""]),
        },
        "reviewRating": _rating(review, profile),
        "itemReviewed": _claim_item(review, profile),
    }
    if profile is Profile.GOOGLE:  # Duke's schema takes no other fields
        document |= {
            "headline": review.headline,
            "description": review.summary,
            "inLanguage": review.language,
            "dateModified": review.reviewed_on if review.correction_note else None,
            "correction": None if review.is_update else review.correction_note,
        }
    return _drop_missing(document)


def _rating(review: ClaimReview, profile: Profile) -> dict[str, Any]:
    rating = {"@type": "Rating", "alternateName": review.rating}
    if review.value is None or review.worst is None or review.best is None:
        return rating  # unproven, opinion: a label says it, a number would lie
    numbers = {"ratingValue": review.value, "worstRating": review.worst, "bestRating": review.best}
    # Duke's schema wants numbers as text.
    shape = str if profile is Profile.DUKE else lambda number: number
    return rating | {
        name: shape(int(number) if number == int(number) else number) for name, number in numbers.items()
    }


def _claim_item(review: ClaimReview, profile: Profile) -> dict[str, Any]:
    # Of a withdrawn page, schema.org has the stage, and the day from which it is no longer available; Duke's schema has neither.
    gone = review.withdrawn_appearances
    left_out = gone if profile is Profile.DUKE else ()
    shown = [url for url in review.appearances if not (url in left_out or is_private_address(url))]
    stages = {url: {"creativeWorkStatus": "Withdrawn", "expires": day} for url, day in gone.items()}
    pages = [{"@type": "CreativeWork", "url": url, **stages.get(url, {})} for url in shown]
    # "firstAppearance" means the earliest known one, so give none if the claim was seen earlier without an address that readers can open.
    is_first = shown[:1] == [*review.appearances[:1]]
    first = int(is_first and (review.first_page_on or "") <= (review.first_seen or "9999"))
    return _drop_missing(
        {
            "@type": "Claim",
            "author": _claimant(review),
            "inLanguage": review.claim_language if profile is Profile.GOOGLE else None,
            "datePublished": review.claimed_on or _first_seen_before_review(review),
            "firstAppearance": pages[0] if pages[:first] else None,
            "appearance": pages[first:] or None,
        }
    )


def _first_seen_before_review(review: ClaimReview) -> str | None:
    """Return the day the claim was first seen; None if that is after the verdict, when it says nothing about the day it was made."""
    seen, reviewed = review.first_seen, review.reviewed_on
    return seen if seen and not (reviewed and seen > reviewed) else None


def _claimant(review: ClaimReview) -> dict[str, Any] | None:
    if not review.claimant:
        return None
    pages = [url for url in (review.claimant_url,) if url and not is_private_address(url)]
    # No "url" here: under Duke's schema an author with a url matches two types at once, and is refused.
    return _drop_missing(
        {
            "@type": "Organization" if review.claimant_kind in BODIES_AND_OUTLETS else "Person",
            "name": review.claimant,
            "jobTitle": review.claimant_role,
            "sameAs": pages or None,
        }
    )


def _drop_missing(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def html_script(document: Mapping[str, Any]) -> str:
    """Return the document as a script element for a web page.

    A claim may contain "</script>", so each < is written as a JSON escape.
    """
    text = json.dumps(document, ensure_ascii=False, indent=2).replace("<", "\\u003c")
    return f'<script type="application/ld+json">\n{text}\n</script>'


# ── validation ──────────────────────────────────────────────────────────────────────────────────


def validate(document: Mapping[str, Any]) -> list[Finding]:
    """Return everything that is wrong with a ClaimReview document, errors before warnings."""
    findings = [finding for check in _CHECKS for finding in check(document)]
    return sorted(findings, key=lambda finding: not finding.is_error)


def _check_claim(document: Mapping[str, Any]) -> Iterator[Finding]:
    claim = document.get("claimReviewed")
    if not _is_text(claim):
        yield Finding("claimReviewed", "is missing: write the claim in one sentence")
    elif len(claim) > MAX_CLAIM_LENGTH:
        yield Finding(
            "claimReviewed",
            f"has {len(claim)} characters, and only {MAX_CLAIM_LENGTH} are shown: shorten it",
            is_error=False,
        )


def _check_url(document: Mapping[str, Any]) -> Iterator[Finding]:
    if not _is_web_address(document.get("url")) or is_private_address(document["url"]):
        yield Finding("url", "is missing, or readers cannot open it: give the public page of the review")


def _check_author(document: Mapping[str, Any]) -> Iterator[Finding]:
    author = document.get("author")
    if not isinstance(author, dict) or not _is_text(author.get("name")):
        yield Finding("author.name", "is missing: name the publisher of the review")
    elif "url" in author and not _is_web_address(author["url"]):
        yield Finding("author.url", "is not a web address: give the publisher's home page, or leave it out")


def _check_date(document: Mapping[str, Any]) -> Iterator[Finding]:
    day = document.get("datePublished")
    if day is None:
        yield Finding("datePublished", "is missing: give the date of the verdict", is_error=False)
    elif not _is_iso_date(day):
        yield Finding("datePublished", "is not a date: write it as YYYY-MM-DD")


def _check_rating(document: Mapping[str, Any]) -> Iterator[Finding]:
    rating = document.get("reviewRating")
    if not isinstance(rating, dict):
        yield Finding("reviewRating", "is missing: give the verdict")
        return
    if not _is_text(rating.get("alternateName")):
        yield Finding("reviewRating.alternateName", "is missing: give the verdict in words")
    names = ("ratingValue", "worstRating", "bestRating")
    given = [name for name in names if rating.get(name) is not None]
    if not given:
        return
    numbers = {name: parse_number(rating.get(name)) for name in names}
    for name in names:
        if numbers[name] is None:
            yield Finding(f"reviewRating.{name}", "is not a number: give value, worst and best, or none")
    if None not in numbers.values():
        yield from _check_scale(*numbers.values())  # type: ignore[arg-type]


def _check_scale(value: float, worst: float, best: float) -> Iterator[Finding]:
    if worst < 1:
        yield Finding("reviewRating.worstRating", f"is {worst:g}, but must be at least 1: count from 1")
    if not worst < best:
        yield Finding("reviewRating.bestRating", f"is {best:g}, but must be above the worst, {worst:g}")
    elif not worst <= value <= best:
        yield Finding(
            "reviewRating.ratingValue", f"is {value:g}, outside the scale from {worst:g} to {best:g}"
        )


def _check_item(document: Mapping[str, Any]) -> Iterator[Finding]:
    item = document.get("itemReviewed")
    if not isinstance(item, dict):
        yield Finding("itemReviewed", "is missing: say who made the claim, when and where", is_error=False)
        return
    author = item.get("author")
    if author is None:
        yield Finding("itemReviewed.author", "is missing: say who made the claim", is_error=False)
    elif not isinstance(author, dict) or not _is_text(author.get("name")):
        yield Finding("itemReviewed.author.name", "is missing: name who made the claim, or leave author out")
    if not (item.get("appearance") or item.get("firstAppearance")):
        yield Finding(
            "itemReviewed.firstAppearance", "is missing: give the page with the claim", is_error=False
        )
    yield from _check_claim_date(item.get("datePublished"), document.get("datePublished"))


def _check_claim_date(made: Any, reviewed: Any) -> Iterator[Finding]:
    path = "itemReviewed.datePublished"
    if made is None:
        yield Finding(path, "is missing: give the date of the claim", is_error=False)
    elif not _is_iso_date(made):
        yield Finding(path, "is not a date: write it as YYYY-MM-DD")
    elif _is_iso_date(reviewed) and made > reviewed:
        yield Finding(path, f"is {made}, after the review: give the date of the claim, not of the check")


_CHECKS = (_check_claim, _check_url, _check_author, _check_date, _check_rating, _check_item)


def _is_text(value: Any) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())


def _is_web_address(value: Any) -> bool:
    return isinstance(value, str) and is_url(value)


def _is_iso_date(value: Any) -> TypeGuard[str]:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def parse_number(value: Any) -> float | None:
    """Return a number given as a number or as text ("4.5"); None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None
