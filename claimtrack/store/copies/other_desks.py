"""A desk that never was a copy of this one: its changes, as if they had been made by a partner on this desk.

What was published under another name stays that publisher's; what was not is a draft of this desk.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.errors import Refused
from claimtrack.core.model import ReviewStatus, Status
from claimtrack.store import history, rows
from claimtrack.store.copies.twins import NAMED
from claimtrack.store.copies.work import Step, steps_since
from claimtrack.store.file.connecting import command
from claimtrack.store.interventions import signature
from claimtrack.store.reviews import publishers, signed

if TYPE_CHECKING:
    from pathlib import Path

OUR_DESK = -1
"""Stands for this desk's own row in `publishers`, which the other file does not have."""
PEOPLE = {
    "claims": ("assignee",),
    "evidence": ("added_by",),
    "matches": ("judged_by",),
    "notes": ("author",),
    "reviews": ("drafted_by", "approved_by"),
}
"""The columns that hold the names of users."""
_WAS_PUBLISHED = (
    "origin = 'desk' and (status = 'published' or status = 'withdrawn' and claim_reviewed is not null)"
)
_BASIS = """
    select url, source, null, null from evidence where claim_id = :id
    union all
    select url, iif(url is null, source, null), coalesce(span_start, -1), said_on from appearances join articles on articles.id = article_id
    where claim_id = :id
"""
_SCALE = """
    select name, definition, value from ratings where scale_id = :id
    union all
    select '', worst, best from rating_scales where id = :id
"""


class OtherDesk:
    """What another desk has and did. `is_ours` if it has the name of this one: then its verdicts are this desk's.

    `people` are names of its users under which they are to be known here.
    """

    def __init__(self, db: Database, other: Database, people: Mapping[str, str]) -> None:
        desk, there = publishers.find_desk(db), publishers.find_desk(other)
        self._db = db
        self._other = other
        self._people = people
        self._own = there.id if there else None
        self.name = there.name if there else None
        self.here = desk.id if desk else None
        self._ours = desk.name if desk else None
        self.is_ours = there is None or (desk is not None and desk.name.casefold() == there.name.casefold())
        self.published = dict(other.execute(f"select id, claim_id from reviews where {_WAS_PUBLISHED}"))
        """The claims of the verdicts that readers have seen, by review."""
        self._names = {
            table: dict(other.execute(f"select id, name from {table}")) for table in (*NAMED, "ratings")
        }
        self._addresses = {} if self.is_ours else self._find_addresses()
        self._returned = set(
            rows.fetch_numbers(
                other,
                "select publishers.id from publishers where not is_desk and name = ?",
                [self._ours or ""],
            )
        )
        self._scales = self._find_scales()

    def refuse_unsettled(self, path: Path) -> None:
        """Raise Refused for verdicts that are held in the file `path`, InvalidValue if there are drafts and this desk has no name."""
        if self.is_ours:
            return
        sql = "select id from reviews where origin = 'desk' and held_on is not null"
        if held := rows.fetch_numbers(self._other, sql, []):
            raise Refused(
                f"that desk holds verdicts back from readers for now (review {', '.join(map(str, held[:5]))}): decide about them there first, "
                f"with `{command(path, 'review release')}` or `{command(path, 'review withdraw')}`"
            )
        if rows.fetch_number(
            self._other, f"select 1 from reviews where origin = 'desk' and not ({_WAS_PUBLISHED})", []
        ):
            publishers.require_desk(self._db)

    def steps(self) -> Iterator[Step]:
        """Yield what was done there, oldest first, but for publishers, which come first, since scales may become theirs."""
        is_new = "table_name = 'publishers' and operation = 'insert'"
        for such in (is_new, f"not ({is_new})"):
            for step in steps_since(self._other, 0, such):
                yield from self._as_here(step)

    def is_published(self, claim_id: int) -> bool:
        """Whether a claim of that desk is called published there, for a verdict that is another's here."""
        sql = "select 1 from claims where id = ? and status = 'published'"
        return not self.is_ours and bool(self._other.execute(sql, [claim_id]).fetchone())

    def is_ours_there(self, claim_id: int) -> bool:
        """Whether that desk had a verdict of this one on a claim, for which it parked the claim."""
        sql = "select publisher_id from reviews where claim_id = ? and origin = 'imported'"
        return not self._returned.isdisjoint(rows.fetch_numbers(self._other, sql, [claim_id]))

    def published_since(self, known: Mapping[tuple[str, int], int]) -> dict[int, int]:
        """Return which of the reviews that came in as drafts of this desk are by now verdicts of the other one, with their ids here."""
        sql = "select 1 from reviews where id = ? and origin = 'desk'"
        return {
            there: here
            for (table, there), here in known.items()
            if table == "reviews" and there in self._addresses and self._db.execute(sql, [here]).fetchone()
        }

    def is_signed(self, claim_id: int) -> bool:
        """Whether readers have seen a verdict of that desk on the claim, or one is signed."""
        return claim_id in self.published.values() or signed.is_signed(self._other, claim_id)

    def has_all_of(self, here: int, there: int) -> bool:
        """Whether a claim here has no review, and no source or place that a claim there lacks."""
        if self._db.execute("select 1 from reviews where claim_id = ?", [here]).fetchone():
            return False
        ours, theirs = (
            set(db.execute(_BASIS, {"id": one})) for db, one in ((self._db, here), (self._other, there))
        )
        return ours <= theirs

    def is_awaited(self, claim_id: int) -> bool:
        """Whether a verdict on a claim of this desk is approved, so that nobody may change the claim until it is published."""
        sql = "select 1 from reviews where claim_id = ? and origin = 'desk' and status = 'approved'"
        return bool(self._db.execute(sql, [claim_id]).fetchone())

    def users(self) -> list[str]:
        """Return the names of all who did something on that desk, or to whom something is assigned there."""
        named = " union ".join(
            f"select {column} from {table}" for table in PEOPLE for column in PEOPLE[table]
        )
        names = {name for (name,) in self._other.execute(named) if name}
        return sorted(names.union(history.actors(self._other)))

    def former_at_address(self, review_id: int) -> list[tuple[int, str | None]]:
        """Return the verdicts that readers saw at the address of a later one of that publisher, with the addresses that they have here."""
        if review_id not in self._addresses:
            return []
        sql = f"""
            select id from reviews
            where (claim_id, url) = (select claim_id, url from reviews where id = :id) and id < :id and {_WAS_PUBLISHED}
        """
        return [
            (former, self._addresses[former]) for (former,) in self._other.execute(sql, {"id": review_id})
        ]

    def stay_theirs(self, came: Collection[int]) -> list[int]:
        """Return which of these reviews are verdicts that readers have seen and that stay another publisher's."""
        return [] if self.is_ours else [review for review in came if review in self.published]

    def approved(self, numbers: Mapping[tuple[str, int], int]) -> dict[int, str]:
        """Return who approved there what waits for an approval by this newsroom, by the number that the review has here."""
        if self.is_ours:
            return {}
        sql = "select id, approved_by from reviews where origin = 'desk' and status = 'approved'"
        waits = "select 1 from reviews where id = ? and origin = 'desk' and status = 'submitted'"
        return {
            here: self._people.get(who, who)
            for there, who in self._other.execute(sql)
            if (here := numbers.get(("reviews", there))) and self._db.execute(waits, [here]).fetchone()
        }

    def count_signed(self, verdicts: Collection[int]) -> int:
        """Return with how many of these verdicts there is a record of what was signed."""
        sql = "select count(*) from signed_verdicts where review_id in (select value from json_each(?))"
        return rows.fetch_number(self._other, sql, [json.dumps([*verdicts])]) or 0

    def not_in_history(self, tables: Collection[str]) -> dict[str, list[int]]:
        """Return the rows of these tables there of which history does not say that they were added, as if past claimtrack: they do not come in."""
        sql = "select id from {} except select row_id from history where table_name = ? and operation = 'insert'"
        found = {
            table: rows.fetch_numbers(self._other, sql.format(table), [table]) for table in sorted(tables)
        }
        return {table: ids for table, ids in found.items() if ids}

    def count_returned(self) -> int:
        """Return how many reviews of this desk the other has imported."""
        sql = "select count(*) from reviews where origin = 'imported' and publisher_id in (select value from json_each(?))"
        return rows.fetch_number(self._other, sql, [json.dumps([*self._returned])]) or 0

    # ── a change, as it would have been made here ───────────────────────────────────────────────

    def _as_here(self, step: Step) -> Iterator[Step]:
        who = step.actor and self._people.get(step.actor, step.actor)
        old, new = (self._row(step, side) for side in (step.old, step.new))
        if step.table == "reviews" and new.get("publisher_id") in self._returned:
            return  # it is one of this desk, which the other had imported
        done = step._replace(actor=who, old=old, new=new)
        if {old.get("status"), new.get("status")} == {Status.IN_REVIEW, Status.PARKED}:
            # A claim is not parked while it is in review, but it can be published.
            between = old | {"status": Status.CHECKING}
            yield done._replace(new=between)
            done = done._replace(old=between)
        yield done

    def _row(self, step: Step, row: dict[str, Any]) -> dict[str, Any]:
        """Return a row as it would be here."""
        if not row:
            return row
        for column in PEOPLE.get(step.table, ()):
            if row.get(column) in self._people:
                row = row | {column: self._people[row[column]]}
        if step.table in self._names and (name := self._names[step.table].get(step.row_id)):
            row = row | {"name": name}  # the present name: a former one may be another row's here
        if step.table == "rating_scales" and (scale := self._scales.get(step.row_id)):
            row = row | {"name": scale}
        if self.is_ours:
            return row
        if step.table == "publishers" and row.get("is_desk"):
            return row | {"is_desk": 0}
        if step.table == "rating_scales" and row.get("publisher_id") is None:
            return row | {"publisher_id": self._own}
        if step.table == "claims" and row.get("status") == Status.PUBLISHED:
            return row | {"status": Status.PARKED}
        if step.table == "interventions":
            return row | {"request": self._request(row["request"])}
        if step.table == "reviews" and (row.get("origin"), row.get("publisher_id")) == ("desk", self._own):
            return row | self._review(step.row_id, row)
        return row

    def _request(self, request: str) -> str:
        """Return a request with the name of the newsroom that made it: readers see it beside the verdicts of this one."""
        if self._ours and request.endswith(own := signature(self._ours)):
            return request.removesuffix(own)  # they had it from here
        is_named = request.endswith(tuple(map(signature, self._names["publishers"].values())))
        return request if is_named else request + signature(self.name)

    def _review(self, review_id: int, row: dict[str, Any]) -> dict[str, Any]:
        """Return the columns that differ here: readers know the verdict as that publisher's, or it is a draft of this desk, to be approved here."""
        if review_id not in self.published:
            as_draft: dict[str, Any] = {
                "publisher_id": OUR_DESK,
                "corrects_id": None,
                "is_update": 0,
                "approved_by": None,
            }
            if row.get("corrects_id"):
                as_draft["url"] = None  # that of their verdict
            if row.get("status") == ReviewStatus.APPROVED:
                as_draft["status"] = ReviewStatus.SUBMITTED
            return as_draft
        return {
            "origin": "imported",
            "held_on": None,
            "feed_id": None,
            "url": self._addresses[review_id],
        }

    # ── names and addresses that are taken ──────────────────────────────────────────────────────

    def _find_addresses(self) -> dict[int, str | None]:
        """Return the address of each published verdict. A former one at the address of its correction gets an anchor.

        An imported review is known by its publisher, its address and its claim.
        """
        sql = f"""
            select id, iif(exists (
                select 1 from reviews as later where later.url = reviews.url and later.claim_id = reviews.claim_id and later.id > reviews.id
                    and later.origin = 'desk' and (later.status = 'published' or later.claim_reviewed is not null)
            ), url || '#review-' || id, url) from reviews where {_WAS_PUBLISHED}
        """
        return dict(self._other.execute(sql))

    def _find_scales(self) -> dict[int, str]:
        """Return other names for the scales that have the name of one here, whose ratings mean something else."""
        renamed = {}
        for scale_id, name in self._names["rating_scales"].items():
            found = rows.find_by_name(self._db, "rating_scales", name, "id, name")
            if found and not self._has_ratings(found[0], scale_id):
                renamed[scale_id] = f"{name} ({self.name or 'the other desk'})"
        return renamed

    def _has_ratings(self, here: int, there: int) -> bool:
        """Whether a scale here has the ends and all the ratings of one there, with the same numbers and definitions."""
        ours = set(self._db.execute(_SCALE, {"id": here}))
        return set(self._other.execute(_SCALE, {"id": there})) <= ours
