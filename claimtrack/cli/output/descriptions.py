"""Short descriptions of places, days, judgements and edits that several commands print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.desk.actors import holder
from claimtrack.core.desk.verdicts import format_rating
from claimtrack.core.model import Judgement, ReviewStatus
from claimtrack.core.texts.printable import humanise_name
from claimtrack.workflow.days import describe_wait

if TYPE_CHECKING:
    from claimtrack.cli.output.rows import Row
    from claimtrack.workflow.editing import Edited
    from claimtrack.workflow.triage import Decided


def describe_holder(claim_id: int, status: str, assignee: str | None) -> str:
    """A claim that says the same, how far it is and who has it: "claim 12, checking, with Ana"."""
    who = holder(assignee, status)
    return f"claim {claim_id}, {humanise_name(status)}{f', with {who}' if who else ''}"


def replacement_commands(review_id: int) -> str:
    """The commands that start another verdict instead of a published one."""
    return f"`claimtrack review correct {review_id} --note WHY` or `claimtrack review update {review_id} --note NEWS`"


def describe_withdrawal(row: Row) -> str:
    """Say that its outlet withdrew the article of an appearance that no newer version has; empty if it did not."""
    if not (row.get("dropped_by_id") and row["withdrawn_on"]):
        return ""
    return f"its outlet withdrew this article on {row['withdrawn_on']}"


OWN_VOICE = "the article itself"
"""The speaker of a claim that an article makes in its own voice, if its outlet has no name."""


def describe_place(row: Row) -> list[str]:
    """The outlet and article of an appearance; the outlet is left out if the article's name contains it."""
    outlet, article = row["outlet"], row["article"]
    return [article] if not outlet or outlet in article else [outlet, article]


def status_in_words(row: Row) -> str:
    """The status of a review; of one that is not public yet what keeps it from that, of one that is held since when."""
    if row["excluded_by_id"]:
        return f"{row['status']}, cannot be published beside review {row['excluded_by_id']}"
    if row["held_on"]:
        return f"{row['status']}, held since {row['held_on']}"
    is_out = row["status"] in (ReviewStatus.PUBLISHED, ReviewStatus.WITHDRAWN)
    return f"{row['status']}{'' if is_out else describe_wait(row['not_before'])}"


def describe_rating(row: Row) -> str | None:
    """The rating of a claim, as `format_rating` has it; of an approved verdict with the time for which it waits."""
    rating = format_rating(row)
    return rating and rating + describe_wait(row.get("not_before"))


def describe_judgement(pair: Row) -> str:
    """A person's judgement of a pair, and whether it was on an earlier wording; empty if nobody judged it."""
    if pair["judgement"] == Judgement.UNJUDGED:
        return ""
    before = ", before one of the claims was reworded" if pair["reworded"] else ""
    return f"judged {pair['judgement']} by {pair['judged_by'] or 'somebody'}{before}"


def describe_side_effects(claim_id: int, edited: Edited | Decided) -> list[str]:
    """What an edit changed for other claims, or which may now be repeats of this one, or no longer; a line each."""
    from claimtrack.workflow.editing import describe_respelling
    from claimtrack.workflow.matching.rewording import explain_rewording

    warnings = explain_rewording(claim_id, edited.same_as, edited.repeats)
    return [*describe_respelling(edited.respelt), *(f"Warning: {told}" for told in warnings)]
