"""Finds the pages of the public site whose verdict was withdrawn: each stays, and says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from claimtrack.core.model import ReviewStatus

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class WithdrawnPage:
    """A page that has no verdict any more: the row of the withdrawal, and the verdicts that stand on its claim, newest first."""

    withdrawal: dict[str, Any]
    present: Rows

    @property
    def path(self) -> str:
        """Where in the site's folder it is."""
        return f"reviews/{self.withdrawal['page_id']}.html"


def find_withdrawn(changes: Iterable[dict[str, Any]], reviews: Rows) -> dict[int, WithdrawnPage]:
    """The pages without a verdict by number. `changes` and `reviews`, those that stand, are newest first."""
    of_claim: defaultdict[int, Rows] = defaultdict(list)
    for review in reviews:
        of_claim[review["claim_id"]].append(review)
    standing = {review["page_id"] for review in reviews}
    found: dict[int, WithdrawnPage] = {}
    for row in changes:
        if row["action"] == ReviewStatus.WITHDRAWN and row["page_id"] not in standing:
            found.setdefault(row["page_id"], WithdrawnPage(row, of_claim[row["claim_id"]]))
    return found
