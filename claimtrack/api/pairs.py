"""Pairs of claims that may say the same: found over the whole desk, judged, and judgements taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.api import given
from claimtrack.api.opened import Opened
from claimtrack.core.decisions import WaitingPairs
from claimtrack.core.model import Judgement

if TYPE_CHECKING:
    from claimtrack.workflow.matching.judging import Judged


class PairWork(Opened):
    """The methods of a desk that work on pairs of claims."""

    def duplicates(
        self, show: WaitingPairs | str = WaitingPairs.ALL, *, limit: int | None = None
    ) -> list[dict[str, Any]]:
        """Compare all claims that were not yet, and give the pairs that wait for a judgement, as the command `duplicates` does.

        `show` is all, repeats or conflicts. Raises InvalidValue, DatabaseError where the match index is damaged.
        """
        from claimtrack.workflow.matching.matching import find_duplicates, waiting_pairs

        shown = given.word(WaitingPairs, show, "kind of pairs")
        most = None if limit is None else given.count(limit, "limit")
        find_duplicates(self.db, actor=self.actor)
        return waiting_pairs(self.db, shown, limit=most)

    def judge(self, one: int, other: int, judgement: Judgement | str) -> Judged:
        """Decide whether two claims say the same thing. The result tells what was judged before.

        Its `in_spite_of` is what differs between claims that are judged the same although they are in conflict. Raises NotFound,
        InvalidValue, Refused.
        """
        from claimtrack.workflow.matching.judging import judge

        made = given.word(Judgement, judgement, "judgement")
        return judge(self.db, given.number(one), given.number(other), made, actor=self.actor)

    def undo_judgement(self, one: int, other: int) -> Judged:
        """Take back the last judgement of a pair: what stood before stands again. Raises Refused where there is none."""
        from claimtrack.workflow.matching.judging import undo_judgement

        return undo_judgement(self.db, (given.number(one), given.number(other)), actor=self.actor)
