"""Cells of an export that no import reads, such as counts: edits of them are reported, with the command that makes the change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.sheets.cells import unescape_formula
from claimtrack.core.sheets.rewritten import is_rewritten
from claimtrack.core.sheets.sheets import (
    COUNT_COLUMNS,
    EXPORT_ONLY_COLUMNS,
    FILED_AT_COLUMN,
    is_claims_export,
)
from claimtrack.core.texts.printable import brief, numbered, shell_command
from claimtrack.store import edits
from claimtrack.store.reviews import ratings
from claimtrack.workflow.sheets.rows import quote_value

if TYPE_CHECKING:
    from claimtrack.workflow.sheets.changes import Change

_MAX_REPORTED = 10
"""How many edited cells are reported one by one."""
_BRIEF = 60
_ONLY_SHOWN = (*(name for name in EXPORT_ONLY_COLUMNS if name != FILED_AT_COLUMN), "url", "place")
_REMEDIES = {
    "rating": "to give a verdict, use `claimtrack review draft {id} --rating {cell}{scale}`",
    "evidence": "write the web address of a link here, or use `claimtrack link {id} URL`",
    "notes": "write the text of a note here, or use `claimtrack note {id} TEXT`",
    "url": "to record where else it was said, use `claimtrack add` with its words and --source",
    "place": "to record where else it was said, use `claimtrack add` with its words and --source",
}
_DERIVED = "the desk works it out"


def report_left_behind(
    db: Database, headers: Sequence[str], written: Iterable[tuple[int, list[str]]], changes: Sequence[Change]
) -> list[str]:
    """Report what an export of another desk shows of its claims, but an import does not bring along."""
    if not is_claims_export(headers):
        return []
    rows = dict(written)
    return [*_report_new_claims(headers, rows, changes), *_report_shared_claims(db, headers, rows, changes)]


def _report_new_claims(
    headers: Sequence[str], written: Mapping[int, list[str]], changes: Iterable[Change]
) -> Iterator[str]:
    from_elsewhere = {one.line for one in changes if one.is_numbered}
    rows = [row for line, row in written.items() if line in from_elsewhere]
    there = dict.fromkeys(
        header
        for at, header in enumerate(headers)
        if header in EXPORT_ONLY_COLUMNS
        and header != FILED_AT_COLUMN
        and any(_shows_content(header, row[at]) for row in rows)
    )
    if there:
        yield (
            f"The file only shows the {', '.join(there)} of claims that are new here, so these do not come with it. To move a whole "
            "desk, copy its file with `claimtrack backup`"
        )


def _report_shared_claims(
    db: Database, headers: Sequence[str], written: Mapping[int, list[str]], changes: Iterable[Change]
) -> Iterator[str]:
    """Report claims of both desks of which the other has more: whoever closes that desk must know what only it holds."""
    shared = {one.line: one.claim_id for one in changes if one.named is None and one.claim_id is not None}
    held = edits.export_rows(db, shared.values())
    more = [
        line
        for line, claim_id in shared.items()
        if any(
            (_parse_number(cell) or 0) > held[claim_id][name]
            for name, cell in zip(headers, written[line], strict=True)
            if name in COUNT_COLUMNS
        )
    ]
    if more:
        yield (
            f"{numbered('Line', more)}: the other desk has more evidence or notes for these claims, which the file only counts. To bring them, "
            "see docs/partners.md"
        )


def _shows_content(header: str, cell: str) -> bool:
    """Whether a cell shows that there is something: words in place of a count are imported instead."""
    return cell not in ("", "0") and (header not in COUNT_COLUMNS or _parse_number(cell) is not None)


def report_ignored_edits(
    db: Database, headers: Sequence[str], written: Iterable[tuple[int, list[str]]], named: Mapping[int, int]
) -> list[str]:
    """Report the edited cells of an export that no import reads. `named` maps lines to the claims that the rows name.

    A count may differ because the desk changed since the export. So it is only an edit if the row has the claim's current version, or if
    it is higher: then it comes from a copy of the desk in which somebody else worked.
    """
    if not is_claims_export(headers) or not named:
        return []
    there = edits.export_rows(db, named.values())
    reports = [
        f"line {line}: {message}"
        for line, row in written
        if line in named
        for message in _find_ignored_edits(db, dict(zip(headers, row, strict=True)), there[named[line]])
    ]
    more = len(reports) - _MAX_REPORTED
    return reports[:_MAX_REPORTED] + (
        [f"... and {more:,} more cells that cannot be imported"] if more > 0 else []
    )


def _find_ignored_edits(db: Database, row: Mapping[str, str], held: Mapping[str, Any]) -> Iterator[str]:
    is_of_now = row.get("version", "").strip() == str(held["version"])
    for name in _ONLY_SHOWN:
        cell = row.get(name, "").strip()
        if (
            name not in row
            or _is_unedited(cell, held[name])
            or (name in COUNT_COLUMNS and _parse_number(cell) is None)
        ):
            continue
        has_more = name in COUNT_COLUMNS and (_parse_number(cell) or 0) > held[name]
        if is_of_now or has_more or (cell and name in ("rating", "url", "place")):
            values = {"id": held["id"], "cell": shell_command(brief(cell, _BRIEF)), "scale": ""}
            if name == "rating" and (scales := ratings.scales_to_choose(db, cell)):
                values["scale"] = (
                    f" --scale {shell_command(scales[0])}"  # the first: the person replaces it if another is meant
                )
            way = _REMEDIES.get(name, _DERIVED).format_map(values)
            yield f"{name} {quote_value(brief(cell, _BRIEF))} is ignored (the desk has {quote_value(held[name])}): {way}"


def _is_unedited(cell: str, held: Any) -> bool:
    """Whether a cell still has the desk's value, even if a spreadsheet has reformatted it."""
    text = "" if held is None else " ".join(str(held).split())
    told = " ".join(cell.split())
    return text in (told, " ".join(unescape_formula(cell).split())) or is_rewritten(text, told)


def _parse_number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
