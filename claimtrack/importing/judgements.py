"""Reads judgements about pairs of claims from a table: the columns a, b and judgement, and a note where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.decisions import PairRuling
from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Judgement
from claimtrack.core.sheets.cells import refuse_formulas
from claimtrack.importing.decisions import column_names, each_ruling, id_of

if TYPE_CHECKING:
    from claimtrack.importing.table import Table

_NEEDED = ("a", "b", "judgement")
_KNOWN = (*_NEEDED, "note")
_MADE = [one for one in Judgement if one is not Judgement.UNJUDGED]


def read_judgements(table: Table) -> list[tuple[int, PairRuling | InvalidValue]]:
    """The judgements of a table, each with its line number; a row without a judgement is left out.

    In the place of a bad line stands what is wrong with it. Raises InvalidValue where the columns are not those of a file of
    judgements.
    """
    names = column_names(table, needed=_NEEDED, known=_KNOWN)
    return each_ruling(
        table,
        names,
        _ruling,
        about=lambda ruling: frozenset((ruling.one, ruling.other)),
        told=lambda ruling: f"claims {ruling.one} and {ruling.other} are judged",
    )


def _ruling(row: dict[str, str]) -> PairRuling | None:
    refuse_formulas(row)
    word = row["judgement"].casefold()
    if not word:
        return None
    if word not in _MADE:
        raise InvalidValue(f"unknown judgement {word[:40]!r}; known are {', '.join(_MADE)}")
    return PairRuling(id_of(row["a"]), id_of(row["b"]), Judgement(word), row.get("note") or None)
