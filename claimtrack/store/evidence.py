"""Evidence: links that speak for or against a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Stance
from claimtrack.store import rows

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
            f"claim {claim_id} already has this link: {url}. To change it: `claimtrack link {claim_id} {url} --stance refutes`"
        )
    row = {
        "claim_id": claim_id,
        "url": url,
        "stance": stance,
        "title": title,
        "archived_url": archived_url,
        "is_primary": is_primary,
        "added_by": added_by,
    }
    return rows.insert(db, "evidence", row)


def has(db: Database, claim_id: int, url: str) -> bool:
    """Whether the claim has this link."""
    return find(db, claim_id, url) is not None


def find(db: Database, claim_id: int, url: str) -> int | None:
    """The id of the claim's link to an address; None where it has none."""
    return rows.number(db, "select id from evidence where claim_id = ? and url = ?", [claim_id, url])


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
    rows.delete(db, "evidence", evidence_id)
    return int(row["claim_id"])


def of_claim(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """A claim's links, in the order they were attached."""
    return list(db.query("select * from evidence where claim_id = ? order by id", [claim_id]))
