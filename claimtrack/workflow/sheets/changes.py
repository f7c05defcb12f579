"""What a row of an edited sheet says, and what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from claimtrack.core.model import Match, Stance

Row = tuple[int, dict[str, str]]
"""The line at which a row of the sheet begins, and its cells by their fields."""


class RowOccasion(NamedTuple):
    """What a row tells of one time that its claim was said: who, on which day, where."""

    claimant: str | None = None
    day: str | None = None
    place: str | None = None

    def adds_to(self, other: RowOccasion) -> bool:
        """Whether it tells a day or a place that the other does not, or who spoke where that does not."""
        names_who = self.claimant is not None and other.claimant is None
        return names_who or self.day not in (None, other.day) or self.place not in (None, other.place)


class RowSource(NamedTuple):
    """Evidence of a row: an address or words, what it does to the claim, the passage that matters; the id of a row that only gets that."""

    source: str
    stance: Stance
    quote: str | None = None
    held: int | None = None


COMPARED = frozenset({"text", "claimant", "claimed_on"})
"""Fields of a claim by which it is compared with others: where one changes, so may what it repeats."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a row of the sheet, the one at `line`, changes or files."""

    line: int
    claim_id: int | None
    """None for a new claim, and for one that a row further up files."""
    fields: dict[str, tuple[Any, Any]]
    """Each field that changes, as it was (None for a new claim) and is to be."""
    said: RowOccasion | None = None
    """The time that is told of, by a row that does not name its claim by the id."""
    is_again: bool = False
    """Whether that is a further occasion of the claim."""
    repeats: int | None = None
    """The line of the row further up that files the claim."""
    told_in: int | None = None
    """The line of the row further up that tells all that this one does of when and where."""
    note: str | None = None
    links: tuple[RowSource, ...] = ()
    """The evidence that the claim has not yet, or not with a passage."""
    version: int = 0
    """The claim's last change in history when the row was compared with it."""
    is_numbered: bool = False
    """Whether the row has an id, if only another desk's."""
    named: int | None = None
    """The claim that the id names."""
    held: str | None = None
    """The claim's words, where the row that was taken for it by its own has them in another spelling."""
    kept: tuple[str, ...] = ()
    """The fields that are not taken over from another desk's export."""
    resembles: tuple[Match, ...] = ()
    """What the desk holds like a new claim."""

    @property
    def after(self) -> dict[str, Any]:
        """The fields that change, each as it is to be."""
        return {name: value for name, (_, value) in self.fields.items()}

    @property
    def is_new(self) -> bool:
        """Whether it files a claim."""
        return self.claim_id is None and self.repeats is None

    def __bool__(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.fields or self.is_again or self.note or self.links)
