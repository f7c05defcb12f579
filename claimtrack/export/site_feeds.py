"""What the public site tells programs besides its pages: the feeds of verdicts and of corrections, and the sitemap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from claimtrack.export.feeds import Entry, Feed, atom, json_feed, sitemap
from claimtrack.export.words import change_label

if TYPE_CHECKING:
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
    newest_first = sorted(rows, key=lambda row: (row["changed_on"], row["id"], row["action"]), reverse=True)
    return Changes([row | {"anchor": _anchor(row, corrected)} for row in newest_first])


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


def write_feeds(
    reviews: Rows, changes: Changes, *, years: Iterable[str], name: str, words: Words, base_url: str | None
) -> dict[str, str]:
    """The files by name: of `reviews`, which are newest first, and of the changes that say that we were wrong.

    `name` is the desk's, `years` are those that have a page of their own, `base_url` is the address of the site, if it is known.
    """
    say = words.phrases
    checks = [_check(review, words) for review in reviews[:_IN_FEED]]
    log = f"{base_url}corrections.html" if base_url else None
    standing = {review["page_id"] for review in reviews}
    corrections = [
        _correction(row, None if row["page_id"] in standing else log, words) for row in changes.corrections
    ]

    def identity(file: str) -> str:
        # Without an address, one that no feed of another newsroom has.
        return f"{base_url}{file}" if base_url else uuid5(NAMESPACE_URL, f"{name}/{file}").urn

    called, corrected_here = (say[title].format(name=name) for title in ("fact_checks_of", "corrections_of"))
    feed = Feed(called, identity("feed.atom"), name, base_url, words.language)
    log_feed = Feed(corrected_here, identity("corrections.atom"), name, log, words.language)
    days = [row["changed_on"] for row in changes.rows]
    newest = max([*days, *(review["reviewed_on"] for review in reviews)], default=None)
    lists = (
        ("", newest),
        ("corrections.html", max(days, default=None)),
        *((f"years/{year}.html", None) for year in years),
    )
    own = [(f"{base_url}{path}", day) for path, day in lists if base_url]
    return {
        "feed.atom": atom(feed, checks),
        "feed.json": json_feed(replace(feed, identity=identity("feed.json")), checks),
        "corrections.atom": atom(log_feed, corrections),
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


def _correction(row: dict[str, Any], log: str | None, words: Words) -> Entry:
    """The entry of a correction or withdrawal. If the page of the verdict is gone, it leads to its place in the `log` of them all."""
    return Entry(
        identity=f"{row['feed_id']}#{row['anchor']}"
        if row["feed_id"]
        else f"urn:{row['anchor'].replace('-', ':', 1)}",
        url=f"{log}#{row['anchor']}" if log else row["url"],
        title=words.phrases[f"feed_{row['action']}"].format(claim=row["claim"]),
        text=row["note"],
        day=row["changed_on"],
    )
