"""Words for a status or a priority: the desk's own in any spelling, and words of a sheet that the user maps to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.errors import InvalidValue
from claimtrack.core.expressions import expression
from claimtrack.core.model import Priority, Status
from claimtrack.core.texts.printable import MOST_SHOWN, brief, shell_command

if TYPE_CHECKING:
    Row = tuple[int, dict[str, str]]
    Words = Mapping[str, Mapping[str, str]]
    """Field -> a word of the sheet -> the desk's own, or "" to leave the cell out."""

_BESIDE = r"(?:p?\d|[_().:#\[\]/\u2460-\u249b]|[^\w\x00-\x7f])*"
"""Numbers, punctuation and pictures, but no letters of another alphabet: "не open" is not open."""
_DENIALS = frozenset("\u274c\u274e\u2716\u2717\u2718\U0001f6ab\u26d4")
"""Crosses and forbidding signs: what has one is not what the word says, unless that is "rejected"."""
_NUMBERED = expression(rf"{_BESIDE}([a-z](?:[a-z_]*[a-z])?){_BESIDE}")
_ENUMS: dict[str, type[Status] | type[Priority]] = {"status": Status, "priority": Priority}


def parse_word(field: str, cell: str) -> str:
    """Parse a cell into a status or priority ("In Review", "in-review", "IN_REVIEW" and "2. In review" are the same). Raises InvalidValue."""
    own = _ENUMS[field]
    try:
        return own(_without_number(field, _normalise_word(cell)))
    except ValueError:
        raise InvalidValue(
            f"there is no {field} {brief(cell, MOST_SHOWN)!r}. Use one of: {', '.join(own)}"
        ) from None


def translate_words(rows: Iterable[Row], words: Words, notices: list[str]) -> list[Row]:
    """Return the rows with the sheet's words replaced by the desk's; `notices` says what was lost. Raises InvalidValue for a wrong mapping."""
    meant = {
        (field, _normalise_word(word)): parse_word(field, own) if own.strip() else ""
        for field, told in words.items()
        for word, own in told.items()
    }
    found: Counter[tuple[str, str]] = Counter()
    made: list[Row] = []
    for line, cells in rows:
        told = {field: _normalise_word(cells[field]) for field in words if field in cells}
        keys = [(field, key) for field, word in told.items() for key in (word, _without_number(field, word))]
        met = {field: (field, key) for field, key in reversed(keys) if (field, key) in meant}
        found.update(met.values())
        changed = {field: meant[key] for field, key in met.items()}
        # An empty cell would remove the status, which every claim needs.
        left_out = {field for field, own in changed.items() if not own}
        made.append((line, {name: cell for name, cell in (cells | changed).items() if name not in left_out}))
    for field, meanings in words.items():
        # "P1" and "p1" are one word, and what was said of it last counts.
        last = {_normalise_word(word): (word, own) for word, own in meanings.items()}
        rows_of = [(word, own, found[field, met]) for met, (word, own) in last.items()]
        notices += _report_lost_words(field, rows_of)
    return made


def _report_lost_words(field: str, told: Iterable[tuple[str, str, int]]) -> Iterator[str]:
    """Yield messages: which mapped words no row has, and which words are lost, with their replacement and count of rows."""
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
    """A word that is not one of the desk's, as first spelt, and the line numbers of all rows that have it."""

    field: str
    word: str
    lines: list[int]


def find_unknown_words(rows: Iterable[Row]) -> list[UnknownWord]:
    """Return the words for a status or priority that the desk does not know, spelling variants as one."""
    found: dict[tuple[str, str], UnknownWord] = {}
    for line, cells in rows:
        for field, own in _ENUMS.items():
            cell = cells.get(field, "").strip()
            word = _without_number(field, _normalise_word(cell))
            if cell and "\0" not in cell and word not in list(own):
                found.setdefault((field, word), UnknownWord(field, cell, [])).lines.append(line)
    return list(found.values())


def desk_words(field: str) -> list[str]:
    """Return the desk's words for this field."""
    return list(_ENUMS[field])


def _normalise_word(word: str) -> str:
    return re.sub(r"[\s_-]+", "_", word.strip(" \t\r\n.:*").casefold())


def _without_number(field: str, word: str) -> str:
    """Return the desk's own word from one with a number or a picture beside it ("1_high", "high_(p1)"); any other word as it is."""
    bare = _NUMBERED.fullmatch(word)
    if bare is None or bare[1] not in list(_ENUMS[field]):
        return word
    return word if bare[1] != Status.REJECTED and _DENIALS & {*word} else bare[1]
