"""ClaimReview as schema.org defines it: how a published review is described to search engines and databases.

`to_jsonld` writes a document; validation.py lists its errors with remedies. The tolerant parser for other publishers' documents is in
reading.py.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from claimtrack.core.model import BODIES_AND_OUTLETS, ClaimantKind
from claimtrack.core.texts.addresses import is_private_address, without_reader


class Profile(StrEnum):
    """Whose rules the written form follows, where they differ."""

    GOOGLE = "google"
    DUKE = "duke"


@dataclass(frozen=True, slots=True)
class ClaimReview:
    """One publisher's review of one claim.

    `rating` is the label; `value`, `worst` and `best` are its numbers, all three or none. Dates are ISO dates: `reviewed_on` is that of the
    review, `first_reviewed_on` that of the first on its page, if it is a correction or update, `claimed_on` the day the claim was made, `first_seen` the first day it was seen, `first_page_on` that of the first of its
    `appearances`. `withdrawn_appearances` are those that their outlets have withdrawn, with the day. `correction_note` says what changed
    since an earlier review, which was right in its time if `is_update` is 1. `language` and `claim_language` are codes.
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
    first_reviewed_on: str | None = None


def to_jsonld(review: ClaimReview, profile: Profile = Profile.GOOGLE) -> dict[str, Any]:
    """Return the review as a JSON-LD document; unknown fields are left out, never empty."""
    document = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": review.url,
        "claimReviewed": review.claim,
        "datePublished": _first_published_on(review),
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
    pages = [{"@type": "CreativeWork", "url": without_reader(url), **stages.get(url, {})} for url in shown]
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


def _first_published_on(review: ClaimReview) -> str | None:
    """Return the day from which readers had a verdict at this address.

    That of a correction is its `dateModified`. One that also moved the claim to a day after the first verdict is treated as a new verdict:
    none can be older than its claim.
    """
    first = review.correction_note and review.first_reviewed_on
    return first if first and first >= (review.claimed_on or first) else review.reviewed_on


def _first_seen_before_review(review: ClaimReview) -> str | None:
    """Return the day the claim was first seen; None if that is after the verdict, when it says nothing about the day it was made."""
    seen = review.first_seen
    return seen if seen and seen <= (_first_published_on(review) or seen) else None


def _claimant(review: ClaimReview) -> dict[str, Any] | None:
    if not review.claimant:
        return None
    pages = [without_reader(url) for url in (review.claimant_url,) if url and not is_private_address(url)]
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
