"""The lists of the public site in which readers look for a verdict: by rating, topic and speaker, and the index of its search."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.address_patterns import slug
from claimtrack.core.texts.directions import close_directions
from claimtrack.core.texts.folding import folded

if TYPE_CHECKING:
    from claimtrack.export.other_verdicts import OtherVerdicts
    from claimtrack.export.words import Words

Rows = list[dict[str, Any]]
FOLDER = "find"
"""The folder of the search and of the lists."""

INDEX = "verdicts.js"
"""The file in it with what the search looks through."""

OUR_FILES = r"(?:index|(?:rating|topic|speaker)-[a-z0-9-]+)\.html|(?:search|verdicts)\.js"
"""What the files in it are called."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of all verdicts that have something in common, newest first: its file, and what it is called."""

    file: str
    name: str
    rows: Rows

    @property
    def changed_on(self) -> str:
        """The day of the newest verdict in it, or of its correction."""
        return str(self.rows[0]["reviewed_on"])


class Lists:
    """The lists of a site, each kind by name and in the order in which readers are shown it.

    `by_rating` has the ratings that were given, in the order of their scales: those of one name are one. `by_topic` has the tags that
    readers may see; `by_speaker` the speakers who are named and have verdicts on two claims or more: its keys are in lower case.
    """

    def __init__(self, reviews: Rows, tables: Mapping[str, Rows], others: OtherVerdicts) -> None:
        """`reviews` are those of `reviews_for_readers`, newest first, of the public copy with these `tables`."""
        order = [row["name"] for row in sorted(tables["ratings"], key=lambda row: row["position"])]
        topics: defaultdict[int, list[str]] = defaultdict(list)
        for row in sorted(tables["topics"], key=lambda row: row["name"]):
            topics[row["claim_id"]].append(row["name"])
        speakers = {rows[0]["claimant"]: rows for rows in others.of_speakers()}
        self._topics = topics
        self.by_rating = _listings("rating", _group((one["rating"], one) for one in reviews), order)
        self.by_topic = _listings(
            "topic", _group((name, one) for one in reviews for name in topics[one["claim_id"]])
        )
        self.by_speaker = {name.casefold(): one for name, one in _listings("speaker", speakers).items()}

    def of_topics(self, review: Mapping[str, Any]) -> list[Listing]:
        """Those of the topics of a verdict's claim."""
        return [self.by_topic[name] for name in self._topics[review["claim_id"]]]

    def __iter__(self) -> Iterator[Listing]:
        return chain(self.by_rating.values(), self.by_topic.values(), self.by_speaker.values())


def _group(named: Iterable[tuple[str, dict[str, Any]]]) -> dict[str, Rows]:
    found: defaultdict[str, Rows] = defaultdict(list)
    for name, row in named:
        found[name].append(row)
    return found


def _listings(kind: str, groups: Mapping[str, Rows], order: Iterable[str] = ()) -> dict[str, Listing]:
    """A list for each group; names that `order` lacks are in the order of the alphabet."""
    rank = {name: place for place, name in reversed([*enumerate(order)])}
    names = sorted(groups, key=lambda name: (rank.get(name, len(rank)), folded(name), name))
    words = {name: slug(name) for name in names}
    count = Counter(words.values())
    return {
        name: Listing(f"{kind}-{_unique(words[name], name, count)}.html", name, groups[name])
        for name in names
    }


def _unique(words: str, name: str, count: Mapping[str, int]) -> str:
    """The words of a file's name: of two alike, and where letters are not those of any disk and web server, with letters of their own."""
    plain = "" if "%" in words else words
    if plain and count[plain] == 1:
        return plain
    return f"{plain}-{sha256(name.encode()).hexdigest()[:10]}".removeprefix("-")


def search_index(reviews: Rows, words: Words) -> str:
    """The script with what the search looks through: a line for each verdict.

    A line has the number of its page, the headline, the claim and its speaker, the rating, its day in words, and the language if that is not
    the site's.
    """
    lines = [
        json.dumps(
            [
                review["page_id"],
                *(
                    close_directions(review[name] or "")
                    for name in ("headline", "claim", "claimant", "rating")
                ),
                _days(review, words),
                words.other(review["language"]) or "",
            ],
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for review in reviews
    ]
    return "claimtrackVerdicts([\n{}\n]);\n".format(",\n".join(lines))


def _days(review: Mapping[str, Any], words: Words) -> str:
    """The day of the first verdict, and that of its correction or update, as `dated` in templates/lines.html."""
    first = words.day(review["first_reviewed_on"] or review["reviewed_on"])
    if not review["correction_note"]:
        return first
    say = words.phrases
    done = say["action_updated" if review["is_update"] else "action_corrected"]
    return f"{first} · {done}{say['colon']}{words.day(review['reviewed_on'])}"
