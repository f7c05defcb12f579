"""How a claim's rating is told in words, and when two verdicts of our own desk contradict each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Verdict:
    """A published review of ours with its rating, and where that lies on its scale; None where the scale has no numbers."""

    claim_id: int
    review_id: int
    rating: str
    value: float | None = None
    worst: float | None = None
    best: float | None = None

    @property
    def place(self) -> float | None:
        """From 0, the worst of the scale, to 1, the best; None where the scale has no numbers."""
        if self.value is None or self.worst is None or self.best is None or self.worst == self.best:
            return None
        return (self.value - self.worst) / (self.best - self.worst)


VerdictPair = tuple[Verdict, Verdict]


def format_rating(row: Mapping[str, Any]) -> str | None:
    """The `rating` of a row, with its publisher (`rated_by`) where that is another than our own desk.

    Where none stands it is the verdict of ours that was taken back, told as such (`withdrawn`, where the row has that); None
    without either. What is approved (`approved_rating`) and not out yet is told with who signed it.
    """
    if withdrawn := row.get("withdrawn"):
        told = f"{withdrawn}, withdrawn"
    else:
        told = f"{row['rating']} ({row['rated_by']})" if row["rated_by"] else row["rating"]
    if not row.get("approved_rating"):
        return told
    approved = f"{row['approved_rating']}, approved by {row['approved_by']}"
    return f"{told}; {approved}" if told else approved


def find_contradictions(verdicts: Iterable[Verdict]) -> list[VerdictPair]:
    """Of verdicts on claims judged the same, each two on different claims that say something else."""
    return [
        (one, other)
        for one, other in combinations(verdicts, 2)
        if one.claim_id != other.claim_id and not _have_same_rating(one, other)
    ]


def _have_same_rating(one: Verdict, other: Verdict) -> bool:
    """Whether both say the same: by one label, or in one place of two scales."""
    if one.rating.casefold() == other.rating.casefold():
        return True
    return one.place is not None and one.place == other.place


def describe_contradiction(one: Verdict, other: Verdict) -> str:
    """Both verdicts by name, without a remedy."""
    return f"claim {one.claim_id} is published as {one.rating} (review {one.review_id}), but claim {other.claim_id}, judged the same, as {other.rating} (review {other.review_id})"
