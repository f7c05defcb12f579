"""Reads triage decisions from a table: the columns id and decision, and any others of the queue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.errors import InvalidValue
from claimtrack.core.sheets.cells import refuse_formulas

if TYPE_CHECKING:
    from claimtrack.importing.table import Table

_R = TypeVar("_R")
_W = TypeVar("_W", bound=StrEnum)
READ = ("id", "decision", "text", "speaker", "quote", "other", "note")
"""The columns that are read; all but the first two may be missing."""
SHOWN = ("score", "kind", "reasons", "flags", "resembles", "matches", "url", "dropped", "version")
"""The columns of `triage --list` that only inform: they may stay in the file. The last is the claim's version when it was printed."""

_DIGITS = 18
"""The largest number of digits of an id in SQLite."""


def read_decisions(table: Table) -> list[tuple[int, Ruling | InvalidValue]]:
    """The decisions of a table, each with its line number; a row without a decision is left out.

    A bad line is represented by its error. Raises InvalidValue if the columns are not those of a file of decisions, UnreadableSource for
    a broken row, after which the meaning of the lines is unclear.
    """
    names = column_names(table, needed=READ[:2], known=READ + SHOWN)
    return each_ruling(
        table,
        names,
        _read_ruling,
        about=lambda ruling: ruling.claim_id,
        told=lambda ruling: f"claim {ruling.claim_id} is decided on",
    )


def each_ruling(
    table: Table,
    names: Sequence[str],
    ruling_of: Callable[[dict[str, str]], _R | None],
    *,
    about: Callable[[_R], Hashable],
    told: Callable[[_R], str],
) -> list[tuple[int, _R | InvalidValue]]:
    """Parse the ruling of each row, with its line number, or its error; a second ruling `about` the same is an error in the words of `told`."""
    read: list[tuple[int, _R | InvalidValue]] = []
    ruled: dict[Hashable, int] = {}
    for line, cells in table.rows:
        try:
            ruling = ruling_of(cells_by_column(names, cells))
            if ruling and (before := ruled.setdefault(about(ruling), line)) != line:
                read.append((line, InvalidValue(f"{told(ruling)} already, in line {before}")))
            elif ruling:
                read.append((line, ruling))
        except InvalidValue as error:
            read.append((line, error))
    return read


def column_names(
    table: Table, *, needed: Sequence[str], known: Collection[str], printed: Mapping[str, str] | None = None
) -> list[str]:
    """The names of a table's columns in lower case; `printed` maps printed names to those used here.

    Raises InvalidValue for a missing, unknown or duplicate name.
    """
    names = [name.strip().casefold() for name in table.headers]
    names = [(printed or {}).get(name, name) for name in names]
    counts = Counter(filter(None, names))
    named = ", ".join(counts)[:200]
    if missing := [name for name in needed if name not in counts]:
        raise InvalidValue(
            f"there is no column {' and no column '.join(missing)}: the first line has {named or 'none'}, and should be like {','.join(needed)}"
        )
    if unknown := [name for name in counts if name not in known]:
        raise InvalidValue(f"unknown column {', '.join(unknown)}. Known columns: {', '.join(known)}")
    if twice := [name for name, count in counts.items() if count > 1]:
        raise InvalidValue(f"two columns are called {' and two '.join(twice)}: leave one of them out")
    return names


def cells_by_column(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """The cells by column. Spreadsheets may add columns without a name; raises InvalidValue if one has contents."""
    stray = [cell for name, cell in zip(names, cells, strict=True) if cell.strip() and not name]
    if stray:
        raise InvalidValue(f"{stray[0][:40]!r} is in a column without a name")
    return {name: cell.strip() for name, cell in zip(names, cells, strict=True)}


def _read_ruling(row: dict[str, str]) -> Ruling | None:
    refuse_formulas({name: row[name] for name in READ if name in row})
    if not row["decision"]:
        return None
    decision, other = parse_choice(row["decision"], Decision, "decision"), row.get("other")
    if decision is Decision.DUPLICATE and not other:
        raise InvalidValue("a duplicate needs the id of the claim it repeats in the column other")
    if decision is Decision.EDIT and not any(row.get(name) for name in ("text", "speaker", "quote")):
        raise InvalidValue("an edit needs a text, a speaker or a quote")
    return Ruling(
        claim_id=parse_id(row["id"]),
        decision=decision,
        text=row.get("text") or None,
        speaker=row.get("speaker") or None,
        quote=row.get("quote") or None,
        other=parse_id(other) if other else None,
        note=row.get("note") or None,
        version=_version(row.get("version")),
    )


def _version(written: str | None) -> int | None:
    try:
        return parse_id(written) if written else None
    except InvalidValue:
        raise InvalidValue(
            f"not the version of a claim: {str(written)[:40]!r}. Leave the column as it was printed, or empty"
        ) from None


def parse_choice(written: str, known: Iterable[_W], what: str) -> _W:
    """Parse one of the known words, or its first letter. Raises InvalidValue."""
    known, written = list(known), written.casefold()
    found = next((word for word in known if written in (word, word[0])), None)
    if found is None:
        raise InvalidValue(f"unknown {what} {written[:40]!r}. Known: {', '.join(known)}")
    return found


def parse_id(text: str) -> int:
    """Parse the id of a claim. Raises InvalidValue."""
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        raise InvalidValue(f"not a claim id: {text[:40]!r}")
    return int(text)
