"""Published claims that are due for a second look, because something they rest on was taken back; and no longer, if it was not after all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.model import Status
from claimtrack.core.steps import by_command
from claimtrack.core.texts.printable import MOST_NAMED, humanise_name, numbered, plural
from claimtrack.store import appearances, claims, evidence, history
from claimtrack.workflow.days import today

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlite_utils import Database

    from claimtrack.core.steps import Worded
    from claimtrack.workflow.articles.dropping import Dropped


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLooks:
    """What a mark, or its removal, does to due days.

    `due` are the published claims that are now due to be looked at again. Of those that the mark made due, its removal has made the ones
    `no_longer_due`; the ones `still_due` stay so, because somebody set another day, or something else they rest on was taken back.
    """

    due: tuple[int, ...] = ()
    no_longer_due: tuple[int, ...] = ()
    still_due: tuple[int, ...] = ()

    @property
    def due_claims(self) -> dict[str, list[int]]:
        """The claims whose due days it concerns, as programs get them."""
        return {
            "due_claim_ids": [*self.due],
            "no_longer_due_claim_ids": [*self.no_longer_due],
            "still_due_claim_ids": [*self.still_due],
        }


def make_due(db: Database, claim_ids: Iterable[int]) -> tuple[int, ...]:
    """Make those of the claims due today that are published and have no due day; return them.

    Call it in the transaction of the mark and directly after it, by which `history.due_days_of_mark` finds these days.
    """
    found = [claims.get(db, claim_id) for claim_id in dict.fromkeys(claim_ids)]
    due = tuple(one.id for one in found if one.status is Status.PUBLISHED and one.due_on is None)
    for claim_id in due:
        claims.update(db, claim_id, due_on=today())
    return due


def take_back(
    db: Database, mark: history.Mark, row_ids: Sequence[int], claim_ids: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Take back the due days that a mark of these rows set on these claims, after it was removed; return which are over and which stay.

    A day that somebody has changed since stays, as does that of a claim that rests on something else that was taken back.
    """
    made_due = history.due_days_of_mark(db, mark, row_ids, claim_ids)
    over = tuple(
        one for one, is_unchanged in made_due.items() if is_unchanged and not _rests_on_marked(db, one)
    )
    for claim_id in over:
        claims.update(db, claim_id, due_on=None)
    still = tuple(one for one in made_due if claims.get(db, one).due_on)
    return over, still


def _rests_on_marked(db: Database, claim_id: int) -> bool:
    """Whether an article with the claim is withdrawn, or evidence of it retracted."""
    return any(
        row["dropped_by_id"] and row["withdrawn_on"] for row in appearances.of_claim(db, claim_id)
    ) or any(row["retracted_on"] for row in evidence.of_claim(db, claim_id))


def no_longer_due(db: Database, claim_id: int) -> bool:
    """Remove the due day that a mark of what the claim rests on set, if nobody has changed it; return whether it did."""
    retracted = [row["id"] for row in evidence.of_claim(db, claim_id) if row["retracted_on"]]
    dropped = [row for row in appearances.of_claim(db, claim_id) if row["dropped_by_id"]]
    withdrawn = [
        row[name] for row in dropped if row["withdrawn_on"] for name in ("article_id", "dropped_by_id")
    ]
    is_over = any(
        history.due_days_of_mark(db, mark, row_ids, [claim_id]).get(claim_id)
        for mark, row_ids in ((history.RETRACTED, retracted), (history.WITHDRAWN, withdrawn))
    )
    if is_over:
        claims.update(db, claim_id, due_on=None)
    return is_over


def due_notices(done: SecondLooks) -> Iterator[str]:
    """Yield which claims are no longer due, and which of those that the mark made due still are."""
    if done.no_longer_due:
        yield f"No longer due: {numbered('claim', done.no_longer_due)}."
    if done.still_due:
        yield (
            "Still due, because somebody changed the day, or another article with the claim is withdrawn or other evidence retracted: "
            f"{numbered('claim', done.still_due)}."
        )


def concerned(found: Sequence[Dropped], begins: str, more: Worded) -> Iterator[str]:
    """Yield what becomes of claims that rest on what was taken back, the published ones first, and the first of them; `more` lists all."""
    published = [one.claim_id for one in found if one.status is Status.PUBLISHED]
    if published:
        yield (
            f"  Published, so to be looked at again: {numbered('claim', published)}. Those without a due day are due today"
            + by_command("list --due-until today")
            + "."
        )
    for one in found[:MOST_NAMED]:
        yield f"  {begins} claim {one.claim_id} ({humanise_name(one.status)}): {one.text}"
    if found[MOST_NAMED:]:
        yield f"  and {plural(len(found) - MOST_NAMED, 'more claim')}" + more + "."
