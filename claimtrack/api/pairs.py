"""Pairs of claims that may say the same: finding them on the whole desk, judging them, taking judgements back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.api import given
from claimtrack.api.opened import Opened
from claimtrack.core.desk.decisions import WaitingPairs
from claimtrack.core.model import Judgement

if TYPE_CHECKING:
    from claimtrack.workflow.matching.judging import Judged


class PairWork(Opened):
    """The methods of a desk that work on pairs of claims."""

    def duplicates(
        self, show: WaitingPairs | str = WaitingPairs.ALL, *, limit: int | None = None
    ) -> list[dict[str, Any]]:
        """Compare all claims that are new or reworded, and return the pairs that wait for a judgement, like the command `duplicates`.

        `show` is "all", "repeats" or "conflicts"; `limit` is how many pairs at most, None for all. Raises InvalidValue,
        DatabaseError if the match index is damaged.
        """
        from claimtrack.store.file.database import snapshot
        from claimtrack.store.queues import unjudged_pairs
        from claimtrack.workflow.matching.matching import find_duplicates

        shown = given.word(WaitingPairs, show, "kind of pairs")
        most = None if limit is None else given.count(limit, "limit")
        find_duplicates(self.db, actor=self.actor)
        with snapshot(self.db):
            return list(unjudged_pairs(self.db, shown, limit=most))

    def judge(self, one: int, other: int, judgement: Judgement | str, *, note: str | None = None) -> Judged:
        """Record whether two claims say the same: "same", "different" or "unsure". `note`, why, is added to both.

        In the result, `before` is the former judgement, and `in_spite_of` what differs if you judge two claims the same
        that are in conflict. Raises NotFound if there is no such claim, InvalidValue, Refused if it contradicts another
        judgement.
        """
        from claimtrack.workflow.matching.judging import judge

        made = given.word(Judgement, judgement, "judgement")
        pair, why = (given.number(one), given.number(other)), given.some_text(note, "note")
        return judge(self.db, *pair, made, note=why, actor=self.actor)

    def undo_judgement(self, one: int, other: int) -> Judged:
        """Take back the last judgement of a pair, with your notes on it; the one before counts again. Raises Refused if there is none."""
        from claimtrack.workflow.matching.judging import undo_judgement

        return undo_judgement(self.db, (given.number(one), given.number(other)), actor=self.actor)
