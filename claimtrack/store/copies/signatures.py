"""Whether a signature that was given in a copy of a desk may stand on the desk, too: only if the signer saw what is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.errors import Refused
from claimtrack.core.model import ReviewStatus
from claimtrack.store.copies.work import SIGNED_COLUMNS

if TYPE_CHECKING:
    from claimtrack.store.copies.work import Step, WorkHere

_ON_CLAIMS = ("evidence", "appearances")


class RepeatedSignatures:
    """What differs here from what was signed in the copy: changed by somebody here, or by the copy and not repeated."""

    def __init__(
        self, db: Database, here: WorkHere, settled: Collection[tuple[str, int | None]] = ()
    ) -> None:
        """Of rows of `settled`, names and ratings that both files have always had, only what differs in the other file counts."""
        self._settled = settled
        self._db = db
        self._here = here
        self._unlike: set[tuple[str, int | None]] = set()
        self._unpublished: set[int | None] = set()

    def note_kept(self, step: Step, row_id: int | None, claim_id: int | None, column: str) -> None:
        """Take note of a change that was not repeated."""
        if step.table in _ON_CLAIMS:
            self._unlike.add(("claims", claim_id))
        elif step.table != "claims" or SIGNED_COLUMNS & ({column} if column else step.changed.keys()):
            self._unlike.add((step.table, row_id))
        if step.table == "reviews" and step.new.get("status") == ReviewStatus.PUBLISHED:
            self._unpublished.add(claim_id)

    def check(self, review: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
        """Raise Refused if a review of ours must not get this status, because its signer or publisher has not seen what it says here."""
        status = wanted.get("status")
        if status not in (ReviewStatus.APPROVED, ReviewStatus.PUBLISHED) or review["origin"] != "desk":
            return
        is_publication = status == ReviewStatus.PUBLISHED
        # While it is approved nobody changes the claim: what matters is that this approval is the copy's.
        seen = self._review_rows(review) if is_publication else self._rows_in_verdict(review)
        if (not is_publication and self._here.is_verdict_touched(review["claim_id"])) or any(
            row in self._unlike or (self._is_touched(*row) and row not in self._settled) for row in seen
        ):
            done = "published in the copy" if is_publication else "signed in the copy"
            raise Refused(
                f"{done}, but what it says is not the same here (the review itself, the claim, where it was said, its sources, its "
                "speaker or the rating): it must be signed here again"
            )

    def _is_touched(self, table: str, row_id: int | None) -> bool:
        """Whether somebody here has changed such a row; a claim has `is_verdict_touched`, as nobody signs who has it or when it is due."""
        return table != "claims" and self._here.is_touched(table, row_id)

    def refuse_unpublished(self, claim_id: int, wanted: Mapping[str, Any]) -> None:
        """Raise Refused if a claim would be called published for a verdict that did not come in."""
        if wanted.get("status") == ReviewStatus.PUBLISHED and claim_id in self._unpublished:
            sql = "select 1 from reviews where claim_id = ? and origin = 'desk' and status = 'published'"
            if not self._db.execute(sql, [claim_id]).fetchone():
                raise Refused("published in the copy, but its review is not published here")

    def _review_rows(self, review: Mapping[str, Any]) -> Iterator[tuple[str, int | None]]:
        yield "reviews", review["id"]
        yield "reviews", review["corrects_id"]

    def _rows_in_verdict(self, review: Mapping[str, Any]) -> Iterator[tuple[str, int | None]]:
        yield from self._review_rows(review)
        yield "claims", review["claim_id"]
        yield "ratings", review["rating_id"]
        sql = """
            select 'rating_scales', scale_id from ratings where id = :rating_id
            union all
            select 'claimants', value from claims
            join standing_claimants on standing_claimants.id = claims.claimant_id
            join json_each(json_array(standing_claimants.id, standing_id))
            where claims.id = :claim_id
        """
        yield from self._db.execute(sql, {name: review[name] for name in ("rating_id", "claim_id")})
