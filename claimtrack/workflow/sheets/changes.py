"""The contents of a row of an edited sheet, and the change that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from claimtrack.core.model import Match, Stance

Row = tuple[int, dict[str, str]]
"""The line at which a row of the sheet begins, and its cells by field."""


class RowOccasion(NamedTuple):
    """One occasion of a claim, as a row gives it: who said it, on which day, where."""

    claimant: str | None = None
    day: str | None = None
    place: str | None = None

    def adds_to(self, other: RowOccasion) -> bool:
        """Whether it has a day or a place that the other does not have, or a speaker where the other has none."""
        names_who = self.claimant is not None and other.claimant is None
        return names_who or self.day not in (None, other.day) or self.place not in (None, other.place)


class RowSource(NamedTuple):
    """Evidence of a row: an address or words, its stance and quote. `held` is the id of existing evidence that only gets the quote."""

    source: str
    stance: Stance
    quote: str | None = None
    held: int | None = None


class Refusal(NamedTuple):
    """Why rows of a sheet cannot be imported, in words that name the first of their lines."""

    lines: tuple[int, ...]
    message: str


COMPARED = frozenset({"text", "claimant", "claimed_on"})
"""The fields by which claims are compared: if one changes, so may the claims that are repeated."""


@dataclass(frozen=True, slots=True)
class Change:
    """What the row at `line` changes or files."""

    line: int
    claim_id: int | None
    """None for a new claim, and for one that an earlier row files."""
    fields: dict[str, tuple[Any, Any]]
    """The value before (None for a new claim) and after, for each field that changes."""
    said: RowOccasion | None = None
    """The row's occasion, if the row does not name its claim by the id."""
    is_again: bool = False
    """Whether `said` is a further occasion of the claim."""
    repeats: int | None = None
    """The line of the earlier row that files the claim."""
    covered_by: int | None = None
    """The line of the earlier row that already gives this row's occasion."""
    note: str | None = None
    links: tuple[RowSource, ...] = ()
    """The evidence that the claim does not have yet, or has without a quote."""
    version: int = 0
    """The claim's last change in history when the row was compared with it."""
    is_numbered: bool = False
    """Whether the row has an id, but its claim is none of this desk: then it is another desk's id."""
    named: int | None = None
    """The claim that the id names."""
    held: str | None = None
    """The claim's text, if the row was matched by its words and spells them differently."""
    kept: tuple[str, ...] = ()
    """The fields that are not taken over: from another desk's export, or a status of new claims that the known claim cannot take."""
    resembles: tuple[Match, ...] = ()
    """The matches of a new claim on the desk."""
    worth_judging: frozenset[int] = frozenset()
    """The claims among them that a person should judge."""

    @property
    def after(self) -> dict[str, Any]:
        """The new value of each field that changes."""
        return {name: value for name, (_, value) in self.fields.items()}

    @property
    def is_new(self) -> bool:
        """Whether it files a claim."""
        return self.claim_id is None and self.repeats is None

    def __bool__(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.fields or self.is_again or self.note or self.links)
