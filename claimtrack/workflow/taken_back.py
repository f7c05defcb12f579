"""What claims rest on and was taken back: marked with a day and a reason, for a second look at published claims; or not after all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.model import Status
from claimtrack.core.steps import by_command
from claimtrack.core.texts.cleaning import clean_note
from claimtrack.core.texts.printable import MOST_NAMED, humanise_name, numbered, plural
from claimtrack.store import appearances, claims, evidence, marks
from claimtrack.workflow.days import clean_past_date, today

if TYPE_CHECKING:
    from claimtrack.core.steps import Worded
    from claimtrack.store.history_ranges import HistoryRange
    from claimtrack.store.marks import Mark, Row
    from claimtrack.workflow.articles.dropping import Dropped


MAX_REASON = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What was marked as taken back, or no longer is: the claims that rest on it, their due days, and the range of history.

    `was_marked` is whether only the day or the note of the mark changed. `due` are the published claims that are now due to be looked at
    again. Of those that the mark made due, its removal has made the ones `no_longer_due`; the ones `still_due` stay so, because somebody
    set another day, or something else they rest on was taken back.
    """

    claims: tuple[Dropped, ...]
    written: HistoryRange
    was_marked: bool = False
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


def complete(mark: Mark, known: Row, day: str | None, note: str | None) -> tuple[str, str | None]:
    """The day and the reason to record: those given, or of a row that is marked the `known` ones; of a new mark today. Raises InvalidValue."""
    given = known[mark.day] if day is None else day
    reason = known[mark.note] if note is None else clean_note(note, "reason", MAX_REASON)
    return clean_past_date(given) if given else today(), reason or None


def put(
    db: Database, mark: Mark, found: Sequence[Row], day: str, note: str | None, claim_ids: Iterable[int]
) -> tuple[int, ...]:
    """Mark the rows that were found, and make those of the claims due today that are published and have no due day; return them.

    Call it within the transaction. `marks.due_days` finds these days by their place in history, directly after the mark.
    """
    marks.put(db, mark, [row["id"] for row in found], day, note)
    resting = [claims.get(db, claim_id) for claim_id in dict.fromkeys(claim_ids)]
    due = tuple(one.id for one in resting if one.status is Status.PUBLISHED and one.due_on is None)
    for claim_id in due:
        claims.update(db, claim_id, due_on=today())
    return due


def remove(
    db: Database, mark: Mark, found: Sequence[Row], claim_ids: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Remove the mark of the rows, and the due days that it set on these claims; return the claims whose days are over, and those whose stay.

    A day that somebody has changed since stays, as does that of a claim that rests on something else that was taken back.
    """
    row_ids = [row["id"] for row in found]
    marks.put(db, mark, row_ids, None, None)
    made_due = marks.due_days(db, mark, row_ids, claim_ids)
    over = tuple(
        one
        for one, is_unchanged in made_due.items()
        if is_unchanged and not any(_marked_rows(db, one).values())
    )
    for claim_id in over:
        claims.update(db, claim_id, due_on=None)
    still = tuple(one for one in made_due if claims.get(db, one).due_on)
    return over, still


def settle_due(db: Database, claim_id: int) -> bool:
    """Remove the due day that a mark of what the claim rests on set, if nobody has changed it; return whether it did."""
    is_over = any(
        marks.due_days(db, mark, row_ids, [claim_id]).get(claim_id)
        for mark, row_ids in _marked_rows(db, claim_id).items()
    )
    if is_over:
        claims.update(db, claim_id, due_on=None)
    return is_over


def settle_removed(db: Database, mark: Mark, row_ids: Iterable[int], claim_id: int) -> bool:
    """Remove the due day that the mark of these rows, of which the claim has none any more, set on it, as `remove` does; return whether it did.

    Only of a published claim: while its verdict is corrected, readers still have what it rested on.
    """
    made_due = marks.due_days(db, mark, row_ids, [claim_id]).get(claim_id, False)
    is_published = claims.get(db, claim_id).status is Status.PUBLISHED
    is_over = made_due and is_published and not any(_marked_rows(db, claim_id).values())
    if is_over:
        claims.update(db, claim_id, due_on=None)
    return is_over


def _marked_rows(db: Database, claim_id: int) -> dict[Mark, list[int]]:
    """The evidence of the claim that is retracted, and the articles with it that were withdrawn, with the notices."""
    retracted = [row["id"] for row in evidence.of_claim(db, claim_id) if row["retracted_on"]]
    withdrawn = [
        row[name]
        for row in appearances.of_claim(db, claim_id)
        if row["dropped_by_id"] and row["withdrawn_on"]
        for name in ("article_id", "dropped_by_id")
    ]
    return {marks.RETRACTED: retracted, marks.WITHDRAWN: withdrawn}


def due_notices(done: TakenBack) -> Iterator[str]:
    """Yield which claims are due now or no longer, and which of those that the mark made due still are."""
    if done.due:
        yield f"Due today, to be looked at again: {numbered('claim', done.due)}."
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
