"""Reads a file of triage decisions: CSV with the columns id and decision, and whatever else the queue lists."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from claimtrack.core.decisions import Decision, Ruling
from claimtrack.core.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterable

READ = ("id", "decision", "text", "speaker", "quote", "other", "note")
"""The columns that decide; all but the first two may be missing."""
SHOWN = ("score", "kind", "reasons", "flags", "matches", "url", "dropped")
"""The columns of `triage --list` that only inform: they may stay in the file."""

_DIGITS = 18
"""The most that an id of SQLite has."""
_KEYS = {str(decision)[0]: decision for decision in Decision}


def read_decisions(lines: Iterable[str]) -> list[tuple[int, Ruling | InvalidValue]]:
    """The decisions of a CSV file, each with its line number; a row without a decision is left out.

    In the place of a bad line stands what is wrong with it. Columns may be separated by commas, semicolons or tabs.
    Raises InvalidValue where the columns are not those of a file of decisions.
    """
    content = [line.removeprefix("\ufeff") for line in lines]
    if not any(line.strip() for line in content):
        raise InvalidValue("the file of decisions is empty: it needs a first line such as id,decision")
    reader = csv.DictReader(content, delimiter=_delimiter(content[0]), restkey="")
    reader.fieldnames = [name.strip().casefold() for name in reader.fieldnames or []]
    _check_columns(reader.fieldnames)
    read: list[tuple[int, Ruling | InvalidValue]] = []
    decided: dict[int, int] = {}
    for row in reader:
        try:
            ruling = _ruling(_cells(row))
            if ruling and (before := decided.setdefault(ruling.claim_id, reader.line_num)) != reader.line_num:
                raise InvalidValue(f"claim {ruling.claim_id} is decided in line {before} already")
        except InvalidValue as error:
            read.append((reader.line_num, error))
        else:
            read += [(reader.line_num, ruling)] if ruling else []
    return read


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _check_columns(names: Iterable[str]) -> None:
    names = list(names)
    missing = [name for name in READ[:2] if name not in names]
    unknown = [name for name in names if name not in READ + SHOWN]
    if missing:
        raise InvalidValue(
            f"line 1: no column {' and no column '.join(missing)}; it holds {', '.join(names)[:200]}"
        )
    if unknown:
        raise InvalidValue(
            f"line 1: unknown column {', '.join(unknown)}; known are {', '.join(READ + SHOWN)}"
        )


def _cells(row: dict[str, Any]) -> dict[str, str]:
    if "" in row:
        raise InvalidValue("more cells than columns: a text that holds the separator needs double quotes")
    return {name: (value or "").strip() for name, value in row.items()}


def _ruling(row: dict[str, str]) -> Ruling | None:
    if not row["decision"]:
        return None
    decision, other = _decision(row["decision"]), row.get("other")
    if decision is Decision.DUPLICATE and not other:
        raise InvalidValue("a duplicate needs the id of the claim it repeats in the column other")
    if decision is Decision.EDIT and not any(row.get(name) for name in ("text", "speaker", "quote")):
        raise InvalidValue("an edit needs a text, a speaker or a quote")
    return Ruling(
        claim_id=_id(row["id"]),
        decision=decision,
        text=row.get("text") or None,
        speaker=row.get("speaker") or None,
        quote=row.get("quote") or None,
        other=_id(other) if other else None,
        note=row.get("note") or None,
    )


def _decision(word: str) -> Decision:
    word = word.casefold()
    try:
        return _KEYS.get(word) or Decision(word)
    except ValueError:
        raise InvalidValue(f"unknown decision {word!r}; known are {', '.join(Decision)}") from None


def _id(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        raise InvalidValue(f"not the id of a claim: {text[:40]!r}")
    return int(text)
