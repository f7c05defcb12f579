"""What to do about the pairs of a claim that was reworded."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.core.model import Judgement
from claimtrack.core.steps import Worded, join_texts, judge_again_step
from claimtrack.core.texts.printable import MOST_NAMED, numbered


def explain_rewording(claim_id: int, same_as: Sequence[int], repeats: Sequence[int]) -> list[Worded]:
    """The warnings that an edited claim is still judged the same as others, or now repeats others that are not, with the remedies."""
    told = []
    if same_as:
        told.append(
            f"claim {claim_id} was judged the same as {numbered('claim', same_as)}. Check whether that is still true of the new wording; if not: "
            + _judge_again(claim_id, same_as, Judgement.DIFFERENT)
        )
    if repeats:
        told.append(
            f"claim {claim_id} now says the same as {numbered('claim', repeats)}, but they are still separate claims. If they are the same: "
            + _judge_again(claim_id, repeats, Judgement.SAME)
        )
    return told


def _judge_again(claim_id: int, others: Sequence[int], judgement: Judgement) -> Worded:
    steps = [judge_again_step(claim_id, one, judgement) for one in others[:MOST_NAMED]]
    return Worded(
        join_texts(" or ", steps),
        f"an editor can say so under “Similar claims” on the page of claim {claim_id}",
    )
