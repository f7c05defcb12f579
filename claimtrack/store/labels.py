"""Words that stand on many rows and that people spell in several ways: the tags on claims, the outlets of articles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.texts.folding import folded
from claimtrack.store import rows
from claimtrack.store.file.errors import translated
from claimtrack.store.names import holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of such words: what it is called, what bears it, and the SQL that lists, finds and counts the words and gives a new one."""

    noun: str
    bearer: str
    listed: str
    named: str
    borne: str
    moving: tuple[str, ...]


_OF_TAG = "(select id from tags where name = {})"
TAG = Label(
    "tag",
    "claim",
    "select name, count(*) as claims from claim_tags join tags on tags.id = tag_id group by tag_id",
    "select name from tags where name = ? and id in (select tag_id from claim_tags)",
    "select count(distinct claim_id) from claim_tags join tags on tags.id = tag_id join json_each(?) on name = value",
    (
        "insert into tags (name) values (:new) on conflict (name) do update set name = excluded.name where name <> excluded.name collate binary",
        # Taken off and put on, as by hand: so a sheet that was exported before is compared with what stood there then.
        f"""
        insert into claim_tags (claim_id, tag_id)
        select claim_id, {_OF_TAG.format(":new")} from claim_tags
        where tag_id = {_OF_TAG.format(":old")} and :old <> :new collate nocase
        on conflict do nothing
        """,
        f"delete from claim_tags where tag_id = {_OF_TAG.format(':old')} and :old <> :new collate nocase",
    ),
)
OUTLET = Label(
    "outlet",
    "article",
    "select outlet as name, count(*) as articles from articles where outlet is not null group by outlet",
    "select outlet from articles where outlet = ?",
    "select count(*) from articles where outlet in (select value from json_each(?))",
    ("update articles set outlet = :new where outlet = :old",),
)


def listed(db: Database, label: Label, query: str = "") -> list[dict[str, Any]]:
    """Each word with how many bear it, those that differ in an accent or a capital side by side; of a query, those that hold all of it."""
    found = [row for row in db.query(label.listed) if holds(query, row["name"])]
    return sorted(found, key=lambda row: (folded(row["name"]), row["name"]))


def named(db: Database, label: Label, name: str) -> str | None:
    """The word as the desk spells it; None where nothing bears it. Capitals make no other tag, and another outlet."""
    found = db.execute(f"{label.named} limit 1", [name]).fetchone()
    return found[0] if found else None


def borne(db: Database, label: Label, words: Sequence[str]) -> int:
    """How many bear one of the words."""
    return rows.number(db, label.borne, [json.dumps(words, ensure_ascii=False)]) or 0


def move(db: Database, label: Label, old: str, new: str) -> None:
    """Let all that bear the old word bear the new one, once."""
    with translated():
        for sql in label.moving:
            db.execute(sql, {"old": old, "new": new})
