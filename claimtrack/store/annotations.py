"""What people attach to a claim: evidence, notes, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.core.model import Stance
from claimtrack.store.errors import translated

if TYPE_CHECKING:
    from sqlite_utils import Database


def add_evidence(
    db: Database,
    claim_id: int,
    url: str,
    *,
    stance: Stance = Stance.CONTEXT,
    title: str | None = None,
    archived_url: str | None = None,
    is_primary: bool | None = None,
    added_by: str | None = None,
) -> int:
    """Attach a link; the id. Raises InvalidValue when the claim has that link already."""
    if _evidence_id(db, claim_id, url) is not None:
        raise InvalidValue(f"claim {claim_id} has this link already: {url}")
    sql = """
        insert into evidence (claim_id, url, stance, title, archived_url, is_primary, added_by)
        values (?, ?, ?, ?, ?, ?, ?)
    """
    with translated():
        added = db.execute(sql, [claim_id, url, stance, title, archived_url, is_primary, added_by])
    return int(added.lastrowid or 0)


def has_evidence(db: Database, claim_id: int, url: str) -> bool:
    """Whether the claim has this link."""
    return _evidence_id(db, claim_id, url) is not None


def _evidence_id(db: Database, claim_id: int, url: str) -> int | None:
    row = db.execute("select id from evidence where claim_id = ? and url = ?", [claim_id, url]).fetchone()
    return row[0] if row else None


def add_note(db: Database, claim_id: int, body: str, *, author: str | None) -> int:
    """Write a note; the id."""
    with translated():
        added = db.execute(
            "insert into notes (claim_id, body, author) values (?, ?, ?)", [claim_id, body, author]
        )
    return int(added.lastrowid or 0)


def add_tag(db: Database, claim_id: int, name: str) -> bool:
    """Tag a claim; False when it has the tag already."""
    with translated():
        db.execute("insert into tags (name) values (?) on conflict (name) do nothing", [name])
        tag_id = db.execute("select id from tags where name = ?", [name]).fetchone()[0]
        added = db.execute(
            "insert into claim_tags (claim_id, tag_id) values (?, ?) on conflict do nothing",
            [claim_id, tag_id],
        )
    return added.rowcount > 0


def remove_tag(db: Database, claim_id: int, name: str) -> None:
    """Take a tag off a claim. Raises NotFound when the claim does not have it."""
    sql = "delete from claim_tags where claim_id = ? and tag_id = (select id from tags where name = ?)"
    with translated():
        if db.execute(sql, [claim_id, name]).rowcount == 0:
            raise NotFound(f"claim {claim_id} has no tag {name!r}")


def evidence_of(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """A claim's links, in the order they were attached."""
    return list(db.query("select * from evidence where claim_id = ? order by id", [claim_id]))


def notes_of(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """A claim's notes, oldest first."""
    return list(db.query("select * from notes where claim_id = ? order by id", [claim_id]))


def tags_of(db: Database, claim_id: int) -> list[str]:
    """A claim's tags in alphabetical order."""
    sql = """
        select tags.name from claim_tags join tags on tags.id = claim_tags.tag_id
        where claim_tags.claim_id = ? order by tags.name
    """
    return [row[0] for row in db.execute(sql, [claim_id])]
