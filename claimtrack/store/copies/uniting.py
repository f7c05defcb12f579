"""Repeats on a desk what was done on another one that never was a copy of it: what was here before stays as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.errors import Refused
from claimtrack.core.model import ArchiveStatus, ReviewStatus, Status
from claimtrack.core.texts.printable import shell_command
from claimtrack.store import archives, rows
from claimtrack.store.copies import records
from claimtrack.store.copies.other_desks import OUR_DESK
from claimtrack.store.copies.replaying import Replay
from claimtrack.store.copies.signatures import RepeatedSignatures
from claimtrack.store.copies.twins import FILLED_IN, NAMED
from claimtrack.store.copies.work import REPEATED
from claimtrack.store.history import last_change_id

if TYPE_CHECKING:
    from claimtrack.store.copies.other_desks import OtherDesk
    from claimtrack.store.copies.records import Earlier, Ids
    from claimtrack.store.copies.twins import FindRepeat
    from claimtrack.store.copies.work import Step, WorkThere

_SETTLED = {*NAMED, "ratings"}
"""Tables of which a row that was here before gets nothing from the other desk but what it lacks."""
_VERDICT = ("rating_id", "status", "headline")
"""What readers of a verdict would notice."""


class Uniting(Replay):
    """Repeats all that was done on another desk, inside the caller's write transaction; of the queue of `archive`, only the copies that were saved."""

    tables = frozenset(REPEATED | {"archives"})

    def __init__(
        self,
        db: Database,
        copy: Database,
        there: WorkThere,
        find_repeat: FindRepeat,
        earlier: Earlier,
        *,
        desk: OtherDesk,
        again: bool,
    ) -> None:
        self._drafts = desk.published_since(earlier.ids)
        known = {key: row_id for key, row_id in earlier.ids.items() if not self._is_former_draft(*key)}
        super().__init__(db, copy, there, 0, find_repeat, replace(earlier, ids=known), again=again)
        self._desk = desk
        self._before = last_change_id(db)
        self._added = records.rows_added(db, earlier)
        """What that desk has added here: all other rows were here before."""
        self._undone_there = records.without_effect(copy)
        self._ours: set[tuple[str, int | None]] = set()
        self._compared: set[tuple[str, int | None]] = set()
        self._settled: set[tuple[str, int | None]] = set()
        self._signatures = RepeatedSignatures(db, self._here, self._settled)
        self._ids["publishers", OUR_DESK] = desk.here

    def new_ids(self) -> Ids:
        """Return the ids here of the rows of the other desk that no earlier import has recorded."""
        return {key: row_id for key, row_id in super().new_ids().items() if key[1] != OUR_DESK}

    def numbers(self) -> dict[tuple[str, int], int]:
        """Return the ids here of all rows of the other desk, as far as they are here."""
        return {key: row_id for key, row_id in self._ids.known().items() if key[1] != OUR_DESK}

    # ── the three kinds of change ───────────────────────────────────────────────────────────────

    def repeat(self, step: Step) -> None:
        """Repeat one change; a page that was queued and saved later comes in as it is saved today."""
        if step.table != "archives" or step.operation == "insert":
            super().repeat(step)

    def _was_decided(self, step: Step) -> bool:
        return super()._was_decided(step) and not self._is_former_draft(step.table, step.row_id)

    def _is_former_draft(self, table: str, row_id: int) -> bool:
        """Whether an earlier import brought this review as a draft of this desk: it comes in once more, as a verdict of the other's."""
        return table == "reviews" and row_id in self._drafts

    def _insert(self, step: Step) -> None:
        if step.table == "archives":
            self._keep_archived(step)
            return
        if step.table == "reviews":
            self._anchor_former(step)
        super()._insert(step)
        here = step.table, self._ids[step.table, step.row_id]
        if here[1] and here not in self._added:
            self._ours.add(here)
            if not self._is_decided:
                self._compared.add(here)
            if step.table == "claims" and self._desk.has_all_of(here[1], step.row_id):
                self._here.accept(here[1])
            if step.table in _SETTLED:
                self._settled.add(here)

    def _update(self, step: Step) -> None:
        here = step.table, self._ids[step.table, step.row_id]
        # What another newsroom makes of a draft that it had from here is its own.
        is_settled = step.table in _SETTLED or (
            step.table == "reviews" and (step.new.get("origin") == "imported" or not self._desk.is_ours)
        )
        if here not in self._ours or not is_settled or "name_of_id" in step.changed:
            super()._update(step)
        elif here in self._compared or self._is_decided:
            self.done.known += 1  # what differs was named with the row
        else:
            told = step.changed.keys() | {"url" if step.table == "reviews" else "name"}
            new = {name: value for name, value in step.new.items() if name in told}
            self._fill_in(step._replace(new=new), here[1] or 0, self._ids.translate(step.table, new))
        is_former_draft = self._is_former_draft(step.table, step.row_id)
        if is_former_draft and step.new.get("status") == ReviewStatus.PUBLISHED:
            self._give_up_draft(step)  # also if their verdict was here already, from their feed

    def _delete(self, step: Step) -> None:
        here = step.table, self._ids[step.table, step.row_id]
        if here not in self._ours or not self._row(step.table, here[1]):
            super()._delete(step)
        elif step.table not in _SETTLED:
            self._here.release(*here)
            self._twins.release(*here)
            raise Refused("deleted on the other desk, but it was here before")

    def _add(self, step: Step, row: dict[str, Any]) -> int:
        added = super()._add(step, row)
        self._added.add((step.table, added))
        return added

    # ── rows of both desks ──────────────────────────────────────────────────────────────────────

    def _is_set_here(self, step: Step, row_id: int, column: str) -> bool:
        """Whether somebody here has given a column of a row that was here before its value."""
        if (step.table, row_id) not in self._ours:
            return False
        if (
            (step.table, column) == ("claims", "status")
            and self._desk.is_ours
            and self._desk.is_signed(step.row_id)
        ):
            return False  # it goes the way of its verdict, which is ours, too
        found = records.find_last_value(self._db, self._earlier, self._before, (step.table, row_id), column)
        if not found or found[0] != "insert":
            return found is not None
        return column in FILLED_IN.get(step.table, ()) and found[1] not in (
            None,
            self._ids.default_values(step.table)[column],
        )

    def _anchor_former(self, step: Step) -> None:
        """Give the verdicts that came in at the address of this newer one the addresses that they have had since."""
        for there, address in self._desk.former_at_address(step.row_id):
            here = self._ids["reviews", there]
            if ("reviews", here) in self._added and self._row("reviews", here).get("url") == step.new["url"]:
                rows.update(self._db, "reviews", here or 0, {"url": address})

    def _fill_in(self, step: Step, row_id: int, row: dict[str, Any]) -> None:
        """Give a row that was here before what the other desk knows today."""
        if (step.table, row_id) not in self._added:
            finals = {
                name: self._final(step, name) for name in FILLED_IN.get(step.table, ()) if name in step.new
            }
            row = row | finals
            if step.table == "claims" and self._is_said_by(row_id, step.row_id):
                row["claimant_id"] = None
            if step.table == "reviews" and self._row("reviews", row_id).get("origin") == "imported":
                self._compare_verdicts(step, row_id)
        super()._fill_in(step, row_id, row)

    def _is_said_by(self, here: int, there: int) -> bool:
        """Whether a claim here has the speaker of one there, perhaps under another of their names."""
        sql = "select name from standing_claimants where id = (select claimant_id from claims where id = ?)"
        names = [rows.fetch_text(db, sql, [one]) for db, one in ((self._db, here), (self._copy, there))]
        return None not in names and len({str(name).casefold() for name in names}) == 1

    def _give_up_draft(self, step: Step) -> None:
        """Withdraw a draft that became a verdict of the other desk, unless somebody here has worked on it."""
        draft = self._row("reviews", self._drafts[step.row_id])
        if draft.get("status") not in (ReviewStatus.DRAFT, ReviewStatus.SUBMITTED, ReviewStatus.APPROVED):
            return
        row = "reviews", draft["id"]
        if any(records.find_last_value(self._db, self._earlier, self._before, row, name) for name in draft):
            told = f"they have published it, as review {self._ids['reviews', step.row_id]} here, and you have worked on it: go on, or take it back with "
            self._keep(step, draft["id"], reason=f"{told}`claimtrack review withdraw {draft['id']}`")
        else:
            rows.update(self._db, "reviews", draft["id"], {"status": ReviewStatus.WITHDRAWN})
            self._count(step)

    def _compare_verdicts(self, step: Step, row_id: int) -> None:
        """Name what differs in a verdict that this desk had imported from a feed of the other one."""
        here = self._row("reviews", row_id)
        if here.get("url") != self._final(step, "url"):
            return  # a later verdict is at that address
        told = {name: self._final(step, name) for name in _VERDICT if name in step.new}
        ratings = [self._row("ratings", row.get("rating_id")) for row in (here, told)]
        if len({row.get("name", "").casefold() for row in ratings}) == 1:
            told.pop("rating_id", None)
        for name, value in told.items():
            if value is not None and here[name] != value:
                self._keep(step, row_id, name, here[name], value)

    def _keep(self, step: Step, row_id: int | None, column: str = "", *values: Any, reason: str = "") -> None:
        if (step.table, column) == ("claims", "status") and (
            self._desk.is_published(step.row_id)
            or (values == (Status.PUBLISHED, Status.PARKED) and self._desk.is_ours_there(step.row_id))
        ):
            return  # one desk has published a verdict, for which the other parked the claim
        here = step.table, self._ids[step.table, step.row_id]
        if here in self._ours and any(after < step.id <= until for after, until in self._undone_there):
            return  # it went there with an import that was undone
        told = reason.replace("in the copy", "on the other desk")
        is_status = (step.table, column, step.new.get("origin")) == ("reviews", "status", "desk")
        if is_status and self._final(step, column) == ReviewStatus.PUBLISHED:
            column, values, told = "", (), self._sign_again(step, row_id)
        super()._keep(step, row_id, column, *values, reason=told)

    def _sign_again(self, step: Step, review_id: int | None) -> str:
        """Say where readers have a verdict of this newsroom that came in unsigned, and what is to be done with it."""
        url, day = (self._final(step, name) for name in ("url", "reviewed_on"))
        sql = """
            select other.id from reviews join reviews as other using (claim_id)
            where reviews.id = ? and other.id <> reviews.id and other.origin = 'desk' and other.status = 'published'
        """
        if ours := rows.fetch_number(self._db, sql, [review_id]):
            return (
                f"published there on {day} at {url}, but review {ours} stands here: let that page lead to it, and take this one back with "
                f"`claimtrack review withdraw {review_id}`"
            )
        return (
            f"published there on {day} at {url}, but not here until it is signed: `claimtrack review approve {review_id}`, then "
            f"`claimtrack review publish {review_id} --url {shell_command(str(url))} --date {day}`"
        )

    def _keep_archived(self, step: Step) -> None:
        """Take over the address of a saved copy of a page that has none here, also for the sources here that are waiting for one."""
        sql = "select url, archived_url, archived_at, status from archives where id = ? and status = ?"
        there = next(iter(self._copy.query(sql, [step.row_id, ArchiveStatus.SAVED])), None)
        if there and archives.copy_of(self._db, there["url"]) is None:
            here = archives.find(self._db, there["url"]) or rows.insert(self._db, "archives", there)
            archives.mark_saved(self._db, here, there["archived_url"], there["archived_at"])
            self._count(step)
