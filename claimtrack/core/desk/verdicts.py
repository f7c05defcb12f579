"""How a claim's rating is shown, when it says false, and when two verdicts of our own desk contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

from claimtrack.core.model import Match, Suggestion

# Labels of scales without numbers (other publishers', mostly) that say false in so many words.
_FALSE_NAMES = frozenset({"false", "mostly false", "fake", "incorrect", "pants on fire", "untrue", "wrong"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A published review by our own desk, its rating and the numbers of its scale; None if the scale has no numbers."""

    claim_id: int
    review_id: int
    rating: str
    value: float | None = None
    worst: float | None = None
    best: float | None = None

    @property
    def place(self) -> float | None:
        """The position on the scale, from 0 (worst) to 1 (best); None if the scale has no numbers."""
        if self.value is None or self.worst is None or self.best is None:
            return None
        return (self.value - self.worst) / (self.best - self.worst)


VerdictPair = tuple[Verdict, Verdict]


@dataclass(frozen=True, slots=True)
class Differing:
    """Verdicts of our own desk with different ratings on two claims that seem to be one: `own` in any state, `other` at least approved.

    `is_judged` if the two claims are judged the same. If not, the matcher gives them the same words, or nearly.
    """

    own: Verdict
    other: Verdict
    is_judged: bool
    are_published: bool


def format_rating(row: Mapping[str, Any]) -> str | None:
    """Return the `rating` of a row as text, with its publisher (`rated_by`) unless that is our own desk.

    If there is none, a verdict that our desk withdrew (`withdrawn`), marked as such; None without either. A rating that is
    approved but not yet published (`approved_rating`) is added, with who approved it. One that is `held_on` some day is marked as held.
    """
    if withdrawn := row.get("withdrawn"):
        told = f"{withdrawn}, withdrawn"
    else:
        told = f"{row['rating']} ({row['rated_by']})" if row["rated_by"] else row["rating"]
    if told and row.get("held_on"):
        told = f"{told}, held"
    if not row.get("approved_rating"):
        return told
    approved = f"{row['approved_rating']}, approved by {row['approved_by']}"
    return f"{told}; {approved}" if told else approved


def name_rated(match: Match) -> str | None:
    """The number and the rating of a similar claim, as in "2 rated False"; None if it has no rating.

    That of a conflict is left out: it would be taken for the rating of the same claim.
    """
    rating = None if match.suggestion is Suggestion.CONFLICT else format_rating(asdict(match))
    return f"{match.claim_id} rated {rating}" if rating else None


def find_contradictions(verdicts: Iterable[Verdict]) -> list[VerdictPair]:
    """Return each pair of verdicts on different claims, all judged the same, whose ratings disagree."""
    return [
        (one, other)
        for one, other in combinations(verdicts, 2)
        if one.claim_id != other.claim_id and not have_same_rating(one, other)
    ]


def have_same_rating(one: Verdict, other: Verdict) -> bool:
    """Whether both ratings agree: the same label, or the same position on two scales."""
    if one.rating.casefold() == other.rating.casefold():
        return True
    return one.place is not None and one.place == other.place


def describe_contradiction(one: Verdict, other: Verdict, relation: str = "judged the same") -> str:
    """Return a message that names both verdicts, without a remedy."""
    return f"claim {one.claim_id} is published as {one.rating} (review {one.review_id}), but claim {other.claim_id}, {relation}, as {other.rating} (review {other.review_id})"


def is_false(review: Mapping[str, Any] | None) -> bool:
    """Whether a review's rating is below the middle of its scale or, without a number, has a name such as "false"."""
    if review is None:
        return False
    value, worst, best = review["rating_value"], review["worst"], review["best"]
    if None in (value, worst, best):
        return review["rating"].casefold() in _FALSE_NAMES
    return bool((value - worst) / (best - worst) < 0.5)
