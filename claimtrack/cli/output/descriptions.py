"""The words in which several commands tell the same of a claim."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from claimtrack.core.model import Judgement

if TYPE_CHECKING:
    from claimtrack.cli.output.rows import Row
    from claimtrack.workflow.editing import Edited
    from claimtrack.workflow.triage import Decided


def describe_dropped(dropped: int, times: int) -> str:
    """That articles changed and no longer hold a claim, of the `times` it was seen; empty where none did."""
    if not dropped:
        return ""
    return "no longer in its article" if times == 1 else f"no longer in {dropped} of {times} articles"


OWN_VOICE = "the article itself"
"""Who says what an article says in its own voice, where its outlet has no name."""


def describe_place(row: Row) -> list[str]:
    """In which outlet and article an appearance stands; an outlet that the article's name tells is not told twice."""
    outlet, article = row["outlet"], row["article"]
    return [article] if not outlet or outlet in article else [outlet, article]


def describe_day(row: Row) -> str:
    """The day of an appearance, or that nobody told it."""
    return row["seen_on"] or f"unknown day (filed {row['filed_on']})"


def format_local_time(stamp: str) -> str:
    """The moment that the desk keeps in UTC, to the minute and by the clock of whoever reads it; as it stands where it is none."""
    try:
        return f"{datetime.fromisoformat(stamp).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return stamp


def describe_judgement(pair: Row) -> str:
    """What a person judged of a pair, and that it was of other words; empty where nobody did."""
    if pair["judgement"] == Judgement.UNJUDGED:
        return ""
    before = ", before one of the claims was reworded" if pair["reworded"] else ""
    return f"judged {pair['judgement']} by {pair['judged_by'] or 'somebody'}{before}"


def describe_side_effects(claim_id: int, edited: Edited | Decided) -> list[str]:
    """Which other claims an edit changed, too, or may have made one with this, or another than this: a line each."""
    from claimtrack.workflow.matching.judging import explain_new_repeats, explain_rewording

    told = []
    if edited.respelt > 1:
        told.append(f"The new spelling applies to all {edited.respelt:,} claims filed under this name")
    if edited.same_as:
        told.append(f"Warning: {explain_rewording(claim_id, edited.same_as)}")
    if edited.repeats:
        told.append(f"Warning: {explain_new_repeats(claim_id, edited.repeats)}")
    return told
