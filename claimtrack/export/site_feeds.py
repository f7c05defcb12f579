"""What the public site tells programs besides its pages: the feeds of verdicts and of corrections, and the sitemap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from claimtrack.core.model import ReviewStatus
from claimtrack.export.feeds import Entry, Feed, atom, json_feed, sitemap
from claimtrack.export.words import change_label

if TYPE_CHECKING:
    from claimtrack.export.withdrawn import WithdrawnPage
    from claimtrack.export.words import Words

Rows = list[dict[str, Any]]
_IN_FEED = 100
"""How many verdicts, the newest, are in a feed: feed readers download all of it every hour."""

_IN_PREVIEW, _CLAIM_IN_PREVIEW = 300, 160
"""How many characters of a verdict, and of its claim, a search engine or a messenger is given to show."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The corrections, updates and withdrawals of published reviews, newest first, each with an `anchor`: its place on the page of all."""

    rows: Rows

    @property
    def corrections(self) -> Rows:
        """Those that say that we were wrong, withdrawals, too."""
        return [row for row in self.rows if row["action"] != "updated"]

    @property
    def updates(self) -> Rows:
        """Those that say that the world has changed."""
        return [row for row in self.rows if row["action"] == "updated"]


def find_changes(rows: Rows) -> Changes:
    """Those of a public copy, from its table `corrections`."""
    corrected = {row["id"] for row in rows if row["action"] == "corrected"}
    notes = {row["id"]: row["note"] for row in rows if row["action"] != ReviewStatus.WITHDRAWN}
    newest_first = sorted(rows, key=lambda row: (row["changed_on"], row["id"], row["action"]), reverse=True)
    return Changes(
        [
            # Without the note of a correction that was withdrawn, which the desk keeps in front of the new one.
            row
            | {
                "anchor": _anchor(row, corrected),
                "note": row["note"].removeprefix(f"{notes.get(row['id'])} — Withdrawn: "),
            }
            for row in newest_first
        ]
    )


def _anchor(row: dict[str, Any], corrected: set[int]) -> str:
    """A name that no other change has; `corrected` are the ids of all corrections, withdrawn ones, too."""
    if row["action"] == "updated":
        return f"update-{row['id']}"
    # The correction itself keeps the plain number.
    is_both = row["action"] != "corrected" and row["id"] in corrected
    return f"correction-{row['id']}{'-withdrawn' if is_both else ''}"


def tell_change(review: Mapping[str, Any], words: Words) -> str:
    """What readers are told of the correction or update that a verdict is; empty if it is neither."""
    if not review["correction_note"]:
        return ""
    return f"{change_label(review, words.phrases)} {review['correction_note']}"


def preview(review: dict[str, Any], words: Words) -> str:
    """A verdict in one short line, with the claim: what search engines and messengers show below the title of its page."""
    told = {"claim": _shorten(review["claim"], _CLAIM_IN_PREVIEW), "summary": review["summary"] or ""}
    return _shorten(words.phrases["feed_text"].format(**review | told), _IN_PREVIEW)


def _shorten(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


@dataclass(frozen=True, slots=True)
class FeedsOf:
    """The site that feeds are of: the desk's name, its words, and the address of the site, if it is known."""

    name: str
    words: Words
    base_url: str | None

    def identity(self, file: str) -> str:
        """The id of a feed. Without an address, one that no feed of another newsroom has."""
        return f"{self.base_url}{file}" if self.base_url else uuid5(NAMESPACE_URL, f"{self.name}/{file}").urn

    def feed(self, title: str, file: str, page: str) -> Feed:
        """The head of a feed with the contents of a page of the site."""
        called = self.words.phrases[title].format(name=self.name)
        home = f"{self.base_url}{page}" if self.base_url else None
        return Feed(called, self.identity(file), self.name, home, self.words.language)


def write_feeds(
    site: FeedsOf,
    reviews: Rows,
    changes: Changes,
    withdrawn: Mapping[int, WithdrawnPage],
    lists: Iterable[tuple[str, str | None]],
) -> dict[str, str]:
    """The files by name: of `reviews`, which are newest first, and of the changes that say that we were wrong.

    `lists` are the pages of the site that list verdicts, each with the day of its last change, if it is known.
    """
    checks = [_check(review, site.words) for review in reviews[:_IN_FEED]]
    known = {None, *(review["feed_id"] for review in reviews)}
    # Who only follows the verdicts hears of it, too: feed readers replace the entry that has the same id. Of several verdicts that were
    # withdrawn one after the other at one address, it is the newest.
    for page in withdrawn.values():
        if (identity := page.withdrawal["feed_id"]) not in known:
            known.add(identity)
            checks.append(_withdrawn(page, site))
    checks = sorted(checks, key=lambda one: one.day, reverse=True)[:_IN_FEED]
    corrections = [_correction(row, withdrawn.get(row["page_id"]), site) for row in changes.corrections]
    feed = site.feed("fact_checks_of", "feed.atom", "")
    log = site.feed("corrections_of", "corrections.atom", "corrections.html")
    days = [row["changed_on"] for row in changes.rows]
    newest = max([*days, *(review["reviewed_on"] for review in reviews)], default=None)
    own = [
        (f"{site.base_url}{path}", day)
        for path, day in [("", newest), ("corrections.html", max(days, default=None)), *lists]
        if site.base_url
    ]
    return {
        "feed.atom": atom(feed, checks),
        "feed.json": json_feed(replace(feed, identity=site.identity("feed.json")), checks),
        "corrections.atom": atom(log, corrections),
        "sitemap.xml": sitemap([*own, *((review["url"], review["reviewed_on"]) for review in reviews)]),
    }


def _check(review: dict[str, Any], words: Words) -> Entry:
    """The entry of a verdict. One that was corrected or updated says so: the entry of the verdict before had the same id."""
    text = words.phrases["feed_text"].format(**review | {"summary": review["summary"] or ""}).strip()
    return Entry(
        identity=review["feed_id"],
        url=review["url"],
        title=review["headline"] or review["claim"],
        text="\n\n".join(filter(None, (text, tell_change(review, words)))),
        day=review["reviewed_on"],
        first_day=review["first_reviewed_on"],
        language=words.other(review["language"]),
    )


def _withdrawn(page: WithdrawnPage, site: FeedsOf) -> Entry:
    """The entry that takes the place of a withdrawn verdict's."""
    row = page.withdrawal
    return Entry(
        identity=row["feed_id"],
        url=_address(row, page, site),
        title=site.words.phrases["feed_withdrawn"].format(claim=row["claim"]),
        text=row["note"],
        day=row["changed_on"],
        first_day=row["first_reviewed_on"],
    )


def _correction(row: dict[str, Any], page: WithdrawnPage | None, site: FeedsOf) -> Entry:
    """The entry of a correction or withdrawal. If the verdict is withdrawn by now, it leads to the `page` that says so."""
    return Entry(
        identity=f"{row['feed_id']}#{row['anchor']}"
        if row["feed_id"]
        else f"urn:{row['anchor'].replace('-', ':', 1)}",
        url=_address(row, page, site),
        title=site.words.phrases[f"feed_{row['action']}"].format(claim=row["claim"]),
        text=row["note"],
        day=row["changed_on"],
    )


def _address(row: dict[str, Any], page: WithdrawnPage | None, site: FeedsOf) -> str | None:
    return f"{site.base_url}{page.path}" if page and site.base_url else row["url"]
