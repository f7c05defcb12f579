"""Words shared by many rows, which people spell in several ways: the tags of claims, the outlets of articles."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from claimtrack.core.texts.folding import alphabetical
from claimtrack.store import rows
from claimtrack.store.names import contains_words


@dataclass(frozen=True, slots=True)
class LabelKind:
    """A kind of label: its noun, what bears it, and the SQL that lists, finds and counts labels and renames one.

    Labels that are equal under the collation `alike` are the same.
    """

    noun: str
    bearer: str
    listed: str
    named: str
    borne: str
    moving: tuple[str, ...]
    alike: str = ""


_OF_TAG = "(select id from tags where name = {})"
TAG = LabelKind(
    "tag",
    "claim",
    "select name, count(*) as claims from claim_tags join tags on tags.id = tag_id group by tag_id",
    "select name from tags where name = ? and id in (select tag_id from claim_tags)",
    "select count(distinct claim_id) from claim_tags join tags on tags.id = tag_id join json_each(?) on name = value",
    (
        "insert into tags (name) values (:new) on conflict (name) do update set name = excluded.name where name <> excluded.name collate binary",
        # Removed and added, as by hand, so that a sheet exported before is compared with the tags of that time.
        f"""
        insert into claim_tags (claim_id, tag_id)
        select claim_id, {_OF_TAG.format(":new")} from claim_tags
        where tag_id = {_OF_TAG.format(":old")} and :old <> :new collate nocase
        on conflict do nothing
        """,
        f"delete from claim_tags where tag_id = {_OF_TAG.format(':old')} and :old <> :new collate nocase",
    ),
    "collate nocase",
)
OUTLET = LabelKind(
    "outlet",
    "article",
    "select outlet as name, count(*) as articles from articles where outlet is not null group by outlet",
    "select outlet from articles where outlet = ?",
    "select count(*) from articles where outlet in (select value from json_each(?))",
    ("update articles set outlet = :new where outlet = :old",),
)
LABELS = {label.noun: label for label in (TAG, OUTLET)}


def listed(db: Database, label: LabelKind, query: str = "") -> list[dict[str, Any]]:
    """Return each label with its former names and how many rows bear it, ignoring accents and case in the order.

    With a query, only labels that contain all its words, or have a former name that does.
    """
    were = former_names(db, label)
    found = [
        {"name": row["name"], "former_names": were.get(row["name"], []), **row}
        for row in db.query(label.listed)
    ]
    asked = [
        row
        for row in found
        if any(contains_words(query, name) for name in (row["name"], *row["former_names"]))
    ]
    return sorted(asked, key=lambda row: alphabetical(row["name"]))


def former_names(db: Database, label: LabelKind) -> dict[str, list[str]]:
    """Return the former names of each label that has any."""
    found: dict[str, list[str]] = {}
    sql = "select current_name, name from former_names where kind = ?"
    for word, name in sorted(db.execute(sql, [label.noun]), key=lambda row: alphabetical(row[1])):
        found.setdefault(word, []).append(name)
    return found


def current_name(db: Database, label: LabelKind, name: str) -> str | None:
    """Return the current label if this is a former name; else None."""
    found = find_former(db, label, name)
    return found[0] if found else None


def find_former(db: Database, label: LabelKind, name: str) -> tuple[str, str] | None:
    """Return the current label and the former name as the desk spells it; None if this is no former name.

    The case of accented letters is ignored, too, if nothing bears the tag.
    """
    names = f"(select id, current_name, name from former_names where kind = '{label.noun}')"
    sql = f"select current_name, name from {names} where name = ? {label.alike}"
    found: tuple[str, str] | None = db.execute(sql, [name]).fetchone()
    if found or label is not TAG or name.isascii() or db.execute(f"{label.named} limit 1", [name]).fetchone():
        return found
    return rows.find_by_name(db, names, name, "current_name, name")


def resolve(db: Database, label: LabelKind, name: str) -> str:
    """Return the current label if this is a former name; else the name itself, whether anything bears it or not."""
    return current_name(db, label, name) or name


def named(db: Database, label: LabelKind, name: str) -> str | None:
    """Return the label as the desk spells it; None if nothing bears it. Case matters for outlets, not for tags."""
    found = db.execute(f"{label.named} limit 1", [name]).fetchone()
    if found is None and label is TAG and (alike := rows.find_by_name(db, "tags", name, "name")):
        found = db.execute(f"{label.named} limit 1", alike).fetchone()
    return found[0] if found else None


def borne(db: Database, label: LabelKind, words: Sequence[str]) -> int:
    """Return how many rows bear one of the labels."""
    return rows.fetch_number(db, label.borne, [json.dumps(words, ensure_ascii=False)]) or 0


def rename(db: Database, label: LabelKind, old: str, new: str) -> None:
    """Rename a label on all rows, and map the old name to the new one for everything filed later.

    The former name is recorded last, so that an undo removes it first, before any row bears the old label again.
    """
    remembering = (
        f"update former_names set current_name = :new where kind = :kind and current_name = :old {label.alike}",
        f"insert into former_names (kind, name, current_name) select :kind, :old, :new where :old <> :new {label.alike}",
    )
    forget_former(db, label, new)
    for sql in (*label.moving, *remembering):
        rows.execute(db, sql, {"kind": label.noun, "old": old, "new": new})


def forget_former(db: Database, label: LabelKind, name: str) -> None:
    """Stop mapping a former name to another label, so that what is filed under it keeps it."""
    sql = f"delete from former_names where kind = ? and name = ? {label.alike}"
    rows.execute(db, sql, [label.noun, name])
