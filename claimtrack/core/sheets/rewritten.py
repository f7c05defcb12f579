"""Recognises a cell that a spreadsheet program wrote anew, without an edit by anybody: "42" for "0042", "WAHR" for "True".

A program that opens CSV takes what looks like a number, a day, a time or a truth value for one, and saves it in its own form. Saved in an
encoding that lacks some letters, a text has question marks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimtrack.core.expressions import expression
from claimtrack.core.sheets.days import days_by_order, possible_days

_TRUTH_VALUES = (
    {"true", "wahr", "vrai", "vero", "verdadero", "verdadeiro", "waar", "sant", "sann", "sand", "prawda"},
    {"false", "falsch", "faux", "falso", "onwaar", "usant", "falskt", "falsk", "fałsz"},
)
"""How spreadsheet programs write them in several languages."""
_UNITS = frozenset("$€£¥%")
_UNITS_AND_SPACES = str.maketrans("", "", "$€£¥%’ \u00a0\u202f")
_NUMBERS = [
    expression(
        rf"([+-]?(?:\d{{1,3}}(?:{thousands}\d{{3}})+|\d+)(?:{point}\d+)?)(E[+-]?\d{{1,3}})?", re.IGNORECASE
    )
    for thousands, point in ((",", r"\."), (r"\.", ","))
]
_LONGEST = 50
"""How many characters a number has at most."""
_DIGITS = 15
"""How many digits of a number a spreadsheet keeps."""
_TIME = expression(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])\.?m\.?)?", re.IGNORECASE)
_DAY_AND_MONTH = expression(r"(\d{1,2})[./-](\d{1,2})\.?")


def is_rewritten(held: str, cell: str) -> bool:
    """Whether the cell shows what the desk has (`held`), in the form in which a spreadsheet program writes it."""
    held, cell = held.strip(), cell.strip()
    return (
        any({held.casefold(), cell.casefold()} <= words for words in _TRUTH_VALUES)
        or _is_same_number(held, cell)
        or _is_same_day(held, cell)
        or (_time(held) is not None and _time(held) == _time(cell))
        or any(_is_without_letters(letters, cell) for letters in (held, _as_in_windows(held)))
    )


def _is_same_number(held: str, cell: str) -> bool:
    if not {*cell} & _UNITS <= {*held}:
        return False
    return any(
        number == shown or _is_rounded(number, shown, cell)
        for number in _numbers(held)
        for shown in _numbers(cell)
    )


def _numbers(text: str) -> Iterator[Decimal]:
    """The numbers that a text may be, with a decimal point or a decimal comma."""
    bare = text.translate(_UNITS_AND_SPACES)
    for form, thousands, point in zip(_NUMBERS, ",.", ".,", strict=True):
        if len(bare) <= _LONGEST and (found := form.fullmatch(bare)):
            number = Decimal(found[1].replace(thousands, "").replace(point, ".") + (found[2] or ""))
            yield number / 100 if "%" in text else number


def _is_rounded(number: Decimal, shown: Decimal, cell: str) -> bool:
    """Whether a number was cut to the digits that a spreadsheet keeps ("12345678901234500000") or shows ("1.23E+19")."""
    mantissa, exponent, _ = cell.upper().partition("E")
    digits = sum(map(str.isdigit, mantissa)) if exponent else _DIGITS
    is_cut = exponent or len(cell.rstrip("0")) <= _DIGITS < len(cell) or Decimal(float(shown)) == shown
    return bool(is_cut) and abs(number - shown) < Decimal(1).scaleb(number.adjusted() + 1 - digits)


def _is_same_day(held: str, cell: str) -> bool:
    """Whether both may be the same day; of "1/2" a spreadsheet makes a day of this year, which it may show without the year."""
    if found := _DAY_AND_MONTH.fullmatch(held):
        shown = possible_days(cell) or possible_days(f"{cell} 2000")
        return any({int(day[5:7]), int(day[8:])} == {int(found[1]), int(found[2])} for day in shown)
    # In the same order of day and month: a program reads and writes "3/4/2024" in that of one country.
    return not days_by_order(held).items().isdisjoint(days_by_order(cell).items())


def _time(text: str) -> tuple[int, int, int] | None:
    if not (found := _TIME.fullmatch(text)):
        return None
    hour, half = int(found[1]), (found[4] or "").lower()
    return hour % 12 + 12 * (half == "p") if half else hour, int(found[2]), int(found[3] or 0)


def _is_without_letters(held: str, cell: str) -> bool:
    """Whether the cell is the text with question marks for some letters that are not ASCII."""
    return (
        "?" in cell
        and len(held) == len(cell)
        and all(
            there == here or (here == "?" and not there.isascii())
            for there, here in zip(held, cell, strict=True)
        )
    )


def _as_in_windows(text: str) -> str:
    """The text with two characters for each one that UTF-16 has as two, such as a picture."""
    return "".join(one if one <= "\uffff" else "\ufffd\ufffd" for one in text)
