"""Writes the public site: static pages made only from the public copy, so that nothing else can be on them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from claimtrack.core.claimreview.claimreview import ClaimReview, html_script, to_jsonld
from claimtrack.core.model import ClaimantKind
from claimtrack.core.texts.addresses import is_private_address
from claimtrack.export.other_verdicts import OtherVerdicts
from claimtrack.export.site_feeds import FeedsOf, find_changes, preview, write_feeds
from claimtrack.export.site_lists import FOLDER, INDEX, Lists, search_index
from claimtrack.export.site_templates import frame, language_context, search_script, templates, verdict_line
from claimtrack.export.withdrawn import find_withdrawn

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.export.words import Words

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
    or update takes the page of the review that it replaces, so that links to it stay valid. The page of a withdrawn one says so.
    """
    pages = _Pages(site, folder)
    pages.write_overviews()
    pages.write_verdicts()
    pages.write_withdrawals()
    pages.write_lists()
    pages.write_files()
    return len(pages.reviews)


class _Pages:
    """The pages of a site, and the folder into which they are written."""

    def __init__(self, site: Site, folder: Path) -> None:
        self._site, self._folder = site, folder
        self.reviews = reviews_for_readers(site.tables)
        self._changes = find_changes(site.tables["corrections"])
        self._others = OtherVerdicts(self.reviews, site.words.language or "en")
        self._lists = Lists(self.reviews, site.tables, self._others)
        self._years = _by_year(self.reviews)
        self._standing = {review["page_id"]: review for review in self.reviews}
        self._withdrawn = find_withdrawn(self._changes.rows, self.reviews)
        changed = "corrections_and_updates" if self._changes.updates else "corrections"
        self._context = {
            "name": site.name,
            "links": site.links,
            "page_of_changes": site.words.phrases[changed],
            **language_context(site.words),
        }
        self._lines = _Lines(self._context)
        self._frames: dict[str, dict[str, Any]] = {}
        for part in ("reviews", FOLDER, *(("years",) if self._years else ())):
            (folder / part).mkdir()

    def _write(self, template: str, path: str, **values: Any) -> None:
        """Write a page; `root` leads from it to the site's first page."""
        base_url = self._site.base_url
        address = base_url and f"{base_url}{path.removesuffix('index.html')}"
        told = self._context | {"address": address, "root": "../" * path.count("/")} | values
        root = told["root"]
        if root not in self._frames:
            self._frames[root] = frame(told)
        text = templates().get_template(template).render(told, frame=self._frames[root])
        (self._folder / path).write_text(text, encoding="utf-8")

    def write_overviews(self) -> None:
        """Write the first page, those of the years, of corrections, and of what is not found."""
        years = self._years
        self._write("index.html", "index.html", reviews=self.reviews[:_ON_INDEX], years=years, year=None)
        for year, of_year in years.items():
            self._write("index.html", f"years/{year}.html", reviews=of_year, years=years, year=year)
        if (
            self._site.base_url
        ):  # a web server shows this page at any address, so its links cannot be relative
            self._write("404.html", "404.html", root=self._site.base_url)
        self._write(
            "corrections.html",
            "corrections.html",
            corrections=self._changes.corrections,
            updates=self._changes.updates,
            standing=self._standing,
            withdrawn=self._withdrawn,
        )

    def write_verdicts(self) -> None:
        """Write the page of each verdict."""
        changes = _group_by(self._changes.rows, "page_id")
        for review in self.reviews:
            speaker = (review["claimant"] or "").casefold()
            self._write(
                "review.html",
                f"reviews/{review['page_id']}.html",
                **_review_page(review, self._site.words),
                changes=changes[review["page_id"]],
                description=preview(review, self._site.words),
                of_speaker=self._lines.of(self._others.of_speaker(review)),
                versions=self._others.in_other_languages(review),
                rating_list=self._lists.by_rating[review["rating"]],
                speaker_list=self._lists.by_speaker.get(speaker),
                topic_lists=self._lists.of_topics(review),
            )

    def write_withdrawals(self) -> None:
        """Write the pages whose verdicts were withdrawn, and those that lead from addresses of claimtrack 0.1 to the present ones."""
        for page in self._withdrawn.values():
            present = self._lines.of(page.present)
            self._write("withdrawn.html", page.path, gone=page.withdrawal, present=present)
        for number, page_id in _earlier_addresses(self._changes.corrections):
            if page_id in self._standing or page_id in self._withdrawn:
                url = self._standing.get(page_id, {}).get("url")
                self._write("moved.html", f"reviews/{number}.html", page_id=page_id, url=url)

    def write_lists(self) -> None:
        """Write the lists by rating, topic and speaker, and the page that leads to them and has the search."""
        for one in self._lists:
            lines = self._lines.of(one.rows)
            self._write("list.html", f"{FOLDER}/{one.file}", listing=one, lines=lines)
        self._write("search.html", f"{FOLDER}/index.html", lists=self._lists, years=self._years)

    def write_files(self) -> None:
        """Write the feeds, the sitemap and the search."""
        site = self._site
        listed = [
            (f"{FOLDER}/", None),
            *((f"years/{year}.html", None) for year in self._years),
            *((f"{FOLDER}/{one.file}", one.changed_on) for one in self._lists),
        ]
        feeds_of = FeedsOf(site.name, site.words, site.base_url)
        files = write_feeds(feeds_of, self.reviews, self._changes, self._withdrawn, listed) | {
            f"{FOLDER}/search.js": search_script(),
            f"{FOLDER}/{INDEX}": search_index(self.reviews, site.words),
        }
        for path, text in files.items():
            (self._folder / path).write_text(text, encoding="utf-8")


class _Lines:
    """The lines of verdicts in lists, each made once."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._context = context
        self._made: dict[int, str] = {}

    def of(self, reviews: Rows) -> str:
        """Those of these verdicts, as HTML."""
        from markupsafe import Markup

        for review in reviews:
            if review["id"] not in self._made:
                self._made[review["id"]] = verdict_line(review, self._context)
        return Markup("").join(Markup(self._made[review["id"]]) for review in reviews)


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


def _review_page(review: dict[str, Any], words: Words) -> dict[str, Any]:
    from markupsafe import Markup

    shown = ("definition", "evidence", "interventions")
    places, others = _places(review["appearances"])
    return {
        "review": review,
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
    shown = language_context(words) | _review_page(short, words) | shown
    return templates().get_template("article.html").render(shown)


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
