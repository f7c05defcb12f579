"""Evidence for or against a claim: a web page or a source in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Stance
from claimtrack.core.steps import SEE_EVIDENCE, Worded
from claimtrack.core.texts.addresses import is_same_page, unescaped_path
from claimtrack.core.texts.cleaning import is_url
from claimtrack.core.texts.printable import shell_command
from claimtrack.store import rows

Row = dict[str, Any]


def add(db: Database, claim_id: int, source: str, *, stance: Stance = Stance.CONTEXT, **told: Any) -> int:
    """Attach a web address or a source in words and return its id. `told` are other columns. Raises InvalidValue if the claim has it already.

    It is marked as retracted if evidence at the address is, or was when the last of it was removed.
    """
    if find(db, claim_id, source) is not None:
        raise InvalidValue(
            f"claim {claim_id} already has this source: {source}. To change it"
            + Worded(
                f": `claimtrack link {claim_id} {shell_command(source)} --stance refutes`",
                ", use “Change” beside it",
            ),
            source,
        )
    row = {"claim_id": claim_id, _source_column(source): source, "stance": stance}
    return rows.insert(db, "evidence", row | told | retraction(db, source))


def retraction(db: Database, source: str | None) -> Row:
    """The day and the note of the retraction with which evidence at this address is marked, or was when the last of it was removed; else nothing."""
    if not source or not is_url(source):
        return {}
    path = unescaped_path(source)
    marked = """
        select url, retracted_on, retracted_note from evidence
        where retracted_on is not null and instr(url, ?)
    """
    return _of_page(db, source, marked, [path]) or _removed_retraction(db, source, path)


def _removed_retraction(db: Database, source: str, path: str) -> Row:
    # Only these conditions let SQLite use the index history_removed_marks.
    removed = """
        select id, old_row ->> 'url' as url, old_row ->> 'retracted_on' as retracted_on, old_row ->> 'retracted_note' as retracted_note
        from history
        where table_name = 'evidence' and operation = 'delete' and old_row ->> 'retracted_on' is not null and instr(old_row ->> 'url', ?)
        order by id desc
    """
    gone = _of_page(db, source, removed, [path])
    if not gone:
        return {}
    # Evidence that is there, or was removed later, has no mark: somebody has taken it back.
    later = """
        select url from evidence where instr(url, :path)
        union all
        select old_row ->> 'url' from history
        where id > :id and +table_name = 'evidence' and operation = 'delete' and instr(old_row ->> 'url', :path)
    """
    values = {"path": path, "id": gone.pop("id")}
    return {} if any(is_same_page(url, source) for (url,) in db.execute(later, values)) else gone


def _of_page(db: Database, source: str, sql: str, values: rows.Values) -> Row:
    """The first of the rows whose `url` leads to the same page, without it; empty if none does."""
    return next(({**row} for row in db.query(sql, values) if is_same_page(row.pop("url"), source)), {})


def same_source(db: Database, evidence_id: int) -> list[Row]:
    """Return all evidence with the address of this one, however it was copied; of a source in words only this one. Raises NotFound."""
    row = get(db, evidence_id)
    if row["url"] is None:
        return [row]
    sql = "select * from evidence where instr(url, ?) order by id"
    found = db.query(sql, [unescaped_path(row["url"])])
    return [one for one in found if is_same_page(one["url"], row["url"])]


def find(db: Database, claim_id: int, source: str) -> int | None:
    """Return the id of the claim's evidence with this address or source in words; None if there is none."""
    sql = f"select id from evidence where claim_id = ? and {_source_column(source)} = ?"
    return rows.fetch_number(db, sql, [claim_id, source])


def _source_column(source: str) -> str:
    return "url" if is_url(source) else "source"


def get(db: Database, evidence_id: int) -> dict[str, Any]:
    """Return the row. Raises NotFound."""
    return rows.get(db, "evidence", evidence_id, "link", SEE_EVIDENCE)


def change(db: Database, evidence_id: int, fields: Mapping[str, Any]) -> None:
    """Change columns of a piece of evidence. Raises Refused if a signed verdict relies on it."""
    rows.update(db, "evidence", evidence_id, fields)


def remove(db: Database, evidence_id: int) -> int:
    """Delete a piece of evidence and return the id of its claim. Raises NotFound."""
    row = get(db, evidence_id)
    rows.delete(db, "evidence", evidence_id)
    return int(row["claim_id"])


def of_claim(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """Return a claim's evidence, in the order in which it was attached."""
    # The columns are named, so that one that another program renamed fails here, not where the link is printed.
    sql = """
        select id, claim_id, url, title, stance, quote, is_primary, archived_url, added_by, created_at, source, retracted_on,
            retracted_note
        from evidence where claim_id = ? order by id
    """
    return list(rows.query(db, sql, [claim_id]))


def by_source(db: Database, claim_id: int) -> dict[str, dict[str, Any]]:
    """Return a claim's evidence by address or source."""
    return {row["url"] or row["source"]: row for row in of_claim(db, claim_id)}
