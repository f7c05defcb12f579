"""Validation of a ClaimReview document: its errors and warnings, each with its remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeGuard

from claimtrack.core.texts.addresses import is_private_address
from claimtrack.core.texts.cleaning import is_url

MAX_CLAIM_LENGTH = 75  # characters; Google shows no more


@dataclass(frozen=True, slots=True)
class Finding:
    """An error or warning about one field of a document, such as `reviewRating.alternateName`, with its remedy."""

    path: str
    message: str
    is_error: bool = True

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


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
