"""Claims: the rows that everything hangs on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.core.errors import NotFound
from claimtrack.core.model import Priority, Statement, Status
from claimtrack.core.steps import SEE_CLAIMS
from claimtrack.store import rows
from claimtrack.store.statuses import refuse_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlite_utils import Database


FIRST_DAY_SQL = """(
    select min(day) from (
        select claims.claimed_on as day
        union all select said_on from appearances where appearances.claim_id = claims.id
    )
)"""
"""SQL for the first day that a row of `claims` is known to have been made on."""


def claimant(claims: str) -> str:
    """SQL for the name that the claimant of a row of `claims` goes by, whichever name it was filed under."""
    return f"(select name from standing_claimants where standing_claimants.id = {claims}.claimant_id)"


def seen_on(claims: str) -> str:
    """SQL for the day of the first article that has a row of `claims`, where the claim itself has no day.

    From article to article by the index: one may quote the claim ten thousand times, and tell no day.
    """
    here = f"from appearances where claim_id = {claims}.id"
    there = f"{here} and article_id = holding.article_id"
    return f"""case when {claims}.claimed_on is null then (
        with recursive holding (article_id) as (
            select min(article_id) {here}
            union all
            select (select min(article_id) {here} and article_id > holding.article_id)
            from holding where holding.article_id is not null
        ),
        days (day) as not materialized (
            select coalesce(
                (select said_on {there} order by said_on limit 1), published_on, (select min(said_on) {there})
            )
            from holding cross join articles on articles.id = holding.article_id
        )
        select day from days where day is not null limit 1
    ) end"""


def statement_sql(claims: str) -> str:
    """SQL for what the matcher compares of a row of `claims`, the columns of a `Statement`: text, claimant and two days."""
    return f"{claims}.text, {claimant(claims)}, {claims}.claimed_on, {seen_on(claims)}"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as the table holds it; `version` is the id of the last change of it in history.

    `claimant` is the name that whoever asserted it goes by; `claimant_id` is the name that it was filed under. `seen_on` is
    the day of the first article that has it, where it has no day itself.
    """

    id: int
    text: str
    claimant: str | None
    claimed_on: str | None
    status: Status
    priority: Priority
    assignee: str | None
    due_on: str | None
    score: float | None
    created_at: str
    version: int
    claimant_id: int | None
    seen_on: str | None

    @property
    def statement(self) -> Statement:
        """What the matcher compares of it."""
        return Statement(self.text, self.claimant, self.claimed_on, self.seen_on)


_LATE_STATUSES = (Status.IN_REVIEW, Status.PUBLISHED)
"""What lies behind the check of a claim, in order."""


class Wording(NamedTuple):
    """A claim by what makes another its repeat: words that it has, whose they are, and when they were said or seen."""

    claim_id: int
    text: str
    claimant: str | None = None
    claimed_on: str | None = None
    seen_on: str | None = None

    @property
    def statement(self) -> Statement:
        """What the matcher compares of it."""
        return Statement(*self[1:])


def add(
    db: Database,
    text: str,
    *,
    claimant_id: int | None = None,
    claimed_on: str | None = None,
    status: Status = Status.OPEN,
    score: float | None = None,
) -> int:
    """Insert a claim; the id."""
    first, steps = entry_steps(status)
    said = {"text": text, "claimant_id": claimant_id, "claimed_on": claimed_on}
    claim_id = rows.insert(db, "claims", said | {"status": first, "score": score})
    take_steps(db, claim_id, steps)
    return claim_id


def entry_steps(status: Status) -> tuple[Status, tuple[Status, ...]]:
    """The status at which a claim enters that is to have this one, and the steps from there: the database lets none be left out."""
    if status not in _LATE_STATUSES:
        return status, ()
    return Status.CHECKING, _LATE_STATUSES[: _LATE_STATUSES.index(status) + 1]


def take_steps(db: Database, claim_id: int, steps: Iterable[Status]) -> None:
    """Move a claim along these steps."""
    for step in steps:
        update(db, claim_id, status=step)


def get(db: Database, claim_id: int) -> ClaimRow:
    """The claim. Raises NotFound."""
    sql = f"""
        select claims.id, claims.text, {claimant("claims")}, claims.claimed_on, claims.status, claims.priority,
            claims.assignee, claims.due_on, claims.score, claims.created_at,
            (select coalesce(max(history.id), 0) from history where history.claim_id = claims.id), claims.claimant_id,
            {seen_on("claims")}
        from claims where claims.id = ?
    """
    row = db.execute(sql, [claim_id]).fetchone()
    if row is None:
        raise unknown_claim(claim_id)
    values = list(row)
    values[4:6] = Status(values[4]), Priority(values[5])
    return ClaimRow(*values)


def unknown_claim(claim_id: int) -> NotFound:
    """The error for an id that no claim has."""
    return NotFound(f"there is no claim {claim_id}: " + SEE_CLAIMS)


def newest_id(db: Database) -> int:
    """The highest id that a claim has or had; 0 on a new desk. The next one is free."""
    sql = "select max(coalesce(max(id), 0), coalesce((select seq from sqlite_sequence where name = 'claims'), 0)) from claims"
    return rows.fetch_number(db, sql) or 0


_WORDING_COLUMNS = f"claims.id, {statement_sql('claims')} from claims"


def added_since(db: Database, claim_id: int) -> Iterator[Wording]:
    """The claims added after that id."""
    yield from map(
        Wording._make, db.execute(f"select {_WORDING_COLUMNS} where id > ? order by id", [claim_id])
    )


def find_by_text(db: Database, texts: Iterable[str]) -> Iterator[Wording]:
    """The claims with exactly one of these texts."""
    sql = f"select {_WORDING_COLUMNS} where text in (select value from json_each(?)) order by id"
    yield from map(Wording._make, db.execute(sql, [json.dumps(list(texts))]))


def get_wordings(db: Database, claim_ids: Iterable[int]) -> Iterator[Wording]:
    """These claims, in the order they were filed in."""
    sql = f"select {_WORDING_COLUMNS} where id in (select value from json_each(?)) order by id"
    yield from map(Wording._make, db.execute(sql, [json.dumps(list(claim_ids))]))


def same_text_pairs(db: Database, claim_ids: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Each of these claims with every claim that has exactly its text, itself among them."""
    sql = """
        select one.id, other.id from claims as one join claims as other on other.text = one.text
        where one.id in (select value from json_each(?)) order by one.id, other.id
    """
    yield from db.execute(sql, [json.dumps(list(claim_ids))])


def first_day(db: Database, claim_id: int) -> str | None:
    """The first day that the claim is known to have been made on; None where nobody told one."""
    row = db.execute(f"select {FIRST_DAY_SQL} from claims where id = ?", [claim_id]).fetchone()
    return None if row is None or row[0] is None else str(row[0])


def set_status(db: Database, claim_id: int, status: Status) -> None:
    """Move a claim. Raises NotFound, or InvalidTransition naming the steps that lead on."""
    refuse_step(db, claim_id, get(db, claim_id).status, status)
    update(db, claim_id, status=status)


def update(db: Database, claim_id: int, **columns: Any) -> None:
    """Change columns of a claim, in one change; what its appearances quote stays.

    Raises NotFound, and Refused where what was signed would change. `due_on` and `claimed_on` are ISO dates.
    """
    if not rows.update(db, "claims", claim_id, columns):
        raise unknown_claim(claim_id)


def signed_at(db: Database, claim_id: int) -> str | None:
    """When a second person signed a verdict on the claim as it stands (UTC); None where nobody did, or it is being corrected.

    From then on what it says, and the evidence that was there, change by a correction only.
    """
    sql = "select max(signed_at) from signed_reviews where claim_id = ?"
    at = db.execute(sql, [claim_id]).fetchone()[0]
    return None if at is None else str(at)


def fill_in(db: Database, claim_id: int, column: str, value: Any, *, appearance_id: int) -> None:
    """Keep what the claim's first appearance newly tells, while it waits for triage and nothing else was ever told."""
    sql = f"""
        update claims set {column} = :value
        where id = :id and status = 'proposed' and {column} is null
            and :appearance_id = (select min(id) from appearances where claim_id = claims.id)
            and not exists (
                select 1 from history
                where claim_id = claims.id and table_name = 'claims' and old_row ->> :column is not null
            )
    """
    values = {"id": claim_id, "column": column, "value": value, "appearance_id": appearance_id}
    rows.execute(db, sql, values)
