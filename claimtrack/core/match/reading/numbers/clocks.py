"""Reading times of day: "6 pm", "6.30 p.m.", "18:00", "six o'clock in the evening"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.match.words.lexicon import NUMBER_WORDS, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.numbers.quantities import Quantity

_TIME = expression(r"(\d\d?)(?:[:.](\d\d))?")
_BEFORE = words_of("at by around before after from until till since about to between and")
_BEHIND = words_of("o'clock am pm in")
"""What stands behind a time of day, unless a colon stands in it."""
_LATER = words_of("afternoon evening")
_PARTS_OF_DAY = _LATER | {"morning"}


def clock_at(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """The hours since midnight that a time of day tells, and where it ends; None for any other number."""
    told = ":" in words[at]
    if not told and (at + 1 == len(words) or words[at + 1] not in _BEHIND):
        return None  # nearly always
    found = _TIME.fullmatch(words[at])
    hours = float(found[1]) if found else float(NUMBER_WORDS.get(words[at], 99))
    minutes = int(found[2] or 0) if found else 0
    if hours > 24 or minutes > 59:
        return None
    end = at + 1
    if words[end : end + 1] == ["o'clock"]:
        told, end = True, end + 1
    following = words[end : end + 3]
    if following[:1] in (["am"], ["pm"]):
        return _on_the_day(hours, following[0] == "pm") + minutes / 60, end + 1
    spoken = hours <= 12 and (told or (at and words[at - 1] in _BEFORE))
    if spoken and following[:2] == ["in", "the"] and following[-1] in _PARTS_OF_DAY:
        return _on_the_day(hours, following[-1] in _LATER) + minutes / 60, end + 3
    return (hours + minutes / 60, end) if told else None


def _on_the_day(hours: float, later: bool) -> float:
    """Twelve-hour times counted on: 12 a.m. is 0, 12 p.m. is 12."""
    return hours % 12 + 12 * later if hours <= 12 else hours


def tells_half(time: Quantity) -> bool:
    """Whether a time of day tells which half of the day is meant: "6 pm", "18:00", "06:30" and "12:30", but not "6:30"."""
    in_figures = ":" in time.written and (time.value >= 12 or time.written.startswith("0"))
    return in_figures or time.value >= 13 or not time.written.endswith(("o'clock", *"0123456789"))


def same_time(one: float, other: float, either: bool) -> bool:
    """Whether two times of day are one; where one does not tell which half of the day, `either` may be meant."""
    return abs(one - other) % (12 if either else 24) < 1 / 120
