"""Evidence for or against a claim: a web page or a source in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Stance
from claimtrack.core.steps import SEE_EVIDENCE, Worded
from claimtrack.core.texts.addresses import is_same_page, unescaped_path
from claimtrack.core.texts.cleaning import is_url
from claimtrack.core.texts.printable import shell_command
from claimtrack.store import rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlite_utils import Database

Row = dict[str, Any]

# By the ids that are gone, which an index has: evidence is seldom removed.
_REMOVED = """
    select * from history where table_name = 'evidence' and row_id not in (select id from evidence) and operation = 'delete'
"""


def add(db: Database, claim_id: int, source: str, *, stance: Stance = Stance.CONTEXT, **told: Any) -> int:
    """Attach a web address or a source in words and return its id. `told` are other columns. Raises InvalidValue if the claim has it already.

    If evidence at the address is marked as retracted, so is this.
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
    """The day and the note of the retraction with which evidence at this address is marked; nothing if there is none."""
    sql = "select url, retracted_on, retracted_note from evidence where retracted_on is not null and url is not null"
    marks = (
        [row for row in db.query(sql) if is_same_page(row.pop("url"), source)]
        if source and is_url(source)
        else []
    )
    return marks[0] if marks else {}


def removed_with_mark(db: Database) -> list[str]:
    """The addresses of evidence that was marked as retracted when it was removed."""
    sql = f"select distinct old_row ->> 'url' from ({_REMOVED}) where old_row ->> 'retracted_on' is not null"
    return [url for (url,) in db.execute(sql) if url]


def removed_retraction(db: Database, source: str, among: Sequence[str] | None = None) -> Row:
    """The day and the note of the retraction with which evidence at this address was marked when it was removed, if no claim has it now.

    Who asks for many addresses gives those that `removed_with_mark` found: it takes long to look for each.
    """
    if not is_url(source) or (among is not None and not any(is_same_page(url, source) for url in among)):
        return {}
    path = unescaped_path(source)
    sql = f"""
        select old_row ->> 'url' as url, old_row ->> 'retracted_on' as retracted_on, old_row ->> 'retracted_note' as retracted_note
        from ({_REMOVED}) where instr(old_row ->> 'url', ?) order by id desc
    """
    gone = next((row for row in db.query(sql, [path]) if is_same_page(row.pop("url"), source)), {})
    if not gone.get("retracted_on"):
        return {}  # the usual case: what the desk has now need not be read
    here = db.execute("select url from evidence where instr(url, ?)", [path])
    return {} if any(is_same_page(url, source) for (url,) in here) else gone


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
