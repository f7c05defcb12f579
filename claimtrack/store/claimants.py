"""Claimants: who asserted a claim."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.language.capitals import has_name_capitals, is_same_name_respelt, is_set_in_capitals
from claimtrack.core.model import ClaimantKind
from claimtrack.core.texts.cleaning import clean_name
from claimtrack.store import rows

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange


_DEFINITE_ARTICLE = "the "
"""Ignored before a name that the desk only has without it. "The" with a capital is part of the name."""


def all_names_sql(claimant_id: str) -> str:
    """Return SQL for the ids of all names of a claimant, given SQL for the id of any of them."""
    one = f"select standing_id from standing_claimants where id = {claimant_id}"
    return f"select id from standing_claimants where standing_id = ({one})"


def find(db: Database, name: str | None) -> int | None:
    """Return the id of the claimant with this name, ignoring case and a leading "the"; None if there is none."""
    row = _find_row(db, name) if name else None
    return None if row is None else int(row[0])


def standing_id(db: Database, claimant_id: int | None) -> int | None:
    """Return the id of the claimant whose name this is, usually the same id; None for None."""
    return rows.fetch_number(db, "select standing_id from standing_claimants where id = ?", [claimant_id])


def are_one(db: Database, one: int | None, other: int | None) -> bool:
    """Whether two ids are names of one claimant."""
    sql = f"select ? in ({all_names_sql('?')})"
    return None not in (one, other) and bool(rows.fetch_number(db, sql, [other, one]))


def standing_names(db: Database, names: Iterable[str | None]) -> dict[str | None, str | None]:
    """Return the main name for each name: itself, unless it was joined to another, or the desk has it without "the"."""
    standing = {name: name for name in names}
    any_joined = rows.fetch_number(db, "select exists (select 1 from claimants where name_of_id is not null)")
    for name in standing:
        may_be_another = any_joined or (name or "").startswith(_DEFINITE_ARTICLE)
        if may_be_another and (claimant_id := find(db, name)) is not None:
            standing[name] = standing_name_of(db, claimant_id)
    return standing


def standing_name(db: Database, name: str | None) -> str | None:
    """Return the main name of the claimant with this name."""
    return standing_names(db, [name])[name]


def standing_name_of(db: Database, claimant_id: int | None) -> str | None:
    """Return the main name of the claimant whose name this is; None for None."""
    return rows.fetch_text(db, "select name from standing_claimants where id = ?", [claimant_id])


def details_of(db: Database, claim_id: int) -> dict[str, str | None] | None:
    """Return the kind, role and address of a claim's claimant, which a verdict on it contains besides the name; None without a claimant."""
    sql = """
        select claimants.kind, claimants.role, claimants.url from claims
        join standing_claimants as named on named.id = claims.claimant_id join claimants on claimants.id = standing_id
        where claims.id = ?
    """
    return next(iter(db.query(sql, [claim_id])), None)


def names_by_id(db: Database, ids: Iterable[int]) -> dict[int, str]:
    """Return the names of these claimants by id."""
    sql = "select id, name from claimants where id in (select value from json_each(?))"
    return dict(db.execute(sql, [json.dumps(list(ids))]).fetchall())


def names_since(db: Database, claimant_id: int | None, version: int = 0) -> set[str]:
    """Return every name and spelling under which the claimant was shown since that change in history."""
    sql = """
        with stood (id) as (
            select standing_id from standing_claimants where id = :id
            union
            select coalesce(old_row ->> 'name_of_id', row_id) from history
            where table_name = 'claimants' and row_id = :id and operation = 'update' and id > :version
        )
        select name from claimants where id in stood
        union all
        select old_row ->> 'name' from history
        where table_name = 'claimants' and row_id in stood and operation = 'update' and id > :version
    """
    return {row[0] for row in db.execute(sql, {"id": claimant_id, "version": version})}


def get_or_add(
    db: Database,
    name: str,
    kind: ClaimantKind = ClaimantKind.UNKNOWN,
    *,
    role: str | None = None,
    url: str | None = None,
) -> int:
    """Return the id of the claimant with this name, as `find` does, added if new.

    An unknown kind and a missing role or address are filled in; known values are kept. So is the
    spelling of the name, unless it was all in capitals so far.
    Raises InvalidValue for a name that is empty or too long.
    """
    name = clean_name(name)
    if not name:
        raise InvalidValue("a claimant needs a name")
    row = _find_row(db, name)
    if row is None:
        return rows.insert(db, "claimants", {"name": name, "kind": kind, "role": role, "url": url})
    filled = (kind if row[1] == ClaimantKind.UNKNOWN else row[1], row[2] or role, row[3] or url)
    if filled != row[1:4]:
        rows.update(db, "claimants", row[0], dict(zip(("kind", "role", "url"), filled, strict=True)))
    is_better = is_set_in_capitals(row[4], is_person=filled[0] == ClaimantKind.PERSON) and has_name_capitals(
        name
    )
    if is_better and is_same_name_respelt(row[4], name):
        with suppress(Refused):  # while a verdict under this name is approved but not yet published
            respell(db, name)
    return int(row[0])


def filled_in(db: Database, written: Iterable[HistoryRange]) -> dict[str, list[str]]:
    """Return the roles and addresses that these changes gave to claimants who were on the desk before: name -> what is new."""
    sql = """
        select new_row ->> 'name', operation = 'insert',
            nullif(new_row ->> 'role', old_row ->> 'role'), nullif(new_row ->> 'url', old_row ->> 'url')
        from history where id > ? and id <= ? and +table_name = 'claimants' and operation in ('insert', 'update') order by id
    """
    new: set[str] = set()
    found: dict[str, list[str]] = {}
    for part in written:
        for name, is_new, *filled in db.execute(sql, part):
            if is_new:
                new.add(name)
            elif name not in new and any(filled):
                found.setdefault(name, []).extend(filter(None, filled))
    return found


def add_copy(db: Database, name: str, claimant_id: int) -> None:
    """Add a claimant with a new name and the kind, role and address of an existing one."""
    sql = (
        "insert into claimants (name, kind, role, url) select ?, kind, role, url from claimants where id = ?"
    )
    rows.execute(db, sql, [clean_name(name), claimant_id])


def respell(db: Database, name: str) -> str | None:
    """Change the spelling of a claimant's name to this one, and return the former spelling; None if nothing changes.

    Raises Refused while a verdict under this name is approved but not yet published.
    """
    name = clean_name(name)
    row = _find_exact_row(db, name)
    if row is None or row[4] == name:
        return None
    rows.update(db, "claimants", row[0], {"name": name})
    return str(row[4])


def get_details(db: Database, claimant_id: int) -> dict[str, Any]:
    """Return the kind, role and address of a claimant. Raises NotFound."""
    row = rows.get(db, "claimants", claimant_id, "claimant", "the page of a claim leads to its speaker")
    return {name: row[name] for name in ("kind", "role", "url")}


def describe(db: Database, claimant_id: int, columns: Mapping[str, str | None]) -> None:
    """Change columns of a claimant. Raises Refused for the kind while a verdict under the name is approved but not yet published."""
    rows.update(db, "claimants", claimant_id, columns)


def _find_row(db: Database, name: str) -> tuple[Any, ...] | None:
    """Return id, kind, role, address and spelling of the claimant with this name; `ingest` files "the operator" as "operator"."""
    row = _find_exact_row(db, name)
    return row or (
        _find_exact_row(db, name.removeprefix(_DEFINITE_ARTICLE))
        if name.startswith(_DEFINITE_ARTICLE)
        else None
    )


def _find_exact_row(db: Database, name: str) -> tuple[Any, ...] | None:
    """Return the same for exactly this name, ignoring case."""
    return rows.find_by_name(db, "claimants", name, "id, kind, role, url, name")
