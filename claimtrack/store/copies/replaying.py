"""Repeats on a desk what was done in a copy of it, change by change and under the names of those who did it.

Rows that the copy added get ids of their own here. A column is changed only if it has the value that it had in the copy
before: what somebody has changed here stays, and is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.errors import ClaimtrackError, DatabaseError, Refused
from claimtrack.store import articles, evidence, rows, versions
from claimtrack.store.copies import records
from claimtrack.store.copies.id_map import IdMap
from claimtrack.store.copies.results import Kept, Replayed
from claimtrack.store.copies.signatures import RepeatedSignatures
from claimtrack.store.copies.texts import article_text, extend_text
from claimtrack.store.copies.twins import FILLED_IN, NAMED, Twins
from claimtrack.store.copies.work import REPEATED, WorkHere
from claimtrack.store.file.database import record_as, savepoint
from claimtrack.store.history import is_equal

if TYPE_CHECKING:
    from claimtrack.store.copies.records import Earlier, Ids
    from claimtrack.store.copies.twins import FindRepeat
    from claimtrack.store.copies.work import Step, WorkThere

_PARENTS = {"claim_id", "article_id", "left_id", "right_id", "scale_id"}
"""Columns without whose row a new row makes no sense."""
_ALL_OR_NOTHING = {"interventions", "matches", "reviews"}
"""Tables whose columns belong together: an update is made as a whole or not at all."""
_JUDGED = ("judgement", "judged_by", "judged_at")


class Replay:
    """Repeats the copy's changes after `fork` on a desk, inside the caller's write transaction."""

    tables = frozenset(REPEATED)

    def __init__(
        self,
        db: Database,
        copy: Database,
        there: WorkThere,
        fork: int,
        find_repeat: FindRepeat,
        earlier: Earlier,
        *,
        again: bool,
    ) -> None:
        """What `earlier` imports of the copy have left as it was here stays so, unless it is to be tried `again`."""
        self._db = db
        self._copy = copy
        self._earlier = earlier
        self._decided_until = 0 if again else earlier.until
        self._is_decided = False
        self._left_out: set[tuple[str, int]] = set()
        self._removed: dict[tuple[str, int], int | None] = {}
        self._here = WorkHere(db, fork, records.without_effect(db))
        self._there = there
        self._ids = IdMap(db, earlier.ids, is_copy=fork > 0)
        self._signatures = RepeatedSignatures(db, self._here)
        self._twins = Twins(db, self._here, self._there, self._ids, find_repeat)
        self.done = Replayed()

    def repeat(self, step: Step) -> None:
        """Repeat one change, unless it was made here already or contradicts one made here. Raises DatabaseError, as for a full disk."""
        key = step.table, step.row_id
        if step.table not in self.tables:
            self.done.left_out.add(step.table)
            return
        if step.table == "matches" and step.operation == "insert" and not self._there.is_judged(step.row_id):
            self._ids[key] = None
            return  # a suggestion: `duplicates` makes it anew
        self._is_decided = self._was_decided(step)
        record_as(self._db, step.actor)
        repeat = {"insert": self._insert, "update": self._update, "delete": self._delete}[step.operation]
        try:
            with savepoint(self._db):
                repeat(step)
        except DatabaseError:
            raise
        except ClaimtrackError as error:
            self._keep(step, None if step.operation == "insert" else self._ids[key], reason=str(error))

    def _was_decided(self, step: Step) -> bool:
        """Whether an earlier import of the copy has brought this change, or named it."""
        return step.id <= self._decided_until

    def new_ids(self) -> Ids:
        """Return the ids here of the copy's rows that no earlier import has recorded."""
        return {key: row_id for key, row_id in self._ids.known().items() if key not in self._earlier.ids}

    # ── the three kinds of change ───────────────────────────────────────────────────────────────

    def _insert(self, step: Step) -> None:
        key = step.table, step.row_id
        self._ids[key] = None
        removed = self._removed.pop(key, None)
        self.done.agree_on(*key)
        if step.table == "matches":
            self._is_decided = self._there.judged.get(step.row_id, 0) <= self._decided_until
        row = self._ids.translate(step.table, step.new)
        parents = self._ids.parents_of(step.table)
        if missing := [name for name in _PARENTS & parents.keys() if row.get(name) is None]:
            self._refuse_left_out(*((parents[name], step.new.get(name)) for name in missing))
            return  # what it belongs to was not repeated, which is reported, or was deleted
        row = {
            name: row[name] for name in self._ids.default_values(step.table) if name in row and name != "id"
        }
        earlier = self._earlier.ids.get(key)
        is_gone = key in self._there.gone and not earlier
        if is_gone and step.id <= self._earlier.until:
            return  # so it was then: what has its values here is another row
        if known := self._here.find_inserted(step.table, row, earlier):
            self._ids[key] = known  # even if it was deleted here since
            self._twins.take(step.table, known)
            self.done.known += 1
            return
        if is_gone:
            return
        if step.table == "articles":
            row |= article_text(self._copy, step.row_id)  # as it is today: what was quoted is still in it
        if twin := (not removed and earlier) or self._twins.find(step, row, removed):
            self._ids[key] = twin
            self._twins.take(step.table, twin)
            self._fill_in(step, twin, row)
            if step.table == "claims" and not earlier:
                self.done.same_claims[twin] = step.row_id
            return
        if self._is_decided:
            self._left_out.add(key)
            raise Refused("left out earlier")
        self._refuse_missing(step, row)
        added = self._add(step, row | {"id": removed} if removed else row)
        if step.table == "claims":
            self.done.new_claims[added] = step.row_id
        self._count(step)

    def _update(self, step: Step) -> None:
        row_id = self._ids[step.table, step.row_id]
        changed = [name for name in step.changed if step.table != "matches" or name in _JUDGED]
        if row_id is None or not changed or step.makes_room_for_correction:
            self._refuse_left_out((step.table, step.row_id))
            return
        old, new = self._ids.translate(step.table, step.old), self._ids.translate(step.table, step.new)
        changed = [
            name
            for name in changed
            if not self._here.has_updated(step.table, row_id, name, old.get(name), new[name])
        ]
        row = self._row(step.table, row_id) or self._twins.find_pair(step.table, new)
        if changed and not row:
            raise Refused(
                "one of the two claims was reworded here" if step.table == "matches" else "deleted here"
            )
        if step.table == "articles" and "text_sha256" in changed:
            changed.remove("text_sha256")
            self._extend_text(step, row)
        wanted, differing = {}, []
        for name in row.keys() & changed:
            if is_equal(row[name], new[name]) or is_equal(row[name], self._final(step, name)):
                self.done.agree_on(step.table, step.row_id, name)
                continue
            may_change = not (self._is_decided or self._is_set_here(step, row["id"], name))
            if may_change and is_equal(row[name], old.get(name)):
                wanted[name] = new[name]
            elif step.changed.keys() != {"context_after"}:  # which only changes when the article's text grows
                differing.append(name)
                self._keep(step, row["id"], name, row[name], self._final(step, name))
        if step.table in _ALL_OR_NOTHING and differing:
            return
        self._refuse_missing(step, wanted)
        if step.table == "reviews":
            self._signatures.check(row, wanted)
        elif step.table == "claims":
            self._signatures.refuse_unpublished(row_id, wanted)
        if wanted:
            rows.update(self._db, step.table, row["id"], wanted)
            self._count(step)
        elif not differing:
            self.done.known += 1

    def _delete(self, step: Step) -> None:
        row_id = self._ids[step.table, step.row_id]
        row = self._row(step.table, row_id) if row_id else {}
        self._refuse_left_out((step.table, step.row_id))
        self._removed[step.table, step.row_id] = row_id
        if not row_id or step.table == "matches" or self._here.has_deleted(step.table, row_id) or not row:
            return  # suggestions go by themselves when a claim is reworded
        claim_id = row_id if step.table == "claims" else row.get("claim_id")
        goes = ("claims", step.claim_id) in self._there.deleted
        if self._here.is_touched(step.table, row_id) or (goes and self._here.is_worked_on(claim_id)):
            raise Refused("deleted in the copy, but changed here")
        try:
            if self._is_decided:
                raise Refused("deleted in the copy")
            if step.table == "claims":
                sql = "delete from matches where judgement = 'unjudged' and (left_id = ? or right_id = ?)"
                rows.execute(self._db, sql, [row_id, row_id])
            rows.delete(self._db, step.table, row_id)
        except Refused:
            if step.table in NAMED or step.table == "ratings":
                return  # still in use here
            raise
        self._count(step)

    # ── rows here and there ─────────────────────────────────────────────────────────────────────

    def _row(self, table: str, row_id: int | None) -> dict[str, Any]:
        return next(iter(self._db.query(f"select * from {table} where id = ?", [row_id])), {})

    def _final(self, step: Step, column: str) -> Any:
        """Return the last value of a column in the copy, with ids as they are here."""
        value = self._there.final.get((step.table, step.row_id, column), step.new[column])
        return self._ids.translate(step.table, {**step.new, column: value})[column]

    def _is_set_here(self, step: Step, row_id: int, column: str) -> bool:
        """Whether a column stays as it is here, even if it has the value that it had there before a change."""
        return False

    def _refuse_missing(self, step: Step, row: dict[str, Any]) -> None:
        """Raise Refused if a row would refer to one that is not here, or lose what it refers to for that reason."""
        for name, parent in self._ids.parents_of(step.table).items():
            there = name in row and step.new[name]
            if there and (parent, there) not in self._there.gone and not self._row(parent, row[name]):
                noun = "speaker" if parent == "claimants" else name.removesuffix("_id")
                raise Refused(f"its {noun} {'was deleted here' if row[name] else 'did not come in'}")

    def _refuse_left_out(self, *keys: tuple[str, Any]) -> None:
        """Raise Refused if an earlier import left out one of these rows of the copy, to which a change belongs."""
        if self._left_out & set(keys):
            raise Refused("it belongs to what was left out earlier")

    def _extend_text(self, step: Step, row: dict[str, Any]) -> None:
        if not self._is_decided and extend_text(self._db, row, article_text(self._copy, step.row_id)["text"]):
            versions.extend_context(self._db, row["id"], len(row["text"] or ""))
            self._count(step)

    def _add(self, step: Step, row: dict[str, Any]) -> int:
        if step.table == "articles" and row.get("previous_id"):
            # Versions read here and in the copy are in one line.
            row["previous_id"] = articles.newest_version(self._db, row["previous_id"])
        elif step.table == "evidence" and not row.get("retracted_on"):
            row |= evidence.retraction(self._db, row.get("url"))
        self._ids[step.table, step.row_id] = added = rows.insert(self._db, step.table, row)
        return added

    def _fill_in(self, step: Step, row_id: int, row: dict[str, Any]) -> None:
        """Give a row what the copy knows and it does not; what differs stays, and is reported."""
        here, nothing = self._row(step.table, row_id), self._ids.default_values(step.table)
        if step.table == "articles" and here:
            self._extend_text(step, here)
        if not here and step.table == "evidence":
            raise Refused("added here, too, and removed again")
        wanted = {}
        for name in FILLED_IN.get(step.table, ()):
            if not here or row.get(name) in (None, nothing[name], here[name]):
                continue
            if here[name] in (None, nothing[name]) and not self._is_decided:
                wanted[name] = row[name]
            else:
                self._keep(step, row_id, name, here[name], row[name])
        if wanted:
            self._give(step, row_id, wanted)
        else:
            self.done.known += 1

    def _give(self, step: Step, row_id: int, wanted: dict[str, Any]) -> None:
        """Write these columns, which are empty here; what has to stay as it was signed is reported."""
        try:
            with savepoint(self._db):
                rows.update(self._db, step.table, row_id, wanted)
            self._count(step)
        except Refused:
            if len(wanted) == 1:
                self._keep(step, row_id, *wanted, None, *wanted.values())
                return
            for name in wanted:
                self._give(step, row_id, {name: wanted[name]})

    # ── what is counted and reported ────────────────────────────────────────────────────────────

    def _count(self, step: Step) -> None:
        self.done.made += 1
        claim_id = self._ids["claims", step.claim_id] if step.claim_id else None
        if claim_id and claim_id not in self.done.new_claims:
            self.done.changed_claims.add(claim_id)

    def _keep(self, step: Step, row_id: int | None, column: str = "", *values: Any, reason: str = "") -> None:
        if column not in _JUDGED[1:]:
            claim_id = self._ids["claims", step.claim_id] if step.claim_id else None
            here, there = (self._ids.name_of(step.table, column, value) for value in values or (None, None))
            name = self._ids.title(step.table, step.new or step.old)
            kept = Kept(step.table, row_id, claim_id, step.actor, column, here, there, reason, name)
            self.done.keep(kept, self._is_decided, step.row_id, "" if step.operation == "delete" else reason)
            self._signatures.note_kept(step, row_id, claim_id, column)
