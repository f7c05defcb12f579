"""What a person decides about proposed claims and about pairs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue

if TYPE_CHECKING:
    from claimtrack.core.model import Judgement


class Decision(StrEnum):
    """ACCEPT opens the claim, EDIT corrects and opens it, REJECT drops it, DUPLICATE says which claim it repeats."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"
    DUPLICATE = "duplicate"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision with what belongs to it; None leaves a thing as it is.

    `text` rewords the claim, `speaker` names who said it ("-" takes a wrong name off), `quote` are the
    words of the article that the appearance should hold, `other` the claim that it repeats. `version` is that of the claim
    as somebody was shown it.
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
    """One judgement about two claims, and a note on it; `shown` are the words of either that were judged, where they are told."""

    one: int
    other: int
    judgement: Judgement
    note: str | None = None
    shown: tuple[str | None, str | None] = (None, None)


def encoding_guess_error(written: str) -> InvalidValue:
    """What is wrong with a text beyond ASCII in a file whose encoding is a guess, with the remedy."""
    return InvalidValue(
        f"{written[:40]!r} may be misread, because the encoding of the file is a guess: save it as UTF-8 (“CSV UTF-8” in Excel) or "
        "XLSX"
    )


class WaitingPairs(StrEnum):
    """Which of the pairs that wait for a judgement: what may be repeats, what differs in a fact, or both."""

    ALL = "all"
    REPEATS = "repeats"
    CONFLICTS = "conflicts"
