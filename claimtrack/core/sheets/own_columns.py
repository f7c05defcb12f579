"""Columns of a desk's own: a tag such as "Platform: Facebook" is the value "Facebook" in the column "Platform".

So such a column has all that tags have: history, filters, joining and renaming, facets in Datasette. In a sheet it is a column. A field
of a sheet whose name ends in a colon ("Platform:") is one of these. The view claim_columns divides tags in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimtrack.core.errors import InvalidValue
from claimtrack.core.expressions import expression
from claimtrack.core.sheets.cells import join_list, split_list, unescape_formula
from claimtrack.core.sheets.map_options import map_option
from claimtrack.core.sheets.rewritten import is_rewritten
from claimtrack.core.texts.cleaning import clean_tag

_COLON = ":"
_COMMA_IN_NUMBER = expression(r"(?<=\d),(?=\d)")
_KEPT = "\x1f"
"""Stands for a comma within a number while a cell is divided."""
_NO_VALUE = frozenset("-–—?")
"""What a person types into a cell to leave it empty."""


def parse_tag(tag: str) -> tuple[str, str] | None:
    """Return the column and the value of a tag; None for a tag that is none, such as "jobs", "10:30" or an address."""
    name, _, value = (part.strip() for part in tag.partition(_COLON))
    is_column = bool(value) and any(map(_is_no_digit, name)) and not value.startswith("//")
    return (name, value) if is_column else None


def _is_no_digit(character: str) -> bool:
    return character not in "0123456789 "


def is_own_column(field: str) -> bool:
    """Whether a field of a sheet is a column of the desk's own: "Platform:"."""
    return field.endswith(_COLON)


def field_of(name: str) -> str:
    """Return the field for a column of this name, with or without its colon. Raises InvalidValue if no tag can have it."""
    plain = name.strip().removesuffix(_COLON).strip()
    if parse_tag(f"{plain}{_COLON}x") != (plain, "x"):
        raise InvalidValue(
            f"{name!r} cannot be the name of a column: it needs a letter, and no colon but at its end"
        )
    return f"{plain}{_COLON}"


def fold(name: str) -> str:
    """Return a name for comparison: "platform:" is the column of "Platform: Facebook"."""
    return name.strip().removesuffix(_COLON).strip().casefold()


def split_values(cell: str) -> list[str]:
    """Return the values of a cell, separated as tags are, but for the commas of a number such as 12,000."""
    values = split_list(_COMMA_IN_NUMBER.sub(_KEPT, unescape_formula(cell)))
    return [value.replace(_KEPT, ",") for value in values if not _NO_VALUE.issuperset(value)]


def join_values(values: Iterable[str]) -> str:
    """Return the values in one cell, from which `split_values` reads them."""
    parted = join_list(_COMMA_IN_NUMBER.sub(_KEPT, value) for value in values)
    return parted.replace(_KEPT, ",")


def move_into_tags(cells: Mapping[str, str], held: Iterable[str]) -> dict[str, str]:
    """Return a row's cells with its columns of the desk's own as part of its tags, which are otherwise those of its cell or else `held`.

    A column that was edited says all its values: others that the claim has in it are left out, whatever the cell of the tags says. One that
    was not keeps its values unless the cell of the tags has others: whoever empties that cell still sees them in their column.
    """
    before = [*held]
    others = {field: cell for field, cell in cells.items() if not is_own_column(field)}
    own = {field: cell for field, cell in cells.items() if is_own_column(field)}
    edited = {field: cell for field, cell in own.items() if not _is_as_held(field, cell, before)}
    told = split_list(unescape_formula(others["tags"])) if "tags" in others else before
    kept = {fold(field) for field in own.keys() - edited.keys()} - set(map(_column, told))
    named = {fold(field) for field in edited}
    tags = [tag for tag in told if _column(tag) not in named]
    for tag in tags_of(edited):
        tags += [one for one in before if parse_tag(one) and _key(one) == _key(tag)] or [tag]
    tags += [tag for tag in before if _column(tag) in kept]
    return others if tags == told else others | {"tags": join_list(tags)}


def _column(tag: str) -> str | None:
    """Return the column that a tag is a value of, folded."""
    parsed = parse_tag(tag)
    return parsed and fold(parsed[0])


def _is_as_held(field: str, cell: str, held: Iterable[str]) -> bool:
    """Whether the cell says what an export writes of these tags, in whatever order."""
    values = [parsed[1] for tag in held if (parsed := parse_tag(tag)) and fold(parsed[0]) == fold(field)]
    exported = join_values(values)
    there, here = (set(map(str.casefold, split_values(one))) for one in (exported, cell))
    return there == here or is_rewritten(exported, cell)


def tags_of(cells: Mapping[str, str]) -> list[str]:
    """Return the tags that the cells of columns of the desk's own stand for. Raises InvalidValue if one is far too long."""
    own = {field: split_values(cell) for field, cell in cells.items() if is_own_column(field)}
    return [_clean_value(field, value) for field, values in own.items() for value in values]


def _clean_value(field: str, value: str) -> str:
    try:
        return clean_tag(f"{field} {value}")
    except InvalidValue as error:
        remedy = map_option(field, "note")
        raise InvalidValue(f"{error}. Keep long texts in a note: {remedy}", error.value) from None


def columns_that_differ(one: Iterable[str], other: Iterable[str]) -> list[str]:
    """Return the columns with other values in one list of tags than in the other, each once, as first spelt."""
    differing = set(one) ^ set(other)
    spelt = {
        fold(parsed[0]): parsed[0] for tag in sorted(differing, reverse=True) if (parsed := parse_tag(tag))
    }
    return sorted(spelt.values())


def _key(tag: str) -> tuple[str, str] | None:
    parsed = parse_tag(tag)
    return parsed and (fold(parsed[0]), parsed[1].casefold())
