"""Reads and writes claims as sheets show them: one flat row of text each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from claimtrack.core.model import Status
from claimtrack.store import claimants, claims, rows, tags


@dataclass(frozen=True, slots=True)
class EditableClaim:
    """The fields of a claim that an editor may change; None if empty. The tags are sorted by code point.

    `language` is what somebody gave the claim: without it, sheets show that of its article.
    """

    text: str
    claimant: str | None = None
    claimed_on: str | None = None
    status: str | None = None
    priority: str | None = None
    assignee: str | None = None
    due_on: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()


_IN_OTHER_TABLES = ("claimant", "tags")
_OWN_COLUMNS = tuple(name for name in EditableClaim.__annotations__ if name not in _IN_OTHER_TABLES)
"""The fields that are columns of `claims`."""
_CURRENT = f"""
    select {", ".join(f"claims.{name}" for name in _OWN_COLUMNS)}, claim_sheet.claimant, claim_sheet.tags, version
    from claims join claim_sheet on claim_sheet.id = claims.id where claims.id = :id and claim_sheet.id = :id
"""


def exists(db: Database, claim_id: int, filed_at: str | None = None) -> bool:
    """Whether the desk has a claim with this id, filed at this moment if given: else the id is another desk's."""
    sql = "select exists (select 1 from claims where id = ? and created_at = coalesce(?, created_at))"
    return bool(rows.fetch_number(db, sql, [claim_id, filed_at]))


def current(db: Database, claim_id: int) -> tuple[EditableClaim, int] | None:
    """Return the current claim with the id of its last change in history; None if there is none."""
    row = next(rows.query(db, _CURRENT, {"id": claim_id}), None)
    if row is None:
        return None
    version = row.pop("version") or 0
    return EditableClaim(**row | {"tags": tuple(sorted(row["tags"]))}), version


def export_rows(db: Database, claim_ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Return these claims' rows as exported, by id."""
    sql = "select * from claim_sheet where id in (select value from json_each(?))"
    return {row["id"]: row for row in db.query(sql, [json.dumps(list(claim_ids))])}


def as_of(db: Database, claim_id: int, now: EditableClaim, version: int) -> EditableClaim:
    """Return the claim as of that change in history.

    Its claimant has today's name: `names_since` has the others.
    """
    if old := _row_as_of(db, claim_id, version):
        # Changes from before a column existed lack it.
        then: dict[str, Any] = {name: old.get(name) for name in _OWN_COLUMNS}
        now = replace(now, claimant=claimants.standing_name_of(db, old["claimant_id"]), **then)
    return replace(now, tags=_tags_as_of(db, claim_id, now.tags, version))


def names_since(db: Database, claim_id: int, version: int) -> set[str]:
    """Return the names that the claim's claimant as of that change in history has had since."""
    now = rows.fetch_number(db, "select claimant_id from claims where id = ?", [claim_id])
    old = _row_as_of(db, claim_id, version)
    return claimants.names_since(db, old["claimant_id"] if old else now, version)


def languages_shown(db: Database, claim_id: int, version: int) -> set[str]:
    """Return the languages that sheets show for the claim, or may have shown since that change in history, if an article's was corrected."""
    sql = """
        select language from claim_languages where claim_id = :claim_id
        union
        select replace(old_row ->> 'language', '_', '-')
        from (select distinct article_id from appearances where claim_id = :claim_id) as found
        join history on history.table_name = 'articles' and history.row_id = found.article_id
        where history.operation = 'update' and history.id > :version
    """
    languages = db.execute(sql, {"claim_id": claim_id, "version": version})
    return {language for (language,) in languages if language}


def _row_as_of(db: Database, claim_id: int, version: int) -> dict[str, Any] | None:
    """Return the claim's own row as of that change; None if it has not changed since."""
    sql = """
        select old_row from history
        where claim_id = ? and table_name = 'claims' and operation = 'update' and id > ?
        order by id limit 1
    """
    first = db.execute(sql, [claim_id, version]).fetchone()
    return json.loads(first[0]) if first else None


def _tags_as_of(db: Database, claim_id: int, names: tuple[str, ...], version: int) -> tuple[str, ...]:
    """Return the tags as of that change, by undoing later taggings, newest first."""
    sql = """
        select history.operation, tags.name
        from history join tags on tags.id = coalesce(history.new_row, history.old_row) ->> 'tag_id'
        where history.claim_id = ? and history.table_name = 'claim_tags' and history.id > ?
        order by history.id desc
    """
    then = set(names)
    for operation, name in db.execute(sql, [claim_id, version]):
        if operation == "insert":
            then.discard(name)
        else:
            then.add(name)
    return tuple(sorted(then))


def update(db: Database, claim_id: int, changes: Mapping[str, Any]) -> None:
    """Change a claim: its columns in one statement, so that history has one row for them, and its tags.

    As in `claims.set_status`, one that becomes published has met its due day, unless another is given.
    """
    met = {"due_on": None} if changes.get("status") == Status.PUBLISHED else {}
    rows.update(db, "claims", claim_id, met | _columns(db, changes))
    if "tags" in changes:
        tags.replace(db, claim_id, changes["tags"])


def add(db: Database, fields: Mapping[str, Any]) -> int:
    """Insert a claim; the id."""
    columns = _columns(db, fields)
    columns["status"], steps = claims.entry_steps(columns.get("status", Status.OPEN))
    claim_id = rows.insert(db, "claims", columns)
    claims.take_steps(db, claim_id, steps)
    for name in fields.get("tags", ()):
        tags.add(db, claim_id, name)
    return claim_id


def _columns(db: Database, fields: Mapping[str, Any]) -> dict[str, Any]:
    row = {name: value for name, value in fields.items() if name not in _IN_OTHER_TABLES}
    if "claimant" in fields:
        name = fields["claimant"]
        row["claimant_id"] = claimants.get_or_add(db, name) if name else None
    return row
