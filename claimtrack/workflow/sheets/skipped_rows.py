"""Notices about the rows of a sheet that are no claim, and are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.texts.printable import MOST_SHOWN, brief, list_some, numbered

if TYPE_CHECKING:
    from collections.abc import Mapping


def report_dividers(rows: Mapping[int, object]) -> str:
    """Report the rows that are skipped as headings or rules between claims."""
    return f"{numbered('Line', [*rows])}: skipped, as a heading or rule between claims"


def report_totals(rows: Mapping[int, Mapping[str, str]]) -> str:
    """Report the rows that are left out because they only sum up columns."""
    texts = list_some(
        dict.fromkeys(repr(brief(cells["text"].strip(), MOST_SHOWN)) for cells in rows.values())
    )
    return f"{numbered('Line', [*rows])}: left out, as a sum and no claim ({texts})"


def report_empty_claims(rows: Mapping[int, Mapping[str, str]]) -> str:
    """Report the rows that are skipped because their text has no words."""
    texts = dict.fromkeys(cells.get("text", "").strip() for cells in rows.values())
    shown = brief(list_some(filter(None, texts)) or "empty", MOST_SHOWN)
    which = "this row is" if len(rows) == 1 else f"these {len(rows):,} rows are"
    return f"{numbered('Line', [*rows])}: no words in the text ({shown}), so {which} left out"
