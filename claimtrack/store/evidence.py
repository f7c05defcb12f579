"""Evidence: links that speak for or against a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Stance
from claimtrack.store import rows
from claimtrack.store.file.errors import translated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database


def add(
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
    if find(db, claim_id, url) is not None:
        raise InvalidValue(
            f"claim {claim_id} already has this link: {url}. To change it: `claimtrack link {claim_id} {url} --stance refutes`",
            url,
        )
    sql = """
        insert into evidence (claim_id, url, stance, title, archived_url, is_primary, added_by)
        values (?, ?, ?, ?, ?, ?, ?)
    """
    with translated():
        added = db.execute(sql, [claim_id, url, stance, title, archived_url, is_primary, added_by])
    return int(added.lastrowid or 0)


def has(db: Database, claim_id: int, url: str) -> bool:
    """Whether the claim has this link."""
    return find(db, claim_id, url) is not None


def find(db: Database, claim_id: int, url: str) -> int | None:
    """The id of the claim's link to an address; None where it has none."""
    row = db.execute("select id from evidence where claim_id = ? and url = ?", [claim_id, url]).fetchone()
    return row[0] if row else None


def get(db: Database, evidence_id: int) -> dict[str, Any]:
    """The link's row. Raises NotFound."""
    remedy = "see `claimtrack export csv evidence`"
    return rows.get(db, "evidence", evidence_id, "link", remedy)


def change(db: Database, evidence_id: int, fields: Mapping[str, Any]) -> None:
    """Change what is told of a link. Raises Refused where a signed verdict rests on it."""
    rows.update(db, "evidence", evidence_id, fields)


def remove(db: Database, evidence_id: int) -> int:
    """Delete a link; the id of its claim. Raises NotFound."""
    row = get(db, evidence_id)
    with translated():
        db.execute("delete from evidence where id = ?", [evidence_id])
    return int(row["claim_id"])


def of_claim(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """A claim's links, in the order they were attached."""
    return list(db.query("select * from evidence where claim_id = ? order by id", [claim_id]))
