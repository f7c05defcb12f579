"""Words for a status or a priority: the desk's own in whatever letters, and those of a sheet that somebody says the meaning of."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Priority, Status
from claimtrack.core.texts.printable import MOST_SHOWN, brief, shell_command

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Row = tuple[int, dict[str, str]]
    Words = Mapping[str, Mapping[str, str]]
    """Field -> a word of the sheet -> the desk's own, or "" to leave the cell out."""

_ENUMS: dict[str, type[Status] | type[Priority]] = {"status": Status, "priority": Priority}


def parse_word(field: str, cell: str) -> str:
    """The status or priority that the cell means ("In Review", "in-review" and "IN_REVIEW" are one). Raises InvalidValue."""
    own = _ENUMS[field]
    try:
        return own(_normalise_word(cell))
    except ValueError:
        raise InvalidValue(
            f"there is no {field} {brief(cell, MOST_SHOWN)!r}. Use one of: {', '.join(own)}"
        ) from None


def translate_words(rows: Iterable[Row], words: Words, notices: list[str]) -> list[Row]:
    """The rows in the desk's own words. What became of those of the sheet is told. Raises InvalidValue for a meaning that the desk has not."""
    meant = {
        (field, _normalise_word(word)): parse_word(field, own) if own.strip() else ""
        for field, told in words.items()
        for word, own in told.items()
    }
    found: Counter[tuple[str, str]] = Counter()
    made: list[Row] = []
    for line, cells in rows:
        told = {field: (field, _normalise_word(cells[field])) for field in words if field in cells}
        met = {field: key for field, key in told.items() if key in meant}
        found.update(met.values())
        changed = {field: meant[key] for field, key in met.items()}
        # An empty cell would take a status off, which no claim can be without.
        left_out = {field for field, own in changed.items() if not own}
        made.append((line, {name: cell for name, cell in (cells | changed).items() if name not in left_out}))
    for field, meanings in words.items():
        rows_of = [(word, own, found[field, _normalise_word(word)]) for word, own in meanings.items()]
        notices += _report_lost_words(field, rows_of)
    return made


def _report_lost_words(field: str, told: Iterable[tuple[str, str, int]]) -> Iterator[str]:
    """Tells which words of the sheet are lost, with what each became in how many rows, and which no row has."""
    lost = []
    for word, own, rows in told:
        if not rows:
            yield f"--map-{field} {shell_command(f'{word}={own}')}: no row has this word"
        elif _normalise_word(word) not in ("", _normalise_word(own)):
            lost.append(f"{word!r} → {own or 'nothing'} ({rows:,} row{'s' * (rows > 1)})")
    if lost:
        yield (
            f"The sheet's own words for the {field} are not kept: {', '.join(lost)}. To keep them, copy the column in the sheet, "
            "under a header such as Notes"
        )


class UnknownWord(NamedTuple):
    """A word that is none of the desk's, as the first row has it, and the lines of all rows that do."""

    field: str
    word: str
    lines: list[int]


def find_unknown_words(rows: Iterable[Row]) -> list[UnknownWord]:
    """The words for a status or a priority that mean nothing to the desk, those in other letters as one."""
    found: dict[tuple[str, str], UnknownWord] = {}
    for line, cells in rows:
        for field, own in _ENUMS.items():
            cell = cells.get(field, "").strip()
            if cell and "\0" not in cell and _normalise_word(cell) not in list(own):
                found.setdefault((field, _normalise_word(cell)), UnknownWord(field, cell, [])).lines.append(
                    line
                )
    return list(found.values())


def desk_words(field: str) -> list[str]:
    """The desk's words for this field."""
    return list(_ENUMS[field])


def _normalise_word(word: str) -> str:
    return re.sub(r"[\s_-]+", "_", word.strip(" \t\r\n.:*").casefold())
