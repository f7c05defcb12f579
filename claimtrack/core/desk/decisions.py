"""The decisions that a person makes about proposed claims and about pairs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Judgement


class Decision(StrEnum):
    """A decision in triage: ACCEPT opens the claim, EDIT corrects and opens it, REJECT drops it, DUPLICATE names the claim it repeats."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"
    DUPLICATE = "duplicate"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One triage decision with its details; None leaves a field unchanged.

    `text` rewords the claim, `speaker` names who said it ("-" removes a wrong name), `quote` is the
    passage of the article that the appearance should quote, `other` the claim that it repeats. `version` is the version of the
    claim that the person was shown.
    """

    claim_id: int
    decision: Decision
    text: str | None = None
    speaker: str | None = None
    quote: str | None = None
    other: int | None = None
    note: str | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class PairRuling:
    """One judgement about two claims, and a note on it; `shown` are the wordings of the two that the person saw, if known."""

    one: int
    other: int
    judgement: Judgement
    note: str | None = None
    shown: tuple[str | None, str | None] = (None, None)


def encoding_guess_error(written: str) -> InvalidValue:
    """Return the error for a non-ASCII text in a file whose encoding was guessed, with its remedy."""
    return InvalidValue(
        f"{written[:40]!r} may be misread, because the encoding of the file is a guess: save it as UTF-8 (“CSV UTF-8” in Excel) or "
        "XLSX"
    )


class WaitingPairs(StrEnum):
    """Which of the unjudged pairs to show: possible repeats, pairs that differ in a fact, or both."""

    ALL = "all"
    REPEATS = "repeats"
    CONFLICTS = "conflicts"
