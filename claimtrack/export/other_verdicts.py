"""Finds the verdicts that the page of a verdict leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from claimtrack.core.match.unnamed_claimants import is_description
from claimtrack.core.model import ClaimantKind

Row = dict[str, Any]
_OF_SPEAKER = 5
"""How many other verdicts on claims of the same speaker, the newest, a page leads to."""


class OtherVerdicts:
    """Which verdicts a page leads to: those on other claims of its speaker, and that on its claim in other languages.

    `reviews` are newest first; `language` is that of a page whose verdict has none.
    """

    def __init__(self, reviews: Iterable[Row], language: str) -> None:
        self._language = language
        self._of_claim: defaultdict[int, list[Row]] = defaultdict(list)
        self._of_speaker: defaultdict[str, list[Row]] = defaultdict(list)
        self._newest: dict[tuple[str, str], list[Row]] = {}
        for review in reviews:
            self._of_claim[review["claim_id"]].append(review)
            if not _is_unnamed(review):
                self._of_speaker[_key(review)].append(review)

    def of_speaker(self, review: Row) -> list[Row]:
        """The newest verdicts on other claims of the same speaker, under the name that was signed; none if it may be several people's.

        One of each claim: in the language of this verdict, if there is one.
        """
        if _is_unnamed(review):
            return []
        key = _key(review), review["language"] or self._language
        if key not in self._newest:
            self._newest[key] = self._find_newest(*key)
        return [one for one in self._newest[key] if one["claim_id"] != review["claim_id"]][:_OF_SPEAKER]

    def _find_newest(self, speaker: str, language: str) -> list[Row]:
        rows = self._of_speaker.get(speaker, [])
        if len(rows) < 2 or _may_be_several(rows[0]["claimant"]):
            return []
        has_own = {one["claim_id"] for one in rows if one["language"] == language}
        found: dict[int, Row] = {}
        for one in rows:
            if one["language"] == language or one["claim_id"] not in has_own:
                found.setdefault(one["claim_id"], one)
        return [*found.values()][: _OF_SPEAKER + 1]  # one may be that of the page itself

    def of_speakers(self) -> Iterator[list[Row]]:
        """All verdicts of each speaker on whom there are some on two claims or more, newest first."""
        for rows in self._of_speaker.values():
            if len({one["claim_id"] for one in rows}) > 1 and not _may_be_several(rows[0]["claimant"]):
                yield rows

    def in_other_languages(self, review: Row) -> list[Row]:
        """The verdicts on the same claim in other languages."""
        same = self._of_claim[review["claim_id"]]
        return [one for one in same if one["language"] not in (None, review["language"])]


def _key(review: Row) -> str:
    return str(review["claimant"]).casefold()


def _is_unnamed(review: Row) -> bool:
    return not review["claimant"] or ClaimantKind.ANONYMOUS in (review["claimant_kind"], _key(review))


def _may_be_several(claimant: str) -> bool:
    """Whether a claimant may be somebody else in each verdict: "a spokesman", "Facebook users".

    Whether words in a script without capitals are a name cannot be told: they are taken for one.
    """
    return claimant.lower() != claimant.upper() and is_description(claimant)
