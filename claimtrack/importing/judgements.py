"""Reads judgements of pairs of claims from a table: the columns a, b and judgement, and any others of `duplicates`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.desk.decisions import PairRuling
from claimtrack.core.model import Judgement
from claimtrack.core.sheets.cells import refuse_formulas
from claimtrack.importing.decisions import column_names, each_ruling, parse_choice, parse_id

if TYPE_CHECKING:
    from claimtrack.core.errors import InvalidValue
    from claimtrack.importing.table import Table

READ = ("a", "b", "judgement", "note")
"""The columns that are read; all but the last are required."""
PRINTED = {"left_id": "a", "right_id": "b"}
"""The names of two of them in the output of `duplicates`."""
SHOWN = (
    "id", "suggestion", "score", "left_text", "left_claimant", "right_text", "right_claimant", "reasons", "differences",
)  # fmt: skip
"""The columns of `duplicates` that only inform, or show which words were judged: they may stay in the file."""
_MADE = [one for one in Judgement if one is not Judgement.UNJUDGED]


def read_judgements(table: Table) -> list[tuple[int, PairRuling | InvalidValue]]:
    """The judgements of a table, each with its line number; a row without a judgement is left out.

    A bad line is represented by its error. Raises InvalidValue if the columns are not those of a file of judgements.
    """
    names = column_names(table, needed=READ[:3], known=READ + SHOWN, printed=PRINTED)
    return each_ruling(
        table,
        names,
        _read_ruling,
        about=lambda ruling: frozenset((ruling.one, ruling.other)),
        told=lambda ruling: f"claims {ruling.one} and {ruling.other} are judged",
    )


def _read_ruling(row: dict[str, str]) -> PairRuling | None:
    refuse_formulas({name: row[name] for name in READ if name in row})
    if not row["judgement"]:
        return None
    judgement = parse_choice(row["judgement"], _MADE, "judgement")
    shown = (row.get("left_text") or None, row.get("right_text") or None)
    return PairRuling(parse_id(row["a"]), parse_id(row["b"]), judgement, row.get("note") or None, shown)
