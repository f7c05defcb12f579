"""Writes the public site: static pages made only from the public copy, so that nothing else can be on them."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.core.claimreview.claimreview import ClaimReview, html_script, to_jsonld
from claimtrack.core.model import ClaimantKind
from claimtrack.core.texts.addresses import is_private_address
from claimtrack.core.texts.directions import close_directions
from claimtrack.core.texts.languages import base_language
from claimtrack.export.feeds import Entry, Feed, atom, json_feed, sitemap

if TYPE_CHECKING:
    from jinja2 import Environment

    from claimtrack.export.words import Words

_TEMPLATES = Path(__file__).parent / "templates"
Rows = list[dict[str, Any]]
_IN_FEED = 100
"""How many verdicts, the newest, are in a feed: feed readers download all of it every hour."""

_UNNAMED_PLACES = 10
"""How many places with neither address nor outlet are listed."""

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
    changes = _changes(site)
    corrections, updates = _split(changes)
    common = {
        "name": site.name,
        "root": "",
        "links": site.links,
        "page_of_changes": site.words.phrases["corrections_and_updates" if updates else "corrections"],
        **_language_context(site.words),
    }

    def write_page(template: str, path: str, **values: Any) -> None:
        text = pages.get_template(template).render(common | values)
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
    of_page = _group_by(changes, "page_id")
    for review in reviews:
        shown = _review_page(review, site.words) | {"changes": of_page[review["page_id"]]}
        write_page("review.html", f"reviews/{review['page_id']}.html", **shown)
    for number, page_id in _earlier_addresses(corrections):
        if page_id in standing:
            write_page("moved.html", f"reviews/{number}.html", root="../", review=standing[page_id])
    for path, text in _feeds(site, reviews).items():
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


def _changes(site: Site) -> Rows:
    """The corrections, updates and withdrawals of published reviews, newest first."""

    def newest(row: dict[str, Any]) -> tuple[str, int, str]:
        return row["changed_on"], row["id"], row["action"]

    return sorted(site.tables["corrections"], key=newest, reverse=True)


def _split(changes: Rows) -> tuple[Rows, Rows]:
    """The corrections and withdrawals, and the updates: these say that the world has changed, those that we were wrong."""
    return (
        [row for row in changes if row["action"] != "updated"],
        [row for row in changes if row["action"] == "updated"],
    )


def _earlier_addresses(corrections: Rows) -> set[tuple[int, int]]:
    """The page numbers that corrections had in claimtrack 0.1, each with the present one."""
    return {
        (row["id"], row["page_id"])
        for row in corrections
        if row["action"] == "corrected" and row["id"] != row["page_id"]
    }


def _entry(row: dict[str, Any], corrected: set[int], words: Words) -> Entry:
    """The feed entry of a correction or withdrawal; `corrected` are the ids of all corrections, withdrawn ones, too."""
    number = f"{row['id']}"
    if row["action"] != "corrected" and row["id"] in corrected:
        number += "-withdrawn"  # the correction keeps the plain number
    return Entry(
        identity=f"{row['feed_id']}#correction-{number}" if row["feed_id"] else f"urn:correction:{number}",
        url=row["url"],
        title=words.phrases[f"feed_{row['action']}"].format(claim=row["claim"]),
        text=row["note"],
        day=row["changed_on"],
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


def _feeds(site: Site, reviews: Rows) -> dict[str, str]:
    say = site.words.phrases
    checks = [
        Entry(
            identity=review["feed_id"],
            url=review["url"],
            title=review["headline"] or review["claim"],
            text=say["feed_text"].format(**review | {"summary": review["summary"] or ""}).strip(),
            day=review["reviewed_on"],
            language=site.words.other(review["language"]),
        )
        for review in reviews[:_IN_FEED]
    ]
    changes, _ = _split(_changes(site))
    corrected = {row["id"] for row in changes if row["action"] == "corrected"}
    corrections = [_entry(row, corrected, site.words) for row in changes]
    home = site.base_url or "urn:claimtrack:site"
    index, log = (site.base_url, f"{site.base_url}corrections.html") if site.base_url else (None, None)
    years = [f"{index}years/{year}.html" for year in _by_year(reviews)] if index else []
    own = [(page, None) for page in (index, log, *years) if page]
    called, corrected_here = (
        say[title].format(name=site.name) for title in ("fact_checks_of", "corrections_of")
    )
    feed = Feed(called, f"{home}feed.atom", site.name, index, site.words.language)
    log_feed = Feed(corrected_here, f"{home}corrections.atom", site.name, log, site.words.language)
    return {
        "feed.atom": atom(feed, checks),
        "feed.json": json_feed(replace(feed, identity=f"{home}feed.json"), checks),
        "corrections.atom": atom(log_feed, corrections),
        "sitemap.xml": sitemap([*own, *((review["url"], review["reviewed_on"]) for review in reviews)]),
    }
