"""Does a text say itself on which day it was published? "Port Avon, 12 March 2025 - ", "Published: March 12, 2025".

A transcript says it at the end of its first line: "Mayoral debate, Town Hall, 12 May 2026".
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue
from claimtrack.core.expressions import expression
from claimtrack.core.language.calendar_words import MONTH, WEEKDAY_NAMES, month_number
from claimtrack.core.texts.cleaning import clean_date

if TYPE_CHECKING:
    import re

_WEEKDAYS = "|".join(WEEKDAY_NAMES)
_DAY = (
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|(?:(?:{_WEEKDAYS}),? )?(?i:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})"
    rf"|(?P<first_month>{MONTH}) (?P<second_day>\d{{1,2}})(?:st|nd|rd|th)?),? (?P<year>(?:19|20)\d{{2}})"
)
# A label, or the names of a place or of people. "On 12 March 2025 the council met" tells of a day in the past, and so does "Founded
# 1 January 1901" below the name of a firm.
_NOT_BEFORE = "After|At|Before|From|In|On|Since|Until|Accessed|Born|Built|Copyright|Died|Established|Founded|Opened|Retrieved"
_BEFORE = (
    r"(?i:(?:(?:first|last) )?(?:published|posted|updated|issued|released|dated?)\b:?(?: on| at)? ?)?"
    rf"(?!(?:{_NOT_BEFORE})\b)(?:[A-Z][\w.'’-]{{0,20}},? ){{0,7}}[(|·–—-]{{0,2}} ?"
)
_AFTER = r"\s*(?:$|[|·().:–—-]|,?\s*(?:at )?\d{1,2}[:.]\d\d|T\d\d:|,? (?:last )?updated\b)"
_LINE = expression(rf"{_BEFORE}(?:{_DAY})(?={_AFTER})")
# "Mayoral debate, Town Hall, 12 May 2026": a sentence would end with a stop.
_TITLE = expression(rf"(?!(?:{_NOT_BEFORE})\b)[^.?!:\"“”]{{1,100}}(?:, | ?[(|–—-] ?)(?:{_DAY})\)?$")
_HEAD, _TAIL = 6, 3
"""How many lines at the start and at the end of a text are looked at."""
_LONGEST = 240
"""How many characters of a line are looked at."""


def find_stated_day(text: str) -> str | None:
    """Return the ISO date that stands in the first or last lines of a text, apart from its sentences; None if there is none."""
    lines = [one.strip()[:_LONGEST] for one in text.splitlines() if one.strip()]
    for at, line in enumerate((*lines[:_HEAD], *lines[_HEAD:][-_TAIL:])):
        if found := _LINE.match(line) or (None if at else _TITLE.match(line)):
            with suppress(InvalidValue):  # 31 June
                return clean_date(
                    found["iso"] or _iso_day(found["year"], found["month"] or found["first_month"], found)
                )
    return None


def _iso_day(year: str, month: str, found: re.Match[str]) -> str:
    return f"{year}-{month_number(month):02}-{int(found['day'] or found['second_day']):02}"
