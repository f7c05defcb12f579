"""Reads ClaimReview records from files: JSON-LD, a DataFeed, pages that contain it, Google's API, Duke's CSV, workbooks.

The format is recognised by the first characters, not by the file's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING, Any

from claimtrack.core.claimreview.reading import is_claim_review, resolve_references, schema_types
from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch.decoding.binary import WORKBOOKS
from claimtrack.fetch.decoding.jsonstream import json_values
from claimtrack.fetch.loaders.html.json_ld import json_ld_scripts, parse_json_ld
from claimtrack.fetch.loaders.html.text import parsed
from claimtrack.importing.opening import buffered, open_text
from claimtrack.importing.records import REST_UNREAD, Record, Tell, tell_nobody
from claimtrack.importing.review_sheets import from_csv, from_workbook

if TYPE_CHECKING:
    import io
    from pathlib import Path

_SUFFIXES = {".json", ".jsonld", ".ndjson", ".jsonl", ".html", ".htm", ".csv", ".xlsx"}
_NO_CONTENT = ("~$", "._")
"""Begins the name of a file that Excel writes beside an open one, and of one that macOS writes beside any."""
_LONGEST_SIGN = max(map(len, WORKBOOKS))
_UNTYPED = (
    "an object without a type; for taking out ClaimReview that stands inside other data, see docs/exports.md"
)
_SEVERAL = 2  # claims
_OF_A_CLAIM = ("itemReviewed", "reviewRating")
_CONTAINERS = (
    "@graph",
    "dataFeedElement",
    "item",
    "itemListElement",
    "mainEntity",
    "claims",
    "claimReviewMarkupPages",
    "review",
    "hasPart",
)

Position = tuple[int, ...]
"""The path to a document in nested lists: its numbers, from 1, the outermost first."""


def files_of(path: Path) -> list[Path]:
    """The file itself, or a folder's files that may hold ClaimReview, sorted. Raises UnreadableSource, OSError."""
    if path.is_dir():
        next(path.iterdir(), None)  # rglob would skip an unreadable folder silently
        found = sorted(
            file
            for file in path.rglob("*")
            if file.suffix.lower() in _SUFFIXES and not file.name.startswith(_NO_CONTENT)
        )
        if not found:
            raise UnreadableSource(f"there is no JSON, HTML, CSV or XLSX file in {path}")
        return found
    if not path.exists():
        raise UnreadableSource(f"there is no file {path}")
    return [path]


def records(binary: IO[bytes], name: str, tell: Tell | None = None) -> Iterator[Record]:
    """Yield the ClaimReview records of a file, in order, and a problem for each part without any.

    `tell` receives what is not read of a sheet.
    """
    binary = buffered(binary)
    if binary.peek(_LONGEST_SIGN).startswith(WORKBOOKS):
        yield from from_workbook(binary, name, tell or tell_nobody)
        return
    file, start = open_text(binary, name)
    with file:
        if start in ("{", "["):
            yield from _from_json(file, name)
        elif start == "<":
            yield from _from_html(file, name)
        elif start:
            yield from from_csv(file, name, tell or tell_nobody)
        else:
            yield Record(name, None, "the file is empty")


def _from_json(file: io.TextIOBase, name: str) -> Iterator[Record]:
    number = 0
    try:
        for number, value in enumerate(json_values(file), 1):
            yield from _expand_containers(value, f"{name}, record {number}")
    except UnreadableSource as error:
        yield Record(f"{name}, record {number + 1}", None, f"{error}. {REST_UNREAD}")


def _expand_containers(value: Any, place: str) -> Iterator[Record]:
    try:
        documents = list(claim_reviews(value))
    except RecursionError:
        yield Record(place, None, "nested too deep")
        return
    for at, document in documents:
        yield Record(f"{place}{_item(at)}", document)
    if not documents and not _is_empty_feed(value):
        kinds = ", ".join(schema_types(value)) if isinstance(value, dict) else type(value).__name__
        yield Record(place, None, f"is not ClaimReview (it is {kinds or _UNTYPED})")


def _is_empty_feed(value: Any) -> bool:
    """Whether the value is an empty list of reviews, such as a publisher's feed on its first day."""
    return isinstance(value, dict) and any(value.get(name) == [] for name in _CONTAINERS)


def _item(at: Position) -> str:
    return f", item {'.'.join(map(str, at))}" if at else ""


def claim_reviews(value: Any, at: Position = ()) -> Iterator[tuple[Position, Mapping[str, Any]]]:
    """Yield the ClaimReview documents in a JSON value, however deeply nested in lists and containers, with their positions."""
    if isinstance(value, list):
        for number, one in enumerate(value, 1):
            yield from claim_reviews(one, (*at, number))
    elif is_claim_review(value):
        yield from _numbered(at, [*_each_claim(value)])
    elif isinstance(value, dict):
        if isinstance(value.get("claimReview"), (list, dict)):
            yield from _numbered(at, [*_from_google_claim(value)])
        elif isinstance(value.get("claimReviewMarkups"), list):
            yield from _numbered(at, [*_from_google_page(value)])
        else:
            value = resolve_references(value)
            for name in _CONTAINERS:
                if value.get(name) is not None:
                    yield from claim_reviews(value[name], at)


def _each_claim(review: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the review once for each claim that it names, with its own part of what else is a list, if that has as many."""
    given = review.get("claimReviewed")
    named = given if isinstance(given, list) else []
    claims = list(dict.fromkeys(filter(_is_text, named)))
    if len(claims) < _SEVERAL or any(one and not isinstance(one, str) for one in named):
        yield review  # also of one claim in several languages
        return
    for claim in claims:
        at = named.index(claim)
        yield {
            **review,
            **{name: _part(review.get(name), at, len(named)) for name in _OF_A_CLAIM},
            "claimReviewed": claim,
        }


def _part(value: Any, number: int, of: int) -> Any:
    """What a review of several claims says of one: all of it, its part of a list of as many; None if it is unsure which part."""
    if not isinstance(value, list) or len(value) == 1:
        return value
    return value[number] if len(value) == of else None


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value.strip() != ""


def _numbered(
    at: Position, documents: list[Mapping[str, Any]]
) -> Iterator[tuple[Position, Mapping[str, Any]]]:
    """Yield the documents, numbered if there are several."""
    for number, document in enumerate(documents, 1):
        yield ((*at, number) if len(documents) > 1 else at), document


# ── Google's Fact Check Tools API ───────────────────────────────────────────────────────────────


def _from_google_claim(claim: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Convert a result of claims:search: one claim with the reviews of it that Google found."""
    reviews = claim["claimReview"]
    for review in map(_object, reviews if isinstance(reviews, list) else [reviews]):
        publisher = _object(review.get("publisher"))
        site = publisher.get("site")
        yield {
            "@type": "ClaimReview",
            "claimReviewed": claim.get("text"),
            "url": review.get("url"),
            "headline": review.get("title"),
            "datePublished": review.get("reviewDate"),
            "inLanguage": review.get("languageCode"),
            "author": {"name": publisher.get("name") or site, "url": f"https://{site}/" if site else None},
            "reviewRating": {"alternateName": review.get("textualRating")},
            "itemReviewed": {"author": claim.get("claimant"), "datePublished": claim.get("claimDate")},
        }


def _from_google_page(page: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Convert a page of the API with which publishers write: its markups, one per claim."""
    for markup in map(_object, page["claimReviewMarkups"]):
        rating = _object(markup.get("rating"), name="textualRating")
        yield {
            "@type": "ClaimReview",
            "claimReviewed": markup.get("claimReviewed"),
            "url": markup.get("url") or page.get("pageUrl"),
            "datePublished": page.get("publishDate"),
            "author": page.get("claimReviewAuthor"),
            "reviewRating": {**rating, "alternateName": rating.get("textualRating")},
            "itemReviewed": {
                "author": markup.get("claimAuthor"),
                "datePublished": markup.get("claimDate"),
                "firstAppearance": markup.get("claimFirstAppearance"),
                "appearance": markup.get("claimAppearances"),
            },
        }


def _object(value: Any, *, name: str = "name") -> Mapping[str, Any]:
    """The value if it is an object; a bare text becomes an object with this name, anything else an empty one, which is rejected."""
    if isinstance(value, dict):
        return value
    return {name: value} if isinstance(value, str) else {}


# ── pages ────────────────────────────────────────────────────────────────────────────


def _from_html(file: io.TextIOBase, name: str) -> Iterator[Record]:
    found = False
    for script in json_ld_scripts(parsed(file.read())):
        try:
            documents = list(claim_reviews(parse_json_ld(script)))
        except (UnreadableSource, RecursionError) as error:
            found = True
            yield Record(name, None, f"its JSON-LD cannot be read: {error}")
            continue
        for at, document in documents:
            found = True
            yield Record(f"{name}{_item(at)}", document)
    if not found:
        yield Record(name, None, "the page contains no ClaimReview")
