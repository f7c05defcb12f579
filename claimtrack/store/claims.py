"""Claims: the rows to which everything else belongs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlite_utils import Database

from claimtrack.core.errors import NotFound
from claimtrack.core.model import Priority, Statement, Status
from claimtrack.core.steps import SEE_CLAIMS
from claimtrack.store import rows
from claimtrack.store.statuses import refuse_step

if TYPE_CHECKING:
    import sqlite3


FIRST_DAY_SQL = """(
    select min(day) from (
        select claims.claimed_on as day
        union all select said_on from appearances where appearances.claim_id = claims.id
    )
)"""
"""SQL for the first day on which a row of `claims` is known to have been made."""


def claimant(claims: str) -> str:
    """Return SQL for the main name of the claimant of a row of `claims`."""
    return f"(select name from standing_claimants where standing_claimants.id = {claims}.claimant_id)"


def seen_on(claims: str) -> str:
    """Return SQL for the day of the first dated article with a row of `claims`, if the claim itself has no day.

    It steps from article to article by the index, since one may quote the claim ten thousand times and have no date.
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
    """Return SQL for the columns of a row of `claims` that make a `Statement`: text, claimant and two days."""
    return f"{claims}.text, {claimant(claims)}, {claims}.claimed_on, {seen_on(claims)}"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as stored; `version` is the id of its last change in history.

    `claimant` is the claimant's main name; `claimant_id` is the name under which it was filed. `seen_on` is
    the day of the first article that has it, if it has no day itself. `language` is what somebody gave it: without, it has its article's.
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
    language: str | None

    @property
    def statement(self) -> Statement:
        """What the matcher compares of it."""
        return Statement(self.text, self.claimant, self.claimed_on, self.seen_on)


_COMPUTED = {
    "claimant": claimant("claims"),
    "version": "(select coalesce(max(history.id), 0) from history where history.claim_id = claims.id)",
    "seen_on": seen_on("claims"),
}
"""The fields of a `ClaimRow` that are no columns of `claims`, with their SQL."""
_ROW = ", ".join(
    f"{_COMPUTED[name]} as {name}" if name in _COMPUTED else name for name in ClaimRow.__annotations__
)

_LATE_STATUSES = (Status.IN_REVIEW, Status.PUBLISHED)
"""Statuses after the check of a claim, in order."""


class Wording(NamedTuple):
    """One wording of a claim, with what is needed to recognise repeats: who said it, and when it was said or seen."""

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
    language: str | None = None,
) -> int:
    """Insert a claim and return its id."""
    first, steps = entry_steps(status)
    said = {"text": text, "claimant_id": claimant_id, "claimed_on": claimed_on, "language": language}
    claim_id = rows.insert(db, "claims", said | {"status": first, "score": score})
    take_steps(db, claim_id, steps)
    return claim_id


def entry_steps(status: Status) -> tuple[Status, tuple[Status, ...]]:
    """Return the status with which to insert a claim, and the steps from there to this one: the database lets no step be skipped."""
    if status not in _LATE_STATUSES:
        return status, ()
    return Status.CHECKING, _LATE_STATUSES[: _LATE_STATUSES.index(status) + 1]


def take_steps(db: Database, claim_id: int, steps: Iterable[Status]) -> None:
    """Move a claim through these statuses."""
    for step in steps:
        update(db, claim_id, status=step)


def get(db: Database, claim_id: int) -> ClaimRow:
    """Return the claim. Raises NotFound."""
    row = next(db.query(f"select {_ROW} from claims where id = ?", [claim_id]), None)
    if row is None:
        raise unknown_claim(claim_id)
    return ClaimRow(**row | {"status": Status(row["status"]), "priority": Priority(row["priority"])})


def unknown_claim(claim_id: int) -> NotFound:
    """Return the error for an id that no claim has."""
    return NotFound(f"there is no claim {claim_id}: " + SEE_CLAIMS)


def newest_id(db: Database) -> int:
    """Return the highest id that a claim has or had; 0 on a new desk. The next one is free."""
    sql = "select max(coalesce(max(id), 0), coalesce((select seq from sqlite_sequence where name = 'claims'), 0)) from claims"
    return rows.fetch_number(db, sql) or 0


_WORDING_COLUMNS = f"claims.id, {statement_sql('claims')} from claims"


def added_since(db: Database, claim_id: int) -> Iterator[Wording]:
    """Yield the claims added after that id."""
    yield from map(
        Wording._make, db.execute(f"select {_WORDING_COLUMNS} where id > ? order by id", [claim_id])
    )


def find_by_text(db: Database, texts: Iterable[str]) -> Iterator[Wording]:
    """Yield the claims whose text is exactly one of these."""
    sql = f"select {_WORDING_COLUMNS} where text in (select value from json_each(?)) order by id"
    yield from map(Wording._make, db.execute(sql, [json.dumps(list(texts))]))


def get_wordings(db: Database, claim_ids: Iterable[int]) -> Iterator[Wording]:
    """Yield these claims by id."""
    sql = f"select {_WORDING_COLUMNS} where id in (select value from json_each(?)) order by id"
    yield from map(Wording._make, db.execute(sql, [json.dumps(list(claim_ids))]))


def same_text_pairs(conn: sqlite3.Connection, claim_ids: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield each of these claims paired with every claim that has exactly the same text, including itself."""
    sql = """
        select one.id, other.id from claims as one join claims as other on other.text = one.text
        where one.id in (select value from json_each(?)) order by one.id, other.id
    """
    yield from conn.execute(sql, [json.dumps(list(claim_ids))])


def language(db: Database, claim_id: int) -> str | None:
    """Return the code of the claim's language: its own, or that of the first article in which it was found; None if unknown."""
    return rows.fetch_text(db, "select language from claim_languages where claim_id = ?", [claim_id])


def known_languages(db: Database, claim_ids: Iterable[int]) -> dict[int, str]:
    """Return the codes of the languages of those of these claims whose language is known, by id."""
    sql = """
        select claim_id, language from claim_languages
        where claim_id in (select value from json_each(?)) and language is not null
    """
    return dict(db.execute(sql, [json.dumps(list(claim_ids))]))


def first_day(db: Database, claim_id: int) -> str | None:
    """Return the first day on which the claim is known to have been made; None if unknown."""
    return rows.fetch_text(db, f"select {FIRST_DAY_SQL} from claims where id = ?", [claim_id])


def set_status(db: Database, claim_id: int, status: Status, *, due_on: str | None = None) -> None:
    """Change a claim's status. Raises NotFound, or InvalidTransition that names the possible statuses.

    A claim that becomes published has met its due day, and is due again on the day `due_on`, if that is given.
    """
    refuse_step(db, claim_id, get(db, claim_id).status, status)
    update(db, claim_id, status=status, **({"due_on": due_on} if status is Status.PUBLISHED else {}))


def update(db: Database, claim_id: int, **columns: Any) -> None:
    """Change columns of a claim in one statement; its appearances keep their quotes.

    Raises NotFound, and Refused if a signed verdict covers what would change. `due_on` and `claimed_on` are ISO dates.
    """
    if not rows.update(db, "claims", claim_id, columns):
        raise unknown_claim(claim_id)


def signed_at(db: Database, claim_id: int) -> str | None:
    """Return when a second person signed a verdict on the current claim (UTC); None if nobody did, or it is being corrected.

    From then on its text and its evidence can only change by a correction.
    """
    return rows.fetch_text(db, "select max(signed_at) from signed_reviews where claim_id = ?", [claim_id])


def signed_rows(db: Database, claim_id: int) -> dict[str, list[int]]:
    """Return the ids of the evidence and the appearances on which signed verdicts on the claim rest, by their table."""
    sql = "select row_id from signed_rows where claim_id = ? and table_name = ?"
    return {table: rows.fetch_numbers(db, sql, [claim_id, table]) for table in ("evidence", "appearances")}


def fill_in(db: Database, claim_id: int, column: str, value: Any, *, appearance_id: int) -> None:
    """Fill in a column from the claim's first appearance, if the claim awaits triage and the column never had a value."""
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
