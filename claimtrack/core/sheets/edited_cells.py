"""Parses the cells of an edited sheet into field values, given what the desk has already, and recognises rows that are no claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from claimtrack.core.errors import InvalidValue
from claimtrack.core.expressions import expression
from claimtrack.core.language.calendar_words import MONTH
from claimtrack.core.sheets.cells import (
    MISSING_FORMULA_VALUE,
    join_list,
    refuse_formulas,
    split_list,
    unescape_formula,
)
from claimtrack.core.sheets.days import parse_day
from claimtrack.core.sheets.map_options import map_option
from claimtrack.core.sheets.own_columns import is_own_column, tags_of
from claimtrack.core.sheets.rewritten import is_rewritten
from claimtrack.core.sheets.sheets import DATE_FIELDS
from claimtrack.core.sheets.words import parse_word
from claimtrack.core.texts.cleaning import (
    clean_claim,
    clean_line,
    clean_name,
    clean_note,
    clean_passage,
    clean_place,
    clean_tag,
    clean_url,
    is_nobody,
    is_url,
)
from claimtrack.core.texts.languages import clean_language
from claimtrack.core.texts.links import read_links, read_sources

_UNKNOWABLE_FIELDS = ("claimant", "assignee", "place", "language", *DATE_FIELDS)
"""Fields in which people write "?" or "tbc" for what they do not know."""
_RULE_CHARACTER = r"[-–—=*#~_•·]"
_RULE = r"(?:[-–—=#•·]{2,}|[*~_]{3,})"
"""Three of * ~ _ are needed: two mark bold text around a claim."""
_DIVIDER = expression(
    rf"{_RULE_CHARACTER}{{2,}}|{_RULE}\s*\S+(?:\s+\S+){{,4}}\s*{_RULE}|{_RULE_CHARACTER}*\s*{MONTH}(?:,? *(?:\d{{4}}|\d{{2}}))?\s*{_RULE_CHARACTER}*",
    re.IGNORECASE,
)
"""A row that separates claims: a rule, a few words between rules ("--- Week 12 ---"), or a month."""
_TOTAL = expression(
    r"(?:(?:grand |sub-?)?totals?|sum|average|count|gesamt(?:summe)?|summe|suma|soma|somme|totaal|totale)"
    r"(?: (?:of )?claims)?\s*[:=]?\s*[\d.,\s]*(?:claims)?",
    re.IGNORECASE,
)
"""The text of a row that sums up columns: "TOTAL", "Grand total: 42"."""


def is_divider(cells: Mapping[str, str]) -> bool:
    """Whether the row is a heading or a rule between claims, such as "--- Week 12 ---"."""
    told = [cell.strip() for cell in cells.values() if cell.strip()]
    return len(told) == 1 and bool(_DIVIDER.fullmatch(told[0]))


def is_total(cells: Mapping[str, str]) -> bool:
    """Whether the row only sums up columns: its text is a number, or such as "TOTAL", and it has no id, nor with that word a speaker or a day."""
    text = cells.get("text", "").strip()
    if has_value("id", cells.get("id", "")):
        return False
    if _is_number(text):
        return True
    claimant, day = cells.get("claimant", ""), cells.get("claimed_on", "")
    is_said = has_value("claimed_on", day) or (has_value("claimant", claimant) and not _is_number(claimant))
    return not is_said and bool(_TOTAL.fullmatch(text))


def _is_number(text: str) -> bool:
    """Whether it consists of figures and signs: "1,204", "42 %"."""
    return any(map(str.isdigit, text)) and not any(map(str.isalpha, text))


def has_value(field: str, cell: str) -> bool:
    """Whether the cell has a value: it is not empty, nor "-" or "n/a" instead of a name or a day."""
    return bool(cell.strip()) and not (field in _UNKNOWABLE_FIELDS and is_nobody(cell))


def parse_cell(field: str, cell: str, held: Any = None) -> Any:
    """Parse a cell into the value of its field. Raises InvalidValue.

    `held` is the desk's value: a cell that only shows it the way a spreadsheet does is no change.
    """
    if "\0" in cell:
        raise InvalidValue(f"{field} contains a NUL character, which is not allowed: remove it")
    # Excel saves CR LF inside a cell as LF, and in a workbook it keeps the apostrophe of an opened CSV as part of the text.
    if field == "tags":
        tags = _parse_tags(unescape_formula(cell), held or ())
        return tags if tags is held else _parse_tags(cell, held or ())
    if held is not None and _is_as_held(_normalise_line_ends(held), _normalise_line_ends(cell)):
        return held
    if not has_value(field, cell):
        return _refuse_required_empty(field)
    if field in DATE_FIELDS:
        try:
            return parse_day(cell, held)
        except InvalidValue as error:
            raise InvalidValue(f"{field}: {error}, or empty the cell", error.value) from None
    return _PARSERS.get(field, clean_line)(cell)


def _is_as_held(held: str, cell: str) -> bool:
    return held in (cell, unescape_formula(cell)) or is_rewritten(held, cell)


def describe_bad_cells(cells: Mapping[str, str], held: object) -> list[str]:
    """Return an error message for each cell that cannot be parsed.

    `held` is the claim that the row names, None for a new one, whose empty cells are ignored.
    """
    told = []
    for field, cell in cells.items():
        is_own = is_own_column(field)
        if not (is_own or field in _CHECKED_FIELDS) or (held is None and not cell.strip()):
            continue
        if (
            cell != MISSING_FORMULA_VALUE and MISSING_FORMULA_VALUE in cell
        ):  # a note joined from several cells: the formula among them is reported on its own
            continue
        try:
            refuse_formulas({field: cell})
            if is_own:
                tags_of({field: cell})
            elif field in _SOURCE_PARSERS:
                _SOURCE_PARSERS[field](cell)
            else:
                parse_cell(field, cell, getattr(held, field, None))
        except InvalidValue as error:
            told.append(str(error))
    return told


def lacks_claim_text(cells: Mapping[str, str]) -> bool:
    """Whether a row without an id has no claim text either: "👍", "?", or only a date and a place, as for a picture sent in.

    A row without text but with other values has lost its text, and is an error instead.
    """
    text = cells.get("text", "").strip()
    if cells.get("id", "").strip() or "\0" in text or any(map(str.isalnum, text)):
        return False
    return bool(text) or not any(cell.strip() for name, cell in cells.items() if name not in _OCCASION_FIELDS)


_OCCASION_FIELDS = (*DATE_FIELDS, "url", "place")


def _parse_tags(cell: str, held: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags, each once, in the claim's own spelling; `held` itself if they are the same tags."""
    spelt = {_fold_ascii_case(name): name for name in held}
    told = {_fold_ascii_case(name): name for name in map(clean_tag, split_list(cell)) if name}
    names = tuple(sorted(spelt.get(one, name) for one, name in told.items()))
    return held if set(names) == set(held) or is_rewritten(join_list(held), cell) else names


def _fold_ascii_case(tag: str) -> str:
    """Return a tag as SQLite compares it: only ASCII letters are folded, so a claim may have both Ö and ö."""
    return "".join(one.lower() if one.isascii() else one for one in tag)


def _refuse_required_empty(field: str) -> None:
    if field in ("text", "status", "priority"):
        raise InvalidValue(f"{field} is empty, and a claim needs one")


def _parse_text(cell: str) -> str:
    clean_claim(cell)  # only to refuse one that is too long: the text stays exactly as written
    return cell


def _parse_claimant(cell: str) -> str:
    name = clean_name(cell)
    if is_url(name):
        raise InvalidValue(
            f"claimant is a web address: {name[:60]!r}. If the column says where it was said, add {map_option('claimant', 'url')}"
        )
    return name


def _parse_language(cell: str) -> str:
    try:
        return clean_language(cell)
    except InvalidValue as error:
        hint = f"Or empty the cell, or keep the column in a note: {map_option('language', 'note')}"
        raise InvalidValue(f"language: {error}. {hint}", cell) from None


def _parse_url(cell: str) -> str:
    try:
        return clean_url(cell)
    except InvalidValue as error:
        if is_url(cell.strip()):
            raise
        hint = f"if the column also has places in words, add {map_option('url', 'place')}"
        raise InvalidValue(f"{error}; {hint}") from None


_PARSERS: dict[str, Callable[[str], str]] = {
    "text": _parse_text,
    "status": partial(parse_word, "status"),
    "priority": partial(parse_word, "priority"),
    "claimant": _parse_claimant,
    "assignee": clean_name,
    "language": _parse_language,
    "url": _parse_url,
    "place": clean_place,
    "note": clean_note,
    "evidence_quote": clean_passage,
}
_SOURCE_PARSERS = {"evidence": read_links, "evidence_source": read_sources}
_CHECKED_FIELDS = {*_PARSERS, *DATE_FIELDS, "tags", *_SOURCE_PARSERS}


def _normalise_line_ends(text: str) -> str:
    return re.sub(r"\r\n?|[\u2028\u2029]", "\n", text)
