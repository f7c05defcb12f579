"""What puts in doubt what readers see, or saw, of a verdict, in words, with what settles it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from claimtrack.core.steps import by_command
from claimtrack.core.texts.printable import numbered

if TYPE_CHECKING:
    from typing import Any

    from claimtrack.core.steps import Worded


class Doubt(StrEnum):
    """Why what readers see, or saw, is no longer sure."""

    HELD = "verdict_held"
    WITHDRAWN = "verdict_withdrawn"
    EVIDENCE_RETRACTED = "evidence_retracted"
    ARTICLE_WITHDRAWN = "article_withdrawn"
    ARTICLE_CHANGED = "article_changed"


def describe(row: Mapping[str, Any]) -> Worded:
    """Return a sentence about a doubt and the steps that settle it, each with its command. What it is `about` is not in it."""
    claim, review = row["claim_id"], row["review_id"]
    match Doubt(row["doubt"]):
        case Doubt.HELD:
            told = f"review {review} is held from readers: give it back"
            back = by_command(f"review release {review}")
            correct = by_command(f"review correct {review} --note WHY")
            withdraw = by_command(f"review withdraw {review} --note WHY")
            return told + back + ", correct it" + correct + ", or withdraw it" + withdraw
        case Doubt.WITHDRAWN:
            told = f"review {review} was withdrawn, and the claim has no verdict: draft one"
            draft = by_command(f"review draft {claim}")
            return told + draft + ", park the claim" + by_command(f"status {claim} parked") + _or_note(claim)
        case Doubt.EVIDENCE_RETRACTED:
            told = "its publisher retracted a source: see whether the verdict holds without it"
        case Doubt.ARTICLE_WITHDRAWN:
            told = "its outlet withdrew an article with the claim: see whether it was made"
        case Doubt.ARTICLE_CHANGED:
            others = row["reworded_as"]
            perhaps = f" (perhaps it now reads: {numbered('claim', others)})" if others else ""
            told = f"an article changed and no longer has the claim{perhaps}: see whether it was made"
    return (
        told + ", correct the verdict" + by_command(f"review correct {review} --note WHY") + _or_note(claim)
    )


def _or_note(claim: int) -> Worded:
    return ", or settle it with a note that says why it stays so" + by_command(
        f"note {claim} TEXT --settles-doubt"
    )
