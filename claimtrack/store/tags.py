"""Tags on claims."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlite_utils import Database

from claimtrack.core.errors import NotFound
from claimtrack.core.steps import Worded
from claimtrack.core.texts.printable import MOST_SHOWN, brief
from claimtrack.store import labels, rows


def resolve(db: Database, name: str) -> str:
    """Return the tag that a name means, as the desk spells it: a former name gives the current one, and case is ignored."""
    name = labels.resolve(db, labels.TAG, name)
    found = rows.find_by_name(db, "tags", name, "name")
    return found[0] if found else name


def resolve_all(db: Database, names: Iterable[str]) -> tuple[str, ...]:
    """Return the tags that these names mean, each once, sorted by code point."""
    return tuple(sorted({resolve(db, name) for name in names}))


def add(db: Database, claim_id: int, name: str) -> bool:
    """Tag a claim; False if it has the tag already."""
    tagged = "insert into claim_tags (claim_id, tag_id) select ?, id from tags where name = ? on conflict do nothing"
    name = resolve(db, name)
    if rows.execute(db, tagged, [claim_id, name]).rowcount > 0:
        return True  # most tags are known
    rows.execute(db, "insert into tags (name) values (?) on conflict (name) do nothing", [name])
    return rows.execute(db, tagged, [claim_id, name]).rowcount > 0


def get_or_add(db: Database, names: Iterable[str]) -> dict[str, int]:
    """Return the ids of the tags that these names mean, added if new."""
    meant = {name: resolve(db, name) for name in dict.fromkeys(names)}
    sql = "insert into tags (name) select value from json_each(?) where true on conflict (name) do nothing"
    told = json.dumps(list(dict.fromkeys(meant.values())), ensure_ascii=False)
    rows.execute(db, sql, [told])
    known = "select value, tags.id from json_each(?) join tags on tags.name = value"
    ids = dict(db.execute(known, [told]).fetchall())
    return {name: ids[tag] for name, tag in meant.items()}


def remove(db: Database, claim_id: int, name: str) -> None:
    """Remove a tag from a claim. Raises NotFound if the claim does not have it."""
    sql = "delete from claim_tags where claim_id = ? and tag_id = (select id from tags where name = ?)"
    if rows.execute(db, sql, [claim_id, resolve(db, name)]).rowcount == 0:
        raise NotFound(
            f"claim {claim_id} has no tag {brief(name, MOST_SHOWN)!r}: "
            + Worded(f"`claimtrack show {claim_id}` lists its tags", "its page lists them")
        )


def replace(db: Database, claim_id: int, names: Iterable[str]) -> None:
    """Give a claim exactly these tags."""
    before, after = set(of_claim(db, claim_id)), set(resolve_all(db, names))
    for name in sorted(before - after):
        remove(db, claim_id, name)
    for name in sorted(after - before):
        add(db, claim_id, name)


def of_claim(db: Database, claim_id: int) -> list[str]:
    """Return a claim's tags in alphabetical order."""
    sql = """
        select tags.name from claim_tags join tags on tags.id = claim_tags.tag_id
        where claim_tags.claim_id = ? order by tags.name
    """
    return [row[0] for row in db.execute(sql, [claim_id])]
