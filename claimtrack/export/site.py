"""Writes the public site: static pages made only from the public copy, so that nothing else can be on them."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.core.claimreview.claimreview import ClaimReview, html_script, to_jsonld
from claimtrack.core.model import ClaimantKind
from claimtrack.core.texts.addresses import is_private_address
from claimtrack.core.texts.directions import close_directions
from claimtrack.core.texts.languages import base_language
from claimtrack.export.other_verdicts import OtherVerdicts
from claimtrack.export.site_feeds import Changes, find_changes, preview, write_feeds
from claimtrack.export.words import own_name

if TYPE_CHECKING:
    from jinja2 import Environment

    from claimtrack.export.words import Words

_TEMPLATES = Path(__file__).parent / "templates"
Rows = list[dict[str, Any]]
_UNNAMED_PLACES = 10
"""How many places with neither address nor outlet are listed."""

_AT_ONCE = 20
"""How many places a page shows at once. The others are behind a line that says how many they are, so that readers find what follows."""

_IN_ARTICLE = 10
"""How many places are listed in a text for an article, those in which the claim was made first."""

_ON_INDEX = 200
"""How many verdicts are on one page of them all. If there are more, the first page has the newest, and each year a page of its own."""


@dataclass(frozen=True, slots=True)
class Site:
    """The contents of the site: the public copy's tables, the desk's name, and the site's future address.

    `links` are titles and addresses of other pages of the newsroom, such as its policy of corrections, for each page's foot.
    """

    tables: Mapping[str, Rows]
    name: str
    words: Words
    base_url: str | None = None
    links: tuple[tuple[str, str], ...] = ()


def write(site: Site, folder: Path) -> int:
    """Write all pages, the feeds and the sitemap into an empty folder; return how many review pages.

    Reviews are sorted newest first. A page's ClaimReview and canonical address are the review's own `url`. A correction
    or update takes the page of the review that it replaces, so that links to it stay valid.
    """
    pages, reviews = _pages(), reviews_for_readers(site.tables)
    (folder / "reviews").mkdir()
    changes = find_changes(site.tables["corrections"])
    corrections, updates = changes.corrections, changes.updates
    common = {
        "name": site.name,
        "root": "",
        "links": site.links,
        "page_of_changes": site.words.phrases["corrections_and_updates" if updates else "corrections"],
        **_language_context(site.words),
    }

    def write_page(template: str, path: str, **values: Any) -> None:
        address = site.base_url and f"{site.base_url}{'' if path == 'index.html' else path}"
        text = pages.get_template(template).render(common | {"address": address} | values)
        (folder / path).write_text(text, encoding="utf-8")

    years = _by_year(reviews)
    write_page("index.html", "index.html", reviews=reviews[:_ON_INDEX], years=years, year=None)
    for year, of_year in years.items():
        (folder / "years").mkdir(exist_ok=True)
        write_page("index.html", f"years/{year}.html", root="../", reviews=of_year, years=years, year=year)
    standing = {review["page_id"]: review for review in reviews}
    if site.base_url:  # a web server shows this page at any address, so its links cannot be relative
        write_page("404.html", "404.html", root=site.base_url)
    write_page(
        "corrections.html", "corrections.html", corrections=corrections, updates=updates, standing=standing
    )
    for review, shown in _review_pages(reviews, changes, site.words):
        write_page("review.html", f"reviews/{review['page_id']}.html", **shown)
    for number, page_id in _earlier_addresses(corrections):
        if page_id in standing:
            write_page("moved.html", f"reviews/{number}.html", root="../", review=standing[page_id])
    feeds = write_feeds(
        reviews, changes, years=years, name=site.name, words=site.words, base_url=site.base_url
    )
    for path, text in feeds.items():
        (folder / path).write_text(text, encoding="utf-8")
    return len(reviews)


@cache
def _pages() -> Environment:
    """The template environment, made once: compiling templates takes longer than rendering them."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    pages = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_close_directions,
    )
    style = f"\n{(_TEMPLATES / 'site.css').read_text(encoding='utf-8')}"
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    pages.globals |= {"style": Markup(style), "style_allowed": f"'sha256-{allowed}'"}
    return pages


def _close_directions(value: Any) -> Any:
    """A template's value, without direction controls that would affect the page around it."""
    return close_directions(value) if type(value) is str else value


def _language_context(words: Words) -> dict[str, Any]:
    """The template variables that depend on the site's language."""
    return {
        "say": words.phrases,
        "day": words.day,
        "chosen": words.language,
        "other": words.other,
        "own_name": own_name,
        "unlike": _unlike,
        "language": words.language or "en",
        "direction": words.direction,
    }


def _unlike(language: str | None, around: str) -> str | None:
    """The language of some words, if it must be shown because the words around them are in another one."""
    return language if language and base_language(language) != base_language(around) else None


def reviews_for_readers(tables: Mapping[str, Rows]) -> Rows:
    """The reviews of a public copy with everything that readers see of them, newest first."""
    of_claim = {name: _group_by(tables[name], "claim_id") for name in ("appearances", "interventions")}
    evidence = _group_by(tables["evidence"], "review_id")
    rows = [
        review
        | {"evidence": evidence[review["id"]]}
        | {name: rows[review["claim_id"]] for name, rows in of_claim.items()}
        for review in tables["reviews"]
    ]
    return sorted(rows, key=lambda review: (review["reviewed_on"], review["id"]), reverse=True)


def _by_year(reviews: Rows) -> dict[str, Rows]:
    """The reviews by year, newest first; none if there are so few that one page has all."""
    found: dict[str, Rows] = {}
    for review in reviews if len(reviews) > _ON_INDEX else ():
        found.setdefault(review["reviewed_on"][:4], []).append(review)
    return found


def _group_by(rows: Rows, key: str) -> defaultdict[int, Rows]:
    grouped: defaultdict[int, Rows] = defaultdict(list)
    for row in rows:
        grouped[row[key]].append(row)
    return grouped


def _earlier_addresses(corrections: Rows) -> set[tuple[int, int]]:
    """The page numbers that corrections had in claimtrack 0.1, each with the present one."""
    return {
        (row["id"], row["page_id"])
        for row in corrections
        if row["action"] == "corrected" and row["id"] != row["page_id"]
    }


def _review_pages(
    reviews: Rows, changes: Changes, words: Words
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each review, with the values for the template of its page."""
    of_page = _group_by(changes.rows, "page_id")
    others = OtherVerdicts(reviews, words.language or "en")
    for review in reviews:
        yield (
            review,
            _review_page(review, words)
            | {
                "changes": of_page[review["page_id"]],
                "description": preview(review, words),
                "of_speaker": others.of_speaker(review),
                "versions": others.in_other_languages(review),
            },
        )


def _review_page(review: dict[str, Any], words: Words) -> dict[str, Any]:
    from markupsafe import Markup

    shown = ("definition", "evidence", "interventions")
    places, others = _places(review["appearances"])
    return {
        "review": review,
        "root": "../",
        "headings": ("h1", "h2"),
        "more_times": 0,
        "at_once": _AT_ONCE,
        "language": words.language or review["language"] or "en",
        # None for a verdict without an address: exports leave it out, too.
        "claimreview": ""
        if is_private_address(review["url"])
        else Markup(html_script(to_jsonld(_claim_review(review)))),
        **{name: review[name] for name in shown},
        "appearances": places,
        "other_places": others,
    }


def shorten(review: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """A review for an article: its primary sources first, and the first ten times that the claim was made; and how many more there are."""
    places = sorted(review["appearances"], key=lambda one: (one["seen_on"] or "9999", one["id"]))
    sources = sorted(review["evidence"], key=lambda one: not one["is_primary"])
    return review | {"evidence": sources, "appearances": places[:_IN_ARTICLE]}, len(places[_IN_ARTICLE:])


def article(review: dict[str, Any], words: Words) -> str:
    """What the page of a review says, as HTML to paste elsewhere, one level of headings lower than there."""
    short, more = shorten(review)
    shown = {"changes": [], "headings": ("h2", "h3"), "more_times": more}
    shown = _language_context(words) | _review_page(short, words) | shown
    return _pages().get_template("article.html").render(shown)


def _places(appearances: Rows) -> tuple[Rows, int]:
    """The places to list, and how many more there are: of hundreds that readers reported, without an address, only the first few."""
    unnamed = [one["id"] for one in appearances if not (one["url"] or one["outlet"])]
    left_out = set(unnamed[_UNNAMED_PLACES:]) if len(unnamed) > _UNNAMED_PLACES + 1 else set()
    return [one for one in appearances if one["id"] not in left_out], len(left_out)


def _claim_review(review: dict[str, Any]) -> ClaimReview:
    told = review | {
        "value": review["rating_value"],
        "claimant_kind": ClaimantKind(review["claimant_kind"]),
        "appearances": tuple(json.loads(review["appearance_urls"])),
        "withdrawn_appearances": json.loads(review["withdrawn_appearances"]),
    }
    return ClaimReview(**{field.name: told[field.name] for field in fields(ClaimReview)})
